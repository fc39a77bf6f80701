"""What spot checks add to the pages of disclosures: where to go on from the list, findings beside the claim."""

from dienhong.disclosures.models import Disclosure
from dienhong.foundations.beside import Panel
from dienhong.foundations.requests import CivicRequest
from dienhong.spot_checks import access, queries, shown_rounds
from dienhong.spot_checks.access import Act


def on_the_list(request: CivicRequest, _about: object) -> Panel | None:
    """The way from the list of disclosures to figures, overdue things and rounds."""
    if not any(grant.role in access.GRANTS[Act.SEE] for grant in request.actor.grants):
        return None
    return Panel("spot_checks/_ways_on.html", {})


def for_desk(_request: CivicRequest, disclosure: Disclosure) -> Panel | None:
    """What was found of a disclosure, for who works with it: by whom, with a way to the photograph and to answer."""
    lines = shown_rounds.lines(queries.found_of(disclosure.pk))
    if not lines:
        return None
    given = {"lines": [(each, shown_rounds.BODIES[each.sample.round.body]) for each in lines]}
    return Panel("spot_checks/_beside.html", given)


def for_everybody(_request: CivicRequest, disclosure: Disclosure) -> Panel | None:
    """What was found of a disclosure: where, on which day, what; the unit's answer. Nobody is named."""
    lines = shown_rounds.lines(queries.found_of(disclosure.pk))
    return Panel("spot_checks/_public.html", {"lines": lines}) if lines else None
