"""Reads of resolutions. What an actor may not see is not there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import NotFound, Refused
from dienhong.registry import queries as registry
from dienhong.resolutions import access, tree
from dienhong.resolutions.access import Act, Place
from dienhong.resolutions.models import Decision, Proposal, Provision, Reading, Relation, Version, Work
from lawcore.provisions.issuing import issued_elsewhere
from lawcore.provisions.model import Document, Finding, Kind
from lawcore.vietnamese import search_folded

MOST_TO_REVIEW = 10

State = Proposal.State
COUNCIL_KINDS = ("province", "commune")


@dataclass(frozen=True, slots=True)
class Counts:
    """How far the review of a version has come. `unseen`: provisions nobody has looked at."""

    waiting: int
    confirmed: int
    rejected: int
    unseen: int

    @property
    def decided(self) -> int:
        return self.confirmed + self.rejected

    @property
    def total(self) -> int:
        return self.waiting + self.decided


@dataclass(frozen=True, slots=True)
class ArticleCounts:
    """An article with what still waits in it."""

    eid: str
    at: str
    heading: str
    waiting: int
    total: int
    unseen: int


def visible(actor: Actor) -> Q:
    """Versions the actor may see: published ones, and those of the places the actor serves."""
    seen = Q(published_at__isnull=False)
    for grant in actor.grants:
        if grant.organization_id is None:
            seen |= Q(locality__path__startswith=grant.path)
    return seen


def versions(actor: Actor, *, text: str = "") -> QuerySet[Version]:
    """The newest version of each work that the actor may see, newest upload first."""
    seen = Version.objects.filter(visible(actor))
    newest = seen.filter(work=OuterRef("work")).order_by("-ordinal").values("pk")[:1]
    found = seen.filter(pk=Subquery(newest)).select_related("work", "locality")
    if text:
        found = found.filter(Q(work__search__contains=search_folded(text)) | Q(number__icontains=text.strip()))
    waiting = Count("proposals", filter=Q(proposals__state=State.PROPOSED))
    confirmed = Count("proposals", filter=Q(proposals__state=State.CONFIRMED))
    return found.annotate(waiting=waiting, confirmed=confirmed).order_by("-uploaded_at", "-pk")


def to_review(actor: Actor) -> list[Version]:
    """The texts with proposals that wait for this officer's word, newest first."""
    waits = Proposal.objects.filter(version=OuterRef("pk"), state=State.PROPOSED)
    found = versions(actor).filter(Exists(waits))
    return [each for each in found[:MOST_TO_REVIEW] if access.may(actor, Act.REVIEW, access.place_of(each))]


def version(pk: int, actor: Actor, act: Act = Act.SEE) -> Version:
    """A version with its work and place; refuses like `access.check`."""
    found = Version.objects.select_related("work", "locality", "source").filter(pk=pk).first()
    if found is None:
        raise NotFound(_("Không tìm thấy nghị quyết này."))
    access.check(actor, act, access.place_of(found))
    return found


def newest(work_id: int, actor: Actor) -> Version:
    """The newest text of a work that the actor may see."""
    found = Version.objects.filter(visible(actor), work=work_id).order_by("-ordinal").first()
    if found is None:
        raise NotFound(_("Không tìm thấy nghị quyết này."))
    return found


def read_version(pk: int, actor: Actor, act: Act = Act.SEE) -> Version:
    """A version that has been read; Refused while it has not."""
    found = version(pk, actor, act)
    if found.stage != Version.Stage.READ:
        raise Refused(_("Văn bản chưa đọc xong. Hãy mở trang của nghị quyết để xem tiến độ."))
    return found


def places_to_upload(actor: Actor, *, on: date) -> Sequence[tuple[int, str]]:
    """The councils whose resolutions the actor may enter: (id, name), topmost first."""
    paths = [grant.path for grant in actor.grants if grant.organization_id is None]
    paths = [path for path in paths if access.may(actor, Act.UPLOAD, Place(path))]
    return [(place.pk, str(place)) for place in registry.places_below(paths, kinds=COUNCIL_KINDS, on=on)]


def siblings(version: Version, actor: Actor) -> list[Version]:
    """All versions of the same work that the actor may see, first to last."""
    return list(Version.objects.filter(visible(actor), work=version.work_id).order_by("ordinal"))


def document(version: Version) -> Document:
    """The document again, exactly as it was read."""
    rows = list(version.provisions.order_by("order"))
    return tree.document_of(version, rows, list(version.findings.order_by("pk")))


def outline(version: Version) -> list[Provision]:
    """The headings of the text: chapters, articles, annexes' articles; without the words below them."""
    shown = (Kind.PART, Kind.CHAPTER, Kind.SECTION, Kind.SUBSECTION, Kind.ARTICLE)
    return list(version.provisions.filter(kind__in=[kind.value for kind in shown]).order_by("order"))


def live(version: Version) -> QuerySet[Proposal]:
    """Proposals that have not been replaced by others, in the order of the text."""
    return (
        version.proposals.exclude(state=State.SUPERSEDED)
        .select_related("provision")
        .order_by("provision__order", "sentence", "start", "pk")
    )


def confirmed(version: Version) -> QuerySet[Proposal]:
    """What a programme may be built from: proposals an officer has confirmed, in the order of the text."""
    return live(version).filter(state=State.CONFIRMED)


def unseen(version: Version) -> QuerySet[Provision]:
    """Provisions of the text from which nothing is proposed and about which no officer has said a word."""
    last_word = Reading.objects.filter(provision=OuterRef("pk")).order_by("-pk").values("outcome")[:1]
    return (
        version.provisions.annotate(
            word=Subquery(last_word),
            has_proposal=Exists(Proposal.objects.filter(provision=OuterRef("pk")).exclude(state=State.SUPERSEDED)),
        )
        .exclude(unassigned="")
        .filter(Q(word__isnull=True) | Q(word=Reading.Outcome.REOPENED), has_proposal=False)
        .order_by("order")
    )


def counts(version: Version) -> Counts:
    """Two queries whatever the size of the text."""
    by_state: Mapping[str, int] = dict(version.proposals.order_by().values_list("state").annotate(n=Count("pk")))
    return Counts(
        waiting=by_state.get(State.PROPOSED, 0),
        confirmed=by_state.get(State.CONFIRMED, 0),
        rejected=by_state.get(State.REJECTED, 0),
        unseen=unseen(version).count(),
    )


def articles(version: Version) -> list[ArticleCounts]:
    """The articles in order with what waits in each. Three queries."""
    total = Count("pk", filter=~Q(state=State.SUPERSEDED))
    waiting = Count("pk", filter=Q(state=State.PROPOSED))
    by_article: dict[str, dict[str, Any]] = {
        row["provision__article_eid"]: dict(row)
        for row in version.proposals.order_by().values("provision__article_eid").annotate(total=total, waiting=waiting)
    }
    missing = dict(unseen(version).order_by().values_list("article_eid").annotate(n=Count("pk")))
    eids = set(by_article) | set(missing)
    heads = version.provisions.filter(Q(kind=Kind.ARTICLE.value) | Q(eid__in=eids)).order_by("order")
    return [
        ArticleCounts(
            eid=head.eid,
            at=head.at or head.label or _("Đoạn mở đầu"),
            heading=head.heading,
            waiting=by_article.get(head.eid, {}).get("waiting", 0),
            total=by_article.get(head.eid, {}).get("total", 0),
            unseen=missing.get(head.eid, 0),
        )
        for head in heads
    ]


def provision(version: Version, eid: str) -> Provision:
    """One provision by its address; NotFound when the text has none such."""
    found = version.provisions.filter(eid=eid).first()
    if found is None:
        raise NotFound(_("Văn bản này không có điều khoản đó."))
    return found


def subtree(version: Version, row: Provision) -> list[Provision]:
    """A provision and everything below it, in order."""
    after = version.provisions.filter(order__gt=row.order, depth__lte=row.depth).order_by("order").first()
    found = version.provisions.filter(order__gte=row.order)
    return list((found.filter(order__lt=after.order) if after else found).order_by("order"))


def ancestors(row: Provision) -> list[Provision]:
    """What a provision stands below, outermost first. One query a level."""
    above: list[Provision] = []
    while row.parent is not None:
        row = row.parent
        above.insert(0, row)
    return above


def following(version: Version, proposal: Proposal) -> Proposal | None:
    """The next proposal that waits after this one in the text, or the first that waits at all."""
    waiting = live(version).filter(state=State.PROPOSED).exclude(pk=proposal.pk)
    later = waiting.filter(
        Q(provision__order__gt=proposal.provision.order)
        | Q(provision=proposal.provision_id, sentence__gt=proposal.sentence)
        | Q(provision=proposal.provision_id, sentence=proposal.sentence, start__gt=proposal.start)
        | Q(provision=proposal.provision_id, sentence=proposal.sentence, start=proposal.start, pk__gt=proposal.pk),
    )
    return later.first() or waiting.first()


def lineage(version: Version) -> tuple[list[str], list[str]]:
    """Names of the places that this version's place came from and became."""
    before, after = registry.lineage(version.locality)
    return [str(place) for place in before], [str(place) for place in after]


def issuer_finding(version: Version) -> Finding | None:
    """What to know when another place's council issued the text; None for the place's own and a text not yet read."""
    issuer, here = version.metadata.get("issuer") or "", str(version.locality)
    if issued_elsewhere(issuer, here=here) is None:
        return None  # the place's own, as most are: its history and the places above need no look
    above = [str(place) for place in registry.places_above(version.locality)]
    return issued_elsewhere(issuer, here=here, own=lineage(version)[0], above=above)


def with_history(proposals: QuerySet[Proposal]) -> QuerySet[Proposal]:
    """Proposals with their decisions, oldest first, and what they were carried over from."""
    history = Prefetch("decisions", Decision.objects.order_by("pk"))
    return proposals.select_related("provision", "carried_from__version", "origin").prefetch_related(history)


def affected_by(work: Work, actor: Actor) -> list[Relation]:
    """What repeals, replaces or amends this work, newest first, as far as the actor may see it."""
    seen = Version.objects.filter(visible(actor)).values("pk")
    kinds = (Relation.Kind.REPEALS, Relation.Kind.REPLACES, Relation.Kind.AMENDS)
    return list(
        work.affected_by.filter(relation__in=kinds, version__in=seen, version__status=Version.Status.ADOPTED)
        .select_related("version__work")
        .order_by("-version__effective_on", "-pk"),
    )


def ended_by(work: Work, *, on: date) -> Relation | None:
    """The adopted text that had repealed or replaced this work by this day, None while it stands."""
    ending = work.affected_by.filter(
        relation__in=(Relation.Kind.REPEALS, Relation.Kind.REPLACES),
        version__status=Version.Status.ADOPTED,
        version__effective_on__lte=on,
    )
    return ending.select_related("version__work").order_by("version__effective_on", "pk").first()


def candidates(version: Version, actor: Actor) -> QuerySet[Work]:
    """Works a document named by this version could be: of the same place or those it came from or became."""
    before, after = registry.lineage(version.locality)
    places = [version.locality_id, *(place.pk for place in (*before, *after))]
    seen = Version.objects.filter(visible(actor), work=OuterRef("pk"))
    return Work.objects.filter(Exists(seen), locality__in=places).exclude(pk=version.work_id).order_by("title", "pk")


def suggested(relation: Relation, works: QuerySet[Work]) -> Work | None:
    """The work, among those it could be, that carries the number which the text prints."""
    if not relation.number:
        return None
    return works.filter(versions__number__iexact=relation.number).first()


def names(keys: Iterable[str]) -> dict[str, str]:
    """Who stands behind each actor key; the machine by its own name."""
    return {"system": str(_("Hệ thống"))} | registry.names_of(set(keys))
