"""An officer makes a decision public, and its end: the words are there already, three questions, one button."""

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
from lawcore.disclosures.periods import changed


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


@never_cache
def publish_end(request: CivicRequest, pk: int) -> HttpResponse:
    """LDC art. 14 cl. 1: what was disclosed of a decision is disclosed again when it has ended, in the same place."""
    matter = queries.matter(pk, request.actor)
    committee = disclosed.committee_of(matter.village)
    found, step = disclosed.disclosure_of(matter), disclosed.end_of(matter)
    if committee is None or found is None or step is None:
        raise access.nothing()
    disclosing.check(request.actor, disclosing.Act.PUBLISH, committee)
    if disclosed.is_end_out(step):
        return redirect("disclosures:detail", found.pk)
    known = found_in.newest(found)
    told = Version(event=announced.end_event_of(matter, step), since=max(known.since, min(step.on, request.on)))
    words = announced.end_text_of(matter, step)
    form = ContentForm(request.POST or None, request.FILES or None, started=told, initial={"text": words})

    def act() -> Disclosure:
        seen = found_in.seen(found.pk, request.actor)
        key = disclosed.key_of_end(step.pk)
        return disclosures.change(disclosure=seen, content=form.content(), key=key, by=request.actor, at=request.at)

    context = {
        **work_on(matter, _("Công khai việc quyết định đã hết hiệu lực")),
        "answers": [(_("Vì sao công khai lại?"), changed(since=step.on))],
        "lead": _("Bản đã công khai vẫn giữ, bản mới đứng trước. Lời công khai đã điền sẵn, hãy đọc lại rồi gửi."),
    }
    return acted(request, form, act, to=_page, context=context)


def _page(found: Disclosure) -> str:
    return reverse("disclosures:detail", args=[found.pk])
