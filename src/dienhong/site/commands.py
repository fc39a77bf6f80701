"""Verbs of the command line that keep and check: each calls one function and says in a sentence what came of it."""

import argparse
import sys
import time
from pathlib import Path

from dienhong.documents import queries as documents
from dienhong.documents.queries import Fault
from dienhong.foundations import clock
from dienhong.ledger import commands as ledger_commands
from dienhong.ledger.audit import Report
from dienhong.site import backup

MEGABYTE = 1_000_000


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _refuse(line: str) -> int:
    sys.stderr.write(f"{line}\n")
    return 1


def _tell(report: Report) -> None:
    for finding in report.findings:
        _say(str(finding))
    if report.is_intact:
        _say(f"Sổ cái nguyên vẹn: {report.leaves} mục, {report.checkpoints} lần niêm phong.")


def back_up(file: str) -> int:
    begin = time.monotonic()
    summary = backup.back_up(Path(file))
    seconds = time.monotonic() - begin
    _say(f"Đã sao lưu {summary.members} thành phần, {summary.size / MEGABYTE:.1f} MB, trong {seconds:.1f} giây: {file}")
    _say("Bản sao lưu chứa cả khóa. Hãy cất như cất chìa khóa, và thử phục hồi mỗi quý.")
    return 0


def restore(file: str) -> int:
    begin = time.monotonic()
    try:
        summary = backup.restore(Path(file))
    except (backup.BadArchive, backup.NotEmpty, OSError) as refusal:
        return _refuse(str(refusal))
    _say(f"Đã phục hồi {summary.members} thành phần trong {time.monotonic() - begin:.1f} giây.")
    report = ledger_commands.verify()
    _tell(report)
    return 0 if report.is_intact else 1


FAULTS = {
    Fault.MISSING: "mất tệp: chép lại từ bản sao lưu",
    Fault.ALTERED: "tệp đã bị sửa: chép lại từ bản sao lưu",
    Fault.UNCLAIMED: "tệp không thuộc bản ghi nào: có thể là lần tải lên bị cắt ngang",
}


def verify_files() -> int:
    """Hashes every stored file again; exit 1 when one is missing or altered."""
    found = list(documents.verify_store())
    for faulty in found:
        _say(f"{faulty.sha256}: {FAULTS[faulty.fault]}")
    broken = [faulty for faulty in found if faulty.fault is not Fault.UNCLAIMED]
    if not broken:
        _say("Mọi tệp đã nhận còn nguyên vẹn.")
    return 1 if broken else 0


def ledger(options: argparse.Namespace) -> int:
    at = clock.read()
    if options.act == "verify":
        report = ledger_commands.verify()
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
