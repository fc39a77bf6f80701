"""Plan, agree, report, write down what was proposed and answered, minutes, the result sent: a form each."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.conferences import access, actions, queries
from dienhong.conferences.access import REPLIES, REPORTS, Act
from dienhong.conferences.facts_told import lines_of
from dienhong.conferences.forms import (
    AgreeForm,
    ConferenceForm,
    MinutesForm,
    ProposalForm,
    ReplyForm,
    ReportForm,
    SendForm,
)
from dienhong.conferences.models import Conference, Part
from dienhong.conferences.views.desk import trail
from dienhong.decisions import queries as decisions
from dienhong.decisions.models import Meeting
from dienhong.decisions.page_forms import PhotoForm
from dienhong.decisions.views import acting
from dienhong.foundations.requests import CivicRequest
from lawcore.conferences import village as law


def work_on(request: CivicRequest, pk: int, act: Act, title: str) -> tuple[Conference, dict[str, Any]]:
    """A conference on which the actor may do this, with heading, button and trail. Raises NotFound, NotAllowed."""
    found = queries.conference(pk, request.actor)
    access.check(request.actor, act, found.village)
    return found, {"title": title, "caption": str(found), "submit": title, "trail": trail(found, (title, ""))}


def acted(
    request: CivicRequest, form: forms.Form, act: Callable[[], object], context: dict[str, Any], *, to: Any = None
) -> HttpResponse:
    """The form; sent rightly, the act and the page of the conference, or the page `to`."""
    return acting.acted(request, form, act, to=to or page_of, context=context, template="conferences/form.html")


def page_of(made: Any) -> str:
    """The page of the conference that something made belongs to."""
    conference = made if isinstance(made, Conference) else getattr(made, "conference", None) or made.proposal.conference
    return reverse("conferences:conference", args=[conference.pk])


def plan(request: CivicRequest, village: int) -> HttpResponse:
    """When, where, who else is invited; matters that wait for a meeting can be voted on the same evening."""
    place = decisions.village_of(village, request.actor)
    access.check(request.actor, Act.PLAN, place)
    key = request.POST.get("key", "")
    waiting = decisions.to_be_met(request.actor, place, key=f"conference:{key}"[:80])
    initial = {"hour": "19:30", "chair": request.actor.name, "place": _("Nhà văn hóa")}
    form = ConferenceForm(request.POST or None, ids=[each.pk for each in waiting], initial=initial)

    def act() -> Conference:
        given = form.cleaned_data
        return actions.plan(village=place, planned=form.plan(), key=given["key"], by=request.actor, at=request.at)

    context = {
        "title": _("Lên kế hoạch hội nghị định kỳ"),
        "caption": place,
        "submit": _("Lên kế hoạch"),
        "answers": [(_("Phải họp chậm nhất ngày nào?"), law.village_due(year=request.on.year))],
        "trail": trail(None, (_("Lên kế hoạch"), "")),
    }
    return acted(request, form, act, context)


def agree(request: CivicRequest, pk: int) -> HttpResponse:
    """One of the three bodies agreed with the plan."""
    found, context = work_on(request, pk, Act.PLAN, _("Ghi đã thống nhất kế hoạch"))
    done = set(found.agreements.filter(plan=found.plan).values_list("side", flat=True))
    form = AgreeForm(request.POST or None, done=done, initial={"agreed_on": request.on})
    context["lead"] = _("Kế hoạch gửi ba nơi để thống nhất trước khi thực hiện.")

    def act() -> object:
        return actions.agree(conference=found, by=request.actor, at=request.at, **form.cleaned_data)

    return acted(request, form, act, context)


def report(request: CivicRequest, pk: int, part: str) -> HttpResponse:
    """One of the three reports: own words; the figures stand below as the records have them now."""
    if part not in Part.values:
        raise access.nothing()
    found, context = work_on(request, pk, REPORTS[part], str(Part(part).label))
    last = found.reports.filter(part=part).order_by("-version").first()
    first = {"presenter": last.presenter, "words": last.words} if last else {"presenter": _presenter(request, part)}
    form = ReportForm(request.POST or None, initial=first)
    context["submit"] = _("Lưu báo cáo")
    context["lines"] = list(lines_of(part, queries.facts_of(found, part, on=request.on)))

    def act() -> object:
        given = form.cleaned_data
        return actions.report(conference=found, part=part, by=request.actor, at=request.at, **given)

    return acted(request, form, act, context)


def _presenter(request: CivicRequest, part: str) -> str:
    return request.actor.name if part == Part.HEAD else ""


def propose(request: CivicRequest, pk: int) -> HttpResponse:
    """What a household asked for; the next one follows at once."""
    found, context = work_on(request, pk, Act.HOLD, _("Ghi kiến nghị"))
    form = ProposalForm(request.POST or None)
    context["written"] = queries.proposals(found)

    def act() -> object:
        return actions.propose(conference=found, by=request.actor, **form.cleaned_data)

    return acted(request, form, act, context, to=reverse("conferences:propose", args=[pk]))


def reply(request: CivicRequest, pk: int, number: int) -> HttpResponse:
    """What became of it."""
    found = queries.conference(pk, request.actor)
    proposal = queries.proposal(found, number)
    found, context = work_on(request, pk, REPLIES[proposal.to], _("Trả lời kiến nghị"))
    form = ReplyForm(request.POST or None, initial={"replied_on": request.on})
    context["lead"] = _("Kiến nghị số %(n)s: %(words)s") % {"n": proposal.number, "words": proposal.words}

    def act() -> object:
        return actions.reply(proposal=proposal, by=request.actor, at=request.at, **form.cleaned_data)

    return acted(request, form, act, context)


def write(request: CivicRequest, pk: int) -> HttpResponse:
    """The minutes: what the secretary adds."""
    found, context = work_on(request, pk, Act.HOLD, _("Lập biên bản"))
    last = found.minutes.order_by("-version").first()
    present = len(decisions.present_numbers(found.meeting)) if found.meeting.roll_id else 0
    first: dict[str, Any] = {"agreed": present}
    if last is not None:
        first = {name: getattr(last, name) for name in ("secretary", "agreed", "praised", "conclusion")}
    form = MinutesForm(request.POST or None, again=last is not None, initial=first)
    context["lead"] = _("Giờ, số hộ dự, báo cáo, kiến nghị đã có sẵn: %(n)d hộ dự.") % {"n": present}
    if found.meeting.stage != Meeting.Stage.CLOSED:
        context["lead"] = _("Hãy kết thúc hội nghị ở trang điều hành trước khi lập biên bản.")

    def act() -> object:
        given = form.cleaned_data
        return actions.write_minutes(
            conference=found,
            said=form.said(),
            key=given["key"],
            by=request.actor,
            at=request.at,
            reason=given.get("reason", ""),
        )

    return acted(request, form, act, context)


def add_page(request: CivicRequest, pk: int) -> HttpResponse:
    """The photo of the minutes as they were signed."""
    found, context = work_on(request, pk, Act.HOLD, _("Gửi biên bản đã ký"))
    minutes = found.minutes.select_related("conference").order_by("-version").first()
    if minutes is None:
        raise access.nothing()
    form = PhotoForm(request.POST or None, request.FILES or None)
    context["lead"] = _("In biên bản, ký tay, chụp từng trang. Chỉ người xem được hồ sơ hội nghị xem được ảnh.")

    def act() -> object:
        given = form.cleaned_data
        return actions.add_page(
            minutes=minutes,
            file_name=given["file"].name,
            chunks=given["file"].chunks(),
            key=given["key"],
            by=request.actor,
        )

    return acted(request, form, act, context, to=page_of(found))


def send(request: CivicRequest, pk: int) -> HttpResponse:
    """The result went to commune and Front."""
    found, context = work_on(request, pk, Act.PLAN, _("Ghi đã gửi báo cáo kết quả"))
    form = SendForm(request.POST or None, initial={"sent_on": request.on})

    def act() -> object:
        return actions.send(conference=found, by=request.actor, at=request.at, **form.cleaned_data)

    return acted(request, form, act, context)
