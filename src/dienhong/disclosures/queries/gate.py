"""Reads about what stands between a version and the public; how far the machine has come."""

from dataclasses import dataclass
from datetime import date

from django.core.cache import cache
from django.db.models import Q

from dienhong.disclosures.models import Disclosure, HeldUpload, Item, Version
from dienhong.documents.models import StoredFile
from dienhong.foundations.actors import Actor

KEPT_SECONDS = 3600
MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Progress:
    """Pages that were recognised, of how many; `minutes` until the end at this pace, at least one."""

    done: int
    pages: int
    minutes: int


def is_waiting(version: Version) -> bool:
    """Whether nobody has looked into it yet: it may not be published."""
    return version.has_content and getattr(version, "screening", None) is None


def is_stopped(version: Version) -> bool:
    """Whether something was found in it, or could not be looked into, that no second person has let out."""
    screening = getattr(version, "screening", None)
    if screening is None or getattr(version, "clearance", None) is not None:
        return False
    return bool(screening.found or screening.unchecked)


def is_free(version: Version) -> bool:
    """Whether it may be published."""
    return version.has_content and not is_waiting(version) and not is_stopped(version)


def note_progress(version_id: int, done: int, pages: int, *, seconds: float) -> None:
    """How far a job has come; lost with the cache, which harms nobody."""
    minutes = round(seconds / done * (pages - done) / 60) if done else 0
    cache.set(_key(version_id), (done, pages, max(1, minutes)), KEPT_SECONDS)


def forget_progress(version_id: int) -> None:
    """Nothing about a version stays in the cache."""
    cache.delete(_key(version_id))


def progress(version: Version) -> Progress | None:
    """How far it has come; None before its first page."""
    found = cache.get(_key(version.pk))
    return Progress(*found) if found else None


def held_upload(key: str, by: Actor) -> HeldUpload | None:
    """The file that came with an earlier sending of this form by this person."""
    return HeldUpload.objects.select_related("file").filter(key=key, held_by=by.key).first()


def _key(version_id: int) -> str:
    return f"screening:{version_id}"


def same_elsewhere(item: Item, *, title: str, since: date, file: StoredFile | None) -> list[Disclosure]:
    """What this organization discloses under another content by this title and day, or anywhere by this file."""
    same = Q(title=title, begun_on=since) & ~Q(item=item)
    if file is not None:
        same |= Q(versions__file=file, versions__withdrawal__isnull=True)
    found = Disclosure.objects.filter(same, item__plan__organization=item.plan.organization_id, is_closed=False)
    return list(found.select_related("item").order_by("pk").distinct()[:MOST_NAMED])
