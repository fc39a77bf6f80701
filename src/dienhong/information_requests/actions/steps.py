"""What every act does: lock the request, write its step, move it, sign it in the ledger."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from dienhong.disclosures.screening import Kind, screen_text
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.information_requests import access, asking, queries
from dienhong.information_requests.models import Request, Step
from dienhong.ledger import actions as ledger
from lawcore.vietnamese import nfc

NEVER_IN_WORDS = frozenset(Kind) - {Kind.PHONE, Kind.EMAIL}
"""A short word to who asks may name an office's telephone, never a person's number, birth or poverty."""
ANYBODY = "anonymous"  # the ledger's name for who needs no account


def locked(request: Request, by: Actor, act: access.Act) -> Request:
    """The row, locked, once access is checked. Raises NotFound, NotAllowed; Refused where its words were erased."""
    row = row_of(request.pk)
    access.check(by, act, row.organization)
    _check_whole(row)
    return row


def locked_for_anybody(request: Request) -> Request:
    """The row, locked, for who came with its code. Refused where its words were erased."""
    row = row_of(request.pk)
    _check_whole(row)
    return row


def row_of(pk: int) -> Request:
    """The row, locked, for an act that checks by itself who may."""
    rows = Request.objects.select_for_update(of=("self",)).select_related("organization__locality", "village")
    return rows.get(pk=pk)


def _check_whole(request: Request) -> None:
    if queries.is_erased(request):
        raise Refused(_("Dữ liệu của yêu cầu này đã được xóa, hồ sơ đã đóng. Cần thì gửi yêu cầu mới."))


def earlier(key: str, request: Request) -> Step | None:
    """The step that this key made before; Refused where it was made for another request."""
    found = Step.objects.filter(key=key).first()
    if found is not None and found.request_id != request.pk:
        raise Refused(_("Mã gửi này đã dùng cho việc khác. Hãy mở lại trang rồi gửi lại."))
    return found


def said(words: str, *, what: str) -> str:
    """Words for who asks, checked: not empty, nothing of a person in them. `what` says what to write."""
    words = nfc(words).strip()
    if not words:
        raise Refused(what)
    found = [each for each in screen_text(words).findings if each.kind in NEVER_IN_WORDS]
    if found:
        raise Refused(_("Lời này sẽ hiện cho người cầm mã biên nhận. %(advice)s") % {"advice": found[0].advice})
    return words


def write(request: Request, event: str, *, on: date, key: str, by: Actor, **parts: Any) -> Step:
    """The step, recorded by the database's clock."""
    return Step.objects.create(request=request, event=event, on=on, key=key, recorded_by=by.key, **parts)


def move(request: Request, event: str) -> None:
    """To the stage that the law's table gives; Refused where it gives none."""
    request.stage = asking.after(request.stage, event)


def set_clock(request: Request) -> None:
    """The last day as the rules answer for what is known of the request now; an extension starts from it again."""
    target = queries.target_on(request.organization_id, request.received_on)
    clock = asking.clock(
        channel=request.channel,
        received_on=request.received_on,
        since=request.since,
        simple=request.is_simple,
        target=target.working_days if target else None,
    )
    request.timing, request.due_on = clock.timing, clock.day
    request.first_due_on, request.due = clock.day, clock.due.stored() if clock.due else None


def sign(kind: str, request: Request, by: Actor, data: Mapping[str, Any], *, on: date | None = None) -> None:
    """The ledger's entry: what was done and until when, never by whom it was asked."""
    ledger.append(
        kind=kind,
        subject=f"information_requests.request:{request.pk}",
        by=by.key or ANYBODY,
        locality=request.organization.locality.code,
        data={"stage": request.stage, "due_on": f"{request.due_on:%Y-%m-%d}" if request.due_on else None, **data},
        claimed_on=on,
    )
