"""Ballots of a secret vote: identical and without a number; the numbered counterfoils that stay with the tellers.

Nothing on a ballot tells it from the next: no number, no code, no date of printing. The counterfoil says that a
household was given one, and not which.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final

from dienhong.decisions.models import Item
from dienhong.decisions.papers import wording
from dienhong.decisions.papers.facts import Facts
from dienhong.decisions.papers.frame import document, flat, said, shortened, stripped
from dienhong.documents.cards import Card, CardSheet, Line, sheets_for
from dienhong.documents.official import (
    Align,
    Column,
    OfficialDocument,
    Paragraph,
    Row,
    Signatures,
    Signer,
    Table,
)

BOX: Final = "□"
LAYOUTS: Final = ((180, 2, 4, 11), (560, 2, 2, 12), (1500, 1, 2, 13))
"""Up to how many characters of question a ballot has which layout: across, down, points of the question."""
LARGE_CHOICE: Final = {2: 12, 1: 16}
SPARE: Final = 20  # of so many households one ballot more is printed, for those that are spoiled
COUNTERFOILS_ACROSS: Final = 2


def layout_of(item: Item) -> tuple[int, int, int, int]:
    """The most characters, the cards across and down, and the points of the question: the longer, the larger."""
    length = len(flat(item.matter.asked)) + len(flat(item.matter.title))
    return next((each for each in LAYOUTS if length <= each[0]), LAYOUTS[-1])


def printed(facts: Facts, item: Item) -> int:
    """How many ballots are printed: one for each household, some to spare, and the last sheet full."""
    _most, across, down, _points = layout_of(item)
    households = len(facts.households)
    return sheets_for(households + sheets_for(households, SPARE), across * down) * across * down


def ballots(facts: Facts, item: Item) -> CardSheet:
    """All ballots of one item, to cut apart."""
    most, across, down, points = layout_of(item)
    card = _ballot(facts, item, most, points, large=across == 1)
    words = wording.of("ballot")
    return CardSheet(
        title=words["type"],
        issuer=facts.community.village,
        prepared_on=item.matter.begun_on,
        cards=(card,) * printed(facts, item),
        across=across,
        down=down,
    )


def _ballot(facts: Facts, item: Item, most: int, points: int, *, large: bool) -> Card:
    words: Mapping[str, str] = wording.of("ballot")
    title = stripped(item.matter.title)
    choice = LARGE_CHOICE[1 if large else 2]
    return Card(
        (
            Line(words["type"].upper(), size=choice, bold=True, centred=True),
            Line(
                words["village"].format(village=facts.community.village, commune=facts.community.commune),
                10,
                centred=True,
            ),
            Line(words["title"].format(title=title), size=points, bold=True),
            Line(shortened(item.matter.asked, max(1, most - len(title))), size=points),
            *(Line(f"{BOX}  {words[each]}", size=choice, bold=True) for each in ("agree", "disagree", "other")),
            Line(words["how"], size=9, italic=True),
            Line(words["secret"], size=9, italic=True),
        )
    )


def counterfoils(facts: Facts, item: Item, *, on: date) -> OfficialDocument:
    """The pad: a numbered line for each ballot, with the household that was given one and its signature."""
    words = wording.of("counterfoil")
    count = printed(facts, item)
    one = (
        Column(words["number"], 10, Align.CENTER),
        Column(words["household"], 14),
        Column(words["signature"], 36),
        Column(words["note"], 22),
    )
    half = sheets_for(count, COUNTERFOILS_ACROSS)
    rows = tuple(
        Row(tuple(cell for number in (at, at + half) for cell in _line(number, count))) for at in range(1, half + 1)
    )
    village = facts.community.village
    return document(
        facts.community,
        type_name=words["type"],
        subject=words["subject"].format(village=village),
        sign="CP",
        on=on,
        blocks=(
            Paragraph(words["item"].format(position=item.position, title=stripped(item.matter.title))),
            Paragraph(words["how"].format(printed=count)),
            Table(one * COUNTERFOILS_ACROSS, rows),
            Paragraph(words["total"]),
            Signatures((Signer(words["tellers"]),), hint=words["hint"]),
        ),
        footer=f"{words['type']} {village}" + (f" · {said(facts.digest)}" if facts.digest else ""),
        compact=True,
    )


def _line(number: int, count: int) -> tuple[str, str, str, str]:
    return (f"{number:03}" if number <= count else "", "", "", "")
