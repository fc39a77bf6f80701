"""The closing night of 300 villages at once: telephones send, households answer, everybody reads the results.

Run:  python benchmarks/village_night.py [postgres://user:password@host/name | sqlite] [--minutes 10] [--villages 300]
Makes a database of its own (on PostgreSQL `test_<name>`, dropped at the end), fills it by the platform's own actions
and starts `dienhong serve` with two processes and the worker, as it is installed. Two more processes ask over HTTP:
63 writes and 126 reads a second for so many minutes, and before and after that as fast as they are answered, in turns
with the barest view there can be: one row written or read, behind the same middleware, with the same sign-in.

A write counts when it was acknowledged; afterwards each is looked for in the tables and in the ledger.
"""

import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import quantiles
from typing import Any
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen
from uuid import uuid4

from night import load

HOUSEHOLDS = 120
SINCE = date(2025, 7, 1)
WRITES = 63  # a second; 60 have to be acknowledged
FLAT_OUT = 30  # seconds of each turn without a pace
LIMITS = {"writes a second": 60, "reads a second": 120, "of the barest": 0.5, "p99 write s": 2.0, "p99 read s": 0.5}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("url", nargs="?", default=os.environ.get("DIENHONG_DATABASE_URL", "sqlite"))
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--villages", type=int, default=300)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DIENHONG_HOME"] = folder
        sqlite = f"sqlite:///{folder}/night.sqlite3"
        os.environ["DIENHONG_DATABASE_URL"] = sqlite if options.url == "sqlite" else options.url
        os.environ["DIENHONG_HOSTS"] = "testserver,127.0.0.1"
        os.environ["DJANGO_SETTINGS_MODULE"] = "night.settings"
        import django  # noqa: PLC0415 - the database is chosen first

        django.setup()
        return measure(Path(folder), options)


def measure(folder: Path, options: argparse.Namespace) -> int:
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    from dienhong.ledger import keys  # noqa: PLC0415
    from night.urls import TABLE  # noqa: PLC0415

    is_postgresql = connection.vendor == "postgresql"
    if is_postgresql:
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        parts = urlsplit(options.url)
        os.environ["DIENHONG_DATABASE_URL"] = parts._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
    else:
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
    keys.create()
    with connection.cursor() as cursor:
        cursor.execute(TABLE)
    print(f"database             {connection.vendor}, {options.villages} villages of {HOUSEHOLDS} households")
    before = time.perf_counter()
    villages = folder / "villages.json"
    villages.write_text(json.dumps(build(options.villages)))
    print(f"built in             {time.perf_counter() - before:.0f} s{busy()}", flush=True)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    try:
        with served() as port:
            return 0 if report(*phases(port, str(villages), options.minutes * 60)) else 1
    finally:
        if is_postgresql:
            connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)


def phases(port: int, villages: str, seconds: float) -> tuple[load.Seen, load.Seen, load.Seen]:
    """The paced night, everything asked flat out, the same of the barest view."""
    flat, bare = load.Seen(), load.Seen()

    def turn(number: int) -> None:
        for is_bare, total in ((True, bare), (False, flat)):
            seen = load.run(load.Phase(port, villages, FLAT_OUT, None, is_bare, number))
            spent = total.seconds + seen.seconds
            total.add(seen)
            total.seconds = spent
            name = "barest, flat out" if is_bare else "night, flat out"
            print(f"{name:<20} {rates(seen)}{busy()}", flush=True)

    load.run(load.Phase(port, villages, 5, None, is_bare=True, turn=0))  # the processes have loaded what they need
    warm = load.run(load.Phase(port, villages, 5, None, is_bare=False, turn=0))
    turn(1)
    night = load.run(load.Phase(port, villages, seconds, 3 * WRITES, is_bare=False, turn=2))
    print(f"{'night, paced':<20} {rates(night)}{busy()}", flush=True)
    turn(3)
    for each in (warm, night):
        flat.ticks += each.ticks
        flat.answers += each.answers
    return night, flat, bare


def rates(seen: load.Seen) -> str:
    return (
        f"{acknowledged(seen, write=True) / seen.seconds:7.1f} writes/s,"
        f" {acknowledged(seen, write=False) / seen.seconds:7.1f} reads/s"
    )


def acknowledged(seen: load.Seen, *, write: bool) -> int:
    return sum(status == 200 for is_write, _took, status in seen.asked if is_write is write)


def busy() -> str:
    return f", load {os.getloadavg()[0]:.1f}"


def report(night: load.Seen, flat: load.Seen, bare: load.Seen) -> bool:
    statuses = Counter(status for seen in (night, flat, bare) for _write, _took, status in seen.asked)
    bad = sum(number for status, number in statuses.items() if status == 0 or status >= 500)
    missing, doubled, told = found(flat)
    took = {write: sorted(t for is_write, t, _status in night.asked if is_write is write) for write in (True, False)}
    writes, reads = (acknowledged(night, write=write) / night.seconds for write in (True, False))
    ratio = acknowledged(flat, write=True) / flat.seconds / (acknowledged(bare, write=True) / bare.seconds)
    print(f"answers              {dict(sorted(statuses.items()))}")
    print(f"acknowledged         {len(flat.ticks):,} ticks, {len(flat.answers):,} answers of households; {told}")
    lines = (
        ("writes/s, acknowledged", writes, LIMITS["writes a second"], writes >= LIMITS["writes a second"]),
        ("reads/s", reads, LIMITS["reads a second"], reads >= LIMITS["reads a second"]),
        ("flat out / barest", ratio, LIMITS["of the barest"], ratio >= LIMITS["of the barest"]),
        ("p50 of a write, s", quantiles(took[True], n=100)[49], None, True),
        ("p99 of a write, s", *limited(quantiles(took[True], n=100)[98], "p99 write s")),
        ("p99 of a read, s", *limited(quantiles(took[False], n=100)[98], "p99 read s")),
        ("no answer, or 5xx", bad, 0, bad == 0),
        ("acknowledged and lost", missing, 0, missing == 0),
        ("recorded twice", doubled, 0, doubled == 0),
    )
    for name, value, limit, good in lines:
        wanted = "" if limit is None else f"   limit {limit:<6} {'reached' if good else 'NOT REACHED'}"
        print(f"{name:<24} {value:9.2f}{wanted}")
    return all(good for *_parts, good in lines)


def limited(value: float, name: str) -> tuple[float, float, bool]:
    return value, LIMITS[name], value <= LIMITS[name]


def found(seen: load.Seen) -> tuple[int, int, str]:
    """How many acknowledged writes are missing from a table or from the ledger, how many stand there twice."""
    from dienhong.decisions.models import PhoneEvent, Presence, Vote  # noqa: PLC0415
    from dienhong.ledger.models import Entry, Pending  # noqa: PLC0415

    events = Counter(PhoneEvent.objects.values_list("key", flat=True))
    presences = Counter(str(key).removeprefix("phone:") for key in Presence.objects.values_list("key", flat=True))
    votes = Counter(str(key).partition(":")[2] for key in Vote.objects.values_list("key", flat=True))
    keys = Entry.objects.filter(kind__in=("presence.recorded", "vote.recorded")).values_list("key", flat=True)
    ledger = Counter(str(key).rpartition(":")[2] for key in keys)
    ticks, answers = set(seen.ticks), set(seen.answers)
    missing = sum(1 for key in ticks if not (events[key] and presences[key] and ledger[key]))
    missing += sum(1 for key in answers if not (votes[key] and ledger[key]))
    doubled = len(seen.ticks) - len(ticks) + len(seen.answers) - len(answers)
    doubled += sum(n - 1 for all_of in (events, presences, votes, ledger) for n in all_of.values())
    unasked = len(set(events) - ticks) + len(set(votes) - answers)
    told = f"{unasked} more recorded whose answer did not come; {Pending.objects.count()} entries wait for their seal"
    return missing, doubled, told


# ------------------------------------------------------------------------------------------------------- the server


@contextmanager
def served() -> Iterator[int]:
    """`dienhong serve` as it is installed, with the worker, until the end."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    here = str(Path(__file__).parent)
    env = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, (here, os.environ.get("PYTHONPATH"))))}
    command = [
        sys.executable,
        "-m",
        "dienhong.site.cli",
        "serve",
        "--port",
        str(port),
        "--workers",
        "2",
        "--with-worker",
    ]
    with subprocess.Popen(command, env=env) as server:  # noqa: S603
        try:
            wait_for(f"http://127.0.0.1:{port}/barest/", server)
            yield port
        finally:
            server.terminate()
            server.wait(timeout=60)


def wait_for(url: str, server: "subprocess.Popen[bytes]") -> None:
    for _second in range(600):
        assert server.poll() is None, "the server has ended"
        try:
            with urlopen(url, timeout=5) as response:  # noqa: S310 - our own address
                assert response.status == 200
                return
        except (URLError, OSError):
            time.sleep(0.2)
    raise TimeoutError(url)


# ------------------------------------------------------------------------------------- villages, by their own actions


def build(number: int) -> list[dict[str, Any]]:
    """Each village holds a meeting, votes online on a second matter, and has a head who is signed in."""
    from dienhong.registry.actions import places  # noqa: PLC0415

    province = places.found_first_locality(
        code="lam-giang", kind="province", word="tỉnh", name="Lam Giang", valid_from=SINCE
    )
    found = []
    for at in range(number):
        if at % 20 == 0:
            name = f"Bến Sậy {at // 20 + 1}"
            commune = places.found_first_locality(
                code=f"xa-{at // 20}", kind="commune", word="xã", name=name, valid_from=SINCE, parent=province
            )
        village = places.found_first_locality(
            code=f"thon-{at}", kind="village", word="thôn", name=f"Đông Hạ {at + 1}", valid_from=SINCE, parent=commune
        )
        people(village)
        found.append(a_night(village, *a_head(village)))
    return found


def people(village: Any) -> None:
    from dienhong.registry.models import Household, Mandate, Person  # noqa: PLC0415

    names = [f"Lò Văn {chr(65 + n % 26)} {n}" for n in range(1, HOUSEHOLDS + 1)]
    persons = Person.objects.bulk_create(Person(name=name, locality=village, search=name.lower()) for name in names)
    households = Household.objects.bulk_create(
        Household(code=f"{n:03}", locality=village, address=f"Xóm {n % 4}", valid_from=SINCE)
        for n in range(1, HOUSEHOLDS + 1)
    )
    pairs = zip(households, persons, strict=True)
    Mandate.objects.bulk_create(Mandate(household=one, person=other, starts_on=SINCE) for one, other in pairs)


def a_head(village: Any) -> tuple[Any, str]:
    """The head's rights, and a session in which a second factor was shown."""
    from django.test import Client  # noqa: PLC0415

    from dienhong.registry import queries as registry  # noqa: PLC0415
    from dienhong.registry.models import Person, Post, User  # noqa: PLC0415

    person = Person.objects.create(name="Trần Văn Lực", locality=village, search="tran van luc")
    user = User.objects.create(username=village.code, person=person)
    Post.objects.create(
        person=person, locality=village, title="Trưởng thôn", role="village-head", starts_on=date(2025, 7, 1)
    )
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    session = client.session
    session["has_second_factor"] = True
    session.save()
    return registry.actor_of(user, on=now().date()), session.session_key


def now() -> datetime:
    from dienhong.foundations import clock  # noqa: PLC0415

    return clock.read()


def a_night(village: Any, head: Any, session: str) -> dict[str, Any]:
    from dienhong.decisions import actions  # noqa: PLC0415
    from dienhong.decisions.queries import online  # noqa: PLC0415
    from lawcore.ballots.matters import Form  # noqa: PLC0415

    at = now()
    long_ago, day = at - timedelta(days=20), (at - timedelta(days=20)).date()
    matter = proposed(village, head, "Đặt lịch quét dọn đường thôn", long_ago)
    actions.choose_form(matter=matter, form=Form.MEETING, key=uuid4().hex, by=head, at=long_ago)
    planned = actions.Planned(at - timedelta(hours=1), "Nhà văn hóa thôn", "Trần Văn Lực")
    meeting = actions.plan_meeting(
        village=village, matters=[matter], planned=planned, key=uuid4().hex, by=head, at=long_ago
    )
    meeting = actions.notify(meeting=meeting, notified_on=day, documents_on=day, by=head, at=long_ago)
    meeting = actions.open_meeting(meeting=meeting, happened_at=at, by=head, at=at)
    other = proposed(village, head, "Lắp đèn đường xóm Đoài", long_ago)
    actions.choose_form(matter=other, form=Form.ONLINE, key=uuid4().hex, by=head, at=long_ago)
    row = actions.agree_online(
        matter=other, agreed_with="Vàng Thị Chở", agreed_on=day, devices="Hộ nào cũng có điện thoại",
        key=uuid4().hex, by=head, at=long_ago,
    )  # fmt: skip
    row = actions.report_online(online_round=row, to_commune=day, to_front=day, by=head, at=long_ago)
    row = actions.set_online_team(online_round=row, members=team(), on=day, by=head)
    row = actions.start_poll(online_round=row, polls_until=at + timedelta(days=1), by=head, at=at)
    return {
        "code": village.code,
        "session": session,
        "account": head.key,
        "device": uuid4().hex,
        "meeting": meeting.pk,
        "matter": matter.pk,
        "entries": list(meeting.roll.entries.order_by("number").values_list("pk", flat=True)),
        "codes": [online.household_code(row, each) for each in row.roll.entries.order_by("number")],
    }


def proposed(village: Any, head: Any, title: str, at: datetime) -> Any:
    from dienhong.decisions import actions  # noqa: PLC0415
    from lawcore.ballots.matters import Matter as Kind  # noqa: PLC0415

    given = actions.Proposed(
        kind=Kind.SELF_GOVERNMENT, title=title, asked=f"{title}: ông, bà có tán thành không?",
        agreed_with="Nguyễn Văn Thuận", agreed_on=at.date(),
    )  # fmt: skip
    return actions.propose(village=village, proposed=given, key=uuid4().hex, by=head, at=at)


def team() -> tuple[Any, ...]:
    from dienhong.decisions import actions  # noqa: PLC0415
    from dienhong.decisions.models import TeamSeat  # noqa: PLC0415

    return (
        actions.Member("Vàng Thị Chở", TeamSeat.FRONT, leads=True),
        actions.Member("Trần Văn Lực", TeamSeat.VILLAGE),
        actions.Member("Cà Văn Dũng", TeamSeat.SKILLED),
    )


if __name__ == "__main__":
    sys.exit(main())
