"""What asks for a second look, said to who keeps the fund, who inspects it and the commune; it accuses nobody."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dienhong.decisions import perhead
from dienhong.foundations.actors import Role
from dienhong.funds.models import Book, Fund, Receipt, Relief, Spending
from dienhong.funds.queries.opening import COLLECTS
from dienhong.funds.queries.sums import STANDS
from dienhong.registry import queries as registry

MOST_DAYS = 30
"""How many days a spending may wait for the second person before it is pointed out. Our own measure, no law's."""
MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class Flag:
    """What was found, in one sentence; `kind` of the notice."""

    words: str
    kind: str = "warning"


def flags(fund: Fund, *, missing: Iterable[tuple[Book, list[int]]], on: date) -> list[Flag]:
    """Everything that was found in a fund on this day; `missing` are its books with missing leaves. Two queries."""
    return [*_of_the_decision(fund), *_of_the_treasurer(fund, on), *_of_the_rows(fund, on), *_of_books(missing)]


def _of_the_decision(fund: Fund) -> Iterator[Flag]:
    matter = fund.matter
    if found := perhead.words_in(matter.title, matter.asked, matter.money_for, matter.exempt):
        yield Flag(
            _("Việc được đưa ra bàn có chữ “%(words)s”. Luật tính theo hộ: không thu theo đầu người, trẻ sơ sinh.")
            % {"words": "”, “".join(found)}
        )
    if matter.stage == "challenged":
        yield Flag(_("Có công dân kiến nghị về quyết định cho phép thu, đang chờ trả lời; quyết định vẫn có hiệu lực."))
    elif matter.stage not in COLLECTS:
        yield Flag(_("Quyết định cho phép thu không còn hiệu lực: không thu tiếp."), "danger")


def _of_the_treasurer(fund: Fund, on: date) -> Iterator[Flag]:
    """Who became the village's head while keeping its money. No law forbids it: it is said, and nothing is stopped."""
    if fund.closed_on is None and heads_too(fund, on):
        yield Flag(
            _(
                "Người giữ quỹ nay là Trưởng thôn, Tổ trưởng tổ dân phố. Luật không cấm, nhưng người đồng ý chi không "
                "nên giữ tiền: hãy đề nghị thủ quỹ khác, Mặt trận xác nhận khi đã giao quỹ."
            ),
            "danger",
        )


def heads_too(fund: Fund, on: date) -> bool:
    """Whether who keeps the money heads the village on this day. One query."""
    return registry.holds(fund.treasurer, {Role.VILLAGE_HEAD}, over=fund.village, on=on)


def _of_the_rows(fund: Fund, on: date) -> Iterator[Flag]:
    early, relieved, waiting = _counted(fund, on)
    if early:
        said = ngettext(
            "%(n)s biên lai ghi ngày trước ngày mở quỹ.", "%(n)s biên lai ghi ngày trước ngày mở quỹ.", early
        )
        yield Flag(said % {"n": early})
    if relieved:
        said = ngettext(
            "%(n)s hộ có mức khác mức chung (được giảm, miễn).",
            "%(n)s hộ có mức khác mức chung (được giảm, miễn).",
            relieved,
        )
        yield Flag(said % {"n": relieved}, "info")
    if waiting:
        yield Flag(
            _("%(n)s khoản chi chờ người thứ hai đã quá %(days)s ngày.") % {"n": waiting, "days": MOST_DAYS}, "danger"
        )


def _counted(fund: Fund, on: date) -> tuple[int, int, int]:
    """Receipts before the fund was opened, households that give less, spendings that wait for too long. One query."""
    since = on - timedelta(days=MOST_DAYS)
    early = Receipt.objects.filter(STANDS, received_on__lt=OuterRef("opened_on"))
    waiting = Spending.objects.filter(STANDS, approval__isnull=True, recorded_at__date__lt=since)
    counts = (_number(early, "pk"), _number(_reliefs(), "household"), _number(waiting, "pk"))
    found: tuple[int, int, int] = Fund.objects.filter(pk=fund.pk).values_list(*counts).get()
    return found


def _reliefs() -> QuerySet[Relief]:
    """Those that count: the newest of each household, unless it takes an earlier one back."""
    newer = Relief.objects.filter(fund=OuterRef("fund"), household=OuterRef("household"), pk__gt=OuterRef("pk"))
    return Relief.objects.filter(~Exists(newer)).exclude(ground=Relief.Ground.MISTAKE)


def _number(rows: QuerySet[Any], of: str) -> Coalesce:
    """How many different `of` there are among the rows of the fund around it."""
    counted = rows.filter(fund=OuterRef("pk")).order_by().values("fund").annotate(n=Count(of, distinct=True))
    return Coalesce(Subquery(counted.values("n"), output_field=IntegerField()), 0)


def _of_books(missing: Iterable[tuple[Book, list[int]]]) -> Iterator[Flag]:
    for book, numbers in missing:
        if numbers:
            named = ", ".join(f"{each}" for each in numbers[:MOST_NAMED]) + ("…" if len(numbers) > MOST_NAMED else "")
            yield Flag(_("Quyển %(series)s thiếu số %(numbers)s.") % {"series": book.series, "numbers": named})
