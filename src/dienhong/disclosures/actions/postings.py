"""Record what was put up, read out, taken down; say when everything is done."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.disclosures import access, asking, queries
from dienhong.disclosures.actions.announcing import announce
from dienhong.disclosures.actions.gate import open_words
from dienhong.disclosures.actions.repeating import repeat
from dienhong.disclosures.models import Disclosure, Posting, Removal, Version, Withdrawal
from dienhong.documents import actions as documents
from dienhong.documents.models import StoredFile
from dienhong.foundations import clock
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.registry.models import Locality, Organization
from lawcore.answers import Answer
from lawcore.disclosures import Form, Publisher

FINAL = ("archived",)


@dataclass(frozen=True, slots=True)
class Told:
    """One way in which it was made public, on the day claimed. `places`: where it hangs, for a posting.

    Of a village head: `days` on which the loudspeaker repeated it; `version` that was put up or told; `reader`, the
    post of who read it out, before how many `households`; `is_agreed`, that the community agreed on the network;
    `entered_at` by the telephone's own clock, `by_sync` when it waited there for a signal.
    """

    form: str
    claimed_on: date
    places: Sequence[str] = ()
    village: Locality | None = None
    notice: str = ""
    last_on: date | None = None
    note: str = ""
    proof_name: str = ""
    proof: Iterable[bytes] | None = None
    days: Sequence[date] = ()
    version: int | None = None
    reader: str = ""
    households: int | None = None
    is_agreed: bool | None = None
    entered_at: datetime | None = None
    by_sync: bool = False


@transaction.atomic
def record(*, disclosure: Disclosure, told: Told, key: str, by: Actor, at: datetime) -> list[Posting]:
    """That the newest version was made public so; one posting for each place. The same `key`: the same postings."""
    disclosure = locked(disclosure)
    access.check(by, access.Act.PUBLISH, disclosure.item.plan.organization)
    earlier = sent_before(disclosure, key)
    if earlier:
        return earlier
    return count(disclosure, queries.newest(disclosure), by_place(told), key=key, by=by, on=clock.legal_day(at))


@transaction.atomic
def remove(*, posting: Posting, claimed_on: date, reason: str, by: Actor, at: datetime) -> Removal:
    """It came down. Before the shortest time is over it needs a reason, and the days are counted anew.

    What was withdrawn has to come down: that is never too early.
    """
    disclosure = locked(posting.version.disclosure)
    organization = disclosure.item.plan.organization
    access.check(by, access.Act.PUBLISH, organization)
    earlier = Removal.objects.filter(posting=posting).first()
    if earlier is not None:
        return earlier
    check_day(claimed_on, not_before=posting.claimed_on, on=clock.legal_day(at))
    is_too_soon = posting.stays_until is not None and claimed_on < posting.stays_until
    for_good = bool(disclosure.item.asked["result"]["for_good"]) and bool(posting.place)
    is_early = (is_too_soon or for_good) and not Withdrawal.objects.filter(version=posting.version_id).exists()
    if is_early and not reason.strip():
        raise Refused(_("Gỡ trước khi đủ ngày thì phải ghi lý do."))
    removal = Removal.objects.create(
        posting=posting,
        claimed_on=claimed_on,
        is_early=is_early,
        reason=open_words(reason),
        recorded_by=by.key,
    )
    repeat(disclosure)
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
    announce(disclosure)
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


def sent_before(disclosure: Disclosure, key: str) -> list[Posting]:
    """What an earlier call with this key recorded; Refused where it was of something else."""
    earlier = list(Posting.objects.filter(key__startswith=f"{key}:").order_by("pk"))
    if not any(each.key == f"{key}:0" for each in earlier):
        return []
    if any(each.version.disclosure_id != disclosure.pk for each in earlier):
        raise Refused(_("Mã yêu cầu này đã dùng cho một nội dung khác. Hãy tải lại trang và gửi lại."))
    return earlier


def by_place(told: Told) -> tuple[Told, ...]:
    """The same, once for each place."""
    return tuple(replace(told, places=(place,)) for place in told.places) or (told,)


def count(
    disclosure: Disclosure, version: Version, tellings: Sequence[Told], *, key: str, by: Actor, on: date
) -> list[Posting]:
    """Records postings of the version that counts now; what is out in a required way moves the disclosure on.

    A way that the law does not ask for is kept, and makes nothing public in time (LDC art. 13 cl. 5).
    """
    for told in tellings:
        _check(disclosure, version, told, on=on)
    made = write(version, tellings, key=key, by=by)
    required = disclosure.item.asked["result"]["forms"]
    first = min((each.claimed_on for each in tellings if asking.is_required(each.form, required)), default=None)
    if first is not None and disclosure.stage in queries.OWED:
        _move(disclosure, "publish" if disclosure.stage == "due" else "update")
    if first is not None and (disclosure.public_on is None or first < disclosure.public_on):
        disclosure.public_on = first
        disclosure.save(update_fields=["public_on"])
    announce(disclosure)
    settle(disclosure=disclosure, on=on)
    return made


def write(version: Version, tellings: Sequence[Told], *, key: str, by: Actor) -> list[Posting]:
    """The rows and their entry of the ledger, with one proof for all."""
    tellings = [replace(each, note=open_words(each.note)) for each in tellings]
    told = tellings[0]
    proof = documents.store(data=told.proof, name=told.proof_name, by=by.key) if told.proof is not None else None
    made = [_post(version, each, proof, key=f"{key}:{position}", by=by) for position, each in enumerate(tellings)]
    repeat(version.disclosure)
    _sign(made, version.disclosure.item.plan.organization, proof, by)
    return made


def _post(version: Version, told: Told, proof: StoredFile | None, *, key: str, by: Actor) -> Posting:
    least = _least(version.disclosure, told)
    place = told.places[0] if told.places else ""
    own = version.disclosure.village if place in queries.VILLAGE_PLACES else None  # nobody claims the other villages
    return Posting.objects.create(
        version=version,
        form=told.form,
        place=place,
        village=told.village or own,
        notice=told.notice,
        claimed_on=told.claimed_on,
        last_on=(told.last_on or told.claimed_on) if told.form == Form.RADIO else None,
        stays_until=least.result if least is not None and told.form != Form.RADIO else None,
        least=least.stored() if least is not None else None,
        note=told.note,
        proof=proof,
        proof_name=told.proof_name[:200] if proof else "",
        key=key,
        reader=told.reader,
        households=told.households,
        is_agreed=told.is_agreed,
        entered_at=told.entered_at,
        by_sync=told.by_sync,
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
    if not version.has_content:
        raise Refused(_("Chưa có nội dung để công khai. Hãy đưa nội dung lên rồi ghi nhận."))
    if disclosure.is_closed or getattr(version, "withdrawal", None) is not None:
        raise Refused(_("Bản này đã rút. Hãy đưa bản mới lên trước khi ghi nhận nơi niêm yết."))
    if queries.is_waiting(version):
        raise Refused(_("Tệp đang được kiểm tra. Hãy đợi có kết quả rồi ghi nhận; sẽ có thông báo khi xong."))
    if queries.is_stopped(version):
        raise Refused(
            _("Có thông tin cần xem lại trong nội dung hoặc tệp. Hãy đưa bản đã sửa, hoặc nhờ người thứ hai cho phép.")
        )
    if disclosure.stage in FINAL:
        raise Refused(_("Nội dung này đã hết thời hạn công khai. Nếu có thay đổi, hãy mở bản mới."))
    check_day(told.claimed_on, not_before=version.since, on=on)
    if told.last_on is not None and told.last_on < told.claimed_on:
        raise Refused(_("Ngày cuối không được trước ngày bắt đầu. Hãy xem lại hai ngày."))
    if told.form == Form.POSTING and not told.places:
        raise Refused(_("Hãy chọn nơi niêm yết."))


def check_day(day: date, *, not_before: date, on: date) -> None:
    """Only what is done can be recorded, and not before there was anything to do."""
    if day > on:
        raise Refused(_("Ngày thực hiện không được sau hôm nay. Chỉ ghi việc đã làm."))
    if day < not_before:
        raise Refused(
            _("Ngày thực hiện không được trước ngày %(day)s là ngày bắt đầu.") % {"day": f"{not_before:%d/%m/%Y}"}
        )


def _move(disclosure: Disclosure, event: str) -> None:
    disclosure.stage = asking.after(disclosure.stage, event)
    disclosure.save(update_fields=["stage"])


def _restart(disclosure: Disclosure) -> None:
    """What came down early is owed again, unless it still is public in another required way."""
    required = disclosure.item.asked["result"]["forms"]
    hanging = Posting.objects.filter(version=queries.newest(disclosure), removal__isnull=True)
    _move(disclosure, "remove_early")
    if not any(asking.is_required(form, required) for form in hanging.values_list("form", flat=True)):
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


def locked(disclosure: Disclosure) -> Disclosure:
    """The row as it is now, held until the transaction ends."""
    return _locked_row(disclosure.pk)


def _locked_row(pk: int) -> Disclosure:
    rows = Disclosure.objects.select_for_update(of=("self",)).select_related(
        "item__plan__organization__locality", "village"
    )
    return rows.get(pk=pk)
