"""A document as Akoma Ntoso 3.0 XML (OASIS), and back to the same tree."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final, cast

from lxml import etree

from dienhong.reading.akoma_meta import NAMESPACE, clean, meta, metadata_of, title_of_annex
from lawcore.provisions.model import Annex, Document, Kind, Metadata, Provision, Span

SCHEMA: Final = Path(__file__).parent / "schema" / "akomantoso30.xsd"
"""The official schema; see the README beside it for its licence."""

_DEFAULT: Final = cast("dict[str, str]", {None: NAMESPACE})  # the stubs of lxml know no default namespace
_NOWHERE: Final = Span(0, 0)
_HIERARCHY: Final = frozenset(Kind) - {Kind.TABLE_ROW, Kind.STAMP}
_FLAT: Final = (("preface", "preface"), ("preamble", "preamble"), ("conclusions", "conclusions"))
_PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def to_akoma(document: Document, *, on: date) -> bytes:
    """The document as UTF-8 XML that the official schema accepts.

    `on` is the day of export; it also stands where the document prints no day, named "export".
    """
    root = etree.Element(_tag("akomaNtoso"), nsmap=_DEFAULT)
    act = etree.SubElement(root, _tag("act"), name="resolution", contains="originalVersion")
    act.append(meta(document.metadata, on=on))
    _add_flat(act, "preface", document.front)
    _add_flat(act, "preamble", document.preamble)
    body = etree.SubElement(act, _tag("body"))
    _add_all(body, document.body)
    if not document.body:
        _add_empty(body, "body__empty")
    _add_flat(act, "conclusions", document.closing)
    if document.annexes:
        attachments = etree.SubElement(act, _tag("attachments"))
        for number, annex in enumerate(document.annexes, start=1):
            _add_annex(attachments, number, annex, document.metadata, on)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def from_akoma(xml: bytes) -> Document:
    """The document that `to_akoma` wrote: the same nodes, addresses and words; spans are not kept.

    Raises ValueError for XML that is not such a document.
    """
    try:
        root = etree.fromstring(xml, _PARSER)
    except etree.XMLSyntaxError as error:
        raise ValueError("not well-formed XML") from error
    act = root.find(_tag("act"))
    if act is None:
        raise ValueError("no Akoma Ntoso act")
    front, preamble, closing = (_flat(act.find(_tag(name))) for name, _ in _FLAT)
    annexes = tuple(
        Annex(title_of_annex(annex), _children(annex.find(f".//{_tag('mainBody')}")))
        for annex in act.iterfind(f"{_tag('attachments')}/{_tag('attachment')}")
    )
    return Document(metadata_of(act), front, preamble, _children(act.find(_tag("body"))), closing, annexes)


def problems(xml: bytes) -> list[str]:
    """What the official schema says against the XML; empty when it is valid."""
    schema = _schema()
    schema.validate(etree.fromstring(xml, _PARSER))
    return [f"{error.line}: {error.message}" for error in schema.error_log]  # type: ignore[attr-defined]


@cache
def _schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMA, _PARSER))


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _add_flat(act: etree._Element, name: str, nodes: Sequence[Provision]) -> None:
    if not nodes:
        return
    part = etree.SubElement(act, _tag(name))
    for node in nodes:
        if node.kind is Kind.TABLE_ROW:
            _add_row(part, node)
        else:
            paragraph = etree.SubElement(part, _tag("p"), {"eId": node.eid, "class": node.kind.value})
            _add_text(paragraph, node.text, node.children)
            for stamp in _after(node):
                etree.SubElement(part, _tag("p"), {"eId": stamp.eid, "class": "stamp-of"}).text = clean(stamp.text)


def _after(node: Provision) -> Iterator[Provision]:
    return (child for child in node.children if child.offset is None)


def _add_all(parent: etree._Element, nodes: Iterable[Provision]) -> None:
    for node in nodes:
        _add(parent, node)


def _add(parent: etree._Element, node: Provision) -> None:
    """One provision: number, heading, then its text, and its children in order."""
    if node.kind not in _HIERARCHY:
        held = etree.SubElement(parent, _tag("hcontainer"), eId=node.eid, name=node.kind.value)
        content = etree.SubElement(held, _tag("content"))
        if node.kind is Kind.TABLE_ROW:
            _add_row(content, node, addressed=False)
        else:
            etree.SubElement(content, _tag("p")).text = clean(node.text)
        return
    element = etree.SubElement(parent, _tag(node.kind.value), eId=node.eid)
    if node.label:
        number = etree.SubElement(element, _tag("num"))
        number.text = clean(node.label)
        if node.glued:
            number.set("class", "glued")
    if node.heading:
        _add_text(etree.SubElement(element, _tag("heading")), node.heading, node.children)
    children = list(_after(node))
    if node.text or not children:
        name = "intro" if children else "content"
        _add_text(
            etree.SubElement(etree.SubElement(element, _tag(name)), _tag("p")),
            node.text,
            () if node.heading else node.children,
        )
    _add_all(element, children)


def _add_text(element: etree._Element, text: str, children: Sequence[Provision]) -> None:
    """The text, with each stamp that lies over it where it interrupts it."""
    done = 0
    last: etree._Element | None = None
    for stamp in children:
        if stamp.offset is not None:
            _append(element, last, text[done : stamp.offset])
            last = etree.SubElement(element, _tag("inline"), name="stamp", eId=stamp.eid)
            last.text = clean(stamp.text)
            done = stamp.offset
    _append(element, last, text[done:])


def _append(element: etree._Element, last: etree._Element | None, text: str) -> None:
    if last is None:
        element.text = clean(text)
    else:
        last.tail = clean(text)


def _add_row(parent: etree._Element, node: Provision, *, addressed: bool = True) -> None:
    table = etree.SubElement(parent, _tag("table"), {"eId": node.eid} if addressed else {})
    row = etree.SubElement(table, _tag("tr"))
    for cell in node.text.split("\t"):
        etree.SubElement(etree.SubElement(row, _tag("td")), _tag("p")).text = clean(cell)


def _add_empty(parent: etree._Element, eid: str) -> None:
    held = etree.SubElement(parent, _tag("hcontainer"), eId=eid, name="empty")
    etree.SubElement(etree.SubElement(held, _tag("content")), _tag("p"))


def _add_annex(attachments: etree._Element, number: int, annex: Annex, metadata: Metadata, on: date) -> None:
    attachment = etree.SubElement(attachments, _tag("attachment"), eId=f"att_{number}")
    doc = etree.SubElement(attachment, _tag("doc"), name="annex")
    doc.append(meta(metadata, on=on, annex=number, title=annex.title))
    main = etree.SubElement(doc, _tag("mainBody"))
    _add_all(main, annex.body)
    if not annex.body:
        _add_empty(main, f"att_{number}__empty")


def _flat(part: etree._Element | None) -> tuple[Provision, ...]:
    nodes: list[Provision] = []
    for element in part if part is not None else ():
        eid = element.get("eId", "")
        if element.tag == _tag("table"):
            nodes.append(_node(Kind.TABLE_ROW, eid, text=_cells(element)))
        elif element.get("class") == "stamp-of":
            owner = nodes.pop()
            stamp = _node(Kind.STAMP, eid, text=element.text or "")
            nodes.append(_node(owner.kind, owner.eid, text=owner.text, children=(*owner.children, stamp)))
        else:
            text, stamps = _text(element)
            nodes.append(_node(Kind(element.get("class", "")), eid, text=text, children=stamps))
    return tuple(nodes)


def _children(parent: etree._Element | None) -> tuple[Provision, ...]:
    held = {_tag(kind.value) for kind in _HIERARCHY} | {_tag("hcontainer")}
    found = [element for element in (parent if parent is not None else ()) if element.tag in held]
    return tuple(_provision(element) for element in found if element.get("name") != "empty")


def _provision(element: etree._Element) -> Provision:
    eid = element.get("eId", "")
    if element.tag == _tag("hcontainer"):
        kind = Kind(element.get("name", ""))
        content = element.find(_tag("content"))
        text = _cells(content) if kind is Kind.TABLE_ROW else _words(_p(content))
        return _node(kind, eid, text=text)
    kind = Kind(etree.QName(element).localname)
    number = element.find(_tag("num"))
    heading, over_heading = _text(element.find(_tag("heading")))
    text, over_text = _text(_p(next((e for e in element if e.tag in {_tag("intro"), _tag("content")}), None)))
    return Provision(
        kind,
        eid,
        number=_number(kind, eid),
        label="" if number is None else number.text or "",
        heading=heading,
        text=text,
        span=_NOWHERE,
        children=(*over_heading, *over_text, *_children(element)),
        glued=number is not None and number.get("class") == "glued",
    )


def _node(
    kind: Kind, eid: str, *, text: str, children: tuple[Provision, ...] = (), offset: int | None = None
) -> Provision:
    return Provision(kind, eid, "", "", "", text, _NOWHERE, children, offset=offset)


def _number(kind: Kind, eid: str) -> str:
    """The printed number, from the last step of the address."""
    if kind in {Kind.ALINEA, Kind.BULLET}:
        return ""
    return eid.rpartition("__")[2].split("_")[1].replace("-", ".")


def _p(element: etree._Element | None) -> etree._Element:
    found = None if element is None else element.find(_tag("p"))
    return etree.Element(_tag("p")) if found is None else found


def _text(element: etree._Element | None) -> tuple[str, tuple[Provision, ...]]:
    """A text and the stamps laid over it."""
    if element is None:
        return "", ()
    text = element.text or ""
    stamps: list[Provision] = []
    for stamp in element:
        stamps.append(_node(Kind.STAMP, stamp.get("eId", ""), text=stamp.text or "", offset=len(text)))
        text += stamp.tail or ""
    return text, tuple(stamps)


def _cells(element: etree._Element | None) -> str:
    cells = () if element is None else element.iter(_tag("td"))
    return "\t".join(_words(cell) for cell in cells)


def _words(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))
