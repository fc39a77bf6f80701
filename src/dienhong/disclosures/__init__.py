"""What must be made public: the year's plan, the clock of each item, where it hangs, and the proof (LDC art. 11 to 14).

Words    plan, item, disclosure, version, posting, removal, withdrawal, standing
Promise  the last day and the shortest time come from the law and explain themselves; the day claimed and the moment
         recorded stand side by side; what was shown once leaves its hash, its reason and its signer
Rules    lawcore.disclosures
"""
