"""Who may sit on a board."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from lawcore.answers import Answer, answer
from lawcore.boards.kinds import Kind
from lawcore.checks import Check, faults
from lawcore.dated import Dated, Version
from lawcore.readings import RELATIVES


class Relation(StrEnum):
    """Kin of a member who decides on, owns, advises, builds, supervises or runs the investment.

    CLOSE: spouse, parent, child, brother, sister. IN_LAW: these of the spouse. DISTANT: any other relative.
    """

    NONE = "none"
    CLOSE = "close"
    IN_LAW = "in-law"
    DISTANT = "distant"


COMMUNE_STANDARDS: Final = Dated(Version(date(2023, 7, 1), "standards", cite="LDC art. 37 cl. 2"))
AGENCY_STANDARDS: Final = Dated(Version(date(2023, 7, 1), "standards", cite="LDC art. 60 cl. 2"))
ENTERPRISE_STANDARDS: Final = Dated(Version(date(2023, 7, 1), "standards", cite="LDC art. 77 cl. 2"))
INVESTMENT_STANDARDS: Final = Dated(Version(date(2023, 7, 1), "standards", cite="LDC art. 42 cl. 2"))

_STANDARDS: Final[Mapping[Kind, Dated[str]]] = MappingProxyType(
    {
        Kind.COMMUNE: COMMUNE_STANDARDS,
        Kind.AGENCY: AGENCY_STANDARDS,
        Kind.ENTERPRISE: ENTERPRISE_STANDARDS,
        Kind.INVESTMENT: INVESTMENT_STANDARDS,
    }
)
_COUNTED: Final[Mapping[str, frozenset[Relation]]] = MappingProxyType(
    {
        "close": frozenset({Relation.CLOSE}),
        "with_in_laws": frozenset({Relation.CLOSE, Relation.IN_LAW}),
        "any_relative": frozenset({Relation.CLOSE, Relation.IN_LAW, Relation.DISTANT}),
    }
)
_OPEN: Final = frozenset({Relation.IN_LAW, Relation.DISTANT})
_RELATED: Final = "có người thân quyết định, làm chủ, tư vấn, thi công, giám sát hoặc quản lý dự án"
_JUDGED: Final = "Phẩm chất, uy tín, sức khỏe, hiểu biết và sự tự nguyện do nơi giới thiệu và nơi bầu xem xét."
_NOT_EXCLUDED: Final = (
    "Người hoạt động không chuyên trách chỉ không được vào Ban Thanh tra nhân dân ở xã; luật không loại họ khỏi Ban "
    "Giám sát đầu tư của cộng đồng."
)


def member_eligible(
    *,
    kind: Kind,
    permanent_resident: bool | None = None,
    commune_official: bool | None = None,
    non_specialised: bool | None = None,
    relation: Relation | None = None,
    works_here: bool | None = None,
    leads: bool | None = None,
    relatives: str = RELATIVES.default,
    on: date,
) -> Answer[bool]:
    """LDC art. 37 cl. 2; LDC art. 42 cl. 2; LDC art. 60 cl. 2; LDC art. 77 cl. 2: whether somebody may be a member.

    Commune: `permanent_resident`, `commune_official` (cadre or civil servant), `non_specialised` (part-time post of the
    commune or a village). Investment: the first two and `relation`. Agency and enterprise: `works_here`, `leads` (head,
    deputy, manager, chief accountant). Refused when something that matters was not said.
    """
    RELATIVES.check(relatives)
    related = None if relation is None else relation in _COUNTED[relatives]
    found = faults(
        _of_office(works_here=works_here, leads=leads)
        if kind in {Kind.AGENCY, Kind.ENTERPRISE}
        else (
            *_of_commune(permanent_resident=permanent_resident, commune_official=commune_official),
            _free(non_specialised, "non_specialised", "là người hoạt động không chuyên trách ở xã, ở thôn")
            if kind is Kind.COMMUNE
            else _free(related, "relation", _RELATED),
        )
    )
    open_question = kind is Kind.INVESTMENT and relation in _OPEN and set(found) <= {_RELATED}
    tolerated = kind is Kind.INVESTMENT and non_specialised is True
    return answer(
        "board.member_eligible",
        _STANDARDS[kind],
        on=on,
        result=not found,
        because=f"Không được làm thành viên {kind.words}: {'; '.join(found)}."
        if found
        else f"Không vướng điều cấm nào khi làm thành viên {kind.words}.",
        inputs={
            "kind": kind,
            "permanent_resident": permanent_resident,
            "commune_official": commune_official,
            "non_specialised": non_specialised,
            "relation": relation,
            "works_here": works_here,
            "leads": leads,
            "relatives": relatives,
            "on": on,
        },
        provisional=open_question,
        assumptions=(
            _JUDGED,
            *((_NOT_EXCLUDED,) if tolerated else ()),
            *((RELATIVES.assumed(relatives),) if open_question else ()),
        ),
    )


def _of_commune(*, permanent_resident: bool | None, commune_official: bool | None) -> Iterator[Check]:
    fault = "không thường trú trên địa bàn (tạm trú là chưa đủ)"
    yield Check(permanent_resident, "permanent_resident", "nơi thường trú", fault)
    yield _free(commune_official, "commune_official", "đang là cán bộ, công chức cấp xã")


def _of_office(*, works_here: bool | None, leads: bool | None) -> Iterator[Check]:
    yield Check(works_here, "works_here", "nơi làm việc", "không đang làm việc tại đây")
    yield _free(leads, "leads", "là người đứng đầu, cấp phó, người lãnh đạo, điều hành hoặc kế toán trưởng")


def _free(fact: object, key: str, fault: str) -> Check:
    return Check(None if fact is None else not fact, key, f"người đó có {fault} không", fault)
