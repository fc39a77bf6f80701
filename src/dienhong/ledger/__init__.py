"""The ledger: who recorded what and when, so that nobody can change it later unseen.

Words    entry, payload, commitment, leaf, checkpoint, seal, receipt, stamp, signing key
Promise  an entry is never changed or removed; its recorded time is the database's clock;
         at most 60 s later it stands in a Merkle tree whose root is signed and published;
         erasing the payload of an entry leaves everything else provable
Rules    lawcore.merkle (RFC 9162)
"""
