"""A commune that does not exist, to try everything on: its places, people, resolution and a year of records.

Words    sample, story
Promise  everything is entered through the same actions that pages call; nobody in it is real
"""
