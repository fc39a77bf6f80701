"""Before the conference: its plan, who agreed with it, the three reports (Decree 59/2023 art. 10)."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.conferences import access, queries
from dienhong.conferences.access import REPORTS, Act
from dienhong.conferences.actions import telling
from dienhong.conferences.actions.signing import locked, sign
from dienhong.conferences.models import Agreement, Conference, Part, Report
from dienhong.decisions import actions as decisions
from dienhong.decisions.actions.calling_off import BEFORE_IT_BEGINS
from dienhong.decisions.models import Matter
from dienhong.foundations import clock
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import NotAllowed, Refused
from dienhong.ledger.canonical import canonical
from dienhong.registry.models import Locality
from lawcore.vietnamese import nfc


@dataclass(frozen=True, slots=True)
class Planned:
    """When, where, who leads; which bodies are invited besides the households; who does what; what is voted on too."""

    meeting: decisions.Planned
    guests: str = ""
    arranged: str = ""
    matters: Sequence[Matter] = ()


@transaction.atomic
def plan(*, village: Locality, planned: Planned, key: str, by: Actor, at: datetime) -> Conference:
    """LDC art. 33 cl. 1, 2; Decree 59/2023 art. 10 cl. 1, 2: the village head plans the one conference of the year."""
    village = Locality.objects.select_for_update(of=("self",)).select_related("parent").get(pk=village.pk)
    access.check(by, Act.PLAN, village)
    earlier = Conference.objects.filter(key=key).first()
    if earlier is not None:
        return earlier
    day = clock.legal_day(planned.meeting.planned_at)
    if Conference.objects.filter(village=village, year=day.year).exists():
        raise Refused(_("Thôn đã có hội nghị định kỳ của năm %(year)s.") % {"year": day.year})
    meeting = decisions.plan_meeting(
        village=village,
        matters=planned.matters,
        planned=planned.meeting,
        key=f"conference:{key}"[:80],
        by=by,
        at=at,
        is_yearly=True,
    )
    conference = Conference.objects.create(
        village=village,
        year=day.year,
        meeting=meeting,
        guests=nfc(planned.guests).strip(),
        arranged=nfc(planned.arranged).strip(),
        key=key,
        recorded_by=by.key,
    )
    data = {"year": day.year, "meeting": meeting.pk}
    sign("conference.planned", conference, by, data, conference, on=day, key=f"conference:{key}")
    telling.of_plan(conference)
    return conference


@transaction.atomic
def agree(*, conference: Conference, side: str, agreed_on: date, by: Actor, at: datetime) -> Agreement:
    """Decree 59/2023 art. 10 cl. 4: one of the three agreed with the plan, as its paper says. Said again: the same."""
    conference = locked(conference, by, Act.PLAN)
    earlier = _agreed(conference, side)
    if earlier is not None:
        return earlier
    if side not in Agreement.Side.values:
        raise Refused(_("Hãy chọn nơi đã thống nhất kế hoạch."))
    if agreed_on > clock.legal_day(at):
        raise Refused(_("Ngày thống nhất chưa đến. Hãy ghi sau khi đã thống nhất."))
    if conference.meeting.opened_at is not None and agreed_on > clock.legal_day(conference.meeting.opened_at):
        raise Refused(_("Kế hoạch phải được thống nhất trước ngày hội nghị. Hãy kiểm tra lại ngày."))
    return _written(conference, side, agreed_on, by, by_itself=False)


@transaction.atomic
def agree_itself(*, conference: Conference, side: str, by: Actor, at: datetime) -> Agreement:
    """Decree 59/2023 art. 10 cl. 4: one of the three agrees from its own account, before the conference begins.

    What the village head wrote down from a paper stays beside it.
    """
    conference = locked(conference, by, Act.SEE)
    if not access.agrees(by, side, conference.village):
        raise NotAllowed(_("Việc này do Ủy ban nhân dân, Mặt trận, Ban Thanh tra nhân dân xã làm, mỗi nơi phần mình."))
    earlier = _agreed(conference, side, by_itself=True)
    if earlier is not None:
        return earlier
    if conference.meeting.stage not in BEFORE_IT_BEGINS:
        raise Refused(_("Kế hoạch được thống nhất trước khi họp; hội nghị này đã khai mạc hoặc đã báo không họp."))
    return _written(conference, side, clock.legal_day(at), by, by_itself=True)


def _agreed(conference: Conference, side: str, **itself: bool) -> Agreement | None:
    """What a side said of the plan that stands now, its own word first."""
    found = conference.agreements.filter(side=side, plan=conference.plan, **itself)
    return found.order_by("-by_itself", "pk").first()


def _written(conference: Conference, side: str, agreed_on: date, by: Actor, *, by_itself: bool) -> Agreement:
    made = Agreement.objects.create(
        conference=conference,
        plan=conference.plan,
        side=side,
        by_itself=by_itself,
        agreed_on=agreed_on,
        recorded_by=by.key,
    )
    data = {"side": side, "plan": conference.plan, "by_itself": by_itself}
    key = f"agreement:{conference.pk}:{conference.plan}:{side}:{int(by_itself)}"
    sign("agreement.recorded", conference, by, data, made, on=agreed_on, key=key)
    return made


@transaction.atomic
def report(
    *, conference: Conference, part: str, presenter: str, words: str, key: str, by: Actor, at: datetime
) -> Report:
    """LDC art. 33 cl. 3: one of the three reports, with what the village's records say this day. Later: a new version.

    Until the minutes are written: what was reported is what stands in them.
    """
    if part not in Part.values:
        raise access.nothing()
    conference = locked(conference, by, REPORTS[part])
    earlier = Report.objects.filter(key=key).first()
    if earlier is not None:
        return earlier
    if conference.minutes.exists():
        raise Refused(_("Biên bản đã lập nên không sửa báo cáo được nữa."))
    if not words.strip() or not presenter.strip():
        raise Refused(_("Hãy ghi lời báo cáo và người trình bày."))
    facts = queries.facts_of(conference, part, on=clock.legal_day(at))
    words, presenter = nfc(words).strip(), nfc(presenter).strip()
    sealed = {"facts": facts, "words": words, "presenter": presenter}
    facts["salt"] = secrets.token_hex(16)
    made = Report.objects.create(
        conference=conference,
        part=part,
        version=conference.reports.filter(part=part).count() + 1,
        presenter=presenter,
        words=words,
        facts=facts,
        digest=digest_of(sealed),
        key=key,
        recorded_by=by.key,
    )
    data = {"part": part, "version": made.version, "digest": made.digest}
    sign("conference_report.written", conference, by, data, made, key=f"conference-report:{key}")
    return made


def digest_of(content: dict[str, Any]) -> str:
    """SHA-256 of the content's canonical text (RFC 8785), in hexadecimal."""
    return hashlib.sha256(canonical(content)).hexdigest()
