"""Accounts for members of staff; codes handed over in person for citizens."""

import secrets
from datetime import date, datetime, timedelta

from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.foundations.actors import Actor
from dienhong.foundations.encryption import blind_index
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.registry import access, queries
from dienhong.registry.access import Act
from dienhong.registry.models import Handover, Household, Locality, Person, User
from dienhong.registry.ports import ConfirmedIdentity

CODE_LETTERS = "abcdeghkmnpqrstuvxy23456789"
CODE_LENGTH = 10
CODE_LIFE = timedelta(days=30)
CODE = "registry.handover.code"


class UnknownCode(Refused):
    """No code like this waits to be entered."""


class UnknownPerson(Refused):
    """Nobody in the register has this identity number."""


class NotYetDelivered(Refused):
    """The slip was not signed for."""


@transaction.atomic
def open_account(*, person: Person, username: str, password: str, by: Actor) -> User:
    """An account for a person with a post. They add their second factor when they first sign in."""
    access.check(by, Act.OPEN_ACCOUNT, person.locality)
    user = User(username=username, person=person)
    validate_password(password, user)
    user.set_password(password)
    user.save()
    ledger.append(
        kind="account.opened",
        subject=f"registry.user:{user.pk}",
        by=by.key,
        locality=person.locality.code,
        data={},
    )
    return user


@transaction.atomic
def issue_code(*, person: Person, on: date, by: Actor, household: Household | None = None) -> tuple[Handover, str]:
    """A code to print on a slip. It is shown once; what is kept cannot be turned back into it."""
    access.check(by, Act.HAND_OVER_CODE, person.locality)
    code = "".join(secrets.choice(CODE_LETTERS) for _place in range(CODE_LENGTH))
    handover = Handover.objects.create(
        person=person,
        household=household,
        code_hash=blind_index(code, purpose=CODE),
        issued_by_id=by.account_id,
        expires_on=on + CODE_LIFE,
    )
    _record("handover.issued", handover, by=by.key)
    return handover, code


@transaction.atomic
def confirm_delivery(*, handover: Handover, at: datetime, by: Actor) -> Handover:
    """The slip was handed over in person and signed for: only now does the code work."""
    access.check(by, Act.HAND_OVER_CODE, handover.person.locality)
    if handover.delivered_at is None:
        handover.delivered_at, handover.delivered_by_id = at, by.account_id
        handover.save(update_fields=["delivered_at", "delivered_by"])
        _record("handover.delivered", handover, by=by.key)
    return handover


@transaction.atomic
def redeem_code(*, code: str, at: datetime, on: date) -> Handover:
    """The citizen enters the code of their slip: the person, and the household if named, are verified."""
    handover = (
        Handover.objects.select_for_update()
        .filter(code_hash=blind_index(code.strip().lower().replace("-", ""), purpose=CODE), expires_on__gte=on)
        .first()
    )
    if handover is None:
        raise UnknownCode(
            _("Mã không đúng hoặc đã hết hạn. Hãy xem lại phiếu, hoặc xin phiếu mới ở Ủy ban nhân dân xã.")
        )
    if handover.delivered_at is None:
        raise NotYetDelivered(_("Phiếu này chưa được ghi nhận là đã giao. Hãy báo cán bộ đã đưa phiếu."))
    if handover.redeemed_at is None:
        handover.redeemed_at = at
        handover.save(update_fields=["redeemed_at"])
        _verify(handover.person, way="handover", at=at)
        _record("handover.redeemed", handover, by=f"person:{handover.person_id}")
    return handover


@transaction.atomic
def verify_by_provider(*, identity: ConfirmedIdentity, way: str, at: datetime) -> Person:
    """A service of the State confirmed who this is: the person with that identity number is verified.

    Raises UnknownPerson when nobody in the register has the number: confirming who one is does not make one
    a resident.
    """
    index = blind_index(identity.identity_number, purpose=queries.IDENTITY)
    person = Person.objects.select_for_update().filter(identity_index=index, erased_at__isnull=True).first()
    if person is None:
        raise UnknownPerson(_("Chưa có tên ông/bà trong danh bạ của xã. Hãy gặp Trưởng thôn để được ghi tên."))
    if person.verified_at is None:
        _verify(person, way=way, at=at)
        ledger.append(
            kind="person.verified",
            subject=f"registry.person:{person.pk}",
            by=f"person:{person.pk}",
            locality=Locality.objects.get(pk=person.locality_id).code,
            data={"way": way, "level": identity.level},
        )
    return person


def _verify(person: Person, *, way: str, at: datetime) -> None:
    person.verified_at, person.verified_by = at, way
    person.save(update_fields=["verified_at", "verified_by"])


def _record(kind: str, handover: Handover, *, by: str) -> None:
    ledger.append(
        kind=kind,
        subject=f"registry.handover:{handover.pk}",
        by=by,
        locality=handover.person.locality.code,
        data={},
    )
