"""What too few came to vote on goes on by ballots, some of them out; another matter is voted on online."""

from datetime import UTC, datetime, time, timedelta
from typing import Final

from dienhong.decisions import actions
from dienhong.decisions.models import BallotRound, HouseholdKey, Mark, Matter, Passing, TeamSeat, Vote
from dienhong.foundations.actors import Actor
from dienhong.foundations.clock import legal_day
from dienhong.registry import queries as registry
from dienhong.registry.models import Locality, User
from lawcore.ballots.matters import Form
from lawcore.ballots.matters import Matter as Kind

TOLD_IN: Final = "ben-say-dong-ha-thon"
FRONT_OF_VILLAGE: Final = "Vàng Thị Chở"
EVENING: Final = time(12, 30)  # UTC: 19:30 in Việt Nam
OUT, BACK = 12, 7


def tell(place: Locality, *, at: datetime) -> None:
    """In one village, over the last month."""
    on = legal_day(at)
    head = registry.actor_of(User.objects.get(username="dong-ha"), on=on)
    villages = registry.places_below([place.path], kinds=[Locality.Kind.VILLAGE], on=on)
    village = next(each for each in villages if each.code == TOLD_IN)
    _slips(_plan(_too_few(village, head, at), head, at), head, at)
    _online(village, head, at)


def _before(at: datetime, days: int) -> datetime:
    """That many days ago in the evening."""
    return datetime.combine(legal_day(at) - timedelta(days=days), EVENING, tzinfo=UTC)


def _too_few(village: Locality, head: Actor, at: datetime) -> Matter:
    """What the meeting of last week could not vote on."""
    matter = Matter.objects.filter(village=village, stage="too_few").order_by("pk")[0]
    actions.choose_form(matter=matter, form=Form.BALLOT, key="sample ballots", by=head, at=_before(at, 3))
    return Matter.objects.get(pk=matter.pk)


def _plan(matter: Matter, head: Actor, at: datetime) -> BallotRound:
    """Planned, sent, its team named, announced, opened."""
    began = legal_day(_before(at, 3))
    plan = actions.Plan(
        purpose="Lấy ý kiến từng hộ sau cuộc họp không đủ hộ dự.",
        requirements="Mỗi hộ một phiếu, phát tận tay, thu đúng hạn, kiểm phiếu công khai.",
        participants="Đại diện tất cả các hộ.",
        assignment="Mỗi xóm hai người của Tổ phát phiếu cùng đi.",
        conditions="In phiếu tại Ủy ban nhân dân xã; dùng hòm phiếu của nhà văn hóa.",
        hands_out_on=legal_day(_before(at, 1)),
        collects_until=_before(at, -5),
        planned_on=began,
        is_named=False,
        reserve=5,
    )
    row = actions.plan_round(matter=matter, plan=plan, key="sample ballots", by=head, at=_before(at, 3))
    row = actions.send_plan(ballot_round=row, to_commune=began, to_front=began, by=head, at=_before(at, 3))
    team = (
        actions.Member(FRONT_OF_VILLAGE, TeamSeat.FRONT, leads=True),
        actions.Member(head.name, TeamSeat.VILLAGE),
        actions.Member("Danh Thị Xoan", TeamSeat.ORGANIZATION),
    )
    row = actions.set_team(ballot_round=row, members=team, on=began, by=head)
    row = actions.announce(
        ballot_round=row, announced_on=legal_day(_before(at, 3)), ways="niêm yết ở nhà văn hóa, loa", by=head,
        at=_before(at, 3),
    )  # fmt: skip
    row = actions.open_round(ballot_round=row, by=head, at=_before(at, 2))
    return actions.begin_round(ballot_round=row, is_marked=True, by=head, at=_before(at, 1))


def _slips(row: BallotRound, head: Actor, at: datetime) -> None:
    """Handed out to a few households; some came back, one of them spoiled and replaced."""
    entries = list(row.roll.entries.order_by("number")[:OUT]) if row.roll else []
    went = [(each, Passing.To.OUT) for each in entries]
    back = [(each, Passing.To.COLLECTED) for each in entries[:BACK]]
    spoiled = [(each, to) for each in entries[BACK : BACK + 1] for to in (Passing.To.SPOILED, Passing.To.OUT)]
    for number, (entry, to) in enumerate((*went, *back, *spoiled)):
        given = actions.Pass(entry=entry.pk, to=to, happened_at=_before(at, 1) + timedelta(minutes=number))
        actions.pass_slip(ballot_round=row, given=given, key=f"sample slip {number}", by=head, at=_before(at, 1))


def _online(village: Locality, head: Actor, at: datetime) -> None:
    """Chosen by more than half of the households, now voted on; one household was helped."""
    asked = "Mỗi tháng dọn vệ sinh đường một lần, vào sáng thứ bảy đầu tháng. Ông, bà có đồng ý không?"
    proposed = actions.Proposed(
        kind=Kind.SELF_GOVERNMENT, title="Dọn vệ sinh đường mỗi tháng", asked=asked, agreed_with=FRONT_OF_VILLAGE,
        agreed_on=legal_day(_before(at, 9)),
    )  # fmt: skip
    matter = actions.propose(village=village, proposed=proposed, key="sample cleaning", by=head, at=_before(at, 9))
    actions.choose_form(matter=matter, form=Form.ONLINE, key="sample cleaning", by=head, at=_before(at, 9))
    agreed = legal_day(_before(at, 9))
    row = actions.agree_online(
        matter=matter, agreed_with=FRONT_OF_VILLAGE, agreed_on=agreed,
        devices="Hộ nào cũng có điện thoại nối mạng; hộ chưa quen thì trả lời bằng phiếu giấy.",
        key="sample cleaning", by=head, at=_before(at, 9),
    )  # fmt: skip
    row = actions.report_online(online_round=row, to_commune=agreed, to_front=agreed, by=head, at=_before(at, 9))
    team = (
        actions.Member(FRONT_OF_VILLAGE, TeamSeat.FRONT, leads=True),
        actions.Member(head.name, TeamSeat.VILLAGE),
        actions.Member("Kim Minh Khang", TeamSeat.SKILLED),
    )
    row = actions.set_online_team(online_round=row, members=team, on=agreed, by=head)
    row = actions.start_poll(online_round=row, polls_until=_before(at, 4), by=head, at=_before(at, 8))
    keys = list(
        HouseholdKey.objects.filter(online_round=row).select_related("online_round", "entry").order_by("entry__number")
    )
    for each in keys[: len(keys) // 2 + 1]:
        said = actions.Said(about=Vote.About.FORM, answer=Mark.AGREE)
        actions.answer(key_of=each, said=said, key=f"sample form {each.pk}", at=_before(at, 6))
    row = actions.end_poll(online_round=row, by=head, at=_before(at, 4))
    row = actions.announce_online(
        online_round=row, announced_on=legal_day(_before(at, 3)), ways="nhóm của thôn, loa",
        votes_until=_before(at, -3), by=head, at=_before(at, 3),
    )  # fmt: skip
    for each, mark in zip(keys, (*[Mark.AGREE] * 6, Mark.DISAGREE, Mark.OTHER), strict=False):
        words = "Nên dọn chiều chủ nhật." if mark == Mark.OTHER else ""
        said = actions.Said(about=Vote.About.MATTER, answer=mark, words=words)
        actions.answer(key_of=each, said=said, key=f"sample vote {each.pk}", at=_before(at, 2))
    slip = actions.SignedSlip(Vote.Channel.ASSISTED, _before(at, 2), "phieu.jpg", [b"\xff\xd8\xff\xe0 sample"])
    actions.type_for_household(
        online_round=row, entry=keys[9].entry, said=actions.Said(about=Vote.About.MATTER, answer=Mark.AGREE), slip=slip,
        key="sample typed", by=head, at=_before(at, 1),
    )  # fmt: skip
