"""What becomes of a convention in force: made known, reviewed, reported, suspended, abolished, replaced."""

from datetime import date, timedelta
from typing import Final

from lawcore.answers import Answer, answer, check_at_most, check_count, impossible
from lawcore.conventions.terms import Extent
from lawcore.dated import Dated, Version
from lawcore.readings import PROPOSAL_BREACH

SUSPENSION: Final = Dated(
    Version(
        date(2023, 8, 16),
        {"procedure": Extent.WHOLE, "principles": Extent.PART},
        cite="Decree 61/2023 art. 12 cl. 1",
    )
)
SUSPENSION_SAYS: Final = Dated(
    Version(
        date(2023, 8, 16),
        {"has_reason": "lý do tạm ngừng", "has_limit": "thời hạn hoàn tất việc làm lại hoặc sửa đổi"},
        cite="Decree 61/2023 art. 12 cl. 3",
    )
)
SUSPENSION_RUNS: Final = Dated(Version(date(2023, 8, 16), "signing", cite="Decree 61/2023 art. 12 cl. 5"))
ABOLITION: Final = Dated(
    Version(
        date(2023, 8, 16),
        {
            "unlawful": Extent.WHOLE,
            "not_redone": Extent.WHOLE,
            "ratio": Extent.WHOLE,
            "not_amended": Extent.PART,
        },
        cite="Decree 61/2023 art. 14 cl. 1, 2",
    )
)
OTHER_FORMS: Final = Dated(Version(date(2023, 8, 16), (1, 6), cite="Decree 61/2023 art. 15 cl. 1"))
"""Beside posting: the fewest other forms of making it known, and how many there are."""

REVIEW_DAY: Final = Dated(Version(date(2023, 8, 16), (11, 18), cite="Decree 61/2023 art. 15 cl. 4 pt. a"))
REPORT_BEFORE: Final = Dated(Version(date(2023, 8, 16), (11, 30), cite="Decree 61/2023 art. 16 cl. 3"))
REPLACE_BEFORE: Final = Dated(Version(date(2023, 8, 16), date(2023, 12, 31), cite="Decree 61/2023 art. 24 cl. 1, 2"))
ONE_DAY: Final = timedelta(days=1)


def suspension_extent(
    *,
    procedure_breached: bool = False,
    proposal_breached: bool = False,
    against_principles: bool = False,
    on: date,
    proposal_breach: str = PROPOSAL_BREACH.default,
) -> Answer[Extent | None]:
    """Decree 61/2023 art. 12 cl. 1: whether the whole convention, a part, or nothing is suspended.

    `procedure_breached`: drafting, opinions or adoption (art. 8, 9, 10); `proposal_breached`: the proposal (art. 7),
    which the article does not name, hence the reading; `against_principles`: content against art. 3 or 4.
    """
    PROPOSAL_BREACH.check(proposal_breach)
    table = SUSPENSION.on(on)
    open_question = proposal_breached and not procedure_breached
    if procedure_breached or (proposal_breached and proposal_breach == "any_breach"):
        extent, because = table["procedure"], "sai trình tự, thủ tục; phải làm lại rồi đề nghị công nhận"
    elif against_principles:
        extent, because = table["principles"], "có nội dung trái mục đích, nguyên tắc; phải sửa nội dung đó"
    else:
        extent, because = None, "không thấy căn cứ tạm ngừng; trả lời người phản ánh bằng văn bản"
    return answer(
        "convention.suspension_extent",
        SUSPENSION,
        on=on,
        result=extent,
        because=f"{_outcome('Tạm ngừng', extent)}: {because}.",
        inputs={
            "procedure_breached": procedure_breached,
            "proposal_breached": proposal_breached,
            "against_principles": against_principles,
            "on": on,
            "proposal_breach": proposal_breach,
        },
        provisional=open_question,
        assumptions=(PROPOSAL_BREACH.assumed(proposal_breach),) if open_question else (),
    )


def suspension_complete(*, has_reason: bool = False, has_limit: bool = False, on: date) -> Answer[bool]:
    """Decree 61/2023 art. 12 cl. 3: a decision to suspend gives its reason and a time limit, of any length."""
    has = {"has_reason": has_reason, "has_limit": has_limit}
    lacking = [words for part, words in SUSPENSION_SAYS.on(on).items() if not has[part]]
    return answer(
        "convention.suspension_complete",
        SUSPENSION_SAYS,
        on=on,
        result=not lacking,
        because=f"Quyết định tạm ngừng còn thiếu: {'; '.join(lacking)}."
        if lacking
        else "Quyết định tạm ngừng đã nêu lý do và thời hạn.",
        inputs={**has, "on": on},
    )


def suspended(*, since: date, recognised_on: date | None = None, seen_on: date) -> Answer[bool]:
    """Decree 61/2023 art. 12 cl. 5: whether it is suspended: from the day of signing until recognised again."""
    if recognised_on and recognised_on < since:
        raise impossible(
            f"Ngày công nhận lại {recognised_on:%d/%m/%Y} trước ngày ký tạm ngừng {since:%d/%m/%Y}. Kiểm tra lại ngày."
        )
    running = since <= seen_on and not (recognised_on and recognised_on <= seen_on)
    until = (
        f" đến khi được công nhận lại ngày {recognised_on:%d/%m/%Y}" if recognised_on else " đến khi được công nhận lại"
    )
    return answer(
        "convention.suspended",
        SUSPENSION_RUNS,
        on=since,
        result=running,
        because=f"Ngày {seen_on:%d/%m/%Y} {'đang' if running else 'không'} tạm ngừng: quyết định có hiệu lực từ ngày "
        f"ký {since:%d/%m/%Y}{until}.",
        inputs={"since": since, "recognised_on": recognised_on, "seen_on": seen_on},
    )


def abolition_extent(
    *,
    unlawful: bool = False,
    ratio_failed: bool = False,
    suspended_extent: Extent | None = None,
    limit_passed: bool = False,
    redone: bool = False,
    on: date,
) -> Answer[Extent | None]:
    """Decree 61/2023 art. 14 cl. 1, 2: whether the whole convention, a part, or nothing is abolished.

    `unlawful`: contrary to law or morals, or harmful; `ratio_failed`: adopted by too few; `suspended_extent` and
    `limit_passed`: suspended, and the time given is over; `redone`: the community voted again, redid or amended it.
    """
    table = ABOLITION.on(on)
    overdue = limit_passed and not redone
    if unlawful:
        extent, because = table["unlawful"], "nội dung trái pháp luật, trái đạo đức xã hội hoặc gây hại"
    elif ratio_failed and not redone:
        extent, because = table["ratio"], "không đủ tỷ lệ thông qua mà không biểu quyết lại"
    elif overdue and suspended_extent is Extent.WHOLE:
        extent, because = table["not_redone"], "bị tạm ngừng toàn bộ, hết thời hạn mà chưa làm lại xong"
    elif overdue and suspended_extent is Extent.PART:
        extent, because = table["not_amended"], "bị tạm ngừng một phần, hết thời hạn mà chưa sửa nội dung đó"
    else:
        extent, because = None, "chưa có căn cứ bãi bỏ; trả lời người phản ánh bằng văn bản"
    return answer(
        "convention.abolition_extent",
        ABOLITION,
        on=on,
        result=extent,
        because=f"{_outcome('Bãi bỏ', extent)}: {because}.",
        inputs={
            "unlawful": unlawful,
            "ratio_failed": ratio_failed,
            "suspended_extent": suspended_extent,
            "limit_passed": limit_passed,
            "redone": redone,
            "on": on,
        },
    )


def made_known(*, posted: bool, forms: int, on: date) -> Answer[bool]:
    """Decree 61/2023 art. 15 cl. 1: a recognised convention is posted, and made known in at least one other form."""
    fewest, most = OTHER_FORMS.on(on)
    check_at_most(forms, most, "số hình thức khác đã dùng", "số hình thức có thể dùng")
    enough = posted and forms >= fewest
    outcome = "Đã phổ biến đúng" if enough else "Phổ biến chưa đủ"
    return answer(
        "convention.made_known",
        OTHER_FORMS,
        on=on,
        result=enough,
        because=f"{outcome}: phải niêm yết và dùng ít nhất {fewest} hình thức khác; {'đã' if posted else 'chưa'} niêm "
        f"yết, đã dùng {forms} hình thức khác.",
        inputs={"posted": posted, "forms": forms, "on": on},
    )


def review_day(*, year: int, agreed_on: date | None = None) -> Answer[date]:
    """Decree 61/2023 art. 15 cl. 4 pt. a: the day of the yearly review, or the other day the community agreed on."""
    _check_year(year)
    usual = date(year, *REVIEW_DAY.on(date.max.replace(year=year)))
    if agreed_on and agreed_on.year != year:
        raise impossible(f"Ngày đã thống nhất {agreed_on:%d/%m/%Y} không thuộc năm {year}. Kiểm tra lại ngày đã nhập.")
    day = agreed_on or usual
    what = "ngày cộng đồng dân cư đã thống nhất" if agreed_on else "Ngày hội đại đoàn kết toàn dân tộc"
    return answer(
        "convention.review_day",
        REVIEW_DAY,
        on=day,
        result=day,
        because=f"Rà soát, đánh giá hương ước, quy ước ngày {day:%d/%m/%Y}, là {what}.",
        inputs={"year": year, "agreed_on": agreed_on},
    )


def province_report(*, year: int) -> Answer[date]:
    """Decree 61/2023 art. 16 cl. 3: the last day for the province's yearly report; "before" a day excludes it."""
    _check_year(year)
    before = date(year, *REPORT_BEFORE.on(date.max.replace(year=year)))
    last = before - ONE_DAY
    return answer(
        "convention.province_report",
        REPORT_BEFORE,
        on=before,
        result=last,
        because=f"Ủy ban nhân dân cấp tỉnh báo cáo trước ngày {before:%d/%m/%Y}, tức chậm nhất ngày {last:%d/%m/%Y}.",
        inputs={"year": year},
    )


def replace_by(*, recognised_on: date, fits_principles: bool) -> Answer[date | None]:
    """Decree 61/2023 art. 24 cl. 1, 2: the last day for replacing an old convention; None when it goes on in force."""
    first = REPLACE_BEFORE.versions[0]
    before = first.value
    last = before - ONE_DAY
    if recognised_on >= first.since:
        day, because = None, f"Được công nhận từ ngày {first.since:%d/%m/%Y} trở đi nên không thuộc diện chuyển tiếp."
    elif fits_principles:
        day, because = (
            None,
            "Hương ước, quy ước cũ phù hợp nguyên tắc thì tiếp tục thực hiện đến khi được sửa, thay thế.",
        )
    else:
        day = last
        because = (
            f"Hương ước, quy ước cũ không phù hợp nguyên tắc phải được thay thế trước ngày {before:%d/%m/%Y}, tức "
        )
        because += f"chậm nhất ngày {last:%d/%m/%Y}."
    return answer(
        "convention.replace_by",
        REPLACE_BEFORE,
        on=first.since,
        result=day,
        because=because,
        inputs={"recognised_on": recognised_on, "fits_principles": fits_principles},
    )


def _check_year(year: int) -> None:
    check_count(year, "năm", least=1)
    if year > date.max.year:
        raise impossible(f"Năm {year} không tính được. Kiểm tra lại năm đã nhập.")


def _outcome(verb: str, extent: Extent | None) -> str:
    return f"{verb} {extent.words}" if extent else f"Không {verb.lower()}"
