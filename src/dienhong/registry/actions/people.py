"""People are entered, exported to themselves, and erased on request; posts are given and end."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.foundations import events
from dienhong.foundations.actors import Actor
from dienhong.foundations.encryption import blind_index
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.registry import access, queries
from dienhong.registry.access import Act
from dienhong.registry.models import Locality, Organization, Person, Post, User
from lawcore.vietnamese import nfc, search_folded

ERASED = "(đã xóa)"


class GivenToOneself(Refused):
    """Nobody gives themselves a role."""


class StillInOffice(Refused):
    """A person in office cannot be erased."""


class KnownPerson(Refused):
    """A person with this identity number is in the register already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """What is entered about a person; "" and None for what is not known."""

    name: str
    birth_year: int | None = None
    identity_number: str = ""
    phone: str = ""
    email: str = ""


def identity_index(number: str) -> str:
    """What an identity number is found by: a keyed hash, so that the number itself stays encrypted."""
    return blind_index(number, purpose=queries.IDENTITY) if number else ""


@transaction.atomic
def add_person(*, locality: Locality, particulars: Particulars, by: Actor) -> Person:
    """A person of the place. A second person with the same identity number is refused."""
    access.check(by, Act.CHANGE_PEOPLE, locality)
    return enter_person(locality=locality, particulars=particulars, by=by)


@transaction.atomic
def enter_person(*, locality: Locality, particulars: Particulars, by: Actor) -> Person:
    """The same for a caller that has decided already that this person comes into the register."""
    index = identity_index(particulars.identity_number)
    if index and Person.objects.filter(identity_index=index).exists():
        raise KnownPerson(_("Số định danh này đã có trong danh bạ. Hãy tìm người đó rồi bổ sung chức danh."))
    entered = {**asdict(particulars), "name": nfc(particulars.name).strip()}
    person = Person.objects.create(
        locality=locality,
        identity_index=index,
        search=search_folded(particulars.name),
        **entered,
    )
    _record("person.added", person, by=by)
    return person


@transaction.atomic
def give_post(
    *,
    person: Person,
    locality: Locality,
    title: str,
    role: str,
    starts_on: date,
    by: Actor,
    organization: Organization | None = None,
    ends_on: date | None = None,
) -> Post:
    """A dated post. One that carries a role is given by an administrator, and never to oneself."""
    access.check(by, Act.GIVE_POST if role else Act.CHANGE_PEOPLE, locality)
    account = User.objects.filter(person=person).first()
    if role and account is not None and account.pk == by.user_id:
        raise GivenToOneself(_("Không ai tự giao quyền cho mình. Hãy nhờ người quản trị khác."))
    post = Post.objects.create(
        person=person,
        locality=locality,
        organization=organization,
        title=nfc(title),
        role=role,
        starts_on=starts_on,
        ends_on=ends_on,
        granted_by_id=by.user_id,
    )
    _record("post.given", person, by=by, claimed_on=starts_on, post=post.pk, role=role)
    return post


@transaction.atomic
def end_post(*, post: Post, on: date, by: Actor) -> Post:
    """The post ends on this day: its last."""
    access.check(by, Act.GIVE_POST if post.role else Act.CHANGE_PEOPLE, post.locality)
    post.ends_on = on
    post.save(update_fields=["ends_on"])
    _record("post.ended", post.person, by=by, claimed_on=on, post=post.pk)
    return post


@transaction.atomic
def erase_person(*, person: Person, by: Actor, at: datetime, on: date) -> Person:
    """Empties what identifies the person and keeps the row, so that counts and the ledger stay as they are."""
    access.check(by, Act.ERASE_PERSON, person.locality)
    if person.posts.exclude(ends_on__lt=on).exists():
        raise StillInOffice(_("Người này đang giữ chức danh. Hãy kết thúc chức danh trước khi xóa dữ liệu cá nhân."))
    person.name, person.search, person.birth_year = ERASED, "", None
    person.identity_number, person.identity_index, person.phone, person.email = "", "", "", ""
    person.verified_at, person.verified_by, person.died_on = None, "", None
    person.erased_at = at
    person.save(
        update_fields=[
            "name",
            "search",
            "birth_year",
            "identity_number",
            "identity_index",
            "phone",
            "email",
            "verified_at",
            "verified_by",
            "died_on",
            "erased_at",
        ],
    )
    User.objects.filter(person=person).update(is_active=False, username=f"erased-{person.pk}")
    Authenticator.objects.filter(user__person=person).delete()
    _record("person.erased", person, by=by)
    events.publish("person.erased", person_id=person.pk)
    return person


def _record(kind: str, person: Person, *, by: Actor, claimed_on: date | None = None, **data: int | str) -> None:
    ledger.append(
        kind=kind,
        subject=f"registry.person:{person.pk}",
        by=by.key,
        locality=person.locality.code,
        data=data,
        claimed_on=claimed_on,
    )
