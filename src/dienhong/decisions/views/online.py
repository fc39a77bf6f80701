"""An online vote, for those who run it: agreed, reported, team, the two votes, signed slips, the close."""

from collections.abc import Callable
from mimetypes import guess_extension
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import FileResponse, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from dienhong.decisions import access, actions, queries, shown_rounds
from dienhong.decisions.access import Act
from dienhong.decisions.forms import NothingForm
from dienhong.decisions.models import Mark, OnlineRound, TeamSeat, Vote
from dienhong.decisions.queries import online
from dienhong.decisions.round_forms import (
    AgreeForm,
    AnnounceVoteForm,
    SentForm,
    TeamForm,
    TypedForm,
    UntilForm,
)
from dienhong.decisions.views.acting import acted, trail
from dienhong.documents.views import serve
from dienhong.foundations.requests import CivicRequest, number_asked

PER_PAGE = 40


def agree(request: CivicRequest, matter: int) -> HttpResponse:
    """Decree 59/2023 art. 5 cl. 1."""
    of = queries.matter(matter, request.actor)
    access.check(request.actor, Act.PROPOSE, of.village)
    form = AgreeForm(request.POST or None, initial={"agreed_on": request.on})

    def act() -> OnlineRound:
        return actions.agree_online(matter=of, by=request.actor, at=request.at, **form.cleaned_data)

    context = {
        "title": _("Chuẩn bị biểu quyết trực tuyến"),
        "caption": of.title,
        "lead": _("Chỉ khi đã thống nhất với Ban công tác Mặt trận là không cần họp hay phát phiếu."),
        "submit": _("Ghi nhận"),
        "trail": trail((of.title, reverse("decisions:matter", args=[of.pk])), (_("Biểu quyết trực tuyến"), "")),
    }
    return acted(request, form, act, to=page_of, context=context)


def page_of(row: OnlineRound) -> str:
    """The address of an online vote, for those who run it."""
    return reverse("decisions:online", args=[row.pk])


@never_cache
def detail(request: CivicRequest, pk: int) -> HttpResponse:
    """Where it stands, how many answered, who typed for how many."""
    found = online.online_round(pk, request.actor)
    context = shown_rounds.online_page(found, request.actor)
    context["trail"] = trail(
        (found.matter.title, reverse("decisions:matter", args=[found.matter_id])), (_("Biểu quyết trực tuyến"), "")
    )
    return render(request, "decisions/online.html", context)


def _step(
    request: CivicRequest,
    pk: int,
    act: Act,
    title: str,
    form: forms.Form,
    do: Callable[[OnlineRound, Any], object],
    lead: str = "",
) -> HttpResponse:
    """A page with one form that takes the vote one step on."""
    found = online.online_round(pk, request.actor)
    access.check(request.actor, act, found.village)
    context = {
        "title": title,
        "caption": found.matter.title,
        "lead": lead,
        "submit": title,
        "trail": trail((_("Biểu quyết trực tuyến"), page_of(found)), (title, "")),
    }
    return acted(request, form, lambda: do(found, form), to=page_of(found), context=context)


def sent(request: CivicRequest, pk: int) -> HttpResponse:
    """Decree 59/2023 art. 5 cl. 2 pt. a."""
    return _step(
        request, pk, Act.PROPOSE, _("Ghi đã báo cáo xã và Mặt trận xã"),
        SentForm(request.POST or None, initial={"to_commune": request.on, "to_front": request.on}),
        lambda row, form: actions.report_online(
            online_round=row, by=request.actor, at=request.at, **form.cleaned_data
        ),
        _("Phải báo cáo trước khi hỏi các hộ."),
    )  # fmt: skip


def team(request: CivicRequest, pk: int) -> HttpResponse:
    """Decree 59/2023 art. 5 cl. 2 pt. b."""
    seats = (TeamSeat.FRONT, TeamSeat.VILLAGE, TeamSeat.SKILLED, TeamSeat.HOUSEHOLD)
    return _step(
        request, pk, Act.PROPOSE, _("Lập Tổ lấy ý kiến"), TeamForm(request.POST or None, seats=seats),
        lambda row, form: actions.set_online_team(
            online_round=row, members=form.members(), on=request.on, by=request.actor
        ),
        _("Từ 3 đến 5 người, có người thành thạo công nghệ. Người đầu tiên là Tổ trưởng, người của Mặt trận."),
    )  # fmt: skip


def poll(request: CivicRequest, pk: int) -> HttpResponse:
    """Decree 59/2023 art. 5 cl. 2 pt. c."""
    return _step(
        request, pk, Act.HOLD, _("Hỏi các hộ về hình thức"), UntilForm(request.POST or None),
        lambda row, form: actions.start_poll(
            online_round=row, polls_until=form.until(), by=request.actor, at=request.at
        ),
        _("Danh sách hộ được chốt hôm nay. Quá một nửa tổng số hộ phải chọn thì mới được biểu quyết trực tuyến."),
    )  # fmt: skip


def poll_end(request: CivicRequest, pk: int) -> HttpResponse:
    """Decree 59/2023 art. 5 cl. 2 pt. c."""
    return _step(
        request, pk, Act.HOLD, _("Kết thúc hỏi về hình thức"), NothingForm(request.POST or None),
        lambda row, _form: actions.end_poll(online_round=row, by=request.actor, at=request.at),
    )  # fmt: skip


def announce(request: CivicRequest, pk: int) -> HttpResponse:
    """Decree 59/2023 art. 5 cl. 3."""
    return _step(
        request, pk, Act.HOLD, _("Thông báo và mở biểu quyết"),
        AnnounceVoteForm(request.POST or None, initial={"announced_on": request.on}),
        lambda row, form: actions.announce_online(
            online_round=row, announced_on=form.cleaned_data["announced_on"], ways=form.cleaned_data["ways"],
            votes_until=form.until(), by=request.actor, at=request.at,
        ),
        _("Báo cho các hộ hình thức, nội dung, thời gian và cách trả lời; hộ nào cần thì Tổ hướng dẫn."),
    )  # fmt: skip


def close(request: CivicRequest, pk: int) -> HttpResponse:
    """Decree 59/2023 art. 5 cl. 4."""
    return _step(
        request, pk, Act.HOLD, _("Kết thúc biểu quyết"), NothingForm(request.POST or None),
        lambda row, form: actions.close_online(
            online_round=row, key=form.cleaned_data["key"], by=request.actor, at=request.at
        ),
        _("Sau khi kết thúc không câu trả lời nào thay đổi được nữa."),
    )  # fmt: skip


def _about(found: OnlineRound) -> Vote.About:
    return Vote.About.FORM if found.stage == "polling" else Vote.About.MATTER


@never_cache
def listed(request: CivicRequest, pk: int) -> HttpResponse:
    """Every household, and whether it answered; what it said is not shown here."""
    found = online.online_round(pk, request.actor)
    access.check(request.actor, Act.HOLD, found.village)
    if found.roll is None:
        raise access.nothing()
    votes = online.effective(found, _about(found))
    page = Paginator(found.roll.entries.order_by("number"), PER_PAGE).get_page(number_asked(request, "trang"))
    context = {
        "round": found,
        "page": page,
        "rows": [(each, votes.get(each.pk)) for each in page],
        "answered": len(votes),
        "trail": trail((_("Biểu quyết trực tuyến"), page_of(found)), (_("Các hộ"), "")),
    }
    return render(request, "decisions/online_list.html", context)


@never_cache
def slip(request: CivicRequest, pk: int, vote: int) -> FileResponse:
    """The photo of a signed slip, for who holds the vote and for an inspector."""
    found = online.online_round(pk, request.actor)
    access.check_photo(request.actor, found.village)
    row = online.slips(found).filter(pk=vote).first()
    if row is None or row.file is None:
        raise access.nothing()
    return serve(row.file, slip_name(row), inline=True)


def slip_name(vote: Vote) -> str:
    """What the photo is called where somebody keeps it."""
    kind = vote.file.media_type if vote.file else ""
    return f"phieu-{vote.receipt}{guess_extension(kind) or ''}"


@never_cache
def typed(request: CivicRequest, pk: int, entry: int) -> HttpResponse:
    """The signed slip of a household, typed with its photo."""
    found = online.online_round(pk, request.actor)
    access.check(request.actor, Act.HOLD, found.village)
    household = found.roll.entries.filter(pk=entry).first() if found.roll else None
    if household is None:
        raise access.nothing()
    form = TypedForm(request.POST or None, request.FILES or None)

    def act() -> object:
        given = form.cleaned_data
        said = actions.Said(about=_about(found), answer=Mark(given["answer"]), words=given["words"])
        photo = given["photo"]
        slip = actions.SignedSlip(Vote.Channel(given["channel"]), request.at, photo.name, photo.chunks())
        return actions.type_for_household(
            online_round=found, entry=household, said=said, slip=slip, key=given["key"], by=request.actor,
            at=request.at,
        )  # fmt: skip

    context = {
        "title": _("Nhập phiếu của hộ số %(number)d") % {"number": household.number},
        "caption": household.name or household.household,
        "lead": _("Việc nhập thay hộ được ghi riêng: ai nhập, ảnh phiếu có chữ ký. Phiếu giấy được tính trước."),
        "submit": _("Gửi"),
        "trail": trail((_("Các hộ"), reverse("decisions:online-list", args=[pk])), (household.name, "")),
    }
    return acted(request, form, act, to=reverse("decisions:online-list", args=[pk]), context=context)
