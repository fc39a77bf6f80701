"""An official document in all its formats at once, as a worker makes them."""

from collections.abc import Sequence
from dataclasses import dataclass

from dienhong.documents.official import OfficialDocument
from dienhong.documents.pdf import PdfUnavailable, render_pdf
from dienhong.documents.spreadsheet import Sheet, render_tables, render_xlsx
from dienhong.documents.word import render_docx


@dataclass(frozen=True, slots=True)
class Files:
    """The bytes of an issued document; no PDF where the machine lacks Pango."""

    docx: bytes
    xlsx: bytes
    pdf: bytes | None


def render_files(document: OfficialDocument, *, sheets: Sequence[Sheet] = ()) -> Files:
    """DOCX, PDF, and XLSX of these sheets or else of the document's tables. A long PDF takes half a minute.

    Call it in no transaction and in no request.
    """
    try:
        pdf = render_pdf(document)
    except PdfUnavailable:  # DOCX and the print page do not wait for it
        pdf = None
    tables = render_xlsx(sheets) if sheets else render_tables(document)
    return Files(render_docx(document), tables, pdf)
