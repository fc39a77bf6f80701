"""Codes handed over in person: the slip, its delivery, and the page where its recipient enters it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from dienhong.foundations.refusals import Refused
from dienhong.foundations.requests import CivicRequest
from dienhong.registry.actions import accounts
from dienhong.registry.forms import CodeForm
from dienhong.registry.models import Handover, Household, Person


@require_POST
@never_cache
def issue(request: CivicRequest, pk: int) -> HttpResponse:
    """The slip to print, with the code in the only place where it is ever shown."""
    person = get_object_or_404(Person.objects.select_related("locality"), pk=pk)
    household = Household.objects.filter(mandates__person=person, mandates__ends_on__isnull=True).first()
    handover, code = accounts.issue_code(person=person, household=household, on=request.on, by=request.actor)
    context = {"person": person, "household": household, "handover": handover, "code": code}
    return render(request, "registry/slip.html", context)


@require_POST
def deliver(request: CivicRequest, pk: int) -> HttpResponse:
    handover = get_object_or_404(Handover.objects.select_related("person__locality"), pk=pk)
    accounts.confirm_delivery(handover=handover, at=request.at, by=request.actor)
    messages.success(request, _("Đã ghi nhận giao tận tay, người nhận đã ký."))
    return redirect(f"/danh-ba/nguoi/{handover.person_id}/")


@never_cache
def redeem(request: CivicRequest) -> HttpResponse:
    """A citizen's page: the code of the slip, no account, no identity number, no birth date."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            accounts.redeem_code(code=form.cleaned_data["code"], at=request.at, on=request.on)
        except Refused as refusal:
            form.add_error("code", str(refusal))
        else:
            return render(request, "registry/redeemed.html")
    return render(request, "registry/redeem.html", {"form": form}, status=422 if form.errors else 200)
