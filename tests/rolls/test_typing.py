"""The exercise book, typed from its photograph and entered by a second person."""

import pytest

from dienhong.documents.models import StoredFile
from dienhong.foundations.actors import Role
from dienhong.foundations.clock import read
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.foundations.waiting import waiting_for
from dienhong.registry.actions.imports import HasMistakes, NeedsSecond, enter_batch
from dienhong.registry.models import Household, ImportBatch
from dienhong.rolls import actions, queries
from dienhong.rolls.actions.typing import HandedOver
from dienhong.rolls.models import TypedRow, Typing
from tests.registry.conftest import actor_in
from tests.rolls.conftest import DAY, TODAY, client_of

PHOTO = b"\xff\xd8\xff\xe0" + b"anh" * 9


def started(place, by=None, photo=PHOTO):
    return actions.start(
        village=place.other, photo=[photo] if photo else None, photo_name="so.jpg", by=by or place.head_of_other
    )


@pytest.fixture
def place(place):
    place.head_of_other = actor_in(place.other, Role.VILLAGE_HEAD)
    return place


def typed(place, *rows, **more):
    found = started(place, **more)
    actions.keep_rows(typing=found, rows=dict(enumerate(rows, start=1)), by=place.head_of_other)
    return found


def entered(place, found, by=None):
    return actions.enter(typing=found, by=by or place.officer, at=read(), on=TODAY)


def test_a_hamlet_left_empty_is_that_of_the_row_above_also_over_blocks(place):
    found = typed(place, ("Lò Thị Na", "xóm Đình"), ("Bùi Văn Quý", ""), ("", ""), ("Đỗ Thu An", "xóm Chợ"))
    actions.keep_rows(typing=found, rows={21: ("Kim Văn Dũng", "")}, by=place.head_of_other)
    assert list(queries.typed_rows(found).values_list("number", "address")) == [
        (1, "xóm Đình"), (2, "xóm Đình"), (4, "xóm Chợ"), (21, "xóm Chợ"),
    ]  # fmt: skip
    actions.keep_rows(typing=found, rows={2: ("", "")}, by=place.head_of_other)
    assert found.rows.count() == 3


def test_a_second_person_enters_all_of_it_and_rows_and_photograph_go(place):
    found = typed(place, ("Lò Thị Na", "xóm Đình"), ("", "xóm Chợ"))
    actions.hand_over(typing=found, by=place.head_of_other, on=DAY)
    assert [each.url for each in waiting_for(place.officer, on=TODAY)] == [
        f"/danh-sach-ho/go-tay/{found.pk}/doi-chieu/"
    ]
    assert entered(place, found) == 2
    assert [
        (each.household.code, each.household.address, each.person.name if each.person else None)
        for each in queries.members(place.other, on=TODAY)
    ] == [("H001", "xóm Đình", "Lò Thị Na"), ("H002", "xóm Chợ", None)]
    assert (TypedRow.objects.count(), StoredFile.objects.count()) == (0, 0)
    assert Typing.objects.get().photo is None
    assert ImportBatch.objects.get().content == ""


@pytest.mark.parametrize(
    ("who", "refusal"), [("front", NotAllowed), ("head_of_other", NotAllowed), ("stranger", NotFound)]
)
def test_who_does_not_enter(place, who, refusal):
    found = typed(place, ("Lò Thị Na", "xóm Đình"))
    actions.hand_over(typing=found, by=place.head_of_other, on=DAY)
    with pytest.raises(refusal):
        entered(place, found, by=getattr(place, who))


def test_whoever_typed_does_not_enter_by_either_door(place):
    found = started(place, by=place.officer)
    actions.keep_rows(typing=found, rows={1: ("Lò Thị Na", "xóm Đình")}, by=place.officer)
    batch = actions.hand_over(typing=found, by=place.officer, on=DAY)
    with pytest.raises(NeedsSecond):
        entered(place, found)
    with pytest.raises(NeedsSecond):
        enter_batch(batch=batch, by=place.officer, at=read(), on=TODAY)
    enter_batch(batch=batch, by=place.registrar, at=read(), on=TODAY)
    assert (TypedRow.objects.count(), StoredFile.objects.count()) == (0, 0)


def test_given_back_it_is_typed_on(place):
    found = typed(place, ("Lò Thị Na", "xóm Đình"))
    actions.hand_over(typing=found, by=place.head_of_other, on=DAY)
    with pytest.raises(HandedOver):
        actions.keep_rows(typing=found, rows={2: ("Ma", "")}, by=place.head_of_other)
    actions.give_back(typing=found, by=place.registrar, at=read())
    actions.keep_rows(typing=found, rows={2: ("Đỗ Thu An", "")}, by=place.head_of_other)
    actions.hand_over(typing=found, by=place.head_of_other, on=DAY)
    assert entered(place, found) == 2


def test_a_dead_representative_is_not_entered(place):
    found = typed(place, ("Lò Thị Na (đã mất)", "xóm Đình"))
    actions.hand_over(typing=found, by=place.head_of_other, on=DAY)
    with pytest.raises(HasMistakes):
        entered(place, found)
    assert not Household.objects.filter(locality=place.other).exists()


def test_nobody_types_somebody_elses_list_or_an_empty_one(place):
    found = started(place)
    with pytest.raises(NotFound):
        actions.keep_rows(typing=found, rows={1: ("Ma", "")}, by=place.officer)
    with pytest.raises(Refused):
        actions.hand_over(typing=found, by=place.head_of_other, on=DAY)
    actions.drop(typing=found, by=place.head_of_other)
    assert (Typing.objects.count(), StoredFile.objects.count()) == (0, 0)


def test_a_listed_village_is_not_typed(place):
    actions.publish(village=place.village, days=7, by=place.head, on=DAY)
    with pytest.raises(Refused):
        actions.start(village=place.village, photo=None, photo_name="", by=place.head)


def test_the_pages_from_photograph_to_households(place, tmp_path):
    head, officer = client_of(place.head_of_other), client_of(place.officer)
    here = f"/danh-sach-ho/viec/{place.other.pk}/"
    assert head.get(f"{here}go-tay/").status_code == 200
    wrong = tmp_path / "so.jpg"
    wrong.write_bytes(b"%PDF")
    with wrong.open("rb") as file:
        assert head.post(f"{here}go-tay/", {"photo": file}).status_code == 422
    wrong.write_bytes(PHOTO)
    with wrong.open("rb") as file:
        address = head.post(f"{here}go-tay/", {"photo": file}).headers["Location"]
    sent = head.post(f"{address}?khoi=2", {"ten_21": "Lò Thị Na", "xom_21": "xóm Đình", "ten_1": "không ở khối này"})
    assert sent.headers["Location"] == f"{address}?khoi=3"
    assert b"".join(head.get(f"{address}anh/").streaming_content) == PHOTO
    assert 'value="Lò Thị Na"' in head.get(f"{address}?khoi=2").content.decode()
    assert officer.get(address).status_code == 404
    assert head.post(f"{address}?khoi=1", {"xong": "1"}).headers["Location"] == here
    compare = f"{address}doi-chieu/"
    assert "Lò Thị Na" in officer.get(compare).content.decode()
    assert client_of(place.stranger).get(compare).status_code == 404
    assert officer.post(compare, {}).headers["Location"] == here
    assert Household.objects.get(locality=place.other).code == "H001"


@pytest.mark.parametrize(("block", "first"), [("0", 1), ("1", 1), ("50", 981), ("51", 1), ("x", 1)])
def test_a_block_that_is_none_is_the_first(place, block, first):
    found = started(place, photo=None)
    page = client_of(place.head_of_other).get(f"/danh-sach-ho/go-tay/{found.pk}/?khoi={block}").content.decode()
    assert f'name="ten_{first}"' in page
    assert f'action="?khoi={(first - 1) // 20 + 1}"' in page
    assert "Node" not in page
