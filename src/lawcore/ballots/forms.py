"""In which form a matter may be decided."""

from datetime import date
from typing import Final

from lawcore.answers import Answer, answer
from lawcore.ballots.matters import Form, Matter, Scope
from lawcore.ballots.questions import check_scope
from lawcore.dated import Dated, Version
from lawcore.readings import BALLOT_WITHOUT_MEETING

BY_MEETING: Final = Dated(Version(date(2023, 7, 1), frozenset(Matter), cite="LDC art. 17 cl. 1 pt. a"))
MEETING_FIRST: Final = Dated(
    Version(
        date(2023, 7, 1),
        frozenset({Matter.CONVENTION, Matter.VILLAGE_HEAD, Matter.BOARD_MEMBERS}),
        cite="LDC art. 17 cl. 2",
    )
)
ONLINE: Final = Dated(
    Version(date(2023, 7, 1), frozenset({Matter.SELF_GOVERNMENT}), cite="LDC art. 17 cl. 2"),
    Version(
        date(2023, 8, 15),
        frozenset({Matter.SELF_GOVERNMENT}),
        cite="LDC art. 17 cl. 2; Decree 59/2023 art. 5 cl. 1, 2",
    ),
)
BALLOT_CHOSEN_BY_CHAIR: Final = Dated(
    Version(
        date(2023, 7, 1),
        frozenset({Matter.COMMUNE_WORKS, Matter.VILLAGE_MONEY}),
        cite="LDC art. 19 cl. 1 pt. a",
    ),
    Version(
        date(2023, 8, 15),
        frozenset({Matter.COMMUNE_WORKS, Matter.VILLAGE_MONEY}),
        cite="LDC art. 19 cl. 1 pt. a; Decree 59/2023 art. 4 cl. 1 pt. a",
    ),
)
BALLOT_AFTER_MEETING: Final = Dated(
    Version(date(2023, 7, 1), frozenset(Matter), cite="LDC art. 19 cl. 1 pt. b"),
    Version(
        date(2023, 8, 15),
        frozenset(Matter),
        cite="LDC art. 19 cl. 1 pt. b; Decree 59/2023 art. 4 cl. 1 pt. b",
    ),
)
BALLOT_CHOSEN_BY_VILLAGE: Final = Dated(
    Version(
        date(2023, 7, 1),
        frozenset({Matter.COMMUNE_WORKS, Matter.VILLAGE_MONEY, Matter.SELF_GOVERNMENT}),
        cite="LDC art. 17 cl. 2; LDC art. 19 cl. 1 pt. c",
    ),
    Version(
        date(2023, 8, 15),
        frozenset({Matter.SELF_GOVERNMENT}),
        cite="LDC art. 19 cl. 1 pt. c; Decree 59/2023 art. 4 cl. 1 pt. c",
    ),
)
"""Ballots that no meeting came before. The decree names fewer matters than the law: see the reading."""

_CHAIR_CHOOSES: Final = (
    "nội dung có phạm vi toàn xã thì Chủ tịch Ủy ban nhân dân cấp xã được chọn hình thức phát phiếu, sau khi thống "
    "nhất với Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam cấp xã."
)
_TOO_FEW_CAME: Final = (
    "đã họp mà số hộ có đại diện dự ít hơn số hộ phải tán thành, nên được phát phiếu lấy ý kiến từng hộ."
)
_VILLAGE_CHOOSES: Final = (
    "Trưởng thôn được quyết định phát phiếu khi chưa họp, sau khi thống nhất với Ban công tác Mặt trận."
)
_ONLINE_CONDITIONS: Final = (
    "đây là việc tự quản khác của thôn. Trước đó Trưởng thôn phải thống nhất với Ban công tác Mặt trận là không cần "
    "họp hay phát phiếu, báo cáo cấp xã, và quá một nửa tổng số hộ phải chọn hình thức trực tuyến. Các hộ phải có "
    "thiết bị nối mạng để biểu quyết."
)


def form_allowed(
    *,
    matter: Matter,
    form: Form,
    scope: Scope = Scope.VILLAGE,
    after_failed_meeting: bool = False,
    on: date,
    bal_case_c_scope: str = BALLOT_WITHOUT_MEETING.default,
) -> Answer[bool]:
    """LDC art. 17 cl. 1, 2; LDC art. 19 cl. 1; Decree 59/2023 art. 4 cl. 1: whether the law admits the form at all.

    A failed meeting is one to which fewer household representatives came than must agree. What has still to be done
    before the form is used stands in the explanation.
    """
    check_scope(matter, scope, on)
    BALLOT_WITHOUT_MEETING.check(bal_case_c_scope)
    law, allowed, because = _route(matter, form, scope, bal_case_c_scope, on, after_failed_meeting=after_failed_meeting)
    unsettled = law is BALLOT_CHOSEN_BY_VILLAGE and _texts_differ(matter, on)
    return answer(
        "decision.form_allowed",
        law,
        on=on,
        result=allowed,
        because=f"{'Được' if allowed else 'Không được'}: {because}",
        inputs={
            "matter": matter,
            "form": form,
            "scope": scope,
            "after_failed_meeting": after_failed_meeting,
            "on": on,
            "bal_case_c_scope": bal_case_c_scope,
        },
        provisional=unsettled,
        assumptions=(BALLOT_WITHOUT_MEETING.assumed(bal_case_c_scope),) if unsettled else (),
    )


def _route(
    matter: Matter, form: Form, scope: Scope, reading: str, on: date, *, after_failed_meeting: bool
) -> tuple[Dated[frozenset[Matter]], bool, str]:
    """By which provision the form is judged, how, and why."""
    if form is Form.MEETING:
        return BY_MEETING, True, "mọi nội dung của Điều 15 đều đưa ra cuộc họp được; phải báo trước cho các hộ."
    if form is Form.ONLINE:
        return ONLINE, *_online(matter, on)
    if scope is Scope.COMMUNE:
        return BALLOT_CHOSEN_BY_CHAIR, True, _CHAIR_CHOOSES
    if after_failed_meeting:
        return BALLOT_AFTER_MEETING, True, _TOO_FEW_CAME
    if matter in MEETING_FIRST.on(on):
        why = f"nội dung {matter.clause} phải đưa ra cuộc họp; chỉ phát phiếu sau một cuộc họp không đủ số hộ dự."
        return MEETING_FIRST, False, why
    return BALLOT_CHOSEN_BY_VILLAGE, *_without_meeting(matter, reading, on)


def _online(matter: Matter, on: date) -> tuple[bool, str]:
    if matter in ONLINE.on(on):
        return True, _ONLINE_CONDITIONS
    return False, "chỉ việc tự quản khác của thôn (khoản 6 Điều 15) mới biểu quyết trực tuyến."


def _without_meeting(matter: Matter, reading: str, on: date) -> tuple[bool, str]:
    law_alone = BALLOT_CHOSEN_BY_VILLAGE.versions[0].value
    matters = law_alone if reading == "law" else BALLOT_CHOSEN_BY_VILLAGE.on(on)
    if matter in matters:
        return True, _VILLAGE_CHOOSES
    return False, (
        f"nội dung {matter.clause} của riêng thôn phải họp trước; theo Nghị định, khi chưa họp thì chỉ phát phiếu về "
        "việc tự quản khác, còn Luật không giới hạn như vậy."
    )


def _texts_differ(matter: Matter, on: date) -> bool:
    """Whether the law alone and the law with its decree answer differently on the day."""
    now = BALLOT_CHOSEN_BY_VILLAGE.on(on)
    return matter in BALLOT_CHOSEN_BY_VILLAGE.versions[0].value - now
