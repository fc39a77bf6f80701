"""Plain text and Markdown in every encoding met in Vietnam come out as the same clean words."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import old_letters
from dienhong.reading import Refusal, Unreadable, read_bytes, read_lines
from dienhong.reading.cleaning import clean
from dienhong.reading.files import _cleaned
from dienhong.reading.source import Reading
from lawcore.provisions.model import Line

TEXT = (
    "Điều 1. Phạm vi điều chỉnh và đối tượng áp dụng\n"
    "1. Nghị quyết này quy định việc thực hiện dân chủ ở cơ sở tại xã Bình Minh.\n"
    "a) Thôn, ấp, khóm; hộ gia đình; người cao tuổi được mời dự họp mỗi quý một lần;\n"
    "đ) Ủy ban nhân dân xã công khai kết quả giải quyết kiến nghị trước ngày 15 hằng tháng.\n"
)


def words(data, name="nghi-quyet.txt"):
    return "\n".join(line.text for line in read_bytes(data, name=name).lines) + "\n"


def once(text):
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(), TEXT.encode("utf-8-sig"), TEXT.encode("utf-16"), TEXT.encode("utf-16-le"), TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"), TEXT.replace("\n", "\r\n").encode(), TEXT.replace("\n", "\r").encode(),
    ],
    ids=["utf-8", "bom", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "crlf", "cr"],
)  # fmt: skip
def test_unicode_files_are_read_without_a_note(data):
    assert words(data) == TEXT
    assert read_bytes(data, name="a.txt").notes == ()


@pytest.mark.parametrize(
    ("table", "data"),
    [
        ("Windows-1258", old_letters.windows_1258(TEXT)),
        ("VNI", old_letters.vni(TEXT)),
        ("VISCII", old_letters.by_system(TEXT, "VISCII")),
    ],
)
def test_old_encodings_are_recognised_and_converted_with_a_note(table, data):
    assert words(data) == TEXT
    assert table in read_bytes(data, name="a.txt").notes[0]


def test_tcvn3_is_converted_all_but_the_capitals_it_does_not_have():
    assert words(old_letters.tcvn3(TEXT)).lower() == TEXT.lower()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"h\xe9p m\xf8t t\xd5t", "hộp mứt tết"),
        ("Xin chaøo caùc baïn ñoàng nghieäp".encode("latin-1"), "Xin chào các bạn đồng nghiệp"),
    ],
)
def test_phrases_known_from_the_time(old, new):
    assert words(b" ".join([old] * 3)).strip() == " ".join([new] * 3)


@pytest.mark.parametrize("broken", [once(TEXT), once(once(TEXT)), TEXT.encode().decode("latin-1")])
def test_utf8_read_in_the_wrong_table_once_or_twice_is_repaired(broken):
    assert words(broken.encode()) == TEXT
    assert "vỡ mã" in read_bytes(broken.encode(), name="a.txt").notes[0]


def test_text_without_marks_and_curly_quotes_of_windows_are_no_puzzle():
    assert words("Nghi quyet “dan chu” – xa Binh Minh".encode("cp1252") + b" va cac thon" * 20).startswith(
        "Nghi quyet “dan chu” – xa"
    )


def test_decomposed_letters_are_composed_and_the_eth_is_a_vietnamese_letter():
    source = read_bytes("Ðiều 1. Hòa bình\u200b\u00a0ở cơ sở".encode(), name="a.txt")
    assert source.lines[0].text == "Điều 1. Hòa bình ở cơ sở"
    assert "«Đ»" in source.notes[0]


def test_blank_lines_stay_so_that_line_numbers_are_those_of_the_file():
    lines = read_bytes("Điều 1\n\n\nĐiều 2\n".encode(), name="a.txt").lines
    assert [line.text for line in lines] == ["Điều 1", "", "", "Điều 2"]


def test_a_form_feed_begins_a_page():
    lines = read_bytes("một\n\x0chai\nba".encode(), name="a.txt").lines
    assert [(line.text, line.page) for line in lines if line.text] == [("một", 1), ("hai", 2), ("ba", 2)]


@pytest.mark.parametrize(
    ("written", "printed", "bold"),
    [
        ("**QUYẾT NGHỊ:**", "QUYẾT NGHỊ:", True),
        ("## **Điều 1. Phạm vi**", "Điều 1. Phạm vi", True),
        ("### Điều 2", "Điều 2", True),
        ('phương châm "*Dân biết, dân bàn*" (*trừ bí mật*)', 'phương châm "Dân biết, dân bàn" (trừ bí mật)', False),
        ("[bookmark: dieu_1]Điều 1", "Điều 1", False),
        ("(*) Ghi chú, xem thêm (*)", "(*) Ghi chú, xem thêm (*)", False),
        ("* Mục tiêu", "* Mục tiêu", False),
        ("2*3*4 hộ", "2*3*4 hộ", False),
        ("- gạch đầu dòng", "- gạch đầu dòng", False),
        ("Số: .../NQ-HĐND ____", "Số: .../NQ-HĐND ____", False),
    ],
)
def test_markdown_marks_are_no_words(written, printed, bold):
    line = read_bytes(written.encode(), name="a.md").lines[0]
    assert (line.text, line.bold) == (printed, bold)


def test_emphasis_may_run_over_lines_of_one_paragraph_only():
    source = read_bytes("**Quyết định các biện pháp\ntrên địa bàn xã**\n\n*một\n\nhai*".encode(), name="a.txt")
    assert [(line.text, line.bold) for line in source.lines] == [
        ("Quyết định các biện pháp", True), ("trên địa bàn xã", True), ("", False), ("*một", False), ("", False), ("hai*", False),
    ]  # fmt: skip


def test_a_file_cut_inside_its_last_letter_says_so():
    assert "bị cắt" in read_bytes("Thực hiện dân chủ ở".encode()[:-1], name="a.txt").notes[0]


def test_a_few_broken_letters_stay_visible_and_are_counted():
    data = TEXT.encode()
    at = data.index("ề".encode()) + 1
    source = read_bytes(data[:at] + data[at + 1 :], name="a.txt")
    assert source.lines[0].text.startswith("Đi\ufffdu 1.")
    assert "1 chữ trong tệp bị hỏng" in source.notes[0]


@given(st.lists(st.text(max_size=40), min_size=1, max_size=8))
def test_cleaning_keeps_the_lines_and_gives_one_form(texts):
    lines = _cleaned(Reading([Line(text) for text in texts])).lines
    assert len(lines) == len(texts)
    for line in lines:
        assert unicodedata.is_normalized("NFC", line.text)
        assert not any(unicodedata.category(letter) in ("Cc", "Zl", "Zp") for letter in line.text if letter != "\t")
        assert clean(line.text) == line.text


@pytest.mark.parametrize("seed", range(5))
def test_random_bytes_are_never_taken_for_text(seed):
    with pytest.raises(Unreadable) as refused:
        read_bytes(random.Random(seed).randbytes(5000), name="a.txt")  # noqa: S311 (to make the same file again)
    assert refused.value.code in (Refusal.BINARY, Refusal.ENCODING)


def test_another_script_in_an_old_table_is_refused_with_what_to_do():
    with pytest.raises(Unreadable, match="UTF-8"):
        read_bytes(("Постановление о народовластии на местах. " * 20).encode("cp1251"), name="a.txt")


def test_khmer_and_ede_letters_pass_unchanged():
    text = "ខេត្តសុកត្រាំង\nBuôn Čư Êbur, ƀuôn sang ŏ ĕ ñ č\n"
    assert words(text.encode()) == text


def test_a_missing_file_is_one_sentence(tmp_path):
    with pytest.raises(Unreadable) as refused:
        read_lines(tmp_path / "khong-co.txt")
    assert refused.value.code == Refusal.MISSING


@pytest.mark.parametrize(
    ("dirty", "tidy"),
    [
        ("a\u00a0b", "a b"),
        ("a\tb", "a\tb"),
        ("a\u200b\u2060\ufeff\u00adb", "ab"),
        ("a\x07b", "ab"),
        ("x\u202exet.fdp", "xxet.fdp"),
        ("\uf0b7 gạch", "- gạch"),
    ],
)
def test_cleaning(dirty, tidy):
    assert clean(dirty) == tidy
