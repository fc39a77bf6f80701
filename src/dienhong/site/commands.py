"""Verbs of the command line that keep and check: each calls one function and says in a sentence what came of it."""

import argparse
import subprocess
import sys
import tarfile
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import ParamSpec

from django.db import OperationalError, ProgrammingError

from dienhong.disclosures import queries as disclosures
from dienhong.documents import queries as documents
from dienhong.documents.queries import Fault
from dienhong.foundations import clock
from dienhong.foundations.downloads import as_csv
from dienhong.ledger import commands as ledger_commands
from dienhong.ledger.audit import Report
from dienhong.ledger.keys import KeyUnusable
from dienhong.opendata import files
from dienhong.opendata import queries as opendata
from dienhong.rolls import queries as rolls_of
from dienhong.rolls import shown as rolls_shown
from dienhong.site import backup, wiring

MEGABYTE = 1_000_000
P = ParamSpec("P")
EXPECTED = (
    backup.BadArchive,
    backup.NotEmpty,
    KeyUnusable,
    OSError,
    tarfile.TarError,
    subprocess.CalledProcessError,
    OperationalError,
    ProgrammingError,
)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _why(failure: Exception) -> str:
    """A failure in one sentence for whoever keeps the server."""
    match failure:
        case OSError(filename=str(name), strerror=str(reason)):
            return f"Không đọc hoặc ghi được {name}: {reason}."
        case tarfile.TarError():
            return "Tệp này không phải là bản sao lưu của Diên Hồng, hoặc đã bị cắt cụt."
        case subprocess.CalledProcessError():
            return f"Công cụ {failure.cmd[0]} của PostgreSQL không làm được; thông báo của nó ở trên."
        case OperationalError() | ProgrammingError():
            return f"Cơ sở dữ liệu chưa sẵn sàng ({failure}). Hãy chạy dienhong setup hoặc dienhong restore trước."
    return str(failure)


def _in_a_sentence(verb: Callable[P, int]) -> Callable[P, int]:
    """What is expected to go wrong is said on the error output and gives exit code 2, never a traceback."""

    @wraps(verb)
    def run(*args: P.args, **kwargs: P.kwargs) -> int:
        try:
            return verb(*args, **kwargs)
        except EXPECTED as failure:
            sys.stderr.write(f"{_why(failure)}\n")
            return 2

    return run


def _tell(report: Report) -> None:
    for finding in report.findings:
        _say(str(finding))
    if report.is_intact:
        _say(f"Sổ cái nguyên vẹn: {report.leaves} mục, {report.checkpoints} lần niêm phong.")


@_in_a_sentence
def back_up(file: str) -> int:
    begin = time.monotonic()
    summary = backup.back_up(Path(file))
    seconds = time.monotonic() - begin
    _say(f"Đã sao lưu {summary.members} thành phần, {summary.size / MEGABYTE:.1f} MB, trong {seconds:.1f} giây: {file}")
    keys = backup.keys_beside(Path(file))
    _say(f"Khóa nằm riêng ở {keys}. Hãy cất nơi khác với bản sao lưu, và thử phục hồi mỗi quý.")
    return 0


@_in_a_sentence
def restore(file: str) -> int:
    begin = time.monotonic()
    summary = backup.restore(Path(file))
    _say(f"Đã phục hồi {summary.members} thành phần trong {time.monotonic() - begin:.1f} giây.")
    report = ledger_commands.verify(wiring.AUDITS)
    _tell(report)
    return 0 if report.is_intact else 1


FAULTS = {
    Fault.MISSING: "mất tệp: chép lại từ bản sao lưu",
    Fault.ALTERED: "tệp đã bị sửa: chép lại từ bản sao lưu",
    Fault.UNCLAIMED: "tệp không thuộc bản ghi nào: có thể là lần tải lên bị cắt ngang",
}


@_in_a_sentence
def verify_files() -> int:
    """Hashes every stored file again; exit 1 when one is missing or altered."""
    found = list(documents.verify_store())
    for faulty in found:
        _say(f"{faulty.sha256}: {FAULTS[faulty.fault]}")
    broken = [faulty for faulty in found if faulty.fault is not Fault.UNCLAIMED]
    if not broken:
        _say("Mọi tệp đã nhận còn nguyên vẹn.")
    return 1 if broken else 0


@_in_a_sentence
def export(options: argparse.Namespace) -> int:
    """The register of a year, of one commune or of all, as it is given at /du-lieu/."""
    place = None
    if options.commune:
        place = disclosures.communes().filter(code=options.commune).first()
        if place is None:
            sys.stderr.write(f"Không có xã nào mang mã {options.commune} có kế hoạch công khai.\n")
            return 2
    if options.year not in opendata.years(place):
        sys.stderr.write(f"Không có kế hoạch công khai năm {options.year}.\n")
        return 2
    rows = opendata.register(year=options.year, place=place)
    size = 0
    with Path(options.file).open("wb") as out:
        for piece in files.written(options.kind, rows, on=clock.legal_day(clock.read())):
            size += out.write(piece)
    _say(f"Đã xuất sổ công khai năm {options.year}, {size / MEGABYTE:.1f} MB: {options.file}")
    return 0


@_in_a_sentence
def rolls(options: argparse.Namespace) -> int:
    """Computes the digest of every roll again; exit 1 when one is not what was taken. Or writes one as CSV."""
    if options.act == "export":
        return _export_roll(options.roll, Path(options.file))
    broken = count = 0
    for roll in rolls_of.all_rolls(options.village):
        found = rolls_of.verified(roll)
        count += 1
        broken += not found.is_sound
        state = "nguyên vẹn" if found.is_sound else "KHÔNG KHỚP mã băm lúc chốt"
        wrong = f"; sai ở dòng {', '.join(map(str, found.wrong))}" if found.wrong else ""
        emptied = f"; {found.emptied} dòng đã xóa dữ liệu cá nhân" if found.emptied else ""
        _say(f"{roll.pk} {roll.village.code} {roll.taken_on:%d/%m/%Y} {roll.households} hộ: {state}{wrong}{emptied}")
    _say(f"Đã kiểm tra {count} bản chốt, {broken} bản không khớp.")
    return 1 if broken else 0


def _export_roll(pk: int, path: Path) -> int:
    roll = rolls_of.all_rolls().filter(pk=pk).first()
    if roll is None:
        sys.stderr.write(f"Không có bản chốt nào mang số {pk}. Hãy chạy: dienhong rolls verify\n")
        return 2
    header, rows = rolls_shown.table(roll)
    path.write_bytes(as_csv(header, rows))
    _say(f"Đã xuất {roll.households} hộ, mã băm {roll.digest}: {path}")
    return 0


@_in_a_sentence
def ledger(options: argparse.Namespace) -> int:
    at = clock.read()
    if options.act == "verify":
        report = ledger_commands.verify(wiring.AUDITS)
        _tell(report)
        return 0 if report.is_intact else 1
    if options.act == "seal":
        _say(f"Đã niêm phong {ledger_commands.seal(at)} mục.")
    elif options.act == "export":
        count = ledger_commands.export(Path(options.file), options.locality)
        _say(f"Đã xuất {count} dòng: {options.file}")
    elif options.what == "new":
        _say(f"Khóa công khai: {ledger_commands.new_key()}")
    else:
        _say(f"Khóa công khai mới: {ledger_commands.rotate_key(at)}")
    return 0
