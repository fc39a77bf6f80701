"""The first page, the six headings, and the pages for what went wrong."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dienhong.foundations.actors import NOBODY
from dienhong.resolutions import queries as resolutions
from dienhong.site.navigation import law_of, links_of
from dienhong.site.rights import HEADINGS

SHOWN = 5


def home(request: HttpRequest) -> HttpResponse:
    """The first page: the resolutions in force here, the six headings, where to check a printed code."""
    published = resolutions.versions(NOBODY)[:SHOWN]
    return render(request, "site/home.html", {"headings": HEADINGS.values(), "published": published})


def heading(request: HttpRequest, slug: str) -> HttpResponse:
    """One of the six headings: what is here already, what the law gives, whom to ask."""
    found = HEADINGS[slug]
    context = {"heading": found, "links": links_of(slug), "law": law_of(slug)}
    return render(request, "site/heading.html", context)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return render(request, "404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    return render(request, "500.html", status=500)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    return render(request, "403.html", {"expired": True}, status=403)
