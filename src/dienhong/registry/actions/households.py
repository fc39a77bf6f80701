"""Households begin and end, get and lose who represents them; none is ever deleted.

First entry is `add_household` and `change_representative`. Once a list of the village's households was published, a
change needs a ground and a second person: it comes as a decided change, whose subject the other verbs are given.
"""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.registry import access
from dienhong.registry.access import Act
from dienhong.registry.models import Household, Locality, Mandate, Person
from lawcore.vietnamese import nfc

ONE_DAY = timedelta(days=1)


class AlreadyListed(Refused):
    """The village's list was published: its households change by two people's word only."""


class NotPossible(Refused):
    """The household or the person is not in a state for it on that day."""


@transaction.atomic
def add_household(
    *,
    village: Locality,
    code: str,
    address: str,
    representative: Person | None,
    valid_from: date,
    by: Actor,
) -> Household:
    """First entry of a household, with the person who represents it from the first day, where there is one."""
    access.check(by, Act.CHANGE_HOUSEHOLDS, village)
    _refuse_listed(village)
    return begin(
        village=village, code=code, address=address, representative=representative, on=valid_from, under="", by=by
    )


@transaction.atomic
def change_representative(*, household: Household, representative: Person, on: date, by: Actor) -> Mandate:
    """From this day another person represents the household; the former mandate ends the day before."""
    access.check(by, Act.CHANGE_HOUSEHOLDS, household.locality)
    _refuse_listed(household.locality)
    return represent(household=household, person=representative, on=on, under="", by=by)


@transaction.atomic
def close_first_entry(*, village: Locality, on: date) -> None:
    """From now on the households of the village change by decided changes only. Done once, at the first list."""
    Locality.objects.filter(pk=village.pk, households_listed_on__isnull=True).update(households_listed_on=on)


@transaction.atomic
def begin(
    *,
    village: Locality,
    code: str,
    address: str,
    representative: Person | None,
    on: date,
    under: str,
    by: Actor,
    nominated: str = "",
) -> Household:
    """A household from this day on; `under` is the subject of the decided change, "rolls.change:12".

    Raises NotPossible for a code the village has given already. Who may is decided by the caller, here and below.
    """
    if Household.objects.filter(locality=village, code=code).exists():
        raise NotPossible(_("Mã hộ %(code)s đã dùng cho một hộ của thôn. Hãy chọn mã khác.") % {"code": code})
    household = Household.objects.create(locality=village, code=code, address=nfc(address).strip(), valid_from=on)
    _record("household.added", household, by=by, claimed_on=on, under=under)
    if representative is not None:
        _mandate(household, representative, on, nominated)
    return household


@transaction.atomic
def end(*, household: Household, on: date, under: str, by: Actor) -> None:
    """The household is no household of the village from this day on; its mandate ends the day before."""
    household = _living(household, on)
    if household.valid_from >= on or household.mandates.filter(starts_on__gte=on).exists():
        raise NotPossible(
            _("Hộ %(code)s có thay đổi từ ngày này hoặc sau đó. Hãy xem lại ngày.") % {"code": household.code}
        )
    household.mandates.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=on)).update(ends_on=on - ONE_DAY)
    household.valid_to = on
    household.save(update_fields=["valid_to"])
    _record("household.ended", household, by=by, claimed_on=on, under=under)


@transaction.atomic
def represent(*, household: Household, person: Person, on: date, under: str, by: Actor, nominated: str = "") -> Mandate:
    """From this day this person represents the household; the former mandate ends the day before.

    `nominated` is the ground of LDC art. 18 cl. 2 for somebody whom the members of a household without a person of
    full capacity agreed on; only then may the person speak for another household too.
    """
    household = _living(household, on)
    if household.mandates.filter(starts_on__gte=on).exists() or household.valid_from > on:
        raise NotPossible(
            _("Hộ %(code)s đã có người đại diện từ ngày này hoặc sau đó. Hãy xem lại ngày.") % {"code": household.code}
        )
    household.mandates.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=on)).update(ends_on=on - ONE_DAY)
    mandate = _mandate(household, person, on, nominated)
    _record("household.represented", household, by=by, claimed_on=on, under=under)
    return mandate


@transaction.atomic
def record_death(*, person: Person, on: date, under: str, by: Actor) -> None:
    """The person died on this day: from it on they speak for nobody; their households stay and have nobody."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.died_on is not None:
        raise NotPossible(_("Người này đã được ghi là đã mất."))
    held = person.mandates.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=on)).select_related("household__locality")
    for mandate in held.order_by("pk"):
        if mandate.starts_on > on:
            raise NotPossible(
                _("Người này bắt đầu đại diện hộ %(code)s sau ngày mất. Hãy xem lại ngày.")
                % {"code": mandate.household.code}
            )
        mandate.ends_on = on
        mandate.save(update_fields=["ends_on"])
        _record("household.vacated", mandate.household, by=by, claimed_on=on, under=under)
    person.died_on = on
    person.save(update_fields=["died_on"])


@transaction.atomic
def correct_address(*, household: Household, address: str, on: date, under: str, by: Actor) -> None:
    """Where the household lives, put right."""
    household = _living(household, on)
    household.address = nfc(address).strip()
    household.save(update_fields=["address"])
    _record("household.corrected", household, by=by, claimed_on=on, under=under)


def _living(household: Household, on: date) -> Household:
    """The household, locked, as long as it is one on this day."""
    found = Household.objects.select_for_update(of=("self",)).select_related("locality").get(pk=household.pk)
    if found.valid_to is not None or found.valid_from > on:
        raise NotPossible(_("Hộ %(code)s không còn trong thôn vào ngày này.") % {"code": found.code})
    return found


def _mandate(household: Household, person: Person, on: date, nominated: str) -> Mandate:
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.died_on is not None:
        raise NotPossible(_("Người này đã được ghi là đã mất nên không đại diện hộ được."))
    if person.erased_at is not None:
        raise NotPossible(_("Dữ liệu của người này đã được xóa theo yêu cầu nên không chọn được."))
    others = person.mandates.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=on)).exclude(household=household)
    if not nominated and (other := others.filter(is_nominated=False).select_related("household").first()) is not None:
        raise NotPossible(
            _(
                "Người này đang đại diện hộ %(code)s. Mỗi người đại diện một hộ, trừ khi hộ không có người đủ năng lực "
                "hành vi dân sự và các thành viên thống nhất đề cử, ủy nhiệm."
            )
            % {"code": other.household.code}
        )
    return Mandate.objects.create(
        household=household, person=person, starts_on=on, is_nominated=bool(nominated), ground=nfc(nominated).strip()
    )


def _refuse_listed(village: Locality) -> None:
    if Locality.objects.filter(pk=village.pk, households_listed_on__isnull=False).exists():
        raise AlreadyListed(
            _(
                "Danh sách hộ của thôn đã niêm yết. Từ nay mỗi thay đổi cần căn cứ và người thứ hai xác nhận: "
                "hãy báo ở trang Danh sách hộ."
            )
        )


def _record(kind: str, household: Household, *, by: Actor, claimed_on: date, under: str) -> None:
    ledger.append(
        kind=kind,
        subject=f"registry.household:{household.pk}",
        by=by.key,
        locality=household.locality.code,
        data={"under": under} if under else {},
        claimed_on=claimed_on,
    )
