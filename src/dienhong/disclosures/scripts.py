"""What the loudspeaker says, and when: short sentences, numbers in words, the key fact once more at the end.

No tables and no clock here. The script is Vietnamese in every language of the pages.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import product
from math import ceil
from typing import Final

from lawcore import spoken
from lawcore.answers import Answer
from lawcore.calendar import HANOI
from lawcore.disclosures import periods
from lawcore.spoken import Zero

LONGEST_SECONDS: Final = 90  # after that nobody listens
SYLLABLES_PER_SECOND: Final = 3.7  # of a calm reader over an outdoor loudspeaker; a place may measure its own
SENTENCE_PAUSE: Final = 0.8  # seconds
COMMA_PAUSE: Final = 0.3
LONGEST_SENTENCE: Final = 30  # syllables that one breath carries

OPENING: Final = "Kính mời bà con nghe thông báo của {issuer}."
READ_MORE: Final = "Bà con xem bản đầy đủ tại {where}."
READ_MORE_UNTIL: Final = "Bà con xem bản đầy đủ tại {where}, đến hết {until}."
REMINDER: Final = "Xin nhắc lại: {key}"
_SENTENCES: Final = re.compile(r"(?<=[.!?])\s+(?=\S)|[;\n]")
_LABEL: Final = re.compile(r"^[ \t]*(?:\d{1,2}[.)]|[a-zđ]\)|[-+•*–])[ \t]+", re.MULTILINE)  # of a list: not read aloud
_ABBREVIATED_END: Final = re.compile(r"\b(?:TP|Tp|Ths|TS|Ông|Bà)\.$")


@dataclass(frozen=True, slots=True)
class Script:
    """A text to read aloud.

    `seconds` is an estimate, rounded up; `left_out` are the facts that did not fit, as they were given; `unspoken` the
    words that could not be put into words; `long_sentences` those that one breath hardly carries. `fits` is false only
    when what may not be left out is itself too long.
    """

    sentences: tuple[str, ...]
    seconds: int
    limit: int
    left_out: tuple[str, ...]
    unspoken: tuple[str, ...]
    long_sentences: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.sentences)

    @property
    def fits(self) -> bool:
        return self.seconds <= self.limit


def script(
    *,
    title: str,
    issuer: str,
    facts: Sequence[str],
    where: str,
    until: date | None = None,
    key: str | None = None,
    seconds: int = LONGEST_SECONDS,
    pace: float = SYLLABLES_PER_SECOND,
    zero: Zero = "linh",
) -> Script:
    """The script from a title, the issuer, facts in order of weight, where to read all of it and until which day.

    Opening, title, place and the repeated `key` (else the first fact, else the title) always stay; then facts are
    taken in their order as long as they fit into `seconds`, and the others are named. `pace` is in syllables a second.
    ValueError when the title, the issuer or the place is empty.
    """
    if not (title.strip() and issuer.strip() and where.strip()):
        raise ValueError("a script needs a title, an issuer and a place to read more")

    def say(text: str) -> list[str]:
        return [_sentence(spoken.aloud(part, zero=zero)) for part in _parts(text)]

    told = READ_MORE_UNTIL.format(where=_bare(where), until=f"{until:%d/%m/%Y}") if until else None
    facts = [fact for fact in facts if fact.strip()]
    before = [*say(OPENING.format(issuer=_bare(issuer))), *say(title)]
    after = say(told or READ_MORE.format(where=_bare(where)))
    again = say(key or next(iter(facts), title))
    after += [REMINDER.format(key=again[0]), *again[1:]]
    kept, left_out = _fitting([(fact, say(fact)) for fact in facts], seconds - _seconds([*before, *after], pace), pace)
    sentences = (*before, *kept, *after)
    return Script(
        sentences,
        ceil(_seconds(sentences, pace)),
        seconds,
        tuple(left_out),
        spoken.unspoken(" ".join(sentences)),
        tuple(sentence for sentence in sentences if spoken.syllables(sentence) > LONGEST_SENTENCE),
    )


def _fitting(facts: Sequence[tuple[str, list[str]]], room: float, pace: float) -> tuple[list[str], list[str]]:
    """The sentences of the facts that fit into the room, in seconds, and the facts that do not."""
    kept: list[str] = []
    left_out: list[str] = []
    for fact, sentences in facts:
        if _seconds([*kept, *sentences], pace) <= room:
            kept += sentences
        else:
            left_out.append(fact)
    return kept, left_out


def estimate(text: str, *, pace: float = SYLLABLES_PER_SECOND, zero: Zero = "linh") -> int:
    """How many seconds a text that somebody wrote takes to read, pauses included, rounded up."""
    return ceil(_seconds([_sentence(spoken.aloud(part, zero=zero)) for part in _parts(text)], pace))


def _seconds(sentences: Sequence[str], pace: float) -> float:
    said = sum(map(spoken.syllables, sentences)) / pace
    commas = sum(len(re.findall(r"[,:–]", sentence)) for sentence in sentences)
    return said + commas * COMMA_PAUSE + len(sentences) * SENTENCE_PAUSE


def _parts(text: str) -> list[str]:
    """Its sentences without list labels, also where it was strung together with semicolons."""
    parts: list[str] = []
    for part in filter(None, (piece.strip() for piece in _SENTENCES.split(_LABEL.sub("", text)))):
        if parts and _ABBREVIATED_END.search(parts[-1]):
            parts[-1] = f"{parts[-1]} {part}"
        else:
            parts.append(part)
    return parts


def _sentence(text: str) -> str:
    closed = text if text.endswith((".", "!", "?", "…")) else f"{text.rstrip(',:')}."
    return closed[0].upper() + closed[1:]


def _bare(text: str) -> str:
    return text.strip().rstrip(".")


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a script is read, in order; `answer` says on how many days in a row it must be, and why."""

    broadcasts: tuple[datetime, ...]
    answer: Answer[date]

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(dict.fromkeys(moment.date() for moment in self.broadcasts))


def schedule(*, first: date, times: Sequence[time], last: date | None = None) -> Schedule:
    """LDC art. 13 cl. 3: every time of the day, on each day in a row from the first, for as long as the law says.

    `last` may be later than the law asks, never earlier: an earlier one is not taken. Moments carry Hanoi's zone.
    ValueError when no time is given.
    """
    if not times:
        raise ValueError("a broadcast needs at least one time of the day")
    answer = periods.broadcast(since=first)
    count = (max(answer.result, last or answer.result) - first).days + 1
    days = [first + timedelta(days=ahead) for ahead in range(count)]
    moments = (datetime.combine(day, at, HANOI) for day, at in product(days, sorted(set(times))))
    return Schedule(tuple(moments), answer)
