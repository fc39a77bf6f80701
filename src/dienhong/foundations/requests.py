"""The request as every view of the project sees it."""

from datetime import date, datetime

from django.http import HttpRequest

from dienhong.foundations.actors import Actor


class CivicRequest(HttpRequest):
    """Set by `dienhong.site.middleware`: who acts, at which moment, on which legal day."""

    actor: Actor
    at: datetime
    on: date
