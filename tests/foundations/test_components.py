"""The components say everything in words, keep to the policy of the pages, and the frame stays small."""

import gzip
import re
from datetime import date
from pathlib import Path

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import engines
from django.test import RequestFactory

import dienhong.foundations
from dienhong.foundations.days import DayField
from dienhong.foundations.qr import drawn
from dienhong.foundations.specimen import EvidenceForm
from dienhong.foundations.statuses import STATUSES
from dienhong.foundations.templatetags.components import errors_of, grouped, parts_of

HOME = Path(dienhong.foundations.__file__).parent
STATIC = HOME / "static" / "dienhong"
COMPONENTS = sorted((HOME / "templates" / "cotton").glob("*.html"))


def draw(source, **context):
    request = RequestFactory().get("/", {"tim": "ao"})
    loader = engines["django"].engine.template_loaders[0].loaders[0]
    compiled = loader.cotton_compiler.process(source)
    return engines["django"].from_string(compiled).render(context, request)


@pytest.fixture
def page(client, db):
    return client.get("/thiet-ke/").content.decode()


def test_a_figure_says_its_three_numbers_and_opens_to_its_list():
    drawn_figure = draw('<c-figure :met="98" :total="124" :unknown="15" href="/ds/" unit="thôn" />')
    assert '<a class="govuk-link" href="/ds/">98/124</a>' in drawn_figure
    assert "thôn, 15 chưa có số liệu" in drawn_figure
    assert "98 đạt" in drawn_figure
    assert "11 chưa đạt" in drawn_figure
    assert "%" not in re.sub(r'(width|x)="[\d.]+%"', "", drawn_figure)


def test_the_bar_of_a_figure_is_as_wide_as_its_parts():
    parts = parts_of(98, 124, 15)
    assert (parts.met_width, parts.missed_width, parts.unknown_width) == ("79.03%", "8.87%", "12.10%")
    assert parts.unknown_from == "87.90%"


def test_a_figure_over_nobody_draws_an_empty_bar():
    assert parts_of(0, 0, 0).met_width == "0%"


@pytest.mark.parametrize(("met", "total", "unknown"), [(5, 4, 0), (3, 4, 2), (-1, 4, 0)])
def test_parts_that_do_not_fit_their_total_are_a_mistake(met, total, unknown):
    with pytest.raises(ValueError, match="do not fit"):
        parts_of(met, total, unknown)


def test_thousands_are_grouped_as_in_vietnamese():
    assert grouped(1310) == "1.310"


@pytest.mark.parametrize("kind", STATUSES)
def test_every_status_has_words_and_a_sign(kind):
    drawn_status = draw(f'<c-status kind="{kind}" />')
    assert str(STATUSES[kind].label) in drawn_status
    assert "<path" in drawn_status


def test_an_unknown_status_is_a_mistake_of_the_page():
    with pytest.raises(KeyError):
        draw('<c-status kind="gone" />')


def test_a_table_repeats_column_names_in_its_cells():
    table = draw(
        '<c-data-table caption="Họp" :columns="columns"><tr><c-cell head>Ấp</c-cell>'
        '<c-cell label="Số" numeric>2</c-cell></tr></c-data-table>',
        columns=["Đơn vị", "Số#"],
    )
    assert "<caption>Họp</caption>" in table
    assert '<th scope="col" class="dh-table__numeric">Số</th>' in table
    assert '<td data-label="Số" class="dh-table__numeric">2</td>' in table
    assert '<th scope="row">Ấp</th>' in table


def test_a_component_escapes_what_it_is_given():
    assert "<script>" not in draw('<c-notice :title="t"><p>{{ t }}</p></c-notice>', t="<script>alert(1)</script>")


def test_pages_of_a_list_keep_the_rest_of_the_address():
    assert "?tim=ao&amp;trang=3" in draw('<c-pagination :page="p" />', p=Paginator(range(100), 20).page(2))


def test_a_list_of_one_page_has_no_pagination():
    assert draw('<c-pagination :page="p" />', p=Paginator(range(3), 20).page(1)).strip() == ""


def test_the_words_of_a_difference_are_heard_too():
    diff = draw('<c-diff :parts="parts" />', parts=[("=", "trước "), ("-", "ba"), ("+", "năm"), ("=", " ngày")])
    assert re.sub(r"<[^>]+>", "", diff).strip() == "trước bỏ: bathêm: năm ngày"


def test_a_form_says_in_words_what_is_required():
    html = str(EvidenceForm())
    assert html.count("(bắt buộc)") == 5
    assert html.count("(không bắt buộc)") == 3
    assert not re.search(r"<input[^>]* required", html)


def test_an_empty_required_field_says_what_to_do_and_is_described_by_it():
    form = EvidenceForm({"don_vi": ""})
    html = str(form)
    assert "Hãy điền mục này" in html
    assert 'aria-describedby="id_ten_helptext id_ten_error"' in html
    assert 'id="id_ten_error"' in html
    assert 'aria-invalid="true"' in html


def test_each_error_of_the_summary_leads_to_a_control_on_the_page():
    form = EvidenceForm({"ten": ""})
    html = str(form)
    targets = [address for address, _ in errors_of(form)]
    assert targets == ["#id_ten", "#id_don_vi", "#id_ngay_0", "#id_hinh_thuc_0", "#id_cam_doan"]
    assert all(f'id="{target[1:]}"' in html for target in targets)


def test_a_summary_without_errors_is_not_drawn():
    assert draw('<c-error-summary :form="form" />', form=EvidenceForm()).strip() == ""


def test_every_choice_has_a_label_of_its_own():
    html = str(EvidenceForm())
    ids = re.findall(r'<input type="radio"[^>]* id="([^"]+)"', html)
    assert len(ids) == 3
    assert all(f'for="{name}"' in html for name in ids)


def test_autocomplete_is_kept():
    assert 'autocomplete="email"' in str(EvidenceForm())


class OneDay(forms.Form):
    day = DayField(label="Ngày")
    other = DayField(label="Ngày khác", required=False)


def test_a_day_is_read_from_three_boxes():
    form = OneDay({"day_0": "27", "day_1": "3", "day_2": "2026"})
    assert form.is_valid()
    assert form.cleaned_data == {"day": date(2026, 3, 27), "other": None}


@pytest.mark.parametrize(
    ("boxes", "message"),
    [
        (("", "", ""), "Nhập đủ"),
        (("27", "", "2026"), "Nhập đủ"),
        (("31", "2", "2026"), "không có trong lịch"),
        (("a", "2", "2026"), "không có trong lịch"),
    ],
)
def test_a_wrong_day_gets_one_message(boxes, message):
    form = OneDay({f"day_{i}": box for i, box in enumerate(boxes)})
    assert not form.is_valid()
    assert len(form.errors["day"]) == 1
    assert message in form.errors["day"][0]


def test_a_day_comes_back_in_its_boxes():
    assert 'value="2026"' in str(OneDay(initial={"day": date(2026, 3, 27)})["day"])


def test_a_qr_stands_in_the_page_without_style():
    svg = drawn("https://vinh-phong.example/x")
    assert svg.startswith("<svg")
    assert "style=" not in svg
    assert "<title>Mã QR</title>" in svg


@pytest.mark.parametrize("component", COMPONENTS, ids=lambda path: path.stem)
def test_a_component_opens_with_what_it_is_for(component):
    assert component.read_text().startswith("{# ")


@pytest.mark.parametrize("template", sorted((HOME / "templates").rglob("*.html")), ids=lambda path: path.name)
def test_no_template_breaks_the_content_policy(template):
    assert not re.search(r"<[^>]+\sstyle=|<style|\son\w+=|<script(?![^>]*\ssrc=)|javascript:", template.read_text())


def test_every_component_is_shown_on_the_page_of_components():
    """All but the head of the first page, which stands there once."""
    pages = [HOME / "templates/foundations/styleguide.html", HOME / "templates/base.html", *COMPONENTS]
    drawn_tags = "".join(path.read_text() for path in pages)
    names = {path.stem for path in COMPONENTS} - {"opening"}
    assert {name for name in names if not re.search(rf"<c-{name.replace('_', '-')}[\s/>]", drawn_tags)} == set()


def test_no_component_tag_is_left_in_the_page(page):
    assert "<c-" not in page
    assert "{{" not in page
    assert "{%" not in page


def test_ids_of_the_page_are_unique(page):
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_every_address_within_the_page_exists(page):
    ids = set(re.findall(r'\sid="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= ids


def test_the_first_load_is_at_most_a_hundred_kilobytes(page):
    text = sum(
        len(gzip.compress(part, 9))
        for part in (page.encode(), (STATIC / "dienhong.css").read_bytes(), (STATIC / "dienhong.js").read_bytes())
    )
    fonts = sum(path.stat().st_size for path in (STATIC / "fonts").glob("s*.woff2"))
    assert fonts <= 45_000
    assert text + fonts + (STATIC / "mark.svg").stat().st_size <= 80_000


def test_the_style_sheet_names_only_files_that_are_there():
    named = re.findall(r'url\("?([^")]+)"?\)', (STATIC / "dienhong.css").read_text())
    assert named
    assert all((STATIC / name).is_file() for name in named if not name.startswith("data:"))


def test_every_vendored_part_has_its_licence():
    assert {path.stem for path in (STATIC / "licences").iterdir()} >= {"govuk-frontend", "noto-sans", "noto-serif"}


def test_the_theme_is_kept_in_a_cookie_and_leads_back(client, db):
    answer = client.post("/giao-dien/", {"theme": "dark", "next": "/thiet-ke/"})
    assert answer.status_code == 302
    assert answer.url == "/thiet-ke/"
    assert 'data-theme="dark"' in client.get("/thiet-ke/").content.decode()


def test_the_theme_leads_nowhere_else_and_takes_no_other_word(client, db):
    answer = client.post("/giao-dien/", {"theme": '"><b>', "next": "https://else.example/"})
    assert answer.url == "/"
    assert "theme" not in answer.cookies
