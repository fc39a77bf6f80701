"""Tell the heads of the villages concerned, and remind who has not opened it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.disclosures import actions as disclosures
from dienhong.disclosures import queries as published
from dienhong.disclosures.actions import Told
from dienhong.disclosures.models import Disclosure, Version
from dienhong.dissemination import access, queries
from dienhong.dissemination.actions.locked import locked, spreadable
from dienhong.foundations import clock
from dienhong.foundations.actors import Actor, Role
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.notifications import actions as notifications
from dienhong.notifications.models import Notice
from dienhong.registry.models import Locality, Organization
from lawcore.disclosures import Form, Publisher

LONGEST_SUBJECT = 200


@transaction.atomic
def send_to_heads(*, disclosure: Disclosure, by: Actor, at: datetime) -> int:
    """LDC art. 13 cl. 4: a notice to every village head concerned, and the sending recorded village by village.

    Returns to how many it went now: who has it already gets no second one. A village of which the register knows no
    head is left out: nobody could open it there.
    """
    disclosure, version = _begun(disclosure, by)
    on = clock.legal_day(at)
    waiting = [
        each.village
        for each in queries.receipts(version, published.villages(disclosure, on=on), on=on)
        if each.head and each.sent_at is None
    ]
    notifications.notify(_notices(disclosure, version, waiting))
    for village in waiting:
        told = Told(form=Form.VILLAGE_HEAD, claimed_on=on, village=village)
        key = queries.key_of(version, village)
        disclosures.record(disclosure=disclosure, told=told, key=key, by=by, at=at)
    if waiting:
        _sign("notice.sent", disclosure, version, len(waiting), by)
    return len(waiting)


@transaction.atomic
def remind_heads(*, disclosure: Disclosure, by: Actor, at: datetime) -> int:
    """A second notice to whoever has not opened the first: one a day at most. Returns to how many it went now."""
    disclosure, version = _begun(disclosure, by)
    on = clock.legal_day(at)
    late = [
        each.village
        for each in queries.receipts(version, published.villages(disclosure, on=on), on=on)
        if each.sent_at is not None
        and each.read_at is None
        and (each.reminded_at is None or clock.legal_day(each.reminded_at) < on)
    ]
    units = queries.units_of(late)
    notifications.notify(
        Notice(
            **_to(village, units),
            subject=(_("Nhắc: chưa mở tin “%(title)s”") % {"title": disclosure.title})[:LONGEST_SUBJECT],
            text=_("Xã đã gửi tin này để Trưởng thôn báo cho dân. Mời ông bà mở ra xem."),
            link=_page(disclosure, village),
            key=queries.key_of_reminder(version, village, on=on),
        )
        for village in late
    )
    if late:
        _sign("notice.reminded", disclosure, version, len(late), by)
    return len(late)


def _begun(disclosure: Disclosure, by: Actor) -> tuple[Disclosure, Version]:
    disclosure = locked(disclosure)
    access.check_make(by, disclosure.item.plan.organization)
    if disclosure.item.plan.kind != Publisher.COMMUNE:
        raise Refused(_("Chỉ xã gửi Trưởng thôn, Tổ trưởng tổ dân phố."))
    return disclosure, spreadable(disclosure)


def _notices(disclosure: Disclosure, version: Version, villages: Sequence[Locality]) -> list[Notice]:
    units = queries.units_of(villages)
    return [
        Notice(
            **_to(village, units),
            subject=(_("Báo cho dân: %(title)s") % {"title": disclosure.title})[:LONGEST_SUBJECT],
            text=_("Mời ông bà mở ra xem, báo cho dân trong thôn rồi ghi nhận."),
            link=_page(disclosure, village),
            key=queries.key_of(version, village),
        )
        for village in villages
    ]


def _to(village: Locality, units: Mapping[int, Organization]) -> dict[str, Any]:
    """The village as a unit, which its head reads for; the head by role where the register has no such unit."""
    unit = units.get(village.pk)
    return {"organization": unit} if unit is not None else {"role": Role.VILLAGE_HEAD, "locality": village}


def _page(disclosure: Disclosure, village: Locality) -> str:
    return reverse("dissemination:village", args=[village.pk, disclosure.pk])


def _sign(kind: str, disclosure: Disclosure, version: Version, count: int, by: Actor) -> None:
    ledger.append(
        kind=kind,
        subject=f"disclosures.disclosure:{disclosure.pk}",
        by=by.key,
        locality=disclosure.item.plan.organization.locality.code,
        data={"version": version.number, "villages": count},
    )
