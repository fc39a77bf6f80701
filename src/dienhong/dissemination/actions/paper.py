"""The code on a paper about a disclosure; that letters to households were made."""

from django.db import transaction
from django.urls import reverse

from dienhong.disclosures.models import Disclosure
from dienhong.dissemination import access
from dienhong.dissemination.actions.locked import locked, spreadable
from dienhong.documents import actions as documents
from dienhong.documents.models import PrintedForm
from dienhong.foundations.actors import Actor
from dienhong.ledger import actions as ledger
from dienhong.registry.models import Locality
from lawcore.disclosures import Publisher


@transaction.atomic
def code_of(*, disclosure: Disclosure, by: Actor) -> PrintedForm:
    """The code that leads back to the page of a disclosure, the same on every paper, for good.

    What a unit discloses inside leads to the page of those who work there.
    """
    organization = disclosure.item.plan.organization
    access.check_make(by, organization)
    page = "disclosures:public" if disclosure.item.plan.kind == Publisher.COMMUNE else "disclosures:detail"
    return documents.issue_code(
        kind="disclosure",
        subject=f"disclosures.disclosure:{disclosure.pk}",
        path=reverse(page, args=[disclosure.pk]),
        locality=organization.locality.code,
        by=by.key,
    )


@transaction.atomic
def note_letters(
    *, disclosure: Disclosure, village: Locality | None, count: int, is_addressed: bool, key: str, by: Actor
) -> None:
    """That letters were made: how many, for which village, with addresses or without. No name is kept."""
    disclosure = locked(disclosure)
    organization = disclosure.item.plan.organization
    access.check_make(by, organization)
    version = spreadable(disclosure)
    ledger.append(
        kind="letter.made",
        subject=f"disclosures.disclosure:{disclosure.pk}",
        by=by.key,
        locality=organization.locality.code,
        data={
            "version": version.number,
            "village": village.code if village else "",
            "letters": count,
            "addressed": is_addressed,
        },
        key=f"letter:{key}",
    )
