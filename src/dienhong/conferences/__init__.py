"""The conference that every village holds once a year: told of, reported at, written down, answered (LDC art. 33).

Words    conference, the plan's agreement, report, proposal, reply, minutes, sending
Promise  figures of a report are read from what the village recorded, nobody types them; what was written stays, a
         correction is a new version; nobody who raised a proposal is named
Rules    lawcore.conferences.village: when it is due, when households are told, what has to be there
"""
