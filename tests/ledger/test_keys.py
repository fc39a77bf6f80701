import stat
from datetime import timedelta

import pytest

from dienhong.ledger import actions, commands, keys, notes, queries
from dienhong.ledger.audit import audit
from dienhong.ledger.models import Entry, SigningKey

pytestmark = pytest.mark.django_db


def test_a_new_key_is_a_file_for_its_owner_only():
    assert stat.S_IMODE(keys.place().stat().st_mode) == 0o600
    assert stat.S_IMODE(keys.place().parent.stat().st_mode) == 0o700


def test_a_second_new_key_is_refused_and_the_first_stays():
    first = keys.load().public
    with pytest.raises(keys.KeyUnusable, match="key rotate"):
        commands.new_key()
    assert keys.load().public == first


def test_a_key_that_others_can_read_is_refused():
    keys.place().chmod(0o640)
    with pytest.raises(keys.KeyUnusable, match="chmod 600"):
        keys.load()


@pytest.mark.parametrize("content", [b"", b"not a key"])
def test_a_file_that_is_no_key_is_refused(content):
    keys.place().write_bytes(content)
    with pytest.raises(keys.KeyUnusable, match="PEM"):
        keys.load()


def test_the_private_key_is_nowhere_in_the_database(append, at):
    append()
    actions.seal_new(at)
    private = keys.load().private.private_bytes_raw().hex()
    for key in SigningKey.objects.all():
        assert private not in (key.public + key.statement + key.old_signature + key.new_signature)


def test_the_first_key_is_an_entry(at, signing_key):
    actions.seal_new(at)
    entry = Entry.objects.get(kind="key.introduced")
    assert entry.locality == actions.SITE
    assert entry.payload.data == {"public": signing_key.public}


def test_a_rotation_is_signed_by_both_keys_and_is_an_entry(append, at, signing_key):
    append()
    actions.seal_new(at)
    new = commands.rotate_key(at)
    assert keys.load().public == new != signing_key.public
    record = SigningKey.objects.get(public=new)
    notes.check_signature(record.statement, bytes.fromhex(record.old_signature), signing_key.public)
    notes.check_signature(record.statement, bytes.fromhex(record.new_signature), new)
    assert Entry.objects.get(kind="key.rotated").payload.data["statement"] == record.statement
    append()
    actions.seal_new(at + timedelta(minutes=1))
    assert notes.opened(queries.latest("xa-an-lac").note, new)
    assert audit().is_intact


def test_the_old_key_is_kept_beside_the_new_one(at, signing_key):
    commands.rotate_key(at)
    assert keys.load(keys.place().with_suffix(f".old-{signing_key.public[:8]}")).public == signing_key.public
    assert not keys.next_place().exists()


def test_another_key_put_in_place_by_hand_is_refused(append, at):
    append()
    actions.seal_new(at)
    keys.place().unlink()
    keys.create()
    with pytest.raises(keys.KeyUnusable, match="khóa cuối cùng"):
        actions.seal_new(at)
    with pytest.raises(keys.KeyUnusable, match="khóa cuối cùng"):
        commands.rotate_key(at)


def test_a_rotation_cut_off_before_it_was_recorded_is_finished_by_a_second_run(append, at, monkeypatch):
    append()
    actions.seal_new(at)
    with monkeypatch.context() as patch:
        patch.setattr(actions, "_record_rotation", interrupted)
        with pytest.raises(KeyboardInterrupt):
            commands.rotate_key(at)
    actions.seal_new(at)  # the old key still signs
    begun = keys.load(keys.next_place()).public
    assert commands.rotate_key(at) == begun == keys.load().public


def test_a_rotation_cut_off_after_it_was_recorded_is_finished_by_a_second_run(append, at, monkeypatch):
    append()
    actions.seal_new(at)
    with monkeypatch.context() as patch:
        patch.setattr(keys, "put_next_in_place", interrupted)
        with pytest.raises(KeyboardInterrupt):
            commands.rotate_key(at)
    with pytest.raises(keys.KeyUnusable, match="key rotate"):
        actions.seal_new(at)
    begun = keys.load(keys.next_place()).public
    assert commands.rotate_key(at) == begun == keys.load().public
    assert SigningKey.objects.count() == 2
    actions.seal_new(at)
    assert audit().is_intact


def interrupted(*_args):
    raise KeyboardInterrupt
