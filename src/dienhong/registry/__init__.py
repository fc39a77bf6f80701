"""Who and where: places, organizations, people, households, posts and accounts (after Popolo).

Words    locality, organization, person, post, household, mandate, account
Promise  nobody grants a role to themselves; a merged place keeps its record; no identity number in the clear
Rules    `access.py`: who may change which register
"""
