import unicodedata

import pytest

from lawcore import vietnamese


@pytest.mark.parametrize("text", ["Điều", "thực hiện", "người", "Ủy ban", "ấp", "quyền"])
def test_decomposed_letters_become_one_written_form(text):
    assert vietnamese.nfc(unicodedata.normalize("NFD", text)) == text


def test_a_tone_typed_before_the_shape_of_its_letter_is_put_right():
    assert vietnamese.nfc("ca\u0301\u0302p") == "c\u1ea5p"


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("hoà", "hòa"), ("khoẻ", "khỏe"), ("thuỷ", "thủy"), ("Uỷ ban", "Ủy ban"), ("HOÀ", "HÒA"), ("xã Hoà Bình", "xã Hòa Bình"),
        ("quý", "quý"), ("hoàn", "hoàn"), ("hòa", "hòa"), ("tuyết", "tuyết"), ("quỹ", "quỹ"), ("toàn", "toàn"),
    ],
)  # fmt: skip
def test_open_syllables_carry_the_tone_on_the_first_vowel(new, old):
    assert vietnamese.with_old_tones(new) == old


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Đường Điện Biên", "duong dien bien"),
        ("  Hội\u00a0đồng  nhân dân ", "hoi dong nhan dan"),
        ("Nghị\u200b quyết", "nghi quyet"),
        ("ĐẮK LẮK", "dak lak"),
        ("Ƀuôn Ɓar, ƀu\u0302on Ê\u0306đê", "buon bar, buon ede"),
        ("Ðắk", "dak"),  # the Icelandic letter that old files hold
    ],
)
def test_search_folds_diacritics_case_spaces_and_the_barred_d(text, typed):
    assert vietnamese.search_folded(text) == typed


def test_a_list_follows_the_vietnamese_alphabet_then_the_tones():
    names = ["Đào", "Dũng", "Ân", "An", "Ăn", "Đạo", "Dung", "Xuân", "Ánh", "Anh", "Ưng", "Uyên"]
    assert sorted(names, key=vietnamese.sort_key) == [
        "An", "Anh", "Ánh", "Ăn", "Ân", "Dung", "Dũng", "Đào", "Đạo", "Uyên", "Ưng", "Xuân",
    ]  # fmt: skip


def test_a_space_stands_before_every_letter():
    assert sorted(["Hoàng", "Ho An"], key=vietnamese.sort_key) == ["Ho An", "Hoàng"]


def test_points_are_lettered_without_f_j_w_z():
    letters = [vietnamese.point_letter(position) for position in range(1, 24)]
    assert "".join(letters) == "abcdđeghiklmnopqrstuvxy"
    assert [vietnamese.point_position(letter) for letter in letters] == list(range(1, 24))


@pytest.mark.parametrize("letter", ["f", "j", "w", "z"])
def test_a_letter_that_numbers_no_point_is_refused(letter):
    with pytest.raises(ValueError, match="not found"):
        vietnamese.point_position(letter)


def test_a_point_is_counted_from_one():
    with pytest.raises(ValueError, match="counted from 1"):
        vietnamese.point_letter(0)


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("ĐẮK LẮK", "Đắk Lắk"),
        ("BÀ RỊA - VŨNG TÀU", "Bà Rịa - Vũng Tàu"),
        ("EA H’LEO", "Ea H’leo"),
        ("PHAN RANG-THÁP CHÀM", "Phan Rang-Tháp Chàm"),
    ],
)
def test_a_name_in_capitals_takes_the_case_people_write(printed, written):
    assert vietnamese.name_case(printed) == written


def test_invisible_characters_are_dropped_and_nothing_else():
    assert vietnamese.without_invisible("\ufeffĐi\u00adều\u200b 1") == "Điều 1"
    assert vietnamese.without_invisible("plain") == "plain"


def test_a_character_that_no_database_takes_parts_words():
    assert vietnamese.search_folded("nước\0sạch") == "nuoc sach"
    assert vietnamese.search_folded("\0") == ""
