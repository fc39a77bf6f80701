"""Each provision with those above it, and how it is cited."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from lawcore.provisions.model import Document, Kind, Provision

_WORDS = {
    Kind.POINT: "điểm",
    Kind.CLAUSE: "khoản",
    Kind.ARTICLE: "Điều",
    Kind.SUBSECTION: "tiểu mục",
    Kind.SECTION: "mục",
    Kind.CHAPTER: "chương",
    Kind.PART: "phần",
}
_UNNUMBERED = {Kind.BULLET: "gạch đầu dòng", Kind.ALINEA: "đoạn", Kind.TABLE_ROW: "dòng bảng"}
_BELOW_ARTICLE = (Kind.POINT, Kind.CLAUSE, Kind.ARTICLE)


@dataclass(frozen=True, slots=True)
class Place:
    """A provision, those above it from the outermost, and how its annex is cited if it stands in one."""

    provision: Provision
    above: tuple[Provision, ...] = ()
    annex: str | None = None

    def below(self) -> Iterator["Place"]:
        for child in self.provision.children:
            yield Place(child, (*self.above, self.provision), self.annex)

    def cited(self) -> str:
        """The citation of the smallest numbered provision: "điểm đ khoản 2 Điều 2".

        A dash or a paragraph is cited as the provision it belongs to. Where there is no article,
        the section and the part are named instead.
        """
        nodes = [node for node in (self.provision, *reversed(self.above)) if node.number]
        cited = [node for node in nodes if node.kind in _BELOW_ARTICLE]
        if not any(node.kind is Kind.ARTICLE for node in cited):
            cited = [node for node in nodes if node.kind in _WORDS]
        words = [f"{_WORDS[node.kind]} {node.number}" for node in cited]
        return " ".join(words + ([self.annex] if self.annex else []))

    def exactly(self) -> str:
        """The citation with the dashes and paragraphs below it: "gạch đầu dòng 2 điểm a khoản 3 Điều 2"."""
        chain = (*self.above, self.provision)
        unnumbered = [
            f"{_UNNUMBERED[node.kind]} {_rank(node, parent)}"
            for parent, node in pairwise(chain)
            if node.kind in _UNNUMBERED and not node.number
        ]
        return " ".join([*reversed(unnumbered), self.cited()])


def _rank(node: Provision, parent: Provision) -> int:
    """Which dash or paragraph below its parent this is, counted from 1."""
    alike = [child.eid for child in parent.children if child.kind is node.kind]
    return alike.index(node.eid) + 1


def places(document: Document) -> Iterator[Place]:
    """The outermost provisions of the body, then those of each annex."""
    for provision in document.body:
        yield Place(provision)
    for number, annex in enumerate(document.annexes, start=1):
        name = "văn bản kèm theo" if len(document.annexes) == 1 else f"văn bản kèm theo thứ {number}"
        for provision in annex.body:
            yield Place(provision, annex=name)
