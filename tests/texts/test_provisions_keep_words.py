"""No word of the source is lost, added or moved, whatever the source."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from lawcore.provisions import document_text, parse, words, words_of
from lawcore.provisions.model import Line

PIECES = [
    "Điều 1. Phạm vi", "Điều 2:", "Điều 11a.", "Điều 5 của Luật", "ĐIỀU 3", "Chương I", "Chương II. QUY ĐỊNH", "Mục 1", "QUY ĐỊNH CHUNG",
    "Phần thứ nhất", "Tiểu mục 2", "1. Một", "2.Hai", "3) Ba", "1.1. Nhỏ", "10.000 đồng", "a) Việc", "đ)Việc", "b. Khác", "- Gạch", "-Dính",
    "+ Cộng", "I. ĐẦU", "IV.", "2015;", "12", "3", "- 4 -", "Trang 5/9", "DỰ THẢO", "(Dự thảo lần 2)", "**Đậm** và *nghiêng*", "## Tiêu đề",
    "[bookmark: dieu_1]Điều 4. Tên", "* Sao", "(*) Ghi chú", "QUYẾT NGHỊ:", "Căn cứ Luật số 10/2022/QH15;", "Xét Tờ trình số /TTr,",
    "NGHỊ QUYẾT", "HỘI ĐỒNG NHÂN DÂN XÃ NON", "TỈNH NON\tĐộc lập - Tự do", "Số:      /2025/NQ-HĐND", "Non, ngày    tháng    năm 2025",
    "Nơi nhận:", "- Lưu: VT.", "CHỦ TỊCH", "TM. HỘI ĐỒNG", "Lê Văn Tám", "PHỤ LỤC I", "QUY CHẾ", "(Kèm theo Nghị quyết)", "| a | b |", "|---|---|",
    "Nghị quyết này được Hội đồng nhân dân xã Non thông qua ngày 1 tháng 2 năm 2025", "và có hiệu lực từ ngày 31/4/2025.",
    "“Điều 4. Trích", "hết.”", "theo khoản", "trong năm", "các điểm a, b và c khoản 2 Điều 9 Nghị quyết này.", "\u200bẩn\u00a0giấu\u00ad", "",
    "---", "   ", "từ nối dài của một câu bị ngắt giữa chừng ở cuối dòng vì khổ giấy hẹp và", "tiếp tục ở đây", "\ufeff", "Kê", "%", "...", "“", "|", "*", "#",
]  # fmt: skip

texts = st.lists(
    st.one_of(st.sampled_from(PIECES), st.text(max_size=12).map(lambda text: " ".join(text.split("\n")))), max_size=4
).map(" ".join)
decomposed = st.builds(unicodedata.normalize, st.sampled_from(["NFC", "NFD"]), texts)
cells = st.one_of(st.none(), st.tuples(st.integers(0, 1), st.integers(0, 2), st.integers(0, 2)))
lines = st.builds(Line, text=decomposed, page=st.none(), bold=st.booleans(), cell=st.one_of(st.none(), cells))


@settings(max_examples=400, deadline=None)
@given(st.lists(lines, max_size=30))
def test_the_words_of_the_tree_are_those_of_the_source(source):
    assert words(parse(source)) == words_of(source)


@settings(max_examples=200, deadline=None)
@given(st.lists(lines, max_size=30))
def test_every_address_is_given_once(source):
    eids = [node.eid for node in parse(source).walk()]
    assert len(eids) == len(set(eids))


@settings(max_examples=200, deadline=None)
@given(st.lists(lines, max_size=20))
def test_the_printed_text_holds_the_same_words(source):
    document = parse(source)
    assert document_text(document).split() == words(document)


@settings(max_examples=100, deadline=None)
@given(st.lists(lines, max_size=20))
def test_every_word_lies_in_the_lines_its_provision_names(source):
    document = parse(source)
    for node in document.walk():
        assert 1 <= node.span.first <= node.span.last <= len(source)
