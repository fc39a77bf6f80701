"""A published line is bound to the public export: changed, taken away, added or bound anew, a stranger sees it."""

import subprocess
import sys
from types import SimpleNamespace

import pytest
from django.db import transaction

from dienhong.ledger import actions, commands, published
from dienhong.ledger.actions import bind
from dienhong.ledger.models import Entry
from ledger.test_attacks import HERE, TOOL

pytestmark = pytest.mark.django_db
SHOWN = []


def shown(locality):
    """What the pages show now."""
    return [each for place, each in SHOWN if place == locality]


PUBLISHERS = (shown,)


@pytest.fixture
def site(settings, at, tmp_path):
    """Two facts, bound and sealed; what the verifier says of the export of the moment."""
    settings.DIENHONG_PUBLISHED = f"{__name__}.PUBLISHERS"
    SHOWN.clear()
    count, day = published.fact("a.count:1", agree=7, on=at.date()), published.fact("a.day:1", of=[1, 2], why=None)

    def publish(*facts):
        SHOWN.extend((HERE, each) for each in facts)
        with transaction.atomic():
            bind(*facts, by="user:1", locality=HERE)

    def said():
        path = tmp_path / "so-cai.jsonl"
        commands.export(path)
        run = subprocess.run([sys.executable, TOOL, path], capture_output=True, text=True, check=False)
        return run.returncode, run.stdout

    publish(count, day)
    actions.seal_new(at)
    yield SimpleNamespace(count=count, day=day, publish=publish, said=said, at=at)
    SHOWN.clear()


def test_what_was_published_and_is_still_shown_is_intact(site):
    code, said = site.said()
    assert code == 0
    assert "2 published facts" in said


def test_a_fact_that_was_changed_is_found(site):
    SHOWN[0] = (HERE, published.fact("a.count:1", agree=8, on=site.at.date()))
    code, said = site.said()
    assert (code, "ALTERED xa-an-lac a.count:1: what was published is no longer what it was" in said) == (1, True)


def test_a_fact_that_was_taken_away_is_found(site):
    SHOWN.pop()
    code, said = site.said()
    assert (code, "ALTERED xa-an-lac a.day:1: what was published is gone" in said) == (1, True)


def test_a_fact_without_an_entry_is_found(site):
    """It has no entry that waits either: what waits is left out until it is sealed."""
    SHOWN.append((HERE, published.fact("a.count:2", agree=1)))
    code, said = site.said()
    assert (code, "a.count:2: this was published without an entry" in said) == (1, True)


def test_a_fact_shown_twice_is_found(site):
    SHOWN.append(SHOWN[0])
    assert site.said()[0] == 1


def test_a_fact_bound_anew_is_found_though_it_is_sealed(site):
    changed = published.fact("a.count:1", agree=8, on=site.at.date())
    SHOWN[0] = (HERE, changed)
    with transaction.atomic():
        actions.append(kind=published.KIND, subject=changed.subject, by="user:1", locality=HERE, data={})
    actions.seal_new(site.at)
    code, said = site.said()
    assert (code, "a.count:1: what was published was bound a second time" in said) == (1, True)


def test_what_is_not_sealed_yet_waits_for_the_next_export(site):
    site.publish(published.fact("a.count:2", agree=1))
    assert "2 published facts" in site.said()[1]
    actions.seal_new(site.at)
    code, said = site.said()
    assert (code, "3 published facts" in said) == (0, True)


def test_the_same_fact_bound_again_is_the_same_entry_and_another_is_refused(site):
    before = Entry.objects.count()
    with transaction.atomic():
        bind(site.count, by="user:1", locality=HERE)
    assert Entry.objects.count() == before
    with pytest.raises(actions.KeyReused), transaction.atomic():
        bind(published.fact("a.count:1", agree=8), by="user:1", locality=HERE)


def test_the_text_of_a_fact_is_canonical_and_leaves_out_what_is_not_there(site):
    assert site.day.text == '{"of":[1,2]}'
    assert site.count.text == f'{{"agree":7,"on":"{site.at.date()}"}}'
    assert published.parted(site.count.subject) == ("a.count:1", site.count.digest)
    assert published.label_of("disclosures.posting:7") is None
