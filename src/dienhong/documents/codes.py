"""The code printed on paper and its QR picture."""

import io
import secrets
from html import escape

import segno

# Without 0 O 1 I L, which paper confuses, and without U: read aloud it is V to many. 30 letters.
LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 10  # 30 ** 10: 5.9e14, not found by trying
QUIET_MODULES = 2  # the footer round the picture is white


def new_code() -> str:
    """Ten letters that nobody can guess."""
    return "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))


def as_typed(text: str) -> str:
    """What a person types from paper, "7kq2m-9xtra", as the code is stored."""
    return "".join(letter for letter in text.upper() if letter.isalnum())


def qr_png(url: str) -> bytes:
    """The QR picture of an address, error level M, one byte per module row kept crisp for print."""
    out = io.BytesIO()
    segno.make(url, error="m", boost_error=False, micro=False).save(
        out, kind="png", scale=10, border=QUIET_MODULES, dark="black", light="white"
    )
    return out.getvalue()


def small_png(text: str) -> bytes:
    """A small QR picture for a cell of a table: its words stand beside it."""
    out = io.BytesIO()
    segno.make(text, error="m", boost_error=False, micro=False).save(out, kind="png", scale=6, border=QUIET_MODULES)
    return out.getvalue()


def small_svg(text: str) -> str:
    """The same as an inline SVG that is passed over when the page is read aloud."""
    svg = segno.make(text, error="m", boost_error=False, micro=False).svg_inline(
        border=QUIET_MODULES, omitsize=True, lineclass=None, svgclass="qr"
    )
    return str(svg).replace("<svg ", '<svg aria-hidden="true" ', 1)


def qr_svg(url: str, *, label: str) -> str:
    """The same picture as an inline SVG with a spoken label and no style attribute (content security policy)."""
    svg = segno.make(url, error="m", boost_error=False, micro=False).svg_inline(
        border=QUIET_MODULES, omitsize=True, lineclass=None, svgclass="qr"
    )
    return str(svg).replace("<svg ", f'<svg role="img" aria-label="{escape(label)}" ', 1)
