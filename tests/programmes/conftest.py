"""A commune with a programme that was opened and holds nothing yet."""

import pytest

from tests.fakes.communes import commune, neighbour, officer, opened, province

__all__ = ["commune", "neighbour", "officer", "opened", "programme", "province"]


@pytest.fixture
def programme(opened):
    return opened
