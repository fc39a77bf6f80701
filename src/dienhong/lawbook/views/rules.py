"""The rules: all of them by topic, one with its calculator, the choice of a time limit."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from dienhong.foundations.requests import CivicRequest
from dienhong.lawbook.forms import Calculator, ChosenLimit
from dienhong.lawbook.months import WEEKDAYS, drawn
from dienhong.lawbook.search import LONGEST, search
from dienhong.lawbook.shelves import FREQUENT, KINDS, Shelf, asked, shelves
from dienhong.lawbook.views.frame import UNPROCESSABLE, shared, trail, typed
from dienhong.lawbook.why import why_of
from lawcore import asking
from lawcore.answers import Answer, Refused
from lawcore.asking import Holds, Parameter, Question
from lawcore.sources import cited

ASKED: Final = "tinh"
"""In the address of an answer that needs no other key."""

EXAMPLE: Final = "decision.required"
EXAMPLE_VALUES: Final = {"matter": "15.1", "households": "151"}

WAYS: Final[Mapping[str, tuple[Any, Any]]] = {
    "deadline": (gettext_lazy("Phải làm xong chậm nhất ngày nào?"), gettext_lazy("Tính từ ngày việc xảy ra.")),
    "latest": (gettext_lazy("Phải làm trước, muộn nhất ngày nào?"), gettext_lazy("Lùi lại từ ngày việc sẽ diễn ra.")),
    "minimum": (gettext_lazy("Phải kéo dài ít nhất đến ngày nào?"), gettext_lazy("Tính từ ngày bắt đầu.")),
}


@require_safe
def index(request: CivicRequest) -> HttpResponse:
    """Every rule by topic, and what a search finds."""
    text = request.GET.get("tim", "").strip()[:LONGEST]
    return render(
        request,
        "lawbook/index.html",
        {
            **shared(request, "lawbook:index"),
            "text": text,
            "found": search(text),
            "frequent": [(words, code) for words, code in FREQUENT if code in asked()],
            "shelves": shelves(),
            "example": _example(request.on),
        },
    )


def _example(today: date) -> dict[str, object]:
    """An answer that shows what answers look like."""
    answer = asking.ask(EXAMPLE, EXAMPLE_VALUES, today)
    url = f"{reverse('lawbook:rule', args=[EXAMPLE])}?{urlencode(EXAMPLE_VALUES)}"
    return {"answer": answer, "headline": why_of(answer).headline, "url": url}


@require_safe
def rule(request: CivicRequest, code: str) -> HttpResponse:
    """One rule: what it says, its calculator, and the answer to what the address asks."""
    if code in KINDS:
        return redirect("lawbook:counting")
    if code == "holidays":
        return redirect("lawbook:this-year")
    question = asked().get(code)
    if question is None:
        raise Http404
    given = typed(request)
    known = {name: value for name, value in given.items() if name.rpartition("_")[0] in question.parameters}
    is_asked = ASKED in given or any(name in question.parameters for name in given) or bool(known)
    form = Calculator(question, given if is_asked else None)
    if is_asked and form.is_valid() and known and any(name not in question.parameters for name in known):
        return redirect(f"{request.path}?{form.query or f'{ASKED}=1'}")
    answer = _answered(form, request.on) if is_asked and form.is_valid() else None
    return render(request, "lawbook/rule.html", _page(request, form, answer), status=_status(form, is_asked))


def _status(form: Calculator, is_asked: bool) -> int:  # noqa: FBT001
    return UNPROCESSABLE if is_asked and form.errors else 200


def _answered(form: Calculator, today: date) -> Answer[object] | None:
    """The answer; None when the rule refuses, which then stands at the field."""
    way, _dot, kind = form.question.code.partition(".")
    code, values = (way, {"kind": kind, **form.values}) if way in KINDS else (form.question.code, form.values)
    try:
        return asking.ask(code, values, today)
    except Refused as refusal:
        form.refuse(refusal)
        return None


def _page(request: CivicRequest, form: Calculator, answer: Answer[object] | None) -> dict[str, object]:
    question = form.question
    part = "lawbook:counting" if question.code.partition(".")[0] in KINDS else "lawbook:index"
    further = [(_("Tính hạn"), reverse("lawbook:counting"))] if part == "lawbook:counting" else []
    context: dict[str, object] = {
        **shared(request, part),
        "trail": trail(*further, (question.title, "")),
        "question": question,
        "citation": cited(question.cite),
        "form": form,
        "asked": ASKED,
        "shelf": next(shelf for shelf in shelves() if _holds(shelf, question)),
    }
    if answer is not None:
        context |= {"why": why_of(answer), "said": tuple(_stated(form)), "drawing": drawn(answer), "weekdays": WEEKDAYS}
    return context


def _holds(shelf: Shelf, question: Question) -> bool:
    return question in shelf.rules or any(question in each for each in shelf.counts.values())


def _stated(form: Calculator) -> Iterable[tuple[str, str]]:
    """What was typed, in words."""
    for name, value in form.values.items():
        parameter = form.question.parameters[name]
        yield parameter.label, _in_words(parameter, value)


def _in_words(parameter: Parameter, value: str) -> str:
    match parameter.holds:
        case Holds.YES_NO:
            return _("Có") if value == "true" else _("Không")
        case Holds.DAY:
            return f"{date.fromisoformat(value):%d/%m/%Y}"
        case Holds.CHOICE:
            return parameter.choices[value]
        case _:
            return value


@require_safe
def counting(request: CivicRequest) -> HttpResponse:
    """The choice of what to count; leads to the page of that time limit, with the day where one is given."""
    given = typed(request)
    form = ChosenLimit(list(_grouped()), given if "viec" in given else None)
    if form.is_bound and form.is_valid():
        code, day = form.cleaned_data["viec"], form.cleaned_data["ngay"]
        first = next(iter(asked()[code].parameters))
        return redirect(reverse("lawbook:rule", args=[code]) + (f"?{first}={day.isoformat()}" if day else ""))
    context = {
        **shared(request, "lawbook:counting"),
        "trail": trail((_("Tính hạn"), "")),
        "form": form,
        "topics": [(shelf, ways) for shelf in shelves() if (ways := _ways(shelf))],
    }
    return render(request, "lawbook/counting.html", context, status=UNPROCESSABLE if form.errors else 200)


def _ways(shelf: Shelf) -> list[tuple[Any, Any, tuple[Question, ...]]]:
    """What is counted in a topic, by way of counting: its words, a hint, the questions."""
    return [(*words, shelf.counts[way]) for way, words in WAYS.items() if shelf.counts[way]]


def _grouped() -> Iterable[tuple[str, list[tuple[str, str]]]]:
    """Every kind of time limit as the choices of a field, by topic and way of counting."""
    for shelf in shelves():
        for words, _hint, counted in _ways(shelf):
            yield f"{shelf.title}. {words}", [(each.code, each.title) for each in counted]
