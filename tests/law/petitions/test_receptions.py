"""Receiving citizens: rhythm, announcement, representatives, refusal, online sessions."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawcore.answers import Refused
from lawcore.dated import NotYetInForce
from lawcore.petitions import receptions
from lawcore.petitions.amended import NOTE
from lawcore.petitions.receptions import Ground, Office, OnlineCase, Per, Refusal, Representatives, Rhythm

OLD = date(2026, 6, 30)
NEW = date(2026, 7, 1)
LAW = "Luật Tiếp công dân số 42/2013/QH13"
DECREE = "Nghị định số 154/2026/NĐ-CP"


@pytest.mark.parametrize(
    ("rule", "code", "since", "by", "cite", "provisional", "words"),
    [
        (receptions.reply, "reply", date(2026, 3, 2), date(2026, 3, 16), f"khoản 1 Điều 28 {LAW}", False, "Trả lời"),
        (receptions.reply, "reply", date(2026, 8, 3), date(2026, 8, 17), f"khoản 1 Điều 28 {LAW}", True, "Trả lời"),
        (receptions.settled, "settled", date(2026, 3, 2), date(2026, 3, 11), f"khoản 2 Điều 27 {LAW}", False, "chuyển"),
        (receptions.settled, "settled", NEW, date(2026, 7, 10), f"khoản 2 Điều 27 {LAW}", True, "chuyển đơn"),
        (receptions.relay, "relay", date(2026, 3, 2), date(2026, 3, 9), f"khoản 2 Điều 28 {LAW}", False, "yêu cầu"),
        (receptions.relay, "relay", NEW, date(2026, 7, 8), f"khoản 2 Điều 28 {LAW}", True, "yêu cầu"),
        # đủ căn cứ từ chối ngày thứ Năm 27/8, nghỉ Quốc khánh 31/8 đến 02/9
        (
            receptions.refusal_notice,
            "refusal",
            date(2026, 8, 27),
            date(2026, 9, 4),
            f"khoản 3 Điều 4 {DECREE}",
            False,
            "Thông báo từ chối tiếp công dân",
        ),
        (
            receptions.handled,
            "handled",
            date(2026, 8, 3),
            date(2026, 9, 17),
            f"điểm b khoản 3 Điều 41 {DECREE}",
            False,
            "Phải xử lý đơn (quá hạn mà không có lý do chính đáng thì người giữ chức vụ bị cách chức hoặc bãi nhiệm)",
        ),
    ],
)
def test_answers_are_due(rule, code, since, by, cite, provisional, words):
    found = rule(since=since)
    assert (found.result, found.citation, found.rule) == (by, cite, f"deadline.reception.{code}")
    assert words in found.explanation
    assert (NOTE in found.assumptions) is provisional
    if code != "refusal":
        assert found.provisional is provisional


@pytest.mark.parametrize(
    ("rule", "code", "day", "by", "cite", "words"),
    [
        (
            receptions.schedule,
            "schedule",
            date(2026, 9, 10),
            date(2026, 9, 3),
            f"khoản 4 Điều 24 {LAW}",
            "Niêm yết lịch",
        ),
        (
            receptions.schedule,
            "schedule",
            date(2026, 9, 9),
            date(2026, 8, 28),  # không tính kỳ nghỉ từ 29/8 đến 02/9
            f"khoản 4 Điều 24 {LAW}",
            "Niêm yết lịch",
        ),
        (
            receptions.online_notice,
            "online_notice",
            date(2026, 9, 11),
            date(2026, 9, 4),
            f"khoản 1 Điều 23 {DECREE}",
            "trực tuyến",
        ),
        (
            receptions.online_test,
            "online_test",
            date(2026, 9, 11),
            date(2026, 9, 10),
            f"khoản 1 Điều 23 {DECREE}",
            "Kết nối thử",
        ),
        (
            receptions.online_test,
            "online_test",
            date(2026, 9, 14),
            date(2026, 9, 11),
            f"khoản 1 Điều 23 {DECREE}",
            "Kết nối thử",
        ),
    ],
)
def test_a_reception_is_prepared_before_its_day(rule, code, day, by, cite, words):
    found = rule(before=day)
    assert (found.result, found.citation, found.rule) == (by, cite, f"latest.reception.{code}")
    assert words in found.explanation


def test_the_schedule_is_certain_before_the_amendment_and_online_sessions_always():
    assert not receptions.schedule(before=OLD).provisional
    assert receptions.schedule(before=date(2026, 8, 3)).assumptions == (NOTE,)
    assert receptions.schedule(before=date(2026, 8, 3)).provisional
    assert not receptions.online_notice(before=date(2026, 8, 3)).provisional
    with pytest.raises(NotYetInForce):
        receptions.online_notice(before=OLD)


@pytest.mark.parametrize(
    ("hour", "minute", "by"), [(9, 0, "08:00"), (14, 30, "13:30"), (1, 0, "00:00"), (23, 59, "22:59")]
)
def test_all_points_are_connected_an_hour_before(hour, minute, by):
    found = receptions.online_connected(on=date(2026, 9, 11), hour=hour, minute=minute)
    assert (found.result, found.citation) == (by, f"khoản 1 Điều 23 {DECREE}")
    assert f"chậm nhất lúc {by}: 1 giờ trước khi bắt đầu ({hour:02}:{minute:02})" in found.explanation
    assert (found.provisional, found.rule) == (False, "reception.online_connected")
    assert found.inputs == {"on": date(2026, 9, 11), "hour": hour, "minute": minute}


def test_an_hour_begins_at_its_first_minute_when_nothing_is_said():
    assert receptions.online_connected(on=NEW, hour=9).result == "08:00"


@pytest.mark.parametrize(
    ("hour", "minute", "words"),
    [(24, 0, "từ 0 đến 23"), (-1, 0, "từ 0 đến 23"), (9, 60, "từ 0 đến 59"), (0, 59, "giờ đầu")],
)
def test_no_such_time(hour, minute, words):
    with pytest.raises(Refused, match=words) as refused:
        receptions.online_connected(on=NEW, hour=hour, minute=minute)
    assert refused.value.code == "impossible-value"


@pytest.mark.parametrize(
    ("case", "protected", "allowed", "words"),
    [
        (OnlineCase.MANY_BODIES, False, True, "phức tạp, kéo dài"),
        (OnlineCase.REMOTE, True, True, "vùng sâu"),
        (OnlineCase.EMERGENCY, False, True, "thiên tai"),
        (OnlineCase.DENUNCIATION, False, True, "tố cáo phức tạp"),
        (OnlineCase.DENUNCIATION, True, False, "yêu cầu bảo vệ danh tính"),
        (OnlineCase.OTHER, False, True, "thực tiễn"),
    ],
)
def test_a_denouncer_who_wants_to_stay_unknown_is_not_heard_online(case, protected, allowed, words):
    found = receptions.online_allowed(on=NEW, online_case=case, identity_protected=protected)
    assert (found.result, found.citation) == (allowed, f"Điều 20 {DECREE}")
    assert words in found.explanation
    assert not found.provisional
    assert found.inputs == {"on": NEW, "online_case": case, "identity_protected": protected}
    assert receptions.online_allowed(on=NEW, online_case=case).result is True


@pytest.mark.parametrize(
    ("office", "on", "rhythm", "cite", "provisional"),
    [
        (Office.COMMUNE_CHAIR, OLD, Rhythm(1, Per.WEEK), f"điểm d khoản 2 Điều 15 {LAW}", False),
        (Office.COMMUNE_CHAIR, NEW, Rhythm(1, Per.WEEK), f"điểm d khoản 2 Điều 15 {LAW}", True),
        (Office.DISTRICT_CHAIR, date(2025, 6, 30), Rhythm(2, Per.MONTH), f"khoản 5 Điều 13 {LAW}", False),
        (Office.DISTRICT_CHAIR, date(2025, 7, 1), None, f"khoản 5 Điều 13 {LAW}", False),
        (Office.PROVINCE_CHAIR, OLD, Rhythm(1, Per.MONTH), f"khoản 5 Điều 12 {LAW}", False),
        (Office.PROVINCE_CHAIR, NEW, Rhythm(1, Per.MONTH), f"khoản 5 Điều 12 {LAW}", True),
        (Office.HEAD, OLD, Rhythm(1, Per.MONTH), f"khoản 2 Điều 18 {LAW}", False),
        (Office.HEAD, NEW, Rhythm(1, Per.MONTH), f"khoản 2 Điều 18 {LAW}", True),
        (Office.UNIT_HEAD, NEW, Rhythm(1, Per.MONTH), f"khoản 2 Điều 10 {DECREE}", False),
    ],
)
def test_each_office_has_its_rhythm(office, on, rhythm, cite, provisional):
    found = receptions.rhythm(on=on, office=office)
    assert (found.result, found.citation, found.provisional) == (rhythm, cite, provisional)
    changed = NEW if office is Office.UNIT_HEAD else date(2025, 7, 1)
    assert found.version == (changed if rhythm is None or office is Office.UNIT_HEAD else date(2014, 7, 1))
    assert found.rule == "reception.rhythm"
    assert found.inputs == {"on": on, "office": office}
    if rhythm is None:
        assert "không còn cấp huyện" in found.explanation
    else:
        assert found.explanation.startswith(f"{office.words} trực tiếp tiếp công dân")
        assert f"ít nhất {rhythm.days} ngày trong một {rhythm.per.words}" in found.explanation


def test_a_units_head_had_no_rhythm_read_here_before():
    with pytest.raises(NotYetInForce):
        receptions.rhythm(on=OLD, office=Office.UNIT_HEAD)


@pytest.mark.parametrize(
    ("office", "held", "periods", "kept", "words"),
    [
        (Office.COMMUNE_CHAIR, 51, 52, False, "Còn thiếu 1 ngày: đã tiếp 51 ngày trong 52 tuần"),
        (Office.COMMUNE_CHAIR, 52, 52, True, "Đủ: đã tiếp 52 ngày trong 52 tuần, phải tiếp ít nhất 52 ngày"),
        (Office.COMMUNE_CHAIR, 53, 52, True, "Đủ"),
        (Office.PROVINCE_CHAIR, 11, 12, False, "11 ngày trong 12 tháng"),
        (Office.PROVINCE_CHAIR, 12, 12, True, "Đủ"),
        (Office.HEAD, 0, 1, False, "Còn thiếu 1 ngày"),
    ],
)
def test_days_of_reception_are_counted_against_the_rhythm(office, held, periods, kept, words):
    found = receptions.rhythm_kept(on=OLD, office=office, held=held, periods=periods)
    assert found.result is kept
    assert words in found.explanation
    assert not found.provisional
    assert receptions.rhythm_kept(on=NEW, office=office, held=held, periods=periods).provisional
    assert found.inputs == {"on": OLD, "office": office, "held": held, "periods": periods}


def test_the_district_received_twice_a_month_and_units_heads_are_certain():
    district = receptions.rhythm_kept(on=date(2025, 6, 30), office=Office.DISTRICT_CHAIR, held=3, periods=2)
    assert (district.result, district.citation) == (False, f"khoản 5 Điều 13 {LAW}")
    assert "phải tiếp ít nhất 4 ngày" in district.explanation
    unit = receptions.rhythm_kept(on=NEW, office=Office.UNIT_HEAD, held=1)
    assert (unit.result, unit.provisional, unit.rule) == (True, False, "reception.rhythm_kept")


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"office": Office.DISTRICT_CHAIR, "held": 1}, "không còn cấp huyện"),
        ({"office": Office.HEAD, "held": -1}, "Số ngày đã tiếp"),
        ({"office": Office.HEAD, "held": 1, "periods": 0}, "Số tuần hoặc số tháng"),
    ],
)
def test_rhythms_that_cannot_be_checked(asked, words):
    with pytest.raises(Refused, match=words):
        receptions.rhythm_kept(on=NEW, **asked)


@pytest.mark.parametrize(
    ("people", "expected", "words"),
    [
        (2, Representatives(1, 1), "cử 1 người"),
        (4, Representatives(1, 1), "cử 1 người"),
        (5, Representatives(1, 2), "cử từ 1 đến 2 người"),
        (10, Representatives(1, 2), "cử từ 1 đến 2 người"),
        (11, Representatives(1, 5), "cử từ 1 đến 5 người"),
        (12, Representatives(1, 5), "cử từ 1 đến 5 người"),
        (200, Representatives(1, 5), "Nhóm 200 người"),
    ],
)
def test_a_group_sends_representatives(people, expected, words):
    found = receptions.representatives(on=OLD, people=people)
    assert (found.result, found.citation, found.version) == (expected, f"Điều 29 {LAW}", date(2014, 7, 1))
    assert words in found.explanation
    assert "chữ ký của tất cả" in found.explanation
    assert found.provisional is (people < 5)
    assert receptions.representatives(on=NEW, people=people).provisional
    assert found.inputs == {"on": OLD, "people": people, "few_representatives": "one"}


@pytest.mark.parametrize(("people", "expected"), [(4, Representatives(1, 2)), (5, Representatives(1, 2))])
def test_a_small_group_may_be_read_like_five(people, expected):
    found = receptions.representatives(on=OLD, people=people, few_representatives="as_five")
    assert found.result == expected
    assert bool(found.assumptions) is (people < 5)


def test_how_a_small_group_was_read_is_said():
    assert "không định số" in receptions.representatives(on=OLD, people=3).assumptions[0]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"people": 0}, "Số người cùng một nội dung"),
        ({"people": 1}, "Chỉ có một người"),
        ({"people": 3, "few_representatives": "none"}, "Không có cách hiểu"),
    ],
)
def test_groups_that_cannot_be(asked, words):
    with pytest.raises(Refused, match=words):
        receptions.representatives(on=OLD, **asked)


SPOKEN = Refusal(explained=True, written=False)
WRITTEN = Refusal(explained=False, written=True)
BOTH = Refusal(explained=True, written=True)


@pytest.mark.parametrize(
    ("ground", "told", "words"),
    [
        (Ground.DRUNK, SPOKEN, "người say"),
        (Ground.THREATENING, SPOKEN, "đe dọa"),
        (Ground.PROLONGED, WRITTEN, "vẫn kéo dài"),
        (Ground.ARMED, SPOKEN, "vũ khí"),
        (Ground.UNCHECKED, SPOKEN, "kiểm tra an ninh"),
        (Ground.RECORDING, SPOKEN, "ghi âm"),
        (Ground.DISORDER, SPOKEN, "gây rối"),
        (Ground.INCAPABLE, SPOKEN, "năng lực hành vi"),
        (Ground.UNPROVEN_PROXY, SPOKEN, "giấy tờ chứng minh"),
        (Ground.OUT_OF_SCOPE, SPOKEN, "không phải khiếu nại"),
        (Ground.ANSWERED, BOTH, "không có tình tiết mới"),
        (Ground.JUDGED, SPOKEN, "bản án"),
        (Ground.ELSEWHERE, SPOKEN, "nơi khác thụ lý"),
    ],
)
def test_each_refusal_is_told_in_its_way(ground, told, words):
    found = receptions.refusal(on=NEW, ground=ground)
    assert found.result == told
    assert words in found.explanation
    assert ("giải thích trực tiếp lý do" in found.explanation) is told.explained
    assert ("Thông báo từ chối tiếp công dân" in found.explanation) is told.written
    assert (found.citation, found.version) == (f"khoản {3 if told.written else 2} Điều 4 {DECREE}", NEW)
    assert found.provisional is (ground in {Ground.ARMED, Ground.JUDGED})
    assert bool(found.assumptions) is found.provisional
    assert found.inputs == {"on": NEW, "ground": ground, "unlisted_refusal": "spoken"}


def test_both_ways_are_joined():
    assert "lý do và ban hành Thông báo" in receptions.refusal(on=NEW, ground=Ground.ANSWERED).explanation


@pytest.mark.parametrize("ground", [Ground.ARMED, Ground.JUDGED])
def test_grounds_that_the_text_leaves_open_may_be_read_as_written(ground):
    found = receptions.refusal(on=NEW, ground=ground, unlisted_refusal="written")
    assert (found.result, found.citation) == (WRITTEN, f"khoản 3 Điều 4 {DECREE}")
    assert "bằng văn bản" in found.assumptions[0]


def test_the_reading_changes_no_other_ground_and_must_exist():
    assert receptions.refusal(on=NEW, ground=Ground.DRUNK, unlisted_refusal="written").result == SPOKEN
    with pytest.raises(Refused, match="Không có cách hiểu"):
        receptions.refusal(on=NEW, ground=Ground.DRUNK, unlisted_refusal="none")
    with pytest.raises(NotYetInForce):
        receptions.refusal(on=OLD, ground=Ground.DRUNK)


@given(day=st.dates(date(2014, 7, 1), date(2027, 12, 31)), later=st.integers(0, 100))
@settings(max_examples=50)
def test_a_later_reception_never_has_an_earlier_last_day_to_post(day, later):
    after = receptions.schedule(before=day + timedelta(days=later)).result
    assert receptions.schedule(before=day).result <= after < day + timedelta(days=later)


@given(people=st.integers(2, 300), more=st.integers(0, 300))
@settings(max_examples=50)
def test_a_larger_group_never_has_fewer_representatives(people, more):
    few, many = (receptions.representatives(on=OLD, people=each).result for each in (people, people + more))
    assert few.most <= many.most
