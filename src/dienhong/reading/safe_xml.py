"""XML of strangers: nothing is fetched, no entity is expanded, nothing may be huge or declared."""

import io
from collections.abc import Iterator, Sequence

from lxml import etree

from dienhong.reading.refusals import Refusal, Unreadable

STRICT = b"http://purl.oclc.org/ooxml/"
SAME_NAMES = (
    (b"wordprocessingml/main", b"wordprocessingml/2006/main"),
    (b"spreadsheetml/main", b"spreadsheetml/2006/main"),
    (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
)
USUAL = b"http://schemas.openxmlformats.org/"
ENTITY = b"<!ENTITY"
PROLOGUE = 100_000  # bytes in which a declaration would stand


def root(data: bytes) -> etree._Element:
    """The root of `data`. Raises Unreadable."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        found = etree.fromstring(_usual(data), parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable(_why(error, data)) from error
    return _undeclared(found)


def elements(data: bytes, tags: Sequence[str]) -> Iterator[etree._Element]:
    """Every element with one of `tags`, whole, in order, and emptied once the next is asked for. Raises Unreadable."""
    events = etree.iterparse(
        io.BytesIO(_usual(data)),
        events=("end",),
        tag=tags,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for _, element in events:
            yield element
            element.clear()
            before = element.getprevious()
            if before is not None:
                element.getparent().remove(before)
    except etree.XMLSyntaxError as error:
        raise Unreadable(_why(error, data)) from error
    if events.root is not None:
        _undeclared(events.root)


def _undeclared(found: etree._Element) -> etree._Element:
    if found.getroottree().docinfo.internalDTD is not None:
        raise Unreadable(Refusal.UNSAFE_XML)
    return found


def _usual(data: bytes) -> bytes:
    """The strict dialect of Office differs in its names only."""
    if STRICT in data:
        for strict, usual in SAME_NAMES:
            data = data.replace(STRICT + strict, USUAL + usual)
    return data


def _why(error: etree.XMLSyntaxError, data: bytes) -> Refusal:
    words = str(error).lower()
    if ENTITY in data[:PROLOGUE]:
        return Refusal.UNSAFE_XML
    if "depth" in words:
        return Refusal.TOO_DEEP
    if "huge" in words or "too long" in words or "memory" in words:
        return Refusal.TOO_HEAVY
    return Refusal.BROKEN
