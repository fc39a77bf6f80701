"""What every page of work does: ask who it is, show a form, do one act, go on or say why not."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.foundations.requests import CivicRequest
from dienhong.foundations.told import told_on

Trail = list[tuple[str, str]]


def trail(*steps: tuple[str, str]) -> Trail:
    """The way here from the list of what is on."""
    return [(_("Bàn và quyết định"), reverse("decisions:desk")), *steps]


def acted(
    request: CivicRequest,
    form: forms.Form,
    act: Callable[[], object],
    *,
    to: str | Callable[[Any], str],
    context: dict[str, Any],
    template: str = "decisions/form.html",
) -> HttpResponse:
    """The form; sent rightly, the act and the next page; refused, the form again with the reason (422)."""
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            done = act()
            return redirect(to(done) if callable(to) else to)
    return render(request, template, {"form": form, **context}, status=422 if form.errors else 200)
