"""Erase personal data that was published by mistake: one proposes, another decides; then nothing of it is kept."""

import re
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.disclosures import access, queries
from dienhong.disclosures.actions.announcing import announce
from dienhong.disclosures.actions.content import folded, hold_the_same, withdraw
from dienhong.disclosures.models import (
    Disclosure,
    Erasure,
    ErasureProposal,
    HeldUpload,
    Notebook,
    Posting,
    Screening,
    Version,
    Withdrawal,
)
from dienhong.documents import actions as documents
from dienhong.documents.models import StoredFile
from dienhong.foundations import events
from dienhong.foundations.actors import Actor, Role
from dienhong.foundations.append_only import empty_journal
from dienhong.foundations.erasing import reason_of_second
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.ledger.models import Entry
from dienhong.notifications import actions as notifications
from dienhong.notifications.models import Notice

MOST_TITLE = 300
FROM_NOTEBOOK = re.compile(r"so:\d+:")
"""How the key of what came in with a notebook begins."""


@transaction.atomic
def propose_erasure(*, version: Version, ground: str, with_title: bool, by: Actor, on: date) -> ErasureProposal:
    """That there is personal data in a version: from now on it is shown to nobody, and a second person is told.

    Proposed again while the first proposal waits: the same.
    """
    disclosure = _locked(version.disclosure_id)
    organization = disclosure.item.plan.organization
    access.check(by, access.Act.PROPOSE_ERASURE, organization)
    version = Version.objects.get(pk=version.pk)
    if not version.has_content:
        raise Refused(_("Ở đây chưa có nội dung nào."))
    if version.is_erased:
        raise Refused(_("Bản này đã được xóa rồi."))
    waiting = ErasureProposal.objects.filter(version=version, decision__isnull=True).first()
    if waiting is not None:
        return waiting
    if ground not in ErasureProposal.Ground.values:
        raise Refused(_("Hãy chọn loại dữ liệu cá nhân đăng nhầm."))
    proposal = ErasureProposal.objects.create(
        version=version, ground=ground, with_title=with_title, proposed_by=by.key, proposed_name=by.name
    )
    _hide(disclosure, version, by=by, on=on)
    _sign("erasure.proposed", proposal, by)
    _tell(disclosure, proposal)
    return proposal


@transaction.atomic
def decide_erasure(*, proposal: ErasureProposal, is_approved: bool, reason: str = "", by: Actor) -> Erasure:
    """The second person's word. Approved: the words, the files, what was found in them, what the ledger said of them,
    and the salts are gone; that it existed, its number, its days, the kind of ground and both names stay.

    Bytes that something else refers to stay on the disk, and it is said.
    """
    disclosure = _locked(proposal.version.disclosure_id)
    access.check(by, access.Act.DECIDE_ERASURE, disclosure.item.plan.organization)
    earlier = Erasure.objects.filter(proposal=proposal).first()
    if earlier is not None:
        return earlier
    reason = reason_of_second(proposal, is_approved=is_approved, reason=reason, by=by)
    version = Version.objects.select_related("file").get(pk=proposal.version_id)
    files = queries.files_of(version) if is_approved else []
    erasure = Erasure.objects.create(
        proposal=proposal,
        version=version,
        is_approved=is_approved,
        reason=reason,
        files_kept=sum(bool(queries.others_holding(each, version)) for each in files),
        decided_by=by.key,
        decided_name=by.name,
    )
    if is_approved:
        _empty(disclosure, version, files, proposal, by)
    _sign("erasure.approved" if is_approved else "erasure.refused", proposal, by)
    return erasure


def _empty(
    disclosure: Disclosure, version: Version, files: list[StoredFile], proposal: ErasureProposal, by: Actor
) -> None:
    postings = list(Posting.objects.filter(version=version).values_list("pk", flat=True))
    _forget_entries(disclosure, version, postings, ground=proposal.ground, by=by)
    Posting.objects.filter(pk__in=postings).update(proof=None, proof_name="", note="")
    Screening.objects.filter(version=version).update(found=[], unchecked=[], notes=[])
    Version.objects.filter(pk=version.pk).update(
        event="", text="", text_sha256="", file=None, file_name="", is_erased=True
    )
    HeldUpload.objects.filter(file__in=files).delete()
    files = [*files, *_forget_notebooks(disclosure, version, proposal, by)]
    if proposal.with_title:
        notifications.unsay(words=disclosure.title)
        disclosure.title = f"{disclosure.item.label[: MOST_TITLE - 20]} ({disclosure.pk})"
    last = queries.newest(Disclosure.objects.get(pk=disclosure.pk))
    disclosure.search = folded(disclosure.item, disclosure.title, last.event, last.text)
    disclosure.save(update_fields=["title", "search"])
    for each in files:
        documents.discard(stored=each)
    queries.forget_progress(version.pk)
    events.publish("disclosure.erased", disclosure_id=disclosure.pk, version_id=version.pk)
    announce(disclosure)
    transaction.on_commit(empty_journal)


def _forget_notebooks(
    disclosure: Disclosure, version: Version, proposal: ErasureProposal, by: Actor
) -> list[StoredFile]:
    """The tables of the plan, where a row of the version came in with one: it stands in that one, and in those that
    grew from it. Their files, to be given up.
    """
    keys = [version.key, *Posting.objects.filter(version=version).values_list("key", flat=True)]
    if proposal.with_title:
        keys += Version.objects.filter(disclosure=disclosure).values_list("key", flat=True)
    if not any(FROM_NOTEBOOK.match(key) for key in keys):
        return []
    files, mine = [], Notebook.objects.filter(plan=disclosure.item.plan_id, file__isnull=False)
    for notebook in mine.select_related("file").order_by("pk"):
        said = Entry.objects.filter(subject=f"disclosures.notebook:{notebook.pk}", payload__isnull=False)
        for entry in said.order_by("pk"):
            ledger.erase_payload(entry=entry, by=by.key, ground=proposal.ground)
        if notebook.file is not None:
            files.append(notebook.file)
    mine.update(file=None, file_name="")
    return files


def _forget_entries(disclosure: Disclosure, version: Version, postings: list[int], *, ground: str, by: Actor) -> None:
    """What the ledger said of the version, hashes of its words and files among it, with the salts."""
    subjects = [f"disclosures.disclosure:{disclosure.pk}", *(f"disclosures.posting:{pk}" for pk in postings)]
    said = Entry.objects.filter(subject__in=subjects, payload__isnull=False).select_related("payload").order_by("pk")
    for entry in said:
        if entry.payload.data.get("version") == version.number:
            ledger.erase_payload(entry=entry, by=by.key, ground=ground)


def _hide(disclosure: Disclosure, version: Version, *, by: Actor, on: date) -> None:
    """Withdrawn by whoever proposes, unless it was before; so is the newest, where it holds the same."""
    if Withdrawal.objects.filter(version=version).exists():
        return
    post = queries.post_of(by, disclosure.item.plan.organization, on=on) or _("Người được giao công khai")
    reason = _("Có dữ liệu cá nhân đăng nhầm")
    newest = queries.newest(disclosure)
    if hold_the_same(newest, version):
        withdraw(
            disclosure=disclosure,
            reason=reason,
            signer_post=post,
            signer_name=by.name,
            is_owed_again=True,
            by=by,
            on=on,
        )
    if Withdrawal.objects.filter(version=version).exists():
        return
    Withdrawal.objects.create(
        version=version,
        reason=reason,
        signer_post=post,
        signer_name=by.name,
        is_owed_again=False,
        recorded_by=by.key,
    )


def _tell(disclosure: Disclosure, proposal: ErasureProposal) -> None:
    """Whoever may decide, without a word of what it is about."""
    place = disclosure.item.plan.organization.locality
    notifications.notify(
        Notice(
            role=role,
            locality=place,
            subject=_("Có đề nghị xóa dữ liệu cá nhân đăng nhầm, mục %(code)s") % {"code": disclosure.item.code},
            text=_("Nội dung đã thôi hiện với người dân. Hãy mở xem và quyết định."),
            link=f"/cong-khai/viec/xoa-du-lieu/{proposal.pk}/",
            key=f"erasure:{proposal.pk}:{role}",
        )
        for role in (Role.CHAIR, Role.OFFICER)
    )


def _sign(kind: str, proposal: ErasureProposal, by: Actor) -> None:
    disclosure = proposal.version.disclosure
    ledger.append(
        kind=kind,
        subject=f"disclosures.erasureproposal:{proposal.pk}",
        by=by.key,
        locality=disclosure.item.plan.organization.locality.code,
        data={"disclosure": disclosure.pk, "number": proposal.version.number, "ground": proposal.ground},
    )


def _locked(pk: int) -> Disclosure:
    rows = Disclosure.objects.select_for_update(of=("self",)).select_related("item__plan__organization__locality")
    return rows.get(pk=pk)
