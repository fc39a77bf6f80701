"""Where the texts are silent, differ from each other, or can be read in two ways: each a named choice with a default.

A rule that rests on one of them takes it as an argument, is provisional, and says so among its assumptions.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Reading:
    """An open question of the texts: what is asked, where, each choice in Vietnamese, and which one is taken."""

    code: str
    asks: str
    cite: str
    choices: Mapping[str, str]
    default: str

    def assumed(self, choice: str | None = None) -> str:
        """One sentence for the assumptions of an answer."""
        return f"{self.asks}: {self.choices[choice or self.default]} (tham số {self.code})."


def reading(code: str, asks: str, *, cite: str, default: str, **choices: str) -> Reading:
    """A reading whose choices are given as `name="câu tiếng Việt"`; the default is one of them."""
    if default not in choices:
        raise ValueError(f"{default!r} is no choice of {code}")
    return Reading(code, asks, cite, MappingProxyType(choices), default)


POSTING_DAYS: Final = reading(
    "posting_inclusive",
    "Ngày bắt đầu niêm yết có tính vào thời hạn tối thiểu không",
    cite="LDC art. 13 cl. 2",
    default="exclusive",
    exclusive="không tính, nên gỡ muộn hơn một ngày cho an toàn",
    inclusive="có tính",
)
BALLOT_WITHOUT_MEETING: Final = reading(
    "bal_case_c_scope",
    "Phát phiếu khi chưa họp áp dụng cho nội dung nào của thôn",
    cite="LDC art. 19 cl. 1 pt. c; Decree 59/2023 art. 4 cl. 1 pt. c",
    default="decree",
    decree="theo Nghị định, chỉ nội dung tự quản khác (khoản 6 Điều 15)",
    law="theo Luật, cả nội dung khoản 1 và khoản 2 Điều 15",
)
VILLAGE_APPROVES: Final = reading(
    "village_approves",
    "Khi nào một thôn được tính là tán thành trong việc của cả xã",
    cite="LDC art. 21 cl. 1",
    default="own_two_thirds",
    own_two_thirds="khi thôn đó đạt tỷ lệ hai phần ba tổng số hộ của mình",
)
