"""After the opinions: giving reasons, reporting, publishing what came in."""

from datetime import date
from typing import Final

from lawcore.answers import Answer, answer, check_count, impossible
from lawcore.calendar import VIETNAM, Calendar
from lawcore.dated import Dated, Version
from lawcore.readings import MAJORITY_OPINION
from lawcore.timelimits import deadline, shown, working_days

REASONS: Final = Dated(Version(date(2023, 7, 1), "nêu lý do không tiếp thu", cite="LDC art. 28 cl. 4"))
TO_COUNCIL: Final = Dated(Version(date(2023, 7, 1), "kỳ họp thường lệ gần nhất", cite="LDC art. 28 cl. 5"))
RESULT_WITHIN: Final = Dated(
    Version(date(2023, 7, 1), working_days(5), cite="LDC art. 28 cl. 3; LDC art. 11 cl. 11; LDC art. 12 cl. 3")
)
AGENCY_RESULT_WITHIN: Final = Dated(
    Version(date(2023, 7, 1), working_days(5), cite="LDC art. 55 cl. 1; LDC art. 46 cl. 10; LDC art. 47 cl. 2")
)

EVERY_MATTER: Final = (
    "Khoản 4 viết cho nội dung do cơ quan cấp trên quyết định; nội dung của xã cũng được tính theo cách này."
)


def reason_required(
    *, opinions: int, against: int, agree: int, majority_opinion: str = MAJORITY_OPINION.default, on: date
) -> Answer[bool]:
    """LDC art. 28 cl. 4: whether the decision goes against the majority, so that its maker must give the reasons.

    `opinions` is how many came in, `against` how many of them want something else than the decision says, `agree` how
    many want what it says; the rest take no side.
    """
    _check_opinions(opinions, against, agree)
    MAJORITY_OPINION.check(majority_opinion)
    differs = {"received": against > opinions - against, "expressed": against > agree}
    required = differs[majority_opinion]
    counts = f"{against} trong {opinions} ý kiến khác với quyết định, {agree} ý kiến như quyết định"
    because = (
        f"Phải giải trình và nêu rõ lý do không tiếp thu: {counts}, tức quyết định khác ý kiến của đa số."
        if required
        else f"Không buộc nêu lý do khác đa số: {counts}, nên quyết định không khác ý kiến của đa số."
    )
    return answer(
        "consultation.reason_required",
        REASONS,
        on=on,
        result=required,
        because=f"{because} Kết quả tổng hợp và nội dung giải trình luôn phải công khai.",
        inputs={
            "opinions": opinions,
            "against": against,
            "agree": agree,
            "majority_opinion": majority_opinion,
            "on": on,
        },
        provisional=len(set(differs.values())) > 1,
        assumptions=(MAJORITY_OPINION.assumed(majority_opinion), EVERY_MATTER),
    )


def report_due(*, since: date, session: date) -> Answer[date]:
    """LDC art. 28 cl. 5: the commune reports on the opinions to its council at the nearest regular session.

    `since` is the day the results were there, `session` the first day of the next regular session.
    """
    if session < since:
        raise impossible(
            f"Kỳ họp ngày {shown(session)} diễn ra trước ngày có kết quả {shown(since)}. Nêu kỳ họp sau ngày đó."
        )
    return answer(
        "consultation.report_due",
        TO_COUNCIL,
        on=since,
        result=session,
        because=f"Báo cáo việc lấy ý kiến với Hội đồng nhân dân xã tại kỳ họp thường lệ gần nhất, ngày "
        f"{shown(session)}; đồng thời gửi Ủy ban Mặt trận Tổ quốc Việt Nam cấp xã để giám sát.",
        inputs={"since": since, "session": session},
    )


def result_published(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """LDC art. 28 cl. 3; LDC art. 11 cl. 11; LDC art. 12 cl. 3: the commune publishes synthesis and explanation.

    `since` is the day of the document that holds them.
    """
    return deadline(
        "deadline.consultation.result",
        RESULT_WITHIN,
        since=since,
        does="Ủy ban nhân dân cấp xã công khai kết quả tổng hợp, giải trình, tiếp thu ý kiến",
        calendar=calendar,
    )


def agency_result_published(*, since: date, calendar: Calendar = VIETNAM) -> Answer[date]:
    """LDC art. 55 cl. 1; LDC art. 46 cl. 10; LDC art. 47 cl. 2: an agency publishes synthesis and explanation."""
    return deadline(
        "deadline.consultation.agency_result",
        AGENCY_RESULT_WITHIN,
        since=since,
        does="Người đứng đầu cơ quan, đơn vị công khai kết quả tổng hợp, giải trình, tiếp thu ý kiến",
        calendar=calendar,
    )


def _check_opinions(opinions: int, against: int, agree: int) -> None:
    check_count(opinions, "số ý kiến nhận được", least=1)
    check_count(against, "số ý kiến khác với quyết định")
    check_count(agree, "số ý kiến như quyết định")
    if against + agree > opinions:
        raise impossible(
            f"Số ý kiến khác ({against}) cộng số ý kiến như quyết định ({agree}) nhiều hơn số ý kiến nhận được "
            f"({opinions}). Kiểm tra lại số đã nhập."
        )
