"""Pages that a code opens."""

from django.http import HttpResponse


def unlisted(response: HttpResponse) -> HttpResponse:
    """Such a page is in no search engine, and its address goes nowhere else."""
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response
