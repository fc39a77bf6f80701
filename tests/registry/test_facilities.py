"""Which villages have a place to post notices at: stated with a day, unknown until then."""

from datetime import date

import pytest

from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.ledger.models import Entry
from dienhong.registry import queries
from dienhong.registry.actions import imports, places
from dienhong.registry.models import Facility, Locality, User
from tests.reports.conftest import client_of

from .conftest import AT, ON, actor_in
from .test_import import R, mistakes, read, write

HOUSE, POINT = Facility.Kind.CULTURAL_HOUSE, Facility.Kind.COMMUNITY_POINT
SINCE = date(2026, 1, 10)


def known(village, on):
    return {kind: each.number for (_village, kind), each in queries.facilities([village.pk], on=on).items()}


def test_what_is_stated_counts_from_its_day_and_the_rest_stays_unknown(villages, registrar):
    places.state_facilities(village=villages[0], numbers={HOUSE: 1}, since=SINCE, by=registrar)
    assert known(villages[0], date(2026, 1, 9)) == {}
    assert known(villages[0], SINCE) == {HOUSE: 1}
    assert known(villages[1], ON) == {}
    assert Entry.objects.get(kind="facilities.stated").claimed_on == SINCE


def test_a_later_statement_replaces_an_earlier_one_and_none_is_lost(villages, registrar):
    for number, since in ((1, SINCE), (0, SINCE), (2, ON)):
        places.state_facilities(village=villages[0], numbers={POINT: number}, since=since, by=registrar)
    assert (known(villages[0], SINCE), known(villages[0], ON)) == ({POINT: 0}, {POINT: 2})
    assert Facility.objects.count() == 3


def test_saying_again_what_is_known_writes_nothing(villages, registrar):
    for _twice in range(2):
        places.state_facilities(village=villages[0], numbers={HOUSE: 1, POINT: 0}, since=SINCE, by=registrar)
    assert Facility.objects.count() == 2
    assert Entry.objects.filter(kind="facilities.stated").count() == 1


def test_only_a_keeper_of_the_place_states_it_and_only_of_a_village(commune, villages, registrar, stranger):
    with pytest.raises(Refused, match="từng thôn"):
        places.state_facilities(village=commune, numbers={HOUSE: 1}, since=ON, by=registrar)
    with pytest.raises(NotFound):
        places.state_facilities(village=villages[0], numbers={HOUSE: 1}, since=ON, by=stranger)
    with pytest.raises(NotAllowed):
        places.state_facilities(
            village=villages[0], numbers={HOUSE: 1}, since=ON, by=actor_in(villages[0], "village-head")
        )
    assert not Facility.objects.exists()


def test_a_table_of_places_may_say_it_and_an_empty_cell_says_nothing(commune, registrar, tmp_path):
    rows = [
        ("bs-a", "thôn", "thôn", "A", "ben-say", "01/07/2025", "1", "0"),
        ("bs-b", "thôn", "thôn", "B", "ben-say", "01/07/2025", "", "3"),
    ]
    batch = read(write(tmp_path, R.LOCALITIES, *rows), R.LOCALITIES, commune, registrar)
    assert imports.enter_batch(batch=batch, by=registrar, at=AT, on=ON) == 2
    one, other = Locality.objects.filter(code__startswith="bs-").order_by("code")
    assert (known(one, ON), known(other, ON)) == ({HOUSE: 1, POINT: 0}, {POINT: 3})


@pytest.mark.parametrize(("kind", "number"), [("thôn", "có"), ("thôn", "51"), ("thôn", "-1"), ("xã", "1")])
def test_a_wrong_number_in_a_table_is_named_with_its_cell(commune, registrar, tmp_path, kind, number):
    row = ("bs-a", kind, "thôn", "A", "ben-say", "01/07/2025", number, "")
    batch = read(write(tmp_path, R.LOCALITIES, row), R.LOCALITIES, commune, registrar)
    assert mistakes(batch) == [(2, "Số nhà văn hóa")]


def test_a_table_without_the_two_columns_still_comes_in(commune, registrar, tmp_path):
    header = ("Mã", "Cấp", "Từ gọi", "Tên", "Mã cấp trên", "Từ ngày")
    row = ("bs-a", "thôn", "thôn", "A", "ben-say", "01/07/2025")
    batch = read(write(tmp_path, R.LOCALITIES, row, header=header), R.LOCALITIES, commune, registrar)
    assert imports.enter_batch(batch=batch, by=registrar, at=AT, on=ON) == 1
    assert not Facility.objects.exists()


@pytest.fixture
def browser(officer_user):
    return client_of(officer_user)


@pytest.fixture
def officer_user(commune):
    return User.objects.get(pk=actor_in(commune, "officer").user_id)


def test_the_page_says_what_is_unknown_and_the_form_changes_it(browser, villages, django_assert_max_num_queries):
    with django_assert_max_num_queries(15):
        shown = browser.get("/danh-ba/ben-say/noi-niem-yet/").content.decode()
    assert shown.count("Chưa biết") == 4
    sent = browser.post(
        "/danh-ba/ben-say-dong/noi-niem-yet/ghi/", {"houses": "1", "points": "0", "since": "10/01/2026"}
    )
    assert sent.headers["Location"] == "/danh-ba/ben-say/noi-niem-yet/"
    shown = browser.get("/danh-ba/ben-say/noi-niem-yet/").content.decode()
    assert shown.count("Chưa biết") == 2
    assert "từ 10/01/2026" in shown
    assert "không có" in shown


def test_a_stranger_finds_neither_the_list_nor_the_form(villages, stranger):
    other = client_of(User.objects.get(pk=stranger.user_id))
    for path in ("/danh-ba/ben-say/noi-niem-yet/", "/danh-ba/ben-say-dong/noi-niem-yet/ghi/"):
        assert other.get(path).status_code == 404


@pytest.mark.parametrize(
    ("first", "second", "becomes"),
    [
        ({HOUSE: 1, POINT: 0}, {HOUSE: 2, POINT: 0}, {HOUSE: 3, POINT: 0}),  # both have, both have not
        ({HOUSE: 1}, {HOUSE: 0}, {}),  # they do not agree
        ({HOUSE: 1}, {}, {}),  # of one nothing is known
        ({}, {}, {}),
    ],
)
def test_a_merged_village_has_what_the_old_ones_agree_on(villages, registrar, first, second, becomes):
    for village, numbers in zip(villages, (first, second), strict=False):
        places.state_facilities(village=village, numbers=numbers, since=SINCE, by=registrar)
    merged = places.succeed(
        predecessors=villages[:2], code="thon-moi", word="thôn", name="Mới", on=ON, act="NQ 1", by=registrar
    )
    assert known(merged, ON) == becomes
    assert Entry.objects.filter(kind="facilities.stated", locality="thon-moi").count() == bool(becomes)
