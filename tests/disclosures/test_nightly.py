"""The nightly run: what is done moves on, last days are asked again, and neither is lost when it is killed."""

from datetime import timedelta
from unittest.mock import patch

import pytest

from dienhong.disclosures import actions, asking, queries
from dienhong.disclosures.models import Disclosure
from dienhong.disclosures.queries import nightly
from dienhong.ledger.models import Entry, Payload
from dienhong.registry.actions.places import succeed
from dienhong.registry.queries import present_ids
from tests.programmes import places

pytestmark = pytest.mark.django_db
LATER = places.AT + timedelta(days=45)
EVERYWHERE = ("office", "cultural-house", "community-point")


@pytest.fixture
def done(desk):
    """Out in every way; satisfied when it has hung long enough."""

    def make(title="Dự toán", **rest):
        found = desk.open(title=title, **rest)
        for form in found.item.asked["result"]["forms"]:
            last_on = places.ON if form == "radio" else None
            desk.record(found, form, places=EVERYWHERE if form == "posting" else (), last_on=last_on)
        return found

    return make


def radio_for_three_days(disclosure, desk):
    on = places.ON + timedelta(days=3)
    desk.record(disclosure, "radio", on=on, at=places.AT + timedelta(days=9), last_on=on + timedelta(days=4))


def stage(disclosure):
    return Disclosure.objects.get(pk=disclosure.pk).stage


def test_what_hung_long_enough_moves_and_the_rest_stays(done, desk):
    ready, short = done("Đủ cách"), desk.open(title="Mới đăng cổng")
    radio_for_three_days(ready, desk)
    desk.record(short)
    assert actions.settle_all(at=LATER) == 1
    assert (stage(ready), stage(short)) == ("satisfied", "up")
    assert actions.settle_all(at=LATER) == 0


def test_the_run_and_the_single_look_agree_on_every_day(done, desk, villages):
    one = done("Đủ cách")
    radio_for_three_days(one, desk)
    desk.record(one, "posting", places=("cultural-house",), village=villages[0])
    for days in (0, 5, 10, 29, 30, 31, 32, 45):
        on = places.ON + timedelta(days=days)
        clocks = nightly.clocks([one.pk])
        judged = nightly.complete(clocks, nightly.villages_by_place(on=on), on=on)
        assert (one.pk in judged) == queries.completeness(queries.disclosure(one.pk), on=on).result


def test_killed_between_two_batches_what_moved_stays_moved_and_the_next_run_goes_on(done, desk):
    pair = [done("Một"), done("Hai")]
    for each in pair:
        radio_for_three_days(each, desk)
    move, calls = actions.nightly._move, []

    def dies(*given, **named):
        calls.append(1)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return move(*given, **named)

    with (
        patch.object(nightly, "BATCH", 1),
        patch.object(actions.nightly, "_move", dies),
        pytest.raises(KeyboardInterrupt),
    ):
        actions.settle_all(at=LATER)
    assert [stage(each) for each in pair] == ["satisfied", "up"]
    assert actions.settle_all(at=LATER) == 1


def test_what_changed_between_looking_and_locking_does_not_move(done, desk, officer):
    one = done()
    radio_for_three_days(one, desk)
    look, looked = nightly.complete, []

    def meanwhile(*given, **named):
        found = look(*given, **named)
        if not looked:
            looked.append(found)
            Disclosure.objects.filter(pk=one.pk).update(stage="changed")
        return found

    with patch.object(nightly, "complete", meanwhile):
        assert actions.settle_all(at=LATER) == 0
    assert looked[0] == {one.pk: "complete"}
    assert stage(one) == "changed"


def test_a_kept_day_that_is_not_the_laws_is_reported_once_and_not_changed(desk, commune):
    one, right = desk.open(), desk.open(title="Đúng hạn", code="11.2.2")
    false = one.due_on + timedelta(days=30)
    Disclosure.objects.filter(pk=one.pk).update(due_on=false)
    for _run in range(2):
        actions.settle_all(at=places.AT)
    entry = Entry.objects.get(kind="deadline.differed")
    assert entry.locality == commune.place.code
    assert Payload.objects.get(entry=entry).data == {
        "disclosures": [
            {
                "disclosure": one.pk, "version": 1, "kept": false.isoformat(),
                "kept_with_version": one.due_on.isoformat(), "law": one.due_on.isoformat(),
            }
        ]
    }  # fmt: skip
    assert Disclosure.objects.get(pk=one.pk).due_on == false
    assert Disclosure.objects.get(pk=right.pk).due_on == right.due_on


def test_every_way_of_asking_for_a_last_day_can_be_asked_again(desk):
    since = places.ON
    other = since + timedelta(days=40)
    answers = [
        asking.last_day("commune", since=since),
        asking.last_day("agency", since=since),
        asking.last_day("enterprise", since=since, by_other_law=other),
        asking.last_day_of_change("commune", since=since),
        asking.last_day_of_figures("commune", ended=since),
        asking.last_day_of_figures("agency", ended=since, by_other_law=other),
    ]
    for answer in answers:
        stored = answer.stored()
        inputs = {name: str(value) for name, value in stored["inputs"].items()}
        assert asking.again(stored["rule"], inputs) == answer.result
    assert asking.again("deadline.abolished", {"since": "2026-01-01"}) is None
    assert asking.again("deadline.disclosure.commune", {"since": "yesterday"}) is None


def test_the_number_of_queries_does_not_grow_with_what_is_open(desk, django_assert_max_num_queries):
    for number in range(6):
        desk.record(desk.open(title=f"Việc {number}"))
    with django_assert_max_num_queries(10):
        actions.settle_all(at=LATER)


def test_the_run_and_the_single_look_agree_where_villages_were_merged(desk, commune, officer):
    own = desk.open(title="Của thôn cũ", village=commune.villages[0])
    common = desk.open(title="Của cả xã")
    for found, where in ((own, commune.villages[:1]), (common, commune.villages)):
        desk.record(found)
        desk.record(found, "posting", places=("office",))
        for each in where:
            desk.record(found, "posting", places=EVERYWHERE[1:], village=each)
    first = succeed(
        predecessors=commune.villages[:2], code="thon-moi", word="thôn", name="Đông Xuân",
        on=places.ON + timedelta(days=10), act="Nghị quyết 5", by=officer,
    )  # fmt: skip
    last = succeed(
        predecessors=[first], code="thon-moi-nua", word="thôn", name="Đông", on=places.ON + timedelta(days=20),
        act="Nghị quyết 9", by=officer,
    )  # fmt: skip
    assert set(present_ids([commune.villages[0].pk, commune.villages[2].pk]).values()) == {last.pk}
    on = places.ON + timedelta(days=60)
    clocks = nightly.clocks([own.pk, common.pk])
    judged = nightly.complete(clocks, nightly.villages_by_place(on=on), on=on)
    assert set(judged) == {own.pk, common.pk}
    for each in (own, common):
        assert queries.completeness(queries.disclosure(each.pk), on=on).result
