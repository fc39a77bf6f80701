"""Every page of the book opens for everybody and asks the database nothing: no test here may touch one."""

import pytest
from django.test import Client
from django.urls import reverse

from dienhong.lawbook.shelves import FREQUENT, NAMES, asked, question_of_move, shelves
from dienhong.lawbook.titles import CATALOGUES
from dienhong.site.navigation import law_of
from dienhong.site.rights import HEADINGS
from lawcore import asking
from lawcore.asking import Holds
from lawcore.asking.topics import TOPICS


@pytest.fixture
def client():
    return Client()


EXAMPLES = {Holds.NUMBER: "12", Holds.YES_NO: "true", Holds.DAY: "2026-03-02"}


def example(question):
    """Something typed for every parameter without a default, in the order of the calculator."""
    return {
        name: EXAMPLES.get(each.holds) or next(iter(each.choices))
        for name, each in question.parameters.items()
        if each.default is None and name != "on"
    }


def test_every_topic_has_words_and_every_list_a_title():
    assert {topic.__name__.rpartition(".")[2] for topic in TOPICS} == NAMES.keys()
    assert asking.catalogues().keys() == CATALOGUES.keys()
    assert len(set(CATALOGUES.values())) == len(CATALOGUES)


def test_every_rule_has_a_calculator_and_all_stand_on_the_first_page(client):
    first = client.get("/luat/").content.decode()
    rules = [code for code, question in asking.questions().items() if not question.kinds]
    assert len(rules) > 150
    for code in rules:
        assert f'href="/luat/{code}/"' in first
    for code in asked():
        if code != "holidays":
            page = client.get(f"/luat/{code}/")
            assert (code, page.status_code) == (code, 200)
            assert asked()[code].title in page.content.decode()


def test_every_kind_of_time_limit_is_offered_by_the_page_that_counts(client):
    page = client.get("/luat/han/").content.decode()
    kinds = [each.code for question in asking.questions().values() for each in question.kinds.values()]
    assert len(kinds) > 90
    for code in kinds:
        assert f'<option value="{code}"' in page
        assert f'href="/luat/{code}/"' in page


def test_what_people_ask_most_leads_to_an_answer(client):
    assert {code for _words, code in FREQUENT} <= asked().keys()
    for code, question in asked().items():
        if code == "holidays":
            continue
        page = client.get(f"/luat/{code}/", {**example(question), "tinh": "1"})
        text = page.content.decode()
        assert page.status_code in {200, 422}, code
        assert ("dh-answer__because" in text) == (page.status_code == 200), code
        assert ("govuk-error-summary" in text) == (page.status_code == 422), code


def test_nearly_every_example_is_answered(client):
    answered = [
        code
        for code, question in asked().items()
        if client.get(f"/luat/{code}/", {**example(question), "tinh": "1"}).status_code == 200
    ]
    assert len(answered) > 0.85 * len(asked())


def test_every_list_opens_and_names_the_article_of_each_item(client):
    for code, items in asking.catalogues().items():
        page = client.get(f"/luat/danh-muc/{code}/")
        assert (code, page.status_code) == (code, 200)
        assert page.content.decode().count("<tr lang") == len(items)


def test_every_procedure_shows_each_step_each_move_and_its_time_limit(client):
    for lifecycle in asking.lifecycles():
        text = client.get(f"/luat/thu-tuc/{lifecycle.code}/").content.decode()
        assert text.count('id="buoc-') == len(lifecycle.states)
        steps = text.partition("dh-procedure__steps")[2].partition("</section>")[0]
        assert steps.count("<strong>") == len(lifecycle.moves)
        for move in lifecycle.moves:
            if move.deadline:
                limit = question_of_move(move.deadline)
                assert limit is not None, move
                assert f'href="/luat/{limit.code}/"' in text


def test_what_is_not_there_is_a_page_that_says_so(client):
    for path in ("khong-co", "danh-muc/khong-co", "thu-tuc/khong-co", "lich/1999", "lich/2200", "lich/99999999999"):
        page = client.get(f"/luat/{path}/")
        assert (path, page.status_code) == (path, 404)
        assert "Không có trang này" in page.content.decode()


def test_the_ways_of_counting_and_the_days_off_have_pages_of_their_own(client):
    for code in ("deadline", "latest", "minimum"):
        assert client.get(f"/luat/{code}/").url == "/luat/han/"
    assert client.get("/luat/holidays/").url == "/luat/lich/"


def test_the_headings_and_the_footer_lead_to_the_book(client):
    assert all(law_of(slug) for slug in HEADINGS)
    for slug in HEADINGS:
        page = client.get(f"/{slug}/").content.decode()
        for link in law_of(slug):
            assert f'href="{link.url}"' in page
            assert client.get(link.url).status_code == 200
    assert '<a href="/luat/">Luật nói gì</a>' in client.get("/luat/").content.decode()


def test_pages_speak_english_around_the_words_of_the_law(client):
    client.cookies["django_language"] = "en"
    page = client.get("/luat/deadline.decision.to_commune/?since=2026-03-02").content.decode()
    assert "On the calendar" in page
    assert "Gửi quyết định đến Ủy ban nhân dân cấp xã" in page


def test_every_topic_is_on_its_own_shelf():
    assert [shelf.slug for shelf in shelves()] == [topic.__name__.rpartition(".")[2] for topic in TOPICS]
    codes = [question.code for shelf in shelves() for question in shelf.rules]
    assert sorted(codes) == sorted(code for code, each in asking.questions().items() if not each.kinds)
    assert reverse("lawbook:rule", args=["decision.required"]) == "/luat/decision.required/"
