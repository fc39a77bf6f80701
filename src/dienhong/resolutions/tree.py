"""A document of lawcore as rows of the database, and back to the same document."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from dienhong.resolutions.models import FindingRow, Provision, Version
from lawcore.provisions.citations import cite
from lawcore.provisions.model import (
    Annex,
    Document,
    DocumentRef,
    Finding,
    Kind,
    Level,
    Metadata,
    Span,
    Status,
)
from lawcore.provisions.model import Provision as Node

Part = Provision.Part


@dataclass(frozen=True, slots=True)
class Placed:
    """A node with its place: which part and annex, how deep, below which node, in which article.

    `at` is its citation in its document.
    """

    node: Node
    part: Part
    annex: int | None
    depth: int
    parent_eid: str
    article_eid: str
    at: str


def placed(document: Document) -> Iterator[Placed]:
    """Every node in the order of the text, annexes last."""
    parts = (
        (Part.FRONT, document.front),
        (Part.PREAMBLE, document.preamble),
        (Part.BODY, document.body),
        (Part.CLOSING, document.closing),
    )
    for part, nodes in parts:
        for node in nodes:
            yield from _below(document, Placed(node, part, None, 0, "", node.eid, cite(document, node)))
    for number, annex in enumerate(document.annexes, start=1):
        for node in annex.body:
            yield from _below(document, Placed(node, Part.ANNEX, number, 0, "", node.eid, cite(document, node)))


def _below(document: Document, here: Placed) -> Iterator[Placed]:
    yield here
    for child in here.node.children:
        starts_article = child.kind is Kind.ARTICLE or _groups(here.node.kind)
        yield from _below(
            document,
            replace(
                here,
                node=child,
                depth=here.depth + 1,
                parent_eid=here.node.eid,
                article_eid=child.eid if starts_article else here.article_eid,
                at=cite(document, child),
            ),
        )


def _groups(kind: Kind) -> bool:
    """Whether nodes of this kind hold articles: chapters, sections and the like."""
    return kind in (Kind.PART, Kind.CHAPTER, Kind.SECTION, Kind.SUBSECTION)


def save(document: Document, version: Version, unassigned: Mapping[str, str]) -> dict[str, Provision]:
    """Writes every node as a row, one level after another, and returns the rows by eid.

    `unassigned` maps the eid of a node from which nothing is proposed to the reason.
    """
    levels: dict[int, list[tuple[int, Placed]]] = defaultdict(list)
    for order, place in enumerate(placed(document)):
        levels[place.depth].append((order, place))
    rows: dict[str, Provision] = {}
    for depth in sorted(levels):
        made = [_row(version, order, place, rows, unassigned) for order, place in levels[depth]]
        rows.update((row.eid, row) for row in Provision.objects.bulk_create(made, batch_size=500))
    return rows


def _row(
    version: Version,
    order: int,
    place: Placed,
    rows: Mapping[str, Provision],
    unassigned: Mapping[str, str],
) -> Provision:
    node = place.node
    return Provision(
        version=version,
        eid=node.eid,
        parent=rows.get(place.parent_eid),
        part=place.part,
        annex=place.annex,
        depth=place.depth,
        article_eid=place.article_eid,
        kind=node.kind.value,
        number=node.number,
        label=node.label,
        heading=node.heading,
        text=node.text,
        glued=node.glued,
        offset=node.offset,
        order=order,
        first_line=node.span.first,
        last_line=node.span.last,
        page=node.span.page,
        at=place.at,
        unassigned=unassigned.get(node.eid, ""),
    )


def document_of(version: Version, rows: Sequence[Provision], findings: Sequence[FindingRow] = ()) -> Document:
    """The document again, equal to the one that was saved. `rows` are all of the version, in order."""
    children: dict[int | None, list[Provision]] = defaultdict(list)
    for row in rows:
        children[row.parent_id].append(row)

    def node(row: Provision) -> Node:
        return Node(
            kind=Kind(row.kind),
            eid=row.eid,
            number=row.number,
            label=row.label,
            heading=row.heading,
            text=row.text,
            span=Span(row.first_line, row.last_line, row.page),
            children=tuple(node(child) for child in children.get(row.pk, ())),
            glued=row.glued,
            offset=row.offset,
        )

    def part(which: Part, annex: int | None = None) -> tuple[Node, ...]:
        return tuple(node(row) for row in children[None] if row.part == which and row.annex == annex)

    titles: list[str] = version.metadata.get("annexes", [])
    return Document(
        metadata=metadata_of(version.metadata),
        front=part(Part.FRONT),
        preamble=part(Part.PREAMBLE),
        body=part(Part.BODY),
        closing=part(Part.CLOSING),
        annexes=tuple(Annex(title, part(Part.ANNEX, i)) for i, title in enumerate(titles, start=1)),
        findings=tuple(Finding(row.code, row.at or None, row.message) for row in findings),
    )


def metadata_json(document: Document) -> dict[str, Any]:
    """The metadata and the titles of the annexes as JSON; days as YYYY-MM-DD."""
    plain = asdict(document.metadata)
    return {**{key: _plain(value) for key, value in plain.items()}, "annexes": [a.title for a in document.annexes]}


def _plain(value: Any) -> Any:
    match value:
        case date():
            return value.isoformat()
        case list() | tuple():
            return [_plain(item) for item in value]
        case dict():
            return {key: _plain(item) for key, item in value.items()}
        case _:
            return value


def metadata_of(plain: Mapping[str, Any]) -> Metadata:
    known = {key: value for key, value in plain.items() if key != "annexes"}
    return Metadata(
        **known
        | {
            "level": Level(known["level"]) if known.get("level") else None,
            "status": Status(known.get("status", Status.DRAFT)),
            "adopted_on": _day(known.get("adopted_on")),
            "effective_on": _day(known.get("effective_on")),
            "recipients": tuple(known.get("recipients", ())),
            "bases": tuple(_ref(ref) for ref in known.get("bases", ())),
            "repeals": tuple(_ref(ref) for ref in known.get("repeals", ())),
        },
    )


def _ref(plain: Mapping[str, Any]) -> DocumentRef:
    return DocumentRef(**{**plain, "dated": _day(plain.get("dated"))})


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
