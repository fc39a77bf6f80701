"""The styles of an official document, named in Vietnamese so that an officer finds them in Word.

Sizes are points and follow Decree 30/2020/NĐ-CP Appendix I part I; where it gives a range
("cỡ chữ 13 đến 14") the larger is taken for running text, which is read at sixty years of age.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from dienhong.documents.official import Level
from dienhong.documents.word.markup import element, set_fonts, set_size

LEFT, CENTER, JUSTIFY = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
RIGHT = WD_ALIGN_PARAGRAPH.RIGHT
FIRST_LINE = Cm(1.27)
BODY_SIZE = 14
LINE_SPACING = 1.15


@dataclass(frozen=True, slots=True)
class Look:
    """How a style looks: size in points, space before and after in points, first line indented or not."""

    size: float
    align: WD_ALIGN_PARAGRAPH = LEFT
    bold: bool = False
    italic: bool = False
    indent: bool = False
    before: float = 0
    after: float = 0
    line: float = 1
    keep: bool = False  # with the next paragraph


LOOKS: dict[str, Look] = {
    "Quốc hiệu": Look(12, CENTER, bold=True),
    "Tiêu ngữ": Look(13, CENTER, bold=True),
    "Cơ quan chủ quản": Look(12, CENTER),
    "Tên cơ quan": Look(12, CENTER, bold=True),
    "Số, ký hiệu": Look(13, CENTER),
    "Địa danh, thời gian": Look(13, CENTER, italic=True),
    "Tên loại": Look(14, CENTER, bold=True, before=12, keep=True),
    "Trích yếu": Look(14, CENTER, bold=True, keep=True),
    "Trích yếu công văn": Look(13, CENTER, before=6),
    "Kính gửi": Look(14, CENTER, before=6, after=6),
    "Nơi được gửi": Look(14, LEFT),
    "Căn cứ": Look(BODY_SIZE, JUSTIFY, italic=True, indent=True, before=6, line=LINE_SPACING),
    "Lời văn": Look(BODY_SIZE, JUSTIFY, indent=True, before=6, line=LINE_SPACING),
    "Gạch đầu dòng": Look(BODY_SIZE, JUSTIFY, indent=True, before=6, line=LINE_SPACING),
    "Tên bảng": Look(13, CENTER, bold=True, before=10, after=4, keep=True),
    "Đầu bảng": Look(12, CENTER, bold=True, before=2, after=2),
    "Ô bảng": Look(12, LEFT, before=2, after=2),
    "Ghi chú bảng": Look(12, LEFT, italic=True, before=4, after=6),
    "Nơi nhận": Look(12, LEFT, bold=True, italic=True),
    "Danh sách nơi nhận": Look(11, LEFT),
    "Quyền hạn, chức vụ": Look(14, CENTER, bold=True, keep=True),
    "Họ tên": Look(14, CENTER, bold=True, before=84),
    "Phụ lục": Look(14, CENTER, bold=True, keep=True),
    "Tên phụ lục": Look(14, CENTER, bold=True, keep=True),
    "Kèm theo": Look(14, CENTER, italic=True, after=10, keep=True),
    "Cách ký": Look(12, CENTER, italic=True, keep=True),
    "Tra cứu": Look(10, LEFT),
    "Chân trang": Look(9, RIGHT),
    "Lời quét mã": Look(BODY_SIZE, LEFT, after=3),
}
READ_FROM_AFAR = ("Tên loại", "Trích yếu", "Căn cứ", "Lời văn", "Gạch đầu dòng", "Lời quét mã")
BODY_COMPACT, BEFORE_COMPACT, SIGNATURE_COMPACT = 13, 3, 50  # points
LARGE_SIZE = 17  # 24 points once it is enlarged to A3
HEADINGS: dict[Level, tuple[str, Look]] = {
    Level.CHAPTER: ("Heading 1", Look(BODY_SIZE, CENTER, bold=True, before=12, keep=True)),
    Level.SECTION: ("Heading 2", Look(BODY_SIZE, JUSTIFY, bold=True, indent=True, before=10, keep=True)),
    Level.ARTICLE: ("Heading 3", Look(BODY_SIZE, JUSTIFY, bold=True, indent=True, before=8, keep=True)),
    Level.CLAUSE: ("Heading 4", Look(BODY_SIZE, JUSTIFY, bold=True, indent=True, before=6, keep=True)),
    Level.POINT: ("Heading 5", Look(BODY_SIZE, JUSTIFY, indent=True, before=6, line=LINE_SPACING, keep=True)),
}


def add_styles(document: Document, *, large: bool = False, compact: bool = False) -> None:
    """Set the language and font of the whole document and define every style of `LOOKS` and `HEADINGS`.

    `large`: what is read from a board in large letters. `compact`: the decree's smallest, to fit one sheet.
    """
    _set_defaults(document)
    for name, look in LOOKS.items():
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.style_id = _ascii(name)
        style.base_style = document.styles["Normal"]
        style.quick_style = True
        wanted = replace(look, size=LARGE_SIZE) if large and name in READ_FROM_AFAR else look
        _apply(style, _smaller(name, wanted) if compact else wanted)
    for name, look in HEADINGS.values():
        _apply(document.styles[name], replace(look, size=LARGE_SIZE) if large else look)
        document.styles[name].next_paragraph_style = document.styles["Lời văn"]


def _smaller(name: str, look: Look) -> Look:
    if name == "Họ tên":
        return replace(look, before=SIGNATURE_COMPACT)
    if look.size < BODY_SIZE:
        return look
    return replace(look, size=BODY_COMPACT, before=min(look.before, BEFORE_COMPACT), line=1)


def _ascii(name: str) -> str:
    """The id behind the Vietnamese name, in letters that every program that reads DOCX accepts."""
    plain = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D")).encode("ascii", "ignore").decode()
    return "".join(word.capitalize() for word in re.findall(r"\w+", plain))


def _set_defaults(document: Document) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for child in list(properties):
        properties.remove(child)
    set_fonts(properties)
    set_size(properties, BODY_SIZE)
    properties.append(element("w:lang", val="vi-VN", eastAsia="vi-VN", bidi="km-KH"))
    spacing = defaults.find(qn("w:pPrDefault")).find(qn("w:pPr"))
    for child in list(spacing):
        spacing.remove(child)
    normal = document.styles["Normal"]
    _apply(normal, Look(BODY_SIZE))
    for name in ("Header", "Footer"):
        _apply(document.styles[name], Look(14, CENTER))


def _apply(style: Any, look: Look) -> None:
    style.font.bold, style.font.italic, style.font.color.rgb = look.bold, look.italic, RGBColor(0, 0, 0)
    properties = style.element.get_or_add_rPr()
    set_fonts(properties)
    set_size(properties, look.size)
    _bold_in_khmer_too(properties, look)
    shape = style.paragraph_format
    shape.alignment = look.align
    shape.first_line_indent = FIRST_LINE if look.indent else Pt(0)
    shape.space_before, shape.space_after = Pt(look.before), Pt(look.after)
    shape.line_spacing, shape.keep_with_next = look.line, look.keep
    shape.widow_control = True


def _bold_in_khmer_too(properties: Any, look: Look) -> None:
    for tag, wanted in (("w:bCs", look.bold), ("w:iCs", look.italic)):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
        properties.append(element(tag, val="1" if wanted else "0"))
