"""DOCX: the words as Word would print them, automatic labels included."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree

from dienhong.reading import media
from dienhong.reading.cleaning import clean
from dienhong.reading.docx_runs import PAGE_END, Runs, Segment, bold_of, split_lines, word_art_in
from dienhong.reading.limits import Limits
from dienhong.reading.numbering import Numbering
from dienhong.reading.package import Package, kind_of
from dienhong.reading.refusals import Refusal, Unreadable
from dienhong.reading.source import Reading
from dienhong.reading.word_names import MC, W, number, switch, value
from dienhong.reading.word_styles import Styles, draws_lines, listed_of
from lawcore.provisions.model import Line

Cell = tuple[int, int, int]
DRAFT = "DỰ THẢO"
LAYOUT_ROWS, LAYOUT_COLUMNS = 4, 3  # a header or signature block is no larger

NOTES = {
    "changes": "Văn bản có {n} chỗ sửa đổi được theo dõi: đã lấy phần thêm vào, bỏ phần đã xóa.",
    "comments": "Bỏ qua {n} nhận xét bên lề.",
    "hidden": "Bỏ qua {n} đoạn chữ ẩn.",
    "footnotes": "Có {n} chú thích, được chép ở cuối văn bản.",
    "pictures": "Có {n} hình ảnh không đọc được chữ bên trong.",
    "embedded": "Có {n} tệp nhúng không đọc.",
    "legacy": "Có {n} đoạn dùng phông chữ cũ (TCVN3 hoặc VNI), đã chuyển sang Unicode.",
    "margins": "Không đọc chữ ở đầu trang và chân trang.",
    "stamps": "Dấu «DỰ THẢO» ở đầu trang hoặc nền trang được ghi thành dòng đầu tiên.",
    "macros": "Tệp có macro: chỉ đọc phần chữ, macro không được chạy.",
}


class Body:
    """One pass over a document, keeping the page, the lists and the fields as they go."""

    def __init__(self, package: Package, main: str) -> None:
        parts = {kind: target for _, kind, target in package.relations(main)}
        self.counts: Counter[str] = Counter()
        self.styles = Styles(_part(package, parts, "styles"))
        self.numbering = Numbering(_part(package, parts, "numbering"), self.styles.style_lists())
        self.runs = Runs(self.styles, self.counts)
        self.lines: list[Line] = []
        self._package, self._parts = package, parts
        self._page = 1
        self._fresh_page = True  # nothing printed on it yet
        self._tables = 0
        self._carried: list[Segment] = []  # of a paragraph whose mark was deleted

    def read(self, root: etree._Element) -> None:
        body = root.find(W + "body")
        if body is None:
            raise Unreadable(Refusal.BROKEN)
        if self._is_stamped_draft():
            self.lines.append(Line(DRAFT, self._page))
            self.counts["stamps"] += 1
        self._blocks(body, None)
        self._foot("footnotes", self.runs.footnotes)
        self._foot("endnotes", self.runs.endnotes)

    def _blocks(self, parent: etree._Element, cell: Cell | None) -> None:
        for block in _blocks_of(parent):
            if block.tag == W + "p":
                self._paragraph(block, cell)
            elif block.tag == W + "tbl":
                self._table(block, cell)
            else:
                self.counts["embedded"] += 1
        if self._carried:  # nothing follows to join
            carried, self._carried = self._carried, []
            self._print("", carried, cell)

    def _paragraph(self, element: etree._Element, cell: Cell | None) -> None:
        properties = element.find(W + "pPr")
        style = value(properties, "pStyle")
        broken = switch(properties, "pageBreakBefore")
        if self.styles.breaks_page_before(style) if broken is None else broken:
            self._turn_page()
        segments = self._carried + self.runs.of(element, self.styles.paragraph_look(style))
        self._carried = []
        mark = None if properties is None else properties.find(W + "rPr")
        if mark is not None and mark.find(W + "del") is not None:
            self._carried = segments
            return
        hidden = mark is not None and bool(switch(mark, "vanish"))
        if not (hidden and not any(text for text, _ in segments)):
            self._print(self._label(properties, style), segments, cell)
        self.lines += (Line(words, self._page, cell=cell) for words in self.runs.take_word_art())
        for box in self.runs.take_boxes():
            self._blocks(box, cell)
        section = None if properties is None else properties.find(W + "sectPr")
        if section is not None and value(section, "type") not in ("continuous", "nextColumn"):
            self._turn_page()

    def _label(self, properties: etree._Element | None, style: str | None) -> str:
        said = listed_of(properties)
        by_style = self.styles.listed(style)
        if said is None and by_style is None:
            return ""
        if said is None and by_style is not None:
            said, source = by_style
            level = said.level if said.level is not None else self.numbering.level_of_style(said.num_id, source)
        else:
            level = said.level or 0 if said else 0
        return self.numbering.label(said.num_id, level) if said and said.num_id != "0" else ""

    def _print(self, label: str, segments: list[Segment], cell: Cell | None) -> None:
        for at, pieces in enumerate(split_lines(segments)):
            page = self._page
            text = ""
            for piece, _ in pieces:
                if piece == PAGE_END:
                    self._turn_page()
                    page = page if text.strip() else self._page
                    continue
                text += piece
                self._fresh_page = self._fresh_page and not piece.strip()
            if at and not text and pieces:  # only a page break stood here
                continue
            if at == 0 and label:
                text = f"{label} {text.lstrip()}" if text.strip() else label
            self.lines.append(Line(text, page, bold_of(pieces), cell))

    def _turn_page(self) -> None:
        """Word writes one break in several ways at once; a page with nothing on it is not left."""
        if not self._fresh_page:
            self._page += 1
            self._fresh_page = True

    def _table(self, table: etree._Element, outer: Cell | None) -> None:
        rows = [list(_cells_of(row)) for row in _rows_of(table)]
        layout = self._is_layout(table, rows)
        identity = self._tables
        self._tables += 0 if layout else 1
        for at, cells in enumerate(rows):
            column = 0
            for cell in cells:
                properties = cell.find(W + "tcPr")
                self._blocks(cell, outer if layout else (identity, at, column))
                column += max(number(value(properties, "gridSpan")) or 1, 1)

    def _is_layout(self, table: etree._Element, rows: list[list[etree._Element]]) -> bool:
        """A frame, or the borderless header and signature blocks of an official document: no table to a reader."""
        if len(rows) == 1 and len(rows[0]) == 1:
            return True
        if len(rows) > LAYOUT_ROWS or max(map(len, rows), default=0) > LAYOUT_COLUMNS:
            return False
        properties = table.find(W + "tblPr")
        if properties is not None and properties.find(W + "tblBorders") is not None:
            lines = draws_lines(properties)
        else:
            lines = self.styles.has_borders(value(properties, "tblStyle"))
        return not lines and not any(True for _ in table.iter(W + "tcBorders"))

    def _is_stamped_draft(self) -> bool:
        """Whether the running head or the watermark behind the pages says that this is a draft."""
        for name in self._package.names():
            root = self._package.xml(name) if name.startswith("word/header") and name.endswith(".xml") else None
            if root is not None:
                words = "".join(text.text or "" for text in root.iter(W + "t")) + "".join(word_art_in(root))
                if DRAFT in clean(words).upper():
                    return True
        return False

    def _foot(self, kind: str, wanted: list[str]) -> None:
        root = _part(self._package, self._parts, kind) if wanted else None
        notes = {} if root is None else {note.get(W + "id", ""): note for note in root}
        for printed, identity in enumerate(wanted, start=1):
            if identity in notes:
                self.counts["footnotes"] += 1
                first = len(self.lines)
                self._blocks(notes[identity], None)
                if len(self.lines) > first:
                    line = self.lines[first]
                    self.lines[first] = Line(f"[{printed}] {line.text.strip()}", line.page, line.bold)


def _part(package: Package, parts: dict[str, str], kind: str) -> etree._Element | None:
    return package.xml(parts[kind]) if kind in parts else package.xml(f"word/{kind}.xml")


def _blocks_of(parent: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs, tables and embedded files, through the wrappers that print nothing themselves."""
    for child in parent:
        if child.tag in (W + "p", W + "tbl", W + "altChunk"):
            yield child
        elif child.tag == W + "sdt":
            content = child.find(W + "sdtContent")
            yield from () if content is None else _blocks_of(content)
        elif child.tag in (W + "customXml", W + "ins", W + "moveTo"):
            yield from _blocks_of(child)
        elif child.tag == MC + "AlternateContent":
            choice = child.find(MC + "Choice")
            yield from () if choice is None else _blocks_of(choice)


def _unwrapped(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (W + "sdt", W + "sdtContent", W + "customXml", W + "ins"):
            yield from _unwrapped(child, tag)


def _rows_of(table: etree._Element) -> Iterator[etree._Element]:
    for row in _unwrapped(table, W + "tr"):
        properties = row.find(W + "trPr")
        if properties is None or properties.find(W + "del") is None:
            yield row


def _cells_of(row: etree._Element) -> Iterator[etree._Element]:
    return _unwrapped(row, W + "tc")


def read(package: Package) -> Reading:
    """The whole document: body, then footnotes."""
    main = next((target for _, kind, target in package.relations("") if kind == "officeDocument"), "word/document.xml")
    root = package.xml(main)
    if root is None:
        raise Unreadable(Refusal.BROKEN)
    body = Body(package, main)
    body.read(root)
    names = package.names()
    body.counts["margins"] = int(any(name.startswith(("word/header", "word/footer")) for name in names))
    body.counts["macros"] = int(any(name.endswith("vbaProject.bin") for name in names))
    notes = [sentence.format(n=body.counts[kind]) for kind, sentence in NOTES.items() if body.counts[kind]]
    return Reading(body.lines, notes)


def answer(data: bytes, *, limits: Limits, page: int) -> dict[str, Any]:  # noqa: ARG001 (one shape for all jobs)
    """The reading of a DOCX; of another package only its media type."""
    package = Package(data, limits)
    media_type = kind_of(package)
    reading = read(package) if media_type == media.DOCX else Reading()
    return reading.to_json() | {"media_type": media_type}
