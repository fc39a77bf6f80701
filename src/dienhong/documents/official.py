"""A document of an authority before it has a file format: what it says, never how it looks.

The parts are those of Decree 30/2020/NĐ-CP art. 8; how each is printed (Appendix I) is the business of
the renderers `word`, `page` and `pdf`. The text is always Vietnamese, whatever language the reader
of the site has chosen: the original of an administrative document has one language.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
DRAFT_MARK = "DỰ THẢO"
NO_DATA = "chưa có số liệu"
POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
FIRST_MONTH_WITHOUT_ZERO = 3
TWO_DIGITS = 10
ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
KHMER = re.compile("[\u1780-\u17ff\u19e0-\u19ff][\u1780-\u17ff\u19e0-\u19ff\u200b-\u200d]*")
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
BESIDE_SIGNATURE = 12  # lines of 11 points, as high as a signature
BLANK = "\u00a0" * 6  # room for a figure written by hand

CellValue: TypeAlias = "str | int | Decimal | date | Code | None"


@dataclass(frozen=True, slots=True)
class Code:
    """A small QR picture in a cell of a table: what it holds, and the words under it."""

    text: str
    words: str = ""


class Sheet(StrEnum):
    """The paper. A3 is the same layout drawn larger by the square root of two (ISO 216)."""

    A4 = "A4"
    A3 = "A3"


class Level(StrEnum):
    """What a heading is; the number printed before it follows from its place."""

    CHAPTER = "chapter"  # Chương I, its title below in capitals
    SECTION = "section"  # I.
    ARTICLE = "article"  # Điều 1.
    CLAUSE = "clause"  # 1.
    POINT = "point"  # a)


class Align(StrEnum):
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one weight and slope."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body; `citation` is the provision it answers to, printed after it in brackets.

    `language` is a BCP 47 code where it is not Vietnamese.
    """

    text: str | tuple[Run, ...]
    citation: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    level: Level
    text: str


@dataclass(frozen=True, slots=True)
class DashList:
    """Items that each begin with a dash, as official Vietnamese prints a list without numbers."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. `share` is its part of the width; neighbours of one `group` share a head."""

    title: str
    share: int = 10
    align: Align = Align.LEFT
    group: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """`across`: the first cell over the whole width, as the heading of the rows below it.

    `tall`: with room to write and sign by hand.
    """

    cells: tuple[CellValue, ...]
    strong: bool = False
    across: bool = False
    tall: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; None in a cell is an unknown figure and prints as "chưa có số liệu", never as 0."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        for number, row in enumerate(self.rows, start=1):
            if len(row.cells) != len(self.columns):
                raise ValueError(f"Row {number} has {len(row.cells)} cells, the table {len(self.columns)} columns")

    @property
    def grouped(self) -> bool:
        return any(column.group for column in self.columns)


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


@dataclass(frozen=True, slots=True)
class Scan:
    """A QR picture large enough for a board, with words beside it; the first line is set in bold."""

    url: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signatures:
    """Places for several people to sign, side by side; no page parts a row of them."""

    places: tuple["Signer", ...]
    across: int = 2
    hint: str = ""  # under every post: "(ký, ghi rõ họ và tên)"

    @property
    def rows(self) -> tuple[tuple["Signer", ...], ...]:
        """The places row by row."""
        return tuple(self.places[at : at + self.across] for at in range(0, len(self.places), self.across))


Block: TypeAlias = Paragraph | Heading | DashList | Table | PageBreak | Scan | Signatures


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issues: the name line by line as it is to be broken, and the body above where there is one."""

    name: tuple[str, ...]
    superior: tuple[str, ...] = ()

    @property
    def in_words(self) -> str:
        return " ".join(self.name)


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs. `authority` holds the lines above the post ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")."""

    post: str
    name: str = ""
    authority: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trace:
    """How paper finds its way back: the code, the address it stands for, and the ledger's eight words."""

    code: str
    url: str
    words: tuple[str, ...] = ()

    @property
    def printed_code(self) -> str:
        half = len(self.code) // 2
        return f"{self.code[:half]}-{self.code[half:]}"


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex on pages of its own; `landscape` turns the sheet for a wide table."""

    title: str
    blocks: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class OfficialDocument:
    """A document of an authority (Decree 30/2020/NĐ-CP art. 8).

    `type_name` is "Báo cáo", "Kế hoạch" … and "" for an official letter, whose subject stands under its
    number; `subject` goes on from it in small letters ("thực hiện …"). `number` and `dated` stay None until
    the clerk gives them and are then blank to write in. `prepared_on` is the day of the draft: it gives the
    year of a blank date and the file's own date, so that the same document is the same bytes. Whatever is
    not `issued` is marked DỰ THẢO.
    """

    issuer: Issuer
    type_name: str
    subject: str
    sign: str  # what follows the number: "BC-UBND"
    place: str
    prepared_on: date
    blocks: tuple[Block, ...]
    number: int | None = None
    dated: date | None = None
    addressed_to: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    signer: Signer | None = None
    recipients: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = ()
    trace: Trace | None = None
    issued: bool = False
    sheet: Sheet = Sheet.A4
    large: bool = False  # the text in letters to be read from afar
    compact: bool = False  # the smallest letters that the decree allows, to fit one sheet
    footer: str = ""  # at the foot of every page, before "trang x/y"

    @property
    def title(self) -> str:
        return f"{self.type_name} {self.subject}" if self.type_name else f"V/v {self.subject}"

    @property
    def printed_subject(self) -> str:
        """The subject on a line of its own below the name of the type."""
        return self.subject[:1].upper() + self.subject[1:]

    @property
    def number_and_sign(self) -> str:
        return f"{BLANK if self.number is None else f'{self.number:02d}'}/{self.sign}"

    @property
    def number_line(self) -> str:
        """Appendix I part I sec. II.3: a number below 10 is written with a zero before it."""
        return f"Số: {self.number_and_sign}"

    @property
    def date_in_words(self) -> str:
        """Appendix I part I sec. II.4: zero before days below 10 and before months 1 and 2 only."""
        if self.dated is None:
            return f"ngày{BLANK}tháng{BLANK}năm {self.prepared_on.year}"
        return f"ngày {self.dated.day:02d} tháng {month_in_figures(self.dated.month)} năm {self.dated.year}"

    @property
    def date_line(self) -> str:
        return f"{self.place}, {self.date_in_words}"


def month_in_figures(month: int) -> str:
    return f"{month:02d}" if month < FIRST_MONTH_WITHOUT_ZERO else str(month)


def annex_label(document: OfficialDocument, index: int) -> str:
    """Appendix I part I sec. III.1: two annexes or more are numbered in Roman figures."""
    return f"Phụ lục {roman(index + 1)}" if len(document.annexes) > 1 else "Phụ lục"


def annex_reference(document: OfficialDocument) -> str:
    """The line under an annex's title: with which document it was issued."""
    kind = document.type_name or "Công văn"
    return f"(Kèm theo {kind} số {document.number_and_sign} {document.date_in_words} của {document.issuer.in_words})"


def roman(number: int) -> str:
    digits = []
    for value, letters in ROMAN:
        count, number = divmod(number, value)
        digits.append(letters * count)
    return "".join(digits)


def point_letter(number: int) -> str:
    """a, b, c, d, đ, e, g … y, then aa, ab …: the letters of the Vietnamese order without f, j, w, z."""
    before, last = divmod(number - 1, len(POINT_LETTERS))
    return (point_letter(before) if before else "") + POINT_LETTERS[last]


def numbered(blocks: Sequence[Block]) -> Iterator[tuple[str, Block]]:
    """Each block with the number printed before it: "Chương I", "I.", "Điều 1.", "1.", "a)" or "".

    A higher heading starts the lower ones anew; articles run on through the chapters.
    """
    count = dict.fromkeys(Level, 0)
    below = {
        Level.CHAPTER: (Level.SECTION, Level.CLAUSE, Level.POINT),
        Level.SECTION: (Level.CLAUSE, Level.POINT),
        Level.ARTICLE: (Level.CLAUSE, Level.POINT),
        Level.CLAUSE: (Level.POINT,),
        Level.POINT: (),
    }
    for block in blocks:
        if not isinstance(block, Heading):
            yield "", block
            continue
        count[block.level] += 1
        count.update(dict.fromkeys(below[block.level], 0))
        yield _label(block.level, count[block.level]), block


def _label(level: Level, number: int) -> str:
    match level:
        case Level.CHAPTER:
            return f"Chương {roman(number)}"
        case Level.SECTION:
            return f"{roman(number)}."
        case Level.ARTICLE:
            return f"Điều {number}."
        case Level.CLAUSE:
            return f"{number}."
        case Level.POINT:
            return f"{point_letter(number)})"


def runs_of(paragraph: Paragraph) -> tuple[Run, ...]:
    """The words of a paragraph with its citation as the last, sloping run."""
    runs = (Run(paragraph.text),) if isinstance(paragraph.text, str) else paragraph.text
    return (*runs, Run(f" ({paragraph.citation})", italic=True)) if paragraph.citation else runs


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """What an officer typed in a box, as paragraphs: one for each line that is not empty."""
    return tuple(Paragraph(" ".join(line.split())) for line in text.splitlines() if line.strip())


def printed(value: CellValue) -> str:
    """A cell as Vietnamese prints it: 1.234, 98,5, 05/03/2026, "chưa có số liệu" for None."""
    match value:
        case None:
            return NO_DATA
        case str():
            return value
        case Code(words=words):
            return words
        case date():
            return f"{value:%d/%m/%Y}"
        case _:
            return f"{value:,}".translate(str.maketrans(",.", ".,"))


def list_punctuation(items: Sequence[str]) -> tuple[str, ...]:
    """Every item closes with ";" and the last with ".", unless it brings its own mark."""
    marks = ";" * (len(items) - 1) + "."
    return tuple(
        item if item.endswith((";", ".", ":", ",")) else item + mark for item, mark in zip(items, marks, strict=False)
    )


def recipients_printed(document: OfficialDocument) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The recipients beside the signature, which no page parts from it, and the rest of a long list below."""
    lines = tuple(f"- {item}" for item in list_punctuation(document.recipients))
    return lines[:BESIDE_SIGNATURE], lines[BESIDE_SIGNATURE:]


def printable(text: str) -> str:
    """The text without the control characters that no file format may hold; tabs and line ends stay."""
    return CONTROLS.sub("", text)


def by_script(text: str) -> Iterator[tuple[str, bool]]:
    """The text cut where Khmer begins and ends; True marks the Khmer pieces."""
    at = 0
    for match in KHMER.finditer(text):
        if match.start() > at:
            yield text[at : match.start()], False
        yield match.group(), True
        at = match.end()
    if at < len(text):
        yield text[at:], False
