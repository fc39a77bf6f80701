"""A round: frozen before the lots can be known, drawn the same by anybody, looked at, corrected, answered, never changed."""

import hashlib
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F

from dienhong.disclosures import actions as disclosures
from dienhong.disclosures.models import Disclosure, Posting
from dienhong.documents import queries as files
from dienhong.foundations.actors import NOBODY
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.foundations.waiting import waiting_for
from dienhong.ledger import actions as ledger
from dienhong.ledger.models import Entry
from dienhong.registry.models import Facility
from dienhong.spot_checks import access, actions, queries, tasks
from dienhong.spot_checks.access import Act
from dienhong.spot_checks.models import Drawing, Finding, Reply, Result, Round, Sample
from tests.programmes import places
from tests.spot_checks.conftest import DAY, look, opened_by

pytestmark = pytest.mark.django_db


def test_the_frame_names_each_place_where_one_can_stand(claim, commune, wanted, today):
    """Office, portal; and of what hangs "in every village" a unit for each village and each of its places."""
    made = claim("Dự toán")
    portal, office, house, point = Posting.objects.filter(version__disclosure=made).order_by("pk")
    units = queries.units(wanted(), on=today)
    assert set(units) == {
        str(portal.pk),
        str(office.pk),
        *(f"{each.pk}@{village.code}" for each in (house, point) for village in commune.villages),
    }


def test_a_village_known_to_have_no_such_place_is_left_out(claim, commune, wanted, today):
    claim("Dự toán", forms=("posting",))
    Facility.objects.create(
        locality=commune.villages[0], kind="cultural-house", number=0, since=today, recorded_by="user:1"
    )
    units = queries.units(wanted(), on=today)
    assert sum(unit.endswith(commune.villages[0].code) for unit in units) == 1
    assert sum(unit.endswith(commune.villages[1].code) for unit in units) == 2


@pytest.mark.parametrize(("ways", "count"), [("posting", 7), ("portal", 1), ("radio", 1), ("everything", 9)])
def test_a_round_looks_at_the_ways_it_was_opened_for(claim, wanted, today, ways, count):
    claim("Dự toán", code="11.7.1", forms=("portal", "posting", "radio", "village-head"))
    assert len(queries.units(wanted(ways=ways), on=today)) == count


def test_one_village_can_be_looked_at_alone(claim, commune, wanted, today):
    claim("Cả xã", forms=("posting",))
    here = claim("Của thôn", code="11.3.1", forms=("posting",), village=commune.villages[1])
    claim("Của thôn khác", code="11.5.3", forms=("posting",), village=commune.villages[0])
    units = queries.units(wanted(village=commune.villages[1]), on=today)
    own = {str(pk) for pk in Posting.objects.filter(version__disclosure=here).values_list("pk", flat=True)}
    assert own < set(units)
    assert len(units) == len(own) + 2


def test_what_came_down_was_replaced_or_taken_back_is_no_longer_claimed(claim, officer, wanted, today, now):
    down, changed, back = claim("Gỡ"), claim("Đổi", code="11.2.2"), claim("Rút", code="11.3.1")
    posting = Posting.objects.filter(version__disclosure=down, place="office").get()
    disclosures.remove(posting=posting, claimed_on=today, reason="Mưa ướt", by=officer, at=now)
    content = disclosures.Content(event="QĐ 2", since=today, text="Bản mới", is_cleared=True)
    disclosures.change(disclosure=changed, content=content, key="b2", by=officer, at=now)
    disclosures.withdraw(
        disclosure=back,
        reason="Nhầm",
        signer_post="Chủ tịch",
        signer_name="Hồ Văn Lành",
        is_owed_again=True,
        by=officer,
        on=places.ON,
    )
    claimed = {queries.parted(unit)[0] for unit in queries.units(wanted(), on=today)}
    assert posting.pk not in claimed
    assert not claimed & set(Posting.objects.exclude(version__disclosure=down).values_list("pk", flat=True))


def test_days_bound_the_frame_both_included(claim, wanted, today):
    claim("Dự toán", ago=3)
    assert queries.units(wanted(first=today - 3 * DAY, last=today - 3 * DAY), on=today)
    assert not queries.units(wanted(first=today - 2 * DAY), on=today)
    assert not queries.units(wanted(last=today - 4 * DAY), on=today)


def test_the_frame_is_frozen_with_its_hash_in_the_ledger_before_anything_is_drawn(opened, commune):
    text = files.read(opened.frame.sha256)
    assert hashlib.sha256(text).hexdigest() == opened.frame.sha256
    assert len(text.decode().splitlines()) == opened.frame_size
    entry = Entry.objects.get(kind="round.opened")
    assert entry.payload.data["frame"] == opened.frame.sha256
    assert entry.locality == commune.place.code
    assert not Sample.objects.exists()


def test_lots_are_refused_until_the_ledger_holds_the_opening(opened, front, now):
    with pytest.raises(Refused, match="chưa niêm phong"):
        actions.draw(round=opened, by=front)
    assert actions.draw_waiting(at=now) == 0
    ledger.seal_new(now)
    assert actions.draw(round=opened, by=front).round == opened


def test_anybody_draws_the_same_sample_from_the_published_numbers(opened, front, now):
    ledger.seal_new(now)
    drawing = actions.draw(round=opened, by=front)
    seed = hashlib.sha256(f"{drawing.root}:spot_checks.round:{opened.pk}".encode()).hexdigest()
    units = files.read(opened.frame.sha256).decode().splitlines()
    lots = sorted(units, key=lambda unit: hashlib.sha256(f"{seed}:{unit}".encode()).hexdigest())
    assert [each.unit for each in queries.samples(opened)] == lots[: opened.size]


def test_waiting_for_a_better_root_changes_nothing(opened, front, officer, claim, now):
    """The seed is that of the first checkpoint with the opening, however many follow before somebody draws."""
    ledger.seal_new(now)
    claim("Ghi thêm để đổi gốc", code="11.5.1")
    ledger.seal_new(now + DAY)
    drawing = actions.draw(round=opened, by=front)
    place = Entry.objects.get(kind="round.opened").leaf.index
    assert drawing.checkpoint_size > place
    assert drawing.checkpoint_size < Entry.objects.filter(leaf__isnull=False, locality=opened.locality.code).count()


def test_drawing_twice_and_by_the_worker_gives_the_first_drawing(opened, front, now):
    ledger.seal_new(now)
    assert tasks.draw(now) == 1
    drawing = Drawing.objects.get()
    assert actions.draw(round=opened, by=front) == drawing
    assert tasks.draw(now) == 0
    assert Sample.objects.count() == opened.size
    assert Entry.objects.filter(kind="round.drawn").count() == 1


def test_sending_the_form_twice_opens_one_round_and_a_new_draw_is_a_new_round(claim, front, wanted, today, now):
    claim("Dự toán")
    first = opened_by(front, wanted(), today, now, key="mot")
    assert opened_by(front, wanted(), today, now, key="mot") == first
    with pytest.raises(Refused, match="đợt khác"):
        opened_by(front, wanted(ways="portal"), today, now, key="mot")
    again = opened_by(front, wanted(), today, now, key="hai")
    assert again != first
    assert list(queries.rounds(front)) == [again, first]


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"size": 9}, "Chỉ có 8 nơi"),
        ({"size": 0}, "từ 1 đến"),
        ({"size": None, "percent": None}, "số nơi hoặc tỷ lệ"),
        ({"until": -1}, "không được trước hôm nay"),
        ({"backwards": True}, "Ngày cuối"),
        ({"ways": "radio"}, "không có nơi nào"),
        ({"foreign": True}, "không thuộc địa bàn"),
    ],
)
def test_a_round_that_cannot_be_is_refused_in_words(claim, front, neighbour, wanted, today, now, parts, why):
    claim("Dự toán")
    asked = {"ways": parts.get("ways", "everything")}
    if parts.get("backwards"):
        asked |= {"first": today, "last": today - DAY}
    if parts.get("foreign"):
        asked["village"] = neighbour.villages[0]
    with pytest.raises(Refused, match=why):
        actions.open_round(
            wanted=wanted(**asked), size=parts.get("size", 2), percent=parts.get("percent"),
            until=today + parts.get("until", 7) * DAY, key="k", by=front, at=now,
        )  # fmt: skip


def test_a_share_of_the_frame_is_rounded_up(claim, front, wanted, today, now):
    claim("Dự toán")
    assert opened_by(front, wanted(), today, now, size=None, percent=5).size == 1
    assert opened_by(front, wanted(), today, now, size=None, percent=100).size == 8


def test_a_finding_stands_beside_the_claim_and_changes_nothing_of_it(drawn, front, today, now):
    sample = queries.samples(drawn)[0]
    before = Disclosure.objects.filter(pk=sample.posting.version.disclosure_id).values().get()
    found = look(sample, "not-there", front, today, now)
    assert (found.number, found.result) == (1, Result.NOT_THERE)
    assert Disclosure.objects.filter(pk=before["id"]).values().get() == before
    entry = Entry.objects.get(kind="finding.recorded")
    assert (entry.claimed_on, entry.payload.data["result"]) == (today, "not-there")


def test_a_correction_is_a_new_finding_and_the_last_one_counts(drawn, front, today, now):
    sample = queries.samples(drawn)[0]
    look(sample, "not-there", front, today, now)
    look(sample, "as-claimed", front, today, now)
    outcome = queries.outcome(drawn, queries.samples(drawn))
    assert (outcome.agreed, outcome.looked) == (1, 1)
    assert Finding.objects.count() == 2


def test_a_double_click_records_one_finding_and_one_photograph(drawn, front, today, now):
    sample, other = queries.samples(drawn)[:2]
    first = look(sample, "as-claimed", front, today, now, key="mot", photo=[b"\xff\xd8\xff anh"])
    assert look(sample, "as-claimed", front, today, now, key="mot", photo=[b"\xff\xd8\xff anh"]) == first
    with pytest.raises(Refused, match="nơi khác"):
        look(other, "as-claimed", front, today, now, key="mot")
    assert Finding.objects.count() == 1


@pytest.mark.parametrize(
    ("result", "day", "why"),
    [
        ("as-claimed", 1, "sau hôm nay"),
        ("as-claimed", -1, "trước ngày rút mẫu"),
        ("other-version", 0, "ghi rõ"),
        ("not-looked", 0, "ghi rõ"),
        ("very-good", 0, "chọn kết quả"),
    ],
)
def test_a_finding_that_cannot_be_is_refused(drawn, front, today, now, result, day, why):
    with pytest.raises(Refused, match=why):
        look(queries.samples(drawn)[0], result, front, today + day * DAY, now)


def test_the_unit_answers_without_changing_the_finding(drawn, front, officer, today, now):
    found = look(queries.samples(drawn)[0], "not-there", front, today, now)
    said = actions.reply(finding=found, text="Đã treo lại", photo_name="", photo=None, key="r", by=officer)
    again = actions.reply(finding=found, text="Đã treo lại", photo_name="", photo=None, key="r", by=officer)
    assert again == said
    assert Finding.objects.get(pk=found.pk).result == "not-there"
    for text, why in (("  ", "ghi nội dung"), ("Gọi anh Nam 0912 345 678", "không ghi")):
        with pytest.raises(Refused, match=why):
            actions.reply(finding=found, text=text, photo_name="", photo=None, key=str(uuid4()), by=officer)


def test_what_is_not_known_counts_both_ways(drawn, front, today, now):
    samples = queries.samples(drawn)
    for sample, result in zip(samples, ("as-claimed", "not-there", "not-looked"), strict=False):
        look(sample, result, front, today, now, note="khóa cửa")
    outcome = queries.outcome(drawn, queries.samples(drawn))
    assert (outcome.drawn, outcome.looked, outcome.agreed, outcome.unsure) == (4, 2, 1, 2)
    assert outcome.bounds.least == 1
    assert outcome.bounds.most == drawn.frame_size - 1


@pytest.mark.parametrize("model", [Round, Drawing, Sample, Finding, Reply])
def test_the_database_refuses_to_change_or_remove_evidence(drawn, front, officer, today, now, model):
    found = look(queries.samples(drawn)[0], "not-there", front, today, now)
    actions.reply(finding=found, text="Đã treo lại", photo_name="", photo=None, key="r", by=officer)
    for change in (
        lambda: model.objects.update(recorded_at=F("recorded_at")),
        lambda: model.objects.all()._raw_delete("default"),
    ):
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            change()


def test_nobody_sets_the_recorded_time(drawn, today):
    sample = queries.samples(drawn)[0]
    with pytest.raises(IntegrityError, match="clock"), transaction.atomic():
        Finding.objects.create(
            sample=sample, number=1, result="as-claimed", checked_on=today, key="k", recorded_by="user:1",
            recorded_at="2026-01-01 00:00:00+00:00",
        )  # fmt: skip


ROLES = ("front_member", "inspector", "delegate", "officer", "second_officer", "chair", "reporter", "head")
MAY = {
    Act.SEE: {"front_member", "inspector", "delegate", "officer", "second_officer", "chair"},
    Act.CHECK: {"front_member", "inspector", "delegate"},
    Act.REPLY: {"officer", "second_officer"},
}


@pytest.mark.parametrize("act", list(Act))
def test_the_table_of_who_may_what(commune, neighbour, act):
    for role in ROLES:
        mine, theirs = places.actor(getattr(commune, role)), places.actor(getattr(neighbour, role))
        assert access.may(mine, act, commune.place) == (role in MAY[act]), role
        assert not access.may(theirs, act, commune.place), role
    assert not access.may(NOBODY, act, commune.place)
    own = places.actor(commune.reporter)
    assert access.may_of(own, act, commune.school) == (act is not Act.CHECK)
    assert not access.may_of(own, act, commune.committee)


def test_the_officer_and_the_chair_do_not_open_or_record(drawn, commune, officer, today, now, wanted):
    sample = queries.samples(drawn)[0]
    for by in (officer, places.actor(commune.chair, today)):
        with pytest.raises(NotAllowed, match="Mặt trận"):
            opened_by(by, wanted(), today, now)
        with pytest.raises(NotAllowed, match="Mặt trận"):
            look(sample, "as-claimed", by, today, now)


def test_another_communes_board_finds_nothing(drawn, neighbour, today, now, wanted, front):
    stranger = places.actor(neighbour.inspector, today)
    sample = queries.samples(drawn)[0]
    found = look(sample, "not-there", front, today, now)
    for attempt in (
        lambda: opened_by(stranger, wanted(), today, now),
        lambda: actions.draw(round=drawn, by=stranger),
        lambda: look(sample, "as-claimed", stranger, today, now),
        lambda: actions.reply(finding=found, text="x", photo_name="", photo=None, key="z", by=stranger),
        lambda: queries.round_seen(drawn.pk, stranger),
        lambda: queries.sample_seen(sample.pk, stranger, on=today),
    ):
        with pytest.raises(NotFound):
            attempt()
    assert not queries.rounds(stranger)


def test_a_chair_does_not_know_where_nobody_has_been_until_the_round_is_over(drawn, commune, front, today, now):
    chair = places.actor(commune.chair, today)
    seen, unseen = queries.samples(drawn)[:2]
    look(seen, "as-claimed", front, today, now)
    assert queries.sample_seen(seen.pk, chair, on=today)
    with pytest.raises(NotFound):
        queries.sample_seen(unseen.pk, chair, on=drawn.until)
    assert queries.sample_seen(unseen.pk, chair, on=drawn.until + DAY)


def test_what_is_left_to_look_at_stands_on_the_days_of_who_looks(drawn, commune, front, today, now):
    def lines(user, on=today):
        told = [each.title for each in waiting_for(places.actor(user, today), on=on)]
        return [each for each in told if "tại chỗ" in each]

    assert lines(commune.inspector) == ["Đối chiếu tại chỗ: còn 4 nơi"]
    assert lines(commune.officer) == lines(commune.chair) == []
    look(queries.samples(drawn)[0], "as-claimed", front, today, now)
    assert lines(commune.front_member) == ["Đối chiếu tại chỗ: còn 3 nơi"]
    assert lines(commune.front_member, drawn.until + DAY) == []
