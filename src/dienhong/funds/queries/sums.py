"""What stands in a fund: what each household gave of what it gives, what was spent, what is left. Sums, never typed."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, QuerySet, Sum

from dienhong.foundations.actors import Actor
from dienhong.funds import access
from dienhong.funds.access import Act
from dienhong.funds.models import Book, Fund, Receipt, Relief, Spending, Statement
from dienhong.registry.models import Locality

STANDS = Q(cancellation__isnull=True)


def fund(pk: int, actor: Actor) -> Fund:
    """Raises NotFound alike for what is not there and what is not the actor's."""
    rows = Fund.objects.select_related("village__parent", "matter", "treasurer__account", "roll")
    found = rows.filter(pk=pk).first()
    if found is None or not access.may(actor, Act.SEE, found.village, fund=found):
        raise access.nothing()
    return found


def funds(actor: Actor) -> QuerySet[Fund]:
    """The funds of the actor's villages and those that the actor keeps, open ones first, then the newest."""
    seen = Q(pk__in=())
    for path in access.paths(actor, Act.SEE):
        seen |= Q(village__path__startswith=path)
    if actor.user_id is not None:
        seen |= Q(treasurer__account__pk=actor.user_id)
    rows = Fund.objects.filter(seen).select_related("village", "matter", "roll")
    return rows.order_by(F("closed_on").desc(nulls_first=True), "-pk")


def of_village(village: Locality) -> QuerySet[Fund]:
    """The funds of a village, the newest first. What everybody may know."""
    return Fund.objects.filter(village=village).select_related("matter", "roll", "village").order_by("-pk")


def level_of(fund: Fund, household: int) -> int | None:
    """The most that this household gives to the fund, in đồng; None where the decision asks nothing of households."""
    if fund.per_household is None:
        return None
    newest = relief_of(fund, household)
    return fund.per_household if newest is None else newest.level


def relief_of(fund: Fund, household: int) -> Relief | None:
    """The relief that counts for this household; None for one that gives as much as all others."""
    newest = Relief.objects.filter(fund=fund, household=household).order_by("-pk").first()
    return None if newest is None or newest.ground == Relief.Ground.MISTAKE else newest


def given_by(fund: Fund, household: int) -> int:
    """What the household gave in money and goods, without what was cancelled, in đồng."""
    found = Receipt.objects.filter(STANDS, fund=fund, household=household).aggregate(total=Sum("amount"))
    return int(found["total"] or 0)


@dataclass(frozen=True, slots=True)
class Figures:
    """Sums of a fund over days, in đồng and in whole days of labour. Spending that waits for approval stands apart."""

    from_households: int
    from_others: int
    goods: int
    labour_days: int
    spent: int
    waiting: int
    households_paid: int
    households: int

    @property
    def received(self) -> int:
        """All money received, in đồng; goods and labour stand apart."""
        return self.from_households + self.from_others

    @property
    def left(self) -> int:
        """Money received less money spent; what waits for approval is not yet spent."""
        return self.from_households + self.from_others - self.spent

    def as_json(self) -> dict[str, int]:
        """Plain values, with what is left."""
        return {
            "from_households": self.from_households,
            "from_others": self.from_others,
            "goods": self.goods,
            "labour_days": self.labour_days,
            "spent": self.spent,
            "waiting": self.waiting,
            "households_paid": self.households_paid,
            "households": self.households,
            "left": self.left,
        }


def figures(fund: Fund, *, since: date | None = None, until: date | None = None) -> Figures:
    """What came in and went out on the days from `since` to `until`, both counted. Two queries."""
    received = _within(Receipt.objects.filter(STANDS, fund=fund), "received_on", since, until).aggregate(
        households=Sum("amount", filter=Q(kind="money", household__isnull=False)),
        others=Sum("amount", filter=Q(kind="money", household__isnull=True)),
        goods=Sum("amount", filter=Q(kind="goods")),
        days=Sum("days"),
        paid=Count("household", filter=Q(household__isnull=False), distinct=True),
    )
    spent = _within(Spending.objects.filter(STANDS, fund=fund), "paid_on", since, until).aggregate(
        done=Sum("amount", filter=Q(approval__isnull=False)), waiting=Sum("amount", filter=Q(approval__isnull=True))
    )
    return Figures(
        int(received["households"] or 0),
        int(received["others"] or 0),
        int(received["goods"] or 0),
        int(received["days"] or 0),
        int(spent["done"] or 0),
        int(spent["waiting"] or 0),
        int(received["paid"] or 0),
        fund.roll.households,
    )


def _within(rows: QuerySet[Receipt] | QuerySet[Spending], day: str, since: date | None, until: date | None) -> QuerySet:  # type: ignore[type-arg]
    if since is not None:
        rows = rows.filter(**{f"{day}__gte": since})
    return rows.filter(**{f"{day}__lte": until}) if until is not None else rows


def digest_of(fund: int, since: date, until: date, values: Mapping[str, object]) -> str:
    """SHA-256 of a statement's fund, days and figures, in hexadecimal."""
    whole = {"fund": fund, "since": f"{since}", "until": f"{until}", **values}
    return hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()


def receipts(fund: Fund) -> QuerySet[Receipt]:
    """What came in, the newest first, struck-through ones too."""
    return Receipt.objects.filter(fund=fund).select_related("household", "book", "cancellation").order_by("-number")


def receipt(fund: Fund, pk: int) -> Receipt:
    """Raises NotFound for a receipt that is not of this fund."""
    found = receipts(fund).filter(pk=pk).first()
    if found is None:
        raise access.nothing()
    return found


def spendings(fund: Fund) -> QuerySet[Spending]:
    """What went out, the newest first, what waits and what was struck through too."""
    rows = Spending.objects.filter(fund=fund).select_related("photo", "approval", "cancellation")
    return rows.order_by("-number")


def spending(fund: Fund, pk: int) -> Spending:
    """Raises NotFound for a spending that is not of this fund."""
    found = spendings(fund).filter(pk=pk).first()
    if found is None:
        raise access.nothing()
    return found


def missing_leaves(fund: Fund) -> list[tuple[Book, list[int]]]:
    """Each carbon book with its leaves below the highest used one that nobody entered. Two queries."""
    used: dict[int | None, set[int]] = defaultdict(set)
    leaves = Receipt.objects.filter(fund=fund, serial__isnull=False).values_list("book_id", "serial")
    for book_id, serial in leaves:
        used[book_id].add(serial or 0)
    return [(book, _missing(book, used[book.pk])) for book in fund.books.order_by("series", "first")]


def _missing(book: Book, used: set[int]) -> list[int]:
    return [number for number in range(book.first, max(used, default=0) + 1) if number not in used]


def last_statement(fund: Fund) -> Statement | None:
    """The newest statement of the fund."""
    return fund.statements.order_by("-until", "-pk").first()
