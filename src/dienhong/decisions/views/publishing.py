"""An officer makes a decision public: its words are there already, three questions are answered, one button."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from dienhong.decisions import access, actions, announced, queries
from dienhong.decisions.queries import disclosed
from dienhong.decisions.views.acting import acted
from dienhong.decisions.views.matters import work_on
from dienhong.disclosures import access as disclosing
from dienhong.disclosures import actions as disclosures
from dienhong.disclosures import queries as found_in
from dienhong.disclosures.forms import ContentForm
from dienhong.disclosures.models import Disclosure, Version
from dienhong.foundations.refusals import Refused
from dienhong.foundations.requests import CivicRequest
from lawcore.ballots.publishing import disclosed_as


@never_cache
def publish(request: CivicRequest, pk: int) -> HttpResponse:
    """What is public already leads to its disclosure: a second press does nothing more."""
    matter = queries.matter(pk, request.actor)
    committee = disclosed.committee_of(matter.village)
    if committee is None:
        raise access.nothing()
    disclosing.check(request.actor, disclosing.Act.PUBLISH, committee)
    earlier = disclosed.disclosure_of(matter)
    if earlier is not None and earlier.content:  # type: ignore[attr-defined]
        return redirect("disclosures:detail", earlier.pk)
    started = Version(event=announced.event_of(matter), since=request.on)
    form = ContentForm(
        request.POST or None, request.FILES or None, started=started, initial={"text": announced.text_of(matter)}
    )

    def act() -> Disclosure:
        made = actions.disclose(matter_id=matter.pk, at=request.at)
        if made is None:
            raise Refused(_("Chưa công khai được: quyết định chưa có hiệu lực, hoặc xã chưa có kế hoạch công khai."))
        found = found_in.seen(made.pk, request.actor)
        newest = found_in.newest(found)
        if newest.has_content:
            return found
        form.started = newest
        key = form.cleaned_data["key"]
        return disclosures.change(disclosure=found, content=form.content(), key=key, by=request.actor, at=request.at)

    context = {
        **work_on(matter, _("Công khai quyết định")),
        "answers": [(_("Công khai ở nội dung nào?"), disclosed_as(matter=matter.law, on=matter.begun_on))],
        "lead": _("Lời công khai đã điền sẵn. Bản quét có chữ ký kèm theo nếu cần; che dữ liệu cá nhân trước."),
    }
    return acted(request, form, act, to=_page, context=context)


def _page(found: Disclosure) -> str:
    return reverse("disclosures:detail", args=[found.pk])
