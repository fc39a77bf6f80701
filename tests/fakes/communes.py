"""Two communes of a province, and the programme that the first one's officer opened from its resolution."""

import pytest

from dienhong.programmes.actions import open as opening
from dienhong.programmes.models import Programme
from tests.programmes import places


@pytest.fixture
def province(db):
    return places.locality("province", "tỉnh", "Sông Trà")


@pytest.fixture
def commune(province):
    return places.Commune(province, "An Lạc")


@pytest.fixture
def neighbour(province):
    return places.Commune(province, "Bình Yên")


@pytest.fixture
def officer(commune):
    return places.actor(commune.officer)


@pytest.fixture
def opened(commune, officer):
    opening.open_programme(
        version=places.resolution(commune.place),
        opens_on=places.SINCE.replace(year=2026, month=1),
        closes_on=None,
        key="mo-1",
        by=officer,
        at=places.AT,
    )
    return Programme.objects.select_related("locality", "version__work").get()
