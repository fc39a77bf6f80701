"""One place to go to, on a phone: what is claimed, what was seen, what the unit answers."""

from django.contrib.auth.views import redirect_to_login
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.documents.views import serve
from dienhong.foundations.requests import CivicRequest
from dienhong.foundations.told import told_on
from dienhong.spot_checks import access, actions, queries, shown_rounds
from dienhong.spot_checks.access import Act
from dienhong.spot_checks.forms import ReplyForm, SeenForm
from dienhong.spot_checks.models import Sample
from dienhong.spot_checks.views.coverage import trail


def sample(request: CivicRequest, pk: int) -> HttpResponse:
    """The claim, what was found; for who looks, the form to record it."""
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    found = queries.sample_seen(pk, request.actor, on=request.on)
    unit = queries.unit_of(found)
    may_check = access.may_of(request.actor, Act.CHECK, unit)
    form = SeenForm(request.POST or None, request.FILES or None, initial={"checked_on": request.on})
    if request.method == "POST":
        access.check(request.actor, Act.CHECK, unit.locality, unit)
        if form.is_valid():
            with told_on(form):
                actions.record(
                    sample=found, seen=form.seen(), key=form.cleaned_data["key"], by=request.actor, at=request.at
                )
                return redirect(_after(found, request))
    context = {
        "sample": found,
        "line": shown_rounds.lines([found])[0],
        "body": shown_rounds.BODIES[found.round.body],
        "form": form if may_check else None,
        "may_reply": access.may_of(request.actor, Act.REPLY, unit) and queries.last(found) is not None,
        "trail": _trail(found, request),
    }
    return render(request, "spot_checks/sample.html", context, status=422 if form.errors else 200)


def _trail(found: Sample, request: CivicRequest) -> list[tuple[str, str]]:
    here = (_("Nơi thứ %(n)s") % {"n": found.number}, "")
    if not access.may(request.actor, Act.SEE, found.round.locality):
        return trail(here)  # a round of the province, met by a commune
    return trail((_("Đợt %(n)s") % {"n": found.round_id}, reverse("spot_checks:round", args=[found.round_id])), here)


def _after(found: Sample, request: CivicRequest) -> str:
    """Back to the list of the round; to the place itself for who may not see the whole round."""
    if access.may(request.actor, Act.SEE, found.round.locality):
        return f"{reverse('spot_checks:round', args=[found.round_id])}#noi-{found.number}"
    return reverse("spot_checks:sample", args=[found.pk])


def reply(request: CivicRequest, pk: int) -> HttpResponse:
    """The unit answers what was found."""
    found = queries.finding(pk, request.actor)
    unit = queries.unit_of(found.sample)
    access.check(request.actor, Act.REPLY, unit.locality, unit)
    form = ReplyForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        photo = given["photo"]
        with told_on(form):
            actions.reply(
                finding=found, text=given["text"], photo_name=photo.name if photo else "",
                photo=photo.chunks() if photo else None, key=given["key"], by=request.actor,
            )  # fmt: skip
            return redirect("spot_checks:sample", found.sample_id)
    context = {
        "finding": found,
        "line": shown_rounds.lines([found.sample])[0],
        "form": form,
        "trail": trail(
            (_("Nơi thứ %(n)s") % {"n": found.sample.number}, reverse("spot_checks:sample", args=[found.sample_id])),
            (_("Trả lời"), ""),
        ),
    }
    return render(request, "spot_checks/reply.html", context, status=422 if form.errors else 200)


def photo(request: CivicRequest, pk: int) -> FileResponse:
    """What was photographed on the spot, for who may see the finding."""
    found = queries.finding(pk, request.actor)
    if found.photo is None:
        raise access.nothing()
    return serve(found.photo, found.photo_name, inline=True)


def reply_photo(request: CivicRequest, pk: int, reply_pk: int) -> FileResponse:
    """What the unit sent with its answer."""
    found = queries.finding(pk, request.actor)
    given = found.replies.select_related("photo").filter(pk=reply_pk).first()
    if given is None or given.photo is None:
        raise access.nothing()
    return serve(given.photo, given.photo_name, inline=True)
