"""LDC art. 50, 51, 68, 69: how many must come, how many must agree."""

from datetime import date
from fractions import Fraction
from math import ceil
from typing import Final

from lawcore.answers import Answer, answer, check_at_most, check_count, missing
from lawcore.conferences.matters import Workplace
from lawcore.dated import Dated, Version
from lawcore.readings import STAFF_BALLOT

PRESENT: Final = {
    Workplace.AGENCY: Dated(Version(date(2023, 7, 1), Fraction(2, 3), cite="LDC art. 51 cl. 2 pt. c")),
    Workplace.ENTERPRISE: Dated(Version(date(2023, 7, 1), Fraction(2, 3), cite="LDC art. 69 cl. 2 pt. c")),
}
AGREEING: Final = {
    Workplace.AGENCY: Dated(Version(date(2023, 7, 1), Fraction(1, 2), cite="LDC art. 51 cl. 2 pt. c")),
    Workplace.ENTERPRISE: Dated(Version(date(2023, 7, 1), Fraction(1, 2), cite="LDC art. 69 cl. 2 pt. c")),
}
BY_BALLOT: Final = {
    Workplace.AGENCY: Dated(Version(date(2023, 7, 1), Fraction(1, 2), cite="LDC art. 50 cl. 2")),
    Workplace.ENTERPRISE: Dated(Version(date(2023, 7, 1), Fraction(1, 2), cite="LDC art. 68 cl. 2")),
}
"""The articles give no share for ballots: the share of the conference is taken (see the reading staff_ballot)."""

LAWFUL: Final = "Nội dung được thông qua không trái pháp luật và phù hợp với đạo đức xã hội."
HAD_QUORUM: Final = "Đã coi hội nghị hợp lệ, tức có ít nhất hai phần ba dự; nêu số người để kiểm tra."


def quorum(*, kind: Workplace, staff: int | None = None, delegates: int | None = None, on: date) -> Answer[int]:
    """LDC art. 51 cl. 2 pt. c; LDC art. 69 cl. 2 pt. c: how many must be present at least.

    Two thirds of all staff, or, when delegates were summoned (`delegates`), of the delegates.
    """
    base, who = _base(staff, delegates)
    law = PRESENT[kind]
    least = ceil(law.on(on) * base)
    return answer(
        "conference.quorum",
        law,
        on=on,
        result=least,
        because=f"Cần ít nhất {least} người có mặt: phải từ hai phần ba của {base} {who} trở lên.",
        inputs={"kind": kind, "staff": staff, "delegates": delegates, "on": on},
    )


def valid(
    *, kind: Workplace, staff: int | None = None, delegates: int | None = None, present: int, on: date
) -> Answer[bool]:
    """LDC art. 51 cl. 2 pt. c; LDC art. 69 cl. 2 pt. c: whether enough are present."""
    need = quorum(kind=kind, staff=staff, delegates=delegates, on=on)
    base, who = _base(staff, delegates)
    check_at_most(present, base, "số người có mặt", "tổng số người" if delegates is None else f"số {who}")
    enough = present >= need.result
    outcome = "Hội nghị hợp lệ" if enough else f"Hội nghị chưa hợp lệ, còn thiếu {need.result - present} người"
    return answer(
        "conference.valid",
        PRESENT[kind],
        on=on,
        result=enough,
        because=f"{outcome}: {present} người có mặt. {need.explanation}",
        inputs={**need.inputs, "present": present},
    )


def required(*, kind: Workplace, present: int, on: date) -> Answer[int]:
    """LDC art. 51 cl. 2 pt. c; LDC art. 69 cl. 2 pt. c: how many of those attending must agree at least."""
    check_count(present, "số người dự hội nghị", least=1)
    law = AGREEING[kind]
    least = int(law.on(on) * present) + 1
    return answer(
        "conference.required",
        law,
        on=on,
        result=least,
        because=f"Cần ít nhất {least} người tán thành: phải quá một nửa của {present} người dự, "
        "đúng một nửa là chưa đủ.",
        inputs={"kind": kind, "present": present, "on": on},
    )


def adopted(
    *,
    kind: Workplace,
    present: int,
    agree: int,
    staff: int | None = None,
    delegates: int | None = None,
    on: date,
) -> Answer[bool]:
    """LDC art. 51 cl. 2 pt. c; LDC art. 69 cl. 2 pt. c: whether the conference adopted it.

    With `staff` or `delegates` it is also checked that enough were present.
    """
    need = required(kind=kind, present=present, on=on)
    check_at_most(agree, present, "số người tán thành", "số người dự")
    met = (
        None
        if staff is None and delegates is None
        else valid(kind=kind, staff=staff, delegates=delegates, present=present, on=on)
    )
    if met and not met.result:
        passed, because = False, f"Không thông qua được. {met.explanation}"
    else:
        passed = agree >= need.result
        outcome = "Thông qua" if passed else f"Chưa thông qua, còn thiếu {need.result - agree} người"
        because = f"{outcome}: {agree} người tán thành. {need.explanation}"
    return answer(
        "conference.adopted",
        AGREEING[kind],
        on=on,
        result=passed,
        because=because,
        inputs={**need.inputs, "agree": agree, "staff": staff, "delegates": delegates},
        assumptions=(LAWFUL,) if met else (HAD_QUORUM, LAWFUL),
    )


def ballot_required(
    *, kind: Workplace, staff: int, returned: int | None = None, staff_ballot: str = STAFF_BALLOT.default, on: date
) -> Answer[int]:
    """LDC art. 50 cl. 2; LDC art. 68 cl. 2: how many must agree by ballot; the articles do not say.

    `returned` is the number of ballots that came back, needed for the reading "of_returned".
    """
    base, whole = _ballot_base(staff, returned, staff_ballot)
    law = BY_BALLOT[kind]
    least = int(law.on(on) * base) + 1
    return answer(
        "conference.ballot_required",
        law,
        on=on,
        result=least,
        because=f"Cần ít nhất {least} phiếu tán thành: quá một nửa của {base} {whole}. Luật không nêu tỷ lệ cho việc "
        "gửi phiếu, nên đây là cách hiểu được chọn.",
        inputs={"kind": kind, "staff": staff, "returned": returned, "staff_ballot": staff_ballot, "on": on},
        provisional=True,
        assumptions=(STAFF_BALLOT.assumed(staff_ballot),),
    )


def ballot_adopted(
    *,
    kind: Workplace,
    staff: int,
    agree: int,
    returned: int | None = None,
    staff_ballot: str = STAFF_BALLOT.default,
    on: date,
) -> Answer[bool]:
    """LDC art. 50 cl. 2; LDC art. 68 cl. 2: whether the ballots sent instead of a conference adopted it."""
    need = ballot_required(kind=kind, staff=staff, returned=returned, staff_ballot=staff_ballot, on=on)
    if returned is None:
        check_at_most(agree, staff, "số phiếu tán thành", "tổng số người")
    else:
        check_at_most(agree, returned, "số phiếu tán thành", "số phiếu thu về")
    passed = agree >= need.result
    outcome = "Thông qua" if passed else f"Chưa thông qua, còn thiếu {need.result - agree} phiếu"
    return answer(
        "conference.ballot_adopted",
        BY_BALLOT[kind],
        on=on,
        result=passed,
        because=f"{outcome}: {agree} phiếu tán thành. {need.explanation}",
        inputs={**need.inputs, "agree": agree},
        provisional=True,
        assumptions=need.assumptions,
    )


def _base(staff: int | None, delegates: int | None) -> tuple[int, str]:
    if delegates is not None:
        check_count(delegates, "số đại biểu được triệu tập", least=1)
        if staff is not None:
            check_at_most(delegates, staff, "số đại biểu được triệu tập", "tổng số người")
        return delegates, "đại biểu được triệu tập"
    if staff is None:
        raise missing("staff", "tổng số người, hoặc số đại biểu được triệu tập")
    check_count(staff, "tổng số người", least=1)
    return staff, "người"


def _ballot_base(staff: int, returned: int | None, staff_ballot: str) -> tuple[int, str]:
    STAFF_BALLOT.check(staff_ballot)
    check_count(staff, "tổng số người", least=1)
    if returned is not None:
        check_at_most(returned, staff, "số phiếu thu về", "tổng số người")
    if staff_ballot == "of_all":
        return staff, "người"
    if returned is None:
        raise missing("returned", "số phiếu thu về")
    check_count(returned, "số phiếu thu về", least=1)
    return returned, "phiếu thu về"
