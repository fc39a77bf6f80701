"""Reports on a resolution to the council: six months and a year, from figures frozen once and hashed.

Words    report, snapshot, narrative, gap, issue
Promise  every figure comes from the snapshot, nobody types one; what is unknown is printed as unknown
Rules    `lawcore.indicators` counts; Decree 30/2020/NĐ-CP lays out (`dienhong.documents`)
"""
