"""Feedback: at receptions, on administrative rules, on democracy at the grassroots."""

from datetime import date

import pytest

from lawcore.answers import Refused
from lawcore.petitions import feedback
from lawcore.petitions.amended import NOTE
from lawcore.petitions.feedback import AMENDED_LATER, RuleForm

DECREE = "Nghị định số 20/2008/NĐ-CP"
DEMOCRACY = "điểm b khoản 2 Điều 35 Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15"


@pytest.mark.parametrize(
    ("since", "by", "notes"),
    [
        (date(2026, 3, 2), date(2026, 3, 16), ()),
        (date(2026, 6, 30), date(2026, 7, 14), ()),
        (date(2026, 7, 1), date(2026, 7, 15), (NOTE,)),
        (date(2026, 2, 12), date(2026, 3, 5), ()),  # qua kỳ nghỉ Tết 14/2 đến 22/2
    ],
)
def test_feedback_at_a_reception_is_answered_in_ten_working_days(since, by, notes):
    found = feedback.reply(since=since)
    assert (found.result, found.assumptions, found.provisional) == (by, notes, bool(notes))
    assert found.citation == "khoản 1 Điều 28 Luật Tiếp công dân số 42/2013/QH13"
    assert found.rule == "deadline.feedback.reply"
    assert "Báo cho người kiến nghị, phản ánh" in found.explanation


@pytest.mark.parametrize(("since", "by"), [(date(2026, 3, 2), date(2026, 3, 9)), (date(2026, 8, 28), date(2026, 9, 9))])
def test_feedback_on_a_rule_is_passed_on_in_five_working_days(since, by):
    found = feedback.transfer(since=since)
    assert (found.result, found.citation) == (by, f"điểm d khoản 1 Điều 9 {DECREE}")
    assert (found.provisional, found.assumptions) == (True, (AMENDED_LATER,))
    assert found.rule == "deadline.feedback.transfer"
    assert "quy định hành chính" in found.explanation


def test_the_settlement_of_feedback_on_a_rule_has_no_period_and_says_so():
    found = feedback.rule_settlement(since=date(2026, 3, 2))
    assert found.result is None
    assert found.citation == f"khoản 2 Điều 14 {DECREE}"
    assert "không đặt thời hạn" in found.explanation
    assert "quyền hỏi tình hình xử lý" in found.explanation
    assert (found.provisional, found.assumptions) == (True, (AMENDED_LATER,))
    assert found.inputs == {"since": date(2026, 3, 2)}
    assert found.rule == "deadline.feedback.rule_settlement"


def test_feedback_on_democracy_has_a_target_that_is_called_no_legal_limit():
    found = feedback.democracy(since=date(2026, 3, 2))
    assert (found.result, found.citation) == (date(2026, 3, 16), DEMOCRACY)
    assert "mục tiêu phục vụ, không phải hạn luật định" in found.explanation
    assert found.provisional
    assert "10 ngày làm việc" in found.assumptions[0]
    assert found.rule == "deadline.feedback.democracy"
    assert found.inputs == {"since": date(2026, 3, 2), "prompt_reply": "ten_days"}


def test_feedback_on_democracy_may_be_left_without_a_day():
    found = feedback.democracy(since=date(2026, 3, 2), prompt_reply="no_date")
    assert (found.result, found.citation, found.provisional) == (None, DEMOCRACY, True)
    assert "không định số ngày" in found.explanation
    assert "không tính thành ngày" in found.assumptions[0]
    assert found.rule == "deadline.feedback.democracy"
    assert found.inputs == {"since": date(2026, 3, 2), "prompt_reply": "no_date"}


def test_a_reading_that_does_not_exist_is_refused():
    with pytest.raises(Refused, match="Không có cách hiểu") as refused:
        feedback.democracy(since=date(2026, 3, 2), prompt_reply="at_once")
    assert refused.value.allowed == ("ten_days", "no_date")


@pytest.mark.parametrize(
    ("form", "lacking", "received", "words"),
    [
        (RuleForm.WRITING, {}, True, "Tiếp nhận và vào sổ: đủ yêu cầu đối với hình thức văn bản."),
        (RuleForm.WRITING, {"vietnamese": False}, False, "tiếng Việt"),
        (RuleForm.TELEPHONE, {"clear": False}, False, "nêu rõ nội dung"),
        (RuleForm.TELEPHONE, {"named": False}, False, "số điện thoại để liên hệ"),
        (RuleForm.SURVEY, {"named": False}, True, "phiếu lấy ý kiến"),
        (RuleForm.SURVEY, {"vietnamese": False}, False, "Cần hướng dẫn người dân bổ sung"),
    ],
)
def test_feedback_on_a_rule_is_taken_in_when_it_is_complete(form, lacking, received, words):
    found = feedback.received(on=date(2026, 3, 2), rule_form=form, **lacking)
    assert (found.result, found.citation) == (received, f"Điều 7 {DECREE}")
    assert words in found.explanation
    assert (found.provisional, found.assumptions) == (True, (AMENDED_LATER,))
    given = {"vietnamese": True, "clear": True, "named": True}
    assert found.inputs == {"on": date(2026, 3, 2), "rule_form": form, **given, **lacking}


def test_everything_lacking_is_named():
    found = feedback.received(
        on=date(2026, 3, 2), rule_form=RuleForm.WRITING, vietnamese=False, clear=False, named=False
    )
    assert found.explanation.startswith(
        "Chưa tiếp nhận được: phản ánh, kiến nghị phải viết hoặc nói bằng tiếng Việt; nêu"
    )
