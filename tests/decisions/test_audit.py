"""Somebody with the database's own rights changes what was sealed: each change is found, and nothing else is."""

from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import F

from dienhong.decisions import actions
from dienhong.decisions.models import (
    Choice,
    Confirmation,
    Matter,
    Meeting,
    Outcome,
    Presence,
    Record,
    Sheet,
    SignedPage,
    Step,
)
from dienhong.documents import store
from dienhong.ledger.models import Entry
from dienhong.rolls.models import Entry as RollEntry
from dienhong.rolls.models import Roll
from dienhong.site import appended, wiring
from lawcore.ballots.matters import Matter as Kind
from lawcore.ballots.meetings import Choice as Chosen
from tests.decisions.conftest import MEETS, a_village

pytestmark = pytest.mark.django_db


def found():
    """What the command says of the tables of all domains."""
    return [finding for audit in wiring.AUDITS for finding in audit()]


@pytest.fixture
def village(commune):
    return a_village(commune, "ben-say-dong", "Đông Hạ", 9)


@pytest.fixture
def sealed(life):
    """A decision that went its whole way, and one that failed in the same meeting."""
    passed, failed = life.propose(), life.propose(Kind.VILLAGE_MONEY, title="Góp tiền làm đường")
    meeting = life.begin(passed, failed, present=8)
    life.choose(meeting, Chosen.SECRETARY, 8, names=("Lò Thị Mơ",))
    life.vote(meeting, agree=7, disagree=1)
    life.vote(meeting, agree=4, disagree=4, position=2)
    life.end(meeting)
    life.sent(Matter.objects.get(pk=passed.pk))
    assert found() == []
    appended.remove(connection)
    yield
    appended.install(connection)


def first(model, **which):
    return model.objects.filter(pk=model.objects.filter(**which).order_by("pk").first().pk)


def swap_sheet_order():
    one, two = Sheet.objects.order_by("pk")[:2]
    Sheet.objects.filter(pk=one.pk).update(recorded_by="user:0")
    Sheet.objects.filter(pk=two.pk).update(place=F("place"), key=one.key + "x")


def rewrite_record(**changes):
    record = Record.objects.get()
    Record.objects.update(content={**record.content, **changes})


def rewrite_record_with_its_digest():
    from dienhong.decisions.actions.recording import digest_of  # noqa: PLC0415

    content = {**Record.objects.get().content, "agree": 9}
    Record.objects.update(content=content, digest=digest_of(content))


def copy(row, **changes):
    row.pk = None
    for name, value in changes.items():
        setattr(row, name, value)
    row.save(force_insert=True)


ATTACKS = {
    "a household made present": lambda: first(Presence).update(is_present=False),
    "a tick of another household": lambda: first(Presence).update(entry=RollEntry.objects.order_by("-number").first()),
    "a tick at another time": lambda: first(Presence).update(happened_at=MEETS - timedelta(hours=5)),
    "a tick by another account": lambda: first(Presence).update(recorded_by="user:99"),
    "a tick gone": lambda: first(Presence).delete(),
    "a tick added": lambda: copy(Presence.objects.order_by("pk").first(), key="thêm"),
    "a figure of a sheet": lambda: first(Sheet).update(figures={"present": 8, "agree": 8, "disagree": 0, "other": 0}),
    "sheets swapped": swap_sheet_order,
    "a sheet gone": lambda: first(Sheet).delete(),
    "a sheet added": lambda: copy(Sheet.objects.order_by("pk").first(), key="thêm"),
    "the way of voting": lambda: first(Choice, what="method").update(agree=5),
    "a choice gone": lambda: first(Choice).delete(),
    "an outcome": lambda: first(Outcome).update(agree=8, disagree=0),
    "an outcome turned": lambda: first(Outcome, is_adopted=False).update(is_adopted=True),
    "an outcome gone": lambda: first(Outcome).delete(),
    "a step's day": lambda: first(Step, event="adopt").update(on=MEETS.date() - timedelta(days=30)),
    "a step's reason": lambda: first(Step, event="adopt").update(why=[]),
    "a step gone": lambda: first(Step, event="open").delete(),
    "a failed matter passed": lambda: Matter.objects.filter(stage="failed").update(stage="passed"),
    "the day it was passed": lambda: first(Matter).update(passed_on=MEETS.date() - timedelta(days=30)),
    "the day it binds": lambda: first(Matter).update(effective_on=MEETS.date() + timedelta(days=30)),
    "its number": lambda: first(Matter).update(number=7),
    "what was asked": lambda: first(Matter).update(asked="Mỗi hộ nộp 500.000 đồng?"),
    "the level per household": lambda: first(Matter).update(per_household=500_000, money_for="Đường"),
    "a word of the record": lambda: rewrite_record(agree=9),
    "who was present in the record": lambda: rewrite_record(households_present=[]),
    "the record and its digest": rewrite_record_with_its_digest,
    "the signed page": lambda: store.path_of(SignedPage.objects.get().file.sha256).write_bytes(b"another"),
    "the signed page gone": lambda: SignedPage.objects.all().delete(),
    "a confirmation by another": lambda: first(Confirmation).update(recorded_by="user:99"),
    "a confirmation gone": lambda: first(Confirmation).delete(),
    "the meeting's hour": lambda: Meeting.objects.update(opened_at=MEETS - timedelta(hours=3)),
    "the meeting open again": lambda: Meeting.objects.update(stage="open"),
    "a household off the roll": lambda: Roll.objects.update(households=8),
    "a name on the roll": lambda: first(RollEntry).update(mark="0" * 64),
    "the roll's digest": lambda: Roll.objects.update(digest="0" * 64),
}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_what_was_sealed_and_then_changed_is_found(sealed, attack):
    ledger = Entry.objects.count()
    attack()
    assert found()
    assert Entry.objects.count() == ledger


def test_a_village_without_decisions_has_no_findings(village):
    assert found() == []


def test_what_the_commune_decided_is_compared_too(life, officer):
    matter = life.sent(life.passed(Kind.CONVENTION))
    day = MEETS.date() + timedelta(days=3)
    actions.recognise(
        matter=matter, recognised_on=day, paper="05/QĐ", key="r", by=officer, at=MEETS + timedelta(days=9)
    )
    assert found() == []
