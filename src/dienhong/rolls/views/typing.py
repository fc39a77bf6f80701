"""The exercise book from its photograph: twenty rows at a time; then somebody else compares."""

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from dienhong.documents.views import serve
from dienhong.foundations.requests import CivicRequest, number_asked
from dienhong.foundations.told import told_above
from dienhong.registry.actions import imports
from dienhong.rolls import access, actions, queries
from dienhong.rolls.access import Act
from dienhong.rolls.actions.typing import ADDRESS, MOST_ROWS, NAME
from dienhong.rolls.forms import StartTypingForm
from dienhong.rolls.models import Typing
from dienhong.rolls.views.frame import acted, trail

PER_BLOCK = 20
LAST_BLOCK = MOST_ROWS // PER_BLOCK
SHOWN = 50  # mistakes


def start(request: CivicRequest, pk: int) -> HttpResponse:
    """Take or choose the photograph, and begin."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    village = queries.village(pk, request.actor, Act.TYPE)
    form = StartTypingForm(request.POST, request.FILES) if request.method == "POST" else StartTypingForm()

    def act() -> str:
        photo = form.cleaned_data["photo"]
        made = actions.start(
            village=village,
            photo=photo.chunks() if photo else None,
            photo_name=photo.name if photo else "",
            by=request.actor,
        )
        return reverse("rolls:typing", args=[made.pk])

    context = {
        "village": village,
        "title": _("Nhập danh sách từ ảnh"),
        "lead": _("Chụp trang sổ hộ rồi gõ tên và xóm, mỗi lần 20 dòng. Người thứ hai đối chiếu rồi mới nhập."),
        "submit": _("Bắt đầu gõ"),
        "trail": trail(village, (_("Gõ từ ảnh"), "")),
    }
    return acted(request, form, "rolls/form.html", context, act)


def rows(request: CivicRequest, pk: int) -> HttpResponse:
    """One block of rows beside the photograph. What is sent is kept at once."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    found = _own(request, pk)
    block = number_asked(request, "khoi", most=LAST_BLOCK) or 1
    first = (block - 1) * PER_BLOCK + 1
    numbers = range(first, first + PER_BLOCK)
    if request.method == "POST":
        sent = {
            number: (request.POST.get(f"ten_{number}", "")[:NAME], request.POST.get(f"xom_{number}", "")[:ADDRESS])
            for number in numbers
        }
        actions.keep_rows(typing=found, rows=sent, by=request.actor)
        if "xong" in request.POST:
            return _hand_over(request, found)
        following = block if "luu" in request.POST else min(block + 1, LAST_BLOCK)
        return redirect(f"{reverse('rolls:typing', args=[found.pk])}?khoi={following}")
    typed = {each.number: each for each in queries.typed_rows(found)}
    context = {
        "typing": found,
        "village": found.village,
        "rows": [(number, typed.get(number)) for number in numbers],
        "part": block,
        "before": block - 1,
        "after": block + 1 if block < LAST_BLOCK else 0,
        "total": len(typed),
        "name_length": NAME,
        "address_length": ADDRESS,
        "trail": trail(found.village, (_("Gõ từ ảnh"), "")),
    }
    return render(request, "rolls/typing.html", context)


def _own(request: CivicRequest, pk: int) -> Typing:
    """What the actor types. Raises NotFound, also for somebody else's."""
    found = queries.typing(pk, request.actor)
    if found.started_by != request.actor.key:
        raise access.nothing()
    return found


def _hand_over(request: CivicRequest, found: Typing) -> HttpResponse:
    to = reverse("rolls:typing", args=[found.pk])
    with told_above(request):
        actions.hand_over(typing=found, by=request.actor, on=request.on)
        messages.success(request, _("Đã gửi. Cán bộ xã hoặc người giữ danh bạ đối chiếu với ảnh rồi nhập."))
        to = reverse("rolls:village", args=[found.village_id])
    return redirect(to)


def photo(request: CivicRequest, pk: int) -> FileResponse:
    """The photograph, for who types and who compares."""
    found = queries.typing(pk, request.actor)
    if found.photo is None:
        raise access.nothing()
    return serve(found.photo, found.photo_name, inline=True)


@require_POST
def drop(request: CivicRequest, pk: int) -> HttpResponse:
    """Give up typing; nothing of it stays."""
    found = _own(request, pk)
    village = found.village_id
    actions.drop(typing=found, by=request.actor)
    messages.success(request, _("Đã bỏ danh sách đang gõ."))
    return redirect("rolls:village", village)


def compare(request: CivicRequest, pk: int) -> HttpResponse:
    """The second person: every row beside the photograph; enter all, or give back."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    found = queries.typing(pk, request.actor)
    if found.batch is None:
        raise access.nothing()
    if request.method == "POST":
        return _decide(request, found)
    checked, _notes = imports.checked(found.batch)
    is_own = found.started_by == request.actor.key
    context = {
        "typing": found,
        "village": found.village,
        "rows": [(each.number, each) for each in queries.typed_rows(found)],
        "mistakes": checked.mistakes[:SHOWN],
        "is_decided": found.batch.decided_at is not None,
        "is_own": is_own,
        "may_enter": access.may(request.actor, Act.ENTER, found.village)
        and not is_own
        and found.batch.decided_at is None,
        "trail": trail(found.village, (pgettext("typed list", "Đối chiếu"), "")),
    }
    return render(request, "rolls/compare.html", context)


def _decide(request: CivicRequest, found: Typing) -> HttpResponse:
    to = reverse("rolls:typed", args=[found.pk])
    with told_above(request):
        if "tra-lai" in request.POST:
            actions.give_back(typing=found, by=request.actor, at=request.at)
            messages.success(request, _("Đã trả lại để gõ tiếp."))
        else:
            added = actions.enter(typing=found, by=request.actor, at=request.at, on=request.on)
            messages.success(request, _("Đã nhập %(n)d hộ.") % {"n": added})
        to = reverse("rolls:village", args=[found.village_id])
    return redirect(to)
