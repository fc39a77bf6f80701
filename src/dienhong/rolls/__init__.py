"""The households of a village that are counted when it decides, and who speaks for each (LDC art. 2, 15 to 21).

Words    household, representative, mandate, change, ground, roll, entry, objection
Promise  a change of the households has a ground and a second person; a roll that was taken never changes, and its
         digest says so; what everybody may read is the representative's name and nothing else
Rules    lawcore.ballots: the base of every share is all households of the roll, never those who came
"""
