"""What waits for somebody today: what is overdue, for the chair; where to look, for who looks."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.disclosures import queries as disclosures
from dienhong.disclosures.access import Act
from dienhong.foundations.actors import Actor, Role
from dienhong.foundations.waiting import Waiting
from dienhong.spot_checks import access
from dienhong.spot_checks.models import Round


def waiting_overdue(actor: Actor, on: date) -> Iterator[Waiting]:
    """For who heads a place or a body: how much is overdue there, and where it says whose it is. One query."""
    if not any(grant.role is Role.CHAIR for grant in actor.grants):
        return
    groups = disclosures.overdue_by_owner(disclosures.units(actor, Act.SEE, on=on), on=on)
    if groups:
        days = (on - min(each.oldest for each in groups)).days
        yield Waiting(
            _("Công khai quá hạn: %(n)s nội dung") % {"n": sum(each.count for each in groups)},
            reverse("spot_checks:overdue"),
            _("lâu nhất %(days)s ngày; xem của ai, đang chờ gì") % {"days": days},
        )


def waiting_to_look(actor: Actor, on: date) -> Iterator[Waiting]:
    """For who looks on the spot: each round of their place with what is not looked at yet. One query."""
    mine = Q(pk__in=())
    for grant in actor.grants:
        if grant.role in access.CHECKERS and grant.organization_id is None:
            mine |= Q(locality__path__startswith=grant.path)
    if not mine.children:
        return
    found = Round.objects.filter(mine, until__gte=on, drawing__isnull=False).select_related("locality")
    found = found.annotate(left=Count("samples", filter=Q(samples__findings=None), distinct=True)).filter(left__gt=0)
    for each in found.order_by("until", "pk"):
        yield Waiting(
            _("Đối chiếu tại chỗ: còn %(n)s nơi") % {"n": each.left},
            reverse("spot_checks:round", args=[each.pk]),
            _("%(round)s; đến hết ngày %(day)s") % {"round": each, "day": f"{each.until:%d/%m/%Y}"},
        )
