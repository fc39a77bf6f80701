"""Dialogue at the workplace, by figures whose text was not read again."""

from datetime import date

import pytest

from lawcore.answers import Refused
from lawcore.conferences import DEADLINES, LATEST, RULES, Side
from lawcore.dated import NotYetInForce
from lawcore.sources import SOURCES, cited

ON = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("workers", "least", "most"),
    [
        (1, 3, None),
        (49, 3, None),
        (50, 4, 8),
        (149, 4, 8),
        (150, 9, 13),
        (299, 9, 13),
        (300, 14, 18),
        (499, 14, 18),
        (500, 19, 23),
        (999, 19, 23),
        (1000, 24, None),
        (5000, 24, None),
    ],
)
def test_how_many_speak_for_the_workers(workers, least, most):
    found = RULES["labour_dialogue.workers_side"](workers=workers, on=ON)
    assert (found.result, found.rule) == (Side(least, most), "labour_dialogue.workers_side")
    assert (f"ít nhất từ {least} đến {most} người" if most else f"ít nhất {least} người") in found.explanation
    assert f"có {workers} người lao động" in found.explanation
    assert found.citation == cited("Decree 145/2020 art. 38 cl. 2")
    assert found.as_json()["result"] == {"least": least, "most": most}


@pytest.mark.parametrize(
    ("workers", "members", "employers", "enough"),
    [
        (149, 4, 3, True),
        (149, 3, 3, False),
        (149, 4, 2, False),
        (150, 9, 3, True),
        (150, 8, 3, False),
        (150, 20, 4, True),  # the band is a minimum
        (3, 3, 3, True),
    ],
)
def test_both_sides_need_enough_members(workers, members, employers, enough):
    found = RULES["labour_dialogue.sides_enough"](workers=workers, members=members, employers=employers, on=ON)
    assert (found.result, found.rule) == (enough, "labour_dialogue.sides_enough")
    assert found.explanation.startswith("Đủ thành viên" if enough else "Chưa đủ thành viên")
    assert f"bên người sử dụng lao động {employers}, cần ít nhất 3" in found.explanation
    assert found.citation == cited("Decree 145/2020 art. 38 cl. 1")


@pytest.mark.parametrize(
    ("members", "present", "employer", "allowed", "least"),
    [
        (10, 7, True, False, 8),  # seventy per cent is not more than seventy
        (10, 8, True, True, 8),
        (10, 8, False, False, 8),
        (3, 3, True, True, 3),
        (3, 2, True, False, 3),
        (9, 7, True, True, 7),
        (9, 6, True, False, 7),
        (24, 17, True, True, 17),
        (24, 16, True, False, 17),
        (1, 1, True, True, 1),
    ],
)
def test_when_a_dialogue_may_begin(members, present, employer, allowed, least):
    found = RULES["labour_dialogue.may_start"](members=members, present=present, employer_present=employer, on=ON)
    assert (found.result, found.rule) == (allowed, "labour_dialogue.may_start")
    assert f"{present} trong {members} thành viên" in found.explanation
    assert f"cần ít nhất {least}; {'có' if employer else 'không có'} người đại diện" in found.explanation
    assert found.explanation.startswith("Được tiến hành" if allowed else "Không được tiến hành")
    assert found.citation == cited("Decree 145/2020 art. 39 cl. 4")


@pytest.mark.parametrize(
    ("members", "agree", "enough", "least"),
    [(10, 2, False, 3), (10, 3, True, 3), (10, 4, True, 3), (9, 2, False, 3), (9, 3, True, 3), (1, 1, True, 1)],
)
def test_thirty_per_cent_may_ask(members, agree, enough, least):
    found = RULES["labour_dialogue.request_enough"](members=members, agree=agree, on=ON)
    assert (found.result, found.rule) == (enough, "labour_dialogue.request_enough")
    assert f"{agree} thành viên đồng ý, cần ít nhất {least} trong {members}" in found.explanation
    assert found.explanation.startswith("Đủ để" if enough else "Chưa đủ để")
    assert found.citation == cited("Decree 145/2020 art. 40 cl. 1 pt. b")


@pytest.mark.parametrize(
    ("kind", "since", "due", "cite", "words"),
    [
        (
            "labour_dialogue.result",
            date(2026, 9, 11),  # a Friday
            date(2026, 9, 16),
            "Decree 145/2020 art. 39 cl. 5",
            "Người sử dụng lao động công bố nội dung chính",
        ),
        (
            "labour_dialogue.answer",
            date(2026, 3, 2),
            date(2026, 3, 9),
            "Decree 145/2020 art. 40 cl. 2",
            "Bên được yêu cầu trả lời",
        ),
        (
            "labour_dialogue.members",
            date(2024, 3, 4),
            date(2026, 3, 4),
            "Decree 145/2020 art. 38 cl. 3",
            "Hai bên xác định lại danh sách",
        ),
    ],
)
def test_deadlines(kind, since, due, cite, words):
    found = DEADLINES[kind](since=since)
    assert (found.result, found.rule, found.citation) == (due, f"deadline.{kind}", cited(cite))
    assert found.explanation.startswith(words)
    with pytest.raises(NotYetInForce):
        DEADLINES[kind](since=date(2021, 1, 31))


def test_content_goes_out_before():
    found = LATEST["labour_dialogue.content"](before=date(2026, 9, 11))
    assert (found.result, found.citation) == (date(2026, 9, 4), cited("Decree 145/2020 art. 39 cl. 3"))
    assert found.explanation.startswith("Hai bên gửi nội dung đối thoại cho nhau")


def test_all_of_it_is_marked_as_not_read_again():
    answers = [
        RULES["labour_dialogue.workers_side"](workers=10, on=ON),
        RULES["labour_dialogue.sides_enough"](workers=10, members=3, employers=3, on=ON),
        RULES["labour_dialogue.may_start"](members=3, present=3, employer_present=True, on=ON),
        RULES["labour_dialogue.request_enough"](members=3, agree=1, on=ON),
        LATEST["labour_dialogue.content"](before=ON),
        DEADLINES["labour_dialogue.result"](since=ON),
        DEADLINES["labour_dialogue.answer"](since=ON),
        DEADLINES["labour_dialogue.members"](since=ON),
    ]
    assert all(each.provisional for each in answers)
    assert all("Chưa đọc lại lời văn Nghị định số 145/2020/NĐ-CP" in each.assumptions[0] for each in answers)
    assert all("ngày nghỉ hằng tuần riêng" in each.assumptions[1] for each in answers[4:])
    assert "chưa đọc lại" in SOURCES["Decree 145/2020"].note


@pytest.mark.parametrize(
    ("rule", "given"),
    [
        ("workers_side", {"workers": 0}),
        ("sides_enough", {"workers": 10, "members": 11, "employers": 3}),
        ("sides_enough", {"workers": 10, "members": 3, "employers": -1}),
        ("may_start", {"members": 0, "present": 0, "employer_present": True}),
        ("may_start", {"members": 3, "present": 4, "employer_present": True}),
        ("request_enough", {"members": 0, "agree": 0}),
        ("request_enough", {"members": 3, "agree": 4}),
    ],
)
def test_impossible_numbers(rule, given):
    with pytest.raises(Refused):
        RULES[f"labour_dialogue.{rule}"](on=ON, **given)


@pytest.mark.parametrize(
    ("rule", "given"),
    [
        ("workers_side", {"workers": 10}),
        ("sides_enough", {"workers": 10, "members": 3, "employers": 3}),
        ("may_start", {"members": 3, "present": 3, "employer_present": True}),
        ("request_enough", {"members": 3, "agree": 3}),
    ],
)
def test_before_the_decree(rule, given):
    with pytest.raises(NotYetInForce):
        RULES[f"labour_dialogue.{rule}"](on=date(2021, 1, 31), **given)
    assert RULES[f"labour_dialogue.{rule}"](on=date(2021, 2, 1), **given).version == date(2021, 2, 1)
