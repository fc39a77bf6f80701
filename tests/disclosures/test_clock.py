"""An event starts a clock; a change starts its own; wrong days are refused."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from dienhong.disclosures import actions, queries
from dienhong.disclosures.actions import gate as looking
from dienhong.disclosures.models import Disclosure, Posting, Version
from dienhong.disclosures.screening import screen_text
from dienhong.foundations.refusals import NotFound, Refused
from dienhong.ledger.models import Entry
from lawcore.disclosures import DEADLINES
from tests.programmes import places

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_the_last_day_is_the_laws_and_is_kept_with_its_reason(desk):
    made = desk.open()
    version = made.versions.get()
    asked = DEADLINES["disclosure.commune"](since=places.ON)
    assert made.due_on == version.due_on == asked.result == date(2026, 5, 27)
    assert version.due == asked.stored()


def test_the_same_key_opens_once(desk):
    assert desk.open(key="k").pk == desk.open(key="k").pk
    assert Disclosure.objects.count() == 1


def test_the_same_thing_twice_is_refused_in_words(desk):
    desk.open()
    with pytest.raises(Refused, match="đã được mở rồi"):
        desk.open()


def test_a_decision_of_tomorrow_starts_no_clock(desk):
    with pytest.raises(Refused, match="không được sau hôm nay"):
        desk.open(since=places.ON + DAY)


def test_nothing_is_opened_uncleared_or_empty(desk, plan, officer):
    item = plan.items.get(code="11.1.1")
    for content, why in (
        (desk.content(is_cleared=False), "bí mật nhà nước"),
        (desk.content(text=" "), "nhập nội dung"),
        (desk.content(event=""), "phát sinh"),
    ):
        with pytest.raises(Refused, match=why):
            actions.open_disclosure(item=item, title="a", content=content, key="k", by=officer, at=places.AT)
    assert not Disclosure.objects.exists()


def test_before_the_decision_nothing_hangs_and_nothing_hangs_tomorrow(desk):
    made = desk.open()
    with pytest.raises(Refused, match="không được trước ngày 20/05/2026"):
        desk.record(made, on=places.ON - DAY)
    with pytest.raises(Refused, match="không được sau hôm nay"):
        desk.record(made, on=places.ON + DAY)
    assert not Posting.objects.exists()


def test_what_is_not_out_goes_from_due_to_soon_to_overdue(desk):
    made = desk.open()
    kinds = [queries.standing(made, on=made.due_on + n * DAY).kind for n in (-4, -3, 0, 1)]
    assert kinds == ["due", "due-soon", "due-soon", "overdue"]
    assert queries.standing(made, on=made.due_on + 6 * DAY).late == 6


def test_a_change_is_disclosed_again_with_its_own_clock_and_the_first_version_stays(desk, officer):
    made = desk.open()
    desk.record(made)
    later = places.AT + 30 * DAY
    content = desk.content(since=places.ON + 29 * DAY, text="Dự toán đã điều chỉnh")
    changed = actions.change(disclosure=made, content=content, key="c", by=officer, at=later)
    assert (changed.stage, changed.public_on) == ("changed", None)
    first, second = changed.versions.order_by("number")
    assert (first.text, second.text) == ("Dự toán thu, chi năm 2026", "Dự toán đã điều chỉnh")
    assert second.due["rule"] == "deadline.disclosure.change"
    assert second.due["provisional"]
    assert queries.standing(changed, on=changed.due_on + DAY).kind == "overdue"
    desk.record(changed, on=places.ON + 30 * DAY, at=later)
    assert Disclosure.objects.get().stage == "up"


def test_a_change_before_the_last_version_is_refused(desk, officer):
    made = desk.open()
    with pytest.raises(Refused, match="không được trước ngày của bản trước"):
        actions.change(disclosure=made, content=desk.content(since=places.ON - DAY), key="c", by=officer, at=places.AT)


def test_another_commune_finds_nothing(desk, neighbour):
    made = desk.open()
    with pytest.raises(NotFound):
        desk.record(made, by=places.actor(neighbour.officer))
    with pytest.raises(NotFound):
        desk.open(title="khác", by=places.actor(neighbour.officer))


@pytest.mark.parametrize("table", ["disclosures_version", "disclosures_posting"])
def test_what_is_recorded_is_never_changed_or_removed(desk, table):
    desk.record(desk.open())
    for statement in (f"UPDATE {table} SET key = 'x'", f"DELETE FROM {table}"):  # noqa: S608 - our own names
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_nobody_sets_the_recorded_time(desk):
    version = desk.open().versions.get()
    with pytest.raises(DatabaseError, match="clock of the database"), transaction.atomic():
        Posting.objects.create(
            version=version, form="portal", claimed_on=places.ON, key="k", recorded_by="user:1", recorded_at=places.AT
        )
    assert Version.objects.count() == 1


def test_every_act_is_in_the_ledger(desk, officer):
    made = desk.open()
    desk.record(made)
    actions.withdraw(
        disclosure=made, reason="Nhầm bản", signer_post="Chủ tịch", signer_name="Hồ Văn Lành", is_owed_again=True,
        by=officer, on=places.ON,
    )  # fmt: skip
    kinds = set(Entry.objects.values_list("kind", flat=True))
    assert {"plan.created", "disclosure.opened", "posting.recorded", "disclosure.withdrawn"} <= kinds


PERSONAL = "Liên hệ ông An, số điện thoại 0912 345 678, căn cước 001085012345"


def test_what_screening_finds_waits_for_a_second_person_and_keeps_only_masks(desk, commune, officer):
    made = actions.open_disclosure(
        item=desk.open(title="khác").item, title="Danh sách", content=desk.content(text=PERSONAL), key="p", by=officer,
        at=places.AT,
    )  # fmt: skip
    found = made.versions.get().screening.found
    assert {each["kind"] for each in found} == {"phone", "identity"}
    assert "345 678" not in str(found)
    with pytest.raises(Refused, match="người thứ hai"):
        desk.record(made)
    with pytest.raises(Refused, match="không tự cho phép"):
        actions.clear(disclosure=made, reason="Được phép", by=officer)
    with pytest.raises(Refused, match="lý do"):
        actions.clear(disclosure=made, reason=" ", by=places.actor(commune.chair))
    actions.clear(disclosure=made, reason="Số của cơ quan", by=places.actor(commune.chair))
    desk.record(made)
    assert Entry.objects.filter(kind="disclosure.cleared").count() == 1


def test_a_file_is_screened_too(desk, officer):
    content = desk.content(text="Danh sách kèm theo", file_name="a.txt", chunks=[PERSONAL.encode()])
    made = actions.open_disclosure(
        item=desk.open(title="khác").item, title="Danh sách", content=content, key="f", by=officer, at=places.AT
    )
    assert {each["kind"] for each in made.versions.get().screening.found} == {"phone", "identity"}


def test_what_is_published_is_looked_into_before_anybody_waits_for_a_lock(desk, officer, monkeypatch):
    """A scan can take minutes: no transaction of the action is open while a text is screened."""
    looked, outside = [], len(connection.savepoint_ids)

    def screen(text):
        looked.append(len(connection.savepoint_ids))
        return screen_text(text)

    monkeypatch.setattr(looking, "screen_text", screen)
    made = desk.open()
    actions.change(disclosure=made, content=desk.content(text="Bản mới"), key="moi", by=officer, at=places.AT)
    assert looked == [outside, outside]
