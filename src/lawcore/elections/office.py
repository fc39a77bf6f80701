"""Recognition, term and the acting head."""

from datetime import date
from typing import Final

from lawcore.answers import Answer, answer, impossible
from lawcore.calendar import VIETNAM, Calendar
from lawcore.dated import Dated, Version
from lawcore.readings import ACTING_HEAD_BEFORE
from lawcore.timelimits import Period, deadline, latest_day, months, runs_to, shown, working_days, years

RECOGNISED: Final = Dated(
    Version(date(2023, 7, 1), working_days(5), cite="LDC art. 21 cl. 2"),
    Version(date(2023, 8, 15), working_days(5), cite="LDC art. 21 cl. 2; Decree 59/2023 art. 8"),
)
TERM: Final[Dated[Period | None]] = Dated(
    Version(date(2023, 7, 1), None, cite="LDC art. 15 cl. 4"),
    Version(date(2026, 5, 26), years(5), cite="Decree 185/2026 art. 4 cl. 3"),
)
SHIFT: Final = Dated(Version(date(2026, 5, 26), months(6), cite="Decree 185/2026 art. 4 cl. 3"))
ACTING: Final = Dated(
    Version(date(2023, 8, 15), "until-elected", cite="Decree 59/2023 art. 9 cl. 3"),
    Version(date(2026, 5, 26), "capped", cite="Decree 185/2026 art. 4 cl. 2; Decree 59/2023 art. 9 cl. 3"),
)
ACTING_MOST: Final = Dated(Version(date(2026, 5, 26), months(6), cite="Decree 185/2026 art. 4 cl. 2"))
OFFICE: Final = Dated(
    Version(date(2023, 7, 1), "recognition", cite="LDC art. 21 cl. 2"),
    Version(date(2023, 8, 15), "recognition", cite="LDC art. 21 cl. 2; Decree 59/2023 art. 8"),
)


def recognition(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """LDC art. 21 cl. 2; Decree 59/2023 art. 8: the commune answers within 5 working days of receiving the result."""
    return deadline(
        "deadline.election.recognition",
        RECOGNISED,
        since=since,
        does="Ủy ban nhân dân cấp xã công nhận người trúng cử, quyết định bầu lại hoặc trả lời bằng văn bản nêu lý do",
        calendar=calendar,
    )


def takes_office(*, recognised_on: date) -> Answer[date]:
    """LDC art. 21 cl. 2; Decree 59/2023 art. 8: a head works from the day of the commune's recognition."""
    return answer(
        "village_head.takes_office",
        OFFICE,
        on=recognised_on,
        result=recognised_on,
        because=f"Trưởng thôn chính thức hoạt động từ ngày {shown(recognised_on)}, ngày Ủy ban nhân dân cấp xã ra "
        "quyết định công nhận, không phải từ ngày bầu.",
        inputs={"recognised_on": recognised_on},
    )


def term_ends(*, recognised_on: date, shift_months: int = 0) -> Answer[date | None]:
    """Decree 185/2026 art. 4 cl. 3: a head's term is 5 years; the commune may shift its end by 6 months at most.

    `shift_months`: months by which the commune lengthened the term, below 0 when it shortened it. Before 26/5/2026
    the term was a matter of the province, so the answer is None.
    """
    term = TERM.on(recognised_on)
    if term is None:
        return _provincial_term(recognised_on, shift_months)
    most = SHIFT.on(recognised_on)
    if abs(shift_months) > most.number:
        raise impossible(
            f"Nhiệm kỳ chỉ được rút ngắn hoặc kéo dài không quá {most}.", allowed=(f"-{most.number}…{most.number}",)
        )
    full = runs_to(term, recognised_on)
    ends = _shifted(full, shift_months)
    first, last = _shifted(full, -most.number), _shifted(full, most.number)
    said = "kéo dài" if shift_months > 0 else "rút ngắn"
    changed = f", đã {said} {abs(shift_months)} tháng" if shift_months else ""
    return answer(
        "village_head.term_ends",
        TERM,
        on=recognised_on,
        result=ends,
        because=f"Nhiệm kỳ {term} kể từ ngày {shown(recognised_on)}{changed}, đến ngày {shown(ends)}. Ủy ban "
        f"nhân dân cấp xã được rút ngắn hoặc kéo dài không quá {most}: từ ngày {shown(first)} đến ngày "
        f"{shown(last)}.",
        inputs={"recognised_on": recognised_on, "shift_months": shift_months},
        assumptions=("Nhiệm kỳ tính từ ngày được công nhận, là ngày bắt đầu hoạt động; văn bản không nói rõ.",),
    )


def _provincial_term(recognised_on: date, shift_months: int) -> Answer[date | None]:
    return answer(
        "village_head.term_ends",
        TERM,
        on=recognised_on,
        result=None,
        because=f"Trưởng thôn được công nhận ngày {shown(recognised_on)}, trước ngày "
        f"{SHIFT.versions[0].since:%d/%m/%Y}: nhiệm kỳ khi đó do tỉnh quy định, xem văn bản của tỉnh.",
        inputs={"recognised_on": recognised_on, "shift_months": shift_months},
        provisional=True,
        assumptions=("Chưa đối chiếu quy định cũ và quy định chuyển tiếp về nhiệm kỳ Trưởng thôn.",),
    )


def acting_head_ends(
    *, since: date, elected_on: date | None = None, acting_head_before: str = ACTING_HEAD_BEFORE.default
) -> Answer[date | None]:
    """Decree 185/2026 art. 4 cl. 2; Decree 59/2023 art. 9 cl. 3: an acting head serves until an election.

    `since`: the day of the appointment; `elected_on`: the day a new head was elected, when there is one. None when
    neither limit is known.
    """
    ACTING_HEAD_BEFORE.check(acting_head_before)
    if elected_on is not None and elected_on < since:
        raise impossible(f"Ngày bầu {shown(elected_on)} trước ngày cử Trưởng thôn lâm thời {shown(since)}.")
    most = ACTING_MOST.versions[0]
    counted = runs_to(most.value, since)
    cap = max(counted, most.since)
    earlier = since < most.since
    capped = not earlier or acting_head_before == "six_months"
    limits = [day for day in (elected_on, cap if capped else None) if day is not None]
    ends = min(limits, default=None)
    open_question = earlier and (elected_on is None or elected_on > cap)
    until = f"đến khi bầu được Trưởng thôn mới{f' ({shown(elected_on)})' if elected_on else ''}"
    within = f", nhưng không quá {most.value} ({shown(cap)})" if capped else ""
    if capped and counted < cap:
        within = (
            f", nhưng không quá {most.value}; {most.value} đã hết trước ngày quy định này có hiệu lực ({shown(cap)})"
        )
    said = f"làm chậm nhất đến hết ngày {shown(ends)}: {until}{within}" if ends else f"làm {until}; chưa có ngày cuối"
    return answer(
        "acting_head.ends",
        ACTING,
        on=max(since, most.since) if capped else since,
        result=ends,
        because=f"Trưởng thôn lâm thời được cử ngày {shown(since)} {said}.",
        inputs={"since": since, "elected_on": elected_on, "acting_head_before": acting_head_before},
        provisional=open_question,
        assumptions=(ACTING_HEAD_BEFORE.assumed(acting_head_before),) if open_question else (),
    )


def _shifted(day: date, number: int) -> date:
    """A day moved by whole months, forward or, below 0, back."""
    if number < 0:
        return latest_day(months(-number), day).day
    return runs_to(months(number), day) if number else day
