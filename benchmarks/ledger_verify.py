"""How long does the stand-alone verifier take? Makes an export in memory's order and times the check of it.

    python benchmarks/ledger_verify.py [--leaves 200000]

A checkpoint stands after every hundredth leaf. The bar is one million leaves in 120 seconds; fewer are extrapolated,
which is fair because the check is one pass whose every step costs the same.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from dienhong.ledger import notes
from lawcore import merkle

VERIFIER = Path(__file__).parents[1] / "tools" / "verify_ledger.py"
MILLION, LIMIT = 1_000_000, 120
LOCALITY = "xa-an-lac"
SEALED_EVERY = 100


def line(record: dict[str, object]) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"


def write(path: Path, leaves: int) -> None:
    signer, frontier, at = (
        notes.Signer(Ed25519PrivateKey.generate()),
        merkle.Frontier(),
        datetime(2026, 1, 1, tzinfo=UTC),
    )
    with path.open("w", encoding="utf-8") as file:
        file.write(line({"type": "export", "format": "dienhong-ledger-1", "localities": [LOCALITY]}))
        file.write(line({"type": "key", "public": signer.public, "statement": ""}))
        for number in range(leaves):
            entry = {
                "actor": f"user:{number % 50}",
                "claimed_on": "2026-01-01",
                "commitment": f"{number:064x}",
                "id": number + 1,
                "kind": "evidence.submitted",
                "locality": LOCALITY,
                "recorded_at": notes.instant(at),
                "subject": f"programmes.evidence:{number}",
            }
            text = line(entry).rstrip()
            leaf = merkle.leaf_hash(text.encode())
            frontier.append(leaf)
            file.write(line({"type": "leaf", "locality": LOCALITY, "index": number, "hash": leaf.hex(), "entry": text}))
            if frontier.size % SEALED_EVERY == 0 or frontier.size == leaves:
                at += timedelta(seconds=30)
                root = frontier.root()
                text = str(notes.CheckpointText(LOCALITY, frontier.size, root, at, signer.public))
                sealed = {"type": "checkpoint", "locality": LOCALITY, "size": frontier.size, "root": root.hex()}
                file.write(line({**sealed, "note": notes.signed(text, signer)}))
        file.write(line({"type": "end", "leaves": leaves}))


def main() -> int:
    parser = argparse.ArgumentParser(description="Time of the stand-alone verifier")
    parser.add_argument("--leaves", type=int, default=200_000)
    leaves = parser.parse_args().leaves
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.jsonl"
        write(path, leaves)
        start = time.perf_counter()
        run = subprocess.run([sys.executable, VERIFIER, path], check=False, capture_output=True, text=True)  # noqa: S603
        elapsed = time.perf_counter() - start
    million = elapsed * MILLION / leaves
    print(run.stdout or run.stderr, end="")
    print(f"{leaves:,} leaves in {elapsed:.1f} s; a million in {million:.0f} s; the limit is {LIMIT} s")
    return 0 if run.returncode == 0 and million <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
