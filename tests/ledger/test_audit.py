"""What an administrator of the database changes behind the triggers shows from within."""

import gzip
import json
import os
from datetime import timedelta

import pytest
from django.db import connection

from dienhong.ledger import actions, commands, keys, triggers
from dienhong.ledger.models import Checkpoint, Entry, Head, Leaf, Node, Payload, Pending, SigningKey

pytestmark = pytest.mark.django_db

HERE = "xa-an-lac"


@pytest.fixture
def sealed(append, at):
    for day in range(3):
        for _ in range(3):
            append(HERE)
        actions.seal_new(at + timedelta(seconds=day))
    triggers.remove(connection)
    yield
    triggers.install(connection)


def found():
    triggers.install(connection)
    return {finding.code for finding in commands.verify().findings}


def test_an_untouched_ledger_is_intact(sealed):
    assert found() == set()
    report = commands.verify()
    assert (report.leaves, report.checkpoints, report.erased) == (10, 4, 0)


def test_missing_triggers_are_found(sealed):
    assert {finding.code for finding in commands.verify().findings} == {"trigger-missing"}


@pytest.mark.parametrize("change", [{"actor": "user:2"}, {"claimed_on": "2020-01-01"}, {"commitment": "0" * 64}])
def test_an_edited_entry_is_found(sealed, change):
    Entry.objects.filter(leaf__index=4, locality=HERE).update(**change)
    assert "entry-altered" in found()


def test_an_edited_payload_is_found(sealed):
    Payload.objects.filter(entry__leaf__index=4).update(data={"title": "b"})
    assert found() == {"payload-altered"}


def test_a_payload_that_has_no_canonical_form_is_found(sealed):
    Payload.objects.filter(entry__leaf__index=4).update(data={"title": 0.5})
    assert found() == {"payload-altered"}


def test_an_edited_leaf_is_found(sealed):
    Leaf.objects.filter(locality=HERE, index=4).update(hash=os.urandom(32))
    assert {"entry-altered", "node-altered", "root-differs"} <= found()


def test_an_edited_node_is_found(sealed):
    Node.objects.filter(locality=HERE, level=1, index=0).update(hash=os.urandom(32))
    assert found() == {"node-altered"}


def test_a_removed_leaf_is_found(sealed):
    leaf = Leaf.objects.get(locality=HERE, index=4)
    leaf.delete()
    assert {"leaf-moved", "rolled-back"} <= found()


def test_two_swapped_leaves_are_found(sealed):
    one, two = Leaf.objects.filter(locality=HERE, index__in=[3, 4]).order_by("index")
    Leaf.objects.filter(pk=one.pk).update(index=99)
    Leaf.objects.filter(pk=two.pk).update(index=3)
    Leaf.objects.filter(pk=one.pk).update(index=4)
    assert "root-differs" in found()


def test_an_edited_checkpoint_is_found(sealed):
    Checkpoint.objects.filter(locality=HERE, size=6).update(root=os.urandom(32))
    assert {"root-differs", "checkpoint-forged"} == found()


def test_a_forged_note_is_found(sealed):
    checkpoint = Checkpoint.objects.get(locality=HERE, size=6)
    Checkpoint.objects.filter(pk=checkpoint.pk).update(note=checkpoint.note.replace("\n6\n", "\n7\n"))
    assert found() == {"checkpoint-forged"}


def test_a_checkpoint_taken_off_the_end_is_found(sealed):
    Checkpoint.objects.filter(locality=HERE, size=9).delete()
    assert found() == {"not-signed"}


def test_a_rolled_back_tree_is_found(sealed):
    Leaf.objects.filter(locality=HERE, index__gte=3).delete()
    assert "rolled-back" in found()


def test_a_head_that_was_moved_is_found(sealed):
    Head.objects.filter(pk=HERE).update(size=3)
    assert found() == {"head-altered"}


def test_a_key_without_a_statement_is_found(sealed):
    SigningKey.objects.create(public="ab" * 32)
    assert found() == {"key-swapped"}
    triggers.remove(connection)
    SigningKey.objects.filter(public="ab" * 32).update(
        statement=f"dienhong key rotation\nold {keys.load().public}\nnew {'ab' * 32}\ntime x\n",
        old_signature="zz",
        new_signature="00",
    )
    assert found() == {"key-swapped"}


def test_an_entry_that_waits_too_long_is_found(append, monkeypatch):
    entry = append(HERE)
    assert commands.verify().is_intact
    monkeypatch.setattr("dienhong.ledger.audit.SEALED_WITHIN", timedelta(seconds=-60))
    finding = commands.verify().findings[0]
    assert (finding.code, finding.where) == ("not-sealed", str(entry.pk))
    assert "tiến trình nền" in finding.message
    Pending.objects.all().delete()
    assert "rút khỏi hàng chờ" in commands.verify().findings[0].message


def test_the_export_holds_no_payload_and_no_salt(append, at, tmp_path):
    entry = append(HERE, data={"title": "Dự toán thu chi"}, key="phone-7f3a")
    commands.seal(at)
    path = tmp_path / "so-cai.jsonl"
    assert commands.export(path) == 7
    text = path.read_text(encoding="utf-8")
    assert "Dự toán" not in text
    assert bytes(entry.payload.salt).hex() not in text
    assert "phone-7f3a" not in text
    assert [json.loads(line)["type"] for line in text.splitlines()] == [
        "export", "key", "leaf", "checkpoint", "leaf", "checkpoint", "end",
    ]  # fmt: skip


def test_the_export_of_one_locality_holds_only_that_one(append, at, tmp_path):
    append(HERE)
    append("xa-binh-yen")
    commands.seal(at)
    path = tmp_path / "so-cai.jsonl.gz"
    commands.export(path, HERE)
    records = [json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()]
    assert {record["locality"] for record in records if "locality" in record} == {HERE}
    assert list(tmp_path.glob(".*.part")) == []
