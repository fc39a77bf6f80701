"""An answer as a page shows it, from the answer itself or from what was stored of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, is_dataclass
from datetime import date
from typing import Any, TypeGuard

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from dienhong.lawbook.forms import said
from dienhong.lawbook.shelves import asked
from lawcore.answers import Answer
from lawcore.asking.speaking import parts, spoken
from lawcore.calendar.workdays import weekday
from lawcore.timelimits import Period

_COUNTED = "hộ|thôn|người|phiếu|lần|bản|đại biểu|thành viên"

SHORT = 60
"""Letters of a result that is shown large."""


@dataclass(frozen=True, slots=True)
class Why:
    """What was asked, what came out, and why; `url` leads to the calculator.

    A result of several parts stands in `facts` by what each is called; a list of such in `columns` and `rows`, a list
    of words in `lines`.
    """

    title: str
    headline: str
    facts: tuple[tuple[str, str], ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[str, str], ...], ...]
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
    """The answer, or its stored JSON (Answer.as_json), as a page shows it. KeyError for what is neither.

    What was stored of a result in several parts, or as a code, is no words: its explanation says it.
    """
    stored: Mapping[str, Any] = given.as_json() if isinstance(given, Answer) else given
    result = given.result if isinstance(given, Answer) else _read(stored["result"])
    question = asked().get(stored["rule"])
    title = question.title if question else ""
    rows = tuple(parts(each) for each in result) if _holds_parts(result) else ()
    return Why(
        title,
        headline(result, title, stored["explanation"]),
        _facts(result),
        tuple(_capital(name) for name, _words in rows[0]) if rows else (),
        rows,
        () if rows else _lines(result),
        stored["explanation"],
        stored["citation"],
        date.fromisoformat(stored["version"]),
        stored["provisional"],
        tuple(said(each) for each in stored["assumptions"]),
        reverse("lawbook:rule", args=[stored["rule"]]) if question else "",
    )


def headline(result: object, title: str, explanation: str) -> str:
    """The result in a few words; "" where only the explanation, a list or a table can say it."""
    match result:
        case bool():
            return _yes(title) if result else _no(title)
        case int():
            return f"{number_format(result, force_grouping=True)} {_unit(result, explanation)}".strip()
        case date():
            return _capital(f"{weekday(result)}, {result:%d/%m/%Y}")
        case None | tuple():
            return ""
        case _:
            return "" if _facts(result) else _capital(spoken(result))


def _facts(result: object) -> tuple[tuple[str, str], ...]:
    """The parts of a result that has several and does not fit one large line."""
    if not is_dataclass(result) or isinstance(result, Period) or len(spoken(result)) <= SHORT:
        return ()
    return tuple((_capital(name), words) for name, words in parts(result))


def _holds_parts(result: object) -> TypeGuard[tuple[object, ...]]:
    return isinstance(result, tuple) and bool(result) and all(is_dataclass(each) for each in result)


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
    if not isinstance(result, tuple):
        return ()
    return tuple(_capital(line.strip()) for line in spoken(result).split("\n  - ") if line.strip())


def _read(result: object) -> object:
    """A stored result: days are days again; codes and parts are no words, so they are left out."""
    match result:
        case str():
            try:
                return date.fromisoformat(result)
            except ValueError:
                return None
        case bool() | int():
            return result
        case _:
            return None
