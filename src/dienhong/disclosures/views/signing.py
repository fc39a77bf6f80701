"""The way of a paper to the chair and on: review, sign, write and present the report, hand it over, hang the list."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dienhong.disclosures import access, actions, papers, queries, shown
from dienhong.disclosures.access import Act
from dienhong.disclosures.actions.reporting import LIST_PLACES
from dienhong.disclosures.forms import RemoveForm
from dienhong.disclosures.models import Plan, Statement
from dienhong.disclosures.signing_forms import (
    DeliverForm,
    HangForm,
    OpenReportForm,
    ReasonForm,
    SignatureForm,
    WordsForm,
)
from dienhong.disclosures.views.desk import QUARTERS, trail
from dienhong.disclosures.views.statements import draft_file, files_of_draft, tables
from dienhong.documents.page import render_html
from dienhong.foundations.refusals import NotFound
from dienhong.foundations.requests import CivicRequest
from dienhong.foundations.told import told_on
from lawcore.indicators.periods import Period
from lawcore.timelimits import Every


def _say_signed(request: CivicRequest) -> None:
    messages.success(request, _("Đã ký. Các tệp đang được dựng, thường xong trong một phút."))


def sign_plan(request: CivicRequest, pk: int) -> HttpResponse:
    """LDC art. 14 cl. 1: the chair reads the plan as it is now and signs it."""
    plan = queries.plan(pk, request.actor)
    draft = actions.review(plan, Statement.Kind.PLAN, queries.year_of(plan), on=request.on)

    def act(form: SignatureForm) -> Statement:
        return actions.sign_plan(
            plan=plan, given=form.given(), reviewed=form.reviewed(), by=request.actor, at=request.at
        )

    return _review(request, plan, draft, act, reverse("disclosures:preview-plan", args=[pk]))


def sign_list(request: CivicRequest, pk: int, number: int) -> HttpResponse:
    """LDC art. 13 cl. 2: the chair reads the list of a quarter and signs it."""
    plan = queries.plan(pk, request.actor)
    draft = actions.review(plan, Statement.Kind.LIST, _quarter(plan, number, request), on=request.on)

    def act(form: SignatureForm) -> Statement:
        return actions.sign_list(
            plan=plan,
            number=number,
            given=form.given(),
            reviewed=form.reviewed(),
            by=request.actor,
            at=request.at,
        )

    return _review(request, plan, draft, act, reverse("disclosures:preview-list", args=[pk, number]))


def _quarter(plan: Plan, number: int, request: CivicRequest) -> Period:
    """Raises NotFound for a quarter that is not over, and for who has no list of quarters."""
    if number not in QUARTERS or plan.kind != "commune":
        raise access.nothing()
    period = Period(plan.year, number, Every.QUARTER)
    if period.last_day >= request.on:
        raise access.nothing()
    return period


def _review(
    request: CivicRequest, plan: Plan, draft: Statement, act: Callable[[SignatureForm], Statement], preview: str
) -> HttpResponse:
    may_sign = access.may(request.actor, Act.SIGN, plan.organization)
    form = _signature_form(request, draft)
    if request.method == "POST":
        access.check(request.actor, Act.SIGN, plan.organization)
        if form.is_valid():
            again = _signature_form(request, draft, again=True)
            with told_on(again):
                signed = act(form)
                _say_signed(request)
                return redirect("disclosures:statement", signed.pk)
            form = again
    document = papers.document_of(draft)
    context = {
        "draft": draft,
        "form": form,
        "may_sign": may_sign,
        "title": document.title,
        "tables": tables(document),
        "preview": preview,
        "files": list(files_of_draft()),
        "plan": plan,
        "trail": _plan_trail(plan, _("Xem và ký")),
    }
    return render(request, "disclosures/sign.html", context, status=422 if form.errors else 200)


def _signature_form(request: CivicRequest, draft: Statement, *, again: bool = False) -> SignatureForm:
    """Filled in as far as it is known; sent in vain, with the hash of what stands on the page now."""
    start = {"dated": request.on, "sign": draft.sign, "name": request.actor.name, "seen": draft.snapshot_hash}
    given = {**request.POST.dict(), "seen": draft.snapshot_hash} if again else request.POST or None
    return SignatureForm(given, initial=start, replaces=draft.version > 1)


def _plan_trail(plan: Plan, last: str) -> list[tuple[str, str]]:
    named = _("Kế hoạch %(year)s") % {"year": plan.year}
    return trail((named, reverse("disclosures:plan", args=[plan.pk])), (last, ""))


def preview(request: CivicRequest, pk: int, number: int | None = None) -> HttpResponse:
    """The plan or the list before it is signed, in the layout of the paper; as a file where one is asked for."""
    plan = queries.plan(pk, request.actor)
    if number is None:
        draft = actions.review(plan, Statement.Kind.PLAN, queries.year_of(plan), on=request.on)
        back = reverse("disclosures:sign-plan", args=[pk])
    else:
        draft = actions.review(plan, Statement.Kind.LIST, _quarter(plan, number, request), on=request.on)
        back = reverse("disclosures:sign-list", args=[pk, number])
    if kind := request.GET.get("tep", ""):
        return draft_file(draft, kind)
    return HttpResponse(render_html(papers.document_of(draft), back=back))


def open_report(request: CivicRequest, pk: int) -> HttpResponse:
    """LDC art. 14 cl. 3: the figures of a period, and the council's session at which they are told."""
    plan = queries.plan(pk, request.actor)
    access.check(request.actor, Act.PLAN, plan.organization)
    form = OpenReportForm(request.POST or None, periods=queries.periods_to_report(plan, on=request.on))

    def act() -> Statement:
        return actions.open_report(
            plan=plan,
            period=form.periods[form.cleaned_data["period"]],
            session_on=form.cleaned_data["session_on"],
            key=form.cleaned_data["key"],
            by=request.actor,
            at=request.at,
        )

    context = {
        "title": _("Lập báo cáo kết quả công khai thông tin"),
        "caption": plan.organization,
        "lead": _("Hệ thống lấy số liệu lúc này và dựng sẵn bảng; anh/chị viết phần lời rồi trình Chủ tịch ký."),
        "submit": _("Lập báo cáo"),
        "trail": _plan_trail(plan, _("Lập báo cáo")),
    }
    return _acted(request, form, act, context)


def write(request: CivicRequest, pk: int, section: str) -> HttpResponse:
    """One section of the report in the officer's words."""
    found = queries.statement(pk, request.actor)
    access.check(request.actor, Act.PLAN, found.organization)
    if section not in papers.BY_CODE or found.kind != Statement.Kind.REPORT:
        raise NotFound(_("Không có mục này trong báo cáo."))
    about = papers.BY_CODE[section]
    text = found.narrative.get(section, "")
    start = {"text": text or papers.proposed(section, found.snapshot), "edition": found.edition}
    form = WordsForm(request.POST or None, initial=start)
    form.fields["text"].help_text = str(about.hint)
    if request.method == "POST" and form.is_valid():
        again = WordsForm({**request.POST.dict(), "edition": str(found.edition)}, initial=start)
        with told_on(again):
            actions.write(statement=found, section=section, by=request.actor, **form.cleaned_data)
            messages.success(request, _("Đã lưu."))
            return redirect(f"{reverse('disclosures:statement', args=[pk])}#{section}")
        form = again
    lead = (
        _("Ô bên dưới có sẵn câu gợi ý lấy từ số liệu; sửa lại cho đúng rồi lưu.") if not text and start["text"] else ""
    )
    page = {"title": about.title, "lead": lead, "submit": _("Lưu"), "form": form, "trail": _trail(found, about.title)}
    return render(request, "disclosures/form.html", page, status=422 if form.errors else 200)


@require_POST
def take_again(request: CivicRequest, pk: int) -> HttpResponse:
    found = queries.statement(pk, request.actor)
    actions.take_again(statement=found, by=request.actor, at=request.at)
    messages.success(request, _("Đã lấy lại số liệu đến lúc này. Phần lời viết giữ nguyên."))
    return redirect("disclosures:statement", pk)


@require_POST
def present(request: CivicRequest, pk: int) -> HttpResponse:
    found = queries.statement(pk, request.actor)
    actions.present(statement=found, by=request.actor)
    messages.success(request, _("Đã trình Chủ tịch ký."))
    return redirect("disclosures:statement", pk)


@require_POST
def make_files_again(request: CivicRequest, pk: int) -> HttpResponse:
    found = queries.statement(pk, request.actor)
    actions.make_files_again(statement=found, by=request.actor)
    messages.success(request, _("Đã yêu cầu dựng lại các tệp."))
    return redirect("disclosures:statement", pk)


def give_back(request: CivicRequest, pk: int) -> HttpResponse:
    """The chair says what is to be mended first."""
    found = queries.statement(pk, request.actor)
    access.check(request.actor, Act.SIGN, found.organization)
    form = ReasonForm(request.POST or None)
    form.fields["reason"].label = _("Cần sửa gì")

    def act() -> Statement:
        return actions.give_back(statement=found, reason=form.cleaned_data["reason"], by=request.actor)

    context = {
        "title": _("Trả lại để sửa"),
        "caption": found,
        "submit": _("Trả lại"),
        "trail": _trail(found, _("Trả lại")),
    }
    return _acted(request, form, act, context)


def sign_report(request: CivicRequest, pk: int) -> HttpResponse:
    """LDC art. 14 cl. 3: the chair signs the report that was presented."""
    found = queries.statement(pk, request.actor)
    access.check(request.actor, Act.SIGN, found.organization)
    start = {"dated": request.on, "sign": found.sign, "name": request.actor.name, "seen": found.snapshot_hash}
    form = SignatureForm(request.POST or None, initial=start, replaces=False)

    def act() -> Statement:
        signed = actions.sign_report(statement=found, given=form.given(), by=request.actor, at=request.at)
        _say_signed(request)
        return signed

    context = {
        "title": _("Ký báo cáo"),
        "caption": papers.document_of(found).title,
        "lead": _("Ký rồi thì không sửa được nữa; sai thì lập bản thay thế."),
        "submit": _("Ký báo cáo"),
        "trail": _trail(found, _("Ký")),
    }
    return _acted(request, form, act, context)


def correct(request: CivicRequest, pk: int) -> HttpResponse:
    """A new draft that will stand instead of a signed report."""
    found = queries.statement(pk, request.actor)
    access.check(request.actor, Act.PLAN, found.organization)
    form = ReasonForm(request.POST or None)

    def act() -> Statement:
        return actions.correct(
            statement=found,
            reason=form.cleaned_data["reason"],
            key=form.cleaned_data["key"],
            by=request.actor,
            at=request.at,
        )

    context = {
        "title": _("Lập báo cáo thay thế"),
        "caption": papers.document_of(found).title,
        "lead": _("Báo cáo đã ký được giữ nguyên; bản mới lấy lại số liệu và giữ phần lời."),
        "submit": _("Lập bản thay thế"),
        "trail": _trail(found, _("Bản thay thế")),
    }
    return _acted(request, form, act, context)


def deliver(request: CivicRequest, pk: int) -> HttpResponse:
    """To the council and to the Front: on which day, to whom."""
    found = queries.statement(pk, request.actor)
    access.check(request.actor, Act.PLAN, found.organization)
    form = DeliverForm(request.POST or None, initial={"claimed_on": request.on})

    def act() -> Statement:
        return actions.deliver(statement=found, by=request.actor, at=request.at, **form.cleaned_data).statement

    context = {
        "title": _("Ghi nhận đã gửi báo cáo"),
        "caption": papers.document_of(found).title,
        "lead": _("Đại biểu hoặc Mặt trận nhận được thông báo kèm đường dẫn đến báo cáo."),
        "submit": _("Ghi nhận"),
        "trail": _trail(found, _("Gửi báo cáo")),
    }
    return _acted(request, form, act, context)


def hang(request: CivicRequest, pk: int) -> HttpResponse:
    """LDC art. 13 cl. 2: where the list was put up, on which day."""
    found = queries.statement(pk, request.actor)
    access.check(request.actor, Act.PUBLISH, found.organization)
    villages = queries.villages_of(found.organization.locality, on=request.on)
    form = HangForm(
        request.POST or None,
        request.FILES or None,
        places=LIST_PLACES,
        villages=villages,
        initial={"claimed_on": request.on, "places": [each.value for each in LIST_PLACES]},
    )

    def act() -> Statement:
        actions.hang(statement=found, hung=form.hung(), key=form.cleaned_data["key"], by=request.actor, at=request.at)
        return found

    context = {
        "title": _("Ghi nhận đã niêm yết danh sách"),
        "caption": papers.document_of(found).title,
        "submit": _("Ghi nhận"),
        "multipart": True,
        "trail": _trail(found, _("Niêm yết")),
    }
    return _acted(request, form, act, context)


def take_down(request: CivicRequest, pk: int) -> HttpResponse:
    """LDC art. 13 cl. 2: the list came down from one place."""
    hanging = queries.list_hanging(pk)
    found = queries.statement(hanging.statement_id, request.actor)
    access.check(request.actor, Act.PUBLISH, found.organization)
    form = RemoveForm(request.POST or None, initial={"claimed_on": request.on})

    def act() -> Statement:
        actions.take_down(hanging=hanging, by=request.actor, at=request.at, **form.cleaned_data)
        return found

    context = {
        "title": _("Ghi nhận đã gỡ danh sách"),
        "caption": papers.document_of(found).title,
        "lead": shown.where(hanging),
        "why": hanging.least,
        "submit": _("Ghi nhận đã gỡ"),
        "trail": _trail(found, _("Gỡ")),
    }
    return _acted(request, form, act, context)


def _trail(statement: Statement, last: str) -> list[tuple[str, str]]:
    here = (str(statement.get_kind_display()), reverse("disclosures:statement", args=[statement.pk]))
    return trail(here, (last, ""))


def _acted(
    request: CivicRequest, form: forms.Form, act: Callable[[], Statement], context: dict[str, Any]
) -> HttpResponse:
    """The form; sent rightly, the act and the paper's page; refused, the form again with the reason."""
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            found = act()
            return redirect("disclosures:statement", found.pk)
    page = {"form": form, **context}
    return render(request, "disclosures/form.html", page, status=422 if form.errors else 200)
