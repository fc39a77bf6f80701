"""A decision that binds is disclosed: by itself a clock, with one form its content; both pages lead to each other."""

from datetime import UTC, date, datetime

import pytest
from django.core.cache import cache
from django.urls import reverse

from dienhong.decisions import actions
from dienhong.decisions.models import Matter
from dienhong.decisions.queries import disclosed
from dienhong.disclosures import actions as disclosures
from dienhong.disclosures import queries as found_in
from dienhong.disclosures.models import Disclosure
from dienhong.foundations.actors import Role
from dienhong.notifications.models import Notice
from dienhong.registry.models import Organization
from dienhong.site.wiring import SUBSCRIBERS
from lawcore.ballots.effect import Ground, Remedy
from lawcore.ballots.matters import Matter as Kind
from tests.decisions.conftest import DAY
from tests.decisions.test_pages import browser, stranger
from tests.registry.conftest import actor_in

__all__ = ["browser", "stranger"]
pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 12, 3, 0, tzinfo=UTC)
GATE = {"secret": "no", "not_yet": "no", "personal": "no"}


@pytest.fixture
def committee(commune):
    return Organization.objects.create(
        code="ben-say-ubnd",
        kind=Organization.Kind.COMMITTEE,
        name="Ủy ban nhân dân xã Bến Sậy",
        locality=commune,
        valid_from=date(2025, 7, 1),
    )


@pytest.fixture
def plan(committee, officer):
    return disclosures.draft_plan(organization=committee, year=2026, has_portal=True, has_radio=True, by=officer)


@pytest.fixture
def today(monkeypatch):
    monkeypatch.setattr("dienhong.foundations.clock.read", lambda: NOW)
    cache.clear()


def disclose(matter):
    return actions.disclose(matter_id=matter.pk, at=NOW)


@pytest.mark.parametrize(("kind", "code"), [(Kind.COMMUNE_WORKS, "11.5.3"), (Kind.SELF_GOVERNMENT, "11.14")])
def test_the_clock_starts_under_the_laws_content_from_when_the_commune_has_it(life, plan, kind, code):
    matter = life.sent(life.passed(kind))
    found = disclose(matter)
    assert (found.item.code, found.village, found.begun_on) == (code, matter.village, date(2026, 3, 10))
    assert found.due_on == date(2026, 3, 17)  # five working days
    assert found.title == "Quyết định của thôn Đông Hạ: Đặt lịch quét dọn đường thôn"
    assert not found_in.newest(found).has_content
    assert (disclose(matter).pk, Disclosure.objects.filter(source__startswith="decisions").count()) == (found.pk, 1)


def test_recognition_starts_it_and_not_the_sending(life, plan, officer):
    matter = life.sent(life.passed(Kind.CONVENTION))
    assert disclose(matter) is None
    actions.recognise(matter=matter, recognised_on=date(2026, 3, 12), paper="QĐ 5", key="r", by=officer, at=NOW)
    assert disclose(matter).begun_on == date(2026, 3, 12)


def test_what_does_not_bind_has_no_commune_or_no_plan_is_not_disclosed(life, committee, officer):
    matter = life.propose()
    assert disclose(matter) is None
    sent = life.sent(life.passed())
    assert disclose(sent) is None
    assert Notice.objects.filter(subject__startswith="Cần công khai").exists()
    plan = disclosures.draft_plan(organization=committee, year=2026, has_portal=True, has_radio=True, by=officer)
    assert disclose(sent).plan == plan
    Organization.objects.filter(pk=committee.pk).update(kind=Organization.Kind.AGENCY)
    assert disclose(Matter.objects.get(pk=sent.pk)) is not None  # what began stays


def test_the_effect_tells_it_by_itself(life, plan, monkeypatch):
    told = []
    monkeypatch.setattr("dienhong.foundations.events.publish", lambda kind, **ids: told.append((kind, ids)))
    matter = life.sent(life.passed())
    assert ("matter.effected", {"matter_id": matter.pk}) in told
    assert [each.name for each in SUBSCRIBERS["matter.effected"]] == ["disclose"]


def test_an_officer_publishes_with_one_form_and_a_second_press_does_nothing(browser, officer, life, plan, today):
    matter, client = life.sent(life.passed()), browser(officer)
    url = reverse("decisions:publish", args=[matter.pk])
    assert url in client.get(reverse("decisions:matter", args=[matter.pk])).content.decode()
    page = client.get(url)
    assert "khoản 2 Điều 23" in page.content.decode()
    words = page.context["form"]["text"].value()
    assert "110/160 hộ tán thành" in words
    data = {**GATE, "key": page.context["form"]["key"].value(), "text": words}
    assert client.post(url, {**data, "secret": "yes"}).status_code == 422
    first, second = client.post(url, data), client.post(url, data)
    found = disclosed.disclosure_of(matter)
    assert first.url == second.url == client.get(url).url == reverse("disclosures:detail", args=[found.pk])
    assert (found.content, found.versions.filter(number__gt=0).count()) == (1, 1)
    assert "Lời" in client.get(first.url).content.decode()
    assert url not in client.get(reverse("decisions:matter", args=[matter.pk])).content.decode()


def test_both_public_pages_lead_to_each_other(browser, officer, life, plan, today, django_assert_max_num_queries):
    matter = life.sent(life.passed())
    page = reverse("decisions:public", args=[matter.pk])
    assert "hạn công khai" not in browser().get(page).content.decode()
    found = disclose(matter)
    cache.clear()
    there = reverse("disclosures:public", args=[found.pk])
    with django_assert_max_num_queries(20):
        assert there in browser().get(page).content.decode()
    assert page in browser().get(there).content.decode()
    assert page in browser(officer).get(reverse("disclosures:detail", args=[found.pk])).content.decode()


def test_only_who_discloses_for_the_commune_may(browser, head, commune, stranger, life, plan, today):
    matter = life.sent(life.passed())
    url = reverse("decisions:publish", args=[matter.pk])
    assert browser(head).get(url).status_code in {403, 404}
    assert browser(actor_in(commune, Role.CHAIR)).get(url).status_code == 403
    assert browser(stranger).get(url).status_code == 404
    assert url not in browser(head).get(reverse("decisions:matter", args=[matter.pk])).content.decode()


def abolish(matter, officer, *, on=date(2026, 3, 12)):
    return actions.remedy(
        matter=matter,
        ground=Ground.UNLAWFUL,
        remedy=Remedy.ABOLISH,
        reason="Trái Luật Đất đai",
        on=on,
        key="x",
        by=officer,
    )


def published(client, matter, name="publish"):
    url = reverse(f"decisions:{name}", args=[matter.pk])
    form = client.get(url).context["form"]
    return client.post(url, {**GATE, "key": form["key"].value(), "text": form["text"].value()})


def test_an_abolished_decision_says_so_beside_what_was_published(browser, officer, life, plan, today):
    matter = life.sent(life.passed())
    found = disclose(matter)
    abolish(matter, officer)
    cache.clear()
    shown = browser().get(reverse("disclosures:public", args=[found.pk])).content.decode()
    assert "Quyết định này đã bị bãi bỏ" in shown
    assert "Từ ngày 12/03/2026" in shown


def test_what_ended_is_disclosed_again_with_a_clock_of_its_own_and_earlier_words_stay(
    browser, officer, life, plan, today
):
    matter, client = life.sent(life.passed()), browser(officer)
    published(client, matter)
    found = disclosed.disclosure_of(matter)
    Disclosure.objects.filter(pk=found.pk).update(stage="up", public_on=date(2026, 3, 12))
    step = abolish(matter, officer)
    notice = Notice.objects.get(key=f"decision:end:{step.pk}")
    url = reverse("decisions:publish-end", args=[matter.pk])
    assert (notice.link, notice.due_on) == (url, date(2026, 3, 19))
    assert [each.url for each in disclosed.waiting_ends(officer, DAY)] == [url]
    assert url in client.get(reverse("decisions:matter", args=[matter.pk])).content.decode()
    words = client.get(url).context["form"]["text"].value()
    for part in ("đã bị bãi bỏ từ ngày 12/03/2026", "Trái Luật Đất đai", "khoản 1 Điều 14", "110/160 hộ tán thành"):
        assert part in words
    first, second = published(client, matter, "publish-end"), client.get(url)
    assert first.url == second.url == reverse("disclosures:detail", args=[found.pk])
    found = Disclosure.objects.get(pk=found.pk)
    assert (found.stage, found.due_on) == ("changed", date(2026, 3, 19))  # five working days from the abolition
    assert list(found.versions.filter(number__gt=0).values_list("number", flat=True)) == [1, 2]
    assert list(disclosed.waiting_ends(officer, DAY)) == []
    assert url not in client.get(reverse("decisions:matter", args=[matter.pk])).content.decode()


def test_what_was_overdue_stays_so_when_the_decision_ends(browser, officer, life, plan, today):
    matter = life.sent(life.passed())
    before = disclose(matter).due_on
    abolish(matter, officer)
    published(browser(officer), matter, "publish-end")
    found = disclosed.disclosure_of(matter)
    assert (found.due_on, found.content) == (before, 1)


def test_a_decision_that_was_replaced_leads_to_the_one_that_binds_now(browser, officer, life, head, plan, today):
    matter, client = life.sent(life.passed()), browser(officer)
    published(client, matter)
    asked = life.propose(title="Quét dọn mỗi tháng một lần", amends=matter)
    other = life.passed(title="Quét dọn hai lần một tuần", amends=matter)
    life.sent(other)
    matter = Matter.objects.get(pk=matter.pk)
    assert matter.stage == "amended"
    words = client.get(reverse("decisions:publish-end", args=[matter.pk])).context["form"]["text"].value()
    there = reverse("decisions:public", args=[other.pk])
    assert "đã được sửa đổi, thay thế từ ngày" in words
    assert there in words
    assert asked.title not in words  # only asked for, it took the place of nothing
    published(client, matter, "publish-end")
    cache.clear()
    found = disclosed.disclosure_of(matter)
    shown = browser().get(reverse("disclosures:public", args=[found.pk])).content.decode()
    assert "Quyết định này đã được sửa đổi, thay thế" in shown
    assert there in shown
    new = client.get(reverse("decisions:publish", args=[other.pk])).context["form"]["text"].value()
    assert reverse("decisions:public", args=[matter.pk]) in new


def test_the_end_is_disclosed_by_who_discloses_for_the_commune(browser, head, officer, stranger, life, plan, today):
    matter = life.sent(life.passed())
    url = reverse("decisions:publish-end", args=[matter.pk])
    disclose(matter)
    assert browser(officer).get(url).status_code == 404  # it binds
    abolish(matter, officer)
    assert browser(head).get(url).status_code in {403, 404}
    assert browser(stranger).get(url).status_code == 404
    assert list(disclosed.waiting_ends(head, DAY)) == []


def test_of_what_was_never_disclosed_nobody_is_told(life, committee, officer):
    step = abolish(life.sent(life.passed()), officer)
    assert not Notice.objects.filter(key=f"decision:end:{step.pk}").exists()
    assert list(disclosed.waiting_ends(officer, DAY)) == []
