"""The lists of the texts, and the procedures that go from step to step."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from dienhong.foundations.downloads import Cell, as_file, wanted
from dienhong.foundations.requests import CivicRequest
from dienhong.lawbook.diagram import diagram
from dienhong.lawbook.shelves import asked, question_of_move, shelves
from dienhong.lawbook.titles import title_of
from dienhong.lawbook.views.frame import shared, trail
from lawcore import asking
from lawcore.asking import Question
from lawcore.asking.questions import Listed
from lawcore.asking.words import choice_words
from lawcore.disclosures.items import Posted
from lawcore.lifecycles import Lifecycle, Move
from lawcore.sources import SOURCES, cited

FACTS: Final[Mapping[str, str | Promise]] = {
    "when": gettext_lazy("Ghi chú"),
    "forms": gettext_lazy("Hình thức"),
    "places": gettext_lazy("Nơi niêm yết"),
    "posted": gettext_lazy("Niêm yết"),
}
"""What items of some lists say besides their words, parts and article."""
POSTED: Final[Mapping[Posted, str | Promise]] = {
    Posted.FOR_A_TIME: gettext_lazy("có thời hạn"),
    Posted.FOR_GOOD: gettext_lazy("thường xuyên, không gỡ"),
    Posted.BY_REGULATION: gettext_lazy("theo quy định riêng của nội dung đó"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """An item of a list: its words and parts, facts by their label, its article, the rule that says how long."""

    words: str
    parts: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    citation: str
    limit: Question | None


@require_safe
def catalogues(request: CivicRequest) -> HttpResponse:
    """Every list by topic."""
    context = {
        **shared(request, "lawbook:catalogues"),
        "trail": trail((_("Danh mục"), "")),
        "shelves": [shelf for shelf in shelves() if shelf.catalogues],
    }
    return render(request, "lawbook/catalogues.html", context)


@require_safe
def catalogue(request: CivicRequest, code: str) -> HttpResponse:
    """One list with the article of each item, on the page or as a file."""
    items = asking.catalogues().get(code)
    if items is None:
        raise Http404
    if kind := wanted(request):
        return _file(kind, code, [_line(item, "") for item in items])
    title, one_text = title_of(code), _one_text(items)
    lines = [_line(item, one_text) for item in items]
    context = {
        **shared(request, "lawbook:catalogues"),
        "trail": trail((_("Danh mục"), reverse("lawbook:catalogues")), (title, "")),
        "title": title,
        "text": one_text,
        "lines": lines,
        "has_facts": any(line.facts for line in lines),
        "columns": [_("Nội dung"), *([_("Làm thế nào")] if any(line.facts for line in lines) else []), _("Căn cứ")],
    }
    return render(request, "lawbook/catalogue.html", context)


def _file(kind: str, code: str, lines: Sequence[Line]) -> HttpResponse:
    """The list as a file: a column for each fact that an item of it has."""
    labels = [str(label) for label in FACTS.values() if any(str(label) in dict(line.facts) for line in lines)]
    has_parts = any(line.parts for line in lines)
    header = [_("Số"), _("Nội dung"), *([_("Gồm")] if has_parts else []), *labels, _("Căn cứ")]
    rows: list[list[Cell]] = [
        [
            number,
            line.words,
            *(["; ".join(line.parts)] if has_parts else []),
            *(dict(line.facts).get(label, "") for label in labels),
            line.citation,
        ]
        for number, line in enumerate(lines, start=1)
    ]
    return as_file(kind, code, header, rows)


def _one_text(items: Iterable[Listed]) -> str:
    """The text that every item of a list cites; "" when they cite several."""
    texts = {part.strip().partition(" art. ")[0] for item in items for part in item.cite.split(";")}
    return SOURCES[texts.pop()].name if len(texts) == 1 else ""


def _line(item: Listed, one_text: str) -> Line:
    """An item as a line; where all rests on one text, its article is named without it."""
    facts = ((str(label), _words(getattr(item, name, None))) for name, label in FACTS.items())
    citation = cited(item.cite)
    return Line(
        _capital(str(getattr(item, "label", ""))),
        tuple(part.label for part in getattr(item, "parts", ())),
        tuple((label, words) for label, words in facts if words),
        _capital(citation.replace(f" {one_text}", "") if one_text else citation),
        asked().get(getattr(item, "least", "")),
    )


def _words(value: object) -> str:
    match value:
        case None:
            return ""
        case Posted():
            return str(POSTED[value])
        case StrEnum():
            return choice_words(value)
        case str():
            return value
        case Iterable():
            return ", ".join(_words(each) for each in value)
        case _:
            raise TypeError(f"no words for {type(value).__name__}")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


@require_safe
def procedures(request: CivicRequest) -> HttpResponse:
    """Every procedure by topic."""
    context = {
        **shared(request, "lawbook:procedures"),
        "trail": trail((_("Thủ tục"), "")),
        "shelves": [shelf for shelf in shelves() if shelf.lifecycles],
    }
    return render(request, "lawbook/procedures.html", context)


@dataclass(frozen=True, slots=True)
class Onward:
    """One move from a step: what happens, under which condition, where it leads, its article, its time limit."""

    event: str
    guard: str
    number: int
    to: str
    citation: str
    limit: Question | None


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a procedure with what can happen next."""

    number: int
    name: str
    onward: tuple[Onward, ...]


@require_safe
def procedure(request: CivicRequest, code: str) -> HttpResponse:
    """One procedure: drawn, and each step with its moves."""
    found = next((each for shelf in shelves() for each in shelf.lifecycles if each.code == code), None)
    if found is None:
        raise Http404
    context = {
        **shared(request, "lawbook:procedures"),
        "trail": trail((_("Thủ tục"), reverse("lawbook:procedures")), (found.name, "")),
        "lifecycle": found,
        "diagram": diagram(found),
        "steps": tuple(_steps(found)),
    }
    return render(request, "lawbook/procedure.html", context)


def _steps(lifecycle: Lifecycle) -> Iterable[Step]:
    numbers = {state: number for number, state in enumerate(lifecycle.states, start=1)}
    for state, name in lifecycle.states.items():
        moves = lifecycle.moves_from(state)
        yield Step(numbers[state], _capital(name), tuple(_onward(lifecycle, move, numbers[move.to]) for move in moves))


def _onward(lifecycle: Lifecycle, move: Move, number: int) -> Onward:
    limit = question_of_move(move.deadline) if move.deadline else None
    event = _capital(lifecycle.events[move.event])
    return Onward(event, move.guard, number, _capital(lifecycle.states[move.to]), cited(move.cite), limit)
