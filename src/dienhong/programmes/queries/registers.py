"""Who is counted by an indicator on a day, and who is not and why: the denominators."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from dienhong.programmes import ports
from dienhong.programmes.models import Exemption, Indicator, Programme, RosterEntry
from dienhong.programmes.ports import Disclosed
from dienhong.programmes.queries.families import ENTERED, ORGANIZATION_KINDS, PERSONS, Register
from dienhong.registry import queries as registry
from dienhong.registry.models import Organization
from lawcore.indicators import Period


@dataclass(frozen=True, slots=True)
class Member:
    """One that is counted. `subject` is what records are matched by: the same person on two lists is one subject."""

    organization_id: int
    entry_id: int | None
    subject: tuple[str | int, ...]
    due_on: date | None = None
    known: Disclosed | None = None  # where another domain knows of it, and nobody enters it

    @property
    def key(self) -> str:
        if self.known is not None:
            return self.known.reference
        return f"entry:{self.entry_id}" if self.entry_id is not None else f"organization:{self.organization_id}"


def valid(on: date) -> Q:
    """Roster entries and exemptions that hold on this day."""
    return Q(starts_on__lte=on) & (Q(ends_on__isnull=True) | Q(ends_on__gte=on))


def members(programme: Programme, register: str, *, on: date) -> list[Member]:
    """Everybody on a register of the programme on this day. One query."""
    which = Register(register)
    if which in ORGANIZATION_KINDS:
        found = organizations(programme, which, on=on).values_list("pk", flat=True)
        return [Member(pk, None, ("organization", pk)) for pk in found]
    listed = entries(programme, which, on=on).values_list("organization_id", "pk", "person_id", "label", "due_on")
    once: dict[tuple[str | int, ...], Member] = {}
    for organization, pk, person, label, due_on in listed:
        subject = subject_of(organization, person, label)
        once.setdefault(subject, Member(organization, pk, subject, due_on))
    return list(once.values())


def subject_of(organization_id: int, person_id: int | None, label: str) -> tuple[str | int, ...]:
    """What two entries have in common that mean the same: the person, else the name within its organization."""
    return ("person", person_id) if person_id is not None else ("label", organization_id, label)


def disclosed(programme: Programme, period: Period) -> list[Member]:
    """What had to be made public in the period by the organizations of the place, as `disclosures` knows it."""
    found = ports.disclosed(programme.locality.path, first=period.first_day, last=period.last_day)
    return [member_of(each) for each in found]


def member_of(known: Disclosed) -> Member:
    """What another domain knows of, as one that is counted."""
    return Member(known.organization_id, None, ("known", known.reference), known.due_on, known)


def organizations(programme: Programme, register: Register, *, on: date) -> QuerySet[Organization]:
    """The organizations a register of organizations consists of."""
    return registry.organizations(programme.locality, on=on, kinds=ORGANIZATION_KINDS[register])


def entries(programme: Programme, register: Register, *, on: date | None = None) -> QuerySet[RosterEntry]:
    """Entries of one list, or of all lists of persons; on a day, or ever."""
    lists = PERSONS if register == Register.PERSONS else (register,)
    found = RosterEntry.objects.filter(programme=programme, population__in=lists)
    if on is not None:
        found = found.filter(valid(on))
    return found.select_related("organization", "person").order_by("organization__search", "population", "pk")


def exemptions(indicator: Indicator, *, on: date) -> Mapping[str, Exemption]:
    """The exemptions that hold on this day, by the key of the member they take out. One query."""
    found = Exemption.objects.filter(valid(on), indicator=indicator).order_by("pk")
    return {
        f"entry:{row.entry_id}" if row.entry_id is not None else f"organization:{row.organization_id}": row
        for row in found
    }


@dataclass(frozen=True, slots=True)
class Size:
    """How many are on a register today."""

    register: Register
    count: int
    is_entered: bool


def sizes(programme: Programme, registers: Iterable[Register], *, on: date) -> list[Size]:
    """How many members each register of the programme has on this day, and whether they are entered by hand."""
    return [
        Size(
            register,
            entries(programme, register, on=on).count()
            if register in ENTERED or register == Register.PERSONS
            else organizations(programme, register, on=on).count(),
            register in ENTERED,
        )
        for register in registers
    ]
