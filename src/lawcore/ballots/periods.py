"""By when: decisions are sent and recognised, ballots planned and announced, meetings notified."""

from datetime import date
from typing import Final

from lawcore.answers import Answer
from lawcore.calendar import VIETNAM, Calendar
from lawcore.dated import Dated, Version
from lawcore.timelimits import days, deadline, latest, working_days

SENDING: Final = Dated(
    Version(date(2023, 7, 1), working_days(5), cite="LDC art. 20 cl. 3"),
    Version(
        date(2023, 8, 15),
        working_days(5),
        cite="LDC art. 20 cl. 3; Decree 59/2023 art. 3 cl. 5 pt. d; Decree 59/2023 art. 4 cl. 7",
    ),
)
RECOGNITION: Final = Dated(Version(date(2023, 7, 1), working_days(5), cite="LDC art. 21 cl. 2"))
PLAN_SENDING: Final = Dated(Version(date(2023, 8, 15), days(2), cite="Decree 59/2023 art. 4 cl. 2"))
NOTICE: Final = Dated(Version(date(2023, 8, 15), days(2), cite="Decree 59/2023 art. 3 cl. 3"))
DOCUMENTS: Final = Dated(Version(date(2023, 8, 15), days(2), cite="Decree 59/2023 art. 3 cl. 4"))
ANNOUNCEMENT: Final = Dated(
    Version(date(2023, 7, 1), days(2), cite="LDC art. 19 cl. 2"),
    Version(date(2023, 8, 15), days(2), cite="LDC art. 19 cl. 2; Decree 59/2023 art. 4 cl. 4"),
)


def to_commune(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """LDC art. 20 cl. 3: an adopted decision reaches the commune; runs from the meeting or the end of the vote."""
    return deadline(
        "deadline.decision.to_commune",
        SENDING,
        since=since,
        does="Gửi quyết định đến Ủy ban nhân dân và Ủy ban Mặt trận Tổ quốc Việt Nam cấp xã",
        calendar=calendar,
    )


def recognition(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """LDC art. 21 cl. 2: recognition, or a written refusal with its reasons; runs from receipt of the decision."""
    return deadline(
        "deadline.decision.recognition",
        RECOGNITION,
        since=since,
        does="Cấp xã ra quyết định công nhận hoặc trả lời bằng văn bản, nêu rõ lý do không công nhận",
        calendar=calendar,
    )


def ballot_plan(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Decree 59/2023 art. 4 cl. 2: the plan of a ballot round reaches both chairs; runs from the day it is issued."""
    return deadline(
        "deadline.ballot.plan",
        PLAN_SENDING,
        since=since,
        does="Gửi kế hoạch phát phiếu đến Chủ tịch Ủy ban nhân dân và Chủ tịch Ủy ban Mặt trận Tổ quốc cấp xã",
        calendar=calendar,
    )


def meeting_notice(*, before: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Decree 59/2023 art. 3 cl. 3: those who attend are told of the meeting, and the notice is posted."""
    return latest(
        "latest.meeting.notice",
        NOTICE,
        before=before,
        does="Báo cho người dự họp và niêm yết thông tin cuộc họp",
        calendar=calendar,
    )


def meeting_documents(*, before: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """Decree 59/2023 art. 3 cl. 4: documents reach every household, for matters of clause 1, 2 and 3 of LDC art. 15."""
    return latest(
        "latest.meeting.documents",
        DOCUMENTS,
        before=before,
        does="Gửi tài liệu họp đến từng hộ (khi bàn nội dung khoản 1, 2, 3 Điều 15)",
        calendar=calendar,
    )


def ballot_announcement(*, before: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """LDC art. 19 cl. 2; Decree 59/2023 art. 4 cl. 4: the round is announced before ballots are handed out."""
    return latest(
        "latest.ballot.announcement",
        ANNOUNCEMENT,
        before=before,
        does="Công khai nội dung, thời điểm, thời hạn và Tổ phát phiếu trước ngày bắt đầu phát phiếu",
        calendar=calendar,
    )
