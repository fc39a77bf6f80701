"""Those who verify and settle a denunciation: how many, which minutes, which discipline (Decree 31/2019).

Words    verification team, minutes, reprisal, discipline
Promise  the text as Decree 156/2026 left it; the discipline of officials by what the denouncer suffered
"""

from datetime import date
from typing import Final

from lawcore.answers import Answer, answer, check_at_most, check_count
from lawcore.dated import Dated, Version
from lawcore.petitions.choices import Choice

TEAM: Final = Dated(Version(date(2019, 5, 28), 2, cite="Decree 31/2019 art. 10 cl. 1"))
MINUTES: Final = Dated(Version(date(2019, 5, 28), 2, cite="Decree 31/2019 art. 11"))

MODERATE_INJURY: Final = Dated(Version(date(2026, 7, 1), 31, cite="Decree 156/2026 art. 6"))
GRAVE_INJURY: Final = Dated(Version(date(2026, 7, 1), 61, cite="Decree 156/2026 art. 6"))
"""Rates of injury, in percent, from which the discipline is stricter."""

WHOLE: Final = Dated(Version(date(2026, 7, 1), 100, cite="Decree 156/2026 art. 6"))
"""A rate of injury is at most this many percent."""


class Discipline(Choice):
    """How an official who did not protect a denouncer is disciplined."""

    REPRIMAND = "reprimand", "khiển trách"
    WARNING = "warning", "cảnh cáo"
    REMOVAL = "removal", "cách chức"
    DISMISSAL = "dismissal", "buộc thôi việc hoặc bãi nhiệm"


def team_valid(*, on: date, members: int) -> Answer[bool]:
    """Decree 31/2019 art. 10 cl. 1: a verification team has so many members at least, one of them its head."""
    check_count(members, "số thành viên Tổ xác minh")
    least = TEAM.on(on)
    enough = members >= least
    return answer(
        "denunciation.team_valid",
        TEAM,
        on=on,
        result=enough,
        because=f"{'Đủ' if enough else 'Chưa đủ'}: Tổ xác minh phải có ít nhất {least} người, một người là Tổ trưởng.",
        inputs={"on": on, "members": members},
    )


def minutes_complete(*, on: date, copies: int) -> Answer[bool]:
    """Decree 31/2019 art. 11: the minutes of a verification are made in so many copies at least."""
    check_count(copies, "số bản biên bản xác minh")
    least = MINUTES.on(on)
    enough = copies >= least
    return answer(
        "denunciation.minutes_complete",
        MINUTES,
        on=on,
        result=enough,
        because=f"{'Đủ' if enough else 'Chưa đủ'}: biên bản xác minh phải lập ít nhất {least} bản.",
        inputs={"on": on, "copies": copies},
    )


def discipline(*, on: date, injury: int = 0, death: bool = False, leader: bool = False) -> Answer[Discipline]:
    """Decree 156/2026 art. 6: for not protecting a denouncer who then suffered reprisal.

    `injury`: the rate of bodily harm in percent; `leader`: the official holds a leading post.
    """
    moderate, grave = MODERATE_INJURY.on(on), GRAVE_INJURY.on(on)
    check_at_most(injury, WHOLE.on(on), "tỷ lệ tổn thương cơ thể", "mức cao nhất")
    law = GRAVE_INJURY if death or injury >= grave else MODERATE_INJURY
    if law is GRAVE_INJURY:
        result, words = (
            Discipline.DISMISSAL,
            f"buộc thôi việc hoặc bãi nhiệm, vì người tố cáo chết hoặc bị tổn thương từ {grave}% trở lên",
        )
    elif injury >= moderate:
        result = Discipline.REMOVAL if leader else Discipline.WARNING
        words = (
            f"{'cách chức' if leader else 'cảnh cáo'}, vì người tố cáo bị tổn thương từ {moderate}% đến dưới {grave}%"
        )
    else:
        result, words = Discipline.REPRIMAND, "khiển trách, vì người tố cáo bị trả thù, trù dập"
    return answer(
        "denunciation.discipline",
        law,
        on=on,
        result=result,
        because=f"Hình thức kỷ luật: {words}.",
        inputs={"on": on, "injury": injury, "death": death, "leader": leader},
    )
