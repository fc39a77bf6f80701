"""What is on in the villages of who looks, by what waits for whom; the register as a file."""

from django.contrib.auth.views import redirect_to_login
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from dienhong.decisions import access, queries
from dienhong.decisions.access import Act
from dienhong.decisions.models import Matter
from dienhong.decisions.queries import desk as waiting
from dienhong.decisions.queries.desk import WORDS
from dienhong.foundations.downloads import as_file, wanted
from dienhong.foundations.requests import CivicRequest, number_asked
from dienhong.registry import queries as registry
from dienhong.registry.models import Locality
from lawcore.vietnamese import search_folded

PER_PAGE = 25
MOST_INITIATIVES = 20
MOST_PLACES = 40
"""Villages in the list to choose from; where there are more, a name is typed."""
LONGEST_SEARCH = 100


def desk(request: CivicRequest) -> HttpResponse:
    """Most pressing first, each with its day; overdue in red. Who has no part in it is shown what is everybody's."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    if not access.paths(request.actor):
        return redirect("decisions:index")
    state, village = request.GET.get("xem", ""), number_asked(request, "thon")
    found = waiting.by_waits(request.actor, waits=state, village=village)
    if kind := wanted(request):
        return _as_file(kind, found)
    counts = waiting.counts(request.actor)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("trang"))
    text = request.GET.get("noi", "")[:LONGEST_SEARCH]
    places, has_more = _places(request, text)
    context = {
        "rows": [_row(each, request) for each in page],
        "page": page,
        "states": [(code.value, words, counts.get(code, 0)) for code, words in WORDS.items() if counts.get(code)],
        "state": state,
        "text": text,
        "has_more": has_more,
        "village": _villages(request).filter(pk=village).first() if village else None,
        "may_propose": [each for each in places if access.may(request.actor, Act.PROPOSE, each)],
        "may_hold": [each for each in places if access.may(request.actor, Act.HOLD, each)],
        "communes": _communes(request),
        "initiatives": list(queries.initiatives(request.actor).filter(matter=None, closed_on=None)[:MOST_INITIATIVES]),
    }
    return render(request, "decisions/desk.html", context)


def _villages(request: CivicRequest) -> QuerySet[Locality]:
    """The villages of whoever looks."""
    paths = access.paths(request.actor)
    return registry.places_below(paths, kinds=[Locality.Kind.VILLAGE], on=request.on)


def _places(request: CivicRequest, text: str) -> tuple[list[Locality], bool]:
    """The first of them, of this name where one was typed; whether there are more. One query."""
    found = list(_villages(request).filter(search__contains=search_folded(text))[: MOST_PLACES + 1])
    return found[:MOST_PLACES], len(found) > MOST_PLACES


def _communes(request: CivicRequest) -> list[Locality]:
    """Where the actor may put a matter to every village. At most one query."""
    ids = access.communes(request.actor)
    return list(Locality.objects.filter(pk__in=ids, kind=Locality.Kind.COMMUNE).order_by("path")) if ids else []


def _row(matter: Matter, request: CivicRequest) -> dict[str, object]:
    waits = matter.waits  # type: ignore[attr-defined]
    due = waiting.due_of(matter, waits, due=matter.due, on=request.on)  # type: ignore[attr-defined]
    return {"matter": matter, "waits": waits, "words": WORDS[waits], "due": due}


def _as_file(kind: str, found: QuerySet[Matter]) -> HttpResponse:
    """The register: no household and nobody's name."""
    header = [
        _("Thôn, tổ dân phố"), _("Số"), pgettext("matter", "Việc"), _("Thuộc"), _("Hình thức"), _("Bước"),
        _("Ngày thông qua"), _("Có hiệu lực từ"), _("Tổng số hộ"), _("Tán thành"), _("Không tán thành"),
        _("Ý kiến khác"), _("Sửa đổi, thay thế"),
    ]  # fmt: skip

    def row(matter: Matter) -> list[str | int | None]:
        results = sorted(matter.outcomes.all(), key=lambda each: each.pk)
        last = results[-1] if results else None
        counted = [last.households, last.agree, last.disagree, last.other] if last else [None] * 4
        return [
            str(matter.village), matter.number, matter.title, matter.law.clause, matter.form,
            matter.get_stage_display(),
            *_days(matter), *counted, matter.amends.title if matter.amends else "",
        ]  # fmt: skip

    rows = (row(each) for each in found.select_related("amends", "village").prefetch_related("outcomes"))
    return as_file(kind, "so-quyet-dinh-cua-cong-dong", header, rows)


def _days(matter: Matter) -> list[str | None]:
    return [f"{day:%d/%m/%Y}" if day else None for day in (matter.passed_on, matter.effective_on)]
