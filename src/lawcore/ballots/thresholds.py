"""How many must agree."""

from datetime import date
from fractions import Fraction
from math import ceil
from typing import Final

from lawcore.answers import Answer, answer, check_at_most, check_count, missing
from lawcore.ballots.matters import Matter, Scope
from lawcore.dated import Dated, Version
from lawcore.readings import VILLAGE_APPROVES

TWO_THIRDS: Final = Dated(Version(date(2023, 7, 1), Fraction(2, 3), cite="LDC art. 21 cl. 1"))
MORE_THAN_HALF: Final = Dated(Version(date(2023, 7, 1), Fraction(1, 2), cite="LDC art. 21 cl. 1"))

_BY_TWO_THIRDS: Final = frozenset({Matter.COMMUNE_WORKS, Matter.VILLAGE_MONEY})


def required(
    *,
    matter: Matter | None = None,
    households: int | None = None,
    scope: Scope = Scope.VILLAGE,
    villages: int | None = None,
    on: date,
) -> Answer[int]:
    """LDC art. 21 cl. 1: how many households, or villages of a commune, must agree at least."""
    if scope is Scope.COMMUNE:
        base = _given(villages, "villages", "tổng số thôn của xã")
        share, whole, one = TWO_THIRDS, f"{base} thôn", "thôn"
    else:
        base = _given(households, "households", "tổng số hộ của thôn")
        whole, one = f"{base} hộ", "hộ"
        share = TWO_THIRDS if _matter(matter) in _BY_TWO_THIRDS else MORE_THAN_HALF
    fraction = share.on(on) * base
    if share is TWO_THIRDS:
        least = ceil(fraction)
        why = f"ít nhất hai phần ba của {whole} là {least} {one}"
    else:
        least = int(fraction) + 1
        why = f"phải quá một nửa của {whole}, đúng một nửa là chưa đủ"
    return answer(
        "decision.required",
        share,
        on=on,
        result=least,
        because=f"Cần ít nhất {least} {one} tán thành: {why}. Tính trên tổng số {one}, không phải số có mặt.",
        inputs={"matter": matter, "households": households, "scope": scope, "villages": villages, "on": on},
        provisional=scope is Scope.COMMUNE,
        assumptions=(VILLAGE_APPROVES.assumed(),) if scope is Scope.COMMUNE else (),
    )


def adopted(
    *,
    matter: Matter | None = None,
    households: int | None = None,
    agree: int | None = None,
    scope: Scope = Scope.VILLAGE,
    villages: int | None = None,
    villages_agree: int | None = None,
    on: date,
) -> Answer[bool]:
    """LDC art. 21 cl. 1: adopted when as many agree as are required."""
    need = required(matter=matter, households=households, scope=scope, villages=villages, on=on)
    base, one = (villages, "thôn") if scope is Scope.COMMUNE else (households, "hộ")
    given, key = (villages_agree, "villages_agree") if scope is Scope.COMMUNE else (agree, "agree")
    if given is None:
        raise missing(key, f"số {one} tán thành")
    check_at_most(given, base or 0, f"số {one} tán thành", f"tổng số {one}")
    passed = given >= need.result
    outcome = "Thông qua" if passed else f"Chưa thông qua, còn thiếu {need.result - given} {one}"
    return answer(
        "decision.adopted",
        TWO_THIRDS,
        on=on,
        result=passed,
        because=f"{outcome}: {given} {one} tán thành. {need.explanation}",
        inputs={**need.inputs, "agree": agree, "villages_agree": villages_agree},
        provisional=need.provisional,
        assumptions=need.assumptions,
    )


def _given(value: int | None, key: str, what: str) -> int:
    if value is None:
        raise missing(key, what)
    check_count(value, what, least=1)
    return value


def _matter(matter: Matter | None) -> Matter:
    if matter is None:
        raise missing("matter", "nội dung quyết định (khoản mấy Điều 15)")
    return matter
