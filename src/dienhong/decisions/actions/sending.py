"""Send the decision, have it recognised or refused, let it bind, change or abolish it (LDC art. 20 cl. 3, 21, 22)."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from dienhong.decisions import access
from dienhong.decisions.access import Act
from dienhong.decisions.actions import steps, telling
from dienhong.decisions.models import Matter, Step
from dienhong.decisions.queries import everywhere
from dienhong.foundations import clock, events
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import NotAllowed, Refused
from lawcore.answers import Refused as NotLawful
from lawcore.ballots.effect import Ground, Remedy, effective, recogniser, remedy_allowed
from lawcore.ballots.matters import Scope, Who
from lawcore.ballots.periods import recognition, to_commune


@transaction.atomic
def send(*, matter: Matter, sent_on: date, key: str, by: Actor, at: datetime) -> Step:
    """LDC art. 20 cl. 3: to the commune and its Front, five working days after the vote at the latest.

    What needs no recognition binds since the day it was passed; what does now waits, and silence is no recognition.
    """
    matter = steps.locked(matter, by, Act.HOLD)
    if sent_on > clock.legal_day(at):
        raise Refused(_("Ngày gửi chưa đến. Hãy ghi sau khi đã gửi."))
    passed_on = matter.passed_on
    if passed_on is None:
        raise Refused(_("Việc này chưa được thông qua."))
    if sent_on < passed_on:
        raise Refused(_("Ngày gửi trước ngày thông qua. Hãy kiểm tra lại ngày."))
    due = to_commune(since=passed_on)
    late = (sent_on - due.result).days
    steps.lock_village(matter.village)
    number = matter.number or _next_number(matter, passed_on.year)
    data = {"due_on": f"{due.result:%Y-%m-%d}", "late": max(0, late), "number": number}
    step = steps.advance(matter, "send", on=sent_on, key=key, by=by, why=[due], due_on=due.result, data=data)
    if matter.stage != "sent":  # this key came before
        return step
    matter.number, matter.numbered_in = number, passed_on.year
    if matter.scope == Scope.COMMUNE.value:
        telling.to_fix_day(matter)  # the commune adds up its villages and fixes the day
    elif recogniser(matter=matter.law, on=matter.begun_on).result is None:
        since = effective(matter=matter.law, passed_on=passed_on)
        matter.effective_on = since.result
        steps.advance(matter, "take_effect", on=passed_on, key=f"{key}:effect", by=by, why=[since])
        _take_the_place(matter, by)
        events.publish("matter.effected", matter_id=matter.pk)
    else:
        last = recognition(since=sent_on)
        steps.advance(matter, "await", on=sent_on, key=f"{key}:await", by=by, why=[last], due_on=last.result)
        telling.to_recognise(matter, last.result)
    matter.save(update_fields=["stage", "number", "numbered_in", "effective_on"])
    return step


def _take_the_place(matter: Matter, by: Actor) -> None:
    """LDC art. 22 cl. 3: what binds now changes or replaces the earlier decision that it names, since the same day."""
    if matter.amends_id is None or matter.effective_on is None:
        return
    earlier = Matter.objects.select_for_update(of=("self",)).select_related("village").get(pk=matter.amends_id)
    if earlier.stage in {"in_force", "asked"}:
        step = steps.advance(
            earlier, "amend", on=matter.effective_on, key=f"matter:{matter.pk}:amends", by=by, words=matter.title
        )
        earlier.save(update_fields=["stage"])
        telling.to_disclose_end(earlier, step)


def _next_number(matter: Matter, year: int) -> int:
    taken = Matter.objects.filter(village=matter.village_id, numbered_in=year).aggregate(last=Max("number"))
    return (taken["last"] or 0) + 1


@transaction.atomic
def recognise(*, matter: Matter, recognised_on: date, paper: str, key: str, by: Actor, at: datetime) -> Step:
    """LDC art. 21 cl. 2: recognised by the commune (clause 3, 4) or its Front (clause 5); binds from that day."""
    matter = _to_recognise(matter, by)
    _check_day(matter, recognised_on, at)
    if not paper.strip():
        raise Refused(_("Hãy ghi số, ngày của quyết định công nhận."))
    since = effective(matter=matter.law, passed_on=matter.passed_on, recognised_on=recognised_on)
    step = steps.advance(matter, "recognise", on=recognised_on, key=key, by=by, why=[since], words=paper.strip())
    matter.effective_on = since.result
    _take_the_place(matter, by)
    events.publish("matter.effected", matter_id=matter.pk)
    matter.save(update_fields=["stage", "effective_on"])
    return step


@transaction.atomic
def refuse(*, matter: Matter, refused_on: date, reason: str, key: str, by: Actor, at: datetime) -> Step:
    """LDC art. 21 cl. 2: not recognised, in writing and with the reason."""
    matter = _to_recognise(matter, by)
    _check_day(matter, refused_on, at)
    if not reason.strip():
        raise Refused(_("Không công nhận phải trả lời bằng văn bản và nêu rõ lý do."))
    step = steps.advance(matter, "refuse", on=refused_on, key=key, by=by, words=reason.strip())
    matter.save(update_fields=["stage"])
    return step


def _to_recognise(matter: Matter, by: Actor) -> Matter:
    matter = steps.locked(matter, by, Act.SEE)
    who = recogniser(matter=matter.law, on=matter.begun_on)
    if not access.may_recognise(by, matter.village, front=who.result is Who.COMMUNE_FRONT):
        raise NotAllowed(who.explanation)
    return matter


def _check_day(matter: Matter, day: date, at: datetime) -> None:
    if day > clock.legal_day(at):
        raise Refused(_("Ngày này chưa đến. Hãy kiểm tra lại ngày."))
    if matter.passed_on is not None and day < matter.passed_on:
        raise Refused(_("Ngày này trước ngày thông qua. Hãy kiểm tra lại ngày."))
    sent = matter.steps.filter(event="send").order_by("-pk").first()
    if sent is not None and day < sent.on:
        raise Refused(_("Ngày này trước ngày thôn gửi quyết định. Hãy kiểm tra lại ngày."))


@transaction.atomic
def fix_day(*, matter: Matter, effective_on: date, paper: str, key: str, by: Actor) -> Step:
    """LDC art. 21 cl. 1, 2: the commune fixes since when a matter of all its villages binds, once enough of them agree.

    Refused while fewer than two thirds of the villages agree, however this one voted.
    """
    matter = steps.locked(matter, by, Act.SEE)
    if not access.may_recognise(by, matter.village, front=False):
        raise NotAllowed(_("Ngày có hiệu lực của việc toàn xã do Ủy ban nhân dân cấp xã quyết định."))
    if matter.scope != Scope.COMMUNE.value:
        raise Refused(_("Việc trong phạm vi thôn có hiệu lực theo luật, không ấn định ngày."))
    tallied = everywhere.tally(matter.under) if matter.under is not None else None
    if tallied is None:
        raise Refused(_("Việc này không thuộc việc nào của toàn xã."))
    if not tallied.answer.result:
        raise Refused(tallied.answer.explanation)
    try:
        since = effective(
            matter=matter.law, scope=Scope.COMMUNE, passed_on=matter.passed_on, commune_decided_on=effective_on
        )
    except NotLawful as refusal:
        raise Refused(str(refusal)) from refusal
    step = steps.advance(matter, "fix_day", on=effective_on, key=key, by=by, why=[since], words=paper.strip())
    matter.effective_on = since.result
    _take_the_place(matter, by)
    events.publish("matter.effected", matter_id=matter.pk)
    matter.save(update_fields=["stage", "effective_on"])
    return step


@transaction.atomic
def remedy(*, matter: Matter, ground: Ground, remedy: Remedy, reason: str, on: date, key: str, by: Actor) -> Step:
    """LDC art. 22 cl. 1, 2: what is unlawful is abolished; what broke procedure is abolished, or to be changed."""
    matter = steps.locked(matter, by, Act.SEE)
    if not access.may_recognise(by, matter.village, front=False):
        raise NotAllowed(_("Việc bãi bỏ, đề nghị sửa đổi do Ủy ban nhân dân cấp xã quyết định."))
    allowed = remedy_allowed(ground=ground, remedy=remedy, on=matter.begun_on)
    if not allowed.result or remedy is Remedy.COMMUNITY:
        raise Refused(allowed.explanation)
    if not reason.strip():
        raise Refused(_("Hãy ghi rõ lý do; văn bản được gửi cho Trưởng thôn và Mặt trận cấp xã."))
    event = "abolish" if remedy is Remedy.ABOLISH else "ask_change"
    step = steps.advance(matter, event, on=on, key=key, by=by, why=[allowed], words=reason.strip())
    matter.save(update_fields=["stage"])
    if remedy is Remedy.ABOLISH:
        telling.to_disclose_end(matter, step)
    return step
