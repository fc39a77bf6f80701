"""The title of an annex, read from the lines above its first provision."""

import re
from collections.abc import Sequence
from typing import Final

from lawcore.provisions.model import Kind, Provision
from lawcore.provisions.regions import is_annex_title, is_attachment, is_letterhead

_MOST_LINES: Final = 8
_LONGEST: Final = 300
_MOST_LABELS: Final = 3
_TO_FILL_IN: Final = re.compile(r"[…_]|\.{3}")


def title_of(body: Sequence[Provision]) -> str:
    """The annex's title as printed, its lines joined: "QUY CHẾ Thực hiện dân chủ trong cơ quan"."""
    pieces: list[str] = []
    for node in body[:_MOST_LINES]:
        if node.kind is Kind.STAMP or (not pieces and is_letterhead(node.text)):
            continue
        if node.kind is not Kind.ALINEA or is_attachment(node.text):
            break
        if pieces and not _goes_on(pieces, node.text):
            break
        pieces.append(node.text)
    return " ".join(pieces) or " ".join(body[0].text.split())


def _goes_on(pieces: Sequence[str], text: str) -> bool:
    """A title in capitals goes on in capitals; a bare "PHỤ LỤC I" or "QUY CHẾ" has its subject below."""
    if len(text) > _LONGEST or text.endswith((".", ";", ":")) or _TO_FILL_IN.search(text):
        return False
    return text.isupper() or (len(pieces) < _MOST_LABELS and all(is_annex_title(piece) for piece in pieces))
