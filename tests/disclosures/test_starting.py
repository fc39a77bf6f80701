"""Clocks that run before their content is there: periods that end, events of other domains."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from dienhong.disclosures import actions, queries, shown, tasks
from dienhong.disclosures.models import Disclosure, Plan, Version
from dienhong.documents import actions as documents
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.ledger.models import Entry
from dienhong.notifications.models import Notice
from dienhong.resolutions import actions as resolutions
from dienhong.resolutions.models import Version as Resolution
from dienhong.resolutions.models import Work
from tests.programmes import places
from tests.reports.conftest import client_of

pytestmark = pytest.mark.django_db
QUARTER = date(2026, 9, 30)
AUTUMN = datetime(2026, 10, 12, 3, 0, tzinfo=UTC)


def started(plan, *, first=date(2026, 1, 1), on=date(2026, 10, 1)):
    actions.start_periods_of(plan=plan, first=first, on=on)
    return Disclosure.objects.filter(item__plan=plan).order_by("due_on", "item__code", "pk")


def owed(**given):
    usual = {
        "code": "11.11.2",
        "title": "Dự thảo quy chế chợ",
        "event": "Mở lấy ý kiến",
        "since": places.ON,
        "source": "consultations.draft:3",
    }
    return actions.Owed(**{**usual, **given})


def test_figures_of_every_period_that_ended_are_owed_with_a_target_that_says_it_is_one(plan):
    found = started(plan)
    assert [(each.item.code, each.begun_on) for each in found] == [
        ("11.2.3", date(2026, 3, 31)),
        ("11.2.3", date(2026, 6, 30)),
        ("11.2.4", date(2026, 6, 30)),
        ("11.2.3", QUARTER),
    ]
    last = found[3]
    assert last.title == "Tình hình thực hiện dự toán hằng quý: quý III/2026"
    assert last.due_on == date(2026, 10, 7)
    version = queries.newest(last)
    assert (version.number, version.has_content) == (0, False)
    assert version.due["explanation"].startswith("Mục tiêu phục vụ, không phải hạn luật định")
    assert "Mục tiêu phục vụ" in shown.clock(version)


def test_a_period_is_over_on_the_day_after_its_last(plan):
    assert actions.start_periods_of(plan=plan, first=QUARTER, on=QUARTER) == 0
    assert actions.start_periods_of(plan=plan, first=QUARTER + timedelta(days=1), on=QUARTER + timedelta(days=1)) == 0
    assert actions.start_periods_of(plan=plan, first=QUARTER, on=QUARTER + timedelta(days=1)) == 1


def test_starting_again_starts_nothing(plan):
    assert len(started(plan)) == 4
    assert actions.start_periods_of(plan=plan, first=date(2026, 1, 1), on=date(2026, 10, 1)) == 0
    assert Disclosure.objects.count() == 4


def test_the_worker_starts_only_what_ended_since_the_plan_was_made(plan):
    made = plan.created_at
    assert actions.start_periods(at=made) == 0


def test_the_law_of_the_field_sets_the_day_of_the_figures_and_no_paper_moves_it(plan, officer, desk):
    item = plan.items.select_related("plan__organization__locality").get(code="11.2.3")
    actions.follow_field(item=item, days=15, unit="day", clause="khoản 2 Điều 15 Thông tư A", by=officer)
    [_first, _second, disclosure] = started(plan).filter(item=item)
    assert disclosure.due_on == date(2026, 10, 15)
    assert not queries.newest(disclosure).due["provisional"]
    content = desk.content(since=date(2026, 10, 9), event="Báo cáo số 88/BC-UBND")
    actions.change(disclosure=disclosure, content=content, key=str(uuid4()), by=officer, at=AUTUMN)
    version = queries.newest(disclosure)
    assert (version.number, version.since, version.due_on) == (1, QUARTER, date(2026, 10, 15))


def test_figures_without_such_a_law_are_counted_from_the_paper_that_brings_them(plan, officer, desk):
    disclosure = started(plan)[3]
    content = desk.content(since=date(2026, 10, 9), event="Báo cáo số 88/BC-UBND")
    actions.change(disclosure=disclosure, content=content, key="paper", by=officer, at=AUTUMN)
    disclosure.refresh_from_db()
    version = queries.newest(disclosure)
    assert (version.number, version.event, version.due_on) == (1, "Báo cáo số 88/BC-UBND", date(2026, 10, 16))
    assert (disclosure.due_on, disclosure.stage, disclosure.begun_on) == (date(2026, 10, 16), "due", QUARTER)
    actions.change(disclosure=disclosure, content=content, key="paper", by=officer, at=AUTUMN)
    assert disclosure.versions.count() == 2


def test_a_paper_of_before_the_period_ended_is_refused(plan, officer, desk):
    content = desk.content(since=QUARTER - timedelta(days=1))
    with pytest.raises(Refused, match="không được trước ngày của bản trước"):
        actions.change(disclosure=started(plan)[3], content=content, key="early", by=officer, at=AUTUMN)


def test_another_domain_starts_one_clock_for_one_source_and_the_ledger_says_so(plan, officer):
    unit = plan.organization
    first = actions.start(organization=unit, owed=owed(), by=officer)
    again = actions.start(organization=unit, owed=owed(title="Dự thảo khác"), by=officer)
    assert first == again
    assert (first.due_on, first.stage, first.title) == (queries.newest(first).due_on, "due", "Dự thảo quy chế chợ")
    assert Entry.objects.filter(kind="disclosure.started").count() == 1


def test_the_clock_of_an_event_is_not_moved_by_the_day_typed_with_its_content(plan, officer, desk):
    disclosure = actions.start(organization=plan.organization, owed=owed(since=date(2026, 10, 1)), by=officer)
    content = desk.content(since=date(2026, 10, 9), event="Khác")
    actions.change(disclosure=disclosure, content=content, key="later", by=officer, at=AUTUMN)
    version = queries.newest(disclosure)
    assert (version.event, version.since) == ("Mở lấy ý kiến", date(2026, 10, 1))
    assert version.due_on == disclosure.due_on


def test_without_a_plan_the_officers_are_told_once(commune, officer):
    for _time in range(2):
        assert actions.start(organization=commune.committee, owed=owed(), by=officer) is None
    notice = Notice.objects.get(key__startswith="disclosure:no-plan")
    assert notice.locality == commune.place
    assert "chưa có kế hoạch công khai năm 2026" in notice.text


def test_nothing_hangs_before_its_content_is_there(plan, officer, desk):
    disclosure = actions.start(organization=plan.organization, owed=owed(), by=officer)
    with pytest.raises(Refused, match="Hãy đưa nội dung lên rồi ghi nhận"):
        desk.record(disclosure)


def test_the_database_holds_no_clock_with_content_and_no_version_without(plan, officer):
    disclosure = actions.start(organization=plan.organization, owed=owed(), by=officer)
    clock = queries.newest(disclosure)
    given = {"disclosure": disclosure, "event": "x", "since": clock.since, "due_on": clock.due_on, "due": clock.due}
    for number, text in ((0, "lời"), (2, "")):
        with pytest.raises(IntegrityError), transaction.atomic():
            Version.objects.create(number=number, text=text, key=f"{number}{text}", cleared_by="x", **given)


def test_the_days_of_the_field_need_their_clause_and_the_right_person(plan, commune, officer, neighbour):
    item = plan.items.select_related("plan__organization__locality").get(code="11.2.3")
    with pytest.raises(Refused, match="điều khoản"):
        actions.follow_field(item=item, days=15, unit="day", clause=" ", by=officer)
    with pytest.raises((NotFound, NotAllowed)):
        actions.follow_field(item=item, days=15, unit="day", clause="x", by=places.actor(commune.head))
    with pytest.raises(NotFound):
        actions.follow_field(item=item, days=15, unit="day", clause="x", by=places.actor(neighbour.officer))
    actions.follow_field(item=item, days=0, unit="day", clause="khoản 1", by=officer)
    assert item.field_days == 0
    actions.follow_field(item=item, days=None, unit="day", clause="khoản 1", by=officer)
    assert (item.field_days, item.field_unit, item.field_clause) == (None, "", "")


def test_what_is_owed_is_told_once_when_it_is_near_and_once_when_it_is_over(plan, officer, desk):
    disclosure = desk.open(since=places.ON)
    day = timedelta(days=1)
    at = places.AT + (disclosure.due_on - places.ON) - 3 * day
    assert actions.remind(at=at) == 1
    assert actions.remind(at=at) == 1
    near = Notice.objects.get(key__startswith="disclosure:soon")
    assert disclosure.title in near.text
    assert actions.remind(at=at - day) == 0
    actions.remind(at=at + 4 * day)
    assert Notice.objects.filter(key__startswith="disclosure:late").count() == 1
    assert Notice.objects.filter(key__startswith="disclosure:").count() == 2


def test_what_is_out_is_told_no_more(plan, desk):
    disclosure = desk.open(since=places.ON)
    desk.record(disclosure)
    assert actions.remind(at=places.AT + (disclosure.due_on - places.ON)) == 0


def test_the_citizen_reads_what_figures_are_owed_and_the_officer_brings_them(commune, plan):
    disclosure = started(plan)[3]
    page = client_of().get(reverse("disclosures:public", args=[disclosure.pk]))
    assert "quý III/2026" in page.text
    assert "Chưa công khai" in page.text
    client = client_of(commune.officer)
    detail = client.get(reverse("disclosures:detail", args=[disclosure.pk]))
    assert "Đưa nội dung lên" in detail.text
    assert "Ghi nhận đã công khai" not in detail.text
    bring = client.get(reverse("disclosures:change", args=[disclosure.pk]))
    assert 'name="since' in bring.text


def test_what_another_domain_started_asks_for_its_content_only(commune, plan, officer):
    disclosure = actions.start(organization=plan.organization, owed=owed(), by=officer)
    client = client_of(commune.officer)
    address = reverse("disclosures:change", args=[disclosure.pk])
    assert 'name="since' not in client.get(address).text
    sent = client.post(
        address, {"text": "Toàn văn dự thảo", "secret": "no", "not_yet": "no", "personal": "no", "key": "k1"}
    )
    assert sent.status_code == 302
    assert queries.newest(disclosure).text == "Toàn văn dự thảo"


def test_the_officer_names_the_law_of_the_field_on_a_page(commune, plan):
    item = plan.items.get(code="11.2.3")
    client = client_of(commune.officer)
    address = reverse("disclosures:timing", args=[item.pk])
    refused = client.post(address, {"days": "15", "unit": "day"})
    assert refused.status_code == 422
    assert client.post(address, {"days": "15", "unit": "day", "clause": "khoản 2 Điều 15"}).status_code == 302
    assert "khoản 2 Điều 15" in client.get(reverse("disclosures:item", args=[item.pk])).text


def test_what_an_officer_opened_by_hand_before_is_not_started_again(plan, desk):
    by_hand = desk.open("11.2.3", "Tình hình thực hiện dự toán hằng quý: quý III/2026", since=QUARTER, at=AUTUMN)
    assert len(started(plan)) == 4
    assert by_hand in started(plan)
    assert queries.disclosure(by_hand.pk).source == ""


def test_the_act_of_another_domain_goes_through_where_the_officer_was_faster(plan, commune, desk, officer):
    by_hand = desk.open("11.11.2", owed().title)
    assert actions.start(organization=commune.committee, owed=owed(), by=officer) == by_hand
    assert Version.objects.filter(disclosure=by_hand).count() == 1


def test_a_newer_paper_makes_nothing_overdue_new_again(plan, officer, desk):
    disclosure = desk.open(since=places.ON)
    first = queries.newest(disclosure)
    later = AUTUMN
    content = desk.content(since=later.date(), event="Quyết định số 99/QĐ-UBND")
    actions.change(disclosure=disclosure, content=content, key="newer", by=officer, at=later)
    version = queries.newest(disclosure)
    assert (version.number, version.since, version.due_on) == (2, first.since, first.due_on)
    assert version.event == f"{first.event}; Quyết định số 99/QĐ-UBND"
    disclosure.refresh_from_db()
    assert disclosure.due_on == first.due_on


@pytest.fixture
def adopted(commune, plan, tmp_path):
    """A resolution of the commune's council, adopted on the day of the plan."""
    Plan.objects.filter(pk=plan.pk).update(created_at=places.AT)
    file = documents.store(data=[b"nghi quyet"], name="nq.txt", by="user:1")
    work = Work.objects.create(locality=commune.place, title="Bảo đảm thực hiện dân chủ ở cơ sở")
    return Resolution.objects.create(
        work=work, locality=commune.place, ordinal=1, source=file, file_name="nq.txt", key=uuid4(),
        status="adopted", stage="read", number="16/NQ-HĐND", adopted_on=places.ON, uploaded_by="user:1",
    )  # fmt: skip


def test_a_resolution_that_everybody_may_read_starts_one_clock_however_often_it_is_shown(adopted, officer):
    for _time in range(2):
        resolutions.publish(version_id=adopted.pk, by=officer, at=places.AT)
        resolutions.publish(version_id=adopted.pk, by=officer, at=places.AT)
        tasks.owe_resolution.call(version_id=adopted.pk)
        resolutions.withdraw(version_id=adopted.pk, reason="nhầm tệp", by=officer)
    owed = Disclosure.objects.get()
    assert (owed.item.code, owed.begun_on) == ("11.14", places.ON)
    assert owed.title == "Nghị quyết số 16/NQ-HĐND: Bảo đảm thực hiện dân chủ ở cơ sở"
    assert Entry.objects.filter(kind="disclosure.started").count() == 1


@pytest.mark.parametrize(("days", "starts"), [(-1, False), (0, True), (1, True)])
def test_only_what_was_adopted_since_the_plan_was_made_starts_by_itself(adopted, days, starts):
    Resolution.objects.filter(pk=adopted.pk).update(adopted_on=places.ON + timedelta(days=days))
    assert bool(actions.start_resolution(version_id=adopted.pk)) is starts


def test_a_resolution_without_a_day_a_draft_and_one_of_a_province_start_none(adopted, commune):
    rows = Resolution.objects.filter(pk=adopted.pk)
    for changes in ({"adopted_on": None}, {"adopted_on": places.ON, "status": "draft"}):
        rows.update(**changes)
        assert actions.start_resolution(version_id=adopted.pk) is None
    rows.update(status="adopted")
    Work.objects.update(locality=commune.place.parent)
    assert actions.start_resolution(version_id=adopted.pk) is None
