"""Who may do what with a village's money: one keeps it, another agrees, everybody of the village may look."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.translation import gettext as _

from dienhong.foundations.actors import Actor, Grant, Role
from dienhong.foundations.refusals import NotAllowed, NotFound
from dienhong.funds.models import Fund
from dienhong.registry.models import Locality, User


class Act(StrEnum):
    SEE = "see"  # household by household
    OPEN = "open"  # open a fund, name its treasurer, write relief, close it
    RECORD = "record"  # receipts and spending: the treasurer, or the village head for them
    APPROVE = "approve"  # agree with a spending, cancel what was wrong
    CONFIRM = "confirm"  # see the money go from one treasurer to the next: the Front


_VILLAGE = frozenset({Role.VILLAGE_HEAD, Role.FRONT})
GRANTS: Mapping[Act, frozenset[Role]] = {
    Act.SEE: _VILLAGE | {Role.OFFICER, Role.CHAIR, Role.INSPECTOR},
    Act.OPEN: frozenset({Role.VILLAGE_HEAD}),
    Act.RECORD: frozenset({Role.VILLAGE_HEAD}),
    Act.APPROVE: _VILLAGE,
    Act.CONFIRM: frozenset({Role.FRONT}),
}


def nothing() -> NotFound:
    """What is not there and what is not yours answer in the same words."""
    return NotFound(_("Không tìm thấy quỹ này."))


def may(actor: Actor, act: Act, village: Locality, *, fund: Fund | None = None) -> bool:
    if fund is not None and act in {Act.SEE, Act.RECORD} and is_treasurer(actor, fund):
        return True
    alone = act is not Act.SEE  # only the village's own posts have a hand in its money
    return any(village.path == path if alone else village.path.startswith(path) for path in paths(actor, act))


def paths(actor: Actor, act: Act) -> list[str]:
    """The places in whose villages the actor's posts let them do this."""
    return sorted({grant.path for grant in actor.grants if grant.role in GRANTS[act] and _counts(grant)})


def _counts(grant: Grant) -> bool:
    """A post of the place itself. The chair or officer of a school or an office of the commune is no such post."""
    return grant.organization_id is None or grant.role in _VILLAGE


def is_treasurer(actor: Actor, fund: Fund) -> bool:
    """Whether the account is that of the person who keeps this fund."""
    account: User | None = getattr(fund.treasurer, "account", None)
    return actor.is_known and account is not None and account.pk == actor.account_id


def may_second(actor: Actor, fund: Fund, recorded_by: str) -> bool:
    """Whether this may be the second person for what `recorded_by` wrote: another, and never who keeps the money."""
    return may(actor, Act.APPROVE, fund.village) and recorded_by != actor.key and not is_treasurer(actor, fund)


def check(actor: Actor, act: Act, village: Locality, *, fund: Fund | None = None) -> None:
    """Raises NotFound for who may not even see it, NotAllowed for a missing role."""
    if may(actor, act, village, fund=fund):
        return
    if not may(actor, Act.SEE, village, fund=fund):
        raise nothing()
    raise NotAllowed(_("Việc này do Trưởng thôn, thủ quỹ hoặc Mặt trận của thôn làm."))
