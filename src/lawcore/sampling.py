"""Drawing lots that anybody can draw again, and what the lots say of the whole.

Words    frame, unit, seed, lot, sample
Promise  the same frame and seed give the same sample on every machine; every set of a size is as likely as another;
         no unit is drawn twice

How a person checks a draw with nothing but a program that makes SHA-256: to each unit of the frame belongs a lot,
the SHA-256 of "<seed>:<unit>" in hexadecimal; the units with the smallest lots are the sample. No law fixes how many
are looked at; how sure a statement about the whole is to be is an argument.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, comb

from lawcore.answers import impossible

SURE = Fraction(95, 100)
"""How sure a statement about the whole is, where nobody asks for more: the custom of surveys, not a number of law."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between how many and how many units of the whole are as claimed, both counted."""

    least: int
    most: int


def frame_text(units: Iterable[str]) -> str:
    """The frame as it is kept and hashed: each unit once, in the order of its letters, a line each."""
    return "".join(f"{unit}\n" for unit in sorted(set(units)))


def units_of(text: str) -> tuple[str, ...]:
    """The units of a frame that was kept."""
    return tuple(text.splitlines())


def seed_of(root: bytes, round_name: str) -> str:
    """The seed from a root that did not exist when the frame was frozen, and from what makes the round its own."""
    return hashlib.sha256(f"{root.hex()}:{round_name}".encode()).hexdigest()


def lot(seed: str, unit: str) -> str:
    """The lot of a unit: nobody can know it before the seed is known, nor choose it."""
    return hashlib.sha256(f"{seed}:{unit}".encode()).hexdigest()


def draw(units: Iterable[str], size: int, *, seed: str) -> tuple[str, ...]:
    """The `size` units with the smallest lots, in the order of their lots; the order of the frame plays no part.

    Refused when there are fewer units than that, or none is asked for. A larger draw begins with the smaller one.
    """
    whole = set(units)
    if not 1 <= size <= len(whole):
        raise impossible(f"Khung có {len(whole)} nơi, không rút được {size} nơi.", allowed=(f"1…{len(whole)}",))
    return tuple(sorted(whole, key=lambda unit: (lot(seed, unit), unit))[:size])


def size_for(whole: int, share: Fraction) -> int:
    """How many units a share of the frame is: rounded up, at least one of what is there; 0 of nothing."""
    if not 0 < share <= 1:
        raise impossible("Tỷ lệ rút phải lớn hơn 0 và không quá 100%.")
    return ceil(whole * share)


def bounds(*, whole: int, drawn: int, agreed: int, unsure: int = 0, sure: Fraction = SURE) -> Bounds:
    """How many of the `whole` are as claimed when `agreed` of the `drawn` were found so, counted exactly.

    `unsure` of those drawn are not looked at yet or could not be: the least counts them as not as claimed, the most as
    claimed. A number of the whole is left out when what was seen would come about with a chance of at most half of
    what is missing to certainty, on its side (hypergeometric tails: lots are not put back).
    """
    if not 0 < drawn <= whole or min(agreed, unsure) < 0 or agreed + unsure > drawn:
        raise impossible(f"{agreed} nơi đúng và {unsure} nơi chưa rõ không khớp với {drawn} nơi rút trong {whole} nơi.")
    if not 0 < sure < 1:
        raise impossible("Mức tin cậy phải nằm giữa 0 và 100%.")
    tail = (1 - sure) / 2
    return Bounds(
        least=_least(whole, drawn, agreed, tail),
        most=whole - _least(whole, drawn, drawn - agreed - unsure, tail),
    )


def _least(whole: int, drawn: int, agreed: int, tail: Fraction) -> int:
    """The smallest number of the whole under which `agreed` or more among the drawn is likelier than `tail`."""
    low, high = agreed, whole - drawn + agreed
    while low < high:
        middle = (low + high) // 2
        if _at_least(whole, drawn, agreed, middle) > tail:
            high = middle
        else:
            low = middle + 1
    return low


def _at_least(whole: int, drawn: int, agreed: int, true: int) -> Fraction:
    """The chance to draw `agreed` or more of `true` units in `drawn` out of `whole`."""
    ways = sum(_ways(whole, drawn, true, seen) for seen in range(agreed, min(drawn, true) + 1))
    return Fraction(ways, comb(whole, drawn))


def _ways(whole: int, drawn: int, true: int, seen: int) -> int:
    return comb(true, seen) * comb(whole - true, drawn - seen)
