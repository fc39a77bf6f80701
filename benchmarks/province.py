"""A province of 120 communes, 1,200 villages and 60 duties: how long its year plan takes, what its dashboard costs.

Run:  python benchmarks/province.py [sqlite | postgres://user:password@host/name]
Builds everything in a database of its own, measures in one run, prints figures and ratios. The bare view
beside the dashboard is an empty list of notices: the frame, the session and one query.
"""

import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

Result = TypeVar("Result")
COMMUNES, VILLAGES, DUTIES, TARGETS = 120, 10, 60, 6
YEAR = date(2026, 1, 1).year
AT = datetime(2026, 6, 1, 3, tzinfo=UTC)
ON = date(2026, 6, 1)
SINCE = date(2025, 7, 1)
REPEATS = 60
FAMILIES = ("T1", "T2", "T3a", "T3b", "T5", "T7")


def main() -> int:
    url = sys.argv[1] if len(sys.argv) > 1 else "sqlite"
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DIENHONG_HOME"] = folder
        os.environ["DIENHONG_DATABASE_URL"] = f"sqlite:///{folder}/province.sqlite3" if url == "sqlite" else url
        os.environ["DIENHONG_HOSTS"] = "testserver"
        os.environ["DJANGO_SETTINGS_MODULE"] = "dienhong.site.settings"
        import django  # noqa: PLC0415 - the database is chosen first

        django.setup()
        return measure(Path(folder))


def measure(folder: Path) -> int:
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    from dienhong.programmes.actions import cells, plan, remind  # noqa: PLC0415
    from dienhong.programmes.models import Cell, Task  # noqa: PLC0415

    if connection.vendor == "postgresql":
        connection.creation.create_test_db(verbosity=0, autoclobber=True)
    else:
        call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    print(f"database             {connection.vendor}, {folder.name}")
    programme, officer, user = build()
    run = plan.start_year_plan(programme=programme, year=YEAR, by=officer)
    elapsed("year plan", lambda: plan.make_year_plan(run_id=run.pk, at=AT))
    print(f"tasks                {Task.objects.count():,}")
    run = plan.start_year_plan(programme=programme, year=YEAR, by=officer)
    elapsed("year plan again", lambda: plan.make_year_plan(run_id=run.pk, at=AT))
    elapsed("cells, all anew", lambda: cells.rebuild_programme(programme=programme, on=ON))
    print(f"cells                {Cell.objects.count():,}")
    elapsed("reminders", lambda: remind.remind(at=AT))
    report(programme, officer)
    pages(programme, user)
    print(f"memory               {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB at most")
    if connection.vendor == "postgresql":
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)
    return 0


def elapsed(name: str, work: Callable[[], Result]) -> Result:
    cpu, wall = time.process_time(), time.perf_counter()
    result = work()
    print(f"{name:<20} {time.perf_counter() - wall:6.2f} s, {time.process_time() - cpu:6.2f} s CPU")
    return result


def build() -> tuple[Any, Any, Any]:
    from dienhong.foundations.actors import Role  # noqa: PLC0415
    from dienhong.programmes.actions import open as opening  # noqa: PLC0415
    from dienhong.programmes.models import Assignment  # noqa: PLC0415
    from dienhong.registry import queries as registry  # noqa: PLC0415
    from dienhong.registry.models import Organization, Person, Post, User  # noqa: PLC0415

    province = place("province", "tỉnh", "Đo", None)
    for number in range(COMMUNES):
        commune = place("commune", "xã", f"Số {number:03d}", province)
        body("committee", f"Ủy ban nhân dân xã Số {number:03d}", commune)
        for village in range(VILLAGES):
            spot = place("village", "thôn", f"{number:03d}-{village}", commune)
            body("village", f"Thôn {number:03d}-{village}", spot)
    person = Person.objects.create(name="Công chức", locality=province, search="cong chuc")
    user = User.objects.create(username="do", person=person)
    Post.objects.create(person=person, locality=province, title="Công chức", role=Role.OFFICER, starts_on=SINCE)
    officer = registry.actor_of(user, on=ON)
    programme = elapsed(
        "open",
        lambda: opening.open_programme(
            version=resolution(province), opens_on=date(YEAR, 1, 1), closes_on=None, key="bench", by=officer, at=AT
        ),
    )
    units = list(Organization.objects.values_list("pk", flat=True))
    for duty in programme.duties.all():
        Assignment.objects.bulk_create(
            Assignment(duty=duty, organization_id=pk, starts_on=date(YEAR, 1, 1), assigned_by=officer.key)
            for pk in units
        )
    return programme, officer, user


def place(kind: str, word: str, name: str, parent: Any) -> Any:
    from dienhong.registry.models import Locality  # noqa: PLC0415

    row = Locality.objects.create(
        code=uuid4().hex, kind=kind, word=word, name=name, parent=parent, path="", search=name.lower(), valid_from=SINCE
    )
    row.path = f"{parent.path if parent else '/'}{row.pk}/"
    row.save(update_fields=["path"])
    return row


def body(kind: str, name: str, locality: Any) -> Any:
    from dienhong.registry.models import Organization  # noqa: PLC0415

    return Organization.objects.create(
        code=uuid4().hex, kind=kind, name=name, locality=locality, search=name.lower(), valid_from=SINCE
    )


def resolution(province: Any) -> Any:
    from dienhong.documents.models import StoredFile  # noqa: PLC0415
    from dienhong.resolutions.models import Proposal, Provision, Version, Work  # noqa: PLC0415

    work = Work.objects.create(locality=province, kind="Nghị quyết", title="Biện pháp thực hiện dân chủ ở cơ sở")
    stored = StoredFile.objects.create(sha256=uuid4().hex * 2, size=1, media_type="text/plain")
    version = Version.objects.create(
        work=work, locality=province, ordinal=1, source=stored, file_name="x", key=uuid4(), status="adopted",
        stage="read", number="1/2026/NQ-HĐND", uploaded_by="user:1",
    )  # fmt: skip
    for number in range(DUTIES + TARGETS):
        provision = Provision.objects.create(
            version=version, eid=f"art_1__para_{number}", at=f"khoản {number} Điều 1", part="body", depth=0,
            kind="paragraph", text="Nội dung", order=number, first_line=1, last_line=1,
        )  # fmt: skip
        is_target = number < TARGETS
        Proposal.objects.create(
            version=version, provision=provision, kind="target" if is_target else "duty", text=f"Việc {number}",
            action=f"Thực hiện nội dung số {number} theo nghị quyết", sentence=1, start=0, end=1, parser="bench",
            percent=Decimal(100) if is_target else None, every="year", state="confirmed", decided_by="user:1",
            decided_at=AT, families=[FAMILIES[number]] if is_target else [], topic="organisation",
        )  # fmt: skip
    return version


def report(programme: Any, officer: Any) -> None:
    """One record accepted: what the accepting action costs with everything else in place."""
    from dienhong.programmes.actions import evidence as reporting  # noqa: PLC0415
    from dienhong.programmes.models import Task  # noqa: PLC0415
    from dienhong.registry import queries as registry  # noqa: PLC0415
    from dienhong.registry.models import Person, Post, User  # noqa: PLC0415

    person = Person.objects.create(name="Hai", locality=programme.locality, search="hai")
    second = User.objects.create(username="hai", person=person)
    Post.objects.create(person=person, locality=programme.locality, title="Hai", role="officer", starts_on=SINCE)
    by = registry.actor_of(second, on=ON)
    took = []
    for task in Task.objects.select_related("organization__locality", "duty__provision").order_by("pk")[:20]:
        sent = reporting.submit(
            organization=task.organization,
            report=reporting.Report(kind="outreach", title="Họp", effective_on=ON, data={"audience": 1}, tasks=[task]),
            key=str(uuid4()), by=officer, at=AT,
        )  # fmt: skip
        start = time.perf_counter()
        reporting.accept(evidence=sent, by=by, at=AT)
        took.append(1000 * (time.perf_counter() - start))
    print(f"accept one record    {statistics.median(took):6.1f} ms median of {len(took)}")


def pages(programme: Any, user: Any) -> None:
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    session = client.session
    session["has_second_factor"] = True
    session.save()
    figures = {}
    for name, address in (
        ("bare page", "/thong-bao/"),
        ("dashboard", f"/chuong-trinh/{programme.pk}/?nam={YEAR}"),
        ("units", f"/chuong-trinh/{programme.pk}/don-vi/?nam={YEAR}"),
        ("my day", "/viec-cua-toi/"),
    ):
        with CaptureQueriesContext(connection) as queries:
            response = client.get(address)
        asked = len(queries)  # counted now: the next request clears the log
        assert response.status_code == 200, (address, response.status_code)
        wall, cpu = timed(lambda address=address: client.get(address))
        figures[name] = statistics.median(cpu)
        p95 = statistics.quantiles(wall, n=20)[-1]
        print(
            f"{name:<20} {asked:2d} queries, CPU {figures[name]:6.1f} ms warm, "
            f"wall p50 {statistics.median(wall):6.1f} ms, p95 {p95:6.1f} ms, {len(response.content) // 1024} KB"
        )
    print(f"dashboard / bare     {figures['dashboard'] / figures['bare page']:.1f} times the CPU")


def timed(call: Callable[[], object]) -> tuple[list[float], list[float]]:
    wall, cpu = [], []
    for _time in range(5):
        call()
    for _time in range(REPEATS):
        before_wall, before_cpu = time.perf_counter(), time.process_time()
        call()
        cpu.append(1000 * (time.process_time() - before_cpu))
        wall.append(1000 * (time.perf_counter() - before_wall))
    return wall, cpu


if __name__ == "__main__":
    sys.exit(main())
