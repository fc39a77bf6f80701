"""A year of the commune: the resolution comes in, is confirmed, planned, reported on."""

from datetime import datetime
from pathlib import Path

from dienhong.registry.models import Locality

RESOLUTION = Path(__file__).with_name("nghi-quyet-ben-say.txt")


def tell(place: Locality, *, at: datetime, resolution: Path | None) -> None:
    """Enters the resolution and the year's records through the actions of each domain."""
