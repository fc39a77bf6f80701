"""An official document as PDF, by WeasyPrint, which needs the Pango library of the system."""

import atexit
import warnings
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from dienhong.documents.official import OfficialDocument, Sheet
from dienhong.documents.page import render_paged, render_paged_series

STATIC = Path(__file__).parent / "static" / "documents"
# The shipped fonts alone, so that the bytes do not depend on the fonts of the server.
SHIPPED_FONTS = 'html { font-family: "Official Serif", "Official Khmer" }'
OFFICIAL, CARDS = ("official.css",), ("official.css", "cards.css")
ZOOM = {Sheet.A4: 1.0, Sheet.A3: 2**0.5}  # ISO 216: every sheet has the shape of the others
ARCHIVAL = "pdf/a-3a"  # kept for decades, read aloud, its text extractable


class PdfUnavailable(Exception):
    """Pango is not installed; the message names the package of Debian."""


def render_pdf(document: OfficialDocument) -> bytes:
    """The document as PDF/A; the same document is the same bytes. Raises PdfUnavailable without Pango."""
    return write_pdf(render_paged(document), zoom=ZOOM[document.sheet])


def render_pdf_series(documents: Sequence[OfficialDocument]) -> bytes:
    """Letters of one kind as one PDF, each beginning a sheet. ValueError for none; PdfUnavailable without Pango."""
    return write_pdf(render_paged_series(documents), zoom=ZOOM[documents[0].sheet])


def write_pdf(source: str, *, styles: tuple[str, ...] = OFFICIAL, zoom: float = 1.0) -> bytes:
    """A page of ours as PDF/A, laid out by these of our style sheets. Raises PdfUnavailable without Pango."""
    weasyprint = _weasyprint()
    page = weasyprint.HTML(string=source, base_url=STATIC.as_uri() + "/", url_fetcher=_OwnFiles())
    fonts, sheets = _stylesheets(styles)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # WeasyPrint leaves its colour profile to be closed by itself
        return bytes(
            page.write_pdf(
                stylesheets=sheets,
                font_config=fonts,
                pdf_variant=ARCHIVAL,
                presentational_hints=True,
                zoom=zoom,
            )
        )


def is_pdf_available() -> bool:
    try:
        _weasyprint()
    except PdfUnavailable:
        return False
    return True


def _weasyprint() -> Any:
    try:
        import weasyprint  # noqa: PLC0415  optional at run time: it fails on import where Pango is missing
    except OSError as missing:
        raise PdfUnavailable(
            "Chưa xuất được PDF vì máy chủ thiếu thư viện Pango: cài gói libpango-1.0-0 và libpangoft2-1.0-0 "
            "của Debian rồi khởi động lại; bản Word và trang in vẫn dùng được."
        ) from missing
    return weasyprint


@lru_cache(maxsize=2)
def _stylesheets(names: tuple[str, ...]) -> tuple[Any, list[Any]]:
    weasyprint = _weasyprint()
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415  as above

    atexit.register(_stylesheets.cache_clear)  # its folder of fonts goes while the interpreter still can
    fonts = FontConfiguration()
    ours = [weasyprint.CSS(filename=STATIC / each, font_config=fonts, url_fetcher=_OwnFiles()) for each in names]
    return fonts, [*ours, weasyprint.CSS(string=SHIPPED_FONTS, font_config=fonts)]


class _OwnFiles:
    """Fetches only files of this package: a document never makes the server call an address or read another file."""

    _fail_on_errors = True  # WeasyPrint's word for: no silent other font

    def __call__(self, url: str) -> Any:
        path = Path(url2pathname(urlsplit(url).path)).resolve()
        if urlsplit(url).scheme != "file" or not path.is_relative_to(STATIC.resolve()):
            raise ValueError(f"A document may not fetch {url}")
        from weasyprint.urls import URLFetcherResponse  # noqa: PLC0415  as above

        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": "font/ttf"})
