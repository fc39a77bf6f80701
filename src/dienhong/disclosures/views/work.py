"""Open a disclosure, follow it, record where it hangs, change it, take it down, withdraw it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.disclosures import access, actions, asking, queries, shown
from dienhong.disclosures.access import Act
from dienhong.disclosures.forms import ClearForm, ContentForm, HoldForm, OpenForm, RecordForm, RemoveForm, WithdrawForm
from dienhong.disclosures.models import Disclosure, HeldUpload
from dienhong.disclosures.views.desk import trail
from dienhong.documents.views import serve
from dienhong.foundations import beside
from dienhong.foundations.requests import CivicRequest
from dienhong.foundations.told import told_on


def open_one(request: CivicRequest, pk: int) -> HttpResponse:
    """From an event to a running clock."""
    item = queries.item(pk, request.actor)
    unit = item.plan.organization
    access.check(request.actor, Act.PUBLISH, unit)
    villages = queries.villages_of(unit.locality, on=request.on)
    form = OpenForm(
        request.POST or None,
        request.FILES or None,
        villages=villages,
        became=queries.merged_villages(unit.locality),
        initial={"title": item.label},
    )

    def act() -> Disclosure:
        given = form.cleaned_data
        return actions.open_disclosure(
            item=item,
            title=given["title"],
            content=form.content(queries.held_upload(given["key"], request.actor)),
            key=given["key"],
            village=given["village"],
            by=request.actor,
            at=request.at,
        )

    context = {
        "title": _("Mở công khai: %(what)s") % {"what": item.label},
        "caption": f"{item.code} · {item.clause}",
        "submit": _("Mở công khai"),
        "trail": trail((item.code, reverse("disclosures:item", args=[pk])), (_("Mở công khai"), "")),
    }
    return _acted(request, form, act, context)


def detail(request: CivicRequest, pk: int) -> HttpResponse:
    """The clock, what is done, what is missing, every version with its postings."""
    found = queries.seen(pk, request.actor)
    unit = found.item.plan.organization
    newest = queries.newest(found)
    withdrawn = getattr(newest, "withdrawal", None)
    erased = queries.erasures(found)
    context = {
        "disclosure": found,
        "row": shown.row(found, on=request.on),
        "became": shown.became(found),
        "newest": newest,
        "clock": shown.clock(newest),
        "waiting": queries.is_waiting(newest),
        "progress": queries.progress(newest) if queries.is_waiting(newest) else None,
        "stopped": queries.is_stopped(newest),
        "screening": getattr(newest, "screening", None),
        "answers": shown.answers(newest),
        "clearance_name": shown.cleared_by(newest),
        "may_clear": access.may(request.actor, Act.CLEAR, unit) and newest.cleared_by != request.actor.key,
        "complete": None if found.is_closed else queries.completeness(found, on=request.on),
        "proposals": queries.proposals_waiting(found),
        "may_erase": access.may(request.actor, Act.PROPOSE_ERASURE, unit) and bool(queries.can_be_erased(found)),
        "versions": [
            (each, shown.lines(each), getattr(each, "withdrawal", None), erased.get(each.number))
            for each in found.versions.all()
            if each.has_content
        ],
        "ways": shown.ways(found.item.plan.kind, found.item.asked["result"]["forms"]),
        "may_publish": access.may(request.actor, Act.PUBLISH, unit),
        "may_withdraw": withdrawn is None and access.may(request.actor, Act.WITHDRAW, unit),
        "may_record": newest.has_content
        and withdrawn is None
        and found.stage != "archived"
        and queries.is_free(newest),
        "is_public": found.item.plan.kind == "commune",
        "panels": beside.panels("disclosure.desk", request, found),
        "trail": trail((found.item.code, reverse("disclosures:item", args=[found.item_id])), (found.title, "")),
    }
    return render(request, "disclosures/detail.html", context)


def record(request: CivicRequest, pk: int) -> HttpResponse:
    """Where it was put up, on which day, with its proof."""
    found, steps = _work(request, pk, Act.PUBLISH, _("Ghi nhận"))
    unit = found.item.plan.organization
    places = found.item.asked["result"]["places"]
    now = queries.villages(found, on=request.on)
    form = RecordForm(
        request.POST or None,
        request.FILES or None,
        kind=found.item.plan.kind,
        places=places,
        villages=now,
        initial={"claimed_on": request.on, "places": places, "village": now[0].pk if found.village else None},
    )

    def act() -> Disclosure:
        actions.record(
            disclosure=found, told=form.told(), key=form.cleaned_data["key"], by=request.actor, at=request.at
        )
        return found

    context = {
        "title": _("Ghi nhận đã công khai"),
        "caption": unit,
        "lead": found.title,
        "submit": _("Ghi nhận"),
        "trail": steps,
    }
    return _acted(request, form, act, context)


def change(request: CivicRequest, pk: int) -> HttpResponse:
    """The content changed: a new version, a new clock."""
    found, steps = _work(request, pk, Act.PUBLISH, _("Thay đổi"))
    newest = queries.newest(found)
    started = None if newest.has_content or asking.is_target(newest.due) else newest
    form = ContentForm(request.POST or None, request.FILES or None, started=started)

    def act() -> Disclosure:
        key = form.cleaned_data["key"]
        content = form.content(queries.held_upload(key, request.actor))
        return actions.change(disclosure=found, content=content, key=key, by=request.actor, at=request.at)

    title = _("Đưa bản mới") if newest.has_content else _("Đưa nội dung lên")
    context = {
        "title": title,
        "caption": found.title,
        "lead": _("Nội dung thay đổi phải được công khai lại, có hạn riêng. Bản trước vẫn được giữ để đối chiếu.")
        if newest.has_content
        else shown.clock(newest),
        "submit": title,
        "trail": steps,
    }
    return _acted(request, form, act, context)


def clear(request: CivicRequest, pk: int) -> HttpResponse:
    """A second person looks at what screening found."""
    found, steps = _work(request, pk, Act.CLEAR, _("Xem lại"))
    newest = queries.newest(found)
    form = ClearForm(request.POST or None)

    def act() -> Disclosure:
        actions.clear(disclosure=found, by=request.actor, **form.cleaned_data)
        return found

    context = {
        "title": _("Cho phép công khai"),
        "caption": found.title,
        "lead": _("Máy thấy thông tin có thể không được công khai. Hãy mở và đọc trước khi quyết định."),
        "screening": getattr(newest, "screening", None),
        "newest": newest,
        "submit": _("Cho phép công khai"),
        "trail": steps,
    }
    return _acted(request, form, act, context)


def hold(request: CivicRequest, pk: int) -> HttpResponse:
    """It waits for somebody else: for whom, and for what."""
    found, steps = _work(request, pk, Act.PUBLISH, _("Đang chờ"))
    form = HoldForm(request.POST or None, initial={"waits_for": found.waits_for})

    def act() -> Disclosure:
        return actions.hold(disclosure=found, by=request.actor, **form.cleaned_data)

    context = {
        "title": _("Đang chờ ai, chờ việc gì"),
        "caption": found.title,
        "lead": _("Ghi đúng sự thật để người dân biết. Hạn theo Luật không đổi."),
        "submit": _("Lưu"),
        "trail": steps,
    }
    return _acted(request, form, act, context)


def withdraw(request: CivicRequest, pk: int) -> HttpResponse:
    """It is shown no more: who decided, and why."""
    found, steps = _work(request, pk, Act.WITHDRAW, _("Rút"))
    has_content = queries.newest(found).has_content
    form = WithdrawForm(request.POST or None, has_content=has_content)

    def act() -> Disclosure:
        actions.withdraw(disclosure=found, by=request.actor, on=request.on, **form.cleaned_data)
        return found

    context = {
        "title": _("Rút nội dung đã công khai") if has_content else _("Việc này không phải công khai"),
        "caption": found.title,
        "lead": _("Từ lúc rút, nội dung không còn hiện với người dân. Lý do, người quyết định và mã băm vẫn còn.")
        if has_content
        else _("Hạn thôi chạy. Lý do và người quyết định được giữ lại, ai kiểm tra cũng xem được."),
        "submit": _("Rút") if has_content else _("Thôi theo dõi"),
        "trail": steps,
    }
    return _acted(request, form, act, context)


def remove(request: CivicRequest, pk: int) -> HttpResponse:
    """A posting came down."""
    posting = queries.posting(pk)
    found, steps = _work(request, posting.version.disclosure_id, Act.PUBLISH, _("Gỡ"))
    form = RemoveForm(request.POST or None, initial={"claimed_on": request.on})

    def act() -> Disclosure:
        actions.remove(posting=posting, by=request.actor, at=request.at, **form.cleaned_data)
        return found

    context = {
        "title": _("Ghi nhận đã gỡ"),
        "caption": found.title,
        "lead": shown.where(posting),
        "why": posting.least,
        "submit": _("Ghi nhận đã gỡ"),
        "trail": steps,
    }
    return _acted(request, form, act, context)


def proof(request: CivicRequest, pk: int) -> FileResponse:
    """The picture or scan behind a posting, for who works with it."""
    posting = queries.posting(pk)
    unit = posting.version.disclosure.item.plan.organization
    mine = posting.village is not None and access.may_pass_on(request.actor, posting.village)
    if posting.proof is None or not (mine or access.may(request.actor, Act.SEE, unit)):
        raise access.nothing()
    return serve(posting.proof, posting.proof_name, inline=True)


def file(request: CivicRequest, pk: int, number: int) -> FileResponse:
    """The file of a version, for who has to read it before it is let out, withdrawn or erased."""
    found = queries.seen(pk, request.actor)
    version = next((each for each in found.versions.all() if each.number == number), None)
    if version is None or version.file is None:
        raise access.nothing()
    return serve(version.file, version.file_name, inline=True)


def _work(request: CivicRequest, pk: int, act: Act, last: str) -> tuple[Disclosure, list[tuple[str, str]]]:
    found = queries.seen(pk, request.actor)
    access.check(request.actor, act, found.item.plan.organization)
    return found, trail((found.title, reverse("disclosures:detail", args=[pk])), (last, ""))


def _acted(
    request: CivicRequest, form: forms.Form, act: Callable[[], Disclosure], context: dict[str, Any]
) -> HttpResponse:
    """The form; sent rightly, the act and its page; refused, the form again with the reason."""
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            try:
                found = act()
            except actions.PublishedElsewhere:
                if isinstance(form, OpenForm):
                    form.ask_again()
                raise
            return redirect("disclosures:detail", found.pk)
    page = {"form": form, "held": _held(request, form), **context}
    return render(request, "disclosures/form.html", page, status=422 if form.errors else 200)


def _held(request: CivicRequest, form: forms.Form) -> HeldUpload | None:
    """The file that came with a form which was not right: kept here, for no browser sends it again by itself."""
    key = str(form.data.get("key", ""))[:80]
    if request.method != "POST" or "file" not in form.fields or not key:
        return None
    file = None if "file" in form.errors else form.files.get("file")
    if file is None:
        return queries.held_upload(key, request.actor)
    return actions.hold_upload(key=key, name=file.name or "", chunks=file.chunks(), by=request.actor)
