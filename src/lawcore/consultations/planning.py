"""What a plan of asking for opinions must state, to whom it goes, and which way fits which matter."""

from datetime import date
from typing import Final

from lawcore.answers import Answer, answer, check_count, impossible
from lawcore.consultations.matters import COMMUNE_MATTERS, COMMUNE_WAYS, PLAN, Asker, Way
from lawcore.dated import Dated, Version

COMMUNE_PLAN: Final = Dated(Version(date(2023, 7, 1), PLAN, cite="LDC art. 28 cl. 1"))
AGENCY_PLAN: Final = Dated(Version(date(2023, 7, 1), PLAN, cite="LDC art. 55 cl. 1"))
SENT_TO: Final = Dated(
    Version(
        date(2023, 7, 1),
        ("Hội đồng nhân dân xã", "Ủy ban Mặt trận Tổ quốc Việt Nam cấp xã"),
        cite="LDC art. 28 cl. 1",
    )
)
WAYS: Final = Dated(Version(date(2023, 7, 1), COMMUNE_WAYS, cite="LDC art. 26 cl. 1"))
ADDRESSED_MATTER: Final = Dated(Version(date(2023, 7, 1), 8, cite="LDC art. 26 cl. 1 pt. h"))


def plan_complete(
    *,
    kind: Asker,
    content: bool,
    form: bool,
    way: bool,
    time_limit: bool,
    responsibility: bool,
    on: date,
) -> Answer[bool]:
    """LDC art. 28 cl. 1; LDC art. 55 cl. 1: whether a plan of asking for opinions states all that it must.

    Each value says whether the plan states it. The articles on enterprises name no plan of this kind.
    """
    if kind is Asker.ENTERPRISE:
        raise impossible("Luật không nêu kế hoạch lấy ý kiến của doanh nghiệp.", allowed=("commune", "agency"))
    law = COMMUNE_PLAN if kind is Asker.COMMUNE else AGENCY_PLAN
    stated = {
        "content": content,
        "form": form,
        "way": way,
        "time_limit": time_limit,
        "responsibility": responsibility,
    }
    lacking = [item.label.lower() for item in law.on(on) if not stated[item.code]]
    because = f"Kế hoạch còn thiếu: {'; '.join(lacking)}." if lacking else "Kế hoạch đã nêu đủ năm nội dung luật buộc."
    return answer(
        "consultation.plan_complete",
        law,
        on=on,
        result=not lacking,
        because=because,
        inputs={"kind": kind, **stated, "on": on},
    )


def plan_sent(*, sent_to_council: bool, sent_to_front: bool, on: date) -> Answer[bool]:
    """LDC art. 28 cl. 1: whether the commune's plan went to its council and to the Fatherland Front."""
    council, front = SENT_TO.on(on)
    went = {council: sent_to_council, front: sent_to_front}
    lacking = [name for name, sent in went.items() if not sent]
    because = f"Kế hoạch chưa gửi đến {' và '.join(lacking)}." if lacking else "Kế hoạch đã gửi đủ nơi luật buộc."
    return answer(
        "consultation.plan_sent",
        SENT_TO,
        on=on,
        result=not lacking,
        because=f"{because} Luật không ấn định phải gửi trước bao nhiêu ngày.",
        inputs={"sent_to_council": sent_to_council, "sent_to_front": sent_to_front, "on": on},
    )


def way_allowed(*, item: int, way: Way, available: bool = True, on: date) -> Answer[bool]:
    """LDC art. 26 cl. 1: whether the commune may ask about a matter in this way.

    `item` is the clause of art. 25; `available` whether the commune has that box, line, portal or network.
    """
    check_count(item, "số thứ tự nội dung", least=1)
    if item > len(COMMUNE_MATTERS):
        raise impossible(f"Điều 25 chỉ có {len(COMMUNE_MATTERS)} khoản.", allowed=(f"1…{len(COMMUNE_MATTERS)}",))
    needed = way in {Way.BOX, Way.PORTAL, Way.NETWORK}
    if way is Way.ADDRESSED and item != ADDRESSED_MATTER.on(on):
        allowed, why = False, f"cách này chỉ dùng cho khoản {ADDRESSED_MATTER.on(on)} Điều 25"
    elif needed and not available:
        allowed, why = False, "xã chưa có phương tiện này"
    else:
        allowed, why = True, "là một trong các cách luật cho chọn, dùng một hoặc nhiều cách"
    return answer(
        "consultation.way_allowed",
        ADDRESSED_MATTER if way is Way.ADDRESSED else WAYS,
        on=on,
        result=allowed,
        because=f"{'Được' if allowed else 'Không được'} lấy ý kiến bằng cách “{way.words}”: {why}.",
        inputs={"item": item, "way": way, "available": available, "on": on},
        assumptions=("Trừ khi pháp luật buộc một cách lấy ý kiến riêng cho nội dung này (khoản 2 Điều 26).",),
    )
