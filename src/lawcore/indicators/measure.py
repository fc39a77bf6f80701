"""Counting honestly: achieved, not achieved and unknown are three numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from operator import ge, gt, le


class Cell(StrEnum):
    """One member of a population under one indicator in one period."""

    ACHIEVED = "achieved"
    NOT_ACHIEVED = "not-achieved"
    UNKNOWN = "unknown"  # nothing recorded: neither yes nor no
    EXEMPT = "exempt"  # not counted, by a clause that says so


class Verdict(StrEnum):
    """Whether a target is met. MET and NOT_MET hold whatever the unknown turn out to be."""

    MET = "met"
    NOT_MET = "not-met"
    OPEN = "open"  # depends on what is not known yet
    NO_POPULATION = "no-population"


COMPARISONS = {">=": ge, ">": gt, "<=": le}
_SHARES = {
    Verdict.MET: "đạt mục tiêu",
    Verdict.NOT_MET: "không đạt mục tiêu",
    Verdict.OPEN: "chưa đủ số liệu để kết luận",
    Verdict.NO_POPULATION: "danh sách phải tính còn trống",
}


class NothingToCount(ValueError):
    """A share was asked of nobody: it is neither 0 % nor 100 %."""

    def __init__(self) -> None:
        super().__init__("Không có đối tượng nào phải tính nên không có tỷ lệ. Kiểm tra lại danh sách đối tượng.")


@dataclass(frozen=True, slots=True)
class Measure:
    """A population counted: every member is in exactly one of the four numbers."""

    achieved: int = 0
    not_achieved: int = 0
    unknown: int = 0
    exempt: int = 0

    def __post_init__(self) -> None:
        if min(self.achieved, self.not_achieved, self.unknown, self.exempt) < 0:
            raise ValueError("A count is never negative")

    @classmethod
    def of(cls, cells: Iterable[Cell]) -> "Measure":
        """Count cells."""
        counts = dict.fromkeys(Cell, 0)
        for cell in cells:
            counts[cell] += 1
        return cls(counts[Cell.ACHIEVED], counts[Cell.NOT_ACHIEVED], counts[Cell.UNKNOWN], counts[Cell.EXEMPT])

    def __add__(self, other: "Measure") -> "Measure":
        return Measure(
            self.achieved + other.achieved,
            self.not_achieved + other.not_achieved,
            self.unknown + other.unknown,
            self.exempt + other.exempt,
        )

    @property
    def counted(self) -> int:
        """The denominator: everyone but the exempt. The unknown stay in it."""
        return self.achieved + self.not_achieved + self.unknown

    @property
    def share(self) -> Fraction:
        """Achieved of all counted, exact. What is unknown does not count as achieved.

        Raises `NothingToCount` when nobody is counted.
        """
        return self._share_of(self.achieved)

    @property
    def bounds(self) -> tuple[Fraction, Fraction]:
        """The share if every unknown turns out not achieved, and if every one turns out achieved."""
        return self._share_of(self.achieved), self._share_of(self.achieved + self.unknown)

    def verdict(self, target: Fraction, op: str = ">=") -> Verdict:
        """Whether the share reaches `target` (1 is 100 %); `op` is ">=", ">" or "<=".

        The target is met or not only when both bounds say so.
        """
        if not self.counted:
            return Verdict.NO_POPULATION
        reaches = COMPARISONS[op]
        worst, best = (bool(reaches(share, target)) for share in self.bounds)
        if worst != best:
            return Verdict.OPEN
        return Verdict.MET if worst else Verdict.NOT_MET

    def met(self, target: Fraction, op: str = ">=") -> bool:
        """Whether the target is certainly met already."""
        return self.verdict(target, op) is Verdict.MET

    def explain(self) -> str:
        """What is known, in words an officer can print: "98/124, 15 chưa có số liệu"."""
        if not self.counted:
            return "Không có đối tượng phải tính" + self._exempted()
        if self.unknown == self.counted:
            return f"Chưa có số liệu ({self.counted} đối tượng)" + self._exempted()
        missing = f", {self.unknown} chưa có số liệu" if self.unknown else ""
        return f"{self.achieved}/{self.counted}{missing}" + self._exempted()

    def explain_verdict(self, target: Fraction, op: str = ">=") -> str:
        """The counts and what follows from them: "98/124, 15 chưa có số liệu: không đạt mục tiêu"."""
        return f"{self.explain()}: {_SHARES[self.verdict(target, op)]}"

    def _exempted(self) -> str:
        return f", {self.exempt} được miễn" if self.exempt else ""

    def _share_of(self, part: int) -> Fraction:
        if not self.counted:
            raise NothingToCount
        return Fraction(part, self.counted)
