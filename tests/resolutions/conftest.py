"""A commune, its officer, people of elsewhere, and a resolution read from text."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from dienhong import reading
from dienhong.foundations.actors import NOBODY, Actor, Grant, Role
from dienhong.reading import Source
from dienhong.registry.models import Locality, Person, Post, User
from dienhong.resolutions import actions
from dienhong.resolutions.models import Version
from lawcore.provisions.model import Line

from .texts import ADOPTED, DRAFT

ON = date(2026, 3, 23)
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
AT = datetime(2026, 3, 23, 3, 0, tzinfo=UTC)


def locality(code, name, kind="commune", word="xã", parent=None):
    place = Locality.objects.create(
        code=code, name=name, kind=kind, word=word, search=name.lower(), valid_from=date(2025, 7, 1), parent=parent
    )
    place.path = f"{parent.path if parent else '/'}{place.pk}/"
    place.save(update_fields=["path"])
    return place


def actor_in(place, *roles):
    """A person with an account and these roles over the place, and the actor they are."""
    number = User.objects.count() + 1
    person = Person.objects.create(name=f"Người Thứ {number}", locality=place, search=f"nguoi thu {number}")
    user = User.objects.create(username=f"nguoi-{number}", person=person)
    for role in roles:
        Post.objects.create(person=person, locality=place, title=role, role=role, starts_on=date(2025, 7, 1))
    grants = tuple(Grant(role, place.pk, place.path) for role in roles)
    return Actor(key=f"user:{user.pk}", name=person.name, user_id=user.pk, grants=grants)


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.DIENHONG_FILES = tmp_path / "files"


@pytest.fixture
def plain_reader(monkeypatch):
    """Lines of a text file without the separate process of the real reader, which its own tests cover."""

    def read_bytes(data, *, name=""):
        return Source("text/plain", tuple(Line(text) for text in data.decode().splitlines()))

    monkeypatch.setattr(reading, "read_bytes", read_bytes)


@pytest.fixture
def province(db):
    return locality("lam-giang", "Lam Giang", kind="province", word="tỉnh")


@pytest.fixture
def commune(province):
    return locality("ben-say", "Bến Sậy", parent=province)


@pytest.fixture
def other_commune(province):
    return locality("cau-ngoi", "Cầu Ngói", parent=province)


@pytest.fixture
def officer(commune):
    return actor_in(commune, Role.OFFICER)


@pytest.fixture
def second_officer(commune):
    return actor_in(commune, Role.OFFICER)


@pytest.fixture
def stranger(other_commune):
    return actor_in(other_commune, Role.OFFICER, Role.CHAIR, Role.REGISTRAR)


@pytest.fixture
def nobody():
    return NOBODY


def enter(place, by, text, name="nghi-quyet.txt", work=None):
    """Upload a text and have it read, as the background job does at once in tests."""
    answer = actions.upload(
        place_id=place.pk,
        work_id=work.pk if work else None,
        data=text.encode(),
        name=name,
        key=uuid4(),
        by=by,
    )
    return Version.objects.get(pk=answer.version.pk)


@pytest.fixture
def draft(commune, officer, plain_reader):
    return enter(commune, officer, DRAFT)


@pytest.fixture
def adopted(commune, officer, plain_reader):
    return enter(commune, officer, ADOPTED)


@pytest.fixture
def signed_in(client):
    """A client that is signed in as an actor made by `actor_in`."""

    def sign_in(actor):
        client.force_login(User.objects.get(pk=actor.user_id), backend=BACKEND)
        session = client.session
        session["has_second_factor"] = True
        session.save()
        return client

    return sign_in
