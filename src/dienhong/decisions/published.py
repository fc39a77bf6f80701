"""What everybody may read of a decision, as facts that the public export of the ledger holds to (`ledger.published`).

Each is made once, when it comes into being, and made again from the tables for every export.
"""

from collections.abc import Iterator
from datetime import date

from dienhong.decisions.models import (
    CommuneMatter,
    Confirmation,
    Contest,
    Finding,
    Matter,
    Meeting,
    Outcome,
    Record,
    SignedPage,
    Step,
)
from dienhong.decisions.queries.contents import digest_of
from dienhong.ledger.published import Fact, fact, words
from dienhong.ledger.rows import label, mark

BINDS = frozenset({"recognise", "fix_day", "take_effect"})
"""The steps whose day is the day since which the decision binds."""


def of_matter(matter: Matter) -> Fact:
    """What was put to the households: the sentence by its hash, the level that each gives."""
    return fact(
        label(matter),
        village=matter.village.code,
        kind=matter.kind,
        scope=matter.scope,
        origin=matter.origin,
        words=words(matter.title, matter.asked),
        per_household=matter.per_household,
        needed=matter.money_needed,
        under=matter.under_id,
        amends=matter.amends_id,
        agreed_on=matter.agreed_on,
        begun_on=matter.begun_on,
    )


def of_commune_matter(under: CommuneMatter) -> Fact:
    return fact(
        label(under),
        commune=under.commune.code,
        kind=under.kind,
        words=words(under.title, under.asked),
        agreed_on=under.agreed_on,
        begun_on=under.begun_on,
    )


def of_step(step: Step, *, to: str, since: date | None, number: int | None) -> Fact:
    """A step with its day and where the matter stood after it; `since`: passed or binding since; its `number`."""
    return fact(
        label(step),
        matter=step.matter_id,
        event=step.event,
        on=step.on,
        to=to,
        since=since,
        number=number,
        words=words(step.words) if step.words else None,
    )


def of_outcome(outcome: Outcome) -> Fact:
    return fact(
        label(outcome),
        matter=outcome.matter_id,
        form=outcome.form,
        on=outcome.on,
        households=outcome.households,
        present=outcome.present,
        agree=outcome.agree,
        disagree=outcome.disagree,
        other=outcome.other,
        is_adopted=outcome.is_adopted,
    )


def of_record(record: Record) -> Fact:
    """A version of the written decision by its digest, and by the digest of what it says now: the two are one."""
    return fact(
        label(record),
        matter=record.matter_id,
        version=record.version,
        digest=record.digest,
        content=digest_of(record.content),
        reason=words(record.reason) if record.reason else None,
    )


def of_page(page: SignedPage) -> Fact:
    return fact(label(page), record=page.record_id, file=page.file.sha256)


def of_confirmation(confirmation: Confirmation) -> Fact:
    return fact(label(confirmation), record=confirmation.record_id, by=confirmation.confirmed_as)


def of_meeting_told(meeting: Meeting) -> Fact:
    """A meeting as households were told of it: when, with which roll, the matters in their order."""
    return fact(
        f"{label(meeting)}.told",
        village=meeting.village.code,
        planned_at=meeting.planned_at,
        notified_on=meeting.notified_on,
        roll=meeting.roll.digest if meeting.roll else None,
        items=[each.matter_id for each in meeting.items.order_by("position")],
    )


def of_meeting_held(meeting: Meeting) -> Fact:
    return fact(f"{label(meeting)}.held", opened_at=meeting.opened_at, closed_at=meeting.closed_at)


def of_contest(contest: Contest) -> Fact:
    """That a household contested its entry: the page counts them. By its hash: which household is nobody's business."""
    return fact(label(contest), row=mark(contest))


def of_finding(finding: Finding) -> Fact:
    return fact(label(finding), contest=finding.contest_id, is_right=finding.is_right, row=mark(finding))


def facts(locality: str) -> Iterator[Fact]:
    """Everything published of the decisions of a village or commune, by its code, as the tables have it now."""
    for under in CommuneMatter.objects.filter(commune__code=locality).select_related("commune").order_by("pk"):
        yield of_commune_matter(under)
    matters = Matter.objects.filter(village__code=locality).select_related("village").prefetch_related("steps")
    for matter in matters.order_by("pk").iterator(chunk_size=200):
        yield of_matter(matter)
        yield from _steps(matter)
    for outcome in Outcome.objects.filter(matter__village__code=locality).order_by("pk").iterator(chunk_size=500):
        yield of_outcome(outcome)
    records = Record.objects.filter(matter__village__code=locality).order_by("pk")
    for record in records.iterator(chunk_size=200):
        yield of_record(record)
    pages = SignedPage.objects.filter(record__matter__village__code=locality).select_related("file")
    for page in pages.order_by("pk").iterator(chunk_size=500):
        yield of_page(page)
    for each in Confirmation.objects.filter(record__matter__village__code=locality).order_by("pk"):
        yield of_confirmation(each)
    yield from _meetings(locality)
    for contest in Contest.objects.filter(entry__roll__village__code=locality).order_by("pk"):
        yield of_contest(contest)
    for finding in Finding.objects.filter(contest__entry__roll__village__code=locality).order_by("pk"):
        yield of_finding(finding)


def _steps(matter: Matter) -> Iterator[Fact]:
    """The days and the number that pages show stand in the matter itself: taken from there, not from the steps."""
    history = sorted(matter.steps.all(), key=lambda step: step.pk)
    for step in history:
        since = matter.passed_on if step.event == "adopt" else matter.effective_on if step.event in BINDS else None
        number = matter.number if step.event == "send" else None
        yield of_step(step, to=matter.stage if step is history[-1] else step.to, since=since, number=number)


def _meetings(locality: str) -> Iterator[Fact]:
    told = Meeting.objects.filter(village__code=locality, notified_on__isnull=False)
    for meeting in told.select_related("village", "roll").order_by("pk").iterator(chunk_size=200):
        yield of_meeting_told(meeting)
        if meeting.closed_at is not None:
            yield of_meeting_held(meeting)
