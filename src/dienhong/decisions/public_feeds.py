"""What villages decide, for machines: meetings in a calendar, decisions in a feed; nothing that no page shows."""

from collections.abc import Iterable
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.decisions.models import Matter, Meeting
from dienhong.disclosures.feeds import Channel, Post
from dienhong.foundations.clock import legal_day
from dienhong.registry.models import Locality


def site() -> str:
    """The address of this installation, without a slash at its end."""
    return str(settings.DIENHONG_URL).rstrip("/")


def page_of(village: Locality) -> str:
    return reverse("decisions:village", args=[village.code])


def meeting(found: Meeting) -> Post:
    """A meeting in a calendar, at its moment; called off, it says so. Nobody's name and no telephone number."""
    agenda = [f"{each.position}. {each.matter.title}" for each in found.agenda]  # type: ignore[attr-defined]
    day = legal_day(found.planned_at)
    title = _("Hội nghị định kỳ %(village)s") if found.is_yearly else _("Họp %(village)s")
    return Post(
        key=f"hop-{found.pk}",
        title=title % {"village": found.village},
        address=site() + page_of(found.village),
        published=found.recorded_at,
        updated=max(
            each
            for each in (found.recorded_at, found.opened_at, found.closed_at, found.called_off_at)
            if each is not None
        ),
        since=day,
        summary="\n".join([found.why_off, *agenda] if found.why_off else agenda),
        begins=found.planned_at,
        where=found.place,
        is_off=found.stage == Meeting.Stage.CALLED_OFF,
    )


def decision(found: Matter) -> Post:
    """A decision in a feed: known since it was voted on, changed when its stage did."""
    last = found.counted[0]  # type: ignore[attr-defined]
    moments = [each.recorded_at for each in found.steps.all()]
    return Post(
        key=f"quyet-dinh-{found.pk}",
        title=f"{found.village}: {found.title}",
        address=site() + reverse("decisions:public", args=[found.pk]),
        published=last.recorded_at,
        updated=max(moments, default=last.recorded_at),
        since=last.on,
        summary=_("%(stage)s. %(agree)d/%(all)d hộ tán thành.")
        % {"stage": found.get_stage_display(), "agree": last.agree, "all": last.households},
        hangs=False,
    )


def channel(*, title: str, place: Locality, address: str, home: str, moments: Iterable[datetime]) -> Channel:
    """A feed of a village or commune. It opened with the first of `moments`; with none, when this place began."""
    begun = min(moments, default=datetime.fromisoformat(f"{place.valid_from}T00:00:00+07:00"))
    authority = urlsplit(site()).hostname or "localhost"
    return Channel(title, str(place), site() + address, site() + home, authority, begun)
