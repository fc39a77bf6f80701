"""An answer as a page shows it, from the answer itself or from what was stored of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from dienhong.lawbook.forms import said
from dienhong.lawbook.shelves import asked
from lawcore.answers import Answer
from lawcore.asking.speaking import spoken
from lawcore.calendar.workdays import weekday

_COUNTED = "hộ|thôn|người|phiếu|lần|bản|đại biểu|thành viên"

SHORT = 60
"""Letters of a result that is shown large."""


@dataclass(frozen=True, slots=True)
class Why:
    """What was asked, what came out, and why. `lines` hold a result that is a list; `url` leads to the calculator."""

    title: str
    headline: str
    lines: tuple[str, ...]
    explanation: str
    citation: str
    version: date
    provisional: bool
    assumptions: tuple[str, ...]
    url: str

    @property
    def is_short(self) -> bool:
        """Whether the result can be shown large."""
        return len(self.headline) <= SHORT


def why_of(given: Answer[object] | Mapping[str, Any]) -> Why:
    """The answer, or its stored JSON (Answer.as_json), as a page shows it. KeyError for what is neither."""
    if isinstance(given, Answer):
        result, rule, version = given.result, given.rule, given.version
        explanation, citation = given.explanation, given.citation
        provisional, assumptions = given.provisional, given.assumptions
    else:
        result, rule, version = _read(given["result"]), given["rule"], date.fromisoformat(given["version"])
        explanation, citation = given["explanation"], given["citation"]
        provisional, assumptions = given["provisional"], tuple(given["assumptions"])
    question = asked().get(rule)
    title = question.title if question else ""
    return Why(
        title,
        headline(result, title, explanation),
        _lines(result),
        explanation,
        citation,
        version,
        provisional,
        tuple(said(each) for each in assumptions),
        reverse("lawbook:rule", args=[rule]) if question else "",
    )


def headline(result: object, title: str, explanation: str) -> str:
    """The result in a few words; "" for a list, and for what was stored as codes."""
    match result:
        case None:
            return _("Chưa xác định được")
        case bool():
            return _yes(title) if result else _no(title)
        case int():
            return f"{number_format(result, force_grouping=True)} {_unit(result, explanation)}".strip()
        case date():
            return _capital(f"{weekday(result)}, {result:%d/%m/%Y}")
        case list() | tuple() | Mapping():
            return ""
        case _:
            return _capital(spoken(result))


def _unit(number: int, explanation: str) -> str:
    """What the explanation counts: "hộ" where it says "101 hộ"."""
    found = re.search(rf"(?<!\d){number} ({_COUNTED})\b", explanation)
    return found[1] if found else ""


def _yes(title: str) -> str:
    return _("Rồi") if title.endswith("chưa") else _("Có")


def _no(title: str) -> str:
    return _("Chưa") if title.endswith("chưa") else _("Không")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _lines(result: object) -> tuple[str, ...]:
    if not isinstance(result, list | tuple):
        return ()
    return tuple(_capital(line.strip()) for line in spoken(result).split("\n  - ") if line.strip())


def _read(result: object) -> object:
    """A stored result: days are days again; a code is no words, so it is left out."""
    if not isinstance(result, str):
        return result
    try:
        return date.fromisoformat(result)
    except ValueError:
        return {}
