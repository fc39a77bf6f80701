"""A unit closes its figures of a period: silence was unknown, and becomes not achieved; opened again, unknown."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from dienhong.foundations import clock
from dienhong.foundations.actors import Role
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.ledger.models import Entry
from dienhong.programmes import access
from dienhong.programmes.actions import cells, closing
from dienhong.programmes.actions import evidence as reporting
from dienhong.programmes.models import Cell, Closing, IndicatorStanding, Window
from dienhong.programmes.queries.calendar import Period
from lawcore import indicators as law
from lawcore.timelimits import Every
from tests.programmes import places
from tests.programmes.test_pages import client_of

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
PERIOD = law.Period(2026, 1, Every.YEAR)
KEY = "2026-01-01_2026-12-31"
AFTER = datetime(2027, 1, 5, 3, 0, tzinfo=UTC)
SILENT, NOT_DONE = Cell.State.UNKNOWN, Cell.State.NOT_ACHIEVED


def close(programme, unit, by, at=AFTER):
    return closing.close(programme=programme, organization=unit, period=YEAR, by=by, at=at)


def reopen(programme, unit, by, reason="Trường còn hai biên bản chưa gửi"):
    return closing.reopen(programme=programme, organization=unit, period=YEAR, reason=reason, by=by, at=AFTER)


def cell_of(unit):
    return Cell.objects.get(organization=unit, indicator__family="T1", period_start=YEAR.start)


def counts():
    standing = IndicatorStanding.objects.get(indicator__family="T1")
    return standing.achieved, standing.not_achieved, standing.unknown


def told(commune, at=places.AT):
    return reporting.submit(
        organization=commune.school,
        report=reporting.Report(
            kind="outreach",
            title="Họp toàn trường",
            effective_on=places.ON,
            data={"audience": 30, "form": "meeting"},
        ),
        key=str(uuid4()),
        by=places.actor(commune.reporter),
        at=at,
    )


def test_closing_turns_silence_into_not_achieved_and_says_so(programme, commune, officer):
    achieved, not_achieved, unknown = counts()
    assert cell_of(commune.school).state == SILENT
    close(programme, commune.school, officer)
    assert cell_of(commune.school).state == NOT_DONE
    assert "đã chốt số liệu" in cell_of(commune.school).why
    assert cell_of(commune.front).state == SILENT  # another unit's silence is its own
    assert counts() == (achieved, not_achieved + 1, unknown - 1)


def test_who_closed_and_opened_again_stands_in_the_ledger(programme, commune, officer):
    made = close(programme, commune.school, officer)
    again = reopen(programme, commune.school, officer)
    entries = {entry.kind: entry for entry in Entry.objects.filter(kind__startswith="figures.")}
    assert set(entries) == {"figures.closed", "figures.reopened"}
    assert entries["figures.closed"].subject == f"programmes.closing:{made.pk}"
    assert entries["figures.reopened"].subject == f"programmes.closing:{again.pk}"
    assert len({entry.actor for entry in entries.values()}) == 1
    assert {row.by for row in Closing.objects.all()} == {officer.key}
    assert [row.closes for row in Closing.objects.order_by("pk")] == [True, False]


def test_opened_again_silence_is_unknown_and_the_reason_stays(programme, commune, officer):
    before = counts()
    close(programme, commune.school, officer)
    assert reopen(programme, commune.school, officer).reason == "Trường còn hai biên bản chưa gửi"
    assert cell_of(commune.school).state == SILENT
    assert counts() == before


def test_closing_twice_writes_one_row_and_nothing_is_opened_that_is_not_closed(programme, commune, officer):
    assert close(programme, commune.school, officer) == close(programme, commune.school, officer)
    assert Closing.objects.count() == 1
    with pytest.raises(Refused, match="lý do"):
        reopen(programme, commune.school, officer, reason="  ")
    reopen(programme, commune.school, officer)
    with pytest.raises(Refused, match="chưa chốt"):
        reopen(programme, commune.school, officer)


def test_counting_anew_keeps_what_was_closed(programme, commune, officer):
    close(programme, commune.school, officer)
    Cell.objects.all().delete()
    indicator = programme.targets.get().indicators.get()
    cells.rebuild(indicator=indicator, period=PERIOD, on=date(2027, 1, 6))
    assert cell_of(commune.school).state == NOT_DONE
    assert cell_of(commune.front).state == SILENT


def test_evidence_accepted_after_closing_still_counts(programme, commune, officer):
    sent = told(commune)
    with pytest.raises(Refused, match="1 minh chứng của kỳ này chờ kiểm tra"):
        close(programme, commune.school, officer)
    reporting.give_back(evidence=sent, reason="Thiếu ảnh", by=officer, at=places.AT)
    close(programme, commune.school, officer)
    assert "Không có hoạt động tuyên truyền" in cell_of(commune.school).why
    reporting.accept(evidence=told(commune), by=officer, at=AFTER)
    assert "Không có hoạt động tuyên truyền" not in cell_of(commune.school).why


def test_a_period_is_closed_when_it_is_over_or_its_report_is_due(programme, commune, officer):
    def day_of(month, day):
        return datetime(2026, month, day, 3, 0, tzinfo=UTC)

    with pytest.raises(Refused, match="31/12/2026"):
        close(programme, commune.school, officer, at=day_of(12, 30))
    Window.objects.create(programme=programme, every="year", days_after_end=-17, clause="Công văn 5")
    with pytest.raises(Refused, match="14/12/2026"):
        close(programme, commune.school, officer, at=day_of(12, 13))
    close(programme, commune.school, officer, at=day_of(12, 14))
    assert cell_of(commune.school).state == NOT_DONE


def test_only_periods_that_count_the_unit_are_closed(programme, commune, neighbour, officer):
    quarter = Period(date(2026, 1, 1), date(2026, 3, 31))
    with pytest.raises(Refused, match="không được tính"):
        closing.close(programme=programme, organization=commune.school, period=quarter, by=officer, at=AFTER)
    with pytest.raises(NotFound):
        close(programme, neighbour.school, officer)
    programme.stage = "closed"
    programme.save(update_fields=["stage"])
    with pytest.raises(Refused, match="đã kết thúc"):
        close(programme, commune.school, officer)


def test_an_opening_without_a_reason_is_refused_by_the_database(programme, commune):
    days = {"period_start": YEAR.start, "period_end": YEAR.end}
    with pytest.raises(IntegrityError), transaction.atomic():
        Closing.objects.create(programme=programme, organization=commune.school, closes=False, by="user:1", **days)


@pytest.mark.parametrize(
    ("who", "outcome"),
    [
        ("officer", None),
        ("chair", NotAllowed),  # of the commune, not of the school
        ("reporter", NotAllowed),
        ("inspector", NotAllowed),
        ("head", NotFound),  # of a village
    ],
)
def test_the_head_of_the_unit_or_the_officer_of_the_programme_closes(programme, commune, who, outcome):
    actor = places.actor(getattr(commune, who))
    if outcome is None:
        access.check_closing(actor, programme, commune.school)
        return
    with pytest.raises(outcome):
        close(programme, commune.school, actor)


def test_heads_close_their_own_and_officers_of_elsewhere_nothing(programme, commune, neighbour):
    principal = places.actor(places.account("Hiệu trưởng", commune.place, Role.CHAIR, commune.school))
    assert access.may_close(principal, programme, commune.school)
    assert not access.may_close(principal, programme, commune.front)
    head = places.actor(commune.head)
    assert access.may_close(head, programme, commune.village_units[0])
    assert not access.may_close(head, programme, commune.village_units[1])
    assert not access.may_close(places.actor(neighbour.officer), programme, commune.school)


@pytest.fixture
def address(programme, commune):
    return f"/chuong-trinh/{programme.pk}/don-vi/{commune.school.pk}/chot/"


@pytest.fixture
def on(monkeypatch):
    """The moment at which the pages believe to be asked."""

    def set_clock(moment):
        monkeypatch.setattr(clock, "read", lambda: moment)

    set_clock(AFTER)
    return set_clock


def page(user, address):
    return client_of(user).get(f"{address}?nam=2026").content.decode()


def test_the_page_closes_and_opens_again_and_names_who_did(commune, address, on):
    client = client_of(commune.officer)
    assert "1 mục chưa có số liệu sẽ được tính là chưa đạt" in page(commune.officer, address)
    assert client.post(f"{address}{KEY}/")["Location"] == f"{address}?nam=2026"
    shown = page(commune.officer, address)
    assert f"{commune.officer.person.name} chốt số liệu" in shown
    assert "Đã chốt số liệu" in shown
    refused = client.post(f"{address}{KEY}/mo-lai/", {f"{KEY}-reason": " "})
    assert refused.status_code == 422
    assert "govuk-error-summary" in refused.content.decode()
    assert client.post(f"{address}{KEY}/mo-lai/", {f"{KEY}-reason": "Còn biên bản chưa gửi"}).status_code == 302
    shown = page(commune.officer, address)
    assert f"{commune.officer.person.name} mở lại số liệu" in shown
    assert "Còn biên bản chưa gửi" in shown


def test_the_page_says_what_has_to_come_first(commune, address, on):
    told(commune)
    assert "Còn 1 minh chứng của kỳ này chờ kiểm tra" in page(commune.officer, address)
    on(places.AT)
    assert "Chốt được từ ngày 31/12/2026" in page(commune.officer, address)
    refused = client_of(commune.officer).post(f"{address}{KEY}/")
    assert refused.status_code == 409
    assert "31/12/2026" in refused.content.decode()


def test_readers_see_the_state_and_no_button(commune, address, on):
    for who in (commune.inspector, commune.reporter):
        shown = page(who, address)
        assert "Chưa chốt số liệu" in shown
        assert f"{KEY}/" not in shown
    assert client_of(commune.inspector).post(f"{address}{KEY}/").status_code == 403
    assert client_of(commune.head).get(address).status_code == 404


@pytest.mark.parametrize("period", ["hom-nay", "2026-01-01", "2026-13-01_2026-12-31"])
def test_a_period_that_is_none_is_not_found(commune, address, on, period):
    client = client_of(commune.officer)
    assert client.post(f"{address}{period}/").status_code == 404
    assert client.post(f"{address}{period}/mo-lai/", {"reason": "Nhầm"}).status_code == 404


def test_queries_of_the_page_do_not_grow_with_the_units(programme, commune, address, on, django_assert_max_num_queries):
    client = client_of(commune.officer)
    with django_assert_max_num_queries(20):
        client.get(f"{address}?nam=2026")
