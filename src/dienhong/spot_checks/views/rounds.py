"""Rounds: open one, its sample and summary, the sheet on paper, the proof of the draw."""

from datetime import timedelta

from django.contrib.auth.views import redirect_to_login
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dienhong.documents import queries as papers
from dienhong.documents.pdf import PdfUnavailable, render_pdf
from dienhong.documents.word import render_docx
from dienhong.foundations.downloads import as_file, wanted
from dienhong.foundations.refusals import NotAllowed, Refused
from dienhong.foundations.requests import CivicRequest, number_asked
from dienhong.foundations.told import told_on
from dienhong.registry import queries as registry
from dienhong.registry.models import Locality
from dienhong.spot_checks import access, actions, queries, sheet, shown_rounds
from dienhong.spot_checks.access import Act
from dienhong.spot_checks.forms import RoundForm
from dienhong.spot_checks.models import Round, Sample
from dienhong.spot_checks.views.coverage import tabs, trail
from lawcore.sampling import lot

PER_PAGE = 25
USUAL_DAYS = timedelta(days=14)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def index(request: CivicRequest) -> HttpResponse:
    """Every round, the latest first: none can be drawn again unseen."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    if not any(grant.role in access.GRANTS[Act.SEE] for grant in request.actor.grants):
        return redirect("disclosures:index")
    page = Paginator(queries.rounds(request.actor), PER_PAGE).get_page(number_asked(request, "trang"))
    context = {
        "rows": [(each, shown_rounds.BODIES[each.body]) for each in page],
        "page": page,
        "may_open": any(grant.role in access.CHECKERS for grant in request.actor.grants),
        "tabs": tabs("rounds"),
    }
    return render(request, "spot_checks/rounds.html", context)


def open_round(request: CivicRequest) -> HttpResponse:
    """Choose what is looked at; the frame is frozen when it is sent."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    places = queries.places(request.actor, on=request.on)
    if not places:
        raise NotAllowed(_("Việc này do Mặt trận, Ban Thanh tra nhân dân, đại biểu Hội đồng nhân dân làm."))
    villages = _villages(places, request)
    form = RoundForm(
        request.POST or None,
        places=places,
        villages=villages,
        initial={
            "ways": "everything",
            "first": request.on.replace(month=1, day=1),
            "last": request.on,
            "until": request.on + USUAL_DAYS,
        },
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        with told_on(form):
            opened = actions.open_round(
                wanted=form.wanted(), size=given["size"], percent=given["percent"], until=given["until"],
                key=given["key"], by=request.actor, at=request.at,
            )  # fmt: skip
            return redirect("spot_checks:round", opened.pk)
    context = {"form": form, "trail": trail((_("Đối chiếu tại chỗ"), reverse("spot_checks:rounds")), (_("Mở đợt"), ""))}
    return render(request, "spot_checks/open.html", context, status=422 if form.errors else 200)


def _villages(places: list[Locality], request: CivicRequest) -> list[Locality]:
    """To choose one of, where the place is a single commune: a province has thousands."""
    if len(places) > 1:
        return []
    return list(registry.places_below([places[0].path], kinds=[Locality.Kind.VILLAGE], on=request.on))


def detail(request: CivicRequest, pk: int) -> HttpResponse:
    """What the round says, and its sample as far as the reader may see it."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    found = queries.round_seen(pk, request.actor)
    samples = queries.samples(found)
    may_check = access.may(request.actor, Act.CHECK, found.locality)
    is_open = queries.is_open_to_all(found, samples, on=request.on)
    seen = samples if may_check or is_open else [each for each in samples if queries.last(each) is not None]
    if kind := wanted(request):
        return _as_file(kind, found, seen)
    outcome = queries.outcome(found, samples)
    context = {
        "round": found,
        "body": shown_rounds.BODIES[found.body],
        "drawing": getattr(found, "drawing", None),
        "lines": shown_rounds.lines(seen),
        "hidden": len(samples) - len(seen),
        "outcome": outcome,
        "results": shown_rounds.results(outcome),
        "said": shown_rounds.in_words(outcome, whole=found.frame_size),
        "may_check": may_check,
        "is_open": is_open,
        "others": queries.rounds(request.actor).filter(locality=found.locality).exclude(pk=pk)[:5],
        "trail": trail((_("Đối chiếu tại chỗ"), reverse("spot_checks:rounds")), (_("Đợt %(n)s") % {"n": pk}, "")),
    }
    return render(request, "spot_checks/round.html", context)


def _as_file(kind: str, round: Round, samples: list[Sample]) -> HttpResponse:  # noqa: A002 - the field's word
    header = [
        _("TT"), _("Nội dung"), _("Cơ quan"), _("Hình thức"), _("Nơi"), _("Từ ngày"), _("Kết quả"), _("Ngày xem"),
        _("Ghi nhận muộn (ngày)"), _("Ghi chú"),
    ]  # fmt: skip
    rows = (
        (
            each.sample.number,
            each.claim.title,
            queries.unit_of(each.sample).name,
            each.claim.way,
            each.claim.where,
            each.claim.since,
            each.found.words if each.found else _("Chưa đến xem"),
            each.found.finding.checked_on if each.found else None,
            each.found.late if each.found else None,
            each.found.finding.note if each.found else "",
        )
        for each in shown_rounds.lines(samples)
    )
    return as_file(kind, f"doi-chieu-dot-{round.pk}", header, rows)


@require_POST
def draw(request: CivicRequest, pk: int) -> HttpResponse:
    """Draw the lots now, where the worker has not yet."""
    found = queries.round_seen(pk, request.actor)
    actions.draw(round=found, by=request.actor)
    return redirect("spot_checks:round", pk)


@require_POST
def print_sheet(request: CivicRequest, pk: int, kind: str) -> HttpResponse:
    """The sheet to carry along: for who looks only, since it names places nobody has been to. Gives it its code."""
    found = queries.round_seen(pk, request.actor)
    access.check(request.actor, Act.CHECK, found.locality)
    samples = queries.samples(found)
    if not samples:
        raise Refused(_("Chưa rút mẫu nên chưa có phiếu để in. Hãy chờ nửa phút rồi mở lại."))
    document = sheet.sheet(found, samples, on=request.on, by=request.actor)
    try:
        content = render_pdf(document) if kind == "pdf" else render_docx(document)
    except PdfUnavailable as missing:
        raise Refused(str(missing)) from missing
    response = HttpResponse(content, content_type="application/pdf" if kind == "pdf" else WORD)
    response["Content-Disposition"] = f'attachment; filename="phieu-doi-chieu-{pk}.{kind}"'
    return response


def proof(request: CivicRequest, pk: int) -> HttpResponse:
    """How anybody draws the same lots again; open to everybody once the round is over."""
    found = queries.round_closed(pk, on=request.on)
    samples = list(found.samples.order_by("number"))
    context = {
        "round": found,
        "drawing": found.drawing,
        "subject": f"spot_checks.round:{found.pk}",
        "lots": [(each.number, each.unit, lot(found.drawing.seed, each.unit)) for each in samples],
        "trail": [(_("Giám sát"), reverse("heading-giam-sat")), (_("Cách rút mẫu đợt %(n)s") % {"n": pk}, "")],
    }
    return render(request, "spot_checks/proof.html", context)


def frame(request: CivicRequest, pk: int) -> HttpResponse:
    """The frozen frame, byte for byte as it was hashed."""
    found = queries.round_closed(pk, on=request.on)
    response = HttpResponse(papers.read(found.frame.sha256), content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="khung-dot-{pk}.txt"'
    return response
