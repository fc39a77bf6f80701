"""The team of a ballot round or an online vote: who is in it, for whom, who leads."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from dienhong.decisions.models import TeamSeat
from dienhong.foundations.refusals import Refused
from lawcore.answers import Answer
from lawcore.ballots.matters import Who
from lawcore.vietnamese import nfc, search_folded

LEADS = {
    TeamSeat.FRONT: Who.FRONT_MEMBER,
    TeamSeat.VILLAGE: Who.VILLAGE_HEAD,
    TeamSeat.ORGANIZATION: Who.RESIDENT,
    TeamSeat.HOUSEHOLD: Who.RESIDENT,
    TeamSeat.SKILLED: Who.RESIDENT,
}


@dataclass(frozen=True, slots=True)
class Member:
    """One of a team; exactly one of them leads."""

    name: str
    seat: TeamSeat
    leads: bool = False


def checked(
    members: Sequence[Member],
    *,
    size: Callable[..., Answer[bool]],
    leader: Callable[..., Answer[bool]],
    on: date,
) -> list[Answer[bool]]:
    """The rules' answers on size and leader, where they are yes; Refused with the reason otherwise."""
    names = [search_folded(each.name) for each in members]
    if not all(names) or len(set(names)) != len(names):
        raise Refused(_("Hãy ghi họ tên từng thành viên, mỗi người một lần."))
    leaders = [each for each in members if each.leads]
    if len(leaders) != 1:
        raise Refused(_("Hãy chọn một Tổ trưởng."))
    answers = [size(members=len(members), on=on), leader(leader=LEADS[leaders[0].seat], on=on)]
    for each in answers:
        if not each.result:
            raise Refused(each.explanation)
    return answers


def kept(members: Sequence[Member]) -> list[dict[str, object]]:
    """As it is stored."""
    return [{"name": nfc(each.name).strip(), "seat": each.seat.value, "leads": each.leads} for each in members]
