"""What a telephone may send: read strictly, refused in words. Pure: no database, no clock."""

import base64
import binascii
import hashlib
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

from django.utils.translation import gettext as _

from dienhong.decisions import counting
from dienhong.foundations.refusals import Refused
from dienhong.ledger.canonical import NotCanonical, canonical

MOST_EVENTS: Final = 500
"""Of one sending; a telephone with more sends several."""
MOST: Final = 1_000_000
SHORTEST_KEY, LONGEST_KEY, MOST_KEYS = 16, 64, 30
LONGEST_NAME, LONGEST_NOTE, MOST_NAMES = 120, 300, 12
LONGEST_WORDS, LONGEST_ANSWER = 200, 500
LARGEST_PHOTO: Final = 1_400_000  # bytes; a telephone makes a photo smaller before it keeps it
FARTHEST: Final = 40 * 366 * 86_400
"""Seconds: a clock that is further off than this is no clock."""
WITH_PHOTO: Final = frozenset({"page", "paper"})
PICTURES: Final = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF")


@dataclass(frozen=True, slots=True)
class Event:
    """One event, read. `data` is as its kind asks; `after` the keys of the events that it rests on.

    `seen` is the newest row of each kind that the telephone knew of: what is newer may contradict it.
    """

    key: str
    kind: str
    happened_at: datetime
    entered_at: datetime
    known_offset: int | None
    data: Mapping[str, Any]
    after: tuple[str, ...]
    seen: Mapping[str, int]
    digest: str
    photo: bytes = b""


def read(given: object, kinds: Container[str]) -> Event:
    """Of one of these kinds. Refused with what is wrong; the sentence is shown on the telephone."""
    event = _object(given)
    kind = event.get("kind")
    if not isinstance(kind, str) or kind not in kinds or kind not in _DATA:
        raise _unreadable()
    data = _object(event.get("data", {}))
    photo = _photo(data.pop("photo", None)) if kind in WITH_PHOTO else b""
    shape = _DATA[kind]
    if set(data) - set(shape):
        raise _unreadable()
    clean = {name: check(data.get(name)) for name, check in shape.items()}
    return Event(
        key=_key(event.get("key")),
        kind=kind,
        happened_at=_moment(event.get("happened_at")),
        entered_at=_moment(event.get("entered_at")),
        known_offset=None if event.get("offset") is None else _whole(event["offset"], least=-FARTHEST, most=FARTHEST),
        data=clean,
        after=tuple(_key(each) for each in _list(event.get("after", []), MOST_KEYS)),
        seen={name: _whole(value, most=2**53) for name, value in _object(event.get("seen", {})).items()},
        digest=_digest(kind, event, clean, photo),
        photo=photo,
    )


def key_of(given: object) -> str:
    """The key of something that may be no event, to answer it by; "" for none."""
    key = given.get("key") if isinstance(given, dict) else None
    return key if isinstance(key, str) else ""


def _digest(kind: str, event: Mapping[str, Any], clean: Mapping[str, Any], photo: bytes) -> str:
    """What makes two sendings the same event: what happened, when it is said to have, with which photo."""
    whole = {
        "kind": kind,
        "happened_at": event["happened_at"] if isinstance(event.get("happened_at"), str) else "",
        "data": {name: value for name, value in clean.items() if value is not None},
        "photo": hashlib.sha256(photo).hexdigest() if photo else "",
    }
    try:
        return hashlib.sha256(canonical(whole)).hexdigest()
    except (NotCanonical, UnicodeEncodeError) as error:
        raise _unreadable() from error


def _unreadable() -> Refused:
    return Refused(_("Máy chủ không đọc được việc này. Hãy mở lại trang khi có sóng rồi ghi lại."))


def _object(given: object) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise _unreadable()
    return dict(given)


def _list(given: object, most: int) -> list[Any]:
    if not isinstance(given, list) or len(given) > most:
        raise _unreadable()
    return given


def _key(given: object) -> str:
    key = _text(given, LONGEST_KEY)
    if len(key) < SHORTEST_KEY or not (key.isascii() and key.replace("-", "").isalnum()):
        raise _unreadable()
    return key


def _whole(given: object, *, least: int = 0, most: int = MOST) -> int:
    if not isinstance(given, int) or isinstance(given, bool) or not least <= given <= most:
        raise _unreadable()
    return given


def _text(given: object, longest: int) -> str:
    if not isinstance(given, str) or len(given) > longest or "\x00" in given:
        raise _unreadable()
    try:
        given.encode()
    except UnicodeEncodeError as error:  # half a letter
        raise _unreadable() from error
    return given


def _moment(given: object) -> datetime:
    try:
        moment = datetime.fromisoformat(_text(given, 40))
    except ValueError as error:
        raise _unreadable() from error
    if moment.tzinfo is None or not 1990 <= moment.year <= 9000:  # noqa: PLR2004 - a year that every database holds
        raise _unreadable()
    return moment


def _photo(given: object) -> bytes:
    if not isinstance(given, str):
        raise Refused(_("Chưa có ảnh trang biên bản đã ký. Hãy chụp lại."))
    try:
        photo = base64.b64decode(given, validate=True)
    except (binascii.Error, ValueError) as error:
        raise _unreadable() from error
    if len(photo) > LARGEST_PHOTO:
        raise Refused(_("Ảnh quá lớn nên không gửi được. Hãy chụp lại."))
    if not photo.startswith(PICTURES):
        raise Refused(_("Tệp này không phải ảnh. Hãy chụp lại trang biên bản đã ký."))
    return photo


def _flag(given: object) -> bool:
    if not isinstance(given, bool):
        raise _unreadable()
    return given


def _maybe_flag(given: object) -> bool:
    return False if given is None else _flag(given)


def _number(given: object) -> int:
    return _whole(given, most=2**53)


def _maybe_number(given: object) -> int | None:
    return None if given is None else _number(given)


def _name(given: object) -> str:
    return "" if given is None else _text(given, LONGEST_NAME)


def _note(given: object) -> str:
    return "" if given is None else _text(given, LONGEST_NOTE)


def _words(given: object) -> str:
    return "" if given is None else _text(given, LONGEST_WORDS)


def _long(given: object) -> str:
    return "" if given is None else _text(given, LONGEST_ANSWER)


def _names(given: object) -> list[str]:
    return [] if given is None else [_text(each, LONGEST_NAME) for each in _list(given, MOST_NAMES)]


def _maybe_names(given: object) -> list[str] | None:
    """Names, or None where there are none to give: what was sent before they were asked for reads as it did."""
    return _names(given) or None


def _figures(given: object) -> dict[str, int]:
    figures = _object(given)
    if set(figures) - (set(counting.IN_SECRET) | set(counting.BY_HAND) | set(counting.ON_SLIPS)):
        raise _unreadable()
    return {name: _whole(value) for name, value in figures.items()}


_DATA: Final[Mapping[str, Mapping[str, Callable[[object], Any]]]] = MappingProxyType(
    {
        "tick": {"entry": _number, "is_present": _flag, "by_name": _name},
        "open": {},
        "choose": {"what": _name, "names": _names, "method": _name, "item": _maybe_number, "agree": _whole},
        "sheet": {
            "item": _number,
            "place": _number,
            "counter": _name,
            "figures": _figures,
            "note": _note,
            "cluster": _maybe_number,
        },
        "close_item": {"item": _number, "figures": _figures, "witnesses": _maybe_names},
        "close_short": {"item": _number},
        "close": {},
        "write": {"item": _number, "read_back": _maybe_flag},
        "page": {
            "item": _number,
            "village_head": _maybe_flag,
            "front_head": _maybe_flag,
            "front_member": _maybe_flag,
            "representatives": _names,
        },
        "begin": {"is_marked": _flag},
        "slip": {"entry": _number, "slip": _number, "to": _name, "before": _name, "words": _words, "by_name": _name},
        "visit": {"entry": _number, "found": _name, "words": _words},
        "answer": {"slip": _number, "answer": _name, "words": _long},
        "end": {"names": _names, "note": _note},
        "count": {"place": _number, "counter": _name, "figures": _figures, "note": _note},
        "settle": {"figures": _figures},
        "paper": {},
    }
)
"""For each kind, what of its content is read, and how."""
