"""By when a denunciation is handled, settled, told, published (Law 25/2018).

Words    initial handling, extension, suspension, conclusion, further denunciation
Promise  a suspension never counts; an extension is counted from the acceptance on, never from a moved last day
"""

from datetime import date
from typing import Final

from lawcore import timelimits
from lawcore.answers import Answer, check_at_most, check_count
from lawcore.calendar import VIETNAM, Calendar
from lawcore.dated import Dated, Version
from lawcore.petitions import amended
from lawcore.readings import POSTING_DAYS
from lawcore.timelimits import Period, days, working_days

ACCEPTANCE: Final = Dated(Version(date(2019, 1, 1), working_days(7), cite="Law 25/2018 art. 24 cl. 1"))
ACCEPTANCE_MANY_PLACES: Final = Dated(Version(date(2019, 1, 1), working_days(10), cite="Law 25/2018 art. 24 cl. 1"))
TRANSFER: Final = Dated(Version(date(2019, 1, 1), working_days(5), cite="Law 25/2018 art. 24 cl. 2"))
FORWARDER: Final = Dated(Version(date(2019, 1, 1), days(20), cite="Law 25/2018 art. 26 cl. 2"))
NOTIFY: Final = Dated(Version(date(2019, 1, 1), working_days(5), cite="Law 25/2018 art. 29 cl. 3"))

RESOLUTION: Final[tuple[Dated[Period], ...]] = (
    Dated(Version(date(2019, 1, 1), days(30), cite="Law 25/2018 art. 30 cl. 1")),
    Dated(Version(date(2019, 1, 1), days(60), cite="Law 25/2018 art. 30 cl. 1, 2")),
    Dated(Version(date(2019, 1, 1), days(90), cite="Law 25/2018 art. 30 cl. 1, 3")),
)
"""By how often the period was extended: 30 days, and 30 more each time."""

SUSPENSION: Final = Dated(Version(date(2019, 1, 1), working_days(5), cite="Law 25/2018 art. 34 cl. 4"))
CONCLUSION: Final = Dated(Version(date(2019, 1, 1), working_days(5), cite="Law 25/2018 art. 35 cl. 3"))
ACTION: Final = Dated(Version(date(2019, 1, 1), working_days(7), cite="Law 25/2018 art. 36 cl. 1"))
ACTION_RESULT: Final = Dated(Version(date(2019, 1, 1), working_days(5), cite="Law 25/2018 art. 36 cl. 3"))
AGAIN: Final = Dated(Version(date(2019, 1, 1), days(20), cite="Law 25/2018 art. 37 cl. 2"))
REPORT_ASKED: Final = Dated(Version(date(2019, 1, 1), working_days(5), cite="Law 25/2018 art. 38 cl. 2"))
REPORT: Final = Dated(Version(date(2019, 1, 1), working_days(5), cite="Law 25/2018 art. 38 cl. 3"))
PUBLICATION: Final = Dated(Version(date(2019, 1, 1), working_days(7), cite="Law 25/2018 art. 40 cl. 1"))
POSTING: Final = Dated(Version(date(2019, 5, 28), days(15), cite="Decree 31/2019 art. 6 cl. 2"))


def acceptance(*, since: date, many_places: bool = False, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Law 25/2018 art. 24 cl. 1: registered, checked, accepted or refused; since the receipt.

    `many_places`: checked in several places, or by another body; the longer period is the whole, not an addition.
    """
    return amended.deadline(
        "deadline.denunciation.acceptance",
        ACCEPTANCE_MANY_PLACES if many_places else ACCEPTANCE,
        since=since,
        does="Vào sổ, kiểm tra điều kiện và quyết định thụ lý hoặc không thụ lý tố cáo"
        + (" (phải kiểm tra ở nhiều nơi hoặc ủy quyền kiểm tra)" if many_places else ""),
        inputs={"since": since, "many_places": many_places},
        calendar=calendar,
    )


def transfer(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Law 25/2018 art. 24 cl. 2: one that is not ours is passed on and the denouncer told; since the receipt."""
    does = "Chuyển tố cáo không thuộc thẩm quyền đến nơi có thẩm quyền và báo cho người tố cáo"
    return amended.deadline("deadline.denunciation.transfer", TRANSFER, since=since, does=does, calendar=calendar)


def forwarder(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Law 25/2018 art. 26 cl. 2: the press or the body that passed it on is told how it was handled; since receipt."""
    does = "Báo kết quả xử lý bằng văn bản cho cơ quan báo chí hoặc nơi đã chuyển tố cáo"
    return amended.deadline("deadline.denunciation.forwarder", FORWARDER, since=since, does=does, calendar=calendar)


def notify(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Law 25/2018 art. 29 cl. 3: the denouncer is told, the denounced told of the content; since the acceptance."""
    does = "Báo việc thụ lý cho người tố cáo và báo nội dung, không lộ danh tính người tố cáo, cho người bị tố cáo"
    return amended.deadline("deadline.denunciation.notify", NOTIFY, since=since, does=does, calendar=calendar)


def resolution(
    *, since: date, extensions: int = 0, suspended_days: int = 0, calendar: Calendar = VIETNAM
) -> Answer[date]:
    """Law 25/2018 art. 30; Law 25/2018 art. 34 cl. 2: a denunciation is settled; since the acceptance.

    `extensions`: none, one for a complex case, two for a specially complex one (`denunciation.complexity`).
    `suspended_days`: days of suspension, and of expert assessment (Decree 31/2019 art. 15), which do not count.
    """
    check_at_most(extensions, len(RESOLUTION) - 1, "số lần gia hạn", "số lần được phép")
    check_count(suspended_days, "số ngày tạm đình chỉ")
    case = ("", " (gia hạn một lần, vì vụ việc phức tạp)", " (gia hạn hai lần, vì vụ việc đặc biệt phức tạp)")
    beside = f" (đã cộng {suspended_days} ngày tạm đình chỉ không tính vào thời hạn)" if suspended_days else ""
    return amended.deadline(
        "deadline.denunciation.resolution",
        amended.lengthened(RESOLUTION[extensions], suspended_days),
        since=since,
        does=f"Giải quyết tố cáo{case[extensions]}{beside}",
        inputs={"since": since, "extensions": extensions, "suspended_days": suspended_days},
        calendar=calendar,
    )


def suspension(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Law 25/2018 art. 34 cl. 4: a decision to suspend or to stop is sent to both sides; since its issue."""
    does = "Gửi quyết định tạm đình chỉ hoặc đình chỉ cho người tố cáo, người bị tố cáo"
    return amended.deadline("deadline.denunciation.suspension", SUSPENSION, since=since, does=does, calendar=calendar)


def conclusion(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Law 25/2018 art. 35 cl. 3: the conclusion is sent, the denouncer told of it; since its issue."""
    does = "Gửi kết luận nội dung tố cáo và báo kết luận cho người tố cáo"
    return amended.deadline("deadline.denunciation.conclusion", CONCLUSION, since=since, does=does, calendar=calendar)


def action(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Law 25/2018 art. 36 cl. 1: what the conclusion calls for is done or proposed; since its issue."""
    does = "Xử lý theo kết luận nội dung tố cáo"
    return amended.deadline("deadline.denunciation.action", ACTION, since=since, does=does, calendar=calendar)


def action_result(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Law 25/2018 art. 36 cl. 3: who was asked to act tells the result to who concluded; since the result."""
    does = "Báo kết quả xử lý bằng văn bản cho người giải quyết tố cáo"
    return amended.deadline("deadline.denunciation.result", ACTION_RESULT, since=since, does=does, calendar=calendar)


def again(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Law 25/2018 art. 37 cl. 2: the superior examines a further denunciation and decides; since its receipt."""
    does = "Người đứng đầu cấp trên trực tiếp xem xét hồ sơ và quyết định xử lý tố cáo tiếp"
    return amended.deadline("deadline.denunciation.again", AGAIN, since=since, does=does, calendar=calendar)


def report_asked(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Law 25/2018 art. 38 cl. 2: the superior asks why a case is overdue; since the further denunciation's receipt."""
    does = "Người đứng đầu cấp trên trực tiếp yêu cầu báo cáo lý do quá hạn"
    return amended.deadline(
        "deadline.denunciation.report_asked", REPORT_ASKED, since=since, does=does, calendar=calendar
    )


def report(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Law 25/2018 art. 38 cl. 3: who settles reports on the delay; since the request's receipt."""
    does = "Người giải quyết tố cáo gửi báo cáo giải trình lý do quá hạn"
    return amended.deadline("deadline.denunciation.report", REPORT, since=since, does=does, calendar=calendar)


def publication(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Law 25/2018 art. 40 cl. 1: the conclusion, or the decision that follows it, is made public; since its issue."""
    does = "Công khai kết luận nội dung tố cáo hoặc quyết định xử lý, không lộ thông tin về người tố cáo,"
    return amended.deadline("deadline.denunciation.publication", PUBLICATION, since=since, does=does, calendar=calendar)


def posting(
    *, since: date, posting_inclusive: str = POSTING_DAYS.default, calendar: Calendar = VIETNAM
) -> Answer[date]:
    """Decree 31/2019 art. 6 cl. 2: the first day on which a posted conclusion may be taken down; since its posting.

    The portal and the intranet alike. Days off count, and nothing moves.
    """
    return timelimits.minimum(
        "minimum.denunciation.posting",
        POSTING,
        since=since,
        does="Kết luận nội dung tố cáo đã niêm yết, đăng tải được gỡ",
        counted=lambda period, day: timelimits.first_removal_day(period, day, posting_inclusive, calendar=calendar),
        inputs={"since": since, "posting_inclusive": posting_inclusive},
    )
