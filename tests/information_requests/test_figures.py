"""The figures of a period: each request once; and no number that points at a person."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dienhong.information_requests import queries
from dienhong.information_requests.models import Channel
from dienhong.information_requests.queries.figures import LEAST
from tests.information_requests.conftest import AFTER, BEFORE, days

GROUNDS = ("closed", "disclosed", "elsewhere", "repeated", "beyond", "unpaid")


@pytest.mark.django_db
def test_each_request_is_counted_once_where_it_belongs(requests, commune, neighbour):
    at_office = {"channel": Channel.OFFICE}  # hạn 03/6/2026
    requests.answer(requests.submit(**at_office), on=date(2026, 6, 3))
    requests.answer(requests.submit(**at_office), on=date(2026, 6, 4))
    extended = requests.act("accept", requests.submit(**at_office), simple=False)
    signed = {"reason": "Chờ", "signer_post": "Chủ tịch", "signer_name": "Hồ Văn Lành"}
    extended = requests.act("extend", extended, until=date(2026, 6, 17), **signed)
    requests.answer(extended, on=date(2026, 6, 4))
    requests.submit(**at_office)
    requests.submit(date(2026, 6, 30))
    requests.act("ask_completion", requests.submit(), words="Hãy ghi năm.")
    requests.act("point_elsewhere", requests.submit(), words="Hỏi Sở.")
    requests.act("withdraw", requests.submit(), words="Đã rút.")
    requests.refuse(requests.submit(), "unpaid")
    requests.answer(requests.submit(AFTER), on=AFTER)
    year = queries.figures([commune.committee], first=date(2026, 1, 1), last=date(2026, 12, 31), on=date(2026, 7, 1))
    assert (year.on_time, year.extended, year.late, year.undated) == (2, 1, 1, 1)
    assert (year.overdue, year.waiting, year.elsewhere, year.withdrawn) == (1, 2, 1, 1)
    assert (year.received, year.answered, year.due, year.met) == (10, 5, 5, 3)
    assert year.refused == {"unpaid": 1}
    quarter = queries.figures([commune.committee], first=date(2026, 10, 1), last=date(2026, 12, 31), on=AFTER)
    assert (quarter.received, quarter.undated) == (1, 1)
    assert queries.figures([neighbour.committee], first=BEFORE, last=AFTER, on=AFTER).received == 0


@pytest.mark.parametrize(
    ("refused", "shown"),
    [
        ({}, ()),
        ({"beyond": 4}, ()),
        ({"beyond": 5}, (("beyond", 5),)),
        ({"beyond": 2, "unpaid": 2}, ()),
        ({"beyond": 3, "unpaid": 2}, (("", 5),)),
        ({"beyond": 9, "unpaid": 1}, (("", 10),)),
        ({"beyond": 9, "closed": 7, "unpaid": 1}, (("beyond", 9), ("", 8))),
        ({"beyond": 9, "closed": 7, "unpaid": 3, "repeated": 3}, (("beyond", 9), ("closed", 7), ("", 6))),
    ],
)
def test_refusals_by_ground_never_show_fewer_than_five(refused, shown):
    assert queries.grounds_shown(refused) == shown


@given(st.dictionaries(st.sampled_from(GROUNDS), st.integers(0, 20)))
def test_nothing_below_five_can_be_had_by_subtracting(refused):
    shown = queries.grounds_shown(refused)
    assert all(n >= LEAST for _ground, n in shown)
    assert not shown or sum(n for _ground, n in shown) == sum(refused.values())


def test_the_periods_are_this_year_and_the_last_with_their_quarters():
    offered = queries.periods(date(2026, 5, 20))
    assert [each.code for each in offered] == [
        "2026",
        "2026-1",
        "2026-2",
        "2025",
        "2025-1",
        "2025-2",
        "2025-3",
        "2025-4",
    ]
    assert queries.period("2026-2", on=BEFORE).last == date(2026, 6, 30)
    assert queries.period("2025-4", on=BEFORE).last == date(2025, 12, 31)
    assert queries.period("khác", on=BEFORE).code == "2026"
    assert queries.period("2026-3", on=BEFORE + days(1)).code == "2026"
