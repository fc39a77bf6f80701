import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from dienhong.ledger import actions, entries, keys, notes, queries, tasks
from dienhong.ledger.audit import audit
from dienhong.ledger.models import Checkpoint, Entry, Head, Leaf, Node, Payload, Pending
from lawcore import merkle

pytestmark = pytest.mark.django_db

HERE, THERE = "xa-an-lac", "xa-binh-yen"


def root_by_hand(locality):
    leaves = Leaf.objects.filter(locality=locality).order_by("index").select_related("entry")
    return merkle.Tree(entries.leaf_of(leaf.entry) for leaf in leaves).root()


def test_sealing_gives_every_entry_its_place_and_signs_the_root(append, at, signing_key):
    made = [append(HERE) for _ in range(5)]
    assert tasks.seal(at) == 6  # and the first key's own entry
    places = Leaf.objects.filter(locality=HERE).order_by("index").values_list("index", "entry_id")
    assert list(places) == [(n, entry.pk) for n, entry in enumerate(made)]
    checkpoint = queries.latest(HERE)
    assert (checkpoint.size, bytes(checkpoint.root)) == (5, root_by_hand(HERE))
    text = notes.opened(checkpoint.note, signing_key.public)
    assert text.startswith(f"dienhong/{HERE}\n5\n")
    assert f"\ntime {notes.instant(at)}\n" in text
    assert not Pending.objects.exists()


def test_each_locality_has_a_tree_of_its_own(append, at):
    append(HERE)
    append(THERE)
    append(THERE)
    actions.seal_new(at)
    assert queries.localities() == ["he-thong", HERE, THERE]
    assert (queries.latest(HERE).size, queries.latest(THERE).size) == (1, 2)


def test_the_tree_grows_from_where_it_stood(append, at):
    for day in range(1, 9):
        for _ in range(day):
            append(HERE)
        actions.seal_new(at + timedelta(days=day))
        checkpoint = queries.latest(HERE)
        assert (checkpoint.size, bytes(checkpoint.root)) == (day * (day + 1) // 2, root_by_hand(HERE))
    assert Node.objects.filter(locality=HERE).count() == 36 - (36).bit_count()
    assert audit().is_intact


def test_nothing_waiting_means_nothing_new(append, at):
    append(HERE)
    actions.seal_new(at)
    assert actions.seal_new(at + timedelta(minutes=1)) == 0
    assert Checkpoint.objects.filter(locality=HERE).count() == 1


def test_a_large_wait_is_sealed_in_several_checkpoints(append, at, monkeypatch):
    monkeypatch.setattr(actions, "MOST_PER_CHECKPOINT", 3)
    for _ in range(7):
        append(HERE)
    assert actions.seal_new(at) == 8
    assert list(queries.checkpoints(HERE).values_list("size", flat=True)) == [7, 6, 3]


def test_an_entry_that_was_committed_late_is_not_skipped(append, at):
    """Numbers are given before commits: a later number may be sealed first, and the earlier one must follow."""
    early, late = append(HERE), append(HERE)
    Pending.objects.filter(entry=early).delete()  # as another transaction sees it before the commit
    actions.seal_new(at)
    Pending.objects.create(entry=early, locality=HERE)
    actions.seal_new(at + timedelta(minutes=1))
    places = Leaf.objects.filter(locality=HERE).order_by("index").values_list("entry_id", flat=True)
    assert list(places) == [late.pk, early.pk]


@pytest.mark.parametrize("step", ["Leaf.objects.bulk_create", "Node.objects.bulk_create", "notes.signed"])
def test_a_sealer_stopped_at_any_step_leaves_nothing_half_done(append, at, monkeypatch, step):
    for _ in range(4):
        append(HERE)

    def stop(*_args, **_options):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        owner, _, name = step.rpartition(".")
        place = actions
        for part in owner.split("."):
            place = getattr(place, part)
        patch.setattr(place, name, stop)
        with pytest.raises(KeyboardInterrupt):
            actions.seal_new(at)
    assert not Leaf.objects.filter(locality=HERE).exists()
    assert Pending.objects.filter(locality=HERE).count() == 4
    actions.seal_new(at)
    assert queries.latest(HERE).size == 4
    assert audit().is_intact


@pytest.mark.django_db(transaction=True)
def test_two_sealers_at_once_make_one_tree(append, at):
    sealers = 4 if connection.vendor == "postgresql" else 1  # SQLite in memory lets one connection write at a time
    for _ in range(40):
        append(HERE)

    def seal(_number):
        try:
            return actions.seal_new(at)
        finally:
            connection.close()

    actions.seal_new(at)
    for _ in range(40):
        append(HERE)
    with ThreadPoolExecutor(sealers) as pool:
        assert sum(pool.map(seal, range(sealers))) == 40
    assert queries.latest(HERE).size == 80
    assert audit().is_intact


@pytest.mark.django_db(transaction=True)
def test_a_sealer_killed_with_no_chance_to_clean_up_is_followed_by_another(append, at, monkeypatch):
    """PostgreSQL only has the database in another process; on SQLite the steps above stand for it."""
    if connection.vendor != "postgresql":
        return
    for _ in range(10):
        append(HERE)
    connection.close()
    child = os.fork()
    if child == 0:
        monkeypatch.setattr(notes, "signed", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
        actions.seal_new(at)
        os._exit(3)
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    time.sleep(0.2)
    assert actions.seal_new(at) == 11
    assert audit().is_intact


def test_a_sealer_refuses_to_sign_over_a_tree_that_was_changed(append, at):
    append(HERE)
    actions.seal_new(at)
    Head.objects.filter(pk=HERE).update(size=0)
    append(HERE)
    with pytest.raises(actions.TreeBroken, match="last checkpoint"):
        actions.seal_new(at + timedelta(minutes=1))
    Head.objects.filter(pk=HERE).update(size=7)
    with pytest.raises(actions.TreeBroken, match="gone"):
        actions.seal_new(at + timedelta(minutes=1))


def test_without_a_key_nothing_is_sealed_and_the_message_says_what_to_do(append, at):
    append(HERE)
    keys.place().unlink()
    with pytest.raises(keys.KeyUnusable, match="ledger key new"):
        actions.seal_new(at)


def test_every_entry_can_be_shown_to_stand_under_the_last_checkpoint(append, at):
    made = [append(HERE) for _ in range(11)]
    assert queries.inclusion(made[0]) is None
    actions.seal_new(at)
    for entry in made:
        shown = queries.inclusion(entry)
        root = bytes(shown.checkpoint.root)
        merkle.check_inclusion(entries.leaf_of(entry), shown.index, shown.checkpoint.size, shown.path, root)


def test_every_checkpoint_can_be_shown_to_begin_the_next(append, at):
    for day in range(5):
        for _ in range(day + 1):
            append(HERE)
        actions.seal_new(at + timedelta(days=day))
    points = list(queries.checkpoints(HERE).order_by("size"))
    for old in points:
        for new in points[points.index(old) :]:
            proof = queries.consistency(HERE, old.size, new.size)
            merkle.check_consistency(old.size, new.size, proof, bytes(old.root), bytes(new.root))


def test_a_proof_reads_few_rows_however_many_there_are(append, at, django_assert_max_num_queries):
    made = [append(HERE) for _ in range(70)]
    actions.seal_new(at)
    with django_assert_max_num_queries(4):
        queries.inclusion(made[33])


def test_a_receipt_promises_the_leaf_of_the_entry(append, signing_key):
    entry = append(HERE)
    receipt = queries.receipt(entry)
    assert len(receipt.code) == 10
    text = notes.opened(receipt.note, signing_key.public)
    assert text.splitlines()[:2] == [f"dienhong/{HERE}/receipt", str(entry.pk)]


def test_a_stamp_carries_the_whole_root_in_its_address_and_eight_words(append, at, settings):
    assert queries.stamp(HERE) is None
    append(HERE)
    actions.seal_new(at)
    stamp = queries.stamp(HERE)
    assert stamp.root_hex == bytes(queries.latest(HERE).root).hex()
    assert stamp.url == f"{settings.DIENHONG_URL}/so-cai/{HERE}/1/?goc={stamp.root_hex}"
    assert len(stamp.words) == 8
    assert stamp.qr_svg().startswith("<svg")


def test_an_erased_payload_leaves_everything_provable(append, at):
    entry = append(HERE)
    append(HERE)
    actions.seal_new(at)
    before = queries.latest(HERE).note
    actions.erase_payload(entry=entry, by="user:9", ground="Yêu cầu của chủ thể dữ liệu")
    assert not Payload.objects.filter(entry=entry).exists()
    assert queries.latest(HERE).note == before
    actions.seal_new(at + timedelta(minutes=1))
    erasure = queries.history(f"ledger.entry:{entry.pk}").get()
    assert erasure.kind == "payload.erased"
    report = audit()
    assert report.is_intact
    assert report.erased == 1
    shown = queries.inclusion(Entry.objects.get(pk=entry.pk))
    assert shown.index == 0


def test_erasing_twice_records_one_erasure(append):
    entry = append(HERE)
    actions.erase_payload(entry=entry, by="user:9", ground="x")
    actions.erase_payload(entry=entry, by="user:9", ground="x")
    assert queries.history(f"ledger.entry:{entry.pk}").count() == 1
