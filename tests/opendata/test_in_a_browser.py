"""The pages of open data and of choosing a commune in a browser: axe finds nothing, nothing runs off a phone."""

import pytest

from browser.axe import violations
from dienhong.disclosures import actions
from tests.programmes import places

pytestmark = [pytest.mark.django_db(transaction=True)]
WIDTH = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def two(register, neighbour, today):
    other = places.actor(neighbour.officer)
    actions.draft_plan(organization=neighbour.committee, year=today.year, has_portal=True, has_radio=True, by=other)
    return register


@pytest.mark.parametrize(
    "path", ["/du-lieu/", "/du-lieu/xa/{}/", "/du-lieu/tu-dien/", "/cong-khai/?tim=du+toan", "/cong-khai/xa/{}/"]
)
def test_axe_finds_nothing_and_the_page_fits_a_phone(two, visit, path):
    for width, dark in ((360, False), (1280, True)):
        page = visit(path.format(two.code), width=width, dark=dark)
        assert violations(page) == []
        assert page.evaluate(WIDTH) <= 0
        assert page.messages == []


def test_the_item_page_with_its_words_for_search_engines_is_as_sound_as_before(two, visit):
    page = visit(f"/cong-khai/{two.out.pk}/", width=360)
    assert violations(page) == []
    assert page.messages == []
