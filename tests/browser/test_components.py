"""Every component in a real browser: on a phone, on a desk, by day, by night, on paper, without scripts."""

import pytest
from playwright.sync_api import expect

from browser.axe import violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGES = ("/", "/thiet-ke/", "/thiet-ke/?ten=&don_vi=")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("width", "dark"), [(360, False), (360, True), (768, False), (1280, True)])
def test_axe_finds_nothing_and_the_console_is_silent(visit, path, width, dark):
    page = visit(path, width=width, dark=dark)
    assert violations(page) == []
    assert page.messages == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_page_holds_without_scripts(visit):
    page = visit("/thiet-ke/?ten=", width=360, script=False)
    assert page.locator(".govuk-error-summary a").count() == 5
    assert page.locator("#bang-hop tbody tr").count() == 4
    page.locator(".dh-switch__choice[value=dark]").click()
    assert page.locator("html").get_attribute("data-theme") == "dark"


def test_targets_are_at_least_44_pixels_high(visit):
    page = visit("/thiet-ke/", width=360)
    low = page.evaluate("""() => [...document.querySelectorAll("button, .dh-button, .govuk-input, .govuk-select, summary,"
        + " .dh-navigation__link, .dh-sections a, .govuk-radios__item, .govuk-checkboxes__item")]
      .filter((e) => e.offsetParent && e.getBoundingClientRect().height < 44).map((e) => e.outerHTML.slice(0, 90))""")
    assert low == []


def test_errors_take_the_focus_and_lead_to_their_fields(visit):
    page = visit("/thiet-ke/?ten=")
    assert page.evaluate("document.activeElement.className") == "govuk-error-summary"
    page.locator(".govuk-error-summary a", has_text="Tên hoạt động").click()
    assert page.evaluate("document.activeElement.id") == "id_ten"


def test_proposals_are_reviewed_by_keyboard(visit):
    page = visit("/thiet-ke/")
    page.evaluate("document.addEventListener('click', (e) => { document.title = e.target.textContent.trim(); })")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "de-xuat-1"
    assert page.locator("[data-shown]").get_attribute("id") == "art_2__para_1__point_a"
    page.keyboard.press("x")
    assert page.title() == "Xác nhận"
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "de-xuat-2"
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == "de-xuat-1"


def test_letters_typed_in_a_field_press_nothing(visit):
    page = visit("/thiet-ke/")
    page.locator("#id_ten").fill("")
    page.locator("#id_ten").press("j")
    assert page.locator("#id_ten").input_value() == "j"
    assert page.evaluate("document.activeElement.id") == "id_ten"


def test_a_table_is_narrowed_with_or_without_diacritics(visit):
    page = visit("/thiet-ke/")
    page.locator("#bang-hop-filter").fill("dong say")
    assert page.locator("#bang-hop tbody tr:visible").count() == 1
    assert page.locator(".dh-table-filter [role=status]").inner_text() == "Còn 1 dòng"
    page.locator("#bang-hop-filter").fill("không đâu")
    assert page.locator(".dh-table-filter [role=status]").inner_text() == "Không có dòng nào khớp"


def test_the_theme_changes_at_once_and_is_kept(visit):
    page = visit("/thiet-ke/")
    page.locator(".dh-switch__choice[value=dark]").click()
    assert page.locator("html").get_attribute("data-theme") == "dark"
    page.reload()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 25, 27)"


def test_a_first_load_asks_for_at_most_twelve_things(visit):
    page = visit("/")
    asked = page.evaluate("performance.getEntriesByType('resource').length + 1")
    assert asked <= 12


def test_paper_is_black_on_white_without_controls(visit):
    page = visit("/thiet-ke/", dark=True)
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('.dh-main h1')).color") == "rgb(0, 0, 0)"
    assert not page.locator(".dh-navigation").is_visible()
    assert page.locator(".dh-print-header").is_visible()


def test_the_letters_of_ede_are_in_our_own_font(visit):
    page = visit("/thiet-ke/")
    page.evaluate("document.fonts.ready")
    assert page.evaluate("document.fonts.check('19px \"Dien Hong Sans\"', 'ƀĕŏčñư\\u0306Ấợửỵ')")


def test_a_file_on_its_way_shows_how_much_has_gone(visit, tmp_path):
    page = visit("/thiet-ke/")
    page.route(
        "**/nhan/", lambda route: route.fulfill(body="<title>Đã nhận</title>", content_type="text/html; charset=utf-8")
    )
    page.evaluate("Object.assign(document.getElementById('gui-tep'), {method: 'post', action: '/nhan/'})")
    paper = tmp_path / "bien-ban.pdf"
    paper.write_bytes(b"%PDF-" + bytes(100_000))
    page.locator("#id_tep").set_input_files(paper)
    page.locator("#gui-tep button").click()
    expect(page).to_have_title("Đã nhận")
    assert page.url.endswith("/nhan/")


def test_a_file_above_the_limit_is_refused_before_it_is_sent(visit, tmp_path):
    page = visit("/thiet-ke/")
    page.evaluate("document.querySelector('[data-module=show-upload]').dataset.limit = 10")
    paper = tmp_path / "bien-ban.pdf"
    paper.write_bytes(bytes(11))
    page.locator("#id_tep").set_input_files(paper)
    assert "quá lớn" in page.locator("#id_tep").evaluate("(input) => input.validationMessage")
