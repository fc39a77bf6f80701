"""What pages share: the way back, a form that is shown until it is right."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.foundations.requests import CivicRequest
from dienhong.foundations.told import told_on
from dienhong.registry.models import Locality


def trail(village: Locality | None = None, *steps: tuple[str, str]) -> list[tuple[str, str]]:
    """Where a page of who keeps the list stands."""
    here = [(str(village), reverse("rolls:village", args=[village.pk]))] if village else []
    return [(_("Danh sách hộ"), reverse("rolls:desk")), *here, *steps]


def acted(
    request: CivicRequest,
    form: forms.Form,
    template: str,
    context: dict[str, Any],
    act: Callable[[], str],
) -> HttpResponse:
    """The form; sent rightly, the act and the address it gives; refused, the form again with the reason."""
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            after = act()
            return redirect(after)
    return render(request, template, {"form": form, **context}, status=422 if form.errors else 200)
