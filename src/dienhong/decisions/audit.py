"""The tables of village decisions against the ledger: every row that was sealed is there, as it was, and no other."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.db.models import Model, Q
from django.utils.translation import gettext as _

from dienhong.decisions.actions.proposing import CHOOSES, PUT
from dienhong.decisions.actions.votes import mark_of
from dienhong.decisions.models import (
    BallotRound,
    BallotStep,
    Challenge,
    Choice,
    Cluster,
    CommuneMatter,
    Confirmation,
    Consent,
    Contest,
    CountPage,
    Division,
    Finding,
    HouseholdKey,
    Initiative,
    Item,
    LateDecision,
    LateEvent,
    Matter,
    Meeting,
    NameErasure,
    NameErasureProposal,
    OnlineRound,
    OnlineStep,
    Outcome,
    Passing,
    PhoneEvent,
    Presence,
    Printing,
    Record,
    Reply,
    Seat,
    SentChallenge,
    Sheet,
    SignedPage,
    Slip,
    SlipAnswer,
    SlipSheet,
    Step,
    Verification,
    Visit,
    Vote,
)
from dienhong.decisions.queries.contents import digest_of
from dienhong.documents import evidence
from dienhong.ledger import audit, rows
from dienhong.ledger.models import Entry
from dienhong.ledger.rows import ROWS, Audited, label, mark, sealed

AUDITED: tuple[Audited, ...] = (
    Audited(CommuneMatter),
    Audited(Step),
    Audited(Initiative),
    Audited(Consent),
    Audited(Meeting),
    Audited(Item, by="meeting"),
    Audited(Division),
    Audited(Cluster, by="meeting"),
    Audited(Seat, by="meeting"),
    Audited(Presence),
    Audited(Choice),
    Audited(Sheet),
    Audited(Outcome),
    Audited(Record),
    Audited(SignedPage),
    Audited(Confirmation),
    Audited(BallotRound),
    Audited(BallotStep),
    Audited(Slip, by="ballot_round"),
    Audited(Passing),
    Audited(Visit),
    Audited(SlipAnswer),
    Audited(SlipSheet),
    Audited(CountPage),
    Audited(OnlineRound),
    Audited(OnlineStep),
    Audited(HouseholdKey, by="online_round"),
    Audited(Vote),
    Audited(PhoneEvent, where=Q(late__isnull=False)),
    Audited(LateEvent),
    Audited(LateDecision),
    Audited(Contest),
    Audited(Finding),
    Audited(Challenge),
    Audited(Reply),
    Audited(SentChallenge),
    Audited(Verification),
    Audited(NameErasureProposal),
    Audited(NameErasure),
)
"""Compared row by row. Of what telephones sent only what could not enter: the rest is the row that it became."""

OTHERWISE: Mapping[type[Model], str] = {
    Matter: "what was put is compared with its first step, stage, days, number and form with all its steps: _matters",
    Printing: "a copy to print, made again from the meeting at any time and gone after seven days",
}
"""What is not compared row by row, with the reason. Every model of this package stands here or above."""

FORMS = {event: form.value for form, event in CHOOSES.items()} | {"decline_online": ""}


def findings() -> Iterator[audit.Finding]:
    """Everything of a decision that is not as it was sealed. Reads all rows: minutes for a province."""
    yield from rows.findings(AUDITED)
    yield from evidence.findings(each.model for each in AUDITED)
    yield from _records()
    yield from _matters()
    yield from _meetings()
    yield from _answers()


def _changed(row: Model, message: str, code: str = "row-changed") -> audit.Finding:
    return audit.Finding(code, label(row), message)


def _records() -> Iterator[audit.Finding]:
    """The names in a record stand in no mark of a row: the record's own salted digest holds them."""
    for record in Record.objects.order_by("pk").iterator(chunk_size=200):
        if digest_of(record.content) != record.digest:
            yield _changed(record, _("nội dung biên bản không khớp mã băm"), "content-changed")


def _matters() -> Iterator[audit.Finding]:
    put = {row.subject: row.payload.data["matter"] for row in _about("matter.proposed")}
    numbers = {row.subject: row.payload.data["number"] for row in _about("matter.sent")}
    for matter in Matter.objects.prefetch_related("steps").order_by("pk").iterator(chunk_size=200):
        subject = f"decisions.matter:{matter.pk}"
        said = put.pop(subject, None)
        if said is None:
            yield _changed(matter, _("việc này không có trong sổ cái"), "not-sealed")
        elif said != mark(matter, PUT):
            yield _changed(matter, _("nội dung đưa ra bàn không còn như lúc đề xuất"))
        if _by_steps(matter, numbers.get(subject)) != _as_it_stands(matter):
            yield _changed(matter, _("bước, ngày, hình thức hoặc số của quyết định không khớp các bước đã ghi"))
    for gone in sorted(put):
        yield audit.Finding("row-gone", gone, _("việc đã đưa ra bàn nay không còn"))


Standing = tuple[str, str, date | None, date | None, int | None]
"""Stage, form, day passed, day since which it binds, number."""


def _by_steps(matter: Matter, number: int | None) -> Standing:
    history = sorted(matter.steps.all(), key=lambda step: step.pk)
    days = {step.event: step.on for step in history}
    since = next((days[each] for each in ("recognise", "fix_day", "take_effect") if each in days), None)
    form = next((FORMS[step.event] for step in reversed(history) if step.event in FORMS), "")
    return history[-1].to if history else "draft", form, days.get("adopt"), since, number


def _as_it_stands(matter: Matter) -> Standing:
    return matter.stage, matter.form, matter.passed_on, matter.effective_on, matter.number


def _meetings() -> Iterator[audit.Finding]:
    """A meeting rests on the roll that was frozen for it."""
    rolls = {row.subject: row.payload.data for row in _about("meeting.notified")}
    for meeting in Meeting.objects.select_related("roll").order_by("pk"):
        said = rolls.get(label(meeting))
        if said is not None and (meeting.roll is None or said["roll"] != meeting.roll.digest):
            yield _changed(meeting, _("danh sách hộ của cuộc họp không phải danh sách đã chốt"))


def _answers() -> Iterator[audit.Finding]:
    """What a household wrote in its own words stands in no mark of its row: its commitment tells."""
    told = {row.subject: row.payload.data for row in _about("vote.recorded")}
    for vote in Vote.objects.order_by("pk").iterator(chunk_size=2_000):
        data = told.get(label(vote))
        if data is not None and data["mark"] != mark_of(vote) and sealed(vote)[ROWS] == data[ROWS]:
            yield _changed(vote, _("lời của hộ không còn như lúc gửi"))


def _about(kind: str) -> Iterator[Any]:
    rows = Entry.objects.filter(kind=kind, payload__isnull=False).select_related("payload")
    return rows.order_by("pk").iterator(chunk_size=2_000)
