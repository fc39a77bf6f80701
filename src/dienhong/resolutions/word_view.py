"""The text of a resolution as DOCX, each provision under a bookmark that carries its address."""

import io
from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from dienhong.resolutions.models import Provision
from lawcore.provisions.model import Kind

FONT, POINTS = "Times New Roman", 14
BOOKMARK_LENGTH = 40  # Word's limit
FIXED_TIME = datetime(1980, 1, 1, tzinfo=UTC)  # the same text is the same file
HEADINGS = {Kind.PART: 1, Kind.CHAPTER: 1, Kind.SECTION: 2, Kind.SUBSECTION: 3, Kind.ARTICLE: 3}
INDENT = Cm(1)


def render(title: str, rows: Iterable[Provision]) -> bytes:
    """The provisions in order as a Word file; headings fill Word's navigation pane."""
    document: Any = Document()
    _set_page(document, title)
    for number, row in enumerate(rows, start=1):
        _mark(_paragraph(document, row), bookmark(row.eid), number)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def bookmark(eid: str) -> str:
    """The eid as a bookmark's name: as it is, or shortened with a hash where Word allows no more."""
    name = "".join(letter if letter.isalnum() else "_" for letter in eid)
    if len(name) <= BOOKMARK_LENGTH:
        return name
    return f"{name[: BOOKMARK_LENGTH - 9]}_{sha256(eid.encode()).hexdigest()[:8]}"


def _set_page(document: Any, title: str) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    for name in ("Normal", "Heading 1", "Heading 2", "Heading 3"):
        style = document.styles[name]
        style.font.name, style.font.size = FONT, Pt(POINTS)
        style.font.color.rgb = None
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for slot in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(slot), FONT)
        for slot in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
            fonts.attrib.pop(qn(slot), None)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(0), Pt(6)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title[:250], "", ""
    properties.created = properties.modified = FIXED_TIME


def _paragraph(document: Any, row: Provision) -> Any:
    kind = Kind(row.kind)
    level = HEADINGS.get(kind)
    paragraph = document.add_paragraph(style=f"Heading {level}" if level else "Normal")
    if row.part in (Provision.Part.FRONT, Provision.Part.PREAMBLE):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if row.part == Provision.Part.FRONT else None
    if level is None and row.part in (Provision.Part.BODY, Provision.Part.ANNEX):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = INDENT
    if row.label:
        paragraph.add_run(row.label if row.glued else f"{row.label} ").bold = kind is Kind.ARTICLE or None
    if row.heading:
        paragraph.add_run(row.heading).bold = True
    if row.text:
        paragraph.add_run(f" {row.text}" if row.heading else row.text).bold = False if level else None
    return paragraph


def _mark(paragraph: Any, name: str, number: int) -> None:
    """Put a bookmark around the paragraph's words."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for end_of in (start, end):
        end_of.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    properties = paragraph._p.pPr  # noqa: SLF001 - python-docx has no public way to a bookmark
    if properties is not None:
        properties.addnext(start)
    else:
        paragraph._p.insert(0, start)  # noqa: SLF001
    paragraph._p.append(end)  # noqa: SLF001
