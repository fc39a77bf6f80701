"""Look into what is to be published; let out, as a second person, what was stopped; keep a file that came too early."""

import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.disclosures import access, queries
from dienhong.disclosures.models import Clearance, Disclosure, GateAnswer, HeldUpload, Screening, Version
from dienhong.disclosures.screening import LARGE, Kind, screen_open, screen_quickly, screen_text
from dienhong.disclosures.screening import Screening as Seen
from dienhong.documents import actions as documents
from dienhong.documents import queries as stored_files
from dienhong.documents.models import StoredFile
from dienhong.foundations import events
from dienhong.foundations.actors import SYSTEM, Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.notifications import actions as notifications
from dienhong.notifications.models import Notice
from dienhong.reading import Refusal, Unreadable
from lawcore.vietnamese import nfc, without_invisible

MOST_FOUND = 50
"""Findings that are kept of one version: who sees so many reads the whole file."""
MOST_SECONDS = 20 * 60
"""How long one file is looked into: ours. What was not reached by then is said, and a second person decides."""
HELD_FOR = timedelta(days=1)
MARKS = frozenset({Kind.SECRET, Kind.NOT_YET})
FAILED = "Chưa kiểm tra được: phần đọc tệp của hệ thống gặp lỗi."

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Looked:
    """The text and the stored file of a version; `seen` is empty where the file needs more time."""

    text: str
    file: StoredFile | None
    seen: Seen | None
    seconds: int = 0


def open_words(words: str) -> str:
    """Words that stand on the page of everybody beside the content: a reason, a note, for whom it waits.

    Nobody decides about them a second time, so personal data in them is refused. A mark of secrecy may be named: it is
    why something is withdrawn.
    """
    words = nfc(words).strip()
    found = [each for each in screen_text(words).findings if each.kind not in MARKS]
    if found:
        raise Refused(
            _(
                "Lời này hiện với mọi người nên không ghi %(what)s. Hãy ghi ngắn, đừng chép lại số điện thoại, số định "
                "danh, tên hộ."
            )
            % {"what": found[0].excerpt}
        )
    return words


def safe_name(name: str) -> str:
    """A file's name without letters that nobody sees: one of them lets "exe.fdp" read as "pdf.exe"."""
    return without_invisible(nfc(name)).strip()[:200]


def looked_into(head: str, text: str, *, name: str, chunks: Iterable[bytes] | None, by: Actor) -> Looked:
    """The file put into the store, chunk by chunk, and what can be seen at once. In no transaction: nobody waits.

    `head` is what is shown above the text: the title, the event. Raises Refused for a file without a byte.
    """
    text = nfc(text).strip()
    if chunks is None:
        return Looked(text, None, screen_text(f"{head}\n{text}"))
    stored = documents.store(data=chunks, name=name, by=by.key)
    if stored.size == 0:
        raise Refused(_("Tệp rỗng, không có nội dung. Hãy chọn lại tệp."))
    begun = time.monotonic()
    quick = look_quickly(stored, name=name)
    return Looked(text, stored, quick and _both(head, text, quick), round(time.monotonic() - begun))


def guard(version: Version, looked: Looked, *, personal_ground: str, by: Actor) -> None:
    """Record the three answers and what was seen, in the caller's transaction; a job sees what takes longer."""
    for question in GateAnswer.Question:
        lawful = personal_ground if question == GateAnswer.Question.PERSONAL else ""
        said = GateAnswer.Said.LAWFUL if lawful else GateAnswer.Said.NO
        GateAnswer.objects.create(version=version, question=question, said=said, ground=lawful, recorded_by=by.key)
    HeldUpload.objects.filter(key=version.key, held_by=by.key).delete()
    if looked.seen is None:
        events.publish("disclosure.unscreened", version_id=version.pk)
    else:
        _write(version, looked.seen, seconds=looked.seconds)


def look_into(*, version_id: int) -> None:
    """What a version holds, its file with scanned pages and pictures too; minutes for a long scan. Safe to run twice.

    Killed at any moment nothing is written, and the job is offered again. Whoever wrote the version is told.
    """
    version = Version.objects.select_related("disclosure", "file").get(pk=version_id)
    if version.file is None or Screening.objects.filter(version=version).exists():
        return
    begun = time.monotonic()
    seen = _seen(version, version.file, begun)
    with transaction.atomic():
        disclosure = _locked(version.disclosure)
        if Screening.objects.filter(version=version).exists():
            return
        screening = _write(version, seen, seconds=round(time.monotonic() - begun))
        ledger.append(
            kind="disclosure.screened",
            subject=f"disclosures.disclosure:{disclosure.pk}",
            by=SYSTEM.key,
            locality=disclosure.item.plan.organization.locality.code,
            data={"version": version.number, "found": len(screening.found), "unchecked": len(screening.unchecked)},
        )
        _tell(disclosure, version, screening)


def _seen(version: Version, stored: StoredFile, begun: float) -> Seen:
    def note(done: int, pages: int) -> None:
        queries.note_progress(version.pk, done, pages, seconds=time.monotonic() - begun)

    seen = look_patiently(stored, name=version.file_name, note=note)
    return _both(f"{version.disclosure.title}\n{version.event}", version.text, seen)


def look_patiently(stored: StoredFile, *, name: str, note: Callable[[int, int], None] | None = None) -> Seen:
    """What a stored file holds, scanned pages and pictures too: up to 20 minutes, in no transaction. Never raises.

    `note` is told of each page recognised, and of how many. What could not be looked into is said in `unchecked`.
    """
    begun = time.monotonic()

    def progress(done: int, pages: int) -> None:
        if note is not None:
            note(done, pages)
        if time.monotonic() - begun > MOST_SECONDS:
            raise Unreadable(Refusal.TOO_SLOW)

    try:
        with stored_files.open_file(stored.sha256) as file:
            return screen_open(file, name=name, limits=LARGE, progress=progress)
    except Refused as gone:  # the bytes are not in the store
        return Seen((), (str(gone),))
    except Exception:
        log.exception("Chưa kiểm tra được tệp %s", stored.pk)
        return Seen((), (FAILED,))


def look_quickly(stored: StoredFile, *, name: str) -> Seen | None:
    """What a small stored file without pictures holds, while somebody waits; None for what needs more time."""
    with stored_files.open_file(stored.sha256) as file:
        return screen_quickly(file, name=name)


def _both(head: str, text: str, of_file: Seen) -> Seen:
    of_text = screen_text(f"{head}\n{text}")
    return Seen((*of_text.findings, *of_file.findings), of_file.unchecked, of_file.notes)


def _write(version: Version, seen: Seen, *, seconds: int) -> Screening:
    found = [
        {"kind": str(each.kind), "excerpt": each.excerpt, "place": each.place, "advice": each.advice}
        for each in seen.findings[:MOST_FOUND]
    ]
    declared = version.gate_answers.exclude(ground="").first()
    if declared is not None:
        place, advice = _("người soạn trả lời"), _("Hãy đọc điều khoản và xem có đúng là phải công khai không.")
        found.insert(0, {"kind": "declared", "excerpt": declared.ground, "place": place, "advice": advice})
    return Screening.objects.create(
        version=version, found=found, unchecked=list(seen.unchecked), notes=list(seen.notes), seconds=seconds
    )


def _tell(disclosure: Disclosure, version: Version, screening: Screening) -> None:
    """A notice to whoever wrote it; without the title, which may itself be what has to go."""
    account = version.cleared_by.removeprefix("user:")
    if not account.isdigit():
        return
    if screening.found or screening.unchecked:
        subject = _("Đã kiểm tra tệp, có điều cần xem lại: mục %(code)s")
        text = _("Hãy đưa bản đã sửa, hoặc nhờ người thứ hai xem và quyết định.")
    else:
        subject = _("Đã kiểm tra tệp, công khai được: mục %(code)s")
        text = _("Máy không thấy dữ liệu cá nhân hay dấu mật. Có thể ghi nhận nơi công khai.")
    notifications.notify(
        [
            Notice(
                user_id=int(account),
                subject=subject % {"code": disclosure.item.code},
                text=text,
                link=f"/cong-khai/viec/{disclosure.pk}/",
                key=f"screening:{version.pk}",
            )
        ]
    )


@transaction.atomic
def clear(*, disclosure: Disclosure, reason: str, by: Actor) -> Clearance:
    """A second person read what was found, and what could not be looked into, in the newest version and lets it out."""
    disclosure = _locked(disclosure)
    organization = disclosure.item.plan.organization
    access.check(by, access.Act.CLEAR, organization)
    version = queries.newest(disclosure)
    earlier = Clearance.objects.filter(version=version).first()
    if earlier is not None:
        return earlier
    if queries.is_waiting(version):
        raise Refused(_("Tệp đang được kiểm tra. Hãy đợi có kết quả rồi quyết định."))
    if version.cleared_by == by.key:
        raise Refused(_("Người soạn không tự cho phép được. Hãy nhờ người thứ hai xem và quyết định."))
    if not reason.strip():
        raise Refused(_("Hãy ghi lý do được công khai, ví dụ điều khoản buộc công khai danh sách này."))
    clearance = Clearance.objects.create(version=version, reason=nfc(reason).strip(), recorded_by=by.key)
    ledger.append(
        kind="disclosure.cleared",
        subject=f"disclosures.disclosure:{disclosure.pk}",
        by=by.key,
        locality=organization.locality.code,
        data={
            "version": version.number,
            "text": version.text_sha256,
            "file": version.file.sha256 if version.file else "",
        },
    )
    return clearance


@transaction.atomic
def hold_upload(*, key: str, name: str, chunks: Iterable[bytes], by: Actor) -> HeldUpload:
    """Keep a file whose form was not right for a day: a browser cannot send it again by itself."""
    stored = documents.store(data=chunks, name=name, by=by.key)
    held, _made = HeldUpload.objects.update_or_create(
        key=key, held_by=by.key, defaults={"file": stored, "file_name": safe_name(name)}
    )
    return held


def forget_held(*, at: datetime) -> int:
    """Files of forms that nobody sent again within a day are given up; how many."""
    old = HeldUpload.objects.filter(held_at__lt=at - HELD_FOR).select_related("file")
    files = [each.file for each in old]
    old.delete()
    return sum(documents.discard(stored=file) for file in files)


def _locked(disclosure: Disclosure) -> Disclosure:
    rows = Disclosure.objects.select_for_update(of=("self",)).select_related("item__plan__organization__locality")
    return rows.get(pk=disclosure.pk)
