"""A household's own entry in a meeting or a ballot round, found by the code on its paper; what was contested."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.decisions import access
from dienhong.decisions import codes as papers
from dienhong.decisions.models import (
    BallotRound,
    Contest,
    Matter,
    Meeting,
    Outcome,
    Passing,
    Presence,
    Sheet,
    Slip,
    SlipSheet,
)
from dienhong.decisions.models.contests import Error
from dienhong.decisions.queries import codes
from dienhong.documents import queries as documents
from dienhong.foundations.actors import Actor, Role
from dienhong.foundations.clock import legal_day
from dienhong.foundations.waiting import Waiting
from dienhong.registry.models import Locality
from dienhong.rolls.models import Entry
from lawcore.ballots.thresholds import adopted
from lawcore.timelimits import last_day, working_days

CORRECTS = "contest:"
"""How the key of a tick begins that put an entry right."""
SERVICE_TIME = working_days(5)
"""Ours, not a law's: how long a household may say here that its entry is wrong."""


MOST_WAITING = 20
"""Villages named among what waits for the Front of many; the oldest contests first."""


@dataclass(frozen=True, slots=True)
class Own:
    """The entry of one household. `is_noted`: present, or its slip collected; `words` what is noted of a slip."""

    entry: Entry
    village: Locality
    meeting: Meeting | None = None
    ballot_round: BallotRound | None = None
    is_noted: bool = False
    by_name: str = ""
    words: str = ""
    ended_on: date | None = None

    @property
    def until(self) -> date | None:
        """The last day of the service time; None while the meeting or the round goes on."""
        return last_to_contest(self.ended_on) if self.ended_on else None


def last_to_contest(ended_on: date) -> date:
    """The last day of the service time of a meeting or round that ended on this day; paper and page say the same."""
    return last_day(SERVICE_TIME, ended_on).day


def own(typed: str) -> Own | None:
    """What the code on an invitation or a slip opens; None for every other code. At most five queries."""
    form = documents.printed_form(typed)
    named = papers.read_subject(form.subject) if form is not None and form.kind == papers.HOUSEHOLD_KIND else None
    if named is not None:
        return _in_meeting(*named)
    slip = Slip.objects.filter(index=codes.index_of(typed)).select_related("ballot_round__village").first()
    return _in_round(slip) if slip is not None else None


def _in_meeting(meeting_id: int, household: int) -> Own | None:
    meeting = Meeting.objects.filter(pk=meeting_id, roll__isnull=False).select_related("village").first()
    if meeting is None:
        return None
    entry = Entry.objects.filter(roll=meeting.roll_id, household=household).first()
    if entry is None:
        return None
    last = Presence.objects.filter(meeting=meeting, entry=entry).order_by("-pk").first()
    here = last is not None and last.is_present
    return Own(
        entry,
        meeting.village,
        meeting=meeting,
        is_noted=here,
        by_name=(last.by_name or entry.name) if last is not None and here else "",
        ended_on=legal_day(meeting.closed_at) if meeting.closed_at else None,
    )


def _in_round(slip: Slip) -> Own | None:
    last = Passing.objects.filter(slip=slip).select_related("entry").order_by("-pk").first()
    if last is None or last.to == Passing.To.UNUSED:  # still in its pad: nobody's
        return None
    found = slip.ballot_round
    return Own(
        last.entry,
        found.village,
        ballot_round=found,
        is_noted=last.to == Passing.To.COLLECTED,
        words=str(last.get_to_display()),
        ended_on=legal_day(found.closed_at) if found.closed_at else None,
    )


def contest_of(found: Own) -> Contest | None:
    """What this household contested there, with what was found. One query."""
    mine = Contest.objects.filter(meeting=found.meeting, ballot_round=found.ballot_round, entry=found.entry)
    return mine.select_related("finding").first()


def _of_matter(matter: Matter) -> Q:
    return Q(meeting__items__matter=matter) | Q(ballot_round__matter=matter)


@dataclass(frozen=True, slots=True)
class Counts:
    """Contests about the vote on a matter; `is_in_doubt`: so many were wrongly counted that the result may change."""

    number: int
    answered: int
    right: int
    is_in_doubt: bool


def counts(matter: Matter, last: Outcome | None) -> Counts:
    """LDC art. 21 cl. 1 for the doubt: whether as many agree without the households wrongly noted. One query.

    `last` is the newest result.
    """
    found = list(Contest.objects.filter(_of_matter(matter)).select_related("finding").distinct())
    answers = [each.finding for each in found if hasattr(each, "finding")]
    right = [each for each in answers if each.is_right]
    wrongly = sum(each.contest.error == Error.NOT_THERE for each in right)
    doubt = False
    if last is not None and last.is_adopted and wrongly:
        left = max(0, last.agree - wrongly)
        doubt = not adopted(matter=matter.law, households=last.households, agree=left, on=matter.begun_on).result
    return Counts(len(found), len(answers), len(right), doubt)


def contests(actor: Actor) -> QuerySet[Contest]:
    """Of the villages whose Front, or whose commune's Front, the actor is, oldest first."""
    mine = Q(pk__in=())
    for grant in actor.grants:
        if grant.role == Role.FRONT:
            mine |= Q(entry__roll__village__path=grant.path) | Q(entry__roll__village__parent=grant.locality_id)
    found = Contest.objects.filter(mine).select_related("entry__roll__village", "meeting", "ballot_round", "finding")
    return found.order_by("pk")


def contest(pk: int, actor: Actor) -> Contest:
    """Raises NotFound alike for what is not there and what is not the actor's."""
    found = contests(actor).filter(pk=pk).first()
    if found is None:
        raise access.nothing()
    return found


def waiting_contests(actor: Actor, on: date) -> Iterator[Waiting]:  # noqa: ARG001 - asked of every teller
    """For each village the contests that the actor may answer, their number and the oldest. At most one query."""
    if not any(grant.role == Role.FRONT for grant in actor.grants):
        return
    found = answerable(actor).order_by().values("entry__roll__village").annotate(n=Count("pk"), oldest=Min("pk"))
    names = ("entry__roll__village__word", "entry__roll__village__name", "n", "oldest")
    for word, name, number, oldest in found.order_by("oldest").values_list(*names)[:MOST_WAITING]:
        yield Waiting(
            _("Kiến nghị của hộ về việc ghi nhận, chưa trả lời (%(n)d)") % {"n": number},
            reverse("decisions:answer-contest", args=[oldest]),
            f"{word} {name}",
        )


def answerable(actor: Actor) -> QuerySet[Contest]:
    """Those not answered that the actor may answer: the Front's, who neither heads the village nor ran the vote."""
    mine = {"recorded_by": actor.key}
    at_meeting, in_round = {"meeting": OuterRef("meeting")}, {"ballot_round": OuterRef("ballot_round")}
    ran = (
        Presence.objects.filter(**at_meeting, **mine).exclude(key__startswith=CORRECTS),
        Sheet.objects.filter(item__meeting=OuterRef("meeting"), **mine),
        Passing.objects.filter(**in_round, **mine),
        SlipSheet.objects.filter(**in_round, **mine),
    )
    found = contests(actor).filter(*(~Exists(each) for each in ran), finding=None)
    found = found.exclude(meeting__recorded_by=actor.key).exclude(ballot_round__recorded_by=actor.key)
    for grant in actor.grants:
        if grant.role == Role.VILLAGE_HEAD:
            found = found.exclude(entry__roll__village__path=grant.path)
    return found
