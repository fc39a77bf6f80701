"""What a sound is, by its bytes."""

import pytest

from dienhong.dissemination import sounds
from dienhong.foundations.refusals import Refused
from tests.dissemination.conftest import MP3

WAV = b"RIFF\x24\x00\x00\x00WAVEfmt \x10\x00\x00\x00"
OGG = b"OggS\x00\x02" + b"\x00" * 22 + b"OpusHead"
M4A = b"\x00\x00\x00\x20ftypM4A \x00\x00\x00\x00" + b"moovhdlr" + b"\x00" * 8 + b"soun"
FRAMES = (b"\xff\xfb\x90\x00" + b"\x00" * 413) * 2


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (MP3, "mp3"),
        (FRAMES, "mp3"),
        (WAV, "wav"),
        (OGG, "ogg"),
        (M4A, "m4a"),
        (b"", None),
        (b"%PDF-1.7", None),
        (b"ID3\x03\x00\x00\x00\x00\x00\x00<html>", None),
        (b"MZ\x90\x00" + b"\x00" * 100, None),
        (b"<script>alert(1)</script>", None),
        (b"\xff\xd8\xff\xe0" + b"\x00" * 100, None),  # a JPEG begins almost as a frame
        (
            b"\x00\x00\x00\x20ftypisom" + (b"hdlr" + b"\x00" * 8 + b"vide") + (b"hdlr" + b"\x00" * 8 + b"soun"),
            None,
        ),  # moving pictures with sound
        (b"OggS" + b"\x00" * 24 + b"\x80theora", None),
        (b"RIFF\x24\x00\x00\x00WEBPVP8 ", None),
    ],
)
def test_the_bytes_say_what_it_is(data, kind):
    assert sounds.kind_of(data) == kind


@pytest.mark.django_db
def test_what_is_no_sound_is_refused_in_words(desk):
    with pytest.raises(Refused, match="không phải bản ghi âm"):
        desk.keep(desk.open(), b"%PDF-1.7")
