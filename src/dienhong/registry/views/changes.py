"""Changing the registers: each page turns a form into one call."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dienhong.foundations.requests import CivicRequest
from dienhong.foundations.told import told_on
from dienhong.registry import access, queries
from dienhong.registry.access import Act
from dienhong.registry.actions import accounts
from dienhong.registry.actions import organizations as organization_actions
from dienhong.registry.actions import people as people_actions
from dienhong.registry.actions import places as place_actions
from dienhong.registry.forms import (
    AccountForm,
    FacilitiesForm,
    LocalityForm,
    OrganizationForm,
    PersonForm,
    PostForm,
    ResetForm,
    SuccessionForm,
)
from dienhong.registry.models import Facility, Locality, Organization, Person, Post
from dienhong.registry.roles import ROLE_NAMES
from dienhong.registry.views.scope import place_of


def _carry_out(
    request: CivicRequest,
    *,
    form: forms.Form,
    title: str,
    back: str,
    submit: str,
    act: Callable[[], object],
    lead: str = "",
) -> HttpResponse:
    """Shows the form until it is right and the action accepts it; a refusal stands above the form, nothing is lost."""
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            try:
                act()
            except ValidationError as mistake:
                form.add_error(None, mistake)
            else:
                messages.success(request, _("Đã lưu."))
                return redirect(back)
    context = {"form": form, "title": title, "lead": lead, "back": back, "submit": submit}
    return render(request, "registry/form.html", context, status=422 if form.errors else 200)


def add_locality(request: CivicRequest, code: str) -> HttpResponse:
    place = place_of(request, code)
    access.check(request.actor, Act.CHANGE_PLACES, place)
    form = LocalityForm(request.POST or None)
    return _carry_out(
        request,
        form=form,
        title=_("Thêm địa bàn thuộc %(place)s") % {"place": place},
        back=f"/danh-ba/{place.code}/dia-ban/",
        submit=_("Thêm địa bàn"),
        act=lambda: place_actions.add_locality(parent=place, by=request.actor, **form.cleaned_data),
    )


def succeed(request: CivicRequest, code: str) -> HttpResponse:
    place = place_of(request, code)
    access.check(request.actor, Act.CHANGE_PLACES, place)
    form = SuccessionForm(request.POST or None)
    field = form.fields["predecessors"]
    if isinstance(field, forms.ModelMultipleChoiceField):
        field.queryset = queries.localities(place, on=request.on).exclude(pk=place.pk)
    return _carry_out(
        request,
        form=form,
        title=_("Sáp nhập hoặc đổi tên địa bàn thuộc %(place)s") % {"place": place},
        back=f"/danh-ba/{place.code}/dia-ban/",
        submit=_("Ghi nhận"),
        act=lambda: place_actions.succeed(
            by=request.actor,
            **{**form.cleaned_data, "predecessors": list(form.cleaned_data["predecessors"])},
        ),
    )


def state_facilities(request: CivicRequest, code: str) -> HttpResponse:
    village = place_of(request, code)
    access.check(request.actor, Act.CHANGE_PLACES, village)
    known = queries.facilities([village.pk], on=request.on)
    initial = {
        name: each.number
        for name, kind in (("houses", Facility.Kind.CULTURAL_HOUSE), ("points", Facility.Kind.COMMUNITY_POINT))
        if (each := known.get((village.pk, kind)))
    }
    form = FacilitiesForm(request.POST or None, initial={"since": request.on, **initial})
    return _carry_out(
        request,
        form=form,
        title=_("Nơi niêm yết ở %(place)s") % {"place": village},
        lead=_("Danh sách việc của Trưởng thôn và trang “Còn thiếu gì?” chỉ hỏi những nơi thôn có."),
        back=f"/danh-ba/{village.parent.code if village.parent else village.code}/noi-niem-yet/",
        submit=_("Lưu"),
        act=lambda: place_actions.state_facilities(
            village=village, numbers=form.numbers(), since=form.cleaned_data["since"], by=request.actor
        ),
    )


def add_organization(request: CivicRequest, code: str) -> HttpResponse:
    place = place_of(request, code)
    access.check(request.actor, Act.CHANGE_ORGANIZATIONS, place)
    form = OrganizationForm(request.POST or None)
    return _carry_out(
        request,
        form=form,
        title=_("Thêm cơ quan, tổ chức ở %(place)s") % {"place": place},
        back=f"/danh-ba/{place.code}/to-chuc/",
        submit=_("Thêm tổ chức"),
        act=lambda: organization_actions.add_organization(locality=place, by=request.actor, **form.cleaned_data),
    )


@require_POST
def end_organization(request: CivicRequest, pk: int) -> HttpResponse:
    organization = get_object_or_404(Organization.objects.select_related("locality"), pk=pk)
    organization_actions.end_organization(organization=organization, on=request.on, by=request.actor)
    messages.success(request, _("Đã ghi nhận tổ chức kết thúc từ hôm nay."))
    return redirect(f"/danh-ba/{organization.locality.code}/to-chuc/")


def add_person(request: CivicRequest, code: str) -> HttpResponse:
    place = place_of(request, code)
    access.check(request.actor, Act.CHANGE_PEOPLE, place)
    form = PersonForm(request.POST or None)

    def enter() -> Person:
        return people_actions.add_person(
            locality=place,
            particulars=people_actions.Particulars(**form.cleaned_data),
            by=request.actor,
        )

    return _carry_out(
        request,
        form=form,
        title=_("Thêm người ở %(place)s") % {"place": place},
        back=f"/danh-ba/{place.code}/nguoi/",
        submit=_("Thêm người"),
        act=enter,
    )


def give_post(request: CivicRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(Person.objects.select_related("locality"), pk=pk)
    access.check(request.actor, Act.SEE_PEOPLE, person.locality)
    form = PostForm(request.POST or None)
    _fill_choices(form, person.locality, request)
    return _carry_out(
        request,
        form=form,
        title=_("Giao chức danh cho %(person)s") % {"person": person},
        back=f"/danh-ba/nguoi/{person.pk}/",
        submit=_("Giao chức danh"),
        act=lambda: people_actions.give_post(
            person=person,
            locality=_place_of_post(form, person.locality),
            by=request.actor,
            **form.cleaned_data,
        ),
    )


def _fill_choices(form: PostForm, place: Locality, request: CivicRequest) -> None:
    role, organization = form.fields["role"], form.fields["organization"]
    if isinstance(role, forms.ChoiceField):
        role.choices = [("", _("Không dùng hệ thống")), *((name.value, words) for name, words in ROLE_NAMES.items())]
    if isinstance(organization, forms.ModelChoiceField):
        organization.queryset = queries.organizations(place, on=request.on)


def _place_of_post(form: PostForm, otherwise: Locality) -> Locality:
    organization: Organization | None = form.cleaned_data["organization"]
    return organization.locality if organization else otherwise


@require_POST
def end_post(request: CivicRequest, pk: int) -> HttpResponse:
    post = get_object_or_404(Post.objects.select_related("locality", "person__locality"), pk=pk)
    people_actions.end_post(post=post, on=request.on, by=request.actor)
    messages.success(request, _("Chức danh kết thúc sau hôm nay."))
    return redirect(f"/danh-ba/nguoi/{post.person_id}/")


@require_POST
def erase_person(request: CivicRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(Person.objects.select_related("locality"), pk=pk)
    people_actions.erase_person(person=person, by=request.actor, at=request.at, on=request.on)
    messages.success(request, _("Đã xóa dữ liệu cá nhân. Số liệu và sổ cái giữ nguyên."))
    return redirect(f"/danh-ba/{person.locality.code}/nguoi/")


def open_account(request: CivicRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(Person.objects.select_related("locality"), pk=pk)
    access.check(request.actor, Act.OPEN_ACCOUNT, person.locality)
    form = AccountForm(request.POST or None)
    return _carry_out(
        request,
        form=form,
        title=_("Mở tài khoản cho %(person)s") % {"person": person},
        back=f"/danh-ba/nguoi/{person.pk}/",
        submit=_("Mở tài khoản"),
        act=lambda: accounts.open_account(person=person, on=request.on, by=request.actor, **form.cleaned_data),
    )


def reset_access(request: CivicRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(Person.objects.select_related("locality"), pk=pk)
    access.check(request.actor, Act.OPEN_ACCOUNT, person.locality)
    form = ResetForm(request.POST or None)
    return _carry_out(
        request,
        form=form,
        title=_("Cấp lại quyền đăng nhập cho %(person)s") % {"person": person},
        lead=_(
            "Khi người này quên mật khẩu hoặc mất điện thoại. Hãy gặp trực tiếp và xem giấy tờ. "
            "Mật khẩu cũ, mã một lần, khóa truy cập và mã dự phòng cũ hết tác dụng ngay."
        ),
        back=f"/danh-ba/nguoi/{person.pk}/",
        submit=_("Cấp lại"),
        act=lambda: accounts.reset_access(person=person, on=request.on, by=request.actor, **form.cleaned_data),
    )
