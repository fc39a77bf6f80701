"""What stands on the pages of a disclosure: what can be made of it; second texts and voices for everybody."""

from typing import Any

from dienhong.disclosures import queries as published
from dienhong.disclosures.models import Disclosure
from dienhong.dissemination import access, queries
from dienhong.foundations.beside import Panel
from dienhong.foundations.requests import CivicRequest
from lawcore.disclosures import Publisher


def for_desk(request: CivicRequest, disclosure: Disclosure) -> Panel | None:
    """The section "Đưa tin đến người dân", for who may make it."""
    if not access.may_make(request.actor, disclosure.item.plan.organization) or disclosure.is_closed:
        return None
    version = published.newest(disclosure)
    if not version.has_content or getattr(version, "withdrawal", None) is not None:
        return None
    given: dict[str, Any] = {
        "disclosure": disclosure,
        "is_commune": disclosure.item.plan.kind == Publisher.COMMUNE,
        "stopped": not published.is_free(version),
        "script": queries.newest_script(version),
    }
    return Panel("dissemination/_desk.html", given)


def for_everybody(_request: CivicRequest, disclosure: Disclosure) -> Panel | None:
    """The approved second texts and voices."""
    texts, voices = queries.shown_texts(disclosure), queries.shown_voices(disclosure)
    if not texts and not voices:
        return None
    return Panel("dissemination/_public.html", {"texts": texts, "voices": voices})


def for_village_head(_request: CivicRequest, disclosure: Disclosure) -> Panel | None:
    """The words of the radio and the approved second texts, so that everybody hears the same."""
    script, texts = queries.newest_script(published.newest(disclosure)), queries.shown_texts(disclosure)
    if script is None and not texts:
        return None
    return Panel("dissemination/_village.html", {"script": script, "texts": texts})
