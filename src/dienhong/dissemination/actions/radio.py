"""Settle the words for the loudspeaker."""

from collections.abc import Sequence
from datetime import date, time

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.disclosures import scripts
from dienhong.disclosures.models import Disclosure
from dienhong.dissemination import access
from dienhong.dissemination.actions.locked import check_words, locked, spreadable
from dienhong.dissemination.models import Script
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from lawcore.vietnamese import nfc

LONGEST = 4_000  # characters: five minutes of reading; whoever needs more reads the decision itself


@transaction.atomic
def save_script(
    *,
    disclosure: Disclosure,
    text: str,
    first_on: date,
    last_on: date | None,
    times: Sequence[time],
    key: str,
    by: Actor,
) -> Script:
    """LDC art. 13 cl. 3: the words of the newest version for the radio, on at least as many days as the law says.

    A text that takes longer than ninety seconds is kept: the page warns. The same `key`: the same script.
    """
    disclosure = locked(disclosure)
    organization = disclosure.item.plan.organization
    access.check_make(by, organization)
    earlier = Script.objects.select_related("version").filter(key=key).first()
    if earlier is not None:
        if earlier.version.disclosure_id != disclosure.pk:
            raise Refused(_("Mã yêu cầu này đã dùng cho một nội dung khác. Hãy tải lại trang và gửi lại."))
        return earlier
    version = spreadable(disclosure)
    text = "\n".join(line.strip() for line in nfc(text).strip().splitlines() if line.strip())
    if not text:
        raise Refused(_("Hãy ghi lời đọc."))
    if len(text) > LONGEST:
        raise Refused(_("Lời đọc quá dài. Hãy chỉ giữ điều bà con cần biết, còn lại mời xem bảng tin."))
    if not times:
        raise Refused(_("Hãy ghi ít nhất một giờ phát."))
    check_words(version, text)
    days = scripts.schedule(first=first_on, times=times, last=last_on).days
    saved = Script.objects.create(
        version=version,
        number=version.scripts.count() + 1,
        text=text,
        seconds=min(scripts.estimate(text), 32_000),
        first_on=days[0],
        last_on=days[-1],
        times=[f"{each:%H:%M}" for each in sorted(set(times))],
        key=key,
        recorded_by=by.key,
    )
    ledger.append(
        kind="script.saved",
        subject=f"dissemination.script:{saved.pk}",
        by=by.key,
        locality=organization.locality.code,
        data={"disclosure": disclosure.pk, "version": version.number, "number": saved.number, "seconds": saved.seconds},
        claimed_on=saved.first_on,
    )
    return saved
