"""Requests for information, by Law 104/2016, to 31/8/2026.

Words    valid request, channel, simple, extension, correction
Promise  a request received from 01/9/2026 is under a new law not read here: the answer is none, and says so
"""

from collections.abc import Mapping
from datetime import date
from typing import Final, TypeVar

from lawcore import timelimits
from lawcore.answers import Answer, answer, check_count, impossible
from lawcore.calendar import VIETNAM, Calendar
from lawcore.dated import Dated, Version
from lawcore.petitions.choices import Choice
from lawcore.timelimits import Period, days, last_day, shown, working_days

Result = TypeVar("Result")

KNOWN: Final = Dated(
    Version(date(2018, 7, 1), value=True, cite="Law 104/2016 art. 37"),
    Version(date(2026, 9, 1), value=False, cite="Law 104/2016 art. 37"),
)
"""Whether the law in force was read here."""

NEW_LAW: Final = (
    "Luật Tiếp cận thông tin số 104/2016/QH13 chỉ áp dụng đến hết ngày 31/8/2026; "
    "luật mới chưa có lời văn để đối chiếu."
)


OLD_LAW_GOES_ON: Final = (
    "Yêu cầu nhận đến hết ngày 31/8/2026 được tính theo luật của ngày nhận; điều khoản chuyển tiếp của luật mới chưa "
    "có lời văn để đối chiếu."
)


class Channel(Choice):
    """How the information is given."""

    DIRECT = "direct", "trực tiếp tại trụ sở"
    ONLINE = "online", "qua mạng điện tử"
    POST = "post", "qua bưu chính, fax"


AT_ONCE: Final = Dated(Version(date(2018, 7, 1), None, cite="Law 104/2016 art. 29 cl. 1"))
SIMPLE: Final[Mapping[Channel, Dated[Period]]] = {
    Channel.ONLINE: Dated(Version(date(2018, 7, 1), working_days(3), cite="Law 104/2016 art. 30 cl. 3")),
    Channel.POST: Dated(Version(date(2018, 7, 1), working_days(5), cite="Law 104/2016 art. 31 cl. 1")),
}
REPLY: Final[Mapping[Channel, Dated[Period]]] = {
    Channel.DIRECT: Dated(Version(date(2018, 7, 1), working_days(10), cite="Law 104/2016 art. 29 cl. 2")),
    Channel.ONLINE: Dated(Version(date(2018, 7, 1), working_days(15), cite="Law 104/2016 art. 30 cl. 4")),
    Channel.POST: Dated(Version(date(2018, 7, 1), working_days(15), cite="Law 104/2016 art. 31 cl. 2")),
}
EXTENSION: Final[Mapping[Channel, Dated[Period]]] = {
    Channel.DIRECT: Dated(Version(date(2018, 7, 1), working_days(10), cite="Law 104/2016 art. 29 cl. 2")),
    Channel.ONLINE: Dated(Version(date(2018, 7, 1), days(15), cite="Law 104/2016 art. 30 cl. 4")),
    Channel.POST: Dated(Version(date(2018, 7, 1), days(15), cite="Law 104/2016 art. 31 cl. 2")),
}
"""As written: working days at the office, days online and by post."""

NOTICE: Final[Mapping[Channel, Dated[Period]]] = {
    Channel.ONLINE: Dated(Version(date(2018, 7, 1), working_days(3), cite="Law 104/2016 art. 30 cl. 4")),
    Channel.POST: Dated(Version(date(2018, 7, 1), working_days(3), cite="Law 104/2016 art. 31 cl. 2")),
}
CORRECTION: Final = Dated(Version(date(2018, 7, 1), working_days(5), cite="Law 104/2016 art. 32 cl. 1"))
CLAIM: Final = Dated(Version(date(2018, 7, 1), days(15), cite="Law 104/2016 art. 32 cl. 2"))
ASK_CREATOR: Final = Dated(Version(date(2018, 7, 1), working_days(5), cite="Law 104/2016 art. 32 cl. 3"))
CREATOR: Final = Dated(Version(date(2018, 7, 1), days(15), cite="Law 104/2016 art. 32 cl. 3"))
COMMUNE: Final = Dated(Version(date(2018, 7, 1), working_days(3), cite="Law 104/2016 art. 32 cl. 3"))

GIVEN_BEFORE: Final = Dated(Version(date(2018, 7, 1), 2, cite="Law 104/2016 art. 28 cl. 1 pt. d"))
"""How often the same person may have had the same information before it is refused."""

COMMUNE_DUTY: Final = Dated(
    Version(date(2018, 7, 1), None, cite="Law 104/2016 art. 9 cl. 1; Law 104/2016 art. 9 cl. 2 pt. h")
)
REQUEST: Final = Dated(Version(date(2018, 7, 1), None, cite="Law 104/2016 art. 24 cl. 2, 3"))


def reply(
    *,
    since: date,
    channel: Channel,
    simple: bool = False,
    opened: date | None = None,
    calendar: Calendar = VIETNAM,
) -> Answer[date | None]:
    """Law 104/2016 art. 29, 30, 31: information is given, or refused in writing; since a valid request.

    `simple`: at hand and ready to be given; at the office it is then given at once. `opened`: the day on which the
    request was first received, where it was completed later; its law governs.
    """
    rule = "deadline.information.reply"
    inputs = {"since": since, "channel": channel, "simple": simple, "opened": opened}
    if simple and channel is Channel.DIRECT:
        because = f"Cung cấp ngay trong ngày {shown(since)}: thông tin đơn giản, có sẵn, yêu cầu trực tiếp tại trụ sở."
        if is_known(since, opened):
            taken = taken_for_granted(since)
            return answer(
                rule,
                AT_ONCE,
                on=since,
                result=since,
                because=because,
                inputs=inputs,
                provisional=bool(taken),
                assumptions=taken,
            )
        return unanswered(rule, AT_ONCE, on=since, inputs=inputs)
    return _deadline(
        rule,
        (SIMPLE if simple else REPLY)[channel],
        since=since,
        opened=opened,
        does=f"Cung cấp thông tin {channel.words}, hoặc từ chối bằng văn bản nêu rõ lý do,",
        inputs=inputs,
        calendar=calendar,
    )


def extended(
    *, since: date, channel: Channel, opened: date | None = None, calendar: Calendar = VIETNAM
) -> Answer[date | None]:
    """Law 104/2016 art. 29 cl. 2; Law 104/2016 art. 30 cl. 4; Law 104/2016 art. 31 cl. 2: the last day when extended.

    `since` is the valid request, as for `information.reply`; the extension is counted from the end of that period and
    announced in writing within it. Not for what is simple. `opened` as for `information.reply`.
    """
    inputs = {"since": since, "channel": channel, "opened": opened}
    rule = "deadline.information.extended"
    first, more = REPLY[channel], EXTENSION[channel]
    if not is_known(since, opened):
        return unanswered(rule, more, on=since, inputs=inputs)
    first_end = last_day(first.on(since), since, calendar=calendar)
    last = last_day(more.on(since), first_end.day, calendar=calendar)
    because = (
        f"Gia hạn thì cung cấp chậm nhất ngày {shown(last.day)}: {last.because} "
        f"Phải báo gia hạn bằng văn bản chậm nhất ngày {shown(first_end.day)}."
    )
    taken = taken_for_granted(since)
    provisional = first_end.provisional or last.provisional or bool(taken)
    return answer(
        rule,
        more,
        on=since,
        result=last.day,
        because=because,
        inputs=inputs,
        provisional=provisional,
        assumptions=taken,
    )


def notice(
    *, since: date, channel: Channel, opened: date | None = None, calendar: Calendar = VIETNAM
) -> Answer[date | None]:
    """Law 104/2016 art. 30 cl. 4; Law 104/2016 art. 31 cl. 2: the person is told how long it will take.

    Since a valid request, online or by post, for what is not simple. `opened` as for `information.reply`.
    """
    if channel is Channel.DIRECT:
        raise impossible(
            "Yêu cầu trực tiếp tại trụ sở không có bước báo thời hạn giải quyết.",
            allowed=(each.value for each in NOTICE),
        )
    return _deadline(
        "deadline.information.notice",
        NOTICE[channel],
        since=since,
        does="Báo bằng văn bản thời hạn giải quyết yêu cầu cung cấp thông tin",
        opened=opened,
        inputs={"since": since, "channel": channel, "opened": opened},
        calendar=calendar,
    )


def correction(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date | None]:
    """Law 104/2016 art. 32 cl. 1: what was given wrongly is corrected and given again; since the body found out."""
    does = "Đính chính và cung cấp lại thông tin"
    return _deadline("deadline.information.correction", CORRECTION, since=since, does=does, calendar=calendar)


def claim(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date | None]:
    """Law 104/2016 art. 32 cl. 2: who says that it is wrong is answered; since the claim was received."""
    does = "Xác định thông tin có chính xác không và trả lời người yêu cầu"
    return _deadline("deadline.information.claim", CLAIM, since=since, does=does, calendar=calendar)


def ask_creator(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date | None]:
    """Law 104/2016 art. 32 cl. 3: a commune that cannot tell asks who made the information; since claim or finding."""
    does = "Ủy ban nhân dân cấp xã đề nghị cơ quan tạo ra thông tin xem xét"
    return _deadline("deadline.information.ask_creator", ASK_CREATOR, since=since, does=does, calendar=calendar)


def creator(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date | None]:
    """Law 104/2016 art. 32 cl. 3: who made the information answers the commune; since it was asked."""
    does = "Cơ quan tạo ra thông tin trả lời Ủy ban nhân dân cấp xã"
    return _deadline("deadline.information.creator", CREATOR, since=since, does=does, calendar=calendar)


def commune(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date | None]:
    """Law 104/2016 art. 32 cl. 3: the commune corrects, or tells the person; since the answer was received."""
    does = "Ủy ban nhân dân cấp xã đính chính hoặc báo cho người yêu cầu"
    return _deadline("deadline.information.commune", COMMUNE, since=since, does=does, calendar=calendar)


def may_refuse_repeat(*, on: date, given: int, good_reason: bool = False) -> Answer[bool | None]:
    """Law 104/2016 art. 28 cl. 1 pt. d: refused when the same person already had it twice, without good reason."""
    check_count(given, "số lần đã cung cấp")
    refusable = given >= GIVEN_BEFORE.on(on) and not good_reason
    times = f"đã cung cấp {given} lần cho chính người này" if given else "chưa cung cấp lần nào cho người này"
    why = "người yêu cầu có lý do chính đáng" if good_reason else times
    return answered(
        "information.may_refuse_repeat",
        GIVEN_BEFORE,
        on=on,
        result=refusable,
        because=f"{'Được từ chối bằng văn bản' if refusable else 'Không được từ chối vì lý do này'}: {why}.",
        inputs={"on": on, "given": given, "good_reason": good_reason},
    )


def commune_provides(*, on: date, resident: bool, concerned: bool = False) -> Answer[bool | None]:
    """Law 104/2016 art. 9 cl. 1; Law 104/2016 art. 9 cl. 2 pt. h: a commune gives what it made, or received.

    To residents; to others when it directly concerns their rights and interests (`concerned`). Never what article 6
    closes, and what article 7 names only under its conditions.
    """
    provides = resident or concerned
    why = (
        "công dân cư trú trên địa bàn"
        if resident
        else f"người nơi khác mà thông tin {'' if concerned else 'không '}liên quan trực tiếp đến quyền, lợi ích của họ"
    )
    return answered(
        "information.commune_provides",
        COMMUNE_DUTY,
        on=on,
        result=provides,
        because=f"Phải cung cấp cho {why}, trừ thông tin không được tiếp cận hoặc chưa đủ điều kiện tiếp cận."
        if provides
        else f"Không có trách nhiệm cung cấp cho {why}.",
        inputs={"on": on, "resident": resident, "concerned": concerned},
    )


def valid(
    *,
    on: date,
    vietnamese: bool = True,
    identified: bool = True,
    named: bool = True,
    form_chosen: bool = True,
    purpose: bool = True,
    consent_needed: bool = False,
    consent: bool = False,
) -> Answer[bool | None]:
    """Law 104/2016 art. 24 cl. 2, 3: valid in Vietnamese with its four contents; the officer helps to complete it.

    `named`: the document is named; `consent_needed`: it holds business or private secrets, whose owner agrees in
    writing (`consent`).
    """
    needed = (
        (vietnamese, "viết bằng tiếng Việt"),
        (identified, "họ tên, nơi cư trú, giấy tờ tùy thân"),
        (named, "tên văn bản, hồ sơ, tài liệu cần"),
        (form_chosen, "hình thức cung cấp"),
        (purpose, "lý do, mục đích"),
        (consent or not consent_needed, "văn bản đồng ý của người liên quan"),
    )
    lacking = [words for holds, words in needed if not holds]
    because = (
        f"Chưa hợp lệ, phải hướng dẫn bổ sung: {'; '.join(lacking)}."
        if lacking
        else "Hợp lệ: đủ các nội dung của phiếu."
    )
    inputs = {
        "on": on,
        "vietnamese": vietnamese,
        "identified": identified,
        "named": named,
        "form_chosen": form_chosen,
        "purpose": purpose,
        "consent_needed": consent_needed,
        "consent": consent,
    }
    return answered("information.valid", REQUEST, on=on, result=not lacking, because=because, inputs=inputs)


def _deadline(
    rule: str,
    law: Dated[Period],
    *,
    since: date,
    does: str,
    calendar: Calendar,
    opened: date | None = None,
    inputs: Mapping[str, object] | None = None,
) -> Answer[date | None]:
    if not is_known(since, opened):
        return unanswered(rule, law, on=since, inputs=inputs or {"since": since})
    taken = taken_for_granted(since)
    return timelimits.deadline(
        rule,
        law,
        since=since,
        does=does,
        inputs=inputs,
        calendar=calendar,
        provisional=bool(taken),
        assumptions=taken,
    )


def is_known(since: date, opened: date | None) -> bool:
    """Whether the law of the day on which the request was first received was read here."""
    if opened is not None and opened > since:
        raise impossible("Ngày nhận yêu cầu lần đầu không thể sau ngày nhận yêu cầu hợp lệ.")
    return KNOWN.on(opened or since)


def taken_for_granted(since: date) -> tuple[str, ...]:
    """What is taken for granted when a request of before is completed after the law was replaced."""
    return () if KNOWN.on(since) else (OLD_LAW_GOES_ON,)


def answered(
    rule: str, law: Dated[object], *, on: date, result: Result, because: str, inputs: Mapping[str, object]
) -> Answer[Result | None]:
    if KNOWN.on(on):
        return answer(rule, law, on=on, result=result, because=because, inputs=inputs)
    return unanswered(rule, law, on=on, inputs=inputs)


def unanswered(rule: str, law: Dated[object], *, on: date, inputs: Mapping[str, object]) -> Answer[None]:
    return answer(
        rule,
        law,
        on=on,
        result=None,
        because=f"Chưa trả lời được cho ngày {shown(on)}: chưa có lời văn của luật có hiệu lực ngày đó.",
        inputs=inputs,
        provisional=True,
        assumptions=(NEW_LAW,),
    )
