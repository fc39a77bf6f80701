"""Second texts and voices: those of the desk, and those that everybody may read and hear."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from dienhong.disclosures import queries as disclosures
from dienhong.disclosures.models import Disclosure, Version
from dienhong.dissemination import access
from dienhong.dissemination.languages import name_of, own_name_of
from dienhong.dissemination.models import Ruling, SecondText, Voice
from dienhong.foundations.actors import Actor

RULED = Prefetch("rulings", Ruling.objects.order_by("-pk"))


@dataclass(frozen=True, slots=True)
class Written:
    """A second text with the ruling that counts, None while nobody ruled; `is_old`: of an earlier Vietnamese text."""

    text: SecondText
    ruling: Ruling | None
    is_old: bool

    @property
    def language(self) -> str:
        """The name of its language, "Tiếng Khmer"."""
        return name_of(self.text.language)

    @property
    def own_name(self) -> str:
        """How its readers write that name; empty where we are not sure of it."""
        return own_name_of(self.text.language)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A voice with the ruling that counts; `is_old`: of an earlier Vietnamese text."""

    voice: Voice
    ruling: Ruling | None
    is_old: bool

    @property
    def language(self) -> str:
        """The name of its language, "Tiếng Việt"."""
        return name_of(self.voice.language)


def texts(disclosure: Disclosure) -> list[Written]:
    """Every second text of it, newest first. Two queries."""
    newest = disclosures.newest(disclosure)
    return [
        Written(each, _last(each.rulings.all()), each.version_id != newest.pk)
        for each in _texts().filter(version__disclosure=disclosure)
    ]


def voices(disclosure: Disclosure) -> list[Spoken]:
    """Every voice of it, newest first. Two queries."""
    newest = disclosures.newest(disclosure)
    return [
        Spoken(each, _last(each.rulings.all()), each.version_id != newest.pk)
        for each in _voices().filter(version__disclosure=disclosure)
    ]


def shown_texts(disclosure: Disclosure) -> list[Written]:
    """The approved second text of each language that everybody may read: the newest of a version that is out."""
    chosen: dict[str, Written] = {}
    open_to_all = _shown_versions(disclosure)
    for each in texts(disclosure):
        if each.ruling is not None and each.ruling.is_approved and each.text.version_id in open_to_all:
            chosen.setdefault(each.text.language, each)
    return list(chosen.values())


def shown_voices(disclosure: Disclosure) -> list[Spoken]:
    """The approved voice of each language that everybody may hear: the newest of a version that is out."""
    chosen: dict[str, Spoken] = {}
    open_to_all = _shown_versions(disclosure)
    for each in voices(disclosure):
        if each.ruling is not None and each.ruling.is_approved and each.voice.version_id in open_to_all:
            chosen.setdefault(each.voice.language, each)
    return list(chosen.values())


def seen_text(pk: int, actor: Actor) -> SecondText:
    """For who may make or approve it. Raises NotFound."""
    found = _texts().filter(pk=pk).first()
    if found is None:
        raise access.nothing()
    _with_disclosure(found.version, actor)
    return found


def seen_voice(pk: int, actor: Actor) -> Voice:
    """For who may make or approve it. Raises NotFound."""
    found = _voices().filter(pk=pk).first()
    if found is None:
        raise access.nothing()
    _with_disclosure(found.version, actor)
    return found


def voice(pk: int, actor: Actor) -> Voice:
    """For everybody while it is approved and its version is out; else for who may make or approve it."""
    found = _voices().filter(pk=pk).first()
    if found is None:
        raise access.nothing()
    last = _last(found.rulings.all())
    if last is not None and last.is_approved:
        about = disclosures.disclosure(found.version.disclosure_id)
        if about.item.plan.kind == "commune" and found.version_id in _shown_versions(about):
            return found
    _with_disclosure(found.version, actor)
    return found


def _texts() -> QuerySet[SecondText]:
    found = SecondText.objects.select_related("version", "file").prefetch_related(RULED)
    return found.order_by("-version__number", "language", "-number")


def _voices() -> QuerySet[Voice]:
    found = Voice.objects.select_related("version", "file", "script", "text").prefetch_related(RULED)
    return found.order_by("-version__number", "language", "-number")


def _last(rulings: Iterable[Ruling]) -> Ruling | None:
    return next(iter(rulings), None)


def _shown_versions(disclosure: Disclosure) -> set[int]:
    return {each.pk for each in disclosure.versions.all() if disclosures.is_shown(each)}


def _with_disclosure(version: Version, actor: Actor) -> None:
    about = disclosures.disclosure(version.disclosure_id)
    if not access.may_approve(actor, about.item.plan.organization, is_out=version.pk in _shown_versions(about)):
        raise access.nothing()
    version.disclosure = about


def approved_words(disclosure: Disclosure) -> list[str]:
    """The second texts of it that stand approved: a citizen finds it by their words."""
    found = SecondText.objects.filter(version__disclosure=disclosure).prefetch_related("rulings")
    return [
        each.text for each in found if (last := max(each.rulings.all(), key=_by_pk, default=None)) and last.is_approved
    ]


def _by_pk(ruling: Ruling) -> int:
    return ruling.pk
