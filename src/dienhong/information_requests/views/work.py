"""Answer a request: see it, accept, ask for more, point elsewhere, extend, answer, refuse, put right, close."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from dienhong.disclosures import queries as disclosures
from dienhong.documents.views import serve
from dienhong.foundations.requests import CivicRequest, number_asked
from dienhong.foundations.told import told_on
from dienhong.information_requests import access, actions, asking, queries, shown
from dienhong.information_requests.access import Act
from dienhong.information_requests.document import LETTERS
from dienhong.information_requests.forms import (
    AcceptForm,
    AnswerForm,
    ClearForm,
    ExtendForm,
    PaperCompleteForm,
    PaperForm,
    RefuseForm,
    WordsForm,
)
from dienhong.information_requests.models import Came, Channel, Request, Timing
from dienhong.information_requests.views.desk import trail
from dienhong.registry import queries as registry

OPEN = ("submitted", "incomplete", "valid", "announced", "extended")


def enter(request: CivicRequest, organization: int) -> HttpResponse:
    """A form on paper: the day it was received, and what stands in it."""
    unit = queries.organization(organization, request.actor, Act.COUNT, on=request.on)
    access.check(request.actor, Act.WORK, unit)
    disclosure = queries.disclosure_asked(number_asked(request, "ve"), unit)
    form = PaperForm(
        request.POST or None,
        on=request.on,
        villages=disclosures.villages_of(unit.locality, on=request.on),
        initial={"received_on": request.on, "channel": Channel.OFFICE},
    )

    def act() -> Request:
        given = form.cleaned_data
        return actions.submit(
            organization=unit,
            asked=form.asked(),
            came=Came.PAPER,
            received_on=given["received_on"],
            key=given["key"],
            by=request.actor,
            at=request.at,
            disclosure=disclosure,
            village=form.brought_to(),
        )

    context = {
        "title": _("Nhập phiếu giấy"),
        "caption": unit,
        "lead": _("Thiếu mục nào thì cứ nhập như phiếu, rồi đề nghị người hỏi bổ sung."),
        "submit": _("Ghi vào sổ"),
        "trail": trail((_("Nhập phiếu giấy"), "")),
    }
    return _acted(request, form, act, context)


@never_cache
def detail(request: CivicRequest, pk: int) -> HttpResponse:
    """Who asks, what, by when and why, what was done, what can be done next."""
    found = queries.request(pk, request.actor)
    unit = found.organization
    first = found.submissions.all()[0]
    disclosure = queries.disclosure_of(found)
    may_work = access.may(request.actor, Act.WORK, unit)
    stopped = queries.stopped(found)
    who = found.requester
    erasure = queries.erasure(found)
    context = {
        "found": found,
        "who": who,
        "row": shown.row(found, on=request.on),
        "lines": shown.lines(found),
        "letters": LETTERS,
        "helper": registry.names_of([first.recorded_by]).get(first.recorded_by, "") if first.recorded_by else "",
        "submissions": found.submissions.all(),
        "disclosure": disclosure,
        "disclosure_title": shown.title_of(disclosure) if disclosure else "",
        "owed": queries.owed(disclosure, on=request.on),
        "same": queries.about_the_same(found),
        "valid": asking.whether_valid(
            on=found.received_on,
            identified=bool(who.identity_number),
            named=bool(first.wanted),
            purpose=any(each.purpose for each in found.submissions.all()),
        ),
        "provides": asking.whether_provided(on=found.received_on, resident=found.is_resident),
        "given_before": queries.given_before(found),
        "is_target": found.timing == Timing.TARGET,
        "is_undated": found.timing == Timing.NONE,
        "target": queries.target_on(unit.pk, found.received_on),
        "stopped": stopped,
        "seen": queries.seen(stopped) if stopped else None,
        "erasure": erasure,
        "proposal": None if erasure else queries.proposal_waiting(found),
        "may_erase": erasure is None
        and queries.can_be_erased(found)
        and access.may(request.actor, Act.PROPOSE_ERASURE, unit),
        "may_clear": stopped is not None
        and not queries.is_waiting(stopped)
        and access.may(request.actor, Act.CLEAR, unit)
        and stopped.recorded_by != request.actor.key,
        "can": _can(found) if may_work and erasure is None else {},
        "may_work": may_work,
        "trail": trail((shown.printed_code(found), "")),
    }
    return render(request, "information_requests/detail.html", context)


def _can(found: Request) -> dict[str, bool | str]:
    """What may be done next, by its name in the template."""
    stage = found.stage
    answerable = stage in {"submitted", "valid", "announced", "extended"}
    return {
        "accept": stage == "submitted",
        "ask": stage == "submitted",
        "elsewhere": stage == "submitted",
        "complete": stage == "incomplete",
        "extend": stage in {"valid", "announced"} and found.due_on is not None and not found.is_simple,
        "answer": answerable,
        "answers_as": "secondary" if stage == "submitted" else "primary",
        "withdraw": stage in OPEN,
        "correct": asking.can(stage, "correct"),
        "confirm": asking.can(stage, "confirm"),
        "disclose": stage in {"provided", "corrected", "confirmed"},
    }


def accept(request: CivicRequest, pk: int) -> HttpResponse:
    """The form is in order."""
    found, context = _work(request, pk, _("Tiếp nhận"))
    form = AcceptForm(request.POST or None)
    context |= {"lead": _("Người hỏi thấy ngay trên trang của họ là xã đã tiếp nhận và hẹn ngày nào.")}
    return _acted(request, form, lambda: actions.accept(request=found, **_given(request, form)), context)


def ask_completion(request: CivicRequest, pk: int) -> HttpResponse:
    """Something is missing."""
    label, hint = _("Còn thiếu gì, bổ sung thế nào"), _("Viết rõ, dễ hiểu. Hạn trả lời tính lại từ ngày bổ sung.")
    return _with_words(request, pk, _("Đề nghị bổ sung"), label, hint, actions.ask_completion)


def point_elsewhere(request: CivicRequest, pk: int) -> HttpResponse:
    """Somebody else has it."""
    label, hint = _("Nơi có thông tin"), _("Tên cơ quan, địa chỉ, số điện thoại của cơ quan, cách hỏi.")
    return _with_words(request, pk, _("Hướng dẫn đến nơi khác"), label, hint, actions.point_elsewhere)


def withdraw(request: CivicRequest, pk: int) -> HttpResponse:
    """Whoever asked took it back."""
    label, hint = _("Rút bằng cách nào, ngày nào"), _("Ví dụ: người hỏi đến trụ sở rút ngày 12/11, đã ký vào sổ.")
    return _with_words(request, pk, _("Người hỏi rút yêu cầu"), label, hint, actions.withdraw)


def complete(request: CivicRequest, pk: int) -> HttpResponse:
    """What was missing came on paper."""
    found, context = _work(request, pk, _("Nhập phần bổ sung"))
    form = PaperCompleteForm(request.POST or None, initial={"came_on": request.on})
    return _acted(
        request, form, lambda: actions.complete(request=found, with_code=False, **_given(request, form)), context
    )


def extend(request: CivicRequest, pk: int) -> HttpResponse:
    """More time, once."""
    found, context = _work(request, pk, _("Gia hạn"))
    most = asking.extended(channel=found.channel, received_on=found.received_on, since=found.since)
    form = ExtendForm(request.POST or None, initial={"until": most.result})
    context |= {"why": most if most.result else None, "why_title": _("Được gia hạn đến ngày nào?")}
    if found.timing == Timing.TARGET:
        context |= {"lead": _("Đây là ngày hẹn của xã, không phải hạn luật định: chỉ hẹn lại một lần, có lý do.")}
    return _acted(request, form, lambda: actions.extend(request=found, **_given(request, form)), context)


def provide(request: CivicRequest, pk: int) -> HttpResponse:
    """The answer."""
    return _answering(request, pk, _("Trả lời"), actions.provide)


def correct(request: CivicRequest, pk: int) -> HttpResponse:
    """What was given was not right."""
    return _answering(request, pk, _("Đính chính, cung cấp lại"), actions.correct)


def confirm(request: CivicRequest, pk: int) -> HttpResponse:
    """What was given is right."""
    return _answering(request, pk, _("Trả lời là chính xác"), actions.confirm)


def _answering(request: CivicRequest, pk: int, title: str, act: Callable[..., object]) -> HttpResponse:
    found, context = _work(request, pk, title)
    today = request.on if found.channel == Channel.PORTAL else None
    form = AnswerForm(request.POST or None, request.FILES or None, today=today, initial={"given_on": request.on})

    def answer() -> object:
        key = form.cleaned_data["key"]
        return act(request=found, answered=form.answered(), key=key, by=request.actor, at=request.at)

    context |= {"lead": _("Máy xem trước câu trả lời và tệp. Thấy dữ liệu riêng thì giữ lại chờ người thứ hai.")}
    return _acted(request, form, answer, context)


def refuse(request: CivicRequest, pk: int) -> HttpResponse:
    """No, with its ground."""
    found, context = _work(request, pk, _("Từ chối cung cấp"))
    today = request.on if found.channel == Channel.PORTAL else None
    initial = {"given_on": request.on, "given": queries.given_before(found)}
    form = RefuseForm(request.POST or None, request.FILES or None, today=today, initial=initial)

    def answer() -> object:
        given = form.cleaned_data
        return actions.refuse(
            request=found,
            ground=given["ground"],
            answered=form.answered(),
            given=given["given"],
            good_reason=given["good_reason"],
            key=given["key"],
            by=request.actor,
            at=request.at,
        )

    return _acted(request, form, answer, context)


def clear(request: CivicRequest, pk: int) -> HttpResponse:
    """A second person looks at what screening found."""
    found, context = _work(request, pk, _("Xem lại câu trả lời"), act=Act.CLEAR)
    stopped = queries.stopped(found)
    form = ClearForm(request.POST or None)
    context |= {
        "lead": _("Máy thấy thông tin có thể không được cung cấp. Hãy đọc trước khi quyết định."),
        "stopped": stopped,
        "seen": queries.seen(stopped) if stopped else None,
        "submit": _("Cho phép cung cấp"),
    }

    def act() -> object:
        return actions.clear(request=found, by=request.actor, at=request.at, **form.cleaned_data)

    return _acted(request, form, act, context)


@never_cache
def file(request: CivicRequest, pk: int, step: int) -> FileResponse:
    """The file of an answer, for who answers, whether or not it was let out."""
    found = queries.request(pk, request.actor)
    given = next((each for each in found.steps.all() if each.pk == step), None)
    if given is None or given.file is None:
        raise access.nothing()
    return serve(given.file, given.file_name, inline=True)


def _with_words(
    request: CivicRequest, pk: int, title: str, label: str, hint: str, act: Callable[..., object]
) -> HttpResponse:
    found, context = _work(request, pk, title)
    form = WordsForm(request.POST or None, label=label, hint=hint)
    return _acted(request, form, lambda: act(request=found, **_given(request, form)), context)


def _given(request: CivicRequest, form: forms.Form) -> dict[str, Any]:
    """What the form says, and who says it when."""
    return {**form.cleaned_data, "by": request.actor, "at": request.at}


def _work(request: CivicRequest, pk: int, title: str, *, act: Act = Act.WORK) -> tuple[Request, dict[str, Any]]:
    found = queries.request(pk, request.actor)
    access.check(request.actor, act, found.organization)
    code = shown.printed_code(found)
    steps = trail((code, reverse("information_requests:detail", args=[pk])), (title, ""))
    return found, {"title": title, "caption": code, "submit": title, "trail": steps, "found": found}


def _acted(request: CivicRequest, form: forms.Form, act: Callable[[], object], context: dict[str, Any]) -> HttpResponse:
    """The form; sent rightly, the act and the request's page; refused, the form again with the reason."""
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            done = act()
            pk = done.pk if isinstance(done, Request) else context["found"].pk
            return redirect("information_requests:detail", pk)
    return render(
        request, "information_requests/form.html", {"form": form, **context}, status=422 if form.errors else 200
    )
