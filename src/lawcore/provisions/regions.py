"""Where a document's front, preamble, body, closing and annexes begin."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from lawcore.provisions.labels import read_article, read_group, read_label
from lawcore.provisions.marks import Row
from lawcore.provisions.model import Kind
from lawcore.vietnamese import LOWER


class Regions(NamedTuple):
    """The rows of each part; together, in order, they are all the rows."""

    front: Sequence[Row]
    preamble: Sequence[Row]
    body: Sequence[Row]
    closing: Sequence[Row]
    annexes: Sequence[Sequence[Row]]


KIND_WORDS: Final = (
    "nghị quyết liên tịch", "nghị quyết", "bộ luật", "luật", "pháp lệnh", "nghị định", "quyết định",
    "thông tư liên tịch", "thông tư", "chỉ thị", "báo cáo", "tờ trình", "kế hoạch", "hướng dẫn", "quy chế",
    "quy định", "quy ước", "hương ước", "chương trình", "công văn", "thông báo", "kết luận", "đề án", "biên bản",
    "hợp đồng", "hóa đơn", "hoá đơn", "giấy mời", "điều lệ", "nội quy", "lệnh", "công điện", "phương án",
    "danh mục", "phụ lục",
)  # fmt: skip
"""Kinds of documents, longest first where one opens another."""

_ENACTING: Final = re.compile(
    r"^(?:QUYẾT\s+(?:NGHỊ(?:\s+THÔNG\s+QUA)?|ĐỊNH)|NGHỊ\s+ĐỊNH)\s*[:.]$|^QUYẾT\s+NGHỊ$|^Quyết\s+nghị\s*:$"
)
_ENACTS: Final = re.compile(r"\bban hành (?:Nghị quyết|Luật|Bộ luật|Pháp lệnh|Nghị định|Quyết định|Thông tư)\b.*[.:]$")
_BASIS: Final = re.compile(
    r"^(?:Căn cứ|Xét|Theo (?:đề nghị|[Tt]ờ trình|[Bb]áo cáo)|Thực hiện|Sau khi|Qua xem xét|Trên cơ sở|Để)\b"
)
_ADOPTION: Final = re.compile(
    r"^(?:Nghị quyết|Luật|Bộ luật|Pháp lệnh|Quyết định|Quy chế|Quy định)(?:\s+này)?\s+(?:đã\s+)?được\s.*\bthông\s+qua\b"
)
_ADOPTED_OPENING: Final = re.compile(
    r"^(?:Nghị quyết|Luật|Bộ luật|Pháp lệnh)(?:\s+này)?\s+(?:đã\s+)?được\s+(?:Hội đồng|HĐND|Quốc hội)"
)
_RECIPIENTS: Final = re.compile(r"^(?:Nơi nhận|NƠI NHẬN|Nơi gửi)\b\s*[:.]?")
_SIGNING: Final = re.compile(
    r"^(?:(?:TM|T/M|KT|TL|TUQ|Q)\s*[./]\s*\S.*"
    r"|(?:QUYỀN\s+|PHÓ\s+)?(?:CHỦ\s+(?:TỊCH|TỌA|TOẠ)|THỦ\s+TƯỚNG|BỘ\s+TRƯỞNG|(?:TỔNG\s+)?BÍ\s+THƯ|GIÁM\s+ĐỐC)\b.*)$"
)
_ANNEX: Final = re.compile(
    r"^(?:PHỤ\s+LỤC|Phụ\s+lục)(?:\s+(?:số\s+|SỐ\s+)?(?:\d{1,3}[A-Za-z]?|[IVXLC]{1,7}|[A-Z]))?\s*[.:–-]?"
    rf"(?:\s+[^{LOWER}].*)?$"
    r"|^(?:QUY\s+(?:CHẾ|ĐỊNH|ƯỚC)|ĐỀ\s+ÁN|KẾ\s+HOẠCH|CHƯƠNG\s+TRÌNH|ĐIỀU\s+LỆ|NỘI\s+QUY|DANH\s+MỤC|HƯỚNG\s+DẪN"
    r"|BẢNG|BIỂU(?:\s+MẪU)?|MẪU|(?:BỘ\s+)?TIÊU\s+CHÍ)"
    rf"(?:\s+(?:SỐ|số)\s+\S{{1,6}})?(?:\s+[^{LOWER}]*)?$"
    r"|^Mẫu\s+số\s+\S{1,6}$"
)
_ATTACHED: Final = re.compile(r"(?:kèm theo|đính kèm)\b", re.IGNORECASE)
_LETTERHEAD: Final = re.compile(
    r"^(?:CỘNG\s+H[ÒO][ÀA]\s+XÃ\s+HỘI|Độc lập|HỘI ĐỒNG NHÂN DÂN|[ỦU][YỶ] BAN NHÂN DÂN"
    r"|(?:TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG|ĐẶC KHU)\s)"
)
_LONGEST_TITLE: Final = 12
_LONGEST_FRONT: Final = 30
_LONGEST_SIGNING: Final = 80


def divide(rows: Sequence[Row]) -> Regions:
    """Cut the rows into the parts of a legal document, losing none."""
    articles = list(_articles(rows))
    body = _body_start(rows, articles)
    articles = [(row, number) for row, number in articles if row >= body]
    last = _last_main_article(rows, articles)
    closing = _closing_start(rows, body if last is None else last)
    annexes = _annex_starts(rows, closing if last is None else last, closing)
    if annexes:
        closing = min(closing, annexes[0])
    preamble = _preamble_start(rows, body)
    ends = [*annexes[1:], len(rows)]
    return Regions(
        rows[:preamble],
        rows[preamble:body],
        rows[body:closing],
        rows[closing : annexes[0] if annexes else len(rows)],
        tuple(rows[start:end] for start, end in zip(annexes, ends, strict=True)) if annexes else (),
    )


def is_basis(text: str) -> bool:
    """Whether the line opens a legal basis: Căn cứ …, Xét …, Theo đề nghị …"""
    return bool(_BASIS.match(text))


def names_kind(text: str) -> str | None:
    """The kind of document a title line names: "NGHỊ QUYẾT", or in capitals before its subject."""
    lowered = text.lower().rstrip(" :.")
    if lowered in KIND_WORDS:
        return lowered
    return next((word for word in KIND_WORDS if lowered.startswith(word + " ") and text[: len(word)].isupper()), None)


def is_enacting(text: str) -> bool:
    """Whether the line is the enacting formula: QUYẾT NGHỊ:"""
    return bool(_ENACTING.match(text))


def is_recipients(text: str) -> bool:
    return bool(_RECIPIENTS.match(text))


def is_signing(text: str) -> bool:
    """Whether the line is the office that signs: TM. HỘI ĐỒNG NHÂN DÂN, CHỦ TỊCH."""
    return (
        len(text) <= _LONGEST_SIGNING
        and text.split("(", maxsplit=1)[0].upper() == text.split("(", maxsplit=1)[0]
        and bool(_SIGNING.match(text))
    )


def is_adoption(text: str) -> bool:
    """Whether the sentence says that the document was adopted."""
    return bool(_ADOPTION.match(text))


def is_adopted(text: str) -> bool:
    """Whether the line opens the sentence of adoption, which may go on below."""
    return bool(_ADOPTED_OPENING.match(text))


def is_annex_title(text: str) -> bool:
    """Whether the line opens an annex: PHỤ LỤC II, QUY CHẾ, Mẫu số 01."""
    return bool(_ANNEX.match(text))


def is_attachment(text: str) -> bool:
    """Whether the line says to what the annex belongs: (Kèm theo Nghị quyết số …)."""
    return bool(_ATTACHED.search(text))


def is_letterhead(text: str) -> bool:
    return bool(_LETTERHEAD.match(text))


def _articles(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    for index, row in enumerate(rows):
        if row.text[0] in "ĐÐ" and not row.stamp:
            label = read_article(row.text)
            if label and label.sure and (label.rest or row.text[-1] in ".:" or _stands_alone(rows, index)):
                digits = re.match(r"\d+", label.number)
                yield index, int(digits[0]) if digits else 0


def _stands_alone(rows: Sequence[Row], index: int) -> bool:
    return index == 0 or rows[index].after_blank or rows[index - 1].text[-1] in ".;:”"


def _body_start(rows: Sequence[Row], articles: Sequence[tuple[int, int]]) -> int:
    first = articles[0][0] if articles else len(rows)
    enacted = _enacted_below_contents(rows, articles)
    if enacted:
        return enacted
    bases = -1
    for index in range(first):
        text = rows[index].text
        if is_enacting(text):
            return index + 1
        if text[0] in "CXTSHĐU" and (is_basis(text) or (bases >= 0 and _ENACTS.search(text))):
            bases = index
    for index in range(bases + 1, first):
        text = rows[index].text
        group = read_group(text) if text[0] in "CcMmTtPp" else None
        if group and group.sure:
            return index
    return first if articles else _first_label(rows, bases)


def _enacted_below_contents(rows: Sequence[Row], articles: Sequence[tuple[int, int]]) -> int:
    """Where a table of contents names the articles first: after the enacting formula below it, else 0."""
    first = articles[0][0] if articles else len(rows)
    for index in range(first, len(rows)):
        text = rows[index].text
        if len(text) > _LONGEST_SIGNING or not text[0].isupper():
            continue
        if is_recipients(text) or is_signing(text):
            return 0
        if is_enacting(text):
            following = next((number for row, number in articles if row > index), 0)
            return index + 1 if following == 1 else 0
    return 0


def _first_label(rows: Sequence[Row], bases: int) -> int:
    """A document without articles: its body starts at the first numbered line, or after its title."""
    for index in range(bases + 1, len(rows)):
        row = rows[index]
        if row.cell is None and not row.stamp:
            if is_recipients(row.text) or is_signing(row.text):
                break
            label = read_label(row.text)
            if label and label.kind in {Kind.SECTION, Kind.CLAUSE} and label.number in {"I", "1"}:
                return index
    if bases >= 0:
        return _end_of_sentence(rows, bases)
    return next((i + 1 for i, row in enumerate(rows[:_LONGEST_FRONT]) if names_kind(row.text)), 0)


def _end_of_sentence(rows: Sequence[Row], index: int) -> int:
    while index + 1 < len(rows) and rows[index].text[-1] not in ".;:" and rows[index + 1].text[0].islower():
        index += 1
    return index + 1


def _preamble_start(rows: Sequence[Row], body: int) -> int:
    """After the title: the council's name in capitals, or the first legal basis."""
    titled = False
    for index in range(body):
        row = rows[index]
        if row.stamp:
            continue
        subject = titled and index > 0 and rows[index - 1].text.lower() in KIND_WORDS  # "KẾ HOẠCH / Thực hiện …"
        titled = titled or row.text.lower() in KIND_WORDS
        if (is_basis(row.text) and not (subject and row.text.startswith("Thực hiện"))) or is_enacting(row.text):
            return index
        if (
            titled
            and row.text.isupper()
            and row.text.startswith(("HỘI ĐỒNG", "QUỐC HỘI", "CHÍNH PHỦ", "ỦY BAN", "UỶ BAN"))
        ):
            return index
    return body


def _last_main_article(rows: Sequence[Row], articles: Sequence[tuple[int, int]]) -> int | None:
    """The row of the last article of the main body: numbering has not yet begun anew."""
    last = None
    for index, number in articles:
        if last is not None and number == 1 and _opens_annex(rows, last, index):
            break
        last = index
    return last


def _opens_annex(rows: Sequence[Row], last: int, index: int) -> bool:
    between = rows[last + 1 : index]
    return any(is_annex_title(row.text) or _ATTACHED.search(row.text) or is_recipients(row.text) for row in between)


def _closing_start(rows: Sequence[Row], after: int) -> int:
    for index in range(after, len(rows)):
        row = rows[index]
        if row.stamp:
            continue
        first = row.text[0]
        if first == "N" and is_recipients(row.text):
            return index
        if first in "NLBPQ" and index > after and _adopts(rows, index):
            return index
        if first.isupper() and is_signing(row.text):
            return _before_empty_table(rows, index)
    return len(rows)


def _before_empty_table(rows: Sequence[Row], index: int) -> int:
    """The signature often stands in the same table as the recipients: keep the table whole."""
    cell = rows[index].cell
    while cell and index and (before := rows[index - 1].cell) and before[0] == cell[0]:
        index -= 1
    return index


def _adopts(rows: Sequence[Row], index: int) -> bool:
    return is_adoption(" ".join(row.text for row in rows[index : index + 3] if not row.stamp))


def _annex_starts(rows: Sequence[Row], after: int, closing: int) -> list[int]:
    starts: list[int] = []
    title_from = -_LONGEST_TITLE
    for index in range(after + 1, len(rows)):
        row = rows[index]
        if not is_annex_title(row.text):
            continue
        if index < closing and not _is_attached(rows, index):
            continue
        if _titles_a_group(rows[index - 1]) or (starts and _only_titles(rows, title_from, index)):
            continue
        start = index
        while start > closing and _LETTERHEAD.match(rows[start - 1].text):
            start -= 1
        starts.append(start)
        title_from = index
    return starts


def _titles_a_group(before: Row) -> bool:
    """Whether the line above is "Chương I" alone: then QUY ĐỊNH CHUNG is its title, not an annex."""
    group = read_group(before.text) if before.text[0] in "CcMmTtPp" else None
    return group is not None and not group.rest


def _is_attached(rows: Sequence[Row], index: int) -> bool:
    """Whether a title in the middle of the text opens an annex: what follows says so, or begins with Điều 1."""
    if rows[index].text.upper().startswith("PHỤ LỤC") and rows[index].text.isupper():
        return True
    for row in rows[index + 1 : index + _LONGEST_TITLE]:
        if _ATTACHED.search(row.text):
            return True
        label = read_article(row.text) if row.text[0] in "ĐÐ" else None
        if label:
            return label.number == "1"
    return False


def _only_titles(rows: Sequence[Row], start: int, index: int) -> bool:
    return index - start < _LONGEST_TITLE and all(
        row.text.isupper() or _ATTACHED.search(row.text) for row in rows[start:index]
    )
