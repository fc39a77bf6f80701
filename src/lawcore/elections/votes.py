"""How many households must be there, agree or petition. The base is every household of the village."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Final

from lawcore.answers import Answer, answer, check_at_most, check_count, missing
from lawcore.dated import Dated, Version
from lawcore.readings import ELECTION_TIE

PRESENT: Final = Dated(
    Version(date(2023, 7, 1), Fraction(1, 2), cite="LDC art. 19 cl. 1 pt. b; LDC art. 21 cl. 1"),
)
ELECTED: Final = Dated(
    Version(date(2023, 7, 1), Fraction(1, 2), cite="LDC art. 21 cl. 1"),
    Version(date(2023, 8, 15), Fraction(1, 2), cite="LDC art. 21 cl. 1; Decree 59/2023 art. 3 cl. 5 pt. d"),
)


class Next(StrEnum):
    """What follows the count."""

    RECOGNITION = "recognition"
    RE_ELECTION = "re-election"
    SECOND_ROUND = "second-round"


@dataclass(frozen=True, slots=True)
class Outcome:
    """Who won, by the place in the list of candidates counted from 1, or nobody; and what follows."""

    winner: int | None
    then: Next


def enough_present(*, households: int | None = None, present: int | None = None, on: date) -> Answer[bool]:
    """LDC art. 19 cl. 1 pt. b; LDC art. 21 cl. 1: whether so many came that somebody can reach the threshold."""
    base, came = counted(households, present, "present", "số hộ có người dự họp")
    least = more_than(PRESENT, base, on)
    enough = came >= least
    said = "Đủ người dự để bầu" if enough else "Chưa đủ người dự: có thể chuyển sang phát phiếu đến từng hộ"
    return answer(
        "election.enough_present",
        PRESENT,
        on=on,
        result=enough,
        because=f"{said}. {came} trong {base} hộ có người dự, cần ít nhất {least} hộ thì mới có thể có quá một nửa "
        "tổng số hộ tán thành.",
        inputs={"households": households, "present": present, "on": on},
    )


def elected(*, households: int | None = None, agree: int | None = None, on: date) -> Answer[bool]:
    """LDC art. 21 cl. 1; Decree 59/2023 art. 3 cl. 5 pt. d: elected by more than half of all households."""
    base, votes = counted(households, agree, "agree", "số hộ bầu cho người này")
    least = more_than(ELECTED, base, on)
    won = votes >= least
    said = (
        "Trúng cử, chờ Ủy ban nhân dân cấp xã công nhận"
        if won
        else f"Không trúng cử, còn thiếu {least - votes} hộ; nếu không ai trúng cử thì ghi lý do vào biên bản để Ủy "
        "ban nhân dân cấp xã quyết định bầu lại"
    )
    return answer(
        "election.elected",
        ELECTED,
        on=on,
        result=won,
        because=f"{said}. {share_words(votes, base, least)}",
        inputs={"households": households, "agree": agree, "on": on},
    )


def outcome(
    *, households: int, votes: tuple[int, ...], election_tie: str = ELECTION_TIE.default, on: date
) -> Answer[Outcome]:
    """LDC art. 21 cl. 1; Decree 59/2023 art. 3 cl. 5 pt. d: the winner among several, and what follows without one.

    `votes`: the households that chose each candidate, in the order of the list; one household chooses one candidate.
    """
    ELECTION_TIE.check(election_tie)
    if not votes:
        raise missing("votes", "số phiếu của từng người ứng cử")
    for each in votes:
        check_count(each, "số hộ bầu cho một người")
    base, _ = counted(households, sum(votes), "votes", "tổng số phiếu bầu")
    least = more_than(ELECTED, base, on)
    most = max(votes)
    won = most >= least
    runs_again = len(votes) > 1
    then = Next.SECOND_ROUND if runs_again and election_tie == "second_round" else Next.RE_ELECTION
    return answer(
        "election.outcome",
        ELECTED,
        on=on,
        result=Outcome(votes.index(most) + 1, Next.RECOGNITION) if won else Outcome(None, then),
        because=f"{_named(votes, most) if won else 'Không ai trúng cử'}. {share_words(most, base, least)}",
        inputs={"households": households, "votes": votes, "election_tie": election_tie, "on": on},
        provisional=runs_again and not won,
        assumptions=() if won else (ELECTION_TIE.assumed(election_tie),),
    )


def counted(households: int | None, number: int | None, key: str, what: str) -> tuple[int, int]:
    if households is None:
        raise missing("households", "tổng số hộ của thôn")
    check_count(households, "tổng số hộ của thôn", least=1)
    if number is None:
        raise missing(key, what)
    check_at_most(number, households, what, "tổng số hộ của thôn")
    return households, number


def more_than(share: Dated[Fraction], base: int, on: date) -> int:
    """The smallest whole number above a share of all households."""
    return int(share.on(on) * base) + 1


def share_words(votes: int, base: int, least: int) -> str:
    return (
        f"{votes} trong {base} hộ tán thành, cần ít nhất {least} hộ: phải quá một nửa tổng số hộ của thôn, đúng một "
        "nửa là chưa đủ."
    )


def _named(votes: tuple[int, ...], most: int) -> str:
    return f"Người thứ {votes.index(most) + 1} trong danh sách trúng cử, chờ Ủy ban nhân dân cấp xã công nhận"
