"""Old formats (DOC, RTF, ODT): converted to DOCX by LibreOffice where it is installed."""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from dienhong.reading import media
from dienhong.reading.limits import Limits
from dienhong.reading.refusals import Refusal, Unreadable

SUFFIX = {media.DOC: ".doc", media.RTF: ".rtf", media.ODT: ".odt"}
FILTER = {media.DOC: "MS Word 97", media.RTF: "Rich Text Format", media.ODT: "writer8"}  # no guessing from garbage

SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{items}
</oor:items>
"""
SETTING = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
)
LOCKED_DOWN = (  # no linked picture or section is fetched, no macro runs; what would go out anyway meets a dead proxy
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Inet/Settings", "ooInetProxyType", "1"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


def kind_of_old_file(file: BinaryIO) -> str:
    """The media type of an OLE file by the names of its streams. Raises Unreadable when it is locked or no text."""
    file.seek(0)
    data = file.read()
    if _stream("EncryptedPackage") in data:
        raise Unreadable(Refusal.PASSWORD)
    if _stream("WordDocument") in data:
        return media.DOC
    raise Unreadable(Refusal.OLD_SHEET if _stream("Workbook") in data else Refusal.UNKNOWN_TYPE)


def _stream(name: str) -> bytes:
    return name.encode("utf-16-le")


@contextmanager
def as_docx(file: BinaryIO, media_type: str, limits: Limits) -> Iterator[BinaryIO]:
    """`file` converted, open for reading and gone afterwards. Raises Unreadable."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise Unreadable(Refusal.NO_OFFICE)
    with tempfile.TemporaryDirectory(prefix="dienhong-") as name:
        folder = Path(name)
        source = folder / f"in{SUFFIX[media_type]}"
        file.seek(0)
        with source.open("wb") as copy:
            shutil.copyfileobj(file, copy)
        _convert(program, source, FILTER[media_type], limits)
        converted = folder / "in.docx"
        if not converted.is_file():
            raise Unreadable(Refusal.OFFICE_FAILED)
        with converted.open("rb") as docx:
            yield docx


def _convert(program: str, source: Path, source_filter: str, limits: Limits) -> None:
    """A fresh profile each time, locked down: no setting, template or file lock of anyone's."""
    folder = source.parent
    _lock_down(folder / "profile")
    command = [
        *_limited(limits),
        program,
        f"-env:UserInstallation=file://{folder}/profile",
        *("--headless", "--norestore", "--nolockcheck", f"--infilter={source_filter}"),
        *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), str(source)),
    ]
    environment = {"HOME": str(folder), "PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C.UTF-8"}
    process = subprocess.Popen(  # noqa: S603 (a fixed program; the file has a name of our own)
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    )
    try:
        process.wait(limits.office_seconds)
    except subprocess.TimeoutExpired as late:
        raise Unreadable(Refusal.TOO_HEAVY) from late
    finally:
        _kill_group(process)


def _lock_down(profile: Path) -> None:
    items = "\n".join(SETTING.format(path=path, name=name, value=value) for path, name, value in LOCKED_DOWN)
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS.format(items=items), encoding="utf-8")


def _limited(limits: Limits) -> list[str]:
    """The system's own limits on memory and time, where its tool for them is there."""
    tool = shutil.which("prlimit")
    if tool is None:
        return []
    return [tool, f"--as={limits.office_memory_bytes}", f"--cpu={limits.office_seconds}", "--core=0"]


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    """LibreOffice starts a second process of its own; neither may outlive the conversion."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    finally:
        process.wait()
