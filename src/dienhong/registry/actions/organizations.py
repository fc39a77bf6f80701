"""Organizations begin and end."""

from datetime import date

from django.db import transaction

from dienhong.foundations.actors import Actor
from dienhong.ledger import actions as ledger
from dienhong.registry import access
from dienhong.registry.access import Act
from dienhong.registry.models import Locality, Organization
from lawcore.vietnamese import nfc, search_folded


@transaction.atomic
def add_organization(
    *,
    locality: Locality,
    code: str,
    kind: str,
    name: str,
    valid_from: date,
    by: Actor,
    parent: Organization | None = None,
) -> Organization:
    """A body that has duties, under its electronic identifier."""
    access.check(by, Act.CHANGE_ORGANIZATIONS, locality)
    organization = Organization.objects.create(
        locality=locality,
        code=code,
        kind=kind,
        name=nfc(name),
        parent=parent,
        search=search_folded(f"{name} {code}"),
        valid_from=valid_from,
    )
    _record("organization.added", organization, by=by, claimed_on=valid_from)
    return organization


@transaction.atomic
def end_organization(*, organization: Organization, on: date, by: Actor) -> Organization:
    """The organization ends on this day; what it did stays counted for its time."""
    access.check(by, Act.CHANGE_ORGANIZATIONS, organization.locality)
    organization.valid_to = on
    organization.save(update_fields=["valid_to"])
    _record("organization.ended", organization, by=by, claimed_on=on)
    return organization


def _record(kind: str, organization: Organization, *, by: Actor, claimed_on: date) -> None:
    ledger.append(
        kind=kind,
        subject=f"registry.organization:{organization.pk}",
        by=by.key,
        locality=organization.locality.code,
        data={"code": organization.code, "kind": organization.kind},
        claimed_on=claimed_on,
    )
