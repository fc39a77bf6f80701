"""Addresses stand on paper and in telephones: after a merger they lead to the same of what the place became."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from dienhong.disclosures import queries as disclosures
from dienhong.foundations.refusals import NotFound
from dienhong.foundations.requests import CivicRequest

P = ParamSpec("P")
View = Callable[Concatenate[CivicRequest, P], HttpResponseBase]


def leads_on(view: View[P]) -> View[P]:
    """What is not there under the code of a commune or village that was merged or renamed is at its present code."""

    @wraps(view)
    def answered(request: CivicRequest, /, *args: P.args, **named: P.kwargs) -> HttpResponseBase:
        try:
            return view(request, *args, **named)
        except NotFound:
            now = _now(named)
            if now == named or request.resolver_match is None:
                raise
            asked = f"?{request.GET.urlencode()}" if request.GET else ""
            return redirect(f"{reverse(request.resolver_match.view_name, kwargs=now)}{asked}")

    return answered


def _now(named: Mapping[str, Any]) -> dict[str, Any]:
    """The parts of the address with the codes that the places have now."""
    led = dict(named)
    for name in ("code", "village"):
        place = disclosures.commune_now(named[name]) if named.get(name) else None
        if place is not None:
            led[name] = place.code
    return led
