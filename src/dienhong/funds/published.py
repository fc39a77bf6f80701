"""What everybody may read of a village's money, as facts that the public export of the ledger holds to.

The page of a fund shows sums over its receipts: each receipt is bound by its hash, since who gave what is nobody's
business. What two people approved is public itself.
"""

from collections.abc import Iterator

from dienhong.funds.models import Approval, Cancellation, Fund, Receipt, Spending, Statement
from dienhong.ledger.published import Fact, fact
from dienhong.ledger.rows import label, mark


def of_fund(fund: Fund) -> Fact:
    """What the fund asks of households, under which decision."""
    return fact(
        label(fund),
        village=fund.village.code,
        matter=fund.matter_id,
        per_household=fund.per_household,
        needed=fund.needed,
        opened_on=fund.opened_on,
    )


def of_receipt(receipt: Receipt) -> Fact:
    return fact(label(receipt), fund=receipt.fund_id, number=receipt.number, row=mark(receipt))


def of_spending(spending: Spending) -> Fact:
    return fact(label(spending), fund=spending.fund_id, number=spending.number, row=mark(spending))


def of_approval(approval: Approval) -> Fact:
    """A spending that two people answer for: when, how much, the photo of the bill."""
    spending = approval.spending
    return fact(
        label(approval),
        spending=spending.pk,
        fund=spending.fund_id,
        number=spending.number,
        paid_on=spending.paid_on,
        amount=spending.amount,
        photo=spending.photo.sha256,
    )


def of_cancellation(cancellation: Cancellation) -> Fact:
    return fact(label(cancellation), receipt=cancellation.receipt_id, spending=cancellation.spending_id)


def of_statement(statement: Statement) -> Fact:
    """What stood in the fund: all of its figures, and of a closing one the day on which the fund was closed."""
    is_closing = statement.kind == Statement.Kind.CLOSING
    return fact(
        label(statement),
        fund=statement.fund_id,
        kind=statement.kind,
        since=statement.since,
        until=statement.until,
        figures=statement.figures,
        digest=statement.digest,
        surplus=statement.surplus_id,
        closed_on=statement.fund.closed_on if is_closing else None,
    )


def facts(locality: str) -> Iterator[Fact]:
    """Everything published of the funds of a village, by its code, as the tables have it now."""
    for fund in Fund.objects.filter(village__code=locality).select_related("village").order_by("pk"):
        yield of_fund(fund)
    receipts = Receipt.objects.filter(fund__village__code=locality).order_by("pk")
    for receipt in receipts.iterator(chunk_size=2_000):
        yield of_receipt(receipt)
    spendings = Spending.objects.filter(fund__village__code=locality).select_related("photo").order_by("pk")
    for spending in spendings.iterator(chunk_size=2_000):
        yield of_spending(spending)
    approvals = Approval.objects.filter(spending__fund__village__code=locality).select_related("spending__photo")
    for approval in approvals.order_by("pk").iterator(chunk_size=2_000):
        yield of_approval(approval)
    yield from _cancelled(locality)
    statements = Statement.objects.filter(fund__village__code=locality).select_related("fund").order_by("pk")
    for statement in statements.iterator(chunk_size=500):
        yield of_statement(statement)


def _cancelled(locality: str) -> Iterator[Fact]:
    """Of receipts, then of spending: two questions, so that each uses the index of its own table."""
    for name in ("receipt", "spending"):
        rows = Cancellation.objects.filter(**{f"{name}__fund__village__code": locality}).order_by("pk")
        for each in rows.iterator(chunk_size=2_000):
            yield of_cancellation(each)
