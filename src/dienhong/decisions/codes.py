"""Two codes of a household in a meeting: an open one to tick it, and one that only the household holds.

The open code stands beside the household's name on the sign-in sheet: "H12-087-K7", the meeting, the household's number
on the roll and two letters that catch a misreading. It opens nothing by itself: whoever ticks is signed in.

The household's own code is a printed code of ten letters, on its invitation and its slip: whoever holds that paper may
look at what the meeting recorded of the household.
"""

import hashlib
import re

from dienhong.documents.codes import LETTERS

HOUSEHOLD_KIND = "meeting-household"
HOUSEHOLD_PATH = "/ban-quyet-dinh/ho/{code}/"


def open_code(meeting: int, number: int) -> str:
    """The code that ticks household `number` of this meeting's roll: capital letters, figures and hyphens."""
    return f"H{meeting}-{number:03}-{_check(meeting, number)}"


def subject_of(meeting: int, household: int) -> str:
    """What a household's own code is about: a meeting and a household of the register, by their ids."""
    return f"decisions.meeting:{meeting}/{household}"


def read_subject(subject: str) -> tuple[int, int] | None:
    """The ids of the meeting and the household, or None for the code of another paper."""
    found = re.fullmatch(r"decisions\.meeting:(\d+)/(\d+)", subject)
    return (int(found[1]), int(found[2])) if found else None


def _check(meeting: int, number: int) -> str:
    first, second = hashlib.sha256(f"{meeting}/{number}".encode()).digest()[:2]
    return LETTERS[first % len(LETTERS)] + LETTERS[second % len(LETTERS)]
