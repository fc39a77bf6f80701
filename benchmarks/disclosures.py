"""3,321 communes with 60 contents in 4 quarters, some 800,000 disclosures: what lists, search and the nightly run cost.

Run:  python benchmarks/disclosures.py [sqlite | postgres://user:password@host/name] [--communes 3321] [--keep]
Makes a database of its own (on PostgreSQL `test_<name>`, dropped at the end). One commune is made by the platform's
own actions; the database copies it to the others, with other names, words and numbers. Pages are asked for through
Django's test client, in one process, without a network.
"""

import argparse
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import uuid4

PROVINCES, VILLAGES, QUARTERS = 34, 10, 4
CONTENTS = 60
REQUESTS = 200
FIRST = (
    "Tân",
    "An",
    "Phú",
    "Bình",
    "Long",
    "Hòa",
    "Mỹ",
    "Vĩnh",
    "Đông",
    "Thạnh",
    "Xuân",
    "Hưng",
    "Yên",
    "Kim",
    "Quảng",
)
SECOND = (
    "Lạc",
    "Thịnh",
    "Sơn",
    "Giang",
    "Điền",
    "Lộc",
    "Hải",
    "Phước",
    "Trung",
    "Khánh",
    "Lập",
    "Thành",
    "Mai",
    "Ngãi",
)
WORKS = ("đường liên thôn", "cầu dân sinh", "kênh mương", "trạm bơm", "nhà văn hóa", "trường mầm non", "chợ xã")
EVERYWHERE = ("office", "cultural-house", "community-point")
WORDS = (
    ("with marks", "kênh mương"),  # in every seventh
    ("without marks", "kenh muong"),
    ("rare word", "dp.59 ngai"),
    ("in every one", "công trình"),
    ("in none", "xyzabc"),
)
LIMITS = {"page ms": 300, "search ms": 200, "coverage ms": 1000, "nightly s": 60, "queries": 15, "cached ratio": 10}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("url", nargs="?", default="sqlite")
    parser.add_argument("--communes", type=int, default=3321)
    parser.add_argument("--keep", action="store_true", help="leave the database, and use the one that was left")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DIENHONG_HOME"] = folder
        sqlite = f"sqlite:///{folder}/disclosures.sqlite3"
        os.environ["DIENHONG_DATABASE_URL"] = sqlite if options.url == "sqlite" else options.url
        os.environ["DIENHONG_HOSTS"] = "testserver"
        os.environ["DJANGO_SETTINGS_MODULE"] = "dienhong.site.settings"
        import django  # noqa: PLC0415 - the database is chosen first

        django.setup()
        return measure(options.communes, keep=options.keep)


def measure(communes: int, *, keep: bool) -> int:
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    from dienhong.disclosures.models import Disclosure, Posting, Version  # noqa: PLC0415
    from dienhong.ledger import keys  # noqa: PLC0415

    if connection.vendor == "postgresql":
        connection.creation.create_test_db(verbosity=0, autoclobber=not keep, keepdb=keep, serialize=False)
        with connection.cursor() as cursor:
            cursor.execute("SET jit = off")  # as the server's settings advise for short queries
    else:
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    keys.create()
    print(f"database             {connection.vendor}")
    if not Disclosure.objects.exists():
        with elapsed("build"):
            build(communes)
    for model in (Disclosure, Version, Posting):
        print(f"{model.__name__.lower() + 's':<20} {model.objects.count():,}")
    pages(communes)
    coverage()
    kept("commune page", address_of_a_commune())
    kept("item page", f"/cong-khai/{Disclosure.objects.order_by('pk').values_list('pk', flat=True)[7]}/")
    nightly()
    print(f"memory               {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB at most")
    if connection.vendor == "postgresql" and not keep:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)
    return 0


@contextmanager
def elapsed(name: str) -> Iterator[None]:
    cpu, wall = time.process_time(), time.perf_counter()
    yield
    print(f"{name:<20} {time.perf_counter() - wall:6.2f} s, {time.process_time() - cpu:6.2f} s CPU of this process")


# ---------------------------------------------------------------- one commune by the actions, the others by copying


def build(communes: int) -> None:
    from dienhong.registry.models import Locality  # noqa: PLC0415

    provinces = [place("province", "tỉnh", f"{FIRST[n % 15]} {SECOND[n % 14]}", None) for n in range(PROVINCES)]
    commune = place("commune", "xã", "Tân Lạc", provinces[0])
    committee = body("committee", "Ủy ban nhân dân xã Tân Lạc", commune)
    for number in range(VILLAGES):
        place("village", "thôn", f"{FIRST[number]} {SECOND[number]}", commune)
    officer = staff("can-bo-0", commune)
    plan = a_year(committee, officer)
    copy(plan, commune, provinces[0], communes)
    others = Locality.objects.filter(kind="commune").order_by("pk")
    for number, other in enumerate(others[1 : REQUESTS + 1], start=1):
        staff(f"can-bo-{number}", other)
    staff("so-noi-vu", provinces[1])


def place(kind: str, word: str, name: str, parent: Any) -> Any:
    from dienhong.registry.models import Locality  # noqa: PLC0415
    from lawcore.vietnamese import search_folded  # noqa: PLC0415

    row = Locality.objects.create(
        code=uuid4().hex[:16], kind=kind, word=word, name=name, parent=parent, path="", search=search_folded(name),
        valid_from="2025-07-01",
    )  # fmt: skip
    row.path = f"{parent.path if parent else '/'}{row.pk}/"
    row.save(update_fields=["path"])
    return row


def body(kind: str, name: str, locality: Any) -> Any:
    from dienhong.registry.models import Organization  # noqa: PLC0415

    return Organization.objects.create(
        code=uuid4().hex[:16], kind=kind, name=name, locality=locality, search=name.lower(), valid_from="2025-07-01"
    )


def staff(username: str, locality: Any) -> Any:
    from dienhong.registry import queries as registry  # noqa: PLC0415
    from dienhong.registry.models import Person, Post, User  # noqa: PLC0415

    person = Person.objects.create(name="Công chức", locality=locality, search="cong chuc")
    user = User.objects.create(username=username, person=person)
    Post.objects.create(person=person, locality=locality, title="Công chức", role="officer", starts_on="2025-07-01")
    return registry.actor_of(user, on=today())


def today() -> Any:
    from dienhong.foundations import clock  # noqa: PLC0415

    return clock.legal_day(clock.read())


def a_year(committee: Any, officer: Any) -> Any:
    """Sixty contents in four quarters: most out in time, some late, some only in one way, some owed and red."""
    from dienhong.disclosures import actions  # noqa: PLC0415
    from dienhong.disclosures.models import Disclosure  # noqa: PLC0415
    from dienhong.foundations import clock  # noqa: PLC0415

    at, on = clock.read(), today()
    plan = actions.draft_plan(organization=committee, year=on.year, has_portal=True, has_radio=True, by=officer)
    fill(plan)
    items = plan.items.select_related("plan__organization__locality").order_by("number", "pk")[:CONTENTS]
    for position, item in enumerate(items):
        for quarter in range(QUARTERS):
            since = on - timedelta(days=4 + position % 45 + 88 * quarter)
            work = WORKS[(position + quarter) % len(WORKS)]
            found = actions.open_disclosure(
                item=item,
                title=f"{item.label[:120]}: {work}, quý {QUARTERS - quarter}",
                content=actions.Content(
                    event=f"Quyết định số {position + 1}/QĐ-UBND", since=since, is_cleared=True,
                    text=f"Công khai {item.label}. Công trình {work}: vốn, tiến độ, người phụ trách và nơi hỏi. " * 4,
                ),
                key=str(uuid4()), by=officer, at=at,
            )  # fmt: skip
            if quarter == 0 and position % 6 == 0:
                continue  # owed, red or soon
            day = min(on, since + timedelta(days=9 if position % 10 == 3 else 2))
            forms = item.asked["result"]["forms"] if quarter and position % 12 == 1 else ["portal"]
            for form in forms if position % 3 else [*forms, "posting"]:
                told = actions.Told(
                    form=form, claimed_on=day,
                    places=EVERYWHERE[: 3 if quarter and position % 12 == 1 else 1] if form == "posting" else (),
                    last_on=min(on, day + timedelta(days=3)) if form == "radio" else None,
                )  # fmt: skip
                actions.record(disclosure=found, told=told, key=str(uuid4()), by=officer, at=at)
            if quarter > 1:
                Disclosure.objects.filter(pk=found.pk, stage="up").update(stage="satisfied")
            elif quarter and position % 12 == 1:  # done for long, and not yet noticed: the nightly run moves it
                Disclosure.objects.filter(pk=found.pk).exclude(stage="due").update(stage="up")
    return plan


def fill(plan: Any) -> None:
    """Exactly sixty contents: what the list lacks is added as the place's own."""
    from dienhong.disclosures.models import Item  # noqa: PLC0415

    model = plan.items.order_by("pk").last()
    for number in range(plan.items.count(), CONTENTS):
        Item.objects.create(
            plan=plan, code=f"dp.{number}", number=model.number, label=f"Nội dung riêng {number}", is_local=True,
            search=f"noi dung cua dia phuong {number}", clause="Điều 4 Quy chế của xã", asked=model.asked,
        )  # fmt: skip


def copy(plan: Any, commune: Any, province: Any, communes: int) -> None:
    """The commune, its plan and everything under it, `communes` - 1 times more, in one statement a table."""
    from django.db import connection, transaction  # noqa: PLC0415

    from dienhong.disclosures.models import Disclosure, Item, Plan, Posting, Version  # noqa: PLC0415
    from dienhong.registry.models import Locality, Organization  # noqa: PLC0415

    name = f"{chosen('k', FIRST)} || ' ' || {chosen(f'(k / {len(FIRST)})', SECOND)} || ' ' || k"
    folded = (
        f"{chosen('k', folded_all(FIRST))} || ' ' || {chosen(f'(k / {len(FIRST)})', folded_all(SECOND))} || ' ' || k"
    )
    top = f"({province.pk} + k % {PROVINCES})"
    letters = "disclosures_by_letters"
    with connection.cursor() as cursor:
        cursor.execute(f"DROP INDEX IF EXISTS {letters}")  # made again at the end, as for any large import
    with transaction.atomic():
        strides = {Locality: 100}
        place_path = f"'/' || {top} || '/' || ({commune.pk} + k * 100) || '/'"
        a_place = {"code": "code || '-' || k", "path": place_path, "search": folded, "name": name, "parent_id": top}
        clone(Locality, communes, strides, f"id = {commune.pk}", a_place)
        a_village = {"code": "code || '-' || k", "path": f"{place_path} || (id + k * 100) || '/'"}
        clone(Locality, communes, strides, f"parent_id = {commune.pk}", a_village)
        strides[Organization] = 10
        of_commune = {"code": "code || '-' || k", "name": f"'Ủy ban nhân dân xã ' || {name}", "search": folded}
        clone(Organization, communes, strides, f"id = {plan.organization_id}", of_commune)
        strides |= {Plan: 10, Item: 1_000, Disclosure: 1_000, Version: 1_000, Posting: 1_000}
        clone(Plan, communes, strides, f"id = {plan.pk}", {})
        clone(Item, communes, strides, "TRUE", {})
        in_words = {"title": f"substr(title, 1, 260) || ' ' || {name}", "search": f"search || ' ' || {folded}"}
        clone(Disclosure, communes, strides, "TRUE", in_words)
        for model in (Version, Posting):
            clone(model, communes, strides, "TRUE", {"key": "key || '-' || k"})
        settle_sequences(strides)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET maintenance_work_mem = '256MB'")
            with elapsed("  index of letters"):
                cursor.execute(f"CREATE INDEX {letters} ON disclosures_disclosure USING gin (search gin_trgm_ops)")
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def clone(model: Any, communes: int, strides: dict[Any, int], which: str, given: dict[str, str]) -> None:
    """Rows of the first commune for every other one, k from 1; keys move on by the stride of their table."""
    from django.db import connection, models  # noqa: PLC0415

    columns, values = [], []
    for field in model._meta.concrete_fields:  # noqa: SLF001 - public in all but name
        if field.has_db_default() and isinstance(field, models.DateTimeField):
            continue  # the database's clock
        related = strides.get(field.related_model if field.is_relation else model if field.primary_key else None)
        columns.append(f'"{field.column}"')
        quoted = f't."{field.column}"'
        values.append(given.get(field.column) or (f"{quoted} + k * {related}" if related else quoted))
    last = communes - 1
    if connection.vendor == "postgresql":
        ks = f"generate_series(1, {last}) AS s(k)"
    else:
        ks = f"(WITH RECURSIVE s(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM s WHERE k < {last}) SELECT k FROM s)"  # noqa: S608
    table = model._meta.db_table  # noqa: SLF001
    with connection.cursor() as cursor, elapsed(f"  {table[:18]}"):
        cursor.execute(f"CREATE TEMPORARY TABLE first_{table} AS SELECT * FROM {table} WHERE {which}")  # noqa: S608
        cursor.execute(
            f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(values)} FROM first_{table} t, {ks}"  # noqa: S608
        )
        cursor.execute(f"DROP TABLE first_{table}")


def chosen(k: str, words: Iterable[str]) -> str:
    words = list(words)
    cases = " ".join(f"WHEN {n} THEN '{word}'" for n, word in enumerate(words))
    return f"(CASE {k} % {len(words)} {cases} END)"


def folded_all(words: Iterable[str]) -> list[str]:
    from lawcore.vietnamese import search_folded  # noqa: PLC0415

    return [search_folded(word) for word in words]


def settle_sequences(tables: Iterable[Any]) -> None:
    from django.core.management.color import no_style  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(tables)):
            cursor.execute(statement)


# ---------------------------------------------------------------------------------------------- what is measured


def pages(communes: int) -> None:
    from dienhong.disclosures.models import Disclosure  # noqa: PLC0415
    from dienhong.registry.models import Locality  # noqa: PLC0415

    places = list(Locality.objects.filter(kind="commune").order_by("pk")[: max(REQUESTS, 2)])
    visitor = client(None)
    codes = [each.code for each in places]
    things = list(Disclosure.objects.order_by("-pk").values_list("pk", flat=True)[:: max(1, communes)][:REQUESTS])
    clients = [client(f"can-bo-{number}") for number in range(min(REQUESTS, communes))]
    province = client("so-noi-vu")
    line("commune page", [lambda c=c: visitor.get(f"/cong-khai/xa/{c}/?do=1") for c in codes])
    line("choosing a commune", [lambda: visitor.get("/cong-khai/?do=1")] * 20)
    line("item page", [lambda pk=pk: visitor.get(f"/cong-khai/{pk}/?do=1") for pk in things])
    line("officer's red list", [lambda c=c: c.get("/cong-khai/viec/?xem=overdue") for c in clients])
    line("officer's desk", [lambda c=c: c.get("/cong-khai/viec/") for c in clients])
    line("province's red list", [lambda: province.get("/cong-khai/viec/?xem=overdue")] * 50)
    line("province's desk", [lambda: province.get("/cong-khai/viec/")] * 50)
    for name, words in WORDS:
        most = LIMITS["search ms"]
        here = [lambda c=c, w=words: visitor.get(f"/cong-khai/xa/{c}/", {"tim": w, "do": "1"}) for c in codes]
        line(f"commune, {name}", here, most=most)
        line(f"all communes, {name}", [lambda w=words: visitor.get("/cong-khai/", {"tim": w})] * 20, most=most)
        line(f"province, {name}", [lambda w=words: province.get("/cong-khai/viec/", {"tim": w})] * 50, most=most)


def coverage() -> None:
    """Who disclosed in time and in every way, of a whole province, and the lists behind the figures."""
    province = client("so-noi-vu")
    for name, path in (
        ("coverage by content", ""),
        ("coverage by organization", "?theo=co-quan"),
        ("coverage by month", "?theo=ky"),
        ("list of what is short", "danh-sach/?xem=short"),
        ("list recorded late", "danh-sach/?xem=ghi-muon"),
        ("whose is overdue", "qua-han/"),
        ("what body is overdue", "qua-han/?theo=co-quan"),
    ):
        asked = [lambda path=path: province.get(f"/doi-chieu/{path}")] * 50
        line(f"province, {name}", asked, most=LIMITS["coverage ms"])


def kept(name: str, address: str) -> None:
    """Requests a second of one page, kept and drawn each time: a word that no page knows keeps it from being kept."""
    from django.core.cache import caches  # noqa: PLC0415

    visitor, rates = client(None), {}
    caches["pages"].clear()
    for word, path, repeats in (("drawn", f"{address}?do=1", 40), ("kept", address, 2_000)):
        assert visitor.get(path).status_code == 200
        before, before_cpu = time.perf_counter(), time.process_time()
        for _again in range(repeats):
            visitor.get(path)
        rates[word] = repeats / (time.perf_counter() - before)
        cpu = 1000 * (time.process_time() - before_cpu) / repeats
        print(f"{name + ', ' + word:<24} {rates[word]:8.0f} requests/s, {cpu:6.2f} ms CPU of this process each{load()}")
    ratio = rates["kept"] / rates["drawn"]
    print(f"{name + ', kept / drawn':<24} {ratio:8.1f} times{verdict(ratio >= LIMITS['cached ratio'])}", flush=True)


def address_of_a_commune() -> str:
    from dienhong.registry.models import Locality  # noqa: PLC0415

    return f"/cong-khai/xa/{Locality.objects.filter(kind='commune').order_by('pk')[1].code}/"


def client(username: str | None) -> Any:
    from django.test import Client  # noqa: PLC0415

    from dienhong.registry.models import User  # noqa: PLC0415

    made = Client()
    if username:
        user = User.objects.get(username=username)
        made.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        session = made.session
        session["has_second_factor"] = True
        session.save()
    return made


def line(name: str, calls: list[Callable[[], Any]], *, most: int = LIMITS["page ms"]) -> None:
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    with CaptureQueriesContext(connection) as queries:
        response = calls[0]()
    asked = len(queries)
    assert response.status_code == 200, (name, response.status_code)
    wall, cpu = [], []
    while len(wall) < REQUESTS:
        for call in calls:
            before, before_cpu = time.perf_counter(), time.process_time()
            call()
            wall.append(1000 * (time.perf_counter() - before))
            cpu.append(1000 * (time.process_time() - before_cpu))
    p95 = statistics.quantiles(wall, n=20)[-1]
    print(
        f"{name:<32} {asked:2d} queries, p50 {statistics.median(wall):6.1f} ms, p95 {p95:6.1f} ms, "
        f"{statistics.median(cpu):6.1f} ms CPU of this process, {len(response.content) // 1024:3d} KB{load()}"
        f"{verdict(p95 <= most and asked <= LIMITS['queries'])}",
        flush=True,
    )


def load() -> str:
    return f", load {os.getloadavg()[0]:.1f}"


def verdict(good: object) -> str:
    return "" if good else "  <-- over the limit"


def nightly() -> None:
    from dienhong.disclosures import actions  # noqa: PLC0415
    from dienhong.disclosures.models import Disclosure  # noqa: PLC0415
    from dienhong.foundations import clock  # noqa: PLC0415

    rows = Disclosure.objects.filter(is_closed=False)
    print(f"open                 {rows.exclude(stage__in=('satisfied', 'archived')).count():,}")
    for name in ("nightly run", "nightly run again"):
        before = time.perf_counter()
        with elapsed(name):
            moved = actions.settle_all(at=clock.read())
        took = time.perf_counter() - before
        print(f"moved                {moved:,}{load()}{verdict(took <= LIMITS['nightly s'])}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
