"""What was decided for each year: which days are Tết, which day stands beside National Day, which days are swapped.

A new year is one entry here with its source. Until then the year is computed as `presumed` says and provisional.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from lawcore.calendar.lunar import new_year

MONDAY: Final = 0
THURSDAY: Final = 3


@dataclass(frozen=True, slots=True)
class Swap:
    """A working day that is off, and the day of rest that is worked instead."""

    off: date
    worked: date


@dataclass(frozen=True, slots=True)
class Decision:
    """One year: the first of the Tết days in a row, the day beside 2 September, swaps, and who said so where.

    `open_days` are days of a decided year that the sources at hand do not settle: they are used and provisional.
    """

    tet: date
    beside_national_day: date
    source: str
    swaps: tuple[Swap, ...] = ()
    open_days: frozenset[date] = frozenset()


DECIDED: Final[Mapping[int, Decision]] = MappingProxyType(
    {
        2023: Decision(
            tet=date(2023, 1, 20),
            beside_national_day=date(2023, 9, 1),
            source="Văn phòng Chính phủ, công văn tháng 12/2022 về nghỉ Tết Quý Mão và Quốc khánh năm 2023",
        ),
        2024: Decision(
            tet=date(2024, 2, 8),
            beside_national_day=date(2024, 9, 3),
            source="Văn phòng Chính phủ, công văn số 8662/VPCP-KGVX ngày 03/11/2023 và số 2450/VPCP-KGVX năm 2024",
            swaps=(Swap(off=date(2024, 4, 29), worked=date(2024, 5, 4)),),
        ),
        2025: Decision(
            tet=date(2025, 1, 27),
            beside_national_day=date(2025, 9, 1),
            source="Văn phòng Chính phủ, công văn số 8726/VPCP-KGVX ngày 26/11/2024",
            swaps=(Swap(off=date(2025, 5, 2), worked=date(2025, 4, 26)),),
        ),
        2026: Decision(
            tet=date(2026, 2, 16),
            beside_national_day=date(2026, 9, 1),
            source="Văn phòng Chính phủ, công văn tháng 10/2025 và số 12729/VPCP-KGVX tháng 12/2025",
            swaps=(
                Swap(off=date(2026, 1, 2), worked=date(2026, 1, 10)),
                Swap(off=date(2026, 8, 31), worked=date(2026, 8, 22)),
            ),
            open_days=frozenset({date(2026, 8, 22)}),
        ),
    }
)


def presumed(year: int) -> Decision:
    """How an undecided year is computed: two days of Tết before the lunar year and three of it; no swaps.

    The day beside 2 September is the 1st, and the 3rd where 2 September is a Monday or a Thursday: so it joins the
    weekend whenever it can. The years 2018 to 2026 were all off on the days that this gives.
    """
    national_day = date(year, 9, 2)
    later = national_day.weekday() in {MONDAY, THURSDAY}
    return Decision(
        tet=new_year(year) - timedelta(days=2),
        beside_national_day=national_day + timedelta(days=1 if later else -1),
        source="",
    )
