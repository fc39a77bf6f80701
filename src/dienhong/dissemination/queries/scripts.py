"""Scripts of a disclosure, the newest first."""

from django.db.models import QuerySet

from dienhong.disclosures import queries as disclosures
from dienhong.disclosures.models import Disclosure, Version
from dienhong.dissemination import access
from dienhong.dissemination.models import Script
from dienhong.foundations.actors import Actor


def scripts(disclosure: Disclosure) -> QuerySet[Script]:
    """Of every version, newest first."""
    found = Script.objects.filter(version__disclosure=disclosure).select_related("version")
    return found.order_by("-version__number", "-number")


def newest_script(version: Version) -> Script | None:
    """The words that count for a version."""
    return Script.objects.filter(version=version).order_by("-number").first()


def script(pk: int, actor: Actor) -> Script:
    """For who works with it. Raises NotFound."""
    found = Script.objects.filter(pk=pk).first()
    if found is None:
        raise access.nothing()
    found.version.disclosure = disclosures.seen(found.version.disclosure_id, actor)
    return found
