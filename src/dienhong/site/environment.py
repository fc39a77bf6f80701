"""Settings come from the environment through typed readers; a mistake names the variable."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit


class BadSetting(Exception):
    """The environment holds a value that cannot be used."""


def text(name: str, default: str) -> str:
    return os.environ.get(name, default)


def switch(name: str, *, default: bool) -> bool:
    value = os.environ.get(name, "").strip().lower()
    if value in {"", "1", "true", "yes", "0", "false", "no"}:
        return default if value == "" else value in {"1", "true", "yes"}
    raise BadSetting(f"{name}: dùng 1 hoặc 0, không phải {value!r}")


def number(name: str, default: int, *, most: int) -> int:
    """A whole number from 1 to `most`."""
    value = os.environ.get(name, "").strip() or str(default)
    if value.isascii() and value.isdecimal() and 1 <= int(value) <= most:
        return int(value)
    raise BadSetting(f"{name}: dùng một số từ 1 đến {most}, không phải {value!r}")


def folder(name: str, default: Path) -> Path:
    return Path(os.environ.get(name) or default).expanduser().resolve()


def scratch() -> Path:
    """A folder for this process only, gone when it ends: tests leave nothing behind."""
    path = Path(tempfile.mkdtemp(prefix="dienhong-"))
    atexit.register(shutil.rmtree, path, ignore_errors=True)
    return path


def database(url: str) -> dict[str, Any]:
    """sqlite:///path or postgres://user:password@host:port/name, as Django's DATABASES entry."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": unquote(parts.path[1:]) if parts.path != "/:memory:" else ":memory:",
            "OPTIONS": {
                # Writers queue instead of failing, readers never wait.
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                # What is erased is overwritten in the file too, not only left out.
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; "
                "PRAGMA secure_delete=ON;",
            },
        }
    if parts.scheme in {"postgres", "postgresql"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path[1:]),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
        }
    raise BadSetting(f"DIENHONG_DATABASE_URL: chỉ nhận sqlite:/// hoặc postgres://, không phải {parts.scheme!r}")
