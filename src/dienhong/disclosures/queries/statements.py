"""The papers that the chair signs: which there are, what waits to be signed, which quarters have their list."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import TruncQuarter
from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.disclosures import access, asking
from dienhong.disclosures.models import ErasureProposal, Hanging, Item, Plan, Posting, Statement
from dienhong.foundations.actors import Actor
from dienhong.foundations.clock import legal_day
from dienhong.foundations.waiting import Waiting
from dienhong.registry.models import Locality, Organization
from lawcore.answers import Answer
from lawcore.disclosures import Publisher
from lawcore.indicators.periods import Period, period_on
from lawcore.timelimits import Every

SIGNED = (Statement.Stage.ISSUING, Statement.Stage.ISSUED)
QUARTERS = range(1, 5)
HEAVY = ("snapshot", "narrative", "trace", "due")


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of a plan that is over: its newest signed list, and where the list itself stands by its clock."""

    plan: Plan
    period: Period
    due: Answer[Any]
    signed: Statement | None
    hung_on: date | None

    @property
    def number(self) -> int:
        return self.period.number

    def is_late(self, on: date) -> bool:
        """Posted after the day it should have been, or not posted though that day is over."""
        return bool((self.hung_on or on) > self.due.result)


@dataclass(frozen=True, slots=True)
class ToSign:
    """What waits for the chair's signature."""

    title: str
    organization: Organization
    url: str
    due_on: date | None


def is_public(statement: Statement) -> bool:
    """What a commune issued is for everybody; what an agency issued stays inside."""
    return statement.stage == Statement.Stage.ISSUED and statement.plan.kind == Publisher.COMMUNE


def statement(pk: int, actor: Actor) -> Statement:
    """For who may see it, with its files and its plan. Raises NotFound."""
    found = (
        Statement.objects.select_related("plan", "organization__locality", "docx", "pdf", "xlsx").filter(pk=pk).first()
    )
    if found is None or not (is_public(found) or _may_read(actor, found)):
        raise access.nothing()
    return found


def _may_read(actor: Actor, statement: Statement) -> bool:
    """A draft is for who writes and who signs it; the Front and the delegates read what is signed."""
    unit = statement.organization
    if statement.is_signed:
        return access.may(actor, access.Act.SEE, unit)
    return access.may(actor, access.Act.PLAN, unit) or access.may(actor, access.Act.SIGN, unit)


def hanging(pk: int, actor: Actor) -> Hanging:
    """Where a list hung, with its proof, for who works with it. Raises NotFound."""
    rows = Hanging.objects.select_related("statement__organization__locality", "proof")
    found = rows.filter(pk=pk, proof__isnull=False).first()
    if found is None or not access.may(actor, access.Act.SEE, found.statement.organization):
        raise access.nothing()
    return found


def list_hanging(pk: int) -> Hanging:
    """Where a list hung. Raises NotFound."""
    found = Hanging.objects.select_related("statement", "village").filter(pk=pk).first()
    if found is None:
        raise access.nothing()
    return found


def versions(statement: Statement, *, signed_only: bool) -> list[Statement]:
    """Every paper of its kind and period, newest first."""
    found = Statement.objects.filter(
        plan=statement.plan_id,
        kind=statement.kind,
        period_start=statement.period_start,
        period_end=statement.period_end,
    )
    if signed_only:
        found = found.filter(stage=Statement.Stage.ISSUED)
    return list(found.defer(*HEAVY).order_by("-version"))


def latest(plan: Plan, kind: str, *, first: date, last: date) -> Statement | None:
    """The newest paper of a kind and period, signed or not."""
    found = Statement.objects.filter(plan=plan, kind=kind, period_start=first, period_end=last)
    return found.select_related("plan", "organization__locality").order_by("-version").first()


def of_plan(plan: Plan) -> QuerySet[Statement]:
    """Every paper about a plan, newest first, without what it says."""
    return plan.statements.defer(*HEAVY).order_by("-period_end", "kind", "-version")


def public_statements(place: Locality) -> QuerySet[Statement]:
    """What the commune issued for everybody, newest first, without what it says."""
    found = Statement.objects.filter(
        organization__locality=place, stage=Statement.Stage.ISSUED, plan__kind=Publisher.COMMUNE
    )
    return found.defer(*HEAVY).order_by("-dated", "-pk")


def period_of(statement: Statement) -> Period:
    """The period it speaks of: a quarter of a list, half a year or the year otherwise."""
    months = (statement.period_end.month - statement.period_start.month) + 1
    every = {3: Every.QUARTER, 6: Every.HALF_YEAR}.get(months, Every.YEAR)
    return period_on(every, statement.period_start)


def is_in_signed_plan(item: Item) -> bool:
    """Whether this content stands in a plan that the chair signed. One query."""
    signed = Statement.objects.filter(plan=item.plan_id, kind=Statement.Kind.PLAN, stage__in=SIGNED)
    return any(
        item.code in {each["code"] for each in shot["items"]} for shot in signed.values_list("snapshot", flat=True)
    )


def year_of(plan: Plan) -> Period:
    return Period(plan.year, 1, Every.YEAR)


def periods_to_report(plan: Plan, *, on: date) -> list[Period]:
    """Half years and the year of a plan that have begun, newest first."""
    every = (Period(plan.year, 2, Every.HALF_YEAR), Period(plan.year, 1, Every.HALF_YEAR), year_of(plan))
    return [each for each in every if each.first_day <= on]


def quarters(plan: Plan, *, on: date) -> list[Quarter]:
    """The quarters of a commune's plan that are over on this day. Two queries."""
    if plan.kind != Publisher.COMMUNE:
        return []
    lists = Statement.objects.filter(plan=plan, kind=Statement.Kind.LIST, stage__in=SIGNED).defer(*HEAVY)
    newest = {each.period_start: each for each in lists.order_by("version")}
    hung: dict[date, date] = {}
    rows = Hanging.objects.filter(statement__plan=plan).values_list("statement__period_start", "claimed_on")
    for start, day in rows:
        hung[start] = min(day, hung.get(start, day))
    return [
        Quarter(
            plan,
            period,
            asking.last_day_of_list(since=period.first_day),
            newest.get(period.first_day),
            hung.get(period.first_day),
        )
        for period in (Period(plan.year, number, Every.QUARTER) for number in QUARTERS)
        if period.last_day < on
    ]


def to_sign(actor: Actor, *, on: date) -> list[ToSign]:
    """What waits for this chair: plans never signed, lists of ended quarters, reports presented. Three queries.

    The nearest day first; nothing, and no query, for who signs for nobody.
    """
    heads = [grant for grant in actor.grants if grant.role in access.GRANTS[access.Act.SIGN]]
    if not heads:
        return []
    mine = Q(organization__in=[grant.organization_id for grant in heads if grant.organization_id])
    mine |= Q(
        organization__kind=Organization.Kind.COMMITTEE,
        organization__locality__in=[grant.locality_id for grant in heads if grant.organization_id is None],
    )
    plans = list(Plan.objects.filter(mine, year__in=(on.year, on.year - 1)).select_related("organization"))
    if not plans:
        return []
    papers = Statement.objects.filter(plan__in=plans).values_list("plan_id", "kind", "period_start", "stage", "pk")
    known = list(papers)
    signed = {(plan, kind, start) for plan, kind, start, stage, _pk in known if stage in SIGNED}
    found = [*_plans_to_sign(plans, signed, on), *_lists_to_sign(plans, signed, on)]
    by_pk = {each.pk: each for each in plans}
    for plan, _kind, start, stage, pk in known:
        if stage == Statement.Stage.PRESENTED:
            title = _("Báo cáo kết quả công khai thông tin năm %(year)s") % {"year": start.year}
            found.append(ToSign(title, by_pk[plan].organization, reverse("disclosures:statement", args=[pk]), None))
    return sorted(found, key=lambda each: (each.due_on or on, each.title))


def _plans_to_sign(plans: list[Plan], signed: set[tuple[int, str, date]], on: date) -> Iterator[ToSign]:
    for plan in plans:
        if plan.year == on.year and (plan.pk, Statement.Kind.PLAN, date(plan.year, 1, 1)) not in signed:
            title = _("Kế hoạch công khai thông tin năm %(year)s") % {"year": plan.year}
            yield ToSign(title, plan.organization, reverse("disclosures:sign-plan", args=[plan.pk]), None)


def _lists_to_sign(plans: list[Plan], signed: set[tuple[int, str, date]], on: date) -> Iterator[ToSign]:
    """Quarters that ended since the plan is kept here, or in which something was made public."""
    communes = {each.pk: each for each in plans if each.kind == Publisher.COMMUNE}
    postings = Posting.objects.filter(version__disclosure__item__plan__in=communes)
    quarter = TruncQuarter("claimed_on")
    busy = set(postings.annotate(q=quarter).values_list("version__disclosure__item__plan", "q").distinct())
    for plan in communes.values():
        for number in QUARTERS:
            period = Period(plan.year, number, Every.QUARTER)
            counts = (plan.pk, period.first_day) in busy or period.last_day >= legal_day(plan.created_at)
            if period.last_day < on and counts and (plan.pk, Statement.Kind.LIST, period.first_day) not in signed:
                due = asking.last_day_of_list(since=period.first_day).result
                title = _("Danh sách nội dung đã công khai %(period)s") % {"period": period.label}
                url = reverse("disclosures:sign-list", args=[plan.pk, number])
                yield ToSign(title, plan.organization, url, due)


def waiting_for_signature(actor: Actor, on: date) -> Iterator[Waiting]:
    """For "Việc của tôi" of a chair."""
    for each in to_sign(actor, on=on):
        note = _("hạn %(day)s") % {"day": f"{each.due_on:%d/%m/%Y}"} if each.due_on else ""
        yield Waiting(_("Chờ ký: %(what)s") % {"what": each.title}, each.url, note)


def days_late(statement: Statement, signed_at: datetime) -> int:
    """Days between the day written on the paper and the moment it was signed here; 0 where there are none."""
    return max(0, (legal_day(signed_at) - statement.dated).days) if statement.dated else 0


def withheld_by(statement: Statement) -> list[ErasureProposal]:
    """The erasures of titles that this paper printed, decided or proposed and not yet refused; none for most papers.

    From the minute of the proposal the paper is given to nobody; its hash, reason and signers stay. One query.
    """
    printed: dict[int, set[str]] = {}
    for part in ("rows", "overdue"):
        for row in statement.snapshot.get(part, ()):
            printed.setdefault(row["disclosure"], set()).add(row["title"])
    if not printed:
        return []
    found = ErasureProposal.objects.filter(with_title=True, version__disclosure__in=printed)
    found = found.filter(Q(decision__isnull=True) | Q(decision__is_approved=True))
    rows = found.select_related("version__disclosure__item", "decision").order_by("pk")
    return [each for each in rows if _holds(printed[each.version.disclosure_id], each)]


def _holds(printed: set[str], proposal: ErasureProposal) -> bool:
    """Whether one of these titles is the one to be erased, or, once it was, another than what stands in its place."""
    disclosure = proposal.version.disclosure
    if getattr(proposal, "decision", None) is None:
        return disclosure.title in printed
    return bool(printed - {disclosure.title, disclosure.item.label})
