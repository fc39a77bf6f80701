"""How many legal answers a core gives in a minute, and how long a change of the calendar takes to reach every deadline.

Each figure beside its bound; the first ones in processor time, and as a ratio to the bare computation in the same
run: the comparison without article, version, reason and inputs. Usage: python benchmarks/law_rules.py
"""

import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from functools import partial
from pathlib import Path
from time import monotonic, process_time

from lawcore import timelimits
from lawcore.ballots import Matter, adopted
from lawcore.calendar import VIETNAM, Calendar
from lawcore.dated import Dated, Version
from lawcore.timelimits import last_day, working_days

TIMES = 30_000
ROUNDS = 3
A_MINUTE = 60
PER_MINUTE = 3_000_000
OPEN_DEADLINES = 50_000
SECONDS_AFTER_A_CHANGE = 10
SECONDS_OF_A_PROCESS = 0.3
DIENHONG = Path(sys.executable).with_name("dienhong")
COMMANDS = (
    ("ask", "deadline", "kind=decision.to_commune", "since=2026-03-02", "--json"),
    ("list", "--json"),
    ("search", "tán thành"),
)
DAY = date(2026, 3, 2)
FIVE = Dated(Version(date(2023, 7, 1), working_days(5), cite="LDC art. 20 cl. 3"))


def seconds(work: Callable[[int], object], times: int = TIMES) -> float:
    """Processor time of the quickest of the rounds; the work is told which time it is."""
    rounds = []
    for _ in range(ROUNDS):
        begin = process_time()
        for number in range(times):
            work(number)
        rounds.append(process_time() - begin)
    return min(rounds)


def threshold(number: int) -> object:
    return adopted(matter=Matter.VILLAGE_MONEY, households=100 + number % 200, agree=100, on=DAY)


def bare_threshold(number: int) -> object:
    return Fraction(100, 100 + number % 200) >= Fraction(2, 3)


def deadline(number: int, calendar: Calendar = VIETNAM) -> object:
    since = DAY + timedelta(days=number % 300)
    does = "Trưởng thôn gửi quyết định đến Ủy ban nhân dân cấp xã"
    return timelimits.deadline("deadline.decision.to_commune", FIVE, since=since, does=does, calendar=calendar)


def bare_deadline(number: int) -> object:
    since = DAY + timedelta(days=number % 300)
    left, day = 5, since
    while left:
        day += timedelta(days=1)
        left -= VIETNAM.is_working(day)
    return day


def counted_deadline(number: int) -> object:
    """With the reason in words, without article, version and inputs."""
    return last_day(working_days(5), DAY + timedelta(days=number % 300))


def show(name: str, work: Callable[[int], object], bare: Callable[[int], object]) -> None:
    taken, least = seconds(work), seconds(bare)
    rate = TIMES / taken * A_MINUTE
    print(
        f"{name:44} {rate / 1e6:6.2f} million a minute, bound {PER_MINUTE / 1e6:g}, ratio {rate / PER_MINUTE:.2f}; "
        f"{taken / least:.1f} times the bare computation"
    )


def show_process(*words: str) -> None:
    """The median of seven runs of `dienhong law`, by the clock on the wall."""
    taken = []
    for _ in range(7):
        begin = monotonic()
        subprocess.run([DIENHONG, "law", *words], check=True, capture_output=True)  # noqa: S603
        taken.append(monotonic() - begin)
    median = sorted(taken)[len(taken) // 2]
    name = f"dienhong law {words[0]}"
    print(f"{name:44} {median:6.2f} s, bound {SECONDS_OF_A_PROCESS}, ratio {median / SECONDS_OF_A_PROCESS:.2f}")


def main() -> None:
    show("thresholds with reason", threshold, bare_threshold)
    show("deadlines with reason", deadline, bare_deadline)
    show("  counting and its words alone", counted_deadline, bare_deadline)
    changed = partial(deadline, calendar=Calendar(decided=VIETNAM.decided))
    begin = process_time()
    for number in range(OPEN_DEADLINES):
        changed(number)
    taken = process_time() - begin
    print(
        f"{f'{OPEN_DEADLINES:,} deadlines by a new calendar':44} {taken:6.2f} s, bound {SECONDS_AFTER_A_CHANGE}, "
        f"ratio {taken / SECONDS_AFTER_A_CHANGE:.2f}"
    )
    for words in COMMANDS:
        show_process(*words)


if __name__ == "__main__":
    main()
