"""Invented names, always the same for the same seed."""

import random

FAMILY = ("Đặng", "Lò", "Nguyễn", "Trần", "Phạm", "Hoàng", "Vũ", "Bùi", "Đỗ", "Ngô", "Hồ", "Lý", "Danh", "Y", "Kim")
MIDDLE = ("Thị", "Văn", "Đình", "Ngọc", "Xuân", "Hữu", "Minh", "Thu", "Quốc", "Thanh")
GIVEN = (
    "An", "Bưởi", "Cúc", "Dậu", "Én", "Gấm", "Hòa", "Khế", "Lành", "Mận", "Na", "Oanh", "Phúc", "Quý", "Sen",
    "Tâm", "Út", "Vân", "Xoan", "Yến", "Đào", "Bình", "Chiến", "Dũng", "Hiếu", "Khang", "Lợi", "Nghĩa",
)  # fmt: skip


class Names:
    """Invented people one after another; a seed gives the same people again."""

    def __init__(self, seed: int) -> None:
        self._draw = random.Random(seed)  # noqa: S311 - invented people, not secrets

    def name(self) -> str:
        return f"{self._draw.choice(FAMILY)} {self._draw.choice(MIDDLE)} {self._draw.choice(GIVEN)}"

    def birth_year(self) -> int:
        return self._draw.randint(1946, 2003)

    def count(self, least: int, most: int) -> int:
        return self._draw.randint(least, most)
