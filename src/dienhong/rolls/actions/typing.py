"""The exercise book, typed from its photograph: one types, another compares and enters."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.documents import actions as documents
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.registry.actions import imports
from dienhong.registry.models import ImportBatch, Locality
from dienhong.rolls import access, queries
from dienhong.rolls.access import Act
from dienhong.rolls.models import TypedRow, Typing
from lawcore.vietnamese import nfc

MOST_ROWS = 1_000
NAME, ADDRESS = 120, 160  # characters, as the table holds
OTHER_NAME = "go-tay"


class HandedOver(Refused):
    """Somebody else compares it now: it is no longer typed."""


@transaction.atomic
def start(*, village: Locality, photo: Iterable[bytes] | None, photo_name: str, by: Actor) -> Typing:
    """A list to type, with its photograph where there is one. Refused once the village's list was published."""
    access.check(by, Act.TYPE, village)
    if Locality.objects.filter(pk=village.pk, households_listed_on__isnull=False).exists():
        raise Refused(_("Danh sách hộ của thôn đã niêm yết. Hãy báo từng thay đổi, kèm căn cứ."))
    stored = documents.store(data=photo, name=photo_name, by=by.key) if photo is not None else None
    return Typing.objects.create(
        village=village, photo=stored, photo_name=photo_name[:200] if stored else "", started_by=by.key
    )


@transaction.atomic
def keep_rows(*, typing: Typing, rows: Mapping[int, tuple[str, str]], by: Actor) -> None:
    """Keep rows by number: name, hamlet. A name without a hamlet takes that of the row above; both empty: gone."""
    typing = _own(typing, by)
    numbers = sorted(number for number in rows if 1 <= number <= MOST_ROWS)
    above = typing.rows.filter(number__lt=numbers[0]).order_by("-number").first() if numbers else None
    hamlet = above.address if above else ""
    for number in numbers:
        name, address = (" ".join(nfc(text).split()) for text in rows[number])
        address = address or (hamlet if name else "")
        if not name and not address:
            typing.rows.filter(number=number).delete()
            continue
        hamlet = address
        TypedRow.objects.update_or_create(
            typing=typing, number=number, defaults={"name": name[:NAME], "address": address[:ADDRESS]}
        )


@transaction.atomic
def hand_over(*, typing: Typing, by: Actor, on: date) -> ImportBatch:
    """What was typed goes to somebody else as a table to enter, each household with a code of its own."""
    typing = _own(typing, by)
    rows = list(typing.rows.order_by("number"))
    if not rows:
        raise Refused(_("Chưa gõ dòng nào."))
    codes = queries.next_codes(typing.village, len(rows))
    typing.batch = imports.keep_typed(
        rows_typed=[
            {
                "Mã hộ": code,
                "Mã thôn": typing.village.code,
                "Địa chỉ": row.address,
                "Người đại diện": row.name,
                "Từ ngày": on.isoformat(),
            }
            for code, row in zip(codes, rows, strict=True)
        ],
        name=OTHER_NAME,
        register=ImportBatch.Register.HOUSEHOLDS,
        locality=typing.village,
        by=by,
    )
    typing.save(update_fields=["batch"])
    return typing.batch


@transaction.atomic
def enter(*, typing: Typing, by: Actor, at: datetime, on: date) -> int:
    """The second person has compared: every household is entered, or none; how many. Rows and photograph go."""
    typing = Typing.objects.select_for_update(of=("self",)).select_related("village", "batch").get(pk=typing.pk)
    access.check(by, Act.ENTER, typing.village)
    return imports.enter_batch(batch=_batch(typing), by=by, at=at, on=on)


@transaction.atomic
def give_back(*, typing: Typing, by: Actor, at: datetime) -> Typing:
    """The second person found something wrong: it is typed on."""
    typing = Typing.objects.select_for_update(of=("self",)).select_related("village", "batch").get(pk=typing.pk)
    access.check(by, Act.ENTER, typing.village)
    batch = _batch(typing)
    typing.batch = None
    typing.save(update_fields=["batch"])
    imports.put_aside(batch=batch, by=by, at=at)
    return typing


@transaction.atomic
def tidy(*, batch_id: int) -> int:
    """The table was entered or dropped: what was typed for it and its photograph go. Safe to run twice."""
    found = Typing.objects.select_related("photo").filter(batch=batch_id, batch__decided_at__isnull=False)
    return sum(_empty(each) for each in found)


@transaction.atomic
def drop(*, typing: Typing, by: Actor) -> None:
    """Whoever types gives it up; nothing of it stays."""
    typing = _own(typing, by)
    _empty(typing)
    typing.delete()


def _empty(typing: Typing) -> int:
    photo, typing.photo, typing.photo_name = typing.photo, None, ""
    typing.save(update_fields=["photo", "photo_name"])
    gone, _per_model = typing.rows.all().delete()
    if photo is not None:
        documents.discard(stored=photo)
    return gone


def _own(typing: Typing, by: Actor) -> Typing:
    """The list, locked, for who types it."""
    locked = Typing.objects.select_for_update(of=("self",)).select_related("village", "photo").get(pk=typing.pk)
    access.check(by, Act.TYPE, locked.village)
    if locked.started_by != by.key:
        raise access.nothing()
    if locked.batch_id is not None:
        raise HandedOver(_("Danh sách này đã gửi cho người thứ hai. Được trả lại thì mới sửa tiếp."))
    return locked


def _batch(typing: Typing) -> ImportBatch:
    if typing.batch is None:
        raise Refused(_("Danh sách này chưa gửi để xác nhận."))
    return typing.batch
