"""The words of village conventions: how the people are asked, how far a decision about one reaches, list items."""

from dataclasses import dataclass
from enum import StrEnum

from lawcore.answers import impossible
from lawcore.readings import Reading


class Form(StrEnum):
    """How the households are asked."""

    MEETING = "meeting"
    BALLOT = "ballot"
    ONLINE = "online"

    @property
    def words(self) -> str:
        """In Vietnamese, within a sentence: "họp cộng đồng dân cư"."""
        return {
            Form.MEETING: "họp cộng đồng dân cư",
            Form.BALLOT: "phát phiếu lấy ý kiến từng hộ",
            Form.ONLINE: "biểu quyết trực tuyến",
        }[self]


class Extent(StrEnum):
    """Whether a suspension or an abolition reaches the whole convention or a part."""

    WHOLE = "whole"
    PART = "part"

    @property
    def words(self) -> str:
        """In Vietnamese, within a sentence: "toàn bộ"."""
        return {Extent.WHOLE: "toàn bộ", Extent.PART: "một phần"}[self]


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list that the texts give: its letter or number there, our short label, its citation."""

    code: str
    label: str
    cite: str


def check_reading(reading: Reading, choice: str) -> None:
    """Refuses a way of reading that is not among those known."""
    if choice not in reading.choices:
        raise impossible(
            f"Không có cách hiểu “{choice}” cho tham số {reading.code}. {reading.asks}?", allowed=reading.choices
        )
