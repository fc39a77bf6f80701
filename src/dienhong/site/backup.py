"""Everything an installation keeps, in two files, and an installation made again from them.

One tar holds the database and the files, the other the keys: who finds one of them can neither read personal
data nor sign a false ledger, so they are kept apart (docs/how-to/cai-dat.md). Each has a `manifest.json`
with the sha256 of its members.
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
KEY_SETTINGS = ("DIENHONG_KEY_FILE", "DIENHONG_SECRET_FILE")
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
        connection.ensure_connection()
        with closing(sqlite3.connect(path)) as copy:
            connection.connection.backup(copy)
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


def _kept_keys() -> Iterator[tuple[str, Path]]:
    """The keys in use and those that were replaced: "ledger.key", "ledger.old-…", "secret.key"."""
    for setting in KEY_SETTINGS:
        path = Path(getattr(settings, setting))
        for each in sorted(path.parent.glob(f"{path.stem}.*")) if path.parent.exists() else ():
            yield f"keys/{setting}/{each.name.removeprefix(path.stem)}", each


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def keys_beside(archive: Path) -> Path:
    """Where the keys that belong to an archive are written: "x.tar" and "x.khoa.tar"."""
    return archive.with_name(f"{archive.stem}.khoa.tar")


def back_up(archive: Path) -> Summary:
    """Writes the archive and, beside it, the one with the keys. Each appears whole or not at all, mode 0600."""
    with tempfile.TemporaryDirectory(dir=archive.parent) as scratch:
        dump = _dump_database(Path(scratch))
        _write(keys_beside(archive), list(_kept_keys()))
        return _write(archive, [(dump.name, dump), *_kept_files()])


def _write(archive: Path, members: list[tuple[str, Path]]) -> Summary:
    unfinished = archive.with_name(f".{archive.name}.unfinished")
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
    for setting in KEY_SETTINGS:
        if name.startswith(f"keys/{setting}/"):
            path = Path(getattr(settings, setting))
            return path.with_name(path.stem + name.removeprefix(f"keys/{setting}/"))
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
    """Fills an empty installation from the archive and the keys beside it; every hash is checked first.

    Raises BadArchive and writes nothing when a member is missing or altered; NotEmpty when there are data.
    """
    if _has_something():
        raise NotEmpty("Cơ sở dữ liệu ở đây đã có dữ liệu. Hãy phục hồi vào một thư mục hoặc cơ sở dữ liệu trống.")
    keys = keys_beside(archive)
    if not keys.exists():
        raise BadArchive(f"Thiếu tệp khóa {keys.name}. Hãy chép nó về cạnh bản sao lưu rồi phục hồi lại.")
    with tempfile.TemporaryDirectory() as scratch:
        members = [each for source in (archive, keys) for each in _unpacked(source, Path(scratch))]
        connection.close()
        for name, path in members:
            if name == SQLITE_MEMBER:
                _put(path, Path(str(settings.DATABASES["default"]["NAME"])))
            elif name == POSTGRESQL_MEMBER:
                _load_postgresql(path)
            else:
                _put(path, _destination(name))
    return Summary(len(members), archive.stat().st_size)


def _unpacked(archive: Path, scratch: Path) -> list[tuple[str, Path]]:
    """The members of one archive, unpacked and found whole."""
    with tarfile.open(archive) as tar:
        manifest = _read_manifest(tar)
        tar.extractall(scratch, filter="data")
    if manifest["database"] != connection.vendor:
        raise BadArchive(
            f"Bản sao lưu là của {manifest['database']}, nơi phục hồi dùng {connection.vendor}. Hãy chọn đúng loại."
        )
    for name, facts in manifest["members"].items():
        path = scratch / name
        if not path.is_file() or _sha256(path) != facts["sha256"]:
            raise BadArchive(f"Bản sao lưu bị hỏng: {name} không còn nguyên vẹn.")
    return [(name, scratch / name) for name in manifest["members"]]


def _load_postgresql(dump: Path) -> None:
    database = settings.DATABASES["default"]
    subprocess.run(  # noqa: S603
        ["pg_restore", "--no-owner", "--exit-on-error", f"--dbname={database['NAME']}", dump],  # noqa: S607
        env=_postgresql_environment(database),
        check=True,
    )


def _put(source: Path, destination: Path) -> None:
    destination.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    content = source.read_bytes()
    fresh = destination.with_name(f".{destination.name}.restoring")
    fresh.touch(mode=0o600)
    fresh.write_bytes(content)
    fresh.replace(destination)
