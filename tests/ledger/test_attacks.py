"""Whoever holds the database cannot change what was published without the stand-alone verifier seeing it.

The verifier gets the public export and what one citizen kept: a checkpoint of the sixth entry, and a receipt for
the ninth. An attack may rewrite every byte of the export; some have the signing key too.
"""

import importlib.util
import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from dienhong.ledger import actions, export, keys, queries
from dienhong.ledger.models import Checkpoint
from ledger import forging

TOOL = Path(__file__).parents[2] / "tools" / "verify_ledger.py"
HERE, THERE = "xa-an-lac", "xa-binh-yen"


def load_verifier():
    spec = importlib.util.spec_from_file_location("verify_ledger", TOOL)
    module = importlib.util.module_from_spec(spec)
    sys.modules["verify_ledger"] = module
    spec.loader.exec_module(module)
    return module


VERIFIER = load_verifier()


@pytest.fixture
def world(db, append, at, signing_key, tmp_path):
    """Three sealings under the first key, a change of key, and one more; a citizen kept two notes."""

    def year(number):
        for n in range(3):
            append(HERE, subject=f"disclosures.posting:{number}{n}", claimed_on=at.date())
            append(THERE, subject=f"disclosures.posting:{number}{n}")
        actions.seal_new(at + timedelta(seconds=number))

    year(1)
    year(2)
    kept = Checkpoint.objects.get(locality=HERE, size=6).note
    year(3)
    promised = queries.history("disclosures.posting:32").filter(locality=HERE).get()
    receipt = queries.receipt(promised).note
    actions.rotate_key(by="user:1", at=at + timedelta(seconds=4))
    year(5)
    later = Checkpoint.objects.get(locality=HERE, size=12).note
    return SimpleNamespace(
        export=forging.Export(export.lines()),
        kept=kept,
        receipt=receipt,
        later=later,
        old=signing_key,
        key=keys.load(),
        thief=forging.new_signer(),
        at=at,
        folder=tmp_path,
    )


def verify(world, capsys, *kept):
    """The exit code of the verifier and what it printed."""
    exported = world.folder / "export.jsonl"
    exported.write_text(world.export.lines(), encoding="utf-8")
    arguments = [str(exported)]
    for number, note in enumerate(kept):
        path = world.folder / f"kept-{number}.txt"
        path.write_text(note, encoding="utf-8")
        arguments += ["--checkpoint", str(path)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["verify_ledger.py", *arguments])
        code = VERIFIER.main()
    said = capsys.readouterr()
    return code, said.out + said.err


def test_an_untouched_export_is_intact(world, capsys):
    code, said = verify(world, capsys, world.kept, world.receipt, world.later)
    assert code == 0, said
    assert "CÒN NGUYÊN: 26 mục" in said  # twice twelve, and the two entries about keys
    assert "INTACT" in said


ATTACKS = {}


def attack(*codes):
    """Register an attack and which finding must be among those that the verifier prints."""

    def registered(function):
        ATTACKS[function.__name__] = function, {VERIFIER.FINDINGS[code][1] for code in codes}
        return function

    return registered


# --- Without the key


@attack("edited")
def edit_an_entry(w):
    w.export.edit(HERE, 1, kind="posting.withdrawn", rehash=False)


@attack("range")
def edit_an_entry_and_its_hash(w):
    w.export.edit(HERE, 1, kind="posting.withdrawn")


@attack("forged", "rewritten")
def edit_and_seal_again_without_the_key(w):
    w.export.edit(HERE, 1, subject="disclosures.posting:99")
    w.export.reseal(HERE, w.key)
    for checkpoint in w.export.of("checkpoint", HERE):
        checkpoint["note"] = forging.unsigned(checkpoint["note"])


@attack("note")
def edit_and_change_the_root_beside_the_note(w):
    w.export.edit(HERE, 10, subject="disclosures.posting:99")
    checkpoint = w.export.of("checkpoint", HERE)[-1]
    checkpoint["root"] = "00" * 32


@attack("edited")
def change_a_claimed_date(w):
    w.export.edit(HERE, 2, claimed_on="2020-01-01", rehash=False)


@attack("range")
def change_a_claimed_date_and_its_hash(w):
    w.export.edit(HERE, 11, claimed_on="2020-01-01")


@attack("range")
def change_who_did_it(w):
    w.export.edit(HERE, 4, actor="user:2")


@attack("range")
def change_the_commitment_to_the_payload(w):
    w.export.edit(HERE, 4, commitment="0" * 64)


@attack("moved")
def delete_an_entry(w):
    w.export.remove(w.export.leaf(HERE, 3))


@attack("size")
def delete_an_entry_and_renumber(w):
    w.export.remove(w.export.leaf(HERE, 3))
    w.export.renumber()


@attack("size")
def delete_the_last_entry(w):
    w.export.remove(w.export.leaf(HERE, 11))
    w.export.renumber()


@attack("size")
def insert_an_entry_earlier(w):
    w.export.insert(HERE, 2)
    w.export.renumber()


@attack("unsigned")
def add_an_entry_nobody_signed(w):
    w.export.append(HERE)
    w.export.renumber()


@attack("range")
def swap_two_entries(w):
    w.export.swap(HERE, 0, 1)


@attack("moved")
def swap_two_lines(w):
    records = w.export.records
    one, two = records.index(w.export.leaf(HERE, 0)), records.index(w.export.leaf(HERE, 1))
    records[one], records[two] = records[two], records[one]


@attack("forged")
def forge_a_signature_by_one_bit(w):
    checkpoint = w.export.of("checkpoint", HERE)[-1]
    note = checkpoint["note"]
    checkpoint["note"] = note[:-10] + ("A" if note[-10] != "A" else "B") + note[-9:]


@attack("forged")
def paste_the_signature_of_another_checkpoint(w):
    first, second = w.export.of("checkpoint", HERE)[:2]
    text = second["note"].rpartition("— ")[0]
    second["note"] = text + "— " + first["note"].rpartition("— ")[2]


@attack("forged")
def move_the_time_of_a_checkpoint(w):
    checkpoint = w.export.of("checkpoint", HERE)[-1]
    year = str(w.at.year)
    checkpoint["note"] = checkpoint["note"].replace(f"time {year}", f"time {int(year) + 1}")


@attack("no key", "rewritten")
def rewrite_everything_under_another_key(w):
    w.export.edit(HERE, 1, subject="disclosures.posting:99")
    w.export.remove(*w.export.of("key")[1:])
    w.export.of("key")[0]["public"] = w.thief.public
    for locality in w.export.records[0]["localities"]:
        w.export.reseal(locality, w.thief)


@attack("no key")
def put_another_key_in_place_and_change_nothing_else(w):
    w.export.remove(*w.export.of("key")[1:])
    w.export.of("key")[0]["public"] = w.thief.public
    for locality in w.export.records[0]["localities"]:
        w.export.reseal(locality, w.thief)


@attack("swapped")
def rotate_to_a_key_that_the_present_one_never_signed(w):
    last = w.export.of("key")[-1]
    record = forging.rotation(w.key, w.thief, by_old=w.thief, at=w.at)
    w.export.records.insert(w.export.records.index(last) + 1, record)
    w.export.append(HERE)
    w.export.seal(HERE, w.thief, w.at + timedelta(seconds=9))


@attack("swapped", "forged")
def change_the_key_without_a_statement(w):
    w.export.of("key")[1].update(public=w.thief.public, statement="")
    w.export.append(HERE)
    w.export.seal(HERE, w.thief, w.at + timedelta(seconds=9))


@attack("forged")
def go_on_under_a_key_that_is_not_announced(w):
    w.export.append(HERE)
    w.export.seal(HERE, w.thief, w.at + timedelta(seconds=9))


@attack("rollback")
def roll_back_to_before_what_was_kept(w):
    w.export.cut(HERE, 3)


@attack("no log")
def remove_a_whole_locality(w):
    w.export.records[0]["localities"].remove(HERE)
    w.export.remove(*w.export.of("leaf", HERE), *w.export.of("checkpoint", HERE))
    w.export.renumber()


@attack("unpublished")
def take_the_kept_checkpoint_off(w):
    w.export.remove(next(each for each in w.export.of("checkpoint", HERE) if each["size"] == 6))


@attack("unsigned")
def take_the_last_checkpoint_off(w):
    w.export.remove(w.export.of("checkpoint", HERE)[-1])


@attack("foreign")
def show_an_entry_in_another_place(w):
    w.export.leaf(HERE, 7)["entry"] = w.export.leaf(THERE, 7)["entry"]


@attack("count")
def lie_about_the_count(w):
    w.export.records[-1]["leaves"] += 1


@attack("form", "edited")
def make_an_entry_unreadable(w):
    w.export.leaf(HERE, 7)["entry"] = "…"


# --- With the old key, stolen after it was put away


@attack("retired")
def go_on_under_the_key_that_was_put_away(w):
    w.export.append(HERE)
    w.export.seal(HERE, w.old, w.at + timedelta(seconds=9))


@attack("retired")
def sign_late_with_the_key_that_was_put_away(w):
    w.export.cut(THERE, 9)
    w.export.append(THERE)
    w.export.seal(THERE, w.old, w.at + timedelta(hours=2))


# --- With the present key: what was kept earlier still shows it


def seal_all_again(w):
    w.export.remove(*w.export.of("key")[:1])
    w.export.of("key")[0].update(statement="")
    for each in w.export.records[0]["localities"]:
        w.export.reseal(each, w.key)


@attack("rewritten", "no key")
def edit_and_seal_everything_again_with_the_key(w):
    w.export.edit(HERE, 1, subject="disclosures.posting:99")
    seal_all_again(w)


@attack("rewritten")
def change_a_claimed_date_and_seal_again_with_the_keys(w):
    w.export.edit(HERE, 5, claimed_on="2020-01-01")
    w.export.reseal(HERE, w.old)
    w.export.reseal(HERE, w.key, since=9)


@attack("rewritten")
def delete_and_seal_again_with_the_keys(w):
    w.export.remove(w.export.leaf(HERE, 0))
    w.export.reseal(HERE, w.old)
    w.export.reseal(HERE, w.key, since=8)


@attack("rewritten")
def insert_earlier_and_seal_again_with_the_keys(w):
    w.export.insert(HERE, 1)
    w.export.reseal(HERE, w.old)
    w.export.reseal(HERE, w.key, since=10)


@attack("rewritten")
def reorder_and_seal_again_with_the_keys(w):
    w.export.swap(HERE, 0, 4)
    w.export.reseal(HERE, w.old)
    w.export.reseal(HERE, w.key, since=9)


@attack("rewritten")
def return_to_an_earlier_day_and_go_on_from_there(w):
    w.export.cut(HERE, 3)
    for number in range(4):
        w.export.append(HERE, id=987_000 + number)
    w.export.seal(HERE, w.key, w.at + timedelta(seconds=9))


@attack("dropped")
def drop_an_entry_whose_receipt_was_given(w):
    w.export.remove(w.export.leaf(HERE, 8))
    w.export.reseal(HERE, w.old, since=6)
    w.export.reseal(HERE, w.key, since=8)
    w.export.append(THERE)
    w.export.seal(THERE, w.key, w.at + timedelta(minutes=30))


@attack("dropped")
def change_an_entry_whose_receipt_was_given(w):
    w.export.edit(HERE, 8, subject="disclosures.posting:99")
    w.export.reseal(HERE, w.old, since=6)
    w.export.reseal(HERE, w.key, since=9)
    w.export.append(THERE)
    w.export.seal(THERE, w.key, w.at + timedelta(minutes=30))


@attack("backdated")
def record_today_what_should_have_been_recorded_last_month(w):
    w.export.append(HERE, recorded_at="2026-01-05T08:00:00.000000Z")
    w.export.seal(HERE, w.key, w.at + timedelta(seconds=9))


@attack("future")
def record_today_what_is_to_happen_next_year(w):
    w.export.append(HERE, recorded_at="2999-01-05T08:00:00.000000Z")
    w.export.seal(HERE, w.key, w.at + timedelta(seconds=9))


@attack("clock")
def let_the_time_of_sealing_run_backwards(w):
    w.export.append(HERE)
    w.export.seal(HERE, w.key, w.at - timedelta(minutes=5))


@attack("twice")
def count_one_act_twice(w):
    w.export.append(HERE, id=json.loads(w.export.leaf(HERE, 11)["entry"])["id"])
    w.export.seal(HERE, w.key, w.at + timedelta(seconds=9))


@attack("form")
def sign_an_entry_that_reads_in_two_ways(w):
    w.export.append(HERE)
    leaf = w.export.of("leaf", HERE)[-1]
    text = leaf["entry"].replace('"kind":', '"kind":"posting.withdrawn","kind":')
    leaf.update(entry=text, hash=VERIFIER.sha256(b"\0" + text.encode()).hexdigest())
    w.export.seal(HERE, w.key, w.at + timedelta(seconds=9))


@attack("foreign")
def move_an_act_to_another_locality_with_the_key(w):
    w.export.append(HERE, locality=THERE)
    w.export.seal(HERE, w.key, w.at + timedelta(seconds=9))


def test_there_are_at_least_thirty_attacks():
    assert len(ATTACKS) >= 30


@pytest.mark.parametrize("name", ATTACKS)
def test_the_verifier_finds(name, world, capsys):
    change, findings = ATTACKS[name]
    change(world)
    code, said = verify(world, capsys, world.kept, world.receipt)
    assert code == 1, said
    assert "ĐÃ BỊ SỬA" in said
    assert all(finding in said for finding in findings), said


def test_two_views_for_two_people_are_found_when_both_are_compared(world, capsys):
    """A fork signed with the key: each view passes with the checkpoint of its own reader, neither with both."""
    world.export.edit(HERE, 11, subject="disclosures.posting:99")
    world.export.reseal(HERE, world.key, since=9)
    other = world.export.of("checkpoint", HERE)[-1]["note"]
    assert verify(world, capsys, other)[0] == 0
    assert verify(world, capsys, world.later)[0] == 1
    assert verify(world, capsys, world.later, other)[0] == 1


def test_a_finding_says_where(world, capsys):
    world.export.edit(HERE, 4, kind="posting.withdrawn", rehash=False)
    _, said = verify(world, capsys)
    assert f"ĐÃ BỊ SỬA {HERE} #4: nội dung mục đã bị sửa" in said
    assert f"ALTERED {HERE} #4: the entry was edited" in said


def test_an_edit_with_its_hash_is_placed_between_two_checkpoints(world, capsys):
    world.export.edit(HERE, 4, kind="posting.withdrawn")
    _, said = verify(world, capsys)
    assert f"ALTERED {HERE} #3-5" in said


def test_a_receipt_newer_than_the_export_proves_nothing_yet(world, capsys, append):
    fresh = queries.receipt(append(HERE, subject="disclosures.posting:77")).note
    code, said = verify(world, capsys, fresh)
    assert code == 2
    assert "tải bản mới" in said


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"not json",
        b"[1]\n",
        b"\xff\xfe\x00",
        b'{"type":"export","format":"other","localities":[]}\n',
        b'{"type":"export","format":"dienhong-ledger-1","localities":[]}\n',
        b'{"type":"export","format":"dienhong-ledger-1","localities":[]}\n{"type":"leaf"}\n{"type":"end","leaves":0}\n',
        b"\x1f\x8b\x08 truncated",
        b"[" * 100_000,
    ],
)
def test_what_is_no_export_is_unreadable(content, tmp_path):
    path = tmp_path / "export.jsonl"
    path.write_bytes(content)
    run = subprocess.run([sys.executable, TOOL, path], capture_output=True, text=True, check=False)
    assert run.returncode == 2, run
    assert "KHÔNG KẾT LUẬN ĐƯỢC" in run.stderr
    assert "Traceback" not in run.stderr


def test_a_cut_off_export_is_unreadable(world, capsys):
    world.export.records.pop()
    assert verify(world, capsys, world.kept)[0] == 2


def test_a_kept_file_that_is_damaged_proves_nothing(world, capsys):
    for damaged in ("", "hello", world.kept.replace("\n6\n", "\n7\n"), forging.unsigned(world.kept)):
        code, said = verify(world, capsys, damaged)
        assert code == 2, said


def test_the_verifier_is_one_short_file_over_the_standard_library():
    source = TOOL.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= 450
    imported = {line.split()[1].split(".")[0] for line in source.splitlines() if line.startswith(("import ", "from "))}
    assert imported <= sys.stdlib_module_names


def test_its_signatures_agree_with_a_library(world):
    for number in range(20):
        signer = forging.new_signer()
        key = VERIFIER.Key(bytes.fromhex(signer.public))
        text = f"{number} điểm niêm phong\n"
        signature = signer.sign(text)
        assert key.signed(signature, text)
        assert not key.signed(signature, text + " ")
        assert not key.signed(bytes([signature[0] ^ 1, *signature[1:]]), text)
        s = int.from_bytes(signature[32:], "little") + VERIFIER.ORDER  # the same number modulo the order
        assert not key.signed(signature[:32] + s.to_bytes(32, "little"), text)


@pytest.mark.parametrize("y", [1, 0, VERIFIER.P - 1])
def test_keys_of_small_order_are_refused(y):
    with pytest.raises(ValueError, match=r"order|point"):
        VERIFIER.Key(y.to_bytes(32, "little"))
