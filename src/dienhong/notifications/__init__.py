"""Messages to a person, an organization or a role: on the page, by e-mail where configured, on paper.

Words    notice, reader, delivery
Promise  the same notice is never made twice; what one reader has read stays known
Rules    `access.py`: who may read which notice
"""
