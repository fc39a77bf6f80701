"""Open a fund on a decision, hand out a book, state what stands, close."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.decisions.models import Matter
from dienhong.documents import actions as documents
from dienhong.foundations import clock
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.funds import access, published, queries
from dienhong.funds.access import Act
from dienhong.funds.actions.signing import check_open, locked, publish, sign
from dienhong.funds.actions.treasurers import check_treasurer
from dienhong.funds.models import Book, Fund, Statement
from dienhong.funds.queries.households import STATED
from dienhong.registry.models import Person
from dienhong.rolls import actions as rolls
from lawcore.ballots.matters import Matter as Kind
from lawcore.vietnamese import nfc

OF_MONEY = frozenset({Kind.COMMUNE_WORKS, Kind.VILLAGE_MONEY})


@transaction.atomic
def open_fund(*, matter: Matter, treasurer: Person, key: str, by: Actor, at: datetime) -> Fund:
    """LDC art. 15 cl. 1, 2; art. 21 cl. 2: only a decision on money that binds opens a fund, and only one."""
    matter = Matter.objects.select_for_update(of=("self",)).select_related("village").get(pk=matter.pk)
    access.check(by, Act.OPEN, matter.village)
    earlier = Fund.objects.filter(key=key).first()
    if earlier is not None:
        return earlier
    on = clock.legal_day(at)
    if matter.law not in OF_MONEY:
        raise Refused(_("Chỉ quyết định về đóng góp, thu chi (khoản 1, 2 Điều 15) mới mở được quỹ."))
    if matter.stage not in queries.COLLECTS or matter.effective_on is None or matter.effective_on > on:
        raise Refused(_("Quyết định chưa được thông qua hoặc chưa có hiệu lực nên chưa được thu tiền."))
    if Fund.objects.filter(matter=matter).exists():
        raise Refused(_("Quyết định này đã có quỹ."))
    check_treasurer(treasurer, matter.village, by, on)
    fund = Fund.objects.create(
        matter=matter,
        village=matter.village,
        purpose=matter.money_for or matter.title,
        per_household=matter.per_household,
        needed=matter.money_needed,
        exempt=matter.exempt,
        roll=rolls.take(village=matter.village, on=on, by=by),
        treasurer=treasurer,
        opened_on=on,
        key=key,
        recorded_by=by.key,
    )
    data = {"matter": matter.pk, "per_household": fund.per_household, "needed": fund.needed}
    sign("fund.opened", fund, by, data, fund, on=on, key=f"fund:{key}")
    publish(fund, by, published.of_fund(fund))
    return fund


@transaction.atomic
def hand_out_book(
    *, fund: Fund, series: str, first: int, last: int, holder: str, given_on: date, key: str, by: Actor
) -> Book:
    """A carbon book of numbered receipts goes to somebody: its numbers belong to this fund from now on."""
    fund = locked(fund, by, Act.OPEN)
    earlier = Book.objects.filter(key=key).first()
    if earlier is not None:
        return earlier
    check_open(fund)
    series = nfc(series).strip()
    if not series or not holder.strip() or not 0 < first <= last:
        raise Refused(_("Hãy ghi ký hiệu quyển, số đầu, số cuối và người giữ."))
    if fund.books.filter(series=series, first__lte=last, last__gte=first).exists():
        raise Refused(_("Các số này đã nằm trong một quyển khác của quỹ."))
    book = Book.objects.create(
        fund=fund,
        series=series,
        first=first,
        last=last,
        holder=nfc(holder).strip(),
        given_on=given_on,
        key=key,
        recorded_by=by.key,
    )
    data = {"series": series, "first": first, "last": last}
    sign("book.issued", fund, by, data, book, on=given_on, key=f"book:{key}")
    return book


@transaction.atomic
def state(*, fund: Fund, since: date, until: date, key: str, by: Actor, at: datetime) -> Statement:
    """The figures of a month for the board, summed from the rows as they stand."""
    fund = locked(fund, by, Act.RECORD)
    earlier = Statement.objects.filter(key=key).first()
    if earlier is not None:
        return earlier
    if until > clock.legal_day(at) or since > until:
        raise Refused(_("Kỳ công khai phải đã qua, ngày đầu không sau ngày cuối."))
    statement = _stated(fund, Statement.Kind.MONTH, since, until, key, by)
    publish(fund, by, published.of_statement(statement))
    return statement


def _stated(
    fund: Fund, kind: Statement.Kind, since: date, until: date, key: str, by: Actor, surplus: Matter | None = None
) -> Statement:
    values = {
        "period": queries.figures(fund, since=since, until=until).as_json(),
        "total": queries.figures(fund, until=until).as_json(),
    }
    statement = Statement.objects.create(
        fund=fund,
        kind=kind,
        since=since,
        until=until,
        figures=values,
        digest=queries.digest_of(fund.pk, since, until, values),
        surplus=surplus,
        key=key,
        recorded_by=by.key,
    )
    data = {"kind": str(kind), "digest": statement.digest}
    sign("statement.issued", fund, by, data, statement, on=until, key=f"stated:{key}")
    documents.issue_code(
        kind=STATED,
        subject=f"funds.statement:{statement.pk}",
        path=f"/quy-thon/thon/{fund.village.code}/{fund.pk}/",
        locality=fund.village.code,
        by=by.key,
    )
    return statement


@transaction.atomic
def close(*, fund: Fund, key: str, by: Actor, at: datetime, surplus: Matter | None = None) -> Statement:
    """LDC art. 15 cl. 2: the closing statement. The households decide what becomes of what is left."""
    fund = locked(fund, by, Act.OPEN)
    earlier = Statement.objects.filter(key=key).first()
    if earlier is not None:
        return earlier
    check_open(fund)
    on = clock.legal_day(at)
    now = queries.figures(fund)
    if now.waiting:
        raise Refused(_("Còn khoản chi chưa có người thứ hai đồng ý. Hãy duyệt hoặc hủy trước khi quyết toán."))
    if now.left and (surplus is None or surplus.village_id != fund.village_id or surplus.effective_on is None):
        raise Refused(
            _("Quỹ còn %(left)s đồng. Hãy để cộng đồng quyết định số tiền còn lại rồi chọn quyết định đó.")
            % {"left": f"{now.left:,}".replace(",", ".")}
        )
    statement = _stated(fund, Statement.Kind.CLOSING, fund.opened_on, on, key, by, surplus)
    fund.closed_on = on
    fund.save(update_fields=["closed_on"])
    data = {"digest": statement.digest, "left": now.left}
    sign("fund.closed", fund, by, data, fund, on=on, key=f"closed:{key}")
    publish(fund, by, published.of_statement(statement))
    return statement
