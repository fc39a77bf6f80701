"""Relieve a household of what the others give; take back a relief that was given by mistake."""

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import NotAllowed, Refused
from dienhong.funds import access, queries
from dienhong.funds.access import Act
from dienhong.funds.actions.signing import check_open, locked, sign
from dienhong.funds.models import Fund, Relief
from dienhong.registry.models import Household
from lawcore.vietnamese import nfc


@transaction.atomic
def relieve(
    *, fund: Fund, household: Household, level: int, ground: str, key: str, by: Actor, words: str = ""
) -> Relief:
    """A household gives less, or nothing, as the community decided. Nobody ever gives more than the decision says."""
    fund = locked(fund, by, Act.OPEN)
    earlier = Relief.objects.filter(key=key).first()
    if earlier is not None:
        return earlier
    check_open(fund)
    if fund.per_household is None or not 0 <= level < fund.per_household:
        raise Refused(_("Mức sau khi giảm phải thấp hơn mức đã quyết định. Mức chung không tăng được."))
    if household.locality_id != fund.village_id:
        raise Refused(_("Hộ này không thuộc thôn của quỹ."))
    if ground not in Relief.Ground.values or ground == Relief.Ground.MISTAKE:
        raise Refused(_("Hãy chọn lý do giảm, miễn."))
    if level < queries.given_by(fund, household.pk):
        raise Refused(_("Hộ này đã nộp nhiều hơn mức mới. Hãy hủy biên lai và trả lại tiền trước."))
    relief = Relief.objects.create(
        fund=fund,
        household=household,
        level=level,
        ground=ground,
        words=nfc(words).strip(),
        key=key,
        recorded_by=by.key,
    )
    data = {"household": household.pk, "level": level}
    sign("relief.granted", fund, by, data, relief, on=None, key=f"relief:{key}")
    return relief


@transaction.atomic
def take_back_relief(*, fund: Fund, household: Household, reason: str, key: str, by: Actor) -> Relief:
    """A relief was written for the wrong household: a second person brings the household back to the full level."""
    fund = locked(fund, by, Act.APPROVE)
    earlier = Relief.objects.filter(key=key).first()
    if earlier is not None:
        return earlier
    check_open(fund)
    wrong = queries.relief_of(fund, household.pk)
    if wrong is None or fund.per_household is None:
        raise Refused(_("Hộ này đang ở mức chung, không có gì để sửa."))
    if not access.may_second(by, fund, wrong.recorded_by):
        raise NotAllowed(_("Người ghi giảm, miễn và người giữ quỹ không tự sửa được. Hãy nhờ người thứ hai."))
    if not reason.strip():
        raise Refused(_("Hãy ghi vì sao sửa."))
    relief = Relief.objects.create(
        fund=fund,
        household=household,
        level=fund.per_household,
        ground=Relief.Ground.MISTAKE,
        words=nfc(reason).strip(),
        key=key,
        recorded_by=by.key,
    )
    data = {"household": household.pk, "level": relief.level}
    sign("relief.withdrawn", fund, by, data, relief, on=None, key=f"relief:{key}")
    return relief
