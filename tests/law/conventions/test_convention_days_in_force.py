"""Every wording binds from the day on which the youngest text that it cites came into force."""

import re
from datetime import date

import pytest

from lawcore.conventions import adoption, drafting, keeping, periods
from lawcore.dated import Dated

IN_FORCE = {"LDC": date(2023, 7, 1), "Decree 61/2023": date(2023, 8, 16)}
MODULES = (drafting, adoption, keeping, periods)
VALUES = {
    f"{module.__name__.rpartition('.')[2]}.{name}": value
    for module in MODULES
    for name, value in vars(module).items()
    if isinstance(value, Dated)
}


@pytest.mark.parametrize("name", VALUES)
def test_a_wording_binds_from_the_youngest_text_it_cites(name):
    for version in VALUES[name].versions:
        texts = {re.match(r"(.+?) art\.", cite.strip())[1] for cite in version.cite.split(";")}
        assert version.since == max(IN_FORCE[text] for text in texts)


def test_the_dated_values_were_found():
    assert len(VALUES) > 20
