"""The conference of a year: planned once, told of in time, reported at, written down, answered, sent."""

from datetime import date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from dienhong.conferences import actions, queries, shown
from dienhong.conferences.models import Agreement, Conference, Minutes, Part, Proposal, Reply, Report, Sending
from dienhong.conferences.queries import waiting_conferences
from dienhong.decisions import actions as decisions
from dienhong.decisions.models import Meeting
from dienhong.foundations.actors import Role
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.ledger.models import Entry, Payload
from lawcore.ballots.matters import Form
from tests.conferences.conftest import AFTER, MEETS, PLANNED, TOLD
from tests.decisions.conftest import UTC, a_village
from tests.registry.conftest import actor_in

pytestmark = pytest.mark.django_db


def test_a_village_has_one_conference_a_year_and_a_form_sent_twice_is_one(year):
    first, second = year.plan(key="one"), year.plan(key="one")
    assert first.pk == second.pk
    assert (first.year, first.meeting.is_yearly, first.meeting.items.count()) == (2026, True, 0)
    with pytest.raises(Refused, match="đã có hội nghị định kỳ của năm 2026"):
        year.plan(at=MEETS + timedelta(days=3))
    next_year = year.plan(at=datetime(2027, 11, 10, 12, 30, tzinfo=UTC))
    assert next_year.year == 2027


def test_only_the_head_plans_and_strangers_see_nothing(year, front, commune, officer):
    with pytest.raises(NotAllowed):
        year.plan(by=front)
    with pytest.raises(NotAllowed):
        year.plan(by=officer)
    with pytest.raises(NotAllowed):
        year.propose(year.begin(year.tell(year.plan())), by=actor_in(commune, Role.FRONT))
    elsewhere = actor_in(a_village(commune, "ben-say-tay", "Tây Hạ", 3), Role.VILLAGE_HEAD)
    with pytest.raises(NotFound):
        year.plan(by=elsewhere)
    found = Conference.objects.get()
    with pytest.raises(NotFound):
        queries.conference(found.pk, elsewhere)


@pytest.mark.parametrize(("told", "in_time"), [(date(2026, 12, 1), True), (date(2026, 12, 2), False)])
def test_households_are_told_five_days_before_at_the_latest(year, told, in_time):
    found = year.plan()
    if in_time:
        assert year.tell(found, on=told).meeting.roll.households == 12
        return
    with pytest.raises(Refused, match="01/12/2026"):
        year.tell(found, on=told)
    assert Meeting.objects.get().stage == Meeting.Stage.PLANNED


def test_an_ordinary_meeting_is_still_told_of_two_days_before(life):
    meeting = life.plan(life.propose())
    assert (meeting.is_yearly, life.notify(meeting, on=date(2026, 3, 2)).stage) == (False, "notified")
    with pytest.raises(Refused, match="ít nhất một việc"):
        life.plan()


def test_each_side_agrees_once_and_before_the_conference(year, head):
    found = year.plan()
    year.agree(found, Agreement.Side.FRONT)
    year.agree(found, Agreement.Side.FRONT, on=date(2026, 11, 24))
    assert found.agreements.get().agreed_on == date(2026, 11, 23)
    with pytest.raises(Refused, match="chưa đến"):
        year.agree(found, Agreement.Side.BOARD, at=PLANNED)
    begun = year.begin(year.tell(found))
    with pytest.raises(Refused, match="trước ngày hội nghị"):
        year.agree(begun, Agreement.Side.BOARD, on=date(2026, 12, 7))
    with pytest.raises(Refused, match="chọn nơi"):
        year.agree(begun, "police")


def test_the_reports_are_kept_in_versions_with_what_the_records_said(year, front, inspector, officer):
    found = year.plan()
    year.report(found, Part.HEAD)
    year.report(found, Part.FRONT, by=front)
    year.report(found, Part.BOARD, by=inspector)
    year.report(found, Part.HEAD, words="Đã sửa.")
    newest = queries.newest_reports(found)
    assert (newest["head"].version, newest["head"].words, set(newest)) == (2, "Đã sửa.", set(Part.values))
    assert newest["head"].facts["decisions"] == []
    for part, by in ((Part.HEAD, front), (Part.FRONT, inspector), (Part.BOARD, front), (Part.HEAD, officer)):
        with pytest.raises(NotAllowed):
            year.report(found, part, by=by)
    with pytest.raises(NotFound):
        year.report(found, "mayor")
    with pytest.raises(Refused, match="lời báo cáo"):
        year.report(found, Part.HEAD, words=" ")


def test_the_head_reports_decisions_of_the_year_with_effect_and_state(year, life):
    sent, failed = life.sent(life.passed()), life.propose(title="Sân bóng")
    facts = queries.facts_of(year.plan(), Part.HEAD, on=date(2026, 11, 20))
    first, second = sorted(facts["decisions"], key=lambda each: each["matter"])
    assert (first["matter"], first["binds"], first["effective_on"]) == (sent.pk, True, "2026-03-08")
    assert (first["agree"], first["households"]) == (12, 12)
    assert (second["matter"], second["binds"], second["is_open"]) == (failed.pk, False, True)
    told = queries.facts_of(Conference.objects.get(), Part.FRONT, on=date(2026, 11, 20))
    assert (told["meetings"], told["passed"], told["open"]) == (1, 1, 1)


def test_proposals_are_numbered_open_words_and_answered_by_who_they_are_for(year, head, front, officer, inspector):
    found = year.plan()
    with pytest.raises(Refused, match="chưa khai mạc"):
        year.propose(found)
    found = year.begin(year.tell(found))
    sewer, lamp = year.propose(found, key="a"), year.propose(found, "Lắp đèn ngõ 2", Proposal.To.VILLAGE)
    assert year.propose(found, key="a").pk == sewer.pk
    assert (sewer.number, lamp.number) == (1, 2)
    with pytest.raises(Refused, match="không ghi"):
        year.propose(found, "Gọi ông An, số 0912 345 678")
    with pytest.raises(Refused, match="nơi trả lời"):
        year.propose(found, to="police")
    year.reply(sewer, by=officer)
    year.reply(sewer, Reply.Result.DONE, by=officer, words="Đã thay cống")
    with pytest.raises(NotAllowed):
        year.reply(lamp, by=officer)
    with pytest.raises(NotAllowed):
        year.reply(sewer, by=inspector)
    with pytest.raises(Refused, match="trước ngày hội nghị"):
        year.reply(lamp, on=date(2026, 12, 5))
    with pytest.raises(Refused, match="chưa đến"):
        year.reply(lamp, on=date(2026, 12, 9))
    first, second = queries.proposals(found)
    assert [each.result for each in first.said] == ["done", "doing"]
    assert queries.answered([first, second])["done"] == queries.answered([first, second])["open"] == 1


def test_the_minutes_say_what_happened_and_a_correction_says_why(year, front):
    found = year.begin(year.tell(year.plan()))
    with pytest.raises(Refused, match="kết thúc hội nghị"):
        year.write(found)
    year.report(found, Part.HEAD)
    year.propose(found)
    found = year.end(found)
    with pytest.raises(Refused, match="Chỉ có 9 hộ"):
        year.write(found, agreed=10)
    minutes = year.write(found, by=front, key="m")
    assert year.write(found, by=front, key="m").pk == minutes.pk
    content = minutes.content
    assert (content["present"], content["households"], content["agreed"]) == (9, 12, 9)
    assert content["began"] == "2026-12-06T19:30+07:00"
    assert [each["part"] for each in content["reports"]] == ["head"]
    assert content["proposals"][0]["words"] == "Sửa cống đầu ngõ 5"
    with pytest.raises(Refused, match="lý do"):
        year.write(found)
    assert year.write(found, reason="Ghi sai tên thư ký").version == 2
    with pytest.raises(Refused, match="Biên bản đã lập"):
        year.report(found, Part.FRONT)


def test_the_result_is_sent_once_after_the_minutes(year, head):
    found = year.held()
    with pytest.raises(Refused, match="lập biên bản"):
        actions.send(conference=found, sent_on=date(2026, 12, 8), by=head, at=AFTER)
    year.write(found)
    for wrong in (date(2026, 12, 5), date(2026, 12, 9)):
        with pytest.raises(Refused, match="Ngày gửi"):
            actions.send(conference=found, sent_on=wrong, by=head, at=AFTER)
    first = actions.send(conference=found, sent_on=date(2026, 12, 8), by=head, at=AFTER)
    assert actions.send(conference=found, sent_on=date(2026, 12, 7), by=head, at=AFTER).pk == first.pk


def test_whether_it_was_in_order_is_the_laws_answer(year, head):
    found = year.plan()
    assert shown.conference_page(found, head)["order"] is None
    found = year.begin(year.tell(found))
    year.report(found, Part.HEAD, Part.FRONT)
    order = shown.conference_page(found, head)["order"]
    assert not order.result
    for lacking in ("kế hoạch chưa được", "thành viên Ban Thanh tra nhân dân", "không có biên bản"):
        assert lacking in order.explanation
    year.agree(found)
    year.report(found, Part.BOARD)
    found = year.end(found)
    year.write(found)
    assert shown.conference_page(found, head)["order"].result


def test_what_was_proposed_last_year_is_told_this_year(year, head):
    found = year.held()
    year.reply(found.proposals.get(), Reply.Result.DONE)
    later = year.plan(at=datetime(2027, 11, 10, 12, 30, tzinfo=UTC))
    earlier = queries.facts_of(later, Part.HEAD, on=date(2027, 11, 1))["earlier"]
    assert (earlier["year"], earlier["done"], earlier["open"]) == (2026, 1, 0)
    assert queries.facts_of(found, Part.HEAD, on=TOLD)["earlier"] is None


@pytest.mark.parametrize(("on", "waits"), [(date(2026, 9, 30), 0), (date(2026, 10, 1), 1), (date(2026, 12, 31), 1)])
def test_a_head_is_reminded_from_october(head, front, village, on, waits):
    assert len(list(waiting_conferences(head, on))) == waits
    assert list(waiting_conferences(front, on)) == []


def test_what_waits_follows_the_conference(year, head, django_assert_max_num_queries):
    def said():
        with django_assert_max_num_queries(3):
            return [each.title for each in waiting_conferences(head, date(2026, 12, 8))]

    assert "hạn 31/12/2026" in said()[0]
    found = year.plan()
    assert "chưa báo triệu tập" in said()[0]
    found = year.begin(year.tell(found))
    assert said() == []
    found = year.end(found)
    assert "chưa gửi báo cáo" in said()[0]
    year.write(found)
    actions.send(conference=found, sent_on=date(2026, 12, 8), by=head, at=AFTER)
    assert said() == []


def test_a_matter_is_voted_on_at_the_conference(year, life, head):
    matter = life.propose()
    decisions.choose_form(matter=matter, form=Form.MEETING, key="form", by=head, at=PLANNED)
    found = year.plan(type(matter).objects.get(pk=matter.pk))
    year.tell(found)
    assert type(matter).objects.get(pk=matter.pk).stage == "notified"


def test_rows_are_only_added_and_the_ledger_names_nobody(year, head):
    found = year.held()
    year.reply(found.proposals.get())
    year.write(found, praised="Ông Lò Văn Sơn")
    actions.send(conference=found, sent_on=date(2026, 12, 8), by=head, at=AFTER)
    for model in (Agreement, Report, Proposal, Reply, Minutes, Sending):
        for change in (lambda rows: rows.update(recorded_by="x"), lambda rows: rows.delete()):
            with pytest.raises(DatabaseError), transaction.atomic():
                change(model.objects.all())
    told = "".join(str(each) for each in Payload.objects.values_list("data", flat=True))
    assert not any(name in told for name in ("Lò Văn Sơn", "Lò Thị Mơ", "Nguyễn Thị Hoa", "cống"))
    kinds = set(Entry.objects.filter(subject=f"conferences.conference:{found.pk}").values_list("kind", flat=True))
    assert kinds >= {"conference.planned", "agreement.recorded", "conference_report.written", "proposal.recorded"}
    assert kinds >= {"proposal.answered", "conference_minutes.written", "conference.sent"}
