"""The sample year, told once for all tests of a module that only look at it."""

import pytest

from dienhong.foundations import clock
from tests.journeys.year import told


@pytest.fixture(scope="module")
def year(django_db_setup, django_db_blocker):
    """The commune Bến Sậy with its year. The database is given back empty when the module is over."""
    with django_db_blocker.unblock(), told(clock.read()) as the_year:
        yield the_year
