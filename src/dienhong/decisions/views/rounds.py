"""A ballot round: plan, steps, the list of households with their slips, the two counts, the result."""

from collections.abc import Callable
from itertools import combinations
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from dienhong.decisions import access, actions, queries, round_papers, shown_rounds
from dienhong.decisions.access import Act
from dienhong.decisions.forms import NothingForm
from dienhong.decisions.models import BallotRound, Passing, TeamSeat
from dienhong.decisions.queries import rounds
from dienhong.decisions.round_forms import (
    AnnounceForm,
    BeginForm,
    CloseForm,
    DaysForm,
    PassForm,
    PlanForm,
    PublishedForm,
    ReadForm,
    RoutesForm,
    SentForm,
    SheetForm,
    TeamForm,
    VisitForm,
)
from dienhong.decisions.views.acting import acted, trail
from dienhong.foundations.clock import VIETNAM
from dienhong.foundations.refusals import Refused
from dienhong.foundations.requests import CivicRequest, number_asked
from lawcore.vietnamese import search_folded

PER_PAGE = 40
To = Passing.To


def plan(request: CivicRequest, matter: int) -> HttpResponse:
    """Decree 59/2023 art. 4 cl. 2: the plan, for a matter that goes by ballots."""
    of = queries.matter(matter, request.actor)
    access.check(request.actor, Act.PROPOSE, of.village)
    form = PlanForm(request.POST or None, initial={"planned_on": request.on})

    def act() -> BallotRound:
        return actions.plan_round(
            matter=of, plan=form.plan(), key=form.cleaned_data["key"], by=request.actor, at=request.at
        )

    context = {
        "title": _("Kế hoạch phát phiếu lấy ý kiến"),
        "caption": of.title,
        "lead": _("Câu hỏi với các hộ lấy nguyên từ việc đã đưa ra: “%(asked)s”.") % {"asked": of.asked},
        "submit": _("Ban hành kế hoạch"),
        "trail": trail((of.title, reverse("decisions:matter", args=[of.pk])), (_("Kế hoạch phát phiếu"), "")),
    }
    return acted(request, form, act, to=page_of, context=context)


def page_of(row: BallotRound) -> str:
    """The address of a round."""
    return reverse("decisions:round", args=[row.pk])


@never_cache
def detail(request: CivicRequest, pk: int) -> HttpResponse:
    """Where the round stands, what is next, what the lists say of every slip."""
    found = rounds.ballot_round(pk, request.actor)
    context = shown_rounds.round_page(found, request.actor)
    if context["may_hold"]:
        context["papers"] = [
            (each, reverse("decisions:round-docx", args=[pk, slug]), reverse("decisions:round-pdf", args=[pk, slug]))
            for slug, each in round_papers.papers_of(found).items()
        ]
        context["prints_slips"] = any(each.is_noted for each, *_addresses in context["papers"])
    context["trail"] = trail(
        (found.matter.title, reverse("decisions:matter", args=[found.matter_id])), (_("Đợt phát phiếu"), "")
    )
    return render(request, "decisions/round.html", context)


def _step(
    request: CivicRequest,
    pk: int,
    act: Act,
    title: str,
    form: Callable[[BallotRound], forms.Form],
    do: Callable[[BallotRound, Any], object],
    *,
    lead: str = "",
    submit: str = "",
) -> HttpResponse:
    """A page with one form that takes the round one step on."""
    found = rounds.ballot_round(pk, request.actor)
    access.check(request.actor, act, found.village)
    made = form(found)
    context = {
        "title": title,
        "caption": found.matter.title,
        "lead": lead,
        "submit": submit or title,
        "trail": trail((_("Đợt phát phiếu"), page_of(found)), (title, "")),
    }
    return acted(request, made, lambda: do(found, made), to=page_of(found), context=context)


def sent(request: CivicRequest, pk: int) -> HttpResponse:
    """Decree 59/2023 art. 4 cl. 2."""
    return _step(
        request, pk, Act.PROPOSE, _("Ghi đã gửi kế hoạch"),
        lambda _row: SentForm(request.POST or None, initial={"to_commune": request.on, "to_front": request.on}),
        lambda row, form: actions.send_plan(ballot_round=row, by=request.actor, at=request.at, **form.cleaned_data),
        lead=_("Gửi cả hai nơi chậm nhất 2 ngày kể từ ngày ban hành kế hoạch; gửi muộn được ghi là muộn."),
    )  # fmt: skip


def team(request: CivicRequest, pk: int) -> HttpResponse:
    """LDC art. 19 cl. 2; Decree 59/2023 art. 4 cl. 3."""
    seats = (TeamSeat.FRONT, TeamSeat.VILLAGE, TeamSeat.ORGANIZATION)
    return _step(
        request, pk, Act.PROPOSE, _("Lập Tổ phát phiếu"),
        lambda _row: TeamForm(request.POST or None, seats=seats),
        lambda row, form: actions.set_team(
            ballot_round=row, members=form.members(), on=request.on, by=request.actor
        ),
        lead=_(
            "Từ 3 đến 5 người của thôn, Mặt trận, tổ chức chính trị - xã hội. "
            "Người đầu tiên là Tổ trưởng, người của Mặt trận."
        ),
    )  # fmt: skip


def days(request: CivicRequest, pk: int) -> HttpResponse:
    """Before the announcement the days may change."""

    def form(row: BallotRound) -> DaysForm:
        until = row.collects_until.astimezone(VIETNAM)
        initial = {"hands_out_on": row.hands_out_on, "until_on": until.date(), "until_at": until.time()}
        return DaysForm(request.POST or None, initial=initial)

    return _step(
        request, pk, Act.PROPOSE, _("Đổi ngày"), form,
        lambda row, given: actions.change_days(
            ballot_round=row, hands_out_on=given.cleaned_data["hands_out_on"], collects_until=given.until(),
            by=request.actor,
        ),
    )  # fmt: skip


def announce(request: CivicRequest, pk: int) -> HttpResponse:
    """LDC art. 19 cl. 2; Decree 59/2023 art. 4 cl. 4."""
    return _step(
        request, pk, Act.PROPOSE, _("Ghi đã công khai"),
        lambda _row: AnnounceForm(request.POST or None, initial={"announced_on": request.on}),
        lambda row, form: actions.announce(ballot_round=row, by=request.actor, at=request.at, **form.cleaned_data),
        lead=_("Công khai nội dung, thời điểm, thời hạn và Tổ phát phiếu ít nhất 2 ngày trước ngày phát."),
    )  # fmt: skip


def open_round(request: CivicRequest, pk: int) -> HttpResponse:
    """LDC art. 19 cl. 3: the roll and the pads."""
    return _step(
        request, pk, Act.HOLD, _("Chốt danh sách hộ và làm tập phiếu"),
        lambda _row: NothingForm(request.POST or None),
        lambda row, _form: actions.open_round(ballot_round=row, by=request.actor, at=request.at),
        lead=_("Danh sách hộ của ngày hôm nay được chốt và không đổi nữa; mỗi hộ một phiếu có số và mã riêng."),
    )  # fmt: skip


def routes(request: CivicRequest, pk: int) -> HttpResponse:
    """Two of the team for every hamlet, of different bodies."""

    def form(row: BallotRound) -> RoutesForm:
        pairs = [(one["name"], two["name"]) for one, two in combinations(row.team, 2) if one["seat"] != two["seat"]]
        hamlets = rounds.hamlets(row.roll.entries.all()) if row.roll else []
        return RoutesForm(request.POST or None, hamlets=hamlets, pairs=pairs)

    return _step(
        request, pk, Act.HOLD, _("Chia tuyến"), form,
        lambda row, given: actions.set_routes(ballot_round=row, walks=given.walks(), by=request.actor),
        lead=_("Mỗi xóm, ngõ do hai người thuộc hai tổ chức khác nhau cùng đi."),
    )  # fmt: skip


def begin(request: CivicRequest, pk: int) -> HttpResponse:
    """Decree 59/2023 art. 4 cl. 5 pt. b."""
    return _step(
        request, pk, Act.HOLD, _("Bắt đầu phát phiếu"),
        lambda _row: BeginForm(request.POST or None),
        lambda row, form: actions.begin_round(
            ballot_round=row, is_marked=form.cleaned_data["is_marked"], by=request.actor, at=request.at
        ),
    )  # fmt: skip


@never_cache
def listed(request: CivicRequest, pk: int) -> HttpResponse:
    """Every household with its slip: one touch for what usually comes next. Works without scripts, with one hand."""
    found = rounds.ballot_round(pk, request.actor)
    access.check(request.actor, Act.HOLD, found.village)
    everything = rounds.lines(found)
    route = number_asked(request, "tuyen", most=len(found.routes)) if found.routes else None
    seen = rounds.on_route(found.routes[route - 1], everything) if route else everything
    state, words = request.GET.get("xem", ""), search_folded(request.GET.get("tim", "")[:60])
    if state == "chua":
        seen = [each for each in seen if each.to is None]
    elif state == "thu":
        seen = [each for each in seen if each.to == To.OUT]
    if words:
        seen = [each for each in seen if words in search_folded(each.entry.name) or words == str(each.entry.number)]
    page = Paginator(seen, PER_PAGE).get_page(number_asked(request, "trang"))
    context = {
        "round": found,
        "page": page,
        "rows": [(each, *_usual(each.to), NothingForm()) for each in page],
        "state": state,
        "route": route,
        "words": request.GET.get("tim", "")[:60],
        "out": sum(each.to == To.OUT for each in everything),
        "none": sum(each.to is None for each in everything),
        "all": len(everything),
        "here": request.get_full_path(),
        "trail": trail((_("Đợt phát phiếu"), page_of(found)), (_("Phát và thu phiếu"), "")),
    }
    return render(request, "decisions/round_list.html", context)


def _usual(to: Passing.To | None) -> tuple[str, str]:
    """What usually comes next for a slip, and the word on its button; nothing where it is over."""
    if to is None or to == To.SPOILED:
        return To.OUT.value, pgettext("slip", "Đã phát")
    if to == To.OUT:
        return To.COLLECTED.value, _("Đã thu")
    return "", ""


@require_POST
def quick(request: CivicRequest, pk: int, entry: int) -> HttpResponse:
    """One touch on the list: what usually comes next, now."""
    found = rounds.ballot_round(pk, request.actor)
    form = NothingForm(request.POST)
    to, back = request.POST.get("to", ""), reverse("decisions:round-list", args=[pk])
    if not form.is_valid() or to not in {To.OUT, To.COLLECTED}:
        raise Refused(_("Trang đã cũ. Hãy mở lại danh sách rồi bấm lại."))
    given = actions.Pass(entry=entry, to=To(to), happened_at=request.at)
    key = form.cleaned_data["key"]
    actions.pass_slip(ballot_round=found, given=given, key=key, by=request.actor, at=request.at)
    asked = request.POST.get("here", "")
    return redirect(asked if asked.startswith(back) else back)


@never_cache
def household(request: CivicRequest, pk: int, entry: int) -> HttpResponse:
    """All that may be said of a household's slip; in a named round also what the slip says."""
    found = rounds.ballot_round(pk, request.actor)
    access.check(request.actor, Act.HOLD, found.village)
    line = next((each for each in rounds.lines(found) if each.entry.pk == entry), None)
    if line is None:
        raise access.nothing()
    form = PassForm(request.POST or None)

    def act() -> object:
        given = actions.Pass(
            entry=entry,
            to=To(form.cleaned_data["to"]),
            happened_at=form.happened(request.at),
            words=form.cleaned_data["words"],
            by_name=form.cleaned_data["by_name"],
            entered_at=request.at,
        )
        key = form.cleaned_data["key"]
        return actions.pass_slip(ballot_round=found, given=given, key=key, by=request.actor, at=request.at)

    may_read = found.is_named and line.slip is not None and line.to == To.COLLECTED
    context = {
        "title": _("Hộ số %(number)d") % {"number": line.entry.number},
        "caption": line.entry.name or line.entry.household,
        "lead": _so_far(found, line),
        "submit": _("Ghi nhận"),
        "more": [
            *(
                [(_("Nhập câu trả lời trên phiếu"), reverse("decisions:round-read", args=[pk, entry]))]
                if may_read
                else []
            ),
            (_("Hộ đi vắng, không nhận phiếu"), reverse("decisions:round-visit", args=[pk, entry])),
        ],
        "trail": trail((_("Phát và thu phiếu"), reverse("decisions:round-list", args=[pk])), (line.entry.name, "")),
    }
    to = reverse("decisions:round-list", args=[pk])
    return acted(request, form, act, to=to, context=context)


def _so_far(found: BallotRound, line: rounds.Line) -> str:
    """Where a household's slip is, and what was found at its door before."""
    said = [_("Phiếu số %(slip)s: %(words)s") % {"slip": line.slip, "words": line.words}] if line.slip else []
    last = line.slip.passings.order_by("-pk").first() if line.slip else None
    said += [last.by_name] if last is not None and last.by_name else []
    for each in found.visits.filter(entry=line.entry).order_by("pk"):
        day = f"{each.happened_at.astimezone(VIETNAM):%d/%m/%Y}"
        said.append(_("Ngày %(day)s: %(found)s") % {"day": day, "found": each.get_found_display()})
        said += [each.words] if each.words else []
    return ". ".join(said)


def visit(request: CivicRequest, pk: int, entry: int) -> HttpResponse:
    """Nobody was met at a household's door, or the slip was not taken."""
    return _step(
        request, pk, Act.HOLD, _("Hộ đi vắng, không nhận phiếu"),
        lambda _row: VisitForm(request.POST or None),
        lambda row, form: actions.note_visit(
            ballot_round=row, key=form.cleaned_data["key"], by=request.actor, at=request.at,
            call=actions.Call(
                entry=entry, found=form.cleaned_data["found"], words=form.cleaned_data["words"],
                happened_at=form.happened(request.at), entered_at=request.at,
            ),
        ),
        lead=_("Hộ vẫn ở trong danh sách để đến lại. Phiếu vẫn còn trong tập."), submit=_("Ghi nhận"),
    )  # fmt: skip


@never_cache
def read(request: CivicRequest, pk: int, entry: int) -> HttpResponse:
    """What a collected slip of a named round says."""
    found = rounds.ballot_round(pk, request.actor)
    access.check(request.actor, Act.HOLD, found.village)
    line = next((each for each in rounds.lines(found) if each.entry.pk == entry), None)
    if line is None or line.slip is None or not found.is_named:
        raise access.nothing()
    form, slip = ReadForm(request.POST or None), line.slip

    def act() -> object:
        given = actions.Read(form.cleaned_data["answer"], form.cleaned_data["words"])
        return actions.type_answer(slip=slip, read=given, key=form.cleaned_data["key"], by=request.actor)

    context = {
        "title": _("Câu trả lời trên phiếu số %(slip)s") % {"slip": slip},
        "caption": line.entry.name,
        "trail": trail((_("Phát và thu phiếu"), reverse("decisions:round-list", args=[pk])), (line.entry.name, "")),
    }
    return acted(request, form, act, to=reverse("decisions:round-list", args=[pk]), context=context)


def close(request: CivicRequest, pk: int) -> HttpResponse:
    """Decree 59/2023 art. 4 cl. 6 pt. a."""
    return _step(
        request, pk, Act.HOLD, _("Hết hạn, kiểm phiếu"),
        lambda _row: CloseForm(request.POST or None),
        lambda row, form: actions.close_round(
            ballot_round=row, witnesses=(form.cleaned_data["first"], form.cleaned_data["second"]),
            note=form.cleaned_data["note"], by=request.actor, at=request.at,
        ),
        lead=_("Hai đại diện hộ, không ở trong Tổ phát phiếu, chứng kiến việc kiểm phiếu."),
    )  # fmt: skip


def sheet(request: CivicRequest, pk: int, place: int) -> HttpResponse:
    """One of the two counts; the other's figures are not shown."""
    which = _("Phiếu đếm thứ nhất") if place == 1 else _("Phiếu đếm thứ hai")
    return _step(
        request, pk, Act.HOLD, which,
        lambda _row: SheetForm(request.POST or None),
        lambda row, form: actions.enter_slip_sheet(
            ballot_round=row, place=place, counter=form.cleaned_data["counter"], figures=form.figures(),
            note=form.cleaned_data["note"], key=form.cleaned_data["key"], by=request.actor, entered_at=request.at,
        ),
        lead=_("Người đếm tự nhập số của mình, không xem số của người kia."), submit=_("Gửi phiếu đếm"),
    )  # fmt: skip


def settle(request: CivicRequest, pk: int) -> HttpResponse:
    """LDC art. 21 cl. 1."""
    return _step(
        request, pk, Act.HOLD, _("Kết luận"),
        lambda _row: NothingForm(request.POST or None),
        lambda row, form: actions.settle_round(
            ballot_round=row, key=form.cleaned_data["key"], by=request.actor
        ),
        lead=_("Hai phiếu đếm khớp nhau thì có kết quả, tính trên tổng số hộ; sau đó không sửa được số nào."),
    )  # fmt: skip


def published(request: CivicRequest, pk: int) -> HttpResponse:
    """LDC art. 23 cl. 2."""
    return _step(
        request, pk, Act.HOLD, _("Ghi đã công khai kết quả"),
        lambda _row: PublishedForm(request.POST or None, initial={"published_on": request.on}),
        lambda row, form: actions.publish_result(ballot_round=row, by=request.actor, at=request.at,
                                                 **form.cleaned_data),
    )  # fmt: skip
