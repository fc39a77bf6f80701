"""How often a board plans and reports."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from lawcore.answers import Answer, answer
from lawcore.boards.kinds import Kind
from lawcore.dated import Dated, Version


class Paper(StrEnum):
    """What a board owes."""

    PLAN = "plan"
    REPORT = "report"


class Rhythm(StrEnum):
    """How often. PERIODIC: regularly, at an interval that the texts leave open; CONFERENCE: yearly before the staff."""

    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"
    TERM = "term"
    PROJECT = "project"
    PERIODIC = "periodic"
    ON_REQUEST = "on-request"
    INCIDENT = "incident"
    CONFERENCE = "conference"

    @property
    def words(self) -> str:
        """In Vietnamese: "hằng quý"."""
        return _WORDS[self]


_WORDS: Final = {
    Rhythm.QUARTER: "hằng quý",
    Rhythm.HALF_YEAR: "06 tháng một lần",
    Rhythm.YEAR: "hằng năm",
    Rhythm.TERM: "cả nhiệm kỳ",
    Rhythm.PROJECT: "theo từng chương trình, dự án",
    Rhythm.PERIODIC: "định kỳ (văn bản không nói bao lâu một lần)",
    Rhythm.ON_REQUEST: "khi có yêu cầu",
    Rhythm.INCIDENT: "khi có việc phát sinh",
    Rhythm.CONFERENCE: "hằng năm tại hội nghị",
}
_THREE: Final = (Rhythm.QUARTER, Rhythm.HALF_YEAR, Rhythm.YEAR)

COMMUNE_PLAN: Final = Dated(
    Version(date(2023, 7, 1), _THREE, cite="LDC art. 39 cl. 2"),
    Version(date(2023, 8, 15), (*_THREE, Rhythm.TERM), cite="LDC art. 39 cl. 2; Decree 59/2023 art. 14 cl. 1 pt. a"),
)
COMMUNE_REPORT: Final = Dated(
    Version(date(2023, 7, 1), (Rhythm.PERIODIC, Rhythm.ON_REQUEST), cite="LDC art. 39 cl. 3"),
    Version(
        date(2023, 8, 15),
        (*_THREE, Rhythm.TERM, Rhythm.ON_REQUEST, Rhythm.INCIDENT),
        cite="LDC art. 39 cl. 3; Decree 59/2023 art. 14 cl. 3",
    ),
)
AGENCY_PLAN: Final = Dated(
    Version(date(2023, 7, 1), _THREE, cite="LDC art. 62 cl. 2"),
    Version(date(2023, 8, 15), _THREE, cite="LDC art. 62 cl. 2; Decree 59/2023 art. 22 cl. 1 pt. a"),
)
AGENCY_REPORT: Final = Dated(
    Version(
        date(2023, 8, 15),
        (*_THREE, Rhythm.TERM, Rhythm.ON_REQUEST, Rhythm.CONFERENCE),
        cite="LDC art. 62 cl. 3; Decree 59/2023 art. 22 cl. 3",
    )
)
ENTERPRISE_PLAN: Final = Dated(
    Version(date(2023, 7, 1), _THREE, cite="LDC art. 79 cl. 2"),
    Version(date(2023, 8, 15), _THREE, cite="LDC art. 79 cl. 2; Decree 59/2023 art. 26 cl. 1 pt. a"),
)
ENTERPRISE_REPORT: Final = Dated(
    Version(
        date(2023, 8, 15),
        (*_THREE, Rhythm.ON_REQUEST, Rhythm.CONFERENCE),
        cite="LDC art. 79 cl. 3; Decree 59/2023 art. 26 cl. 3",
    )
)
INVESTMENT_PLAN: Final = Dated(
    Version(date(2023, 7, 1), (Rhythm.PROJECT,), cite="LDC art. 44 cl. 2"),
    Version(date(2023, 8, 15), (Rhythm.PROJECT,), cite="LDC art. 44 cl. 2; Decree 59/2023 art. 18 cl. 1"),
)
INVESTMENT_REPORT: Final = Dated(
    Version(date(2023, 7, 1), (Rhythm.PERIODIC, Rhythm.ON_REQUEST), cite="LDC art. 44 cl. 3"),
    Version(
        date(2023, 8, 15),
        (Rhythm.PERIODIC, Rhythm.ON_REQUEST),
        cite="LDC art. 44 cl. 3; Decree 59/2023 art. 18 cl. 3",
    ),
)

RHYTHMS: Final[Mapping[tuple[Kind, Paper], Dated[tuple[Rhythm, ...]]]] = MappingProxyType(
    {
        (Kind.COMMUNE, Paper.PLAN): COMMUNE_PLAN,
        (Kind.COMMUNE, Paper.REPORT): COMMUNE_REPORT,
        (Kind.AGENCY, Paper.PLAN): AGENCY_PLAN,
        (Kind.AGENCY, Paper.REPORT): AGENCY_REPORT,
        (Kind.ENTERPRISE, Paper.PLAN): ENTERPRISE_PLAN,
        (Kind.ENTERPRISE, Paper.REPORT): ENTERPRISE_REPORT,
        (Kind.INVESTMENT, Paper.PLAN): INVESTMENT_PLAN,
        (Kind.INVESTMENT, Paper.REPORT): INVESTMENT_REPORT,
    }
)


def rhythm(*, kind: Kind, paper: Paper, on: date) -> Answer[tuple[Rhythm, ...]]:
    """LDC art. 39, 44, 62, 79; Decree 59/2023 art. 14, 18, 22, 26: how often a board plans and reports."""
    law = RHYTHMS[kind, paper]
    found = law.on(on)
    what = "lập kế hoạch, chương trình" if paper is Paper.PLAN else "báo cáo"
    without_term = "" if Rhythm.TERM in found or kind is Kind.INVESTMENT else " Văn bản không yêu cầu cho cả nhiệm kỳ."
    return answer(
        "board.rhythm",
        law,
        on=on,
        result=found,
        because=f"{kind.words} {what}: {', '.join(each.words for each in found)}.{without_term}",
        inputs={"kind": kind, "paper": paper, "on": on},
    )
