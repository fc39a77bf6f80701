"""An event of a telephone on its way in: what every act on it is given, how it says that it is so, or otherwise."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, Generic, TypeVar

from django.utils.translation import gettext as _

from dienhong.decisions.actions.steps import Hours
from dienhong.decisions.models import BallotRound, Meeting, PhoneEvent
from dienhong.decisions.phone_events import Event
from dienhong.foundations.actors import Actor

Result = PhoneEvent.Result
Held = Meeting | BallotRound
"""What is held with telephones: a meeting, or a ballot round."""
H = TypeVar("H", Meeting, BallotRound)
TOLERATED: Final = timedelta(minutes=5)
"""A clock that is less off than this is taken at its word."""


@dataclass(frozen=True, slots=True)
class Phone:
    """Which telephone sends, and by how many seconds our clock is ahead of its own."""

    device: str
    offset: int


class Conflict(Exception):
    """Another telephone said otherwise, and this one did not know."""


class Same(Exception):
    """It is so already."""


@dataclass(frozen=True, slots=True)
class Taking(Generic[H]):
    """One event, the locked row that it is about, the telephone and the person that sent it, and when it came."""

    held: H
    event: Event
    phone: Phone
    by: Actor
    at: datetime

    @property
    def key(self) -> str:
        return f"phone:{self.event.key}"

    @property
    def hours(self) -> Hours:
        return Hours(self.event.happened_at, self.event.entered_at)

    @property
    def moment(self) -> datetime:
        """When it happened by our clock: what the telephone said, put right where its clock is known to be off."""
        offset = self.event.known_offset if self.event.known_offset is not None else self.phone.offset
        ahead = timedelta(seconds=offset)
        return self.event.happened_at + ahead if abs(ahead) >= TOLERATED else self.event.happened_at

    @property
    def latest(self) -> datetime:
        """Now, or what a telephone whose clock runs ahead of ours calls now."""
        ahead = min(0, self.phone.offset, self.event.known_offset or 0)
        return self.at - timedelta(seconds=ahead)

    def is_of_another(self, key: str) -> bool:
        """Whether a row was recorded by another telephone, or at a desk."""
        sent = PhoneEvent.objects.filter(key=key.removeprefix("phone:")).values_list("device", flat=True).first()
        return sent != self.phone.device

    def knew(self, kind: str, pk: int) -> bool:
        """Whether the telephone knew of this row when it recorded the event."""
        return pk <= self.event.seen.get(kind, 0)


@dataclass(frozen=True, slots=True)
class Intake(Generic[H]):
    """How the events of a meeting, or of a round, come in.

    `kept_as`: what becomes of an event that was refused: kept as that result for a person to decide, or None where
    it may be put right on the telephone and sent again. `simple`: what refuses these has written nothing by then, so
    there is nothing to undo, and none changes the row that is held.
    """

    lock: Callable[[H, Actor], H]
    acts: Mapping[str, Callable[[Taking[H]], None]]
    kept_as: Callable[[Taking[H]], PhoneEvent.Result | None]
    sign: Callable[[str, H, Actor, dict[str, Any], str], None]
    simple: frozenset[str] = frozenset()


def used() -> str:
    """A key that stands for something else already."""
    return _("Mã gửi này đã dùng cho việc khác. Hãy mở lại trang rồi gửi lại.")
