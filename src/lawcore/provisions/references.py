"""Documents named in a text: type, number, year, issuer, day."""

import re
from collections.abc import Iterator
from typing import Final

from lawcore.provisions.days import first_day
from lawcore.provisions.model import DocumentRef

_TYPES: Final = (
    "Hiến pháp|Bộ luật|Luật|Pháp lệnh|Nghị quyết liên tịch|Nghị quyết|Nghị định|Quyết định|Thông tư liên tịch|Thông tư"
    "|Chỉ thị|Công văn|Tờ trình|Báo cáo thẩm tra|Báo cáo|Kế hoạch|Kết luận|Hướng dẫn|Thông báo|Quy định|Chương trình"
)
_OPENING: Final = re.compile(
    r"^(?:Căn cứ(?: vào)?(?: quy định)?(?: của| tại)?|Xét|Thực hiện|Theo|Trên cơ sở|và)\s+", re.IGNORECASE
)
_NAMED: Final = re.compile(rf"^({_TYPES})\b", re.IGNORECASE)
_NUMBERED: Final = re.compile(rf"\b({_TYPES})\s+số\s*:?\s*(\d[^\s,;()]*)", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\bsố\s*:?\s*(\d[^\s,;()]*/[^\s,;()]+)", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?:^|/)((?:19|20)\d\d)(?:/|$)")
_ISSUER: Final = re.compile(
    r"\bcủa\s+((?:Quốc hội|Ủy ban|Uỷ ban|Chính phủ|Thủ tướng|Hội đồng|HĐND|UBND|Bộ|Ban|Thường trực"
    r"|(?:Tỉnh|Thành|Đảng) ủy)[^,;.()]*?)(?=\s+(?:về|[Qq]uy định|ban hành"
    r"|hướng dẫn|sửa đổi|dự thảo|kh[óo][áa]|năm|thông qua|trình|và|tại|ngày"
    r"|hết hiệu lực|tiếp tục)\b|\s*[,;.()]|$)"
)
_BREAK: Final = re.compile(rf"\s*;\s*|\s+và\s+(?=(?:{_TYPES})\b)")
_LAW_TITLE: Final = re.compile(
    r"^(?:Bộ luật|Luật|Pháp lệnh|Hiến pháp)\s+(.+?)"
    r"(?=\s+(?:số\s*:?\s*\d|ngày\s|năm\s+\d|của Quốc hội)|\s+\(|,?\s+được sửa đổi|;|\.?$)",
    re.IGNORECASE,
)
_SUBJECT: Final = re.compile(
    r"\s((?:về|Về|quy định|Quy định|ban hành|sửa đổi|hướng dẫn)\s.+?)(?=,?\s+(?:hết|có) hiệu lực\b|$)"
)


def bases_in(text: str) -> Iterator[DocumentRef]:
    """The documents on which a preamble sentence rests: "Căn cứ Luật …; Luật … ngày …;"."""
    for part in _parts(_OPENING.sub("", text.strip())):
        named = _NAMED.match(part)
        if named:
            yield _reference(part, _capitalised(named[1]))
        else:  # "Theo đề nghị của Ủy ban nhân dân xã tại Tờ trình số …"
            yield from numbered_in(part)


def names_document(text: str) -> bool:
    """Whether the words open with the kind of a document and say which: "Nghị định số …", "Luật … ngày …"."""
    return bool(_NAMED.match(text)) and (bool(_NUMBER.search(text)) or first_day(text) is not None)


def numbered_in(text: str) -> Iterator[DocumentRef]:
    """The documents a sentence names with their numbers."""
    matches = list(_NUMBERED.finditer(text))
    for match, following in zip(matches, (*matches[1:], None), strict=False):
        end = following.start() if following else len(text)
        yield _reference(text[match.start() : end].rstrip(" ,;"), _capitalised(match[1]))


def _parts(text: str) -> list[str]:
    """The sentence cut at each further document; "và Luật" inside a title is no cut."""
    parts: list[str] = []
    start = 0
    for match in _BREAK.finditer(text):
        if ";" in match[0] or any(char.isdigit() for char in text[start : match.start()]):
            parts.append(text[start : match.start()])
            start = match.end()
    parts.append(text[start:])
    return [_OPENING.sub("", part.strip(" .,")) for part in parts if part.strip(" .,")]


def _reference(text: str, type_: str) -> DocumentRef:
    numbered = _NUMBER.search(text)
    number = numbered[1].rstrip(".") if numbered else None
    day = first_day(text)
    issuer = _ISSUER.search(text)
    year = _YEAR.search(number) if number else None
    dated = day.day if day else None
    return DocumentRef(
        type=type_,
        number=number,
        year=int(year[1]) if year else (dated.year if dated else None),
        issuer=issuer[1].strip() if issuer else None,
        dated=dated,
        title=_title(text),
        text=text,
    )


def _title(text: str) -> str | None:
    law = _LAW_TITLE.match(text)
    if law:
        return None if law[1].startswith("số") else law[1].strip()
    subject = _SUBJECT.search(text)
    return subject[1].strip(" .") if subject else None


def _capitalised(word: str) -> str:
    return word[:1].upper() + word[1:].lower()
