"""Which village heads were told, who opened the notice and when, who has not."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from dienhong.disclosures.models import Posting, Version
from dienhong.foundations.actors import Actor, Role
from dienhong.notifications.models import Notice
from dienhong.registry import queries as registry
from dienhong.registry.models import Locality, Organization, Post
from lawcore.disclosures import Form


@dataclass(frozen=True, slots=True)
class Receipt:
    """A village: its head, when the notice left and was first opened, and the last reminder; `told` how it was told.

    `head` is empty where the register has nobody: no notice can be opened there.
    """

    village: Locality
    head: str
    sent_at: datetime | None
    read_at: datetime | None
    read_by: str
    reminded_at: datetime | None
    is_told: bool


def key_of(version: Version, village: Locality) -> str:
    """What makes it the same notice."""
    return f"disclosure:{version.pk}:head:{village.pk}"


def key_of_reminder(version: Version, village: Locality, *, on: date) -> str:
    """One reminder a day."""
    return f"{key_of(version, village)}:{on:%Y%m%d}"


def heads(villages: Iterable[Locality], *, on: date) -> dict[int, str]:
    """The names of the heads in post on this day, by village. One query."""
    held = Post.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=on),
        starts_on__lte=on,
        role=Role.VILLAGE_HEAD,
        locality__in=[each.pk for each in villages],
    )
    return {each.locality_id: each.person.name for each in held.select_related("person").order_by("-starts_on", "-pk")}


def receipts(version: Version, villages: Iterable[Locality], *, on: date) -> list[Receipt]:
    """Village by village. Four queries."""
    villages = list(villages)
    notices = list(Notice.objects.filter(key__startswith=f"disclosure:{version.pk}:head:").order_by("created_at", "pk"))
    names = registry.names_of({each.read_by for each in notices if each.read_by})
    of_village = heads(villages, on=on)
    told = set(
        Posting.objects.filter(version=version, form=Form.VILLAGE_HEAD)
        .exclude(notice="")
        .values_list("village_id", flat=True)
    )
    return [
        _receipt(each, of_village.get(each.pk, ""), _of(notices, version, each), names, is_told=each.pk in told)
        for each in villages
    ]


def mine(version: Version, village: Locality, actor: Actor) -> list[Notice]:
    """The notices about this version to the head of this village that nobody has opened yet."""
    if not any(grant.role is Role.VILLAGE_HEAD and grant.locality_id == village.pk for grant in actor.grants):
        return []
    found = Notice.objects.filter(key__startswith=key_of(version, village), read_at__isnull=True).order_by("pk")
    return _of(found, version, village)


def units_of(villages: Iterable[Locality]) -> dict[int, Organization]:
    """The villages as organizations, by village. One query."""
    ids = [each.pk for each in villages]
    found = Organization.objects.filter(kind=Organization.Kind.VILLAGE, locality__in=ids).order_by("-pk")
    return {each.locality_id: each for each in found}


def _of(notices: Iterable[Notice], version: Version, village: Locality) -> list[Notice]:
    key = key_of(version, village)
    return [each for each in notices if each.key == key or each.key.startswith(f"{key}:")]


def _receipt(village: Locality, head: str, notices: list[Notice], names: dict[str, str], *, is_told: bool) -> Receipt:
    read = min((each for each in notices if each.read_at), key=lambda each: str(each.read_at), default=None)
    reminders = notices[1:]
    return Receipt(
        village,
        head,
        notices[0].created_at if notices else None,
        read.read_at if read else None,
        names.get(read.read_by, "") if read else "",
        reminders[-1].created_at if reminders else None,
        is_told,
    )
