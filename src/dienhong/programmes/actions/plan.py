"""Make the plan of a year: a task for every duty, organization and period, in the background."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.programmes import access
from dienhong.programmes.actions import standing
from dienhong.programmes.models import Assignment, Duty, Programme, Run, Task, Window
from dienhong.programmes.queries import calendar

BATCH = 4_000
OPEN = (Run.Stage.WAITING, Run.Stage.RUNNING)


@transaction.atomic
def start_year_plan(*, programme: Programme, year: int, by: Actor) -> Run:
    """Leaves a run to be carried out by the worker; while one for this year is open, returns that one."""
    access.check(by, access.Act.MANAGE, access.place_of(programme))
    if programme.stage == Programme.Stage.CLOSED:
        raise Refused(_("Chương trình đã kết thúc, không lập kế hoạch nữa."))
    if not Assignment.objects.filter(duty__programme=programme, ends_on__isnull=True).exists():
        raise Refused(_("Chưa giao nhiệm vụ nào cho đơn vị. Hãy giao việc trước khi lập kế hoạch."))
    return _open_run(programme, Run.Kind.YEAR_PLAN, year, by=by)


def _open_run(programme: Programme, kind: Run.Kind, year: int, *, by: Actor) -> Run:
    running = Run.objects.filter(programme=programme, kind=kind, year=year, stage__in=OPEN).first()
    if running is not None:
        return running
    try:
        with transaction.atomic():
            return Run.objects.create(programme=programme, kind=kind, year=year, started_by=by.key)
    except IntegrityError:  # somebody else pressed the button a moment ago
        return Run.objects.get(programme=programme, kind=kind, year=year, stage__in=OPEN)


def make_year_plan(*, run_id: int, at: datetime) -> Run:
    """Carries a run out, duty by duty, each in its own transaction.

    Safe to run twice and to be killed: a task exists once per duty, organization and period, so a run
    taken up again writes only what is missing.
    """
    run = Run.objects.select_related("programme__locality").get(pk=run_id)
    if run.stage not in OPEN:
        return run
    duties = list(run.programme.duties.filter(dropped_on__isnull=True).select_related("programme").order_by("pk"))
    Run.objects.filter(pk=run.pk).update(stage=Run.Stage.RUNNING, total=len(duties) + 1, done=0, touched_at=at)
    for duty in duties:
        with transaction.atomic():
            _plan_duty(duty, run.year)
            Run.objects.filter(pk=run.pk).update(done=F("done") + 1)
    with transaction.atomic():
        made = Task.objects.filter(duty__programme=run.programme, period_start__year=run.year).count()
        standing.recount_tasks(programme=run.programme)
        Run.objects.filter(pk=run.pk).update(stage=Run.Stage.FINISHED, done=F("total"), touched_at=at)
        ledger.append(
            kind="plan.generated",
            subject=f"programmes.programme:{run.programme_id}",
            by=run.started_by,
            locality=run.programme.locality.code,
            data={"year": run.year, "tasks": made, "run": run.pk},
        )
    run.refresh_from_db()
    return run


def _plan_duty(duty: Duty, year: int) -> None:
    given = list(
        duty.assignments.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=date(year, 1, 1))).values_list(
            "organization_id",
            "starts_on",
            "ends_on",
        ),
    )
    planned = tuple(calendar.periods_of(duty, year=year))
    Task.objects.bulk_create(
        (
            Task(duty_id=duty.pk, organization_id=organization, period_start=period.start, period_end=period.end)
            for period in planned
            for organization, starts_on, ends_on in given
            if starts_on <= period.end and (ends_on is None or ends_on >= period.end)
        ),
        batch_size=BATCH,
        ignore_conflicts=True,
    )


@transaction.atomic
def set_window(*, programme: Programme, every: str, days_after_end: int, clause: str, by: Actor) -> Window:
    """Fixes when the programme wants its reports, with the clause that says so; all last days follow."""
    access.check(by, access.Act.MANAGE, access.place_of(programme))
    if not clause.strip():
        raise Refused(_("Hãy ghi điều khoản hoặc văn bản quy định thời hạn báo cáo này."))
    window, _made = Window.objects.update_or_create(
        programme=programme,
        every=every,
        defaults={"days_after_end": days_after_end, "clause": clause.strip()},
    )
    standing.recount_tasks(programme=programme)
    ledger.append(
        kind="window.fixed",
        subject=f"programmes.programme:{programme.pk}",
        by=by.key,
        locality=programme.locality.code,
        data={"every": every, "days_after_end": days_after_end, "clause": window.clause},
    )
    return window
