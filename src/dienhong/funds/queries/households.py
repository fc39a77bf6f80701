"""Household by household: its level, what it gave, what is left; a household by its number; a receipt by its code."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Sum

from dienhong.documents import codes
from dienhong.documents.models import PrintedForm
from dienhong.funds import access
from dienhong.funds.models import Fund, Receipt, Relief, Statement
from dienhong.funds.queries.sums import STANDS
from dienhong.registry import queries as registry
from dienhong.registry.models import Household
from lawcore.vietnamese import search_folded

CODED = "fund-receipt"
STATED = "fund-statement"
"""The kinds of the printed codes of receipts and of statements."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A household of a fund: `level` and `given` in đồng. `level` is None where nothing is asked of households."""

    household: Household
    name: str
    level: int | None
    given: int
    is_relieved: bool
    relieved_by: str = ""

    @property
    def left(self) -> int:
        """What the household may still give, in đồng."""
        return max(0, (self.level or 0) - self.given)

    @property
    def is_done(self) -> bool:
        """Whether nothing more is asked of it."""
        return self.level is not None and self.left == 0


def standings(fund: Fund, *, on: date, text: str = "") -> list[Standing]:
    """The households of the fund's village by number; those that `text` finds. Four queries.

    `text` is a number ("12" finds "H012") or letters of a name or an address, with or without diacritics.
    """
    households = list(registry.households(fund.village, on=on))
    names = registry.representatives([each.pk for each in households], on=on)
    latest = {each.household_id: each for each in Relief.objects.filter(fund=fund).order_by("pk")}
    reliefs = {pk: each for pk, each in latest.items() if each.ground != Relief.Ground.MISTAKE}
    given = dict(
        Receipt.objects.filter(STANDS, fund=fund, household__isnull=False)
        .order_by()
        .values("household")
        .annotate(total=Sum("amount"))
        .values_list("household", "total")
    )
    rows = (
        Standing(
            household=each,
            name=names[each.pk].name if each.pk in names else "",
            level=_level(fund, reliefs.get(each.pk)),
            given=int(given.get(each.pk) or 0),
            is_relieved=each.pk in reliefs,
            relieved_by=reliefs[each.pk].recorded_by if each.pk in reliefs else "",
        )
        for each in households
    )
    return list(_found(rows, text))


def _level(fund: Fund, relief: Relief | None) -> int | None:
    return fund.per_household if fund.per_household is None or relief is None else relief.level


def _found(rows: Iterable[Standing], text: str) -> Iterable[Standing]:
    wanted = search_folded(text)
    if not wanted:
        return rows
    if wanted.isdecimal():
        return (row for row in rows if _number(row.household.code) == wanted.lstrip("0"))
    return (row for row in rows if wanted in search_folded(f"{row.name} {row.household.code} {row.household.address}"))


def _number(code: str) -> str:
    """12 of "H012"."""
    return "".join(letter for letter in code if letter.isdecimal()).lstrip("0")


def household_of(fund: Fund, pk: int, *, on: date) -> Standing:
    """Raises NotFound for a household that is not of the fund's village on this day."""
    for row in standings(fund, on=on):
        if row.household.pk == pk:
            return row
    raise access.nothing()


def code_of(receipt: Receipt) -> PrintedForm | None:
    """The code on a receipt; it was given when the receipt was written."""
    return PrintedForm.objects.filter(kind=CODED, subject=f"funds.receipt:{receipt.pk}").first()


def code_of_statement(statement: Statement) -> PrintedForm | None:
    """The code on a statement: it leads to the public page of its fund."""
    return PrintedForm.objects.filter(kind=STATED, subject=f"funds.statement:{statement.pk}").first()


def held(typed: str) -> Receipt | None:
    """The receipt that bears this code; None for any other code, of whatever paper. Two queries."""
    code = codes.as_typed(typed)
    form = PrintedForm.objects.filter(kind=CODED, code=code).first() if len(code) == codes.CODE_LENGTH else None
    if form is None:
        return None
    pk = form.subject.rpartition(":")[2]
    rows = Receipt.objects.select_related(
        "fund__village__parent", "fund__matter", "fund__roll", "household", "cancellation"
    )
    return rows.filter(pk=pk).first()
