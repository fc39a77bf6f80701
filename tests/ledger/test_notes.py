from base64 import b64decode
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256

import pytest

from dienhong.ledger import notes
from ledger.forging import new_signer


def test_a_note_is_built_as_c2sp_says():
    signer = new_signer()
    note = notes.signed("dienhong/xa\n1\n", signer)
    text, _, line = note.rpartition("\n\n")
    dash, name, signature = line.rstrip("\n").split(" ")
    assert (text, dash, name) == ("dienhong/xa\n1", "—", "dienhong")
    raw = b64decode(signature)
    assert raw[:4] == sha256(b"dienhong\n\x01" + bytes.fromhex(signer.public)).digest()[:4]
    signer.private.public_key().verify(raw[4:], b"dienhong/xa\n1\n")
    assert notes.opened(note, signer.public) == "dienhong/xa\n1\n"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda note: note.replace("1\n", "2\n", 1),
        lambda note: note.rstrip("\n"),
        lambda note: note + "\n",
        lambda note: note.replace("\n\n", "\n"),
        lambda note: note.replace("— dienhong ", "— another "),
        lambda note: note[:-9] + "!!!!" + note[-5:],
        lambda note: "",
    ],
)
def test_a_spoiled_note_is_refused(spoil):
    signer = new_signer()
    with pytest.raises(notes.NoteRefused):
        notes.opened(spoil(notes.signed("dienhong/xa\n1\n", signer)), signer.public)


def test_a_note_of_another_key_is_refused():
    with pytest.raises(notes.NoteRefused, match="another key"):
        notes.opened(notes.signed("x\n", new_signer()), new_signer().public)


def test_a_moment_has_one_text_wherever_it_was_read():
    hanoi = datetime(2026, 7, 1, 1, 0, tzinfo=timezone(timedelta(hours=7)))
    assert notes.instant(hanoi) == notes.instant(hanoi.astimezone(UTC)) == "2026-06-30T18:00:00.000000Z"
