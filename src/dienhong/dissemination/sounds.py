"""What a sound file is, by its bytes: never by its name."""

import re
from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_lazy as _

LARGEST: Final = 12 * 1024 * 1024  # ninety seconds even as uncompressed stereo, half an hour as a phone records it
NOT_A_SOUND: Final = _(
    "Tệp này không phải bản ghi âm MP3, M4A, OGG hoặc WAV. Hãy ghi lại bằng điện thoại rồi chọn tệp đó."
)
TOO_LARGE: Final = _("Bản ghi âm quá lớn. Hãy chọn tệp dưới 12 MB; lời đọc 90 giây chỉ cần khoảng 2 MB.")
MEDIA: Final[Mapping[str, str]] = {"mp3": "audio/mpeg", "m4a": "audio/mp4", "ogg": "audio/ogg", "wav": "audio/wav"}
ACCEPTED: Final = ".mp3,.m4a,.ogg,.oga,.opus,.wav,audio/*"
_HANDLER: Final = re.compile(rb"hdlr.{8}(soun|vide)", re.DOTALL)  # ISO 14496-12 § 8.4.3: what a track is
TAG_HEAD: Final = 10
SEARCHED: Final = 4_096  # bytes after a tag in which the first frame begins


def kind_of(data: bytes) -> str | None:
    """One of "mp3", "m4a", "ogg", "wav"; None for anything else, moving pictures among it."""
    if data[:4] == b"RIFF" and data[8:12] == b"WAVE" and b"fmt " in data[12:SEARCHED]:
        return "wav"
    if data[:4] == b"OggS":
        head = data[:SEARCHED]
        heard = any(codec in head for codec in (b"OpusHead", b"\x01vorbis", b"Speex   "))
        return "ogg" if heard and b"theora" not in head else None
    if data[4:8] == b"ftyp":
        handlers = set(_HANDLER.findall(data))
        return "m4a" if b"soun" in handlers and b"vide" not in handlers else None
    return "mp3" if _begins_as_mp3(data) else None


def _begins_as_mp3(data: bytes) -> bool:
    """A frame of MPEG audio at the start, or after the tag with title and picture."""
    start = 0
    if data[:3] == b"ID3" and len(data) > TAG_HEAD:
        size = 0
        for seven_bits in data[6:10]:
            size = size << 7 | seven_bits & 0x7F
        start = TAG_HEAD + size
    after = data[start : start + SEARCHED] if start else data[:4]
    return any(_is_frame(after[at : at + 4]) for at in range(max(1, len(after) - 3)))


def _is_frame(head: bytes) -> bool:
    """ISO 11172-3 § 2.4.1.3: eleven bits set, then a version, a layer, a bit rate and a sampling rate that exist."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:  # noqa: PLR2004 - the bits of the standard
        return False
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    rate, sampling = head[2] >> 4, head[2] >> 2 & 3
    return version != 1 and layer == 1 and rate not in {0, 15} and sampling != 3  # noqa: PLR2004
