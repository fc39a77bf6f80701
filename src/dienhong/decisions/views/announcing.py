"""What a village head says aloud and writes to the village's group: meetings to come, results of the last weeks."""

from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from dienhong.decisions import access, public_feeds, queries, spoken
from dienhong.decisions.access import Act
from dienhong.decisions.models import Meeting
from dienhong.decisions.papers import calling_off, facts, invitations
from dienhong.decisions.queries import public
from dienhong.decisions.views.acting import trail
from dienhong.foundations.requests import CivicRequest
from dienhong.registry.models import Locality

LATELY = timedelta(days=30)
MOST = 10


@never_cache
def announce(request: CivicRequest, village: int) -> HttpResponse:
    """One page for a telephone: each text in a box to read out or copy, in Vietnamese whatever the page's language."""
    place = queries.village_of(village, request.actor)
    access.check(request.actor, Act.SEE, place)
    with translation.override("vi"):
        texts = [*_meetings(request, place), *_results(request, place)]
    context = {"place": place, "texts": texts, "trail": trail((_("Lời đọc loa, tin Zalo"), ""))}
    return render(request, "decisions/announce.html", context)


def _meetings(request: CivicRequest, place: Locality) -> list[dict[str, Any]]:
    found = []
    for meeting in public.meetings_told([place.pk], at=request.at)[:MOST]:
        known = facts.said_of(meeting, meeting.agenda)  # type: ignore[attr-defined]
        is_off = meeting.stage == Meeting.Stage.CALLED_OFF
        told = calling_off if is_off else invitations
        trace = facts.trace_of_meeting(meeting, request.actor)
        found.append(
            {
                "title": known.community.village,
                "meeting": meeting,
                "is_off": is_off,
                "loud": told.spoken(known).sentences,
                "message": told.message(known, trace=trace),
            }
        )
    return found


def _results(request: CivicRequest, place: Locality) -> list[dict[str, Any]]:
    found = []
    for matter in public.decided([place.pk]):
        last = matter.counted[0]  # type: ignore[attr-defined]
        if last.on < request.on - LATELY:
            continue
        url = public_feeds.site() + reverse("decisions:public", args=[matter.pk])
        found.append(
            {
                "title": matter.title,
                "matter": matter,
                "loud": [spoken.result(matter, last)],
                "message": spoken.message(matter, last, url=url),
            }
        )
    return found[:MOST]
