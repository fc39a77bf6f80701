"""Counting teams, ballot rounds and online rounds: who runs them, what a ballot paper bears, what must be agreed."""

from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Final

from lawcore.answers import Answer, answer, check_at_most, check_count
from lawcore.ballots.matters import Matter, Scope, Who
from lawcore.ballots.questions import check_scope
from lawcore.dated import Dated, Version


class Team(StrEnum):
    """A team that a vote needs."""

    TELLERS = "tellers"
    BALLOT = "ballot"
    ONLINE = "online"


_TEAMS: Final = {
    Team.TELLERS: "Ban kiểm phiếu",
    Team.BALLOT: "Tổ phát phiếu lấy ý kiến",
    Team.ONLINE: "Tổ lấy ý kiến biểu quyết trực tuyến",
}
TELLERS_SIZE: Final = Dated(Version(date(2023, 8, 15), (3, 5), cite="Decree 59/2023 art. 3 cl. 5 pt. c"))
BALLOT_TEAM_SIZE: Final = Dated(
    Version(date(2023, 7, 1), (3, 5), cite="LDC art. 19 cl. 2"),
    Version(date(2023, 8, 15), (3, 5), cite="LDC art. 19 cl. 2; Decree 59/2023 art. 4 cl. 3"),
)
ONLINE_TEAM_SIZE: Final = Dated(Version(date(2023, 8, 15), (3, 5), cite="Decree 59/2023 art. 5 cl. 2 pt. b"))
BALLOT_TEAM_LEADER: Final = Dated(Version(date(2023, 8, 15), Who.FRONT_MEMBER, cite="Decree 59/2023 art. 4 cl. 3"))
ONLINE_TEAM_LEADER: Final = Dated(
    Version(date(2023, 8, 15), Who.FRONT_MEMBER, cite="Decree 59/2023 art. 5 cl. 2 pt. b")
)
MEETING_WITNESSES: Final = Dated(Version(date(2023, 8, 15), 2, cite="Decree 59/2023 art. 3 cl. 5 pt. c"))
BALLOT_WITNESSES: Final = Dated(Version(date(2023, 8, 15), 2, cite="Decree 59/2023 art. 4 cl. 6 pt. a"))
MINUTES_COPIES: Final = Dated(Version(date(2023, 8, 15), 3, cite="Decree 59/2023 art. 3 cl. 5 pt. c"))
PAPERS_PER_HOUSEHOLD: Final = Dated(Version(date(2023, 7, 1), 1, cite="LDC art. 19 cl. 3"))
PAPER_BEARS: Final = Dated(
    Version(
        date(2023, 8, 15),
        {
            Scope.COMMUNE: "dấu treo của Ủy ban nhân dân cấp xã ở phía trên bên trái",
            Scope.VILLAGE: "chữ ký trực tiếp của Trưởng thôn ở góc phải phía dưới",
        },
        cite="Decree 59/2023 art. 4 cl. 5 pt. b",
    )
)
ONLINE_CONSENT: Final = Dated(Version(date(2023, 8, 15), Fraction(1, 2), cite="Decree 59/2023 art. 5 cl. 2 pt. c"))
ONLINE_MAJORITY: Final = Dated(
    Version(
        date(2023, 8, 15),
        Fraction(1, 2),
        cite="LDC art. 21 cl. 1; Decree 59/2023 art. 5 cl. 4 pt. b",
    )
)


def tellers_size(*, members: int, on: date) -> Answer[bool]:
    """Decree 59/2023 art. 3 cl. 5 pt. c: whether a secret vote has as many tellers as it may, head included."""
    return _sized("meeting.tellers_size", Team.TELLERS, TELLERS_SIZE, members, on)


def ballot_team_size(*, members: int, on: date) -> Answer[bool]:
    """LDC art. 19 cl. 2; Decree 59/2023 art. 4 cl. 3: whether the ballot team has as many members as it may."""
    return _sized("ballot.team_size", Team.BALLOT, BALLOT_TEAM_SIZE, members, on)


def online_team_size(*, members: int, on: date) -> Answer[bool]:
    """Decree 59/2023 art. 5 cl. 2 pt. b: whether the team of an online vote has as many members as it may."""
    return _sized("online.team_size", Team.ONLINE, ONLINE_TEAM_SIZE, members, on)


def ballot_team_leader(*, leader: Who, on: date) -> Answer[bool]:
    """Decree 59/2023 art. 4 cl. 3: the ballot team is led by a representative of the Front board."""
    return _led("ballot.team_leader", Team.BALLOT, BALLOT_TEAM_LEADER, leader, on)


def online_team_leader(*, leader: Who, on: date) -> Answer[bool]:
    """Decree 59/2023 art. 5 cl. 2 pt. b: the team of an online vote is led by a representative of the Front board."""
    return _led("online.team_leader", Team.ONLINE, ONLINE_TEAM_LEADER, leader, on)


def meeting_count_witnessed(*, representatives: int, on: date) -> Answer[bool]:
    """Decree 59/2023 art. 3 cl. 5 pt. c: two household representatives watch the count of a secret vote."""
    return _witnessed("meeting.count_witnessed", MEETING_WITNESSES, representatives, on)


def ballot_count_witnessed(*, representatives: int, on: date) -> Answer[bool]:
    """Decree 59/2023 art. 4 cl. 6 pt. a: two household representatives watch the count of the ballots."""
    return _witnessed("ballot.count_witnessed", BALLOT_WITNESSES, representatives, on)


def minutes_copies(*, copies: int, on: date) -> Answer[bool]:
    """Decree 59/2023 art. 3 cl. 5 pt. c: minutes of the count for the commune, its Front and the village's own file."""
    check_count(copies, "số bản biên bản kiểm phiếu")
    needed = MINUTES_COPIES.on(on)
    enough = copies >= needed
    return answer(
        "meeting.minutes_copies",
        MINUTES_COPIES,
        on=on,
        result=enough,
        because=f"{'Đủ' if enough else 'Chưa đủ'}: có {copies} bản, cần {needed} bản biên bản kiểm phiếu, gửi Ủy ban "
        "nhân dân, Ủy ban Mặt trận Tổ quốc Việt Nam cấp xã và lưu tại thôn.",
        inputs={"copies": copies, "on": on},
    )


def papers_needed(*, households: int, on: date) -> Answer[int]:
    """LDC art. 19 cl. 3: how many ballot papers are handed out, one to each household."""
    check_count(households, "tổng số hộ của thôn", least=1)
    each = PAPERS_PER_HOUSEHOLD.on(on)
    return answer(
        "ballot.papers_needed",
        PAPERS_PER_HOUSEHOLD,
        on=on,
        result=households * each,
        because=f"Phát {households * each} phiếu: mỗi hộ {each} phiếu, thôn có {households} hộ.",
        inputs={"households": households, "on": on},
    )


def paper_complete(
    *, scope: Scope, sealed: bool = False, signed: bool = False, matter: Matter | None = None, on: date
) -> Answer[bool]:
    """Decree 59/2023 art. 4 cl. 5 pt. b: whether a ballot paper bears the seal or the signature that it must bear."""
    check_scope(matter, scope, on)
    bears = sealed if scope is Scope.COMMUNE else signed
    mark = PAPER_BEARS.on(on)[scope]
    return answer(
        "ballot.paper_complete",
        PAPER_BEARS,
        on=on,
        result=bears,
        because=f"{'Phiếu đúng quy định, đã có' if bears else 'Phiếu chưa đúng quy định, còn thiếu'} {mark}.",
        inputs={"scope": scope, "sealed": sealed, "signed": signed, "matter": matter, "on": on},
    )


def online_may_start(*, households: int, agree: int, on: date) -> Answer[bool]:
    """Decree 59/2023 art. 5 cl. 2 pt. c: whether enough households chose to vote online at all."""
    return _majority(
        "online.may_start",
        ONLINE_CONSENT,
        households,
        agree,
        on,
        ("Được mở", "Chưa được mở"),
        "chọn biểu quyết trực tuyến",
    )


def online_adopted(*, households: int, agree: int, on: date) -> Answer[bool]:
    """LDC art. 21 cl. 1; Decree 59/2023 art. 5 cl. 4 pt. b: more than half of all households, not of those voting."""
    return _majority(
        "online.adopted", ONLINE_MAJORITY, households, agree, on, ("Thông qua", "Chưa thông qua"), "đồng ý"
    )


def _sized(rule: str, team: Team, law: Dated[tuple[int, int]], members: int, on: date) -> Answer[bool]:
    check_count(members, f"số người của {_TEAMS[team]}")
    fewest, most = law.on(on)
    fits = fewest <= members <= most
    return answer(
        rule,
        law,
        on=on,
        result=fits,
        because=f"{_TEAMS[team]} phải có từ {fewest} đến {most} người, kể cả người đứng đầu; {members} người là "
        f"{'đúng' if fits else 'không đúng'}.",
        inputs={"members": members, "on": on},
    )


def _led(rule: str, team: Team, law: Dated[Who], leader: Who, on: date) -> Answer[bool]:
    must_lead = law.on(on)
    fits = leader in {must_lead, Who.FRONT_HEAD}
    return answer(
        rule,
        law,
        on=on,
        result=fits,
        because=f"Tổ trưởng {_TEAMS[team]} phải là {must_lead.words}; {leader.words} là "
        f"{'đúng' if fits else 'không đúng'}.",
        inputs={"leader": leader, "on": on},
    )


def _witnessed(rule: str, law: Dated[int], representatives: int, on: date) -> Answer[bool]:
    check_count(representatives, "số đại diện hộ chứng kiến")
    needed = law.on(on)
    enough = representatives >= needed
    return answer(
        rule,
        law,
        on=on,
        result=enough,
        because=f"{'Đủ' if enough else 'Chưa đủ'}: phải có {needed} đại diện hộ gia đình chứng kiến việc kiểm phiếu, "
        f"đã có {representatives}.",
        inputs={"representatives": representatives, "on": on},
    )


def _majority(
    rule: str,
    law: Dated[Fraction],
    households: int,
    agree: int,
    on: date,
    outcomes: tuple[str, str],
    agreeing: str,
) -> Answer[bool]:
    check_count(households, "tổng số hộ của thôn", least=1)
    check_at_most(agree, households, f"số hộ {agreeing}", "tổng số hộ của thôn")
    least = int(law.on(on) * households) + 1
    passed = agree >= least
    return answer(
        rule,
        law,
        on=on,
        result=passed,
        because=f"{outcomes[not passed]}: có {agree} hộ {agreeing}, cần ít nhất {least} hộ, quá một nửa của "
        f"{households} hộ trong thôn, không phải của số hộ đã biểu quyết.",
        inputs={"households": households, "agree": agree, "on": on},
    )
