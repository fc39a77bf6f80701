"""Since when a decision binds, who recognises it, and what happens to one that is wrong."""

from datetime import date
from enum import StrEnum
from typing import Final

from lawcore.answers import Answer, answer, impossible
from lawcore.ballots.matters import Matter, Scope, Who
from lawcore.ballots.periods import recognition
from lawcore.ballots.questions import check_scope
from lawcore.calendar import VIETNAM, Calendar
from lawcore.dated import Dated, Version
from lawcore.readings import RECOGNISED_MATTERS

RECOGNISERS: Final = Dated(
    Version(
        date(2023, 7, 1),
        {
            Matter.CONVENTION: Who.COMMUNE_COMMITTEE,
            Matter.VILLAGE_HEAD: Who.COMMUNE_COMMITTEE,
            Matter.BOARD_MEMBERS: Who.COMMUNE_FRONT,
        },
        cite="LDC art. 21 cl. 2",
    )
)


class Ground(StrEnum):
    """Why a decision may be changed or abolished (LDC art. 22 cl. 1)."""

    UNLAWFUL = "unlawful"
    PROCEDURE = "procedure"
    WISH = "wish"


class Remedy(StrEnum):
    """Who does what: the commune abolishes, the commune asks for a change, the community changes by itself."""

    ABOLISH = "abolish"
    ASK = "ask_to_amend"
    COMMUNITY = "community_changes"


REMEDIES: Final = Dated(
    Version(
        date(2023, 7, 1),
        {
            Ground.UNLAWFUL: frozenset({Remedy.ABOLISH, Remedy.COMMUNITY}),
            Ground.PROCEDURE: frozenset({Remedy.ABOLISH, Remedy.ASK, Remedy.COMMUNITY}),
            Ground.WISH: frozenset({Remedy.COMMUNITY}),
        },
        cite="LDC art. 22 cl. 1, 2, 3",
    )
)


def effective(
    *,
    matter: Matter,
    scope: Scope = Scope.VILLAGE,
    passed_on: date | None = None,
    recognised_on: date | None = None,
    commune_decided_on: date | None = None,
) -> Answer[date | None]:
    """LDC art. 21 cl. 2: the first day on which the decision binds; None while it does not.

    `commune_decided_on` is the day that the commune fixed for a matter of all its villages to take effect. Judged by
    the law of the last step given, by the newest wording known when there was none yet.
    """
    *_, newest = RECOGNISERS.versions
    day_of_law = recognised_on or commune_decided_on or passed_on or newest.since
    check_scope(matter, scope, day_of_law)
    _check_order(passed_on, recognised_on)
    _check_order(passed_on, commune_decided_on)
    recognisers = RECOGNISERS.on(day_of_law)
    if scope is Scope.COMMUNE:
        day, since, without = commune_decided_on, "ngày Ủy ban nhân dân cấp xã ấn định", _NO_DAY_FIXED
    elif matter in recognisers:
        who = recognisers[matter].words
        day, since = recognised_on, f"ngày {who} ra quyết định công nhận"
        without = f"{who} chưa ra quyết định công nhận; không trả lời không phải là công nhận"
    else:
        day, since = passed_on, "ngày cộng đồng dân cư thông qua, không cần công nhận"
        without = "chưa có ngày cộng đồng dân cư thông qua"
    because = f"Có hiệu lực từ ngày {day:%d/%m/%Y}, là {since}." if day else f"Chưa có hiệu lực: {without}."
    return answer(
        "decision.effective",
        RECOGNISERS,
        on=day_of_law,
        result=day,
        because=because,
        inputs={
            "matter": matter,
            "scope": scope,
            "passed_on": passed_on,
            "recognised_on": recognised_on,
            "commune_decided_on": commune_decided_on,
        },
    )


def _check_order(passed_on: date | None, later: date | None) -> None:
    if passed_on and later and later < passed_on:
        raise impossible(f"Ngày {later:%d/%m/%Y} trước ngày thông qua {passed_on:%d/%m/%Y}. Kiểm tra lại ngày đã nhập.")


_NO_DAY_FIXED: Final = "Ủy ban nhân dân cấp xã chưa ấn định ngày có hiệu lực trên cơ sở tổng hợp kết quả của các thôn"


def recogniser(*, matter: Matter, on: date, recognised_matters: str = RECOGNISED_MATTERS.default) -> Answer[Who | None]:
    """LDC art. 21 cl. 2: who recognises the decision; None when it binds without recognition."""
    RECOGNISED_MATTERS.check(recognised_matters)
    named = RECOGNISERS.on(on).get(matter)
    other = Who.COMMUNE_COMMITTEE if recognised_matters == "every" else None
    who = named or other
    because = (
        f"{who.words} ra quyết định công nhận, hoặc trả lời bằng văn bản và nêu rõ lý do không công nhận."
        if who
        else f"Quyết định về nội dung {matter.clause} không cần công nhận để có hiệu lực."
    )
    return answer(
        "decision.recogniser",
        RECOGNISERS,
        on=on,
        result=who,
        because=because,
        inputs={"matter": matter, "on": on, "recognised_matters": recognised_matters},
        provisional=named is None,
        assumptions=() if named else (RECOGNISED_MATTERS.assumed(recognised_matters),),
    )


def recognition_overdue(*, since: date, seen_on: date, calendar: Calendar = VIETNAM) -> Answer[bool]:
    """LDC art. 21 cl. 2: whether recognition or a refusal is late on the day of looking; silence is neither."""
    if seen_on < since:
        raise impossible(
            f"Ngày {seen_on:%d/%m/%Y} trước ngày nhận quyết định {since:%d/%m/%Y}. Kiểm tra lại ngày đã nhập."
        )
    last = recognition(since=since, calendar=calendar)
    late = seen_on > last.result
    outcome = "Đã quá hạn" if late else "Còn trong hạn"
    return answer(
        "decision.recognition_overdue",
        RECOGNISERS,
        on=since,
        result=late,
        because=f"{outcome}; không trả lời không phải là công nhận. {last.explanation}",
        inputs={"since": since, "seen_on": seen_on},
        provisional=last.provisional,
    )


def remedy_allowed(*, ground: Ground, remedy: Remedy, on: date) -> Answer[bool]:
    """LDC art. 22 cl. 1, 2, 3: whether a wrong or unwanted decision may be dealt with in this way."""
    allowed = remedy in REMEDIES.on(on)[ground]
    return answer(
        "decision.remedy_allowed",
        REMEDIES,
        on=on,
        result=allowed,
        because=f"{'Được' if allowed else 'Không được'}: {_REASONS[ground]}",
        inputs={"ground": ground, "remedy": remedy, "on": on},
    )


_REASONS: Final = {
    Ground.UNLAWFUL: (
        "quyết định trái pháp luật hoặc trái đạo đức xã hội thì Ủy ban nhân dân cấp xã phải bãi bỏ, không chỉ đề nghị "
        "sửa; cộng đồng dân cư cũng có thể tự sửa hoặc bãi bỏ."
    ),
    Ground.PROCEDURE: (
        "quyết định sai trình tự, thủ tục thì tùy mức độ, Ủy ban nhân dân cấp xã bãi bỏ hoặc đề nghị cộng đồng dân cư "
        "sửa đổi; cộng đồng dân cư cũng có thể tự sửa."
    ),
    Ground.WISH: (
        "khi thấy cần thiết thì cộng đồng dân cư tự sửa đổi hoặc bãi bỏ quyết định của mình, theo đúng trình tự."
    ),
}
