"""Rounds, their samples, what was found; what everybody may know of a disclosure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, IntegerField, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from dienhong.foundations.actors import Actor
from dienhong.registry import queries as registry
from dienhong.registry.models import Locality, Organization
from dienhong.spot_checks import access
from dienhong.spot_checks.access import Act
from dienhong.spot_checks.models import Finding, Reply, Result, Round, Sample
from lawcore.sampling import Bounds, bounds

FINDINGS = Prefetch(
    "findings",
    Finding.objects.select_related("photo")
    .prefetch_related(Prefetch("replies", Reply.objects.select_related("photo").order_by("pk")))
    .order_by("-number"),
)
CLAIM = (
    "round__locality",
    "village",
    "posting__village",
    "posting__removal",
    "posting__proof",
    "posting__version__file",
    "posting__version__disclosure__item__plan__organization__locality",
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a round has found so far: `results` by `Result`, `waiting` not looked at yet.

    `bounds` are of the whole frame; what was not or could not be looked at counts both ways.
    """

    drawn: int
    waiting: int
    results: Counter[str]
    bounds: Bounds | None

    @property
    def agreed(self) -> int:
        return self.results[Result.AS_CLAIMED]

    @property
    def unsure(self) -> int:
        """Nothing is known of these: not looked at yet, or it was not possible."""
        return self.waiting + self.results[Result.NOT_LOOKED]

    @property
    def looked(self) -> int:
        return self.drawn - self.unsure


def places(actor: Actor, *, on: date) -> list[Locality]:
    """Where the actor may open a round: communes and provinces of their own roles, and communes below."""
    paths = [grant.path for grant in actor.grants if grant.role in access.CHECKERS and grant.organization_id is None]
    return list(registry.places_below(paths, kinds=[Locality.Kind.PROVINCE, Locality.Kind.COMMUNE], on=on))


def rounds(actor: Actor) -> QuerySet[Round]:
    """Those the actor may see, the latest first, with how many were drawn and looked at."""
    mine = Q(pk__in=())
    for grant in actor.grants:
        if grant.role in access.GRANTS[Act.SEE] and grant.organization_id is None:
            mine |= Q(locality__path__startswith=grant.path)
    known = Sample.objects.filter(round=OuterRef("pk")).annotate(result=_last_result())
    looked = known.filter(result__isnull=False).exclude(result=Result.NOT_LOOKED)
    return (
        Round.objects.filter(mine)
        .select_related("locality", "village", "drawing")
        .annotate(looked=_counted(looked), agreed=_counted(known.filter(result=Result.AS_CLAIMED)))
        .order_by("-pk")
    )


def _last_result() -> Subquery:
    return Subquery(Finding.objects.filter(sample=OuterRef("pk")).order_by("-number").values("result")[:1])


def _counted(samples: QuerySet[Sample]) -> Coalesce:
    counted = samples.order_by().values("round").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def round_seen(pk: int, actor: Actor) -> Round:
    """Raises NotFound for who may not see it."""
    found = Round.objects.select_related("locality", "village", "drawing", "frame").filter(pk=pk).first()
    if found is None or not access.may(actor, Act.SEE, found.locality):
        raise access.nothing()
    return found


def samples(round: Round) -> list[Sample]:  # noqa: A002 - the field's own word
    """In the order drawn, each with its claim and its findings, the last first. Three queries."""
    return list(round.samples.select_related(*CLAIM).prefetch_related(FINDINGS).order_by("number"))


def sample_seen(pk: int, actor: Actor, *, on: date) -> Sample:
    """With its claim and its findings. What is not looked at yet is for who looks; else raises NotFound."""
    found = Sample.objects.select_related("round__drawing", *CLAIM).prefetch_related(FINDINGS).filter(pk=pk).first()
    if found is None:
        raise access.nothing()
    unit = found.posting.version.disclosure.item.plan.organization
    if access.may_of(actor, Act.CHECK, unit):
        return found
    if access.may_of(actor, Act.SEE, unit) and (last(found) is not None or on > found.round.until):
        return found
    raise access.nothing()


def finding(pk: int, actor: Actor) -> Finding:
    """Raises NotFound for who may not see it."""
    found = Finding.objects.select_related("photo", *(f"sample__{each}" for each in CLAIM)).filter(pk=pk).first()
    if found is None or not access.may_of(actor, Act.SEE, unit_of(found.sample)):
        raise access.nothing()
    return found


def unit_of(sample: Sample) -> Organization:
    """Whose claim it is."""
    return sample.posting.version.disclosure.item.plan.organization


def last(sample: Sample) -> Finding | None:
    """The finding that counts; None while nobody has looked."""
    return next(iter(sample.findings.all()), None)


def outcome(round: Round, samples: Iterable[Sample]) -> Outcome:  # noqa: A002 - as above
    """What the round has found by now."""
    found = [last(each) for each in samples]
    results = Counter(each.result for each in found if each is not None)
    waiting = sum(each is None for each in found)
    unsure = waiting + results[Result.NOT_LOOKED]
    whole = None
    if found and unsure < len(found):
        whole = bounds(whole=round.frame_size, drawn=len(found), agreed=results[Result.AS_CLAIMED], unsure=unsure)
    return Outcome(len(found), waiting, results, whole)


def is_open_to_all(round: Round, samples: Iterable[Sample], *, on: date) -> bool:  # noqa: A002 - as above
    """Whether who only sees the round sees the whole sample: all were looked at, or its days are over."""
    return on > round.until or all(last(each) is not None for each in samples)


def found_of(disclosure: int) -> list[Sample]:
    """What was looked at of a disclosure, the latest first, with findings and replies. Three queries."""
    found = Sample.objects.filter(posting__version__disclosure=disclosure, findings__isnull=False).distinct()
    return list(found.select_related(*CLAIM).prefetch_related(FINDINGS).order_by("-pk"))


def round_closed(pk: int, *, on: date) -> Round:
    """For everybody: a round whose whole sample is open. Raises NotFound for one that is still looked at."""
    found = Round.objects.select_related("locality", "village", "drawing", "frame").filter(pk=pk).first()
    if found is None or getattr(found, "drawing", None) is None:
        raise access.nothing()
    if on <= found.until and found.samples.filter(findings=None).exists():
        raise access.nothing()
    return found


def waiting_to_draw() -> list[Round]:
    """Rounds whose lots are not drawn yet, the oldest first."""
    return list(Round.objects.filter(drawing=None).select_related("locality", "frame").order_by("pk"))
