"""One file with everything an installation keeps, and an installation made again from it.

The archive is a tar: `manifest.json` with the sha256 of each member, the database, the files, the keys.
It holds the keys, so keep it as you keep the keys (docs/how-to/cai-dat.md).
"""

import hashlib
import io
import json
import os
import sqlite3
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

FORMAT = 1
MANIFEST = "manifest.json"
SQLITE_MEMBER = "database.sqlite3"
POSTGRESQL_MEMBER = "database.pgdump"


class BadArchive(Exception):
    """The archive is not one of ours, is damaged, or does not fit this installation."""


class NotEmpty(Exception):
    """There is something here already, and restoring overwrites nothing."""


@dataclass(frozen=True, slots=True)
class Summary:
    """How many members an archive holds, and their bytes."""

    members: int
    size: int


def _postgresql_environment(database: dict[str, Any]) -> dict[str, str]:
    names = {"HOST": "PGHOST", "PORT": "PGPORT", "USER": "PGUSER", "PASSWORD": "PGPASSWORD", "NAME": "PGDATABASE"}
    return os.environ | {variable: str(database[name]) for name, variable in names.items() if database.get(name)}


def _dump_database(folder: Path) -> Path:
    """A consistent copy of the database while others go on writing."""
    database = settings.DATABASES["default"]
    if connection.vendor == "sqlite":
        path = folder / SQLITE_MEMBER
        with closing(sqlite3.connect(str(database["NAME"]))) as source, closing(sqlite3.connect(path)) as copy:
            source.backup(copy)
        return path
    path = folder / POSTGRESQL_MEMBER
    subprocess.run(  # noqa: S603
        ["pg_dump", "--format=custom", "--no-owner", f"--file={path}"],  # noqa: S607 - the server's own tool
        env=_postgresql_environment(database),
        check=True,
    )
    return path


def _kept_files() -> Iterator[tuple[str, Path]]:
    store = Path(settings.DIENHONG_FILES)
    for path in sorted(store.rglob("*")) if store.exists() else ():
        if path.is_file() and not path.name.startswith("."):
            yield f"files/{path.relative_to(store)}", path
    for name, setting in (("keys/ledger.key", "DIENHONG_KEY_FILE"), ("keys/secret.key", "DIENHONG_SECRET_FILE")):
        path = Path(getattr(settings, setting))
        for each in sorted(path.parent.glob(path.name + "*")) if path.parent.exists() else ():
            yield name + each.name[len(path.name) :], each


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def back_up(archive: Path) -> Summary:
    """Writes the archive beside its name first and renames it when it is whole; mode 0600."""
    unfinished = archive.with_name(f".{archive.name}.unfinished")
    with tempfile.TemporaryDirectory(dir=archive.parent) as scratch:
        dump = _dump_database(Path(scratch))
        members = [(dump.name, dump), *_kept_files()]
        manifest = {
            "format": FORMAT,
            "database": connection.vendor,
            "members": {name: {"sha256": _sha256(path), "size": path.stat().st_size} for name, path in members},
        }
        unfinished.touch(mode=0o600)
        with tarfile.open(unfinished, "w") as tar:
            page = json.dumps(manifest, ensure_ascii=False, indent=1).encode()
            header = tarfile.TarInfo(MANIFEST)
            header.size = len(page)
            tar.addfile(header, io.BytesIO(page))
            for name, path in members:
                tar.add(path, arcname=name, recursive=False)
    unfinished.replace(archive)
    return Summary(len(members), archive.stat().st_size)


def _destination(name: str) -> Path:
    if name.startswith("files/"):
        return Path(settings.DIENHONG_FILES) / name.removeprefix("files/")
    for prefix, setting in (("keys/ledger.key", "DIENHONG_KEY_FILE"), ("keys/secret.key", "DIENHONG_SECRET_FILE")):
        if name.startswith(prefix):
            path = Path(getattr(settings, setting))
            return path.with_name(path.name + name[len(prefix) :])
    raise BadArchive(f"Bản sao lưu có thành phần lạ: {name}")


def _read_manifest(tar: tarfile.TarFile) -> dict[str, Any]:
    try:
        member = tar.extractfile(MANIFEST)
    except KeyError:
        member = None
    manifest = json.load(member) if member else {}
    if manifest.get("format") != FORMAT:
        raise BadArchive("Tệp này không phải là bản sao lưu của Diên Hồng.")
    return dict(manifest)


def _has_something() -> bool:
    return bool(connection.introspection.table_names())


def restore(archive: Path) -> Summary:
    """Fills an empty installation from the archive; every member is checked against its hash first.

    Raises BadArchive and writes nothing when a member is missing or altered; NotEmpty when there are data.
    """
    if _has_something():
        raise NotEmpty("Cơ sở dữ liệu ở đây đã có dữ liệu. Hãy phục hồi vào một thư mục hoặc cơ sở dữ liệu trống.")
    with tempfile.TemporaryDirectory() as scratch:
        with tarfile.open(archive) as tar:
            manifest = _read_manifest(tar)
            tar.extractall(scratch, filter="data")
        for name, facts in manifest["members"].items():
            path = Path(scratch) / name
            if not path.is_file() or _sha256(path) != facts["sha256"]:
                raise BadArchive(f"Bản sao lưu bị hỏng: {name} không còn nguyên vẹn.")
        if manifest["database"] != connection.vendor:
            raise BadArchive(
                f"Bản sao lưu là của {manifest['database']}, nơi phục hồi dùng {connection.vendor}. Hãy chọn đúng loại."
            )
        connection.close()
        for name in manifest["members"]:
            path = Path(scratch) / name
            if name == SQLITE_MEMBER:
                _put(path, Path(str(settings.DATABASES["default"]["NAME"])))
            elif name == POSTGRESQL_MEMBER:
                subprocess.run(  # noqa: S603
                    [  # noqa: S607
                        "pg_restore",
                        "--no-owner",
                        "--exit-on-error",
                        f"--dbname={settings.DATABASES['default']['NAME']}",
                        path,
                    ],
                    env=_postgresql_environment(settings.DATABASES["default"]),
                    check=True,
                )
            else:
                _put(path, _destination(name))
    return Summary(len(manifest["members"]), archive.stat().st_size)


def _put(source: Path, destination: Path) -> None:
    destination.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    content = source.read_bytes()
    fresh = destination.with_name(f".{destination.name}.restoring")
    fresh.touch(mode=0o600)
    fresh.write_bytes(content)
    fresh.replace(destination)
