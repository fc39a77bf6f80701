"""From the text of a legal document to its provisions, each with its address (Akoma Ntoso 3.0).

Words    document, provision, label, heading, preamble, citation, finding
Promise  no word of the source is lost, added or moved: `words(document)` equals `words_of(lines)`
Order    source lines -> `parse` -> Document -> citations, Akoma Ntoso, comparison
"""
