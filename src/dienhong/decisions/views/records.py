"""The written decision: made of what happened, read, signed by hand, confirmed from two accounts, put right."""

from typing import Any

from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from dienhong.decisions import access, actions, queries, shown
from dienhong.decisions.access import Act
from dienhong.decisions.forms import CorrectForm, NothingForm, WriteForm
from dienhong.decisions.models import Confirmation, Matter, Record, SignedPage
from dienhong.decisions.page_forms import PageForm
from dienhong.decisions.views.acting import acted, trail
from dienhong.documents.views import serve
from dienhong.foundations.refusals import Refused
from dienhong.foundations.requests import CivicRequest


def write(request: CivicRequest, pk: int) -> HttpResponse:
    """The first version: nothing is typed but whether it was read aloud."""
    matter, context = _work(request, pk, _("Lập quyết định"))
    form = WriteForm(request.POST or None)
    context["lead"] = _("Mọi con số lấy từ điểm danh và hai phiếu kiểm đếm, không ai gõ lại.")
    return _written(request, matter, form, context)


def correct(request: CivicRequest, pk: int) -> HttpResponse:
    """A later version with its reason; the earlier one stays."""
    matter, context = _work(request, pk, _("Lập bản sửa"))
    form = CorrectForm(request.POST or None)
    context["lead"] = _("Bản cũ vẫn được giữ. Bản mới phải được ký và xác nhận lại.")
    return _written(request, matter, form, context)


def _written(request: CivicRequest, matter: Matter, form: WriteForm, context: dict[str, Any]) -> HttpResponse:
    def act() -> Record:
        return actions.write(matter=matter, by=request.actor, at=request.at, **form.cleaned_data)

    return acted(request, form, act, to=page_of, context=context)


@never_cache
def read(request: CivicRequest, pk: int, version: int) -> HttpResponse:
    """The record in large type; its signed pages, who confirmed it, who still has to."""
    record = _record(request, pk, version)
    matter = record.matter
    newest = not matter.records.filter(version__gt=version).exists()
    confirmations = list(record.confirmations.select_related("person").order_by("pk"))
    same = actions.heads_both(matter, on=request.on)
    may_hold = access.may(request.actor, Act.HOLD, matter.village)
    person = shown.person_of(request.actor)
    has_confirmed = person in {each.person_id for each in confirmations}
    context = {
        "matter": matter,
        "record": record,
        "content": record.content,
        "pages": list(record.pages.order_by("pk")),
        "confirmations": confirmations,
        "newest": newest,
        "heads_both": same,
        "can_page": newest and may_hold,
        "can_confirm": _sides(record, request, same=same) if newest and not has_confirmed else [],
        "form": NothingForm(),
        "trail": trail((matter.title, reverse("decisions:matter", args=[pk])), (_("Bản %(n)d") % {"n": version}, "")),
    }
    return render(request, "decisions/record.html", context)


def _sides(record: Record, request: CivicRequest, *, same: bool) -> list[tuple[str, str]]:
    """As what the reader may confirm now: value and words of a button."""
    left, village = shown.sides_left(record), record.matter.village
    found = []
    if Confirmation.As.CHAIR in left and access.may(request.actor, Act.CONFIRM_AS_CHAIR, village):
        found.append(Confirmation.As.CHAIR)
    if Confirmation.As.FRONT in left and access.may(request.actor, Act.CONFIRM_AS_FRONT, village):
        found.append(Confirmation.As.FRONT_MEMBER if same else Confirmation.As.FRONT)
    return [(each.value, str(each.label)) for each in found]


def add_page(request: CivicRequest, pk: int, version: int) -> HttpResponse:
    """The photo of the signed paper."""
    record = _record(request, pk, version)
    access.check(request.actor, Act.HOLD, record.matter.village)
    form = PageForm(request.POST or None, request.FILES or None)
    context = _context(record.matter, _("Gửi trang đã ký"))

    def act() -> SignedPage:
        page = form.page()
        return actions.add_page(record=record, page=page, key=form.cleaned_data["key"], by=request.actor, at=request.at)

    return acted(request, form, act, to=page_of(record), context=context)


@require_POST
def confirm(request: CivicRequest, pk: int, version: int) -> HttpResponse:
    """From one's own account, that the record tells what happened."""
    record = _record(request, pk, version)
    said = request.POST.get("as", "")
    if said not in Confirmation.As.values:
        access.check(request.actor, Act.HOLD, record.matter.village)
        raise Refused(_("Trang đã cũ. Hãy tải lại trang rồi làm lại."))
    actions.confirm(record=record, confirmed_as=Confirmation.As(said), by=request.actor, at=request.at)
    return redirect(page_of(record))


@never_cache
def file(request: CivicRequest, pk: int, page: int) -> FileResponse:
    """The photo of a signed page, for who may see the matter."""
    matter = queries.matter(pk, request.actor)
    found = SignedPage.objects.select_related("file").filter(pk=page, record__matter=matter).first()
    if found is None:
        raise access.nothing()
    return serve(found.file, found.file_name, inline=True)


def page_of(record: Record) -> str:
    """The address of a version."""
    return reverse("decisions:record", args=[record.matter_id, record.version])


def _record(request: CivicRequest, pk: int, version: int) -> Record:
    matter = queries.matter(pk, request.actor)
    found = matter.records.select_related("matter__village").filter(version=version).first()
    if found is None:
        raise access.nothing()
    return found


def _work(request: CivicRequest, pk: int, title: str) -> tuple[Matter, dict[str, Any]]:
    matter = queries.matter(pk, request.actor)
    access.check(request.actor, Act.HOLD, matter.village)
    return matter, _context(matter, title)


def _context(matter: Matter, title: str) -> dict[str, Any]:
    steps = trail((matter.title, reverse("decisions:matter", args=[matter.pk])), (title, ""))
    return {"title": title, "caption": f"{matter.village}: {matter.title}", "submit": title, "trail": steps}
