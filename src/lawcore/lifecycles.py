"""How a procedure goes from state to state: a table with its articles, checked when made, drawn for people.

Words    lifecycle, state, event, move, guard
Promise  what is not in the table is not allowed; every state can be reached and every move cites
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lawcore.answers import Refused
from lawcore.sources import cited


@dataclass(frozen=True, slots=True)
class Move:
    """In `state`, when `event` happens, the procedure goes to `to`.

    `cite` is the article; `guard` the condition in Vietnamese, "" for none; `deadline` the code of the rule that says
    by when the event must happen ("decision.recognition"), "" where the texts state none.
    """

    state: str
    event: str
    to: str
    cite: str
    guard: str = ""
    deadline: str = ""


class NotAllowed(Refused):
    """The event cannot happen in this state; the message names what can."""


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """States and events with their Vietnamese words; the first state is where every procedure starts."""

    code: str
    name: str
    states: Mapping[str, str]
    events: Mapping[str, str]
    moves: tuple[Move, ...]

    def __post_init__(self) -> None:
        for move in self.moves:
            cited(move.cite)
            if {move.state, move.to} - set(self.states) or move.event not in self.events:
                raise ValueError(f"{self.code}: {move.state} --{move.event}--> {move.to} names what is not listed")
        pairs = [(move.state, move.event) for move in self.moves]
        if len(set(pairs)) != len(pairs):
            raise ValueError(f"{self.code}: one event leads from one state to two")
        unreached = set(self.states) - set(self._reached())
        if unreached:
            raise ValueError(f"{self.code}: never reached: {', '.join(sorted(unreached))}")

    @property
    def start(self) -> str:
        """Where every procedure of this kind begins."""
        return next(iter(self.states))

    @property
    def final(self) -> frozenset[str]:
        """The states that nothing leaves."""
        return frozenset(self.states) - {move.state for move in self.moves}

    def moves_from(self, state: str) -> tuple[Move, ...]:
        """What can happen next."""
        return tuple(move for move in self.moves if move.state == state)

    def after(self, state: str, event: str) -> Move:
        """The move that an event makes; NotAllowed when the law knows none."""
        for move in self.moves_from(state):
            if move.event == event:
                return move
        can = [self.events[move.event] for move in self.moves_from(state)]
        raise NotAllowed(
            "impossible-move",
            f"{self.name} đang ở bước “{self.states.get(state, state)}”: chưa thể “{self.events.get(event, event)}”. "
            + (f"Bước được làm tiếp: {'; '.join(can)}." if can else "Thủ tục đã kết thúc."),
            allowed=(move.event for move in self.moves_from(state)),
        )

    def _reached(self) -> Iterator[str]:
        seen, waiting = {self.start}, [self.start]
        while waiting:
            state = waiting.pop()
            yield state
            for move in self.moves_from(state):
                if move.to not in seen:
                    seen.add(move.to)
                    waiting.append(move.to)
