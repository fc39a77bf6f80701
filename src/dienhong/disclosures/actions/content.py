"""Open a disclosure when something happens, disclose its change again, take it back."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from dienhong.disclosures import access, asking, queries
from dienhong.disclosures.models import Clearance, Disclosure, Item, Version, Withdrawal
from dienhong.disclosures.screening import screen_file, screen_text
from dienhong.documents import actions as documents
from dienhong.foundations import clock
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.registry.models import Locality, Organization
from lawcore.answers import Answer
from lawcore.vietnamese import nfc, search_folded

MOST_FOUND = 50
"""Findings that are kept of one version: who sees so many reads the whole file."""


@dataclass(frozen=True, slots=True)
class Content:
    """What is made public, and what happened on `since` that started its clock.

    `is_cleared`: the named actor read it and found no state secret, nothing not yet allowed, no personal data.
    """

    event: str
    since: date
    text: str = ""
    file_name: str = ""
    chunks: Iterable[bytes] | None = None
    is_cleared: bool = False


@dataclass(frozen=True, slots=True)
class Looked:
    """Content whose bytes were read and looked into: what was found, masked, and what could not be looked into."""

    content: Content
    text: str
    data: bytes
    found: list[dict[str, str]]
    unchecked: list[str]


def open_disclosure(
    *, item: Item, title: str, content: Content, key: str, by: Actor, at: datetime, village: Locality | None = None
) -> Disclosure:
    """LDC art. 12 cl. 3, 47 cl. 2, 65 cl. 2: the clock starts on the day of the decision. The same `key`: the same.

    What is published is looked into before the transaction: a scan can take minutes, and nobody waits for its locks.
    """
    access.check(by, access.Act.PUBLISH, item.plan.organization)
    earlier = Version.objects.select_related("disclosure__item").filter(key=key).first()
    if earlier is not None:
        return _same(earlier, item=item)
    _check(content, on=clock.legal_day(at))
    looked = _looked_into(nfc(title).strip(), content)
    return _opened(item=item, title=title, looked=looked, key=key, by=by, at=at, village=village)


@transaction.atomic
def _opened(
    *, item: Item, title: str, looked: Looked, key: str, by: Actor, at: datetime, village: Locality | None
) -> Disclosure:
    content = looked.content
    organization = item.plan.organization
    access.check(by, access.Act.PUBLISH, organization)
    earlier = Version.objects.select_related("disclosure__item").filter(key=key).first()
    if earlier is not None:
        return _same(earlier, item=item)
    title = nfc(title).strip()
    if not title:
        raise Refused(_("Hãy ghi tên của quyết định, văn bản cần công khai."))
    _check(content, on=clock.legal_day(at))
    if village is not None and village.path != f"{organization.locality.path}{village.pk}/":
        raise Refused(_("Thôn này không thuộc địa bàn của cơ quan. Hãy chọn lại."))
    due = asking.last_day(item.plan.kind, since=content.since)
    disclosure = _create(item, title, village, content, due, by)
    version = _write(disclosure, 1, looked, due, key=key, by=by)
    _sign("disclosure.opened", disclosure, version, organization, by)
    return disclosure


def change(*, disclosure: Disclosure, content: Content, key: str, by: Actor, at: datetime) -> Disclosure:
    """LDC art. 14 cl. 1: what changed is disclosed again, with a clock of its own; earlier versions stay."""
    access.check(by, access.Act.PUBLISH, disclosure.item.plan.organization)
    earlier = Version.objects.select_related("disclosure__item").filter(key=key).first()
    if earlier is not None:
        return _same(earlier, item=disclosure.item)
    _check(content, on=clock.legal_day(at))
    return _changed(disclosure=disclosure, looked=_looked_into(disclosure.title, content), key=key, by=by, at=at)


@transaction.atomic
def _changed(*, disclosure: Disclosure, looked: Looked, key: str, by: Actor, at: datetime) -> Disclosure:
    content = looked.content
    disclosure = _locked(disclosure)
    organization = disclosure.item.plan.organization
    access.check(by, access.Act.PUBLISH, organization)
    earlier = Version.objects.select_related("disclosure__item").filter(key=key).first()
    if earlier is not None:
        return _same(earlier, item=disclosure.item)
    _check(content, on=clock.legal_day(at))
    last = queries.newest(disclosure)
    if content.since < last.since:
        raise Refused(
            _("Ngày thay đổi không được trước ngày của bản trước (%(day)s).") % {"day": f"{last.since:%d/%m/%Y}"}
        )
    if disclosure.stage == "due" or getattr(last, "withdrawal", None) is not None:
        due, stage = asking.last_day(disclosure.item.plan.kind, since=content.since), disclosure.stage
    else:
        due = asking.last_day_of_change(disclosure.item.plan.kind, since=content.since)
        stage = disclosure.stage if disclosure.stage == "changed" else asking.after(disclosure.stage, "change")
    version = _write(disclosure, last.number + 1, looked, due, key=key, by=by)
    disclosure.stage, disclosure.due_on, disclosure.public_on = stage, due.result, None
    disclosure.search = _folded(disclosure.item, disclosure.title, content)
    disclosure.save(update_fields=["stage", "due_on", "public_on", "search"])
    _sign("disclosure.changed", disclosure, version, organization, by)
    return disclosure


@transaction.atomic
def clear(*, disclosure: Disclosure, reason: str, by: Actor) -> Clearance:
    """A second person read what screening found in the newest version and lets it out; the reason is kept."""
    disclosure = _locked(disclosure)
    organization = disclosure.item.plan.organization
    access.check(by, access.Act.CLEAR, organization)
    version = queries.newest(disclosure)
    earlier = Clearance.objects.filter(version=version).first()
    if earlier is not None:
        return earlier
    if version.cleared_by == by.key:
        raise Refused(_("Người soạn không tự cho phép được. Hãy nhờ người thứ hai xem và quyết định."))
    if not reason.strip():
        raise Refused(_("Hãy ghi lý do được công khai, ví dụ điều khoản buộc công khai danh sách này."))
    clearance = Clearance.objects.create(version=version, reason=nfc(reason).strip(), recorded_by=by.key)
    _sign("disclosure.cleared", disclosure, version, organization, by)
    return clearance


@transaction.atomic
def hold(*, disclosure: Disclosure, waits_for: str, by: Actor) -> Disclosure:
    """For whom it waits, as everybody may read; empty when it waits no more. The clock goes on."""
    disclosure = _locked(disclosure)
    organization = disclosure.item.plan.organization
    access.check(by, access.Act.PUBLISH, organization)
    disclosure.waits_for = nfc(waits_for).strip()
    disclosure.save(update_fields=["waits_for"])
    _sign("disclosure.noted", disclosure, queries.newest(disclosure), organization, by)
    return disclosure


@transaction.atomic
def withdraw(
    *,
    disclosure: Disclosure,
    reason: str,
    signer_post: str,
    signer_name: str,
    is_owed_again: bool,
    by: Actor,
) -> Withdrawal:
    """The newest version is shown no more from now on; its hashes, the reason and the signer stay."""
    disclosure = _locked(disclosure)
    organization = disclosure.item.plan.organization
    access.check(by, access.Act.WITHDRAW, organization)
    version = queries.newest(disclosure)
    earlier = Withdrawal.objects.filter(version=version).first()
    if earlier is not None:
        return earlier
    if not reason.strip() or not signer_name.strip() or not signer_post.strip():
        raise Refused(_("Hãy ghi lý do rút, chức vụ và họ tên người quyết định."))
    withdrawal = Withdrawal.objects.create(
        version=version,
        reason=nfc(reason).strip(),
        signer_post=nfc(signer_post).strip(),
        signer_name=nfc(signer_name).strip(),
        is_owed_again=is_owed_again,
        recorded_by=by.key,
    )
    if is_owed_again and asking.can(disclosure.stage, "remove_early"):
        disclosure.stage = asking.after(disclosure.stage, "remove_early")
    disclosure.is_closed = not is_owed_again
    if is_owed_again:
        disclosure.public_on = None
    disclosure.save(update_fields=["stage", "is_closed", "public_on"])
    _sign("disclosure.withdrawn", disclosure, version, organization, by)
    return withdrawal


def _check(content: Content, *, on: date) -> None:
    if content.since > on:
        raise Refused(_("Ngày ký quyết định, văn bản không được sau hôm nay."))
    if not content.event.strip():
        raise Refused(_("Hãy ghi việc làm phát sinh nghĩa vụ công khai, ví dụ: Quyết định số 15/QĐ-UBND."))
    if not content.text.strip() and content.chunks is None:
        raise Refused(_("Hãy nhập nội dung công khai hoặc chọn tệp."))
    if not content.is_cleared:
        raise Refused(
            _("Hãy đọc lại và xác nhận: không có bí mật nhà nước, thông tin chưa được công khai, dữ liệu cá nhân.")
        )


def _create(
    item: Item, title: str, village: Locality | None, content: Content, due: Answer[date], by: Actor
) -> Disclosure:
    try:
        with transaction.atomic():
            return Disclosure.objects.create(
                item=item,
                title=title,
                search=_folded(item, title, content),
                village=village,
                begun_on=content.since,
                due_on=due.result,
                created_by=by.key,
            )
    except IntegrityError as twice:
        raise Refused(_("Nội dung này, với tên và ngày này, đã được mở rồi. Hãy tìm trong danh sách.")) from twice


def _folded(item: Item, title: str, content: Content) -> str:
    return search_folded(f"{title} {item.label} {content.event} {content.text[:2000]}")


def _looked_into(title: str, content: Content) -> Looked:
    """The content with its bytes read once and what screening found in it. May take minutes: in no transaction."""
    text, data = nfc(content.text).strip(), b"".join(content.chunks or ())
    found, unchecked = _screened(f"{title}\n{text}", data, content.file_name)
    return Looked(content, text, data, found, unchecked)


def _write(disclosure: Disclosure, number: int, looked: Looked, due: Answer[date], *, key: str, by: Actor) -> Version:
    content, text = looked.content, looked.text
    stored = None
    if content.chunks is not None:
        stored = documents.store(data=looked.data, name=content.file_name, by=by.key)
    return Version.objects.create(
        disclosure=disclosure,
        number=number,
        event=nfc(content.event).strip(),
        since=content.since,
        due_on=due.result,
        due=due.stored(),
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest() if text else "",
        file=stored,
        file_name=content.file_name[:200] if stored else "",
        key=key,
        cleared_by=by.key,
        found=looked.found,
        unchecked=looked.unchecked,
    )


def _screened(text: str, data: bytes, name: str) -> tuple[list[dict[str, str]], list[str]]:
    """What was found in the text and in the file, masked, and what could not be looked into."""
    looked = [screen_text(text), *([screen_file(data, name=name)] if data else [])]
    found = [
        {"kind": str(each.kind), "excerpt": each.excerpt, "place": each.place, "advice": each.advice}
        for one in looked
        for each in one.findings
    ]
    return found[:MOST_FOUND], [why for one in looked for why in one.unchecked]


def _same(version: Version, *, item: Item) -> Disclosure:
    if version.disclosure.item_id != item.pk:
        raise Refused(_("Mã yêu cầu này đã dùng cho một nội dung khác. Hãy tải lại trang và gửi lại."))
    return version.disclosure


def _locked(disclosure: Disclosure) -> Disclosure:
    rows = Disclosure.objects.select_for_update(of=("self",)).select_related("item__plan__organization__locality")
    return rows.get(pk=disclosure.pk)


def _sign(kind: str, disclosure: Disclosure, version: Version, organization: Organization, by: Actor) -> None:
    ledger.append(
        kind=kind,
        subject=f"disclosures.disclosure:{disclosure.pk}",
        by=by.key,
        locality=organization.locality.code,
        data={
            "content": disclosure.item.code,
            "version": version.number,
            "due": version.due_on.isoformat(),
            "text": version.text_sha256,
            "file": version.file.sha256 if version.file else "",
        },
        claimed_on=version.since,
    )
