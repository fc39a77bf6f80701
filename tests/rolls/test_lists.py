"""The public list, objections to it, rolls: what they hold, who sees what, what erasing leaves."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from dienhong.documents.models import PrintedForm
from dienhong.foundations.clock import read
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.foundations.waiting import waiting_for
from dienhong.ledger.models import Payload
from dienhong.registry.actions import people
from dienhong.rolls import actions, queries
from dienhong.rolls.actions import Objected
from dienhong.rolls.actions.listing import MOST_DAYS
from dienhong.rolls.models import Answer, Entry, Objection, Part, Publication, Roll
from tests.rolls.conftest import DAY, NAMES, TODAY, changed, household, new, part, proposed


def published(place, days=7, on=DAY):
    return actions.publish(village=place.village, days=days, by=place.head, on=on)


def objected(found, complaint="died", line=1, words="", key="k", **more):
    return actions.object_to(
        publication=found,
        objected=Objected(complaint=complaint, line=line, words=words),
        key=key,
        on=more.pop("on", TODAY),
        **more,
    )


@pytest.mark.parametrize(
    ("days", "is_taken"), [(0, False), (1, True), (7, True), (MOST_DAYS, True), (MOST_DAYS + 1, False)]
)
def test_how_long_objections_are_asked_for(place, days, is_taken):
    if not is_taken:
        with pytest.raises(Refused):
            published(place, days)
        return
    found = published(place, days)
    assert (found.open_until - found.listed_on).days == days


def test_publishing_freezes_a_roll_gives_it_a_code_and_closes_first_entry(place):
    found = published(place)
    place.village.refresh_from_db()
    assert place.village.households_listed_on == DAY
    assert found.roll.households == len(NAMES)
    assert PrintedForm.objects.get(kind="household-list").path == f"/danh-sach-ho/thon/{place.village.code}/"
    published(place, on=TODAY)
    place.village.refresh_from_db()
    assert place.village.households_listed_on == DAY


@pytest.mark.parametrize(
    ("who", "refusal"), [("registrar", NotAllowed), ("stranger", NotFound), ("reporter", NotFound)]
)
def test_who_does_not_publish(place, who, refusal):
    with pytest.raises(refusal):
        actions.publish(village=place.village, days=7, by=getattr(place, who), on=DAY)


def test_a_taken_roll_never_changes_and_its_digest_is_computed_again(place):
    first = actions.take(village=place.village, on=DAY, by=place.head)
    changed(place, new("left", part("end", household(place, "H001"))))
    assert queries.verified(first).is_sound
    second = actions.take(village=place.village, on=DAY, by=place.head)
    assert (first.households, second.households) == (5, 4)
    assert first.digest != second.digest


@pytest.mark.parametrize("model", [Roll, Entry, Publication])
def test_the_database_refuses_to_change_a_roll(place, model):
    published(place)
    row = model.objects.order_by("pk").first()
    field = {Roll: "households", Entry: "name", Publication: "open_until"}[model]
    value = {Roll: 9, Entry: "", Publication: TODAY + timedelta(days=40)}[model]
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        model.objects.filter(pk=row.pk).update(**{field: value})
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        model.objects.filter(pk=row.pk)._raw_delete("default")


def test_who_died_after_a_roll_was_taken_is_named_from_that_day(place):
    roll = actions.take(village=place.village, on=DAY, by=place.head)
    changed(place, new("died", part("vacate", household(place, "H003")), on=TODAY))
    entry = roll.entries.get(household__code="H003")
    assert queries.dead(roll, on=TODAY - timedelta(days=1)) == set()
    assert queries.dead(roll, on=TODAY) == queries.dead(roll, on=TODAY + timedelta(days=1)) == {entry.pk}


def test_a_forged_entry_is_found_out(place):
    roll = actions.take(village=place.village, on=DAY, by=place.head)
    one = queries.entries(roll)[0]
    Entry.objects.bulk_create(
        [
            Entry(
                roll=roll,
                number=6,
                household=_new_household(place),
                name="Ma",
                salt=one.salt,
                mark=one.mark,
            )
        ]
    )
    found = queries.verified(roll)
    assert not found.is_sound
    assert found.wrong == (6,)


def _new_household(place):
    changed(place, new("arrived", part("begin", code="H099")))
    return household(place, "H099")


def test_what_differs_between_two_rolls(place):
    first = actions.take(village=place.village, on=DAY, by=place.head)
    changed(place, new("left", part("end", household(place, "H001"))))
    changed(place, new("arrived", part("begin", code="H006", name="Kim Thị Sen")))
    changed(place, new("replaced", part("represent", household(place, "H002"), name="Đặng Thị Mận")))
    second = actions.take(village=place.village, on=DAY, by=place.head)
    found = queries.difference(first, second)
    assert [each.household.code for each in found.came] == ["H006"]
    assert [each.household.code for each in found.went] == ["H001"]
    assert [(before.name, after.name) for before, after in found.changed] == [(NAMES[1], "Đặng Thị Mận")]
    assert queries.earlier(second) == first
    assert queries.difference(first, first).is_empty


def test_anybody_objects_and_the_code_says_what_became_of_it(place):
    found, code = objected(published(place), words="ông Gấm mất rồi")
    assert queries.objection_of(code) == found
    assert found.recorded_by == ""
    actions.answer(objection=found, is_right=True, reason="Đã xác minh với hộ tịch xã.", by=place.front)
    assert queries.objection_of(code).answer.is_right
    with pytest.raises(Refused):
        actions.answer(objection=found, is_right=False, reason="lần hai", by=place.front)
    with pytest.raises(NotFound):
        queries.objection_of("KHONGCO234")


@pytest.mark.parametrize(("line", "is_taken"), [(0, False), (1, True), (5, True), (6, False), (None, True)])
def test_a_line_is_one_of_the_list(place, line, is_taken):
    found = published(place)
    if is_taken:
        assert objected(found, line=line)[0].line == line
    else:
        with pytest.raises(Refused):
            objected(found, line=line)


def test_an_objection_brought_on_paper_is_written_down_by_who_may(place):
    found = published(place)
    made, _code = objected(found, by=place.head, received_on=DAY)
    assert (made.came, made.received_on) == ("head", DAY)
    with pytest.raises(NotAllowed):
        objected(found, by=place.registrar, received_on=DAY, key="b")
    with pytest.raises(Refused):
        objected(found, by=place.head, received_on=TODAY + timedelta(days=1), key="c")


def test_sent_twice_it_is_one_objection(place):
    found = published(place)
    assert objected(found) == objected(found)
    assert Objection.objects.count() == 1


def test_a_roll_says_how_many_objections_were_open_and_is_taken_all_the_same(place):
    found = published(place)
    first, _code = objected(found)
    objected(found, line=2, key="b")
    assert actions.take(village=place.village, on=TODAY, by=place.officer).open_objections == 2
    actions.answer(objection=first, is_right=False, reason="Bà vẫn khỏe.", by=place.head)
    assert actions.take(village=place.village, on=TODAY, by=place.officer).open_objections == 1


def test_the_words_of_an_objection_may_go_once_it_is_answered(place):
    found, _code = objected(published(place), words="ông Gấm mất rồi")
    with pytest.raises(Refused):
        actions.forget_words(objection=found, by=place.front)
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        Objection.objects.update(words="")
    actions.answer(objection=found, is_right=True, reason="Đã sửa.", by=place.front)
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        Objection.objects.update(words="khác")
    actions.forget_words(objection=found, by=place.front)
    assert Objection.objects.get().words == ""
    assert Answer.objects.get().reason == "Đã sửa."


def test_an_erased_person_leaves_every_roll_and_change_and_the_digest_still_verifies(place):
    changed(place, new("replaced", part("represent", household(place, "H001"), name="Lò Văn Quý"), on=DAY))
    found = published(place)
    person = household(place, "H001").mandates.get(ends_on=None).person
    people.erase_person(person=person, by=place.registrar, at=read(), on=TODAY)
    entry = Entry.objects.get(roll=found.roll, number=1)
    assert (entry.name, entry.address, entry.salt) == ("", "", "")
    assert Part.objects.get(step="represent").name == ""
    verified = queries.verified(found.roll)
    assert (verified.is_sound, verified.emptied) == (True, 1)
    assert Entry.objects.exclude(name="").count() == len(NAMES) - 1
    assert actions.forget(person_id=person.pk) == 0
    assert not [each for each in Payload.objects.values_list("data", flat=True) if "Quý" in str(each)]


def test_what_waits_for_whom(place):
    found = published(place)
    objected(found)
    proposed(place, new("left", part("end", household(place, "H002"))), by=place.officer)
    here = f"/danh-sach-ho/viec/{place.village.pk}/"
    waits = {
        name: [each.url for each in waiting_for(getattr(place, name), on=TODAY)]
        for name in ("front", "officer", "head")
    }
    assert waits["front"] == [f"{here}#thay-doi", f"{here}#phan-anh"]
    assert waits["officer"] == [f"{here}#phan-anh"]  # the change is the officer's own
    assert waits["head"] == [f"{here}#phan-anh"]
    assert not [each for each in waiting_for(place.stranger, on=TODAY) if "danh-sach-ho" in each.url]
