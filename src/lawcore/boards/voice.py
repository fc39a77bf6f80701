"""How a board decides, and when its recommendation may go out."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from lawcore.answers import Answer, answer, check_at_most, check_count, missing
from lawcore.boards.kinds import Kind
from lawcore.dated import Dated, Version
from lawcore.readings import BOARD_MAJORITY, FRONT_CONFIRMS

COMMUNE_MAJORITY: Final = Dated(Version(date(2023, 8, 15), Fraction(1, 2), cite="Decree 59/2023 art. 12 cl. 3"))
AGENCY_MAJORITY: Final = Dated(Version(date(2023, 8, 15), Fraction(1, 2), cite="Decree 59/2023 art. 20 cl. 3"))
ENTERPRISE_MAJORITY: Final = Dated(Version(date(2023, 8, 15), Fraction(1, 2), cite="Decree 59/2023 art. 24 cl. 3"))
INVESTMENT_MAJORITY: Final = Dated(Version(date(2023, 8, 15), Fraction(1, 2), cite="Decree 59/2023 art. 16 cl. 3"))
COMMUNE_SENDING: Final = Dated(Version(date(2023, 7, 1), "confirmed by the Front", cite="LDC art. 40 cl. 2 pt. d"))
AGENCY_SENDING: Final = Dated(Version(date(2023, 7, 1), "sent directly", cite="LDC art. 61 cl. 5"))
ENTERPRISE_SENDING: Final = Dated(Version(date(2023, 7, 1), "sent directly", cite="LDC art. 78 cl. 5"))
INVESTMENT_SENDING: Final = Dated(Version(date(2023, 7, 1), "confirmed before", cite="LDC art. 45 cl. 1 pt. d"))
_MAJORITIES: Final[Mapping[Kind, Dated[Fraction]]] = MappingProxyType(
    {
        Kind.COMMUNE: COMMUNE_MAJORITY,
        Kind.AGENCY: AGENCY_MAJORITY,
        Kind.ENTERPRISE: ENTERPRISE_MAJORITY,
        Kind.INVESTMENT: INVESTMENT_MAJORITY,
    }
)
_SENDING: Final[Mapping[Kind, Dated[str]]] = MappingProxyType(
    {
        Kind.COMMUNE: COMMUNE_SENDING,
        Kind.AGENCY: AGENCY_SENDING,
        Kind.ENTERPRISE: ENTERPRISE_SENDING,
        Kind.INVESTMENT: INVESTMENT_SENDING,
    }
)


def may_send(
    *, kind: Kind, confirmed: bool | None = None, front_confirms: str = FRONT_CONFIRMS.default, on: date
) -> Answer[bool]:
    """LDC art. 45 cl. 1 pt. d; LDC art. 40 cl. 2 pt. d: whether a recommendation may go out.

    `confirmed`: the commune's Front has confirmed it. Boards of agencies and enterprises need no confirmation.
    """
    FRONT_CONFIRMS.check(front_confirms)
    by_front = kind is Kind.COMMUNE or kind is Kind.INVESTMENT
    if by_front and confirmed is None:
        raise missing("confirmed", "Mặt trận xã đã xác nhận kiến nghị hay chưa")
    open_question = kind is Kind.COMMUNE and not confirmed
    allowed = not by_front or bool(confirmed) or (open_question and front_confirms == "any_time")
    if not by_front:
        why = f"{kind.words} gửi thẳng kiến nghị, không cần Mặt trận xác nhận"
    elif confirmed:
        why = "Mặt trận xã đã xác nhận kiến nghị"
    elif allowed:
        why = "Mặt trận xã chưa xác nhận kiến nghị, nhưng theo cách hiểu được chọn thì xác nhận sau cũng được"
    else:
        why = "Mặt trận xã chưa xác nhận kiến nghị"
    return answer(
        "board.may_send",
        _SENDING[kind],
        on=on,
        result=allowed,
        because=f"{'Được gửi' if allowed else 'Chưa được gửi'}: {why}.",
        inputs={"kind": kind, "confirmed": confirmed, "front_confirms": front_confirms, "on": on},
        provisional=open_question,
        assumptions=(FRONT_CONFIRMS.assumed(front_confirms),) if open_question else (),
    )


def decided(
    *,
    kind: Kind,
    members: int | None = None,
    present: int | None = None,
    agree: int | None = None,
    board_majority: str = BOARD_MAJORITY.default,
    on: date,
) -> Answer[bool]:
    """Decree 59/2023 art. 12 cl. 3; Decree 59/2023 art. 16 cl. 3; Decree 59/2023 art. 20 cl. 3: by majority.

    Of all `members`, or by the other reading of those `present`. Also Decree 59/2023 art. 24 cl. 3 for enterprises.
    Provisional where the other reading gives, or without `present` could give, another result.
    """
    BOARD_MAJORITY.check(board_majority)
    if members is None:
        raise missing("members", "số thành viên của Ban")
    if agree is None:
        raise missing("agree", "số thành viên tán thành")
    check_count(members, "số thành viên của Ban", least=1)
    came = members if present is None and board_majority == "of_members" else present
    if came is None:
        raise missing("present", "số thành viên dự họp")
    check_at_most(came, members, "số thành viên dự họp", "số thành viên của Ban")
    check_at_most(agree, came, "số thành viên tán thành", "số thành viên dự họp")
    share = _MAJORITIES[kind].on(on)
    of_members, of_present = agree > share * members, agree > share * came
    open_question = of_members != of_present if present is not None else agree > 0 and not of_members
    passed, base = (of_members, members) if board_majority == "of_members" else (of_present, came)
    said = "Ban đã quyết định" if passed else "Ban chưa quyết định được"
    return answer(
        "board.decided",
        _MAJORITIES[kind],
        on=on,
        result=passed,
        because=f"{said}: {agree} trong {base} thành viên tán thành, phải quá một nửa; Ban quyết định theo đa số.",
        inputs={
            "kind": kind,
            "members": members,
            "present": present,
            "agree": agree,
            "board_majority": board_majority,
            "on": on,
        },
        provisional=open_question,
        assumptions=(BOARD_MAJORITY.assumed(board_majority),) if open_question else (),
    )
