"""The commune sets in how many working days it means to answer."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.information_requests import access
from dienhong.information_requests.models import ServiceTarget
from dienhong.information_requests.models.targets import MOST_DAYS
from dienhong.ledger import actions as ledger
from dienhong.registry.models import Organization
from lawcore.vietnamese import nfc


@transaction.atomic
def set_target(
    *, organization: Organization, working_days: int, starts_on: date, decision: str, key: str, by: Actor, on: date
) -> ServiceTarget:
    """For requests received from `starts_on`, which is never a day gone by: nobody makes late answers timely."""
    access.check(by, access.Act.SET_TARGET, organization)
    earlier = ServiceTarget.objects.filter(key=key, organization=organization).first()
    if earlier is not None:
        return earlier
    if starts_on < on:
        raise Refused(_("Mục tiêu chỉ áp dụng từ hôm nay trở đi. Hãy chọn lại ngày."))
    if not 1 <= working_days <= MOST_DAYS:
        raise Refused(_("Hãy ghi từ 1 đến %(most)s ngày làm việc.") % {"most": MOST_DAYS})
    decision = nfc(decision).strip()
    if not decision:
        raise Refused(_("Hãy ghi văn bản của xã đặt mục tiêu này."))
    target = ServiceTarget.objects.create(
        organization=organization,
        working_days=working_days,
        starts_on=starts_on,
        decision=decision,
        key=key,
        recorded_by=by.key,
    )
    ledger.append(
        kind="service_target.fixed",
        subject=f"information_requests.servicetarget:{target.pk}",
        by=by.key,
        locality=organization.locality.code,
        data={"working_days": working_days, "decision": decision},
        claimed_on=starts_on,
    )
    return target
