"""A fund as its pages show it: sums in words, who did what, what to do next; for everybody without a name."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from dienhong.foundations.actors import Actor
from dienhong.foundations.downloads import Cell
from dienhong.funds import access, queries
from dienhong.funds.access import Act
from dienhong.funds.models import Fund, Receipt, Spending, Statement
from dienhong.funds.queries import Figures
from dienhong.registry import queries as registry
from lawcore.spoken import money, number

LAST_ROWS = 8
HEADER: Sequence[Any] = (
    gettext_lazy("Thu hay chi"), gettext_lazy("Số"), gettext_lazy("Ngày"), gettext_lazy("Hộ"),
    gettext_lazy("Người nộp, ủng hộ, nhận"), gettext_lazy("Loại"), gettext_lazy("Số tiền, giá trị (đồng)"),
    pgettext_lazy("labour", "Ngày công"), gettext_lazy("Nội dung"), gettext_lazy("Quyển"),
    gettext_lazy("Số trong quyển"), gettext_lazy("Người thứ hai đồng ý"), gettext_lazy("Đã hủy vì"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A fund in a list with its sums."""

    fund: Fund
    figures: Figures


@dataclass(frozen=True, slots=True)
class Next:
    """What can be done now, the page where it is done; `kind` of the button."""

    words: str
    url: str
    kind: str = "secondary"


def dotted(amount: int) -> str:
    """1234567 → "1.234.567"."""
    return f"{amount:,}".replace(",", ".")


def printed_code(code: str) -> str:
    """The code as paper shows it: "7KQ2M-9XTRA"."""
    return f"{code[:5]}-{code[5:]}"


def ending(name: str) -> str:
    """The ending of a file's name, in small letters: ".jpg"."""
    return PurePath(name).suffix.lower()


def in_figures(receipt: Receipt) -> str:
    """What a receipt is for: "300.000 đồng", "3 ngày công"."""
    if receipt.kind == Receipt.Kind.LABOUR:
        return _("%(n)s ngày công") % {"n": receipt.days}
    return _("%(n)s đồng") % {"n": dotted(receipt.amount)}


def in_words(receipt: Receipt) -> str:
    """The same as it is read aloud, with a capital first letter. Vietnamese always."""
    said = f"{number(receipt.days)} ngày công" if receipt.kind == Receipt.Kind.LABOUR else money(receipt.amount)
    return said[:1].upper() + said[1:]


def lines(funds: Iterable[Fund]) -> list[Line]:
    """Each fund with its sums. Two queries for each."""
    return [Line(each, queries.figures(each)) for each in funds]


def title_of(statement: Statement) -> str:
    """A statement as a heading names it: "Thu chi tháng 04/2026"."""
    if statement.kind == Statement.Kind.CLOSING:
        return _("Quyết toán quỹ")
    return _("Thu chi tháng %(month)s") % {"month": f"{statement.until:%m/%Y}"}


def statement_of(fund: Fund, pk: int) -> Statement:
    """Raises NotFound for what is not of this fund."""
    found = fund.statements.select_related("surplus").filter(pk=pk).first()
    if found is None:
        raise access.nothing()
    return found


def statement_page(statement: Statement) -> dict[str, Any]:
    """The figures of a statement as they were summed then."""
    return {
        "heading": title_of(statement),
        "is_closing": statement.kind == Statement.Kind.CLOSING,
        "period": statement.figures["period"],
        "total": statement.figures["total"],
    }


def fund_page(fund: Fund, actor: Actor, *, on: date) -> dict[str, Any]:
    """Everything the page of a fund shows to who keeps or inspects it. At most twenty queries."""
    may_keep = access.may(actor, Act.RECORD, fund.village, fund=fund)
    may_open = access.may(actor, Act.OPEN, fund.village)
    figures = queries.figures(fund)
    spendings, books = list(queries.spendings(fund)[:LAST_ROWS]), queries.missing_leaves(fund)
    return {
        "fund": fund,
        "figures": figures,
        "missing": queries.amount_left(fund.needed, figures.from_households + figures.from_others),
        "flags": queries.flags(fund, missing=books, on=on),
        "next": list(_next(fund, may_keep=may_keep, may_open=may_open)),
        "receipts": list(queries.receipts(fund)[:LAST_ROWS]),
        "spendings": spendings,
        "waiting": [each for each in spendings if is_waiting(each)],
        "statements": [(each, title_of(each)) for each in fund.statements.order_by("-until", "-pk")],
        "books": books,
        "may_keep": may_keep and fund.closed_on is None,
    }


def _next(fund: Fund, *, may_keep: bool, may_open: bool) -> Iterator[Next]:
    """The buttons of who looks, the one pressed most often first."""
    at = [fund.pk]
    if fund.closed_on is not None:
        return
    if may_keep:
        taken = _("Ngày công, hiện vật của hộ") if fund.per_household is None else _("Thu tiền của hộ")
        yield Next(taken, reverse("funds:choose", args=at), "primary")
        yield Next(_("Ghi khoản chi"), reverse("funds:spend", args=at))
        yield Next(_("Ghi ủng hộ"), reverse("funds:gift", args=at))
        yield Next(_("Lập bảng tháng"), reverse("funds:state", args=at))
    if may_open:
        yield Next(_("Giao quyển biên lai"), reverse("funds:book", args=at))
        yield Next(_("Đổi thủ quỹ"), reverse("funds:treasurer", args=at))
        yield Next(_("Quyết toán"), reverse("funds:close", args=at))


def is_waiting(spending: Spending) -> bool:
    """Whether the second person has neither agreed nor struck it through."""
    return getattr(spending, "approval", None) is None and getattr(spending, "cancellation", None) is None


def spending_page(spending: Spending, *, may: bool) -> dict[str, Any]:
    """Who recorded and who agreed; what a second person may do. One query."""
    approval, cancellation = getattr(spending, "approval", None), getattr(spending, "cancellation", None)
    keys = {spending.recorded_by, *(each.recorded_by for each in (approval, cancellation) if each)}
    names = registry.names_of(keys)
    return {
        "is_waiting": is_waiting(spending),
        "approval": approval,
        "cancellation": cancellation,
        "recorded_by": names.get(spending.recorded_by, ""),
        "approved_by": names.get(approval.recorded_by, "") if approval else "",
        "cancelled_by": names.get(cancellation.recorded_by, "") if cancellation else "",
        "may_approve": may and is_waiting(spending),
        "may_cancel": may and cancellation is None,
        "is_picture": ending(spending.photo_name) in {".jpg", ".jpeg", ".png"},
    }


def closing_words(fund: Fund) -> str:
    """What is left, and whether a decision is needed."""
    left = queries.figures(fund).left
    if not left:
        return _("Quỹ không còn tiền.")
    return _("Quỹ còn %(n)s đồng. Cộng đồng phải quyết định số tiền này dùng làm gì.") % {"n": dotted(left)}


def public_page(fund: Fund) -> dict[str, Any]:
    """What everybody may read: nobody is named, and not who gave or did not. At most eight queries."""
    figures = queries.figures(fund)
    spendings = list(queries.approved_spendings(fund))
    return {
        "fund": fund,
        "village": fund.village,
        "matter": fund.matter,
        "figures": figures,
        "missing": queries.amount_left(fund.needed, figures.from_households + figures.from_others),
        "spendings": [(each, ending(each.photo_name) in {".jpg", ".jpeg", ".png"}) for each in spendings],
        "statements": [(each, title_of(each)) for each in fund.statements.order_by("-until", "-pk")],
        "gaps": sum(len(numbers) for _book, numbers in queries.missing_leaves(fund)),
    }


def held_page(receipt: Receipt) -> dict[str, Any]:
    """For whoever holds the code: this receipt, and what its household gave to this fund in all."""
    fund, mine = receipt.fund, []
    level = given = None
    if receipt.household_id is not None:
        mine = list(queries.receipts(fund).filter(household=receipt.household_id).order_by("received_on", "number"))
        level, given = queries.level_of(fund, receipt.household_id), queries.given_by(fund, receipt.household_id)
    return {
        "receipt": receipt,
        "fund": fund,
        "figures": in_figures(receipt),
        "in_words": in_words(receipt),
        "mine": [(each, in_figures(each)) for each in mine],
        "level": level,
        "given": given,
    }


def file_rows(fund: Fund) -> Iterator[Sequence[Cell]]:
    """Every row of a fund, receipts then spendings, by number; struck-through ones with the reason."""
    for each in queries.receipts(fund).order_by("number"):
        yield (
            _("Thu"), each.number, each.received_on, each.household.code if each.household else "",
            each.giver or each.payer, str(each.get_kind_display()), each.amount, each.days, each.words,
            each.book.series if each.book else "", each.serial, "", _reason(each),
        )  # fmt: skip
    for spent in queries.spendings(fund).order_by("number"):
        agreed = getattr(spent, "approval", None)
        yield (
            _("Chi"), spent.number, spent.paid_on, "", spent.payee, "", spent.amount, 0, spent.words, "", None,
            f"{agreed.recorded_at:%d/%m/%Y}" if agreed else _("chưa"), _reason(spent),
        )  # fmt: skip


def _reason(row: Receipt | Spending) -> str:
    cancellation = getattr(row, "cancellation", None)
    return cancellation.reason if cancellation is not None else ""
