"""What the people discuss and decide, how, and who has a part in it."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from lawcore.dated import Dated, Version


class Matter(StrEnum):
    """The six kinds of matter of LDC art. 15, called by their clause."""

    COMMUNE_WORKS = "15.1"
    VILLAGE_MONEY = "15.2"
    CONVENTION = "15.3"
    VILLAGE_HEAD = "15.4"
    BOARD_MEMBERS = "15.5"
    SELF_GOVERNMENT = "15.6"

    @property
    def clause(self) -> str:
        """As people cite it: "khoản 3 Điều 15"."""
        article, clause = self.value.split(".")
        return f"khoản {clause} Điều {article}"


class Scope(StrEnum):
    """Whether one village decides, or all villages of the commune together."""

    VILLAGE = "village"
    COMMUNE = "commune"


class Form(StrEnum):
    """How the people decide (LDC art. 17 cl. 1)."""

    MEETING = "meeting"
    BALLOT = "ballot"
    ONLINE = "online"


class Who(StrEnum):
    """Who proposes, convenes, leads a team or recognises."""

    VILLAGE_HEAD = "village_head"
    FRONT_HEAD = "front_head"
    FRONT_MEMBER = "front_member"
    RESIDENT = "resident"
    ELECTION_TEAM = "election_team"
    APPOINTED = "appointed_convener"
    COMMUNE_CHAIR = "commune_chair"
    COMMUNE_COMMITTEE = "commune_committee"
    COMMUNE_FRONT = "commune_front"

    @property
    def words(self) -> str:
        """In Vietnamese: "Trưởng thôn"."""
        return _WORDS[self]


_WORDS: Final[Mapping[Who, str]] = MappingProxyType(
    {
        Who.VILLAGE_HEAD: "Trưởng thôn",
        Who.FRONT_HEAD: "Trưởng ban công tác Mặt trận",
        Who.FRONT_MEMBER: "đại diện Ban công tác Mặt trận",
        Who.RESIDENT: "người dân trong thôn",
        Who.ELECTION_TEAM: "Tổ bầu cử",
        Who.APPOINTED: "người được Chủ tịch Ủy ban nhân dân cấp xã chỉ định",
        Who.COMMUNE_CHAIR: "Chủ tịch Ủy ban nhân dân cấp xã",
        Who.COMMUNE_COMMITTEE: "Ủy ban nhân dân cấp xã",
        Who.COMMUNE_FRONT: "Ủy ban Mặt trận Tổ quốc Việt Nam cấp xã",
    }
)


COMMUNE_MATTERS: Final = Dated(
    Version(
        date(2023, 7, 1),
        frozenset({Matter.COMMUNE_WORKS, Matter.VILLAGE_MONEY}),
        cite="LDC art. 21 cl. 1",
    )
)
"""What all villages of a commune may decide together; everything else is decided village by village."""
