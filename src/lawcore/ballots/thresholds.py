"""How many must agree."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Final

from lawcore.answers import Answer, answer, check_at_most, check_count, missing
from lawcore.ballots.matters import Matter, Scope
from lawcore.ballots.questions import check_scope, given
from lawcore.dated import Dated, Version
from lawcore.readings import VILLAGE_APPROVES

TWO_THIRDS: Final = Dated(Version(date(2023, 7, 1), Fraction(2, 3), cite="LDC art. 21 cl. 1"))
MORE_THAN_HALF: Final = Dated(Version(date(2023, 7, 1), Fraction(1, 2), cite="LDC art. 21 cl. 1"))
BY_TWO_THIRDS: Final = Dated(
    Version(
        date(2023, 7, 1),
        frozenset({Matter.COMMUNE_WORKS, Matter.VILLAGE_MONEY}),
        cite="LDC art. 21 cl. 1",
    )
)
FAILED_MEETING: Final = Dated(
    Version(date(2023, 7, 1), frozenset(Matter), cite="LDC art. 19 cl. 1 pt. b; LDC art. 21 cl. 1")
)
"""The matters for which a meeting that too few attended opens the way to ballots: all of them."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many of the households of one village, or of one cluster of a village, agree."""

    households: int
    agree: int


def required(
    *,
    matter: Matter | None = None,
    households: int | None = None,
    scope: Scope = Scope.VILLAGE,
    villages: int | None = None,
    on: date,
) -> Answer[int]:
    """LDC art. 21 cl. 1: how many households, or villages of a commune, must agree at least."""
    check_scope(matter, scope, on)
    if scope is Scope.COMMUNE:
        base, one = given(villages, "villages", "tổng số thôn của xã", least=1), "thôn"
        note = "Tính trên tổng số thôn của xã."
    else:
        base, one = given(households, "households", "tổng số hộ của thôn", least=1), "hộ"
        note = "Tính trên tổng số hộ của thôn, không phải số người dự họp hay gửi phiếu."
    law = _law(matter, scope, on)
    by_two_thirds = law is TWO_THIRDS
    share = law.on(on) * base
    least = ceil(share) if by_two_thirds else int(share) + 1
    why = _at_least(share, base, one) if by_two_thirds else _more_than(share, base, one)
    return answer(
        "decision.required",
        law,
        on=on,
        result=least,
        because=f"Cần ít nhất {least} {one} tán thành: {why}. {note}",
        inputs={"matter": matter, "households": households, "scope": scope, "villages": villages, "on": on},
        assumptions=_counted_villages(scope),
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
    agreeing, one = _agreeing(scope, households, agree, villages, villages_agree)
    passed = agreeing >= need.result
    outcome = "Thông qua" if passed else f"Chưa thông qua, còn thiếu {need.result - agreeing} {one}"
    return answer(
        "decision.adopted",
        _law(matter, scope, on),
        on=on,
        result=passed,
        because=f"{outcome}: {agreeing} {one} tán thành. {need.explanation}",
        inputs={**need.inputs, "agree": agree, "villages_agree": villages_agree},
        assumptions=need.assumptions,
    )


def still_needed(
    *,
    matter: Matter | None = None,
    households: int | None = None,
    agree: int | None = None,
    scope: Scope = Scope.VILLAGE,
    villages: int | None = None,
    villages_agree: int | None = None,
    on: date,
) -> Answer[int]:
    """LDC art. 21 cl. 1: how many more must agree before the decision is adopted; 0 when it is."""
    need = required(matter=matter, households=households, scope=scope, villages=villages, on=on)
    agreeing, one = _agreeing(scope, households, agree, villages, villages_agree)
    left = max(0, need.result - agreeing)
    now = f"Cần thêm ít nhất {left} {one} tán thành" if left else f"Không cần thêm {one} nào, đã đủ tỷ lệ"
    return answer(
        "decision.still_needed",
        _law(matter, scope, on),
        on=on,
        result=left,
        because=f"{now}: đã có {agreeing} {one} tán thành. {need.explanation}",
        inputs={**need.inputs, "agree": agree, "villages_agree": villages_agree},
        assumptions=need.assumptions,
    )


def can_still_pass(*, matter: Matter, households: int, present: int, on: date) -> Answer[bool]:
    """LDC art. 19 cl. 1 pt. b: whether enough households came for the meeting to adopt anything at all."""
    need = required(matter=matter, households=households, on=on)
    check_at_most(present, households, "số hộ có đại diện dự họp", "tổng số hộ của thôn")
    enough = present >= need.result
    because = (
        f"{present} hộ có đại diện dự họp, đủ để có thể đạt {need.result} hộ tán thành: cuộc họp biểu quyết được, "
        "không chuyển sang phát phiếu vì lý do thiếu người dự."
        if enough
        else f"Chỉ {present} hộ có đại diện dự họp, ít hơn {need.result} hộ phải tán thành: cuộc họp không thể thông "
        "qua; được phát phiếu lấy ý kiến từng hộ."
    )
    return answer(
        "decision.can_still_pass",
        FAILED_MEETING,
        on=on,
        result=enough,
        because=f"{because} {need.explanation}",
        inputs={"matter": matter, "households": households, "present": present, "on": on},
    )


def adopted_in_clusters(*, matter: Matter, clusters: Sequence[Count], on: date) -> Answer[bool]:
    """LDC art. 18 cl. 3; LDC art. 21 cl. 1: the counts of all clusters together, over the whole village."""
    for each in clusters:
        check_at_most(each.agree, each.households, "số hộ tán thành của cụm", "số hộ của cụm")
    return adopted(
        matter=matter,
        households=sum(each.households for each in clusters),
        agree=sum(each.agree for each in clusters),
        on=on,
    )


def adopted_by_villages(
    *, matter: Matter, counts: Sequence[Count], on: date, village_approves: str = VILLAGE_APPROVES.default
) -> Answer[bool]:
    """LDC art. 21 cl. 1; Decree 59/2023 art. 4 cl. 6 pt. b, c: the commune's outcome from each village's own count.

    Provisional only when the other way of counting a village as agreeing would change the outcome.
    """
    VILLAGE_APPROVES.check(village_approves)
    for each in counts:
        check_count(each.households, "tổng số hộ của thôn", least=1)
        check_at_most(each.agree, each.households, "số hộ tán thành của thôn", "tổng số hộ của thôn")
    two_thirds, half = TWO_THIRDS.on(on), MORE_THAN_HALF.on(on)
    agreeing = {
        "own_two_thirds": sum(each.agree >= two_thirds * each.households for each in counts),
        "own_majority": sum(each.agree > half * each.households for each in counts),
    }
    outcomes = {
        choice: adopted(
            matter=matter, scope=Scope.COMMUNE, villages=len(counts), villages_agree=agreeing[choice], on=on
        )
        for choice in VILLAGE_APPROVES.choices
    }
    found = outcomes[village_approves]
    return answer(
        "decision.adopted_by_villages",
        TWO_THIRDS,
        on=on,
        result=found.result,
        because=found.explanation,
        inputs={"matter": matter, "counts": tuple(counts), "on": on, "village_approves": village_approves},
        provisional=len({each.result for each in outcomes.values()}) > 1,
        assumptions=(VILLAGE_APPROVES.assumed(village_approves),),
    )


def _agreeing(
    scope: Scope, households: int | None, agree: int | None, villages: int | None, villages_agree: int | None
) -> tuple[int, str]:
    """How many agree, and of what; never more than there are."""
    if scope is Scope.COMMUNE:
        agreed, agreed_key, whole, whole_key, one = villages_agree, "villages_agree", villages, "villages", "thôn"
    else:
        agreed, agreed_key, whole, whole_key, one = agree, "agree", households, "households", "hộ"
    counted = given(agreed, agreed_key, f"số {one} tán thành")
    check_at_most(counted, given(whole, whole_key, f"tổng số {one}"), f"số {one} tán thành", f"tổng số {one}")
    return counted, one


def _law(matter: Matter | None, scope: Scope, on: date) -> Dated[Fraction]:
    """At least two thirds of all villages, or the share of all households that the matter asks for."""
    if scope is Scope.COMMUNE:
        return TWO_THIRDS
    if matter is None:
        raise missing("matter", "nội dung quyết định (khoản mấy Điều 15)")
    return TWO_THIRDS if matter in BY_TWO_THIRDS.on(on) else MORE_THAN_HALF


def _counted_villages(scope: Scope) -> tuple[str, ...]:
    if scope is Scope.VILLAGE:
        return ()
    return ("Số thôn tán thành lấy như đã nêu; mỗi thôn tán thành khi tự đạt tỷ lệ của thôn mình.",)


def _at_least(share: Fraction, base: int, one: str) -> str:
    rounded = "" if share == int(share) else ", làm tròn lên"
    return f"hai phần ba của {base} {one} là {_decimal(share)}{rounded}"


def _more_than(share: Fraction, base: int, one: str) -> str:
    return f"phải quá một nửa, mà một nửa của {base} {one} là {_decimal(share)}"


def _decimal(share: Fraction) -> str:
    """As people write it, to two places: "100,67", "75,5", "100"."""
    written = f"{Decimal(share.numerator) / Decimal(share.denominator):.2f}"
    return written.rstrip("0").rstrip(".").replace(".", ",")
