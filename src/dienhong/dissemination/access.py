"""Who may spread the words of a disclosure: who may publish it. Who may approve: whoever knows the language there."""

from django.utils.translation import gettext as _

from dienhong.disclosures import access as disclosures
from dienhong.disclosures.access import Act
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import NotAllowed, NotFound
from dienhong.registry.models import Organization


def nothing() -> NotFound:
    """What is not there and what is not yours answer in the same words, those of the disclosure that it is about."""
    return disclosures.nothing()


def may_make(actor: Actor, organization: Organization) -> bool:
    return disclosures.may(actor, Act.PUBLISH, organization)


def check_make(actor: Actor, organization: Organization) -> None:
    """Raises NotFound for who may not even see it, NotAllowed for a missing role."""
    disclosures.check(actor, Act.PUBLISH, organization)


def may_approve(actor: Actor, organization: Organization, *, is_out: bool) -> bool:
    """Whoever works with it, and any post in a village of the place: the head of a Khmer hamlet reads Khmer.

    `is_out`: the Vietnamese was published. Until then nobody in a village is shown it, nor its other text.
    """
    below = is_out and any(grant.path.startswith(organization.locality.path) for grant in actor.grants)
    return below or disclosures.may(actor, Act.SEE, organization)


def check_approve(actor: Actor, organization: Organization, *, is_out: bool, proposed_by: str) -> None:
    """Raises NotFound for whom it does not concern, NotAllowed for who proposed it."""
    if not may_approve(actor, organization, is_out=is_out):
        raise nothing()
    if actor.key == proposed_by:
        raise NotAllowed(_("Người đưa lên không tự duyệt được. Hãy nhờ người khác đọc, nghe và duyệt."))
