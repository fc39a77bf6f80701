"""An official document as a web page that prints in the same layout, and as the source of its PDF."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from dienhong.documents import codes
from dienhong.documents.official import (
    COUNTRY,
    DRAFT_MARK,
    MOTTO,
    Align,
    Block,
    CellValue,
    Code,
    Column,
    DashList,
    Heading,
    Level,
    OfficialDocument,
    PageBreak,
    Paragraph,
    Row,
    Run,
    Scan,
    Signatures,
    Signer,
    Table,
    annex_label,
    annex_reference,
    list_punctuation,
    numbered,
    printed,
    recipients_printed,
    runs_of,
)


@dataclass(frozen=True, slots=True)
class HeadCell:
    title: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class BodyCell:
    text: str
    align: Align
    unknown: bool
    columns: int = 1
    picture: str = ""


@dataclass(frozen=True, slots=True)
class BodyRow:
    cells: tuple[BodyCell, ...]
    look: str


@dataclass(frozen=True, slots=True)
class PrintedTable:
    caption: str
    note: str
    widths: tuple[str, ...]
    head: tuple[tuple[HeadCell, ...], ...]
    rows: tuple[BodyRow, ...]


@dataclass(frozen=True, slots=True)
class SigningPlace:
    lines: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class PrintedBlock:
    """A block as the template takes it; `kind` chooses the markup, the rest is set as the kind needs it."""

    kind: str
    runs: tuple[Run, ...] = ()
    label: str = ""
    text: str = ""
    rank: int = 0  # of the HTML heading: 2 for h2
    items: tuple[str, ...] = ()
    table: PrintedTable | None = None
    language: str = ""
    picture: str = ""
    places: tuple[tuple[SigningPlace, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedAnnex:
    label: str
    title: str
    reference: str
    landscape: bool
    blocks: tuple[PrintedBlock, ...]


def render_html(document: OfficialDocument, *, back: str = "") -> str:
    """A whole page with the layout of Decree 30/2020/NĐ-CP, for the screen and the browser's print.

    `back` is the address of the page to return to, in a bar that is not printed.
    """
    return _whole((document,), paged=False, back=back)


def render_html_series(documents: Sequence[OfficialDocument], *, back: str = "") -> str:
    """Documents of one kind as one page to print, each beginning a sheet. Raises ValueError for none."""
    return _whole(documents, paged=False, back=back)


def render_paged(document: OfficialDocument) -> str:
    """The same page for the PDF: the footer comes first, to be lifted into the margin of page one."""
    return _whole((document,), paged=True)


def render_paged_series(documents: Sequence[OfficialDocument]) -> str:
    """Documents of one kind as the source of one PDF; they have neither trace nor annexes. ValueError for none."""
    return _whole(documents, paged=True)


def _whole(documents: Sequence[OfficialDocument], *, paged: bool, back: str = "") -> str:
    if not documents:
        raise ValueError("a series has at least one document")
    first = documents[0]
    context = {
        "document": first,
        "paged": paged,
        "back": back,
        "draft_mark": "" if first.issued else DRAFT_MARK,
        "qr": _qr(first),
        "sheets": [
            SafeString(
                render_to_string("documents/sheet.html", _sheet(each, paged=paged, in_series=len(documents) > 1))
            )
            for each in documents
        ],
    }
    return render_to_string("documents/official.html", context)


def _sheet_look(document: OfficialDocument, *, in_series: bool) -> str:
    names = {"large": document.large, "compact": document.compact, "footed": document.footer, "letter": in_series}
    return " ".join(("sheet", *(name for name, wanted in names.items() if wanted)))


def _sheet(document: OfficialDocument, *, paged: bool, in_series: bool) -> dict[str, Any]:
    beside, below = recipients_printed(document)
    return {
        "document": document,
        "paged": paged,
        "country": COUNTRY,
        "motto": MOTTO,
        "draft_mark": "" if document.issued else DRAFT_MARK,
        "superior": [line.upper() for line in document.issuer.superior],
        "issuer": [line.upper() for line in document.issuer.name],
        "type_name": document.type_name.upper(),
        "addressed_to": list_punctuation(document.addressed_to),
        "bases": list_punctuation(document.bases),
        "recipients": beside,
        "more_recipients": below,
        "signature": _signature(document.signer),
        "blocks": tuple(_printed_blocks(document.blocks)),
        "annexes": tuple(_printed_annexes(document)),
        "qr": _qr(document),
        "look": _sheet_look(document, in_series=in_series),
        "element": "article" if in_series else "main",
        "heading": "h2" if in_series else "h1",
    }


def _signature(signer: Signer | None) -> tuple[str, ...]:
    return tuple(line.upper() for line in (*signer.authority, signer.post)) if signer else ()


def _qr(document: OfficialDocument) -> SafeString:
    return _picture(document.trace.url) if document.trace else SafeString("")


def _picture(url: str) -> SafeString:
    return mark_safe(codes.qr_svg(url, label=f"Mã QR dẫn đến {url}"))  # noqa: S308  our own SVG, its label escaped


def _printed_annexes(document: OfficialDocument) -> Iterator[PrintedAnnex]:
    for index, annex in enumerate(document.annexes):
        yield PrintedAnnex(
            annex_label(document, index),
            annex.title.upper(),
            annex_reference(document),
            annex.landscape,
            tuple(_printed_blocks(annex.blocks)),
        )


def _printed_blocks(blocks: Sequence[Block]) -> Iterator[PrintedBlock]:
    used = {block.level for block in blocks if isinstance(block, Heading)}
    ranks = {level: rank for rank, level in enumerate((level for level in Level if level in used), start=2)}
    for label, block in numbered(blocks):
        match block:
            case Paragraph():
                yield PrintedBlock("paragraph", runs=runs_of(block), language=block.language)
            case Heading(level=level, text=text):
                capital = level in {Level.CHAPTER, Level.SECTION}
                yield PrintedBlock(level, label=label, text=text.upper() if capital else text, rank=ranks[level])
            case DashList(items=items):
                yield PrintedBlock("dashes", items=list_punctuation(items))
            case Table():
                yield PrintedBlock("table", table=_printed_table(block))
            case PageBreak():
                yield PrintedBlock("break")
            case Scan(url=url, lines=lines):
                yield PrintedBlock("scan", items=lines, picture=_picture(url))
            case Signatures():
                yield PrintedBlock("signatures", text=block.hint, places=tuple(_places(block)))


def _places(block: Signatures) -> Iterator[tuple[SigningPlace, ...]]:
    for row in block.rows:
        yield tuple(SigningPlace(_signature(each), each.name) for each in row)


def _printed_table(table: Table) -> PrintedTable:
    total = sum(column.share for column in table.columns)
    return PrintedTable(
        table.caption,
        table.note,
        tuple(f"{100 * column.share / total:.2f}%" for column in table.columns),
        _head(table.columns, grouped=table.grouped),
        tuple(BodyRow(tuple(_body_cells(row, table.columns)), _look(row)) for row in table.rows),
    )


def _look(row: Row) -> str:
    return " ".join(name for name, wanted in (("strong", row.strong), ("tall", row.tall)) if wanted)


def _body_cells(row: Row, columns: Sequence[Column]) -> Iterator[BodyCell]:
    if row.across:
        yield BodyCell(printed(row.cells[0]), Align.LEFT, unknown=False, columns=len(columns))
        return
    for column, value in zip(columns, row.cells, strict=True):
        yield BodyCell(printed(value), column.align, value is None, picture=_code(value))


def _code(value: CellValue) -> str:
    if not isinstance(value, Code):
        return ""
    return mark_safe(codes.small_svg(value.text))  # noqa: S308  our own SVG


def _head(columns: Sequence[Column], *, grouped: bool) -> tuple[tuple[HeadCell, ...], ...]:
    if not grouped:
        return (tuple(HeadCell(column.title) for column in columns),)
    upper: list[HeadCell] = []
    for group, members in groupby(columns, key=lambda column: column.group):
        here = list(members)
        upper += [HeadCell(group, columns=len(here))] if group else [HeadCell(c.title, rows=2) for c in here]
    return tuple(upper), tuple(HeadCell(column.title) for column in columns if column.group)
