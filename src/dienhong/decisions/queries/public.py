"""What everybody may know of what villages decide: matters, meetings, registers. No household and no choice of one."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Case, Count, Exists, F, OuterRef, Prefetch, Q, QuerySet, Value, When, Window
from django.db.models.functions import RowNumber

from dienhong.decisions import access
from dienhong.decisions.models import CommuneMatter, Item, Matter, Meeting, Outcome
from dienhong.ledger import queries as ledger
from dienhong.registry import queries as registry
from dienhong.registry.models import Locality
from lawcore.vietnamese import search_folded

BINDS = frozenset({"in_force", "challenged", "asked"})
"""Stages in which a decision is to be carried out: challenged or asked to be changed, it still binds."""
OPEN = frozenset(
    {"proposed", "by_meeting", "by_ballot", "by_online", "notified", "in_meeting", "too_few", "passed", "signed"}
    | {"sent", "awaiting"}
)
"""Stages in which something is still to come."""
DECIDED = frozenset({"failed", "passed", "signed", "sent", "awaiting", "refused", "amended", "abolished"}) | BINDS
TOLD = (Meeting.Stage.NOTIFIED, Meeting.Stage.OPEN)
LONGEST_MEETING = timedelta(hours=12)
FIRST = 20
"""How many lines a part of a village's page shows; the register has all."""
NEWEST = 50
"""How many entries a feed carries."""
LAST_OUTCOME = Prefetch("outcomes", Outcome.objects.order_by("-pk"), to_attr="counted")


def communes(text: str = "") -> QuerySet[Locality]:
    """The communes whose villages have put something to their households; of a name with or without diacritics."""
    here = Matter.objects.filter(village__parent=OuterRef("pk"))
    found = Locality.objects.filter(Exists(here), kind=Locality.Kind.COMMUNE).select_related("parent")
    for word in search_folded(text).split():
        found = found.filter(Q(search__contains=word) | Q(parent__search__contains=word))
    return found.order_by("path")


def place_now(code: str, kind: Locality.Kind) -> Locality:
    """What the commune or village with this code is today: merged or renamed, what was printed leads on.

    Raises NotFound.
    """
    place = Locality.objects.filter(code=code, kind=kind).select_related("parent").first()
    if place is None:
        raise access.nothing()
    now = registry.present_form(place)
    if now.kind != kind:
        raise access.nothing()
    return now


def villages_of(commune: Locality, *, on: date) -> list[Locality]:
    """The villages of a commune on this day. One query."""
    return list(registry.places_below([commune.path], kinds=[Locality.Kind.VILLAGE], on=on))


def all_of(village: Locality) -> list[int]:
    """The ids of the village and of all that became it."""
    return [village.pk, *registry.former_forms(village)]


def all_under(commune: Locality) -> list[int]:
    """The ids of every village that lies, or lay, in the commune. One query."""
    below = Locality.objects.filter(path__startswith=commune.path, kind=Locality.Kind.VILLAGE)
    return list(below.order_by("pk").values_list("pk", flat=True))


def present(village: Locality) -> Locality:
    """What the village is today."""
    return registry.present_form(village)


def came_from(village: Locality) -> list[Locality]:
    """The villages that became this one, nearest first."""
    return registry.lineage(village)[0]


def of_villages(ids: Iterable[int], *, text: str = "") -> QuerySet[Matter]:
    """What was put to these villages, newest first, each with its results (`counted`); of words without diacritics."""
    found = Matter.objects.filter(village__in=list(ids)).exclude(stage="draft")
    words = search_folded(text).split()
    if words:
        said = found.values_list("pk", "title", "asked")
        keys = [pk for pk, *parts in said if all(word in search_folded(" ".join(parts)) for word in words)]
        found = found.filter(pk__in=keys)
    return found.select_related("village", "amends").prefetch_related(LAST_OUTCOME, "amended_by").order_by("-pk")


def of_village(ids: Iterable[int], parts: Mapping[str, frozenset[str]], *, text: str = "") -> dict[str, list[Matter]]:
    """The newest FIRST matters of each of these groups of stages, under its name. Three queries."""
    names = Case(*(When(stage__in=stages, then=Value(name)) for name, stages in parts.items()), default=Value(""))
    place = Window(RowNumber(), partition_by=F("part"), order_by=F("pk").desc())
    ranked = of_villages(ids, text=text).annotate(part=names, place=place).exclude(part="").filter(place__lte=FIRST)
    found: dict[str, list[Matter]] = {name: [] for name in parts}
    for each in ranked:
        found[each.part].append(each)
    return found


def decided(ids: Iterable[int], *, year: int | None = None, text: str = "") -> QuerySet[Matter]:
    """The register: what was decided or voted down, the latest first."""
    found = of_villages(ids, text=text).filter(stage__in=DECIDED, outcomes__isnull=False).distinct()
    if year:
        found = found.filter(begun_on__year__lte=year).filter(
            Q(passed_on__year=year) | Q(passed_on__isnull=True, outcomes__on__year=year)
        )
    return found


def years(ids: Iterable[int]) -> list[int]:
    """The years in which these villages decided something, newest first. One query."""
    days = Outcome.objects.filter(matter__village__in=list(ids)).values_list("on__year", flat=True)
    return sorted(set(days.distinct()), reverse=True)


def meetings_told(ids: Iterable[int], *, at: datetime) -> list[Meeting]:
    """Meetings that households were told of and that are not over, the next first, each with its agenda.

    One called off stays until its day is past, with what it was moved to.
    """
    told = Meeting.objects.filter(village__in=list(ids), planned_at__gte=at - LONGEST_MEETING)
    found = told.filter(Q(stage__in=TOLD) | Q(stage=Meeting.Stage.CALLED_OFF, notified_on__isnull=False))
    return list(_with_agenda(found).order_by("planned_at", "pk")[:FIRST])


def meetings_known(ids: Iterable[int]) -> list[Meeting]:
    """Every meeting that households were told of, held and called off ones too, the latest first: for a calendar."""
    found = Meeting.objects.filter(village__in=list(ids), notified_on__isnull=False)
    return list(_with_agenda(found).order_by("-planned_at", "-pk")[:NEWEST])


def meeting_told(pk: int) -> Meeting:
    """One of them. Raises NotFound."""
    found = _with_agenda(Meeting.objects.filter(pk=pk, notified_on__isnull=False)).first()
    if found is None:
        raise access.nothing()
    return found


def _with_agenda(found: QuerySet[Meeting]) -> QuerySet[Meeting]:
    agenda = Prefetch("items", Item.objects.select_related("matter").order_by("position"), to_attr="agenda")
    return found.select_related("village__parent", "moved_to").prefetch_related(agenda)


def public_matter(pk: int) -> Matter:
    """A matter that was put to the households. Raises NotFound."""
    found = Matter.objects.filter(pk=pk).exclude(stage="draft")
    matter = found.select_related("village__parent", "amends", "under").prefetch_related(LAST_OUTCOME).first()
    if matter is None:
        raise access.nothing()
    return matter


@dataclass(frozen=True, slots=True)
class Line:
    """A village of a commune: what binds there, what is still to come."""

    village: Locality
    binds: int
    open: int


def lines(commune: Locality, villages: list[Locality]) -> list[Line]:
    """How much each village has, what it came from included. One query, and one for each step of mergers."""
    ids = {each.pk for each in villages}
    found = list(
        Matter.objects.filter(village__path__startswith=commune.path)
        .values_list("village")
        .annotate(
            binds=Count("pk", filter=Q(stage__in=BINDS)),
            coming=Count("pk", filter=Q(stage__in=OPEN)),
        )
    )
    now = registry.present_ids(pk for pk, *_rest in found if pk not in ids)
    binds: Counter[int] = Counter()
    coming: Counter[int] = Counter()
    for pk, bind, come in found:
        binds[now.get(pk, pk)] += bind
        coming[now.get(pk, pk)] += come
    return [Line(each, binds[each.pk], coming[each.pk]) for each in villages]


def commune_matters(commune: Locality) -> list[CommuneMatter]:
    """What the commune put to all of its villages, newest first."""
    return list(CommuneMatter.objects.filter(commune=commune).order_by("-pk")[:FIRST])


def commune_matter(pk: int) -> CommuneMatter:
    """One of them. Raises NotFound."""
    found = CommuneMatter.objects.filter(pk=pk).select_related("commune").first()
    if found is None:
        raise access.nothing()
    return found


def code_of_matter(pk: int) -> str | None:
    """The village whose matter this is."""
    code: str | None = Matter.objects.filter(pk=pk).values_list("village__code", flat=True).first()
    return code


def lineage(code: str) -> list[str]:
    """The codes under which acts of a place's page are recorded: its own and those of what was merged into it."""
    found = Locality.objects.filter(code=code, kind=Locality.Kind.VILLAGE).first()
    codes = Locality.objects.filter(pk__in=all_of(found)).values_list("code", flat=True) if found else []
    return sorted({code, *codes})


def acts(codes: Iterable[str]) -> str:
    """How things stand for these places: another word after every act that a page may show.

    Of a tick, a slip or a household's answer no page for everybody tells before the result stands.
    """
    return "-".join(str(ledger.shown_acts(each)) for each in codes)
