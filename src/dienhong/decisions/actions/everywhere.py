"""A matter of the whole commune: the commune chooses its form, and one day once enough villages agree, for all."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.decisions import access
from dienhong.decisions.actions.proposing import CHOOSES, choose_form
from dienhong.decisions.actions.sending import fix_day
from dienhong.decisions.models import CommuneMatter, Step
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from lawcore.ballots.matters import Form

FOR_ALL = "Xã chọn cùng một hình thức cho các thôn."
"""Kept with the step of every village."""


@transaction.atomic
def choose_form_everywhere(*, under: CommuneMatter, form: Form, key: str, by: Actor, at: datetime) -> list[Step]:
    """LDC art. 16 cl. 1, art. 17, art. 19 cl. 1 pt. a: one form for every village that has none yet.

    A village for which the commune chose another form before keeps it. The same `key` is done once.
    """
    access.check_commune(by, under.commune)
    locked = CommuneMatter.objects.select_for_update(of=("self",)).get(pk=under.pk)
    earlier = list(Step.objects.filter(matter__under=locked, key__startswith=f"{key}:").order_by("pk"))
    if earlier:
        if any(each.event != CHOOSES[form] for each in earlier):
            raise Refused(_("Mã gửi này đã dùng cho hình thức khác. Hãy mở lại trang rồi chọn lại."))
        return earlier
    waiting = list(locked.matters.filter(stage="proposed").order_by("pk"))
    if not waiting:
        raise Refused(_("Mọi thôn đã có hình thức. Hãy mở trang việc này để xem từng thôn."))
    return [
        choose_form(matter=each, form=form, key=f"{key}:{each.pk}", by=by, at=at, words=FOR_ALL) for each in waiting
    ]


@transaction.atomic
def fix_day_everywhere(*, under: CommuneMatter, effective_on: date, paper: str, key: str, by: Actor) -> list[Step]:
    """LDC art. 21 cl. 1, 2: one day for every village whose decision has come in, once two thirds of them agree.

    A village that sends later gets the same day when this is done again with it. The same `key` is done once.
    """
    access.check_commune(by, under.commune)
    locked = CommuneMatter.objects.select_for_update(of=("self",)).get(pk=under.pk)
    fixed = locked.matters.exclude(effective_on=None).values_list("effective_on", flat=True).first()
    if fixed is not None and fixed != effective_on:
        raise Refused(
            _("Xã đã ấn định ngày %(day)s cho việc này. Các thôn gửi sau theo cùng ngày.")
            % {"day": f"{fixed:%d/%m/%Y}"}
        )
    if not paper.strip():
        raise Refused(_("Hãy ghi số, ngày văn bản của xã."))
    earlier = list(Step.objects.filter(matter__under=locked, key__startswith=f"{key}:").order_by("pk"))
    waiting = list(locked.matters.filter(stage="sent").order_by("pk"))
    if not waiting:
        if earlier:
            return earlier
        raise Refused(_("Chưa có thôn nào gửi quyết định đến xã."))
    return earlier + [
        fix_day(matter=each, effective_on=effective_on, paper=paper, key=f"{key}:{each.pk}", by=by) for each in waiting
    ]
