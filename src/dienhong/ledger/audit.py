"""The ledger checked from within: what the stand-alone verifier checks, and what only the database can show."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.db import connection
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from dienhong.ledger import entries, notes, triggers
from dienhong.ledger.canonical import NotCanonical
from dienhong.ledger.models import Checkpoint, Entry, Head, Leaf, Node, Payload, Pending, SigningKey
from lawcore import merkle

CHUNK = 2_000
SEALED_WITHIN = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it was recorded. `code` is stable; the message says what it means."""

    code: str
    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message} ({self.code})"


@dataclass(frozen=True, slots=True)
class Report:
    findings: tuple[Finding, ...]
    leaves: int
    checkpoints: int
    erased: int  # payloads erased: their entries are proved, their content is gone

    @property
    def is_intact(self) -> bool:
        return not self.findings


Audit = Callable[[], Iterator[Finding]]
"""What of a domain's own tables is not as the ledger says."""


def audit(also: Iterable[Audit] = ()) -> Report:
    """Recompute everything, `also` what domains compare. Reads the whole ledger; minutes for millions of entries."""
    localities = sorted(
        {*Leaf.objects.values_list("locality", flat=True).distinct(), *Head.objects.values_list("pk", flat=True)}
        | {*Checkpoint.objects.values_list("locality", flat=True).distinct()}
    )
    findings = [*_triggers(), *_keys(), *_unsealed(), *_payloads()]
    for locality in localities:
        findings += _tree(locality)
    for each in also:
        findings += each()
    return Report(
        findings=tuple(findings),
        leaves=Leaf.objects.count(),
        checkpoints=Checkpoint.objects.count(),
        erased=Entry.objects.filter(payload=None).count(),
    )


def _triggers() -> Iterator[Finding]:
    for name in triggers.missing(connection):
        yield Finding("trigger-missing", name, _("Cơ sở dữ liệu thiếu chốt chặn sửa, xóa"))


def _keys() -> Iterator[Finding]:
    before: SigningKey | None = None
    for key in SigningKey.objects.order_by("pk"):
        if before is not None and not _follows(before, key):
            yield Finding("key-swapped", key.public[:16], _("Khóa ký không được khóa trước ký chuyển giao"))
        before = key


def _follows(before: SigningKey, key: SigningKey) -> bool:
    if f"\nold {before.public}\nnew {key.public}\n" not in key.statement:
        return False
    try:
        notes.check_signature(key.statement, bytes.fromhex(key.old_signature), before.public)
        notes.check_signature(key.statement, bytes.fromhex(key.new_signature), key.public)
    except ValueError:  # NoteRefused is one, broken hex another
        return False
    return True


def _unsealed() -> Iterator[Finding]:
    late = Entry.objects.filter(leaf=None, recorded_at__lt=Now() - SEALED_WITHIN)
    waiting = set(Pending.objects.filter(entry__in=late).values_list("entry_id", flat=True))
    for entry in late.order_by("recorded_at", "pk").iterator(CHUNK):
        message = (
            _("Mục chờ niêm phong quá 60 giây; hãy xem tiến trình nền có chạy không")
            if entry.pk in waiting
            else _("Mục bị rút khỏi hàng chờ niêm phong")
        )
        yield Finding("not-sealed", str(entry.pk), message)


def _payloads() -> Iterator[Finding]:
    for payload in Payload.objects.select_related("entry").order_by("pk").iterator(CHUNK):
        try:
            same = entries.commitment(bytes(payload.salt), payload.data) == payload.entry.commitment
        except NotCanonical:
            same = False
        if not same:
            yield Finding("payload-altered", str(payload.pk), _("Nội dung không khớp với cam kết đã ghi"))


def _tree(locality: str) -> Iterator[Finding]:
    frontier = merkle.Frontier()
    stored = {
        merkle.Node(node.level, node.index): bytes(node.hash)
        for node in Node.objects.filter(locality=locality).iterator()
    }
    checkpoints = Checkpoint.objects.filter(locality=locality).select_related("key").order_by("size")
    following = list(checkpoints[::-1])
    for leaf in Leaf.objects.filter(locality=locality).select_related("entry").order_by("index").iterator(CHUNK):
        where = f"{locality} #{leaf.index}"
        if leaf.index != frontier.size:
            yield Finding("leaf-moved", where, _("Có mục bị xóa, chèn hoặc đổi chỗ trước vị trí này"))
        if entries.leaf_of(leaf.entry) != bytes(leaf.hash) or leaf.entry.locality != locality:
            yield Finding("entry-altered", where, _("Nội dung mục đã bị sửa"))
        _first, *above = frontier.append(bytes(leaf.hash))
        if any(stored.get(node) != found for node, found in above):
            yield Finding("node-altered", where, _("Nút của cây không khớp với các mục bên dưới"))
        while following and following[-1].size <= frontier.size:
            yield from _checkpoint(following.pop(), frontier)
    for checkpoint in reversed(following):
        yield Finding("rolled-back", f"{locality} @{checkpoint.size}", _("Điểm niêm phong có nhiều mục hơn sổ hiện có"))
    if Head.objects.filter(pk=locality, size=frontier.size).count() != 1:
        yield Finding("head-altered", locality, _("Số mục đã niêm phong không khớp với sổ"))
    if not checkpoints or checkpoints.reverse()[0].size != frontier.size:
        yield Finding("not-signed", locality, _("Phần cuối sổ chưa được ký"))


def _checkpoint(checkpoint: Checkpoint, frontier: merkle.Frontier) -> Iterator[Finding]:
    where = f"{checkpoint.locality} @{checkpoint.size}"
    if (checkpoint.size, bytes(checkpoint.root)) != (frontier.size, frontier.root()):
        yield Finding("root-differs", where, _("Các mục đến đây không còn cho ra gốc đã ký"))
    text = notes.CheckpointText(
        checkpoint.locality, checkpoint.size, bytes(checkpoint.root), checkpoint.sealed_at, checkpoint.key.public
    )
    try:
        said = notes.opened(checkpoint.note, checkpoint.key.public)
    except notes.NoteRefused:
        said = ""
    if said != str(text):
        yield Finding("checkpoint-forged", where, _("Điểm niêm phong không phải bản đã ký"))
