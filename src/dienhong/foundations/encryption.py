"""Fields whose content only the application can read: identity numbers, phones, e-mail addresses.

AES-256-GCM with the field's name as associated data; the key is derived from a file outside the
database, so a stolen dump says nothing. `blind_index` makes equal values findable without reading them.
"""

import hmac
import os
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.db import models

NONCE = 12


class Undecipherable(Exception):
    """The key is not the one the value was written with, or the value was altered."""


@lru_cache(maxsize=8)
def _secret(path: Path) -> bytes:
    return path.read_bytes()


def _key(purpose: str) -> bytes:
    secret = _secret(Path(settings.DIENHONG_SECRET_FILE))
    return HKDF(SHA256(), 32, salt=None, info=purpose.encode()).derive(secret)


def encrypt(text: str, *, purpose: str) -> bytes:
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(_key(purpose)).encrypt(nonce, text.encode(), purpose.encode())


def decrypt(sealed: bytes, *, purpose: str) -> str:
    try:
        return AESGCM(_key(purpose)).decrypt(sealed[:NONCE], sealed[NONCE:], purpose.encode()).decode()
    except InvalidTag as broken:
        raise Undecipherable(purpose) from broken


def blind_index(text: str, *, purpose: str) -> str:
    """The same text gives the same index; the index does not give the text back."""
    return hmac.new(_key("index:" + purpose), text.encode(), sha256).hexdigest()


class EncryptedTextField(models.BinaryField[Any, Any]):
    """Text in Python, sealed bytes in the database. Empty text is stored as empty bytes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", b"")
        kwargs.setdefault("blank", True)
        kwargs["editable"] = True
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("editable", None)
        return name, path, args, kwargs

    def _purpose(self) -> str:
        return f"{self.model._meta.label_lower}.{self.name}"  # noqa: SLF001 - Django's own public name

    def from_db_value(self, value: Any, _expression: Any, _connection: Any) -> str:
        return decrypt(bytes(value), purpose=self._purpose()) if value else ""

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:  # noqa: FBT001, FBT002
        sealed = encrypt(value, purpose=self._purpose()) if value else b""
        return super().get_db_prep_value(sealed, connection, prepared)

    def to_python(self, value: Any) -> Any:
        return value

    def get_default(self) -> str:
        return ""

    def value_to_string(self, obj: Any) -> str:
        return str(self.value_from_object(obj))
