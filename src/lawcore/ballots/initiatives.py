"""When what a citizen proposes must be put to the community."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Final

from lawcore.answers import Answer, answer, check_at_most, check_count, impossible
from lawcore.dated import Dated, Version
from lawcore.timelimits import months, runs_to

ENOUGH_CONSENTS: Final = Dated(Version(date(2023, 7, 1), Fraction(1, 10), cite="LDC art. 16 cl. 3"))
CONSENT_HOLDS: Final = Dated(Version(date(2023, 7, 1), months(3), cite="LDC art. 16 cl. 3"))


def admissible(
    *, households: int, agree: int, collected_on: date, on: date, front_agrees: bool = False
) -> Answer[bool]:
    """LDC art. 16 cl. 3: whether the village head must put it to the community; all consents given on one day.

    Consents that have lapsed on the day of asking are not counted. With too few it is put all the same when the Front
    board agrees (`front_agrees`) to something seen to benefit the community.
    """
    check_count(households, "tổng số hộ của thôn", least=1)
    check_at_most(agree, households, "số hộ đồng thuận", "tổng số hộ của thôn")
    last = consent_until(collected_on=collected_on)
    if on < collected_on:
        raise impossible(
            f"Ngày lấy ý kiến {collected_on:%d/%m/%Y} sau ngày {on:%d/%m/%Y} xem xét. Kiểm tra lại ngày đã nhập."
        )
    valid = agree if on <= last.result else 0
    lapsed = "" if valid == agree else f" {last.explanation}"
    inputs = {
        "households": households,
        "agree": agree,
        "collected_on": collected_on,
        "on": on,
        "front_agrees": front_agrees,
    }
    return _judged(households, valid, on, inputs, lapsed, front_agrees=front_agrees)


def admissible_by_dates(
    *, households: int, consents: Sequence[date], on: date, front_agrees: bool = False
) -> Answer[bool]:
    """LDC art. 16 cl. 3: the same, with the day on which each household gave its consent; each lapses by itself."""
    check_count(households, "tổng số hộ của thôn", least=1)
    check_at_most(len(consents), households, "số hộ đồng thuận", "tổng số hộ của thôn")
    if any(given > on for given in consents):
        raise impossible(f"Có ý kiến đồng thuận sau ngày {on:%d/%m/%Y} xem xét. Kiểm tra lại ngày đã nhập.")
    valid = sum(on <= _last_day(given) for given in consents)
    gone = len(consents) - valid
    lapsed = f" Không tính {gone} ý kiến đã hết giá trị sau {CONSENT_HOLDS.on(on)}." if gone else ""
    inputs = {"households": households, "consents": tuple(consents), "on": on, "front_agrees": front_agrees}
    return _judged(households, valid, on, inputs, lapsed, front_agrees=front_agrees)


def consent_until(*, collected_on: date) -> Answer[date]:
    """LDC art. 16 cl. 3: the last day on which a household's consent counts, a day off or not."""
    period, last = CONSENT_HOLDS.on(collected_on), _last_day(collected_on)
    return answer(
        "initiative.consent_until",
        CONSENT_HOLDS,
        on=collected_on,
        result=last,
        because=f"Ý kiến đồng thuận ngày {collected_on:%d/%m/%Y} có giá trị {period}, đến hết ngày {last:%d/%m/%Y}.",
        inputs={"collected_on": collected_on},
    )


def _last_day(collected_on: date) -> date:
    return runs_to(CONSENT_HOLDS.on(collected_on), collected_on)


def _judged(
    households: int, valid: int, on: date, inputs: dict[str, object], lapsed: str, *, front_agrees: bool
) -> Answer[bool]:
    share = ENOUGH_CONSENTS.on(on)
    needed = ceil(share * households)
    enough = valid >= needed
    counted = f"Có {valid} hộ đồng thuận còn giá trị; cần ít nhất {needed} hộ để đạt {_percent(share)} "
    counted += f"của {households} hộ.{lapsed}"
    if enough:
        outcome = "Trưởng thôn phải đưa ra cộng đồng dân cư, nếu không trái pháp luật và đạo đức xã hội"
    elif front_agrees:
        outcome = "Chưa đủ tỷ lệ nhưng Ban công tác Mặt trận tán thành việc có lợi cho cộng đồng, nên vẫn được đưa ra"
    else:
        outcome = "Chưa phải đưa ra cộng đồng dân cư vì chưa đủ tỷ lệ và Ban công tác Mặt trận chưa tán thành"
    return answer(
        "initiative.admissible",
        ENOUGH_CONSENTS,
        on=on,
        result=enough or front_agrees,
        because=f"{outcome}. {counted}",
        inputs=inputs,
    )


def _percent(share: Fraction) -> str:
    return f"{Decimal(share.numerator) / Decimal(share.denominator):.0%}"
