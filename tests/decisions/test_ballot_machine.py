"""Ballot rounds in any order of acts, beside a count of the same events with a pencil: what must always hold, holds."""

from datetime import timedelta
from itertools import count
from types import SimpleNamespace

import pytest
from django.apps import apps
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from dienhong.decisions import actions, audit
from dienhong.decisions.models import BallotRound, Confirmation, Contest, Outcome, Passing, Record, SlipAnswer
from dienhong.decisions.queries import entries
from dienhong.decisions.queries import rounds as queries
from dienhong.foundations.clock import legal_day
from dienhong.ledger.models import Entry
from lawcore.ballots.matters import Form
from lawcore.ballots.matters import Matter as Kind
from tests.decisions.ballots import FIRST, HANDS_OUT, TEAM, UNTIL, rounds_of
from tests.decisions.conftest import DAY, MEETS, a_village
from tests.decisions.recounts import Pads, Told, enough, working_days_later
from tests.machines import Story, run

pytestmark = pytest.mark.django_db
HOUSEHOLDS, RESERVE = 5, 2
PRINTED = HOUSEHOLDS + RESERVE
HOURS = (FIRST, FIRST + timedelta(days=3), UNTIL, UNTIL + timedelta(hours=1))
MOMENTS = (FIRST, FIRST, FIRST, UNTIL, UNTIL + timedelta(seconds=1), FIRST - timedelta(days=1))
AHEAD = timedelta(days=3)  # so far a telephone's clock may go ahead of ours
To = Passing.To
WAYS = (*[To.OUT] * 3, *[To.COLLECTED] * 3, To.LATE, To.SPOILED, To.HANDED_BACK, To.UNUSED)
MAY_GO = {
    "out": {"collected", "late", "spoiled", "handed_back", "unused"},
    "collected": {"out", "spoiled"},
    "late": {"out"},
    "handed_back": {"out", "collected", "late"},
    "spoiled": set(),
}
BEFORE = ("planned", "plan_sent", "team_set", "announced")
PREPARED = ("send", "team", "announce", "open", "divide", "begin")
STAGE_AFTER = {"send": "plan_sent", "team": "team_set", "announce": "announced", "begin": "collecting"}
STARTS = ("planned", "named", "secret", "counting", "counting", "passed")
ANSWERS = ("agree", "disagree", "other", "invalid")
households = st.integers(1, HOUSEHOLDS)
slips = st.integers(1, PRINTED + 1)
days_later = st.sampled_from((0, 5, 6, 7, 8, 30))


class BallotStory(Story):
    """One round: from its plan, its pads, its count or its result; by name or secret; by either share of the law."""

    given = None

    @initialize(start=st.sampled_from(STARTS))
    def starts(self, start):
        found = self.given.rounds[start]
        self.round, self.head, self.front = found.row, self.given.head, self.given.front
        self.named, self.thirds, self.stage = found.row.is_named, found.thirds, found.row.stage
        self.key, self.now, self.pads = count(), HOURS[0], Pads(HOUSEHOLDS, PRINTED)
        self.entries, self.slips, self.done = {}, {}, set()
        self.passed, self.typed, self.sheets, self.keys = [], {}, {}, []
        self.closed_at, self.outcome, self.stood = found.row.closed_at, None, None
        self.versions, self.signed_by, self.contests = [], set(), {}
        self.told, self.seen = Told(), Entry.objects.order_by("-pk").values_list("pk", flat=True)[0]
        if self.stage != "planned":
            self.done = set(PREPARED)
            self.has_pads()
            self.is_under_way()

    def is_under_way(self):
        """The round has gone some way already: so have the pencil's count and what the ledger tells."""
        for entry in Entry.objects.filter(subject=self.subjects[0]).select_related("payload").order_by("pk"):
            self.told.read(entry)
        for passing in Passing.objects.filter(ballot_round=self.round).select_related("entry").order_by("pk"):
            self.pads.tell(self.numbers[passing.slip_id], passing.entry.number, passing.to)
        self.sheets = dict(self.told.sheets)
        self.now = HOURS[-1] if self.closed_at else HOURS[0]
        self.outcome = Outcome.objects.filter(matter=self.round.matter_id, form=Form.BALLOT).first()

    @property
    def subjects(self):
        return (f"decisions.ballotround:{self.round.pk}", f"decisions.matter:{self.round.matter_id}")

    def has_pads(self):
        row = BallotRound.objects.select_related("roll").get(pk=self.round.pk)
        self.entries = {each.number: each.pk for each in row.roll.entries.all()}
        self.slips = {each.number: each for each in row.slips.select_related("ballot_round__village")}
        self.numbers = {each.pk: number for number, each in self.slips.items()}

    def new(self):
        return f"key-{next(self.key)}"

    @rule()
    @precondition(lambda self: self.now != HOURS[-1])
    def time_passes(self):
        self.now = HOURS[HOURS.index(self.now) + 1]

    # What comes before slips are handed out.

    @precondition(lambda self: self.stage in BEFORE)
    @rule(which=st.sampled_from(PREPARED))
    def prepare_in_any_order(self, which):
        self.prepare(which)

    @precondition(lambda self: self.stage in BEFORE)
    @rule()
    def prepare_the_next(self):
        self.prepare(next(each for each in PREPARED if each not in self.done))

    def prepare(self, which):
        row, head, now = self.round, self.head, self.now
        acts = {
            "send": lambda: actions.send_plan(ballot_round=row, to_commune=DAY, to_front=DAY, by=head, at=now),
            "team": lambda: actions.set_team(ballot_round=row, members=TEAM, on=DAY, by=head),
            "announce": lambda: actions.announce(ballot_round=row, announced_on=DAY, ways="Loa", by=head, at=now),
            "open": lambda: actions.open_round(ballot_round=row, by=head, at=now),
            "divide": lambda: actions.set_routes(ballot_round=row, walks=WALKS, by=head),
            "begin": lambda: actions.begin_round(ballot_round=row, is_marked=True, by=head, at=now),
        }
        needs = {"team": {"send"}, "announce": {"team"}, "open": {"announce"}, "divide": {"open"}, "begin": {"open"}}
        lawful = needs.get(which, set()) <= self.done
        if which == "team" and "announce" in self.done:
            lawful = False  # what was announced stands
        if self.tried(acts[which], lawful=lawful) is None or which in self.done:
            return
        self.done.add(which)
        self.stage = STAGE_AFTER.get(which, self.stage)
        if which == "open":
            self.has_pads()

    # Slips from hand to hand.

    def goes(self, household, to, when, number, words):
        """By the rules as one would tell them: the slip and where it goes, or None where that is refused."""
        if self.stage not in {"collecting", "counting"} or when > self.now + AHEAD or number == PRINTED + 1:
            return None
        mine, standing = self.pads.of(household), self.pads.standing(household)
        if number is None:
            number = standing[0] if standing else self.pads.next_for(household) if to == To.OUT else None
        if number is None:
            return None
        if to in {To.COLLECTED, To.LATE}:
            to = To.LATE if when > UNTIL or self.stage == "counting" else To.COLLECTED
        if self.stage == "counting" and to != To.LATE:
            return None
        if number in mine:
            is_told = words or to not in {To.OUT, To.UNUSED}
            return (number, to) if to in MAY_GO[mine[number]] and is_told else None
        is_free = number not in self.pads.where and number in {household, *range(HOUSEHOLDS + 1, PRINTED + 1)}
        in_time = legal_day(when) >= HANDS_OUT and when <= UNTIL
        return (number, to) if to == To.OUT and is_free and in_time and not standing else None

    def passes(self, household, to, *, when, number=None, words="", key=None, lawful=None):
        slip = None if number is None else self.slips[number].pk if number in self.slips else 0
        given = actions.Pass(self.entries[household], to, when, slip, words)
        return self.tried(
            lambda: actions.pass_slip(
                ballot_round=self.round, given=given, key=key or self.new(), by=self.head, at=self.now
            ),
            lawful=lawful,
        )

    def tells(self, household, to, *, when, number=None, words=""):
        key, goes = self.new(), self.goes(household, to, when, number, words)
        made = self.passes(household, to, when=when, number=number, words=words, key=key, lawful=goes is not None)
        if made:
            assert (self.numbers[made.slip_id], made.to) == goes
            self.pads.tell(goes[0], household, str(goes[1]))
            self.passed.append((household, to, when, number, words, key, made.pk))

    @precondition(lambda self: self.slips)
    @rule(
        household=households,
        to=st.sampled_from(WAYS),
        when=st.sampled_from(MOMENTS),
        number=st.one_of(st.none(), st.none(), slips),
        is_told=st.booleans(),
    )
    def a_slip_goes(self, household, to, when, number, is_told):
        self.tells(household, to, when=when, number=number, words="Bấm nhầm" if is_told else "")

    @precondition(lambda self: self.stage == "collecting")
    @rule(household=households, number=st.integers(1, PRINTED))
    def a_certain_slip_is_handed_out(self, household, number):
        self.tells(household, To.OUT, when=FIRST, number=number)

    @precondition(lambda self: self.stage == "collecting")
    @rule(to=st.sampled_from((To.OUT, To.OUT, To.COLLECTED)))
    def the_whole_village_is_walked(self, to):
        for household in range(1, HOUSEHOLDS + 1):
            if self.goes(household, to, FIRST, None, "") is not None:
                self.tells(household, to, when=FIRST)

    @precondition(lambda self: self.passed)
    @rule(data=st.data(), other=households)
    def send_again(self, data, other):
        household, to, when, number, words, key, made = data.draw(st.sampled_from(self.passed))
        again = self.passes(household, to, when=when, number=number, words=words, key=key, lawful=True)
        assert again.pk == made
        if other != household:
            self.passes(other, to, when=when, number=number, words=words, key=key, lawful=False)

    @precondition(lambda self: self.slips)
    @rule(number=st.integers(1, PRINTED), answer=st.sampled_from((*ANSWERS, "perhaps")))
    def type_answer(self, number, answer):
        place = self.pads.where.get(number)
        lawful = (
            self.named
            and self.stage in {"collecting", "counting"}
            and place is not None
            and place[1] == "collected"
            and answer != "perhaps"
        )
        made = self.tried(
            lambda: actions.type_answer(
                slip=self.slips[number], read=actions.Read(answer), key=self.new(), by=self.head
            ),
            lawful=lawful,
        )
        if made:
            self.typed[number] = answer

    # The count.

    @precondition(lambda self: self.stage == "collecting")
    @rule(is_told=st.booleans(), witnesses=st.sampled_from((("A", "B"), ("A", "B"), ("A", "a"), ("A", TEAM[0].name))))
    def close(self, is_told, witnesses):
        where = self.pads.where
        reached = {household for household, _to in where.values()}
        answered = all(
            self.pads.standing(each) and "out" not in self.pads.of(each).values() for each in range(1, HOUSEHOLDS + 1)
        )
        lawful = witnesses == ("A", "B") and (self.now >= UNTIL or answered) and (len(reached) == HOUSEHOLDS or is_told)
        note = "Đi vắng" if is_told else ""
        done = self.tried(
            lambda: actions.close_round(
                ballot_round=self.round, witnesses=witnesses, by=self.head, at=self.now, note=note
            ),
            lawful=lawful,
        )
        if done:
            self.stage, self.closed_at = "counting", self.now

    def typed_figures(self):
        """In a named round: how the collected slips read that somebody typed."""
        where = self.pads.where
        found = [answer for number, answer in self.typed.items() if where.get(number, (0, ""))[1] == "collected"]
        return {each: found.count(each) for each in ANSWERS} if found else None

    @precondition(lambda self: self.stage in {"collecting", "counting"})
    @rule(
        place=st.integers(1, 2),
        invalid=st.sampled_from((0, 0, 1)),
        disagree=st.integers(0, 3),
        other=st.sampled_from((0, 0, 1)),
        as_typed=st.booleans(),
        wrong=st.sampled_from((None, None, None, "collected", "issued", "valid", "missing", "other")),
        is_told=st.sampled_from((True, True, False)),
    )
    def enter_sheet(self, place, invalid, disagree, other, as_typed, wrong, is_told):
        figures = dict(self.pads.figures)
        typed = self.typed_figures()
        if as_typed and typed and sum(typed.values()) == figures["collected"]:
            answers = typed
        else:
            agree = figures["collected"] - invalid - disagree - other
            answers = {"agree": agree, "disagree": disagree, "other": other, "invalid": invalid}
        figures |= answers | {"valid": figures["collected"] - answers["invalid"]}
        lawful = (
            self.stage == "counting"
            and min(figures.values()) >= 0
            and wrong is None
            and (is_told or not figures["missing"])
        )
        if wrong:
            figures[wrong] += 1
        self.enters(place, figures, note="Đi vắng" if is_told else "", lawful=lawful)

    @precondition(lambda self: len(self.sheets) == 1)
    @rule()
    def the_other_counts_the_same(self):
        ((place, figures),) = self.sheets.items()
        fits = all(figures[name] == number for name, number in self.pads.figures.items())
        self.enters(3 - place, figures, note="Đi vắng", lawful=self.stage == "counting" and fits)

    def enters(self, place, figures, *, note, lawful, counter=None):
        made = self.tried(
            lambda: actions.enter_slip_sheet(
                ballot_round=self.round,
                place=place,
                counter=counter or f"Người {place}",
                figures=figures,
                key=self.new(),
                by=self.head,
                note=note,
            ),
            lawful=lawful,
        )
        if made:
            self.sheets[place] = dict(figures)

    @precondition(lambda self: self.sheets)
    @rule()
    def one_person_is_not_two(self):
        place, figures = next(iter(self.sheets.items()))
        self.enters(3 - place, figures, note="Đi vắng", counter=f"người {place}", lawful=False)

    @precondition(lambda self: self.stage in {"collecting", "counting"})
    @rule()
    def settle(self):
        one, two = self.sheets.get(1), self.sheets.get(2)
        typed = self.typed_figures()
        lawful = (
            self.stage == "counting"
            and one is not None
            and one == two
            and one["late"] == self.pads.figures["late"]
            and (typed is None or all(one[name] == number for name, number in typed.items()))
        )
        key = self.new()
        act = lambda: actions.settle_round(ballot_round=self.round, key=key, by=self.head)  # noqa: E731
        if outcome := self.tried(act, lawful=lawful):
            assert (outcome.agree, outcome.disagree) == (one["agree"], one["disagree"])
            assert outcome.present == self.pads.figures["collected"]
            assert outcome.is_adopted is enough(one["agree"], HOUSEHOLDS, thirds=self.thirds)
            assert act() == outcome
            self.outcome, self.stage = outcome, "passed" if outcome.is_adopted else "failed"

    # What comes after.

    @precondition(lambda self: self.closed_at)
    @rule(later=days_later)
    def publish(self, later):
        day = legal_day(self.closed_at) + timedelta(days=later)
        lawful = self.stage in {"published", "ended"} or (
            self.stage in {"passed", "failed"} and legal_day(self.closed_at) <= day <= legal_day(self.now)
        )
        done = self.tried(
            lambda: actions.publish_result(ballot_round=self.round, published_on=day, by=self.head, at=self.now),
            lawful=lawful,
        )
        if done:
            self.stage = {"passed": "published", "failed": "ended"}.get(self.stage, self.stage)

    @precondition(lambda self: self.closed_at)
    @rule(reason=st.sampled_from(("", "Ghi sai tên")))
    def write(self, reason):
        is_passed = self.outcome is not None and self.outcome.is_adopted
        matter = self.round.matter
        made = self.tried(
            lambda: actions.write(matter=matter, key=self.new(), by=self.head, at=self.now, reason=reason),
            lawful=is_passed and bool(reason or not self.versions),
        )
        if made:
            self.wrote(made)

    def wrote(self, made):
        figures = self.pads.figures
        assert made.version == len(self.versions) + 1
        assert (made.content["agree"], made.content["took_part"]) == (self.outcome.agree, figures["collected"])
        assert made.content["pads"] == figures
        here = {number for number, _to in self.collected()}
        assert {each["number"] for each in made.content["households_present"]} == here
        self.versions.append((made.pk, made.digest))
        self.signed_by = set()

    def collected(self):
        return [(household, to) for household, to in self.pads.where.values() if to == "collected"]

    @precondition(lambda self: self.versions)
    @rule(data=st.data(), side=st.sampled_from(("chair", "front")), by=st.sampled_from(("head", "front")))
    def sign(self, data, side, by):
        """A version stands by two accounts, each on its own side; an overtaken version by nobody any more."""
        number = data.draw(st.integers(0, len(self.versions) - 1))
        record = Record.objects.select_related("matter").get(pk=self.versions[number][0])
        is_newest = number == len(self.versions) - 1
        if is_newest and not record.pages.exists():
            page = actions.Page("a.jpg", [b"\xff\xd8"], village_head=True, front_head=True, representatives=("A", "B"))
            actions.add_page(record=record, page=page, key=self.new(), by=self.head, at=self.now)
        made = self.tried(
            lambda: actions.confirm(
                record=record, confirmed_as=Confirmation.As(side), by=getattr(self, by), at=self.now
            ),
            lawful=is_newest and (side, by) in {("chair", "head"), ("front", "front")},
        )
        self.touched = True
        if made:
            self.signed_by.add(side)

    @precondition(lambda self: self.slips)
    @rule(number=st.integers(1, PRINTED), error=st.sampled_from(("not_noted", "not_there")), later=days_later)
    def contest(self, number, error, later):
        own = entries.own(queries.slip_code(self.slips[number]))
        place = self.pads.where.get(number)
        assert (own is None) is (place is None)
        if own is None:
            return
        assert own.is_noted is (place[1] == "collected")
        ended = legal_day(self.closed_at) if self.closed_at else None
        day = (ended or DAY) + timedelta(days=later)
        lawful = place[0] in self.contests or (ended is not None and day <= working_days_later(ended, 5))
        made = self.tried(lambda: actions.contest(own=own, error=error, key=self.new(), on=day), lawful=lawful)
        if made:
            assert made.pk == self.contests.setdefault(place[0], [made.pk, False])[0]

    @precondition(lambda self: self.contests)
    @rule(data=st.data(), is_right=st.booleans(), reason=st.sampled_from(("", "Đối chiếu với phiếu")))
    def answer_contest(self, data, is_right, reason):
        """What the Front finds right leads to a new version of the record, to be signed anew; nothing else changes."""
        household = data.draw(st.sampled_from(sorted(self.contests)))
        pk, is_answered = self.contests[household]
        found = Contest.objects.get(pk=pk)
        made = self.tried(
            lambda: actions.answer_contest(contest=found, is_right=is_right, reason=reason, by=self.front, at=self.now),
            lawful=bool(reason) and not is_answered,
        )
        if made:
            self.contests[household][1] = True
            if is_right and self.versions:
                self.wrote(Record.objects.order_by("-version").filter(matter=self.round.matter_id)[0])

    # What must hold.

    @invariant()
    def every_slip_is_where_it_was_told_and_no_household_has_two(self):
        if not self.slips:
            return
        where = queries.places(self.round)
        numbers = {pk: number for number, pk in self.entries.items()}
        assert {self.numbers[pk]: (numbers[at.entry], str(at.to)) for pk, at in where.items()} == self.pads.where
        figures = queries.pads_of(PRINTED, where)
        assert figures == self.pads.figures
        used = figures["collected"] + figures["late"]
        assert figures["issued"] == used + figures["spoiled"] + figures["handed_back"] + figures["missing"]
        assert figures["printed"] == figures["issued"] + figures["unused"]
        assert all(len(self.pads.standing(each)) <= 1 for each in self.entries)

    @invariant()
    def the_ledger_tells_the_same(self):
        for entry in Entry.objects.filter(pk__gt=self.seen).select_related("payload").order_by("pk"):
            self.told.read(entry)
            self.seen = entry.pk
        assert self.told.stage in {self.stage, None}
        assert self.told.where == self.pads.where
        assert self.told.sheets == self.sheets
        assert self.told.read_slips == set(self.typed)
        assert self.told.versions == [digest for _pk, digest in self.versions]
        assert {side for version, side in self.told.confirmed if version == len(self.versions)} == self.signed_by
        assert len(self.told.contested) == len(self.contests)

    @invariant()
    def what_is_over_stays(self):
        """After the close no slip is handed out or taken into the count; after the result nothing of it changes."""
        names = ("stage", "closed_at", "witnesses", "note", "roll", "is_named", "collects_until", "opened_at", "team")
        stage, *stands = BallotRound.objects.values_list(*names).get(pk=self.round.pk)
        assert stage == self.stage
        if self.closed_at is None:
            assert stands[0] is None
            return
        figures = self.pads.figures
        stands += [figures[name] for name in ("collected", "spoiled", "issued", "unused")]
        self.stood = self.stood or stands
        assert stands == self.stood
        if self.outcome:
            assert self.told.result == (
                self.outcome.is_adopted, self.outcome.agree, self.outcome.disagree, self.outcome.other,
            )  # fmt: skip

    def whole(self):
        self.tells_all_from_the_start()
        assert list(audit.findings()) == []
        outcomes = list(Outcome.objects.filter(matter=self.round.matter_id, form=Form.BALLOT))
        assert outcomes == ([self.outcome] if self.outcome else [])
        for found in outcomes:
            for name in ("agree", "disagree", "other", "present", "households", "is_adopted", "on"):
                assert getattr(found, name) == getattr(self.outcome, name)
        assert list(Record.objects.filter(matter=self.round.matter_id).values_list("pk", "digest").order_by("pk")) == (
            self.versions
        )
        newest = {
            each.slip.number: each.answer
            for each in SlipAnswer.objects.filter(slip__ballot_round=self.round).select_related("slip").order_by("pk")
        }
        assert newest == self.typed
        if not self.named:
            self.nothing_links_a_household_to_an_answer()

    def tells_all_from_the_start(self):
        """The ledger read anew gives the same round as its rows."""
        again = Told()
        for entry in Entry.objects.filter(subject__in=self.subjects).select_related("payload").order_by("pk"):
            again.read(entry)
        assert (again.stage, again.where, again.sheets) == (self.stage, self.pads.where, self.sheets)
        assert again.result == self.told.result
        if self.slips:
            assert (again.households, again.printed) == (HOUSEHOLDS, PRINTED)

    def nothing_links_a_household_to_an_answer(self):
        """In a secret round: no row that leads to a household holds an answer, and no entry of the ledger does."""
        for model in BESIDE_A_HOUSEHOLD:
            rows = model.objects.all()
            if hasattr(model, "ballot_round"):
                rows = rows.filter(ballot_round=self.round)
            elif model is SlipAnswer:
                assert not rows.filter(slip__ballot_round=self.round).exists()
                continue
            for row in rows.values():
                assert not set(ANSWERS) & {value for value in row.values() if isinstance(value, str)}
        for entry in Entry.objects.filter(subject=f"decisions.ballotround:{self.round.pk}").select_related("payload"):
            data = entry.payload.data
            if {"entry", "slip", "household"} & set(data):
                assert not set(ANSWERS) & ({*data} | {each for each in data.values() if isinstance(each, str)})


BESIDE_A_HOUSEHOLD = [
    model
    for model in apps.get_app_config("decisions").get_models()
    if {"Entry", "Household", "Person", "Slip", "Passing", "Presence"}
    & {each.related_model.__name__ for each in model._meta.fields if each.is_relation and each.related_model}
    and model.__name__ not in {"Presence", "Vote", "HouseholdKey", "Confirmation"}
]
WALKS = (actions.Walk(tuple(f"Xóm {number}" for number in range(4)), TEAM[0].name, TEAM[1].name),)


@pytest.fixture
def village(commune):
    return a_village(commune, "ben-say-dong", "Đông Hạ", HOUSEHOLDS)


@pytest.fixture
def starts(life, head, front):
    """One planned; one by name and one secret in which slips may be handed out; one that is counted; one that passed."""
    rounds = rounds_of(life, head)
    money = life.propose(Kind.VILLAGE_MONEY, title="Góp tiền làm đường")
    meeting = life.begin(money, present=2)
    actions.close_short(item=meeting.items.get(), key="short", by=head, at=MEETS)
    life.end(meeting)
    actions.choose_form(matter=life.again(money), form=Form.BALLOT, key="ballots", by=head, at=MEETS)
    made = {
        "planned": (rounds.plan(reserve=RESERVE), False),
        "named": (rounds.begun(named=True, reserve=RESERVE), False),
        "secret": (rounds.begun(rounds.plan(money, reserve=RESERVE)), True),
        "counting": (rounds.begun(reserve=RESERVE), False),
        "passed": (rounds.begun(reserve=RESERVE), False),
    }
    for name in ("counting", "passed"):
        rounds.walked(made[name][0], out=HOUSEHOLDS, back=HOUSEHOLDS - 1)
        rounds.closed(made[name][0])
    rounds.counted(made["passed"][0], agree=HOUSEHOLDS - 1)
    found = {name: SimpleNamespace(row=rounds.again(row), thirds=thirds) for name, (row, thirds) in made.items()}
    return SimpleNamespace(rounds=found, head=head, front=front)


def test_a_round_holds_in_any_order(starts):
    BallotStory.given = starts
    run(BallotStory)
