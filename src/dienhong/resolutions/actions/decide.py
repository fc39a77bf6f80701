"""An officer decides on what was proposed: confirm, reject, one by one or a whole article."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import NotFound, Refused
from dienhong.ledger import actions as ledger
from dienhong.ledger.canonical import JSON
from dienhong.resolutions import access
from dienhong.resolutions.access import Act
from dienhong.resolutions.models import Decision, Proposal, Version

State = Proposal.State


class DecidedMeanwhile(Refused):
    """Somebody else decided between this officer's page and this officer's word."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who decides and when; the two travel together through a verb."""

    by: Actor
    at: datetime


@transaction.atomic
def confirm(*, proposal_id: int, by: Actor, at: datetime) -> Proposal:
    """An officer's word that the proposal says what the provision says. Confirming twice changes nothing."""
    proposal = locked(proposal_id, by)
    return _decide(proposal, State.CONFIRMED, "", Stamp(by, at))


@transaction.atomic
def reject(*, proposal_id: int, reason: str, by: Actor, at: datetime) -> Proposal:
    """An officer's word that the provision asks for no such thing. The proposal stays, marked so."""
    proposal = locked(proposal_id, by)
    return _decide(proposal, State.REJECTED, reason.strip(), Stamp(by, at))


@transaction.atomic
def confirm_article(*, version_id: int, article_eid: str, expected: int, by: Actor, at: datetime) -> int:
    """Confirm everything still proposed in an article, if it is as many as the officer saw.

    `article_eid` "" means the whole text. Returns how many were confirmed.
    """
    version = locked_version(version_id, by, Act.REVIEW)
    waiting = Proposal.objects.select_for_update(of=("self",)).filter(version=version, state=State.PROPOSED)
    if article_eid:
        waiting = waiting.filter(provision__article_eid=article_eid)
    found = list(waiting.order_by("pk").values_list("pk", flat=True))
    if len(found) != expected:
        raise DecidedMeanwhile(
            ngettext(
                "Lúc này còn %(count)s đề xuất chờ duyệt, khác với số trên trang đang mở. Hãy xem lại rồi xác nhận.",
                "Lúc này còn %(count)s đề xuất chờ duyệt, khác với số trên trang đang mở. Hãy xem lại rồi xác nhận.",
                len(found),
            )
            % {"count": len(found)},
        )
    mark(found, State.CONFIRMED, Stamp(by, at))
    sign("proposal.confirmed", version, by, {"proposals": found, "article": article_eid})
    return len(found)


def locked_version(version_id: int, by: Actor, act: Act) -> Version:
    """The version, locked and with its work; refuses who may not. Call inside a transaction."""
    version = (
        Version.objects.select_for_update(of=("self",)).select_related("locality", "work").filter(pk=version_id).first()
    )
    if version is None:
        raise NotFound(_("Không tìm thấy nghị quyết này."))
    access.check(by, act, access.place_of(version))
    return version


def locked(proposal_id: int, by: Actor) -> Proposal:
    """A proposal, locked, which this officer may decide. Call inside a transaction."""
    proposal = (
        Proposal.objects.select_for_update(of=("self",))
        .select_related("version__locality", "provision")
        .filter(pk=proposal_id)
        .first()
    )
    if proposal is None:
        raise NotFound(_("Không tìm thấy đề xuất này."))
    access.check(by, Act.REVIEW, access.place_of(proposal.version))
    return proposal


def _decide(proposal: Proposal, to: State, reason: str, stamp: Stamp) -> Proposal:
    if proposal.state == to:
        return proposal
    check_unchanged(proposal, State.PROPOSED)
    mark([proposal.pk], to, stamp, reason)
    proposal.state, proposal.decided_by, proposal.decided_at = to, stamp.by.key, stamp.at
    sign(f"proposal.{to}", proposal.version, stamp.by, {"proposals": [proposal.pk], "at": proposal.provision.at})
    return proposal


def check_unchanged(proposal: Proposal, seen: str) -> None:
    """Refuses when the proposal is no longer in the state that the officer's page showed."""
    if proposal.state == seen:
        return
    raise DecidedMeanwhile(
        _(
            "Trong lúc anh/chị xem, đề xuất này đã được xử lý (%(state)s). "
            "Chưa có gì bị ghi đè: hãy xem lại và quyết định lần nữa nếu cần.",
        )
        % {"state": proposal.get_state_display()},
    )


def mark(pks: Sequence[int], to: State, stamp: Stamp, reason: str = "") -> None:
    """Write the state on each proposal and a decision beside it; tell programmes of what is withdrawn."""
    Proposal.objects.filter(pk__in=pks).update(state=to, decided_by=stamp.by.key, decided_at=stamp.at)
    Decision.objects.bulk_create(
        [Decision(proposal_id=pk, state=to, by=stamp.by.key, at=stamp.at, reason=reason) for pk in pks],
        batch_size=500,
    )


def sign(kind: str, version: Version, by: Actor, data: dict[str, JSON]) -> None:
    """The ledger's entry of an act on a version or its proposals."""
    ledger.append(
        kind=kind,
        subject=f"resolutions.version:{version.pk}",
        by=by.key,
        locality=version.locality.code,
        data=data,
    )
