"""Feedback and proposals: at receptions, on administrative rules, on democracy at the grassroots.

Words    feedback, proposal, administrative rule, promptly
Promise  where a text sets no number of days, the answer says so; a service target is never called a legal one
"""

from datetime import date
from typing import Final

from lawcore import timelimits
from lawcore.answers import Answer, answer
from lawcore.calendar import VIETNAM, Calendar
from lawcore.dated import Dated, Version
from lawcore.petitions import amended
from lawcore.petitions.choices import Choice
from lawcore.petitions.receptions import REPLY
from lawcore.readings import PROMPT_REPLY
from lawcore.timelimits import working_days

TRANSFER: Final = Dated(Version(date(2008, 3, 3), working_days(5), cite="Decree 20/2008 art. 9 cl. 1 pt. d"))
RULE_SETTLEMENT: Final = Dated(Version(date(2008, 3, 3), None, cite="Decree 20/2008 art. 14 cl. 2"))
RULE_FORM: Final = Dated(Version(date(2008, 3, 3), None, cite="Decree 20/2008 art. 7"))
PROMPTLY: Final = Dated(Version(date(2023, 7, 1), None, cite="LDC art. 35 cl. 2 pt. b"))
SERVICE_TARGET: Final = Dated(Version(date(2023, 7, 1), working_days(10), cite="LDC art. 35 cl. 2 pt. b"))
"""A target of ours for "promptly", as long as Law 42/2013 art. 28 gives; not a legal period."""

AMENDED_LATER: Final = (
    "Tính theo lời văn đến năm 2013 của Nghị định số 20/2008/NĐ-CP; các sửa đổi về sau chưa được đối chiếu."
)


class RuleForm(Choice):
    """How feedback on an administrative rule is given."""

    WRITING = "writing", "văn bản"
    TELEPHONE = "telephone", "điện thoại chuyên dùng đã công bố"
    SURVEY = "survey", "phiếu lấy ý kiến do cơ quan gửi"


def reply(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Law 42/2013 art. 28 cl. 1: who gave feedback at a reception hears that it was accepted or passed on."""
    does = "Báo cho người kiến nghị, phản ánh biết đã thụ lý hay đã chuyển đi đâu"
    return amended.deadline("deadline.feedback.reply", REPLY, since=since, does=does, calendar=calendar)


def transfer(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Decree 20/2008 art. 9 cl. 1 pt. d: feedback on a rule that is not ours is passed on; since it was taken in."""
    return timelimits.deadline(
        "deadline.feedback.transfer",
        TRANSFER,
        since=since,
        does="Chuyển phản ánh, kiến nghị về quy định hành chính đến nơi có thẩm quyền",
        calendar=calendar,
        provisional=True,
        assumptions=(AMENDED_LATER,),
    )


def rule_settlement(*, since: date, calendar: Calendar = VIETNAM) -> Answer[None]:
    """Decree 20/2008 art. 14 cl. 2: feedback on a rule is examined and the result published; no period is set."""
    del calendar
    return answer(
        "deadline.feedback.rule_settlement",
        RULE_SETTLEMENT,
        on=since,
        result=None,
        because="Nghị định không đặt thời hạn xử lý phản ánh, kiến nghị về quy định hành chính; chỉ buộc xem xét, "
        "quyết định và công khai kết quả. Người phản ánh có quyền hỏi tình hình xử lý.",
        inputs={"since": since},
        provisional=True,
        assumptions=(AMENDED_LATER,),
    )


def democracy(
    *, since: date, prompt_reply: str = PROMPT_REPLY.default, calendar: Calendar = VIETNAM
) -> Answer[date | None]:
    """LDC art. 35 cl. 2 pt. b: the commune answers feedback on democracy "promptly"; the law gives no number of days.

    The day given is a service target, None when no target is taken.
    """
    inputs = {"since": since, "prompt_reply": prompt_reply}
    PROMPT_REPLY.check(prompt_reply)
    assumed = (PROMPT_REPLY.assumed(prompt_reply),)
    if prompt_reply == "no_date":
        return answer(
            "deadline.feedback.democracy",
            PROMPTLY,
            on=since,
            result=None,
            because="Luật chỉ buộc Ủy ban nhân dân cấp xã giải quyết, trả lời kịp thời, không định số ngày.",
            inputs=inputs,
            provisional=True,
            assumptions=assumed,
        )
    return timelimits.deadline(
        "deadline.feedback.democracy",
        SERVICE_TARGET,
        since=since,
        does="Luật chỉ nói “kịp thời”; theo mục tiêu phục vụ, không phải hạn luật định, Ủy ban nhân dân cấp xã trả lời",
        inputs=inputs,
        calendar=calendar,
        provisional=True,
        assumptions=assumed,
    )


def received(
    *, on: date, rule_form: RuleForm, vietnamese: bool = True, clear: bool = True, named: bool = True
) -> Answer[bool]:
    """Decree 20/2008 art. 7: feedback on a rule is taken in when it is in Vietnamese, clear, and says who gives it.

    `named`: name, address, telephone number or a way to write back; an answered survey needs none.
    """
    needed = (
        (vietnamese, "viết hoặc nói bằng tiếng Việt"),
        (clear, "nêu rõ nội dung"),
        (named or rule_form is RuleForm.SURVEY, "có tên, địa chỉ, số điện thoại để liên hệ"),
    )
    lacking = [words for holds, words in needed if not holds]
    because = (
        f"Chưa tiếp nhận được: phản ánh, kiến nghị phải {'; '.join(lacking)}. Cần hướng dẫn người dân bổ sung."
        if lacking
        else f"Tiếp nhận và vào sổ: đủ yêu cầu đối với hình thức {rule_form.words}."
    )
    return answer(
        "feedback.received",
        RULE_FORM,
        on=on,
        result=not lacking,
        because=because,
        inputs={"on": on, "rule_form": rule_form, "vietnamese": vietnamese, "clear": clear, "named": named},
        provisional=True,
        assumptions=(AMENDED_LATER,),
    )
