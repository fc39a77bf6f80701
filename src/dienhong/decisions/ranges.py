"""Numbers of households as people write them: "1-60 63 65-120". Pure: no database."""

import re

from django.utils.translation import gettext as _

PART = re.compile(r"(\d{1,5})(?:\s*[-–]\s*(\d{1,5}))?")
TEN = 10
GAPS = re.compile(r"[\s,;.]*")


class NotNumbers(ValueError):
    """What was typed is no list of numbers of the roll; the message says which part."""


def numbers(typed: str, *, most: int) -> list[int]:
    """Each number once, in order. NotNumbers for other characters, a range backwards, a number above `most`."""
    found: set[int] = set()
    place = GAPS.match(typed).end()  # type: ignore[union-attr]  # it matches nothing, too
    while place < len(typed):
        part = PART.match(typed, place)
        if part is None:
            raise NotNumbers(_("Không hiểu “%(part)s”. Viết như 1-60 63 65-120.") % {"part": typed[place : place + 12]})
        first, last = int(part[1]), int(part[2] or part[1])
        if not 1 <= first <= last <= most:
            raise NotNumbers(
                _("“%(part)s” không đúng: danh sách có các hộ từ số 1 đến số %(most)d.")
                % {"part": part[0], "most": most}
            )
        found.update(range(first, last + 1))
        place = GAPS.match(typed, part.end()).end()  # type: ignore[union-attr]
    return sorted(found)


def last_digits(typed: str, *, most: int) -> list[int]:
    """Numbers by rows of ten, as the sheet is printed: for each row the last digits, "-" for none: "37 - 150".

    0 is the last household of its row. NotNumbers for too few or too many rows, a digit twice, a number above `most`.
    """
    rows = typed.split()
    if len(rows) != -(-most // TEN):
        raise NotNumbers(
            _("Danh sách có %(need)d hàng mười hộ nhưng đã gõ %(got)d nhóm. Hàng không có hộ nào thì gõ dấu -.")
            % {"need": -(-most // TEN), "got": len(rows)}
        )
    found = []
    for row, digits in enumerate(rows):
        if digits != "-" and (not digits.isascii() or not digits.isdecimal() or len(set(digits)) != len(digits)):
            raise NotNumbers(_("Không hiểu nhóm thứ %(n)d: “%(part)s”.") % {"n": row + 1, "part": digits[:12]})
        found += [row * TEN + (int(each) or TEN) for each in digits if each != "-"]
    if any(each > most for each in found):
        raise NotNumbers(_("Hàng cuối có số lớn hơn %(most)d là số hộ của danh sách.") % {"most": most})
    return sorted(found)
