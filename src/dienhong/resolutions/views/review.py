"""The officer's review: text on the left, proposals on the right, one decision at a time or a whole article."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode
from uuid import uuid4

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from dienhong.foundations.refusals import Refused
from dienhong.foundations.requests import CivicRequest
from dienhong.resolutions import actions, queries, shown
from dienhong.resolutions.access import Act
from dienhong.resolutions.forms import CountForm, NoteForm, ReviewFilter
from dienhong.resolutions.models import Proposal, Provision, Reading, Version
from dienhong.resolutions.queries import ArticleCounts
from dienhong.resolutions.shown import Card
from dienhong.resolutions.views.trails import trail

PER_PAGE = 15
MOST_ROWS = 400
KEYS = (
    ("j", gettext_lazy("xuống")),
    ("k", gettext_lazy("lên")),
    ("x", gettext_lazy("xác nhận")),
    ("e", gettext_lazy("sửa")),
    ("b", gettext_lazy("bỏ")),
    ("t", gettext_lazy("tách")),
    ("c", gettext_lazy("chọn để gộp")),
    ("g", gettext_lazy("gộp")),
)
KEPT = ("dieu", "loai", "chu_de", "trang_thai")  # what stays when the officer goes on to the next proposal
NOBODY_CHOSEN = "0"  # the page begins at its top, where a message stands


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The article shown, with the one before and the one after it."""

    here: ArticleCounts | None
    before: ArticleCounts | None
    after: ArticleCounts | None


@require_safe
def review(request: CivicRequest, pk: int) -> HttpResponse:
    version = queries.version(pk, request.actor, Act.REVIEW)
    articles = queries.articles(version)
    asked = ReviewFilter(request.GET, articles=[(each.eid, _named(each)) for each in articles])
    columns = asked.columns()
    where = _neighbours(articles, request.GET.get("dieu", ""), anywhere=bool(columns))
    found = queries.with_history(queries.live(version).filter(**columns))
    if where.here is not None:
        found = found.filter(provision__article_eid=where.here.eid)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("trang") or _page_of_chosen(request, found))
    cards = shown.cards(page, queries.names(shown.keys_of(page)))
    chosen = _chosen(request, cards)
    context = {
        "version": version,
        "counts": queries.counts(version),
        "issuer_finding": queries.issuer_finding(version),
        "filter": ReviewFilter(
            initial={**request.GET.dict(), "dieu": where.here.eid if where.here else ""},
            articles=[(each.eid, _named(each)) for each in articles],
        ),
        "where": where,
        "page": page,
        "cards": cards,
        "chosen": chosen.pk if chosen else None,
        "shown_eid": chosen.provision.eid if chosen else "",
        "lines": list(shown.lines(_rows(version, where.here, page))),
        "unseen": _unseen(version, where.here),
        "merge_key": uuid4(),
        "query": urlencode({name: request.GET[name] for name in KEPT if request.GET.get(name)} | _article(where)),
        "keys": KEYS,
        "trail": trail(version, _("Rà soát")),
    }
    return render(request, "resolutions/review.html", context)


@require_POST
def confirm(request: CivicRequest, pk: int, proposal_id: int) -> HttpResponse:
    return _decide(request, pk, lambda: actions.confirm(proposal_id=proposal_id, by=request.actor, at=request.at))


@require_POST
def reject(request: CivicRequest, pk: int, proposal_id: int) -> HttpResponse:
    reason = request.POST.get("reason", "")[:500]
    return _decide(
        request,
        pk,
        lambda: actions.reject(proposal_id=proposal_id, reason=reason, by=request.actor, at=request.at),
    )


@require_POST
def confirm_article(request: CivicRequest, pk: int) -> HttpResponse:
    queries.version(pk, request.actor, Act.REVIEW)
    form = CountForm(request.POST)
    if not form.is_valid():
        raise Refused(_("Trang đã cũ. Hãy tải lại trang rà soát rồi làm lại."))
    said = form.cleaned_data
    try:
        done = actions.confirm_article(
            version_id=pk, article_eid=said["article"], expected=said["expected"], by=request.actor, at=request.at
        )
    except actions.DecidedMeanwhile as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(
            request,
            ngettext("Đã xác nhận %(count)s đề xuất.", "Đã xác nhận %(count)s đề xuất.", done) % {"count": done},
        )
    return redirect(_address(pk, {"dieu": said["article"]}))


@require_safe
def unseen(request: CivicRequest, pk: int) -> HttpResponse:
    """Every provision from which nothing is proposed and about which nobody has said a word."""
    version = queries.version(pk, request.actor, Act.REVIEW)
    page = Paginator(queries.unseen(version), PER_PAGE).get_page(request.GET.get("trang"))
    context = {"version": version, "page": page, "trail": trail(version, _("Chưa ai xem"))}
    return render(request, "resolutions/unseen.html", context)


@require_http_methods(["GET", "POST"])
def note(request: CivicRequest, pk: int, eid: str) -> HttpResponse:
    """An officer's word on one provision."""
    version = queries.version(pk, request.actor, Act.REVIEW)
    row = queries.provision(version, eid)
    form = NoteForm(request.POST or None, initial={"outcome": Reading.Outcome.NO_DUTY, "reason": row.unassigned})
    if request.method == "POST" and form.is_valid():
        actions.note(
            provision_id=row.pk,
            outcome=form.cleaned_data["outcome"],
            reason=form.cleaned_data["reason"],
            by=request.actor,
            at=request.at,
        )
        messages.success(request, _("Đã ghi: %(at)s.") % {"at": row.at})
        return redirect(_address(pk, {"dieu": row.article_eid}))
    context = {
        "version": version,
        "row": row,
        "lines": list(shown.lines(queries.subtree(version, row))),
        "form": form,
        "trail": trail(version, row.at),
    }
    return render(request, "resolutions/note.html", context, status=422 if form.is_bound else 200)


@require_POST
def note_unseen(request: CivicRequest, pk: int) -> HttpResponse:
    """One reason for all the provisions of an article that nobody has looked at."""
    queries.version(pk, request.actor, Act.REVIEW)
    form = CountForm(request.POST)
    if not form.is_valid():
        raise Refused(_("Trang đã cũ. Hãy tải lại trang rà soát rồi làm lại."))
    said = form.cleaned_data
    try:
        done = actions.note_unseen(
            version_id=pk,
            article_eid=said["article"],
            expected=said["expected"],
            reason=said["reason"],
            by=request.actor,
            at=request.at,
        )
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(
            request,
            ngettext(
                "Đã đánh dấu %(count)s điều khoản không giao việc.",
                "Đã đánh dấu %(count)s điều khoản không giao việc.",
                done,
            )
            % {"count": done},
        )
    return redirect(_address(pk, {"dieu": said["article"]}))


def _decide(request: CivicRequest, pk: int, act: Callable[[], Proposal]) -> HttpResponse:
    """Decide, say so when somebody else was first, and go on to the next proposal that waits."""
    try:
        proposal = act()
    except actions.DecidedMeanwhile as refusal:
        messages.error(request, str(refusal))
        return redirect(_address(pk, _kept(request) | {"chon": NOBODY_CHOSEN}))
    return redirect(next_address(request, proposal))


def next_address(request: CivicRequest, proposal: Proposal) -> str:
    """The review page at the proposal that waits next, with the filters of the form's `query` kept."""
    version = proposal.version
    kept = _kept(request)
    following = queries.following(version, proposal)
    if following is None:
        messages.success(request, _("Đã duyệt hết các đề xuất của văn bản này."))
        return _address(version.pk, kept | {"dieu": proposal.provision.article_eid})
    return _address(version.pk, kept | {"dieu": following.provision.article_eid, "chon": str(following.pk)})


def _article(where: Neighbours) -> dict[str, str]:
    return {"dieu": where.here.eid} if where.here else {}


def _kept(request: CivicRequest) -> dict[str, str]:
    sent = dict(parse_qsl(request.POST.get("query", "")))
    return {name: sent[name] for name in KEPT if name in sent}


def _address(pk: int, query: Mapping[str, str]) -> str:
    return f"{reverse('resolutions:review', args=[pk])}?{urlencode(query)}"


def _named(article: ArticleCounts) -> str:
    heading = f": {article.heading}" if article.heading else ""
    left = article.waiting + article.unseen
    waiting = ngettext(" (còn %(n)s)", " (còn %(n)s)", left) % {"n": left} if left else ""
    return f"{article.at}{heading[:60]}{waiting}"


def _neighbours(articles: Sequence[ArticleCounts], asked: str, *, anywhere: bool) -> Neighbours:
    """The article asked for; without one, the first where a proposal waits. `anywhere`: the whole text then."""
    places = {each.eid: number for number, each in enumerate(articles)}
    waiting = next((number for number, each in enumerate(articles) if each.waiting), None)
    if waiting is None:
        waiting = next((number for number, each in enumerate(articles) if each.unseen), 0)
    at = places.get(asked, None if anywhere else waiting)
    if at is None or not articles:
        return Neighbours(None, None, None)
    before = articles[at - 1] if at else None
    after = articles[at + 1] if at + 1 < len(articles) else None
    return Neighbours(articles[at], before, after)


def _rows(version: Version, article: ArticleCounts | None, page: Page[Proposal]) -> list[Provision]:
    """The text beside the proposals: the article, or of a very long one the part that this page is about."""
    if article is None:
        return list(version.provisions.filter(pk__in=[each.provision_id for each in page]).order_by("order"))
    rows = version.provisions.filter(article_eid=article.eid).order_by("order")
    if len(page) and rows.count() > MOST_ROWS:
        orders = [each.provision.order for each in page]
        rows = rows.filter(Q(order__range=(min(orders), max(orders))) | Q(eid=article.eid))
    return list(rows[:MOST_ROWS])


def _unseen(version: Version, article: ArticleCounts | None) -> list[Provision]:
    if article is None or not article.unseen:
        return []
    return list(queries.unseen(version).filter(article_eid=article.eid))


def _page_of_chosen(request: CivicRequest, found: QuerySet[Proposal]) -> int:
    """The page on which the proposal asked for stands, or the first that waits; the first page without either."""
    states = list(found.prefetch_related(None).values_list("pk", "state"))
    asked = request.GET.get("chon", "")
    waiting = [at for at, (_pk, state) in enumerate(states) if state == Proposal.State.PROPOSED]
    place = next((at for at in waiting if str(states[at][0]) == asked), waiting[0] if waiting else 0)
    return place // PER_PAGE + 1


def _chosen(request: CivicRequest, cards: Sequence[Card]) -> Proposal | None:
    """Which proposal the keyboard stands on: the one asked for, or the first that waits."""
    asked = request.GET.get("chon", "")
    if asked == NOBODY_CHOSEN:
        return None
    waiting = [card.proposal for card in cards if card.waits]
    return next((each for each in waiting if str(each.pk) == asked), waiting[0] if waiting else None)
