"""A person whom the register has erased leaves rolls and changes too; the digest of every roll still verifies."""

from django.db import transaction
from django.db.models import Q

from dienhong.ledger import actions as ledger
from dienhong.registry.models import Person
from dienhong.rolls.models import Entry, Part


@transaction.atomic
def forget(*, person_id: int) -> int:
    """Empty name, address and salt wherever this erased person stands; how many rows. Twice does nothing more."""
    person = Person.objects.select_related("locality").filter(pk=person_id, erased_at__isnull=False).first()
    if person is None:
        return 0
    entries = Entry.objects.filter(person=person).exclude(name="", address="", salt="")
    parts = Part.objects.filter(Q(person=person) | Q(effect__person=person)).exclude(
        name="", address="", birth_year__isnull=True
    )
    emptied = entries.update(name="", address="", salt="")
    emptied += Part.objects.filter(pk__in=[each.pk for each in parts]).update(name="", address="", birth_year=None)
    if emptied:
        ledger.append(
            kind="roll.emptied",
            subject=f"registry.person:{person.pk}",
            by="system",
            locality=person.locality.code,
            data={"rows": emptied},
        )
    return emptied
