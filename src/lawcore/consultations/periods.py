"""How long people can give their opinion."""

from datetime import date
from typing import Final

from lawcore.answers import Answer, answer, impossible
from lawcore.dated import Dated, Version
from lawcore.timelimits import days, end_of_whole_days, minimum, shown

OPEN_FOR: Final = Dated(Version(date(2023, 7, 1), days(20), cite="LDC art. 28 cl. 2"))


def earliest_close(*, since: date, by_other_law: date | None = None) -> Answer[date]:
    """LDC art. 28 cl. 2: the first day at whose end a consultation may close, twenty days after its content was out.

    `by_other_law` is the closing day that another law sets; it prevails.
    """
    inputs = {"since": since, "by_other_law": by_other_law}
    if by_other_law is None:
        return minimum(
            "minimum.consultation",
            OPEN_FOR,
            since=since,
            does="Việc lấy ý kiến được kết thúc",
            counted=end_of_whole_days,
            inputs=inputs,
        )
    if by_other_law < since:
        raise impossible(
            f"Ngày do pháp luật khác ấn định ({shown(by_other_law)}) không thể trước ngày công khai nội dung "
            f"({shown(since)})."
        )
    return answer(
        "minimum.consultation",
        OPEN_FOR,
        on=since,
        result=by_other_law,
        because=f"Việc lấy ý kiến kết thúc ngày {shown(by_other_law)}: pháp luật khác đã ấn định thời hạn nên áp dụng "
        f"thời hạn đó, không phải {OPEN_FOR.on(since)}.",
        inputs=inputs,
    )


def long_enough(*, since: date, closed_on: date, by_other_law: date | None = None) -> Answer[bool]:
    """LDC art. 28 cl. 2: whether a consultation stayed open long enough.

    `since` is the day its content was published, `closed_on` the last day on which opinions were taken.
    """
    if closed_on < since:
        raise impossible(
            f"Ngày kết thúc {shown(closed_on)} trước ngày công khai nội dung {shown(since)}. Kiểm tra lại ngày đã nhập."
        )
    need = earliest_close(since=since, by_other_law=by_other_law)
    enough = closed_on >= need.result
    outcome = "Đủ thời gian" if enough else "Chưa đủ thời gian"
    return answer(
        "consultation.long_enough",
        OPEN_FOR,
        on=since,
        result=enough,
        because=f"{outcome}: kết thúc ngày {shown(closed_on)}. {need.explanation}",
        inputs={**need.inputs, "closed_on": closed_on},
    )
