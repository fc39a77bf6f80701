"""A decision that binds goes among what the commune makes public: its clock starts, whoever recorded the effect."""

from datetime import datetime

from django.db import transaction

from dienhong.decisions import announced
from dienhong.decisions.models import Matter
from dienhong.decisions.queries import disclosed
from dienhong.decisions.queries.public import BINDS
from dienhong.disclosures import actions as disclosures
from dienhong.disclosures.models import Disclosure
from dienhong.foundations import clock
from dienhong.foundations.actors import SYSTEM
from lawcore.ballots.publishing import disclosed_as

KNOWN_SINCE = ("send", "recognise", "fix_day")
"""The steps from whose day the commune has the paper of a decision that binds."""


@transaction.atomic
def disclose(*, matter_id: int, at: datetime) -> Disclosure | None:
    """LDC art. 11 cl. 5, 14; art. 12 cl. 3: the clock of a decision's publication. Done again: the same disclosure.

    Counted from the day on which the commune had the decision, not from that of the vote. Nothing for a decision that
    does not bind, of a village without a commune, or where the commune has no plan of that year: its officers are told.
    """
    matter = Matter.objects.select_for_update(of=("self",)).select_related("village__parent").get(pk=matter_id)
    earlier = disclosed.disclosure_of(matter)
    if earlier is not None:
        return earlier
    committee = disclosed.committee_of(matter.village)
    step = matter.steps.filter(event__in=KNOWN_SINCE).order_by("-pk").first()
    if matter.stage not in BINDS or committee is None or step is None:
        return None
    owed = disclosures.Owed(
        code=disclosed_as(matter=matter.law, on=matter.begun_on).result,
        title=announced.title_of(matter),
        event=announced.event_of(matter),
        since=min(step.on, clock.legal_day(at)),
        source=disclosed.source_of(matter),
        village=matter.village,
    )
    return disclosures.start(organization=committee, owed=owed, by=SYSTEM)
