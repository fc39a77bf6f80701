"""Evidence: submitted, accepted, returned, corrected; and what it does to the figures."""

from datetime import date
from uuid import uuid4

import pytest

from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.ledger.models import Entry
from dienhong.programmes.actions import assign, plan
from dienhong.programmes.actions import evidence as reporting
from dienhong.programmes.actions import register as registering
from dienhong.programmes.actions.evidence import Report, Upload
from dienhong.programmes.models import Cell, Evidence, IndicatorStanding, Task
from dienhong.programmes.queries.families import Register
from tests.programmes import places


@pytest.fixture
def planned(programme, commune, officer):
    for duty in programme.duties.all():
        assign.assign(
            duty=duty,
            organizations=[*commune.village_units, commune.school],
            starts_on=programme.opens_on,
            by=officer,
        )
    plan.make_year_plan(run_id=plan.start_year_plan(programme=programme, year=2026, by=officer).pk, at=places.AT)
    return programme


def outreach(on=places.ON, **fields):
    return Report(kind="outreach", title="Họp phổ biến", effective_on=on, data={"audience": 40}, **fields)


def send(unit, report, user, key=None, revises=None):
    return reporting.submit(
        organization=unit,
        report=report,
        key=key or str(uuid4()),
        by=places.actor(user),
        at=places.AT,
        revises=revises,
    )


def task_of(unit, every="year"):
    return Task.objects.select_related("duty__provision").get(organization=unit, duty__every=every)


def accepted(commune, report, unit=None, user=None):
    sent = send(unit or commune.school, report, user or commune.reporter)
    return reporting.accept(evidence=sent, by=places.actor(commune.officer), at=places.AT)


def test_a_record_waits_until_an_officer_accepts_it(planned, commune):
    sent = send(commune.school, outreach(tasks=[task_of(commune.school)]), commune.reporter)
    assert sent.stage == "submitted"
    assert task_of(commune.school).stage == "submitted"
    reporting.accept(evidence=sent, by=places.actor(commune.officer), at=places.AT)
    assert task_of(commune.school).stage == "done"


def test_the_provision_of_the_task_is_served_by_the_record(planned, commune):
    task = task_of(commune.school)
    assert send(commune.school, outreach(tasks=[task]), commune.reporter).provisions.get() == task.duty.provision


def test_sent_twice_with_one_key_is_one_record(planned, commune):
    first = send(commune.school, outreach(), commune.reporter, key="k")
    assert send(commune.school, outreach(), commune.reporter, key="k") == first
    assert Evidence.objects.count() == 1


def test_nobody_accepts_what_they_sent(planned, commune):
    sent = send(commune.school, outreach(), commune.officer)
    with pytest.raises(NotAllowed, match="không tự"):
        reporting.accept(evidence=sent, by=places.actor(commune.officer), at=places.AT)
    reporting.accept(evidence=sent, by=places.actor(commune.second_officer), at=places.AT)


def test_a_return_needs_its_reason_and_opens_the_task_again(planned, commune, officer):
    sent = send(commune.school, outreach(tasks=[task_of(commune.school)]), commune.reporter)
    with pytest.raises(Refused, match="lý do"):
        reporting.give_back(evidence=sent, reason=" ", by=officer, at=places.AT)
    reporting.give_back(evidence=sent, reason="Thiếu ảnh", by=officer, at=places.AT)
    assert task_of(commune.school).stage == "returned"
    with pytest.raises(Refused, match="đã được xử lý"):
        reporting.accept(evidence=sent, by=officer, at=places.AT)


def test_what_has_not_happened_cannot_be_reported(planned, commune):
    with pytest.raises(Refused, match="sau hôm nay"):
        send(commune.school, outreach(on=date(2026, 5, 21)), commune.reporter)


def test_a_unit_reports_for_itself_only(planned, commune, neighbour):
    with pytest.raises(NotFound):
        send(commune.village_units[0], outreach(), commune.reporter)
    with pytest.raises(NotFound):
        send(commune.village_units[1], outreach(), commune.head)
    with pytest.raises(NotFound):
        send(commune.school, outreach(), neighbour.officer)
    with pytest.raises(NotFound):
        send(commune.school, outreach(tasks=[task_of(commune.village_units[0])]), commune.reporter)


def test_a_correction_replaces_the_accepted_record_only_when_accepted(planned, commune, officer):
    first = accepted(commune, outreach())
    second = send(commune.school, outreach(on=date(2026, 4, 2)), commune.reporter, revises=first)
    first.refresh_from_db()
    assert first.stage == "accepted"
    reporting.accept(evidence=second, by=officer, at=places.AT)
    first.refresh_from_db()
    assert first.stage == "superseded"
    with pytest.raises(Refused, match="đã được thay"):
        send(commune.school, outreach(), commune.reporter, revises=first)


def test_a_correction_keeps_the_files_when_it_brings_none(planned, commune, officer):
    first = accepted(commune, outreach(files=[Upload("anh.jpg", [b"picture"])]))
    second = send(commune.school, outreach(), commune.reporter, revises=first)
    assert [f.name for f in second.files.all()] == ["anh.jpg"]


def test_three_numbers_no_data_is_neither_yes_nor_no(planned, commune):
    standing = IndicatorStanding.objects.get()
    assert (standing.achieved, standing.not_achieved, standing.unknown) == (0, 0, 3)


def test_an_accepted_negative_report_is_not_achieved(planned, commune):
    accepted(commune, outreach(is_negative=True))
    assert Cell.objects.get(organization=commune.school).state == "not-achieved"
    standing = IndicatorStanding.objects.get()
    assert (standing.achieved, standing.not_achieved, standing.unknown) == (0, 1, 2)


def test_outreach_and_timely_disclosure_together_achieve_the_first_family(planned, commune, officer):
    registering.add(
        programme=planned,
        register=Register.ITEMS,
        entries=[registering.NewEntry(commune.school, label="Thu, chi quý I", due_on=date(2026, 4, 15))],
        clause="khoản 1 Điều 1",
        starts_on=date(2026, 1, 1),
        by=officer,
        at=places.AT,
    )
    assert Cell.objects.get(organization=commune.school).state == "not-achieved"
    item = planned.roster.get()
    accepted(commune, outreach())
    accepted(
        commune,
        Report(
            kind="disclosure",
            title="Niêm yết",
            effective_on=date(2026, 4, 10),
            data={"channel": "board"},
            entries=[item],
        ),
    )
    cell = Cell.objects.get(organization=commune.school)
    assert (cell.state, cell.evidence_id is None) == ("achieved", False)
    assert IndicatorStanding.objects.get().achieved == 1


def test_an_exempt_unit_leaves_the_denominator_with_clause_and_reason(planned, commune, officer):
    indicator = planned.targets.get().indicators.get()
    registering.exempt(
        indicator=indicator,
        organization=commune.front,
        entry=None,
        clause="khoản 2 Điều 1",
        reason="Không thuộc đối tượng",
        starts_on=date(2026, 1, 1),
        ends_on=None,
        by=officer,
        at=places.AT,
    )
    standing = IndicatorStanding.objects.get()
    assert (standing.unknown, standing.exempt) == (2, 1)
    assert "khoản 2 Điều 1" in Cell.objects.get(organization=commune.front).why


def test_a_course_achieves_each_person_on_the_roster_it_names(planned, commune, officer):
    people = [places.person(name, commune.place) for name in ("Nguyễn Văn An", "Trần Thị Bình")]
    registering.add(
        programme=planned,
        register=Register.VILLAGE_HEADS,
        entries=[registering.NewEntry(commune.village_units[n], person=who) for n, who in enumerate(people)],
        clause="khoản 2 Điều 1",
        starts_on=date(2026, 1, 1),
        by=officer,
        at=places.AT,
    )
    indicator = registering.measure(
        target=planned.targets.get(), family="T5", register=Register.PERSONS, by=officer, at=places.AT
    )
    entry = planned.roster.order_by("pk").first()
    report = Report(kind="course", title="Lớp hè", effective_on=places.ON, data={"sessions": 2}, entries=[entry])
    accepted(commune, report, unit=commune.committee, user=commune.second_officer)
    standing = IndicatorStanding.objects.get(indicator=indicator)
    assert (standing.achieved, standing.unknown) == (1, 1)


def test_every_step_is_in_the_ledger(planned, commune, officer):
    accepted(commune, outreach())
    kinds = set(Entry.objects.values_list("kind", flat=True))
    assert {"duty.assigned", "plan.generated", "evidence.submitted", "evidence.accepted"} <= kinds
