"""An officer's word on provisions that assign nothing, so that none is left unassigned unseen."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import NotFound, Refused
from dienhong.resolutions import queries
from dienhong.resolutions.access import Act
from dienhong.resolutions.actions.decide import DecidedMeanwhile, Stamp, locked_version, sign
from dienhong.resolutions.models import Provision, Reading, Version


@transaction.atomic
def note(*, provision_id: int, outcome: str, reason: str, by: Actor, at: datetime) -> Reading:
    """Record what an officer reads in a provision. Saying the same again changes nothing."""
    provision = Provision.objects.filter(pk=provision_id).first()
    if provision is None:
        raise NotFound(_("Không tìm thấy điều khoản này."))
    version = locked_version(provision.version_id, by, Act.REVIEW)
    reason = _checked(reason)
    last = provision.readings.order_by("-pk").first()
    if last is not None and (last.outcome, last.reason) == (outcome, reason):
        return last
    return _write(version, [(provision, reason)], Reading.Outcome(outcome), Stamp(by, at))[0]


@transaction.atomic
def note_unseen(*, version_id: int, article_eid: str, expected: int, reason: str, by: Actor, at: datetime) -> int:
    """Record "assigns nothing" for every provision of an article that nobody has looked at.

    Without a reason of their own the officer takes the machine's for each. Refuses when they are not as many
    as the officer saw. Returns how many were recorded.
    """
    version = locked_version(version_id, by, Act.REVIEW)
    unseen = list(queries.unseen(version).filter(article_eid=article_eid).order_by("order"))
    if len(unseen) != expected:
        raise DecidedMeanwhile(
            ngettext(
                "Lúc này còn %(count)s điều khoản chưa ai xem, khác với số trên trang đang mở. Hãy tải lại trang.",
                "Lúc này còn %(count)s điều khoản chưa ai xem, khác với số trên trang đang mở. Hãy tải lại trang.",
                len(unseen),
            )
            % {"count": len(unseen)},
        )
    said = [(row, reason.strip() or row.unassigned) for row in unseen]
    return len(_write(version, said, Reading.Outcome.NO_DUTY, Stamp(by, at)))


def _checked(reason: str) -> str:
    if not reason.strip():
        raise Refused(_("Hãy ghi lý do, ví dụ: điều khoản chỉ nêu phạm vi áp dụng."))
    return reason.strip()


def _write(
    version: Version, said: Sequence[tuple[Provision, str]], outcome: Reading.Outcome, stamp: Stamp
) -> list[Reading]:
    rows = Reading.objects.bulk_create(
        Reading(provision=row, outcome=outcome, reason=reason, by=stamp.by.key, at=stamp.at) for row, reason in said
    )
    sign(
        "provision.noted",
        version,
        stamp.by,
        {"outcome": outcome.value, "at": [row.at or row.eid for row, _reason in said]},
    )
    return rows
