"""What the people discuss and decide."""

from enum import StrEnum


class Matter(StrEnum):
    """The six kinds of matter of LDC art. 15, called by their clause."""

    COMMUNE_WORKS = "15.1"
    VILLAGE_MONEY = "15.2"
    CONVENTION = "15.3"
    VILLAGE_HEAD = "15.4"
    BOARD_MEMBERS = "15.5"
    SELF_GOVERNMENT = "15.6"


class Scope(StrEnum):
    """Whether one village decides, or all villages of the commune together."""

    VILLAGE = "village"
    COMMUNE = "commune"
