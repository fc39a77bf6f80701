"""Days worked and days off."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

TITLES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "working_days": ("Đếm ngày làm việc", "Ngày thứ mấy tính theo ngày làm việc, kể từ sau một ngày."),
        "holidays": ("Ngày nghỉ lễ, tết trong năm", "Các ngày nghỉ ngoài ngày nghỉ hằng tuần."),
    }
)
PARAMETERS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "days": ("Số ngày làm việc", "đếm từ ngày liền sau"),
        "year": ("Năm", "ví dụ 2026"),
    }
)
CHOICES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {"Kind": {"public-holiday": "ngày lễ, tết", "in-lieu": "nghỉ bù", "swapped-off": "nghỉ hoán đổi"}}
)
