"""A meeting while it lasts: what is next for each item, without showing one counter the other's figures."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from dienhong.decisions import counting
from dienhong.decisions.models import Choice, Item, Meeting, Outcome, Sheet
from dienhong.decisions.queries.counts import Live, live
from lawcore.answers import Answer
from lawcore.ballots.meetings import Choice as Chosen
from lawcore.ballots.thresholds import required, still_needed


@dataclass(frozen=True, slots=True)
class Pair:
    """The sheets of one cluster, or of the village. `figures` are empty until both are in."""

    cluster: str
    is_in: tuple[bool, bool]
    figures: tuple[tuple[str, int, int], ...] = ()  # words, first, second
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """An item: whether it can still pass, its sheets, its result."""

    item: Item
    words: str
    enough: bool
    can_pass: Answer[bool] | None
    pairs: tuple[Pair, ...]
    outcome: Outcome | None
    short: bool
    missing: Answer[int] | None

    @property
    def is_voting(self) -> bool:
        return self.item.matter.stage == "in_meeting"

    @property
    def may_close(self) -> bool:
        return bool(self.pairs) and all(all(each.is_in) and not each.differs for each in self.pairs)


@dataclass(frozen=True, slots=True)
class Running:
    """A meeting with its items and what it chose about itself."""

    live: Live
    standings: tuple[Standing, ...]
    secretary: tuple[str, ...]
    tellers: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """In one line: "87/160 hộ – đủ để thông qua việc 1 (cần 81); chưa đủ cho việc 2 (cần 107)"."""
        parts = "; ".join(each.words for each in self.standings)
        counted = f"{self.live.present}/{self.live.households}"
        if not self.standings:
            return _("%(counted)s hộ có người đại diện dự") % {"counted": counted}
        return _("%(counted)s hộ – %(parts)s") % {"counted": counted, "parts": parts}


def running(meeting: Meeting) -> Running:
    """How a meeting stands now. At most seven queries."""
    now = live(meeting)
    sheets: dict[int, dict[int | None, dict[int, Sheet]]] = {}
    for sheet in Sheet.objects.filter(item__meeting=meeting).order_by("pk"):
        sheets.setdefault(sheet.item_id, {}).setdefault(sheet.cluster_id, {})[sheet.place] = sheet
    clusters: list[tuple[int | None, str]] = [*meeting.clusters.order_by("pk").values_list("pk", "name")]
    outcomes = {each.item_id: each for each in Outcome.objects.filter(item__meeting=meeting).order_by("pk")}
    chosen: dict[str, tuple[str, ...]] = {}
    for each in Choice.objects.filter(meeting=meeting, item=None).order_by("pk"):
        chosen[each.what] = tuple(each.names)
    return Running(
        now,
        tuple(
            _standing(item, answer, now, sheets.get(item.pk, {}), clusters or [(None, "")], outcomes.get(item.pk))
            for item, answer in now.items
        ),
        chosen.get(Chosen.SECRETARY.value, ()),
        chosen.get(Chosen.TELLERS.value, ()),
    )


def _standing(
    item: Item,
    answer: Answer[bool] | None,
    now: Live,
    sheets: Mapping[int | None, Mapping[int, Sheet]],
    clusters: list[tuple[int | None, str]],
    outcome: Outcome | None,
) -> Standing:
    matter = item.matter
    said = {"n": item.position, "need": 0}
    if now.households:
        said["need"] = required(matter=matter.law, households=now.households, on=matter.begun_on).result
    enough = answer is not None and answer.result
    words = _("đủ để thông qua việc %(n)d (cần %(need)d)") if enough else _("chưa đủ cho việc %(n)d (cần %(need)d)")
    missing = None
    if outcome is not None and not outcome.is_adopted:
        missing = still_needed(
            matter=matter.law, households=outcome.households, agree=outcome.agree, on=matter.begun_on
        )
    secret = item.method == Item.Method.SECRET
    pairs = tuple(_pair(name, sheets.get(pk, {}), secret=secret) for pk, name in clusters) if item.method else ()
    short = outcome is None and matter.stage == "too_few"
    return Standing(item, words % said, enough, answer, pairs, outcome, short, missing)


def _pair(name: str, sheets: Mapping[int, Sheet], *, secret: bool) -> Pair:
    first, second = sheets.get(1), sheets.get(2)
    if first is None or second is None:
        return Pair(name, (first is not None, second is not None))
    names = counting.IN_SECRET if secret else counting.BY_HAND
    lines = tuple((str(words), first.figures[key], second.figures[key]) for key, words in names.items())
    return Pair(name, (True, True), lines, first.figures != second.figures)
