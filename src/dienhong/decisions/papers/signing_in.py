"""The sign-in sheet: every household of the frozen roll, a code to tick it, room for who came and for a signature."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from dienhong.decisions import codes
from dienhong.decisions.papers import wording
from dienhong.decisions.papers.facts import Facts, Household
from dienhong.decisions.papers.frame import document, said, when
from dienhong.documents.official import (
    Align,
    Block,
    Code,
    Column,
    OfficialDocument,
    PageBreak,
    Paragraph,
    Row,
    Signatures,
    Signer,
    Table,
    Trace,
)
from dienhong.foundations.refusals import Refused

SIGN = "DS"


def sheet(facts: Facts, *, trace: Trace, on: date) -> OfficialDocument:
    """The list to sign, by clusters where the village meets in clusters. Refused before the roll is frozen."""
    if not facts.is_frozen or facts.taken_on is None:
        raise Refused("Danh sách hộ chưa chốt. Hãy báo họp trước, rồi in danh sách ký tên.")
    words, meeting = wording.of("sign_in"), facts.meeting
    village = facts.community.village
    at = when(meeting.planned_at)
    return document(
        facts.community,
        type_name=words["type"],
        subject=words["subject"].format(village=village),
        sign=SIGN,
        on=on,
        blocks=(
            Paragraph(words["when"].format(place=meeting.place, chair=meeting.chair, **at)),
            Paragraph(words["how"].format(households=len(facts.households), taken=f"{facts.taken_on:%d/%m/%Y}")),
            *_tables(facts, words),
            Paragraph(words["total"].format(households=len(facts.households))),
            Signatures((Signer(words["secretary"]), Signer(words["chairing"])), hint=words["hint"]),
        ),
        trace=trace,
        footer=f"{village}, {at['day']} · {words['footer'].format(words=said(facts.digest))}",
    )


def _tables(facts: Facts, words: Mapping[str, str]) -> Iterator[Block]:
    if not facts.parts:
        yield _table(facts, words, facts.households)
        return
    for position, part in enumerate(facts.parts):
        if position:
            yield PageBreak()
        here = facts.of_part(part)
        yield _table(facts, words, here, caption=words["cluster"].format(name=part.name, count=len(here)))


def _table(facts: Facts, words: Mapping[str, str], households: Iterable[Household], caption: str = "") -> Table:
    columns = (
        Column(words["number"], 9, Align.CENTER),
        Column(words["household"], 60),
        Column(words["instead"], 44),
        Column(words["signature"], 36),
        Column(words["code"], 18, Align.CENTER),
    )
    return Table(columns, tuple(_row(facts, words, each) for each in households), caption=caption)


def _row(facts: Facts, words: Mapping[str, str], household: Household) -> Row:
    code = codes.open_code(facts.meeting.pk, household.number)
    named = "\n".join(filter(None, (household.name or words["nobody"], household.address)))
    return Row((str(household.number), named, "", "", Code(code)), tall=True)
