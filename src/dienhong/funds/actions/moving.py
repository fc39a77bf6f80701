"""Money in and out: receive, spend, agree, cancel. What was written is never changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from dienhong.documents import actions as documents
from dienhong.foundations import clock
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import NotAllowed, Refused
from dienhong.funds import access, published, queries
from dienhong.funds.access import Act
from dienhong.funds.actions.signing import check_open, locked, publish, sign
from dienhong.funds.models import Approval, Book, Cancellation, Fund, Receipt, Spending
from dienhong.funds.queries.households import CODED
from dienhong.registry.models import Household
from lawcore.vietnamese import nfc

HOLDER = "/quy-thon/bien-lai/{code}/"
"""Where the code on a receipt leads whoever holds the receipt."""


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody brought: a household of the village, or a `giver` from elsewhere. Money and goods in whole đồng."""

    received_on: date
    household: Household | None = None
    giver: str = ""
    payer: str = ""
    kind: str = Receipt.Kind.MONEY
    amount: int = 0
    days: int = 0
    words: str = ""
    book: Book | None = None
    serial: int | None = None
    entered_at: datetime | None = None


@transaction.atomic
def receive(*, fund: Fund, given: Given, key: str, by: Actor, at: datetime) -> Receipt:
    """A numbered receipt, once for one `key`. From a household never above its level; by household, never by head."""
    fund = locked(fund, by, Act.RECORD)
    earlier = Receipt.objects.filter(key=key).first()
    if earlier is not None:
        same = (fund.pk, given.amount, given.days, given.household.pk if given.household else None)
        if (earlier.fund_id, earlier.amount, earlier.days, earlier.household_id) != same:
            raise Refused(_("Mã gửi này đã dùng cho một biên lai khác. Hãy tải lại trang rồi ghi lại."))
        return earlier
    check_open(fund)
    _check_given(fund, given, on=clock.legal_day(at))
    receipt = Receipt.objects.create(
        fund=fund,
        number=_next(Receipt, fund),
        household=given.household,
        giver=nfc(given.giver).strip(),
        payer=nfc(given.payer).strip(),
        kind=given.kind,
        amount=given.amount,
        days=given.days,
        words=nfc(given.words).strip(),
        received_on=given.received_on,
        entered_at=given.entered_at,
        book=given.book,
        serial=given.serial,
        key=key,
        recorded_by=by.key,
    )
    data = {"number": receipt.number, "kind": receipt.kind, "amount": receipt.amount, "days": receipt.days}
    sign("receipt.issued", fund, by, data, receipt, on=given.received_on, key=f"receipt:{key}")
    publish(fund, by, published.of_receipt(receipt))
    documents.issue_code(
        kind=CODED,
        subject=f"funds.receipt:{receipt.pk}",
        path=HOLDER,
        locality=fund.village.code,
        by=by.key,
    )
    return receipt


def _check_given(fund: Fund, given: Given, *, on: date) -> None:
    if given.received_on > on:
        raise Refused(_("Ngày thu chưa đến. Hãy kiểm tra lại ngày."))
    if given.received_on < fund.opened_on and given.book is None:
        raise Refused(_("Ngày thu trước ngày mở quỹ. Trước khi mở quỹ không được thu."))
    if fund.matter.effective_on is None or given.received_on < fund.matter.effective_on:
        raise Refused(_("Ngày thu trước ngày quyết định có hiệu lực."))
    if fund.matter.stage not in queries.COLLECTS:
        raise Refused(_("Quyết định cho phép thu đã bị bãi bỏ, thay thế hoặc xã đề nghị sửa đổi: không thu tiếp."))
    if given.kind not in Receipt.Kind.values:
        raise Refused(_("Hãy chọn tiền, ngày công hay hiện vật."))
    labour = given.kind == Receipt.Kind.LABOUR
    if (given.days if labour else given.amount) <= 0 or (given.amount if labour else given.days):
        raise Refused(_("Tiền và hiện vật ghi số đồng, ngày công ghi số ngày; số phải lớn hơn 0."))
    if bool(given.household) is bool(given.giver.strip()):
        raise Refused(_("Hãy chọn một hộ của thôn, hoặc ghi tên người, đơn vị ủng hộ."))
    if given.household is not None:
        _check_level(fund, given)
    if given.book is not None:
        _check_leaf(fund, given)


def _check_level(fund: Fund, given: Given) -> None:
    household = given.household
    if household is None or household.locality_id != fund.village_id:
        raise Refused(_("Hộ này không thuộc thôn của quỹ."))
    if given.kind == Receipt.Kind.LABOUR:
        return
    level = queries.level_of(fund, household.pk)
    if level is None and given.kind == Receipt.Kind.GOODS:
        return
    if level is None:
        raise Refused(_("Quyết định không yêu cầu các hộ đóng góp. Ai ủng hộ thì ghi là ủng hộ."))
    before = queries.given_by(fund, household.pk)
    if before + given.amount > level:
        raise Refused(
            _("Vượt mức đã quyết định: mỗi hộ nộp nhiều nhất %(level)s đồng, hộ này đã nộp %(before)s đồng.")
            % {"level": f"{level:,}".replace(",", "."), "before": f"{before:,}".replace(",", ".")}
        )


def _check_leaf(fund: Fund, given: Given) -> None:
    book = given.book
    if book is None or book.fund_id != fund.pk or given.serial is None or not book.first <= given.serial <= book.last:
        raise Refused(_("Số biên lai không thuộc quyển này."))
    if Receipt.objects.filter(book=book, serial=given.serial).exists():
        raise Refused(_("Số biên lai này đã được ghi. Nếu ghi sai thì hủy, không ghi đè."))


@dataclass(frozen=True, slots=True)
class Paid:
    """Money that went out: for what, to whom, with the photo of the bill or of the work."""

    paid_on: date
    amount: int
    words: str
    payee: str
    photo_name: str
    photo: Iterable[bytes]


@transaction.atomic
def spend(*, fund: Fund, paid: Paid, key: str, by: Actor, at: datetime) -> Spending:
    """Recorded by one; it counts as spent once another has agreed. Never more than there is."""
    fund = locked(fund, by, Act.RECORD)
    earlier = Spending.objects.filter(key=key).first()
    if earlier is not None:
        if (earlier.fund_id, earlier.amount) != (fund.pk, paid.amount):
            raise Refused(_("Mã gửi này đã dùng cho một khoản chi khác. Hãy tải lại trang rồi ghi lại."))
        return earlier
    check_open(fund)
    if paid.paid_on > clock.legal_day(at) or paid.paid_on < fund.opened_on:
        raise Refused(_("Ngày chi phải từ ngày mở quỹ đến hôm nay."))
    if paid.amount <= 0 or not paid.words.strip() or not paid.payee.strip():
        raise Refused(_("Hãy ghi số tiền, chi việc gì và ai nhận."))
    now = queries.figures(fund)
    if paid.amount > now.left - now.waiting:
        raise Refused(_("Quỹ không còn đủ tiền cho khoản chi này."))
    photo = b"".join(paid.photo)
    if not photo:
        raise Refused(_("Hãy chụp hóa đơn, giấy nhận tiền hoặc công việc đã làm."))
    spending = Spending.objects.create(
        fund=fund,
        number=_next(Spending, fund),
        paid_on=paid.paid_on,
        amount=paid.amount,
        words=nfc(paid.words).strip(),
        payee=nfc(paid.payee).strip(),
        photo=documents.store(data=photo, name=paid.photo_name, by=by.key),
        photo_name=paid.photo_name[:200],
        key=key,
        recorded_by=by.key,
    )
    data = {"number": spending.number, "amount": spending.amount, "photo": spending.photo.sha256}
    sign("spending.recorded", fund, by, data, spending, on=paid.paid_on, key=f"spending:{key}")
    publish(fund, by, published.of_spending(spending))
    return spending


def _next(kind: type[Receipt] | type[Spending], fund: Fund) -> int:
    """Numbers without a gap: the fund is locked."""
    return (kind.objects.filter(fund=fund).aggregate(last=Max("number"))["last"] or 0) + 1


@transaction.atomic
def approve(*, spending: Spending, by: Actor) -> Approval:
    """A second person agrees with a spending: not who recorded it, not the treasurer."""
    fund = locked(spending.fund, by, Act.APPROVE)
    earlier = Approval.objects.filter(spending=spending).first()
    if earlier is not None:
        return earlier
    if not access.may_second(by, fund, spending.recorded_by):
        raise NotAllowed(_("Người ghi khoản chi và người giữ quỹ không tự duyệt được. Hãy nhờ người thứ hai."))
    if Cancellation.objects.filter(spending=spending).exists():
        raise Refused(_("Khoản chi này đã bị hủy."))
    approval = Approval.objects.create(spending=spending, recorded_by=by.key)
    data = {"number": spending.number, "amount": spending.amount}
    sign("spending.approved", fund, by, data, approval, on=None)
    publish(fund, by, published.of_approval(approval))
    return approval


@transaction.atomic
def cancel_receipt(*, receipt: Receipt, reason: str, by: Actor) -> Cancellation:
    """A wrong receipt is struck through by a second person, never who wrote it nor the treasurer; it stays readable."""
    fund = locked(receipt.fund, by, Act.APPROVE)
    check_open(fund)
    earlier = Cancellation.objects.filter(receipt=receipt).first()
    if earlier is not None:
        return earlier
    if not access.may_second(by, fund, receipt.recorded_by):
        raise NotAllowed(_("Người ghi biên lai và người giữ quỹ không tự hủy được. Hãy nhờ người thứ hai."))
    if not reason.strip():
        raise Refused(_("Hãy ghi vì sao hủy."))
    now = queries.figures(fund)
    if receipt.kind == Receipt.Kind.MONEY and now.left - now.waiting < receipt.amount:
        raise Refused(_("Tiền của biên lai này đã được chi, quỹ không còn đủ để trả lại. Hãy hủy khoản chi sai trước."))
    made = Cancellation.objects.create(receipt=receipt, reason=nfc(reason).strip(), recorded_by=by.key)
    sign("receipt.cancelled", fund, by, {"number": receipt.number, "amount": receipt.amount}, made, on=None)
    publish(fund, by, published.of_cancellation(made))
    return made


@transaction.atomic
def cancel_spending(*, spending: Spending, reason: str, by: Actor) -> Cancellation:
    """A wrong spending is struck through by a second person, never who wrote it nor the treasurer; it stays."""
    fund = locked(spending.fund, by, Act.APPROVE)
    check_open(fund)
    earlier = Cancellation.objects.filter(spending=spending).first()
    if earlier is not None:
        return earlier
    if not access.may_second(by, fund, spending.recorded_by):
        raise NotAllowed(_("Người ghi khoản chi và người giữ quỹ không tự hủy được. Hãy nhờ người thứ hai."))
    if not reason.strip():
        raise Refused(_("Hãy ghi vì sao hủy."))
    made = Cancellation.objects.create(spending=spending, reason=nfc(reason).strip(), recorded_by=by.key)
    data = {"number": spending.number, "amount": spending.amount}
    sign("spending.cancelled", fund, by, data, made, on=None)
    publish(fund, by, published.of_cancellation(made))
    return made
