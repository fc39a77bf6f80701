"""One text for one value: JSON after RFC 8785, in NFC, without the numbers that machines write differently."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias
from unicodedata import normalize

JSON: TypeAlias = "str | int | bool | Sequence[JSON] | Mapping[str, JSON] | None"

BYTES: tuple[type, ...] = (bytes, bytearray, memoryview)
LARGEST = 2**53 - 1  # beyond it readers in other languages lose digits (RFC 7493)


class NotCanonical(ValueError):
    """The value has no single JSON text: a float, a too large number, two keys that are one in NFC."""


def canonical(value: JSON) -> bytes:
    """The UTF-8 bytes that stand for this value everywhere."""
    return json.dumps(_settled(value), ensure_ascii=False, separators=(",", ":")).encode()


def settled(value: Mapping[str, JSON]) -> Mapping[str, JSON]:
    """The same object with strings in NFC and keys in the order of RFC 8785 (by UTF-16 code unit)."""
    return _object(value)


def _settled(value: object) -> JSON:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, int):
        if abs(value) > LARGEST:
            raise NotCanonical(f"{value} is beyond 2**53 - 1; write it as text")
        return value
    if isinstance(value, Mapping):
        return _object(value)
    if isinstance(value, Sequence) and not isinstance(value, BYTES):
        return [_settled(each) for each in value]
    raise NotCanonical(f"{type(value).__name__} has no exact JSON; write a number as int, a day as text")


def _object(value: Mapping[Any, object]) -> Mapping[str, JSON]:
    pairs = {_text(key): _settled(each) for key, each in value.items()}
    if len(pairs) < len(value):
        raise NotCanonical("two keys are one after NFC")
    return {key: pairs[key] for key in sorted(pairs, key=lambda key: key.encode("utf-16-be"))}


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise NotCanonical("keys are text")
    if "\0" in value or any("\ud800" <= letter <= "\udfff" for letter in value):
        raise NotCanonical("text with NUL or half a letter cannot be stored")
    return normalize("NFC", value)
