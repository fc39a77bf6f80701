"""The papers of a village meeting, as documents: what they say. Layout is the business of `documents`.

Words    wording (every sentence, replaceable), invitation, sign-in sheet, ballot, counterfoil, tally sheet, count
         minutes, decision, slip
Promise  the written decision is made of its record alone; nothing on a ballot differs from the next
The text is Vietnamese always: it is printed.
"""
