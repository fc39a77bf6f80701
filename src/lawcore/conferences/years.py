"""What is owed once a year: by the end of it, and whether it is overdue."""

from datetime import date

from lawcore.answers import Answer, answer, impossible
from lawcore.dated import Dated
from lawcore.timelimits import shown
from lawcore.timelimits.reckoning import ONE_DAY, check_year


def due(rule: str, law: Dated[int], *, year: int, what: str, often: str, assumption: str) -> Answer[date]:
    """The last day on which what is owed each year can be held. `what` opens the sentence: "Hội nghị của thôn".

    `often` says how often, as the text does: "mỗi năm một lần".
    """
    last = _last_of(year)
    return answer(
        rule,
        law,
        on=last,
        result=last,
        because=f"{what} năm {year} phải tổ chức chậm nhất ngày {shown(last)}: {often}.",
        inputs={"year": year},
        assumptions=(assumption,),
    )


def overdue(
    rule: str, law: Dated[int], *, year: int, held_on: date | None, on: date, what: str, assumption: str
) -> Answer[bool]:
    """Whether, on a day, the year is over and nothing was held in it."""
    last = _last_of(year)
    if held_on is not None and held_on.year != year:
        raise impossible(f"Ngày tổ chức {shown(held_on)} không thuộc năm {year}. Kiểm tra lại ngày đã nhập.")
    if held_on is not None and held_on > on:
        raise impossible(
            f"Ngày tổ chức {shown(held_on)} sau ngày đang xét {shown(on)}. Chưa tổ chức thì bỏ trống ngày tổ chức."
        )
    late = held_on is None and on > last
    what = what[0].lower() + what[1:]
    if held_on is not None:
        because = f"Không quá hạn: {what} năm {year} đã tổ chức ngày {shown(held_on)}."
    elif late:
        because = f"Đã quá hạn từ sau ngày {shown(last)}: {what} năm {year} chưa tổ chức."
    else:
        because = f"Chưa quá hạn: {what} năm {year} còn được tổ chức đến hết ngày {shown(last)}."
    return answer(
        rule,
        law,
        on=last,
        result=late,
        because=because,
        inputs={"year": year, "held_on": held_on, "on": on},
        assumptions=(assumption,),
    )


def _last_of(year: int) -> date:
    check_year(year)
    return date(year + 1, 1, 1) - ONE_DAY
