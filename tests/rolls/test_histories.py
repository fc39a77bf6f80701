"""Histories of a village in any order: whatever happens, one voice a household, one household a person, rolls stay."""

from collections import defaultdict
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from dienhong.foundations.actors import Role
from dienhong.registry.actions import places
from dienhong.registry.models import Household, Mandate, Person
from dienhong.rolls import actions, queries
from dienhong.rolls.actions import NewChange, NewPart
from dienhong.rolls.digests import digest_of, mark_of
from dienhong.rolls.models import Entry, Kind, Roll, Step
from tests.machines import Story, run
from tests.registry.conftest import actor_in
from tests.rolls.conftest import DAY, SINCE, add

TO_COME = DAY + timedelta(days=10_000)
ANY = st.integers(min_value=0, max_value=1_000)
YES = st.booleans()
FIRST = 4  # households at the beginning


class Village(Story):
    """What happens, beside a plain picture of it: code of the household → who speaks for it."""

    village = head = front = None

    def begin(self):
        self.day, self.number, self.rolls = DAY, FIRST, {}
        self.speakers = {f"H{number:03}": f"Người {number:04}" for number in range(1, FIRST + 1)}

    def new_name(self):
        self.number += 1
        return f"Người {self.number:04}"

    def pick(self, which, among=None):
        codes = sorted(self.speakers if among is None else among)
        return codes[which % len(codes)]

    def household(self, code):
        return Household.objects.get(locality=self.village, code=code)

    def speaker(self, code):
        name = self.speakers[code]
        return Person.objects.get(name=name) if name else None

    def keeper(self, code):
        """Who may go on for a household that follows this one: a nomination does not go on, it is made anew."""
        mandate = Mandate.objects.filter(household=self.household(code), ends_on=None).first()
        return None if mandate is None or mandate.is_nominated else mandate.person

    def live(self, kind, *parts, ground="seen"):
        """One day later, told by one and confirmed by another."""
        self.day += timedelta(days=1)
        change = NewChange(kind=kind, takes_effect_on=self.day, ground=ground, parts=parts)
        told = actions.propose(village=self.village, change=change, key=f"{self.day}", by=self.head, on=TO_COME)
        actions.confirm(change=told, by=self.front)
        self.touched = True

    def begun(self, code, name=None, person=None):
        self.speakers[code] = person.name if person else name
        return NewPart(step=Step.BEGIN, code=code, name=name or "", person=person)

    def codes(self, number):
        return queries.next_codes(self.village, number)

    @rule(has_name=YES)
    def arrives(self, has_name):
        self.live(Kind.ARRIVED, self.begun(self.codes(1)[0], self.new_name() if has_name else None))

    @rule(which=ANY, kind=st.sampled_from([Kind.LEFT, Kind.ENDED]))
    @precondition(lambda self: len(self.speakers) > 1)
    def goes(self, which, kind):
        code = self.pick(which)
        self.live(kind, NewPart(step=Step.END, household=self.household(code)))
        del self.speakers[code]

    @rule(which=ANY, keeps=YES, into=st.integers(min_value=2, max_value=4))
    def splits(self, which, keeps, into):
        code = self.pick(which)
        end, person = NewPart(step=Step.END, household=self.household(code)), self.keeper(code) if keeps else None
        begun = [
            self.begun(new, person=person) if number == 0 and person else self.begun(new, self.new_name())
            for number, new in enumerate(self.codes(into))
        ]
        self.live(Kind.SPLIT, end, *begun)
        del self.speakers[code]

    @rule(which=ANY, other=ANY, keeps=YES)
    @precondition(lambda self: len(self.speakers) > 2)
    def merge(self, which, other, keeps):
        first = self.pick(which)
        second = self.pick(other, set(self.speakers) - {first})
        ends = [NewPart(step=Step.END, household=self.household(code)) for code in (first, second)]
        person = self.keeper(first) if keeps else None
        self.live(Kind.MERGED, *ends, self.begun(self.codes(1)[0], None if person else self.new_name(), person))
        del self.speakers[first], self.speakers[second]

    @rule(which=ANY)
    @precondition(lambda self: any(self.speakers.values()))
    def dies(self, which):
        code = self.pick(which, [code for code, name in self.speakers.items() if name])
        gone = self.speakers[code]
        self.live(Kind.DIED, NewPart(step=Step.VACATE, household=self.household(code)), ground="death-paper")
        self.speakers = {code: None if name == gone else name for code, name in self.speakers.items()}

    @rule(which=ANY)
    def is_replaced(self, which):
        code, name = self.pick(which), self.new_name()
        self.live(Kind.REPLACED, NewPart(step=Step.REPRESENT, household=self.household(code), name=name))
        self.speakers[code] = name

    @rule(which=ANY, other=ANY)
    @precondition(lambda self: len(self.speakers) > 1)
    def nominates(self, which, other):
        """LDC art. 18 cl. 2: with a paper, somebody who speaks for another household."""
        code = self.pick(which)
        neighbour = self.pick(other, set(self.speakers) - {code})
        if (person := self.speaker(neighbour)) is None or person.name == self.speakers[code]:
            return
        part = NewPart(step=Step.REPRESENT, household=self.household(code), person=person, nominated="biên bản số 1")
        self.live(Kind.REPLACED, part, ground="members-agreed")
        self.speakers[code] = person.name

    @rule(which=ANY, other=ANY)
    def without_a_paper_it_is_refused(self, which, other):
        code, neighbour = self.pick(which), self.pick(other)
        person = self.speaker(neighbour)
        own = Mandate.objects.filter(person=person, is_nominated=False, ends_on=None).exclude(household__code=code)
        if person is None or not own.exists():
            return
        change = NewChange(
            kind=Kind.REPLACED,
            takes_effect_on=self.day + timedelta(days=1),
            ground="seen",
            parts=(NewPart(step=Step.REPRESENT, household=self.household(code), person=person),),
        )
        self.tried(
            lambda: actions.propose(village=self.village, change=change, key=f"x{self.day}", by=self.head, on=TO_COME),
            lawful=False,
        )

    @rule()
    def a_roll_is_taken(self):
        roll = actions.take(village=self.village, on=self.day, by=self.head)
        self.rolls[roll.pk] = dict(self.speakers)
        self.touched = True

    @invariant()
    def the_registers_say_what_happened(self):
        found = queries.members(self.village, on=self.day)
        assert {each.household.code: each.person.name if each.person else None for each in found} == self.speakers
        assert len(found) == len(self.speakers)

    @invariant()
    def on_no_day_two_speak_for_one_or_one_for_two(self):
        of_household, of_person = defaultdict(list), defaultdict(list)
        for each in Mandate.objects.select_related("person").order_by("starts_on", "pk"):
            last = each.ends_on or TO_COME
            assert each.starts_on <= last
            died = each.person.died_on
            assert died is None or last <= died
            of_household[each.household_id].append((each.starts_on, last))
            if not each.is_nominated:
                of_person[each.person_id].append((each.starts_on, last))
        for spans in (*of_household.values(), *of_person.values()):
            assert all(before[1] < after[0] for before, after in pairwise(spans))

    def whole(self):
        """Once a story: every roll, in whatever order it came, is as it was taken; no code was given twice."""
        codes = list(Household.objects.filter(locality=self.village).values_list("code", flat=True))
        assert len(codes) == len(set(codes))
        self.no_taken_roll_has_changed()

    def no_taken_roll_has_changed(self):
        lines = defaultdict(list)
        for each in Entry.objects.select_related("household").order_by("number"):
            lines[each.roll_id].append(each)
        for roll in Roll.objects.all():
            found = lines[roll.pk]
            assert {each.household.code: each.name or None for each in found} == self.rolls[roll.pk]
            assert len(found) == len(self.rolls[roll.pk]) == roll.households
            assert digest_of((each.number, each.household.code, each.mark) for each in found) == roll.digest
            assert all(mark_of(each.salt, each.name, each.address) == each.mark for each in found)


@pytest.mark.django_db
def test_any_history_keeps_one_voice_a_household():
    village = places.found_first_locality(code="dong", kind="village", word="thôn", name="Đông", valid_from=SINCE)
    registrar = actor_in(village, Role.REGISTRAR)
    for number in range(1, FIRST + 1):
        add(village, f"H{number:03}", f"Người {number:04}", registrar)
    Village.village = village
    Village.head, Village.front = actor_in(village, Role.VILLAGE_HEAD), actor_in(village, Role.FRONT)
    run(Village)
