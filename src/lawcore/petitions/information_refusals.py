"""Whether a request for information may be refused, and whether its time may be extended: Law 104/2016, to 31/8/2026.

Words    ground, extension
Promise  what has to be disclosed and is not there is never refused as "already disclosed"
"""

from datetime import date
from typing import Final

from lawcore.answers import Answer, answer, check_count, impossible
from lawcore.calendar import VIETNAM, Calendar
from lawcore.dated import Dated, Version
from lawcore.petitions.choices import Choice
from lawcore.petitions.information import (
    EXTENSION,
    GIVEN_BEFORE,
    REPLY,
    Channel,
    answered,
    is_known,
    taken_for_granted,
    unanswered,
)
from lawcore.timelimits import last_day, shown


class Ground(Choice):
    """Why information is refused, in the order of the article."""

    CLOSED = "closed", "thông tin không được tiếp cận, hoặc chưa đủ điều kiện tiếp cận"
    DISCLOSED = "disclosed", "thông tin đã được công khai, người yêu cầu tự xem được"
    ELSEWHERE = "elsewhere", "thông tin không thuộc trách nhiệm cung cấp của cơ quan"
    REPEATED = "repeated", "đã cung cấp hai lần cho chính người này, không có lý do chính đáng"
    BEYOND = "beyond", "vượt quá khả năng hoặc ảnh hưởng hoạt động bình thường của cơ quan"
    UNPAID = "unpaid", "người yêu cầu không trả chi phí thực tế để in, sao, chụp, gửi"


REFUSAL: Final = Dated(Version(date(2018, 7, 1), None, cite="Law 104/2016 art. 28 cl. 1; Law 104/2016 art. 23 cl. 1"))


def may_refuse(
    *,
    on: date,
    ground: Ground,
    in_period: bool = True,
    published: bool = True,
    reachable: bool = True,
    given: int = 0,
    good_reason: bool = False,
) -> Answer[bool | None]:
    """Law 104/2016 art. 28 cl. 1; Law 104/2016 art. 23 cl. 1: whether a ground of refusal holds.

    `in_period`, `published` and `reachable` matter where the information has to be disclosed; `given` and
    `good_reason` where the person had it before. Whether the other grounds hold, the body says with its reasons.
    """
    check_count(given, "số lần đã cung cấp")
    may, why = True, f"Được từ chối bằng văn bản nêu rõ lý do: {ground.words}."
    if ground is Ground.DISCLOSED and not (in_period and published and reachable):
        if not in_period:
            case = "đã hết thời hạn công khai"
        elif not published:
            case = "đang trong thời hạn công khai mà chưa được công khai"
        else:
            case = "người yêu cầu không thể tiếp cận vì lý do bất khả kháng"
        may, why = False, f"Không được từ chối vì lý do này: thông tin phải công khai nhưng {case}."
    elif ground is Ground.REPEATED and (given < GIVEN_BEFORE.on(on) or good_reason):
        times = f"mới cung cấp {given} lần" if given else "chưa cung cấp lần nào"
        case = "người yêu cầu có lý do chính đáng" if good_reason else f"{times} cho chính người này"
        may, why = False, f"Không được từ chối vì lý do này: {case}."
    return answered(
        "information.may_refuse",
        REFUSAL,
        on=on,
        result=may,
        because=why,
        inputs={
            "on": on,
            "ground": ground,
            "in_period": in_period,
            "published": published,
            "reachable": reachable,
            "given": given,
            "good_reason": good_reason,
        },
    )


def may_extend(
    *,
    since: date,
    announced_on: date,
    channel: Channel,
    simple: bool = False,
    extended_before: bool = False,
    opened: date | None = None,
    calendar: Calendar = VIETNAM,
) -> Answer[bool | None]:
    """Law 104/2016 art. 29 cl. 2; Law 104/2016 art. 30 cl. 4; Law 104/2016 art. 31 cl. 2: whether the time is extended.

    Once, for what is not simple, when it is announced in writing (`announced_on`) before the first period is over.
    `since` and `opened` as for `information.reply`.
    """
    rule = "information.may_extend"
    inputs = {
        "since": since,
        "announced_on": announced_on,
        "channel": channel,
        "simple": simple,
        "extended_before": extended_before,
        "opened": opened,
    }
    if announced_on < since:
        raise impossible("Ngày báo gia hạn không thể trước ngày nhận yêu cầu hợp lệ.")
    first, more = REPLY[channel], EXTENSION[channel]
    if not is_known(since, opened):
        return unanswered(rule, more, on=since, inputs=inputs)
    end = last_day(first.on(since), since, calendar=calendar)
    if simple:
        may, because = False, "Không được gia hạn: thông tin đơn giản, có sẵn."
    elif extended_before:
        may, because = False, "Không được gia hạn lần nữa: đã gia hạn một lần."
    elif announced_on > end.day:
        may, because = False, f"Không được gia hạn: thời hạn đã hết ngày {shown(end.day)}."
    else:
        may, because = True, f"Được gia hạn một lần, báo bằng văn bản chậm nhất ngày {shown(end.day)}."
    taken = taken_for_granted(since)
    return answer(
        rule,
        more,
        on=since,
        result=may,
        because=because,
        inputs=inputs,
        provisional=end.provisional or bool(taken),
        assumptions=taken,
    )
