"""What can be asked: one question for each rule, with its parameters taken from the rule's signature."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, StrEnum
from functools import cache
from types import MappingProxyType, ModuleType, UnionType
from typing import Final, Protocol, TypeAlias, cast, get_args

from lawcore import readings
from lawcore.answers import Answer
from lawcore.asking.topics import TOPICS, gathered
from lawcore.asking.words import choice_words, titled, words_of
from lawcore.lifecycles import Lifecycle

Rule: TypeAlias = Callable[..., Answer[object]]

NOT_ASKED: Final = frozenset({"calendar"})
"""Parameters for programs only."""

ON: Final = "on"
"""The day that selects the version of the law. Nobody must type it: see `ask`."""

YES_NO: Final[Mapping[str, str]] = MappingProxyType({"true": "có", "false": "không"})

BY_KIND: Final[Mapping[str, str]] = MappingProxyType(
    {"deadline": "DEADLINES", "latest": "LATEST", "minimum": "MINIMUM"}
)
"""Rules that choose a function by the parameter `kind`, with the table of the topics that holds the functions."""


class Listed(Protocol):
    """An item of a list that the texts give: a frozen dataclass of its topic, with the article."""

    @property
    def cite(self) -> str: ...


class Holds(StrEnum):
    """What a parameter holds."""

    NUMBER = "number"
    YES_NO = "boolean"
    DAY = "day"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing a question needs. `choices`: allowed value → Vietnamese words; `default` as it would be typed.

    `made` turns a typed choice into the rule's own value: the StrEnum itself, or `str` for the choice of a reading.
    """

    name: str
    holds: Holds
    label: str
    hint: str
    required: bool
    default: str | None = None
    choices: Mapping[str, str] = field(default_factory=dict)
    made: Callable[[str], object] = str


@dataclass(frozen=True, slots=True)
class Question:
    """A rule as it can be asked. `cite` is the short citation that opens the docstring of its function.

    The parameter `kind` of a question with `kinds` chooses the question that is answered, with the keys of that one.
    """

    code: str
    title: str
    purpose: str
    cite: str
    parameters: Mapping[str, Parameter]
    function: Rule
    kinds: Mapping[str, "Question"] = field(default_factory=dict)


@cache
def questions(topics: tuple[ModuleType, ...] = TOPICS) -> Mapping[str, Question]:
    """Every question by its code, in the order of the topics; the rules that choose by `kind` come last."""
    plain = {code: _question(code, cast("Rule", rule)) for code, rule in gathered("RULES", topics)}
    return MappingProxyType(plain | {code: _by_kind(code, table, topics) for code, table in BY_KIND.items()})


def catalogues(topics: tuple[ModuleType, ...] = TOPICS) -> Mapping[str, tuple[Listed, ...]]:
    """The lists of the texts (forms, items, places) by their code."""
    return {code: cast("tuple[Listed, ...]", items) for code, items in gathered("CATALOGUES", topics)}


def lifecycles(topics: tuple[ModuleType, ...] = TOPICS) -> tuple[Lifecycle, ...]:
    """The procedures that go from state to state."""
    return tuple(each for topic in topics for each in getattr(topic, "LIFECYCLES", ()))


def _question(code: str, rule: Rule) -> Question:
    title, purpose = titled(code)
    cite = (inspect.getdoc(rule) or "").partition(": ")[0]
    return Question(code, title, purpose, cite, MappingProxyType(_parameters(code, rule)), rule)


def _by_kind(code: str, table: str, topics: tuple[ModuleType, ...]) -> Question:
    kinds = {kind: _question(f"{code}.{kind}", cast("Rule", rule)) for kind, rule in gathered(table, topics)}
    title, purpose = titled(code)
    label, hint = words_of(code, "kind") or ("kind", "")
    choices = {kind: each.title for kind, each in kinds.items()}
    kind = Parameter("kind", Holds.CHOICE, label, hint, required=True, choices=choices)

    def chosen(*, kind: str, **given: object) -> Answer[object]:
        return kinds[kind].function(**given)

    return Question(code, title, purpose, "", MappingProxyType({"kind": kind}), chosen, MappingProxyType(kinds))


def _parameters(code: str, rule: Rule) -> dict[str, Parameter]:
    return {
        name: _parameter(code, each)
        for name, each in inspect.signature(rule, eval_str=True).parameters.items()
        if name not in NOT_ASKED
    }


def _parameter(code: str, given: inspect.Parameter) -> Parameter:
    reading = _READINGS.get(given.name)
    label, hint = (reading.asks, _OPEN) if reading else words_of(code, given.name) or (given.name, "")
    holds, choices, made = (Holds.CHOICE, reading.choices, str) if reading else _values(_type_of(given))
    must = given.default is inspect.Parameter.empty
    default = None if must else _as_typed(given.default)
    return Parameter(given.name, holds, label, hint, must and given.name != ON, default, choices, made)


def _type_of(given: inspect.Parameter) -> type:
    """What a parameter keeps, without "or None"."""
    kept = given.annotation
    if isinstance(kept, UnionType):
        kept = next(each for each in get_args(kept) if each is not type(None))
    return cast("type", kept)


def _values(kept: type) -> tuple[Holds, Mapping[str, str], Callable[[str], object]]:
    """What is held, the choices with their words, and what makes the rule's own value of a typed choice."""
    if issubclass(kept, StrEnum):
        return Holds.CHOICE, {str(each.value): choice_words(each) for each in kept}, kept
    return _HOLDS[kept], YES_NO if kept is bool else {}, str


def _as_typed(default: object) -> str | None:
    match default:
        case None:
            return None
        case bool():
            return "true" if default else "false"
        case Enum():
            return str(default.value)
        case _:
            return str(default)


_OPEN: Final = "văn bản chưa nói rõ; chọn cách hiểu khác nếu cần"
_HOLDS: Final[Mapping[type, Holds]] = {int: Holds.NUMBER, bool: Holds.YES_NO, date: Holds.DAY}
_READINGS: Final = {each.code: each for each in vars(readings).values() if isinstance(each, readings.Reading)}
