"""Who proposes, who convenes, how the meeting chooses its own officers and ways (LDC art. 16, 18)."""

from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Final

from lawcore.answers import Answer, answer, check_at_most, check_count
from lawcore.ballots.matters import Matter, Scope, Who
from lawcore.ballots.questions import check_scope
from lawcore.dated import Dated, Version

PROPOSERS: Final = Dated(
    Version(
        date(2023, 7, 1),
        {Scope.VILLAGE: Who.VILLAGE_HEAD, Scope.COMMUNE: Who.COMMUNE_CHAIR},
        cite="LDC art. 16 cl. 1, 2",
    )
)
CONVENERS: Final = Dated(
    Version(date(2023, 7, 1), Who.VILLAGE_HEAD, cite="LDC art. 18 cl. 1"),
    Version(date(2023, 8, 15), Who.VILLAGE_HEAD, cite="LDC art. 18 cl. 1; Decree 59/2023 art. 3 cl. 1 pt. a"),
)
ELECTION_CONVENER: Final = Dated(
    Version(date(2023, 8, 15), Who.ELECTION_TEAM, cite="LDC art. 18 cl. 1; Decree 59/2023 art. 3 cl. 1 pt. b")
)
DISMISSAL_CONVENER: Final = Dated(
    Version(date(2023, 8, 15), Who.FRONT_HEAD, cite="LDC art. 18 cl. 1; Decree 59/2023 art. 3 cl. 1 pt. c")
)
VACANCY_CONVENER: Final = Dated(
    Version(date(2023, 7, 1), Who.APPOINTED, cite="LDC art. 18 cl. 1"),
    Version(date(2023, 8, 15), Who.APPOINTED, cite="LDC art. 18 cl. 1; Decree 59/2023 art. 3 cl. 1 pt. d"),
)
CLUSTERS_FROM: Final = Dated(
    Version(date(2023, 7, 1), 200, cite="LDC art. 18 cl. 3"),
    Version(date(2023, 8, 15), 200, cite="LDC art. 18 cl. 3; Decree 59/2023 art. 3 cl. 6"),
)
DOCUMENTS_FOR: Final = Dated(
    Version(
        date(2023, 8, 15),
        frozenset({Matter.COMMUNE_WORKS, Matter.VILLAGE_MONEY, Matter.CONVENTION}),
        cite="Decree 59/2023 art. 3 cl. 4",
    )
)
VOTES_OF_A_HOUSEHOLD: Final = Dated(Version(date(2023, 7, 1), 1, cite="LDC art. 18 cl. 2; LDC art. 19 cl. 3"))


class Choice(StrEnum):
    """What the meeting decides about itself, by a show of hands."""

    SECRETARY = "secretary"
    METHOD = "method"
    TELLERS = "tellers"


_CHOSEN: Final = {
    Choice.SECRETARY: "Thư ký cuộc họp",
    Choice.METHOD: "Cách biểu quyết (giơ tay hoặc bỏ phiếu kín)",
    Choice.TELLERS: "Ban kiểm phiếu",
}
SECRETARY_MAJORITY: Final = Dated(Version(date(2023, 8, 15), Fraction(1, 2), cite="Decree 59/2023 art. 3 cl. 5 pt. a"))
METHOD_MAJORITY: Final = Dated(Version(date(2023, 8, 15), Fraction(1, 2), cite="Decree 59/2023 art. 3 cl. 5 pt. b"))
TELLERS_MAJORITY: Final = Dated(Version(date(2023, 8, 15), Fraction(1, 2), cite="Decree 59/2023 art. 3 cl. 5 pt. c"))
_MAJORITIES: Final = {
    Choice.SECRETARY: SECRETARY_MAJORITY,
    Choice.METHOD: METHOD_MAJORITY,
    Choice.TELLERS: TELLERS_MAJORITY,
}


def proposer(*, scope: Scope = Scope.VILLAGE, matter: Matter | None = None, on: date) -> Answer[Who]:
    """LDC art. 16 cl. 1, 2: who puts a matter to the people, and with whom that has to be agreed first."""
    check_scope(matter, scope, on)
    who = PROPOSERS.on(on)[scope]
    partner = (
        "Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam cấp xã" if scope is Scope.COMMUNE else "Trưởng ban công tác Mặt trận"
    )
    return answer(
        "decision.proposer",
        PROPOSERS,
        on=on,
        result=who,
        because=f"{who.words} đưa nội dung ra để Nhân dân bàn và quyết định, sau khi thống nhất với {partner}. "
        "Công dân cũng có thể nêu sáng kiến khi đủ số hộ đồng thuận.",
        inputs={"scope": scope, "matter": matter, "on": on},
    )


def convener(
    *,
    matter: Matter,
    dismissal: bool = False,
    same_person: bool = False,
    vacant: bool = False,
    on: date,
) -> Answer[Who]:
    """LDC art. 18 cl. 1; Decree 59/2023 art. 3 cl. 1: who convenes and chairs the meeting.

    For the village head's own post, `dismissal` says that it is not an election, and `same_person` that the village
    head also heads the Front board. `vacant`: there is no village head.
    """
    law, who, because = _convening(matter, dismissal=dismissal, same_person=same_person, vacant=vacant)
    return answer(
        "meeting.convener",
        law,
        on=on,
        result=who,
        because=f"{who.words[0].upper()}{who.words[1:]} triệu tập và chủ trì: {because}",
        inputs={"matter": matter, "dismissal": dismissal, "same_person": same_person, "vacant": vacant, "on": on},
    )


_HEADS_BOTH: Final = (
    "cuộc họp cho thôi làm Trưởng thôn, mà Trưởng thôn cũng là Trưởng ban công tác Mặt trận; phải thống nhất trước với "
    "Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam cấp xã."
)
_NO_HEAD: Final = (
    "thôn đang khuyết Trưởng thôn; người được chỉ định là đại diện Ban công tác Mặt trận hoặc công dân có uy tín cư "
    "trú tại thôn."
)


def _convening(matter: Matter, *, dismissal: bool, same_person: bool, vacant: bool) -> tuple[Dated[Who], Who, str]:
    if matter is Matter.VILLAGE_HEAD and not dismissal:
        return ELECTION_CONVENER, Who.ELECTION_TEAM, "cuộc họp bầu Trưởng thôn."
    if matter is Matter.VILLAGE_HEAD and same_person:
        return DISMISSAL_CONVENER, Who.COMMUNE_CHAIR, _HEADS_BOTH
    if matter is Matter.VILLAGE_HEAD:
        return DISMISSAL_CONVENER, Who.FRONT_HEAD, "cuộc họp cho thôi làm Trưởng thôn."
    if vacant:
        return VACANCY_CONVENER, Who.APPOINTED, _NO_HEAD
    return CONVENERS, Who.VILLAGE_HEAD, f"cuộc họp bàn nội dung {matter.clause}."


def clusters_allowed(*, households: int, scattered: bool = False, on: date) -> Answer[bool]:
    """LDC art. 18 cl. 3; Decree 59/2023 art. 3 cl. 6: whether it may meet by clusters; results are added up."""
    check_count(households, "tổng số hộ của thôn", least=1)
    enough = CLUSTERS_FROM.on(on)
    allowed = households >= enough or scattered
    because = (
        f"Không họp theo cụm: thôn có {households} hộ, dưới {enough} hộ và sống tập trung."
        if not allowed
        else f"Có thể họp theo cụm: thôn {'sống không tập trung' if scattered else f'có từ {enough} hộ trở lên'}. "
        "Ủy ban nhân dân cấp xã quyết định phương án; kết quả các cụm được cộng lại cho cả thôn."
    )
    return answer(
        "meeting.clusters_allowed",
        CLUSTERS_FROM,
        on=on,
        result=allowed,
        because=because,
        inputs={"households": households, "scattered": scattered, "on": on},
    )


def documents_required(*, matter: Matter, on: date) -> Answer[bool]:
    """Decree 59/2023 art. 3 cl. 4: whether every household must have the documents before the meeting."""
    needed = matter in DOCUMENTS_FOR.on(on)
    return answer(
        "meeting.documents_required",
        DOCUMENTS_FOR,
        on=on,
        result=needed,
        because=f"Nội dung {matter.clause} {'phải' if needed else 'không bắt buộc phải'} gửi tài liệu đến từng hộ "
        "trước cuộc họp.",
        inputs={"matter": matter, "on": on},
    )


def chosen(*, choice: Choice, present: int, agree: int, on: date) -> Answer[bool]:
    """Decree 59/2023 art. 3 cl. 5 pt. a, b, c: secretary, way of voting, tellers: more than half of those present."""
    check_count(present, "số đại diện hộ có mặt", least=1)
    check_at_most(agree, present, "số người giơ tay đồng ý", "số đại diện hộ có mặt")
    law = _MAJORITIES[choice]
    least = int(law.on(on) * present) + 1
    passed = agree >= least
    return answer(
        "meeting.chosen",
        law,
        on=on,
        result=passed,
        because=f"{_CHOSEN[choice]} {'được' if passed else 'chưa được'} quyết định: {agree} người đồng ý, cần ít nhất "
        f"{least}, quá một nửa trong {present} đại diện hộ có mặt.",
        inputs={"choice": choice, "present": present, "agree": agree, "on": on},
    )


def votes_of_household(*, hands: int, on: date) -> Answer[int]:
    """LDC art. 18 cl. 2; LDC art. 19 cl. 3: however many of a household raise a hand, it has one vote."""
    check_count(hands, "số người của hộ cùng biểu quyết")
    votes = min(hands, VOTES_OF_A_HOUSEHOLD.on(on))
    return answer(
        "meeting.votes_of_household",
        VOTES_OF_A_HOUSEHOLD,
        on=on,
        result=votes,
        because=f"Tính {votes} phiếu: mỗi hộ có một người đại diện và một phiếu; hộ này có {hands} người biểu quyết.",
        inputs={"hands": hands, "on": on},
    )
