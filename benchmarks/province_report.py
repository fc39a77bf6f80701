"""A province of 120 communes, 1,200 villages and 60 duties: how long its report to the council takes.

Run:  python benchmarks/province_report.py [sqlite | postgres://user:password@host/name] [--pdf]
The province is that of `province.py`, its year planned, a third of the tasks done. Measured in one run: taking the
figures, opening the report, DOCX, XLSX, print page, the pages; with --pdf also the PDF, which the worker makes.
"""

import os
import resource
import sys
import tempfile
from pathlib import Path
from typing import Any
from uuid import uuid4

import province
from province import AT, ON, YEAR, elapsed

LIMIT = 30.0  # seconds for figures, report, DOCX and XLSX together
PART_DONE = 3  # every third task


def main() -> int:
    arguments = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    url = arguments[0] if arguments else "sqlite"
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

    if connection.vendor == "postgresql":
        connection.creation.create_test_db(verbosity=0, autoclobber=True)
    else:
        call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    print(f"database             {connection.vendor}, {folder.name}")
    programme, officer, user = province.build()
    run_year(programme, officer)
    took = report(programme, officer, user)
    print(f"figures to XLSX      {took:6.2f} s of {LIMIT:.0f} s allowed")
    print(f"memory               {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB at most")
    if connection.vendor == "postgresql":
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)
    return 0 if took <= LIMIT else 1


def run_year(programme: Any, officer: Any) -> None:
    """The year's tasks, every third of them done, with everything counted."""
    from django.db import transaction  # noqa: PLC0415
    from django.db.models import F  # noqa: PLC0415
    from django.db.models.functions import Mod  # noqa: PLC0415

    from dienhong.programmes.actions import cells, plan, standing  # noqa: PLC0415
    from dienhong.programmes.models import Task  # noqa: PLC0415

    run = plan.start_year_plan(programme=programme, year=YEAR, by=officer)
    elapsed("year plan", lambda: plan.make_year_plan(run_id=run.pk, at=AT))
    with transaction.atomic():
        Task.objects.annotate(rest=Mod(F("pk"), PART_DONE)).filter(rest=0).update(stage=Task.Stage.DONE)
        standing.recount_tasks(programme=programme)
    cells.rebuild_programme(programme=programme, on=ON)
    print(f"tasks                {Task.objects.count():,}, every {PART_DONE}rd done")


def report(programme: Any, officer: Any, user: Any) -> float:
    """Prints each step; returns the seconds from the first figure to the last sheet."""
    import time  # noqa: PLC0415

    from dienhong.documents.page import render_html  # noqa: PLC0415
    from dienhong.documents.pdf import render_pdf  # noqa: PLC0415
    from dienhong.documents.spreadsheet import render_tables  # noqa: PLC0415
    from dienhong.documents.word import render_docx  # noqa: PLC0415
    from dienhong.reports import actions, snapshot  # noqa: PLC0415
    from dienhong.reports.document import document_of  # noqa: PLC0415
    from lawcore.indicators.periods import Period  # noqa: PLC0415
    from lawcore.timelimits import Every  # noqa: PLC0415

    period = Period(YEAR, 1, Every.YEAR)
    elapsed("figures alone", lambda: snapshot.take(programme, period, on=ON, previous=None))
    begin = time.perf_counter()
    opened = elapsed(
        "open the report",
        lambda: actions.open_report(programme=programme, period=period, by=officer, at=AT, on=ON, key=uuid4()),
    )
    docx = elapsed("DOCX", lambda: render_docx(document_of(opened)))
    xlsx = elapsed("XLSX", lambda: render_tables(document_of(opened)))
    took = time.perf_counter() - begin
    page = elapsed("print page", lambda: render_html(document_of(opened)))
    print(f"sizes                DOCX {len(docx) // 1024} KB, XLSX {len(xlsx) // 1024} KB, page {len(page) // 1024} KB")
    print(f"rows                 {len(opened.snapshot['units']):,} units, {len(opened.snapshot['duties'])} duties")
    if "--pdf" in sys.argv:
        elapsed("PDF (by the worker)", lambda: render_pdf(document_of(opened)))
    pages(opened, user)
    return took


def pages(report: Any, user: Any) -> None:
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    session = client.session
    session["has_second_factor"] = True
    session.save()
    for name, address in (("list", "/bao-cao/"), ("detail", f"/bao-cao/{report.pk}/")):
        with CaptureQueriesContext(connection) as queries:
            response = client.get(address)
        assert response.status_code == 200, (address, response.status_code)
        asked = len(queries)  # before the next request empties the log
        wall, cpu = province.timed(lambda address=address: client.get(address))
        print(
            f"{name:<20} {asked:2d} queries, CPU {sorted(cpu)[len(cpu) // 2]:6.1f} ms warm, "
            f"wall p50 {sorted(wall)[len(wall) // 2]:6.1f} ms, {len(response.content) // 1024} KB"
        )


if __name__ == "__main__":
    sys.exit(main())
