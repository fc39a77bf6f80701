"""Small pieces of WordprocessingML that python-docx has no name for."""

from typing import Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

LATIN_FONT = "Times New Roman"
KHMER_FONT = "Noto Serif Khmer"
EIGHTHS_OF_A_POINT = 8
RULE_POINTS = 0.75


def element(tag: str, **attributes: str) -> Any:
    """`element("w:tblHeader")`, `element("w:pgNumType", start="1")`: an element with w: attributes."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def set_fonts(properties: Any, *, latin: str = LATIN_FONT) -> None:
    """One font for every script but Khmer, with the theme's names taken out, which would win."""
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    properties.append(element("w:rFonts", ascii=latin, hAnsi=latin, eastAsia=latin, cs=KHMER_FONT))


def set_size(properties: Any, points: float) -> None:
    """The size in points, for Latin letters and, by w:szCs, for Khmer."""
    for tag in ("w:sz", "w:szCs"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
        properties.append(element(tag, val=str(round(points * 2))))


def add_page_number(paragraph: Paragraph) -> None:
    """The number of the page."""
    add_field(paragraph, "PAGE")


def add_field(paragraph: Paragraph, field: str) -> None:
    """PAGE or NUMPAGES; the figure inside is what a program shows before it counts pages."""
    run = paragraph.add_run()._r  # noqa: SLF001  python-docx has no field
    run.append(element("w:fldChar", fldCharType="begin"))
    instruction = element("w:instrText")
    instruction.text = field
    run.append(instruction)
    run.append(element("w:fldChar", fldCharType="separate"))
    run.append(element("w:t"))
    run[-1].text = "2"
    run.append(element("w:fldChar", fldCharType="end"))


def rule(paragraph: Paragraph, *, room: Length, length: Length) -> None:
    """A solid line `length` long in the middle of `room`: the upper border of an almost flat paragraph."""
    side = Length(max(0, int(room) - int(length)) // 2)
    shape = paragraph.paragraph_format
    shape.left_indent = shape.right_indent = side
    shape.first_line_indent = Pt(0)
    shape.space_before, shape.space_after, shape.line_spacing = Pt(3), Pt(0), Pt(3)
    size = str(round(RULE_POINTS * EIGHTHS_OF_A_POINT))
    border = element("w:pBdr")
    border.append(element("w:top", val="single", sz=size, space="0", color="000000"))
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001  python-docx has no paragraph border
    properties.insert_element_before(
        border, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def mark_as_khmer(run: Run) -> None:
    """Khmer letters take the complex-script font and the language of their readers."""
    properties = run._r.get_or_add_rPr()  # noqa: SLF001
    set_fonts(properties, latin=KHMER_FONT)
    properties.append(element("w:cs"))
    properties.append(element("w:lang", val="vi-VN", bidi="km-KH"))


def watermark(text: str, *, number: int) -> Any:
    """The run that lays `text` aslant over every page of a header (VML word art, as Word itself makes it)."""
    return parse_xml(WATERMARK.format(namespaces=nsdecls("w"), text=text, number=number, id=2048 + number))


_CENTRED = ";".join(
    f"mso-position-{way}:center;mso-position-{way}-relative:margin" for way in ("horizontal", "vertical")
)
WATERMARK = f"""\
<w:r {{namespaces}} xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
  <w:rPr><w:noProof/></w:rPr>
  <w:pict>
    <v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">
      <v:formulas>
        <v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>
        <v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>
        <v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/>
        <v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/>
        <v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/>
      </v:formulas>
      <v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800"
        o:connectangles="270,180,90,0"/>
      <v:textpath on="t" fitshape="t"/>
    </v:shapetype>
    <v:shape id="PowerPlusWaterMarkObject{{number}}" o:spid="_x0000_s{{id}}" type="#_x0000_t136" alt="{{text}}"
      style="position:absolute;width:400pt;height:100pt;rotation:315;z-index:-251658752;{_CENTRED}"
      o:allowincell="f" fillcolor="#d9d9d9" stroked="f">
      <v:fill opacity=".5"/>
      <v:textpath style="font-family:&quot;Times New Roman&quot;;font-size:1pt" string="{{text}}"/>
    </v:shape>
  </w:pict>
</w:r>"""
