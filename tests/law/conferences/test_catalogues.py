"""The lists of matters, steps and reports: complete, in order, in few words of our own."""

import pytest

from lawcore.conferences import CATALOGUES, Workplace
from lawcore.sources import cited

MOST_WORDS = 15
PLAN, NOTICE = "Decree 59/2023 art. 10 cl. 2", "Decree 59/2023 art. 11 cl. 1 pt. a"


@pytest.mark.parametrize(
    ("code", "count", "first", "last"),
    [
        ("conference.village.plan", 4, PLAN, PLAN),
        ("conference.village.plan_to", 3, "Decree 59/2023 art. 10 cl. 4", "Decree 59/2023 art. 10 cl. 4"),
        ("conference.village.notice", 4, NOTICE, NOTICE),
        (
            "conference.village.notice_ways",
            4,
            "Decree 59/2023 art. 11 cl. 1 pt. c",
            "Decree 59/2023 art. 11 cl. 1 pt. c",
        ),
        (
            "conference.village.attendees",
            2,
            "LDC art. 33 cl. 2; Decree 59/2023 art. 11 cl. 1 pt. b",
            "Decree 59/2023 art. 11 cl. 1 pt. b",
        ),
        ("conference.village.reports", 3, "LDC art. 33 cl. 3", "LDC art. 33 cl. 3"),
        (
            "conference.village.steps",
            9,
            "Decree 59/2023 art. 11 cl. 2 pt. a",
            "Decree 59/2023 art. 11 cl. 2 pt. i",
        ),
        ("conference.agency.matters", 4, "LDC art. 49 cl. 1", "LDC art. 49 cl. 4"),
        ("conference.agency.contents", 7, "LDC art. 51 cl. 3 pt. a", "LDC art. 51 cl. 3 pt. g"),
        ("conference.agency.steps", 9, "LDC art. 51 cl. 4 pt. a", "LDC art. 51 cl. 4 pt. i"),
        ("conference.enterprise.matters", 5, "LDC art. 67 cl. 1", "LDC art. 67 cl. 5"),
    ],
)
def test_every_list_is_whole(code, count, first, last):
    items = CATALOGUES[code]
    assert (len(items), items[0].cite, items[-1].cite) == (count, first, last)
    assert len({item.code for item in items}) == len({item.label for item in items}) == count
    assert all(0 < len(item.label.split()) <= MOST_WORDS and cited(item.cite) for item in items)


def test_there_is_no_other_list():
    assert len(CATALOGUES) == 11


def test_steps_are_lettered_as_vietnamese_law_letters_them():
    for code in ("conference.village.steps", "conference.agency.steps"):
        assert "".join(item.cite[-1] for item in CATALOGUES[code]) == "abcdđeghi"


def test_what_depends_on_something_says_so():
    conditional = {item.code for items in CATALOGUES.values() for item in items if item.when}
    assert conditional == {"11.1.c.3", "11.1.c.4", "11.1.b.2", "49.2", "49.4", "51.4.c", "51.4.e", "67.1", "67.5"}


@pytest.mark.parametrize(
    ("choice", "words"), [(Workplace.AGENCY, "cơ quan, đơn vị"), (Workplace.ENTERPRISE, "doanh nghiệp nhà nước")]
)
def test_choices_have_words(choice, words):
    assert choice.words == words
