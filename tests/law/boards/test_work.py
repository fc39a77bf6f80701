"""Plans told beforehand, answers, recognition, majority, confirmation, rhythm."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawcore.answers import Refused
from lawcore.boards import DEADLINES, LATEST, RULES, Guide, Kind, Paper, Rhythm
from lawcore.dated import NotYetInForce

DAY = date(2026, 6, 28)
LAW = "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15"
DECREE = "Nghị định số 59/2023/NĐ-CP"


@pytest.mark.parametrize(
    ("board", "article", "words"),
    [
        (Kind.COMMUNE, "Điều 14", "Chủ tịch Ủy ban nhân dân cấp xã"),
        (Kind.AGENCY, "Điều 22", "Ban Chấp hành Công đoàn"),
        (Kind.ENTERPRISE, "Điều 26", "lãnh đạo doanh nghiệp"),
    ],
)
def test_a_plan_is_sent_five_working_days_before_the_inspection(board, article, words):
    found = LATEST["inspection.plan"](before=date(2026, 3, 16), board=board)  # Monday to Monday
    assert found.result == date(2026, 3, 9)
    assert found.rule == "latest.inspection.plan"
    assert found.citation == f"điểm b khoản 1 {article} {DECREE}"
    assert words in found.explanation
    assert found.inputs == {"before": date(2026, 3, 16), "board": board}


def test_an_investment_board_has_another_notice():
    with pytest.raises(Refused, match="thông báo kế hoạch giám sát đầu tư") as refused:
        LATEST["inspection.plan"](before=DAY, board=Kind.INVESTMENT)
    assert refused.value.allowed == (Kind.COMMUNE, Kind.AGENCY, Kind.ENTERPRISE)


@pytest.mark.parametrize(
    ("before", "last"),
    [(date(2026, 6, 15), date(2026, 5, 1)), (date(2026, 3, 2), date(2026, 1, 16))],
)
def test_the_owner_is_told_forty_five_days_before(before, last):
    found = LATEST["supervision.notice"](before=before)
    assert found.result == last
    assert found.rule == "latest.supervision.notice"
    assert found.citation == f"điểm b khoản 1 Điều 45 {LAW}"
    assert "chủ đầu tư" in found.explanation


@pytest.mark.parametrize(
    ("board", "citation", "who"),
    [
        (Kind.COMMUNE, "điểm c khoản 1 Điều 40", "Ủy ban nhân dân cấp xã"),
        (Kind.INVESTMENT, "điểm c khoản 2 Điều 45", "Ủy ban nhân dân cấp xã"),
        (Kind.AGENCY, "điểm c khoản 1 Điều 63", "Người đứng đầu cơ quan, đơn vị"),
        (Kind.ENTERPRISE, "điểm d khoản 1 Điều 81", "Ban lãnh đạo doanh nghiệp"),
    ],
)
def test_a_recommendation_is_answered_in_fifteen_calendar_days(board, citation, who):
    found = DEADLINES["board.reply"](since=date(2026, 6, 1), board=board)
    assert found.result == date(2026, 6, 16)
    assert found.rule == "deadline.board.reply"
    assert found.citation == f"{citation} {LAW}"
    assert found.explanation.startswith(who)
    assert found.inputs == {"since": date(2026, 6, 1), "board": board}
    assert DEADLINES["board.reply"](since=date(2026, 6, 5), board=board).result == date(2026, 6, 22)  # a Saturday moves


@pytest.mark.parametrize(
    ("board", "citation", "who"),
    [
        (
            Kind.COMMUNE,
            f"khoản 2 Điều 21 {LAW}; điểm b khoản 2 Điều 40 {LAW}",
            "Ủy ban Mặt trận Tổ quốc Việt Nam cấp xã",
        ),
        (
            Kind.INVESTMENT,
            f"khoản 2 Điều 21 {LAW}; điểm a khoản 1 Điều 45 {LAW}",
            "Ủy ban Mặt trận Tổ quốc Việt Nam cấp xã",
        ),
        (Kind.AGENCY, f"khoản 1 Điều 21 {DECREE}", "Ban Chấp hành Công đoàn"),
        (Kind.ENTERPRISE, f"khoản 1 Điều 25 {DECREE}", "Ban Chấp hành Công đoàn"),
    ],
)
def test_an_election_is_recognised_in_five_working_days(board, citation, who):
    found = DEADLINES["board.recognition"](since=date(2026, 3, 10), board=board)
    assert found.result == date(2026, 3, 17)
    assert found.rule == "deadline.board.recognition"
    assert found.citation == citation
    assert found.explanation.startswith(f"{who} công nhận kết quả bầu thành viên {board.words}")
    assert not found.provisional
    assert found.inputs["board"] is board


def test_by_default_the_board_is_the_communes():
    assert DEADLINES["board.reply"](since=DAY) == DEADLINES["board.reply"](since=DAY, board=Kind.COMMUNE)
    assert DEADLINES["board.recognition"](since=DAY).inputs["board"] is Kind.COMMUNE
    assert LATEST["inspection.plan"](before=DAY).inputs["board"] is Kind.COMMUNE


def test_without_a_union_who_recognises_is_a_reading():
    found = DEADLINES["board.recognition"](since=date(2026, 3, 10), board=Kind.AGENCY, has_union=False)
    assert found.result == date(2026, 3, 17)
    assert not found.provisional  # the day is the same whoever recognises
    assert "union_absent" in found.assumptions[0]
    assert found.explanation.startswith("Người hoặc bộ phận được giao")


@pytest.mark.parametrize(
    ("values", "guide", "article", "open_question"),
    [
        ({"kind": Kind.COMMUNE}, Guide.FRONT, "khoản 1 Điều 39", False),
        ({"kind": Kind.COMMUNE, "has_union": False}, Guide.FRONT, "khoản 1 Điều 39", False),
        ({"kind": Kind.INVESTMENT}, Guide.FRONT, "khoản 1 Điều 44", False),
        ({"kind": Kind.AGENCY}, Guide.UNION, "khoản 1 Điều 62", False),
        ({"kind": Kind.AGENCY, "has_union": False}, Guide.DESIGNATED, "khoản 1 Điều 62", True),
        (
            {"kind": Kind.AGENCY, "has_union": False, "union_absent": "upper_union"},
            Guide.UPPER_UNION,
            "khoản 1 Điều 62",
            True,
        ),
        ({"kind": Kind.AGENCY, "union_absent": "upper_union"}, Guide.UNION, "khoản 1 Điều 62", False),
        ({"kind": Kind.ENTERPRISE}, Guide.UNION, "khoản 1 Điều 79", False),
        ({"kind": Kind.ENTERPRISE, "has_union": False}, Guide.DESIGNATED, "khoản 1 Điều 79", True),
    ],
)
def test_who_directs_a_board(values, guide, article, open_question):
    found = RULES["board.guided_by"](**values, on=DAY)
    assert found.result is guide
    assert found.rule == "board.guided_by"
    assert found.citation == f"{article} {LAW}"
    assert found.explanation == f"{guide.words} chỉ đạo, hướng dẫn trực tiếp {values['kind'].words}."
    assert found.provisional is open_question
    assert bool(found.assumptions) is open_question


def test_an_unknown_reading_of_the_union_is_refused():
    with pytest.raises(Refused) as refused:
        RULES["board.guided_by"](kind=Kind.AGENCY, union_absent="nobody", on=DAY)
    assert refused.value.allowed == ("designated", "upper_union")


@given(st.dates(date(2023, 8, 15), date(2030, 12, 31)), st.sampled_from(list(Kind)))
@settings(max_examples=20)
def test_a_later_start_never_gives_an_earlier_deadline(day, board):
    for rule in DEADLINES.values():
        assert rule(since=day, board=board).result <= rule(since=day + timedelta(days=1), board=board).result


@pytest.mark.parametrize(
    ("kind", "confirmed", "reading", "allowed", "open_question", "words"),
    [
        (Kind.INVESTMENT, True, "before_sending", True, False, "đã xác nhận"),
        (Kind.INVESTMENT, False, "before_sending", False, False, "chưa xác nhận"),  # a defect
        (Kind.INVESTMENT, False, "any_time", False, False, "chưa xác nhận"),
        (Kind.COMMUNE, True, "before_sending", True, False, "đã xác nhận"),
        (Kind.COMMUNE, False, "before_sending", False, True, "chưa xác nhận"),
        (Kind.COMMUNE, False, "any_time", True, True, "nhưng theo cách hiểu được chọn thì xác nhận sau cũng được."),
        (Kind.AGENCY, None, "before_sending", True, False, "không cần Mặt trận xác nhận"),
        (Kind.ENTERPRISE, False, "before_sending", True, False, "không cần Mặt trận xác nhận"),
    ],
)
def test_the_front_confirms_before_a_recommendation_goes_out(kind, confirmed, reading, allowed, open_question, words):
    found = RULES["board.may_send"](kind=kind, confirmed=confirmed, front_confirms=reading, on=DAY)
    assert found.result is allowed
    assert found.rule == "board.may_send"
    assert words in found.explanation
    assert found.explanation.startswith("Được gửi" if allowed else "Chưa được gửi")
    assert found.provisional is open_question
    assert any("front_confirms" in each for each in found.assumptions) is open_question


@pytest.mark.parametrize(
    ("kind", "citation"),
    [
        (Kind.COMMUNE, "điểm d khoản 2 Điều 40"),
        (Kind.INVESTMENT, "điểm d khoản 1 Điều 45"),
        (Kind.AGENCY, "khoản 5 Điều 61"),
        (Kind.ENTERPRISE, "khoản 5 Điều 78"),
    ],
)
def test_sending_cites_its_article(kind, citation):
    assert RULES["board.may_send"](kind=kind, confirmed=True, on=DAY).citation == f"{citation} {LAW}"


@pytest.mark.parametrize("kind", [Kind.COMMUNE, Kind.INVESTMENT])
def test_whether_the_front_confirmed_must_be_said(kind):
    with pytest.raises(Refused) as refused:
        RULES["board.may_send"](kind=kind, on=DAY)
    assert refused.value.allowed == ("confirmed",)
    with pytest.raises(Refused) as refused:
        RULES["board.may_send"](kind=kind, confirmed=True, front_confirms="never", on=DAY)
    assert refused.value.allowed == ("before_sending", "any_time")


@pytest.mark.parametrize(
    ("members", "present", "agree", "reading", "passed", "open_question"),
    [
        (5, None, 0, "of_members", False, False),
        (5, None, 1, "of_members", False, True),  # one of one who came would do by the other reading
        (5, None, 2, "of_members", False, True),
        (5, None, 3, "of_members", True, False),
        (6, 6, 3, "of_members", False, False),  # exactly half is no majority
        (6, None, 3, "of_members", False, True),
        (6, None, 4, "of_members", True, False),
        (5, 3, 2, "of_members", False, True),
        (5, 3, 2, "of_present", True, True),
        (5, 4, 2, "of_present", False, False),
        (5, 3, 3, "of_members", True, False),
        (5, 0, 0, "of_present", False, False),
    ],
)
def test_a_board_decides_by_majority(members, present, agree, reading, passed, open_question):
    for kind in Kind:
        found = RULES["board.decided"](
            kind=kind, members=members, present=present, agree=agree, board_majority=reading, on=DAY
        )
        assert found.result is passed
        assert found.rule == "board.decided"
        assert found.provisional is open_question
        assert bool(found.assumptions) is open_question
        base = members if reading == "of_members" else present
        assert f"{agree} trong {base} thành viên" in found.explanation
        assert found.explanation.startswith("Ban đã quyết định" if passed else "Ban chưa quyết định được")


@pytest.mark.parametrize(
    ("kind", "article"),
    [(Kind.COMMUNE, 12), (Kind.INVESTMENT, 16), (Kind.AGENCY, 20), (Kind.ENTERPRISE, 24)],
)
def test_a_majority_cites_its_article(kind, article):
    assert RULES["board.decided"](kind=kind, members=5, agree=3, on=DAY).citation == f"khoản 3 Điều {article} {DECREE}"


@pytest.mark.parametrize(
    ("values", "code", "key"),
    [
        ({"agree": 3}, "missing-key", "members"),
        ({"members": 5}, "missing-key", "agree"),
        ({"members": 5, "agree": 3, "board_majority": "of_present"}, "missing-key", "present"),
        ({"members": 5, "agree": 3, "board_majority": "all"}, "impossible-value", "of_members"),
    ],
)
def test_a_majority_needs_its_counts(values, code, key):
    with pytest.raises(Refused) as refused:
        RULES["board.decided"](kind=Kind.COMMUNE, **values, on=DAY)
    assert refused.value.code == code
    assert refused.value.allowed[0] == key


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"members": 5, "agree": 6}, "Số thành viên tán thành .6. nhiều hơn số thành viên dự họp"),
        ({"members": 5, "present": 6, "agree": 3}, "Số thành viên dự họp .6. nhiều hơn số thành viên của Ban"),
        ({"members": 5, "present": 2, "agree": 3}, "Số thành viên tán thành .3. nhiều hơn"),
        ({"members": 0, "agree": 0}, "Số thành viên của Ban phải là số nguyên từ 1"),
    ],
)
def test_impossible_counts_are_refused(values, words):
    with pytest.raises(Refused, match=words):
        RULES["board.decided"](kind=Kind.COMMUNE, **values, on=DAY)


THREE = (Rhythm.QUARTER, Rhythm.HALF_YEAR, Rhythm.YEAR)


@pytest.mark.parametrize(
    ("kind", "paper", "rhythm", "citation"),
    [
        (
            Kind.COMMUNE,
            Paper.PLAN,
            (*THREE, Rhythm.TERM),
            f"khoản 2 Điều 39 {LAW}; điểm a khoản 1 Điều 14 {DECREE}",
        ),
        (
            Kind.COMMUNE,
            Paper.REPORT,
            (*THREE, Rhythm.TERM, Rhythm.ON_REQUEST, Rhythm.INCIDENT),
            f"khoản 3 Điều 39 {LAW}; khoản 3 Điều 14 {DECREE}",
        ),
        (Kind.AGENCY, Paper.PLAN, THREE, f"khoản 2 Điều 62 {LAW}; điểm a khoản 1 Điều 22 {DECREE}"),
        (
            Kind.AGENCY,
            Paper.REPORT,
            (*THREE, Rhythm.TERM, Rhythm.ON_REQUEST, Rhythm.CONFERENCE),
            f"khoản 3 Điều 62 {LAW}; khoản 3 Điều 22 {DECREE}",
        ),
        (Kind.ENTERPRISE, Paper.PLAN, THREE, f"khoản 2 Điều 79 {LAW}; điểm a khoản 1 Điều 26 {DECREE}"),
        (
            Kind.ENTERPRISE,  # no report for the whole term, unlike an agency
            Paper.REPORT,
            (*THREE, Rhythm.ON_REQUEST, Rhythm.CONFERENCE),
            f"khoản 3 Điều 79 {LAW}; khoản 3 Điều 26 {DECREE}",
        ),
        (Kind.INVESTMENT, Paper.PLAN, (Rhythm.PROJECT,), f"khoản 2 Điều 44 {LAW}; khoản 1 Điều 18 {DECREE}"),
        (
            Kind.INVESTMENT,
            Paper.REPORT,
            (Rhythm.PERIODIC, Rhythm.ON_REQUEST),
            f"khoản 3 Điều 44 {LAW}; khoản 3 Điều 18 {DECREE}",
        ),
    ],
)
def test_how_often_a_board_plans_and_reports(kind, paper, rhythm, citation):
    found = RULES["board.rhythm"](kind=kind, paper=paper, on=DAY)
    assert found.result == rhythm
    assert found.rule == "board.rhythm"
    assert found.citation == citation
    for each in rhythm:
        assert each.words in found.explanation
    assert ("báo cáo:" in found.explanation) is (paper is Paper.REPORT)
    assert ("lập kế hoạch" in found.explanation) is (paper is Paper.PLAN)
    without_term = Rhythm.TERM not in rhythm and kind is not Kind.INVESTMENT
    assert ("không yêu cầu cho cả nhiệm kỳ" in found.explanation) is without_term


@pytest.mark.parametrize(
    ("kind", "paper", "rhythm", "citation"),
    [
        (Kind.COMMUNE, Paper.PLAN, THREE, "khoản 2 Điều 39"),
        (Kind.COMMUNE, Paper.REPORT, (Rhythm.PERIODIC, Rhythm.ON_REQUEST), "khoản 3 Điều 39"),
        (Kind.AGENCY, Paper.PLAN, THREE, "khoản 2 Điều 62"),
        (Kind.ENTERPRISE, Paper.PLAN, THREE, "khoản 2 Điều 79"),
        (Kind.INVESTMENT, Paper.PLAN, (Rhythm.PROJECT,), "khoản 2 Điều 44"),
        (Kind.INVESTMENT, Paper.REPORT, (Rhythm.PERIODIC, Rhythm.ON_REQUEST), "khoản 3 Điều 44"),
    ],
)
def test_before_the_decree_the_law_alone_set_the_rhythm(kind, paper, rhythm, citation):
    found = RULES["board.rhythm"](kind=kind, paper=paper, on=date(2023, 7, 1))
    assert found.result == rhythm
    assert found.citation == f"{citation} {LAW}"


@pytest.mark.parametrize("kind", [Kind.AGENCY, Kind.ENTERPRISE])
def test_before_the_decree_no_rhythm_of_reports_is_known(kind):
    with pytest.raises(NotYetInForce):
        RULES["board.rhythm"](kind=kind, paper=Paper.REPORT, on=date(2023, 8, 14))
