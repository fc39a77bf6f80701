"""Village conventions: what they may say, how they are drafted, adopted, recognised, suspended (Decree 61/2023).

Words    convention, drafting team, posting, quorum, dossier, recognition, suspension, abolition, review
Promise  the base is every household; adopted at a meeting or, after one that too few attended, by ballots, never online
Rules    lawcore.conventions.drafting, .adoption, .keeping, .periods
"""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from lawcore.answers import Answer
from lawcore.catalogues import Item
from lawcore.conventions import adoption, drafting, keeping, periods
from lawcore.conventions.catalogues import CATALOGUES
from lawcore.conventions.lifecycle import LIFECYCLES
from lawcore.conventions.terms import Extent, Form

__all__ = ["CATALOGUES", "DEADLINES", "LIFECYCLES", "MINIMUM", "RULES", "Extent", "Form", "Item"]

RULES: Final[Mapping[str, Callable[..., Answer[object]]]] = MappingProxyType(
    {
        "convention.proposal_admissible": drafting.proposal_admissible,
        "convention.support_form_allowed": drafting.support_form_allowed,
        "convention.content_allowed": drafting.content_allowed,
        "convention.language_allowed": drafting.language_allowed,
        "convention.team_complete": drafting.team_complete,
        "convention.opinions_asked": drafting.opinions_asked,
        "convention.may_vote": periods.may_vote,
        "convention.quorum": adoption.quorum,
        "convention.quorum_met": adoption.quorum_met,
        "convention.vote_form_allowed": adoption.vote_form_allowed,
        "convention.adopted": adoption.adopted,
        "convention.signed": adoption.signed,
        "convention.dossier_complete": adoption.dossier_complete,
        "convention.recognisable": adoption.recognisable,
        "convention.effective": adoption.effective,
        "convention.made_known": keeping.made_known,
        "convention.review_day": keeping.review_day,
        "convention.province_report": keeping.province_report,
        "convention.suspension_extent": keeping.suspension_extent,
        "convention.suspension_complete": keeping.suspension_complete,
        "convention.suspended": keeping.suspended,
        "convention.abolition_extent": keeping.abolition_extent,
        "convention.replace_by": keeping.replace_by,
    }
)
DEADLINES: Final[Mapping[str, Callable[..., Answer[date]]]] = MappingProxyType(
    {
        "convention.dossier": periods.dossier,
        "convention.recognition": periods.recognition,
        "convention.send": periods.sending,
        "convention.suspension": periods.suspension,
        "convention.abolition": periods.abolition,
    }
)
MINIMUM: Final[Mapping[str, Callable[..., Answer[date]]]] = MappingProxyType({"posting.convention": periods.posting})
