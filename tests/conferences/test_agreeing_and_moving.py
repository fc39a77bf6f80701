"""The three bodies agree from their own accounts; a conference is called off or moved; its signed minutes are kept."""

from contextlib import closing
from datetime import date, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction

from dienhong.conferences import actions, audit, queries, shown
from dienhong.conferences.models import Agreement, Conference, Part, SignedMinutes
from dienhong.conferences.queries import waiting_conferences
from dienhong.decisions import actions as decisions
from dienhong.decisions.models import Matter, Meeting
from dienhong.foundations.actors import Role
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.ledger.models import Entry
from dienhong.notifications.models import Notice
from lawcore.ballots.matters import Form
from tests.conferences.conftest import MEETS, PLANNED
from tests.conferences.test_pages import at, keyed, text_of, today
from tests.decisions.conftest import UTC
from tests.decisions.test_pages import browser, day, stranger
from tests.registry.conftest import actor_in

__all__ = ["browser", "stranger", "today"]
pytestmark = pytest.mark.django_db
STORM = "Bão số 9 đổ bộ"
LATER = MEETS + timedelta(days=7)


@pytest.fixture
def bodies(commune, officer):
    """Who speaks for each of the three."""
    return {
        Agreement.Side.COMMITTEE: officer,
        Agreement.Side.FRONT: actor_in(commune, Role.FRONT),
        Agreement.Side.BOARD: actor_in(commune, Role.INSPECTOR),
    }


def agree(found, side, by):
    return actions.agree_itself(conference=found, side=side, by=by, at=PLANNED)


def moved(found, by, to=LATER, key="move", reason=STORM):
    planned = decisions.Planned(to, "Sân đình", "Trần Văn Lực", "")
    return actions.move(conference=found, planned=planned, reason=reason, key=key, by=by, at=PLANNED)


def off(found, by, reason=STORM):
    return actions.call_off(conference=found, reason=reason, by=by, at=PLANNED)


def test_each_body_agrees_for_itself_and_for_nobody_else(year, bodies, head, front):
    found = year.plan()
    for side, by in bodies.items():
        for other in set(bodies) - {side}:
            with pytest.raises(NotAllowed):
                agree(found, other, by)
        made = agree(found, side, by)
        assert (made.by_itself, made.agreed_on, agree(found, side, by).pk) == (True, date(2026, 11, 20), made.pk)
    for by in (head, front):
        with pytest.raises(NotAllowed):
            agree(found, Agreement.Side.FRONT, by)
    page = shown.conference_page(found, head)
    assert all(each.made.by_itself for each in page["sides"])
    assert not [each for each in page["next"] if "Ghi đã thống nhất" in each.words]


def test_a_paper_that_the_head_wrote_down_stays_beside_the_bodys_own_word(year, bodies, head):
    found = year.plan()
    year.agree(found, Agreement.Side.BOARD)
    assert [each.value for each in shown.conference_page(found, bodies[Agreement.Side.BOARD])["mine"]] == ["board"]
    agree(found, Agreement.Side.BOARD, bodies[Agreement.Side.BOARD])
    assert sorted(found.agreements.values_list("by_itself", flat=True)) == [False, True]
    year.agree(found, Agreement.Side.BOARD)  # nothing more
    assert found.agreements.count() == 2
    assert shown.conference_page(found, bodies[Agreement.Side.BOARD])["mine"] == []


def test_nobody_agrees_once_it_has_begun(year, bodies):
    found = year.begin(year.tell(year.plan()))
    with pytest.raises(Refused, match="trước khi họp"):
        agree(found, Agreement.Side.FRONT, bodies[Agreement.Side.FRONT])


def test_a_plan_waits_for_each_of_the_three_until_somebody_said_it(year, bodies, django_assert_max_num_queries):
    found = year.plan()
    assert {each.role for each in Notice.objects.all()} == {Role.OFFICER, Role.FRONT, Role.INSPECTOR}
    for side, by in bodies.items():
        with django_assert_max_num_queries(3):
            assert [each.title for each in waiting_conferences(by, date(2026, 11, 20))] == [
                "Kế hoạch hội nghị định kỳ chờ thống nhất"
            ]
        agree(found, side, by)
        assert list(waiting_conferences(by, date(2026, 11, 20))) == []


def test_moved_it_has_a_new_plan_a_new_notice_and_keeps_its_reports(year, bodies, head):
    found = year.plan()
    year.agree(found)
    year.report(found, Part.HEAD)
    found = year.tell(found)
    old = found.meeting
    again = moved(found, head)
    assert moved(again, head).pk == found.pk  # the same key
    again = Conference.objects.get()
    assert (again.plan, again.meeting.stage, again.meeting.instead_of_id) == (2, Meeting.Stage.PLANNED, old.pk)
    assert (again.meeting.is_yearly, again.meeting.planned_at) == (True, LATER)
    old.refresh_from_db()
    assert (old.stage, old.why_off) == (Meeting.Stage.CALLED_OFF, STORM)
    page = shown.conference_page(queries.conference(again.pk, head), head)
    assert [each.made for each in page["sides"]] == [None, None, None]
    assert [each.made is not None for each in page["reports"]] == [True, False, False]
    agree(again, Agreement.Side.FRONT, bodies[Agreement.Side.FRONT])
    year.agree(again)
    assert again.agreements.filter(plan=2).count() == 3
    assert Notice.objects.filter(link=f"/hoi-nghi-thon/{found.pk}/", role=Role.FRONT).count() == 2
    late = (LATER - timedelta(days=4)).date()
    with pytest.raises(Refused, match="08/12/2026"):
        year.tell(again, on=late)
    assert year.tell(again, on=late - timedelta(days=1)).meeting.roll_id not in {None, old.roll_id}


@pytest.mark.parametrize(
    ("to", "why"),
    [
        (datetime(2027, 1, 3, 12, 30, tzinfo=UTC), "phải họp trong năm đó"),
        (datetime(2026, 11, 24, 12, 30, tzinfo=UTC), "Hãy chọn ngày họp muộn hơn"),
    ],
)
def test_the_new_day_lies_in_the_year_and_leaves_five_days(year, head, to, why):
    found = year.plan()
    with pytest.raises(Refused, match=why):
        moved(found, head, to=to)
    assert Meeting.objects.get().stage == Meeting.Stage.PLANNED


def test_called_off_it_waits_for_another_day_with_the_matters_that_still_wait(year, life, head):
    first, second = life.propose(), life.propose(title="Đặt ghế đá")
    for each in (first, second):
        decisions.choose_form(matter=each, form=Form.MEETING, key=f"form {each.pk}", by=head, at=PLANNED)
    found = off(year.tell(year.plan(*Matter.objects.order_by("pk"))), head)
    assert {each.stage for each in Matter.objects.all()} == {"by_meeting"}
    assert [each.title for each in waiting_conferences(head, date(2026, 11, 26))] == [
        "Hội nghị định kỳ: đã báo không họp, chưa chọn ngày khác"
    ]
    decisions.plan_meeting(
        village=found.village, matters=[Matter.objects.get(pk=first.pk)],
        planned=decisions.Planned(MEETS, "Sân đình", "Lực"), key="other", by=head, at=PLANNED,
    )  # fmt: skip
    again = moved(found, head)
    assert [each.matter_id for each in again.meeting.items.all()] == [second.pk]


def test_the_pages_of_the_meeting_send_who_asks_to_the_conference(year, head, front, officer):
    found = year.tell(year.plan())
    with pytest.raises(Refused, match="trang của hội nghị"):
        decisions.call_off(meeting=found.meeting, reason=STORM, by=head, at=PLANNED)
    for by in (front, officer):
        with pytest.raises(NotAllowed):
            off(found, by)
        with pytest.raises(NotAllowed):
            moved(found, by)
    begun = year.begin(found)
    with pytest.raises(Refused, match="đã khai mạc"):
        off(begun, head)


def test_the_photo_of_the_signed_minutes_is_of_the_newest_version(year, head, officer, browser, today):
    found = year.held()
    minutes = year.write(found)
    today(date(2026, 12, 8))
    client, url = browser(head), at("add-page", found)
    photo = SimpleUploadedFile("bien-ban.png", b"\x89PNG\r\n\x1a\n" + b"0" * 64, "image/png")
    key = keyed(client, url)
    assert client.post(url, {**key, "file": photo}).url == at("conference", found)
    kept = SignedMinutes.objects.get()
    assert (kept.minutes_id, kept.file_name) == (minutes.pk, "bien-ban.png")
    given = {"minutes": minutes, "file_name": "x.png", "chunks": [b"1"], "by": head}
    assert actions.add_page(key=key["key"], **given).pk == kept.pk
    link = at("signed-page", found, kept.pk)
    assert link in client.get(at("conference", found)).content.decode()
    with closing(browser(officer).get(link)) as shown_photo:
        assert shown_photo.status_code == 200
    with pytest.raises(NotAllowed):
        actions.add_page(key="other", **{**given, "by": officer})
    second = year.write(found, reason="Ghi sai tên")
    with pytest.raises(Refused, match="bản mới hơn"):
        actions.add_page(key="late", **given)
    with pytest.raises(Refused, match="đã dùng cho việc khác"):
        actions.add_page(key=key["key"], **{**given, "minutes": second})
    with pytest.raises(DatabaseError), transaction.atomic():
        SignedMinutes.objects.update(file_name="x")


def test_no_photo_before_there_are_minutes_and_none_for_strangers(year, head, browser, today, stranger):
    found = year.held()
    assert browser(head).get(at("add-page", found)).status_code == 404
    year.write(found)
    assert browser(stranger).get(at("signed-page", found, 1)).status_code == 404
    assert browser(head).get(at("signed-page", found, 1)).status_code == 404


def test_from_button_to_button(year, bodies, head, browser, today, village):
    found = year.plan()
    client = browser(bodies[Agreement.Side.FRONT])
    page = client.get(at("conference", found))
    assert "Ủy ban Mặt trận Tổ quốc Việt Nam xã thống nhất kế hoạch" in text_of(page)
    assert client.post(at("agree-itself", found), {"side": "front"}).url == at("conference", found)
    assert client.post(at("agree-itself", found), {"side": "police"}).status_code == 404
    assert client.get(at("agree-itself", found)).status_code == 405
    page = text_of(client.get(at("conference", found)))
    assert "tự xác nhận trên hệ thống" in page
    assert "thống nhất kế hoạch" not in page.replace("chờ thống nhất kế hoạch", "").split("Ba báo cáo")[1]
    client = browser(head)
    year.tell(found)
    url = at("call-off", found)
    assert client.post(url, {**keyed(client, url), "reason": STORM}).url == at("conference", found)
    assert STORM in text_of(client.get(at("conference", found)))
    assert STORM in text_of(browser().get(f"/ban-quyet-dinh/thon/{village.code}/"))
    url = at("move", found)
    form = client.get(url).context["form"]
    assert form["reason"].value() == STORM
    given = {"reason": STORM, "hour": "19:30", "place": "Sân đình", "chair": "Lực", **keyed(client, url)}
    assert client.post(url, {**given, **day("on", date(2026, 12, 13))}).url == at("conference", found)
    page = text_of(client.get(at("conference", found)))
    assert "Chuyển từ ngày 06/12/2026" in page
    assert "19:30 13/12/2026, Sân đình" in page
    assert browser(bodies[Agreement.Side.FRONT]).get(url).status_code == 403


def test_changed_behind_the_actions_it_shows(year, head):
    found = moved(year.tell(year.plan()), head)
    year.agree(found)
    assert list(audit.findings()) == []
    assert Entry.objects.filter(kind="conference.changed").count() == 1
    Conference.objects.update(plan=7)
    assert [each.code for each in audit.findings()] == ["row-changed"]


def test_what_was_written_of_a_conference_is_as_it_was_sealed(year, head):
    found = year.held()
    minutes = year.write(found)
    year.reply(found.proposals.get())
    actions.add_page(minutes=minutes, file_name="x.png", chunks=[b"1"], key="p", by=head)
    actions.send(conference=found, sent_on=date(2026, 12, 8), by=head, at=MEETS + timedelta(days=2))
    assert list(audit.findings()) == []


def test_who_has_no_part_in_it_finds_nothing(year, stranger):
    found = year.plan()
    for act in (lambda: agree(found, Agreement.Side.FRONT, stranger), lambda: off(found, stranger)):
        with pytest.raises(NotFound):
            act()
