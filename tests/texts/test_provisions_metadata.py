"""What a document says of itself."""

from datetime import date

import pytest

from lawcore.provisions import parse
from lawcore.provisions.days import days_in
from lawcore.provisions.model import Level, Line, Status
from lawcore.provisions.references import bases_in, numbered_in


def metadata_of(text):
    return parse([Line(line) for line in text.split("\n")]).metadata


def resolution(*, head="HỘI ĐỒNG NHÂN DÂN XÃ NON", body="Điều 1. Việc.", closing=""):
    return metadata_of(f"{head}\nNGHỊ QUYẾT\nVề việc chung\nQUYẾT NGHỊ:\n{body}\n{closing}")


@pytest.mark.parametrize(
    ("head", "issuer", "level"),
    [
        ("HỘI ĐỒNG NHÂN DÂN XÃ NON", "Hội đồng nhân dân xã Non", Level.COMMUNE),
        ("HỘI ĐỒNG NHÂN DÂN\nTỈNH BIỂN XANH", "Hội đồng nhân dân tỉnh Biển Xanh", Level.PROVINCE),
        ("HỘI ĐỒNG NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nPHƯỜNG 7\tĐộc lập - Tự do - Hạnh phúc", "Hội đồng nhân dân phường 7", Level.COMMUNE),
        ("HỘI ĐỒNG NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTHÀNH PHỐ MÂY Độc lập - Tự do - Hạnh phúc", "Hội đồng nhân dân thành phố Mây", Level.PROVINCE),
        ("HỘI ĐỒNG NHÂN DÂN ĐẶC KHU HÒN MÂY\nKHÓA I, KỲ HỌP THỨ 2", "Hội đồng nhân dân đặc khu Hòn Mây", Level.COMMUNE),
        ("HỘI ĐỒNG NHÂN DÂN TỈNH NON CAO KHÓA X - KỲ HỌP THỨ 3", "Hội đồng nhân dân tỉnh Non Cao", Level.PROVINCE),
        ("HỘI ĐỒNG NHÂN DÂN HUYỆN NON", "Hội đồng nhân dân huyện Non", None),
    ],
)  # fmt: skip
def test_the_issuer_and_its_level_are_read_from_the_letterhead(head, issuer, level):
    meta = resolution(head=head)
    assert (meta.issuer, meta.level) == (issuer, level)


def test_a_name_printed_in_capitals_takes_the_case_of_the_running_text():
    meta = resolution(head="HỘI ĐỒNG NHÂN DÂN XÃ EA H’LEO", body="Điều 1. Áp dụng trên địa bàn xã Ea H’Leo.")
    assert meta.issuer == "Hội đồng nhân dân xã Ea H’Leo"


def test_a_council_keeps_the_capital_its_own_texts_give_it():
    meta = resolution(
        head="HỘI ĐỒNG NHÂN DÂN THÀNH PHỐ MÂY",
        body="Điều 1. Giao Ủy ban nhân dân Thành phố Mây thực hiện trên địa bàn thành phố Mây.",
    )
    assert meta.issuer == "Hội đồng nhân dân Thành phố Mây"


def test_without_a_letterhead_the_sentence_of_adoption_names_the_issuer():
    meta = resolution(
        head="", closing="Nghị quyết này đã được Hội đồng nhân dân tỉnh Non khóa X thông qua ngày 1 tháng 2 năm 2026."
    )
    assert meta.issuer == "Hội đồng nhân dân tỉnh Non"


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Số: 66/2025/NQ-HĐND", "66/2025/NQ-HĐND"), ("Số 07/NQ-HĐND", "07/NQ-HĐND"), ("SỐ: 12 /2025/NQ-HĐND", "12/2025/NQ-HĐND"),
        ("Số: 5/2026/NQ-HĐND\tNon, ngày 1 tháng 2 năm 2026", "5/2026/NQ-HĐND"),
        ("Số: 5/2026/NQ-HĐND Non, ngày 1 tháng 2 năm 2026", "5/2026/NQ-HĐND"),
        ("Số:      /2025/NQ-HĐND", None), ("Số: …./NQ-HĐND", None), ("Số: ......../2025/NQ-HĐND", None), ("Số:", None),
    ],
)  # fmt: skip
def test_the_number_is_as_printed_and_nothing_when_blank(line, number):
    assert resolution(head=f"HỘI ĐỒNG NHÂN DÂN XÃ NON\n{line}").number == number


def test_the_title_is_joined_over_its_lines_without_the_kind():
    meta = metadata_of(
        "NGHỊ QUYẾT\nVề việc họp thôn\ntrên địa bàn xã Non\nHỘI ĐỒNG NHÂN DÂN XÃ NON\nCăn cứ Luật Nước;\nQUYẾT NGHỊ:\nĐiều 1. Họp."
    )
    assert (meta.kind, meta.title) == ("Nghị quyết", "Về việc họp thôn trên địa bàn xã Non")


@pytest.mark.parametrize(
    "line",
    [
        "KHÓA I, KỲ HỌP THỨ 2", "Số: 5/2026/NQ-HĐND", "Non, ngày 3 tháng 5 năm 2026", "ngày … tháng … năm 2026",
    ],
)  # fmt: skip
def test_a_line_of_the_letterhead_below_the_title_ends_it(line):
    meta = metadata_of(f"NGHỊ QUYẾT\nVề việc họp thôn\n{line}\nQUYẾT NGHỊ:\nĐiều 1. Họp.")
    assert meta.title == "Về việc họp thôn"


def test_a_title_that_ends_in_the_middle_of_a_name_goes_on_below():
    meta = metadata_of("NGHỊ QUYẾT\nVề hoạt động của\nHỘI ĐỒNG NHÂN DÂN XÃ NON\nQUYẾT NGHỊ:\nĐiều 1. Họp.")
    assert meta.title == "Về hoạt động của HỘI ĐỒNG NHÂN DÂN XÃ NON"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ngày 18 tháng 12 năm 2025", date(2025, 12, 18)), ("ngày 01/4/2025", date(2025, 4, 1)), ("18-12-2025", date(2025, 12, 18)),
        ("18.12.2025", date(2025, 12, 18)), ("Ngày 5 tháng 3 năm 2026", date(2026, 3, 5)), ("ngày 29/2/2024", date(2024, 2, 29)),
    ],
)  # fmt: skip
def test_days_are_read_in_every_printed_form(text, day):
    (printed,) = days_in(f"thông qua {text}, tại kỳ họp")
    assert (printed.day, printed.blank, printed.impossible) == (day, False, False)


@pytest.mark.parametrize(
    "text",
    ["ngày      tháng        năm 2025", "ngày… tháng …năm 2025", "ngày .... tháng 12 năm 2025", "ngày 3 tháng 5 năm"],
)
def test_a_blank_day_is_blank(text):
    (printed,) = days_in(text)
    assert printed.blank
    assert printed.day is None


@pytest.mark.parametrize("text", ["31/4/2025", "29/2/2025", "ngày 30 tháng 2 năm 2024", "ngày 1 tháng 13 năm 2025"])
def test_a_day_no_calendar_has_is_impossible(text):
    (printed,) = days_in(text)
    assert printed.impossible


@pytest.mark.parametrize("text", ["10/2022/QH15", "59/2023/NĐ-CP", "1/2", "tỷ lệ 3/4", "năm 2025"])
def test_numbers_of_documents_are_no_days(text):
    assert list(days_in(text)) == []


ADOPTED = "Nghị quyết này đã được Hội đồng nhân dân xã Non khóa I, kỳ họp thứ 2 thông qua ngày 9 tháng 12 năm 2025"


def test_the_sentence_of_adoption_gives_the_day_and_the_status():
    meta = resolution(closing=f"{ADOPTED}./.")
    assert (meta.adopted_on, meta.status, meta.effective_on) == (date(2025, 12, 9), Status.ADOPTED, None)


def test_the_letterhead_gives_the_day_where_no_sentence_does():
    meta = resolution(head="HỘI ĐỒNG NHÂN DÂN XÃ NON\nNon, ngày 3 tháng 5 năm 2026")
    assert (meta.adopted_on, meta.place, meta.status) == (date(2026, 5, 3), "Non", Status.ADOPTED)


def test_the_day_of_the_letterhead_may_break_before_the_year():
    meta = resolution(head="HỘI ĐỒNG NHÂN DÂN XÃ NON\nSố: 5/2026/NQ-HĐND Non Đông, ngày 3 tháng 5 năm\n2026")
    assert (meta.number, meta.place, meta.adopted_on) == ("5/2026/NQ-HĐND", "Non Đông", date(2026, 5, 3))


@pytest.mark.parametrize("mark", ["DỰ THẢO", "Dự thảo", "(Dự thảo lần 2)", "DỰ THẢO 3", "DỰ THẢO LẦN THỨ HAI"])
def test_a_document_marked_as_a_draft_is_one(mark):
    assert resolution(head=f"{mark}\nHỘI ĐỒNG NHÂN DÂN XÃ NON", closing=f"{ADOPTED}.").status is Status.DRAFT


def test_a_draft_may_be_marked_in_a_cell_of_the_letterhead():
    texts = ["DỰ THẢO", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    head = [Line(text, cell=(0, 0, column)) for column, text in enumerate(texts)]
    rest = [Line(line) for line in f"NGHỊ QUYẾT\nVề việc chung\nQUYẾT NGHỊ:\nĐiều 1. Việc.\n{ADOPTED}.".split("\n")]
    assert parse([*head, *rest]).metadata.status is Status.DRAFT


def test_the_words_for_draft_in_a_sentence_mark_nothing():
    meta = resolution(body="Điều 1. Xã công khai dự thảo quy ước.\nDự thảo được lấy ý kiến.", closing=f"{ADOPTED}.")
    assert meta.status is Status.ADOPTED


def test_of_two_sentences_of_adoption_the_one_with_a_day_counts():
    meta = resolution(
        body="Điều 1. Hiệu lực\n1. Nghị quyết này được Hội đồng nhân dân xã Non thông qua ngày 5 tháng 3 năm 2026.\n"
        "2. Nghị quyết này được Hội đồng nhân dân xã Non thông qua tại kỳ họp thứ 2."
    )
    assert meta.adopted_on == date(2026, 3, 5)


@pytest.mark.parametrize("words", ["kể từ ngày thông qua", "từ ngày được Hội đồng nhân dân xã Non thông qua"])
def test_the_day_of_adoption_may_be_that_of_commencement(words):
    meta = resolution(body=f"Điều 1. Nghị quyết này có hiệu lực {words}.", closing=f"{ADOPTED}.")
    assert (meta.effective_on, meta.effective_text) == (date(2025, 12, 9), words)


def test_the_day_of_signing_is_that_of_the_letterhead():
    meta = resolution(
        head="HỘI ĐỒNG NHÂN DÂN XÃ NON\nNon, ngày 3 tháng 5 năm 2026",
        body="Điều 1. Nghị quyết này có hiệu lực kể từ ngày ký.",
    )
    assert (meta.effective_on, meta.effective_text) == (date(2026, 5, 3), "kể từ ngày ký")


def test_a_day_of_adoption_needs_no_word_for_day():
    meta = resolution(closing="Nghị quyết này được Hội đồng nhân dân xã Non thông qua 9/12/2025.")
    assert meta.adopted_on == date(2025, 12, 9)


@pytest.mark.parametrize("day", ["ngày   tháng   năm 2026", "ngày …/…/2026"])
def test_a_blank_adoption_day_makes_a_draft(day):
    head = "HỘI ĐỒNG NHÂN DÂN XÃ NON\nNon, ngày 3 tháng 5 năm 2026"  # không thay được ngày còn trống
    meta = resolution(head=head, closing=f"Nghị quyết này được Hội đồng nhân dân xã Non thông qua {day}.")
    assert (meta.status, meta.adopted_on) == (Status.DRAFT, None)


@pytest.mark.parametrize(
    ("sentence", "day", "text"),
    [
        ("Nghị quyết này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2026.", date(2026, 1, 1), "từ ngày 01 tháng 01 năm 2026"),
        ("Nghị quyết này có hiệu lực kể từ ngày 15/7/2025.", date(2025, 7, 15), "kể từ ngày 15/7/2025"),
        ("Nghị quyết có hiệu lực từ 01/01/2026.", date(2026, 1, 1), "từ 01/01/2026"),
        ("Nghị quyết này có hiệu lực sau 10 ngày kể từ ngày thông qua.", None, "sau 10 ngày kể từ ngày thông qua"),
        ("Nghị quyết này có hiệu lực sau 10 ngày kể từ ngày 10/12/2025.", None, "sau 10 ngày kể từ ngày 10/12/2025"),
        ("Nghị quyết có hiệu lực kể từ ngày ký.", None, "kể từ ngày ký"),
        ("Nghị quyết này có hiệu lực từ ngày    tháng    năm 2026.", None, "từ ngày tháng năm 2026"),
        ("Nghị quyết số 5/2020/NQ-HĐND hết hiệu lực từ ngày 01/01/2026.", None, None),
        ("Nghị quyết số 5/2020/NQ-HĐND có hiệu lực từ ngày 01/01/2020.", None, None),
    ],
)  # fmt: skip
def test_commencement_is_a_day_only_where_a_day_is_printed(sentence, day, text):
    meta = resolution(body=f"Điều 1. Hiệu lực\n{sentence}")
    assert (meta.effective_on, meta.effective_text) == (day, text)


def test_commencement_may_stand_in_the_sentence_of_adoption():
    meta = resolution(closing=f"{ADOPTED} và có hiệu lực từ ngày 19 tháng 12 năm 2025./.")
    assert (meta.adopted_on, meta.effective_on) == (date(2025, 12, 9), date(2025, 12, 19))


@pytest.mark.parametrize(
    "closing",
    [
        "CHỦ TỊCH\nLê Thị Tám",
        "TM. HỘI ĐỒNG NHÂN DÂN\nCHỦ TỊCH\n(Đã ký)\nLê Thị Tám",
        "Nơi nhận:\n- Sở Nội vụ;\n- Lưu: VT.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n\nLê Thị Tám",
        "Nơi nhận:\tCHỦ TỊCH\n- Lưu: VT.\tLê Thị Tám",
        "Nơi nhận:                    CHỦ TỌA KỲ HỌP\n- Lưu: VT.                   Lê Thị Tám",
        "CHỦ TỊCH\n(Đã ký) Lê Thị Tám",
        "Nơi nhận:\n- Lưu: VT.\nCHỦ TỊCH Lê Thị Tám",
        "CHỦ TỊCH\nLê Thị Tám\nNơi nhận:\n- Lưu: VT.",
        "Nơi nhận:\n- Sở Nội vụ;\n- Lưu: VT. Lê Thị Tám\nCHỦ TỊCH",  # hai cột của chữ ký đọc thành một
    ],
)
def test_the_signer_is_the_name_under_the_office(closing):
    assert resolution(closing=closing).signer == "Lê Thị Tám"


@pytest.mark.parametrize(
    "closing", ["", "CHỦ TỊCH", "Nơi nhận:\n- Lê Thị Tám;\n- Lưu: VT.", "CHỦ TỊCH\nNơi nhận:\n- Lưu: VT."]
)
def test_an_empty_signature_gives_no_signer(closing):
    assert resolution(closing=closing).signer is None


def test_recipients_are_listed_without_their_dashes():
    meta = resolution(closing="Nơi nhận:\n- Đảng ủy xã;\n- Lưu: VT.\nCHỦ TỊCH\nLê Thị Tám")
    assert meta.recipients == ("Đảng ủy xã", "Lưu: VT")


def test_a_basis_is_a_citation_with_its_parts():
    (ref,) = bases_in(
        "Căn cứ Nghị định số 59/2023/NĐ-CP ngày 14 tháng 8 năm 2023 của Chính phủ quy định chi tiết một số điều;"
    )
    assert (ref.type, ref.number, ref.year, ref.issuer, ref.dated) == (
        "Nghị định",
        "59/2023/NĐ-CP",
        2023,
        "Chính phủ",
        date(2023, 8, 14),
    )
    assert ref.title == "quy định chi tiết một số điều"


def test_one_sentence_may_rest_on_several_documents():
    refs = list(
        bases_in(
            "Căn cứ Luật Nước ngày 1/7/2012; Luật Sửa đổi, bổ sung một số điều của Luật Nước và Luật Đất số 9/2020/QH14 và Nghị định số 1/2021/NĐ-CP;"
        )
    )
    assert [(ref.type, ref.number, ref.title) for ref in refs] == [
        ("Luật", None, "Nước"),
        ("Luật", "9/2020/QH14", "Sửa đổi, bổ sung một số điều của Luật Nước và Luật Đất"),
        ("Nghị định", "1/2021/NĐ-CP", None),
    ]


@pytest.mark.parametrize("text", ["Căn cứ kết quả lấy ý kiến của dân;", "Xét đề nghị của Ủy ban nhân dân xã,"])
def test_a_basis_that_names_no_document_cites_none(text):
    assert list(bases_in(text)) == []


def test_repealed_resolutions_are_listed_once():
    meta = resolution(
        body="Điều 1. Bãi bỏ các văn bản sau:\na) Nghị quyết số 1/2018/NQ-HĐND;\nb) Nghị quyết số 2/2018/NQ-HĐND.\n"
        "Điều 2. Nghị quyết này thay thế Nghị quyết số 2/2018/NQ-HĐND. Nghị quyết số 3/2019/NQ-HĐND vẫn áp dụng."
    )
    assert [ref.number for ref in meta.repeals] == ["1/2018/NQ-HĐND", "2/2018/NQ-HĐND"]


def test_documents_named_with_their_numbers_are_found_in_running_text():
    refs = numbered_in(
        "theo Nghị quyết số 4/2019/NQ-HĐND ngày 2/3/2019 của Hội đồng nhân dân tỉnh và Quyết định số 7/QĐ-UBND"
    )
    assert [(ref.type, ref.number, ref.dated) for ref in refs] == [
        ("Nghị quyết", "4/2019/NQ-HĐND", date(2019, 3, 2)),
        ("Quyết định", "7/QĐ-UBND", None),
    ]


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("LUẬT\nNƯỚC SẠCH", "Luật"), ("NGHỊ ĐỊNH\nQuy định chi tiết", "Nghị định"), ("BÁO CÁO\nKết quả", "Báo cáo"),
        ("HÓA ĐƠN GIÁ TRỊ GIA TĂNG", "Hóa đơn"), ("TỜ TRÌNH\nVề dự thảo", "Tờ trình"), ("ĐƠN KÊU CỨU", None),
    ],
)  # fmt: skip
def test_the_kind_of_any_document_is_read_from_its_title(head, kind):
    assert metadata_of(f"{head}\nĐiều 1. Việc.").kind == kind


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("Số: 5/2026/TTr-UBND", "Tờ trình"), ("Số: 5/2026/TT-BNV", "Thông tư"), ("Số: 5/2026/NĐ-CP", "Nghị định"),
        ("Số: 5/GM-UBND", None),
    ],
)  # fmt: skip
def test_without_a_title_the_kind_is_read_from_the_number(head, kind):
    assert metadata_of(f"{head}\nVề việc họp thôn\nĐiều 1. Việc.").kind == kind


def test_without_a_title_and_a_number_the_kind_is_what_the_text_calls_itself():
    assert metadata_of("Điều 1. Phạm vi\nLuật này quy định việc họp thôn.").kind == "Luật"
