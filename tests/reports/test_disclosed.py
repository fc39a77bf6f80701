"""Table I of a report: what was due to be made public in the period, as it was recorded."""

from datetime import timedelta
from uuid import uuid4

import pytest

from dienhong.disclosures import actions as disclosures
from dienhong.registry.models import Organization
from dienhong.reports import disclosed
from tests.programmes import places
from tests.reports.conftest import FIRST_HALF, YEAR, open_one


@pytest.fixture
def desk(commune, officer):
    plan = disclosures.draft_plan(
        organization=commune.committee, year=places.ON.year, has_portal=True, has_radio=True, by=officer
    )

    def opened(code, title, *ways):
        found = disclosures.open_disclosure(
            item=plan.items.get(code=code),
            title=title,
            content=disclosures.Content(event="QĐ 15", since=places.ON, text="Nội dung", is_cleared=True),
            key=str(uuid4()),
            by=officer,
            at=places.AT,
        )
        for form, day in ways:
            told = disclosures.Told(form=form, claimed_on=day, places=("office",) if form == "posting" else ())
            disclosures.record(
                disclosure=found, told=told, key=str(uuid4()), by=officer, at=places.AT + timedelta(days=9)
            )
        return found

    return opened


def table(annexes):
    [annex] = annexes
    return annex.blocks[0]


def test_each_thing_that_was_due_stands_in_the_table_with_its_ways(programme, officer, desk):
    day = places.ON
    desk("11.2.1", "Dự toán năm", ("portal", day), ("posting", day + timedelta(days=1)), ("letter", day))
    desk("11.2.2", "Quyết toán", ("portal", day))
    silent = desk("11.5.1", "Quỹ của xã")
    later = places.ON + timedelta(days=30)
    part = disclosed.take(programme, FIRST_HALF, on=later)
    assert [(each["title"], each["counted"]) for each in part["items"]] == [
        ("Dự toán năm", "on_time"),
        ("Quyết toán", "short"),
        (silent.item.label, "unknown"),  # its own name is for nobody before it is out
    ]
    first = part["items"][0]
    assert first["ways"] == {
        "portal": day.isoformat(),
        "posting": (day + timedelta(days=1)).isoformat(),
        "other": day.isoformat(),
    }
    drawn = table(disclosed.annexes(part))
    assert drawn.caption.endswith("1/3 nội dung đến hạn trong kỳ")
    assert [row.cells[-1] for row in drawn.rows] == ["Đúng hạn", "Sai hình thức", "Chưa công khai"]


def test_what_is_not_due_yet_is_not_in_it(programme, desk):
    found = desk("11.2.1", "Dự toán năm")
    day = found.due_on
    assert disclosed.take(programme, FIRST_HALF, on=day)["items"] == []
    assert len(disclosed.take(programme, FIRST_HALF, on=day + timedelta(days=1))["items"]) == 1


def test_nothing_due_makes_no_table(programme):
    part = disclosed.take(programme, YEAR, on=places.ON)
    assert part == {"items": [], "units": []}
    assert list(disclosed.annexes(part)) == []


def test_a_wider_place_has_a_row_for_each_body_and_their_sum(programme, province, desk):
    desk("11.2.1", "Dự toán năm", ("portal", places.ON), ("posting", places.ON))
    desk("11.5.1", "Quỹ của xã")
    programme.locality = province
    part = disclosed.take(programme, FIRST_HALF, on=places.ON + timedelta(days=30))
    [unit] = part["units"]
    assert (unit["on_time"], unit["unknown"], unit["place"]) == (1, 1, "xã An Lạc")
    drawn = table(disclosed.annexes(part))
    assert drawn.rows[-1].cells[1:5] == ("Cộng", "", 2, 1)


def test_the_table_is_frozen_with_the_report(programme, officer, desk):
    desk("11.2.1", "Dự toán năm", ("portal", places.ON))
    on = places.ON + timedelta(days=30)
    report = open_one(programme, officer, on=on, at=places.AT + timedelta(days=30))
    assert report.snapshot["disclosure"]["items"][0]["title"] == "Dự toán năm"


def test_what_a_body_discloses_inside_is_told_by_its_content_only(programme, commune, officer):
    unit = Organization.objects.create(
        code="truong-hoc", name="Trường Tiểu học", kind="public-unit", locality=commune.place,
        valid_from=places.ON.replace(month=1, day=1),
    )  # fmt: skip
    plan = disclosures.draft_plan(organization=unit, year=places.ON.year, has_portal=False, has_radio=False, by=officer)
    item = plan.items.first()
    found = disclosures.open_disclosure(
        item=item, title="Thu nhập của từng người", key="k", by=officer, at=places.AT,
        content=disclosures.Content(event="QĐ 3", since=places.ON, text="Nội bộ", is_cleared=True),
    )  # fmt: skip
    told = disclosures.Told(form="posting", claimed_on=places.ON, places=("headquarters",))
    disclosures.record(disclosure=found, told=told, key="p", by=officer, at=places.AT)
    [row] = disclosed.take(programme, FIRST_HALF, on=places.ON + timedelta(days=30))["items"]
    assert (row["title"], row["unit"]) == (item.label, "Trường Tiểu học")
