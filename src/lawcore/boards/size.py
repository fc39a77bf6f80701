"""How many members a board has."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from lawcore.answers import Answer, answer, check_count, missing
from lawcore.boards.kinds import Kind
from lawcore.dated import Dated, Version


@dataclass(frozen=True, slots=True)
class Size:
    """The smallest and the largest number of members; `max` None where the texts set none; 0 and 0 for no board."""

    min: int
    max: int | None


COMMUNE: Final = Dated(
    Version(date(2023, 7, 1), Size(5, None), cite="LDC art. 36 cl. 1"),
    Version(date(2023, 8, 15), Size(5, 5), cite="LDC art. 36 cl. 1; Decree 59/2023 art. 13 cl. 2"),
)
"""At least five members; the maximum is that of a commune with fewer villages than the minimum."""
AGENCY: Final = Dated(
    Version(date(2023, 7, 1), Size(3, 9), cite="LDC art. 60 cl. 1"),
    Version(date(2023, 8, 15), Size(3, 9), cite="LDC art. 60 cl. 1; Decree 59/2023 art. 21 cl. 2"),
)
TOO_FEW_STAFF: Final = Dated(Version(date(2023, 7, 1), 7, cite="LDC art. 60 cl. 1; LDC art. 63 cl. 2 pt. e"))
ENTERPRISE: Final = Dated(
    Version(date(2023, 7, 1), Size(3, 9), cite="LDC art. 77 cl. 1"),
    Version(date(2023, 8, 15), Size(3, 9), cite="LDC art. 77 cl. 1; Decree 59/2023 art. 25 cl. 2"),
)
INVESTMENT: Final = Dated(
    Version(date(2023, 7, 1), Size(5, None), cite="LDC art. 41 cl. 1"),
    Version(date(2023, 8, 15), Size(5, None), cite="LDC art. 41 cl. 1; Decree 59/2023 art. 17 cl. 2"),
)
PEOPLE_MOST: Final[Dated[int | None]] = Dated(
    Version(date(2023, 7, 1), None, cite="LDC art. 41 cl. 1"),
    Version(date(2023, 8, 15), 5, cite="LDC art. 41 cl. 1; Decree 59/2023 art. 17 cl. 2"),
)
"""The most members of an investment board that stand for the people."""


def size(
    *, kind: Kind, villages: int | None = None, staff: int | None = None, scattered: bool = False, on: date
) -> Answer[Size]:
    """LDC art. 36 cl. 1; LDC art. 41 cl. 1; LDC art. 60 cl. 1; LDC art. 77 cl. 1: how many members a board has.

    A commune's board needs `villages`, one member for each; an agency's `staff`; `scattered`: an agency or enterprise
    of a special kind, or working in scattered places, whose conference may choose more members.
    """
    if villages is not None:
        check_count(villages, "số thôn của xã", least=1)
    if staff is not None:
        check_count(staff, "số người của cơ quan, đơn vị, doanh nghiệp", least=1)
    law, found, why = _size(kind, villages, staff, scattered=scattered, on=on)
    return answer(
        "board.size",
        law,
        on=on,
        result=found,
        because=why,
        inputs={"kind": kind, "villages": villages, "staff": staff, "scattered": scattered, "on": on},
    )


def _size(
    kind: Kind, villages: int | None, staff: int | None, *, scattered: bool, on: date
) -> tuple[Dated[Size] | Dated[int], Size, str]:
    if kind is Kind.COMMUNE:
        return COMMUNE, *_of_commune(villages, on)
    if kind is Kind.INVESTMENT:
        found = INVESTMENT.on(on)
        why = (
            f"Cần ít nhất {found.min} thành viên, gồm đại diện Mặt trận xã, Ban Thanh tra nhân dân và đại diện người "
            "dân nơi có dự án. Luật không đặt mức tối đa cho cả Ban."
        )
        if most := PEOPLE_MOST.on(on):
            why += f" Riêng đại diện người dân không quá {most} người."
        return INVESTMENT, found, why
    if kind is Kind.ENTERPRISE:
        return ENTERPRISE, *_of_office(ENTERPRISE.on(on), scattered=scattered)
    if staff is None:
        raise missing("staff", "số cán bộ, công chức, viên chức, người lao động")
    small = TOO_FEW_STAFF.on(on)
    if staff <= small:
        why = (
            f"Không tổ chức Ban: cơ quan, đơn vị có {staff} người, từ {small} người trở xuống. Công đoàn làm phần việc "
            "của Ban."
        )
        return TOO_FEW_STAFF, Size(0, 0), why
    found, why = _of_office(AGENCY.on(on), scattered=scattered)
    return AGENCY, found, f"{why} Trường hợp đặc thù không tổ chức Ban thì Công đoàn cấp trên trực tiếp quyết định."


def _of_commune(villages: int | None, on: date) -> tuple[Size, str]:
    if villages is None:
        raise missing("villages", "số thôn của xã")
    law = COMMUNE.on(on)
    if villages >= law.min:
        return Size(villages, villages), (
            f"Phải đúng {villages} thành viên, tương ứng {villages} thôn: mỗi thôn bầu một người của mình. Luật không "
            f"giới hạn số thôn: xã có bao nhiêu thôn thì Ban có bấy nhiêu thành viên, ít nhất {law.min}."
        )
    if law.max is None:
        return law, f"Cần ít nhất {law.min} thành viên, dù xã chỉ có {villages} thôn."
    return law, (
        f"Phải đúng {law.min} thành viên: xã có {villages} thôn, dưới {law.min} thôn, nên không ít hơn {law.min} theo "
        f"Luật và không quá {law.max} theo Nghị định."
    )


def _of_office(law: Size, *, scattered: bool) -> tuple[Size, str]:
    if scattered:
        return Size(law.min, None), (
            f"Cần ít nhất {law.min} thành viên; vì đặc thù hoặc hoạt động phân tán, hội nghị được quyết định nhiều hơn "
            f"{law.max} người."
        )
    return law, f"Cần từ {law.min} đến {law.max} thành viên, do hội nghị bầu."
