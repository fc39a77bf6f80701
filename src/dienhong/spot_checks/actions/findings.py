"""Record what was found on the spot, beside the claim; answer it, without changing it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.disclosures.screening import screen_text
from dienhong.documents import actions as documents
from dienhong.documents.models import StoredFile
from dienhong.foundations.actors import Actor
from dienhong.foundations.clock import legal_day
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.spot_checks import access, queries
from dienhong.spot_checks.access import Act
from dienhong.spot_checks.models import Finding, Reply, Result, Sample
from lawcore.vietnamese import nfc

NEEDS_NOTE = frozenset({Result.NOT_LOOKED, Result.OTHER_VERSION})
"""Results that nobody understands without a word about them."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What somebody saw on a day they name; the photograph in chunks, where there is one."""

    result: str
    checked_on: date
    note: str = ""
    photo_name: str = ""
    photo: Iterable[bytes] | None = None


@transaction.atomic
def record(*, sample: Sample, seen: Seen, key: str, by: Actor, at: datetime) -> Finding:
    """What was found; a second one corrects the first, which stays. The same `key`: the same finding."""
    sample = _locked(sample)
    unit = queries.unit_of(sample)
    access.check(by, Act.CHECK, unit.locality, unit)
    earlier = Finding.objects.filter(key=key).first()
    if earlier is not None:
        if earlier.sample_id != sample.pk:
            raise _other()
        return earlier
    _check(sample, seen, on=legal_day(at))
    photo = _stored(seen.photo, seen.photo_name, by)
    last = sample.findings.order_by("-number").first()
    finding = Finding.objects.create(
        sample=sample,
        number=last.number + 1 if last else 1,
        result=seen.result,
        checked_on=seen.checked_on,
        note=nfc(seen.note).strip(),
        photo=photo,
        photo_name=seen.photo_name[:200] if photo else "",
        key=key,
        recorded_by=by.key,
    )
    ledger.append(
        kind="finding.recorded",
        subject=f"spot_checks.finding:{finding.pk}",
        by=by.key,
        locality=unit.locality.code,
        data={
            "round": sample.round_id,
            "unit": sample.unit,
            "number": finding.number,
            "result": finding.result,
            "photo": photo.sha256 if photo else "",
        },
        claimed_on=seen.checked_on,
    )
    return finding


@transaction.atomic
def reply(*, finding: Finding, text: str, photo_name: str, photo: Iterable[bytes] | None, key: str, by: Actor) -> Reply:
    """What the unit says to a finding; everybody reads it beside the finding. The same `key`: the same reply."""
    unit = queries.unit_of(finding.sample)
    access.check(by, Act.REPLY, unit.locality, unit)
    earlier = Reply.objects.filter(key=key).first()
    if earlier is not None:
        if earlier.finding_id != finding.pk:
            raise _other()
        return earlier
    text = nfc(text).strip()
    if not text:
        raise Refused(_("Hãy ghi nội dung trả lời, ví dụ: đã treo lại ngày nào, ở đâu."))
    if found := screen_text(text).findings:
        raise Refused(
            _("Lời trả lời hiện trên trang của người dân nên không ghi %(what)s. Hãy bỏ đi rồi gửi lại.")
            % {"what": found[0].excerpt}
        )
    stored = _stored(photo, photo_name, by)
    made = Reply.objects.create(
        finding=finding,
        text=text,
        photo=stored,
        photo_name=photo_name[:200] if stored else "",
        key=key,
        recorded_by=by.key,
    )
    ledger.append(
        kind="finding.answered",
        subject=f"spot_checks.finding:{finding.pk}",
        by=by.key,
        locality=unit.locality.code,
        data={"photo": stored.sha256 if stored else ""},
    )
    return made


def _check(sample: Sample, seen: Seen, *, on: date) -> None:
    if seen.result not in Result.values:
        raise Refused(_("Hãy chọn kết quả đã thấy."))
    if seen.checked_on > on:
        raise Refused(_("Ngày đến xem không được sau hôm nay. Chỉ ghi việc đã làm."))
    drawn_on = legal_day(sample.round.drawing.recorded_at)
    if seen.checked_on < drawn_on:
        raise Refused(_("Ngày đến xem không được trước ngày rút mẫu (%(day)s).") % {"day": f"{drawn_on:%d/%m/%Y}"})
    if seen.result in NEEDS_NOTE and not seen.note.strip():
        raise Refused(_("Hãy ghi rõ: bản nào đang treo, hoặc vì sao không kiểm tra được."))


def _stored(photo: Iterable[bytes] | None, name: str, by: Actor) -> StoredFile | None:
    return documents.store(data=photo, name=name, by=by.key) if photo is not None else None


def _other() -> Refused:
    return Refused(_("Mã yêu cầu này đã dùng cho một nơi khác. Hãy tải lại trang và gửi lại."))


def _locked(sample: Sample) -> Sample:
    rows = Sample.objects.select_for_update(of=("self",)).select_related(
        "round__drawing", "posting__version__disclosure__item__plan__organization__locality"
    )
    return rows.get(pk=sample.pk)
