"""Whether a board is made up as it must be: every defect at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from lawcore.answers import Answer, answer, check_at_most, check_count, impossible
from lawcore.boards.kinds import Kind
from lawcore.boards.size import PEOPLE_MOST, TOO_FEW_STAFF, Size, size
from lawcore.checks import Check, faults
from lawcore.dated import Dated, Version
from lawcore.readings import DEPUTIES_BELOW_NINE

COMMUNE_DEPUTIES: Final = Dated(
    Version(date(2023, 8, 15), 2, cite="LDC art. 36 cl. 1, 3; Decree 59/2023 art. 13 cl. 2, 3")
)
AGENCY_DEPUTIES: Final = Dated(
    Version(date(2023, 8, 15), 2, cite="LDC art. 60 cl. 1, 4; Decree 59/2023 art. 21 cl. 2, 3")
)
ENTERPRISE_DEPUTIES: Final = Dated(
    Version(date(2023, 8, 15), 2, cite="LDC art. 77 cl. 1, 4; Decree 59/2023 art. 25 cl. 2")
)
INVESTMENT_DEPUTIES: Final = Dated(
    Version(date(2023, 8, 15), 2, cite="LDC art. 41 cl. 1, 2; Decree 59/2023 art. 17 cl. 2, 3")
)
LARGE_BOARD: Final = Dated(
    Version(date(2023, 8, 15), 9, cite="Decree 59/2023 art. 21 cl. 3; Decree 59/2023 art. 25 cl. 2")
)

_DEPUTIES: Final[Mapping[Kind, Dated[int]]] = MappingProxyType(
    {
        Kind.COMMUNE: COMMUNE_DEPUTIES,
        Kind.AGENCY: AGENCY_DEPUTIES,
        Kind.ENTERPRISE: ENTERPRISE_DEPUTIES,
        Kind.INVESTMENT: INVESTMENT_DEPUTIES,
    }
)
_OFFICES: Final = frozenset({Kind.AGENCY, Kind.ENTERPRISE})


@dataclass(frozen=True, slots=True)
class _Board:
    """What was said about a board; None for what was not."""

    kind: Kind
    members: int | None
    deputies: int | None
    villages: int | None
    villages_represented: int | None
    front: int | None
    inspection: int | None
    people: int | None


def composition(
    *,
    kind: Kind,
    members: int | None = None,
    deputies: int | None = None,
    villages: int | None = None,
    villages_represented: int | None = None,
    front_members: int | None = None,
    inspection_members: int | None = None,
    people_members: int | None = None,
    staff: int | None = None,
    scattered: bool = False,
    deputies_below_nine: str = DEPUTIES_BELOW_NINE.default,
    on: date,
) -> Answer[bool]:
    """LDC art. 36, 41, 60, 77; Decree 59/2023 art. 13, 17, 21, 25: whether a board is made up as it must be.

    The explanation names every defect. `front_members`, `inspection_members`, `people_members` are the parts of an
    investment board; `deputies` and `villages_represented` are looked at when given. Refused when what decides was not
    said, or when the parts do not add up to the members.
    """
    DEPUTIES_BELOW_NINE.check(deputies_below_nine)
    parts = (front_members, inspection_members, people_members)
    board = _Board(kind, _whole(kind, members, parts), deputies, villages, villages_represented, *parts)
    _check_counts(board)
    assumed_staff = TOO_FEW_STAFF.on(on) + 1 if kind is Kind.AGENCY and staff is None else staff
    allowed = size(kind=kind, villages=villages, staff=assumed_staff, scattered=scattered, on=on)
    law = _DEPUTIES[kind]
    most, read = _most_deputies(board, law.on(on), deputies_below_nine, on)
    found = faults(
        (
            _within(board.members, allowed.result),
            *_represented(board),
            *_parts(board, PEOPLE_MOST.on(on)),
            *_deputies(board, most),
        )
    )
    open_question = read and deputies == law.on(on) and set(found) <= {_too_many(board, most)}
    return answer(
        "board.composition",
        law,
        on=on,
        result=not found,
        because=f"{kind.words} chưa đúng thành phần: {'; '.join(found)}."
        if found
        else f"{kind.words} đúng thành phần với {board.members} thành viên. {allowed.explanation}",
        inputs={
            "kind": kind,
            "members": members,
            "deputies": deputies,
            "villages": villages,
            "villages_represented": villages_represented,
            "front_members": front_members,
            "inspection_members": inspection_members,
            "people_members": people_members,
            "staff": staff,
            "scattered": scattered,
            "deputies_below_nine": deputies_below_nine,
            "on": on,
        },
        provisional=open_question,
        assumptions=(
            *_not_looked_at(board, staff),
            *((DEPUTIES_BELOW_NINE.assumed(deputies_below_nine),) if open_question else ()),
        ),
    )


def _whole(kind: Kind, members: int | None, parts: tuple[int | None, ...]) -> int | None:
    """The members given, or for an investment board the sum of its parts. Refused when the two differ."""
    known = [part for part in parts if part is not None]
    if kind is not Kind.INVESTMENT or len(known) < len(parts):
        return members
    if members is not None and members != sum(known):
        raise impossible(
            f"Các phần cộng lại là {sum(known)} người, khác số thành viên {members}. Kiểm tra lại số đã nhập."
        )
    return sum(known)


def _check_counts(board: _Board) -> None:
    counts = (
        (board.members, "số thành viên"),
        (board.deputies, "số Phó Trưởng ban"),
        (board.villages_represented, "số thôn có người trong Ban"),
        (board.front, "số đại diện Mặt trận xã"),
        (board.inspection, "số đại diện Ban Thanh tra nhân dân"),
        (board.people, "số đại diện người dân"),
    )
    for value, what in counts:
        if value is not None:
            check_count(value, what)
    if board.villages is not None and board.villages_represented is not None:
        check_at_most(board.villages_represented, board.villages, "số thôn có người trong Ban", "số thôn của xã")


def _within(members: int | None, allowed: Size) -> Check:
    if allowed.max == 0:
        need = "nơi này không tổ chức Ban"
    elif allowed.max is None:
        need = f"cần ít nhất {allowed.min}"
    elif allowed.max == allowed.min:
        need = f"phải đúng {allowed.min}"
    else:
        need = f"cần từ {allowed.min} đến {allowed.max}"
    met = None if members is None else allowed.min <= members and (allowed.max is None or members <= allowed.max)
    return Check(met, "members", "số thành viên của Ban", f"có {members} thành viên trong khi {need}")


def _represented(board: _Board) -> Iterator[Check]:
    if board.kind is Kind.COMMUNE and board.villages_represented is not None and board.villages is not None:
        without = board.villages - board.villages_represented
        yield Check(not without, "villages_represented", "", f"{without} thôn chưa có người trong Ban")


def _parts(board: _Board, most: int | None) -> Iterator[Check]:
    if board.kind is not Kind.INVESTMENT:
        return
    yield _some(board.front, "front_members", "đại diện Mặt trận xã")
    yield _some(board.inspection, "inspection_members", "đại diện Ban Thanh tra nhân dân")
    yield _some(board.people, "people_members", "đại diện người dân nơi có dự án")
    if board.people is not None and most is not None:
        fault = f"{board.people} đại diện người dân, không được quá {most}"
        yield Check(board.people <= most, "people_members", "", fault)


def _some(number: int | None, key: str, who: str) -> Check:
    return Check(None if number is None else number > 0, key, f"số {who}", f"không có {who}")


def _most_deputies(board: _Board, most: int, reading: str, on: date) -> tuple[int, bool]:
    """The most deputies of a board, and whether that rests on the reading about small boards."""
    small = board.kind in _OFFICES and board.members is not None and board.members < LARGE_BOARD.on(on)
    return (1 if small and reading == "one" else most), small


def _deputies(board: _Board, most: int) -> Iterator[Check]:
    if board.deputies is not None:
        yield Check(board.deputies > 0, "deputies", "", "chưa có Phó Trưởng ban")
        yield Check(board.deputies <= most, "deputies", "", _too_many(board, most))


def _too_many(board: _Board, most: int) -> str:
    return f"có {board.deputies} Phó Trưởng ban, không được quá {most}"


def _not_looked_at(board: _Board, staff: int | None) -> Iterator[str]:
    if board.kind is Kind.AGENCY and staff is None:
        yield "Coi như cơ quan, đơn vị có đủ người để tổ chức Ban vì số người chưa được nêu."
    if board.deputies is None:
        yield "Chưa xét số Phó Trưởng ban vì chưa được nêu."
    if board.kind is Kind.COMMUNE and board.villages_represented is None:
        yield "Chưa xét từng thôn đã có người trong Ban chưa vì chưa được nêu."
