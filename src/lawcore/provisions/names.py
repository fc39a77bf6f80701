"""Who issued a document and who signed it, in the case a person writes names."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from lawcore.provisions.model import Level
from lawcore.provisions.regions import is_recipients, is_signing
from lawcore.vietnamese import LOWER, UPPER, name_case

_UNITS: Final = "tỉnh|thành phố|xã|phường|thị trấn|đặc khu|huyện|quận|thị xã"
_BODIES: Final = (
    "hội đồng nhân dân|ủy ban nhân dân|uỷ ban nhân dân|quốc hội|ủy ban thường vụ quốc hội|uỷ ban thường vụ quốc hội"
    "|thủ tướng chính phủ|chính phủ"
)
_LEVELS: Final = {
    "tỉnh": Level.PROVINCE,
    "thành phố": Level.PROVINCE,
    "xã": Level.COMMUNE,
    "phường": Level.COMMUNE,
    "thị trấn": Level.COMMUNE,
    "đặc khu": Level.COMMUNE,
}
_COUNCIL: Final = re.compile(
    rf"^(hội đồng nhân dân|ủy ban nhân dân|uỷ ban nhân dân|hđnd|ubnd)\s+({_UNITS})\s+(.+?)"
    r"(?=\s*(?:[,;:(–]|\s-\s|\bkh[óo][áa]\b|\bkỳ họp\b|\bnhiệm kỳ\b|\blần thứ\b|\bthông qua\b|\bban hành\b"
    r"|\bquyết nghị\b|$))",
    re.IGNORECASE,
)
_BODY_NAMES: Final = {"hđnd": "Hội đồng nhân dân", "ubnd": "Ủy ban nhân dân"}
_UNIT_LINE: Final = re.compile(rf"^({_UNITS})\s+(\S.*)$", re.IGNORECASE)
_ADOPTED_BY: Final = re.compile(r"\bđược\s+((?:Hội đồng nhân dân|HĐND)\s.+)$")
_ENACTED_BY: Final = re.compile(r"^((?:Hội đồng nhân dân|HĐND)\s.+?)\s+(?:ban hành|quyết định|thông qua)\b")
_CENTRAL: Final = re.compile(
    r"^(?:QUỐC HỘI|CHÍNH PHỦ|THỦ TƯỚNG CHÍNH PHỦ|[ỦU][YỶ]? BAN THƯỜNG VỤ QUỐC HỘI"
    r"|(?:BỘ|BAN CHẤP HÀNH|ĐẢNG BỘ|(?:TỈNH|THÀNH|HUYỆN|ĐẢNG) [ỦU][YỶ]?)"
    rf" [{UPPER} ,-]{{2,60}})$"
)
_LAST_UNIT: Final = re.compile(rf".*\b(?:{_UNITS}|[ỦU][YỶ])(?=\s)", re.IGNORECASE)
_NAME_WORD: Final = re.compile(r"^[^\W\d_][^\W\d_'’-]*(?:['’-][^\W\d_]+)?\.?$")
_NOT_NAMES: Final = re.compile(
    r"(?:ký|chủ tịch|nơi nhận|hội đồng|nhân dân|dự thảo|phụ lục|quy chế|quy định|lưu|cộng h|độc lập|tỉnh|kỳ họp"
    r"|ủy ban|uỷ ban|danh mục)",
    re.IGNORECASE,
)
_SIGNED: Final = re.compile(r"^\(?đã ký\)?\s*:?\s*", re.IGNORECASE)
_OFFICE_AND_NAME: Final = re.compile(
    rf"^(?:(?:TM|KT)\s?\.[^{LOWER}]{{1,60}}?\s)?(?:PHÓ\s+)?CHỦ\s+(?:TỊCH|TỌA|TOẠ)\s+(?:\([Đđ]ã ký\)\s+)?"
    rf"([{UPPER}][{LOWER}].{{2,40}})$"
)
_NAME_LENGTHS: Final = range(2, 7)


class Issuer(NamedTuple):
    """The issuing body, with the level of its council and the name of its locality."""

    name: str
    level: Level | None
    unit: str = ""
    locality: str = ""


def issuer_of(front: Sequence[str], closing: Sequence[str], text: Sequence[str]) -> Issuer | None:
    """The issuing body: after the title, in the letterhead, or in the sentence of adoption."""
    for line in (*reversed(front), *_letterheads(front)):
        council = _COUNCIL.match(line)
        if council:
            return _council(council, text)
    for line in (*closing, *reversed(text)):
        adopted = _ADOPTED_BY.search(line) or _ENACTED_BY.match(line)
        council = _COUNCIL.match(adopted[1]) if adopted else None
        if council:
            return _council(council, text)
    central = [line for line in front if _CENTRAL.match(line)]
    if central:  # a committee of the Party prints the one above it first
        return Issuer(_central(central[-1] if central[0].startswith("ĐẢNG BỘ") else central[0]), None)
    return None


def _central(line: str) -> str:
    """Capitals to small letters: "ĐẢNG BỘ TỈNH SƠN HÀ" → "Đảng bộ tỉnh Sơn Hà", "BỘ NỘI VỤ" → "Bộ nội vụ"."""
    unit = _LAST_UNIT.search(line)
    return f"{line[: unit.end()].capitalize()} {name_case(line[unit.end() :])}" if unit else line.capitalize()


def _letterheads(front: Sequence[str]) -> Iterable[str]:
    """The council's name where its locality stands on the next line."""
    for index, line in enumerate(front):
        if line.upper() in {"HỘI ĐỒNG NHÂN DÂN", "ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN"}:
            for below in front[index + 1 : index + 4]:
                if _UNIT_LINE.match(below):
                    yield f"{line} {below}"


def _council(match: re.Match[str], text: Sequence[str]) -> Issuer:
    body, unit, name = (
        _BODY_NAMES.get(match[1].lower(), match[1].capitalize()),
        match[2].lower(),
        match[3].strip(" .-–"),
    )
    unit_name = f"{unit} {name}"
    if name.isupper():
        unit_name = _as_written(unit, name, text)
    return Issuer(f"{body} {unit_name}", _LEVELS.get(unit), unit, unit_name[len(unit) + 1 :])


def _as_written(unit: str, name: str, text: Sequence[str]) -> str:
    """A name printed in capitals, as the running text most often writes it."""
    wanted = f"{unit} {name}".lower()
    seen: Counter[str] = Counter()
    for line in text:
        lowered = line.lower()
        start = lowered.find(wanted)
        while start >= 0:
            found, end = line[start : start + len(wanted)], start + len(wanted)
            if not found.isupper() and not line[end : end + 1].isalnum():
                council = lowered[:start].endswith("nhân dân ")  # nothing there but habit asks for a capital
                seen[found if council else found[0].lower() + found[1:]] += 2 if council else 1
            start = lowered.find(wanted, end)
    return seen.most_common(1)[0][0] if seen else f"{unit} {name_case(name)}"


def signer_of(lines: Sequence[str]) -> str | None:
    """The name under the office that signs, as printed; None where the place is empty."""
    signed = False
    for line in lines:
        if is_signing(line) or line.lower() in {"chủ tịch", "chủ tọa", "phó chủ tịch"}:
            signed = True
        elif signed and _is_name(bare := _SIGNED.sub("", line)):
            return bare
        elif (beside := _OFFICE_AND_NAME.match(line)) and _is_name(beside[1]):
            return beside[1]
    if signed:
        return next((name for line in lines if (name := _name_after_recipients(line))), None)
    return None


def _is_name(line: str) -> bool:
    words = line.split()
    return (
        len(words) in _NAME_LENGTHS
        and all(_NAME_WORD.match(word) and word[0].isupper() for word in words)
        and not _NOT_NAMES.search(line)
        and not line.endswith(".")
    )


def _name_after_recipients(line: str) -> str | None:
    if not line.startswith("-"):
        return None
    tail = re.split(r"[.;]\s+", line)[-1]
    return tail if tail != line and _is_name(tail) else None


def recipients_of(lines: Sequence[str]) -> tuple[str, ...]:
    """The addressees under "Nơi nhận", without their dashes."""
    found: list[str] = []
    listing = False
    for line in lines:
        if is_recipients(line):
            listing = True
        elif listing and line.startswith(("-", "–", "+")):
            found.append(line.lstrip("-–+ ").rstrip(" ;."))
    return tuple(found)
