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
from datetime import datetime, timedelta, timezone
from functools import reduce
from hashlib import sha256, sha512
from itertools import accumulate
from pathlib import Path
from typing import Any

NAME = "dienhong"
FORMAT = "dienhong-ledger-1"
FIELDS = {"actor", "claimed_on", "commitment", "id", "kind", "locality", "recorded_at", "subject"}
LONGEST_LINE = 1_000_000
SHOWN = 20
# A clock may be a little off and a transaction may take its time; an hour is neither.
TOLERANCE = timedelta(hours=1)
LONG_AGO = datetime(1970, 1, 1, tzinfo=timezone.utc)  # noqa: UP017 - Python 3.10
GRACE = timedelta(minutes=10)  # a receipt promises a place in the tree after one minute


class UnreadableError(Exception):
    """Nothing can be said about this file. The two texts are Vietnamese and English."""


# --- Ed25519 (RFC 8032), verification only
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
            self.rows.append(list(accumulate([NEUTRAL, *[point] * 255], add)))
            point = add(self.rows[-1][-1], point)

    def times(self, scalar: int) -> Point:
        return reduce(add, (row[byte] for row, byte in zip(self.rows, scalar.to_bytes(32, "little"), strict=True)))


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


# --- Signed notes
B64 = r"[0-9A-Za-z+/]"
TEXT = re.compile(  # a checkpoint, or a receipt
    rf"{NAME}/(?P<locality>[\w.-]+)(?:\n(?P<size>[1-9]\d{{0,17}})|/receipt\n(?P<entry>\d{{1,18}}))\n"
    rf"(?P<hash>{B64}{{43}}=)\n(?:time|recorded) (?P<time>[-\dT:.]{{26}}Z)\nkey (?P<key>{B64}{{43}}=)\n",
    re.ASCII,
)
BOUND = re.compile(r"(?P<label>.+)\.(?P<digest>[0-9a-f]{64})")  # the subject of an entry that binds a published fact
NOTE = re.compile(rf"(?P<text>(?:[^\n]+\n){{5}})\n— {NAME} (?P<signature>{B64}{{91}}=)\n")
ROTATION = re.compile(
    rf"{NAME} key rotation\nold (?P<old>[0-9a-f]{{64}})\nnew (?P<new>[0-9a-f]{{64}})\ntime (?P<time>\S+)\n", re.ASCII
)


class Note:
    """A signed checkpoint (its `size` is not 0) or a signed receipt (its `entry` is not empty)."""

    def __init__(self, note: re.Match[str]) -> None:
        said = TEXT.fullmatch(note["text"])
        if not said:
            raise ValueError("neither a checkpoint nor a receipt")
        self.text, self.signature = note["text"], b64decode(note["signature"])
        self.locality, self.size, self.entry = said["locality"], int(said["size"] or 0), said["entry"] or ""
        self.hash, self.key, self.time = b64decode(said["hash"]), b64decode(said["key"]), moment(said["time"])

    def is_signed_by(self, key: Key) -> bool:
        return key.raw == self.key and self.signature[:4] == key.id and key.signed(self.signature[4:], self.text)


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00"))  # noqa: FURB162 - Python 3.10 does not read "Z"


def kept_notes(path: Path) -> list[Note]:
    """The checkpoints and receipts of a file that somebody kept; each carries the key that signed it."""
    text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    notes = [Note(found) for found in NOTE.finditer(text)]
    if not notes or not all(note.is_signed_by(Key(note.key)) for note in notes):
        raise UnreadableError(f"{path}: không có điểm niêm phong nào nguyên vẹn", f"{path}: no checkpoint is intact")
    return notes


# --- The check
FINDINGS = {
    "count": ("số mục ghi ở cuối tệp không đúng", "the count at the end of the file is wrong"),
    "swapped": ("khóa ký bị tráo: khóa trước không ký cho khóa này", "key swapped: the one before did not sign for it"),
    "moved": ("có mục bị xóa, chèn hoặc đổi chỗ ở đây", "an entry was removed, inserted or moved here"),
    "edited": ("nội dung mục đã bị sửa", "the entry was edited"),
    "form": ("mục không ở dạng chuẩn duy nhất", "the entry is not in its one canonical form"),
    "foreign": ("mục của nơi khác", "an entry of another locality"),
    "twice": ("mục ghi hai lần", "the entry stands twice"),
    "backdated": ("ghi lùi: thời điểm trước điểm niêm phong đã ký", "backdated to before a checkpoint already signed"),
    "rewritten": ("khác điểm niêm phong đã giữ: sổ đã bị viết lại", "differs from the checkpoint you kept: rewritten"),
    "note": ("điểm niêm phong không khớp với chính nó", "the checkpoint contradicts itself"),
    "size": ("số mục không khớp với điểm niêm phong", "there are not as many entries as the checkpoint says"),
    "range": ("có mục trong khoảng này bị sửa, xóa, chèn hoặc đổi chỗ", "entries in this range were changed or moved"),
    "clock": ("thời điểm của điểm niêm phong đi lùi", "the time of checkpoints runs backwards"),
    "future": ("có mục mang thời điểm sau lúc ký", "an entry is dated after it was signed"),
    "forged": ("chữ ký giả, hoặc khóa không thuộc sổ", "forged signature, or a key that is not the log's"),
    "retired": ("ký bằng khóa đã thôi dùng", "signed by a key already put away"),
    "unsigned": ("phần cuối sổ chưa được ký", "the end of the log is not signed"),
    "no key": ("khóa đã ký bản bạn giữ không còn trong sổ", "the key that signed what you kept is gone: swapped"),
    "no log": ("cả sổ của nơi này đã biến mất", "the whole log of this locality is gone"),
    "rollback": ("sổ bị quay lui, ngắn hơn bản bạn giữ", "rolled back: shorter than what you kept"),
    "unpublished": ("điểm niêm phong đã giữ không còn được công bố", "the checkpoint you kept is no longer published"),
    "changed": ("điều đã công khai không còn như lúc công khai", "what was published is no longer what it was"),
    "taken away": ("điều đã công khai nay không còn", "what was published is gone"),
    "unbound": ("điều công khai này không có trong sổ", "this was published without an entry in the log"),
    "bound anew": ("điều đã công khai bị gắn mã băm lần thứ hai", "what was published was bound a second time"),
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
    newest: datetime = LONG_AGO  # the latest recorded time since that checkpoint
    broken: bool = False  # a root was wrong: all later ones are
    signed: set[int] = field(default_factory=set)  # the sizes of its checkpoints
    bound: dict[str, str] = field(default_factory=dict)  # facts that entries bind and that have not been met yet
    facts: set[str] = field(default_factory=set)  # all facts that entries bind

    def append(self, leaf: bytes) -> None:
        place = self.size
        while place & 1:
            leaf, place = node(self.edge.pop(), leaf), place >> 1
        self.edge.append(leaf)
        self.size += 1

    def root(self) -> bytes:
        return reduce(lambda right, left: node(left, right), reversed(self.edge))


class Check:
    """One pass over the export."""

    def __init__(self, kept: list[Note]) -> None:
        self.kept = kept
        self.findings: list[tuple[str, str]] = []  # where, which of FINDINGS
        self.logs: dict[str, Log] = {}
        self.keys: list[Key] = []
        self.retired: list[datetime] = []  # when each key but the last was put away
        self.entries: set[int] = set()
        self.promised = {note.hash for note in kept if note.entry}  # receipts whose leaf has not been met
        self.checkpoints = self.facts = 0

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
        steps = {"key": self.key, "leaf": self.leaf, "checkpoint": self.checkpoint, "fact": self.fact}
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
            self.end(log)
        for note in self.kept:
            self.compare(note)

    def end(self, log: Log) -> None:
        if not log.size or log.last is None or log.last.size != log.size:
            self.found(f"{log.name} #{log.last.size if log.last else 0}-", "unsigned")
        for label in log.bound:
            self.found(f"{log.name} {label}", "taken away")

    def key(self, record: dict[str, Any]) -> None:
        key, statement = Key(bytes.fromhex(record["public"])), record["statement"]
        if self.keys:
            before, said = self.keys[-1], ROTATION.fullmatch(statement)
            old, new = (bytes.fromhex(record[f"{which}_signature"]) for which in ("old", "new"))
            follows = said is not None and (said["old"], said["new"]) == (before.raw.hex(), key.raw.hex())
            if not follows or not before.signed(old, statement) or not key.signed(new, statement):
                self.found(f"key {key.id.hex()}", "swapped")
            self.retired.append(moment(said["time"] if said else "2999-01-01T00:00:00Z"))
        self.keys.append(key)

    def leaf(self, record: dict[str, Any]) -> None:
        log, index, text = self.log(record["locality"]), record["index"], record["entry"]
        where, hashed = f"{log.name} #{index}", bytes.fromhex(record["hash"])
        if index != log.size:
            self.found(where, "moved")
        if sha256(b"\x00" + text.encode()).digest() != hashed:
            self.found(where, "edited")
        try:
            self.entry(log, text, where)
        except (ValueError, LookupError, TypeError, AttributeError):
            self.found(where, "form")
        self.promised.discard(hashed)
        log.append(hashed)
        if any(note.size == log.size and note.hash != log.root() for note in log.kept):
            self.found(f"{log.name} #0-{index}", "rewritten")

    def entry(self, log: Log, text: str, where: str) -> None:
        entry = json.loads(text)
        if json.dumps(entry, ensure_ascii=False, separators=(",", ":"), sort_keys=True) != text or set(entry) != FIELDS:
            self.found(where, "form")
        if entry["locality"] != log.name:
            self.found(where, "foreign")
        recorded = moment(entry["recorded_at"])
        if entry["id"] in self.entries:
            self.found(where, "twice")
        if log.last and recorded < log.last.time - TOLERANCE:
            self.found(where, "backdated")
        if bound := BOUND.fullmatch(entry["subject"]):
            if bound["label"] in log.facts:
                self.found(f"{where} {bound['label']}", "bound anew")
            log.facts.add(bound["label"])
            log.bound[bound["label"]] = bound["digest"]
        self.entries.add(entry["id"])
        log.newest = max(log.newest, recorded)

    def fact(self, record: dict[str, Any]) -> None:
        """A published line, against the hash that an entry gave when it was published."""
        log, label = self.log(record["locality"]), record["label"]
        digest = log.bound.pop(label, None)
        if digest is None:
            self.found(f"{log.name} {label}", "unbound")
        elif sha256(record["text"].encode()).hexdigest() != digest:
            self.found(f"{log.name} {label}", "changed")
        self.facts += 1

    def checkpoint(self, record: dict[str, Any]) -> None:
        log, size = self.log(record["locality"]), record["size"]
        where, before = f"{log.name} @{size}", log.last.size if log.last else 0
        self.checkpoints += 1
        signed = NOTE.fullmatch(record["note"])
        try:
            note = Note(signed) if signed else None
        except ValueError:
            note = None
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
        if log.newest > note.time + TOLERANCE:
            self.found(where, "future")
        log.last, log.newest = note, LONG_AGO
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
        # A checkpoint is published so long after the receipt that its entry must stand below one.
        elif note.hash in self.promised and any(
            each.last and each.last.time > note.time + GRACE for each in self.logs.values()
        ):
            self.found(where, "dropped")


# --- Input and output
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
    counts = len(check.entries), check.checkpoints, len(check.logs), len(check.kept), check.facts
    print("CÒN NGUYÊN: {} mục, {} điểm niêm phong, {} sổ, {} bản đã giữ, {} điều công khai.".format(*counts))
    print("INTACT: {} entries, {} checkpoints, {} logs, {} kept notes, {} published facts.".format(*counts))
    for log in check.logs.values():
        if log.last:
            print(f"  {log.name}: {log.size}, {log.last.time.isoformat()}, {b64encode(log.last.hash).decode()}")
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description="Kiểm tra bản xuất sổ cái Diên Hồng / check a ledger export")
    parser.add_argument("export", type=Path, help="tệp tải từ /so-cai/ (.jsonl, .jsonl.gz)")
    kept = "điểm niêm phong hoặc biên nhận đã giữ từ trước, dùng được nhiều lần / kept checkpoint or receipt"
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
