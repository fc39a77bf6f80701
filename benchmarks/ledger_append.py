"""How much does recording an act in the ledger add to the act? Sixteen writers on PostgreSQL.

    DIENHONG_DATABASE_URL=postgres://user@host:port/name python benchmarks/ledger_append.py [--acts 60] [--rounds 5]

Every writer does each act twice, bare and with `ledger.append`, in turns, so that both meet the same machine at
the same moment. Two acts are measured:

real     what an action of the platform does: reads the actor's row and the subject's, locks the subject, writes an
         audit row and an update, renders a Vietnamese document of some eighty lines (about 4 ms of work in all)
minimal  one INSERT and nothing else, the least that can be called an act

The figure that counts is the time of all recorded acts over that of all bare ones, the median of the rounds. The
database must be empty or disposable: the script makes its tables and leaves entries behind.
"""

import argparse
import os
import secrets
import statistics
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dienhong.site.settings")
os.environ.setdefault("DIENHONG_HOME", "var/benchmarks")
sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

WRITERS = 16
LIMIT = 1.25
SUBJECTS = 64

TABLES = """
CREATE TABLE IF NOT EXISTS bench_subject (id bigint PRIMARY KEY, state text NOT NULL, changed int NOT NULL);
CREATE TABLE IF NOT EXISTS bench_record (id bigserial PRIMARY KEY, subject bigint NOT NULL, said text NOT NULL);
"""


def prepare() -> None:
    import django  # noqa: PLC0415 - after the environment is set

    django.setup()


def real(number: int) -> None:
    """Some four milliseconds: reads, a lock, writes, and a text made from a template."""
    from django.db import connection  # noqa: PLC0415
    from django.template import Context, Template  # noqa: PLC0415

    subject = secrets.randbelow(SUBJECTS)
    with connection.cursor() as cursor:
        cursor.execute("SELECT state FROM bench_subject WHERE id = %s", [(subject + 1) % SUBJECTS])
        cursor.execute("SELECT count(*) FROM bench_record WHERE id > %s AND id < %s", [number, number + 50])
        cursor.execute("SELECT state FROM bench_subject WHERE id = %s FOR SHARE", [subject])
        text = Template("{% for n in lines %}Điều {{ n }}. Nhiệm vụ của {{ place }}: {{ n|add:1 }}\n{% endfor %}")
        said = text.render(Context({"lines": range(80), "place": "Ủy ban nhân dân xã An Lạc"}))
        cursor.execute("INSERT INTO bench_record (subject, said) VALUES (%s, %s) RETURNING id", [subject, said[:400]])
        (made,) = cursor.fetchone()
        cursor.execute("UPDATE bench_record SET said = said || %s WHERE id = %s", [str(number), made])


def minimal(number: int) -> None:
    from django.db import connection  # noqa: PLC0415

    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO bench_record (subject, said) VALUES (%s, %s)", [number % SUBJECTS, "x"])


ACTS: dict[str, Callable[[int], None]] = {"real": real, "minimal": minimal}


def write(writer: int, *, name: str, acts: int) -> list[tuple[float, float]]:
    """One writer: each act twice, bare and recorded, which first by chance; seconds of both."""
    from django.db import transaction  # noqa: PLC0415

    from dienhong.ledger import actions as ledger  # noqa: PLC0415

    def timed(number: int, *, recorded: bool) -> float:
        start = time.perf_counter()
        with transaction.atomic():
            ACTS[name](number)
            if recorded:
                ledger.append(
                    kind="evidence.submitted",
                    subject=f"programmes.evidence:{number}",
                    by=f"user:{writer}",
                    locality=f"xa-{writer % 5}",
                    data={"target": 12, "file": secrets.token_hex(32), "note": "Biên bản họp thôn"},
                )
        return time.perf_counter() - start

    taken = []
    for number in range(acts):
        if secrets.randbelow(2):
            bare = timed(number, recorded=False)
            taken.append((bare, timed(number, recorded=True)))
        else:
            recorded = timed(number, recorded=True)
            taken.append((timed(number, recorded=False), recorded))
    return taken


def measure(pool: ProcessPoolExecutor, name: str, acts: int) -> float:
    """Print one round and return its ratio: all recorded acts over all bare ones."""
    start = time.perf_counter()
    rounds = list(pool.map(partial(write, name=name, acts=acts), range(WRITERS)))
    elapsed = time.perf_counter() - start
    bare, recorded = (sorted(pair[which] for each in rounds for pair in each) for which in (0, 1))
    ratio = sum(recorded) / sum(bare)
    middle = len(bare) // 2
    print(
        f"{name:8} {2 * len(bare) / elapsed:6.0f} acts/s  "
        f"bare p50 {bare[middle] * 1000:6.2f} ms  recorded p50 {recorded[middle] * 1000:6.2f} ms  "
        f"ratio of medians {recorded[middle] / bare[middle]:.3f}  of totals {ratio:.3f}"
    )
    return ratio


def main() -> int:
    parser = argparse.ArgumentParser(description="Ledger append beside the act it records")
    parser.add_argument("--acts", type=int, default=60, help="per writer")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    prepare()
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    if connection.vendor != "postgresql":
        print("Set DIENHONG_DATABASE_URL to a PostgreSQL database.")
        return 2
    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        for subject in range(SUBJECTS):
            cursor.execute("INSERT INTO bench_subject VALUES (%s, 'open', 0) ON CONFLICT DO NOTHING", [subject])
    connection.close()
    with ProcessPoolExecutor(WRITERS, initializer=prepare) as pool:
        measure(pool, "minimal", 5)  # connections, caches
        ratios = {
            name: statistics.median(measure(pool, name, options.acts) for _round in range(options.rounds))
            for name in ACTS
        }
    passed = ratios["real"] <= LIMIT
    print(", ".join(f"{name}: median {ratio:.3f}" for name, ratio in ratios.items()))
    print("PASSED" if passed else f"FAILED: the limit is {LIMIT}")
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
