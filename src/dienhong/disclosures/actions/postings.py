"""Record what was put up, read out, taken down; say when everything is done."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.disclosures import access, asking, queries
from dienhong.disclosures.models import Disclosure, Posting, Removal, Version
from dienhong.documents import actions as documents
from dienhong.documents.models import StoredFile
from dienhong.foundations import clock
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.registry.models import Locality, Organization
from lawcore.answers import Answer
from lawcore.disclosures import Form, Publisher
from lawcore.vietnamese import nfc

FINAL = ("archived",)


@dataclass(frozen=True, slots=True)
class Told:
    """One way in which it was made public, on the day claimed. `places`: where it hangs, for a posting."""

    form: str
    claimed_on: date
    places: Sequence[str] = ()
    village: Locality | None = None
    notice: str = ""
    last_on: date | None = None
    note: str = ""
    proof_name: str = ""
    proof: Iterable[bytes] | None = None


@transaction.atomic
def record(*, disclosure: Disclosure, told: Told, key: str, by: Actor, at: datetime) -> list[Posting]:
    """That the newest version was made public so; one posting for each place. The same `key`: the same postings."""
    disclosure = _locked(disclosure)
    access.check(by, access.Act.PUBLISH, disclosure.item.plan.organization)
    return _record(disclosure, told, key=key, by=by, at=at)


@transaction.atomic
def pass_on(*, disclosure: Disclosure, told: Told, key: str, by: Actor, at: datetime) -> list[Posting]:
    """LDC art. 13 cl. 2, 4: a village head put it up, or told it, in their own village."""
    disclosure = _locked(disclosure)
    village = told.village
    if village is None or disclosure.item.plan.kind != Publisher.COMMUNE:
        raise access.nothing()
    access.check_pass_on(by, village)
    if not village.path.startswith(disclosure.item.plan.organization.locality.path):
        raise access.nothing()
    return _record(disclosure, told, key=key, by=by, at=at)


@transaction.atomic
def remove(*, posting: Posting, claimed_on: date, reason: str, by: Actor, at: datetime) -> Removal:
    """It came down. Before the shortest time is over it needs a reason, and the days are counted anew."""
    disclosure = _locked(posting.version.disclosure)
    organization = disclosure.item.plan.organization
    access.check(by, access.Act.PUBLISH, organization)
    earlier = Removal.objects.filter(posting=posting).first()
    if earlier is not None:
        return earlier
    _check_day(claimed_on, not_before=posting.claimed_on, on=clock.legal_day(at))
    is_early = posting.stays_until is not None and claimed_on < posting.stays_until
    for_good = bool(disclosure.item.asked["result"]["for_good"]) and bool(posting.place)
    if (is_early or for_good) and not reason.strip():
        raise Refused(_("Gỡ trước khi đủ ngày thì phải ghi lý do."))
    removal = Removal.objects.create(
        posting=posting,
        claimed_on=claimed_on,
        is_early=is_early or for_good,
        reason=nfc(reason).strip(),
        recorded_by=by.key,
    )
    is_current = posting.version_id == queries.newest(disclosure).pk
    if removal.is_early and is_current and asking.can(disclosure.stage, "remove_early"):
        _restart(disclosure)
    ledger.append(
        kind="posting.removed",
        subject=f"disclosures.posting:{posting.pk}",
        by=by.key,
        locality=organization.locality.code,
        data={"early": removal.is_early},
        claimed_on=claimed_on,
    )
    settle(disclosure=disclosure, on=clock.legal_day(at))
    return removal


def settle(*, disclosure: Disclosure, on: date) -> Disclosure:
    """Moves it on where the law says that everything is done, or that it stays for good. Safe to repeat."""
    if disclosure.is_closed:
        return disclosure
    if disclosure.stage == "up" and disclosure.item.asked["result"]["for_good"]:
        if queries.completeness(disclosure, on=on).result:
            _move(disclosure, "keep")
    elif disclosure.stage == "up" and queries.completeness(disclosure, on=on).result:
        _move(disclosure, "complete")
    return disclosure


def settle_all(*, at: datetime) -> int:
    """Every disclosure that is out and not yet done; how many moved. Run by the worker, safe to be killed."""
    moved = 0
    found = Disclosure.objects.filter(stage="up", is_closed=False).order_by("pk").values_list("pk", flat=True)
    for pk in list(found):
        with transaction.atomic():
            disclosure = _locked_row(pk)
            moved += settle(disclosure=disclosure, on=clock.legal_day(at)).stage != "up"
    return moved


def _record(disclosure: Disclosure, told: Told, *, key: str, by: Actor, at: datetime) -> list[Posting]:
    first = f"{key}:0"
    earlier = list(Posting.objects.filter(key__startswith=f"{key}:").order_by("pk"))
    if any(each.key == first for each in earlier):
        return _same(earlier, disclosure)
    version = queries.newest(disclosure)
    on = clock.legal_day(at)
    _check(disclosure, version, told, on=on)
    proof = documents.store(data=told.proof, name=told.proof_name, by=by.key) if told.proof is not None else None
    places = tuple(told.places) or ("",)
    postings = [
        _post(version, told, place, proof, key=f"{key}:{position}", by=by) for position, place in enumerate(places)
    ]
    if disclosure.stage in queries.OWED:
        _move(disclosure, "publish" if disclosure.stage == "due" else "update")
    if disclosure.public_on is None or told.claimed_on < disclosure.public_on:
        disclosure.public_on = told.claimed_on
        disclosure.save(update_fields=["public_on"])
    organization = disclosure.item.plan.organization
    _sign(postings, organization, proof, by)
    settle(disclosure=disclosure, on=on)
    return postings


def _post(version: Version, told: Told, place: str, proof: StoredFile | None, *, key: str, by: Actor) -> Posting:
    least = _least(version.disclosure, told)
    return Posting.objects.create(
        version=version,
        form=told.form,
        place=place,
        village=told.village,
        notice=told.notice,
        claimed_on=told.claimed_on,
        last_on=(told.last_on or told.claimed_on) if told.form == Form.RADIO else None,
        stays_until=least.result if least is not None and told.form != Form.RADIO else None,
        least=least.stored() if least is not None else None,
        note=nfc(told.note).strip(),
        proof=proof,
        proof_name=told.proof_name[:200] if proof else "",
        key=key,
        recorded_by=by.key,
    )


def _least(disclosure: Disclosure, told: Told) -> Answer[Any] | None:
    """The shortest time of this way, where the law sets one."""
    kind = disclosure.item.plan.kind
    if told.form == Form.RADIO:
        return asking.last_broadcast(since=told.claimed_on)
    inside = told.form == Form.PORTAL and kind != Publisher.COMMUNE
    if (told.form == Form.POSTING or inside) and asking.stays_for_a_time(kind, disclosure.item.number):
        return asking.first_day_down(kind, since=told.claimed_on)
    return None


def _check(disclosure: Disclosure, version: Version, told: Told, *, on: date) -> None:
    if disclosure.is_closed or getattr(version, "withdrawal", None) is not None:
        raise Refused(_("Bản này đã rút. Hãy đưa bản mới lên trước khi ghi nhận nơi niêm yết."))
    if version.found and getattr(version, "clearance", None) is None:
        raise Refused(
            _("Có thông tin cần xem lại trong nội dung hoặc tệp. Hãy đưa bản đã sửa, hoặc nhờ người thứ hai cho phép.")
        )
    if disclosure.stage in FINAL:
        raise Refused(_("Nội dung này đã hết thời hạn công khai. Nếu có thay đổi, hãy mở bản mới."))
    _check_day(told.claimed_on, not_before=version.since, on=on)
    if told.last_on is not None and told.last_on < told.claimed_on:
        raise Refused(_("Ngày cuối không được trước ngày bắt đầu. Hãy xem lại hai ngày."))
    if told.form == Form.POSTING and not told.places:
        raise Refused(_("Hãy chọn nơi niêm yết."))


def _check_day(day: date, *, not_before: date, on: date) -> None:
    if day > on:
        raise Refused(_("Ngày thực hiện không được sau hôm nay. Chỉ ghi việc đã làm."))
    if day < not_before:
        raise Refused(
            _("Ngày thực hiện không được trước ngày %(day)s là ngày bắt đầu.") % {"day": f"{not_before:%d/%m/%Y}"}
        )


def _same(earlier: list[Posting], disclosure: Disclosure) -> list[Posting]:
    if any(each.version.disclosure_id != disclosure.pk for each in earlier):
        raise Refused(_("Mã yêu cầu này đã dùng cho một nội dung khác. Hãy tải lại trang và gửi lại."))
    return earlier


def _move(disclosure: Disclosure, event: str) -> None:
    disclosure.stage = asking.after(disclosure.stage, event)
    disclosure.save(update_fields=["stage"])


def _restart(disclosure: Disclosure) -> None:
    """What came down early is owed again, unless it still is public in another way."""
    hanging = Posting.objects.filter(version=queries.newest(disclosure), removal__isnull=True)
    _move(disclosure, "remove_early")
    first = hanging.order_by("claimed_on", "pk").first()
    if first is None:
        disclosure.public_on = None
        disclosure.save(update_fields=["public_on"])
    else:
        _move(disclosure, "publish")


def _sign(postings: list[Posting], organization: Organization, proof: StoredFile | None, by: Actor) -> None:
    first = postings[0]
    ledger.append(
        kind="posting.recorded",
        subject=f"disclosures.posting:{first.pk}",
        by=by.key,
        locality=organization.locality.code,
        data={
            "disclosure": first.version.disclosure_id,
            "version": first.version.number,
            "form": first.form,
            "places": [each.place for each in postings if each.place],
            "village": first.village.code if first.village else "",
            "proof": proof.sha256 if proof else "",
        },
        claimed_on=first.claimed_on,
    )


def _locked(disclosure: Disclosure) -> Disclosure:
    return _locked_row(disclosure.pk)


def _locked_row(pk: int) -> Disclosure:
    rows = Disclosure.objects.select_for_update(of=("self",)).select_related(
        "item__plan__organization__locality", "village"
    )
    return rows.get(pk=pk)
