#!/usr/bin/env python3
"""Kiểm tra bản xuất sổ cái Diên Hồng mà không cần tin máy chủ / check a Diên Hồng ledger export, trusting no server.

    python3 verify_ledger.py EXPORT [--checkpoint FILE ...]

EXPORT is what /so-cai/ offers for download (.jsonl or .jsonl.gz). FILE is a checkpoint or a receipt saved earlier,
or several of them one after the other. Exit status: 0 intact, 1 altered (what and where), 2 nothing can be said.

One file, standard library only, and none of the platform's code: leaves and nodes are hashed after RFC 9162,
notes are signed after C2SP signed-note, signatures are Ed25519 after RFC 8032.
"""

import argparse
import gzip
import json
import re
import sys
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256, sha512
from pathlib import Path
from typing import Any

NAME = "dienhong"
FORMAT = "dienhong-ledger-1"
FIELDS = ["actor", "claimed_on", "commitment", "id", "kind", "locality", "recorded_at", "subject"]
LONGEST_LINE = 1_000_000
SHOWN = 20
# A clock may be a little off and a transaction may take its time; an hour is neither.
TOLERANCE = timedelta(hours=1)
GRACE = timedelta(minutes=10)  # a receipt promises a place in the tree after one minute


class UnreadableError(Exception):
    """Nothing can be said about this file. The two texts are Vietnamese and English."""


# --- Ed25519 (RFC 8032), verification only ------------------------------------------------------------------------

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
Point = tuple[int, int, int, int]  # X, Y, Z, T with x = X/Z, y = Y/Z, x*y = T/Z
NEUTRAL: Point = (0, 1, 1, 0)


def add(one: Point, two: Point) -> Point:
    a, b = (one[1] - one[0]) * (two[1] - two[0]) % P, (one[1] + one[0]) * (two[1] + two[0]) % P
    c, d = 2 * one[3] * two[3] * D % P, 2 * one[2] * two[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def decode(raw: bytes) -> Point:
    """The point that 32 bytes stand for. Raises ValueError."""
    number = int.from_bytes(raw, "little")
    y, sign = number & ((1 << 255) - 1), number >> 255
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if x * x % P != square:
        x = x * pow(2, (P - 1) // 4, P) % P
    if len(raw) != 32 or y >= P or x * x % P != square or (x == 0 and sign):
        raise ValueError("not a point of the curve")
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


def encode(point: Point) -> bytes:
    inverse = pow(point[2], -1, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


class Multiples:
    """A point times every byte at every place, so that one signature costs 64 additions."""

    def __init__(self, point: Point) -> None:
        self.rows = []
        for _place in range(32):
            row = [NEUTRAL]
            for _byte in range(255):
                row.append(add(row[-1], point))
            self.rows.append(row)
            point = add(row[-1], point)

    def times(self, scalar: int) -> Point:
        total = NEUTRAL
        for row, byte in zip(self.rows, scalar.to_bytes(32, "little"), strict=True):
            total = add(total, row[byte])
        return total


BASE = Multiples(decode((4 * pow(5, -1, P) % P).to_bytes(32, "little")))


class Key:
    """A public key. `id` is the four bytes by which a note names it."""

    def __init__(self, raw: bytes) -> None:
        x, y, z, t = decode(raw)
        eight = self.point = (P - x, y, z, P - t)  # minus A: R = sB - kA
        for _doubling in range(3):
            eight = add(eight, eight)
        if encode(eight) == encode(NEUTRAL):
            raise ValueError("a key of small order signs everything")
        self.raw, self.multiples = raw, Multiples(self.point)
        self.id = sha256(NAME.encode() + b"\n\x01" + raw).digest()[:4]

    def signed(self, signature: bytes, text: str) -> bool:
        r, s = signature[:32], int.from_bytes(signature[32:], "little")
        if len(signature) != 64 or s >= ORDER:
            return False
        k = int.from_bytes(sha512(r + self.raw + text.encode()).digest(), "little") % ORDER
        return encode(add(BASE.times(s), self.multiples.times(k))) == r


# --- Signed notes -------------------------------------------------------------------------------------------------

CHECKPOINT = re.compile(
    rf"{NAME}/(?P<locality>[\w.-]+)\n(?P<size>[1-9]\d*)\n(?P<hash>[\w+/]{{43}}=)\n"
    r"time (?P<time>[-\d]{10}T[:\d]{8}\.\d{6}Z)\nkey (?P<key>[\w+/]{43}=)\n",
    re.ASCII,
)
RECEIPT = re.compile(
    rf"{NAME}/(?P<locality>[\w.-]+)/receipt\n(?P<entry>[-0-9a-f]{{36}})\n(?P<hash>[\w+/]{{43}}=)\n"
    r"recorded (?P<time>[-\d]{10}T[:\d]{8}\.\d{6}Z)\nkey (?P<key>[\w+/]{43}=)\n",
    re.ASCII,
)
NOTE = re.compile(rf"(?P<text>(?:[^\n]+\n){{5}})\n— {NAME} (?P<signature>[\w+/]+=*)\n", re.ASCII)
ROTATION = re.compile(
    rf"{NAME} key rotation\nold (?P<old>[0-9a-f]{{64}})\nnew (?P<new>[0-9a-f]{{64}})\ntime (?P<time>\S+)\n", re.ASCII
)


@dataclass
class Note:
    """A checkpoint (`size` set) or a receipt (`entry` set) as it is signed."""

    locality: str
    hash: bytes
    time: datetime
    key: bytes
    text: str
    signature: bytes
    size: int = 0
    entry: str = ""

    def is_signed_by(self, key: Key) -> bool:
        return key.raw == self.key and self.signature[:4] == key.id and key.signed(self.signature[4:], self.text)


def read_note(text: str, signature: str) -> Note:
    """Raises ValueError where the text is neither a checkpoint nor a receipt."""
    found = CHECKPOINT.fullmatch(text) or RECEIPT.fullmatch(text)
    if not found:
        raise ValueError("neither a checkpoint nor a receipt")
    part = found.groupdict()
    return Note(
        locality=part["locality"],
        hash=b64decode(part["hash"]),
        time=moment(part["time"]),
        key=b64decode(part["key"]),
        text=text,
        signature=b64decode(signature, validate=True),
        size=int(part.get("size") or 0),
        entry=part.get("entry") or "",
    )


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00"))  # noqa: FURB162 - Python 3.10 does not read "Z"


def kept_notes(path: Path) -> list[Note]:
    """The checkpoints and receipts of a file that somebody kept; each carries the key that signed it."""
    text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    notes = [read_note(*found.group("text", "signature")) for found in NOTE.finditer(text)]
    if not notes or not all(note.is_signed_by(Key(note.key)) for note in notes):
        raise UnreadableError(
            f"{path}: không có điểm kiểm, hoặc tệp đã hỏng", f"{path}: no checkpoint, or it is damaged"
        )
    return notes


# --- The check ----------------------------------------------------------------------------------------------------

FINDINGS = {
    "count": ("số mục ghi ở cuối tệp không đúng", "the count at the end of the file is wrong"),
    "swapped": ("khóa ký bị tráo: khóa trước không ký cho khóa này", "key swapped: the one before did not sign for it"),
    "moved": ("có mục bị xóa, chèn hoặc đổi chỗ ở đây", "an entry was removed, inserted or moved here"),
    "edited": ("nội dung mục đã bị sửa", "the entry was edited"),
    "form": ("mục không ở dạng chuẩn duy nhất", "the entry is not in its one canonical form"),
    "foreign": ("mục của nơi khác", "an entry of another locality"),
    "twice": ("mục ghi hai lần", "the entry stands twice"),
    "backdated": ("ghi lùi: thời điểm trước điểm kiểm đã ký", "backdated to before a checkpoint already signed"),
    "rewritten": ("khác điểm kiểm bạn đã giữ: sổ đã bị viết lại", "differs from the checkpoint you kept: rewritten"),
    "note": ("điểm kiểm không khớp với chính nó", "the checkpoint contradicts itself"),
    "size": ("số mục không khớp với điểm kiểm", "there are not as many entries as the checkpoint says"),
    "range": ("có mục trong khoảng này bị sửa, xóa, chèn hoặc đổi chỗ", "entries in this range were changed or moved"),
    "clock": ("thời điểm của điểm kiểm đi lùi", "the time of checkpoints runs backwards"),
    "future": ("có mục mang thời điểm sau lúc ký", "an entry is dated after it was signed"),
    "forged": ("chữ ký giả, hoặc khóa không thuộc sổ", "forged signature, or a key that is not the log's"),
    "retired": ("ký bằng khóa đã thôi dùng", "signed by a key already put away"),
    "unsigned": ("phần cuối sổ chưa được ký", "the end of the log is not signed"),
    "no key": ("khóa đã ký bản bạn giữ không còn trong sổ", "the key that signed what you kept is gone: swapped"),
    "no log": ("cả sổ của nơi này đã biến mất", "the whole log of this locality is gone"),
    "rollback": ("sổ bị quay lui, ngắn hơn bản bạn giữ", "rolled back: shorter than what you kept"),
    "unpublished": ("điểm kiểm bạn giữ không còn được công bố", "the checkpoint you kept is no longer published"),
    "dropped": ("mục đã có biên nhận nhưng bị bỏ khỏi sổ", "a receipt was given, and the entry was dropped"),
}


def node(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


@dataclass
class Log:
    """What has been read of one locality."""

    name: str
    kept: list[Note]  # checkpoints somebody kept
    size: int = 0
    edge: list[bytes] = field(default_factory=list)
    last: Note | None = None  # the last checkpoint read
    key: int = 0  # which key of the chain signed it
    newest: str = ""  # the latest recorded time since that checkpoint
    broken: bool = False  # a root was wrong: all later ones are
    signed: set[int] = field(default_factory=set)  # the sizes of its checkpoints

    def append(self, leaf: bytes) -> None:
        place = self.size
        while place & 1:
            leaf, place = node(self.edge.pop(), leaf), place >> 1
        self.edge.append(leaf)
        self.size += 1

    def root(self) -> bytes:
        found = self.edge[-1]
        for left in reversed(self.edge[:-1]):
            found = node(left, found)
        return found


class Check:
    """One pass over the export."""

    def __init__(self, kept: list[Note]) -> None:
        self.kept = kept
        self.findings: list[tuple[str, str]] = []  # where, which of FINDINGS
        self.logs: dict[str, Log] = {}
        self.keys: list[Key] = []
        self.retired: list[datetime] = []  # when each key but the last was put away
        self.entries: set[bytes] = set()
        self.promised = {note.hash for note in kept if note.entry}  # receipts whose leaf has not been met
        self.checkpoints = 0

    def found(self, where: str, finding: str) -> None:
        self.findings.append((where, finding))

    def log(self, name: str) -> Log:
        if name not in self.logs:
            self.logs[name] = Log(name, [note for note in self.kept if note.locality == name and note.size])
        return self.logs[name]

    def run(self, records: Iterator[dict[str, Any]]) -> None:
        first = next(records, {})
        if first.get("type") != "export" or first.get("format") != FORMAT:
            raise UnreadableError("đây không phải bản xuất sổ cái", "this is no ledger export")
        for name in first["localities"]:
            self.log(name)
        steps = {"key": self.key, "leaf": self.leaf, "checkpoint": self.checkpoint}
        record: dict[str, Any] = {}
        for record in records:
            if record["type"] == "end":
                break
            steps[record["type"]](record)
        if record.get("type") != "end" or next(records, None) is not None:
            raise UnreadableError("bản xuất bị cắt cụt, hãy tải lại", "the export is cut off, download it again")
        if record["leaves"] != sum(log.size for log in self.logs.values()):
            self.found("end", "count")
        for log in self.logs.values():
            if not log.size or log.last is None or log.last.size != log.size:
                self.found(f"{log.name} #{log.last.size if log.last else 0}-", "unsigned")
        for note in self.kept:
            self.compare(note)

    def key(self, record: dict[str, Any]) -> None:
        key, statement = Key(bytes.fromhex(record["public"])), record["statement"]
        if self.keys:
            before, said = self.keys[-1], ROTATION.fullmatch(statement)
            both_signed = before.signed(bytes.fromhex(record["old_signature"]), statement) and key.signed(
                bytes.fromhex(record["new_signature"]), statement
            )
            if not said or (said["old"], said["new"]) != (before.raw.hex(), key.raw.hex()) or not both_signed:
                self.found(f"key {key.id.hex()}", "swapped")
            self.retired.append(moment(said["time"] if said else "2999-01-01T00:00:00Z"))
        self.keys.append(key)

    def leaf(self, record: dict[str, Any]) -> None:
        log, index, text = self.log(record["locality"]), record["index"], record["entry"]
        where, hashed, entry = f"{log.name} #{index}", bytes.fromhex(record["hash"]), json.loads(text)
        name, recorded = bytes.fromhex(entry["id"].replace("-", "")), entry["recorded_at"]
        one_form = json.dumps(entry, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        wrong = {
            "moved": index != log.size,
            "edited": sha256(b"\x00" + text.encode()).digest() != hashed,
            "form": sorted(entry) != FIELDS or one_form != text,
            "foreign": entry["locality"] != log.name,
            "twice": name in self.entries,
            "backdated": log.last is not None and moment(recorded) < log.last.time - TOLERANCE,
        }
        for finding in (each for each, is_so in wrong.items() if is_so):
            self.found(where, finding)
        self.entries.add(name)
        self.promised.discard(hashed)
        log.newest = max(log.newest, recorded)
        log.append(hashed)
        if any(note.size == log.size and note.hash != log.root() for note in log.kept):
            self.found(f"{log.name} #0-{log.size - 1}", "rewritten")

    def checkpoint(self, record: dict[str, Any]) -> None:
        log, size = self.log(record["locality"]), record["size"]
        where, before = f"{log.name} @{size}", log.last.size if log.last else 0
        signed = NOTE.fullmatch(record["note"])
        note = read_note(*signed.group("text", "signature")) if signed else None
        self.checkpoints += 1
        if note is None or (note.locality, note.size, note.hash.hex()) != (log.name, size, record["root"]):
            self.found(where, "note")
            return
        if size != log.size or size <= before:
            self.found(where, "size")
        elif note.hash != log.root() and not log.broken:
            log.broken = True
            self.found(f"{log.name} #{before}-{size - 1}", "range")
        self.authority(log, note, where)
        if log.last and note.time < log.last.time:
            self.found(where, "clock")
        if log.newest and moment(log.newest) > note.time + TOLERANCE:
            self.found(where, "future")
        log.last, log.newest = note, ""
        log.signed.add(size)

    def authority(self, log: Log, note: Note, where: str) -> None:
        """A key of the chain signed, not an earlier one than before, and not after it was put away."""
        index = next((n for n, key in enumerate(self.keys) if key.raw == note.key), None)
        if index is None or not note.is_signed_by(self.keys[index]):
            self.found(where, "forged")
            return
        if index < log.key or (index < len(self.retired) and note.time > self.retired[index] + TOLERANCE):
            self.found(where, "retired")
        log.key = max(log.key, index)

    def compare(self, note: Note) -> None:
        """What somebody kept, against what is published now."""
        log = self.logs.get(note.locality)
        where = f"{note.locality} {f'@{note.size}' if note.size else note.entry}"
        if all(key.raw != note.key for key in self.keys):
            self.found(where, "no key")
        if log is None:
            self.found(where, "no log")
        elif note.size > log.size:
            self.found(where, "rollback")
        elif note.size and note.size not in log.signed:
            self.found(where, "unpublished")
        elif note.entry and note.hash in self.promised and self.is_due(note):
            self.found(where, "dropped")

    def is_due(self, receipt: Note) -> bool:
        """Whether a checkpoint so late is published that the entry of this receipt must be below one."""
        return any(log.last and log.last.time > receipt.time + GRACE for log in self.logs.values())


# --- Input and output ---------------------------------------------------------------------------------------------


def records(path: Path) -> Iterator[dict[str, Any]]:
    with path.open("rb") as raw:
        packed = raw.read(2) == b"\x1f\x8b"
    with gzip.open(path, "rb") if packed else path.open("rb") as file:
        while line := file.readline(LONGEST_LINE):
            record = json.loads(line)
            if not isinstance(record, dict):
                raise TypeError("a line is not an object")
            yield record


def report(check: Check) -> int:
    for where, finding in check.findings[:SHOWN]:
        vietnamese, english = FINDINGS[finding]
        print(f"ĐÃ BỊ SỬA {where}: {vietnamese}.\nALTERED {where}: {english}.")
    if check.findings:
        print(f"Tổng cộng {len(check.findings)} chỗ sai. / {len(check.findings)} findings in all.")
        return 1
    if check.promised:
        raise UnreadableError("bản xuất cũ hơn biên nhận, hãy tải bản mới", "the export is older than the receipt")
    leaves, logs, kept = len(check.entries), len(check.logs), len(check.kept)
    print(f"CÒN NGUYÊN: {leaves} mục, {check.checkpoints} điểm kiểm, {logs} sổ, {kept} bản đã giữ.")
    print(f"INTACT: {leaves} entries, {check.checkpoints} checkpoints, {logs} logs, {kept} kept notes.")
    for log in check.logs.values():
        if log.last:
            print(f"  {log.name}: {log.size}, {log.last.time.isoformat()}, {b64encode(log.last.hash).decode()}")
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description="Kiểm tra bản xuất sổ cái Diên Hồng / check a ledger export")
    parser.add_argument("export", type=Path, help="tệp tải từ /so-cai/ (.jsonl, .jsonl.gz)")
    kept = "điểm kiểm hoặc biên nhận đã giữ từ trước, dùng được nhiều lần / kept checkpoint or receipt"
    parser.add_argument("--checkpoint", type=Path, action="append", default=[], metavar="FILE", help=kept)
    options = parser.parse_args()
    try:
        check = Check([note for path in options.checkpoint for note in kept_notes(path)])
        check.run(records(options.export))
        return report(check)
    except UnreadableError as nothing:
        print(f"KHÔNG KẾT LUẬN ĐƯỢC: {nothing.args[0]}.\nUNREADABLE: {nothing.args[1]}.", file=sys.stderr)
    except (OSError, EOFError, ValueError, LookupError, TypeError, AttributeError, RecursionError, zlib.error) as error:
        print(f"KHÔNG KẾT LUẬN ĐƯỢC: tệp hỏng, hãy tải lại.\nUNREADABLE: broken file ({error!r}).", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
