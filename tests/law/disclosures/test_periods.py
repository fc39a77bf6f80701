"""By when something must be out, how long it must stay."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawcore.answers import Refused
from lawcore.dated import NotYetInForce
from lawcore.disclosures import DEADLINES, MINIMUM, RULES, Publisher
from lawcore.sources import cited


@pytest.mark.parametrize(
    ("kind", "since", "due"),
    [
        ("disclosure.commune", date(2026, 2, 9), date(2026, 2, 23)),  # Monday before Tết: over the nine days off
        ("disclosure.commune", date(2026, 3, 2), date(2026, 3, 9)),
        ("disclosure.commune", date(2026, 3, 7), date(2026, 3, 13)),  # a Saturday
        ("disclosure.commune", date(2026, 4, 24), date(2026, 5, 6)),  # three holidays between
        ("disclosure.commune", date(2023, 7, 3), date(2023, 7, 10)),
        ("disclosure.agency", date(2026, 10, 2), date(2026, 10, 9)),  # Friday to Friday
        ("disclosure.agency", date(2026, 10, 5), date(2026, 10, 12)),
        ("disclosure.enterprise", date(2026, 10, 2), date(2026, 10, 19)),  # the fifteenth day is a Saturday
        ("disclosure.enterprise", date(2026, 10, 1), date(2026, 10, 16)),
        ("disclosure.enterprise", date(2026, 10, 3), date(2026, 10, 19)),  # the fifteenth day is a Sunday
        ("disclosure.change", date(2026, 3, 2), date(2026, 3, 9)),
        ("disclosure.of_period", date(2026, 3, 31), date(2026, 4, 7)),
        ("disclosure.of_period", date(2026, 9, 30), date(2026, 10, 7)),
        ("disclosure.of_period", date(2026, 12, 31), date(2027, 1, 8)),  # 1 January between
        ("disclosure.quarterly_list", date(2026, 3, 31), date(2026, 4, 7)),
        ("disclosure.quarterly_list", date(2026, 1, 1), date(2026, 4, 7)),  # any day of the quarter
        ("disclosure.quarterly_list", date(2026, 6, 15), date(2026, 7, 7)),
        ("disclosure.quarterly_list", date(2026, 7, 1), date(2026, 10, 7)),
        ("disclosure.quarterly_list", date(2026, 11, 30), date(2027, 1, 8)),  # 1 January between
    ],
)
def test_deadlines(kind, since, due):
    found = DEADLINES[kind](since=since)
    assert found.result == due
    assert found.rule == f"deadline.{kind}"
    assert f"chậm nhất ngày {due:%d/%m/%Y}" in found.explanation
    assert found.inputs["since"] == since


@pytest.mark.parametrize(
    ("kind", "cite", "word"),
    [
        ("disclosure.commune", "LDC art. 12 cl. 3", "Ủy ban nhân dân cấp xã công khai chậm nhất"),
        ("disclosure.agency", "LDC art. 47 cl. 2", "Người đứng đầu cơ quan, đơn vị công khai chậm nhất"),
        ("disclosure.enterprise", "LDC art. 65 cl. 2", "Doanh nghiệp nhà nước công khai chậm nhất"),
    ],
)
def test_a_special_law_prevails(kind, cite, word):
    since, fixed = date(2026, 3, 2), date(2026, 3, 3)
    usual, special = DEADLINES[kind](since=since), DEADLINES[kind](since=since, by_other_law=fixed)
    assert usual.citation == special.citation == cited(cite)
    assert usual.explanation.startswith(word)
    assert not usual.provisional
    assert not special.provisional
    assert (special.result, special.rule) == (fixed, f"deadline.{kind}")
    assert "pháp luật về lĩnh vực này đã ấn định" in special.explanation
    assert DEADLINES[kind](since=since, by_other_law=since).result == since
    with pytest.raises(Refused, match="không thể trước ngày bắt đầu"):
        DEADLINES[kind](since=since, by_other_law=date(2026, 3, 1))


@pytest.mark.parametrize(
    ("kind", "since", "due"),
    [
        ("posting.commune", date(2026, 3, 1), date(2026, 4, 1)),  # up through 31 March
        ("posting.commune", date(2026, 1, 30), date(2026, 3, 2)),
        ("posting.agency", date(2026, 3, 2), date(2026, 3, 23)),
        ("posting.enterprise", date(2026, 3, 2), date(2026, 3, 23)),
        ("posting.quarterly_list", date(2026, 10, 5), date(2026, 11, 5)),  # up through 4 November
        ("broadcast", date(2026, 3, 2), date(2026, 3, 4)),  # 2, 3 and 4 March
        ("broadcast", date(2026, 2, 27), date(2026, 3, 1)),
    ],
)
def test_minimum(kind, since, due):
    found = MINIMUM[kind](since=since)
    assert found.result == due
    assert found.rule == f"minimum.{kind}"
    assert f"sớm nhất ngày {due:%d/%m/%Y}" in found.explanation
    assert found.provisional is kind.startswith("posting")
    assert found.assumptions


@pytest.mark.parametrize(
    ("kind", "cite", "inclusive"),
    [
        ("posting.commune", "LDC art. 13 cl. 2", date(2026, 3, 31)),
        ("posting.agency", "LDC art. 48 cl. 1, 2", date(2026, 3, 21)),
        ("posting.enterprise", "LDC art. 66 cl. 1, 2", date(2026, 3, 21)),
    ],
)
def test_postings_by_the_other_reading_and_by_another_law(kind, cite, inclusive):
    since, fixed = date(2026, 3, 1), date(2026, 3, 16)
    found = MINIMUM[kind](since=since, posting_inclusive="inclusive")
    assert (found.result, found.citation) == (inclusive, cited(cite))
    special = MINIMUM[kind](since=since, by_other_law=fixed)
    assert (special.result, special.provisional, special.citation) == (fixed, False, cited(cite))
    assert special.rule == f"minimum.{kind}"
    assert special.inputs["by_other_law"] == fixed
    assert "pháp luật khác đã ấn định" in special.explanation
    with pytest.raises(Refused, match="không thể trước ngày bắt đầu"):
        MINIMUM[kind](since=since, by_other_law=date(2026, 2, 28))
    with pytest.raises(Refused):
        MINIMUM[kind](since=since, posting_inclusive="perhaps")


def test_how_long_the_quarterly_list_hangs_is_taken_as_for_information_and_says_so():
    found = MINIMUM["posting.quarterly_list"](since=date(2026, 10, 5), posting_inclusive="inclusive")
    assert (found.result, found.citation) == (date(2026, 11, 4), cited("LDC art. 13 cl. 2"))
    assert found.provisional
    assert any("Luật không nói riêng danh sách quý treo bao lâu" in each for each in found.assumptions)


def test_a_broadcast_cites_its_clause():
    assert MINIMUM["broadcast"](since=date(2026, 3, 2)).citation == cited("LDC art. 13 cl. 3")


@pytest.mark.parametrize(
    ("kind", "name", "choice", "since", "day"),
    [
        ("disclosure.change", "changed_information", "same_day", date(2026, 3, 7), date(2026, 3, 7)),
        ("disclosure.change", "changed_information", "as_new", date(2026, 3, 7), date(2026, 3, 13)),
        ("disclosure.quarterly_list", "quarterly_list", "quarter_end", date(2026, 5, 7), date(2026, 6, 30)),
        ("disclosure.quarterly_list", "quarterly_list", "five_days", date(2026, 5, 7), date(2026, 7, 7)),
    ],
)
def test_targets_of_service_are_marked(kind, name, choice, since, day):
    found = DEADLINES[kind](since=since, **{name: choice})
    assert found.result == day
    assert found.provisional
    assert found.rule == f"deadline.{kind}"
    assert found.explanation.startswith("Mục tiêu phục vụ, không phải hạn luật định: Ủy ban nhân dân cấp xã ")
    assert len(found.assumptions) == 1
    assert f"không phải hạn luật định (tham số {name})" in found.assumptions[0]
    assert found.inputs == {"since": since, name: choice}
    with pytest.raises(Refused) as refused:
        DEADLINES[kind](since=since, **{name: "whenever"})
    assert choice in refused.value.allowed


@pytest.mark.parametrize(
    ("kind", "who", "cite"),
    [
        (Publisher.COMMUNE, "Ủy ban nhân dân cấp xã", "LDC art. 12 cl. 3"),
        (Publisher.AGENCY, "Người đứng đầu cơ quan, đơn vị", "LDC art. 47 cl. 2"),
        (Publisher.ENTERPRISE, "Doanh nghiệp nhà nước", "LDC art. 65 cl. 2"),
    ],
)
def test_figures_of_a_period_are_due_by_the_law_of_their_field_or_by_a_target_of_service(kind, who, cite):
    of_period, ended = DEADLINES["disclosure.of_period"], date(2026, 9, 30)
    target = of_period(kind=kind, since=ended)
    assert target.explanation.startswith(f"Mục tiêu phục vụ, không phải hạn luật định: {who} công khai số liệu")
    assert (target.provisional, len(target.assumptions), target.citation) == (True, 1, cited(cite))
    same_day = of_period(kind=kind, since=ended, period_figures="period_end")
    assert (same_day.result, same_day.provisional) == (ended, True)
    fixed = of_period(kind=kind, since=ended, by_other_law=date(2026, 10, 15))
    assert (fixed.result, fixed.provisional, fixed.assumptions) == (date(2026, 10, 15), False, ())
    assert fixed.explanation.startswith(f"{who} công khai số liệu của kỳ đã kết thúc chậm nhất ngày 15/10/2026")
    assert of_period(kind=kind, since=ended, by_other_law=ended).result == ended
    with pytest.raises(Refused, match="không thể trước ngày bắt đầu"):
        of_period(kind=kind, since=ended, by_other_law=date(2026, 9, 29))
    with pytest.raises(Refused):
        of_period(kind=kind, since=ended, period_figures="whenever")


def test_where_the_targets_come_from():
    day = date(2026, 3, 2)
    assert DEADLINES["disclosure.change"](since=day).citation == cited("LDC art. 14 cl. 1")
    assert DEADLINES["disclosure.quarterly_list"](since=day).citation == cited("LDC art. 13 cl. 2")


@pytest.mark.parametrize("function", [*DEADLINES.values(), *MINIMUM.values()])
def test_before_the_law(function):
    with pytest.raises(NotYetInForce):
        function(since=date(2023, 6, 30))


@pytest.mark.parametrize(
    ("kind", "since", "published_on", "in_time"),
    [
        (Publisher.COMMUNE, date(2026, 2, 9), date(2026, 2, 23), True),  # the last day
        (Publisher.COMMUNE, date(2026, 2, 9), date(2026, 2, 24), False),
        (Publisher.COMMUNE, date(2026, 2, 9), date(2026, 2, 9), True),
        (Publisher.AGENCY, date(2026, 10, 2), date(2026, 10, 9), True),
        (Publisher.AGENCY, date(2026, 10, 2), date(2026, 10, 10), False),
        (Publisher.ENTERPRISE, date(2026, 10, 2), date(2026, 10, 19), True),
        (Publisher.ENTERPRISE, date(2026, 10, 2), date(2026, 10, 20), False),
    ],
)
def test_on_time(kind, since, published_on, in_time):
    found = RULES["disclosure.on_time"](kind=kind, since=since, published_on=published_on)
    usual = DEADLINES[f"disclosure.{kind}"](since=since)
    assert (found.result, found.rule, found.citation) == (in_time, "disclosure.on_time", usual.citation)
    head = f"{'Đúng hạn' if in_time else 'Muộn'}: công khai lần đầu ngày {published_on:%d/%m/%Y}. "
    assert found.explanation == head + usual.explanation
    assert found.inputs == {"kind": kind, "since": since, "by_other_law": None, "published_on": published_on}
    assert found.provisional is usual.provisional


def test_on_time_by_another_law():
    facts = {"kind": Publisher.COMMUNE, "since": date(2026, 3, 2), "by_other_law": date(2026, 3, 4)}
    assert RULES["disclosure.on_time"](published_on=date(2026, 3, 4), **facts).result
    assert not RULES["disclosure.on_time"](published_on=date(2026, 3, 5), **facts).result
    with pytest.raises(Refused, match="Ngày công khai 01/03/2026 trước ngày có quyết định 02/03/2026"):
        RULES["disclosure.on_time"](published_on=date(2026, 3, 1), **facts)


@settings(max_examples=50)
@given(
    kind=st.sampled_from(sorted(DEADLINES)),
    start=st.dates(date(2023, 7, 1), date(2027, 12, 31)),
    later=st.integers(1, 40),
)
def test_a_later_start_never_gives_an_earlier_deadline(kind, start, later):
    after = date.fromordinal(start.toordinal() + later)
    assert DEADLINES[kind](since=start).result <= DEADLINES[kind](since=after).result
