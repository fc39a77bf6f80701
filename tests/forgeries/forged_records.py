"""Thirty things that an administrator of the database, without the signing key, changes after they were sealed.

The triggers are dropped before and put back after, as an administrator would. `EXPORT`: the stand-alone verifier has to
find it from the public export and one checkpoint saved earlier. `VERIFY`: it is in no public line, so `dienhong ledger
verify` has to find it by comparing tables and files with what was sealed.
"""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

from django.apps import apps
from django.db import connection, transaction
from django.db.models import F

from dienhong.decisions import models as of
from dienhong.decisions.queries.contents import digest_of
from dienhong.documents import store
from dienhong.documents.models import StoredFile
from dienhong.funds import models as money
from dienhong.funds import queries as funds
from dienhong.ledger import commands
from dienhong.ledger.entries import commitment, leaf_of
from dienhong.ledger.models import Checkpoint, Entry, Head, Leaf, Node, Payload, Pending
from dienhong.ledger.rows import mark
from dienhong.rolls import models as rolls
from dienhong.rolls.digests import digest_of as digest_of_roll
from dienhong.site import appended, wiring
from tests.forgeries.sealed_world import HERE, seal

TOOL = Path(__file__).parents[2] / "tools" / "verify_ledger.py"
EXPORT, VERIFY = "export", "verify"
ATTACKS = {}


def attack(name, found_by):
    """Register a change and which of the two has to find it."""

    def registered(change):
        ATTACKS[name] = SimpleNamespace(change=change, found_by=found_by)
        return change

    return registered


def first(model, **which):
    """The first such row, as a queryset that can be updated."""
    return model.objects.filter(pk=model.objects.filter(**which).order_by("pk").first().pk)


def gone(rows):
    """Delete without asking what rests on it."""
    rows._raw_delete(rows.db)


def again(row, **changes):
    """The same row once more, as another."""
    for name, value in {"pk": None, **changes}.items():
        setattr(row, name, value)
    row.save(force_insert=True)


def sent(**which):
    """The decision that was passed, signed and sent, and has its fund."""
    return of.Matter.objects.get(fund__isnull=False, **which)


# --- Counts and results


@attack("the count of a vote", EXPORT)
def count(_world):
    first(of.Outcome, matter=sent()).update(agree=8, disagree=0)


@attack("a failed vote turned into a passed one", EXPORT)
def turned(_world):
    first(of.Outcome, is_adopted=False).update(is_adopted=True)
    of.Matter.objects.filter(stage="failed").update(stage="passed", passed_on=F("begun_on"))


@attack("a result taken away", EXPORT)
def result_gone(_world):
    gone(first(of.Outcome, form="online"))


@attack("a result that nobody voted for", EXPORT)
def result_added(_world):
    again(of.Outcome.objects.order_by("pk").first(), key="added", agree=1, disagree=7)


@attack("a village's vote in a matter of the whole commune", EXPORT)
def tally(_world):
    first(of.Outcome, matter__under__isnull=False).update(agree=9, disagree=0)


# --- Minutes


@attack("the minutes, with their digest", EXPORT)
def minutes(_world):
    record = of.Record.objects.order_by("pk").first()
    content = {**record.content, "agree": 9}
    of.Record.objects.filter(pk=record.pk).update(content=content, digest=digest_of(content))


@attack("who chaired, in the minutes", EXPORT)
def chair(_world):
    record = of.Record.objects.order_by("pk").first()
    of.Record.objects.filter(pk=record.pk).update(content={**record.content, "chair": "Người khác"})


@attack("a corrected version taken away", EXPORT)
def version_gone(_world):
    gone(of.Record.objects.filter(version=2))


@attack("the photo of the signed page exchanged for another one", EXPORT)
def page(_world):
    another = StoredFile.objects.exclude(pk__in=of.SignedPage.objects.values("file")).order_by("pk").first()
    first(of.SignedPage).update(file=another)


@attack("a confirmation taken away", EXPORT)
def confirmation_gone(_world):
    gone(first(of.Confirmation))


# --- Days, order, what was asked


@attack("the day on which it was passed", EXPORT)
def passed_on(_world):
    matter = sent()
    of.Step.objects.filter(matter=matter, event="adopt").update(on=F("on") - timedelta(days=30))
    of.Matter.objects.filter(pk=matter.pk).update(passed_on=matter.passed_on - timedelta(days=30))


@attack("since when it binds", EXPORT)
def effective_on(_world):
    of.Matter.objects.filter(pk=sent().pk).update(effective_on=F("effective_on") + timedelta(days=30))


@attack("the order of the agenda", EXPORT)
def agenda(_world):
    one, two = of.Item.objects.filter(meeting__items__position=2).order_by("pk").distinct()[:2]
    for row, position in ((one, 99), (two, one.position), (one, two.position)):
        of.Item.objects.filter(pk=row.pk).update(position=position)


@attack("the hour at which the meeting began", EXPORT)
def hour(_world):
    of.Meeting.objects.update(opened_at=F("opened_at") - timedelta(hours=3))


@attack("the sentence that was voted on", EXPORT)
def asked(_world):
    of.Matter.objects.filter(pk=sent().pk).update(asked="Mỗi hộ nộp 500.000 đồng?")


# --- The roll


@attack("a household off the frozen roll, digest and all", EXPORT)
def roll(_world):
    frozen = of.Meeting.objects.order_by("pk").first().roll
    gone(rolls.Entry.objects.filter(roll=frozen, number=frozen.households))
    lines = [(each.number, each.household.code, each.mark) for each in frozen.entries.select_related("household")]
    rolls.Roll.objects.filter(pk=frozen.pk).update(households=len(lines), digest=digest_of_roll(lines))


@attack("a name on the roll", EXPORT)
def name(_world):
    first(rolls.Entry).update(name="Người khác")


# --- Money


@attack("the amount of a receipt", EXPORT)
def receipt(_world):
    first(money.Receipt).update(amount=30_000)


@attack("a statement with its digest", EXPORT)
def statement(_world):
    row = money.Statement.objects.get()
    figures = {**row.figures, "total": {**row.figures["total"], "spent": 1}}
    digest = funds.digest_of(row.fund_id, row.since, row.until, figures)
    money.Statement.objects.update(figures=figures, digest=digest)


# --- The ledger too


@attack("a count, and every entry that speaks of it", EXPORT)
def with_its_entries(_world):
    """All that can be made to agree without the key: the row, its marks, the commitments, the leaves."""
    outcome = of.Outcome.objects.order_by("pk").first()
    label, before = f"decisions.outcome:{outcome.pk}", mark(outcome)
    of.Outcome.objects.filter(pk=outcome.pk).update(agree=8, disagree=0)
    outcome.refresh_from_db()
    for payload in Payload.objects.select_related("entry").filter(data__has_key="rows"):
        if payload.data["rows"].get(label) == before:
            payload.data["rows"][label] = mark(outcome)
            Payload.objects.filter(pk=payload.pk).update(data=payload.data)
            rewrite(payload.entry, commitment=commitment(bytes(payload.salt), payload.data))
    fact = next(each for publish in wiring.PUBLISHED for each in publish(HERE) if each.label == label)
    rewrite(Entry.objects.get(subject__startswith=f"{label}."), subject=fact.subject)


def rewrite(entry, **changes):
    Entry.objects.filter(pk=entry.pk).update(**changes)
    entry.refresh_from_db()
    Leaf.objects.filter(entry=entry).update(hash=leaf_of(entry))


@attack("a count, published a second time through the honest worker", EXPORT)
def bound_anew(_world):
    outcome = of.Outcome.objects.order_by("pk").first()
    of.Outcome.objects.filter(pk=outcome.pk).update(agree=8, disagree=0)
    label = f"decisions.outcome:{outcome.pk}"
    fact = next(each for publish in wiring.PUBLISHED for each in publish(HERE) if each.label == label)
    entry = Entry.objects.get(subject__startswith=f"{label}.")
    entry.pk, entry.key, entry.subject = None, "added", fact.subject
    entry.save(force_insert=True)
    Pending.objects.get_or_create(entry=entry, locality=HERE)
    seal()


@attack("the last weeks undone, ledger and tables alike", EXPORT)
def undone(world):
    """Nothing that is left contradicts anything: who saved a checkpoint knows that there was more."""
    late = Leaf.objects.filter(locality=HERE, index__gte=world.earlier)
    entries = list(late.values_list("entry", flat=True))
    for data in Payload.objects.filter(pk__in=entries).values_list("data", flat=True):
        for label in data.get("rows", {}):
            model, _, pk = label.partition(":")
            if "@" not in model:
                gone(apps.get_model(model).objects.filter(pk=pk))
    gone(late)
    gone(Payload.objects.filter(pk__in=entries))
    gone(Entry.objects.filter(pk__in=entries))
    gone(Checkpoint.objects.filter(locality=HERE, size__gt=world.earlier))
    for level in range(1, 20):
        gone(Node.objects.filter(locality=HERE, level=level, index__gte=world.earlier >> level))
    Head.objects.filter(pk=HERE).update(size=world.earlier)


# --- What stands in no public line


@attack("the bytes of a photo on the disk", VERIFY)
def bytes_of_a_photo(_world):
    store.path_of(of.SignedPage.objects.order_by("pk").first().file.sha256).write_bytes(b"another")


@attack("a household made present", VERIFY)
def present(_world):
    first(of.Presence).update(is_present=False)


@attack("the time at which an answer was recorded", VERIFY)
def recorded_at(_world):
    first(of.Vote).update(recorded_at=F("recorded_at") - timedelta(days=2))


@attack("a teller's sheet", VERIFY)
def sheet(_world):
    first(of.Sheet).update(figures={"present": 8, "agree": 8, "disagree": 0, "other": 0})


@attack("what a slip said", VERIFY)
def slip(_world):
    first(of.SlipAnswer, answer="disagree").update(answer="agree")


@attack("who met in which part of the village", VERIFY)
def cluster(_world):
    upper, lower = of.Cluster.objects.order_by("pk")
    first(of.Seat, cluster=lower).update(cluster=upper)


@attack("a consent to an initiative taken away", VERIFY)
def consent(_world):
    gone(first(of.Consent))


@attack("what a household is relieved of", VERIFY)
def relief(_world):
    money.Relief.objects.update(level=290_000)


def found(world, folder, change):
    """Make a change and take it back; what each of the two says of it, as (export, verify)."""
    files = {path: path.read_bytes() for path in folder.joinpath("files").rglob("*") if path.is_file()}
    with transaction.atomic():
        appended.remove(connection)
        change(world)
        said = by_export(world, folder), by_verify()
        transaction.set_rollback(True)
    for path, content in files.items():
        path.write_bytes(content)
    return said


def by_export(world, folder):
    """What the stand-alone verifier prints: the public export and the one checkpoint, in a process of its own."""
    exported, kept = folder / "so-cai.jsonl", folder / "diem-niem-phong.txt"
    commands.export(exported)
    kept.write_text(world.checkpoint, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-I", TOOL, exported, "--checkpoint", kept], capture_output=True, text=True, check=False
    )
    assert run.returncode in {0, 1}, run.stderr
    return [line for line in run.stdout.splitlines() if line.startswith("ALTERED")]


def by_verify():
    """What `dienhong ledger verify` says, as if the triggers had been put back: that they are gone is no proof here."""
    findings = commands.verify(wiring.AUDITS).findings
    return [str(finding) for finding in findings if finding.code != "trigger-missing"]
