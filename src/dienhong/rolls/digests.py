"""What a roll's digest is made of. Anybody with the lines and their marks computes it again."""

import hashlib
import json
from collections.abc import Iterable


def mark_of(salt: str, name: str, address: str) -> str:
    """The commitment to who spoke for a household: SHA-256 over the salt and both texts, in hexadecimal."""
    return hashlib.sha256(json.dumps([salt, name, address], ensure_ascii=False).encode()).hexdigest()


def digest_of(lines: Iterable[tuple[int, str, str]]) -> str:
    """SHA-256 of a roll's lines (number, code of the household, mark), in the order of their numbers."""
    return hashlib.sha256(json.dumps(sorted(lines), ensure_ascii=False).encode()).hexdigest()
