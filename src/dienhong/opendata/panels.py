"""What this package shows on a page below: where a register can be taken away as a file."""

from dienhong.foundations.beside import Panel
from dienhong.foundations.requests import CivicRequest
from dienhong.registry.models import Locality


def of_register(_request: CivicRequest, about: tuple[Locality, int]) -> Panel:
    """Beside the register of a village or commune of a year."""
    place, year = about
    name = "opendata:village-decisions" if place.kind == Locality.Kind.VILLAGE else "opendata:decisions"
    return Panel("opendata/_register_files.html", {"place": place, "year": year, "name": name})
