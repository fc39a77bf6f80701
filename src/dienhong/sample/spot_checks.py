"""Two rounds on the spot: the Front's, with something found and one place left; the board's, finished."""

from datetime import date, datetime, timedelta
from typing import Final

from dienhong.foundations.actors import Actor
from dienhong.foundations.clock import legal_day
from dienhong.ledger import actions as ledger
from dienhong.registry import queries as registry
from dienhong.registry.models import Locality, User
from dienhong.spot_checks import actions, queries
from dienhong.spot_checks.models import Round

FRONT: Final = (
    ("as-claimed", "", ""),
    (
        "not-there",
        "Bảng tin trống, chỉ còn giấy cũ.",
        "Đã treo lại ngay chiều hôm ấy; khóa bảng hỏng, thôn đã thay.",
    ),
    ("as-claimed", "", ""),
    ("partly", "Có trang 1, không thấy phụ lục.", ""),
    ("not-looked", "Nhà văn hóa khóa cửa, hẹn Trưởng thôn hôm khác.", ""),
)
BOARD: Final = (
    ("as-claimed", "", ""),
    ("as-claimed", "", ""),
    ("gone-early", "Người bên cạnh nói bảng được dọn sau hội làng.", ""),
)


def tell(place: Locality, *, officer: Actor, at: datetime) -> None:
    """Opened, sealed, drawn, looked at, answered."""
    on = legal_day(at)
    front, board = (registry.actor_of(User.objects.get(username=name), on=on) for name in ("mat-tran", "thanh-tra"))
    first = _opened(place, "everything", len(FRONT) + 1, front, at)
    second = _opened(place, "posting", len(BOARD), board, at)
    ledger.seal_new(at)
    actions.draw_waiting(at=at)
    _looked(first, FRONT, front, officer, on, at)
    _looked(second, BOARD, board, officer, on, at)


def _opened(place: Locality, ways: str, size: int, by: Actor, at: datetime) -> Round:
    on = legal_day(at)
    wanted = queries.Wanted(place, None, ways, on - timedelta(days=90), on)
    return actions.open_round(
        wanted=wanted, size=size, percent=None, until=on + timedelta(days=10), key=f"sample {ways}", by=by, at=at
    )


def _looked(
    opened: Round, told: tuple[tuple[str, str, str], ...], by: Actor, officer: Actor, on: date, at: datetime
) -> None:
    for sample, (result, note, answer) in zip(queries.samples(opened), told, strict=False):
        seen = actions.Seen(result=result, checked_on=on, note=note)
        key = f"sample {opened.pk} {sample.number}"
        finding = actions.record(sample=sample, seen=seen, key=key, by=by, at=at)
        if answer:
            actions.reply(finding=finding, text=answer, photo_name="", photo=None, key=key, by=officer)
