"""Every version of every legal value begins on the day when the latest of the texts that it cites took effect.

The few that begin on another day stand below, each with that day and its reason.
"""

import importlib
import pkgutil
from collections.abc import Mapping
from datetime import date

import pytest

from lawcore.dated import Dated
from lawcore.sources import SOURCES, cited

TOPICS = (
    "ballots",
    "conventions",
    "elections",
    "boards",
    "disclosures",
    "consultations",
    "conferences",
    "petitions",
    "timelimits",
)
TWO_TIERS = date(2025, 7, 1)  # no district any more: the superior of a commune is the province
OTHER_DAYS = {
    ("petitions.amended", "UNREAD"): date.min,  # no value of the law: what is to be said of its old wording
    ("petitions.complaints", "PROXY"): date(2027, 1, 1),  # notarisation lapses on a day that the decree names
    ("petitions.complaints", "SECOND_SETTLER"): TWO_TIERS,
    ("petitions.denunciations", "_HEADS"): TWO_TIERS,
    ("petitions.denunciations", "_COMMITTEE"): TWO_TIERS,
    ("petitions.denunciations", "SETTLERS"): TWO_TIERS,
    ("petitions.receptions", "RHYTHMS"): TWO_TIERS,
    ("petitions.information", "KNOWN"): date(2026, 9, 1),  # the law that replaces it was not read
}


def dated_values(topic):
    package = importlib.import_module(f"lawcore.{topic}")
    for found in pkgutil.iter_modules(package.__path__):
        module = importlib.import_module(f"lawcore.{topic}.{found.name}")
        for name, value in vars(module).items():
            for dated in _within(value):
                yield (f"{topic}.{found.name}", name), dated


def _within(value):
    if isinstance(value, Dated):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _within(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _within(each)


def _in_force(cite):
    """The day since which the latest of the texts of a short citation is in force."""
    parts = [part.strip() for part in cite.split(";")]
    return max(SOURCES[part.partition(" art. ")[0]].since for part in parts)


@pytest.mark.parametrize("topic", TOPICS)
def test_versions_begin_when_their_text_took_effect(topic):
    values = list(dated_values(topic))
    assert values
    for place, value in values:
        for version in value.versions:
            assert cited(version.cite)
            if version.since != _in_force(version.cite):
                assert version.since == OTHER_DAYS.get(place), (place, version.since, version.cite)


def test_every_other_day_is_still_needed():
    needed = {
        place
        for topic in TOPICS
        for place, value in dated_values(topic)
        if any(version.since != _in_force(version.cite) for version in value.versions)
    }
    assert needed == set(OTHER_DAYS)
