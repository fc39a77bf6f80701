"""What a question must hold before a rule of this topic answers it."""

from datetime import date

from lawcore.answers import check_count, impossible, missing
from lawcore.ballots.matters import COMMUNE_MATTERS, Matter, Scope


def given(value: int | None, key: str, what: str, *, least: int = 0) -> int:
    """A count that must be there. Refused when it is missing or impossible."""
    if value is None:
        raise missing(key, what)
    check_count(value, what, least=least)
    return value


def check_scope(matter: Matter | None, scope: Scope, on: date) -> None:
    """LDC art. 21 cl. 1: only matters of clause 1 and 2 are decided by all villages together. Refused otherwise."""
    if scope is Scope.COMMUNE and matter is not None and matter not in COMMUNE_MATTERS.on(on):
        raise impossible(
            f"Nội dung {matter.clause} do từng thôn quyết định, không có phạm vi toàn xã.", allowed=(Scope.VILLAGE,)
        )
