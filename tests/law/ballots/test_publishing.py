"""Under which content of the commune's list a decision is made public."""

from datetime import date

import pytest

from lawcore.ballots import RULES, Matter
from lawcore.dated import NotYetInForce
from lawcore.disclosures.commune import ITEMS

disclosed_as = RULES["decision.disclosed_as"]
CODES = {code for item in ITEMS for code in (item.code, *(part.code for part in item.parts))}


@pytest.mark.parametrize(
    ("matter", "code", "words", "assumed"),
    [
        (Matter.COMMUNE_WORKS, "11.5.3", "khoản 5 Điều 11", 0),
        (Matter.VILLAGE_MONEY, "11.5.3", "khoản 5 Điều 11", 1),
        (Matter.CONVENTION, "11.14", "khoản 1 Điều 15", 0),
        (Matter.VILLAGE_HEAD, "11.14", "khoản 2 Điều 23", 0),
        (Matter.BOARD_MEMBERS, "11.14", "khoản 2 Điều 23", 0),
        (Matter.SELF_GOVERNMENT, "11.14", "khoản 2 Điều 23", 0),
    ],
)
def test_every_kind_has_its_content(matter, code, words, assumed):
    answer = disclosed_as(matter=matter, on=date(2026, 5, 4))
    assert answer.result == code
    assert words in answer.citation
    assert (len(answer.assumptions), answer.provisional) == (assumed, bool(assumed))


def test_the_codes_are_those_of_the_list():
    found = {disclosed_as(matter=matter, on=date(2026, 5, 4)).result for matter in Matter}
    assert found == {"11.5.3", "11.14"}
    assert found <= CODES
    part = next(part for item in ITEMS for part in item.parts if part.code == "11.5.3")
    assert part.label == "Khoản huy động Nhân dân đóng góp"


@pytest.mark.parametrize(("on", "words"), [(date(2023, 8, 15), "Điều 23"), (date(2023, 8, 16), "Điều 15")])
def test_a_convention_is_told_by_its_decree_from_its_day(on, words):
    assert words in disclosed_as(matter=Matter.CONVENTION, on=on).citation


def test_before_the_law_there_is_no_answer():
    with pytest.raises(NotYetInForce):
        disclosed_as(matter=Matter.COMMUNE_WORKS, on=date(2023, 6, 30))
    assert disclosed_as(matter=Matter.COMMUNE_WORKS, on=date(2023, 7, 1)).result == "11.5.3"
