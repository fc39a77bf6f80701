"""A procedure drawn as one column of steps: straight on to the next, along lanes to others, back on the left."""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap
from typing import Final

from lawcore.lifecycles import Lifecycle

BOX_WIDTH: Final = 236
BOX_HEIGHT: Final = 46
ROW: Final = 66
LANE: Final = 12
MARGIN: Final = 10
LETTERS: Final = 27
"""Letters of a line inside a box."""


@dataclass(frozen=True, slots=True)
class Step:
    """A box: its lines of text each with its place, where it stands, whether the procedure ends here."""

    lines: tuple[tuple[int, str], ...]
    y: int
    ends: bool


@dataclass(frozen=True, slots=True)
class Path:
    """A line of the drawing as SVG writes it, and the points where it leaves a box."""

    d: str
    back: bool = False
    dots: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Diagram:
    """All that the template draws, in units of the SVG."""

    width: int
    height: int
    left: int
    middle: int
    steps: tuple[Step, ...]
    paths: tuple[Path, ...]
    box_width: int = BOX_WIDTH
    box_height: int = BOX_HEIGHT


@dataclass(frozen=True, slots=True)
class _Bus:
    """One lane: from several steps along a line to one step."""

    target: int
    sources: tuple[int, ...]

    @property
    def span(self) -> tuple[int, int]:
        places = (*self.sources, self.target)
        return min(places), max(places)


def diagram(lifecycle: Lifecycle) -> Diagram:
    """The drawing of a procedure; a move that leads back to its own step is left to the list of moves."""
    place = {state: number for number, state in enumerate(lifecycle.states)}
    pairs = {(place[move.state], place[move.to]) for move in lifecycle.moves if move.state != move.to}
    onward = _in_lanes(_buses({pair for pair in pairs if pair[1] > pair[0] + 1}))
    backward = _in_lanes(_buses({pair for pair in pairs if pair[1] < pair[0]}))
    left = MARGIN + LANE * (len(backward) + bool(backward))
    right = left + BOX_WIDTH
    paths = [
        *(_straight(left, number) for number, to in sorted(pairs) if to == number + 1),
        *(_along(bus, right, right + LANE * (lane + 1)) for lane, buses in enumerate(onward) for bus in buses),
        *(_along(bus, left, left - LANE * (lane + 1)) for lane, buses in enumerate(backward) for bus in buses),
    ]
    steps = tuple(_step(number, state, lifecycle) for number, state in enumerate(lifecycle.states))
    width = right + LANE * (len(onward) + bool(onward)) + MARGIN
    height = _top(len(steps) - 1) + BOX_HEIGHT + 2
    return Diagram(width, height, left, left + BOX_WIDTH // 2, steps, tuple(paths))


def _buses(pairs: set[tuple[int, int]]) -> Iterator[_Bus]:
    """One bus for each step that is reached, shortest first so that short lanes lie near the boxes."""
    targets = {to for _, to in pairs}
    buses = [_Bus(to, tuple(sorted(start for start, end in pairs if end == to))) for to in targets]
    return iter(sorted(buses, key=lambda bus: (bus.span[1] - bus.span[0], bus.span)))


def _in_lanes(buses: Iterator[_Bus]) -> list[list[_Bus]]:
    """Lanes in which no two buses touch."""
    lanes: list[list[_Bus]] = []
    for bus in buses:
        free = next((lane for lane in lanes if all(_apart(bus, other) for other in lane)), None)
        if free is None:
            lanes.append([bus])
        else:
            free.append(bus)
    return lanes


def _apart(one: _Bus, other: _Bus) -> bool:
    return one.span[1] < other.span[0] or other.span[1] < one.span[0]


def _step(number: int, state: str, lifecycle: Lifecycle) -> Step:
    words = lifecycle.states[state]
    lines = wrap(f"{number + 1}. {words[0].upper()}{words[1:]}", LETTERS)
    top = _middle(number) - 9 * (len(lines) - 1) + 5
    placed = tuple((top + 18 * row, line) for row, line in enumerate(lines))
    return Step(placed, _top(number), state in lifecycle.final)


def _top(number: int) -> int:
    return 2 + number * ROW


def _middle(number: int) -> int:
    return _top(number) + BOX_HEIGHT // 2


def _straight(left: int, number: int) -> Path:
    x = left + BOX_WIDTH // 2
    return Path(f"M{x} {_top(number) + BOX_HEIGHT}V{_top(number + 1) - 2}")


def _along(bus: _Bus, edge: int, lane: int) -> Path:
    """From the sources out to the lane, along it, and in to the target a little beside its middle."""
    inward = 8 if bus.target < bus.sources[0] else -8
    end = _middle(bus.target) + inward
    away = 2 if lane > edge else -2
    starts = tuple(_middle(source) - inward for source in bus.sources)
    stubs = "".join(f"M{edge} {y}H{lane}" for y in starts)
    far = max(starts, key=lambda y: abs(y - end))
    return Path(f"{stubs}M{lane} {far}V{end}H{edge + away}", lane < edge, tuple((edge, y) for y in starts))
