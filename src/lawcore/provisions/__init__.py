"""From the text of a legal document to its provisions, each with its address (Akoma Ntoso 3.0).

Words    document, provision, label, heading, preamble, citation, finding
Promise  no word of the source is lost, added or moved: `words(document)` equals `words_of(lines)`
Order    source lines -> `parse` -> Document -> citations, Akoma Ntoso, comparison
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from lawcore.provisions.marks import words_of
    from lawcore.provisions.pipeline import parse
    from lawcore.provisions.text import document_text, words

__all__ = ["document_text", "parse", "words", "words_of"]

_HOMES: Final = {"document_text": "text", "parse": "pipeline", "words": "text", "words_of": "marks"}


def __getattr__(name: str) -> Any:
    """The parser is loaded when it is first asked for: a file's reader needs only `model.Line`."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
