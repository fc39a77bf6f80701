"""Tick households: one by one as they come, all at once from the sheet of signatures, somebody else for one."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from dienhong.decisions import actions, queries
from dienhong.decisions.forms import OtherPersonForm, SheetOfPresence
from dienhong.decisions.models import Meeting
from dienhong.decisions.queries.running import running
from dienhong.decisions.ranges import NotNumbers, numbers
from dienhong.decisions.views.acting import acted
from dienhong.decisions.views.meetings import work_on
from dienhong.disclosures.forms import fresh_key
from dienhong.foundations.refusals import Refused
from dienhong.foundations.requests import CivicRequest
from dienhong.rolls.models import Entry
from lawcore.vietnamese import search_folded

LONGEST_KEY = 60


@dataclass(frozen=True, slots=True)
class Row:
    """A household of the roll and whether it is ticked."""

    entry: Entry
    is_present: bool


@never_cache
def check_in(request: CivicRequest, pk: int) -> HttpResponse:
    """The roll with one large button for each household; found without diacritics; one tap is one sending."""
    meeting, context = work_on(request, pk, _("Điểm danh hộ"))
    text = request.GET.get("tim", "").strip()[:60]
    if request.method == "POST":
        entry = _tick(request, meeting)
        here = reverse("decisions:check-in", args=[pk])
        wanted = request.POST.get("tim", "")[:60]
        return redirect(f"{here}{'?' + urlencode({'tim': wanted}) if wanted else ''}#ho-{entry}")
    present = queries.present_numbers(meeting)
    entries = Entry.objects.filter(roll=meeting.roll_id).select_related("household").order_by("number")
    rows = [Row(each, each.pk in present) for each in entries if _is_like(each, text)]
    context |= {
        "meeting": meeting,
        "rows": rows,
        "now": running(meeting),
        "text": text,
        "key": fresh_key(),
        "can_tick": meeting.stage in {Meeting.Stage.NOTIFIED, Meeting.Stage.OPEN},
    }
    return render(request, "decisions/check_in.html", context)


def _is_like(entry: Entry, text: str) -> bool:
    if not text:
        return True
    if text.isdecimal():
        return str(entry.number).startswith(text)
    return search_folded(text) in search_folded(f"{entry.name} {entry.address} {entry.household.code}")


def _tick(request: CivicRequest, meeting: Meeting) -> int:
    """What the pressed button says: "17:1" ticks the household with this entry, "17:0" takes the tick away.

    The entry, so that the page comes back to where the thumb was.
    """
    entry, _colon, wanted = request.POST.get("ho", "").partition(":")
    key = request.POST.get("key", "")
    if not entry.isdecimal() or wanted not in {"0", "1"} or not 0 < len(key) <= LONGEST_KEY:
        raise Refused(_("Trang đã cũ. Hãy tải lại trang rồi làm lại."))
    tick = actions.Tick(int(entry), wanted == "1", request.at)
    actions.check_in(meeting=meeting, tick=tick, key=f"{key}:{entry}:{wanted}", by=request.actor, at=request.at)
    return tick.entry


def sheet(request: CivicRequest, pk: int) -> HttpResponse:
    """The printed sheet typed back: these are present, everybody else is absent."""
    meeting, context = work_on(request, pk, _("Nhập tờ ký tên"))
    form = SheetOfPresence(request.POST or None)
    most = meeting.roll.households if meeting.roll else 0

    def act() -> object:
        try:
            present = numbers(form.cleaned_data["present"], most=most)
        except NotNumbers as wrong:
            raise Refused(str(wrong)) from wrong
        return actions.check_in_sheet(
            meeting=meeting,
            numbers=present,
            happened_at=meeting.opened_at or request.at,
            key=form.cleaned_data["key"],
            by=request.actor,
            at=request.at,
        )

    return acted(request, form, act, to=reverse("decisions:check-in", args=[pk]), context=context)


def other(request: CivicRequest, pk: int) -> HttpResponse:
    """Somebody of the household came who is not the one on the roll."""
    meeting, context = work_on(request, pk, _("Người khác đến thay mặt hộ"))
    form = OtherPersonForm(request.POST or None)

    def act() -> object:
        given = form.cleaned_data
        entry = Entry.objects.filter(roll=meeting.roll_id, number=given["number"]).first()
        if entry is None:
            raise Refused(_("Danh sách đã chốt không có hộ mang số này."))
        tick = actions.Tick(entry.pk, is_present=True, happened_at=request.at, by_name=given["by_name"])
        return actions.check_in(meeting=meeting, tick=tick, key=given["key"], by=request.actor, at=request.at)

    return acted(request, form, act, to=reverse("decisions:check-in", args=[pk]), context=context)
