"""What papers are filled from: the meeting with its households as they stand on the roll, its matters, its codes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from dienhong.decisions import codes, posts
from dienhong.decisions.models import Item, Matter, Meeting, Presence, Record
from dienhong.decisions.papers.frame import Community
from dienhong.documents import actions as documents
from dienhong.documents.official import Trace
from dienhong.documents.queries import address_of
from dienhong.foundations.actors import Actor
from dienhong.registry import queries as registry
from dienhong.registry.heads import head_of
from dienhong.rolls.models import Roll
from lawcore.ballots.matters import Who
from lawcore.ballots.meetings import convener, documents_required


@dataclass(frozen=True, slots=True)
class Household:
    """A household as a paper names it. `number` is its place on the roll; `entry` is None before the roll is taken."""

    pk: int
    number: int
    code: str
    name: str
    address: str
    entry: int | None = None
    cluster: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A cluster of the meeting."""

    pk: int
    name: str
    place: str
    chair: str


@dataclass(frozen=True, slots=True)
class Facts:
    """A meeting as its papers tell of it."""

    meeting: Meeting
    community: Community
    word: str
    head: str
    items: tuple[Item, ...]
    parts: tuple[Part, ...] = ()
    households: tuple[Household, ...] = ()
    digest: str = ""
    taken_on: date | None = None
    came: Mapping[int, str] = field(default_factory=dict)  # by entry: who came; the representative where nobody else

    @property
    def is_frozen(self) -> bool:
        return self.meeting.roll_id is not None

    @property
    def needing_documents(self) -> tuple[int, ...]:
        """The places of the items of which every household has the documents beforehand (Decree 59/2023 art. 3)."""
        return tuple(
            each.position
            for each in self.items
            if documents_required(matter=each.matter.law, on=each.matter.begun_on).result
        )

    @property
    def convener(self) -> str:
        """Whose post convenes all of it, "" where the law gives its matters to different people."""
        if self.meeting.is_yearly:  # LDC art. 33 cl. 2
            return self.head
        whos = {convener(matter=each.matter.law, on=each.matter.begun_on).result for each in self.items}
        return posts.words_of(whos.pop(), self.meeting.village) if len(whos) == 1 else ""

    @property
    def is_convened_by_head(self) -> bool:
        return self.convener == posts.words_of(Who.VILLAGE_HEAD, self.meeting.village)

    def of_part(self, part: Part) -> tuple[Household, ...]:
        return tuple(each for each in self.households if each.cluster == part.pk)


def of_meeting(meeting: Meeting, *, on: date) -> Facts:
    """The meeting for its papers: seven queries, whatever the number of households.

    The households are those of the frozen roll; before it is taken, those of the register on this day.
    """
    village = meeting.village
    parts = tuple(
        Part(each.pk, each.name, each.place or meeting.place, each.chair or meeting.chair)
        for each in meeting.clusters.order_by("pk")
    )
    return Facts(
        meeting=meeting,
        community=Community.of(village),
        word=village.word,
        head=head_of(village),
        items=tuple(meeting.items.select_related("matter").order_by("position")),
        parts=parts,
        households=tuple(_on_roll(meeting, meeting.roll) if meeting.roll is not None else _in_register(meeting, on)),
        digest=meeting.roll.digest if meeting.roll else "",
        taken_on=meeting.roll.taken_on if meeting.roll else None,
        came=_who_came(meeting),
    )


def said_of(meeting: Meeting, items: Iterable[Item]) -> Facts:
    """What is read aloud and written to a group: the meeting with its agenda, without households. No query."""
    village = meeting.village
    return Facts(meeting, Community.of(village), village.word, head_of(village), tuple(items))


def _on_roll(meeting: Meeting, roll: Roll) -> Iterable[Household]:
    seats = dict(meeting.seats.values_list("entry_id", "cluster_id"))
    for each in roll.entries.select_related("household").order_by("number"):
        yield Household(
            each.household_id, each.number, each.household.code, each.name, each.address, each.pk, seats.get(each.pk)
        )


def _in_register(meeting: Meeting, on: date) -> Iterable[Household]:
    found = list(registry.households(meeting.village, on=on))
    speaks = registry.representatives([each.pk for each in found], on=on)
    for number, each in enumerate(found, start=1):
        name = speaks[each.pk].name if each.pk in speaks else ""
        yield Household(each.pk, number, each.code, name, each.address)


def _who_came(meeting: Meeting) -> dict[int, str]:
    newest: dict[int, Presence] = {}
    for each in meeting.presences.select_related("entry").order_by("pk"):
        newest[each.entry_id] = each
    return {entry: presence.by_name or presence.entry.name for entry, presence in newest.items() if presence.is_present}


def trace_of_meeting(meeting: Meeting, by: Actor) -> Trace:
    """The code that leads from a meeting's papers to the village's public page; the first look makes it."""
    form = documents.issue_code(
        kind="meeting",
        subject=f"decisions.meeting:{meeting.pk}",
        path=f"/ban-quyet-dinh/thon/{meeting.village.code}/",
        locality=meeting.village.code,
        by=by.key,
    )
    return Trace(form.code, address_of(form.code))


def trace_of_record(record: Record, matter: Matter, by: Actor) -> Trace:
    """The code that leads from a written decision to its public page; the first look makes it.

    Without the ledger's words, which change from day to day: the paper prints the same again.
    """
    village = matter.village.code
    form = documents.issue_code(
        kind="decision",
        subject=f"decisions.record:{record.pk}",
        path=f"/ban-quyet-dinh/quyet-dinh/{matter.pk}/",
        locality=village,
        by=by.key,
    )
    return Trace(form.code, address_of(form.code))


def traces_of_households(meeting: Meeting, households: Iterable[Household], by: Actor) -> dict[int, Trace]:
    """The household's own code of each household, by household id: the same on every paper it gets of this meeting."""
    subjects = {codes.subject_of(meeting.pk, each.pk): each.pk for each in households}
    forms = documents.issue_codes(
        kind=codes.HOUSEHOLD_KIND,
        subjects=subjects,
        path=codes.HOUSEHOLD_PATH,
        locality=meeting.village.code,
        about=f"decisions.meeting:{meeting.pk}",
        by=by.key,
    )
    return {subjects[subject]: Trace(form.code, address_of(form.code)) for subject, form in forms.items()}
