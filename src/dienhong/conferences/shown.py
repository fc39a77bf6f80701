"""A conference as its page shows it: where it stands, what is next for who looks, what the law says of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.conferences import access, queries
from dienhong.conferences.access import REPLIES, REPORTS, Act
from dienhong.conferences.models import Agreement, Conference, Minutes, Part, Report
from dienhong.decisions import queries as decisions
from dienhong.decisions.actions.calling_off import BEFORE_IT_BEGINS
from dienhong.decisions.models import Meeting
from dienhong.foundations.actors import Actor
from dienhong.foundations.clock import legal_day
from lawcore.answers import Answer
from lawcore.conferences import village as law


@dataclass(frozen=True, slots=True)
class Next:
    """What can be done now, the page where it is done; `kind` of the button."""

    words: str
    url: str
    kind: str = "secondary"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One of the three reports; `made` is None while it is not there."""

    part: str
    words: str
    made: Report | None
    may_write: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One of the three that agree with the plan; `made` is None while it has not."""

    value: str
    words: str
    made: Agreement | None


def _mine(conference: Conference, agreements: Mapping[str, Agreement], actor: Actor) -> Iterator[Side]:
    """The bodies for which the actor may still agree."""
    if conference.meeting.stage not in BEFORE_IT_BEGINS:
        return
    for value, words in Agreement.Side.choices:
        said = agreements.get(value)
        if access.agrees(actor, value, conference.village) and not (said and said.by_itself):
            yield Side(value, str(words), said)


def conference_page(conference: Conference, actor: Actor) -> dict[str, Any]:
    """Everything the page of a conference shows. At most fifteen queries."""
    meeting, reports = conference.meeting, queries.newest_reports(conference)
    minutes = conference.minutes.order_by("-version").first()
    may = {act: access.may(actor, act, conference.village) for act in Act}
    agreements = {
        each.side: each for each in conference.agreements.filter(plan=conference.plan).order_by("by_itself", "pk")
    }
    found = queries.proposals(conference)
    present = len(decisions.present_numbers(meeting)) if meeting.roll_id else 0
    return {
        "conference": conference,
        "meeting": meeting,
        "day": legal_day(meeting.planned_at),
        "present": present,
        "households": meeting.roll.households if meeting.roll else 0,
        "sides": [Side(value, str(words), agreements.get(value)) for value, words in Agreement.Side.choices],
        "mine": list(_mine(conference, agreements, actor)),
        "before": meeting.instead_of,
        "pages": list(minutes.pages.order_by("pk")) if minutes else [],
        "reports": [
            Wanted(part, str(words), reports.get(part), may[REPORTS[part]] and minutes is None)
            for part, words in Part.choices
        ],
        "proposals": [(each, may[REPLIES[each.to]]) for each in found],
        "answered": queries.answered(found),
        "minutes": minutes,
        "sending": getattr(conference, "sending", None),
        "notice": decisions.notice_of(meeting) if meeting.stage == Meeting.Stage.PLANNED else None,
        "report_due": law.report(since=legal_day(meeting.closed_at)) if meeting.closed_at else None,
        "order": in_order(conference, agreements, reports, minutes),
        "next": sorted(_next(conference, may, agreements, minutes), key=lambda each: each.kind != "primary"),
        "papers": list(_papers(reports, minutes)),
    }


def in_order(
    conference: Conference, agreements: Iterable[str], reports: Mapping[str, Report], minutes: Minutes | None
) -> Answer[bool] | None:
    """Decree 59/2023 art. 10, 11: whether it was held as the decree says; None before it was held."""
    meeting = conference.meeting
    if meeting.opened_at is None or meeting.notified_on is None:
        return None
    held_on = legal_day(meeting.opened_at)
    agreed_before = set(agreements) == set(Agreement.Side.values)
    return law.village_in_order(
        held_on=held_on,
        notified_on=meeting.notified_on,
        plan_agreed=agreed_before,
        all_households=meeting.roll_id is not None,
        head_reports=Part.HEAD in reports,
        front_reports=Part.FRONT in reports,
        inspection_reports=Part.BOARD in reports,
        minutes=minutes is not None,
    )


def _next(
    conference: Conference, may: Mapping[Act, bool], agreements: Iterable[str], minutes: Minutes | None
) -> Iterator[Next]:
    """The buttons of who looks, the first one the most likely."""
    meeting, at = conference.meeting, [conference.pk]
    if may[Act.PLAN] and meeting.stage == Meeting.Stage.PLANNED:
        if set(agreements) != set(Agreement.Side.values):
            yield Next(_("Ghi đã thống nhất kế hoạch"), reverse("conferences:agree", args=at), "primary")
        yield Next(_("Ghi đã báo triệu tập"), reverse("decisions:notify", args=[meeting.pk]))
    if may[Act.HOLD] and meeting.stage in {Meeting.Stage.NOTIFIED, Meeting.Stage.OPEN}:
        yield Next(_("Điểm danh, điều hành"), reverse("decisions:meeting", args=[meeting.pk]), "primary")
    if may[Act.PLAN] and meeting.stage == Meeting.Stage.CALLED_OFF:
        yield Next(_("Chọn ngày khác"), reverse("conferences:move", args=at), "primary")
    if may[Act.PLAN] and meeting.stage in BEFORE_IT_BEGINS:
        yield Next(_("Đổi ngày hội nghị"), reverse("conferences:move", args=at), "quiet")
        yield Next(_("Báo không họp"), reverse("conferences:call-off", args=at), "quiet")
    if may[Act.HOLD] and meeting.stage in {Meeting.Stage.OPEN, Meeting.Stage.CLOSED}:
        yield Next(_("Ghi kiến nghị"), reverse("conferences:propose", args=at))
    if may[Act.HOLD] and meeting.stage == Meeting.Stage.CLOSED:
        words = _("Lập lại biên bản") if minutes else _("Lập biên bản")
        yield Next(words, reverse("conferences:write", args=at), "secondary" if minutes else "primary")
    if may[Act.HOLD] and minutes is not None:
        yield Next(_("Gửi biên bản đã ký"), reverse("conferences:add-page", args=at))
    if may[Act.PLAN] and minutes is not None and getattr(conference, "sending", None) is None:
        yield Next(_("Ghi đã gửi báo cáo kết quả"), reverse("conferences:send", args=at), "primary")
    yield Next(_("Giấy mời, danh sách ký tên"), reverse("decisions:papers", args=[meeting.pk]), "quiet")


def _papers(reports: Mapping[str, Report], minutes: Minutes | None) -> Iterator[tuple[str, str]]:
    """The papers that can be made now: the word in their address, their name."""
    yield "ke-hoach", _("Kế hoạch tổ chức hội nghị")
    for part, words in Part.choices:
        if part in reports:
            yield f"bao-cao-{part}", str(words)
    if minutes is not None:
        yield "bien-ban", _("Biên bản hội nghị")
        yield "ket-qua", _("Báo cáo kết quả gửi xã")
