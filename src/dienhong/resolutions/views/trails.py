"""Where a page of this domain stands: the list, the resolution, the page."""

from django.urls import reverse
from django.utils.translation import pgettext

from dienhong.resolutions.models import Version

SHORT = 60


def trail(version: Version | None, here: str = "") -> list[tuple[str, str]]:
    """Pairs of words and address for the breadcrumbs; the last is the page itself."""
    found = [(pgettext("list", "Nghị quyết"), reverse("resolutions:index"))]
    if version is not None:
        title = version.number or version.work.title
        short = title if len(title) <= SHORT else title[:SHORT].rsplit(" ", 1)[0] + "…"
        found.append((short, reverse("resolutions:detail", args=[version.pk])))
    return [*found, (here, "")] if here else found
