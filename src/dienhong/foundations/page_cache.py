"""Public pages kept for a visitor's next minute, and given again while nothing has changed (docs/adr: page cache).

Words    kept page, state
Promise  a kept page is given only while the state it was drawn in still stands; what a session may change is never kept
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from hashlib import sha256
from typing import Concatenate, Final, ParamSpec
from zlib import compress, decompress

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags
from django.utils.translation import get_language

from dienhong.foundations.requests import CivicRequest

P = ParamSpec("P")
View = Callable[Concatenate[CivicRequest, P], HttpResponse]
State = Callable[..., str | None]

SECONDS: Final = 60
"""How long a page is kept unless its view says longer: what no act records, such as a new name, shows after that."""
FASTEST: Final = 1  # a page becomes a sixth of its size; harder packing costs more time than it saves memory
LONGEST: Final = 300  # characters of an address that is kept; longer ones are drawn each time
THEMES: Final = ("light", "dark")
SPEAKING: Final = (settings.SESSION_COOKIE_NAME, "messages")
"""Cookies of somebody with a session, or with a message that waits to be shown."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A page as it was drawn: its bytes, packed, their type, and the name of exactly these bytes."""

    packed: bytes
    content_type: str
    etag: str


def kept_for_visitors(
    state: State, *, asked: frozenset[str] = frozenset(), seconds: int = SECONDS
) -> Callable[[View[P]], View[P]]:
    """Keeps what the view answers to visitors without a session, each language, theme and day for itself.

    `state` names how things stand for this address in a few characters, read anew for every request and before the
    page is drawn; None where nothing is kept. `asked` are the words an address may carry after its question mark.
    """

    def decorated(view: View[P]) -> View[P]:
        @wraps(view)
        def answered(request: CivicRequest, /, *args: P.args, **named: P.kwargs) -> HttpResponse:
            stands = state(request, *args, **named) if _is_visitor(request, asked) else None
            if stands is None:
                return view(request, *args, **named)
            pages, key = caches["pages"], _key(request, stands)
            kept = pages.get(key)
            if kept is None:
                response = view(request, *args, **named)
                if not _is_for_everybody(request, response):
                    return response
                etag = f'"{sha256(response.content).hexdigest()}"'
                kept = Kept(compress(response.content, FASTEST), response["Content-Type"], etag)
                pages.set(key, kept, seconds)
            return _given(request, kept)

        return answered

    return decorated


def not_modified(request: HttpRequest, etag: str) -> bool:
    """Whether the browser says that it has exactly these bytes."""
    return etag in parse_etags(request.headers.get("If-None-Match", ""))


def _is_visitor(request: CivicRequest, asked: frozenset[str]) -> bool:
    return (
        request.method in {"GET", "HEAD"}
        and not any(name in request.COOKIES for name in SPEAKING)
        and "HX-Request" not in request.headers
        and set(request.GET) <= asked
        and len(request.get_full_path()) <= LONGEST
    )


def _key(request: CivicRequest, stands: str) -> str:
    theme = request.COOKIES.get("theme", "")
    parts = (
        request.build_absolute_uri(),
        get_language() or "",
        theme if theme in THEMES else "",
        request.on.isoformat(),
        stands,
    )
    return sha256("\n".join(parts).encode()).hexdigest()


def _is_for_everybody(request: HttpRequest, response: HttpResponse) -> bool:
    """No cookie, no form's token, no error, nothing that comes piece by piece."""
    carries_token = bool(request.META.get("CSRF_COOKIE_NEEDS_UPDATE"))
    return response.status_code == 200 and not (response.streaming or response.cookies or carries_token)  # noqa: PLR2004


def _given(request: HttpRequest, kept: Kept) -> HttpResponse:
    response: HttpResponse
    if not_modified(request, kept.etag):
        response = HttpResponseNotModified()
    else:
        response = HttpResponse(decompress(kept.packed), content_type=kept.content_type)
    response["ETag"] = kept.etag
    response["Cache-Control"] = "no-cache"  # a browser may keep it and asks each time whether it still stands
    patch_vary_headers(response, ("Cookie",))
    return response
