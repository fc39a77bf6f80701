"""Receiving citizens: how often, announced when, who speaks for a group, who may be refused (Law 42/2013).

Words    rhythm, representative, refusal, online session
Promise  nobody is turned away but on a listed ground, and each is told why; Decree 154/2026 holds from 01/7/2026
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from lawcore import timelimits
from lawcore.answers import Answer, answer, check_count, impossible
from lawcore.calendar import VIETNAM, Calendar
from lawcore.dated import Dated, Version
from lawcore.petitions import amended
from lawcore.petitions.catalogues import ONLINE_RECEPTION, REFUSED_RECEPTION
from lawcore.petitions.choices import Choice
from lawcore.petitions.items import labels_of
from lawcore.readings import FEW_REPRESENTATIVES, UNLISTED_REFUSAL
from lawcore.timelimits import days, working_days

REPLY: Final = Dated(Version(date(2014, 7, 1), working_days(10), cite="Law 42/2013 art. 28 cl. 1"))
SETTLED: Final = Dated(Version(date(2014, 7, 1), working_days(7), cite="Law 42/2013 art. 27 cl. 2"))
RELAY: Final = Dated(Version(date(2014, 7, 1), working_days(5), cite="Law 42/2013 art. 28 cl. 2"))
SCHEDULE: Final = Dated(Version(date(2014, 7, 1), working_days(5), cite="Law 42/2013 art. 24 cl. 4"))
REFUSAL: Final = Dated(Version(date(2026, 7, 1), working_days(3), cite="Decree 154/2026 art. 4 cl. 3"))
SPOKEN_REFUSAL: Final = Dated(Version(date(2026, 7, 1), None, cite="Decree 154/2026 art. 4 cl. 2"))
HANDLED: Final = Dated(Version(date(2026, 7, 1), days(45), cite="Decree 154/2026 art. 41 cl. 3 pt. b"))
ONLINE: Final = Dated(Version(date(2026, 7, 1), None, cite="Decree 154/2026 art. 20"))
ONLINE_NOTICE: Final = Dated(Version(date(2026, 7, 1), working_days(5), cite="Decree 154/2026 art. 23 cl. 1"))
ONLINE_TEST: Final = Dated(Version(date(2026, 7, 1), working_days(1), cite="Decree 154/2026 art. 23 cl. 1"))
ONLINE_CONNECTED: Final = Dated(Version(date(2026, 7, 1), 1, cite="Decree 154/2026 art. 23 cl. 1"))
"""Hours before the session."""


class Per(Choice):
    """What a rhythm counts in."""

    WEEK = "week", "tuần"
    MONTH = "month", "tháng"


@dataclass(frozen=True, slots=True)
class Rhythm:
    """At least so many days of reception in each week or month."""

    days: int
    per: Per


@dataclass(frozen=True, slots=True)
class Representatives:
    """How few and how many may speak for a group."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """How a refusal is told: explained on the spot, in a written notice, or both."""

    explained: bool
    written: bool


class Office(Choice):
    """Who must receive citizens in person."""

    COMMUNE_CHAIR = "commune-chair", "Chủ tịch Ủy ban nhân dân cấp xã"
    DISTRICT_CHAIR = "district-chair", "Chủ tịch Ủy ban nhân dân cấp huyện"
    PROVINCE_CHAIR = "province-chair", "Chủ tịch Ủy ban nhân dân cấp tỉnh"
    HEAD = "head", "Người đứng đầu cơ quan hành chính"
    UNIT_HEAD = "unit-head", "Người đứng đầu đơn vị sự nghiệp công lập"


RHYTHMS: Final[dict[Office, Dated[Rhythm | None]]] = {
    Office.COMMUNE_CHAIR: Dated(Version(date(2014, 7, 1), Rhythm(1, Per.WEEK), cite="Law 42/2013 art. 15 cl. 2 pt. d")),
    Office.DISTRICT_CHAIR: Dated(
        Version(date(2014, 7, 1), Rhythm(2, Per.MONTH), cite="Law 42/2013 art. 13 cl. 5"),
        Version(date(2025, 7, 1), None, cite="Law 42/2013 art. 13 cl. 5"),
    ),
    Office.PROVINCE_CHAIR: Dated(Version(date(2014, 7, 1), Rhythm(1, Per.MONTH), cite="Law 42/2013 art. 12 cl. 5")),
    Office.HEAD: Dated(Version(date(2014, 7, 1), Rhythm(1, Per.MONTH), cite="Law 42/2013 art. 18 cl. 2")),
    Office.UNIT_HEAD: Dated(Version(date(2026, 7, 1), Rhythm(1, Per.MONTH), cite="Decree 154/2026 art. 10 cl. 2")),
}
"""None since there is no district."""

SMALL_GROUP: Final = Dated(Version(date(2014, 7, 1), 5, cite="Law 42/2013 art. 29"))
LARGE_GROUP: Final = Dated(Version(date(2014, 7, 1), 10, cite="Law 42/2013 art. 29"))
"""From how many people a group is counted, and above how many it may have more representatives."""

FEW: Final = Dated(Version(date(2014, 7, 1), Representatives(1, 1), cite="Law 42/2013 art. 29"))
SOME: Final = Dated(Version(date(2014, 7, 1), Representatives(1, 2), cite="Law 42/2013 art. 29"))
MANY: Final = Dated(Version(date(2014, 7, 1), Representatives(1, 5), cite="Law 42/2013 art. 29"))

_GROUNDS: Final = labels_of(REFUSED_RECEPTION)


class Ground(Choice):
    """Grounds to refuse: clauses 1 to 3 of Law 42/2013 art. 9, letters of Decree 154/2026 art. 4 cl. 1."""

    DRUNK = "1", _GROUNDS["1"]
    THREATENING = "2", _GROUNDS["2"]
    PROLONGED = "3", _GROUNDS["3"]
    ARMED = "a", _GROUNDS["a"]
    UNCHECKED = "b", _GROUNDS["b"]
    RECORDING = "c", _GROUNDS["c"]
    DISORDER = "d", _GROUNDS["d"]
    INCAPABLE = "đ", _GROUNDS["đ"]
    UNPROVEN_PROXY = "e", _GROUNDS["e"]
    OUT_OF_SCOPE = "g", _GROUNDS["g"]
    ANSWERED = "h", _GROUNDS["h"]
    JUDGED = "i", _GROUNDS["i"]
    ELSEWHERE = "k", _GROUNDS["k"]


UNLISTED: Final = frozenset({Ground.ARMED, Ground.JUDGED})
"""Grounds that the decree allows without saying how the refusal is told; the copies of its text differ here."""

_ONLINE: Final = labels_of(ONLINE_RECEPTION)


class OnlineCase(Choice):
    """Cases that may be heard online, by the clauses of Decree 154/2026 art. 20."""

    MANY_BODIES = "1", _ONLINE["1"]
    REMOTE = "2", _ONLINE["2"]
    EMERGENCY = "3", _ONLINE["3"]
    DENUNCIATION = "4", _ONLINE["4"]
    OTHER = "5", _ONLINE["5"]


def reply(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Law 42/2013 art. 28 cl. 1: the person is told whether it was accepted or passed on; since it was taken in."""
    does = "Trả lời hoặc báo kết quả xử lý khiếu nại, tố cáo, kiến nghị, phản ánh"
    return amended.deadline("deadline.reception.reply", REPLY, since=since, does=does, calendar=calendar)


def settled(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Law 42/2013 art. 27 cl. 2: who passed the case on is told how it was settled; since it was settled."""
    does = "Báo kết quả giải quyết cho cơ quan, người đã chuyển đơn"
    return amended.deadline("deadline.reception.settled", SETTLED, since=since, does=does, calendar=calendar)


def relay(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Law 42/2013 art. 28 cl. 2: who passed the case on tells the person who asked; since the result was received."""
    does = "Cơ quan, người đã chuyển đơn báo kết quả cho người khiếu nại, tố cáo đã yêu cầu"
    return amended.deadline("deadline.reception.relay", RELAY, since=since, does=does, calendar=calendar)


def refusal_notice(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Decree 154/2026 art. 4 cl. 3: the head issues the notice of refusal; since there was ground enough."""
    does = "Người đứng đầu ban hành Thông báo từ chối tiếp công dân"
    return timelimits.deadline("deadline.reception.refusal", REFUSAL, since=since, does=does, calendar=calendar)


def handled(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Decree 154/2026 art. 41 cl. 3 pt. b: after it, an official in post who left a letter unhandled is removed."""
    does = "Phải xử lý đơn (quá hạn mà không có lý do chính đáng thì người giữ chức vụ bị cách chức hoặc bãi nhiệm)"
    return timelimits.deadline("deadline.reception.handled", HANDLED, since=since, does=does, calendar=calendar)


def schedule(*, before: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Law 42/2013 art. 24 cl. 4: the schedule is posted before the day of reception."""
    does = "Niêm yết lịch tiếp công dân"
    return amended.latest("latest.reception.schedule", SCHEDULE, before=before, does=does, calendar=calendar)


def online_notice(*, before: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Decree 154/2026 art. 23 cl. 1: everybody is told of an online session before its day."""
    does = "Thông báo buổi tiếp công dân trực tuyến cho công dân và các cơ quan tham gia"
    return timelimits.latest(
        "latest.reception.online_notice", ONLINE_NOTICE, before=before, does=does, calendar=calendar
    )


def online_test(*, before: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Decree 154/2026 art. 23 cl. 1: the connection of an online session is tested before its day."""
    does = "Kết nối thử thành công giữa các điểm cầu"
    return timelimits.latest("latest.reception.online_test", ONLINE_TEST, before=before, does=does, calendar=calendar)


def online_connected(*, on: date, hour: int, minute: int = 0) -> Answer[str]:
    """Decree 154/2026 art. 23 cl. 1: the time by which all points of an online session are connected: "08:00".

    `on` is its day, `hour` and `minute` when it begins.
    """
    hours = ONLINE_CONNECTED.on(on)
    try:
        begins = datetime.combine(on, time(hour, minute))
    except ValueError as no_time:
        raise impossible("Giờ bắt đầu phải từ 0 đến 23, phút từ 0 đến 59.", allowed=("0:00…23:59",)) from no_time
    by = begins - timedelta(hours=hours)
    if by.date() != on:
        raise impossible("Buổi tiếp công dân không thể bắt đầu vào giờ đầu tiên của ngày.")
    return answer(
        "reception.online_connected",
        ONLINE_CONNECTED,
        on=on,
        result=f"{by:%H:%M}",
        because=f"Kết nối xong các điểm cầu chậm nhất lúc {by:%H:%M}: {hours} giờ trước khi bắt đầu ({begins:%H:%M}).",
        inputs={"on": on, "hour": hour, "minute": minute},
    )


def online_allowed(*, on: date, online_case: OnlineCase, identity_protected: bool = False) -> Answer[bool]:
    """Decree 154/2026 art. 20: which cases may be heard online.

    A denunciation only when the denouncer did not ask that the identity be protected (`identity_protected`).
    """
    refused = online_case is OnlineCase.DENUNCIATION and identity_protected
    because = (
        "Không được tiếp trực tuyến: người tố cáo yêu cầu bảo vệ danh tính, thông tin cá nhân."
        if refused
        else f"Được tiếp trực tuyến nếu người đứng đầu quyết định: {online_case.words}."
    )
    return answer(
        "reception.online_allowed",
        ONLINE,
        on=on,
        result=not refused,
        because=because,
        inputs={"on": on, "online_case": online_case, "identity_protected": identity_protected},
    )


def rhythm(*, on: date, office: Office) -> Answer[Rhythm | None]:
    """Law 42/2013 art. 12, 13, 15, 18; Decree 154/2026 art. 10 cl. 2: how often an office receives citizens in person.

    None for the district, which is no more since 01/7/2025. Besides, whenever a case cannot wait (art. 18 cl. 3).
    """
    law = RHYTHMS[office]
    least = law.on(on)
    inputs = {"on": on, "office": office}
    if least is None:
        because = "Từ ngày 01/7/2025 không còn cấp huyện nên không còn lịch tiếp này."
        return answer("reception.rhythm", law, on=on, result=None, because=because, inputs=inputs)
    because = (
        f"{office.words} trực tiếp tiếp công dân ít nhất {least.days} ngày trong một {least.per.words}, "
        "và tiếp đột xuất khi vụ việc gay gắt hoặc có thể gây hậu quả nghiêm trọng."
    )
    # Decree 154/2026 states the rhythm of public units itself; the others stand in the amended law.
    answered = answer if office is Office.UNIT_HEAD else amended.answer
    return answered("reception.rhythm", law, on=on, result=least, because=because, inputs=inputs)


def rhythm_kept(*, on: date, office: Office, held: int, periods: int = 1) -> Answer[bool]:
    """Law 42/2013 art. 12, 13, 15, 18; Decree 154/2026 art. 10 cl. 2: whether enough days of reception were held.

    `held` days in so many weeks or months (`periods`), as the office's rhythm counts.
    """
    check_count(held, "số ngày đã tiếp công dân")
    check_count(periods, "số tuần hoặc số tháng", least=1)
    found = rhythm(on=on, office=office)
    if found.result is None:
        raise impossible("Từ ngày 01/7/2025 không còn cấp huyện nên không có lịch tiếp để đối chiếu.")
    need = found.result.days * periods
    enough = held >= need
    answered = answer if office is Office.UNIT_HEAD else amended.answer
    return answered(
        "reception.rhythm_kept",
        RHYTHMS[office],
        on=on,
        result=enough,
        because=f"{'Đủ' if enough else f'Còn thiếu {need - held} ngày'}: đã tiếp {held} ngày trong {periods} "
        f"{found.result.per.words}, phải tiếp ít nhất {need} ngày.",
        inputs={"on": on, "office": office, "held": held, "periods": periods},
    )


def representatives(
    *, on: date, people: int, few_representatives: str = FEW_REPRESENTATIVES.default
) -> Answer[Representatives]:
    """Law 42/2013 art. 29: how many speak for a group that comes about one matter; each is one of the group.

    The law gives no number for fewer than five people. All of the group sign the writing that appoints them.
    """
    FEW_REPRESENTATIVES.check(few_representatives)
    check_count(people, "số người cùng một nội dung", least=1)
    if people == 1:
        raise impossible("Chỉ có một người thì không phải cử người đại diện.")
    few = people < SMALL_GROUP.on(on)
    one = few and few_representatives == "one"
    law = MANY if people > LARGE_GROUP.on(on) else FEW if one else SOME
    found = law.on(on)
    count = f"{found.most}" if found.least == found.most else f"từ {found.least} đến {found.most}"
    return amended.answer(
        "reception.representatives",
        law,
        on=on,
        result=found,
        because=f"Nhóm {people} người cử {count} người đại diện, bằng văn bản có chữ ký của tất cả; "
        "người đại diện phải là người trong nhóm.",
        inputs={"on": on, "people": people, "few_representatives": few_representatives},
        notes=(FEW_REPRESENTATIVES.assumed(few_representatives),) if few else (),
    )


def refusal(*, on: date, ground: Ground, unlisted_refusal: str = UNLISTED_REFUSAL.default) -> Answer[Refusal]:
    """Decree 154/2026 art. 4 cl. 1, 2, 3; Law 42/2013 art. 9: how a refusal on a listed ground is told.

    In writing when a settled case is prolonged, and, besides, when feedback was answered and brings nothing new.
    """
    UNLISTED_REFUSAL.check(unlisted_refusal)
    unlisted = ground in UNLISTED
    written = ground in {Ground.PROLONGED, Ground.ANSWERED} or (unlisted and unlisted_refusal == "written")
    explained = ground is Ground.ANSWERED or not written
    ways = (
        (explained, "giải thích trực tiếp lý do"),
        (written, "ban hành Thông báo từ chối tiếp công dân"),
    )
    return answer(
        "reception.refusal",
        REFUSAL if written else SPOKEN_REFUSAL,
        on=on,
        result=Refusal(explained, written),
        because=f"Được từ chối tiếp: {ground.words}. Phải {' và '.join(way for holds, way in ways if holds)}.",
        inputs={"on": on, "ground": ground, "unlisted_refusal": unlisted_refusal},
        provisional=unlisted,
        assumptions=(UNLISTED_REFUSAL.assumed(unlisted_refusal),) if unlisted else (),
    )
