"""The texts that the rules cite: how they are called, since when they bind, and whether their present text was read.

A rule cites in a short form that a program can read ("LDC art. 21 cl. 1"); people read the official one
("khoản 1 Điều 21 Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15").
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Source:
    """A legal text. `until` is the last day of its old wording; `note` says what was not read."""

    short: str
    name: str
    since: date
    until: date | None = None
    note: str = ""


SOURCES: Final[Mapping[str, Source]] = MappingProxyType(
    {
        source.short: source
        for source in (
            Source(
                "LDC",
                "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15",
                date(2023, 7, 1),
                note="theo lời văn năm 2022; chưa đối chiếu phần sửa đổi của Luật số 97/2025/QH15 và số 47/2024/QH15",
            ),
            Source("Decree 59/2023", "Nghị định số 59/2023/NĐ-CP", date(2023, 8, 15)),
            Source("Decree 61/2023", "Nghị định số 61/2023/NĐ-CP", date(2023, 8, 16)),
            Source(
                "Decree 185/2026",
                "Nghị định số 185/2026/NĐ-CP",
                date(2026, 5, 26),
                note="mới đối chiếu Điều 1 đến Điều 9",
            ),
            Source("Law 02/2011", "Luật Khiếu nại số 02/2011/QH13", date(2012, 7, 1)),
            Source("Law 42/2013", "Luật Tiếp công dân số 42/2013/QH13", date(2014, 7, 1)),
            Source("Law 25/2018", "Luật Tố cáo số 25/2018/QH14", date(2019, 1, 1)),
            Source(
                "Law 136/2025",
                "Luật số 136/2025/QH15",
                date(2026, 7, 1),
                note="chưa có lời văn; mới biết qua các Nghị định số 154, 155 và 156/2026/NĐ-CP",
            ),
            Source("Decree 124/2020", "Nghị định số 124/2020/NĐ-CP", date(2020, 12, 10)),
            Source("Decree 31/2019", "Nghị định số 31/2019/NĐ-CP", date(2019, 5, 28)),
            Source("Decree 154/2026", "Nghị định số 154/2026/NĐ-CP", date(2026, 7, 1)),
            Source("Decree 155/2026", "Nghị định số 155/2026/NĐ-CP", date(2026, 7, 1)),
            Source("Decree 156/2026", "Nghị định số 156/2026/NĐ-CP", date(2026, 7, 1)),
            Source(
                "Law 104/2016",
                "Luật Tiếp cận thông tin số 104/2016/QH13",
                date(2018, 7, 1),
                until=date(2026, 8, 31),
            ),
            Source("Decree 20/2008", "Nghị định số 20/2008/NĐ-CP", date(2008, 3, 3)),
            Source("Decree 30/2020", "Nghị định số 30/2020/NĐ-CP", date(2020, 3, 5)),
            Source(
                "Decree 145/2020",
                "Nghị định số 145/2020/NĐ-CP",
                date(2021, 2, 1),
                note="chưa đọc lại lời văn gốc của Chương V; các con số lấy từ bản tổng hợp",
            ),
            Source(
                "Law 72/2025",
                "Luật Tổ chức chính quyền địa phương số 72/2025/QH15",
                date(2025, 6, 16),
                note="chưa đọc lời văn Điều 43; các con số lấy từ nguồn thứ cấp",
            ),
            Source("Civil Code", "Bộ luật Dân sự số 91/2015/QH13", date(2017, 1, 1)),
            Source("Labour Code", "Bộ luật Lao động số 45/2019/QH14", date(2021, 1, 1)),
        )
    }
)
"""By short name. A new text is one line here; a rule that cites an unknown one fails when it is first asked."""

_CITE: Final = re.compile(
    r"(?P<source>.+?) art\. (?P<art>\w+(?:, \w+)*)(?: cl\. (?P<cl>\w+(?:, \w+)*))?(?: pt\. (?P<pt>\w+(?:, \w+)*))?"
)


class UnknownSource(KeyError):
    """A rule cites a text that is not listed above, or in a form that cannot be read."""


@cache
def cited(cite: str) -> str:
    """The official Vietnamese form of one or more short citations.

    "LDC art. 12 cl. 1 pt. a; Decree 59/2023 art. 4" → "điểm a khoản 1 Điều 12 Luật Thực hiện dân chủ ở cơ sở số
    10/2022/QH15; Điều 4 Nghị định số 59/2023/NĐ-CP". UnknownSource for what cannot be read.
    """
    return "; ".join(_one(part.strip()) for part in cite.split(";"))


def _one(cite: str) -> str:
    found = _CITE.fullmatch(cite)
    if not found or found["source"] not in SOURCES:
        raise UnknownSource(cite)
    steps = ((found["pt"], "điểm"), (found["cl"], "khoản"), (found["art"], "Điều"))
    return " ".join([*(f"{word} {number}" for number, word in steps if number), SOURCES[found["source"]].name])
