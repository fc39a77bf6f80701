"""Another treasurer: the head proposes, the Front confirms once the money has been handed over."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from dienhong.foundations.requests import CivicRequest
from dienhong.funds import access, actions, queries, shown
from dienhong.funds.access import Act
from dienhong.funds.forms import ConfirmForm, TreasurerForm
from dienhong.funds.views.acting import acted, work
from dienhong.funds.views.keeping import people_offered


@never_cache
def propose(request: CivicRequest, pk: int) -> HttpResponse:
    """Search a person, say why; the Front is asked."""
    fund, context = work(request, pk, Act.OPEN, _("Đổi thủ quỹ"))
    text, people = people_offered(request, fund.village)
    form = TreasurerForm(request.POST or None, people=people)

    def act() -> object:
        given = form.cleaned_data
        return actions.propose_treasurer(
            fund=fund, to=given["treasurer"], reason=given["reason"], key=given["key"], by=request.actor, at=request.at
        )

    context |= {"text": text, "found": len(people), "proposed": queries.treasurer_proposed(fund)}
    to = reverse("funds:fund", args=[pk])
    return acted(request, form, act, to=to, context=context, template="funds/treasurer.html")


@never_cache
def confirm(request: CivicRequest, pk: int) -> HttpResponse:
    """Who gives, who takes, how much stands in the books: one button for who saw it counted."""
    fund, context = work(request, pk, Act.CONFIRM, _("Xác nhận đổi thủ quỹ"))
    change = queries.treasurer_proposed(fund)
    if change is None:
        raise access.nothing()
    form = ConfirmForm(request.POST or None)
    context |= {"change": change, "left": shown.dotted(queries.figures(fund).left)}
    context["submit"] = _("Tôi đã thấy hai bên đếm và giao nhận đủ tiền, sổ, biên lai")

    def act() -> object:
        return actions.confirm_treasurer(change=change, by=request.actor, at=request.at)

    to = reverse("funds:fund", args=[pk])
    return acted(request, form, act, to=to, context=context, template="funds/confirm_treasurer.html")
