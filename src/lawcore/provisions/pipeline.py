"""Reading a legal document: a tuple of small stages, each a value in and a value out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from lawcore.provisions.annexes import title_of
from lawcore.provisions.examination import examine
from lawcore.provisions.marks import Row, flattened, rows_of, stamped
from lawcore.provisions.metadata import NOTHING_DESCRIBED, Described, describe
from lawcore.provisions.model import Annex, Document, Line, Metadata
from lawcore.provisions.paragraphs import Layout, labelled, layout_of, plain
from lawcore.provisions.regions import Regions, divide
from lawcore.provisions.tree import flat, grow

EMPTY: Final = Document(Metadata(), (), (), (), ())
UNWRAPPED: Final = Layout(0, spaced=False)
UNDIVIDED: Final = Regions((), (), (), (), ())


@dataclass(frozen=True, slots=True)
class Reading:
    """What the stages hand on: the source, and what is known of it so far."""

    lines: Sequence[Line]
    rows: Sequence[Row] = ()
    layout: Layout = UNWRAPPED
    regions: Regions = UNDIVIDED
    document: Document = EMPTY
    described: Described = NOTHING_DESCRIBED


def drop_marks(reading: Reading) -> Reading:
    return replace(reading, rows=stamped(flattened(rows_of(reading.lines))))


def measure_layout(reading: Reading) -> Reading:
    return replace(reading, layout=layout_of(reading.rows))


def find_regions(reading: Reading) -> Reading:
    return replace(reading, regions=divide(reading.rows))


def build_tree(reading: Reading) -> Reading:
    layout, parts = reading.layout, reading.regions
    return replace(
        reading,
        document=Document(
            Metadata(),
            front=flat(plain(parts.front, layout), "preface__"),
            preamble=flat(plain(parts.preamble, layout), "preamble__"),
            body=grow(labelled(parts.body, layout)),
            closing=flat(plain(parts.closing, layout), "conclusions__"),
            annexes=tuple(_annex(number, rows, layout) for number, rows in enumerate(parts.annexes, start=1)),
        ),
    )


def _annex(number: int, rows: Sequence[Row], layout: Layout) -> Annex:
    body = grow(labelled(rows, layout), f"att_{number}__")
    return Annex(title_of(body), body)


def read_metadata(reading: Reading) -> Reading:
    described = describe(reading.document, reading.rows, reading.lines, reading.regions)
    return replace(reading, described=described, document=replace(reading.document, metadata=described.metadata))


def list_findings(reading: Reading) -> Reading:
    findings = tuple(examine(reading.document, reading.described))
    return replace(reading, document=replace(reading.document, findings=findings))


STAGES: Final[tuple[Callable[[Reading], Reading], ...]] = (
    drop_marks,
    measure_layout,
    find_regions,
    build_tree,
    read_metadata,
    list_findings,
)


def parse(lines: Sequence[Line]) -> Document:
    """The document that the lines hold. Never fails: what is unknown becomes a paragraph or a finding."""
    reading = Reading(lines)
    for stage in STAGES:
        reading = stage(reading)
    return reading.document
