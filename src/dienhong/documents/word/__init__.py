"""An official document as DOCX, in the layout of Decree 30/2020/NĐ-CP Appendix I.

Words    style, part (first-page header, head table, body, signing block, footer), package
Promise  the same document is the same bytes; no macro, no link to anything outside the file
"""

from dienhong.documents.word.document import render_docx, render_docx_series

__all__ = ["render_docx", "render_docx_series"]
