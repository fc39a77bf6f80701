"""Rows as pages show them: the text with its nesting, proposals in words, history in names."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from dienhong.resolutions.carrying import Difference
from dienhong.resolutions.models import EVERY_NAMES, FAMILY_NAMES, TOPIC_NAMES, Decision, Proposal, Provision
from lawcore.comparison import Change, Op, Pair
from lawcore.obligations import Topic
from lawcore.provisions.citations import cite
from lawcore.timelimits import Every


@dataclass(frozen=True, slots=True)
class Line:
    """A provision in a flat list that a template nests: it opens a level, or closes so many after it."""

    row: Provision
    opens: bool
    closes: str  # one character for each level to close, for a template to walk over


@dataclass(frozen=True, slots=True)
class Step:
    """One step in the life of a proposal: what, by whom, when, why."""

    words: str
    by: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Card:
    """A proposal as the review page shows it."""

    proposal: Proposal
    kind: str
    title: str
    facts: tuple[tuple[str, str], ...]
    steps: tuple[Step, ...]
    carried: Step | None

    @property
    def waits(self) -> bool:
        return self.proposal.state == Proposal.State.PROPOSED


@dataclass(frozen=True, slots=True)
class ComparedPair:
    """A provision before and after, with the words that differ; "" where there is none."""

    change: str
    before: str
    after: str
    before_at: str
    after_at: str
    parts: tuple[tuple[str, str], ...]


def lines(rows: Sequence[Provision]) -> Iterator[Line]:
    """Rows in the order of the text, with where lists open and close. Depths are taken from the first row."""
    if not rows:
        return
    base = min(row.depth for row in rows)
    for here, after in zip(rows, [*rows[1:], None], strict=True):
        depth = after.depth if after is not None else base
        yield Line(here, opens=depth > here.depth, closes="." * max(here.depth - depth, 0))


def keys_of(proposals: Iterable[Proposal]) -> Iterator[str]:
    """The actor keys whose names the cards of these proposals need."""
    for each in proposals:
        yield from (decision.by for decision in each.decisions.all())
        if each.carried_from is not None:
            yield each.carried_from.decided_by


def cards(proposals: Iterable[Proposal], names: Mapping[str, str]) -> list[Card]:
    """Proposals loaded by `queries.with_history`, in words."""
    return [
        Card(
            proposal=each,
            kind=str(each.get_kind_display()).capitalize(),
            title=title_of(each),
            facts=facts_of(each),
            steps=tuple(_step(decision, names) for decision in each.decisions.all()),
            carried=_carried(each, names),
        )
        for each in proposals
    ]


def title_of(proposal: Proposal) -> str:
    """What a proposal asks, in a few words: how much for a target, of whom for a duty."""
    if proposal.kind == Proposal.Kind.TARGET:
        return (_("phấn đấu %(percent)s") if proposal.aspirational else "%(percent)s") % {
            "percent": percent_of(proposal)
        }
    return proposal.bearer or _("văn bản chưa nêu ai thực hiện")


def percent_of(proposal: Proposal) -> str:
    """The percentage as the text states it: "100%", "từ 90% đến 95%", "trên 80%"."""
    low = _figure(proposal.percent)
    if proposal.upto is not None:
        return _("từ %(low)s đến %(high)s") % {"low": low, "high": _figure(proposal.upto)}
    words = {">": _("trên %(low)s"), "<=": _("không quá %(low)s")}
    return words.get(proposal.comparison, "%(low)s") % {"low": low}


def _figure(value: Decimal | None) -> str:
    """100.000 → "100%", 98.500 → "98,5%"."""
    return "" if value is None else f"{number_format(value.normalize() + 0, use_l10n=True)}%"


def facts_of(proposal: Proposal) -> tuple[tuple[str, str], ...]:
    """Label and value of what the proposal states; what the text leaves open is left out."""
    duty = proposal.kind == Proposal.Kind.DUTY
    names = dict(FAMILY_NAMES)
    found = (
        (_("Việc"), proposal.action if duty and _bare(proposal.action) != _bare(proposal.text) else ""),
        (_("Tính trên"), proposal.population),
        (_("Bao lâu"), str(EVERY_NAMES[Every(proposal.every)]) if proposal.every else ""),
        (_("Hạn"), proposal.due_text or (f"{proposal.by_date:%d/%m/%Y}" if proposal.by_date else "")),
        (_("Nhóm việc"), str(TOPIC_NAMES[Topic(proposal.topic)]) if proposal.topic else ""),
        (_("Đo bằng"), "; ".join(f"{code}: {names.get(code, '')}" for code in proposal.families)),
    )
    return tuple((label, value) for label, value in found if value)


def _bare(text: str) -> list[str]:
    """The words without the mark that closes the sentence, for comparing."""
    return text.strip(" .;:,/").split()


def _step(decision: Decision, names: Mapping[str, str]) -> Step:
    words = {
        Proposal.State.PROPOSED: _("lập đề xuất này"),
        Proposal.State.CONFIRMED: _("xác nhận"),
        Proposal.State.REJECTED: _("loại"),
        Proposal.State.SUPERSEDED: _("thay bằng đề xuất khác"),
    }
    return Step(
        words[Proposal.State(decision.state)], names.get(decision.by, decision.by), decision.at, decision.reason
    )


def _carried(proposal: Proposal, names: Mapping[str, str]) -> Step | None:
    earlier = proposal.carried_from
    if earlier is None or earlier.decided_at is None:
        return None
    words = _("xác nhận ở bản trước") if earlier.state == Proposal.State.CONFIRMED else _("loại ở bản trước")
    return Step(words, names.get(earlier.decided_by, earlier.decided_by), earlier.decided_at, "")


def pairs(compared: Iterable[Pair], difference: Difference) -> list[ComparedPair]:
    """Compared provisions with their citations, and their words marked "=", "-" or "+"."""
    return [
        ComparedPair(
            change=pair.change.value,
            before=pair.before.eid if pair.before else "",
            after=pair.after.eid if pair.after else "",
            before_at=cite(difference.before, pair.before) if pair.before else "",
            after_at=cite(difference.after, pair.after) if pair.after else "",
            parts=_parts(pair),
        )
        for pair in compared
    ]


def _parts(pair: Pair) -> tuple[tuple[str, str], ...]:
    signs = {Op.SAME: "=", Op.DROPPED: "-", Op.ADDED: "+"}
    if pair.words:
        return tuple((signs[word.op], f"{word.text} ") for word in pair.words)
    node = pair.after or pair.before
    sign = {Change.ADDED: "+", Change.DROPPED: "-"}.get(pair.change, "=")
    return ((sign, f"{node.heading} {node.text}".strip()),) if node is not None else ()
