"""Requests by their clock: where each stands on a day, what it is about, what was said."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case, Count, Prefetch, Q, QuerySet, When
from django.urls import reverse
from django.utils.translation import ngettext

from dienhong.disclosures import queries as disclosures
from dienhong.disclosures.models import Disclosure
from dienhong.documents import codes
from dienhong.foundations.actors import Actor, Role
from dienhong.foundations.clock import legal_day
from dienhong.foundations.waiting import Waiting
from dienhong.information_requests import access, asking
from dienhong.information_requests.models import Came, Channel, Request, Requester, Step, Submission
from dienhong.information_requests.queries.places import where_may
from dienhong.registry.models import Locality, Organization
from lawcore.answers import Answer

SOON = timedelta(days=3)
"""How long before its last day a request is shown as soon due: ours, not the law's."""
RECORDED_LATE_AFTER = 1
"""Days between the day claimed and the day recorded that are not remarked on: ours."""
OPEN = ("submitted", "valid", "announced", "extended")
AGAIN = ("disputed", "faulty", "creator_asked", "creator_answered")
DONE = ("provided", "refused", "elsewhere", "corrected", "confirmed", "withdrawn")
FULL = (
    Prefetch("submissions", Submission.objects.order_by("number")),
    Prefetch("steps", Step.objects.select_related("file", "clearance", "screening").order_by("pk")),
)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a request stands on a day. `late` are the days after its last day until the answer, or until today."""

    kind: str  # overdue, due-soon, due, undated, waiting, again, done
    late: int
    left: int


def requests() -> QuerySet[Request]:
    """With what every list needs beside them."""
    return Request.objects.select_related("organization__locality", "disclosure__item", "village")


def request(pk: int, actor: Actor) -> Request:
    """With its submissions and steps, for who answers. Raises NotFound for anybody else."""
    found = requests().select_related("requester").prefetch_related(*FULL).filter(pk=pk).first()
    if found is None or not access.may(actor, access.Act.SEE, found.organization):
        raise access.nothing()
    return found


def by_code(typed: str) -> Request | None:
    """With its submissions and steps, for whoever holds the receipt; never with who asks."""
    code = codes.as_typed(typed)
    if len(code) != codes.CODE_LENGTH:
        return None
    return requests().prefetch_related(*FULL).filter(code=code).first()


def by_clock(organizations: Iterable[Organization], *, state: str, on: date) -> QuerySet[Request]:
    """In one of the states of the list, most pressing first."""
    found = requests().filter(organization__in=list(organizations)).filter(_in_state(state, on))
    pressing = Case(
        When(stage__in=AGAIN, then=0), When(stage__in=OPEN, then=1), When(stage="incomplete", then=2), default=3
    )
    dated = Case(When(due_on__isnull=False, then=0), default=1)
    ordered = found.order_by(pressing, dated, "due_on", "-received_on", "-pk")
    return ordered.prefetch_related(*FULL)


def counts(organizations: Collection[Organization] | QuerySet[Organization], *, on: date) -> dict[str, int]:
    """How many stand in each state of the list. One query."""
    found = Request.objects.filter(organization__in=organizations)
    states = ("overdue", "due-soon", "due", "undated", "waiting", "again", "done")
    counted = found.aggregate(**{each.replace("-", "_"): Count("pk", filter=_in_state(each, on)) for each in states})
    return {each: counted[each.replace("-", "_")] for each in states}


def _in_state(state: str, on: date) -> Q:
    owed = Q(stage__in=OPEN)
    states = {
        "overdue": owed & Q(due_on__lt=on),
        "due-soon": owed & Q(due_on__gte=on, due_on__lte=on + SOON),
        "due": owed & Q(due_on__gt=on + SOON),
        "undated": owed & Q(due_on__isnull=True),
        "waiting": Q(stage="incomplete"),
        "again": Q(stage__in=AGAIN),
        "done": Q(stage__in=DONE),
    }
    return states.get(state, Q())


def standing(request: Request, *, on: date) -> Standing:
    """Where it stands on this day."""
    late = max(0, ((request.answered_on or on) - request.due_on).days) if request.due_on else 0
    left = (request.due_on - on).days if request.due_on else 0
    if request.stage in DONE:
        return Standing("done", late, left)
    if request.stage in AGAIN:
        return Standing("again", 0, 0)
    if request.stage == "incomplete":
        return Standing("waiting", 0, 0)
    if request.due_on is None:
        return Standing("undated", 0, (on - request.received_on).days)
    return Standing("overdue" if left < 0 else "due-soon" if left <= SOON.days else "due", late, left)


@dataclass(frozen=True, slots=True)
class Seen:
    """What was found in an answer and in its file, masked, and what could not be looked into."""

    found: list[dict[str, str]]
    unchecked: list[str]


def seen(step: Step) -> Seen:
    """Of the words, of a small file at once, of any other once it was looked into."""
    later = getattr(step, "screening", None)
    if later is None:
        return Seen(step.found, step.unchecked)
    return Seen([*step.found, *later.found], [*step.unchecked, *later.unchecked])


def is_waiting(step: Step) -> bool:
    """Whether its file is still being looked into: nobody is given it, nobody decides about it yet."""
    return step.is_screened_later and getattr(step, "screening", None) is None


def is_shown(step: Step) -> bool:
    """Whether its words and file may be given: looked into and nothing found, or let out by a second person."""
    if is_waiting(step):
        return False
    of = seen(step)
    return not (of.found or of.unchecked) or getattr(step, "clearance", None) is not None


def newest_answer(request: Request) -> Step | None:
    """The answer that counts, given out or not; None before there is one."""
    answers = [each for each in request.steps.all() if each.event in {"provide", "refuse", "correct", "confirm"}]
    return max(answers, key=lambda each: each.pk, default=None)


def stopped(request: Request) -> Step | None:
    """The newest answer, where it is still looked into, or something was found that nobody has let out."""
    newest = newest_answer(request)
    return newest if newest is not None and not is_shown(newest) else None


def disclosure_of(request: Request) -> Disclosure | None:
    """The disclosure it is about, with its versions and postings; None where it is about none."""
    return disclosures.disclosure(request.disclosure_id) if request.disclosure_id else None


def facts(request: Request) -> asking.Facts | None:
    """What counts of the disclosure it is about; None where it is about none."""
    found = disclosure_of(request)
    return asking.facts_of(found) if found else None


def owed(disclosure: Disclosure | None, *, on: date) -> Answer[bool] | None:
    """Whether this disclosure must be given to who asks, on this day; None for none."""
    return asking.owed(asking.facts_of(disclosure), on=on) if disclosure else None


def given_before(request: Request) -> int:
    """How often the same person was given information on the same disclosure before this request."""
    mine = Requester.objects.filter(request=request).first()
    if mine is None or not mine.identity_index or request.disclosure_id is None:
        return 0
    same = Requester.objects.filter(
        identity_index=mine.identity_index,
        request__organization=request.organization_id,
        request__disclosure=request.disclosure_id,
        request__stage__in=("provided", "corrected", "confirmed", "disputed"),
        request__pk__lt=request.pk,
    )
    return same.count()


def about_the_same(request: Request) -> int:
    """How many requests, this one too, are about the same disclosure."""
    if request.disclosure_id is None:
        return 0
    return Request.objects.filter(disclosure_id=request.disclosure_id).count()


def entered_in(villages: Iterable[Locality]) -> QuerySet[Request]:
    """What the heads of these villages wrote down for somebody, and the answers they bring; newest first."""
    mine = Q(came=Came.VILLAGE_HEAD) | Q(channel=Channel.VILLAGE_HEAD, answered_on__isnull=False)
    found = requests().select_related("requester").filter(mine, village__in=list(villages))
    return found.order_by("-received_on", "-pk").prefetch_related(*FULL)


def recorded_after(claimed: date, recorded: Step | Submission) -> int:
    """Days between the day claimed and the day recorded, where they are worth a remark; else 0."""
    days = (legal_day(recorded.recorded_at) - claimed).days
    return days if days > RECORDED_LATE_AFTER else 0


def waiting_at_desks(actor: Actor, on: date) -> Iterator[Waiting]:
    """The number of requests that wait for an answer, for the officer who answers them."""
    if not any(grant.role is Role.OFFICER for grant in actor.grants):
        return
    counted = counts(where_may(actor, access.Act.WORK, on=on), on=on)
    number = sum(counted[each] for each in ("overdue", "due-soon", "due", "undated", "again"))
    if number:
        title = ngettext(
            "Người dân hỏi thông tin: %(n)s yêu cầu chờ", "Người dân hỏi thông tin: %(n)s yêu cầu chờ", number
        )
        late = counted["overdue"]
        note = ngettext("%(n)s quá hạn", "%(n)s quá hạn", late) % {"n": late} if late else ""
        yield Waiting(title % {"n": number}, reverse("information_requests:desk"), note)
