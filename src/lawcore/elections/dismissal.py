"""How a village head leaves before the end of the term."""

from datetime import date
from enum import StrEnum
from fractions import Fraction
from math import ceil
from typing import Final

from lawcore.answers import Answer, answer
from lawcore.calendar import VIETNAM, Calendar
from lawcore.checks import Check, faults
from lawcore.dated import Dated, Version
from lawcore.elections.votes import counted, more_than, share_words
from lawcore.timelimits import days, deadline, latest, working_days

BY_LETTER: Final = Dated(Version(date(2023, 8, 15), "letter", cite="Decree 59/2023 art. 9 cl. 1 pt. a"))
BY_FRONT: Final = Dated(Version(date(2023, 8, 15), "proposal", cite="Decree 59/2023 art. 9 cl. 1 pt. b"))
PETITIONED: Final = Dated(Version(date(2023, 8, 15), Fraction(1, 2), cite="Decree 59/2023 art. 9 cl. 1 pt. b"))
DISMISSED: Final = Dated(
    Version(date(2023, 7, 1), Fraction(1, 2), cite="LDC art. 21 cl. 1"),
    Version(date(2023, 8, 15), Fraction(1, 2), cite="LDC art. 21 cl. 1; Decree 59/2023 art. 9 cl. 3"),
)
RECOGNISED: Final = Dated(
    Version(date(2023, 7, 1), working_days(5), cite="LDC art. 21 cl. 2"),
    Version(date(2023, 8, 15), working_days(5), cite="LDC art. 21 cl. 2; Decree 59/2023 art. 9 cl. 3"),
)
NEW_ELECTION: Final = Dated(Version(date(2023, 8, 15), days(60), cite="Decree 59/2023 art. 9 cl. 3"))
INVITED: Final = Dated(
    Version(date(2023, 8, 15), days(2), cite="Decree 59/2023 art. 3 cl. 3; Decree 59/2023 art. 9 cl. 2")
)


class Ground(StrEnum):
    """Why a head leaves before the end of the term."""

    OWN_WISH = "own-wish"
    LOST_TRUST = "lost-trust"
    TASKS_NOT_DONE = "tasks-not-done"
    PEOPLES_RIGHTS = "peoples-rights"
    CORRUPTION_WASTE = "corruption-waste"
    DISOBEDIENCE = "disobedience"
    BREACH_OF_LAW = "breach-of-law"
    PETITION = "petition"


class Decider(StrEnum):
    """Who settles a dismissal after the village voted."""

    COMMUNE_RECOGNISES = "commune-recognises"
    COMMUNE_WITH_FRONT = "commune-with-front"


def can_begin(
    *,
    kind: Ground,
    letter: bool | None = None,
    front_proposes: bool | None = None,
    households: int | None = None,
    agree: int | None = None,
    on: date,
) -> Answer[bool]:
    """Decree 59/2023 art. 9 cl. 1: whether a dismissal can be put to the village.

    `letter`: the head wrote to the commune's chair giving the reason; `front_proposes`: the head of the Front's
    committee proposed it to the commune's chair; `households` and `agree` count for a petition of the households.
    """
    asked = _asking(households, agree, on) if kind is Ground.PETITION else None
    if kind is Ground.OWN_WISH:
        law, given, key, what = (
            BY_LETTER,
            letter,
            "letter",
            "đơn xin thôi nêu rõ lý do gửi Chủ tịch Ủy ban nhân dân cấp xã",
        )
    else:
        law, given, key, what = (
            BY_FRONT,
            front_proposes,
            "front_proposes",
            "đề nghị của Trưởng ban công tác Mặt trận ở thôn",
        )
    checks = [Check(given, key, what, f"chưa có {what}")]
    if asked:
        _, asking, least = asked
        checks.append(Check(asking >= least, "agree", "", f"còn thiếu {least - asking} hộ kiến nghị"))
    found = faults(checks)
    said = f"Chưa đưa ra cuộc họp của thôn được: {'; '.join(found)}." if found else f"Đưa ra cuộc họp được: có {what}."
    if asked:
        said = f"{said} {_asking_words(*asked)}"
    return answer(
        "dismissal.can_begin",
        law,
        on=on,
        result=not found,
        because=said,
        inputs={
            "kind": kind,
            "letter": letter,
            "front_proposes": front_proposes,
            "households": households,
            "agree": agree,
            "on": on,
        },
    )


def petition(*, households: int | None = None, agree: int | None = None, on: date) -> Answer[bool]:
    """Decree 59/2023 art. 9 cl. 1 pt. b: half of all households, exactly half included, can ask for a dismissal."""
    base, asking, least = _asking(households, agree, on)
    enough = asking >= least
    said = "Đủ số hộ kiến nghị cho thôi" if enough else f"Chưa đủ số hộ kiến nghị, còn thiếu {least - asking} hộ"
    return answer(
        "dismissal.petition",
        PETITIONED,
        on=on,
        result=enough,
        because=f"{said}. {_asking_words(base, asking, least)}",
        inputs={"households": households, "agree": agree, "on": on},
    )


def _asking(households: int | None, agree: int | None, on: date) -> tuple[int, int, int]:
    """All households, those that ask for a dismissal, and how many must at least."""
    base, asking = counted(households, agree, "agree", "số hộ kiến nghị")
    return base, asking, ceil(PETITIONED.on(on) * base)


def _asking_words(base: int, asking: int, least: int) -> str:
    return f"{asking} trong {base} hộ kiến nghị, cần ít nhất {least} hộ: từ một nửa tổng số hộ, đúng một nửa là đủ."


def agreed(*, households: int | None = None, agree: int | None = None, on: date) -> Answer[bool]:
    """LDC art. 21 cl. 1; Decree 59/2023 art. 9 cl. 3: the village dismisses by more than half of all households."""
    base, votes = counted(households, agree, "agree", "số hộ tán thành cho thôi")
    least = more_than(DISMISSED, base, on)
    passed = votes >= least
    said = (
        "Thôn tán thành cho thôi, chờ Ủy ban nhân dân cấp xã công nhận"
        if passed
        else "Thôn chưa thống nhất cho thôi; Ủy ban nhân dân cấp xã quyết định sau khi thống nhất với Mặt trận xã"
    )
    return answer(
        "dismissal.agreed",
        DISMISSED,
        on=on,
        result=passed,
        because=f"{said}. {share_words(votes, base, least)}",
        inputs={"households": households, "agree": agree, "on": on},
    )


def decided_by(*, households: int | None = None, agree: int | None = None, on: date) -> Answer[Decider]:
    """Decree 59/2023 art. 9 cl. 3: who decides once the village has voted on a dismissal."""
    voted = agreed(households=households, agree=agree, on=on)
    return Answer(
        Decider.COMMUNE_RECOGNISES if voted.result else Decider.COMMUNE_WITH_FRONT,
        "dismissal.decided_by",
        voted.citation,
        voted.version,
        voted.explanation,
        voted.inputs,
    )


def recognition(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """LDC art. 21 cl. 2; Decree 59/2023 art. 9 cl. 3: the commune answers within 5 working days of the decision."""
    return deadline(
        "deadline.dismissal.recognition",
        RECOGNISED,
        since=since,
        does="Ủy ban nhân dân cấp xã công nhận kết quả cho thôi hoặc trả lời bằng văn bản có nêu lý do",
        calendar=calendar,
    )


def new_election(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Decree 59/2023 art. 9 cl. 3: within 60 days of the recognised dismissal the commune decides a new election."""
    return deadline(
        "deadline.dismissal.new_election",
        NEW_ELECTION,
        since=since,
        does="Ủy ban nhân dân cấp xã quyết định việc bầu Trưởng thôn mới (chưa phải bầu xong)",
        calendar=calendar,
    )


def meeting_notice(*, before: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Decree 59/2023 art. 3 cl. 3; Decree 59/2023 art. 9 cl. 2: the households are told 2 days before the meeting."""
    return latest(
        "latest.dismissal.meeting_notice",
        INVITED,
        before=before,
        does="Người chủ trì thông báo cuộc họp cho thôi đến các hộ và niêm yết tại nhà văn hóa",
        calendar=calendar,
    )
