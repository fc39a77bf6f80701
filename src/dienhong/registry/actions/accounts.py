"""Accounts for members of staff; codes handed over in person for citizens."""

import secrets
from datetime import date, datetime, timedelta

from allauth.mfa.models import Authenticator
from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from dienhong.foundations.actors import Actor
from dienhong.foundations.encryption import blind_index
from dienhong.foundations.refusals import NotAllowed, Refused
from dienhong.ledger import actions as ledger
from dienhong.registry import access, queries
from dienhong.registry.access import Act
from dienhong.registry.models import Handover, Household, Locality, Person, User
from dienhong.registry.ports import ConfirmedIdentity

CODE_LETTERS = "abcdeghkmnpqrstuvxy23456789"
CODE_LENGTH = 10
CODE_LIFE = timedelta(days=30)
CODE = "registry.handover.code"


class HasAccount(Refused):
    """One person, one account."""


class NoAccount(Refused):
    """There is no open account to give access to."""


class ResetByOneself(Refused):
    """Nobody gives themselves a new password this way: it would go around their own second factor."""


class UnknownCode(Refused):
    """No code like this waits to be entered."""


class UnknownPerson(Refused):
    """Nobody in the register has this identity number."""


class NotYetDelivered(Refused):
    """The slip was not signed for."""


@transaction.atomic
def open_account(*, person: Person, username: str, password: str, on: date, by: Actor) -> User:
    """An account for a person with a post, with a password that whoever signs in first has to change."""
    _check_accounts_of(person, on=on, by=by)
    if User.objects.filter(person=person).exists():
        raise HasAccount(_("Người này đã có tài khoản. Quên mật khẩu thì dùng “Cấp lại quyền đăng nhập”."))
    user = User(username=username, person=person, must_change_password=True)
    validate_password(password, user)
    user.set_password(password)
    user.save()
    record(kind="account.opened", user=user, by=by.key)
    return user


@transaction.atomic
def reset_access(*, person: Person, password: str, on: date, by: Actor) -> User:
    """Who forgot the password or lost the telephone begins anew: a temporary password, no second factor.

    Their sessions end, because a session holds only as long as the password it began with.
    """
    _check_accounts_of(person, on=on, by=by)
    user = User.objects.select_for_update().filter(person=person, is_active=True).first()
    if user is None:
        raise NoAccount(_("Người này không có tài khoản đang mở. Hãy mở tài khoản cho họ."))
    if user.pk == by.user_id:
        raise ResetByOneself(_("Không ai tự cấp lại quyền đăng nhập cho mình. Hãy nhờ người quản trị khác."))
    validate_password(password, user)
    user.set_password(password)
    user.must_change_password = True
    user.save(update_fields=["password", "must_change_password"])
    Authenticator.objects.filter(user=user).delete()
    record(kind="account.reset", user=user, by=by.key)
    return user


@transaction.atomic
def change_password(*, user: User, password: str) -> None:
    """The holder of the account sets a password of their own: nobody else knows it from now on."""
    user.set_password(password)
    user.must_change_password = False
    user.save(update_fields=["password", "must_change_password"])
    record(kind="password.changed", user=user, by=f"user:{user.pk}")


def record(*, kind: str, user: User, by: str) -> None:
    """What happened to an account. Accounts carry no address to write to: the ledger is where it shows."""
    ledger.append(
        kind=kind,
        subject=f"registry.user:{user.pk}",
        by=by,
        locality=user.person.locality.code,
        data={},
    )


def _check_accounts_of(person: Person, *, on: date, by: Actor) -> None:
    """Who hands over a password could use it: they must have the say wherever the person holds a role."""
    access.check(by, Act.OPEN_ACCOUNT, person.locality)
    held = person.posts.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=on)).exclude(role="")
    if not all(access.may(by, Act.OPEN_ACCOUNT, post.locality) for post in held.select_related("locality")):
        raise NotAllowed(
            _("Người này giữ chức danh ở cấp trên hoặc nơi khác. Hãy nhờ người quản trị tài khoản của nơi ấy.")
        )


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
        raise UnknownPerson(_("Chưa có tên ông bà trong danh bạ của xã. Hãy gặp Trưởng thôn để được ghi tên."))
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
