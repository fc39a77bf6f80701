"""The DOCX follows Decree 30/2020 Appendix I, read back from its XML."""

import io
import zipfile
from datetime import date

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from lxml import etree

from dienhong.documents.official import (
    Column,
    Heading,
    Issuer,
    Level,
    PageBreak,
    Paragraph,
    Row,
    Run,
    Table,
)
from dienhong.documents.word import render_docx
from tests.documents_app.examples import TRACE, report

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(document=None):
    return docx.Document(io.BytesIO(render_docx(document or report())))


def parts(document):
    with zipfile.ZipFile(io.BytesIO(render_docx(document))) as package:
        return {name: package.read(name) for name in package.namelist()}


def all_text(word):
    return "\n".join("".join(node.itertext(f"{W}t")) for node in word.element.body.iter(f"{W}p"))


def test_the_page_is_a4_with_the_margins_of_the_decree():
    section = opened().sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert 20 <= round(section.top_margin.mm) <= 25
    assert 20 <= round(section.bottom_margin.mm) <= 25
    assert 30 <= round(section.left_margin.mm) <= 35
    assert 15 <= round(section.right_margin.mm) <= 20


def test_every_style_is_times_new_roman_in_black():
    for style in opened().styles.element.findall(qn("w:style")):
        for fonts in style.iter(qn("w:rFonts")):
            assert fonts.get(qn("w:ascii")) == fonts.get(qn("w:hAnsi")) == "Times New Roman"
            assert not any("Theme" in name for name in fonts.attrib)
        for color in style.iter(qn("w:color")):
            assert color.get(qn("w:val")) == "000000"


@pytest.mark.parametrize(
    ("style", "least", "most", "bold", "italic"),
    [
        ("Quốc hiệu", 12, 13, True, False),
        ("Tiêu ngữ", 13, 14, True, False),
        ("Cơ quan chủ quản", 12, 13, False, False),
        ("Tên cơ quan", 12, 13, True, False),
        ("Số, ký hiệu", 13, 13, False, False),
        ("Địa danh, thời gian", 13, 14, False, True),
        ("Tên loại", 13, 14, True, False),
        ("Trích yếu", 13, 14, True, False),
        ("Trích yếu công văn", 12, 13, False, False),
        ("Căn cứ", 13, 14, False, True),
        ("Lời văn", 13, 14, False, False),
        ("Quyền hạn, chức vụ", 13, 14, True, False),
        ("Họ tên", 13, 14, True, False),
        ("Nơi nhận", 12, 12, True, True),
        ("Danh sách nơi nhận", 11, 11, False, False),
        ("Phụ lục", 14, 14, True, False),
        ("Tên phụ lục", 13, 14, True, False),
        ("Kèm theo", 13, 14, False, True),
    ],
)
def test_each_part_has_the_size_and_weight_of_the_decree(style, least, most, bold, italic):
    font = opened().styles[style].font
    assert least <= font.size.pt <= most
    assert (font.bold, font.italic) == (bold, italic)


def test_body_text_is_justified_indented_and_spaced():
    shape = opened().styles["Lời văn"].paragraph_format
    assert shape.alignment.name == "JUSTIFY"
    assert 10 <= round(shape.first_line_indent.mm, 1) <= 12.7
    assert shape.space_before + shape.space_after >= Pt(6)
    assert 1 <= shape.line_spacing <= 1.5


def test_the_head_stands_in_two_columns_without_lines():
    head = opened(report(issuer=Issuer(("Sở Nội vụ",), ("Ủy ban nhân dân tỉnh Hòa Sơn",)))).tables[0]
    left, right = (cell.text.strip() for cell in head.rows[0].cells)
    assert left == "ỦY BAN NHÂN DÂN TỈNH HÒA SƠN\nSỞ NỘI VỤ"
    assert right == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    borders = head._tbl.tblPr.find(qn("w:tblBorders"))
    assert {side.get(qn("w:val")) for side in borders} == {"none"}


def test_a_rule_of_the_length_of_the_motto_stands_below_it():
    cell = opened().tables[0].rows[0].cells[1]
    rule = cell.paragraphs[2]
    assert rule._p.pPr.find(qn("w:pBdr")).find(qn("w:top")).get(qn("w:val")) == "single"
    length = cell.width - rule.paragraph_format.left_indent - rule.paragraph_format.right_indent
    assert abs(length - Pt(13 * 12.75)) < Mm(1)


def test_the_rules_below_name_and_subject_are_shorter_than_the_words():
    word = opened()
    rule = word.tables[0].rows[0].cells[0].paragraphs[-1]
    length = word.tables[0].rows[0].cells[0].width - rule.paragraph_format.left_indent * 2
    assert Mm(5) < length < Mm(40)


def test_the_page_number_stands_centred_on_top_from_page_two():
    section = opened().sections[0]
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xpath("string(.//w:instrText)")
    assert "PAGE" not in etree.tostring(section.first_page_header._element, encoding="unicode")
    assert section.header.paragraphs[0].style.paragraph_format.alignment.name == "CENTER"
    assert 13 <= section.header.paragraphs[0].style.font.size.pt <= 14


def test_a_draft_is_marked_on_every_page_and_an_issued_document_on_none():
    draft = parts(report())
    marked = [name for name, data in draft.items() if "DỰ THẢO".encode() in data]
    assert sorted(marked) == ["word/header1.xml", "word/header2.xml"]
    issued = parts(report(issued=True))
    assert not [name for name, data in issued.items() if "DỰ THẢO".encode() in data]
    assert "Dự thảo".encode() in draft["docProps/core.xml"]
    assert "Đã ban hành".encode() in issued["docProps/core.xml"]


def test_head_rows_repeat_and_no_row_is_split():
    table = opened().tables[1]
    repeated = [row._tr.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None for row in table.rows]
    assert repeated == [True, True] + [False] * 9
    assert all(row._tr.find(qn("w:trPr")).find(qn("w:cantSplit")) is not None for row in table.rows)


def test_column_heads_stand_in_groups():
    upper, lower = (row.cells for row in opened().tables[1].rows[:2])
    assert upper[2].text == upper[3].text == "Quy ước, hương ước"
    assert [cell.text for cell in lower[2:4]] == ["Có quy ước", "Đã rà soát"]
    assert upper[0].text == lower[0].text == "STT"


def test_headings_are_real_headings():
    word = opened()
    headings = [(p.style.name, p.text) for p in word.paragraphs if p.style.name.startswith("Heading")]
    assert headings[:3] == [
        ("Heading 2", "I. CHỈ ĐẠO, ĐIỀU HÀNH"),
        ("Heading 4", "1. Ban hành kế hoạch"),
        ("Heading 5", "a) Việc đã xong"),
    ]
    assert word.styles["Heading 2"].element.find(qn("w:pPr")).find(qn("w:outlineLvl")) is not None


def test_the_signature_is_never_alone_on_a_page():
    word = opened(report(annexes=()))
    last = [p for p in word.element.body.iterchildren(f"{W}p") if "".join(p.itertext(f"{W}t"))][-1]
    assert last.pPr.find(qn("w:keepNext")) is not None
    assert word.tables[-1].rows[0]._tr.find(qn("w:trPr")).find(qn("w:cantSplit")) is not None


def test_the_signing_block_names_the_authority_the_post_and_the_signer():
    left, right = opened(report(annexes=())).tables[-1].rows[0].cells
    assert right.text.split("\n") == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Thị Hạ Vy"]
    lines = left.text.split("\n")
    assert lines[0] == "Nơi nhận:"
    assert lines[1] == "- Như trên;"
    assert lines[-1] == "- Lưu: VT, VHXH (03b)."


def test_a_long_list_of_recipients_runs_on_below_the_signature():
    names = tuple(f"Đơn vị số {number}" for number in range(1, 31))
    block = opened(report(annexes=(), recipients=names)).tables[-1]
    left = [row.cells[0].text.split("\n") for row in block.rows]
    assert left[0][-1] == "- Đơn vị số 12;"
    assert left[1][0] == "- Đơn vị số 13;"
    assert left[1][-1] == "- Đơn vị số 30."
    assert "Lê Thị Hạ Vy" in block.rows[0].cells[1].text
    assert block.rows[0]._tr.find(qn("w:trPr")).find(qn("w:cantSplit")) is not None
    assert block.rows[1]._tr.find(qn("w:trPr")).find(qn("w:cantSplit")) is None
    assert block.rows[1].cells[1].text == ""


def test_one_addressee_stands_on_the_line_and_several_below_it():
    assert "Kính gửi: Hội đồng nhân dân xã Suối Mây" in all_text(opened())
    several = all_text(opened(report(addressed_to=("Hội đồng nhân dân xã", "Đảng ủy xã"))))
    assert "Kính gửi:\n- Hội đồng nhân dân xã;\n- Đảng ủy xã." in several


def test_the_subject_begins_with_a_capital_on_its_own_line():
    subject = next(p for p in opened().paragraphs if p.style.name == "Trích yếu")
    assert subject.text == "Kết quả thực hiện Nghị quyết về dân chủ ở cơ sở năm 2026"


def test_a_letter_has_its_subject_under_the_number():
    word = opened(report(type_name="", sign="UBND-VHXH", subject="gửi danh sách hộ"))
    assert word.tables[0].rows[1].cells[0].text.split("\n")[-1] == "V/v gửi danh sách hộ"
    assert not [p for p in word.paragraphs if p.style.name == "Tên loại"]


def test_an_annex_has_pages_of_its_own():
    annex = opened().sections[1]
    assert annex.orientation == WD_ORIENT.LANDSCAPE
    assert annex.page_width > annex.page_height
    assert annex._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
    assert annex.different_first_page_header_footer


def test_the_text_is_vietnamese_to_the_spelling_checker():
    defaults = opened().styles.element.find(qn("w:docDefaults"))
    assert next(defaults.iter(qn("w:lang"))).get(qn("w:val")) == "vi-VN"


def test_khmer_has_its_font_its_language_and_the_font_in_the_file():
    word = opened()
    runs = [run for p in word.paragraphs for run in p.runs if "សេចក្តីជូនដំណឹង" in run.text]
    assert runs[0]._r.rPr.find(qn("w:rFonts")).get(qn("w:cs")) == "Noto Serif Khmer"
    assert runs[0]._r.rPr.find(qn("w:lang")).get(qn("w:bidi")) == "km-KH"
    names = parts(report())
    assert "word/fonts/font1.odttf" in names
    plain = parts(report(blocks=(Paragraph("Không có chữ Khmer."),)))
    assert not [name for name in plain if name.startswith("word/fonts")]


def test_the_embedded_font_is_the_shipped_one_under_its_key():
    package = parts(report())
    key = etree.fromstring(package["word/fontTable.xml"]).xpath(
        "string(//*[local-name()='embedRegular']/@*[local-name()='fontKey'])"
    )
    mask = bytes.fromhex(key.strip("{}").replace("-", ""))[::-1] * 2
    data = package["word/fonts/font1.odttf"]
    font = bytes(a ^ b for a, b in zip(data[:32], mask, strict=True)) + data[32:]
    assert font[:4] == b"\x00\x01\x00\x00"  # a TrueType font again


def test_the_footer_leads_back():
    word = opened()
    first = word.sections[0].first_page_footer
    text = first.tables[0].rows[0].cells[1].text.split("\n")
    assert text == ["Mã tra cứu: 7KQ2M-9XTRA", TRACE.url, "Đối chiếu sổ cái: chè gạo sông núi đồng mây lúa tre"]
    assert first._element.xpath(".//pic:pic")
    assert word.sections[0].footer.paragraphs[0].text == "Mã tra cứu: 7KQ2M-9XTRA"
    assert not opened(report(trace=None)).sections[0].first_page_footer.tables


def test_the_file_names_title_issuer_and_number():
    core = opened(report(number=7)).core_properties
    assert core.title == "Báo cáo kết quả thực hiện Nghị quyết về dân chủ ở cơ sở năm 2026"
    assert core.author == "Ủy ban nhân dân xã Suối Mây"
    assert core.subject == "Số: 07/BC-UBND"


def test_the_same_document_is_the_same_bytes_and_another_is_not():
    assert render_docx(report()) == render_docx(report())
    assert render_docx(report()) != render_docx(report(number=8, dated=date(2026, 12, 1)))


def test_the_file_reaches_for_nothing_outside_itself():
    package = parts(report())
    assert not [name for name in package if "vbaProject" in name or "stylesWithEffects" in name]
    assert not [name for name, data in package.items() if b'TargetMode="External"' in data]


def test_word_opens_it_as_a_vietnamese_document_of_today():
    settings = etree.fromstring(parts(report())["word/settings.xml"])
    assert settings.xpath("string(//*[local-name()='compatSetting']/@*[local-name()='val'])") == "15"
    assert settings.find(qn("w:themeFontLang")).get(qn("w:val")) == "vi-VN"
    assert "docProps/app.xml" not in parts(report())


def test_markup_typed_by_somebody_stays_text():
    evil = '<w:p/>&amp;<script>alert(1)</script> {{ x }} "'
    word = opened(report(blocks=(Heading(Level.SECTION, evil), Paragraph((Run(evil, bold=True),)), PageBreak())))
    assert evil in all_text(word)
    assert evil.upper() in all_text(word)


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/header1.xml", "word/footer2.xml"])
def test_run_properties_stand_in_the_order_of_the_schema(part):
    order = ["rStyle", "rFonts", "b", "bCs", "i", "iCs", "noProof", "color", "sz", "szCs", "rtl", "cs", "lang"]
    for properties in etree.fromstring(parts(report())[part]).iter(qn("w:rPr")):
        ranks = [order.index(child.tag.removeprefix(W)) for child in properties]
        assert ranks == sorted(ranks)


def test_control_characters_pasted_from_elsewhere_do_not_break_the_file():
    pasted = "mã\x00 \x0b\x1fsố \ud800xong"
    table = Table((Column("Cột\x07"),), (Row((pasted,)),))
    text = all_text(opened(report(blocks=(Paragraph(pasted), table), annexes=())))
    assert text.count("mã số xong") == 2


def test_a_cell_of_two_lines_keeps_them():
    table = Table((Column("Cột"),), (Row(("dòng một\ndòng hai < 3",)),))
    word = opened(report(blocks=(table,), annexes=()))
    assert word.tables[1].rows[1].cells[0].text == "dòng một\ndòng hai < 3"
