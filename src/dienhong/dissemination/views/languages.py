"""Second texts and voices: proposed, read, heard, approved, taken back."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong import reading
from dienhong.disclosures import queries as published
from dienhong.disclosures.models import Disclosure
from dienhong.dissemination import access, actions, queries
from dienhong.dissemination.actions.languages import Sound, Words
from dienhong.dissemination.forms import ApprovalForm, OwnApprovalForm, TakeBackForm, TextForm, VoiceForm
from dienhong.dissemination.languages import name_of
from dienhong.dissemination.models import SecondText, Voice
from dienhong.dissemination.views.desk import made_public, steps
from dienhong.documents.views import serve
from dienhong.foundations.refusals import Refused
from dienhong.foundations.requests import CivicRequest
from dienhong.foundations.told import told_on
from dienhong.registry import queries as registry


def beside(request: CivicRequest, pk: int) -> HttpResponse:
    """Every second text and every voice, with who stands for it."""
    found, version = made_public(request, pk)
    context = {
        "disclosure": found,
        "version": version,
        "texts": queries.texts(found),
        "voices": queries.voices(found),
        "stopped": not published.is_free(version),
        "trail": steps(found, _("Tiếng dân tộc, giọng đọc")),
    }
    return render(request, "dissemination/languages.html", context)


def propose(request: CivicRequest, pk: int) -> HttpResponse:
    """A second text, typed or from a file."""
    found, version = made_public(request, pk)
    form = TextForm(request.POST or None, request.FILES or None)

    def act() -> str:
        thing = actions.propose_text(
            disclosure=found, words=_words(form), key=form.cleaned_data["key"], by=request.actor
        )
        return reverse("dissemination:text", args=[thing.pk])

    context = {
        "title": _("Thêm lời dịch"),
        "version": version,
        "submit": _("Đưa lên để duyệt"),
        "lead": _("Dịch từ bản %(n)s. Lời dịch chỉ hiện với người dân sau khi một người có tên đọc và duyệt.")
        % {"n": version.number},
    }
    return _acted(request, found, form, act, context)


def keep(request: CivicRequest, pk: int) -> HttpResponse:
    """A recording."""
    found, version = made_public(request, pk)
    texts = [each.text for each in queries.texts(found) if each.text.version_id == version.pk]
    script = queries.newest_script(version)
    form = VoiceForm(request.POST or None, request.FILES or None, script=script, texts=texts)

    def act() -> str:
        given = form.cleaned_data
        sound = Sound(given["language"], given["reader_name"], given["file"], script=form.script, text=form.text)
        thing = actions.keep_voice(disclosure=found, sound=sound, key=given["key"], by=request.actor)
        return reverse("dissemination:voice", args=[thing.pk])

    context = {
        "title": _("Thêm giọng đọc"),
        "version": version,
        "script": script,
        "submit": _("Đưa lên để duyệt"),
        "lead": _("Người thật đọc, ghi bằng điện thoại. Bản ghi âm chỉ phát sau khi một người có tên nghe và duyệt."),
    }
    return _acted(request, found, form, act, context)


def text(request: CivicRequest, pk: int) -> HttpResponse:
    """One second text beside the Vietnamese."""
    return _one(request, queries.seen_text(pk, request.actor), "dissemination:text")


def voice(request: CivicRequest, pk: int) -> HttpResponse:
    """One recording, to listen to and to rule on."""
    return _one(request, queries.seen_voice(pk, request.actor), "dissemination:voice")


def source(request: CivicRequest, pk: int) -> FileResponse:
    """The file a second text came in, for who works with it."""
    thing = queries.seen_text(pk, request.actor)
    if thing.file is None:
        raise access.nothing()
    return serve(thing.file, thing.file_name)


def _one(request: CivicRequest, thing: SecondText | Voice, page: str) -> HttpResponse:
    found = thing.version.disclosure
    unit = found.item.plan.organization
    makes = access.may_make(request.actor, unit)
    last = next(iter(thing.rulings.all()), None)
    approved = last is not None and last.is_approved
    own = not approved and thing.recorded_by != request.actor.key and _may_approve(request, found, thing)
    offered: dict[str, forms.Form] = {}
    asked = request.POST.get("what", "") if request.method == "POST" else ""
    for code, is_offered, form_class in (
        ("own", own, OwnApprovalForm),
        ("written", makes and not approved, ApprovalForm),
        ("back", makes and approved, TakeBackForm),
    ):
        if is_offered:
            offered[code] = form_class(request.POST if asked == code else None, prefix=code)
    form = offered.get(asked)
    if form is not None and form.is_valid():
        with told_on(form):
            _rule(asked, thing, form.cleaned_data, request)
            return redirect(page, thing.pk)
    steps_before = (
        ((_("Tiếng dân tộc, giọng đọc"), reverse("dissemination:languages", args=[found.pk])),) if makes else ()
    )
    context = {
        "disclosure": found,
        "thing": thing,
        "text": thing if isinstance(thing, SecondText) else None,
        "voice": thing if isinstance(thing, Voice) else None,
        "language": name_of(thing.language),
        "is_old": thing.version_id != published.newest(found).pk,
        "last": last,
        "rulings": list(thing.rulings.all()),
        "proposer": registry.names_of([thing.recorded_by]).get(thing.recorded_by, ""),
        "forms": offered,
        "trail": steps(found, name_of(thing.language), *steps_before)
        if makes
        else [(_("Việc của tôi"), reverse("my-day")), (name_of(thing.language), "")],
    }
    return render(request, "dissemination/ruled.html", context, status=422 if form is not None and form.errors else 200)


def _may_approve(request: CivicRequest, found: Disclosure, thing: SecondText | Voice) -> bool:
    is_out = any(each.pk == thing.version_id and published.is_shown(each) for each in found.versions.all())
    return access.may_approve(request.actor, found.item.plan.organization, is_out=is_out)


def _rule(what: str, thing: SecondText | Voice, given: dict[str, Any], request: CivicRequest) -> None:
    match what:
        case "own":
            actions.approve(thing=thing, by=request.actor, **given)
        case "written":
            actions.write_down_approval(thing=thing, by=request.actor, **given)
        case _:
            actions.take_back(thing=thing, by=request.actor, **given)


def _words(form: TextForm) -> Words:
    """As typed, or as the jailed reader finds it in the file. Raises Refused for what cannot be read."""
    given = form.cleaned_data
    file = given["file"]
    if not file:
        return Words(given["language"], given["text"], given["translator_name"])
    data = file.read()
    try:
        source = reading.read_bytes(data, name=file.name)
    except reading.Unreadable as unreadable:
        raise Refused(str(unreadable)) from unreadable
    lines = "\n".join(line.text for line in source.lines)
    return Words(given["language"], lines, given["translator_name"], file.name, data)


def _acted(
    request: CivicRequest, found: Disclosure, form: forms.Form, act: Callable[[], str], context: dict[str, Any]
) -> HttpResponse:
    """The form; sent rightly, the act and its page; refused, the form again with the reason."""
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            return redirect(act())
    before = (_("Tiếng dân tộc, giọng đọc"), reverse("dissemination:languages", args=[found.pk]))
    given = {"form": form, "disclosure": found, "trail": steps(found, context["title"], before), **context}
    return render(request, "dissemination/add.html", given, status=422 if form.errors else 200)
