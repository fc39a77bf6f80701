"""PDF files and pictures of pages."""

import pypdfium2
import pytest

STYLE = "<meta charset=utf-8><style>body{font:14pt 'Liberation Serif',serif} td{vertical-align:top}</style>"


def pdf(body):
    """The bytes of a PDF of this HTML; the test is skipped where WeasyPrint has no Pango."""
    try:
        from weasyprint import HTML  # noqa: PLC0415 (loads Pango)
    except OSError:
        pytest.skip("WeasyPrint needs Pango: apt install libpango-1.0-0 libpangoft2-1.0-0")
    return HTML(string=STYLE + body).write_pdf()


def scanned(data, folder, *, scale=200 / 72):
    """The first page of a PDF as a scanner gives it: a PDF of one picture. Returns (PDF path, PNG path)."""
    with pypdfium2.PdfDocument(data) as document:
        picture = document[0].render(scale=scale, grayscale=True).to_pil()
    picture.save(folder / "quet.png")
    picture.save(folder / "quet.pdf", resolution=72 * scale)
    return folder / "quet.pdf", folder / "quet.png"
