"""Open a disclosure when something happens, disclose its change again, take it back."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Self

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from dienhong.disclosures import access, asking, queries
from dienhong.disclosures.actions.announcing import announce
from dienhong.disclosures.actions.gate import Looked, guard, looked_into, open_words, safe_name
from dienhong.disclosures.actions.repeating import repeat
from dienhong.disclosures.models import Disclosure, Item, Version, Withdrawal
from dienhong.foundations import clock
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.registry.models import Locality, Organization
from lawcore.answers import Answer
from lawcore.vietnamese import nfc, search_folded, without_invisible

EARLIEST_YEAR = 1945  # of any decision of this state
WAITS = re.compile(r"^(?:đang )?chờ\s+", re.IGNORECASE)  # what pages and papers say before it by themselves


class PublishedElsewhere(Refused):
    """The same title of the same day, or the same file, is disclosed under another content. They may mean it."""


@dataclass(frozen=True, slots=True)
class Content:
    """What is made public, and what happened on `since` that started its clock.

    `is_cleared`: the named actor answered the three questions of the gate: no state secret, nothing not yet allowed, no
    personal data, or personal data that must be disclosed by `personal_ground`; then a second person decides.
    `is_again`: they know that the same is disclosed elsewhere too, and mean it.
    """

    event: str
    since: date
    text: str = ""
    file_name: str = ""
    chunks: Iterable[bytes] | None = None
    is_cleared: bool = False
    personal_ground: str = ""
    is_again: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """What happened on `since`, by when it must be out, and the answer of the law that says so, as stored."""

    event: str
    since: date
    due_on: date
    due: Mapping[str, Any]

    @classmethod
    def answered(cls, event: str, since: date, due: Answer[date]) -> Self:
        """The clock that an answer of the law starts."""
        return cls(event, since, due.result, due.stored())


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
    looked = _looked_into(f"{nfc(title).strip()}\n{content.event}", content, by)
    return _opened(item=item, title=title, content=content, looked=looked, key=key, by=by, at=at, village=village)


@transaction.atomic
def _opened(
    *,
    item: Item,
    title: str,
    content: Content,
    looked: Looked,
    key: str,
    by: Actor,
    at: datetime,
    village: Locality | None,
) -> Disclosure:
    organization = item.plan.organization
    access.check(by, access.Act.PUBLISH, organization)
    earlier = Version.objects.select_related("disclosure__item").filter(key=key).first()
    if earlier is not None:
        return _same(earlier, item=item)
    title = without_invisible(nfc(title)).strip()
    if not title:
        raise Refused(_("Hãy ghi tên của quyết định, văn bản cần công khai."))
    _check(content, on=clock.legal_day(at))
    if village is not None and village.path != f"{organization.locality.path}{village.pk}/":
        raise Refused(_("Thôn này không thuộc địa bàn của cơ quan. Hãy chọn lại."))
    clock_of_it = Clock.answered(content.event, content.since, _last_day(item, content.since))
    if not content.is_again:
        _check_elsewhere(item, title, content, looked)
    disclosure = create(item, title, village, clock_of_it, by=by, text=content.text)
    version = _write(disclosure, 1, content, looked, clock_of_it, key=key, by=by)
    sign("disclosure.opened", disclosure, version, organization, by)
    announce(disclosure)
    return disclosure


def change(*, disclosure: Disclosure, content: Content, key: str, by: Actor, at: datetime) -> Disclosure:
    """LDC art. 14 cl. 1: what changed is disclosed again, with a clock of its own; earlier versions stay."""
    access.check(by, access.Act.PUBLISH, disclosure.item.plan.organization)
    earlier = Version.objects.select_related("disclosure__item").filter(key=key).first()
    if earlier is not None:
        return _same(earlier, item=disclosure.item)
    _check(content, on=clock.legal_day(at))
    looked = _looked_into(f"{disclosure.title}\n{content.event}", content, by)
    return _changed(disclosure=disclosure, content=content, looked=looked, key=key, by=by, at=at)


@transaction.atomic
def _changed(
    *, disclosure: Disclosure, content: Content, looked: Looked, key: str, by: Actor, at: datetime
) -> Disclosure:
    disclosure = _locked(disclosure)
    organization = disclosure.item.plan.organization
    access.check(by, access.Act.PUBLISH, organization)
    earlier = Version.objects.select_related("disclosure__item").filter(key=key).first()
    if earlier is not None:
        return _same(earlier, item=disclosure.item)
    _check(content, on=clock.legal_day(at))
    last = queries.newest(disclosure)
    if content.since < last.since:
        raise Refused(_("Ngày này không được trước ngày của bản trước (%(day)s).") % {"day": f"{last.since:%d/%m/%Y}"})
    runs, stage = _next_clock(disclosure, last, content)
    version = _write(disclosure, last.number + 1, content, looked, runs, key=key, by=by)
    disclosure.stage, disclosure.due_on, disclosure.public_on = stage, runs.due_on, None
    disclosure.is_closed, disclosure.closed_on = False, None  # what was no longer owed is disclosed after all
    disclosure.search = folded(disclosure.item, disclosure.title, runs.event, content.text)
    disclosure.save(update_fields=["stage", "due_on", "public_on", "is_closed", "closed_on", "search"])
    repeat(disclosure)
    sign("disclosure.changed", disclosure, version, organization, by)
    announce(disclosure)
    return disclosure


@transaction.atomic
def hold(*, disclosure: Disclosure, waits_for: str, by: Actor) -> Disclosure:
    """For whom it waits, as everybody may read; empty when it waits no more. The clock goes on."""
    disclosure = _locked(disclosure)
    organization = disclosure.item.plan.organization
    access.check(by, access.Act.PUBLISH, organization)
    disclosure.waits_for = WAITS.sub("", open_words(waits_for))
    disclosure.save(update_fields=["waits_for"])
    sign("disclosure.noted", disclosure, queries.newest(disclosure), organization, by)
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
    on: date,
) -> Withdrawal:
    """The newest version is shown no more from now on; its hashes, the reason and the signer stay.

    Nor are earlier ones that hold the same words or file; where nothing is owed again, none of them. What is closed so
    after its last day goes on counting as it counted: nobody closes what is overdue out of the figures
    (LDC art. 14 cl. 1).
    """
    disclosure = _locked(disclosure)
    organization = disclosure.item.plan.organization
    access.check(by, access.Act.WITHDRAW, organization)
    version = queries.newest(disclosure)
    earlier = Withdrawal.objects.filter(version=version).first()
    if earlier is not None:
        return earlier
    if not reason.strip() or not signer_name.strip() or not signer_post.strip():
        raise Refused(_("Hãy ghi lý do rút, chức vụ và họ tên người quyết định."))
    said = {
        "reason": open_words(reason),
        "signer_post": nfc(signer_post).strip(),
        "signer_name": nfc(signer_name).strip(),
        "recorded_by": by.key,
    }
    withdrawal = Withdrawal.objects.create(version=version, is_owed_again=is_owed_again, **said)
    still_shown = disclosure.versions.filter(number__gt=0, withdrawal__isnull=True).order_by("pk")
    for each in still_shown:
        if not is_owed_again or hold_the_same(each, version):
            Withdrawal.objects.create(version=each, is_owed_again=False, **said)
    disclosure.is_closed, disclosure.closed_on = not is_owed_again, None if is_owed_again else on
    if is_owed_again:
        disclosure.stage, disclosure.public_on = _owed_again(disclosure.stage), None
    disclosure.save(update_fields=["stage", "is_closed", "closed_on", "public_on"])
    repeat(disclosure)
    sign("disclosure.withdrawn", disclosure, version, organization, by)
    announce(disclosure)
    return withdrawal


def hold_the_same(one: Version, other: Version) -> bool:
    """Whether two versions have the same words, or the same file, byte for byte."""
    same_words = bool(one.text_sha256) and one.text_sha256 == other.text_sha256
    return same_words or (one.file_id is not None and one.file_id == other.file_id)


def _check(content: Content, *, on: date) -> None:
    if content.since > on:
        raise Refused(_("Ngày ký quyết định, văn bản không được sau hôm nay."))
    if content.since.year < EARLIEST_YEAR:
        raise Refused(_("Năm %(year)s có lẽ gõ nhầm. Hãy ghi đủ bốn chữ số của năm.") % {"year": content.since.year})
    if not content.event.strip():
        raise Refused(_("Hãy ghi việc làm phát sinh nghĩa vụ công khai, ví dụ: Quyết định số 15/QĐ-UBND."))
    if not content.text.strip() and content.chunks is None:
        raise Refused(_("Hãy nhập nội dung công khai hoặc chọn tệp."))
    if not content.is_cleared:
        raise Refused(
            _("Hãy trả lời ba câu hỏi: bí mật nhà nước, thông tin chưa được phép công khai, dữ liệu cá nhân.")
        )


def _last_day(item: Item, since: date) -> Answer[date]:
    """By when what was decided on this day is out: by the law of the field where the plan names it."""
    return asking.last_day(item.plan.kind, since=since, by_other_law=queries.day_of_the_field(item, since=since))


def _next_clock(disclosure: Disclosure, last: Version, content: Content) -> tuple[Clock, str]:
    """The clock of the version that comes now, and the stage it leads to.

    A clock that ran before its content was there goes on; only figures of a period, for which no law names a day,
    are counted from the paper that brings them. What was never out, a change too, is owed since it first was: no
    newer paper turns something overdue into something new.
    """
    item, stage = disclosure.item, disclosure.stage
    is_withdrawn = getattr(last, "withdrawal", None) is not None
    if not last.has_content and (not asking.is_target(last.due) or content.since == last.since):
        return Clock(last.event, last.since, last.due_on, last.due), stage
    if stage in queries.OWED and last.has_content and not is_withdrawn:
        event = last.event if content.event.strip() in {"", last.event} else f"{last.event}; {content.event.strip()}"
        return Clock(event[:300], last.since, last.due_on, last.due), stage
    if stage == "due" or is_withdrawn:
        return Clock.answered(content.event, content.since, _last_day(item, content.since)), _owed_again(stage)
    due = asking.last_day_of_change(item.plan.kind, since=content.since)
    return Clock.answered(content.event, content.since, due), asking.after(stage, "change")


def _owed_again(stage: str) -> str:
    """LDC art. 14 cl. 1: what was out, or done, has changed and comes out anew; what is owed anyway stays so."""
    return asking.after(stage, "change") if asking.can(stage, "change") else stage


def create(
    item: Item, title: str, village: Locality | None, runs: Clock, *, by: Actor, text: str = "", source: str = ""
) -> Disclosure:
    """The row of a disclosure whose clock runs. Refused where the same thing of the same day was opened already.

    The content is held meanwhile: it is not taken out of the plan at the same moment.
    """
    if Item.objects.select_for_update().get(pk=item.pk).removed_on is not None:
        raise Refused(_("Nội dung này đã bỏ khỏi kế hoạch nên không mở công khai được."))
    try:
        with transaction.atomic():
            return Disclosure.objects.create(
                item=item,
                plan=item.plan,
                title=title,
                search=folded(item, title, runs.event, text),
                village=village,
                begun_on=runs.since,
                due_on=runs.due_on,
                is_whole=not item.asked["result"]["forms"],
                source=source,
                created_by=by.key,
            )
    except IntegrityError as twice:
        raise Refused(_("Nội dung này, với tên và ngày này, đã được mở rồi. Hãy tìm trong danh sách.")) from twice


def folded(item: Item, title: str, event: str, text: str) -> str:
    """What a disclosure is found by."""
    return search_folded(f"{title} {item.label} {event} {text[:2000]}")


def _looked_into(head: str, content: Content, by: Actor) -> Looked:
    """`head`: the title and the event, which stand above the text on the page of everybody."""
    return looked_into(head, content.text, name=content.file_name, chunks=content.chunks, by=by)


def _write(
    disclosure: Disclosure, number: int, content: Content, looked: Looked, runs: Clock, *, key: str, by: Actor
) -> Version:
    text = looked.text
    version = Version.objects.create(
        disclosure=disclosure,
        number=number,
        event=nfc(runs.event).strip(),
        since=runs.since,
        due_on=runs.due_on,
        due=runs.due,
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest() if text else "",
        file=looked.file,
        file_name=safe_name(content.file_name) if looked.file else "",
        key=key,
        cleared_by=by.key,
    )
    guard(version, looked, personal_ground=nfc(content.personal_ground).strip(), by=by)
    return version


def _check_elsewhere(item: Item, title: str, content: Content, looked: Looked) -> None:
    there = queries.same_elsewhere(item, title=title, since=content.since, file=looked.file)
    if there:
        places = "; ".join(
            _("%(title)s (mục %(code)s)") % {"title": each.title, "code": each.item.code} for each in there
        )
        raise PublishedElsewhere(
            _("Nội dung hoặc tệp này đã mở công khai ở: %(places)s. Nếu vẫn cần mở, hãy đánh dấu “Vẫn mở” rồi gửi lại.")
            % {"places": places}
        )


def _same(version: Version, *, item: Item) -> Disclosure:
    if version.disclosure.item_id != item.pk:
        raise Refused(_("Mã yêu cầu này đã dùng cho một nội dung khác. Hãy tải lại trang và gửi lại."))
    return version.disclosure


def _locked(disclosure: Disclosure) -> Disclosure:
    rows = Disclosure.objects.select_for_update(of=("self",)).select_related("item__plan__organization__locality")
    return rows.get(pk=disclosure.pk)


def sign(kind: str, disclosure: Disclosure, version: Version, organization: Organization, by: Actor) -> None:
    """The entry of the ledger: hashes and days, nothing that says who or what."""
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
