"""What rules, parameters and choices are called for the people who ask: one file for each topic.

Each file may hold `TITLES` (code → title and purpose), `PARAMETERS` (name → label and hint; "board.size.kind" where one
rule, "board.kind" where all rules on boards mean something else by it) and `CHOICES` (name of a StrEnum → value →
words). `common` holds what several topics use.
A name is explained once: the code that reads these files refuses a second explanation.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType, ModuleType
from typing import Final

from lawcore.asking.words import (
    ballots,
    boards,
    calendar,
    common,
    conferences,
    consultations,
    conventions,
    disclosures,
    elections,
    petitions,
)

FILES: Final[tuple[ModuleType, ...]] = (
    common,
    calendar,
    ballots,
    conventions,
    elections,
    boards,
    disclosures,
    consultations,
    conferences,
    petitions,
)


def merged(table: str, files: tuple[ModuleType, ...] = FILES) -> Iterator[tuple[str, tuple[str, str]]]:
    """The rows of every file's table of that name; ValueError when two files explain one name."""
    seen: set[str] = set()
    for file in files:
        rows: Mapping[str, tuple[str, str]] = getattr(file, table, {})
        for name, words in rows.items():
            if name in seen:
                raise ValueError(f"{file.__name__} explains {name} a second time")
            seen.add(name)
            yield name, words


TITLES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(dict(merged("TITLES")))
PARAMETERS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(dict(merged("PARAMETERS")))


def titled(code: str) -> tuple[str, str]:
    """Title and purpose of a rule. One that has none yet is called by its code, and a test says so."""
    return TITLES.get(code, (code, ""))


def words_of(rule: str, name: str) -> tuple[str, str] | None:
    """Label and hint of a rule's parameter; None when nobody wrote them."""
    noun = rule.partition(".")[0]
    return PARAMETERS.get(f"{rule}.{name}") or PARAMETERS.get(f"{noun}.{name}") or PARAMETERS.get(name)


def choice_words(choice: StrEnum) -> str:
    """What a choice is called: its own `words` where its type has them, else its topic's file, else its code."""
    own = getattr(choice, "words", "")
    return str(own) if own else _of_topic(type(choice)).get(choice.value, choice.value)


def field_words(name: str) -> str:
    """What a part of a result is called; its name when nobody wrote it, which a test finds."""
    return common.FIELDS.get(name, name)


def _of_topic(kind: type[StrEnum]) -> Mapping[str, str]:
    topic = kind.__module__.split(".")[1]
    for file in FILES:
        if file.__name__.endswith(f".{topic}"):
            choices: Mapping[str, Mapping[str, str]] = getattr(file, "CHOICES", {})
            return choices.get(kind.__name__, {})
    return {}
