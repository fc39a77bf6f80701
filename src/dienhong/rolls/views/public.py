"""What everybody may read: number and representative's name; what everybody may say: that it is wrong."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from dienhong.documents import queries as papers
from dienhong.foundations import limits, qr
from dienhong.foundations.requests import CivicRequest, number_asked
from dienhong.registry.models import Locality
from dienhong.rolls import access, actions, queries, shown
from dienhong.rolls.forms import ObjectionForm
from dienhong.rolls.models import Publication
from dienhong.rolls.views.frame import acted

PER_PAGE = 50
LONGEST_SEARCH = 100


def _trail(*steps: tuple[str, str]) -> list[tuple[str, str]]:
    return [(_("Bàn"), reverse("heading-ban")), (_("Danh sách hộ"), reverse("rolls:index")), *steps]


def _published(code: str) -> Publication:
    village = Locality.objects.filter(code=code, kind=Locality.Kind.VILLAGE).first()
    found = queries.latest_list(village) if village else None
    if found is None:
        raise access.nothing()
    return found


def index(request: CivicRequest) -> HttpResponse:
    """Villages with a published list, page by page; a search."""
    text = request.GET.get("tim", "")[:LONGEST_SEARCH]
    found = queries.listed_villages(on=request.on, text=text)
    page = Paginator(found, PER_PAGE).get_page(number_asked(request, "trang"))
    context = {
        "page": page,
        "text": text,
        "trail": [(_("Bàn"), reverse("heading-ban")), (_("Danh sách hộ"), "")],
    }
    return render(request, "rolls/index.html", context)


def listed(request: CivicRequest, code: str) -> HttpResponse:
    """The list as it was published. Not for search engines: names are for who lives here."""
    found = _published(code)
    response = render(request, "rolls/public.html", _context(request, found))
    response["X-Robots-Tag"] = "noindex"
    return response


def _context(request: CivicRequest, found: Publication) -> dict[str, object]:
    objections = found.objections.count()
    return {
        "published": found,
        "village": found.village,
        "rows": [(each.number, shown.speaker(each)) for each in queries.entries(found.roll)],
        "words": shown.eight_words(found.roll.digest),
        "digest": shown.in_four(found.roll.digest),
        "is_open": request.on <= found.open_until,
        "objections": objections,
        "unanswered": found.objections.filter(answer=None).count() if objections else 0,
        "trail": _trail((str(found.village), "")),
    }


def object_to(request: CivicRequest, code: str) -> HttpResponse:
    """Anybody says what is wrong; a receipt with a code comes back."""
    found = _published(code)
    form = ObjectionForm(request.POST or None, initial={"line": request.GET.get("so", "")[:4]})
    if request.method == "POST" and limits.is_over(request, "objections", limits.OBJECTIONS_SENT):
        return render(request, "429.html", status=429)

    def act() -> str:
        _made, receipt_code = actions.object_to(
            publication=found,
            objected=form.objected(),
            key=form.cleaned_data["key"],
            on=request.on,
        )  # nor who is signed in by chance: nobody is to be known by an objection
        return reverse("rolls:receipt", args=[receipt_code])

    context = {
        "village": found.village,
        "title": _("Báo chỗ sai trong danh sách"),
        "lead": _("Ai cũng báo được, không cần ghi tên. Gửi xong có mã để xem câu trả lời."),
        "submit": _("Gửi"),
        "trail": _trail(
            (str(found.village), reverse("rolls:public", args=[found.village.code])), (_("Báo chỗ sai"), "")
        ),
    }
    return acted(request, form, "rolls/form.html", context, act)


@never_cache
def receipt(request: CivicRequest, code: str) -> HttpResponse:
    """What became of it, for whoever holds the code. What was written is not shown: it may name somebody."""
    found = queries.objection_of(code)
    form = papers.printed_form(code)
    if form is None:
        raise access.nothing()
    url = settings.DIENHONG_URL.rstrip("/") + reverse("rolls:receipt", args=[form.code])
    village = found.publication.village
    context = {
        "objection": found,
        "answer": getattr(found, "answer", None),
        "village": village,
        "code": papers.trace_of(form).printed_code,
        "qr": qr.drawn(url),
        "url": url,
        "trail": _trail((str(village), reverse("rolls:public", args=[village.code])), (_("Giấy nhận"), "")),
    }
    response = render(request, "rolls/receipt.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response
