"""How often and until when, as a Vietnamese legal text says it."""

import re
from calendar import monthrange

from lawcore.obligations.model import Due
from lawcore.timelimits import Every

_EACH = r"(?<!qua )(?:hằng|hàng|mỗi|từng|theo)"
_ALONE = r"(?<!\d )(?<!hai )(?<!ba )(?<!bốn )(?<!sáu )(?<!chín )(?<!mười )"
_ONCE = r"(?:0?1|một)\s+(?:lần|kỳ)"
_TWICE = r"(?:0?2|hai)\s+(?:lần|kỳ)"
_SIX_MONTHS = r"(?:0?6|sáu)\s+tháng"
_NO_DELAY = r"(?<!trong )(?<!sau )(?<!vòng )(?<!hạn )"
_PER = r"\s*(?:/|trong|mỗi|một|1|01)?\s*(?:một|1|01)?\s*"

_PATTERNS: tuple[tuple[Every, str], ...] = (
    (Every.MONTH, rf"\b{_EACH}\s+tháng\b|\b{_ONCE}{_PER}tháng\b|{_ALONE}\btháng\s+{_ONCE}"),
    (Every.MONTH, r"\b(?:hằng|hàng)\s+quý,\s*(?:hằng\s+|hàng\s+)?tháng\b"),
    (Every.QUARTER, rf"\b{_EACH}\s+quý\b|\b{_ONCE}{_PER}quý\b|{_ALONE}\bquý\s+{_ONCE}|\bđịnh\s+kỳ\s+quý\b"),
    (Every.QUARTER, rf"\b(?:định\s+kỳ|{_EACH})\s+(?:0?3|ba)\s+tháng\b|\b(?:0?3|ba)\s+tháng\s+{_ONCE}"),
    (Every.MONTH, r"(?:\b\d{1,2}\s+lần|%)\s*/\s*tháng\b"),
    (Every.YEAR, r"%\s*/\s*năm\b"),
    (Every.QUARTER, r"(?:\b\d{1,2}\s+lần|%)\s*/\s*quý\b|\b0?4\s+lần\s*/\s*năm\b"),
    (Every.QUARTER, r"\b(?:hằng|hàng)\s+tháng,\s*quý\b"),
    (Every.HALF_YEAR, rf"\b(?:định\s+kỳ|{_EACH})\s*\(?{_SIX_MONTHS}\b|\b{_TWICE}{_PER}năm\b|{_ALONE}\bnăm\s+{_TWICE}"),
    (Every.HALF_YEAR, rf"{_NO_DELAY}\b{_SIX_MONTHS}\s*(?:,|và|{_ONCE}|đầu\s+năm)"),
    (Every.YEAR, rf"\b{_EACH}\s+năm\b|\bthường\s+niên\b|\b{_ONCE}{_PER}năm\b|{_ALONE}\bnăm\s+{_ONCE}"),
    (Every.YEAR, rf"\b{_SIX_MONTHS}(?:\s+đầu\s+năm)?\s*(?:,|và)\s*(?:(?:một|1|cả|hằng|hàng)\s+)?năm\b"),
    (Every.YEAR, rf"\b(?:hằng|hàng)\s+(?:tháng|quý)(?:,\s*(?:quý|{_SIX_MONTHS}))*(?:,|\s+và)\s*năm\b"),
    (Every.CONTINUOUS, r"(?<!\bchi )(?<!\bphí )(?<!\bkhông )\bthường\s+xuyên\b|\bliên\s+tục\b"),
)
_EVERY = tuple((every, re.compile(pattern, re.IGNORECASE)) for every, pattern in _PATTERNS)
_SIX_MONTHS_IN_LIST = re.compile(r"\b(?:quý|tháng),\s*(?:0?6|sáu)\s+tháng\b", re.IGNORECASE)

_YEAR = r"(?:\s*(?:/|năm\s+)\s*(?P<year>20\d\d))?"
_BY = r"(?:trước|chậm\s+nhất(?:\s+(?:là|vào|đến|trước))?|đến\s+hết|hết|đến|muộn\s+nhất(?:\s+là)?)"
_DAY = re.compile(
    rf"\b{_BY}\s+(?:hết\s+)?(?:ngày\s+)?(?P<day>\d{{1,2}})\s*(?:/|tháng\s+)\s*(?P<month>\d{{1,2}}){_YEAR}"
    r"(?:\s+(?:hằng|hàng|mỗi)\s+năm)?",
    re.IGNORECASE,
)
_MONTH = re.compile(
    rf"\b(?:{_BY}|trong)\s+(?:hết\s+)?tháng\s+(?P<month>\d{{1,2}}){_YEAR}",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    r"\b(?:hoàn\s+thành\s+)?(?:trong|hết|xong)\s+quý\s+(?P<quarter>IV|III|II|I|[1-4])\b"
    r"(?:\s*(?:/|năm\s+)\s*(?P<year>20\d\d))?",
    re.IGNORECASE,
)
_END_OF_YEAR = re.compile(
    r"\b(?:đến|trong|chậm\s+nhất|hết|trước|giai\s+đoạn|nhiệm\s+kỳ)\s+(?:hết\s+|cuối\s+|đến\s+|trong\s+)*(?:năm\s+)?"
    r"(?:20\d\d\s*[-–]\s*)?(?P<year>20\d\d)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:trong\s+(?:thời\s+hạn|vòng)?|chậm\s+nhất(?:\s+là)?)\s*\d+\s+(?:ngày|tháng)(?:\s+làm\s+việc)?"
    r"(?:[^,.;]*\b(?:kể\s+từ|sau)\b[^,.;]*)?",
    re.IGNORECASE,
)
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
_DECEMBER = 12


def recurrences(text: str) -> tuple[Every, ...]:
    """How often, in the order of the text: "định kỳ 6 tháng, hàng năm" is HALF_YEAR, then YEAR."""
    ends: dict[Every, int] = {}
    for every, pattern in _EVERY:
        if match := pattern.search(text):
            ends[every] = min(ends.get(every, len(text)), match.end())
    if Every.QUARTER in ends or Every.MONTH in ends:
        listed = _SIX_MONTHS_IN_LIST.search(text)
        ends.update({Every.HALF_YEAR: listed.end()} if listed else {})
    if len(ends) > 1:
        ends.pop(Every.CONTINUOUS, None)
    return tuple(sorted(ends, key=lambda every: ends[every]))


def due(text: str) -> Due | None:
    """The last day the text sets, None when it sets none."""
    if match := _DAY.search(text):
        return _due(match, month=int(match["month"]), day=int(match["day"]))
    if match := _MONTH.search(text):
        return _due(match, month=int(match["month"]))
    if match := _QUARTER.search(text):
        quarter = match["quarter"].upper()
        return _due(match, month=3 * (_ROMAN.get(quarter) or int(quarter)))
    if match := _END_OF_YEAR.search(text):
        return _due(match, month=_DECEMBER)
    if match := _WITHIN.search(text):
        return Due(match.group().strip())
    return None


def _due(match: re.Match[str], *, month: int, day: int | None = None) -> Due | None:
    year = int(match["year"]) if match["year"] else None
    if not 1 <= month <= _DECEMBER:
        return None
    longest = monthrange(year or 2024, month)[1]
    if day is not None and not 1 <= day <= longest:
        return None
    return Due(match.group().strip(), year, month, day or longest)
