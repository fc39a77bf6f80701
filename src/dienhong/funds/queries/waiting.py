"""What waits today: spending for the second person, the sheet of a month that is over."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.foundations.actors import Actor
from dienhong.foundations.waiting import Waiting
from dienhong.funds import access
from dienhong.funds.access import Act
from dienhong.funds.models import Fund, Spending, Statement, TreasurerChange
from dienhong.funds.queries.sums import STANDS


def waiting_in_funds(actor: Actor, on: date) -> Iterator[Waiting]:
    """For the second person spendings and new treasurers; for who keeps a fund last month's sheet, and for a head who
    kept one before, to give it up. Three queries, four for who is of the Front too.
    """
    if not actor.is_known:
        return
    yield from _to_approve(actor)
    yield from _to_confirm(actor)
    yield from _to_give_up(actor)
    yield from _to_state(actor, on)


def _villages(actor: Actor, act: Act) -> Q:
    mine = Q(pk__in=())
    for path in access.paths(actor, act):
        mine |= Q(village__path=path)
    return mine


def _to_approve(actor: Actor) -> Iterator[Waiting]:
    mine = _villages(actor, Act.APPROVE)
    if not mine.children[1:]:
        return
    rows = Spending.objects.filter(STANDS, approval__isnull=True, fund__in=Fund.objects.filter(mine))
    rows = rows.exclude(recorded_by=actor.key).exclude(fund__treasurer__account__pk=actor.account_id)
    for each in rows.select_related("fund__village").order_by("pk"):
        yield Waiting(
            _("Khoản chi chờ người thứ hai: %(words)s") % {"words": each.words},
            reverse("funds:spending", args=[each.fund_id, each.pk]),
            f"{each.fund.village}: {each.fund.purpose}",
        )


def _to_confirm(actor: Actor) -> Iterator[Waiting]:
    mine = _villages(actor, Act.CONFIRM)
    if not mine.children[1:]:
        return
    newer = TreasurerChange.objects.filter(fund=OuterRef("fund"), pk__gt=OuterRef("pk"))
    rows = TreasurerChange.objects.filter(~Exists(newer), handover=None, fund__in=Fund.objects.filter(mine))
    rows = rows.filter(fund__closed_on=None).exclude(recorded_by=actor.key).exclude(to__account__pk=actor.account_id)
    rows = rows.exclude(fund__treasurer__account__pk=actor.account_id)
    for each in rows.select_related("fund__village").order_by("pk"):
        yield Waiting(
            _("Đổi thủ quỹ chờ Mặt trận xác nhận"),
            reverse("funds:confirm-treasurer", args=[each.fund_id]),
            f"{each.fund.village}: {each.fund.purpose}",
        )


def _to_give_up(actor: Actor) -> Iterator[Waiting]:
    """A treasurer who became the head: until another is proposed."""
    mine = _villages(actor, Act.OPEN)
    if not mine.children[1:]:
        return
    proposed = TreasurerChange.objects.filter(fund=OuterRef("pk"), handover=None)
    rows = Fund.objects.filter(mine, ~Exists(proposed), closed_on=None, treasurer__account__pk=actor.account_id)
    for each in rows.select_related("village").order_by("pk"):
        yield Waiting(
            _("Trưởng thôn đang giữ quỹ: hãy đề nghị thủ quỹ khác"),
            reverse("funds:treasurer", args=[each.pk]),
            f"{each.village}: {each.purpose}",
        )


def _to_state(actor: Actor, on: date) -> Iterator[Waiting]:
    last = on.replace(day=1) - timedelta(days=1)
    mine = _villages(actor, Act.RECORD) | Q(treasurer__account__pk=actor.account_id)
    stated = Statement.objects.filter(fund=OuterRef("pk"), kind=Statement.Kind.MONTH, until=last)
    rows = Fund.objects.filter(mine, ~Exists(stated), closed_on=None, opened_on__lte=last)
    for each in rows.select_related("village").order_by("pk"):
        yield Waiting(
            _("Bảng thu chi tháng %(month)s chưa lập: %(fund)s") % {"month": f"{last:%m/%Y}", "fund": each.purpose},
            reverse("funds:state", args=[each.pk]),
            str(each.village),
        )
