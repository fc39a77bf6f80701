"""What is missing or contradictory is listed; nothing is guessed."""

import pytest

from lawcore.provisions import parse
from lawcore.provisions.model import Line

WHOLE = """HỘI ĐỒNG NHÂN DÂN XÃ KẺ LAU
Số: 4/2026/NQ-HĐND
Kẻ Lau, ngày 5 tháng 3 năm 2026
NGHỊ QUYẾT
Về việc chung của xã Kẻ Lau
Căn cứ Luật Nước số 1/2012/QH13;
QUYẾT NGHỊ:
Điều 1. Việc
1. Họp thôn.
2. Ghi biên bản.
Điều 2. Hiệu lực
Nghị quyết này có hiệu lực từ ngày 15 tháng 3 năm 2026.
Nghị quyết này được Hội đồng nhân dân xã Kẻ Lau thông qua ngày 5 tháng 3 năm 2026.
CHỦ TỊCH
Lê Thị Tám"""


def findings_of(text):
    return [(finding.code, finding.at) for finding in parse([Line(line) for line in text.split("\n")]).findings]


def changed(old, new):
    assert old in WHOLE
    return WHOLE.replace(old, new)


def test_a_whole_resolution_has_nothing_to_list():
    assert findings_of(WHOLE) == []


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("Số: 4/2026/NQ-HĐND", "Số:     /2026/NQ-HĐND", [("number-blank", None)]),
        ("Số: 4/2026/NQ-HĐND\n", "", [("number-missing", None)]),
        ("thông qua ngày 5 tháng 3 năm 2026", "thông qua ngày   tháng   năm 2026", [("adoption-day-blank", None)]),
        ("thông qua ngày 5 tháng 3 năm 2026", "thông qua ngày 30 tháng 2 năm 2026", [("adoption-day-impossible", None)]),
        ("Kẻ Lau, ngày 5 tháng 3", "Kẻ Lau, ngày 6 tháng 3", [("adoption-day-two", None)]),
        ("từ ngày 15 tháng 3 năm 2026", "từ ngày    tháng    năm 2026", [("effect-blank", None)]),
        ("từ ngày 15 tháng 3 năm 2026", "từ ngày 31/4/2026", [("effect-impossible", None)]),
        ("từ ngày 15 tháng 3 năm 2026", "từ ngày 15/1/2026", [("effect-before-adoption", None)]),
        ("từ ngày 15 tháng 3 năm 2026", "kể từ ngày ký", [("effect-without-day", None)]),
        ("Nghị quyết này có hiệu lực từ ngày 15 tháng 3 năm 2026.", "Giao xã thực hiện.", [("effect-missing", None)]),
        ("chung của xã Kẻ Lau", "chung của xã Kê Lau", [("name-two-spellings", None)]),
        ("Họp thôn.", "Họp thôn tại xã Kẽ Lau.", [("name-two-spellings", "khoản 1 Điều 1")]),
        ("Hội đồng nhân dân xã Kẻ Lau thông", "Hội đồng nhân dân xã Kẻ Sau thông", [("name-two-spellings", None)]),
        ("Điều 2. Hiệu lực", "Điều 3. Hiệu lực", [("article-missing", None)]),
        ("2. Ghi biên bản.", "3. Ghi biên bản.", [("clause-missing", "Điều 1")]),
        ("2. Ghi biên bản.", "1. Ghi biên bản.", [("number-twice", "khoản 1 (lần thứ 2) Điều 1")]),
        ("Ghi biên bản.", "Làm theo Điều 9 Nghị quyết này.", [("article-absent", "khoản 2 Điều 1")]),
        ("Ghi biên bản.", "Làm theo Điều 9.", [("article-absent", "khoản 2 Điều 1")]),
        ("1. Họp thôn.\n2. Ghi biên bản.\n", "", [("article-empty", "Điều 1")]),
        ("Lê Thị Tám", "", [("signer-missing", None)]),
        ("số 1/2012/QH13;", "số 1/2012/QH13;\nCăn cứ Luật Nước số 2/2012/QH13;", [("basis-two-numbers", None)]),
        ("Họp thôn.", "Họp th\ufffdn.", [("letters-unknown", None)]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_listed_where_it_is(old, new, found):
    assert findings_of(changed(old, new)) == found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ghi biên bản.", "Làm theo Điều 9 Luật Nước."),
        ("Ghi biên bản.", "Làm theo Điều 2 Nghị quyết này."),
        ("Ghi biên bản.", "Hộ vắng mặt gửi phiếu tại xã Kẻ Sau."),  # a neighbour, not a spelling
        ("xã Kẻ Lau thông", "xã KẺ LAU thông"),
        ("2. Ghi biên bản.", "2. Ghi biên bản.\n2a. Lưu biên bản."),
    ],
)
def test_what_is_right_is_not_listed(old, new):
    assert findings_of(changed(old, new)) == []


def test_two_ways_to_place_a_tone_are_one_spelling():
    assert (
        findings_of(WHOLE.replace("Kẻ Lau", "Hòa Lau").replace("việc chung của xã Hòa", "việc chung của xã Hoà")) == []
    )


def test_a_skipped_letter_is_listed():
    text = changed("1. Họp thôn.", "1. Họp thôn:\na) Sáng;\nb) Trưa;\nd) Tối.")
    assert findings_of(text) == [("point-missing", "khoản 1 Điều 1")]


@pytest.mark.parametrize(
    "head",
    ["LUẬT\nNƯỚC SẠCH", "BÁO CÁO\nKết quả", "HÓA ĐƠN BÁN HÀNG", "ĐẢNG BỘ TỈNH NON\nNGHỊ QUYẾT\nVề lãnh đạo", "ĐƠN XIN"],
)
def test_another_genre_is_named_and_still_read(head):
    document = parse([Line(line) for line in f"{head}\nĐiều 1. Việc\n1. Họp.\n2. Ghi.".split("\n")])
    assert [finding.code for finding in document.findings] == ["other-genre"]
    assert document.body[0].eid == "art_1"


def test_every_message_is_one_vietnamese_sentence_that_says_what_to_do():
    findings = parse([Line(line) for line in changed("Số: 4/2026/NQ-HĐND", "Số:").split("\n")]).findings
    assert [finding.message for finding in findings] == [
        "Số của nghị quyết còn để trống. Hãy điền khi có số chính thức."
    ]
