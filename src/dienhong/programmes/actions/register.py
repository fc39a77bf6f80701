"""Who is counted: add to a register, end an entry, exempt a member, choose what a target is measured by."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from dienhong.foundations import clock
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.programmes import access
from dienhong.programmes.actions import cells
from dienhong.programmes.models import Exemption, Indicator, Programme, RosterEntry, Target
from dienhong.programmes.queries import families
from dienhong.programmes.queries.families import ENTERED, PERSONS, Register
from dienhong.registry.models import Organization, Person


@dataclass(frozen=True, slots=True)
class NewEntry:
    """A person of an organization, or a named board or item of it with, where it has one, its last day."""

    organization: Organization
    person: Person | None = None
    label: str = ""
    due_on: date | None = None


@transaction.atomic
def add(
    *,
    programme: Programme,
    register: Register,
    entries: Sequence[NewEntry],
    clause: str,
    starts_on: date,
    by: Actor,
    at: datetime,
) -> int:
    """Enters persons, boards or items in a register, all or none; returns how many. Says by which clause."""
    access.check(by, access.Act.MANAGE, access.place_of(programme))
    if register not in ENTERED:
        raise Refused(_("Danh sách này lấy từ danh bạ, không nhập ở đây. Hãy sửa trong danh bạ."))
    if not clause.strip():
        raise Refused(_("Hãy ghi điều khoản vì sao những người, nội dung này được tính."))
    rows = [_row(programme, register, entry, clause.strip(), starts_on, by) for entry in entries]
    try:
        with transaction.atomic():
            made = RosterEntry.objects.bulk_create(rows, batch_size=cells.BATCH)
    except IntegrityError as twice:
        raise Refused(_("Có người hoặc nội dung đã nằm trong danh sách này. Hãy bỏ dòng trùng rồi thử lại.")) from twice
    ledger.append(
        kind="roster.added",
        subject=f"programmes.programme:{programme.pk}",
        by=by.key,
        locality=programme.locality.code,
        data={"register": register.value, "entries": [row.pk for row in made], "clause": clause.strip()},
        claimed_on=starts_on,
    )
    _recount(programme, register, at=at)
    return len(made)


def _row(
    programme: Programme,
    register: Register,
    entry: NewEntry,
    clause: str,
    starts_on: date,
    by: Actor,
) -> RosterEntry:
    if not entry.organization.locality.path.startswith(programme.locality.path):
        raise Refused(_("%(name)s không thuộc địa bàn của chương trình.") % {"name": entry.organization.name})
    if (entry.person is None) == (register in PERSONS):
        raise Refused(_("Danh sách người cần tên người; danh sách Ban, nội dung cần tên gọi."))
    return RosterEntry(
        programme=programme,
        population=register.value,
        organization=entry.organization,
        person=entry.person,
        label=entry.label,
        due_on=entry.due_on,
        clause=clause,
        starts_on=starts_on,
        added_by=by.key,
    )


@transaction.atomic
def end(*, entry: RosterEntry, on: date, by: Actor, at: datetime) -> RosterEntry:
    """From the day after `on` the entry is no longer counted; what was counted before stays."""
    programme = entry.programme
    access.check(by, access.Act.MANAGE, access.place_of(programme))
    if entry.ends_on is not None:
        return entry
    if on < entry.starts_on:
        raise Refused(_("Ngày kết thúc phải từ ngày bắt đầu trở đi."))
    entry.ends_on = on
    entry.save(update_fields=["ends_on"])
    ledger.append(
        kind="roster.ended",
        subject=f"programmes.rosterentry:{entry.pk}",
        by=by.key,
        locality=programme.locality.code,
        data={"register": entry.population},
        claimed_on=on,
    )
    _recount(programme, Register(entry.population), at=at)
    return entry


@transaction.atomic
def exempt(
    *,
    indicator: Indicator,
    organization: Organization,
    entry: RosterEntry | None,
    clause: str,
    reason: str,
    starts_on: date,
    ends_on: date | None,
    by: Actor,
    at: datetime,
) -> Exemption:
    """Takes a member out of an indicator's denominator, by a clause and for a reason that are shown with it."""
    programme = indicator.target.programme
    access.check(by, access.Act.MANAGE, access.place_of(programme))
    if not clause.strip() or not reason.strip():
        raise Refused(_("Miễn tính phải có điều khoản và lý do."))
    if ends_on is not None and ends_on < starts_on:
        raise Refused(_("Ngày kết thúc phải từ ngày bắt đầu trở đi."))
    exemption = Exemption.objects.create(
        indicator=indicator,
        organization=organization,
        entry=entry,
        clause=clause.strip(),
        reason=reason.strip(),
        starts_on=starts_on,
        ends_on=ends_on,
        granted_by=by.key,
    )
    ledger.append(
        kind="exemption.granted",
        subject=f"programmes.exemption:{exemption.pk}",
        by=by.key,
        locality=programme.locality.code,
        data={"indicator": indicator.pk, "organization": organization.code, "clause": exemption.clause},
        claimed_on=starts_on,
    )
    _rejudge(indicator, at=at)
    return exemption


@transaction.atomic
def end_exemption(*, exemption: Exemption, on: date, by: Actor, at: datetime) -> Exemption:
    """From the day after `on` the member is counted again."""
    programme = exemption.indicator.target.programme
    access.check(by, access.Act.MANAGE, access.place_of(programme))
    if exemption.ends_on is not None and exemption.ends_on <= on:
        return exemption
    exemption.ends_on = max(on, exemption.starts_on)
    exemption.save(update_fields=["ends_on"])
    ledger.append(
        kind="exemption.ended",
        subject=f"programmes.exemption:{exemption.pk}",
        by=by.key,
        locality=programme.locality.code,
        data={"indicator": exemption.indicator_id},
        claimed_on=on,
    )
    _rejudge(exemption.indicator, at=at)
    return exemption


@transaction.atomic
def measure(
    *,
    target: Target,
    family: str,
    register: Register,
    by: Actor,
    at: datetime,
) -> Indicator:
    """Measures a target by one more indicator, counted over a register that fits its family."""
    programme = target.programme
    access.check(by, access.Act.MANAGE, access.place_of(programme))
    if register not in families.registers_of(family):
        raise Refused(_("Cách đo này không tính trên danh sách đã chọn. Hãy chọn danh sách khác."))
    indicator, made = Indicator.objects.get_or_create(
        target=target,
        family=family,
        population=register.value,
        defaults={"added_by": by.key},
    )
    if not made and indicator.dropped_on is None:
        return indicator
    if not made:
        indicator.dropped_on = None
        indicator.save(update_fields=["dropped_on"])
    _rejudge(indicator, at=at)
    ledger.append(
        kind="indicator.added",
        subject=f"programmes.indicator:{indicator.pk}",
        by=by.key,
        locality=programme.locality.code,
        data={"target": target.pk, "family": family, "register": register.value},
    )
    return indicator


@transaction.atomic
def stop_measuring(*, indicator: Indicator, on: date, by: Actor) -> Indicator:
    """The target is no longer measured by it; what was counted stays in issued reports and in the ledger."""
    programme = indicator.target.programme
    access.check(by, access.Act.MANAGE, access.place_of(programme))
    if indicator.dropped_on is not None:
        return indicator
    indicator.dropped_on = on
    indicator.save(update_fields=["dropped_on"])
    ledger.append(
        kind="indicator.dropped",
        subject=f"programmes.indicator:{indicator.pk}",
        by=by.key,
        locality=programme.locality.code,
        data={"target": indicator.target_id, "family": indicator.family},
        claimed_on=on,
    )
    return indicator


def _rejudge(indicator: Indicator, *, at: datetime) -> None:
    on = clock.legal_day(at)
    for period in cells.periods(indicator, on=on):
        cells.rebuild(indicator=indicator, period=period, on=on)


def _recount(programme: Programme, register: Register, *, at: datetime) -> None:
    cells.rebuild_register(
        programme=programme,
        populations=families.populations_that_hold(register),
        on=clock.legal_day(at),
    )
