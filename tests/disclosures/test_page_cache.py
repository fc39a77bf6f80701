"""Public pages that are kept: the same while nothing changed, new at once when something did, never somebody else's."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dienhong.disclosures import actions
from dienhong.disclosures.models import Disclosure
from dienhong.ledger import queries as ledger
from dienhong.ledger import tasks as sealing
from tests.disclosures.test_pages import current, made, now, page, today
from tests.reports.conftest import client_of

__all__ = ["current", "made", "now", "today"]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_kept(settings):
    memory = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "test-pages"}
    settings.CACHES = {**settings.CACHES, "pages": memory}
    caches["pages"].clear()
    yield
    caches["pages"].clear()


@pytest.fixture
def one(made):
    return made("Dự toán ngân sách")


def asked(client, path, **headers):
    with CaptureQueriesContext(connection) as queries:
        response = client.get(path, **headers)
    return response, len(queries)


def kept(path):
    """Whether the page is given again without being drawn: at most three queries."""
    client_of().get(path)
    return asked(client_of(), path)[1] <= 3


def taken_back(disclosure, officer):
    actions.withdraw(
        disclosure=disclosure, reason="Nhầm", signer_post="Chủ tịch", signer_name="Hồ Văn Lành", is_owed_again=True,
        by=officer, on=disclosure.begun_on,
    )  # fmt: skip


def test_the_second_visitor_costs_a_few_queries_and_reads_the_same(one, commune):
    for path in ("/cong-khai/", f"/cong-khai/xa/{commune.place.code}/", f"/cong-khai/{one.pk}/", "/cong-khai/?nd=2"):
        first, drawn = asked(client_of(), path)
        second, again = asked(client_of(), path)
        assert again <= 3 < drawn
        assert first.content == second.content
        assert first["Content-Type"] == second["Content-Type"] == "text/html; charset=utf-8"


def test_no_kept_page_carries_a_token_or_a_cookie(one):
    for path in ("/cong-khai/", f"/cong-khai/{one.pk}/"):
        response = client_of().get(path)
        assert not response.cookies
        assert b"csrfmiddlewaretoken" not in response.content


def test_what_is_taken_back_is_gone_with_the_next_request(one, officer):
    paths = ("/cong-khai/", f"/cong-khai/{one.pk}/", "/cong-khai/?tim=du toan")
    for path in paths:
        assert "Dự toán ngân sách" in page(client_of(), path)
        assert kept(path)
    taken_back(one, officer)
    for path in paths:
        assert "Toàn văn Dự toán" not in page(client_of(), path)
        assert ">Dự toán ngân sách<" not in page(client_of(), path)


def test_what_comes_out_is_there_with_the_next_request(one, made):
    page(client_of(), "/cong-khai/")
    made("Mức thu phí", code="11.12.1")
    assert "Mức thu phí" in page(client_of(), "/cong-khai/")


def test_an_act_in_another_commune_leaves_this_ones_page_kept(one, neighbour, current):
    actions.draft_plan(
        organization=neighbour.committee, year=current.year, has_portal=True, has_radio=True, by=_officer(neighbour)
    )
    path = f"/cong-khai/{one.pk}/"
    page(client_of(), path)
    before = ledger.acts(neighbour.place.code)
    actions.add_local(
        plan=neighbour.committee.disclosure_plans.get(),
        label="Riêng",
        clause="Điều 4",
        number=5,
        by=_officer(neighbour),
    )
    assert ledger.acts(neighbour.place.code) == before + 1
    assert kept(path)


def _officer(commune):
    from tests.programmes import places  # noqa: PLC0415

    return places.actor(commune.officer)


def test_a_page_drawn_while_something_happens_is_not_given_afterwards(one, officer, monkeypatch):
    """The state is read before the page is drawn: what happens meanwhile makes another state."""
    from dienhong.disclosures.views import public  # noqa: PLC0415

    look = public.queries.public_disclosure

    def meanwhile(pk):
        found = look(pk)
        found.versions.all()[0].postings.all()
        if not Disclosure.objects.filter(pk=pk, public_on=None).exists():
            taken_back(one, officer)
        return found

    monkeypatch.setattr(public.queries, "public_disclosure", meanwhile)
    assert "Toàn văn Dự toán" in page(client_of(), f"/cong-khai/{one.pk}/")
    monkeypatch.undo()
    assert "Toàn văn Dự toán" not in page(client_of(), f"/cong-khai/{one.pk}/")


def test_another_language_theme_or_address_is_another_page(one):
    path = f"/cong-khai/{one.pk}/"
    plain = client_of().get(path).content
    dark, english = Client(), Client()
    dark.cookies["theme"], english.cookies[settings.LANGUAGE_COOKIE_NAME] = "dark", "en"
    assert b'data-theme="dark"' in dark.get(path).content
    assert b'lang="en"' in english.get(path).content
    odd = Client()
    odd.cookies["theme"] = "x" * 50
    assert odd.get(path).content == plain == client_of().get(path).content


def test_who_is_signed_in_is_never_given_a_kept_page_nor_keeps_one(one, commune):
    path = f"/cong-khai/{one.pk}/"
    officer = client_of(commune.officer)
    assert "Đăng xuất" in page(officer, path)
    assert "Đăng xuất" not in page(client_of(), path)
    assert "Đăng xuất" in page(officer, path)


def test_who_has_a_message_waiting_reads_it(one):
    waiting = Client()
    waiting.cookies["messages"] = "x"
    page(waiting, "/cong-khai/")
    assert asked(waiting, "/cong-khai/")[1] > 3


@pytest.mark.parametrize("query", ["la=1", "tim=" + "a" * 400])
def test_addresses_without_end_fill_no_memory(one, query):
    assert not kept(f"/cong-khai/?{query}")


def test_a_browser_that_has_the_page_is_told_so(one, officer):
    path = f"/cong-khai/{one.pk}/"
    first = client_of().get(path)
    assert first["Cache-Control"] == "no-cache"
    assert "Cookie" in first["Vary"]
    again = client_of().get(path, HTTP_IF_NONE_MATCH=first["ETag"])
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    taken_back(one, officer)
    changed = client_of().get(path, HTTP_IF_NONE_MATCH=first["ETag"])
    assert changed.status_code == 200
    assert changed["ETag"] != first["ETag"]


def test_head_and_get_are_the_same_page(one):
    path = f"/cong-khai/{one.pk}/"
    assert client_of().head(path)["ETag"] == client_of().get(path)["ETag"]


def test_the_next_day_is_another_page(one, today, monkeypatch):
    from dienhong.foundations import clock  # noqa: PLC0415

    path = f"/cong-khai/{one.pk}/"
    page(client_of(), path)
    at = clock.read() + timedelta(days=1)
    monkeypatch.setattr(clock, "read", lambda: at)
    assert asked(client_of(), path)[1] > 3


def test_what_is_not_there_is_not_kept(one):
    assert client_of().get("/cong-khai/999999/").status_code == 404
    assert client_of().get("/cong-khai/xa/khong-co/").status_code == 404


def test_sealing_does_not_count_as_an_act(one, commune, now):
    before = ledger.acts(commune.place.code)
    assert before > 3
    sealing.seal(now)
    assert ledger.acts(commune.place.code) == before


def test_an_act_that_is_rolled_back_was_none(one, commune, officer):
    before = ledger.acts(commune.place.code)
    point = transaction.savepoint()
    taken_back(one, officer)
    assert ledger.acts(commune.place.code) == before + 1
    transaction.savepoint_rollback(point)
    assert ledger.acts(commune.place.code) == before


def test_choosing_theme_and_language_needs_no_token_and_changes_nothing_else():
    strict = Client(enforce_csrf_checks=True)
    chosen = strict.post("/giao-dien/", {"theme": "dark", "next": "/cong-khai/"})
    assert (chosen.status_code, chosen.cookies["theme"].value) == (302, "dark")
    spoken = strict.post("/ngon-ngu/setlang/", {"language": "en", "next": "/cong-khai/"})
    assert (spoken.status_code, spoken.cookies[settings.LANGUAGE_COOKIE_NAME].value) == (302, "en")
    assert strict.post("/giao-dien/", {"theme": "dark", "next": "https://noi-khac.example/"})["Location"] == "/"
    assert re.search("csrfmiddlewaretoken", page(client_of(), "/dang-nhap/"))


def test_a_busy_page_asks_anew_where_it_lies(one):
    """What is known of the place ends a minute after it was asked, however often the page is read meanwhile."""
    path, memory = f"/cong-khai/{one.pk}/", caches["pages"]
    client_of().get(path)
    place = memory.make_key(f"place:{one.pk}")
    ends = memory._expire_info[place]
    client_of().get(path)
    assert memory._expire_info[place] == ends
