"""A change of households: one person proposes it with its ground, another confirms it and so carries it out."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.ledger.canonical import JSON
from dienhong.ledger.rows import Together, sealed
from dienhong.registry import queries as registry
from dienhong.registry.actions import households, people
from dienhong.registry.actions.people import Particulars
from dienhong.registry.models import Household, Locality, Person
from dienhong.rolls import access
from dienhong.rolls.access import Act
from dienhong.rolls.models import Change, Effect, Ground, Kind, Part, Ruling, Step
from lawcore.vietnamese import nfc

# How many households of each step a kind has: at least, at most.
SHAPES: Mapping[str, Mapping[str, tuple[int, int]]] = {
    Kind.DIED: {Step.VACATE: (1, 1)},
    Kind.REPLACED: {Step.REPRESENT: (1, 1)},
    Kind.ARRIVED: {Step.BEGIN: (1, 1)},
    Kind.FOUNDED: {Step.BEGIN: (1, 1)},
    Kind.LEFT: {Step.END: (1, 1)},
    Kind.SPLIT: {Step.END: (1, 1), Step.BEGIN: (2, 6)},
    Kind.MERGED: {Step.END: (2, 6), Step.BEGIN: (1, 1)},
    Kind.ENDED: {Step.END: (1, 1)},
    Kind.ADDRESS: {Step.ADDRESS: (1, 1)},
}


class WrongShape(Refused):
    """The change is not of the households that its kind takes."""


class AlreadyDecided(Refused):
    """Somebody confirmed or refused it before."""


class OnePerson(Refused):
    """Whoever proposes a change does not decide it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPart:
    """What a change is to do to one household; see `Part`."""

    step: str
    household: Household | None = None
    code: str = ""
    address: str = ""
    person: Person | None = None
    name: str = ""
    birth_year: int | None = None
    nominated: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewChange:
    """What is proposed. `ground_words`: number and day of the paper, never a name."""

    kind: str
    takes_effect_on: date
    ground: str
    ground_words: str = ""
    parts: Sequence[NewPart]


@transaction.atomic
def propose(*, village: Locality, change: NewChange, key: str, by: Actor, on: date) -> Change:
    """Kept with its ground until a second person decides. The same `key`: the same change.

    Raises WrongShape, or what carrying it out would raise today.
    """
    access.check(by, Act.PROPOSE, village)
    key = f"{by.key}:{key}"[:80]
    if (known := Change.objects.filter(key=key).first()) is not None:
        return known
    _check(village, change, on)
    made = Change.objects.create(
        village=village,
        kind=change.kind,
        takes_effect_on=change.takes_effect_on,
        ground=change.ground,
        ground_words=nfc(change.ground_words).strip(),
        key=key,
        recorded_by=by.key,
    )
    Part.objects.bulk_create(_part(made, number, each) for number, each in enumerate(change.parts, start=1))
    _rehearse(made, by)
    _record("household_change.proposed", made, by, sealed(made, Together(Part, "change", made.pk)))
    return made


@transaction.atomic
def confirm(*, change: Change, by: Actor) -> Ruling:
    """The second person's yes: carried out as it was proposed, all of it or nothing.

    Raises OnePerson, AlreadyDecided; NotPossible where the households have changed since.
    """
    change = _waiting(change, by)
    ruling = Ruling.objects.create(change=change, is_confirmed=True, proposed_by=change.recorded_by, recorded_by=by.key)
    _carry_out(change, by)
    effects = Together(Effect, "part__change", change.pk)
    _record("household_change.confirmed", change, by, sealed(ruling, effects))
    return ruling


@transaction.atomic
def refuse(*, change: Change, reason: str, by: Actor) -> Ruling:
    """The second person's no, with a reason; the households stay as they are."""
    change = _waiting(change, by)
    if not (reason := nfc(reason).strip()):
        raise Refused(_("Hãy ghi lý do không xác nhận để người báo biết."))
    ruling = Ruling.objects.create(
        change=change, is_confirmed=False, reason=reason, proposed_by=change.recorded_by, recorded_by=by.key
    )
    _record("household_change.refused", change, by, sealed(ruling))
    return ruling


def _waiting(change: Change, by: Actor) -> Change:
    locked = Change.objects.select_for_update(of=("self",)).select_related("village").get(pk=change.pk)
    access.check(by, Act.DECIDE, locked.village)
    if Ruling.objects.filter(change=locked).exists():
        raise AlreadyDecided(_("Thay đổi này đã được xem xét trước đó."))
    if locked.recorded_by == by.key:
        raise OnePerson(_("Người báo thay đổi không tự xác nhận. Việc này cần người thứ hai: Mặt trận hoặc cán bộ xã."))
    return locked


def _check(village: Locality, change: NewChange, on: date) -> None:
    """What can be said of a change without carrying it out."""
    if change.takes_effect_on > on:
        raise WrongShape(_("Ngày thay đổi không được sau hôm nay. Hãy báo khi việc đã xảy ra."))
    if change.ground == Ground.OTHER and not change.ground_words.strip():
        raise WrongShape(_("Hãy ghi rõ căn cứ là gì."))
    counted = Counter(each.step for each in change.parts)
    shape = SHAPES[change.kind]
    if counted.keys() - shape.keys() or any(
        not least <= counted[step] <= most for step, (least, most) in shape.items()
    ):
        raise WrongShape(_("Hãy chọn đủ các hộ của thay đổi này."))
    named = [each.household.pk for each in change.parts if each.household]
    if len(set(named)) != len(named):
        raise WrongShape(_("Một hộ được chọn hai lần. Hãy xem lại."))
    if any(each.household.locality_id != village.pk for each in change.parts if each.household):
        raise access.nothing()
    if any(each.person and not each.person.mandates.filter(household__locality=village).exists()
           for each in change.parts):  # fmt: skip
        raise access.nothing()
    _check_parts(change.parts)


def _check_parts(parts: Sequence[NewPart]) -> None:
    for each in parts:
        if each.step == Step.REPRESENT and not each.person and not each.name.strip():
            raise WrongShape(_("Hãy ghi người đại diện mới."))
        if each.step == Step.BEGIN and not each.code.strip():
            raise WrongShape(_("Hãy ghi mã của hộ mới."))
        if each.nominated and not (each.person or each.name.strip()):
            raise WrongShape(_("Đã ghi biên bản đề cử, ủy nhiệm thì phải ghi người được đề cử."))


def _part(change: Change, number: int, part: NewPart) -> Part:
    return Part(
        change=change,
        number=number,
        step=part.step,
        household=part.household,
        code=part.code.strip(),
        address=nfc(part.address).strip(),
        person=part.person,
        name="" if part.person else nfc(part.name).strip(),
        birth_year=None if part.person else part.birth_year,
        nominated=nfc(part.nominated).strip(),
    )


def _rehearse(change: Change, by: Actor) -> None:
    """Carry it out and take it back, so that what cannot be done is said to who proposes it."""
    with transaction.atomic():
        _carry_out(change, by)
        transaction.set_rollback(True)  # of the rehearsal alone


def _carry_out(change: Change, by: Actor) -> None:
    """Each part in order: what ends goes first, so that its representative is free for what begins."""
    parts = list(change.parts.select_related("household__locality", "person").order_by("number"))
    Effect.objects.bulk_create(
        _STEPS[part.step](change, part, by) for part in sorted(parts, key=lambda part: part.step != Step.END)
    )


def _subject(change: Change) -> str:
    return f"rolls.change:{change.pk}"


def _someone(change: Change, part: Part, by: Actor) -> Person | None:
    """Who speaks for the household from now on: known, entered now, or nobody yet."""
    if part.person is not None or not part.name:
        return part.person
    return people.enter_person(
        locality=change.village, particulars=Particulars(name=part.name, birth_year=part.birth_year), by=by
    )


def _end(change: Change, part: Part, by: Actor) -> Effect:
    household = _household(part)
    households.end(household=household, on=change.takes_effect_on, under=_subject(change), by=by)
    return Effect(part=part, household=household)


def _begin(change: Change, part: Part, by: Actor) -> Effect:
    person = _someone(change, part, by)
    household = households.begin(
        village=change.village,
        code=part.code,
        address=part.address,
        representative=person,
        on=change.takes_effect_on,
        under=_subject(change),
        by=by,
        nominated=part.nominated,
    )
    return Effect(part=part, household=household, person=person)


def _represent(change: Change, part: Part, by: Actor) -> Effect:
    household, person = _household(part), _someone(change, part, by)
    if person is None:
        raise WrongShape(_("Hãy ghi người đại diện mới."))
    households.represent(
        household=household,
        person=person,
        on=change.takes_effect_on,
        under=_subject(change),
        by=by,
        nominated=part.nominated,
    )
    return Effect(part=part, household=household, person=person)


def _vacate(change: Change, part: Part, by: Actor) -> Effect:
    household = _household(part)
    person = registry.representatives([household.pk], on=change.takes_effect_on).get(household.pk)
    if person is None:
        raise households.NotPossible(_("Hộ này không có người đại diện vào ngày ấy."))
    households.record_death(person=person, on=change.takes_effect_on, under=_subject(change), by=by)
    return Effect(part=part, household=household, person=person)


def _address(change: Change, part: Part, by: Actor) -> Effect:
    household = _household(part)
    households.correct_address(
        household=household, address=part.address, on=change.takes_effect_on, under=_subject(change), by=by
    )
    return Effect(part=part, household=household)


def _household(part: Part) -> Household:
    if part.household is None:
        raise WrongShape(_("Hãy chọn hộ."))
    return part.household


_STEPS: Mapping[str, Callable[[Change, Part, Actor], Effect]] = {
    Step.END: _end,
    Step.BEGIN: _begin,
    Step.REPRESENT: _represent,
    Step.VACATE: _vacate,
    Step.ADDRESS: _address,
}


def _record(kind: str, change: Change, by: Actor, rows: Mapping[str, JSON]) -> None:
    ledger.append(
        kind=kind,
        subject=_subject(change),
        by=by.key,
        locality=change.village.code,
        data={"kind": change.kind, "ground": change.ground, **rows},
        claimed_on=change.takes_effect_on,
    )
