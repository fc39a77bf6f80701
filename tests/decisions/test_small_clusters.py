"""A secret vote of a village that meets in parts: a small part is told by nobody outside the meeting's own file."""

import re
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from dienhong.decisions import actions, counting
from dienhong.decisions.models import Item, Sheet
from dienhong.decisions.papers import counting as papers
from dienhong.decisions.papers import facts
from dienhong.documents.official import Table
from dienhong.ledger import export
from tests.decisions.conftest import AT, MEETS

SMALL, LARGE = "Xóm Trên", "Xóm Dưới"


def figures(agree, disagree=0, other=0):
    valid = agree + disagree + other
    named = {"printed": valid, "issued": valid, "in_box": valid, "valid": valid}
    return dict.fromkeys(counting.IN_SECRET, 0) | named | {"agree": agree, "disagree": disagree, "other": other}


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        ([(3, 2), (30, 10)], True),
        ([(3, 1), (30, 10)], False),  # four ballots
        ([(5, 0), (30, 10)], False),  # all agree
        ([(30, 10), (0, 40)], False),  # all disagree
        ([(2, 2, 1), (30, 10)], True),
        ([(0, 0), (30, 10)], False),  # nobody voted
    ],
)
def test_fewer_than_five_or_all_the_same_hides_every_part(parts, shown):
    told = [figures(*each) for each in parts]
    assert counting.parts_are_shown(told, secret=True) is shown
    assert counting.parts_are_shown(told, secret=False) is True


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=4))
def test_a_part_that_is_shown_gives_nobody_away(parts):
    told = [figures(*each) for each in parts]
    if counting.parts_are_shown(told, secret=True):
        assert all(sum(each) >= 5 and max(each) < sum(each) for each in parts)
    assert counting.parts_are_shown(told, secret=True) is all(
        counting.parts_are_shown([each], secret=True) for each in told
    )


@pytest.fixture
def counted(life, head, officer):
    """A secret vote in two parts; `upper` and `lower` are (agree, disagree)."""

    def count(upper, lower):
        parts = [actions.Part(SMALL, range(1, 7)), actions.Part(LARGE, range(7, 161))]
        meeting = life.notify(life.plan(life.propose()))
        division = actions.report_clusters(
            meeting=meeting, parts=parts, scattered=True, key=uuid4().hex, by=head, at=AT
        )
        seats = dict(
            zip(("upper", "lower"), actions.divide(division=division, agrees=True, by=officer, at=AT), strict=True)
        )
        meeting = actions.open_meeting(meeting=meeting, happened_at=MEETS, by=head, at=MEETS)
        entries = list(meeting.roll.entries.order_by("number"))
        for entry in entries[: sum(upper)] + entries[6 : 6 + sum(lower)]:
            life.tick(meeting, entry)
        item = life.in_secret(meeting, meeting.items.get())
        for place in (1, 2):
            life.sheet(item, place, agree=0, cluster=seats["upper"].pk, figures=figures(*upper))
            life.sheet(item, place, agree=0, cluster=seats["lower"].pk, figures=figures(*lower))
        life.close(item, witnesses=("Hà Thị Liễu", "Lò Văn Sơn"))
        life.end(meeting)
        return Item.objects.select_related("meeting__village__parent", "matter").get(pk=item.pk)

    return count


def columns_of(item, head):
    known = facts.of_meeting(item.meeting, on=MEETS.date())
    made = papers.minutes(known, item, trace=facts.trace_of_meeting(item.meeting, head), on=MEETS.date())
    [table] = [each for each in made.blocks if isinstance(each, Table)]
    return [each.title for each in table.columns], str(made.blocks)


@pytest.mark.django_db
def test_the_minutes_that_are_sent_out_hide_all_parts_where_one_is_small(counted, head):
    columns, words = columns_of(counted((4, 0), (90, 10)), head)
    assert not {SMALL, LARGE} & set(columns)
    assert "sẽ lộ lựa chọn" in words
    assert Sheet.objects.filter(cluster__name=SMALL).count() == 2  # the meeting's own file keeps them


@pytest.mark.django_db
def test_the_minutes_tell_parts_that_give_nobody_away(counted, head):
    columns, words = columns_of(counted((4, 2), (90, 10)), head)
    assert {SMALL, LARGE} <= set(columns)
    assert "sẽ lộ lựa chọn" not in words


@pytest.mark.django_db
def test_no_public_page_and_no_public_export_tells_a_part(counted, life, village):
    item = counted((4, 0), (90, 10))
    matter = item.matter
    life.record(type(matter).objects.get(pk=matter.pk))
    cache.clear()
    visitor, told = Client(), ""
    for name, args in (
        ("public", [matter.pk]), ("village", [village.code]), ("register", [village.code]), ("atom", [village.code]),
    ):  # fmt: skip
        answer = visitor.get(reverse(f"decisions:{name}", args=args))
        assert answer.status_code == 200
        told += answer.content.decode()
    told += "".join(export.lines([village.code]))
    assert "94" in told  # the sum of the village
    assert SMALL not in told
    assert LARGE not in told
    assert not re.search(r"\b90\b.{0,40}(hộ|tán thành)", told)
