"""What the pages of work share: the way here, a form that does one thing."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from dienhong.decisions.views import acting
from dienhong.foundations.requests import CivicRequest
from dienhong.funds import access, queries
from dienhong.funds.access import Act
from dienhong.funds.models import Fund

Trail = list[tuple[str, str]]


def trail(fund: Fund | None = None, *steps: tuple[str, str]) -> Trail:
    """The way here from the list of funds."""
    way = [(_("Quỹ của thôn, tổ dân phố"), reverse("funds:desk"))]
    if fund is not None:
        way.append((capfirst(fund.purpose), reverse("funds:fund", args=[fund.pk])))
    return [*way, *steps]


def work(request: CivicRequest, pk: int, act: Act, title: str) -> tuple[Fund, dict[str, Any]]:
    """A fund on which the actor may do this, with heading, button and trail. Raises NotFound, NotAllowed."""
    fund = queries.fund(pk, request.actor)
    access.check(request.actor, act, fund.village, fund=fund)
    context = {
        "fund": fund,
        "title": title,
        "caption": f"{fund.village}: {fund.purpose}",
        "submit": title,
        "trail": trail(fund, (title, "")),
    }
    return fund, context


def acted(
    request: CivicRequest,
    form: forms.Form,
    act: Callable[[], object],
    *,
    to: str | Callable[[Any], str],
    context: dict[str, Any],
    template: str = "funds/form.html",
) -> HttpResponse:
    """The form; sent rightly, the act and the next page; refused, the form again with the reason (422)."""
    return acting.acted(request, form, act, to=to, context=context, template=template)
