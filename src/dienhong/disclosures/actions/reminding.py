"""Tell officers and owners that something is due soon, and that it is overdue: once each."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from dienhong.disclosures import queries
from dienhong.foundations import clock
from dienhong.foundations.actors import Role
from dienhong.notifications import actions as notifications
from dienhong.notifications.models import Notice
from dienhong.registry.models import Organization

LISTED = 10
"""Titles that a notice names."""


def remind(*, at: datetime) -> int:
    """Writes the notices; how many disclosures they are about. Run by the worker; safe to run twice.

    What one organization owes on one day shares a notice.
    """
    on = clock.legal_day(at)
    pressing = queries.pressing(on=on)
    notifications.notify([notice for each in pressing for notice in _notices(each, on=on)])
    return sum(len(each.titles) for each in pressing)


def _notices(pressing: queries.Pressing, *, on: date) -> Iterator[Notice]:
    late = pressing.due_on < on
    words = _("Quá hạn công khai %(day)s: %(n)s nội dung") if late else _("Hạn công khai %(day)s: %(n)s nội dung")
    shared: dict[str, Any] = {
        "subject": words % {"day": f"{pressing.due_on:%d/%m/%Y}", "n": len(pressing.titles)},
        "text": "\n".join(f"– {title}" for title in pressing.titles[:LISTED]),
        "link": "/cong-khai/viec/",
        "due_on": pressing.due_on,
    }
    unit = pressing.organization
    key = f"disclosure:{'late' if late else 'soon'}:{unit.pk}:{pressing.due_on.isoformat()}"
    if unit.kind == Organization.Kind.COMMITTEE:
        yield Notice(role=Role.OFFICER, locality_id=unit.locality_id, key=key, **shared)
    else:
        yield Notice(organization=unit, key=key, **shared)
    for user in pressing.owners:
        yield Notice(user_id=user, key=f"{key}:user:{user}", **shared)
