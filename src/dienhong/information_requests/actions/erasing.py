"""Erase who asked, what they asked and what they were told: one proposes, another decides (docs/adr/0016)."""

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.documents import actions as documents
from dienhong.documents.models import StoredFile
from dienhong.foundations.actors import Actor
from dienhong.foundations.append_only import empty_journal
from dienhong.foundations.erasing import reason_of_second
from dienhong.foundations.refusals import Refused
from dienhong.information_requests import access, queries
from dienhong.information_requests.actions import steps, telling
from dienhong.information_requests.models import (
    Clearance,
    Erasure,
    ErasureProposal,
    Request,
    Requester,
    Screening,
    Step,
    Submission,
)
from dienhong.ledger import actions as ledger
from dienhong.ledger.models import Entry

OPEN = "Yêu cầu này chưa xong. Hãy trả lời, hoặc ghi người hỏi rút yêu cầu, rồi đề nghị xóa."
BY_HASH = ("digest", "file")
"""What the ledger may say of words and files: a keyed hash of the words, the hash of the file."""


@transaction.atomic
def propose_erasure(*, request: Request, ground: str, by: Actor) -> ErasureProposal:
    """That the personal data of a request is to go; a second person is told. While one waits: the same."""
    row = steps.locked(request, by, access.Act.PROPOSE_ERASURE)
    if not queries.can_be_erased(row):
        raise Refused(_(OPEN))
    waiting = queries.proposal_waiting(row)
    if waiting is not None:
        return waiting
    if ground not in ErasureProposal.Ground.values:
        raise Refused(_("Hãy chọn vì sao xóa."))
    proposal = ErasureProposal.objects.create(request=row, ground=ground, proposed_by=by.key, proposed_name=by.name)
    _sign("erasure.proposed", proposal, by)
    telling.proposed(proposal)
    return proposal


@transaction.atomic
def decide_erasure(*, proposal: ErasureProposal, is_approved: bool, reason: str = "", by: Actor) -> Erasure:
    """The second person's word. Approved: name, address, numbers, question, answer, files, what was found in them, the
    hashes that the ledger keeps of them, with their salts, are gone. That there was a request, its number, its days,
    its outcome, who signed and both names stay.
    """
    row = steps.row_of(proposal.request_id)
    access.check(by, access.Act.DECIDE_ERASURE, row.organization)
    earlier = Erasure.objects.filter(proposal=proposal).first()
    if earlier is not None:
        return earlier
    reason = reason_of_second(proposal, is_approved=is_approved, reason=reason, by=by)
    if is_approved and not queries.can_be_erased(row):
        raise Refused(_(OPEN))
    files = queries.files_of(row) if is_approved else []
    erasure = Erasure.objects.create(
        proposal=proposal,
        request=row,
        is_approved=is_approved,
        reason=reason,
        files_kept=sum(queries.is_held_elsewhere(each, row) for each in files),
        decided_by=by.key,
        decided_name=by.name,
    )
    if is_approved:
        _empty(row, files, proposal, by)
    _sign("erasure.approved" if is_approved else "erasure.refused", proposal, by)
    return erasure


def _empty(request: Request, files: list[StoredFile], proposal: ErasureProposal, by: Actor) -> None:
    said = Entry.objects.filter(subject=f"information_requests.request:{request.pk}", payload__isnull=False)
    for entry in said.select_related("payload").order_by("pk"):
        if any(entry.payload.data.get(name) for name in BY_HASH):
            ledger.erase_payload(entry=entry, by=by.key, ground=proposal.ground)
    Requester.objects.filter(request=request).update(
        name="", address="", identity_number="", identity_index="", phone="", email=""
    )
    Clearance.objects.filter(step__request=request).update(reason="-")
    Screening.objects.filter(step__request=request).update(found=[], unchecked=[])
    Step.objects.filter(request=request).update(
        words="", file=None, file_name="", found=[], unchecked=[], is_erased=True
    )
    Submission.objects.filter(request=request).update(wanted="", purpose="", digest="")
    for each in files:
        documents.discard(stored=each)
    transaction.on_commit(empty_journal)


def _sign(kind: str, proposal: ErasureProposal, by: Actor) -> None:
    ledger.append(
        kind=kind,
        subject=f"information_requests.erasureproposal:{proposal.pk}",
        by=by.key,
        locality=proposal.request.organization.locality.code,
        data={"request": proposal.request_id, "ground": proposal.ground},
    )
