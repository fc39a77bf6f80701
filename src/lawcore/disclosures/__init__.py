"""What must be made public, in which ways, by when and for how long (LDC art. 11 to 14, 46 to 48, 64 to 66).

Words    item, part, form, place, posting, broadcast, village head, quarterly list
Promise  an item counts as disclosed only when every required way is done for as long as required
Rules    lawcore.disclosures.obligations, completeness, periods, duties; the lists: commune, inside
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from lawcore.answers import Answer
from lawcore.disclosures import commune, inside, periods
from lawcore.disclosures.completeness import complete, complete_inside
from lawcore.disclosures.duties import notice_valid, owed_on_request, report_due
from lawcore.disclosures.items import Form, Item, Notice, Part, Place, Posted, Publisher, Way
from lawcore.disclosures.lifecycle import LIFECYCLES
from lawcore.disclosures.obligations import Obligations, obligations

RULES: Final[Mapping[str, Callable[..., Answer[object]]]] = MappingProxyType(
    {
        "disclosure.obligations": obligations,
        "disclosure.on_time": periods.on_time,
        "disclosure.complete": complete,
        "disclosure.complete_inside": complete_inside,
        "disclosure.notice_valid": notice_valid,
        "disclosure.owed_on_request": owed_on_request,
        "disclosure.report_due": report_due,
    }
)
DEADLINES: Final[Mapping[str, Callable[..., Answer[object]]]] = MappingProxyType(
    {
        "disclosure.commune": periods.commune,
        "disclosure.agency": periods.agency,
        "disclosure.enterprise": periods.enterprise,
        "disclosure.change": periods.changed,
        "disclosure.of_period": periods.of_period,
        "disclosure.quarterly_list": periods.quarterly_list,
    }
)
MINIMUM: Final[Mapping[str, Callable[..., Answer[object]]]] = MappingProxyType(
    {
        "posting.commune": periods.commune_posting,
        "posting.agency": periods.agency_posting,
        "posting.enterprise": periods.enterprise_posting,
        "posting.quarterly_list": periods.list_posting,
        "broadcast": periods.broadcast,
    }
)
CATALOGUES: Final[Mapping[str, tuple[Item | Way, ...]]] = MappingProxyType(
    {
        "disclosure.commune": commune.ITEMS,
        "disclosure.commune.forms": commune.FORMS,
        "disclosure.commune.notices": commune.NOTICES,
        "disclosure.agency": inside.AGENCY_ITEMS,
        "disclosure.agency.forms": inside.AGENCY_FORMS,
        "disclosure.enterprise": inside.ENTERPRISE_ITEMS,
        "disclosure.enterprise.encouraged": inside.ENTERPRISE_ENCOURAGED,
        "disclosure.enterprise.forms": inside.ENTERPRISE_FORMS,
    }
)

__all__ = [
    "CATALOGUES",
    "DEADLINES",
    "LIFECYCLES",
    "MINIMUM",
    "RULES",
    "Form",
    "Item",
    "Notice",
    "Obligations",
    "Part",
    "Place",
    "Posted",
    "Publisher",
    "Way",
    "complete",
    "complete_inside",
    "notice_valid",
    "obligations",
    "owed_on_request",
    "report_due",
]
