"""A citizen petitions against a decision; the body answers; the commune acts or upholds; nobody reads who it was."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from dienhong.decisions import actions
from dienhong.decisions.models import Body, Challenge, Fault, Matter, Reply
from dienhong.decisions.queries import challenges as queries
from dienhong.decisions.queries import desk
from dienhong.foundations.actors import Role
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.ledger.models import Entry as LedgerEntry
from dienhong.notifications.models import Notice
from dienhong.registry.models import User
from lawcore.ballots.effect import Ground, Remedy
from tests.decisions.conftest import a_village
from tests.registry.conftest import actor_in
from tests.reports.conftest import client_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 23, 3, 0, tzinfo=UTC)  # a Monday
ON = date(2026, 3, 23)
WHO, WORDS = "Đinh Thị Kín", "Họp không báo trước cho xóm tôi"


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch):
    monkeypatch.setattr("dienhong.foundations.clock.read", lambda: NOW)


@pytest.fixture
def decision(life):
    """In force since 8 March 2026."""
    return life.sent(life.passed())


@pytest.fixture
def inspector(commune):
    return actor_in(commune, Role.INSPECTOR)


def user_of(actor):
    return User.objects.get(pk=actor.account_id)


def petition(**parts):
    given = {
        "fault": Fault.PROCEDURE, "body": Body.COMMITTEE, "name": WHO, "address": "Xóm 3", "words": WORDS,
        "received_on": ON,
    } | parts  # fmt: skip
    return actions.Petition(**given)


def write(matter, by, key="k", **parts):
    return actions.challenge(matter=matter, petition=petition(**parts), key=key, by=by, at=NOW)


def reply(challenge, by, *, founded, reason="Đã kiểm tra loa và bảng tin: có báo đủ hai ngày."):
    return actions.answer_challenge(challenge=challenge, is_founded=founded, reason=reason, by=by, at=NOW)


def stage(matter):
    return Matter.objects.get(pk=matter.pk).stage


def test_one_citizen_is_enough_and_the_decision_binds_on(decision, officer, village):
    made = write(decision, officer)
    assert (made.number, made.households) == (1, 0)
    assert stage(decision) == "challenged"
    page = Client().get(reverse("decisions:village", args=[village.code])).content.decode()
    assert "Quyết định đang có hiệu lực" in page
    assert decision.title in page


def test_ten_working_days_of_our_own_to_answer(decision, officer):
    assert write(decision, officer).until == date(2026, 4, 6)
    [told] = queries.of_matter(decision, on=date(2026, 4, 6))
    assert not told.is_late
    [told] = queries.of_matter(decision, on=date(2026, 4, 7))
    assert told.is_late


def test_unfounded_it_stands_as_before(decision, officer):
    reply(write(decision, officer), officer, founded=False)
    assert stage(decision) == "in_force"
    assert [each.event for each in decision.steps.order_by("pk")][-2:] == ["challenge", "uphold"]


def test_two_petitions_are_one_step_and_the_last_answer_ends_it(decision, officer, inspector):
    first = write(decision, officer)
    second = write(decision, inspector, key="k2", body=Body.INSPECTION)
    assert second.number == 2
    assert decision.steps.filter(event="challenge").count() == 1
    reply(first, officer, founded=False)
    assert stage(decision) == "challenged"
    reply(second, inspector, founded=False)
    assert stage(decision) == "in_force"
    write(decision, officer, key="k3")
    assert stage(decision) == "challenged"


def test_a_body_is_led_to_its_own_petitions_alone(decision, officer, inspector):
    first, second = write(decision, officer), write(decision, inspector, key="k2", body=Body.INSPECTION)
    page = client_of(user_of(inspector)).get(reverse("decisions:matter", args=[decision.pk])).content.decode()
    assert reverse("decisions:answer-challenge", args=[second.pk]) in page
    assert reverse("decisions:answer-challenge", args=[first.pk]) not in page


def test_founded_it_waits_for_the_commune(decision, officer, inspector):
    made = write(decision, inspector, body=Body.INSPECTION)
    reply(made, inspector, founded=True)
    assert stage(decision) == "challenged"
    assert desk.by_waits(officer).first().waits == desk.Waits.CHALLENGED
    actions.remedy(
        matter=decision, ground=Ground.PROCEDURE, remedy=Remedy.ASK, reason="Họp lại", on=ON, key="r", by=officer
    )
    assert stage(decision) == "asked"


def test_the_commune_may_leave_it_with_a_reason_once_all_are_answered(decision, officer, inspector, front):
    made = write(decision, inspector, body=Body.INSPECTION)
    given = {"matter": decision, "key": "u", "at": NOW}
    with pytest.raises(Refused, match="chưa được trả lời"):
        actions.uphold(by=officer, reason="Sai sót nhỏ", **given)
    reply(made, inspector, founded=True)
    with pytest.raises(Refused, match="vì sao giữ nguyên"):
        actions.uphold(by=officer, reason=" ", **given)
    for other in (inspector, front):
        with pytest.raises(NotAllowed):
            actions.uphold(by=other, reason="x", **given)
    step = actions.uphold(by=officer, reason="Sai sót nhỏ, không đổi kết quả", **given)
    assert actions.uphold(by=officer, reason="khác", **given).pk == step.pk
    assert stage(decision) == "in_force"
    again = write(decision, officer, key="new")  # what was upheld before does not count again
    reply(again, officer, founded=False)
    assert stage(decision) == "in_force"


def test_who_writes_it_down_and_who_answers(decision, officer, commune_front, inspector, head, front, commune):
    for by in (head, front, commune_front, inspector):
        with pytest.raises(NotAllowed):
            write(decision, by)
    stranger = actor_in(a_village(commune, "ben-say-tay", "Tây Hạ", 2), Role.VILLAGE_HEAD)
    with pytest.raises(NotFound):
        write(decision, stranger)
    made = write(decision, commune_front, body=Body.FRONT)
    for by in (officer, inspector, front):
        with pytest.raises(NotAllowed, match="do Ủy ban Mặt trận"):
            reply(made, by, founded=False)
    assert queries.challenge(made.pk, officer) == made  # the commune reads it: it has to act
    for by in (head, front, inspector):
        with pytest.raises(NotFound):
            queries.challenge(made.pk, by)
    reply(made, commune_front, founded=False)


def test_a_village_head_does_not_answer_in_another_post(decision, village, officer):
    head = actor_in(village, Role.VILLAGE_HEAD)
    both = replace(head, grants=(*head.grants, *officer.grants))
    with pytest.raises(NotAllowed):
        write(decision, both)


@pytest.mark.parametrize(
    ("parts", "match"),
    [
        ({"name": " "}, "người kiến nghị"),
        ({"words": ""}, "lời kiến nghị"),
        ({"received_on": ON + timedelta(days=1)}, "chưa đến"),
        ({"received_on": date(2026, 3, 7)}, "trước ngày quyết định có hiệu lực"),
    ],
)
def test_what_cannot_be_is_refused(decision, officer, parts, match):
    with pytest.raises(Refused, match=match):
        write(decision, officer, **parts)
    assert not Challenge.objects.exists()


def test_only_a_decision_that_binds(life, officer):
    with pytest.raises(Refused, match="đang có hiệu lực"):
        write(life.passed(), officer)


def test_twice_is_once_and_an_answer_is_one(decision, officer):
    made = write(decision, officer)
    assert write(decision, officer).pk == made.pk
    reply(made, officer, founded=True)
    with pytest.raises(Refused, match="đã được trả lời"):
        reply(made, officer, founded=False)
    other = write(decision, officer, key="k2")
    with pytest.raises(Refused, match="kết quả xem xét"):
        reply(other, officer, founded=False, reason=" ")


def test_what_came_and_what_was_answered_is_never_changed(decision, officer):
    reply(write(decision, officer), officer, founded=True)
    with pytest.raises(DatabaseError), transaction.atomic():
        Reply.objects.update(is_founded=False)
    with pytest.raises(DatabaseError), transaction.atomic():
        Challenge.objects.update(words="khác")


def test_everybody_reads_what_it_is_about_and_nobody_who(decision, officer, django_assert_max_num_queries):
    made = write(decision, officer, households=12)
    url = reverse("decisions:public", args=[decision.pk])
    with django_assert_max_num_queries(20):
        text = Client().get(url).content.decode()
    assert "Không bảo đảm trình tự, thủ tục" in text
    assert "12 hộ khác cùng ký" in text
    assert "không phải hạn luật định" in text
    reply(made, officer, founded=False)
    text = Client().get(url).content.decode()
    assert "có báo đủ hai ngày" in text
    assert WHO not in text
    assert WORDS not in text
    for entry in LedgerEntry.objects.all():
        assert WHO not in str(entry.payload.data)
        assert WORDS not in str(entry.payload.data)
    assert not Notice.objects.filter(subject__contains=WHO).exists()


def test_from_the_page_of_the_matter_to_the_answer(decision, officer, head, django_assert_max_num_queries):
    client = client_of(user_of(officer))
    page = reverse("decisions:matter", args=[decision.pk])
    address = reverse("decisions:challenge", args=[decision.pk])
    assert address in client.get(page).content.decode()
    assert address not in client_of(user_of(head)).get(page).content.decode()
    assert client_of(user_of(head)).get(address).status_code == 403
    form = client.get(address).content.decode()
    assert "Ban Thanh tra nhân dân</label>" not in form  # an officer writes what the commune received
    given = {
        "fault": "procedure", "body": "committee", "name": WHO, "words": WORDS, "key": "page",
        "received_on_0": "23", "received_on_1": "3", "received_on_2": "2026",
    }  # fmt: skip
    assert client.post(address, given).status_code == 302
    made = Challenge.objects.get()
    answer = reverse("decisions:answer-challenge", args=[made.pk])
    with django_assert_max_num_queries(20):
        assert answer in client.get(page).content.decode()
    assert WHO in client.get(answer).content.decode()
    assert WHO not in client_of(user_of(head)).get(page).content.decode()
    assert client_of(user_of(head)).get(answer).status_code == 404
    assert reverse("decisions:uphold", args=[decision.pk]) in client.get(page).content.decode()
    assert client.post(answer, {"is_founded": "1", "reason": "Đúng là chưa báo"}).status_code == 302
    assert client.get(reverse("decisions:uphold", args=[decision.pk])).status_code == 200
    sent = client.post(reverse("decisions:uphold", args=[decision.pk]), {"reason": "Đã báo bù", "key": "u"})
    assert sent.status_code == 302
    assert stage(decision) == "in_force"


def test_it_waits_for_its_body(decision, officer, inspector, head):
    made = write(decision, inspector, body=Body.INSPECTION)
    [line] = queries.waiting_challenges(inspector, ON)
    assert line.url == reverse("decisions:answer-challenge", args=[made.pk])
    assert "06/04/2026" in line.note
    assert list(queries.waiting_challenges(officer, ON)) == []
    assert list(queries.waiting_challenges(head, ON)) == []
    reply(made, inspector, founded=True)
    assert list(queries.waiting_challenges(inspector, ON)) == []
