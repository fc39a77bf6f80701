"""The sample commune and its year, in the test database for as long as one needs them."""

from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from uuid import uuid4

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client

from dienhong.foundations.actors import Role
from dienhong.foundations.clock import legal_day
from dienhong.ledger import commands as ledger
from dienhong.programmes.models import Programme
from dienhong.registry import queries as registry
from dienhong.registry.actions import people, places
from dienhong.registry.actions.people import Particulars
from dienhong.registry.models import Locality, User
from dienhong.reports import actions as reports
from dienhong.resolutions import actions as resolutions
from dienhong.resolutions.models import Version
from dienhong.sample import commune, story
from dienhong.site import appended
from lawcore.indicators.periods import Period
from lawcore.timelimits import Every

VISITOR = ""
FOREIGN = "can-bo-noi-khac"
SINCE = date(2025, 7, 1)


@dataclass(frozen=True)
class Year:
    place: Locality
    sign_ins: dict = field(repr=False)

    @property
    def readers(self):
        """Everybody who opens pages here: a visitor, then one account per role."""
        return (VISITOR, *self.sign_ins)

    def client(self, username=VISITOR):
        """A browser without scripts, signed in with both factors unless it is a visitor's."""
        client = Client(raise_request_exception=False)
        if username != VISITOR:
            client.force_login(User.objects.get(username=username))
            session = client.session
            session["has_second_factor"] = True  # as the page of the code leaves it
            session.save()
        return client


@contextmanager
def told(at):
    """Build, tell, seal; afterwards empty every table. Committed, so a server in another thread sees it too."""
    assert "ledger_entry" in connection.introspection.table_names(), (
        "mark the tests django_db: this is no test database"
    )
    try:
        _have_a_key()
        place, sign_ins = commune.build()
        story.tell(place, at=at, resolution=None, run_jobs=lambda: None)  # jobs run at once in tests
        _leave_work(place, at)
        _neighbour(place)
        seal(at)
        yield Year(place, {each.username: each for each in sign_ins})
    finally:
        appended.remove(connection)
        call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=True)
        appended.install(connection)


def seal(at):
    """What the worker does once a minute."""
    _have_a_key()
    ledger.seal(at)


def _have_a_key():
    """Another test may have made it already."""
    if not settings.DIENHONG_KEY_FILE.exists():
        ledger.new_key()


def _leave_work(place, at):
    """What a desk holds in the middle of a year: a report in writing, an amended text, a file nobody can read."""
    officer = registry.actor_of(User.objects.get(username="can-bo"), on=legal_day(at))
    reports.open_report(
        programme=Programme.objects.select_related("locality", "version__work").get(),
        period=Period(2026, 1, Every.YEAR),
        by=officer,
        at=at,
        on=legal_day(at),
        key=uuid4(),
    )
    text = story.RESOLUTION.read_text()
    amended = (
        text.replace("Điều 4. Kinh phí", "Điều 4. Bảo đảm kinh phí")
        .replace("Số: 07/2025/NQ-HĐND", "Số:      /2026/NQ-HĐND")
        .replace(
            "Xét Tờ trình", "Căn cứ Nghị quyết số 11/2024/NQ-HĐND của Hội đồng nhân dân tỉnh Lam Giang;\nXét Tờ trình"
        )
    )
    known = Version.objects.get()
    upload(place, officer, amended.encode(), "ban-sua-doi.txt", work=known.work_id)
    upload(place, officer, b"\x00\x01\x02" * 400, "hong.pdf")


def upload(place, officer, data, name, work=None):
    return resolutions.upload(place_id=place.pk, work_id=work, data=data, name=name, key=uuid4(), by=officer)


def _neighbour(place):
    """Another commune of the province with an officer of its own."""
    other = places.add_locality(
        parent=place.parent, code="bai-cat", kind="commune", word="xã", name="Bãi Cát", valid_from=SINCE,
        by=commune.founder(place.parent),
    )  # fmt: skip
    by = commune.founder(other)
    person = people.add_person(locality=other, particulars=Particulars(name="Ngô Thị Bến", birth_year=1985), by=by)
    people.give_post(
        person=person, locality=other, organization=None, title="Công chức", role=Role.OFFICER, starts_on=SINCE, by=by
    )
    TOTP.activate(User.objects.create(username=FOREIGN, person=person), generate_totp_secret())
