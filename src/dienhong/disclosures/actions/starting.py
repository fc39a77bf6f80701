"""Start a clock before its content is there: a period ended, or another domain says that something must come out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from dienhong.disclosures import asking, queries
from dienhong.disclosures.actions.announcing import announce
from dienhong.disclosures.actions.content import Clock, create, sign
from dienhong.disclosures.models import Disclosure, Item, Plan, Version
from dienhong.foundations import clock
from dienhong.foundations.actors import SYSTEM, Actor, Role
from dienhong.notifications import actions as notifications
from dienhong.notifications.models import Notice
from dienhong.registry.models import Locality, Organization
from dienhong.resolutions.models import Version as Resolution
from lawcore.indicators import Period, periods_of
from lawcore.vietnamese import nfc


@dataclass(frozen=True, slots=True)
class Owed:
    """What happened in another domain that must be made public.

    `code` is the content of the law's list ("11.11.2"), `source` what it comes from, as text ("reports.report:12"):
    the same source starts one clock.
    """

    code: str
    title: str
    event: str
    since: date
    source: str
    village: Locality | None = None


@transaction.atomic
def start(*, organization: Organization, owed: Owed, by: Actor) -> Disclosure | None:
    """LDC art. 12 cl. 3: the clock of what another domain decided, inside its transaction; who may, that domain asked.

    Without a plan of that year nothing can be followed: the officers are told, and nothing is returned.
    """
    items = Item.objects.filter(
        plan__organization=organization, plan__year=owed.since.year, code=owed.code, removed_on__isnull=True
    )
    item = items.select_related("plan__organization__locality").first()
    if item is None:
        _tell_without_plan(organization, owed)
        return None
    due = asking.last_day(
        item.plan.kind, since=owed.since, by_other_law=queries.day_of_the_field(item, since=owed.since)
    )
    return _start(item, owed, Clock.answered(owed.event, owed.since, due), by)


def start_resolution(*, version_id: int) -> Disclosure | None:
    """LDC art. 11 cl. 14, 12 cl. 3: what a commune's council adopted is made public; its clock starts on that day.

    Run when the text is shown to everybody; a text of the same number, read again or shown again, starts none anew. As
    with periods, only what was adopted since the plan was made: what came before is opened by hand.
    """
    version = Resolution.objects.select_related("work__locality").get(pk=version_id)
    place, adopted_on = version.work.locality, version.adopted_on
    if place.kind != Locality.Kind.COMMUNE or adopted_on is None or version.status != Resolution.Status.ADOPTED:
        return None
    committee = Organization.objects.filter(kind=Organization.Kind.COMMITTEE, locality=place).first()
    plan = Plan.objects.filter(organization=committee, year=adopted_on.year).first()
    if committee is None or plan is None or adopted_on < clock.legal_day(plan.created_at):
        return None
    named = _("Nghị quyết số %(number)s") % {"number": version.number} if version.number else _("Nghị quyết")
    owed = Owed(
        code="11.14",
        title=f"{named}: {version.work.title}",
        event=named,
        since=adopted_on,
        source=f"resolutions.work:{version.work_id}:{version.number}"[:120],
    )
    return start(organization=committee, owed=owed, by=SYSTEM)


def start_periods(*, at: datetime) -> int:
    """Starts the clocks of figures of quarters, half years, years that ended since the plans were made; how many.

    Run by the worker; safe to be killed and to run again.
    """
    on = clock.legal_day(at)
    plans = Plan.objects.filter(year__in=(on.year - 1, on.year)).order_by("pk")
    return sum(start_periods_of(plan=each, on=on) for each in plans.iterator(chunk_size=500))


@transaction.atomic
def start_periods_of(*, plan: Plan, on: date, first: date | None = None) -> int:
    """Those of one plan: of the periods over by `on` that ended on the day of the plan or later, or on `first`."""
    first = first or clock.legal_day(plan.created_at)
    ended = list(_ended(plan, first=first, on=on))
    if not ended:
        return 0
    items = plan.items.filter(code__in={code for code, _period in ended}).select_related("plan__organization__locality")
    by_code = {each.code: each for each in items}
    known = set(Disclosure.objects.filter(item__in=by_code.values()).values_list("item__code", "source"))
    waiting = [each for each in ended if each[0] in by_code and (each[0], _source(each[1])) not in known]
    for code, period in waiting:
        _start_period(by_code[code], period)
    return len(waiting)


def _ended(plan: Plan, *, first: date, on: date) -> Iterator[tuple[str, Period]]:
    for _number, _item, part in asking.parts(plan.kind):
        if part.every is not None:
            for period in periods_of(part.every, plan.year):
                if first <= period.last_day < on:
                    yield part.code, period


def _start_period(item: Item, period: Period) -> None:
    ended = period.last_day
    other = queries.day_of_the_field(item, since=ended)
    due = asking.last_day_of_figures(item.plan.kind, ended=ended, by_other_law=other)
    owed = Owed(
        code=item.code,
        title=f"{item.label}: {period.label}",
        event=_("Hết %(period)s") % {"period": period.label},
        since=ended,
        source=_source(period),
    )
    _start(item, owed, Clock.answered(owed.event, ended, due), SYSTEM)


def _source(period: Period) -> str:
    return f"period:{period.every}:{period.last_day.isoformat()}"


def _start(item: Item, owed: Owed, runs: Clock, by: Actor) -> Disclosure:
    """What an officer opened by hand before, by this title and day, is the same thing: its clock runs already."""
    title = nfc(owed.title).strip()[:300]
    same = Q(source=owed.source) | Q(title=title, begun_on=runs.since, village=owed.village)
    earlier = Disclosure.objects.filter(same, item=item).order_by("pk").first()
    if earlier is not None:
        return earlier
    disclosure = create(item, title, owed.village, runs, by=by, source=owed.source)
    version = Version.objects.create(
        disclosure=disclosure,
        number=0,
        event=nfc(runs.event).strip(),
        since=runs.since,
        due_on=runs.due_on,
        due=runs.due,
        key=f"clock:{item.pk}:{owed.source}"[:80],
        cleared_by="",
    )
    sign("disclosure.started", disclosure, version, item.plan.organization, by)
    announce(disclosure)
    return disclosure


def _tell_without_plan(organization: Organization, owed: Owed) -> None:
    notice = Notice(
        role=Role.OFFICER,
        locality=organization.locality,
        subject=_("Cần công khai: %(title)s")[:200] % {"title": owed.title[:150]},
        text=_("%(organization)s chưa có kế hoạch công khai năm %(year)s nên chưa theo dõi được hạn. Hãy lập kế hoạch.")
        % {"organization": capfirst(str(organization)), "year": owed.since.year},
        link="/cong-khai/viec/",
        key=f"disclosure:no-plan:{organization.pk}:{owed.source}"[:120],
    )
    notifications.notify([notice])
