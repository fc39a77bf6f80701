"""From the text of a legal document to its provisions, each with its address (Akoma Ntoso 3.0).

Words    document, provision, label, heading, preamble, citation, finding
Promise  no word of the source is lost, added or moved: `words(document)` equals `words_of(lines)`
Order    source lines -> `parse` -> Document -> citations, Akoma Ntoso, comparison
"""

from lawcore.provisions.marks import words_of
from lawcore.provisions.pipeline import parse
from lawcore.provisions.text import document_text, words

__all__ = ["document_text", "parse", "words", "words_of"]
