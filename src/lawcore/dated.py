"""A legal value that changes on a date, with the provision that fixed it."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Generic, TypeVar

Value_co = TypeVar("Value_co", covariant=True)


class NotYetInForce(ValueError):
    """Asked for a day before the first version took effect."""

    def __init__(self, day: date, first: date, cite: str) -> None:
        self.day, self.first, self.cite = day, first, cite
        super().__init__(
            f"Ngày {day:%d/%m/%Y} chưa có quy định nào áp dụng: "
            f"{cite} chỉ có hiệu lực từ ngày {first:%d/%m/%Y}. Kiểm tra lại ngày đã nhập."
        )


@dataclass(frozen=True, slots=True)
class Version(Generic[Value_co]):
    """The value from a day on, until the next version. `cite` names the provision: "LDC art. 21 cl. 1"."""

    since: date
    value: Value_co
    cite: str


class Dated(Generic[Value_co]):
    """A legal value through time: `Dated(Version(date(2023, 7, 1), Fraction(1, 2), cite="…"))`.

    Versions are given oldest first, each on a day of its own.
    """

    __slots__ = ("versions",)

    def __init__(self, first: Version[Value_co], *later: Version[Value_co]) -> None:
        self.versions = (first, *later)
        days = [version.since for version in self.versions]
        if any(earlier >= following for earlier, following in pairwise(days)):
            raise ValueError("Versions of a legal value are listed oldest first, one to a day")

    def version_on(self, day: date) -> Version[Value_co]:
        """The version in force on a day; raises `NotYetInForce` before the first."""
        for version in reversed(self.versions):
            if version.since <= day:
                return version
        first = self.versions[0]
        raise NotYetInForce(day, first.since, first.cite)

    def on(self, day: date) -> Value_co:
        """The value in force on a day; raises `NotYetInForce` before the first version."""
        return self.version_on(day).value
