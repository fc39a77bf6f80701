"""The six grounds of refusal and the one extension, by Law 104/2016, to 31/8/2026."""

from datetime import date

import pytest

from lawcore.answers import Refused
from lawcore.dated import NotYetInForce
from lawcore.petitions import CATALOGUES
from lawcore.petitions.information import NEW_LAW, OLD_LAW_GOES_ON, Channel
from lawcore.petitions.information_refusals import Ground, may_extend, may_refuse

MONDAY = date(2026, 3, 2)
LAST = date(2026, 8, 31)
AFTER = date(2026, 9, 1)
LAW = "Luật Tiếp cận thông tin số 104/2016/QH13"


def test_there_is_one_ground_for_each_letter_of_the_article():
    assert len(Ground) == len(CATALOGUES["information.refused"])


@pytest.mark.parametrize("ground", [Ground.CLOSED, Ground.ELSEWHERE, Ground.BEYOND, Ground.UNPAID])
def test_a_ground_that_the_body_states_with_its_reasons(ground):
    found = may_refuse(on=MONDAY, ground=ground)
    assert (found.result, found.citation) == (True, f"khoản 1 Điều 28 {LAW}; khoản 1 Điều 23 {LAW}")
    assert ground.words in found.explanation
    assert "bằng văn bản" in found.explanation


@pytest.mark.parametrize(
    ("facts", "may", "words"),
    [
        ({}, True, "tự xem được"),
        ({"published": False}, False, "đang trong thời hạn công khai mà chưa được công khai"),
        ({"in_period": False}, False, "đã hết thời hạn công khai"),
        ({"in_period": False, "published": False}, False, "đã hết thời hạn công khai"),
        ({"reachable": False}, False, "vì lý do bất khả kháng"),
    ],
)
def test_what_has_to_be_disclosed_and_cannot_be_had_is_not_refused_as_disclosed(facts, may, words):
    found = may_refuse(on=MONDAY, ground=Ground.DISCLOSED, **facts)
    assert found.result is may
    assert words in found.explanation
    assert may_refuse(on=MONDAY, ground=Ground.CLOSED, **facts).result is True


@pytest.mark.parametrize(
    ("given", "good_reason", "may", "words"),
    [
        (0, False, False, "chưa cung cấp lần nào"),
        (1, False, False, "mới cung cấp 1 lần"),
        (2, False, True, "không có lý do chính đáng"),
        (2, True, False, "người yêu cầu có lý do chính đáng"),
    ],
)
def test_the_third_time_is_refused_without_good_reason(given, good_reason, may, words):
    found = may_refuse(on=MONDAY, ground=Ground.REPEATED, given=given, good_reason=good_reason)
    assert found.result is may
    assert words in found.explanation


def test_a_negative_number_of_times_is_no_question():
    with pytest.raises(Refused, match="Số lần đã cung cấp"):
        may_refuse(on=MONDAY, ground=Ground.REPEATED, given=-1)


def test_grounds_hold_to_the_last_day_of_the_law_and_are_unknown_after():
    assert may_refuse(on=LAST, ground=Ground.UNPAID).result is True
    after = may_refuse(on=AFTER, ground=Ground.UNPAID)
    assert (after.result, after.assumptions) == (None, (NEW_LAW,))
    with pytest.raises(NotYetInForce):
        may_refuse(on=date(2018, 6, 30), ground=Ground.REPEATED)


@pytest.mark.parametrize(
    ("channel", "end", "next_day", "article"),
    [
        (Channel.DIRECT, date(2026, 3, 16), date(2026, 3, 17), "khoản 2 Điều 29"),
        (Channel.ONLINE, date(2026, 3, 23), date(2026, 3, 24), "khoản 4 Điều 30"),
        (Channel.POST, date(2026, 3, 23), date(2026, 3, 24), "khoản 2 Điều 31"),
    ],
)
def test_an_extension_is_announced_before_the_first_period_is_over(channel, end, next_day, article):
    in_time = may_extend(since=MONDAY, announced_on=end, channel=channel)
    too_late = may_extend(since=MONDAY, announced_on=next_day, channel=channel)
    assert (in_time.result, too_late.result) == (True, False)
    assert (in_time.citation, in_time.rule) == (f"{article} {LAW}", "information.may_extend")
    assert f"chậm nhất ngày {end:%d/%m/%Y}" in in_time.explanation
    assert f"đã hết ngày {end:%d/%m/%Y}" in too_late.explanation


@pytest.mark.parametrize(
    ("facts", "words"), [({"simple": True}, "đơn giản, có sẵn"), ({"extended_before": True}, "đã gia hạn một lần")]
)
def test_what_is_simple_or_was_extended_before_is_not_extended(facts, words):
    found = may_extend(since=MONDAY, announced_on=MONDAY, channel=Channel.ONLINE, **facts)
    assert found.result is False
    assert words in found.explanation


def test_an_extension_is_known_for_requests_of_the_old_law_only():
    day = date(2026, 9, 7)
    assert may_extend(since=LAST, announced_on=day, channel=Channel.POST).result is True
    assert may_extend(since=AFTER, announced_on=day, channel=Channel.POST).assumptions == (NEW_LAW,)
    completed = may_extend(since=day, announced_on=day, channel=Channel.POST, opened=LAST)
    assert (completed.result, completed.assumptions) == (True, (OLD_LAW_GOES_ON,))


def test_nothing_is_announced_before_the_request():
    with pytest.raises(Refused, match="không thể trước ngày nhận"):
        may_extend(since=MONDAY, announced_on=date(2026, 3, 1), channel=Channel.POST)
