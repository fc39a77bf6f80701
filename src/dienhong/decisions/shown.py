"""Where a matter stands as its page shows it: steps with reasons, what is next, who may do it, its papers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.decisions import access, shown_rounds, spoken
from dienhong.decisions.access import Act
from dienhong.decisions.actions.challenges import OPEN_TO_IT
from dienhong.decisions.models import Body, Confirmation, Item, Matter, Meeting, Record, Step
from dienhong.decisions.queries import challenges, desk, disclosed, entries, plain
from dienhong.decisions.queries.public import BINDS
from dienhong.disclosures import access as disclosing
from dienhong.disclosures.models import Disclosure
from dienhong.foundations.actors import Actor
from dienhong.registry import queries as registry
from dienhong.registry.heads import head_of
from dienhong.registry.models import User
from lawcore.answers import Answer
from lawcore.ballots.effect import recogniser
from lawcore.ballots.lifecycle import DECISION
from lawcore.ballots.matters import Scope, Who
from lawcore.ballots.periods import to_commune

OVER_FOR_GOOD = frozenset({"failed", "refused", "amended", "abolished", "challenged", "asked"})
GOOD = frozenset({"in_force", "passed", "signed", "sent"})
LIVE = frozenset({Meeting.Stage.PLANNED, Meeting.Stage.NOTIFIED, Meeting.Stage.OPEN})
BAD = frozenset({"failed", "refused", "abolished", "too_few"})


@dataclass(frozen=True, slots=True)
class Line:
    """A step: what happened, who recorded it, the answers of the rules that let it happen."""

    step: Step
    title: str
    who: str


@dataclass(frozen=True, slots=True)
class Next:
    """What can be done now, the page where it is done; `kind` of the button."""

    words: str
    url: str
    kind: str = "primary"


def status_of(stage: str) -> str:
    """The sign of a stage, one of foundations.statuses."""
    if stage in BAD:
        return "missed"
    return "done" if stage in GOOD else "due"


def recogniser_of(matter: Matter) -> Answer[Who | None]:
    """LDC art. 21 cl. 2, by the law of the day the matter began."""
    return recogniser(matter=matter.law, on=matter.begun_on)


def may_recognise(actor: Actor, matter: Matter) -> bool:
    return access.may_recognise(actor, matter.village, front=recogniser_of(matter).result is Who.COMMUNE_FRONT)


def matter_page(matter: Matter, actor: Actor, *, on: date) -> dict[str, Any]:
    """Everything the page of a matter shows. At most sixteen queries."""
    steps = list(matter.steps.order_by("pk"))
    names = registry.names_of({each.recorded_by for each in steps})
    events = DECISION.events
    items = plain.items_of(matter)
    records = list(matter.records.order_by("-version").prefetch_related("pages"))
    awaited = next((each for each in reversed(steps) if each.event == "await"), None)
    waits = _waits(matter, items[0].meeting if items else None)
    due = desk.due_of(matter, waits, due=awaited.due_on if awaited else None, on=on)
    outcomes = list(matter.outcomes.order_by("-pk"))
    disclosure = disclosed.disclosure_of(matter) if matter.stage in BINDS | disclosed.ENDED else None
    return {
        **shown_rounds.of_matter(matter, actor),
        "matter": matter,
        "spoken": spoken.result(matter, outcomes[0]) if outcomes else "",
        "kind_words": matter.get_kind_display(),
        "status": status_of(matter.stage),
        "plain": plain.of_matter(matter, on=on, items=items),
        "lines": [Line(each, str(events[each.event]), names.get(each.recorded_by, "")) for each in steps],
        "next": [*_next(matter, actor, items, records), *_to_disclose(matter, actor, disclosure)],
        "disclosure": disclosure,
        "waits_for": _waits_for(matter, waits),
        "due": due,
        "sending": to_commune(since=matter.passed_on) if matter.stage == "signed" and matter.passed_on else None,
        "items": items,
        "records": records,
        "outcomes": outcomes,
        "contests": entries.counts(matter, outcomes[0]) if outcomes else None,
        "challenges": challenges.of_matter(matter, on=on) if outcomes else [],
        "may_erase": access.may_recognise(actor, matter.village, front=False),
        "unverified": challenges.unverified(matter, actor) if outcomes else [],
        "readable": challenges.readable(matter, actor) if outcomes else set(),
        "may_challenge": matter.stage in OPEN_TO_IT
        and any(access.answers(actor, each, matter.village) for each in Body.values),
        "amended_by": list(matter.amended_by.order_by("pk")),
        "may_correct": bool(records)
        and access.may(actor, Act.HOLD, matter.village)
        and matter.stage not in OVER_FOR_GOOD,
        "is_commune_wide": matter.scope == Scope.COMMUNE.value,
    }


def _waits(matter: Matter, meeting: Meeting | None) -> desk.Waits:
    if matter.stage == "notified" and meeting is not None and meeting.divisions.filter(is_approved=None).exists():
        return desk.Waits.DIVIDE
    alive = meeting is not None and meeting.stage not in {Meeting.Stage.CLOSED, Meeting.Stage.CALLED_OFF}
    is_wide = matter.scope == Scope.COMMUNE.value
    by_stage = {
        "in_meeting": desk.Waits.COUNT,
        "notified": desk.Waits.MEET,
        "signed": desk.Waits.SEND,
        "awaiting": desk.Waits.RECOGNISE,
        "sent": desk.Waits.FIX,
        "passed": desk.Waits.SIGN,
        "by_meeting": desk.Waits.NOTIFY if alive else desk.Waits.PLAN,
        **dict.fromkeys(desk.CHOOSING, desk.Waits.COMMUNE_CHOOSES if is_wide else desk.Waits.CHOOSE),
        "by_ballot": desk.Waits.BALLOT,
        "by_online": desk.Waits.ONLINE,
        "asked": desk.Waits.CHANGE,
        "challenged": desk.Waits.CHALLENGED,
    }
    return by_stage.get(matter.stage, desk.Waits.DONE)


def _waits_for(matter: Matter, waits: desk.Waits) -> str:
    """Who has to do the next thing, in the village's own words; "" when nothing is left."""
    head = head_of(matter.village)
    if waits is desk.Waits.DONE:
        return ""
    if waits is desk.Waits.RECOGNISE:
        who = recogniser_of(matter).result
        return who.words if who else ""
    if waits is desk.Waits.COMMUNE_CHOOSES:
        return Who.COMMUNE_CHAIR.words
    if waits in {desk.Waits.FIX, desk.Waits.DIVIDE, desk.Waits.CHALLENGED}:
        return Who.COMMUNE_COMMITTEE.words
    if waits is desk.Waits.SIGN:
        return _("%(head)s và Trưởng ban công tác Mặt trận") % {"head": head}
    return head


def _next(matter: Matter, actor: Actor, items: list[Item], records: list[Record]) -> Iterator[Next]:
    """The buttons of who looks, the first one the most likely."""
    village, stage, pk = matter.village, matter.stage, [matter.pk]
    may = {act: access.may(actor, act, village) for act in Act}
    meeting = items[0].meeting if items else None
    if stage in desk.CHOOSING and access.may_choose(actor, matter):
        if stage == "proposed" and matter.under_id is not None:
            everywhere = reverse("decisions:choose-form-everywhere", args=[matter.under_id])
            yield Next(_("Chọn hình thức cho mọi thôn"), everywhere)
            yield Next(_("Chọn riêng cho thôn này"), reverse("decisions:choose-form", args=pk), "secondary")
        else:
            yield Next(_("Chọn hình thức"), reverse("decisions:choose-form", args=pk))
    if stage in {"by_meeting", "notified", "in_meeting"} and meeting is not None and meeting.stage in LIVE:
        yield Next(_("Mở cuộc họp"), reverse("decisions:meeting", args=[meeting.pk]))
    elif stage == "by_meeting" and may[Act.PROPOSE]:
        yield Next(_("Lên lịch họp"), reverse("decisions:plan-meeting", args=[village.pk]))
    if stage == "passed":
        yield from _to_sign(matter, records, meeting, may_hold=may[Act.HOLD])
    if stage == "signed" and may[Act.HOLD]:
        yield Next(_("Ghi đã gửi xã"), reverse("decisions:send", args=pk))
    if stage == "awaiting" and may_recognise(actor, matter):
        yield Next(_("Công nhận"), reverse("decisions:recognise", args=pk))
        yield Next(_("Không công nhận"), reverse("decisions:refuse", args=pk), "secondary")
    if access.may_recognise(actor, village, front=False):
        if stage == "sent" and matter.under_id is not None:
            yield Next(_("Ấn định ngày có hiệu lực"), reverse("decisions:fix-day-everywhere", args=[matter.under_id]))
        yield from _against(matter)


def _against(matter: Matter) -> Iterator[Next]:
    """What the commune can do about a decision that binds."""
    if matter.stage in {"in_force", "challenged"}:
        yield Next(_("Bãi bỏ, đề nghị sửa"), reverse("decisions:remedy", args=[matter.pk]), "secondary")
    if matter.stage == "challenged":
        yield Next(_("Giữ nguyên quyết định"), reverse("decisions:uphold", args=[matter.pk]), "secondary")


def _to_disclose(matter: Matter, actor: Actor, disclosure: Disclosure | None) -> Iterator[Next]:
    """For who discloses for the commune: what binds while nothing is there to be read, what ended while that is not."""
    if matter.stage in BINDS and not (disclosure is not None and disclosure.content):  # type: ignore[attr-defined]
        words, url = _("Công khai quyết định"), "decisions:publish"
    elif disclosure is not None and (end := disclosed.end_of(matter)) is not None and not disclosed.is_end_out(end):
        words, url = _("Công khai việc đã hết hiệu lực"), "decisions:publish-end"
    else:
        return
    committee = disclosed.committee_of(matter.village)
    if committee is not None and disclosing.may(actor, disclosing.Act.PUBLISH, committee):
        yield Next(words, reverse(url, args=[matter.pk]))


def _to_sign(matter: Matter, records: list[Record], meeting: Meeting | None, *, may_hold: bool) -> Iterator[Next]:
    if records:
        url = reverse("decisions:record", args=[matter.pk, records[0].version])
        yield Next(_("Ký và xác nhận") if records[0].pages.all() else _("Gửi trang đã ký"), url)
    elif may_hold and meeting is not None and meeting.stage != Meeting.Stage.CLOSED:
        yield Next(_("Kết thúc cuộc họp"), reverse("decisions:meeting", args=[meeting.pk]))
    elif may_hold:
        yield Next(_("Lập quyết định"), reverse("decisions:write", args=[matter.pk]))


def person_of(actor: Actor) -> int | None:
    """The id of the person behind an account. One query."""
    if actor.user_id is None:
        return None
    found: int | None = User.objects.filter(pk=actor.user_id).values_list("person_id", flat=True).first()
    return found


def sides_left(record: Record) -> set[str]:
    """Which confirmations a record still needs."""
    done = {each.confirmed_as for each in record.confirmations.all()}
    left = set()
    if Confirmation.As.CHAIR not in done:
        left.add(str(Confirmation.As.CHAIR))
    if not done & {Confirmation.As.FRONT, Confirmation.As.FRONT_MEMBER}:
        left.add(str(Confirmation.As.FRONT))
    return left
