"""Money in and out on a phone: household, amount, receipt; leaves of a book; spend, agree, strike through."""

from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.db import transaction
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from dienhong.documents.views import serve
from dienhong.foundations import qr
from dienhong.foundations.refusals import Refused
from dienhong.foundations.requests import CivicRequest
from dienhong.funds import access, actions, queries, shown
from dienhong.funds.access import Act
from dienhong.funds.forms import CancelForm, GiftForm, LeavesForm, OtherForm, ReceiveForm, SpendForm
from dienhong.funds.models import Book, Fund, Receipt
from dienhong.funds.views.acting import acted, trail, work

PER_PAGE = 40


@never_cache
def choose(request: CivicRequest, pk: int) -> HttpResponse:
    """Which household pays: by number or by letters of a name. One found: its form at once."""
    fund = queries.fund(pk, request.actor)
    text = request.GET.get("tim", "")
    found = queries.standings(fund, on=request.on, text=text)
    may_record = access.may(request.actor, Act.RECORD, fund.village, fund=fund) and fund.closed_on is None
    to = "funds:receive-other" if fund.per_household is None else "funds:receive"
    if text and len(found) == 1 and may_record:
        return redirect(to, fund.pk, found[0].household.pk)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "fund": fund,
        "page": page,
        "text": text,
        "may_record": may_record,
        "to": to,
        "may_relieve": access.may(request.actor, Act.OPEN, fund.village) and fund.closed_on is None,
        "may_take_back": access.may(request.actor, Act.APPROVE, fund.village)
        and not access.is_treasurer(request.actor, fund)
        and fund.closed_on is None,
        "trail": trail(fund, (_("Các hộ"), "")),
    }
    return render(request, "funds/choose.html", context)


@never_cache
def receive(request: CivicRequest, pk: int, household: int) -> HttpResponse:
    """The amount that is left is proposed; saved, the receipt."""
    fund, context = work(request, pk, Act.RECORD, _("Thu tiền"))
    row = queries.household_of(fund, household, on=request.on)
    initial = {"amount": row.left or None, "payer": row.name, "received_on": request.on}
    form = ReceiveForm(request.POST or None, initial=initial)

    def act() -> Receipt:
        data = dict(form.cleaned_data)
        key = data.pop("key")
        given = actions.Given(household=row.household, **data)
        return actions.receive(fund=fund, given=given, key=key, by=request.actor, at=request.at)

    context |= {"row": row, "submit": _("Lưu và in biên lai")}
    return acted(request, form, act, to=_receipt, context=context, template="funds/receive.html")


def receive_other(request: CivicRequest, pk: int, household: int) -> HttpResponse:
    """Days of labour or goods of a household; goods count towards its level."""
    fund, context = work(request, pk, Act.RECORD, _("Ghi ngày công, hiện vật"))
    row = queries.household_of(fund, household, on=request.on)
    context["lead"] = _("Hộ %(code)s, %(name)s") % {"code": row.household.code, "name": row.name}
    form = OtherForm(request.POST or None, initial={"kind": Receipt.Kind.LABOUR, "received_on": request.on})

    def act() -> Receipt:
        data = {**form.cleaned_data, **{name: form.cleaned_data[name] or 0 for name in ("amount", "days")}}
        key = data.pop("key")
        given = actions.Given(household=row.household, payer=row.name, **data)
        return actions.receive(fund=fund, given=given, key=key, by=request.actor, at=request.at)

    return acted(request, form, act, to=_receipt, context=context)


def receive_gift(request: CivicRequest, pk: int) -> HttpResponse:
    """From who is no household of the village: money, goods, labour."""
    fund, context = work(request, pk, Act.RECORD, _("Ghi ủng hộ"))
    form = GiftForm(request.POST or None, initial={"received_on": request.on})

    def act() -> Receipt:
        data = {**form.cleaned_data, **{name: form.cleaned_data[name] or 0 for name in ("amount", "days")}}
        key = data.pop("key")
        given = actions.Given(**data)
        return actions.receive(fund=fund, given=given, key=key, by=request.actor, at=request.at)

    return acted(request, form, act, to=_receipt, context=context)


@never_cache
def receipt(request: CivicRequest, pk: int, receipt: int) -> HttpResponse:
    """To show, to print, to send: number, amount in figures and words, the code that opens it."""
    fund = queries.fund(pk, request.actor)
    found = queries.receipt(fund, receipt)
    code = queries.code_of(found)
    url = settings.DIENHONG_URL.rstrip("/") + code.path if code else ""
    may_record = access.may(request.actor, Act.RECORD, fund.village, fund=fund) and fund.closed_on is None
    context = {
        "fund": fund,
        "receipt": found,
        "in_words": shown.in_words(found),
        "code": shown.printed_code(code.code) if code else "",
        "url": url,
        "qr": qr.drawn(url) if url else "",
        "may_record": may_record,
        "may_cancel": access.may_second(request.actor, fund, found.recorded_by) and fund.closed_on is None,
        "trail": trail(fund, (_("Biên lai số %(n)s") % {"n": found.number}, "")),
    }
    return render(request, "funds/receipt.html", context)


def cancel_receipt(request: CivicRequest, pk: int, receipt: int) -> HttpResponse:
    """Struck through by a second person."""
    fund, context = work(request, pk, Act.APPROVE, _("Hủy biên lai"))
    found = queries.receipt(fund, receipt)
    context["lead"] = _("Biên lai số %(n)s, %(what)s.") % {"n": found.number, "what": shown.in_figures(found)}
    form = CancelForm(request.POST or None)

    def act() -> object:
        return actions.cancel_receipt(receipt=found, reason=form.cleaned_data["reason"], by=request.actor)

    return acted(request, form, act, to=_receipt(found), context=context)


@never_cache
def leaves(request: CivicRequest, pk: int, book: int) -> HttpResponse:
    """Many leaves of a carbon book typed on one page: all of them are recorded, or none and it says which is wrong."""
    fund, context = work(request, pk, Act.RECORD, _("Gõ biên lai từ quyển"))
    found = fund.books.filter(pk=book).first()
    if found is None:
        raise access.nothing()
    used = {serial for serial in found.receipts.values_list("serial", flat=True) if serial is not None}
    free = [number for number in range(max(used, default=found.first - 1) + 1, found.last + 1) if number not in used]
    form = LeavesForm(request.POST or None, serials=free, amount=fund.per_household, on=request.on)

    def act() -> None:
        _record(request, fund, found, form)

    missing = next((numbers for each, numbers in queries.missing_leaves(fund) if each == found), [])
    context |= {"book": found, "missing": missing, "used": len(used), "submit": _("Lưu các biên lai này")}
    to = reverse("funds:leaves", args=[pk, book])
    return acted(request, form, act, to=to, context=context, template="funds/leaves.html")


def _record(request: CivicRequest, fund: Fund, book: Book, form: LeavesForm) -> None:
    """Every leaf, or none: what is wrong is said at its row."""
    key = form.cleaned_data["key"]
    wrong = False
    by_code: dict[str, list[Any]] = {}
    for leaf in form.leaves:
        by_code.setdefault(leaf.household, queries.standings(fund, on=request.on, text=leaf.household))
    with transaction.atomic():
        for leaf in form.leaves:
            rows = by_code[leaf.household]
            if len(rows) != 1:
                form.add_error(f"household_{leaf.row}", _("Không rõ là hộ nào. Ghi đúng số hộ."))
                wrong = True
                continue
            given = actions.Given(
                received_on=leaf.on, household=rows[0].household, payer=leaf.payer or rows[0].name,
                amount=leaf.amount, book=book, serial=leaf.serial, entered_at=request.at,
            )  # fmt: skip
            try:
                with transaction.atomic():
                    actions.receive(fund=fund, given=given, key=f"{key}:{leaf.row}", by=request.actor, at=request.at)
            except Refused as refusal:
                form.add_error(f"serial_{leaf.row}", str(refusal))
                wrong = True
        if wrong:
            transaction.set_rollback(True)
    if wrong:
        raise Refused(_("Chưa ghi biên lai nào. Hãy sửa các dòng được đánh dấu rồi lưu lại."))


def spend(request: CivicRequest, pk: int) -> HttpResponse:
    """Amount, for what, to whom, photo; then the second person."""
    fund, context = work(request, pk, Act.RECORD, _("Ghi khoản chi"))
    form = SpendForm(request.POST or None, request.FILES or None, initial={"paid_on": request.on})
    now = queries.figures(fund)
    context["lead"] = _("Chi được nhiều nhất %(n)s đồng. Khoản chi chỉ tính khi người thứ hai đồng ý.") % {
        "n": shown.dotted(now.left - now.waiting)
    }

    def act() -> object:
        given = form.cleaned_data
        paid = actions.Paid(
            paid_on=given["paid_on"], amount=given["amount"], words=given["words"], payee=given["payee"],
            photo_name=given["photo"].name, photo=given["photo"].chunks(),
        )  # fmt: skip
        return actions.spend(fund=fund, paid=paid, key=given["key"], by=request.actor, at=request.at)

    return acted(request, form, act, to=lambda made: reverse("funds:spending", args=[pk, made.pk]), context=context)


@never_cache
def spending(request: CivicRequest, pk: int, spending: int) -> HttpResponse:
    """One spending; the second person agrees here with one button."""
    fund = queries.fund(pk, request.actor)
    found = queries.spending(fund, spending)
    error = ""
    if request.method == "POST":
        access.check(request.actor, Act.APPROVE, fund.village, fund=fund)
        try:
            actions.approve(spending=found, by=request.actor)
        except Refused as refusal:
            error = str(refusal)
        else:
            return redirect("funds:spending", pk, spending)
    may = access.may_second(request.actor, fund, found.recorded_by) and fund.closed_on is None
    context = {
        "fund": fund,
        "spending": found,
        "error": error,
        **shown.spending_page(found, may=may),
        "trail": trail(fund, (_("Khoản chi số %(n)s") % {"n": found.number}, "")),
    }
    return render(request, "funds/spending.html", context, status=422 if error else 200)


def cancel_spending(request: CivicRequest, pk: int, spending: int) -> HttpResponse:
    """Struck through by a second person."""
    fund, context = work(request, pk, Act.APPROVE, _("Hủy khoản chi"))
    found = queries.spending(fund, spending)
    context["lead"] = _("%(words)s, %(n)s đồng.") % {"words": found.words, "n": shown.dotted(found.amount)}
    form = CancelForm(request.POST or None)

    def act() -> object:
        return actions.cancel_spending(spending=found, reason=form.cleaned_data["reason"], by=request.actor)

    return acted(request, form, act, to=reverse("funds:spending", args=[pk, spending]), context=context)


def photo(request: CivicRequest, pk: int, spending: int) -> FileResponse:
    """The bill or the work, for who may see the fund."""
    found = queries.spending(queries.fund(pk, request.actor), spending)
    return serve(found.photo, found.photo_name, inline=True)


def _receipt(made: Receipt) -> str:
    return reverse("funds:receipt", args=[made.fund_id, made.pk])
