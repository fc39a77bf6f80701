"""The words of a tree, in the order of the source."""

from collections.abc import Iterator

from lawcore.provisions.model import Document, Kind, Provision


def words(document: Document) -> list[str]:
    """Every word of the document in order; equal to `marks.words_of` of its source lines."""
    return [word for line in lines_of(document) for word in line.split()]


def document_text(document: Document) -> str:
    """The words of the document in order, one provision a line, table cells parted by tabs."""
    return "\n".join(lines_of(document)) + "\n"


def lines_of(document: Document) -> Iterator[str]:
    """The printed line of each node, in order."""
    for part in (document.front, document.preamble, document.body, document.closing):
        yield from _lines(part)
    for annex in document.annexes:
        yield from _lines(annex.body)


def _lines(nodes: tuple[Provision, ...]) -> Iterator[str]:
    for node in nodes:
        yield from own_lines(node)
        yield from _lines(tuple(child for child in node.children if child.offset is None))


def own_lines(node: Provision) -> Iterator[str]:
    """The node's label and text; a stamp laid over the sentence stands where it interrupts it."""
    own = node.heading or node.text
    start = len(node.label) + (1 if node.label and not node.glued else 0)
    text = f"{node.label} {own}" if start > len(node.label) else node.label + own
    done = 0
    for stamp in node.children:
        if stamp.kind is Kind.STAMP and stamp.offset is not None:
            yield text[done : start + stamp.offset].strip()
            yield stamp.text
            done = start + stamp.offset
    yield text[done:].strip()
