"""Council resolutions: the file as it came, its provisions, what they ask for, and who confirmed it.

Words    work, version, provision, finding, relation, proposal, reading, carry over
Promise  the file is kept as it came; a proposal is never changed or removed, only decided or replaced;
         nothing reaches a programme that an officer has not confirmed
Rules    lawcore.provisions, lawcore.obligations, lawcore.comparison
"""
