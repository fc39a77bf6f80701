"""Conferences of staff and of workers: when, who, how many; ballots instead."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawcore.answers import Refused
from lawcore.conferences import DEADLINES, RULES, Workplace
from lawcore.dated import NotYetInForce
from lawcore.sources import cited

ON = date(2026, 3, 2)
AGENCY, ENTERPRISE = Workplace.AGENCY, Workplace.ENTERPRISE
BOTH = (AGENCY, ENTERPRISE)


@pytest.mark.parametrize(
    ("since", "due", "moved"),
    [
        (date(2025, 12, 31), date(2026, 3, 31), ""),  # the calendar year
        (date(2024, 12, 31), date(2025, 3, 31), ""),
        (date(2026, 6, 30), date(2026, 9, 30), ""),
        (date(2026, 9, 30), date(2026, 12, 31), ""),  # three whole months, not 30 December
        (date(2026, 2, 28), date(2026, 6, 1), "31/05/2026 là Chủ nhật"),
        (date(2025, 11, 30), date(2026, 3, 2), "28/02/2026 là thứ Bảy"),
        (date(2025, 5, 31), date(2025, 9, 3), "31/08/2025 là Chủ nhật"),  # a school year; then 1 and 2 September
    ],
)
@pytest.mark.parametrize(
    ("kind", "cite", "year"),
    [
        ("conference.staff", "LDC art. 51 cl. 1", "năm công tác"),
        ("conference.workers", "LDC art. 69 cl. 1", "năm tài chính"),
    ],
)
def test_held_in_the_first_three_months_of_the_next_year(kind, cite, year, since, due, moved):
    found = DEADLINES[kind](since=since)
    assert (found.result, found.rule, found.citation) == (due, f"deadline.{kind}", cited(cite))
    assert f"chậm nhất ngày {due:%d/%m/%Y}: hết 3 tháng đầu của {year} tiếp theo" in found.explanation
    assert f"{year} vừa qua kết thúc ngày {since:%d/%m/%Y}" in found.explanation
    assert moved in found.explanation
    assert ("nên chuyển sang" in found.explanation) is bool(moved)
    assert found.inputs == {"since": since}


def test_a_last_day_not_decided_yet_is_provisional():
    assert not DEADLINES["conference.staff"](since=date(2025, 12, 31)).provisional
    # A school year: 31 August 2030 is a Saturday, and the days off around 2 September are not decided yet.
    assert DEADLINES["conference.staff"](since=date(2030, 5, 31)).provisional


@pytest.mark.parametrize(
    ("kind", "cite", "who"),
    [
        ("conference.staff_check", "LDC art. 52 cl. 3", "Người đứng đầu và Công đoàn"),
        ("conference.workers_check", "LDC art. 70 cl. 3", "Doanh nghiệp và Công đoàn"),
    ],
)
@pytest.mark.parametrize(
    ("since", "due"),
    [
        (date(2026, 3, 16), date(2026, 9, 16)),
        (date(2026, 1, 30), date(2026, 7, 30)),
        (date(2026, 3, 31), date(2026, 9, 30)),
        (date(2026, 3, 5), date(2026, 9, 7)),  # a Saturday
    ],
)
def test_checked_every_six_months(kind, cite, who, since, due):
    found = DEADLINES[kind](since=since)
    assert (found.result, found.rule, found.citation) == (due, f"deadline.{kind}", cited(cite))
    assert found.explanation.startswith(f"{who} kiểm tra việc thực hiện nghị quyết")
    assert "không còn tổ chức Công đoàn" in found.assumptions[0]


@pytest.mark.parametrize(
    ("staff", "least"),
    [(1, 1), (2, 2), (3, 2), (50, 34), (51, 34), (99, 66), (100, 67), (150, 100), (151, 101), (200, 134)],
)
@pytest.mark.parametrize(
    ("kind", "cite"), [(AGENCY, "LDC art. 51 cl. 2 pt. c"), (ENTERPRISE, "LDC art. 69 cl. 2 pt. c")]
)
def test_two_thirds_must_be_present(kind, cite, staff, least):
    need = RULES["conference.quorum"](kind=kind, staff=staff, on=ON)
    assert (need.result, need.rule, need.citation) == (least, "conference.quorum", cited(cite))
    assert need.explanation == f"Cần ít nhất {least} người có mặt: phải từ hai phần ba của {staff} người trở lên."
    assert need.inputs == {"kind": kind, "staff": staff, "delegates": None, "on": ON}
    for present in {least - 1, least, min(least + 1, staff)}:
        found = RULES["conference.valid"](kind=kind, staff=staff, present=present, on=ON)
        assert (found.result, found.rule, found.citation) == (present >= least, "conference.valid", cited(cite))
        assert found.inputs == {**need.inputs, "present": present}


@pytest.mark.parametrize(
    ("staff", "delegates", "present", "enough", "words"),
    [
        (None, 45, 30, True, "Hội nghị hợp lệ: 30 người có mặt."),  # exactly two thirds of the delegates
        (None, 1, 1, True, "hai phần ba của 1 đại biểu được triệu tập"),
        (None, 45, 29, False, "Hội nghị chưa hợp lệ, còn thiếu 1 người: 29 người có mặt."),
        (400, 45, 30, True, "hai phần ba của 45 đại biểu được triệu tập"),
        (45, 45, 30, True, "45 đại biểu"),
        (45, None, 20, False, "còn thiếu 10 người"),
        (60, None, 40, True, "hai phần ba của 60 người"),
    ],
)
def test_delegates_count_instead_of_staff(staff, delegates, present, enough, words):
    found = RULES["conference.valid"](kind=AGENCY, staff=staff, delegates=delegates, present=present, on=ON)
    assert found.result is enough
    assert words in found.explanation


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ({}, "Còn thiếu tổng số người, hoặc số đại biểu được triệu tập (staff)."),
        ({"staff": 0}, "Tổng số người phải"),
        ({"delegates": 0}, "Số đại biểu được triệu tập phải"),
        ({"staff": 40, "delegates": 41}, "Số đại biểu được triệu tập (41) nhiều hơn tổng số người (40)"),
        ({"staff": 40, "present": 41}, "Số người có mặt (41) nhiều hơn tổng số người (40)"),
        ({"delegates": 40, "present": 41}, "nhiều hơn số đại biểu được triệu tập (40)"),
        ({"staff": 40, "present": -1}, "Số người có mặt phải"),
    ],
)
def test_impossible_numbers_present(given, word):
    with pytest.raises(Refused) as refused:
        RULES["conference.valid"](kind=AGENCY, on=ON, **{"present": 1, **given})
    assert word in str(refused.value)


@pytest.mark.parametrize(
    ("present", "least"), [(1, 1), (2, 2), (3, 2), (50, 26), (51, 26), (60, 31), (150, 76), (151, 76), (200, 101)]
)
@pytest.mark.parametrize(
    ("kind", "cite"), [(AGENCY, "LDC art. 51 cl. 2 pt. c"), (ENTERPRISE, "LDC art. 69 cl. 2 pt. c")]
)
def test_more_than_half_of_those_attending(kind, cite, present, least):
    need = RULES["conference.required"](kind=kind, present=present, on=ON)
    assert (need.result, need.rule, need.citation) == (least, "conference.required", cited(cite))
    assert f"phải quá một nửa của {present} người dự, đúng một nửa là chưa đủ" in need.explanation
    for agree in {least - 1, least, min(least + 1, present)}:
        found = RULES["conference.adopted"](kind=kind, present=present, agree=agree, on=ON)
        assert (found.result, found.rule, found.citation) == (agree >= least, "conference.adopted", cited(cite))
        assert "Đã coi hội nghị hợp lệ" in found.assumptions[0]
        assert found.inputs["agree"] == agree


@pytest.mark.parametrize(
    ("staff", "delegates", "present", "agree", "passed", "words"),
    [
        (None, None, 60, 30, False, "Chưa thông qua, còn thiếu 1 người: 30 người tán thành."),  # exactly half
        (None, None, 60, 31, True, "Thông qua: 31 người tán thành."),
        (90, None, 60, 31, True, "Thông qua"),
        (91, None, 60, 60, False, "Không thông qua được. Hội nghị chưa hợp lệ, còn thiếu 1 người"),
        (None, 45, 30, 16, True, "Thông qua"),
        (None, 46, 30, 30, False, "Không thông qua được."),
        (90, None, 60, 30, False, "Chưa thông qua"),
    ],
)
def test_adopted_needs_a_valid_conference(staff, delegates, present, agree, passed, words):
    found = RULES["conference.adopted"](
        kind=AGENCY, staff=staff, delegates=delegates, present=present, agree=agree, on=ON
    )
    assert found.result is passed
    assert found.explanation.startswith(words)
    assert any("Đã coi hội nghị hợp lệ" in each for each in found.assumptions) is (staff is None and delegates is None)
    assert found.assumptions[-1] == "Nội dung được thông qua không trái pháp luật và phù hợp với đạo đức xã hội."


@pytest.mark.parametrize(("present", "agree"), [(0, 0), (10, 11), (10, -1)])
def test_impossible_votes(present, agree):
    with pytest.raises(Refused):
        RULES["conference.adopted"](kind=AGENCY, present=present, agree=agree, on=ON)


@settings(max_examples=50)
@given(staff=st.integers(2, 400), data=st.data(), kind=st.sampled_from(BOTH))
def test_one_more_agreeing_never_undoes_adoption(staff, data, kind):
    present = data.draw(st.integers(1, staff))
    agree = data.draw(st.integers(0, present - 1))
    one, more = (
        RULES["conference.adopted"](kind=kind, staff=staff, present=present, agree=number, on=ON).result
        for number in (agree, agree + 1)
    )
    assert one <= more


@pytest.mark.parametrize("kind", BOTH)
@pytest.mark.parametrize(
    ("staff", "scattered", "allowed", "word"),
    [
        (99, False, False, "Phải họp toàn thể: có 99 người, ít hơn 100"),  # together in one place
        (100, False, True, "có 100 người, từ 100 người trở lên"),
        (101, False, True, "từ 100 người trở lên"),
        (60, True, True, "phân tán hoặc không thể bỏ vị trí"),
        (8, False, False, "Phải họp toàn thể: có 8 người"),
    ],
)
def test_when_delegates_may_meet(kind, staff, scattered, allowed, word):
    found = RULES["conference.delegates_allowed"](kind=kind, staff=staff, scattered=scattered, on=ON)
    assert (found.result, found.rule) == (allowed, "conference.delegates_allowed")
    assert word in found.explanation
    assert found.citation == cited(f"LDC art. {'51' if kind is AGENCY else '69'} cl. 2 pt. a, b")
    assert not RULES["conference.delegates_allowed"](kind=kind, staff=60, on=ON).result


@pytest.mark.parametrize(
    ("kind", "staff", "words"),
    [
        (AGENCY, 7, "Nếu họp thì phải họp toàn thể: có 7 người"),  # nobody has to meet here
        (AGENCY, 8, "Phải họp toàn thể: có 8 người"),
        (ENTERPRISE, 7, "Phải họp toàn thể: có 7 người"),
    ],
)
def test_seven_staff_meet_in_full_if_they_meet(kind, staff, words):
    found = RULES["conference.delegates_allowed"](kind=kind, staff=staff, on=ON)
    assert not found.result
    assert found.explanation.startswith(words)


@pytest.mark.parametrize(
    ("kind", "who", "head"),
    [
        (AGENCY, "Công đoàn", "người đứng đầu"),
        (
            ENTERPRISE,
            "Công đoàn, tổ chức đại diện khác của người lao động",
            "người đại diện có thẩm quyền của doanh nghiệp",
        ),
    ],
)
def test_who_speaks_is_named_as_the_article_names_them(kind, who, head):
    asks, agrees = RULES["conference.extraordinary"], RULES["conference.ballots_allowed"]
    assert f": {who} đề xuất." in asks(kind=kind, staff=9, union_asks=True, on=ON).explanation
    assert f": {head} đề xuất." in asks(kind=kind, staff=9, head_asks=True, on=ON).explanation
    ready = agrees(kind=kind, failed_meetings=2, union_agrees=True, on=ON)
    assert ready.explanation.endswith(f"và đã thống nhất với {who}.")
    unready = agrees(kind=kind, failed_meetings=2, union_agrees=False, on=ON)
    assert unready.explanation.endswith(f"phải thống nhất với {who} trước.")


@pytest.mark.parametrize(
    ("kind", "staff", "optional", "word"),
    [
        (AGENCY, 6, True, "từ 7 người trở xuống"),
        (AGENCY, 7, True, "Không bắt buộc: có 7 người"),
        (AGENCY, 8, False, "Bắt buộc họp hằng năm: có 8 người, nhiều hơn 7"),
        (ENTERPRISE, 6, False, "luật không miễn cho nơi ít người"),  # no exemption for small state enterprises
        (ENTERPRISE, 1, False, "luật không miễn"),
        (ENTERPRISE, 100, False, "luật không miễn"),
    ],
)
def test_who_may_leave_the_conference_out(kind, staff, optional, word):
    found = RULES["conference.optional"](kind=kind, staff=staff, on=ON)
    assert (found.result, found.rule) == (optional, "conference.optional")
    assert word in found.explanation
    assert found.citation == cited("LDC art. 51 cl. 2 pt. đ" if kind is AGENCY else "LDC art. 69 cl. 1, 2")


@pytest.mark.parametrize(
    ("kind", "cite"),
    [(AGENCY, "LDC art. 50 cl. 1; LDC art. 51 cl. 1"), (ENTERPRISE, "LDC art. 68 cl. 1; LDC art. 69 cl. 1")],
)
@pytest.mark.parametrize(
    ("staff", "given", "called", "word"),
    [
        (100, {"asking": 33}, False, "33 người đề nghị, cần ít nhất 34, vì phải từ một phần ba của 100 người trở lên"),
        (100, {"asking": 34}, True, "34 người đề nghị"),
        (99, {"asking": 33}, True, "cần ít nhất 33"),  # exactly a third
        (99, {"asking": 32}, False, "cần ít nhất 33"),
        (1, {"asking": 1}, True, "cần ít nhất 1"),
        (3, {}, False, "0 người đề nghị"),
        (100, {"union_asks": True}, True, "Công đoàn"),
        (100, {"head_asks": True}, True, "đề xuất."),
        (100, {"union_asks": True, "head_asks": True, "asking": 1}, True, "Công đoàn"),
    ],
)
def test_who_may_call_one_out_of_turn(kind, cite, staff, given, called, word):
    found = RULES["conference.extraordinary"](kind=kind, staff=staff, on=ON, **given)
    assert (found.result, found.rule, found.citation) == (called, "conference.extraordinary", cited(cite))
    assert word in found.explanation
    assert found.explanation.startswith("Đủ căn cứ" if called else "Chưa đủ căn cứ")


@pytest.mark.parametrize("kind", BOTH)
@pytest.mark.parametrize(
    ("given", "allowed", "word"),
    [
        ({"failed_meetings": 2, "union_agrees": True}, True, "đã triệu tập 2 lần mà không đủ người"),
        ({"failed_meetings": 1, "union_agrees": True}, False, "mới 1 lần triệu tập mà không đủ người, cần 2 lần"),
        ({"failed_meetings": 3, "union_agrees": True}, True, "đã triệu tập 3 lần"),
        ({"failed_meetings": 2, "union_agrees": False}, False, "phải thống nhất với Công đoàn"),
        ({"force_majeure": True, "union_agrees": True}, True, "có lý do bất khả kháng"),
        ({"force_majeure": True, "union_agrees": False}, False, "phải thống nhất với Công đoàn"),
        ({"union_agrees": True}, False, "và chưa lần nào triệu tập mà không đủ người, cần 2 lần"),
    ],
)
def test_when_ballots_may_replace_the_conference(kind, given, allowed, word):
    found = RULES["conference.ballots_allowed"](kind=kind, on=ON, **given)
    assert (found.result, found.rule) == (allowed, "conference.ballots_allowed")
    assert word in found.explanation
    assert found.explanation.startswith("Được gửi phiếu" if allowed else "Chưa được gửi phiếu")
    assert found.citation == cited(f"LDC art. {'50' if kind is AGENCY else '68'} cl. 2")
    assert "không còn tổ chức Công đoàn" in found.assumptions[0]


@pytest.mark.parametrize("kind", BOTH)
@pytest.mark.parametrize(
    ("staff", "returned", "choice", "agree", "passed", "least"),
    [
        (100, None, "of_all", 55, True, 51),  # fifty-five per cent of all staff
        (100, None, "of_all", 51, True, 51),
        (100, None, "of_all", 50, False, 51),  # exactly half
        (101, 90, "of_all", 51, True, 51),
        (101, 90, "of_all", 50, False, 51),
        (100, 80, "of_returned", 41, True, 41),
        (100, 80, "of_returned", 40, False, 41),
        (3, 1, "of_returned", 1, True, 1),
        (200, 151, "of_returned", 76, True, 76),
        (200, 151, "of_returned", 75, False, 76),
    ],
)
def test_the_share_of_ballots_is_a_reading(kind, staff, returned, choice, agree, passed, least):
    facts = {"kind": kind, "staff": staff, "returned": returned, "staff_ballot": choice, "on": ON}
    need = RULES["conference.ballot_required"](**facts)
    found = RULES["conference.ballot_adopted"](agree=agree, **facts)
    assert (need.result, found.result) == (least, passed)
    assert (need.rule, found.rule) == ("conference.ballot_required", "conference.ballot_adopted")
    assert need.citation == found.citation == cited(f"LDC art. {'50' if kind is AGENCY else '68'} cl. 2")
    assert need.provisional
    assert found.provisional
    assert "Luật không nêu tỷ lệ cho việc gửi phiếu" in found.explanation
    assert found.explanation.startswith(
        f"{'Thông qua' if passed else 'Chưa thông qua, còn thiếu 1 phiếu'}: {agree} phiếu"
    )
    assert found.assumptions == need.assumptions
    assert "(tham số staff_ballot)" in found.assumptions[0]
    assert (found.inputs["agree"], need.inputs) == (agree, facts)


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ({"staff_ballot": "of_returned"}, "Còn thiếu số phiếu thu về (returned)."),
        ({"staff_ballot": "of_returned", "returned": 0, "agree": 0}, "Số phiếu thu về phải"),
        ({"staff_ballot": "by_lot"}, "Không có cách hiểu “"),
        ({"returned": 101}, "Số phiếu thu về (101) nhiều hơn tổng số người (100)"),
        ({"returned": 50, "agree": 51}, "Số phiếu tán thành (51) nhiều hơn số phiếu thu về (50)"),
        ({"agree": 101}, "Số phiếu tán thành (101) nhiều hơn tổng số người (100)"),
        ({"staff": 0, "agree": 0}, "Tổng số người phải"),
    ],
)
def test_impossible_ballots(given, word):
    with pytest.raises(Refused) as refused:
        RULES["conference.ballot_adopted"](kind=AGENCY, on=ON, **{"staff": 100, "agree": 10, **given})
    assert word in str(refused.value)


@pytest.mark.parametrize(
    ("kind", "item", "here"),
    [
        (AGENCY, 1, True),
        (AGENCY, 4, True),
        (ENTERPRISE, 1, False),  # collective bargaining follows labour law
        (ENTERPRISE, 2, True),
        (ENTERPRISE, 5, True),
    ],
)
def test_what_a_conference_decides(kind, item, here):
    found = RULES["conference.decides"](kind=kind, item=item, on=ON)
    assert (found.result, found.rule) == (here, "conference.decides")
    assert ("do hội nghị bàn và quyết định" if here else "theo pháp luật về lao động") in found.explanation
    assert found.citation == cited("LDC art. 50 cl. 1" if kind is AGENCY else "LDC art. 68 cl. 1, 3")


@pytest.mark.parametrize(("kind", "item"), [(AGENCY, 0), (AGENCY, 5), (ENTERPRISE, 0), (ENTERPRISE, 6)])
def test_matters_that_do_not_exist(kind, item):
    with pytest.raises(Refused) as refused:
        RULES["conference.decides"](kind=kind, item=item, on=ON)
    assert refused.value.allowed


@pytest.mark.parametrize(
    ("rule", "given"),
    [
        ("conference.delegates_allowed", {"staff": 0}),
        ("conference.optional", {"staff": 0}),
        ("conference.extraordinary", {"staff": 0}),
        ("conference.extraordinary", {"staff": 10, "asking": 11}),
        ("conference.ballots_allowed", {"failed_meetings": -1, "union_agrees": True}),
    ],
)
def test_impossible_questions(rule, given):
    with pytest.raises(Refused):
        RULES[rule](kind=AGENCY, on=ON, **given)


@pytest.mark.parametrize(
    ("rule", "given"),
    [
        ("conference.quorum", {"staff": 10}),
        ("conference.required", {"present": 10}),
        ("conference.ballot_required", {"staff": 10}),
        ("conference.delegates_allowed", {"staff": 10}),
        ("conference.optional", {"staff": 10}),
        ("conference.extraordinary", {"staff": 10}),
        ("conference.ballots_allowed", {"union_agrees": True}),
        ("conference.decides", {"item": 1}),
    ],
)
@pytest.mark.parametrize("kind", BOTH)
def test_before_the_law(rule, given, kind):
    with pytest.raises(NotYetInForce):
        RULES[rule](kind=kind, on=date(2023, 6, 30), **given)
    assert RULES[rule](kind=kind, on=date(2023, 7, 1), **given).version == date(2023, 7, 1)


def test_days_out_of_reach():
    for since in (date(2199, 12, 31), date(9999, 12, 31)):
        with pytest.raises(Refused):
            DEADLINES["conference.staff"](since=since)


@pytest.mark.parametrize("kind", ["conference.staff", "conference.workers"])
def test_deadlines_before_the_law(kind):
    for each in (kind, f"{kind}_check"):
        with pytest.raises(NotYetInForce):
            DEADLINES[each](since=date(2023, 6, 30))


@settings(max_examples=50)
@given(
    kind=st.sampled_from(["conference.staff", "conference.workers", "conference.staff_check"]),
    start=st.dates(date(2023, 7, 1), date(2027, 12, 31)),
    later=st.integers(1, 40),
)
def test_a_later_year_never_gives_an_earlier_day(kind, start, later):
    after = date.fromordinal(start.toordinal() + later)
    assert DEADLINES[kind](since=start).result <= DEADLINES[kind](since=after).result
