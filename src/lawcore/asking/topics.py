"""The topics that can be asked about. A new topic is one line here; nothing registers itself.

A topic offers any of `RULES` (code → function), `DEADLINES`, `LATEST`, `MINIMUM` (kind → function), `CATALOGUES`
(code → items) and `LIFECYCLES`.
"""

from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Final

from lawcore import (
    ballots,
    boards,
    conferences,
    consultations,
    conventions,
    disclosures,
    elections,
    petitions,
    timelimits,
)

TOPICS: Final[tuple[ModuleType, ...]] = (
    ballots,
    conventions,
    elections,
    boards,
    disclosures,
    consultations,
    conferences,
    petitions,
    timelimits,
)


def gathered(table: str, topics: tuple[ModuleType, ...] = TOPICS) -> Iterator[tuple[str, object]]:
    """The rows of every topic's table of that name; ValueError when two topics use one code."""
    seen: dict[str, str] = {}
    for topic in topics:
        rows: Mapping[str, object] = getattr(topic, table, {})
        for code, row in rows.items():
            if code in seen:
                raise ValueError(f"{table}: {code} stands in {seen[code]} and in {topic.__name__}")
            seen[code] = topic.__name__
            yield code, row
