"""What is claimed, looked at on the spot: a random sample, and what was found beside what was claimed.

Words    coverage, round, frame, drawing, sample, finding, reply
Promise  nobody chooses what is looked at, nobody draws again unseen; the finding stands beside the claim and does not
         change it
Rules    lawcore.disclosures, lawcore.sampling
"""
