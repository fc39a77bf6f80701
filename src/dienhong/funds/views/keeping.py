"""Open a fund, relieve a household, hand out a book, state a month, close."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.decisions import queries as decisions
from dienhong.foundations.requests import CivicRequest
from dienhong.funds import access, actions, queries, shown
from dienhong.funds.access import Act
from dienhong.funds.forms import BookForm, CloseForm, OpenForm, RelieveForm, StateForm, TakeBackForm
from dienhong.funds.models import Statement
from dienhong.funds.views.acting import acted, trail, work
from dienhong.registry.models import Locality, Person


def open_fund(request: CivicRequest, matter: int) -> HttpResponse:
    """From a decision that binds: search a person, choose, done."""
    found = decisions.matter(matter, request.actor)
    access.check(request.actor, Act.OPEN, found.village)
    text, people = people_offered(request, found.village)
    form = OpenForm(request.POST or None, people=people)

    def act() -> object:
        given = form.cleaned_data
        return actions.open_fund(
            matter=found, treasurer=given["treasurer"], key=given["key"], by=request.actor, at=request.at
        )

    context: dict[str, Any] = {
        "matter": found,
        "text": text,
        "found": len(people),
        "trail": trail(None, (_("Mở quỹ"), "")),
    }
    to = lambda fund: reverse("funds:fund", args=[fund.pk])  # noqa: E731 - one line of an address
    return acted(request, form, act, to=to, context=context, template="funds/open.html")


def people_offered(request: CivicRequest, village: Locality) -> tuple[str, list[int]]:
    """What was searched, and the people of the village that may be chosen: those found, or the one that was sent."""
    text = request.GET.get("tim", "")
    if request.method != "POST":
        return text, [each.pk for each in queries.people_found(village, text)]
    sent = [int(each) for each in request.POST.getlist("treasurer") if each.isascii() and each.isdecimal()][:1]
    return text, list(Person.objects.filter(pk__in=sent, locality=village).values_list("pk", flat=True))


def relieve(request: CivicRequest, pk: int, household: int) -> HttpResponse:
    """A household gives less or nothing, as the community decided."""
    fund, context = work(request, pk, Act.OPEN, _("Giảm, miễn cho hộ"))
    row = queries.household_of(fund, household, on=request.on)
    form = RelieveForm(request.POST or None)
    context["lead"] = _("Hộ %(code)s, %(name)s") % {"code": row.household.code, "name": row.name}

    def act() -> object:
        given = form.cleaned_data
        return actions.relieve(fund=fund, household=row.household, by=request.actor, **given)

    return acted(request, form, act, to=reverse("funds:choose", args=[pk]), context=context)


def take_back_relief(request: CivicRequest, pk: int, household: int) -> HttpResponse:
    """A second person brings a household back to the full level: the relief was another household's."""
    fund, context = work(request, pk, Act.APPROVE, _("Sửa giảm, miễn ghi nhầm"))
    row = queries.household_of(fund, household, on=request.on)
    form = TakeBackForm(request.POST or None)
    context["lead"] = _("Hộ %(code)s, %(name)s") % {"code": row.household.code, "name": row.name}

    def act() -> object:
        return actions.take_back_relief(fund=fund, household=row.household, by=request.actor, **form.cleaned_data)

    return acted(request, form, act, to=reverse("funds:choose", args=[pk]), context=context)


def hand_out_book(request: CivicRequest, pk: int) -> HttpResponse:
    """A carbon book of numbered receipts goes to somebody."""
    fund, context = work(request, pk, Act.OPEN, _("Giao quyển biên lai"))
    form = BookForm(request.POST or None, initial={"given_on": request.on})

    def act() -> object:
        return actions.hand_out_book(fund=fund, by=request.actor, **form.cleaned_data)

    return acted(request, form, act, to=lambda book: reverse("funds:leaves", args=[pk, book.pk]), context=context)


def state(request: CivicRequest, pk: int) -> HttpResponse:
    """The sheet of a month that is over."""
    fund, context = work(request, pk, Act.RECORD, _("Lập bảng thu chi tháng"))
    form = StateForm(request.POST or None, months=queries.months(fund, on=request.on))
    if not form.months:
        context["lead"] = _("Các tháng đã qua đều có bảng. Tháng này lập được sau ngày cuối tháng.")

    def act() -> object:
        since, until = form.months[form.cleaned_data["month"]]
        return actions.state(
            fund=fund, since=since, until=until, key=form.cleaned_data["key"], by=request.actor, at=request.at
        )

    return acted(request, form, act, to=_statement, context=context)


def close(request: CivicRequest, pk: int) -> HttpResponse:
    """The closing statement; what is left needs a decision."""
    fund, context = work(request, pk, Act.OPEN, _("Quyết toán và đóng quỹ"))
    form = CloseForm(request.POST or None, choices=queries.surplus_choices(fund))
    context["lead"] = shown.closing_words(fund)

    def act() -> object:
        return actions.close(fund=fund, by=request.actor, at=request.at, **form.cleaned_data)

    return acted(request, form, act, to=_statement, context=context)


def _statement(statement: Statement) -> str:
    return reverse("funds:statement", args=[statement.fund_id, statement.pk])
