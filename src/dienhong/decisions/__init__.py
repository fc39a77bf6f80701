"""What a village decides, household by household, and the record of it (LDC art. 15 to 24; Decree 59/2023 art. 3 to 5).

Words    matter, step, meeting, item, presence, choice, sheet, count, outcome, record, confirmation
Promise  the base is every household of the roll taken when the meeting or the ballots began; a record is made of what
         happened, never typed; two people count without seeing each other's sheet, two confirm from their own accounts;
         no place holds a choice beside a household
Rules    lawcore.ballots; what must add up: dienhong.decisions.counting
"""
