"""Requests for information to 31/8/2026, and the honest silence after."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawcore.answers import Refused
from lawcore.dated import NotYetInForce
from lawcore.petitions import information
from lawcore.petitions.information import KNOWN, NEW_LAW, OLD_LAW_GOES_ON, Channel
from lawcore.sources import SOURCES

MONDAY = date(2026, 3, 2)
LAST = date(2026, 8, 31)
AFTER = date(2026, 9, 1)
LAW = "Luật Tiếp cận thông tin số 104/2016/QH13"


@pytest.mark.parametrize(
    ("channel", "simple", "by", "article"),
    [
        (Channel.DIRECT, True, MONDAY, "khoản 1 Điều 29"),
        (Channel.DIRECT, False, date(2026, 3, 16), "khoản 2 Điều 29"),
        (Channel.ONLINE, True, date(2026, 3, 5), "khoản 3 Điều 30"),
        (Channel.ONLINE, False, date(2026, 3, 23), "khoản 4 Điều 30"),
        (Channel.POST, True, date(2026, 3, 9), "khoản 1 Điều 31"),
        (Channel.POST, False, date(2026, 3, 23), "khoản 2 Điều 31"),
    ],
)
def test_information_is_given_by_its_channel_and_its_kind(channel, simple, by, article):
    found = information.reply(since=MONDAY, channel=channel, simple=simple)
    assert (found.result, found.citation, found.provisional) == (by, f"{article} {LAW}", False)
    assert found.version == date(2018, 7, 1)
    assert found.rule == "deadline.information.reply"
    assert channel.words in found.explanation
    assert ("Cung cấp ngay trong ngày 02/03/2026" in found.explanation) is (by == MONDAY)
    assert found.inputs == {"since": MONDAY, "channel": channel, "simple": simple, "opened": None}


def test_what_is_not_said_to_be_simple_is_complex():
    assert information.reply(since=MONDAY, channel=Channel.POST).result == date(2026, 3, 23)


@pytest.mark.parametrize(
    ("channel", "by", "tell_by", "article"),
    [
        (Channel.DIRECT, date(2026, 3, 30), "16/03/2026", "khoản 2 Điều 29"),  # thêm 10 ngày làm việc
        (Channel.ONLINE, date(2026, 4, 7), "23/03/2026", "khoản 4 Điều 30"),  # thêm 15 ngày thường
        (Channel.POST, date(2026, 4, 7), "23/03/2026", "khoản 2 Điều 31"),
    ],
)
def test_an_extension_is_counted_from_the_end_of_the_first_period(channel, by, tell_by, article):
    found = information.extended(since=MONDAY, channel=channel)
    assert (found.result, found.citation, found.provisional) == (by, f"{article} {LAW}", False)
    assert found.version == date(2018, 7, 1)
    assert found.rule == "deadline.information.extended"
    assert f"chậm nhất ngày {by:%d/%m/%Y}" in found.explanation
    assert f"báo gia hạn bằng văn bản chậm nhất ngày {tell_by}" in found.explanation
    assert found.inputs == {"since": MONDAY, "channel": channel, "opened": None}


@pytest.mark.parametrize(
    ("channel", "article"), [(Channel.ONLINE, "khoản 4 Điều 30"), (Channel.POST, "khoản 2 Điều 31")]
)
def test_the_time_it_will_take_is_announced(channel, article):
    found = information.notice(since=MONDAY, channel=channel)
    assert (found.result, found.citation, found.version) == (date(2026, 3, 5), f"{article} {LAW}", date(2018, 7, 1))
    assert found.rule == "deadline.information.notice"
    assert "thời hạn giải quyết" in found.explanation
    assert found.inputs == {"since": MONDAY, "channel": channel, "opened": None}


def test_nothing_is_announced_at_the_office():
    with pytest.raises(Refused, match="không có bước báo thời hạn") as refused:
        information.notice(since=MONDAY, channel=Channel.DIRECT)
    assert refused.value.allowed == ("online", "post")


@pytest.mark.parametrize(
    ("rule", "code", "since", "by", "clause", "words"),
    [
        (information.correction, "correction", MONDAY, date(2026, 3, 9), 1, "Đính chính và cung cấp lại"),
        (information.claim, "claim", MONDAY, date(2026, 3, 17), 2, "trả lời người yêu cầu"),
        # xã không tự xác định được: hỏi cơ quan tạo ra thông tin, nhận trả lời, rồi báo người yêu cầu
        (information.ask_creator, "ask_creator", date(2026, 3, 10), date(2026, 3, 17), 3, "cơ quan tạo ra thông tin"),
        (information.creator, "creator", date(2026, 3, 17), date(2026, 4, 1), 3, "trả lời Ủy ban nhân dân cấp xã"),
        (information.commune, "commune", date(2026, 4, 1), date(2026, 4, 6), 3, "báo cho người yêu cầu"),
    ],
)
def test_what_was_wrong_is_put_right_step_by_step(rule, code, since, by, clause, words):
    found = rule(since=since)
    assert (found.result, found.citation) == (by, f"khoản {clause} Điều 32 {LAW}")
    assert (found.rule, found.provisional) == (f"deadline.information.{code}", False)
    assert words in found.explanation
    assert found.inputs == {"since": since}


ASKED = [
    ("deadline.information.reply", lambda on: information.reply(since=on, channel=Channel.DIRECT, simple=True)),
    ("deadline.information.reply", lambda on: information.reply(since=on, channel=Channel.ONLINE)),
    ("deadline.information.extended", lambda on: information.extended(since=on, channel=Channel.POST)),
    ("deadline.information.notice", lambda on: information.notice(since=on, channel=Channel.POST)),
    ("deadline.information.correction", lambda on: information.correction(since=on)),
    ("deadline.information.claim", lambda on: information.claim(since=on)),
    ("deadline.information.ask_creator", lambda on: information.ask_creator(since=on)),
    ("deadline.information.creator", lambda on: information.creator(since=on)),
    ("deadline.information.commune", lambda on: information.commune(since=on)),
    ("information.may_refuse_repeat", lambda on: information.may_refuse_repeat(on=on, given=2)),
    ("information.commune_provides", lambda on: information.commune_provides(on=on, resident=True)),
    ("information.valid", lambda on: information.valid(on=on)),
]


@pytest.mark.parametrize(("rule", "ask"), ASKED)
def test_nothing_is_known_of_the_law_in_force_since_september_2026(rule, ask):
    for on in (AFTER, date(2026, 9, 2)):
        found = ask(on)
        assert (found.result, found.provisional, found.assumptions) == (None, True, (NEW_LAW,))
        assert "Chưa trả lời được cho ngày" in found.explanation
        assert f"{on:%d/%m/%Y}" in found.explanation
        assert found.rule == rule
        assert on in found.inputs.values()
    assert "31/8/2026" in NEW_LAW


@pytest.mark.parametrize(("rule", "ask"), ASKED)
def test_the_old_law_holds_on_its_last_day_and_not_before_its_first(rule, ask):
    assert ask(LAST).result is not None
    assert NEW_LAW not in ask(LAST).assumptions
    assert ask(date(2018, 7, 2)).result is not None
    with pytest.raises(NotYetInForce):
        ask(date(2018, 6, 30))


OPENED_BEFORE = [
    ("reply", lambda **days: information.reply(channel=Channel.ONLINE, **days)),
    ("at once", lambda **days: information.reply(channel=Channel.DIRECT, simple=True, **days)),
    ("extended", lambda **days: information.extended(channel=Channel.DIRECT, **days)),
    ("notice", lambda **days: information.notice(channel=Channel.POST, **days)),
]


@pytest.mark.parametrize(("_name", "ask"), OPENED_BEFORE)
def test_a_request_of_before_keeps_its_law_when_it_is_completed_after(_name, ask):
    found = ask(since=date(2026, 9, 7), opened=LAST)
    assert found.result >= date(2026, 9, 7)
    assert (found.provisional, OLD_LAW_GOES_ON in found.assumptions) == (True, True)
    assert found.inputs["opened"] == LAST
    assert ask(since=date(2026, 9, 7), opened=AFTER).result is None
    assert OLD_LAW_GOES_ON not in ask(since=LAST, opened=LAST).assumptions
    with pytest.raises(Refused, match="lần đầu không thể sau"):
        ask(since=MONDAY, opened=date(2026, 3, 3))


def test_the_days_run_from_the_completed_request():
    found = information.reply(since=date(2026, 9, 7), opened=LAST, channel=Channel.ONLINE, simple=True)
    assert found.result == date(2026, 9, 10)


def test_the_last_day_is_that_of_the_list_of_sources():
    assert SOURCES["Law 104/2016"].until == LAST
    assert [version.since for version in KNOWN.versions] == [SOURCES["Law 104/2016"].since, AFTER]


@pytest.mark.parametrize(
    ("given", "good_reason", "refusable", "words"),
    [
        (0, False, False, "Không được từ chối vì lý do này: chưa cung cấp lần nào cho người này."),
        (1, False, False, "đã cung cấp 1 lần"),
        (2, False, True, "Được từ chối bằng văn bản: đã cung cấp 2 lần cho chính người này"),
        (3, False, True, "Được từ chối"),
        (2, True, False, "người yêu cầu có lý do chính đáng"),
    ],
)
def test_a_third_request_for_the_same_may_be_refused(given, good_reason, refusable, words):
    found = information.may_refuse_repeat(on=MONDAY, given=given, good_reason=good_reason)
    assert (found.result, found.citation) == (refusable, f"điểm d khoản 1 Điều 28 {LAW}")
    assert words in found.explanation
    assert found.inputs == {"on": MONDAY, "given": given, "good_reason": good_reason}


def test_an_extension_rests_on_open_days_when_either_of_its_two_periods_does():
    # thứ Bảy 22/8/2026 có làm bù hay không thì chưa chắc chắn
    in_the_first = information.extended(since=date(2026, 8, 3), channel=Channel.ONLINE)
    in_the_second = information.extended(since=date(2026, 8, 3), channel=Channel.DIRECT)
    in_neither = information.extended(since=date(2026, 6, 1), channel=Channel.DIRECT)
    assert [each.provisional for each in (in_the_first, in_the_second, in_neither)] == [True, True, False]


def test_there_is_no_good_reason_unless_it_is_said():
    assert information.may_refuse_repeat(on=MONDAY, given=2).result is True


def test_times_given_cannot_be_negative():
    with pytest.raises(Refused, match="Số lần đã cung cấp"):
        information.may_refuse_repeat(on=MONDAY, given=-1)


@pytest.mark.parametrize(
    ("resident", "concerned", "provides", "words"),
    [
        (True, False, True, "Phải cung cấp cho công dân cư trú trên địa bàn, trừ thông tin không được tiếp cận"),
        (True, True, True, "cư trú"),
        (False, True, True, "Phải cung cấp cho người nơi khác mà thông tin liên quan trực tiếp"),
        (
            False,
            False,
            False,
            "Không có trách nhiệm cung cấp cho người nơi khác mà thông tin không liên quan trực tiếp",
        ),
    ],
)
def test_a_commune_gives_information_to_residents_and_to_those_concerned(resident, concerned, provides, words):
    found = information.commune_provides(on=MONDAY, resident=resident, concerned=concerned)
    assert (found.result, found.citation) == (provides, f"khoản 1 Điều 9 {LAW}; điểm h khoản 2 Điều 9 {LAW}")
    assert words in found.explanation
    assert found.inputs == {"on": MONDAY, "resident": resident, "concerned": concerned}
    assert information.commune_provides(on=MONDAY, resident=False).result is False


@pytest.mark.parametrize(
    ("changed", "valid", "words"),
    [
        ({}, True, "Hợp lệ: đủ các nội dung"),
        ({"vietnamese": False}, False, "viết bằng tiếng Việt"),
        ({"identified": False}, False, "họ tên, nơi cư trú"),
        ({"named": False}, False, "tên văn bản"),
        ({"form_chosen": False}, False, "hình thức cung cấp"),
        ({"purpose": False}, False, "lý do, mục đích"),
        ({"consent_needed": True}, False, "văn bản đồng ý"),
        ({"consent_needed": True, "consent": True}, True, "Hợp lệ"),
        ({"named": False, "purpose": False}, False, "phải hướng dẫn bổ sung: tên văn bản, hồ sơ, tài liệu cần; lý do"),
    ],
)
def test_a_request_is_valid_with_its_contents(changed, valid, words):
    found = information.valid(on=MONDAY, **changed)
    assert (found.result, found.citation) == (valid, f"khoản 2, 3 Điều 24 {LAW}")
    assert words in found.explanation
    given = dict.fromkeys(("vietnamese", "identified", "named", "form_chosen", "purpose"), True)
    assert found.inputs == {"on": MONDAY, **given, "consent_needed": False, "consent": False, **changed}


@given(day=st.dates(date(2018, 7, 1), date(2026, 5, 1)), later=st.integers(0, 120), channel=st.sampled_from(Channel))
@settings(max_examples=50)
def test_a_later_request_never_has_an_earlier_end_and_an_extension_never_shortens(day, later, channel):
    after = day + timedelta(days=later)
    plain = information.reply(since=day, channel=channel).result
    assert information.reply(since=after, channel=channel).result >= plain
    assert information.extended(since=day, channel=channel).result > plain
    assert information.reply(since=day, channel=channel, simple=True).result < plain
