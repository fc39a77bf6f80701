"""Households and who represents them."""

from datetime import date, timedelta

from django.db import transaction

from dienhong.foundations.actors import Actor
from dienhong.ledger import actions as ledger
from dienhong.registry import access
from dienhong.registry.access import Act
from dienhong.registry.models import Household, Locality, Mandate, Person
from lawcore.vietnamese import nfc


@transaction.atomic
def add_household(
    *,
    village: Locality,
    code: str,
    address: str,
    representative: Person,
    valid_from: date,
    by: Actor,
) -> Household:
    """A household of the village, with the person who represents it from the first day."""
    access.check(by, Act.CHANGE_HOUSEHOLDS, village)
    household = Household.objects.create(locality=village, code=code, address=nfc(address), valid_from=valid_from)
    Mandate.objects.create(household=household, person=representative, starts_on=valid_from)
    _record("household.added", household, by=by, claimed_on=valid_from)
    return household


@transaction.atomic
def change_representative(*, household: Household, representative: Person, on: date, by: Actor) -> Mandate:
    """From this day another person represents the household; the former mandate ends the day before."""
    access.check(by, Act.CHANGE_HOUSEHOLDS, household.locality)
    household.mandates.filter(ends_on__isnull=True).update(ends_on=on - timedelta(days=1))
    mandate = Mandate.objects.create(household=household, person=representative, starts_on=on)
    _record("household.represented", household, by=by, claimed_on=on)
    return mandate


def _record(kind: str, household: Household, *, by: Actor, claimed_on: date) -> None:
    ledger.append(
        kind=kind,
        subject=f"registry.household:{household.pk}",
        by=by.key,
        locality=household.locality.code,
        data={},
        claimed_on=claimed_on,
    )
