"""What of the villages' decisions waits for somebody today."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.decisions import access
from dienhong.decisions.queries.desk import WORDS, Waits, by_kind
from dienhong.foundations.actors import Actor, Role
from dienhong.foundations.clock import VIETNAM
from dienhong.foundations.waiting import Waiting
from lawcore.ballots.effect import RECOGNISERS
from lawcore.ballots.matters import Matter as Kind
from lawcore.ballots.matters import Who

_COMMUNE = frozenset({Waits.RECOGNISE, Waits.FIX, Waits.DIVIDE, Waits.COMMUNE_CHOOSES, Waits.CHALLENGED})
BY_ROLE: Mapping[Role, frozenset[Waits]] = {
    Role.VILLAGE_HEAD: frozenset(
        {Waits.COUNT, Waits.MEET, Waits.SEND, Waits.SIGN, Waits.NOTIFY, Waits.PLAN, Waits.CHOOSE, Waits.CHANGE}
    ),
    Role.FRONT: frozenset({Waits.SIGN, Waits.RECOGNISE}),
    Role.OFFICER: _COMMUNE,
    Role.CHAIR: _COMMUNE,
}


def waiting_decisions(actor: Actor, on: date) -> Iterator[Waiting]:
    """One line for each thing that this role does, with how many matters wait for it. One query.

    A matter that has to be recognised waits for who recognises it: the commune, or for clause 5 its Front.
    A meeting is told of from its day on.
    """
    roles = {grant.role for grant in actor.grants} & BY_ROLE.keys()
    if not roles or not access.paths(actor):
        return
    midnight = datetime.combine(on + timedelta(days=1), time.min, tzinfo=VIETNAM)
    found: dict[Waits, int] = {}
    for code, kind, begun_on, number in by_kind(actor, before=midnight):
        waits = Waits(code)
        who = RECOGNISERS.on(begun_on).get(Kind(kind)) if waits is Waits.RECOGNISE else None
        if any(waits in BY_ROLE[role] and _fits(role, who) for role in roles):
            found[waits] = found.get(waits, 0) + number
    for waits in Waits:
        if waits in found:
            title = _("Việc của thôn: %(words)s (%(n)d)") % {"words": WORDS[waits], "n": found[waits]}
            yield Waiting(title, f"{reverse('decisions:desk')}?xem={waits}")


def _fits(role: Role, who: Who | None) -> bool:
    if who is None:
        return True
    return (role is Role.FRONT) == (who is Who.COMMUNE_FRONT)
