"""Erase what a row of a decision's file says of people: one proposes, another decides (docs/adr/0016)."""

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.decisions import access
from dienhong.decisions.actions import telling
from dienhong.decisions.models import NameErasure, NameErasureProposal
from dienhong.decisions.queries import erasing as queries
from dienhong.foundations.actors import Actor
from dienhong.foundations.append_only import empty_journal
from dienhong.foundations.erasing import reason_of_second
from dienhong.foundations.refusals import NotAllowed, Refused
from dienhong.ledger import actions as ledger
from dienhong.ledger.models import Entry
from dienhong.ledger.rows import sealed
from dienhong.registry.models import Locality


def _check(by: Actor, village: Locality) -> None:
    """Raises NotFound for who may not see the village's file, NotAllowed for a missing role."""
    access.check(by, access.Act.SEE, village)
    if not access.may_recognise(by, village, front=False):
        raise NotAllowed(_("Việc xóa dữ liệu cá nhân do cán bộ, Chủ tịch Ủy ban nhân dân xã làm, hai người."))


@transaction.atomic
def propose_name_erasure(*, subject: str, ground: str, by: Actor) -> NameErasureProposal:
    """That the names and words in a row are to go; a second person is told. While one waits: the same.

    Refused for what the law has signed papers keep, with its article.
    """
    found = queries.subject(subject)
    _check(by, found.village)
    if (why := queries.why_not(found)) is not None:
        raise Refused(why)
    subject = found.name  # a petition that counts goes with what was sent
    waiting = NameErasureProposal.objects.filter(subject=subject, decision__isnull=True).order_by("pk").first()
    if waiting is not None:
        return waiting
    if ground not in NameErasureProposal.Ground.values:
        raise Refused(_("Hãy chọn vì sao xóa."))
    made = NameErasureProposal.objects.create(
        village=found.village, subject=subject, ground=ground, proposed_by=by.key, proposed_name=by.name
    )
    _sign("erasure.proposed", made, made, by)
    telling.of_erasure(made)
    return made


@transaction.atomic
def decide_name_erasure(
    *, proposal: NameErasureProposal, is_approved: bool, reason: str = "", by: Actor
) -> NameErasure:
    """The second person's word. Approved: the names and words are gone, and the ledger's hash of them with its salt.

    That somebody acted, when, and every number stay; both names of who decided stay.
    """
    row = (
        NameErasureProposal.objects.select_for_update(of=("self",))
        .select_related("village__parent")
        .get(pk=proposal.pk)
    )
    _check(by, row.village)
    earlier = NameErasure.objects.filter(proposal=row).first()
    if earlier is not None:
        return earlier
    reason = reason_of_second(row, is_approved=is_approved, reason=reason, by=by)
    found = queries.subject(row.subject)
    if is_approved and (why := queries.why_not(found)) is not None:
        raise Refused(why)
    made = NameErasure.objects.create(
        proposal=row,
        subject=row.subject,
        is_approved=is_approved,
        reason=reason,
        decided_by=by.key,
        decided_name=by.name,
    )
    if is_approved:
        _empty(found, row, by)
    _sign("erasure.approved" if is_approved else "erasure.refused", row, made, by)
    return made


def _empty(found: queries.Subject, proposal: NameErasureProposal, by: Actor) -> None:
    said = Entry.objects.filter(subject=found.name, kind__in=queries.DIGESTED, payload__isnull=False)
    for entry in said.order_by("pk"):
        ledger.erase_payload(entry=entry, by=by.key, ground=proposal.ground)
    for rows, values in queries.emptied(found):
        rows.update(**values)
    transaction.on_commit(empty_journal)


def _sign(kind: str, proposal: NameErasureProposal, written: NameErasureProposal | NameErasure, by: Actor) -> None:
    ledger.append(
        kind=kind,
        subject=f"decisions.nameerasureproposal:{proposal.pk}",
        by=by.key,
        locality=proposal.village.code,
        data={"of": proposal.subject, "ground": proposal.ground, **sealed(written)},
    )
