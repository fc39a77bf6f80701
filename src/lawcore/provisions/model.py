"""The nouns of a legal text: a line as it was read, a provision, a document, a finding."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What a node of the tree is; the value is its Akoma Ntoso element."""

    PART = "part"  # phần
    CHAPTER = "chapter"  # chương
    SECTION = "section"  # mục
    SUBSECTION = "subsection"  # tiểu mục
    ARTICLE = "article"  # điều
    CLAUSE = "paragraph"  # khoản
    POINT = "point"  # điểm
    BULLET = "indent"  # gạch đầu dòng
    ALINEA = "alinea"  # đoạn không đánh số
    TABLE_ROW = "tr"  # một dòng của bảng
    STAMP = "stamp"  # a mark laid over the page: DỰ THẢO, a page number, a running head


class Status(StrEnum):
    DRAFT = "draft"
    ADOPTED = "adopted"


class Level(StrEnum):
    PROVINCE = "province"
    COMMUNE = "commune"


@dataclass(frozen=True, slots=True)
class Line:
    """One line as a reader took it from the file, before any interpretation.

    `text` is NFC and keeps the printed list label ("1.", "a)", "-") even where the file holds
    it as automatic numbering. `cell` is (table, row, column), counted from 0, inside a table.
    """

    text: str
    page: int | None = None
    bold: bool = False
    cell: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """Where a node stands in the source: first and last line, counted from 1, and its first page."""

    first: int
    last: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Provision:
    """A node of the tree. Its words in order: label, heading, text, then those of its children.

    `number` is what is printed ("2", "11a", "đ", "IV"), "" for what has none; `eid` is unique in
    the document and follows the Akoma Ntoso naming convention: art_2__para_2__point_đ.
    """

    kind: Kind
    eid: str
    number: str
    label: str
    heading: str
    text: str
    span: Span
    children: tuple["Provision", ...] = ()
    glued: bool = False
    """Printed without a space after the label: "1.Giao …", "-Tổ chức …"."""
    offset: int | None = None
    """For a stamp laid over a sentence: where in the heading or text of its parent it stands."""

    def walk(self) -> Iterator["Provision"]:
        """This node, then all below it, in the order of the text."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))


@dataclass(frozen=True, slots=True)
class DocumentRef:
    """A document named in a text: "Luật ... số 10/2022/QH15 ngày 10/11/2022 của Quốc hội"."""

    type: str
    number: str | None
    year: int | None
    issuer: str | None
    dated: date | None
    title: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the document says of itself; None where it does not say."""

    kind: str | None = None  # "Nghị quyết", "Luật", "Báo cáo" …
    issuer: str | None = None
    level: Level | None = None
    number: str | None = None
    title: str | None = None
    adopted_on: date | None = None
    effective_on: date | None = None
    status: Status = Status.ADOPTED
    signer: str | None = None
    place: str | None = None
    effective_text: str | None = None
    recipients: tuple[str, ...] = ()
    bases: tuple[DocumentRef, ...] = ()
    repeals: tuple[DocumentRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something missing or contradictory in the document. Never guessed, only listed.

    `code` is stable ("number-blank", "name-two-spellings", "article-missing"); `at` the official
    citation or None for the whole document; `message` one Vietnamese sentence.
    """

    code: str
    at: str | None
    message: str


@dataclass(frozen=True, slots=True)
class Annex:
    title: str
    body: tuple[Provision, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. front, preamble and closing hold ALINEA, TABLE_ROW and STAMP nodes only."""

    metadata: Metadata
    front: tuple[Provision, ...]
    preamble: tuple[Provision, ...]
    body: tuple[Provision, ...]
    closing: tuple[Provision, ...]
    annexes: tuple[Annex, ...] = ()
    findings: tuple[Finding, ...] = field(default=())

    def walk(self) -> Iterator[Provision]:
        """Every node in the order of the text, annexes last."""
        for part in (self.front, self.preamble, self.body, self.closing, *(a.body for a in self.annexes)):
            for node in part:
                yield from node.walk()
