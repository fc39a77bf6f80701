"""The money of a village: what households decided to give, what was taken and spent (LDC art. 15 cl. 1, 2).

Words    fund, level, exemption, receipt, serial book, spending, board sheet, closing statement, surplus
Promise  no fund without a decision that was passed; nothing above its level, nothing counted per head; what was
         recorded is never changed, a mistake is cancelled and written again, and both stay
Rules    lawcore.ballots: when a decision of clause 1 or 2 is passed and since when it binds
"""
