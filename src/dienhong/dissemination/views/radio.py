"""The loudspeaker: its words, its seconds, its sheet, and that it was heard."""

from datetime import time

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.disclosures import actions as disclosures
from dienhong.disclosures import queries as published
from dienhong.disclosures import scripts as writing
from dienhong.disclosures.actions import Told
from dienhong.disclosures.models import Disclosure, Version
from dienhong.dissemination import access, actions, papers, queries, sayings
from dienhong.dissemination.forms import BroadcastForm, ScriptForm
from dienhong.dissemination.models import Script
from dienhong.dissemination.views.desk import DOCX, download, made_public, steps, way_back
from dienhong.documents.word import render_docx
from dienhong.foundations.refusals import Refused
from dienhong.foundations.requests import CivicRequest
from dienhong.foundations.told import told_on
from lawcore import spoken
from lawcore.disclosures import Form

COUNT = "tinh"
ANY_TIME = time(17)  # the days do not hang on the hour


def radio(request: CivicRequest, pk: int) -> HttpResponse:
    """The words as proposed or as last saved; the officer mends them, sees the seconds, saves."""
    found, version = made_public(request, pk)
    saved = queries.newest_script(version)
    form = ScriptForm(request.POST or None, initial=_initial(request, found, version, saved))
    if request.method == "POST" and COUNT not in request.POST and form.is_valid():
        given = form.cleaned_data
        with told_on(form):
            actions.save_script(disclosure=found, by=request.actor, **given)
            return redirect(f"{reverse('dissemination:radio', args=[pk])}#ban-loi")
    asked = request.method == "POST" and COUNT not in request.POST
    proposed = sayings.proposed_script(found, version) if saved is None else None
    context = {
        "disclosure": found,
        "version": version,
        "form": form,
        "seconds": form.seconds,
        "limit": writing.LONGEST_SECONDS,
        "unspoken": spoken.unspoken(str(form["text"].value() or "")),
        "left_out": proposed.left_out if proposed and request.method != "POST" else (),
        "saved": list(queries.scripts(found)),
        "why": writing.schedule(first=request.on, times=[ANY_TIME]).answer.stored(),
        "stopped": not published.is_free(version),
        "trail": steps(found, _("Lời phát thanh")),
    }
    return render(request, "dissemination/radio.html", context, status=422 if asked and form.errors else 200)


def sheet(request: CivicRequest, pk: int) -> HttpResponse:
    """For the operator: the words in print, boxes to tick."""
    script, found = _script(request, pk)
    made_public(request, found.pk)  # what was withdrawn is read out no more
    document = papers.operators_sheet(found, script, trace=way_back(request, found), on=request.on)
    return download(render_docx(document), f"loi-phat-thanh-{found.pk}-{script.number}.docx", DOCX)


def broadcast(request: CivicRequest, pk: int) -> HttpResponse:
    """It was read out, from which day to which."""
    script, found = _script(request, pk)
    initial = {"first_on": script.first_on, "last_on": min(script.last_on, request.on)}
    form = BroadcastForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            _record(request, script, found, form)
            return redirect("disclosures:detail", found.pk)
    context = {
        "disclosure": found,
        "script": script,
        "form": form,
        "trail": steps(found, _("Đã phát"), (_("Lời phát thanh"), reverse("dissemination:radio", args=[found.pk]))),
    }
    return render(request, "dissemination/broadcast.html", context, status=422 if form.errors else 200)


def _record(request: CivicRequest, script: Script, found: Disclosure, form: BroadcastForm) -> None:
    given = form.cleaned_data
    if given["last_on"] > request.on:
        raise Refused(_("Chỉ ghi đến ngày đã phát, không ghi trước."))
    if script.version_id != published.newest(found).pk:
        raise Refused(_("Lời này thuộc bản trước. Hãy lưu lời của bản mới rồi phát."))
    told = Told(
        form=Form.RADIO,
        claimed_on=given["first_on"],
        last_on=given["last_on"],
        note=given["note"] or _("lời phát thanh, bản %(n)s") % {"n": script.number},
    )
    key = f"radio:{script.pk}:{given['first_on']:%Y%m%d}:{given['last_on']:%Y%m%d}"
    disclosures.record(disclosure=found, told=told, key=key, by=request.actor, at=request.at)


def _script(request: CivicRequest, pk: int) -> tuple[Script, Disclosure]:
    script = queries.script(pk, request.actor)
    found = script.version.disclosure
    access.check_make(request.actor, found.item.plan.organization)
    return script, found


def _initial(request: CivicRequest, found: Disclosure, version: Version, saved: Script | None) -> dict[str, object]:
    if saved is None:
        return {"text": sayings.proposed_script(found, version).text, "first_on": request.on}
    return {
        "text": saved.text,
        "first_on": saved.first_on,
        "last_on": saved.last_on,
        "times": ", ".join(saved.times),
    }
