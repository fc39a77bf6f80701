"""A DOCX is read as Word prints it: labels, changes, fields, boxes, tables, pages."""

import pytest

from corpus import word
from corpus.word import level, listed, numbering, paragraph, run, table
from dienhong.reading import Refusal, Unreadable, read_bytes

DIEU, KHOAN, DIEM = level(0, "decimal", "Điều %1."), level(1, "decimal", "%2."), level(2, "lowerLetter", "%3)")


def read(body, **parts):
    members = {f"word/{name}.xml": content for name, content in parts.items()}
    return read_bytes(word.document(body, parts=members), name="nghi-quyet.docx")


def texts(body, **parts):
    return [line.text for line in read(body, **parts).lines]


def test_automatic_labels_are_words_of_the_text():
    lists = numbering({"0": DIEU + KHOAN + DIEM}, {"1": ("0", "")})
    body = "".join(
        listed(text, 1, at)
        for text, at in (("Phạm vi", 0), ("Xã", 1), ("thôn", 2), ("ấp", 2), ("Đối tượng", 0), ("Hộ", 1))
    )
    assert texts(body, numbering=lists) == [
        "Điều 1. Phạm vi",
        "1. Xã",
        "a) thôn",
        "b) ấp",
        "Điều 2. Đối tượng",
        "1. Hộ",
    ]


def test_two_lists_on_one_definition_count_on_and_an_override_begins_anew():
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    lists = numbering({"0": level(0, "decimal", "%1.")}, {"1": ("0", ""), "2": ("0", ""), "3": ("0", override)})
    body = "".join(listed("x", num) for num in (1, 1, 2, 3, 3, 1))
    assert texts(body, numbering=lists) == ["1. x", "2. x", "3. x", "5. x", "6. x", "7. x"]


def test_a_level_begins_anew_after_a_higher_one_unless_it_says_never():
    lists = numbering(
        {
            "0": level(0, "upperRoman", "%1.")
            + level(1, "decimal", "%2/")
            + level(2, "decimal", "(%3)", more='<w:lvlRestart w:val="0"/>')
        },
        {"1": ("0", "")},
    )
    body = "".join(listed("x", 1, at) for at in (0, 1, 2, 2, 0, 1, 2))
    assert texts(body, numbering=lists) == ["I. x", "1/ x", "(1) x", "(2) x", "II. x", "1/ x", "(3) x"]


def test_compound_labels_show_all_levels_and_legal_ones_show_them_in_digits():
    lists = numbering(
        {
            "0": level(0, "upperRoman", "%1.")
            + level(1, "decimal", "%1.%2.")
            + level(2, "decimal", "%1.%2.%3", more="<w:isLgl/>")
        },
        {"1": ("0", "")},
    )
    body = "".join(listed("x", 1, at) for at in (0, 0, 1, 2))
    assert texts(body, numbering=lists) == ["I. x", "II. x", "II.1. x", "2.1.1 x"]


def test_a_level_with_no_parent_yet_shows_where_the_parent_would_begin():
    lists = numbering({"0": level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2")}, {"1": ("0", "")})
    assert texts(listed("x", 1, 1) + listed("x", 1, 0), numbering=lists) == ["1.1 x", "2. x"]


@pytest.mark.parametrize(
    ("form", "counted", "printed"),
    [
        ("decimal", 12, "12"), ("decimalZero", 3, "03"), ("lowerLetter", 5, "e"), ("lowerLetter", 27, "aa"),
        ("upperLetter", 2, "B"), ("lowerRoman", 4, "iv"), ("upperRoman", 1994, "MCMXCIV"), ("none", 1, ""),
    ],
)  # fmt: skip
def test_number_formats(form, counted, printed):
    lists = numbering({"0": level(0, form, "%1)", start=counted)}, {"1": ("0", "")})
    expected = f"{printed}) x" if form != "none" else "x"
    assert texts(listed("x", 1), numbering=lists) == [expected]


def test_bullets_are_dashes_and_a_plus_stays_a_plus():
    lists = numbering({"0": level(0, "bullet", "\uf0b7") + level(1, "bullet", "+")}, {"1": ("0", "")})
    assert texts(listed("tập huấn", 1) + listed("thôn", 1, 1), numbering=lists) == ["- tập huấn", "+ thôn"]


def test_numbering_comes_through_styles_and_is_taken_off_by_number_zero():
    lists = numbering({"0": level(0, "decimal", "Điều %1.", more='<w:pStyle w:val="Dieu"/>') + level(1, "decimal", "%2.", more='<w:pStyle w:val="Khoan"/>')}, {"7": ("0", "")})  # fmt: skip
    said = "<w:pPr><w:numPr><w:numId w:val='7'/></w:numPr></w:pPr>"
    styles = (
        f'<w:styles xmlns:w="{word.W_NS}"><w:style w:type="paragraph" w:styleId="Dieu">{said}</w:style>'
        f'<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Dieu"/></w:style>'
        f'<w:style w:type="paragraph" w:styleId="Khoan">{said}</w:style></w:styles>'
    )
    body = (
        paragraph("Một", '<w:pStyle w:val="Con"/>')
        + paragraph("Hai", '<w:pStyle w:val="Khoan"/>')
        + paragraph("Ba", '<w:pStyle w:val="Dieu"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    assert texts(body, numbering=lists, styles=styles) == ["Điều 1. Một", "1. Hai", "Ba"]


def test_a_list_may_be_defined_by_a_numbering_style():
    lists = numbering(
        {"0": '<w:styleLink w:val="S"/>' + level(0, "lowerLetter", "%1)"), "1": '<w:numStyleLink w:val="S"/>'},
        {"1": ("0", ""), "2": ("1", "")},
    )
    styles = (
        f'<w:styles xmlns:w="{word.W_NS}"><w:style w:type="numbering" w:styleId="S">'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>'
    )
    assert texts(listed("x", 2) + listed("x", 2), numbering=lists, styles=styles) == ["a) x", "b) x"]


def test_labels_typed_by_hand_stay_with_their_vietnamese_letter():
    assert texts(paragraph("d) thôn") + paragraph("đ) ấp") + paragraph("e) khóm")) == ["d) thôn", "đ) ấp", "e) khóm"]


def test_insertions_are_kept_and_deletions_dropped_with_a_note():
    body = paragraph(f"<w:ins>{run('thêm ')}</w:ins><w:del><w:r><w:delText>bớt </w:delText></w:r></w:del>{run('giữ')}")
    source = read(body)
    assert [line.text for line in source.lines] == ["thêm giữ"]
    assert "2 chỗ sửa đổi" in source.notes[0]


def test_a_deleted_paragraph_mark_joins_two_paragraphs_and_takes_no_number():
    lists = numbering({"0": level(0, "decimal", "%1.")}, {"1": ("0", "")})
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = paragraph("Một ", numbered + "<w:rPr><w:del/></w:rPr>") + paragraph("câu", numbered) + listed("Hai", 1)
    assert texts(body, numbering=lists) == ["1. Một câu", "2. Hai"]


def test_hidden_text_is_dropped_with_a_note():
    source = read(paragraph(run("thấy") + run(" ẩn", "<w:vanish/>")))
    assert source.lines[0].text == "thấy"
    assert any("chữ ẩn" in note for note in source.notes)


def test_footnotes_come_last_and_comments_are_left_out():
    notes = (
        f'<w:footnotes xmlns:w="{word.W_NS}"><w:footnote w:id="-1"><w:p/></w:footnote>'
        f'<w:footnote w:id="2">{paragraph("Theo số liệu năm 2025.")}</w:footnote></w:footnotes>'
    )
    body = paragraph(
        run("Điều 1") + '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r>'
    )
    source = read(body + paragraph("Điều 2"), footnotes=notes)
    assert [line.text for line in source.lines] == ["Điều 1", "Điều 2", "[1] Theo số liệu năm 2025."]
    assert len(source.notes) == 2


def test_a_text_box_is_read_once_although_it_is_stored_twice():
    box = f"<w:txbxContent>{paragraph('DỰ THẢO')}</w:txbxContent>"
    drawn = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert texts(paragraph(f"<w:r>{drawn}</w:r>{run('NGHỊ QUYẾT')}")) == ["NGHỊ QUYẾT", "DỰ THẢO"]


@pytest.mark.parametrize(
    "header",
    [
        '<w:p><w:r><w:pict><v:shape><v:textpath string="DỰ THẢO"/></v:shape></w:pict></w:r></w:p>',
        paragraph(run("DỰ ") + run("THẢO lần 2")),
    ],
    ids=["watermark", "running head"],
)
def test_a_draft_stamped_behind_the_pages_says_so_in_its_first_line(header):
    part = f"<w:hdr {word.NAMESPACES}>{header}</w:hdr>"
    source = read_bytes(word.document(paragraph("NGHỊ QUYẾT"), parts={"word/header1.xml": part}), name="a.docx")
    assert [line.text for line in source.lines] == ["DỰ THẢO", "NGHỊ QUYẾT"]
    assert any("DỰ THẢO" in note for note in source.notes)


def test_an_ordinary_header_is_left_out_with_a_note():
    part = f"<w:hdr {word.NAMESPACES}>{paragraph('Trang 1')}</w:hdr>"
    source = read_bytes(word.document(paragraph("NGHỊ QUYẾT"), parts={"word/header1.xml": part}), name="a.docx")
    assert [line.text for line in source.lines] == ["NGHỊ QUYẾT"]
    assert source.notes == ("Không đọc chữ ở đầu trang và chân trang.",)


def test_words_drawn_as_art_are_words_and_pictures_are_counted():
    art = '<w:pict><v:shape><v:textpath string="BẢN GỐC"/></v:shape></w:pict>'
    picture = '<w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></w:drawing>'
    source = read(paragraph(f"<w:r>{art}{picture}</w:r>{run('Điều 1')}"))
    assert [line.text for line in source.lines] == ["Điều 1", "BẢN GỐC"]
    assert source.notes == ("Có 1 hình ảnh không đọc được chữ bên trong.",)


def test_a_rule_drawn_under_a_title_is_no_picture():
    assert read(paragraph(f"<w:r><w:drawing><wps:wsp/></w:drawing></w:r>{run('Độc lập')}")).notes == ()


def test_cells_of_a_table_know_their_place():
    merged = '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>ba</w:t></w:r></w:p></w:tc></w:tr>'
    body = table([["TT", "Nội dung", "Ghi chú"]]).replace("</w:tbl>", merged + "</w:tbl>")
    cells = [
        (line.text, line.cell)
        for line in read(paragraph("đầu") + body + table([["x", "y"], ["z", "t"]])).lines
        if line.text
    ]
    assert cells == [
        ("đầu", None), ("TT", (0, 0, 0)), ("Nội dung", (0, 0, 1)), ("Ghi chú", (0, 0, 2)), ("ba", (0, 1, 2)),
        ("x", (1, 0, 0)), ("y", (1, 0, 1)), ("z", (1, 1, 0)), ("t", (1, 1, 1)),
    ]  # fmt: skip


def test_the_header_and_signature_blocks_are_lines_and_no_table():
    body = table([["HỘI ĐỒNG NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]], borders=False)
    assert [(line.text, line.cell) for line in read(body).lines] == [
        ("HỘI ĐỒNG NHÂN DÂN", None),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", None),
    ]


def test_a_page_break_said_in_three_ways_turns_one_page():
    breaks = '<w:r><w:br w:type="page"/></w:r>'
    body = paragraph(run("một") + breaks) + paragraph(f"<w:r><w:lastRenderedPageBreak/></w:r>{run('hai')}", "<w:pageBreakBefore/>") + paragraph("vẫn hai")  # fmt: skip
    assert [(line.text, line.page) for line in read(body).lines] == [("một", 1), ("hai", 2), ("vẫn hai", 2)]


def test_a_typed_page_break_ends_the_line():
    body = paragraph(run("một") + '<w:r><w:br w:type="page"/></w:r>' + run("hai"))
    assert [(line.text, line.page) for line in read(body).lines] == [("một", 1), ("hai", 2)]


def test_a_deleted_mark_with_nothing_after_it_loses_no_word():
    deleted = "<w:rPr><w:del/></w:rPr>"
    assert texts(paragraph("Một", deleted)) == ["Một"]


def test_a_page_that_ends_inside_a_sentence_does_not_cut_it():
    body = paragraph(run("Hội đồng ") + f"<w:r><w:lastRenderedPageBreak/></w:r>{run('nhân dân')}") + paragraph("xã")
    assert [(line.text, line.page) for line in read(body).lines] == [("Hội đồng nhân dân", 1), ("xã", 2)]


def test_tabs_stay_and_soft_breaks_begin_a_line():
    assert texts(paragraph("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>")) == ["a\tb", "c"]


def test_a_field_gives_its_result_and_not_its_instruction():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert texts(paragraph(run("Trang ") + field + run(" hết"))) == ["Trang 7 hết"]


def test_capitals_by_format_are_capitals_in_print():
    assert texts(paragraph(run("Quyết nghị:", "<w:caps/>"))) == ["QUYẾT NGHỊ:"]


def test_a_line_is_bold_when_all_its_words_are():
    body = paragraph(run("Điều 1. ", "<w:b/>") + run("Phạm vi", "<w:b/>")) + paragraph(
        run("Điều 2. ", "<w:b/>") + run("thường")
    )
    assert [line.bold for line in read(body).lines] == [True, False]


def test_spaces_are_plain_letters_composed_and_the_invisible_gone():
    assert texts(paragraph("Ho\u0300a\u00a0bi\u0300nh\u200b\u00ad x\ufeff")) == ["Hòa bình x"]


def test_strict_documents_are_read():
    data = word.document(paragraph("Điều 1"))
    strict = data_with(
        data,
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert read_bytes(strict, name="a.docx").lines[0].text == "Điều 1"


def data_with(data, old, new):
    import io  # noqa: PLC0415
    import zipfile  # noqa: PLC0415

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return word.package({name: archive.read(name).replace(old, new) for name in archive.namelist()})


def test_a_run_in_a_legacy_font_is_converted_beside_unicode_runs():
    old = run("hép møt tÕt ", '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>')
    capitals = run("®iÒu ", '<w:rFonts w:ascii=".VnTimeH"/>')
    vni = run("chaøo caùc baïn ", '<w:rFonts w:ascii="VNI-Times"/>')
    source = read(paragraph(old + capitals + vni + run("thôn Đông")))
    assert source.lines[0].text == "hộp mứt tết ĐIỀU chào các bạn thôn Đông"
    assert any("phông chữ cũ" in note for note in source.notes)


def test_unicode_typed_in_a_legacy_font_is_left_alone():
    assert texts(paragraph(run("Điều 1. Thực hiện dân chủ", '<w:rFonts w:ascii=".VnTime"/>'))) == [
        "Điều 1. Thực hiện dân chủ"
    ]


def test_macros_are_named_and_not_run():
    source = read_bytes(word.document(paragraph("Điều 1"), parts={"word/vbaProject.bin": b"x"}), name="a.docm")
    assert source.lines[0].text == "Điều 1"
    assert source.notes == ("Tệp có macro: chỉ đọc phần chữ, macro không được chạy.",)


def test_a_pdf_named_docx_is_read_by_its_content_or_refused_never_guessed():
    source = read_bytes(word.typed(["Điều 1"]), name="nghi-quyet.pdf")
    assert source.lines[0].text == "Điều 1"
    assert "PDF" in source.notes[0]
    assert "DOCX" in source.notes[0]


def test_a_document_without_a_word_is_refused():
    with pytest.raises(Unreadable) as refused:
        read(paragraph("  "))
    assert refused.value.code == Refusal.NO_TEXT
