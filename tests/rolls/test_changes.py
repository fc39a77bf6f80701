"""What a change does, who may propose and decide it, and what is refused."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from dienhong.foundations.actors import Role
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.ledger.models import Entry as LedgerEntry
from dienhong.ledger.models import Payload
from dienhong.registry import queries as registry
from dienhong.registry.actions import households
from dienhong.registry.actions.households import AlreadyListed, NotPossible
from dienhong.registry.models import Household, Mandate, Organization, Person
from dienhong.rolls import actions, queries
from dienhong.rolls.access import Act
from dienhong.rolls.actions.changing import AlreadyDecided, OnePerson, WrongShape
from dienhong.rolls.models import Change, Effect, Part, Ruling
from tests.registry.conftest import actor_in
from tests.rolls.conftest import DAY, NAMES, TODAY, changed, household, new, part, proposed

BEFORE = DAY - timedelta(days=1)
AFTER = DAY + timedelta(days=1)


def speakers(place, on):
    return {
        each.household.code: each.person.name if each.person else None for each in queries.members(place.village, on=on)
    }


def test_a_proposal_changes_nothing_until_a_second_person_confirms_it(place):
    before = speakers(place, TODAY)
    found = proposed(place, new("replaced", part("represent", household(place, "H001"), name="Lò Văn Quý")))
    assert speakers(place, TODAY) == before
    assert (Effect.objects.count(), Person.objects.filter(name="Lò Văn Quý").count()) == (0, 0)
    actions.confirm(change=found, by=place.front)
    assert speakers(place, BEFORE)["H001"] == NAMES[0]
    assert speakers(place, DAY)["H001"] == "Lò Văn Quý"


def test_the_proposer_never_decides_and_nobody_decides_twice(place):
    found = proposed(place, new("left", part("end", household(place, "H001"))), by=place.front)
    for act in (actions.confirm, lambda **who: actions.refuse(reason="không", **who)):
        with pytest.raises(OnePerson):
            act(change=found, by=place.front)
    actions.confirm(change=found, by=place.officer)
    for act in (actions.confirm, lambda **who: actions.refuse(reason="không", **who)):
        with pytest.raises(AlreadyDecided):
            act(change=found, by=place.chair)


def test_the_database_holds_the_two_people_too(place):
    found = proposed(place, new("left", part("end", household(place, "H001"))))
    with pytest.raises(IntegrityError), transaction.atomic():
        Ruling.objects.create(change=found, is_confirmed=True, proposed_by=place.head.key, recorded_by=place.head.key)


@pytest.mark.parametrize("who", ["front", "officer", "chair"])
def test_who_decides(place, who):
    found = proposed(place, new("left", part("end", household(place, "H001"))))
    assert actions.confirm(change=found, by=getattr(place, who)).is_confirmed


def test_a_post_of_an_organization_stands_for_the_village_only_where_it_is_the_villages_own(place):
    def front_of(where):
        body = Organization.objects.create(
            code=f"mttq-{where.pk}", kind="front", name="Mặt trận", locality=where, search="", valid_from=DAY
        )
        return actor_in(where, Role.FRONT, organization=body)

    found = proposed(place, new("left", part("end", household(place, "H001"))))
    of_commune, of_village, of_other = (front_of(each) for each in (place.commune, place.village, place.other))
    for actor in (of_commune, of_other):
        with pytest.raises(NotFound):
            actions.confirm(change=found, by=actor)
        assert not list(queries.waiting_changes(actor, TODAY))
    assert [each.code for each in queries.villages(of_village, Act.DECIDE, on=TODAY)] == [place.village.code]
    assert list(queries.villages(of_commune, Act.DECIDE, on=TODAY)) == []
    assert len(list(queries.waiting_changes(of_village, TODAY))) == 1
    assert actions.confirm(change=found, by=of_village).is_confirmed


@pytest.mark.parametrize("who", ["registrar"])
def test_who_proposes_only(place, who):
    found = proposed(place, new("left", part("end", household(place, "H001"))))
    with pytest.raises(NotAllowed):
        actions.confirm(change=found, by=getattr(place, who))


@pytest.mark.parametrize("who", ["stranger", "reporter"])
def test_others_find_nothing(place, who):
    change = new("left", part("end", household(place, "H001")))
    with pytest.raises(NotFound):
        proposed(place, change, by=getattr(place, who))
    found = proposed(place, change)
    with pytest.raises(NotFound):
        actions.confirm(change=found, by=getattr(place, who))


def test_a_refusal_has_a_reason_and_leaves_everything(place):
    before = speakers(place, TODAY)
    found = proposed(place, new("ended", part("end", household(place, "H002"))))
    with pytest.raises(Refused):
        actions.refuse(change=found, reason="  ", by=place.officer)
    actions.refuse(change=found, reason="Hộ vẫn ở xóm, chỉ đi làm xa.", by=place.officer)
    assert speakers(place, TODAY) == before


def test_a_death_leaves_the_household_without_anybody_from_that_day(place):
    gone = household(place, "H003")
    changed(place, new("died", part("vacate", gone), ground="death-paper"))
    assert speakers(place, BEFORE)["H003"] == NAMES[2]
    assert speakers(place, DAY)["H003"] is None
    assert gone.mandates.get().ends_on == DAY
    assert registry.representatives([gone.pk], on=DAY) == {}
    assert household(place, "H003").valid_to is None
    changed(place, new("replaced", part("represent", gone, name="Bùi Văn An"), on=AFTER))
    assert (speakers(place, DAY)["H003"], speakers(place, AFTER)["H003"]) == (None, "Bùi Văn An")


def test_the_dead_represent_nobody_ever_again(place):
    gone = household(place, "H003")
    dead = gone.mandates.get().person
    changed(place, new("died", part("vacate", gone), ground="death-paper"))
    with pytest.raises(NotPossible, match="đã mất"):
        proposed(place, new("replaced", part("represent", household(place, "H001"), person=dead), on=AFTER))
    with pytest.raises(NotPossible):
        proposed(place, new("died", part("vacate", gone), on=AFTER), key="again")


def test_a_split_ends_one_and_begins_two_with_the_same_person_in_the_first(place):
    old = household(place, "H004")
    person = old.mandates.get().person
    changed(
        place,
        new(
            "split",
            part("end", old),
            part("begin", code="H006", person=person, address="ngõ 4"),
            part("begin", code="H007", name="Vũ Thị Na"),
        ),
    )
    assert speakers(place, BEFORE)["H004"] == NAMES[3]
    after = speakers(place, DAY)
    assert "H004" not in after
    assert (after["H006"], after["H007"]) == (NAMES[3], "Vũ Thị Na")
    assert len(after) == len(NAMES) + 1
    assert Household.objects.filter(locality=place.village).count() == len(NAMES) + 2


def test_a_merger_ends_several_and_begins_one(place):
    first, second = household(place, "H001"), household(place, "H002")
    person = first.mandates.get().person
    changed(place, new("merged", part("end", first), part("end", second), part("begin", code="H006", person=person)))
    after = speakers(place, DAY)
    assert len(after) == len(NAMES) - 1
    assert after["H006"] == NAMES[0]


def test_an_arrival_without_anybody_counts_as_a_household(place):
    changed(place, new("arrived", part("begin", code="H006")))
    assert speakers(place, DAY)["H006"] is None
    assert queries.counts([place.village], on=DAY)[0].without == 1


def test_an_address_is_put_right(place):
    changed(place, new("address", part("address", household(place, "H001"), address="xóm Đình")))
    assert household(place, "H001").address == "xóm Đình"


def test_one_person_represents_one_household(place):
    taken = household(place, "H002").mandates.get().person
    with pytest.raises(NotPossible, match="H002"):
        proposed(place, new("replaced", part("represent", household(place, "H001"), person=taken)))


def test_a_nominated_person_may_speak_for_a_second_household_with_a_paper(place):
    """LDC art. 18 cl. 2: a household without a person of full capacity."""
    taken = household(place, "H002").mandates.get().person
    change = part("represent", household(place, "H001"), person=taken, nominated="biên bản ngày 01/3/2026")
    changed(place, new("replaced", change, ground="members-agreed"))
    assert speakers(place, DAY)["H001"] == speakers(place, DAY)["H002"] == NAMES[1]
    mandate = Mandate.objects.get(household__code="H001", ends_on=None)
    assert (mandate.is_nominated, mandate.ground) == (True, "biên bản ngày 01/3/2026")


def test_a_nomination_without_a_ground_is_refused_by_the_database(place):
    with pytest.raises(IntegrityError), transaction.atomic():
        Mandate.objects.filter(household__code="H001").update(is_nominated=True)


@pytest.mark.parametrize(
    "steps",
    [("split", ("end", "begin")), ("merged", ("end", "begin")), ("died", ("end",)), ("arrived", ())],
)
def test_a_change_has_the_households_of_its_kind(place, steps):
    kind, parts = steps
    made = [
        part(step, household(place, "H001")) if step != "begin" else part(step, code="H006", name="An")
        for step in parts
    ]
    with pytest.raises(WrongShape):
        proposed(place, new(kind, *made), key="shape")


def test_the_same_household_twice_a_day_to_come_and_an_unsaid_ground_are_refused(place):
    one = household(place, "H001")
    with pytest.raises(WrongShape):
        proposed(place, new("merged", part("end", one), part("end", one), part("begin", code="H006")))
    with pytest.raises(WrongShape):
        proposed(place, new("left", part("end", one), on=TODAY + timedelta(days=1)))
    proposed(place, new("left", part("end", one), on=TODAY))
    with pytest.raises(WrongShape):
        proposed(place, new("left", part("end", one), ground="other", words=" "))


def test_a_code_is_given_once_for_ever(place):
    changed(place, new("left", part("end", household(place, "H005"))))
    with pytest.raises(NotPossible):
        proposed(place, new("arrived", part("begin", code="H005", name="Hồ Văn Dậu")))
    assert queries.next_codes(place.village, 2) == ["H006", "H007"]
    proposed(place, new("arrived", part("begin", code="H006")))
    assert queries.next_codes(place.village, 1) == ["H007"]


def test_what_changed_meanwhile_is_refused_at_the_confirmation_and_nothing_of_it_stays(place):
    one, two = household(place, "H001"), household(place, "H002")
    waiting = proposed(place, new("merged", part("end", two), part("end", one), part("begin", code="H006")))
    changed(place, new("left", part("end", one)))
    entries = LedgerEntry.objects.count()
    with pytest.raises(NotPossible):
        actions.confirm(change=waiting, by=place.front)
    assert household(place, "H002").valid_to is None
    assert not Ruling.objects.filter(change=waiting).exists()
    assert LedgerEntry.objects.count() == entries


def test_a_household_of_another_village_is_not_there(place):
    elsewhere = Household.objects.create(locality=place.other, code="H001", valid_from=DAY)
    with pytest.raises(NotFound):
        proposed(place, new("left", part("end", elsewhere)))
    stranger = Person.objects.create(name="Người lạ", locality=place.other)
    with pytest.raises(NotFound):
        proposed(place, new("replaced", part("represent", household(place, "H001"), person=stranger)))


def test_sent_twice_it_is_told_once(place):
    change = new("left", part("end", household(place, "H001")))
    assert proposed(place, change, key="k").pk == proposed(place, change, key="k").pk
    assert Change.objects.count() == 1


def test_after_the_first_list_only_a_change_changes_households(place):
    person = household(place, "H001").mandates.get().person
    actions.publish(village=place.village, days=7, by=place.head, on=DAY)
    with pytest.raises(AlreadyListed):
        households.add_household(
            village=place.village, code="H009", address="", representative=None, valid_from=DAY, by=place.registrar
        )
    with pytest.raises(AlreadyListed):
        households.change_representative(
            household=household(place, "H002"), representative=person, on=DAY, by=place.registrar
        )
    changed(place, new("arrived", part("begin", code="H009", name="Y Thị Én")))
    assert speakers(place, DAY)["H009"] == "Y Thị Én"


def test_the_ledger_names_nobody(place):
    changed(place, new("replaced", part("represent", household(place, "H001"), name="Lò Văn Quý"), words="số 12"))
    kinds = set(LedgerEntry.objects.values_list("kind", flat=True))
    assert {"household_change.proposed", "household_change.confirmed", "household.represented"} <= kinds
    assert not [each for each in Payload.objects.values_list("data", flat=True) if "Quý" in str(each)]


@pytest.mark.parametrize("model", [Change, Part, Effect, Ruling])
def test_nothing_of_a_change_is_changed_or_deleted(place, model):
    changed(place, new("replaced", part("represent", household(place, "H001"), name="Lò Văn Quý")))
    row = model.objects.all()[:1].get()
    field = {Change: "ground_words", Part: "name", Effect: "person_id", Ruling: "reason"}[model]
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        model.objects.filter(pk=row.pk).update(**{field: None if field == "person_id" else "khác"})
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        model.objects.filter(pk=row.pk)._raw_delete("default")
