"""By when something must be out, and for how long at least."""

from datetime import date
from types import MappingProxyType
from typing import Final

from lawcore.answers import Answer, answer, impossible
from lawcore.calendar import VIETNAM, Calendar
from lawcore.dated import Dated, Version
from lawcore.disclosures.items import Publisher
from lawcore.readings import CHANGED_INFORMATION, PERIOD_FIGURES, POSTING_DAYS, QUARTERLY_LIST
from lawcore.timelimits import (
    Period,
    days,
    deadline,
    first_removal_day,
    last_of_consecutive,
    minimum,
    months,
    runs_to,
    shown,
    working_days,
)
from lawcore.timelimits.reckoning import ONE_DAY

COMMUNE_WITHIN: Final = Dated(Version(date(2023, 7, 1), working_days(5), cite="LDC art. 12 cl. 3"))
AGENCY_WITHIN: Final = Dated(Version(date(2023, 7, 1), working_days(5), cite="LDC art. 47 cl. 2"))
ENTERPRISE_WITHIN: Final = Dated(Version(date(2023, 7, 1), days(15), cite="LDC art. 65 cl. 2"))

COMMUNE_POSTED_FOR: Final = Dated(Version(date(2023, 7, 1), days(30), cite="LDC art. 13 cl. 2"))
AGENCY_POSTED_FOR: Final = Dated(Version(date(2023, 7, 1), days(20), cite="LDC art. 48 cl. 1, 2"))
ENTERPRISE_POSTED_FOR: Final = Dated(Version(date(2023, 7, 1), days(20), cite="LDC art. 66 cl. 1, 2"))
BROADCAST_FOR: Final = Dated(Version(date(2023, 7, 1), days(3), cite="LDC art. 13 cl. 3"))

LISTED_EVERY: Final = Dated(Version(date(2023, 7, 1), months(3), cite="LDC art. 13 cl. 2"))
LIST_WITHIN: Final = Dated(Version(date(2023, 7, 1), working_days(5), cite="LDC art. 13 cl. 2"))
"""No legal limit: a target of service, taken from art. 12 cl. 3 (see the reading quarterly_list)."""
LIST_POSTED_FOR: Final = Dated(Version(date(2023, 7, 1), days(30), cite="LDC art. 13 cl. 2"))
"""The clause sets thirty days for information, and says nothing of the list itself: taken as for information."""
LIST_STAYS: Final = (
    "Luật không nói riêng danh sách quý treo bao lâu; ở đây áp dụng thời gian niêm yết thông tin của cùng khoản, "
    "là mục tiêu phục vụ."
)
CHANGED_WITHIN: Final = Dated(Version(date(2023, 7, 1), working_days(5), cite="LDC art. 14 cl. 1"))
"""No legal limit: "in time", taken as for what is new (see the reading changed_information)."""

WITHIN: Final = MappingProxyType(
    {
        Publisher.COMMUNE: COMMUNE_WITHIN,
        Publisher.AGENCY: AGENCY_WITHIN,
        Publisher.ENTERPRISE: ENTERPRISE_WITHIN,
    }
)
_DOES: Final = {
    Publisher.COMMUNE: "Ủy ban nhân dân cấp xã công khai",
    Publisher.AGENCY: "Người đứng đầu cơ quan, đơn vị công khai",
    Publisher.ENTERPRISE: "Doanh nghiệp nhà nước công khai",
}
POSTED_FOR: Final = MappingProxyType(
    {
        Publisher.COMMUNE: COMMUNE_POSTED_FOR,
        Publisher.AGENCY: AGENCY_POSTED_FOR,
        Publisher.ENTERPRISE: ENTERPRISE_POSTED_FOR,
    }
)


def commune(*, since: date, by_other_law: date | None = None, calendar: Calendar = VIETNAM) -> Answer[date]:
    """LDC art. 12 cl. 3: the commune discloses within five working days of the decision, unless another law says when.

    `by_other_law` is the day that the law of the field sets; it prevails.
    """
    return _out_by(Publisher.COMMUNE, since, by_other_law, calendar)


def agency(*, since: date, by_other_law: date | None = None, calendar: Calendar = VIETNAM) -> Answer[date]:
    """LDC art. 47 cl. 2: an agency discloses within five working days of the decision, unless another law says when."""
    return _out_by(Publisher.AGENCY, since, by_other_law, calendar)


def enterprise(*, since: date, by_other_law: date | None = None, calendar: Calendar = VIETNAM) -> Answer[date]:
    """LDC art. 65 cl. 2: a state enterprise discloses within fifteen days, unless another law says when."""
    return _out_by(Publisher.ENTERPRISE, since, by_other_law, calendar)


def changed(
    *, since: date, changed_information: str = CHANGED_INFORMATION.default, calendar: Calendar = VIETNAM
) -> Answer[date]:
    """LDC art. 14 cl. 1: changed information is disclosed in time; by when, the law does not say."""
    CHANGED_INFORMATION.check(changed_information)
    code, assumed = "deadline.disclosure.change", (CHANGED_INFORMATION.assumed(changed_information),)
    inputs = {"since": since, "changed_information": changed_information}
    does = "Ủy ban nhân dân cấp xã công khai phần thay đổi"
    if changed_information == "same_day":
        return _same_day(code, CHANGED_WITHIN, since, does, inputs, assumed)
    return deadline(
        code,
        CHANGED_WITHIN,
        since=since,
        does=f"Mục tiêu phục vụ, không phải hạn luật định: {does}",
        inputs=inputs,
        calendar=calendar,
        provisional=True,
        assumptions=assumed,
    )


def of_period(
    *,
    since: date,
    kind: Publisher = Publisher.COMMUNE,
    by_other_law: date | None = None,
    period_figures: str = PERIOD_FIGURES.default,
    calendar: Calendar = VIETNAM,
) -> Answer[date]:
    """LDC art. 12 cl. 3; LDC art. 47 cl. 2; LDC art. 65 cl. 2: figures of a period are out by the law of the field.

    `since` is the last day of the period, `by_other_law` the day which that law sets; it prevails. Without it there
    is no legal limit until a paper with the figures is there, and the day is a target of service.
    """
    PERIOD_FIGURES.check(period_figures)
    code, law, does = "deadline.disclosure.of_period", WITHIN[kind], f"{_DOES[kind]} số liệu của kỳ đã kết thúc"
    inputs = {"kind": kind, "since": since, "by_other_law": by_other_law, "period_figures": period_figures}
    if by_other_law is not None:
        return _by_other_law(code, law, since, by_other_law, does, inputs)
    assumed = (PERIOD_FIGURES.assumed(period_figures),)
    if period_figures == "period_end":
        return _same_day(code, law, since, does, inputs, assumed)
    return deadline(
        code,
        law,
        since=since,
        does=f"Mục tiêu phục vụ, không phải hạn luật định: {does}",
        inputs=inputs,
        calendar=calendar,
        provisional=True,
        assumptions=assumed,
    )


def quarterly_list(
    *, since: date, quarterly_list: str = QUARTERLY_LIST.default, calendar: Calendar = VIETNAM
) -> Answer[date]:
    """LDC art. 13 cl. 2: each quarter the list of what was disclosed is posted; by when, the law does not say.

    `since` is any day of the quarter that the list is about.
    """
    QUARTERLY_LIST.check(quarterly_list)
    code, assumed = "deadline.disclosure.quarterly_list", (QUARTERLY_LIST.assumed(quarterly_list),)
    end = quarter_end(since)
    inputs = {"since": since, "quarterly_list": quarterly_list}
    does = "Ủy ban nhân dân cấp xã niêm yết danh sách nội dung đã công khai trong quý"
    if quarterly_list == "quarter_end":
        return _same_day(code, LIST_WITHIN, end, does, inputs, assumed)
    return deadline(
        code,
        LIST_WITHIN,
        since=end,
        does=f"Mục tiêu phục vụ, không phải hạn luật định: {does}",
        inputs=inputs,
        calendar=calendar,
        provisional=True,
        assumptions=assumed,
    )


def on_time(
    *,
    kind: Publisher,
    since: date,
    published_on: date,
    by_other_law: date | None = None,
    calendar: Calendar = VIETNAM,
) -> Answer[bool]:
    """LDC art. 12 cl. 3; LDC art. 47 cl. 2; LDC art. 65 cl. 2: whether something was first out by its last day.

    `since` is the day of the decision, `published_on` the first day on which it was public in any required way.
    """
    if published_on < since:
        raise impossible(f"Ngày công khai {shown(published_on)} trước ngày có quyết định {shown(since)}.")
    need = _out_by(kind, since, by_other_law, calendar)
    in_time = published_on <= need.result
    return answer(
        "disclosure.on_time",
        WITHIN[kind],
        on=since,
        result=in_time,
        because=f"{'Đúng hạn' if in_time else 'Muộn'}: công khai lần đầu ngày {shown(published_on)}. "
        f"{need.explanation}",
        inputs={"kind": kind, **need.inputs, "published_on": published_on},
        provisional=need.provisional,
        assumptions=need.assumptions,
    )


def commune_posting(
    *, since: date, by_other_law: date | None = None, posting_inclusive: str = POSTING_DAYS.default
) -> Answer[date]:
    """LDC art. 13 cl. 2: the first day on which a posting of the commune may come down, after thirty days in a row.

    `by_other_law` is the first day that another law gives instead; it prevails. For items 4 and 13 see the obligations.
    """
    return _up_for(Publisher.COMMUNE, since, by_other_law, posting_inclusive)


def agency_posting(
    *, since: date, by_other_law: date | None = None, posting_inclusive: str = POSTING_DAYS.default
) -> Answer[date]:
    """LDC art. 48 cl. 1, 2: the first day on which what an agency posted, on its inner site or walls, may come down."""
    return _up_for(Publisher.AGENCY, since, by_other_law, posting_inclusive)


def enterprise_posting(
    *, since: date, by_other_law: date | None = None, posting_inclusive: str = POSTING_DAYS.default
) -> Answer[date]:
    """LDC art. 66 cl. 1, 2: the first day on which what a state enterprise posted may come down."""
    return _up_for(Publisher.ENTERPRISE, since, by_other_law, posting_inclusive)


def list_posting(*, since: date, posting_inclusive: str = POSTING_DAYS.default) -> Answer[date]:
    """LDC art. 13 cl. 2: the first day on which a quarterly list may come down; taken as for information."""
    return minimum(
        "minimum.posting.quarterly_list",
        LIST_POSTED_FOR,
        since=since,
        does="Danh sách quý được gỡ",
        counted=lambda period, day: first_removal_day(period, day, posting_inclusive),
        inputs={"since": since, "posting_inclusive": posting_inclusive},
        provisional=True,
        assumptions=(LIST_STAYS,),
    )


def broadcast(*, since: date) -> Answer[date]:
    """LDC art. 13 cl. 3: the last of the three days in a row on which the radio repeats it; `since` is the first."""
    return minimum(
        "minimum.broadcast",
        BROADCAST_FOR,
        since=since,
        does="Đợt phát truyền thanh được kết thúc",
        counted=last_of_consecutive,
        assumptions=("Ngày phát đầu tiên được tính là một ngày phát.",),
    )


def quarter_end(day: date) -> date:
    """The last day of the quarter that holds the day."""
    quarter = LISTED_EVERY.on(day)
    begins = (day.month - 1) // quarter.number * quarter.number
    return runs_to(quarter, date(day.year, begins + 1, 1)) - ONE_DAY


def _out_by(kind: Publisher, since: date, by_other_law: date | None, calendar: Calendar) -> Answer[date]:
    rule, law, does = f"deadline.disclosure.{kind}", WITHIN[kind], _DOES[kind]
    inputs: dict[str, object] = {"since": since, "by_other_law": by_other_law}
    if by_other_law is None:
        return deadline(rule, law, since=since, does=does, inputs=inputs, calendar=calendar)
    return _by_other_law(rule, law, since, by_other_law, does, inputs)


def _by_other_law(
    rule: str, law: Dated[Period], since: date, day: date, does: str, inputs: dict[str, object]
) -> Answer[date]:
    _check_not_before(day, since)
    return answer(
        rule,
        law,
        on=since,
        result=day,
        because=f"{does} chậm nhất ngày {shown(day)}: pháp luật về lĩnh vực này đã ấn định nên áp dụng "
        f"hạn đó, không phải {law.on(since)}.",
        inputs=inputs,
    )


def _up_for(kind: Publisher, since: date, by_other_law: date | None, posting_inclusive: str) -> Answer[date]:
    rule, law, does = f"minimum.posting.{kind}", POSTED_FOR[kind], "Bản niêm yết, đăng tải được gỡ"
    inputs = {"since": since, "by_other_law": by_other_law, "posting_inclusive": posting_inclusive}
    if by_other_law is None:
        return minimum(
            rule,
            law,
            since=since,
            does=does,
            counted=lambda period, day: first_removal_day(period, day, posting_inclusive),
            inputs=inputs,
        )
    _check_not_before(by_other_law, since)
    return answer(
        rule,
        law,
        on=since,
        result=by_other_law,
        because=f"{does} sớm nhất ngày {shown(by_other_law)}: pháp luật khác đã ấn định nên áp dụng ngày đó, không "
        f"phải {law.on(since)} liên tục.",
        inputs=inputs,
    )


def _check_not_before(by_other_law: date, since: date) -> None:
    if by_other_law < since:
        raise impossible(
            f"Ngày do pháp luật khác ấn định ({shown(by_other_law)}) không thể trước ngày bắt đầu ({shown(since)})."
        )


def _same_day(
    rule: str, law: Dated[Period], day: date, does: str, inputs: dict[str, object], assumed: tuple[str, ...]
) -> Answer[date]:
    return answer(
        rule,
        law,
        on=day,
        result=day,
        because=f"Mục tiêu phục vụ, không phải hạn luật định: {does} ngay ngày {shown(day)}.",
        inputs=inputs,
        provisional=True,
        assumptions=assumed,
    )
