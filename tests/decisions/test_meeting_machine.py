"""Meetings in any order of ticks, untics, sheets and closings, from two telephones: what must always hold, holds."""

from datetime import UTC, datetime
from itertools import count

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from dienhong.decisions import actions, audit, queries
from dienhong.decisions.models import Item, Meeting, Outcome, Presence, Step
from dienhong.ledger.models import Entry
from lawcore.ballots.matters import Matter as Kind
from lawcore.ballots.meetings import Choice as Chosen
from tests.decisions.conftest import MEETS, a_village
from tests.machines import Story, run

pytestmark = pytest.mark.django_db
HOUSEHOLDS = 7
KINDS = (Kind.SELF_GOVERNMENT, Kind.VILLAGE_MONEY)
NEEDED = (4, 5)  # more than half of seven; two thirds of seven, rounded up
numbers = st.integers(1, HOUSEHOLDS)
positions = st.integers(1, len(KINDS))


class MeetingStory(Story):
    """One village, two matters, one head on two telephones."""

    meeting = head = None

    def begin(self):
        self.key = count()
        self.entries = {each.number: each for each in self.meeting.roll.entries.all()}
        self.here, self.ticks, self.sheets, self.done, self.closed = set(), [], {}, {}, False
        self.told, self.seen = set(), Entry.objects.order_by("-pk").values_list("pk", flat=True)[0]

    def new(self):
        return f"key-{next(self.key)}"

    def item(self, position):
        return Item.objects.select_related("meeting", "matter").get(meeting=self.meeting, position=position)

    def _tick(self, number, is_present, key, **lawful):
        tick = actions.Tick(self.entries[number].pk, is_present, MEETS)
        return self.tried(
            lambda: actions.check_in(meeting=self.meeting, tick=tick, key=key, by=self.head, at=MEETS), **lawful
        )

    @rule(number=numbers, is_present=st.booleans())
    def tick(self, number, is_present):
        key = self.new()
        if self._tick(number, is_present, key, lawful=not self.closed):
            self.ticks.append((number, is_present, key))
            (self.here.add if is_present else self.here.discard)(number)

    @precondition(lambda self: self.ticks)
    @rule(data=st.data())
    def send_again(self, data):
        number, is_present, key = data.draw(st.sampled_from(self.ticks))
        before = Presence.objects.count()
        self._tick(number, is_present, key, lawful=True)
        self._tick(number, not is_present, key, lawful=False)  # one key, another body
        assert Presence.objects.count() == before

    @rule(position=positions)
    def vote_by_hands(self, position):
        elected = actions.Elected(Chosen.METHOD, len(self.here), method=Item.Method.HANDS, item=self.item(position).pk)
        self.tried(
            lambda: actions.choose(meeting=self.meeting, elected=elected, key=self.new(), by=self.head, at=MEETS)
        )

    @rule(
        position=positions,
        place=st.integers(1, 2),
        agree=st.integers(0, 8),
        disagree=st.integers(0, 8),
        off=st.sampled_from((0, 0, 0, 1)),
    )
    def enter(self, position, place, agree, disagree, off):
        item = self.item(position)
        figures = {"present": agree + disagree + off, "agree": agree, "disagree": disagree, "other": 0}
        made = self.tried(
            lambda: actions.enter_sheet(
                item=item, place=place, counter=f"Người {place}", figures=figures, key=self.new(), by=self.head
            )
        )
        if made is None:
            return
        assert off == 0
        assert agree + disagree <= len(self.here)
        assert position not in self.done
        assert not self.closed
        self.sheets[position, place] = (agree, disagree)

    @rule(position=positions)
    def close_item(self, position):
        outcome = self.tried(
            lambda: actions.close_item(item=self.item(position), key=self.new(), by=self.head, at=MEETS)
        )
        one, two = self.sheets.get((position, 1)), self.sheets.get((position, 2))
        if outcome is None:
            assert position in self.done or self.closed or one is None or one != two
            return
        assert one == two == (outcome.agree, outcome.disagree)
        assert outcome.is_adopted is (outcome.agree >= NEEDED[position - 1])
        self.done[position] = outcome

    @rule(position=positions)
    def too_few(self, position):
        before = self.item(position).matter.stage
        self.tried(lambda: actions.close_short(item=self.item(position), key=self.new(), by=self.head, at=MEETS))
        after = self.item(position).matter.stage
        if before != after:
            assert (before, after) == ("in_meeting", "too_few")
            assert len(self.here) < NEEDED[position - 1]
            self.done[position] = None

    @rule()
    def end(self):
        at = datetime(2026, 3, 8, 14, 0, tzinfo=UTC)
        done = self.tried(lambda: actions.close_meeting(meeting=self.meeting, happened_at=at, by=self.head, at=at))
        if done:
            assert len(self.done) == len(KINDS)
            self.closed = True

    @invariant()
    def one_effective_tick_per_household(self):
        present = queries.present_numbers(self.meeting)
        assert present == {self.entries[number].pk for number in self.here}

    @invariant()
    def the_ledger_tells_the_same(self):
        self._replay(self.told, after=self.seen)
        assert self.told == self.here

    def _replay(self, here, *, after):
        """Who is present by the entries of the ledger alone that follow `after`."""
        entries = Entry.objects.filter(pk__gt=after).select_related("payload").order_by("pk")
        for entry in entries:
            self.seen = entry.pk
            if entry.kind == "presence.recorded":
                (here.add if entry.payload.data["present"] else here.discard)(entry.payload.data["entry"])
        return here

    @invariant()
    def an_outcome_is_final_and_the_law_s(self):
        """One question for what closed, one for where the matters stand."""
        found = {row.pk: row.agree for row in Outcome.objects.all()}
        assert found == {outcome.pk: outcome.agree for outcome in self.done.values() if outcome}
        stages = dict(Item.objects.filter(meeting=self.meeting).values_list("position", "matter__stage"))
        for position, stage in stages.items():
            outcome = self.done.get(position, "open")
            if outcome == "open":
                assert stage == "in_meeting"
            elif outcome is None:
                assert stage == "too_few"
            else:
                assert (stage == "passed") is outcome.is_adopted

    @invariant()
    def a_closed_meeting_stays_closed(self):
        stage = Meeting.objects.values_list("stage", flat=True).get(pk=self.meeting.pk)
        assert (stage == Meeting.Stage.CLOSED) is self.closed

    def whole(self):
        assert self._replay(set(), after=0) == self.here
        assert Entry.objects.filter(kind="matter.adopted").count() == Step.objects.filter(event="adopt").count()
        assert list(audit.findings()) == []


@pytest.fixture
def village(commune):
    return a_village(commune, "ben-say-dong", "Đông Hạ", HOUSEHOLDS)


def test_meetings_in_any_order(life, head):
    matters = [life.propose(kind, title=f"Việc {kind.value}") for kind in KINDS]
    MeetingStory.meeting, MeetingStory.head = life.begin(*matters), head
    run(MeetingStory)
