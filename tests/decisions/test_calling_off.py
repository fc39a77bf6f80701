"""A meeting is called off or moved before it begins: its matters wait, who was invited hears it everywhere."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from dienhong.decisions import actions, audit
from dienhong.decisions.models import Item, Matter, Meeting
from dienhong.decisions.papers import calling_off, facts
from dienhong.decisions.queries import desk
from dienhong.foundations.actors import Role
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.ledger.models import Entry as LedgerEntry
from dienhong.notifications.models import Notice
from dienhong.registry.models import User
from lawcore.ballots.lifecycle import DECISION
from tests.decisions.conftest import AT, MEETS, a_village
from tests.registry.conftest import actor_in
from tests.reports.conftest import client_of

pytestmark = pytest.mark.django_db
STORM = "Bão số 9 đổ bộ, nhà văn hóa ngập"
LATER = datetime(2026, 3, 15, 12, 30, tzinfo=UTC)


def user_of(actor):
    return User.objects.get(pk=actor.account_id)


@pytest.fixture
def visitor():
    return Client()


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch):
    """The pages look on the day of the story."""
    monkeypatch.setattr("dienhong.foundations.clock.read", lambda: AT)


@pytest.fixture
def told(life):
    """A meeting of two matters of which households were told for Sunday 8 March 2026."""
    return life.notify(life.plan(life.propose(), life.propose(title="Đặt ghế đá")))


def off(meeting, by, reason=STORM, at=AT):
    return actions.call_off(meeting=meeting, reason=reason, by=by, at=at)


def moved(meeting, by, to=LATER, key="move", at=AT, reason=STORM):
    planned = actions.Planned(to, "Sân đình", "Trần Văn Lực", "")
    return actions.move_meeting(meeting=meeting, planned=planned, reason=reason, key=key, by=by, at=at)


def test_its_matters_wait_for_another_meeting_and_say_why(told, head, life):
    assert off(told, head).stage == Meeting.Stage.CALLED_OFF
    for matter in Matter.objects.all():
        last = matter.steps.order_by("-pk").first()
        assert (matter.stage, last.event, last.words) == ("by_meeting", "call_off", STORM)
    again = life.notify(actions.plan_meeting(
        village=told.village, matters=list(Matter.objects.order_by("pk")),
        planned=actions.Planned(LATER, "Sân đình", "Trần Văn Lực"), key="again", by=head, at=AT,
    ))  # fmt: skip
    assert again.roll_id is not None
    assert {each.stage for each in Matter.objects.all()} == {"notified"}


def test_the_procedure_has_it_only_between_the_notice_and_the_opening():
    assert {move.state for move in DECISION.moves if move.event == "call_off"} == {"notified"}
    assert DECISION.after("notified", "call_off").to == "by_meeting"


def test_twice_is_once_and_nothing_else_is_written(told, head):
    off(told, head)
    before = LedgerEntry.objects.count()
    off(told, head, reason="khác")
    assert Meeting.objects.get(pk=told.pk).why_off == STORM
    assert LedgerEntry.objects.count() == before


def test_one_that_nobody_was_told_of_goes_quietly(life, head, visitor, village):
    meeting = life.plan(life.propose())
    off(meeting, head)
    assert not Notice.objects.exists()
    assert STORM not in visitor.get(reverse("decisions:village", args=[village.code])).content.decode()
    assert "STATUS:CANCELLED" not in visitor.get(reverse("decisions:calendar", args=[village.code])).content.decode()


@pytest.mark.parametrize("reason", ["", "  "])
def test_without_a_reason_it_takes_place(told, head, reason):
    with pytest.raises(Refused, match="vì sao không họp"):
        off(told, head, reason=reason)
    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.filter(pk=told.pk).update(stage=Meeting.Stage.CALLED_OFF)


def test_begun_it_is_neither_called_off_nor_moved(life, head):
    meeting = life.begin(life.propose(), present=3)
    for act in (off, moved):
        with pytest.raises(Refused, match="đã khai mạc"):
            act(meeting, head)
    assert Meeting.objects.get(pk=meeting.pk).stage == Meeting.Stage.OPEN
    assert Meeting.objects.count() == 1


def test_who_may(told, front, officer, commune):
    with pytest.raises(NotAllowed):
        off(told, front)
    with pytest.raises(NotAllowed):
        off(told, officer)  # of the commune: it calls no meeting of the village
    other = a_village(commune, "ben-say-tay", "Tây Hạ", 2)
    with pytest.raises(NotFound):
        off(told, actor_in(other, Role.VILLAGE_HEAD))


def test_no_tick_no_opening_no_notice_afterwards(told, head, life):
    off(told, head)
    entry = told.roll.entries.order_by("number").first()
    with pytest.raises(Refused, match="đã khép lại"):
        life.tick(told, entry)
    with pytest.raises(Refused, match="đã báo không họp"):
        actions.open_meeting(meeting=told, happened_at=MEETS, by=head, at=MEETS)
    with pytest.raises(Refused, match="đã báo không họp"):
        life.notify(told)


def test_moved_is_a_new_meeting_with_a_new_notice_and_a_new_roll(told, head, life):
    new = moved(told, head)
    assert (new.stage, new.roll_id, new.instead_of_id) == (Meeting.Stage.PLANNED, None, told.pk)
    assert [each.matter_id for each in new.items.order_by("position")] == [
        each.matter_id for each in told.items.order_by("position")
    ]
    assert moved(told, head).pk == new.pk  # the same key
    with pytest.raises(Refused, match="lên lịch một cuộc họp mới"):
        moved(told, head, key="other")
    late = LATER.date() - timedelta(days=1)
    with pytest.raises(Refused, match="Hãy chọn ngày họp muộn hơn"):
        actions.notify(meeting=new, notified_on=late, documents_on=late, by=head, at=LATER)
    told_again = actions.notify(meeting=new, notified_on=late - timedelta(days=1), documents_on=None, by=head, at=LATER)
    assert told_again.roll_id not in {None, told.roll_id}


@pytest.mark.parametrize(("days", "ok"), [(1, False), (2, True)])
def test_two_days_must_be_left_to_tell_of_the_new_day(told, head, days, ok):
    to = AT + timedelta(days=days)
    if ok:
        assert moved(told, head, to=to).planned_at == to
    else:
        with pytest.raises(Refused, match="Hãy chọn ngày họp muộn hơn"):
            moved(told, head, to=to)
        assert Meeting.objects.get(pk=told.pk).stage == Meeting.Stage.NOTIFIED


def test_the_desk_forgets_the_day_that_is_off(told, head):
    off(told, head)
    row = desk.by_waits(head).first()
    assert (row.waits, row.meets_at) == (desk.Waits.PLAN, None)


def test_the_front_and_the_commune_hear_of_it_without_a_name(told, head):
    off(told, head)
    notices = list(Notice.objects.order_by("role"))
    assert [each.role for each in notices] == [Role.FRONT, Role.OFFICER]
    assert all("08/03/2026" in each.subject and each.text == STORM for each in notices)
    entry = LedgerEntry.objects.get(kind="meeting.cancelled")
    assert STORM not in str(entry.payload.data)


def test_everybody_reads_it_where_the_invitation_stood(told, head, visitor, village, django_assert_max_num_queries):
    moved(told, head)
    page = reverse("decisions:village", args=[village.code])
    with django_assert_max_num_queries(20):
        text = visitor.get(page).content.decode()
    assert STORM in text
    assert "Họp lại lúc 19:30 ngày 15/03/2026, tại Sân đình." in text
    matter = told.items.first().matter
    assert STORM in visitor.get(reverse("decisions:public", args=[matter.pk])).content.decode()
    calendar = visitor.get(reverse("decisions:calendar", args=[village.code])).content.decode()
    assert "STATUS:CANCELLED" in calendar
    assert "LAST-MODIFIED:" in calendar


def test_the_papers_say_it_and_the_invitation_is_gone(told, head):
    client = client_of(user_of(head))
    moved(told, head)
    told = Meeting.objects.get(pk=told.pk)
    known = facts.of_meeting(told, on=AT.date())
    said = calling_off.spoken(known)
    assert said.fits
    assert "không tổ chức" in said.text
    message = calling_off.message(known, trace=facts.trace_of_meeting(told, head))
    assert message.startswith("KHÔNG HỌP: thôn Đông Hạ, 19 giờ 30, Chủ nhật ngày 08/03/2026")
    assert "15/03/2026" in message
    page = client.get(reverse("decisions:papers", args=[told.pk])).content.decode()
    assert "Thông báo không họp" in page
    assert "Giấy mời từng hộ" not in page
    address = {"pk": told.pk, "slug": "thong-bao-khong-hop", "kind": "docx"}
    assert client.get(reverse("decisions:paper", kwargs=address)).content[:2] == b"PK"
    assert client.get(reverse("decisions:paper", kwargs={**address, "slug": "giay-moi-niem-yet"})).status_code == 409
    item = Item.objects.get(meeting=told, position=1)
    ballots = reverse("decisions:item-paper", args=[told.pk, item.position, "phieu-kin", "in"])
    assert client.get(ballots).status_code == 404


def test_from_the_page_of_the_meeting(told, head, front):
    client = client_of(user_of(head))
    page = reverse("decisions:meeting", args=[told.pk])
    assert reverse("decisions:call-off", args=[told.pk]) in client.get(page).content.decode()
    assert reverse("decisions:call-off", args=[told.pk]) not in client_of(user_of(front)).get(page).content.decode()
    assert client_of(user_of(front)).get(reverse("decisions:move-meeting", args=[told.pk])).status_code == 403
    given = {
        "reason": STORM,
        "on_0": "15",
        "on_1": "3",
        "on_2": "2026",
        "hour": "19:30",
        "place": "Sân đình",
        "chair": "Lực",
        "key": "k",
    }
    sent = client.post(reverse("decisions:move-meeting", args=[told.pk]), given)
    new = Meeting.objects.get(instead_of=told)
    assert sent.url == reverse("decisions:meeting", args=[new.pk])
    text = client.get(page).content.decode()
    assert STORM in text
    assert sent.url in text
    assert page in client.get(sent.url).content.decode()


def test_changed_behind_the_actions_it_shows(told, head):
    off(told, head)
    assert not [each for each in audit.findings() if each.where.startswith("decisions.meeting")]
    Meeting.objects.filter(pk=told.pk).update(why_off="Không ai đến")
    assert [each.code for each in audit.findings() if each.where.startswith("decisions.meeting")] == ["row-changed"]
