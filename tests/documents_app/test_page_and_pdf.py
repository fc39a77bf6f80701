"""The print page and the PDF say the same, in the same order, and never fetch anything."""

import itertools
import re
from collections import Counter
from html.parser import HTMLParser

import pypdfium2
import pytest

from dienhong.documents import pdf
from dienhong.documents.official import KHMER, Heading, Level, Paragraph, Run, Table
from dienhong.documents.page import render_html
from tests.documents_app.examples import TRACE, progress, report

needs_pango = pytest.mark.skipif(not pdf.is_pdf_available(), reason="thiếu Pango: apt install libpangoft2-1.0-0")


class Words(HTMLParser):
    """The words of the page's body, one string a text node."""

    def __init__(self):
        super().__init__()
        self.inside, self.words, self.tags = False, [], []

    def handle_starttag(self, tag, attrs):
        self.inside = self.inside or tag == "body"
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        if self.inside:
            self.words.append(data)


def read_page(document):
    words = Words()
    words.feed(render_html(document))
    return words


def letters(text):
    return re.sub(r"[\s\u00a0\u00ad\ufffe-]+", "", text)


def pdf_pages(document):
    file = pypdfium2.PdfDocument(pdf.render_pdf(document))
    try:
        return [page.get_textpage().get_text_range() for page in file]
    finally:
        file.close()


def test_the_page_says_what_the_document_says():
    text = " ".join("".join(read_page(report()).words).split())
    for said in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "ỦY BAN NHÂN DÂN",
        "BÁO CÁO",
        "Kính gửi: Hội đồng nhân dân xã Suối Mây",
        "I. CHỈ ĐẠO, ĐIỀU HÀNH",
        "(khoản 1 Điều 3)",
        "chưa có số liệu",
        "Lê Thị Hạ Vy",
        "Mã tra cứu: 7KQ2M-9XTRA",
        "Dự thảo, chưa ban hành",
    ):
        assert said in text
    assert 'data-mark="DỰ THẢO"' in render_html(report())
    issued = render_html(report(issued=True))
    assert "DỰ THẢO" not in issued
    assert "Dự thảo" not in issued


def test_markup_typed_by_somebody_stays_text():
    evil = "<script>alert(1)</script>"
    page = render_html(report(subject=evil, blocks=(Paragraph((Run(evil, bold=True),)), Heading(Level.SECTION, evil))))
    assert "<script" not in page.lower()


def test_the_page_needs_no_style_attribute_and_no_script():
    for tag, attributes in read_page(report()).tags:
        assert tag not in {"script", "style", "iframe"}
        assert "style" not in attributes
        assert not any(name.startswith("on") for name in attributes)


def test_the_way_back_is_shown_where_the_page_has_one():
    assert 'href="/bao-cao/12/"' in render_html(report(), back="/bao-cao/12/")
    assert "Quay lại" not in render_html(report())


def test_headings_go_down_one_step_at_a_time():
    levels = [int(tag[1]) for tag, _attributes in read_page(report()).tags if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_column_heads_say_what_they_head():
    heads = [attributes for tag, attributes in read_page(report()).tags if tag == "th"]
    assert {head["scope"] for head in heads} == {"col", "colgroup"}


def without_number(page):
    """The page's text without its number, which stands after it in the file."""
    return re.sub(r"\s\d+\Z", "", page.strip()) + "\n"


def plain(**changes):
    """The report without what the page furniture and Khmer's own order of letters change."""
    return report(issued=True, trace=None, annexes=(), **changes)


@needs_pango
def test_the_pdf_says_what_the_page_says_word_for_word():
    blocks = tuple(
        block
        for block in report().blocks
        if not isinstance(block, Table) and not (isinstance(block, Paragraph) and KHMER.search(str(block.text)))
    )
    document = plain(blocks=blocks)
    printed = "".join(without_number(page) for page in pdf_pages(document))
    assert letters(printed) == letters("".join(read_page(document).words))


@needs_pango
def test_no_figure_of_a_table_is_lost_in_the_pdf():
    document = plain(blocks=(progress(),))
    printed = "".join(without_number(page) for page in pdf_pages(document))
    assert Counter(letters(printed)) == Counter(letters("".join(read_page(document).words)))


@needs_pango
def test_minority_letters_are_in_the_pdf():
    text = "".join(pdf_pages(report()))
    for word in ("ƀuôn sang", "čih", "hră", "ñu", "ĕ Ĕ", "ŏ Ŏ", "ư\u0306 Ư\u0306"):
        assert word in text
    assert KHMER.search(text)


@needs_pango
def test_pages_are_numbered_from_two_and_each_annex_anew():
    document = report(annexes=report().annexes * 2, issued=True, trace=None)
    ends = [re.search(r"\s(\d)\s*\Z", page) for page in pdf_pages(document)]
    assert [end.group(1) if end else "" for end in ends] == ["", "2", "3", "", "2", "3", "", "2", "3"]


@needs_pango
def test_every_page_of_a_draft_is_marked_and_every_page_carries_the_code():
    pages = pdf_pages(report())
    assert all("DỰ THẢO" in page for page in pages)
    assert all("7KQ2M-9XTRA" in page for page in pages)
    assert TRACE.url in pages[0]
    assert not any("DỰ THẢO" in page for page in pdf_pages(report(issued=True)))


@needs_pango
def test_the_same_document_is_the_same_pdf():
    assert pdf.render_pdf(report()) == pdf.render_pdf(report())


@needs_pango
def test_the_pdf_carries_the_shipped_fonts_and_no_others():
    file = pypdfium2.PdfDocument(pdf.render_pdf(report()))
    texts = [item for page in file for item in page.get_objects() if isinstance(item, pypdfium2.PdfTextObj)]
    families = {item.get_font().get_base_name().split("+")[1].split("-")[1] for item in texts}
    file.close()
    assert families == {"Serif", "Khmer"}  # of "Official-Serif", "Official-Khmer"


@needs_pango
@pytest.mark.parametrize("url", ["https://example.org/a.ttf", "file:///etc/passwd", "file:../../settings.py"])
def test_a_document_makes_the_server_fetch_nothing(url):
    with pytest.raises(ValueError, match="may not fetch"):
        pdf._OwnFiles()(url)


def test_without_pango_one_line_names_the_package(monkeypatch):
    def missing(name, *arguments, **options):
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return original(name, *arguments, **options)

    original = __import__
    monkeypatch.setattr("builtins.__import__", missing)
    with pytest.raises(pdf.PdfUnavailable) as refusal:
        pdf.render_pdf(report())
    assert not pdf.is_pdf_available()
    assert "libpango-1.0-0" in str(refusal.value)
    assert "\n" not in str(refusal.value)
