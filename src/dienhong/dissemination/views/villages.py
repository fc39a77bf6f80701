"""Notices to village heads, who opened them; and the page that a village head reads from."""

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.disclosures import access as disclosures
from dienhong.disclosures import queries as published
from dienhong.dissemination import access, actions, queries
from dienhong.dissemination.views.desk import made_public, steps
from dienhong.foundations.requests import CivicRequest
from dienhong.notifications import actions as notifications
from lawcore.disclosures import Publisher

REMIND = "nhac"


def heads(request: CivicRequest, pk: int) -> HttpResponse:
    """Village by village: sent, opened by whom and when, told or not."""
    found, version = made_public(request, pk)
    if request.method == "POST":
        if REMIND in request.POST:
            count = actions.remind_heads(disclosure=found, by=request.actor, at=request.at)
            said = _("Đã nhắc %(n)s Trưởng thôn.") if count else _("Hôm nay không còn ai phải nhắc.")
        else:
            count = actions.send_to_heads(disclosure=found, by=request.actor, at=request.at)
            said = _("Đã gửi %(n)s Trưởng thôn.") if count else _("Ai cũng đã được gửi rồi.")
        messages.success(request, said % {"n": count} if count else said)
        return redirect("dissemination:heads", pk)
    rows = queries.receipts(version, published.villages(found, on=request.on), on=request.on)
    sent = [each for each in rows if each.sent_at]
    context = {
        "disclosure": found,
        "rows": rows,
        "sent": len(sent),
        "opened": sum(each.read_at is not None for each in sent),
        "unsent": sum(each.sent_at is None and bool(each.head) for each in rows),
        "unread": sum(each.read_at is None for each in sent),
        "headless": [each.village for each in rows if not each.head],
        "stopped": not published.is_free(version),
        "trail": steps(found, _("Gửi Trưởng thôn")),
    }
    return render(request, "dissemination/heads.html", context)


def village(request: CivicRequest, village: int, pk: int) -> HttpResponse:
    """The words to read out, the same as on the radio; opening it is the receipt.

    What was never out answers a village head in the words of what is not there: its title is not public yet.
    """
    if not request.actor.is_known:
        return redirect_to_login(request.get_full_path())
    found = published.disclosure(pk)
    here = next((each for each in published.villages(found, on=request.on) if each.pk == village), None)
    if here is None or found.item.plan.kind != Publisher.COMMUNE:
        raise access.nothing()
    is_head = disclosures.may_pass_on(request.actor, here) and published.was_out(found)
    if not is_head and not access.may_make(request.actor, found.item.plan.organization):
        raise access.nothing()
    version = published.newest(found)
    if is_head:
        for each in queries.mine(version, here, request.actor):
            notifications.mark_read(notice=each, by=request.actor, at=request.at)
    is_out = published.is_shown(version)
    script = queries.newest_script(version) if is_out else None
    context = {
        "disclosure": found,
        "village": here,
        "version": version,
        "is_out": is_out,
        "withdrawal": getattr(version, "withdrawal", None),
        "script": script,
        "texts": queries.shown_texts(found) if is_out else [],
        "voices": queries.shown_voices(found) if is_out else [],
        "is_left": is_head and any(each.disclosure.pk == pk for each in published.to_tell(here, on=request.on)),
        "trail": [
            (_("Cần thông báo"), reverse("disclosures:village")),
            (found.title, ""),
        ],
    }
    return render(request, "dissemination/village.html", context)
