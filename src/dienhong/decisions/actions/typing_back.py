"""A whole meeting that was held on paper, typed back at once: all of it or nothing."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.decisions import counting
from dienhong.decisions.access import Act
from dienhong.decisions.actions import steps
from dienhong.decisions.actions.meetings import Elected, check_in_sheet, choose, open_meeting
from dienhong.decisions.actions.steps import Hours
from dienhong.decisions.actions.voting import close_item, close_meeting, close_short, enter_sheet
from dienhong.decisions.models import Item, Meeting, Sheet, Step
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from lawcore.ballots.meetings import Choice as Chosen


@dataclass(frozen=True, slots=True)
class Voted:
    """One item as the two sheets say it; both empty where too few came for it to be voted on.

    `hands`: how many agreed to the way of voting, None where the paper does not say it.
    """

    position: int
    method: str
    first: Sequence[int]
    second: Sequence[int]
    note: str = ""
    hands: int | None = None


@dataclass(frozen=True, slots=True)
class OnPaper:
    """What the papers of a meeting say. `present` are numbers on the roll, `counters` the two who counted.

    `witnesses` are the two of the households who watched the count of its secret votes, where it had any. How many
    raised a hand for secretary and tellers is None where the paper does not say it.
    """

    began: datetime
    ended: datetime
    present: Collection[int]
    secretary: str
    tellers: Sequence[str]
    counters: tuple[str, str]
    items: Sequence[Voted]
    witnesses: Sequence[str] = ()
    for_secretary: int | None = None
    for_tellers: int | None = None


@transaction.atomic
def type_meeting(*, meeting: Meeting, paper: OnPaper, key: str, by: Actor, at: datetime) -> Meeting:
    """Decree 59/2023 art. 3 cl. 5: the meeting as it was, by the same rules as if it had been typed while it lasted.

    Refused as a whole where anything of it is, with the item named; the same `key` again changes nothing.
    """
    meeting = steps.locked_meeting(meeting, by, Act.HOLD)
    if meeting.stage == Meeting.Stage.CLOSED and _is_typed(meeting, key):
        return meeting
    if paper.ended < paper.began or paper.ended > at:
        raise Refused(_("Giờ kết thúc phải sau giờ khai mạc và không ở tương lai. Hãy kiểm tra lại ngày giờ họp."))
    meeting = open_meeting(meeting=meeting, happened_at=paper.began, by=by, at=at)
    check_in_sheet(meeting=meeting, numbers=paper.present, happened_at=paper.began, key=f"{key}:p", by=by, at=at)
    for what, names, hands in (
        (Chosen.SECRETARY, [paper.secretary], paper.for_secretary),
        (Chosen.TELLERS, paper.tellers, paper.for_tellers),
    ):
        if any(each.strip() for each in names):
            elected = Elected(what, hands, tuple(names))
            choose(meeting=meeting, elected=elected, key=f"{key}:{what.value}", by=by, at=at)
    for voted in paper.items:
        try:
            _vote(meeting, voted, paper, key, by, at)
        except (NotAllowed, NotFound):
            raise
        except Refused as refusal:
            raise Refused(_("Việc số %(n)d: %(why)s") % {"n": voted.position, "why": refusal}) from refusal
    return close_meeting(meeting=meeting, happened_at=paper.ended, by=by, at=at)


def _is_typed(meeting: Meeting, key: str) -> bool:
    """Whether this paper was typed before: by its sheets, or by the steps of items for which too few came."""
    sheets = Sheet.objects.filter(item__meeting=meeting, key__startswith=f"{key}:")
    steps_short = Step.objects.filter(matter__items__meeting=meeting, key__startswith=f"{key}:")
    return sheets.exists() or steps_short.exists()


def _vote(meeting: Meeting, voted: Voted, paper: OnPaper, key: str, by: Actor, at: datetime) -> None:
    item = meeting.items.select_related("matter", "meeting").filter(position=voted.position).first()
    if item is None:
        raise Refused(_("Cuộc họp không có việc này."))
    own = f"{key}:{voted.position}"
    if not voted.first and not voted.second:
        close_short(item=item, key=f"{own}:short", by=by, at=at)
        return
    elected = Elected(Chosen.METHOD, voted.hands, method=voted.method, item=item.pk)
    choose(meeting=meeting, elected=elected, key=f"{own}:method", by=by, at=at)
    for place, typed in enumerate((voted.first, voted.second), start=1):
        enter_sheet(
            item=item,
            place=place,
            counter=paper.counters[place - 1],
            figures=_figures(typed, voted.method),
            key=f"{own}:{place}",
            by=by,
            note=voted.note,
            hours=Hours(entered_at=at),
        )
    close_item(item=item, key=f"{own}:close", by=by, at=at, witnesses=paper.witnesses)


def _figures(typed: Sequence[int], method: str) -> Mapping[str, int]:
    names = tuple(counting.IN_SECRET if method == Item.Method.SECRET else counting.BY_HAND)
    if len(typed) != len(names):
        raise Refused(
            _("Phiếu kiểm đếm phải có đủ %(need)d số theo thứ tự đã in; đã nhập %(got)d số.")
            % {"need": len(names), "got": len(typed)}
        )
    return dict(zip(names, typed, strict=True))
