"""Numbers, days and abbreviations in words; an independent reader here turns the words back into the number."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from lawcore import spoken

ONES = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7,
    "tám": 8, "chín": 9,
}  # fmt: skip


def heard(words):
    """The number a listener writes down: split at the largest unit said, then at the next."""
    for unit, size in (("tỷ", 10**9), ("triệu", 10**6), ("nghìn", 10**3)):
        if unit in words:
            at = len(words) - 1 - words[::-1].index(unit)
            return heard(words[:at]) * size + heard(words[at + 1 :])
    return three_digits(words)


def three_digits(words):
    total = last = 0
    for word in words:
        if word == "trăm":
            total, last = last * 100, 0
        elif word == "mươi":
            total, last = total + last * 10, 0
        elif word == "mười":
            total += 10
        elif word not in ("linh", "lẻ"):
            last = ONES[word]
    return total + last


@given(some.integers(0, 10**12))
@example(10**12)
@example(1_000_000_005)
def test_every_number_reads_back_to_itself(value):
    assert heard(spoken.number(value).split()) == value
    assert heard(spoken.number(value, zero="lẻ").split()) == value


def test_every_number_below_ten_thousand_reads_back_and_no_two_are_alike():
    said = [spoken.number(value) for value in range(10_000)]
    assert [heard(words.split()) for words in said] == list(range(10_000))
    assert len(set(said)) == len(said)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "không"),
        (4, "bốn"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (55, "năm mươi lăm"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (115, "một trăm mười lăm"),
        (121, "một trăm hai mươi mốt"),
        (1_000, "một nghìn"),
        (1_005, "một nghìn không trăm linh năm"),
        (1_040, "một nghìn không trăm bốn mươi"),
        (2_026, "hai nghìn không trăm hai mươi sáu"),
        (1_140_500, "một triệu một trăm bốn mươi nghìn năm trăm"),
        (1_000_005, "một triệu không trăm linh năm"),
        (3_000_000_000, "ba tỷ"),
        (2_000_000_000_000, "hai nghìn tỷ"),
        (1_001_000_000_000, "một nghìn không trăm linh một tỷ"),
        (-7, "âm bảy"),
    ],
)
def test_a_number_is_said_as_it_is_taught(value, words):
    assert spoken.number(value) == words


def test_the_south_says_le():
    assert spoken.number(1_205, zero="lẻ") == "một nghìn hai trăm lẻ năm"
    assert spoken.money(305, zero="lẻ") == "ba trăm lẻ năm đồng"
    assert spoken.aloud("Điều 105", zero="lẻ") == "Điều một trăm lẻ năm"


def test_a_number_too_long_to_say_is_refused():
    assert spoken.number(spoken.LARGEST).startswith("chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn")
    with pytest.raises(ValueError, match="18 digits"):
        spoken.number(10**18)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("12.5", "mười hai phẩy năm"),
        ("12.05", "mười hai phẩy không năm"),
        ("3.25", "ba phẩy hai mươi lăm"),
        ("0.125", "không phẩy một trăm hai mươi lăm"),
        ("3.1416", "ba phẩy một bốn một sáu"),
        ("2.00", "hai phẩy không không"),
        ("-0.5", "âm không phẩy năm"),
        ("7", "bảy"),
    ],
)
def test_a_decimal_is_said_with_a_comma(value, words):
    assert spoken.decimal(Decimal(value)) == words


def test_money_percent_days_and_codes():
    assert spoken.money(1_140_500) == "một triệu một trăm bốn mươi nghìn năm trăm đồng"
    assert spoken.percent(Decimal("12.5")) == "mười hai phẩy năm phần trăm"
    assert spoken.day(date(2026, 11, 30)) == "ngày ba mươi tháng mười một năm hai nghìn không trăm hai mươi sáu"
    assert spoken.day(date(2026, 4, 30)) == "ngày ba mươi tháng tư năm hai nghìn không trăm hai mươi sáu"
    assert spoken.digits("0912 345") == "không chín một hai ba bốn năm"


@pytest.mark.parametrize(("text", "value"), [("I", 1), ("IV", 4), ("IX", 9), ("XIV", 14), ("XXI", 21), ("XXXIX", 39)])
def test_roman_numerals(text, value):
    assert spoken.roman(text) == value


@pytest.mark.parametrize("text", ["", "IIII", "VX", "A", "iv"])
def test_what_is_no_roman_numeral_is_refused(text):
    with pytest.raises(ValueError, match="Roman"):
        spoken.roman(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("số 12/2026/NQ-HĐND ngày", "số mười hai, năm hai nghìn không trăm hai mươi sáu ngày"),
        ("Quyết định số 59/QĐ-UBND", "Quyết định số năm mươi chín"),
        ("Tờ trình 5714/TTr-UBND", "Tờ trình năm nghìn bảy trăm mười bốn"),
        ("có hiệu lực ngay./.", "có hiệu lực ngay."),
        ("có hiệu lực từ 2026 ./.", "có hiệu lực từ hai nghìn không trăm hai mươi sáu."),
        ("Luật số 10/2022/QH15", "Luật số mười, năm hai nghìn không trăm hai mươi hai"),
        ("ngày 30/11/2026", "ngày ba mươi tháng mười một năm hai nghìn không trăm hai mươi sáu"),
        ("Ngày 01/4/2026", "Ngày một tháng tư năm hai nghìn không trăm hai mươi sáu"),
        ("đến 5.7.2026", "đến ngày năm tháng bảy năm hai nghìn không trăm hai mươi sáu"),
        ("ngày 5 tháng 4 năm 2026", "ngày năm tháng tư năm hai nghìn không trăm hai mươi sáu"),
        ("ngày 30 tháng 4", "ngày ba mươi tháng tư"),
        ("ngày 02/9", "ngày hai tháng chín"),
        ("Tháng 4/2026", "Tháng tư năm hai nghìn không trăm hai mươi sáu"),
        ("trong 6 tháng 4 tuần", "trong sáu tháng bốn tuần"),
        ("7 giờ, 17h30 và 17:05", "bảy giờ, mười bảy giờ ba mươi phút và mười bảy giờ năm phút"),
        ("17 giờ 00 phút", "mười bảy giờ"),
        ("quý IV, Quý II", "quý bốn, Quý hai"),
        ("khóa XV, thôn Kon I", "khóa mười lăm, thôn Kon I"),
        ("1.140.500 đồng", "một triệu một trăm bốn mươi nghìn năm trăm đồng"),
        ("1.140.500đ", "một triệu một trăm bốn mươi nghìn năm trăm đồng"),
        ("35.000 đồng/hộ/tháng", "ba mươi lăm nghìn đồng mỗi hộ mỗi tháng"),
        ("7.500 đồng/m3", "bảy nghìn năm trăm đồng mỗi mét khối"),
        ("Mỗi m² và mỗi km", "Mỗi mét vuông và mỗi ki-lô-mét"),
        ("3,25 tỷ đồng", "ba phẩy hai mươi lăm tỷ đồng"),
        ("12,5 % và 7%", "mười hai phẩy năm phần trăm và bảy phần trăm"),
        ("120 m2, 5 km", "một trăm hai mươi mét vuông, năm ki-lô-mét"),
        ("Điều 11 khoản 2.", "Điều mười một khoản hai."),
        ("điểm a khoản 3 Điều 21", "điểm a khoản ba Điều hai mươi mốt"),
        ("ít nhất 2/3 số hộ", "ít nhất hai phần ba số hộ"),
        ("5-10 ngày", "năm đến mười ngày"),
        ("nhiệm kỳ 2021–2026", "nhiệm kỳ hai nghìn không trăm hai mươi mốt đến hai nghìn không trăm hai mươi sáu"),
        ("mục 2.1", "mục hai chấm một"),
        ("05 ngày làm việc", "năm ngày làm việc"),
        ("gọi 0268111222", "gọi không hai sáu tám một một một hai hai hai"),
        ("mã 1234567890", "mã một hai ba bốn năm sáu bảy tám chín không"),
        ("1234567890đ", "một tỷ hai trăm ba mươi tư triệu năm trăm sáu mươi bảy nghìn tám trăm chín mươi đồng"),
        ("UBND, HĐND xã, KT-XH", "Ủy ban nhân dân, Hội đồng nhân dân xã, kinh tế, xã hội"),
    ],
)
def test_a_text_is_read_aloud(text, words):
    assert spoken.aloud(text) == words
    assert spoken.unspoken(words) == ()


@pytest.mark.parametrize(
    "text",
    [
        "31/4/2026",
        "ngày 30/2",
        "1234567890123456789đ",
        "25h99",
        "1/2",
        "https://ben-say.vn/a",
        "0268-3811222",
        "OCOP",
        "/BC-HĐND",
    ],
)
def test_what_has_no_certain_reading_stays_and_is_named(text):
    assert spoken.unspoken(spoken.aloud(f"Xem {text} nhé.")) != ()


@given(some.text(alphabet="0123456789/.,- hđ%UBNDIVXquýngàytháng", max_size=40))
def test_reading_aloud_never_fails_and_leaves_no_digit_unnamed(text):
    said = spoken.aloud(text)
    named = "".join(spoken.unspoken(said))
    assert all(char in named for char in said if char in "0123456789")


def test_words_in_capitals_are_no_abbreviations():
    assert spoken.unspoken("THÔNG BÁO CỦA XÃ ĐẮK HÀ, HUYỆN KRÔNG NÔ VỀ OCOP") == ("OCOP",)


def test_syllables_are_counted_one_for_each_word_and_each_sign_of_a_code():
    assert spoken.syllables("năm ki-lô-mét đường thôn") == 6
    assert spoken.syllables("OCOP 4") == 5
    assert spoken.syllables("") == 0
