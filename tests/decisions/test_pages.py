"""The signed-in pages: who sees what, what is next, what another commune learns, how many queries."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from dienhong.decisions.models import CommuneMatter, Matter
from dienhong.foundations.actors import Role
from dienhong.registry.actions import places
from dienhong.registry.models import User
from lawcore.ballots.matters import Matter as Kind
from tests.decisions.conftest import a_village
from tests.registry.conftest import actor_in

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def browser():
    def of(actor=None):
        client = Client(raise_request_exception=True)
        if actor is not None:
            client.force_login(User.objects.get(pk=actor.user_id), backend=BACKEND)
            session = client.session
            session["has_second_factor"] = True
            session.save()
        return client

    return of


@pytest.fixture
def stranger(commune):
    other = places.found_first_locality(
        code="bai-cat", kind="commune", word="xã", name="Bãi Cát", valid_from=date(2025, 7, 1), parent=commune.parent
    )
    return actor_in(other, Role.OFFICER)


def filled(form, /, **given):
    """What a browser would send of a form on a page: its key and what is typed."""
    return {"key": form["key"].value(), **given}


def day(name, when):
    return {f"{name}_0": when.day, f"{name}_1": when.month, f"{name}_2": when.year}


PROPOSED = {
    "kind": "15.6",
    "title": "Quét dọn đường thôn",
    "asked": "Sáng thứ bảy mỗi hộ quét đoạn đường trước nhà, có tán thành không?",
    "agreed_with": "Nguyễn Văn Thuận",
    "paper": "minutes",
    **day("agreed_on", date(2026, 3, 2)),
}


def test_a_village_head_proposes_once_however_often_the_button_is_pressed(browser, head, village):
    client, url = browser(head), reverse("decisions:propose", args=[village.pk])
    page = client.get(url)
    assert "107 trong 160 hộ" in page.content.decode()
    data = filled(page.context["form"], **PROPOSED)
    first, second = client.post(url, data), client.post(url, data)
    matter = Matter.objects.get()
    assert first.url == second.url == reverse("decisions:matter", args=[matter.pk])
    text = client.get(first.url).content.decode()
    assert "81 trong 160 hộ" in text
    assert "Chọn hình thức" in text


def test_what_is_refused_is_said_beside_the_form_and_nothing_is_lost(browser, head, village):
    client, url = browser(head), reverse("decisions:propose", args=[village.pk])
    wrong = {**PROPOSED, "per_household": "500000", "key": "k"}
    page = client.post(url, wrong)
    assert page.status_code == 422
    assert "khoản 1, 2 Điều 15" in page.content.decode()
    assert "Quét dọn đường thôn" in page.content.decode()
    assert not Matter.objects.exists()


def test_a_commune_puts_a_matter_to_every_village(browser, commune, village, officer, head):
    a_village(commune, "ben-say-doai", "Đoài", 3)
    url = reverse("decisions:propose-everywhere", args=[commune.pk])
    assert browser(head).get(url).status_code == 404
    client = browser(officer)
    data = filled(client.get(url).context["form"], **{**PROPOSED, "kind": "15.1"})
    assert client.post(url, data).status_code == 302
    assert client.post(url, data).status_code == 302
    under = CommuneMatter.objects.get()
    assert [each.scope for each in under.matters.all()] == ["commune", "commune"]


def test_a_matter_of_the_commune_is_of_clause_one_or_two(browser, commune, village, officer):
    url = reverse("decisions:propose-everywhere", args=[commune.pk])
    page = browser(officer).post(url, {**PROPOSED, "key": "k"})
    assert page.status_code == 422
    assert not CommuneMatter.objects.exists()


@pytest.mark.parametrize(
    ("role", "may"), [(Role.VILLAGE_HEAD, True), (Role.OFFICER, False), (Role.FRONT, False), (Role.INSPECTOR, False)]
)
def test_buttons_are_only_for_who_may(browser, life, village, role, may):
    matter = life.propose()
    client = browser(actor_in(village, role))
    text = client.get(reverse("decisions:matter", args=[matter.pk])).content.decode()
    url = reverse("decisions:choose-form", args=[matter.pk])
    assert (url in text) is may
    assert client.get(url).status_code == (200 if may else 403)


def test_another_commune_and_a_visitor_learn_nothing(browser, life, village, commune, stranger):
    matter = life.propose()
    addresses = [
        reverse("decisions:matter", args=[matter.pk]),
        reverse("decisions:choose-form", args=[matter.pk]),
        reverse("decisions:send", args=[matter.pk]),
        reverse("decisions:recognise", args=[matter.pk]),
        reverse("decisions:remedy", args=[matter.pk]),
        reverse("decisions:propose", args=[village.pk]),
        reverse("decisions:propose-everywhere", args=[commune.pk]),
    ]
    for client in (browser(stranger), browser()):
        for address in addresses:
            assert client.get(address).status_code == 404, address
            assert client.post(address, {}).status_code == 404, address


def test_the_form_is_chosen_on_its_page_with_what_the_law_says(browser, life, head):
    matter = life.propose(Kind.VILLAGE_MONEY)
    client, url = browser(head), reverse("decisions:choose-form", args=[matter.pk])
    form = client.get(url).context["form"]
    refused = client.post(url, filled(form, form="online"))
    assert refused.status_code == 422
    assert "khoản 6 Điều 15" in refused.content.decode()
    assert client.post(url, filled(form, form="meeting")).status_code == 302
    assert life.again(matter).stage == "by_meeting"


def test_who_recognises_does_so_on_the_page(browser, life, officer, head):
    matter = life.sent(life.passed(Kind.CONVENTION))
    url = reverse("decisions:recognise", args=[matter.pk])
    assert browser(head).get(url).status_code == 403
    client = browser(officer)
    assert url in client.get(reverse("decisions:matter", args=[matter.pk])).content.decode()
    form = client.get(url).context["form"]
    wrong = client.post(url, filled(form, paper="5/QĐ", **day("recognised_on", date(2026, 3, 1))))
    assert wrong.status_code == 422
    assert "trước ngày thông qua" in wrong.content.decode()
    assert client.post(url, filled(form, paper="5/QĐ", **day("recognised_on", date(2026, 3, 12)))).status_code == 302
    assert life.again(matter).stage == "in_force"


def test_the_list_says_what_is_late(browser, life, officer):
    life.sent(life.passed(Kind.CONVENTION))
    text = browser(officer).get(reverse("decisions:desk")).content.decode()
    assert "Quá hạn 17/03/2026" in text
    assert "Chờ công nhận (1)" in text


def test_the_register_is_a_file(browser, life, officer):
    life.passed()
    client = browser(officer)
    text = client.get(reverse("decisions:desk"), {"tep": "csv"}).content.decode("utf-8-sig")
    assert "110" in text.splitlines()[1]
    assert client.get(reverse("decisions:desk"), {"tep": "xlsx"}).content[:2] == b"PK"


@pytest.mark.parametrize("number", [1, 20])
def test_the_list_asks_few_questions_however_long_it_is(browser, life, officer, number, django_assert_max_num_queries):
    for _each in range(number):
        life.propose()
    client = browser(officer)
    client.get(reverse("decisions:desk"))
    with django_assert_max_num_queries(15):
        client.get(reverse("decisions:desk"))


def test_a_matter_in_force_asks_few_questions(browser, life, officer, django_assert_max_num_queries):
    matter = life.sent(life.passed())
    client = browser(officer)
    url = reverse("decisions:matter", args=[matter.pk])
    client.get(url)
    with django_assert_max_num_queries(25):
        client.get(url)


def test_nobody_else_has_a_list(browser, commune):
    assert browser().get(reverse("decisions:desk")).status_code == 302
    assert browser(actor_in(commune, Role.REPORTER)).get(reverse("decisions:desk")).url == "/ban-quyet-dinh/"


def test_of_many_villages_the_first_are_offered_and_a_name_finds_the_others(browser, commune, monkeypatch):
    monkeypatch.setattr("dienhong.decisions.views.desk.MOST_PLACES", 2)
    places = [a_village(commune, f"v-{name}", name, 0) for name in ("mot", "hai", "ba")]
    viewer = browser(actor_in(commune, Role.OFFICER))
    monkeypatch.setattr("dienhong.decisions.views.desk.access.may", lambda _actor, _act, village: village in places)
    url = reverse("decisions:desk")
    first = viewer.get(url)
    assert len(first.context["may_propose"]) == 2
    assert "hãy gõ tên để tìm" in first.content.decode()
    found = viewer.get(url, {"noi": "ba"})
    assert [each.name for each in found.context["may_propose"]] == ["ba"]
    assert viewer.get(url, {"thon": places[2].pk}).context["village"] == places[2]
