"""What this package shows on pages below: from what the commune made public back to the decision of the village."""

from dienhong.decisions.queries import disclosed
from dienhong.disclosures.models import Disclosure
from dienhong.foundations.beside import Panel
from dienhong.foundations.requests import CivicRequest


def of_disclosure(_request: CivicRequest, disclosure: Disclosure) -> Panel | None:
    """Beside the disclosure of a decision: the decision's own page, and whether it still binds."""
    matter = disclosed.matter_of(disclosure)
    if matter is None:
        return None
    end = disclosed.end_of(matter)
    after = disclosed.after(matter) if end is not None else []
    return Panel("decisions/_of_disclosure.html", {"matter": matter, "end": end, "after": after})
