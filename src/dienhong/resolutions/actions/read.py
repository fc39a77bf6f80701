"""A kept file is read: lines, provisions, findings, proposals. Everything written here can be rebuilt."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from dienhong import reading
from dienhong.documents import queries as documents
from dienhong.foundations.actors import SYSTEM
from dienhong.ledger import actions as ledger
from dienhong.reading import Source, Unreadable
from dienhong.resolutions import tree
from dienhong.resolutions.actions import carry
from dienhong.resolutions.models import FindingRow, Proposal, Provision, Relation, Version, Work
from lawcore import obligations, provisions
from lawcore.obligations import Due, Duty, Proposals, Role, Target
from lawcore.provisions.model import Document, DocumentRef
from lawcore.vietnamese import search_folded

Stage = Version.Stage
BATCH = 500
BROKEN = gettext_noop(
    "Có lỗi khi đọc văn bản này; tệp gốc vẫn được giữ. Hãy bấm “Thử lại”, hoặc lưu tệp thành DOCX mới rồi gửi lại."
)


@dataclass(frozen=True, slots=True)
class Read:
    """What one reading of a file gives, before it is stored."""

    source: Source
    document: Document
    proposals: Proposals


def read(*, version_id: int) -> None:
    """Read a version's file and store what it says. Safe to run twice; a refusal is stored as a message.

    Progress is written outside the transaction that stores the result, so that the page can show it.
    """
    version = Version.objects.select_related("source").get(pk=version_id)
    if version.stage in (Stage.READ, Stage.UNREADABLE):
        return
    try:
        _store(version_id, _read(version))
    except Unreadable as refusal:
        _refuse(version_id, str(refusal), refusal.code)
    except Exception:
        _refuse(version_id, _(BROKEN), "failed")
        raise


def _read(version: Version) -> Read:
    _progress(version, 1)
    source = reading.read_bytes(documents.read(version.source.sha256), name=version.file_name)
    _progress(version, 2)
    document = provisions.parse(source.lines)
    _progress(version, 3)
    proposals = obligations.find(document)
    _progress(version, 4)
    return Read(source, document, proposals)


def _progress(version: Version, step: int) -> None:
    Version.objects.filter(pk=version.pk, stage__in=[Stage.UPLOADED, Stage.READING]).update(
        stage=Stage.READING,
        step=step,
    )


@transaction.atomic
def _refuse(version_id: int, message: str, code: str) -> None:
    """Say on the page why the file could not be read; the file is kept, and may be tried again."""
    version = Version.objects.select_for_update(of=("self",)).select_related("locality").get(pk=version_id)
    if version.stage in (Stage.READ, Stage.UNREADABLE):
        return
    version.stage, version.message = Stage.UNREADABLE, message
    version.save(update_fields=["stage", "message"])
    ledger.append(
        kind="resolution.refused",
        subject=f"resolutions.version:{version.pk}",
        by=SYSTEM.key,
        locality=version.locality.code,
        data={"code": str(code)},
    )


@transaction.atomic
def _store(version_id: int, result: Read) -> None:
    version = Version.objects.select_for_update(of=("self",)).select_related("locality", "work").get(pk=version_id)
    if version.stage in (Stage.READ, Stage.UNREADABLE):
        return
    _describe(version, result)
    rows = tree.save(result.document, version, _reasons(result))
    FindingRow.objects.bulk_create(
        [FindingRow(version=version, code=f.code, at=f.at or "", message=f.message) for f in result.document.findings],
        batch_size=BATCH,
    )
    Relation.objects.bulk_create(_relations(version, result.document), batch_size=BATCH)
    Proposal.objects.bulk_create(_proposals(version, rows, result.proposals), batch_size=BATCH)
    carry.recognise(version)
    ledger.append(
        kind="resolution.read",
        subject=f"resolutions.version:{version.pk}",
        by=SYSTEM.key,
        locality=version.locality.code,
        data={
            "parser": obligations.PARSER,
            "provisions": len(rows),
            "targets": len(result.proposals.targets),
            "duties": len(result.proposals.duties),
            "findings": len(result.document.findings),
        },
    )


def _reasons(result: Read) -> dict[str, str]:
    """Why nothing is proposed from a provision, by eid; what only names the provisions below it is left out."""
    says_more = {each.source.eid for each in result.proposals.sentences if each.role is not Role.HEADING}
    parents = {node.eid for node in result.document.walk() if node.children}
    return {
        each.eid: each.reason
        for each in obligations.unassigned(result.document, result.proposals)
        if each.eid in says_more or each.eid not in parents
    }


def _describe(version: Version, result: Read) -> None:
    """Copy what the document says of itself to the columns that pages list by."""
    said = result.document.metadata
    version.status = said.status.value
    version.number = said.number or ""
    version.adopted_on, version.effective_on = said.adopted_on, said.effective_on
    version.signer = said.signer or ""
    version.metadata = tree.metadata_json(result.document)
    version.notes = list(result.source.notes)
    version.parser = obligations.PARSER
    version.stage, version.step = Stage.READ, Version.STEPS
    version.save(
        update_fields=[
            "status", "number", "adopted_on", "effective_on", "signer", "metadata", "notes", "parser", "stage", "step",
        ],
    )  # fmt: skip
    if said.title:
        Work.objects.filter(pk=version.work_id).update(
            title=said.title,
            kind=said.kind or "",
            search=search_folded(f"{said.kind or ''} {said.title}"),
        )


def _relations(version: Version, document: Document) -> Iterable[Relation]:
    said = document.metadata
    named = ((Relation.Kind.BASED_ON, said.bases), (Relation.Kind.REPEALS, said.repeals))
    return [_relation(version, kind, ref) for kind, refs in named for ref in refs]


def _relation(version: Version, kind: Relation.Kind, ref: DocumentRef) -> Relation:
    return Relation(
        version=version,
        relation=kind,
        text=ref.text,
        type=ref.type,
        number=ref.number or "",
        year=ref.year,
        issuer=ref.issuer or "",
        dated=ref.dated,
    )


def _proposals(version: Version, rows: dict[str, Provision], found: Proposals) -> list[Proposal]:
    targets = [_target(version, rows[target.source.eid], target) for target in found.targets]
    return targets + [_duty(version, rows[duty.source.eid], duty) for duty in found.duties]


def _target(version: Version, provision: Provision, target: Target) -> Proposal:
    return Proposal(
        **_read_in(version, provision, target),
        kind=Proposal.Kind.TARGET,
        percent=target.percent,
        upto=target.upto,
        comparison=target.comparison.value,
        every=target.every.value if target.every else "",
        aspirational=target.aspirational,
        population=target.population or "",
        families=list(target.families),
    )


def _duty(version: Version, provision: Provision, duty: Duty) -> Proposal:
    return Proposal(
        **_read_in(version, provision, duty),
        kind=Proposal.Kind.DUTY,
        bearer=duty.bearer or "",
        action=duty.action,
        every=duty.every.value if duty.every else "",
    )


def _read_in(version: Version, provision: Provision, item: Target | Duty) -> dict[str, Any]:
    """What targets and duties share: the words, their place, the rule that read them, the last day."""
    source = item.source
    return {
        "version": version,
        "provision": provision,
        "sentence": source.sentence,
        "part": source.part.value,
        "start": source.start,
        "end": source.end,
        "text": item.text,
        "topic": item.topic.value if item.topic else "",
        "rule": source.rule,
        "parser": source.parser,
        **_due(item.due),
    }


def day_of(due: Due) -> date | None:
    """The day when the text fixes one; None when it returns every year or depends on an event."""
    if due.year is None or due.month is None or due.day is None:
        return None
    return date(due.year, due.month, due.day)


def _due(due: Due | None) -> dict[str, Any]:
    if due is None:
        return {}
    return {"due_text": due.text, "by_date": day_of(due), "due_month": due.month, "due_day": due.day}
