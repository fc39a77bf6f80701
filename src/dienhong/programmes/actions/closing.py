"""A unit's figures of a period are closed: what has no evidence counts as not achieved. And opened again."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dienhong.foundations import clock
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.programmes import access
from dienhong.programmes.actions import cells
from dienhong.programmes.models import Closing, Indicator, Programme
from dienhong.programmes.queries import closings
from dienhong.programmes.queries.calendar import Period
from dienhong.registry.models import Organization
from lawcore.indicators import Period as WholePeriod
from lawcore.indicators import period_on
from lawcore.timelimits import Every


@transaction.atomic
def close(*, programme: Programme, organization: Organization, period: Period, by: Actor, at: datetime) -> Closing:
    """From now on what this unit has no evidence of did not happen in the period. Closing twice changes nothing.

    Refused while the period runs, while evidence of it waits to be checked, and where the unit is not counted.
    """
    counted = _locked(programme, organization, period, by)
    before = closings.last(programme, organization, period)
    if before is not None and before.closes:
        return before
    _check_complete(programme, organization, period, counted[0][0].every, at=at)
    made = Closing.objects.create(**_of(programme, organization, period), closes=True, by=by.key)
    _judge_anew("figures.closed", made, counted, by=by, at=at)
    return made


@transaction.atomic
def reopen(
    *, programme: Programme, organization: Organization, period: Period, reason: str, by: Actor, at: datetime
) -> Closing:
    """Silence of the unit is unknown again, for a reason that stays. Raises Refused where nothing was closed."""
    counted = _locked(programme, organization, period, by)
    before = closings.last(programme, organization, period)
    if before is None or not before.closes:
        raise Refused(_("Số liệu của kỳ này chưa chốt nên không cần mở lại."))
    if not reason.strip():
        raise Refused(_("Hãy ghi lý do mở lại."))
    made = Closing.objects.create(
        **_of(programme, organization, period), closes=False, reason=reason.strip(), by=by.key
    )
    _judge_anew("figures.reopened", made, counted, by=by, at=at)
    return made


Counted = list[tuple[Indicator, WholePeriod]]


def _locked(programme: Programme, organization: Organization, period: Period, by: Actor) -> Counted:
    """What counts the unit in the period, with the unit locked: two who close at once write one row."""
    access.check_closing(by, programme, organization)
    Organization.objects.select_for_update().get(pk=organization.pk)
    if programme.stage == Programme.Stage.CLOSED:
        raise Refused(_("Chương trình đã kết thúc nên số liệu không chốt hay mở lại được nữa."))
    counted = list(_counted(programme, organization, period))
    if not counted:
        raise Refused(_("Đơn vị này không được tính trong kỳ đã chọn."))
    return counted


def _counted(
    programme: Programme, organization: Organization, period: Period
) -> Iterator[tuple[Indicator, WholePeriod]]:
    """The indicators that count the unit over exactly these days."""
    for indicator in cells.live([programme]):
        whole = period_on(Every(indicator.every), period.start)
        is_same = (whole.first_day, whole.last_day) == (period.start, period.end)
        if is_same and indicator.cells.filter(organization=organization, period_start=period.start).exists():
            yield indicator, whole


def _check_complete(
    programme: Programme, organization: Organization, period: Period, every: str, *, at: datetime
) -> None:
    first = closings.closable_from(programme, period, every)
    if clock.legal_day(at) < first:
        raise Refused(_("Kỳ này chưa hết. Chốt được từ ngày %(day)s.") % {"day": f"{first:%d/%m/%Y}"})
    left = closings.waiting(organization, start=period.start, end=period.end)
    if left:
        raise Refused(
            ngettext(
                "Còn %(n)s minh chứng của kỳ này chờ kiểm tra. Hãy kiểm tra xong rồi chốt.",
                "Còn %(n)s minh chứng của kỳ này chờ kiểm tra. Hãy kiểm tra xong rồi chốt.",
                left,
            )
            % {"n": left}
        )


def _of(programme: Programme, organization: Organization, period: Period) -> dict[str, object]:
    return {
        "programme": programme,
        "organization": organization,
        "period_start": period.start,
        "period_end": period.end,
    }


def _judge_anew(kind: str, made: Closing, counted: Counted, *, by: Actor, at: datetime) -> None:
    ledger.append(
        kind=kind,
        subject=f"programmes.closing:{made.pk}",
        by=by.key,
        locality=made.programme.locality.code,
        data={
            "organization": made.organization.code,
            "from": made.period_start.isoformat(),
            "to": made.period_end.isoformat(),
        },
    )
    on = clock.legal_day(at)
    for indicator, whole in counted:
        everybody = cells.members_in(indicator, whole, as_of=min(on, whole.last_day))
        mine = [member for member in everybody if member.organization_id == made.organization_id]
        if mine:
            cells.rebuild(indicator=indicator, period=whole, on=on, only=mine)
