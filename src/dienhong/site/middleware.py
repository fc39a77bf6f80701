"""Who acts and when is set here, once per request; refusals become pages here."""

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from dienhong.foundations import clock
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.foundations.requests import CivicRequest
from dienhong.registry import queries as registry

Next = Callable[[HttpRequest], HttpResponse]


def chosen_language(get_response: Next) -> Next:
    """Vietnamese first, whatever language the phone was sold with; English for who asked for it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        asked = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = asked if asked in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(language):
            response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    return middleware


def who_and_when(get_response: Next) -> Callable[[CivicRequest], HttpResponse]:
    """Sets request.at, request.on and request.actor."""

    def middleware(request: CivicRequest) -> HttpResponse:
        request.at = clock.read()
        request.on = clock.legal_day(request.at)
        request.actor = registry.actor_of(request.user, on=request.on)
        return get_response(request)

    return middleware


class _RefusalPages:
    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, refusal: Exception) -> HttpResponse | None:
        if _session_ended(request) and isinstance(refusal, Refused | Http404):
            return render(request, "403.html", {"expired": True, "signed_out": True}, status=403)
        if not isinstance(refusal, Refused):
            return None
        status = 404 if isinstance(refusal, NotFound) else 403 if isinstance(refusal, NotAllowed) else 409
        page = "404.html" if status == 404 else "refused.html"  # noqa: PLR2004
        return render(request, page, {"why": str(refusal)}, status=status)


def _session_ended(request: HttpRequest) -> bool:
    """A form sent by somebody who was signed in when the page was opened; said whether or not the thing exists."""
    was_known = settings.SESSION_COOKIE_NAME in request.COOKIES
    return request.method == "POST" and was_known and not request.user.is_authenticated


def refusals_become_pages(get_response: Next) -> _RefusalPages:
    """A refusal raised anywhere below becomes a page with its reason; 404 says nothing of what exists."""
    return _RefusalPages(get_response)
