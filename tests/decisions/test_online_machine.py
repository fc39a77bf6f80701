"""Online votes in any order of answers, slips and closings, beside a count with a pencil: what must always hold, holds."""

from collections import Counter
from datetime import timedelta
from hashlib import sha256
from itertools import count
from types import SimpleNamespace

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from dienhong.decisions import actions, audit
from dienhong.decisions.models import HouseholdKey, Mark, Matter, OnlineRound, Outcome, Record, Vote
from dienhong.decisions.queries import online as queries
from dienhong.foundations.clock import legal_day
from dienhong.ledger.canonical import canonical
from dienhong.ledger.models import Entry
from lawcore.ballots.matters import Form
from tests.decisions.conftest import AT, DAY, a_village
from tests.decisions.online import POLL_UNTIL, SOON, TEAM, VOTE_UNTIL, online_of
from tests.decisions.recounts import Told, enough, voice
from tests.machines import Story, run

pytestmark = pytest.mark.django_db
HOUSEHOLDS = 4
STARTS = ("agreed", "polling", "voting", "voting", "voting", "passed")
HOURS = (SOON, POLL_UNTIL, POLL_UNTIL + timedelta(hours=1), VOTE_UNTIL, VOTE_UNTIL + timedelta(seconds=1))
UNTIL = {"form": POLL_UNTIL, "matter": VOTE_UNTIL}
OPEN = {"polling": "form", "voting": "matter"}
PREPARED = ("report", "team", "poll", "announce")
PAPER = ("slip", "meeting")
households = st.integers(1, HOUSEHOLDS)
marks = st.sampled_from([mark.value for mark in Mark])
mostly_agree = st.sampled_from(("agree", "agree", "agree", "disagree", "other"))
others = st.sampled_from((False, False, False, True))


class OnlineStory(Story):
    """One matter: agreed with the Front, or while the households are asked about the form, or while they vote."""

    given = None

    @initialize(start=st.sampled_from(STARTS))
    def starts(self, start):
        self.head, self.front = self.given.head, self.given.front
        self.key = count()
        self.now = {"voting": HOURS[1], "passed": HOURS[3]}.get(start, HOURS[0])
        self.matter = self.given.rounds[start].matter
        self.seen = Entry.objects.order_by("-pk").values_list("pk", flat=True)[0]
        self.versions = []
        self.begins(self.given.rounds[start])
        self.outcome = Outcome.objects.filter(matter=self.matter).first()

    def begins(self, row):
        """A round of the matter; there is another one only where the form was declined."""
        self.round, self.stage = row, row.stage
        self.said = {"form": {}, "matter": {}}  # of each question, by household: (channel, answer, words)
        self.turns, self.sent, self.receipts, self.keys = Counter(), [], {}, {}
        self.told = Told()
        self.told.stage = row.stage
        if row.stage != "agreed":
            self.has_keys()
        for vote in Vote.objects.filter(online_round=row).select_related("entry").order_by("pk"):
            self.counts(vote.entry.number, vote, "online", vote.answer, "")
        for entry in Entry.objects.filter(subject=f"decisions.onlineround:{row.pk}").select_related("payload"):
            if entry.kind in {"online_round.adopted", "online_round.rejected"}:
                self.told.read(entry)

    def has_keys(self):
        found = HouseholdKey.objects.filter(online_round=self.round).select_related("online_round", "entry")
        self.keys = {each.entry.number: each for each in found}

    def counts(self, household, vote, channel, answer, words):
        about = str(vote.about)
        self.said[about].setdefault(household, []).append((channel, answer, words))
        self.turns[about, household] += 1
        assert vote.turn == self.turns[about, household]
        assert vote.receipt not in self.receipts
        self.receipts[vote.receipt] = vote.pk

    def new(self):
        return f"key-{next(self.key)}"

    def effective(self, about):
        return {household: voice(told) for household, told in self.said[about].items()}

    def tally(self, about):
        of = Counter(answer for _channel, answer, _words in self.effective(about).values())
        return {mark.value: of[mark.value] for mark in Mark}

    @rule()
    @precondition(lambda self: self.now != HOURS[-1])
    def time_passes(self):
        self.now = HOURS[HOURS.index(self.now) + 1]

    # What the village head does.

    @precondition(lambda self: self.stage not in {"passed", "failed"})
    @rule(which=st.sampled_from(PREPARED))
    def prepare_in_any_order(self, which):
        row, head, now = self.round, self.head, self.now
        acts = {
            "report": lambda: actions.report_online(online_round=row, to_commune=DAY, to_front=DAY, by=head, at=now),
            "team": lambda: actions.set_online_team(online_round=row, members=TEAM, on=DAY, by=head),
            "poll": lambda: actions.start_poll(online_round=row, polls_until=POLL_UNTIL, by=head, at=now),
            "announce": lambda: actions.announce_online(
                online_round=row, announced_on=DAY, ways="Loa", votes_until=VOTE_UNTIL, by=head, at=now
            ),
        }
        at = {"report": "agreed", "team": "reported", "poll": "team_set", "announce": "form_chosen"}[which]
        then = {"report": "reported", "team": "team_set", "poll": "polling", "announce": "voting"}[which]
        done_before = {
            "report": self.stage != "agreed",
            "team": self.stage == "team_set",
            "poll": self.stage == "polling",
            "announce": self.stage == "voting",
        }[which]
        in_time = {"poll": now < POLL_UNTIL, "announce": now < VOTE_UNTIL}.get(which, True)
        is_next = self.stage == at
        if self.tried(acts[which], lawful=done_before or (is_next and in_time)) and is_next:
            self.stage = then
            if which == "poll":
                self.has_keys()

    @precondition(lambda self: self.stage in {"agreed", "polling", "form_chosen", "form_declined"})
    @rule()
    def end_the_poll(self):
        agree = self.tally("form")["agree"]
        chosen = enough(agree, HOUSEHOLDS, thirds=False)
        lawful = self.stage in {"form_chosen", "form_declined"} or (self.stage == "polling" and self.now >= POLL_UNTIL)
        done = self.tried(lambda: actions.end_poll(online_round=self.round, by=self.head, at=self.now), lawful=lawful)
        if done and self.stage == "polling":
            self.stage = "form_chosen" if chosen else "form_declined"
            assert Matter.objects.get(pk=self.matter.pk).stage == ("by_online" if chosen else "proposed")

    @precondition(lambda self: self.keys and self.stage in {"polling", "voting"})
    @rule(marks=st.lists(mostly_agree, min_size=HOUSEHOLDS, max_size=HOUSEHOLDS))
    def everybody_answers(self, marks):
        about = OPEN[self.stage]
        for household, mark in enumerate(marks, start=1):
            self.answers(household, about, mark, is_fresh=True)

    @precondition(lambda self: self.stage == "form_declined")
    @rule()
    def agree_again(self):
        """The same matter, online once more: another round; the first one stays as it was declined."""
        actions.choose_form(matter=self.matter, form=Form.ONLINE, key=self.new(), by=self.head, at=AT)
        row = actions.agree_online(
            matter=self.matter, agreed_with="A", agreed_on=DAY, devices="B", key=self.new(), by=self.head, at=AT
        )
        self.touched = True
        self.replayed()
        self.seen = Entry.objects.order_by("-pk").values_list("pk", flat=True)[0]
        self.begins(row)

    @precondition(lambda self: self.stage in {"polling", "voting", "passed", "failed"})
    @rule()
    def close(self):
        found = self.tally("matter")
        answered = len(self.said["matter"])
        lawful = self.stage == "voting" and self.now >= VOTE_UNTIL
        key = self.new()
        act = lambda: actions.close_online(online_round=self.round, key=key, by=self.head, at=self.now)  # noqa: E731
        if outcome := self.tried(act, lawful=lawful):
            counted = {"agree": outcome.agree, "disagree": outcome.disagree, "other": outcome.other}
            assert (counted, outcome.present) == (found, answered)
            assert outcome.is_adopted is enough(found["agree"], HOUSEHOLDS, thirds=False)
            assert outcome.on == min(legal_day(VOTE_UNTIL), legal_day(self.now))
            assert act() == outcome
            self.outcome, self.stage = outcome, "passed" if outcome.is_adopted else "failed"

    # What households answer, and what is typed for them.

    def asked(self, *, is_other):
        """The question that is open, or the other one."""
        return "form" if (OPEN.get(self.stage) == "form") != is_other else "matter"

    def is_open(self, about, happened_at):
        return OPEN.get(self.stage) == about and happened_at <= UNTIL[about] and happened_at <= self.now

    def answers(self, household, about, answer, *, is_fresh, words="", key=None):
        last = self.turns[about, household]
        seen = last if is_fresh else max(0, last - 1)
        counts = self.effective(about).get(household)
        key = key or self.new()
        said = actions.Said(about=Vote.About(about), answer=Mark(answer), words=words, seen=seen)
        act = lambda: actions.answer(key_of=self.keys[household], said=said, key=key, at=self.now)  # noqa: E731
        same = counts is not None and counts[1:] == (answer, words)
        paper = counts is not None and counts[0] in PAPER
        lawful = self.is_open(about, self.now) and not paper and (counts is None or seen == last or same)
        if told := self.tried(act, lawful=lawful):
            assert told.is_new is not (same and counts[0] == "online")
            if told.is_new:
                self.counts(household, told.vote, "online", answer, words)
                self.sent.append((household, about, answer, words, key, "online", told.vote.pk))
            else:
                assert (told.vote.answer, told.vote.words) == (answer, words)

    @precondition(lambda self: self.keys)
    @rule(
        household=households,
        is_other=others,
        answer=marks,
        is_fresh=st.sampled_from((True, True, False)),
        words=st.sampled_from(("", "", "Nên làm chủ nhật")),
    )
    def answer(self, household, is_other, answer, is_fresh, words):
        about = self.asked(is_other=is_other)
        self.answers(household, about, answer, is_fresh=is_fresh, words=words)

    def types(self, household, about, answer, channel, *, when, photo, by, key, lawful):
        slip = actions.SignedSlip(Vote.Channel(channel), when, "phieu.jpg", [photo])
        said = actions.Said(about=Vote.About(about), answer=Mark(answer))
        return self.tried(
            lambda: actions.type_for_household(
                online_round=self.round,
                entry=self.keys[household].entry,
                said=said,
                slip=slip,
                key=key,
                by=by,
                at=self.now,
            ),
            lawful=lawful,
        )

    @precondition(lambda self: self.keys)
    @rule(
        household=households,
        is_other=others,
        answer=marks,
        channel=st.sampled_from(("assisted", "slip", "slip", "meeting", "online")),
        when=st.sampled_from(HOURS),
        photo=st.sampled_from((b"\xff\xd8 photo", b"\xff\xd8 photo", b"")),
        by_front=st.booleans(),
    )
    def type_for_household(self, household, is_other, answer, channel, when, photo, by_front):
        about = self.asked(is_other=is_other)
        when = min(when, self.now) if by_front else when
        counts = self.effective(about).get(household)
        rank = {"assisted": 0, "online": 1, "slip": 2, "meeting": 3}
        lawful = (
            channel != "online"
            and self.is_open(about, when)
            and bool(photo)
            and (counts is None or rank[counts[0]] <= rank[channel])
        )
        by, key = self.front if by_front else self.head, self.new()
        told = self.types(household, about, answer, channel, when=when, photo=photo, by=by, key=key, lawful=lawful)
        if told:
            assert told.is_new
            assert told.vote.recorded_by == by.key
            self.counts(household, told.vote, channel, answer, "")
            self.sent.append((household, about, answer, "", key, channel, told.vote.pk))

    @precondition(lambda self: self.sent)
    @rule(data=st.data(), other=households)
    def send_again(self, data, other):
        """One key is one answer: again it is the same; with another household, answer or way it is refused."""
        household, about, answer, words, key, channel, vote = data.draw(st.sampled_from(self.sent))
        before = Vote.objects.count()
        another = "agree" if answer == "other" else "other"
        if channel == "online":
            for whose, mark in ((household, answer), (other, answer), (household, another)):
                said = actions.Said(about=Vote.About(about), answer=Mark(mark), words=words)
                told = self.tried(
                    lambda key_of=self.keys[whose], said=said: actions.answer(
                        key_of=key_of, said=said, key=key, at=self.now
                    ),
                    lawful=(whose, mark) == (household, answer),
                )
                assert told is None or (told.vote.pk, told.is_new) == (vote, False)
        else:
            more = {"photo": b"\xff\xd8 photo", "by": self.head, "when": SOON, "key": key}
            told = self.types(household, about, answer, channel, **more, lawful=True)
            assert (told.vote.pk, told.is_new) == (vote, False)
            way = "meeting" if channel == "slip" else "slip"
            self.types(household, about, answer, way, **more, lawful=False)
            self.types(household, about, another, channel, **more, lawful=False)
        assert Vote.objects.count() == before

    @precondition(lambda self: self.outcome or self.stage == "voting")
    @rule(reason=st.sampled_from(("", "Ghi sai tên")))
    def write(self, reason):
        made = self.tried(
            lambda: actions.write(matter=self.matter, key=self.new(), by=self.head, at=self.now, reason=reason),
            lawful=self.stage == "passed" and bool(reason or not self.versions),
        )
        if made:
            content, found = made.content, self.effective("matter")
            assert {name: content[name] for name in ("agree", "disagree", "other")} == self.tally("matter")
            assert [each["number"] for each in content["households_present"]] == sorted(found)
            assert content["opinions"] == sorted(words for _channel, _answer, words in found.values() if words)
            self.versions.append((made.pk, made.digest))

    # What must hold.

    @invariant()
    def one_answer_of_each_household_counts(self):
        if not self.keys:
            return
        about = "matter" if self.stage in {"voting", "passed", "failed"} else "form"
        found = queries.effective(self.round, Vote.About(about))
        said = {each.entry.number: (each.channel, each.answer, each.words) for each in found.values()}
        assert said == self.effective(about)
        assert len(said) == len(found)
        assert queries.tally(found) == self.tally(about)

    @invariant()
    def the_ledger_tells_the_same(self):
        self.replayed()

    def replayed(self):
        before = len(self.told.votes)
        for entry in Entry.objects.filter(pk__gt=self.seen).select_related("payload").order_by("pk"):
            self.told.read(entry)
            self.seen = entry.pk
            if entry.kind == "vote.recorded":
                assert not {mark.value for mark in Mark} & set(map(str, entry.payload.data.values()))
        assert self.told.stage == self.stage
        assert self.told.versions == [digest for _pk, digest in self.versions][-len(self.told.versions) :]
        new = self.told.votes[before:]
        if new:
            rows = Vote.objects.filter(online_round=self.round).order_by("-pk")[: len(new)]
            assert [opened(each) for each in reversed(rows)] == new

    @invariant()
    def what_is_over_stays(self):
        stage, roll = OnlineRound.objects.values_list("stage", "roll").get(pk=self.round.pk)
        assert stage == self.stage
        assert bool(roll) is bool(self.keys)
        if self.outcome:
            assert self.told.result == (
                self.outcome.is_adopted, self.outcome.agree, self.outcome.disagree, self.outcome.other,
            )  # fmt: skip

    def whole(self):
        assert list(audit.findings()) == []
        assert list(Outcome.objects.filter(matter=self.matter)) == ([self.outcome] if self.outcome else [])
        assert list(Record.objects.filter(matter=self.matter).values_list("pk", "digest").order_by("pk")) == (
            self.versions
        )
        again, votes = Told(), Vote.objects.filter(online_round=self.round).select_related("entry").order_by("pk")
        subjects = [f"decisions.onlineround:{self.round.pk}", *(f"decisions.vote:{each.pk}" for each in votes)]
        for entry in Entry.objects.filter(subject__in=subjects).select_related("payload").order_by("pk"):
            again.read(entry)
        assert again.stage in {self.stage, None}
        assert again.votes == [opened(each) for each in votes]
        said = {"form": {}, "matter": {}}
        for each in votes:
            said[each.about].setdefault(each.entry.number, []).append((each.channel, each.answer, each.words))
        assert said == self.said
        assert {each.receipt: each.pk for each in votes} == self.receipts
        for (about, household), turns in self.turns.items():
            assert len(self.said[about].get(household, ())) == turns
        if self.outcome:
            assert again.result == self.told.result


def opened(vote):
    """What the ledger says of an answer, made of the row again: the commitment is opened by the row's own salt."""
    mark = sha256(canonical([vote.salt, vote.entry_id, vote.answer, vote.words])).hexdigest()
    return (vote.about, vote.turn, vote.channel, mark)


@pytest.fixture
def village(commune):
    return a_village(commune, "ben-say-dong", "Đông Hạ", HOUSEHOLDS)


@pytest.fixture
def starts(life, head, front):
    """One agreed with the Front, one that asks about the form, one that votes, one that passed."""
    online = online_of(life, head)
    found = {"agreed": online.agreed(), "polling": online.polling(), "voting": online.voting()}
    passed = online.voting()
    for number in range(1, HOUSEHOLDS + 1):
        online.answer(passed, number)
    online.ended(passed)
    found["passed"] = OnlineRound.objects.select_related("matter").get(pk=passed.pk)
    return SimpleNamespace(rounds=found, head=head, front=front)


def test_an_online_vote_holds_in_any_order(starts):
    OnlineStory.given = starts
    run(OnlineStory)
