"""Who keeps the money: never the village head; another treasurer is proposed by the head and confirmed by the Front."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.foundations import clock
from dienhong.foundations.actors import Actor, Role
from dienhong.foundations.refusals import NotAllowed, Refused
from dienhong.funds import access, queries
from dienhong.funds.access import Act
from dienhong.funds.actions.signing import check_open, locked, sign
from dienhong.funds.models import Fund, TreasurerChange, TreasurerHandover
from dienhong.registry import queries as registry
from dienhong.registry.models import Locality, Person, User
from lawcore.vietnamese import nfc


def check_treasurer(person: Person, village: Locality, by: Actor, on: date) -> None:
    """Raises Refused for the village head, whoever of several that is: who agrees with spending keeps no money."""
    mine = User.objects.filter(pk=by.account_id, person=person).exists()
    if mine or registry.holds(person, {Role.VILLAGE_HEAD}, over=village, on=on):
        raise Refused(_("Trưởng thôn, Tổ trưởng tổ dân phố không giữ quỹ. Hãy chọn thủ quỹ là người khác."))


@transaction.atomic
def propose_treasurer(*, fund: Fund, to: Person, reason: str, key: str, by: Actor, at: datetime) -> TreasurerChange:
    """The village head names who shall keep the money from now on; until the Front confirms, nothing changes."""
    fund = locked(fund, by, Act.OPEN)
    earlier = TreasurerChange.objects.filter(key=key).first()
    if earlier is not None:
        return earlier
    check_open(fund)
    if to.pk == fund.treasurer_id:
        raise Refused(_("Người này đang giữ quỹ."))
    if to.locality_id != fund.village_id:
        raise Refused(_("Hãy chọn người của thôn, tổ dân phố này."))
    check_treasurer(to, fund.village, by, clock.legal_day(at))
    if not reason.strip():
        raise Refused(_("Hãy ghi vì sao đổi thủ quỹ."))
    change = TreasurerChange.objects.create(fund=fund, to=to, reason=nfc(reason).strip(), key=key, recorded_by=by.key)
    sign("treasurer.proposed", fund, by, {"person": to.pk}, change, on=None, key=f"treasurer:{key}")
    return change


@transaction.atomic
def confirm_treasurer(*, change: TreasurerChange, by: Actor, at: datetime) -> TreasurerHandover:
    """The Front has seen the money counted and handed over: from this day the other person is treasurer."""
    fund = locked(change.fund, by, Act.CONFIRM)
    earlier = TreasurerHandover.objects.filter(change=change).first()
    if earlier is not None:
        return earlier
    check_open(fund)
    account = User.objects.filter(person=change.to).first()
    takes_over = account is not None and account.pk == by.account_id
    if change.recorded_by == by.key or takes_over or access.is_treasurer(by, fund):
        raise NotAllowed(_("Người đề nghị, người giao và người nhận quỹ không tự xác nhận được."))
    if queries.treasurer_proposed(fund) != change:
        raise Refused(_("Đã có đề nghị mới hơn. Hãy xem đề nghị đó."))
    on = clock.legal_day(at)
    check_treasurer(change.to, fund.village, by, on)
    left = queries.figures(fund).left
    handover = TreasurerHandover.objects.create(
        change=change, before_id=fund.treasurer_id, on=on, left=left, recorded_by=by.key
    )
    fund.treasurer = change.to
    fund.save(update_fields=["treasurer"])
    data = {"from": handover.before_id, "to": change.to_id, "left": left}
    sign("treasurer.confirmed", fund, by, data, handover, fund, on=on, key=f"handover:{change.pk}")
    return handover
