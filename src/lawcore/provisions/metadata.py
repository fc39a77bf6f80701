"""What a document says of itself: kind, number, issuer, title, days, status, signer, bases, repeals."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from lawcore.provisions.days import PrintedDay, first_day
from lawcore.provisions.marks import Row, is_draft_mark, unmarked
from lawcore.provisions.model import Document, DocumentRef, Line, Metadata, Provision, Status
from lawcore.provisions.names import Issuer, issuer_of, recipients_of, signer_of
from lawcore.provisions.references import bases_in, names_document, numbered_in
from lawcore.provisions.regions import KIND_WORDS, Regions, is_basis, is_enacting, names_kind
from lawcore.vietnamese import LOWER, UPPER


class Described(NamedTuple):
    """The metadata, and what was seen on the way that the findings need."""

    metadata: Metadata
    issuer: Issuer | None
    number_printed: bool
    adoption: PrintedDay | None
    letterhead_day: PrintedDay | None
    effect: PrintedDay | None


NOTHING_DESCRIBED: Final = Described(
    Metadata(), None, number_printed=False, adoption=None, letterhead_day=None, effect=None
)

_COLUMNS: Final = re.compile(
    r"\t+|\s{1,40}(?=CỘNG\s+H[OÒ][ÀA]\s+XÃ|Độc\s+lập\s+-)|\s{3,40}(?=[A-ZĐ][^\s,;:]{0,12}(?:\s[A-ZĐ][^\s,;:]{0,12}){0,4},\s+ngày)"
    rf"|(?<=\S)\s{{4,40}}(?=[{UPPER}(-])|(?<=[Nn]hận:)\s+|(?<=\S)\s{{1,40}}(?=NGHỊ\s+QUYẾT\s*$)"
)
_NUMBER_LINE: Final = re.compile(r"^(?:(?:Luật|Bộ luật|Nghị quyết|Pháp lệnh)\s+)?[Ss](?:ố|Ố)\s*[:.]?\s*(.*)$")
_NUMBER: Final = re.compile(r"^(\d[\w.-]*(?:\s?/\s?[^\s/,;]+)+|\d+[-/][^\s,;]+)")
_PLACE: Final = re.compile(rf"(?<![\w-])([{UPPER}][{LOWER}’'.]*(?:[\s-]+[{UPPER}\d][{LOWER}\d’'.]*){{0,6}}),\s*ngày\b")
_COUNCIL_LINE: Final = re.compile(r"^(?:HỘI ĐỒNG NHÂN DÂN|[ỦU][YỶ] BAN|QUỐC HỘI|CỘNG H|KH[ÓO][ÁA]\b|KỲ HỌP|Khóa|Khoá)")
_THIS: Final = r"(?:Nghị quyết|Bộ luật|Luật|Pháp lệnh|Nghị định|Quyết định|Thông tư|Quy chế|Quy định)"
_EFFECT: Final = re.compile(
    rf"(?:{_THIS}(?:\s+này)?(?!\s+số)[^;]{{0,400}}?\s)(?<!hết )có\s+hiệu\s+lực(?:\s+thi\s+hành)?[\s,:]*"
    r"((?:kể\s+từ|từ|sau|ngay|vào|chậm|trong)\b[^;]{0,160}?)"
    r"(?=(?<=[^\s.…])\.(?:\s|/|$)|[;,]|\s+và\s|\s+thay\s+thế|$)"
)
_ADOPTED: Final = re.compile(
    r"Nghị quyết(?:\s+này)?\s+(?:đã\s+)?được\s+(?:Hội đồng nhân dân|HĐND|Quốc hội)[^;]{0,300}?"
    r"thông\s+qua\b([^;]{0,120})"
    r"|^(?:Luật|Bộ luật|Pháp lệnh)\s+này\s+(?:đã\s+)?được\s[^;]{0,300}?thông\s+qua\b([^;]{0,120})"
)
_FROM: Final = re.compile(r"^(?:kể\s+)?từ\s+(?:ngày\s+)?$")
_DATE_LINE: Final = re.compile(r",\s*ngày\b|^ngày\b", re.IGNORECASE)
_TITLE_GOES_ON: Final = re.compile(r"(?:^|\s)(?:của|cho|và|tại|với|do|về|các|số|\d\S*/\S+)$", re.IGNORECASE)
_BARE_DAY: Final = re.compile(r"^ngày[\d.…_ ]+tháng[\d.…_ ]+năm[\d.…_ ]+$", re.IGNORECASE)
_REPEALING: Final = ("ãi bỏ", "hay thế", "ết hiệu lực")
_SENTENCE_END: Final = re.compile(r"(?<=[.;])\s+")
_NUMBERED_TITLE: Final = re.compile(r"^\s+(?:số\s*:?\s*)?\d")
_NUMBER_IN_TITLE: Final = re.compile(r"\s(?:số\s*:?\s*)?(\d\S*/\S+)")
_OWN_NUMBER: Final = re.compile(
    r"^số\s*:?\s*\d\S*/\S+(?:\s+ngày\s+(?:\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|\d{1,2}/\d{1,2}/\d{4}))?",
    re.IGNORECASE,
)
_FROM_ADOPTION: Final = re.compile(
    r"^(?:kể\s+)?từ\s+(?:ngày|khi)\s+(?:(?:nghị quyết|này|được)\s+){0,3}(?:thông\s+qua|(?:Hội đồng nhân dân|HĐND)\b)"
)
_FROM_ISSUE: Final = re.compile(r"^(?:kể\s+)?từ\s+ngày\s+(?:được\s+)?(?:ký(?:\s+ban\s+hành)?|ban\s+hành)$")
_KIND_CODE: Final = re.compile(r"/(NQ|NĐ|QĐ|TTr|TT|QH|BC|KH|CT|TB|KL)")
_KIND_BY_CODE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "NQ": "Nghị quyết",
        "NĐ": "Nghị định",
        "QĐ": "Quyết định",
        "TT": "Thông tư",
        "QH": "Luật",
        "BC": "Báo cáo",
        "TTr": "Tờ trình",
        "KH": "Kế hoạch",
        "CT": "Chỉ thị",
        "TB": "Thông báo",
        "KL": "Kết luận",
    }
)
_THIS_KIND: Final = re.compile(rf"^({_THIS})\s+này\s+(?:quy định|quyết định|có hiệu lực|đã được|được|ban hành)")
_LAST_PARAGRAPHS: Final = 12


def describe(document: Document, rows: Sequence[Row], lines: Sequence[Line], regions: Regions) -> Described:
    """The metadata of a document; what it does not print stays None."""
    front = [part for row in (*regions.front, *_council_rows(regions.preamble)) for part in segments(row, lines)]
    closing = [part for row in regions.closing for part in segments(row, lines)]
    text = [node.heading or node.text for node in document.walk()]
    sentences = _last_sentences(document)
    issuer = issuer_of(front, sentences, text)
    kind, kind_at = _kind(front, document, text)
    number, number_printed = _number(front, kind_at)
    adoption = _adoption(sentences)
    letterhead = _day_of_letterhead(front)
    adopted_on = _adopted_on(adoption, letterhead)
    effective_text, effect = _effect(document)
    marked = any(row.stamp and is_draft_mark(row.text) for row in rows) or any(map(is_draft_mark, front))
    printed = adoption or letterhead
    metadata = Metadata(
        kind=kind,
        issuer=issuer.name if issuer else None,
        level=issuer.level if issuer else None,
        number=number,
        title=_title(front, kind_at),
        adopted_on=adopted_on,
        effective_on=effect.day if effect else _day_meant(effective_text, adoption, letterhead),
        status=_status(kind, adopted_on, marked=marked, blank=printed is not None and printed.blank),
        signer=signer_of(closing),
        place=next((match[1] for line in front if (match := _PLACE.search(line))), None),
        effective_text=effective_text,
        recipients=recipients_of(closing),
        bases=tuple(_bases(document.preamble)),
        repeals=tuple(_repeals(document, number)),
    )
    return Described(metadata, issuer, number_printed, adoption, letterhead, effect)


def _bases(preamble: Sequence[Provision]) -> Iterator[DocumentRef]:
    """The documents of the preamble, also those that go on from the line above without "Căn cứ"."""
    begun = False
    for node in preamble:
        begun = begun or is_basis(node.text)
        if begun and (is_basis(node.text) or names_document(node.text)):
            yield from bases_in(node.text)


def _council_rows(preamble: Sequence[Row]) -> Iterator[Row]:
    """The enacting council's name and session, printed between the title and the first basis."""
    for row in preamble:
        if is_basis(row.text) or is_enacting(row.text):
            return
        yield row


def segments(row: Row, lines: Sequence[Line]) -> list[str]:
    """The columns of a letterhead or signature line, told apart by tabs or wide gaps in the source."""
    if row.stamp:
        return []
    source = lines[row.line - 1].text if row.cell is None else row.text
    return [part for piece in _COLUMNS.split(source) if (part := unmarked(piece))]


def _kind(front: Sequence[str], document: Document, text: Sequence[str]) -> tuple[str | None, int]:
    """The kind of document and the place of its line in the front, -1 where it has none."""
    for index, line in enumerate(front):
        if line.lower().rstrip(" :.") in KIND_WORDS:
            return _sentence_case(line.rstrip(" :.")), index
    for index, line in enumerate(front):
        word = names_kind(line) or _numbered_kind(line)
        if word:
            return _sentence_case(word), index
    for line in front:
        numbered = _NUMBER_LINE.match(line)
        if numbered and (code := _KIND_CODE.search(numbered[1])):
            return _KIND_BY_CODE[code[1]], -1
    for line in text:
        this = _THIS_KIND.search(line)
        if this:
            return this[1], -1
    enacted = any("QUYẾT NGHỊ" in node.text for node in document.preamble)
    return ("Nghị quyết" if enacted else None), -1


def _numbered_kind(line: str) -> str | None:
    """The kind that stands with its number in one line: "Nghị định 155/2026/NĐ-CP …"."""
    word = next((word for word in KIND_WORDS if line.lower().startswith(word + " ")), None)
    return word if word and _NUMBERED_TITLE.match(line[len(word) :]) else None


def _sentence_case(word: str) -> str:
    return word[:1].upper() + word[1:].lower()


def _number(front: Sequence[str], kind_at: int) -> tuple[str | None, bool]:
    """The number as printed, None where it is blank; and whether a line for it is there at all."""
    printed = False
    for index, line in enumerate(front):
        match = _NUMBER_LINE.match(line)
        if match is None and index == kind_at:
            match = _NUMBER_IN_TITLE.search(line)
        if match:
            printed = True
            number = _NUMBER.match(match[1])
            if number:
                return "".join(number[0].split()).rstrip("."), True
    return None, printed


def _title(front: Sequence[str], kind_at: int) -> str | None:
    if kind_at < 0:
        return None
    head = front[kind_at]
    word = next(word for word in KIND_WORDS if head.lower().startswith(word))
    pieces = [head[len(word) :].strip(" :.")]
    for line in front[kind_at + 1 :]:
        if _ends_title(line, pieces[-1]):
            break
        pieces.append(line)
    return _OWN_NUMBER.sub("", " ".join(piece for piece in pieces if piece)).strip(" :.") or None


def _ends_title(line: str, above: str) -> bool:
    """Whether the line is the council's, or another of the letterhead, and does not go on the title above."""
    if _TITLE_GOES_ON.search(above):
        return False
    return bool(_COUNCIL_LINE.match(line) or _NUMBER_LINE.match(line) or _PLACE.match(line) or _BARE_DAY.match(line))


def _day_of_letterhead(front: Sequence[str]) -> PrintedDay | None:
    """The day beside the place of issue, also where the line breaks before the year."""
    for line, below in zip(front, (*front[1:], ""), strict=False):
        day = _letterhead_day(line)
        if day is not None:
            whole = first_day(f"{line} {below}") if day.blank and below[:4].isdigit() else None
            return whole or day
    return None


def _letterhead_day(line: str) -> PrintedDay | None:
    return first_day(line) if _DATE_LINE.search(line) else None


def _last_sentences(document: Document) -> list[str]:
    """Where adoption is told: the closing, then the end of the body from its last paragraph back."""
    body = [node.text for part in document.body for node in part.walk() if node.text]
    return [*(node.text for node in document.closing), *reversed(body[-_LAST_PARAGRAPHS:])]


def _adoption(sentences: Sequence[str]) -> PrintedDay | None:
    for sentence in sentences:
        adopted = _ADOPTED.search(sentence) if "thông qua" in sentence else None
        if adopted:
            rest = adopted[1] or adopted[2] or ""
            day = first_day(rest)
            if day or "ngày" in rest:
                return day or PrintedDay(None, blank=True, start=0, end=0)
    return None


def _adopted_on(adoption: PrintedDay | None, letterhead: PrintedDay | None) -> date | None:
    printed = adoption or letterhead
    return printed.day if printed else None


def _status(kind: str | None, adopted_on: date | None, *, marked: bool, blank: bool) -> Status:
    undecided = blank or (kind == "Nghị quyết" and adopted_on is None)
    return Status.DRAFT if marked or undecided else Status.ADOPTED


def _effect(document: Document) -> tuple[str | None, PrintedDay | None]:
    """What the document says of its commencement, and the day where it prints one."""
    body = [node.text or node.heading for part in document.body for node in part.walk()]
    for sentence in (*(node.text for node in document.closing), *reversed(body)):
        effect = _EFFECT.search(sentence) if "hiệu lực" in sentence else None
        if effect:
            day = first_day(effect[1])
            return effect[1], day if day and _FROM.match(effect[1][: day.start]) else None
    return None, None


def _day_meant(effective_text: str | None, adoption: PrintedDay | None, letterhead: PrintedDay | None) -> date | None:
    """The day of "kể từ ngày thông qua", or of "kể từ ngày ký": the one the letterhead gives (Decree 30/2020)."""
    if effective_text and _FROM_ADOPTION.match(effective_text):
        return _adopted_on(adoption, letterhead)
    if effective_text and letterhead and _FROM_ISSUE.match(effective_text.strip(" .")):
        return letterhead.day
    return None


def _repeals(document: Document, own_number: str | None) -> Iterator[DocumentRef]:
    seen: set[str | None] = {own_number}
    for part in (*document.body, *document.closing):
        for node in part.walk():
            for ref in _repealed_by(node):
                if ref.number not in seen:
                    seen.add(ref.number)
                    yield ref


def _repealed_by(node: Provision) -> Iterator[DocumentRef]:
    text = node.text or node.heading
    if not _repeals_something(text):
        return
    for sentence in _SENTENCE_END.split(text):
        if _repeals_something(sentence):
            yield from numbered_in(sentence)
    if text.endswith(":"):
        for child in node.children:
            yield from numbered_in(child.text)


def _repeals_something(text: str) -> bool:
    return any(words in text for words in _REPEALING)
