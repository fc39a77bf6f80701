"""Where it hangs, for how long, what comes down early, what a village head passes on, what is withdrawn."""

from datetime import timedelta
from uuid import uuid4

import pytest

from dienhong.disclosures import actions, queries
from dienhong.disclosures.models import Disclosure, Posting
from dienhong.foundations.refusals import NotFound, Refused
from lawcore.disclosures import MINIMUM
from tests.programmes import places

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
PLACES = ("office", "cultural-house", "community-point")


def fresh(made):
    return queries.disclosure(made.pk)


def test_a_posting_says_until_when_it_must_hang_and_why(desk):
    (hung,) = desk.record(desk.open(), "posting", places=["office"])
    least = MINIMUM["posting.commune"](since=places.ON)
    assert (hung.stays_until, hung.least) == (least.result, least.stored())


def test_one_record_makes_a_posting_for_each_place_and_the_same_key_makes_it_once(desk):
    made = desk.open()
    for _time in range(2):
        desk.record(made, "posting", places=PLACES, key="k")
    assert list(Posting.objects.order_by("pk").values_list("place", flat=True)) == list(PLACES)


def test_everything_done_for_long_enough_is_satisfied_one_day_less_is_not(desk):
    made = desk.open()
    desk.record(made)
    desk.record(made, "posting", places=PLACES)
    least = MINIMUM["posting.commune"](since=places.ON).result
    days = (least - places.ON).days
    assert actions.settle_all(at=places.AT + (days - 1) * DAY) == 0
    assert actions.settle_all(at=places.AT + days * DAY) == 1
    assert actions.settle_all(at=places.AT + days * DAY) == 0
    assert fresh(made).stage == "satisfied"


def test_one_village_that_did_not_post_it_keeps_it_open(desk, villages):
    made = desk.open()
    desk.record(made)
    desk.record(made, "posting", places=["office", "community-point"])
    desk.record(made, "posting", places=["cultural-house"], village=villages[0])
    later = places.AT + 60 * DAY
    actions.settle_all(at=later)
    answer = queries.completeness(fresh(made), on=later.date())
    assert (fresh(made).stage, answer.result) == ("up", False)
    assert "nhà văn hóa" in answer.explanation


def test_what_stays_for_good_becomes_permanent(desk):
    made = desk.open("11.13.1", "Danh mục thủ tục hành chính")
    desk.record(made)
    desk.record(made, "posting", places=["office"])
    assert fresh(made).stage == "permanent"


def test_taken_down_early_it_needs_a_reason_and_the_days_start_again(desk, officer):
    made = desk.open()
    (hung,) = desk.record(made, "posting", places=["office"])
    given = {"posting": hung, "claimed_on": places.ON + 5 * DAY, "by": officer, "at": places.AT + 5 * DAY}
    with pytest.raises(Refused, match="lý do"):
        actions.remove(**given, reason=" ")
    removal = actions.remove(**given, reason="Bão làm hỏng bảng")
    assert (removal.is_early, fresh(made).stage, fresh(made).public_on) == (True, "due", None)
    assert actions.remove(**given, reason="lần nữa").pk == removal.pk


def test_a_removal_before_the_posting_is_refused(desk, officer):
    (hung,) = desk.record(desk.open(), "posting", places=["office"])
    with pytest.raises(Refused, match="không được trước"):
        actions.remove(posting=hung, claimed_on=places.ON - DAY, reason="x", by=officer, at=places.AT)


def test_taken_down_when_due_it_is_early_for_nobody(desk, officer):
    (hung,) = desk.record(desk.open(), "posting", places=["office"])
    at = places.AT + (hung.stays_until - places.ON)
    assert not actions.remove(posting=hung, claimed_on=hung.stays_until, reason="", by=officer, at=at).is_early


def test_a_broadcast_that_ends_before_it_begins_is_refused(desk):
    with pytest.raises(Refused, match="Ngày cuối"):
        desk.record(desk.open("11.7.1", "Hỗ trợ nhà ở"), "radio", last_on=places.ON - DAY)


def test_a_village_head_tells_in_their_own_village_only(desk, head, villages):
    made = desk.open("11.7.1", "Hỗ trợ nhà ở")
    desk.record(made)
    actor = places.actor(head)
    (waiting,) = queries.to_tell(villages[0], on=places.ON)
    assert (waiting.places, waiting.tells) == (("cultural-house", "community-point"), True)

    def pass_on(village, **parts):
        told = actions.Told(claimed_on=places.ON, village=village, **parts)
        actions.pass_on(disclosure=made, told=told, key=str(uuid4()), by=actor, at=places.AT)

    pass_on(villages[0], form="village-head", notice="in-person")
    pass_on(villages[0], form="posting", places=["cultural-house", "community-point"])
    assert queries.to_tell(villages[0], on=places.ON) == []
    with pytest.raises(NotFound):
        pass_on(villages[1], form="village-head", notice="in-person")
    assert len(queries.to_tell(villages[1], on=places.ON)) == 1


def test_withdrawn_it_is_not_shown_and_cannot_be_posted_and_is_owed_again(desk, officer):
    made = desk.open()
    desk.record(made)
    version = queries.newest(fresh(made))
    assert queries.is_shown(version)
    given = {"disclosure": made, "signer_post": "Chủ tịch", "is_owed_again": True, "by": officer, "on": places.ON}
    with pytest.raises(Refused, match="lý do"):
        actions.withdraw(**given, reason="Nhầm", signer_name=" ")
    first = actions.withdraw(**given, reason="Nhầm bản", signer_name="Hồ Văn Lành")
    assert actions.withdraw(**given, reason="khác", signer_name="Khác").pk == first.pk
    assert not queries.is_shown(queries.newest(fresh(made)))
    assert (fresh(made).stage, fresh(made).public_on) == ("changed", None)
    with pytest.raises(Refused, match="đã rút"):
        desk.record(made)
    actions.change(disclosure=made, content=desk.content(text="Bản đúng"), key="c", by=officer, at=places.AT)
    desk.record(made)
    assert fresh(made).stage == "up"


def test_repealed_it_is_closed_and_owed_no_more(desk, officer):
    made = desk.open()
    actions.withdraw(
        disclosure=made, reason="Quyết định bị bãi bỏ", signer_post="Chủ tịch", signer_name="Hồ Văn Lành",
        is_owed_again=False, by=officer, on=places.ON,
    )  # fmt: skip
    assert queries.standing(fresh(made), on=places.ON + 90 * DAY).kind == "closed"


def test_figures_count_what_was_due_each_once(desk, commune, officer):
    on_time, late, short, silent = (desk.open(title=each) for each in "abcd")
    after = places.AT + 10 * DAY
    for form, rest in (("portal", {}), ("posting", {"places": PLACES})):
        desk.record(on_time, form, **rest)
        desk.record(late, form, on=after.date(), at=after, **rest)
    desk.record(short)
    again = desk.open(title="e")
    desk.record(again)
    actions.change(disclosure=again, content=desk.content(text="sửa"), key="c", by=officer, at=places.AT)
    found = queries.figures([commune.committee], on=after.date(), year=2026)
    assert (found.on_time, found.late, found.short, found.unknown, found.not_again) == (1, 1, 1, 1, 1)
    assert found.total == Disclosure.objects.count() == 5
    assert queries.figures([commune.committee], on=places.ON, year=2026).total == 0
    assert queries.standing(fresh(silent), on=after.date()).kind == "overdue"


def test_waiting_for_somebody_is_said_and_moves_no_clock(desk, officer):
    made = desk.open()
    held = actions.hold(disclosure=made, waits_for=" Sở Tài chính phê duyệt ", by=officer)
    assert (held.waits_for, held.due_on) == ("Sở Tài chính phê duyệt", made.due_on)
    again = actions.hold(disclosure=made, waits_for="Chờ Sở Tài chính", by=officer)
    assert again.waits_for == "Sở Tài chính", "pages say “đang chờ” by themselves"
    assert queries.standing(fresh(made), on=made.due_on + DAY).kind == "overdue"
    assert actions.hold(disclosure=made, waits_for="", by=officer).waits_for == ""


def withdrawn(made, officer, **rest):
    given = {"reason": "Nhầm bản", "signer_post": "Chủ tịch", "signer_name": "Hồ Văn Lành", "is_owed_again": True}
    return actions.withdraw(disclosure=made, by=officer, on=places.ON, **{**given, **rest})


def test_withdrawn_after_everything_was_done_it_is_owed_again_and_red(desk, officer):
    made = desk.open()
    desk.record(made)
    Disclosure.objects.filter(pk=made.pk).update(stage="satisfied")
    withdrawn(made, officer)
    later = places.ON + 60 * DAY
    found = fresh(made)
    assert queries.standing(found, on=later).kind == "overdue"
    assert queries.counts([made.item.plan.organization], on=later)["overdue"] == 1
    actions.change(disclosure=found, content=desk.content(text="Bản đúng"), key="c", by=officer, at=places.AT)
    desk.record(found)
    assert (fresh(made).stage, fresh(made).public_on) == ("up", places.ON)


@pytest.mark.parametrize("stage", ["due", "up", "satisfied", "permanent"])
def test_what_was_closed_can_be_disclosed_after_all(desk, officer, stage):
    made = desk.open()
    desk.record(made)
    Disclosure.objects.filter(pk=made.pk).update(stage=stage)
    withdrawn(made, officer, is_owed_again=False)
    actions.change(disclosure=made, content=desk.content(text="Vẫn phải công khai"), key="c", by=officer, at=places.AT)
    found = fresh(made)
    assert (found.is_closed, found.public_on) == (False, None)
    assert queries.standing(found, on=places.ON).kind in {"due", "due-soon"}
    desk.record(found)
    assert fresh(made).stage == "up"


@pytest.mark.parametrize("number", ["0912 345 678", "căn cước 001088012345"])
def test_words_beside_the_content_hold_no_personal_data(desk, officer, number):
    made = desk.open()
    [posting] = desk.record(made, "posting", places=["office"])
    words = f"Gọi ông An {number}"
    with pytest.raises(Refused, match="hiện với mọi người"):
        actions.hold(disclosure=made, waits_for=words, by=officer)
    with pytest.raises(Refused, match="hiện với mọi người"):
        desk.record(made, note=words)
    with pytest.raises(Refused, match="hiện với mọi người"):
        actions.remove(posting=posting, claimed_on=places.ON, reason=words, by=officer, at=places.AT)
    with pytest.raises(Refused, match="hiện với mọi người"):
        withdrawn(made, officer, reason=words)
    assert fresh(made).waits_for == ""
    withdrawn(made, officer, reason="Văn bản đóng dấu TUYỆT MẬT")
    assert not queries.is_shown(queries.newest(fresh(made)))


def versions_shown(made):
    return [each.number for each in fresh(made).versions.all() if queries.is_shown(each)]


@pytest.mark.parametrize(("again", "left"), [(True, [1]), (False, [])])
def test_what_is_withdrawn_is_not_shown_as_an_earlier_version_either(desk, officer, again, left):
    made = desk.open()  # 1: other words, another file
    desk.record(made)
    for key, text in (("b", "Lời thứ hai"), ("c", "Lời thứ ba")):
        content = desk.content(text=text, file_name="kem.pdf", chunks=[b"%PDF-1.4 cung mot tep"])
        actions.change(disclosure=made, content=content, key=key, by=officer, at=places.AT)
        actions.clear(disclosure=made, reason="Đã đọc", by=desk.chair)
        desk.record(made)
    assert versions_shown(made) == [3, 2, 1]
    withdrawn(made, officer, is_owed_again=again)
    assert versions_shown(made) == left


def test_what_concerns_one_village_hangs_there_and_is_claimed_of_no_other(desk, villages):
    desk.record(desk.open(village=villages[0]), "posting", places=PLACES)
    claimed = {each.place: each.village for each in Posting.objects.select_related("village")}
    assert claimed == {"office": None, "cultural-house": villages[0], "community-point": villages[0]}
