"""Take the roll of a village: its households as they are on a day, numbered and sealed by a digest."""

import secrets
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.ledger.actions import bind
from dienhong.ledger.rows import Together, sealed
from dienhong.registry import queries as registry
from dienhong.registry.models import Household, Locality, Person
from dienhong.rolls import access, published, queries
from dienhong.rolls.access import Act
from dienhong.rolls.digests import digest_of, mark_of
from dienhong.rolls.models import Entry, Roll


@transaction.atomic
def take(*, village: Locality, on: date, by: Actor) -> Roll:
    """LDC art. 21 cl. 1: all households of the village on this day are the base of every share.

    Objections that nobody has answered yet do not stand in the way; the roll says how many there were. Refused where
    the register knows no household of the village.
    """
    access.check(by, Act.TAKE, village)
    households = list(registry.households(village, on=on))
    if not households:
        raise Refused(_("Chưa có hộ nào trong danh sách của thôn. Hãy nhập danh sách hộ trước."))
    people = registry.representatives([each.pk for each in households], on=on)
    entries = [_entry(number, each, people.get(each.pk)) for number, each in enumerate(households, start=1)]
    digest = digest_of((each.number, each.household.code, each.mark) for each in entries)
    open_objections = queries.open_objections([village.pk]).count()
    roll = Roll.objects.create(
        village=village,
        taken_on=on,
        households=len(entries),
        digest=digest,
        open_objections=open_objections,
        recorded_by=by.key,
    )
    for each in entries:
        each.roll = roll
    Entry.objects.bulk_create(entries, batch_size=500)
    ledger.append(
        kind="roll.taken",
        subject=f"rolls.roll:{roll.pk}",
        by=by.key,
        locality=village.code,
        data={
            "households": roll.households,
            "digest": digest,
            "open_objections": open_objections,
            **sealed(roll, Together(Entry, "roll", roll.pk)),
        },
        claimed_on=on,
    )
    bind(published.of_roll(roll), by=by.key, locality=village.code)
    return roll


def _entry(number: int, household: Household, person: Person | None) -> Entry:
    salt, name = secrets.token_hex(16), person.name if person else ""
    return Entry(
        number=number,
        household=household,
        person=person,
        name=name,
        address=household.address,
        salt=salt,
        mark=mark_of(salt, name, household.address),
    )
