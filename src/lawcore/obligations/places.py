"""Each provision with those above it, and how it is cited."""

from collections.abc import Iterator
from dataclasses import dataclass

from lawcore.provisions.citations import annex_name, cite_eid, cite_in_annex
from lawcore.provisions.model import Document, Kind, Provision

_UNNUMBERED = frozenset({Kind.BULLET, Kind.ALINEA, Kind.TABLE_ROW, Kind.STAMP})


@dataclass(frozen=True, slots=True)
class Place:
    """A provision, those above it from the outermost, and how its annex is named if it stands in one."""

    provision: Provision
    above: tuple[Provision, ...] = ()
    annex: str | None = None

    def below(self) -> Iterator["Place"]:
        for child in self.provision.children:
            yield Place(child, (*self.above, self.provision), self.annex)

    def exactly(self) -> str:
        """The citation down to the dash or paragraph: "gạch đầu dòng thứ 2 điểm a khoản 3 Điều 2"."""
        return self._cited(self.provision)

    def cited(self) -> str:
        """The citation of the smallest numbered provision: "điểm a khoản 3 Điều 2"."""
        chain = (self.provision, *reversed(self.above))
        return self._cited(next((node for node in chain if node.kind not in _UNNUMBERED), self.provision))

    def _cited(self, node: Provision) -> str:
        return cite_eid(node.eid) if self.annex is None else cite_in_annex(node.eid, self.annex)


def places(document: Document) -> Iterator[Place]:
    """The outermost provisions of the body, then those of each annex."""
    for provision in document.body:
        yield Place(provision)
    for annex in document.annexes:
        for provision in annex.body:
            yield Place(provision, annex=annex_name(annex.title))
