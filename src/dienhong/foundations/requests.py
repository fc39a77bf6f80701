"""The request as every view of the project sees it."""

from datetime import date, datetime

from django.http import HttpRequest

from dienhong.foundations.actors import Actor


class CivicRequest(HttpRequest):
    """Set by `dienhong.site.middleware`: who acts, at which moment, on which legal day."""

    actor: Actor
    at: datetime
    on: date


def number_asked(request: HttpRequest, name: str, *, least: int = 1, most: int = 2**63 - 1) -> int | None:
    """The whole number which the address gives as `name`; None for anything else, however long it is written."""
    said = request.GET.get(name, "")
    if not (said.isascii() and said.isdecimal() and len(said) <= len(str(most))):
        return None
    number = int(said)
    return number if least <= number <= most else None
