"""Who acts and when is set here, once per request; refusals become pages here."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dienhong.foundations import clock
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.foundations.requests import CivicRequest
from dienhong.registry import queries as registry

type_of_next = Callable[[HttpRequest], HttpResponse]


def who_and_when(get_response: type_of_next) -> Callable[[CivicRequest], HttpResponse]:
    """Sets request.at, request.on and request.actor."""

    def middleware(request: CivicRequest) -> HttpResponse:
        request.at = clock.read()
        request.on = clock.legal_day(request.at)
        request.actor = registry.actor_of(request.user, on=request.on)
        return get_response(request)

    return middleware


class _RefusalPages:
    def __init__(self, get_response: type_of_next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, refusal: Exception) -> HttpResponse | None:
        if not isinstance(refusal, Refused):
            return None
        status = 404 if isinstance(refusal, NotFound) else 403 if isinstance(refusal, NotAllowed) else 409
        page = "404.html" if status == 404 else "refused.html"  # noqa: PLR2004
        return render(request, page, {"why": str(refusal)}, status=status)


def refusals_become_pages(get_response: type_of_next) -> _RefusalPages:
    """A refusal raised anywhere below becomes a page with its reason; 404 says nothing of what exists."""
    return _RefusalPages(get_response)
