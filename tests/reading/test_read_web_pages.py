"""HTML is read as a browser shows it."""

import pytest

from dienhong.reading import Refusal, Unreadable, read_bytes


def read(body, name="trang.html"):
    return read_bytes(
        f"<!DOCTYPE html><html><head><title>x</title></head><body>{body}</body></html>".encode(), name=name
    )


def texts(body):
    return [line.text for line in read(body).lines]


def test_blocks_and_breaks_make_lines_and_white_space_collapses():
    assert texts("<p>Điều   1.\n Phạm vi</p>a<br>b<div>c <b>d</b>\n e</div>") == ["Điều 1. Phạm vi", "a", "b", "c d e"]


def test_list_labels_are_words():
    assert texts("<ol><li>một<li>hai</ol><ol type=a start=3><li>ba</ol><ul><li>gạch</ul><ol><li value=7>x<li>y</ol>") == [
        "1. một", "2. hai", "c. ba", "- gạch", "7. x", "8. y",
    ]  # fmt: skip


def test_scripts_styles_and_comments_are_no_words():
    assert texts("<script>alert(1)</script><style>p{}</style><!-- x --><p>Điều 1</p><template>x</template>") == [
        "Điều 1"
    ]


def test_what_is_hidden_is_dropped_with_a_note():
    source = read('<p style="display: none">ẩn</p><p hidden>ẩn</p><p>hiện</p>')
    assert [line.text for line in source.lines] == ["hiện"]
    assert "2 phần bị ẩn" in source.notes[0]


def test_bold_lines_are_known():
    assert [line.bold for line in read("<h2>Điều 1</h2><p><b>Điều</b> 2</p><p><strong>Điều 3</strong></p>").lines] == [
        True,
        False,
        True,
    ]


def test_tables_have_cells_and_the_header_block_has_none():
    header = "<table><tr><td>HỘI ĐỒNG</td><td>Độc lập - Tự do - Hạnh phúc</td></tr></table>"
    source = read(header + "<table><thead><tr><th colspan=2>TT<th>Tên</thead><tr><td>1<td>2<td>3</table>")
    assert [line.cell for line in source.lines] == [None, None, (0, 0, 0), (0, 0, 2), (0, 1, 0), (0, 1, 1), (0, 1, 2)]


def test_preformatted_text_keeps_its_lines():
    assert texts("<pre>Điều 1\n\nĐiều 2</pre>") == ["Điều 1", "", "Điều 2"]


def test_entities_are_letters():
    assert texts("<p>&#272;i&#7873;u&nbsp;1 &amp; 2</p>") == ["Điều 1 & 2"]


def test_the_encoding_a_page_names_is_believed_when_it_is_not_utf8():
    page = '<html><head><meta charset="windows-1258"></head><body><p>Ði\u00ea\u0300u 1</p></body></html>'
    assert read_bytes(page.replace("Ð", "Đ").encode("cp1258"), name="a.html").lines[0].text == "Điều 1"


def test_a_page_too_deep_to_read_whole_is_refused():
    with pytest.raises(Unreadable) as refused:
        read("<div>" * 1000 + "x")
    assert refused.value.code == Refusal.TOO_DEEP
