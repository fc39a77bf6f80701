"""The meeting itself: ticks, officers, two sheets, what does not add up."""

from datetime import timedelta
from random import Random
from uuid import uuid4

import pytest

from dienhong.decisions import actions, counting, queries
from dienhong.decisions.models import Item, Outcome, Presence
from dienhong.foundations.refusals import NotAllowed, Refused
from dienhong.registry.models import Person
from lawcore.ballots.matters import Matter as Kind
from lawcore.ballots.meetings import Choice as Chosen
from tests.decisions.conftest import AT, MEETS

pytestmark = pytest.mark.django_db


def test_what_the_households_present_suffice_for(life):
    meeting = life.begin(life.propose(), life.propose(Kind.VILLAGE_MONEY), present=87)
    live = queries.live(meeting)
    assert (live.present, live.households) == (87, 160)
    assert [answer.result for _item, answer in live.items] == [True, False]
    assert "107" in live.items[1][1].explanation


def test_a_household_is_ticked_once_however_often_it_is_sent(life):
    meeting = life.begin(life.propose())
    entry = meeting.roll.entries.first()
    first = life.tick(meeting, entry, key="one")
    assert life.tick(meeting, entry, key="one") == first
    life.tick(meeting, entry)
    assert len(queries.present_numbers(meeting)) == 1
    life.tick(meeting, entry, is_present=False)
    assert queries.present_numbers(meeting) == set()
    assert Presence.objects.count() == 3  # every tick stays


def test_one_key_with_another_household_is_refused(life):
    meeting = life.begin(life.propose())
    one, two = meeting.roll.entries.order_by("number")[:2]
    life.tick(meeting, one, key="one")
    with pytest.raises(Refused, match="điểm danh khác"):
        life.tick(meeting, two, key="one")


def test_a_household_without_a_representative_needs_the_name_of_who_came(life, village):
    village.households.first().mandates.update(ends_on=MEETS.date() - timedelta(days=30))
    meeting = life.begin(life.propose())
    entry = meeting.roll.entries.get(number=1)
    assert entry.name == ""
    with pytest.raises(Refused, match="thay mặt"):
        life.tick(meeting, entry)
    assert life.tick(meeting, entry, by_name="Hà Thị Lan").by_name == "Hà Thị Lan"


@pytest.mark.parametrize(("days", "speaks"), [(0, False), (1, True)])
def test_nobody_is_ticked_who_had_died_by_then(life, days, speaks):
    meeting = life.begin(life.propose())
    entry = meeting.roll.entries.get(number=1)
    Person.objects.filter(pk=entry.person_id).update(died_on=MEETS.date() + timedelta(days=days))
    if speaks:
        assert life.tick(meeting, entry).is_present
        return
    for name in ("", entry.name.upper()):
        with pytest.raises(Refused, match="đã mất"):
            life.tick(meeting, entry, by_name=name)
    assert life.tick(meeting, entry, by_name="Hà Thị Lan").by_name == "Hà Thị Lan"


def test_a_meeting_does_not_begin_before_its_day_nor_without_notice(life, head):
    planned = life.plan(life.propose())
    with pytest.raises(Refused, match="báo trước"):
        actions.open_meeting(meeting=planned, happened_at=MEETS, by=head, at=MEETS)
    told = life.notify(planned)
    with pytest.raises(Refused, match="Chưa đến ngày"):
        actions.open_meeting(meeting=told, happened_at=MEETS - timedelta(days=1), by=head, at=MEETS)
    assert actions.open_meeting(meeting=told, happened_at=MEETS, by=head, at=MEETS).stage == "open"


@pytest.mark.parametrize(("agree", "enough"), [(50, False), (51, True)])
def test_a_secretary_is_chosen_by_more_than_half_of_those_present(life, agree, enough):
    meeting = life.begin(life.propose(), present=100)
    if enough:
        assert life.choose(meeting, Chosen.SECRETARY, agree, names=("Lò Thị Mơ",)).agree == agree
    else:
        with pytest.raises(Refused):
            life.choose(meeting, Chosen.SECRETARY, agree, names=("Lò Thị Mơ",))


@pytest.mark.parametrize(("members", "fits"), [(2, False), (3, True), (5, True), (6, False)])
def test_tellers_are_three_to_five(life, members, fits):
    meeting = life.begin(life.propose(), present=10)
    names = tuple(f"Người {number}" for number in range(members))
    if fits:
        assert life.choose(meeting, Chosen.TELLERS, 10, names=names).names == list(names)
    else:
        with pytest.raises(Refused, match="từ 3 đến 5"):
            life.choose(meeting, Chosen.TELLERS, 10, names=names)


def test_two_sheets_that_differ_close_nothing(life):
    meeting = life.begin(life.propose(), present=90)
    item = life.by_hands(meeting, meeting.items.get())
    life.sheet(item, 1, agree=85, disagree=5)
    life.sheet(item, 2, agree=84, disagree=6)
    with pytest.raises(Refused, match="chưa khớp"):
        life.close(item)
    life.sheet(item, 2, agree=85, disagree=5)
    assert life.close(item).agree == 85


def test_both_sheets_of_one_person_are_refused(life):
    meeting = life.begin(life.propose(), present=90)
    item = life.by_hands(meeting, meeting.items.get())
    life.sheet(item, 1, agree=90, counter="Lò Thị Mơ")
    with pytest.raises(Refused, match="hai người"):
        life.sheet(item, 2, agree=90, counter="lò thị mơ ")


def test_more_answers_than_households_present_are_refused(life):
    meeting = life.begin(life.propose(), present=90)
    item = life.by_hands(meeting, meeting.items.get())
    with pytest.raises(Refused, match="nhiều hơn số hộ đã điểm danh"):
        life.sheet(item, 1, agree=91)
    with pytest.raises(Refused, match="đếm lại"):
        life.sheet(item, 1, agree=0, figures={"present": 90, "agree": 85, "disagree": 6, "other": 0})


def secret_count(random, households):
    """A true count of a secret vote, and how many households were ticked."""
    checked_in = random.randint(1, households)
    replaced = random.randint(0, 3)
    handed_back = random.randint(0, min(3, checked_in))
    missing = random.randint(0, checked_in - handed_back)
    spoiled = replaced
    issued = checked_in + replaced
    in_box = issued - handed_back - spoiled - missing
    invalid = random.randint(0, in_box)
    agree = random.randint(0, in_box - invalid)
    disagree = random.randint(0, in_box - invalid - agree)
    unused = random.randint(0, 20)
    figures = {
        "printed": issued + unused, "unused": unused, "issued": issued, "replaced": replaced,
        "handed_back": handed_back, "spoiled": spoiled, "missing": missing, "in_box": in_box,
        "invalid": invalid, "valid": in_box - invalid, "agree": agree, "disagree": disagree,
        "other": in_box - invalid - agree - disagree,
    }  # fmt: skip
    return figures, checked_in


def hand_count(random, households):
    """A true show of hands, and how many households were ticked."""
    present = random.randint(0, households)
    agree = random.randint(0, present)
    disagree = random.randint(0, present - agree)
    figures = {"present": present, "agree": agree, "disagree": disagree, "other": present - agree - disagree}
    return figures, present


@pytest.mark.parametrize("secret", [False, True])
def test_of_twenty_thousand_counts_no_single_wrong_figure_passes(secret):
    random = Random(20_000)  # noqa: S311 - the same counts again
    for _each in range(10_000):
        figures, ticked = (secret_count if secret else hand_count)(random, 200)
        assert counting.faults(figures, secret=secret, checked_in=ticked, note="mất một phiếu") == []
        wrong = random.choice(sorted(figures))
        changed = {**figures, wrong: figures[wrong] + random.choice((-10, -1, 1, 10))}
        assert counting.faults(changed, secret=secret, checked_in=ticked, note="mất một phiếu"), (figures, changed)


def test_a_ballot_that_did_not_come_back_is_explained(life):
    meeting = life.begin(life.propose(), present=10)
    item = life.in_secret(meeting, meeting.items.get())
    figures = {
        "printed": 12, "unused": 2, "issued": 10, "replaced": 0, "handed_back": 0, "spoiled": 0, "missing": 1,
        "in_box": 9, "invalid": 0, "valid": 9, "agree": 9, "disagree": 0, "other": 0,
    }  # fmt: skip
    with pytest.raises(Refused, match="vì sao"):
        life.sheet(item, 1, agree=0, figures=figures)
    assert life.sheet(item, 1, agree=0, figures=figures, note="Một hộ mang phiếu về").figures["missing"] == 1


def test_the_way_of_voting_is_chosen_before_anything_is_counted(life):
    meeting = life.begin(life.propose(), present=10)
    item = meeting.items.get()
    with pytest.raises(Refused, match="cách biểu quyết"):
        life.sheet(item, 1, agree=10)
    item = life.by_hands(meeting, item)
    life.sheet(item, 1, agree=10)
    with pytest.raises(Refused, match="bắt đầu kiểm đếm"):
        life.choose(meeting, Chosen.METHOD, 10, method=Item.Method.SECRET, item=item.pk)


def test_clusters_are_for_two_hundred_households_or_scattered_dwellings(life, head, officer):
    meeting = life.notify(life.plan(life.propose()))
    parts = [actions.Part("Xóm Trên", range(1, 61)), actions.Part("Xóm Dưới", range(61, 161))]

    def report(parts, *, scattered=True):
        return actions.report_clusters(
            meeting=meeting, parts=parts, scattered=scattered, key=uuid4().hex, by=head, at=AT
        )

    with pytest.raises(Refused, match="dưới 200"):
        report(parts, scattered=False)
    with pytest.raises(Refused, match="đúng một cụm"):
        report([*parts, actions.Part("Xóm Giữa", [1])])
    division = report(parts)
    with pytest.raises(Refused, match="chờ xã"):
        report(parts)
    with pytest.raises(NotAllowed, match="cấp xã"):
        actions.divide(division=division, agrees=True, by=head, at=AT)
    upper, lower = actions.divide(division=division, agrees=True, by=officer, at=AT)
    assert actions.divide(division=division, agrees=True, by=officer, at=AT) == [upper, lower]
    meeting = actions.open_meeting(meeting=meeting, happened_at=MEETS, by=head, at=MEETS)
    life.come(meeting, 100)
    item = life.by_hands(meeting, meeting.items.get())
    with pytest.raises(Refused, match="chọn cụm"):
        life.sheet(item, 1, agree=60)
    for place in (1, 2):
        life.sheet(item, place, agree=60, cluster=upper.pk)
        with pytest.raises(Refused, match="nhiều hơn số hộ đã điểm danh"):
            life.sheet(item, place, agree=41, cluster=lower.pk)
        life.sheet(item, place, agree=30, disagree=10, cluster=lower.pk)
    assert life.close(item).agree == 90


def test_a_sheet_that_ticks_somebody_who_died_is_refused_until_another_is_named(life, village, head):
    meeting = life.begin(life.propose())
    entry = meeting.roll.entries.select_related("person").get(number=2)
    type(entry.person).objects.filter(pk=entry.person.pk).update(died_on=MEETS.date())

    def sheet(key):
        return actions.check_in_sheet(meeting=meeting, numbers=[1, 2, 3], happened_at=MEETS, key=key, by=head, at=MEETS)

    with pytest.raises(Refused, match="Hộ số 2"):
        sheet("one")
    assert queries.present_numbers(meeting) == set()
    life.tick(meeting, entry, by_name="Hà Thị Lan")
    assert sheet("two") == 2
    assert len(queries.present_numbers(meeting)) == 3


def test_a_secret_vote_is_counted_by_tellers_that_the_meeting_chose(life):
    meeting = life.begin(life.propose(), present=90)
    item = life.in_secret(meeting, meeting.items.get(), tellers=())
    with pytest.raises(Refused, match="điểm d khoản 4 Điều 18"):
        life.secret_sheets(item, agree=90)
    life.choose(meeting, Chosen.TELLERS, 90, names=("Vi Văn Thắng", "Lương Thị Út", "Bùi Đình Đệ"))
    assert len(life.secret_sheets(item, agree=90)) == 2


@pytest.mark.parametrize(
    ("witnesses", "why"),
    [
        ((), "đã có 0"),
        (("Sầm Văn Ổn",), "đã có 1"),
        (("Sầm Văn Ổn", "sầm văn ổn "), "đã có 1"),
        (("Sầm Văn Ổn", "Vi Văn Thắng"), "không ở trong Ban kiểm phiếu"),
    ],
)
def test_a_secret_vote_ends_only_before_two_witnesses_of_the_households(life, witnesses, why):
    meeting = life.begin(life.propose(), present=90)
    item = life.in_secret(meeting, meeting.items.get())
    life.secret_sheets(item, agree=85, disagree=5)
    with pytest.raises(Refused, match=why):
        life.close(item, witnesses=witnesses)
    assert not Outcome.objects.exists()
    outcome = life.close(item, witnesses=("Sầm Văn Ổn", "Quàng Thị Yến"))
    assert outcome.is_adopted
    assert outcome.witnesses == ["Sầm Văn Ổn", "Quàng Thị Yến"]
    assert [each["rule"] for each in item.matter.steps.get(event="adopt").why][-1] == "meeting.count_witnessed"


def test_a_show_of_hands_names_no_witness(life):
    meeting = life.begin(life.propose(), present=90)
    item = life.by_hands(meeting, meeting.items.get())
    for place in (1, 2):
        life.sheet(item, place, agree=90)
    assert life.close(item, witnesses=("Sầm Văn Ổn", "Quàng Thị Yến")).witnesses == []


def test_a_key_of_another_sheet_choice_or_result_is_refused(life):
    meeting = life.begin(life.propose(), life.propose(), present=90)
    one, two = (life.by_hands(meeting, each) for each in meeting.items.order_by("position"))
    for item in (one, two):
        life.sheet(item, 1, agree=90, key=f"sheet-{item.position}")
        life.sheet(item, 2, agree=90)
    assert life.close(one, key="end") == life.close(one, key="end")
    with pytest.raises(Refused, match="dùng cho một phiếu kiểm đếm khác"):
        life.sheet(one, 2, agree=90, key="sheet-1")
    with pytest.raises(Refused, match="dùng cho một phiếu kiểm đếm khác"):
        life.sheet(two, 1, agree=90, key="sheet-1")
    with pytest.raises(Refused, match="dùng cho việc khác"):
        life.close(two, key="end")
    assert Outcome.objects.count() == 1


@pytest.mark.parametrize(("minutes", "known"), [(10, True), (11, False)])
def test_a_meeting_opens_and_closes_at_an_hour_that_has_come(life, head, minutes, known):
    told = life.notify(life.plan(life.propose()))
    ahead = MEETS + timedelta(minutes=minutes)
    if known:
        assert actions.open_meeting(meeting=told, happened_at=ahead, by=head, at=MEETS).opened_at == ahead
        return
    with pytest.raises(Refused, match="Giờ khai mạc nằm ở tương lai"):
        actions.open_meeting(meeting=told, happened_at=ahead, by=head, at=MEETS)
    meeting = actions.open_meeting(meeting=told, happened_at=MEETS, by=head, at=MEETS)
    life.close_short(meeting.items.get())
    later = MEETS + timedelta(hours=2)
    for wrong in (MEETS - timedelta(minutes=11), later + timedelta(minutes=11)):
        with pytest.raises(Refused, match="sau giờ khai mạc"):
            actions.close_meeting(meeting=meeting, happened_at=wrong, by=head, at=later)
    before = MEETS - timedelta(minutes=9)  # two clocks
    assert actions.close_meeting(meeting=meeting, happened_at=before, by=head, at=later).closed_at == MEETS


def test_nobody_is_ticked_before_the_day_of_the_meeting(life, head):
    meeting = life.notify(life.plan(life.propose()))
    entry = meeting.roll.entries.get(number=1)
    eve = MEETS - timedelta(days=1)
    with pytest.raises(Refused, match="Chưa đến ngày họp"):
        life.tick(meeting, entry, at=eve)
    with pytest.raises(Refused, match="Chưa đến ngày họp"):
        actions.check_in_sheet(meeting=meeting, numbers=[1], happened_at=eve, key="s", by=head, at=eve)
    assert not Presence.objects.exists()
    morning = MEETS - timedelta(hours=6)
    assert life.tick(meeting, entry, at=morning).is_present


def test_what_the_paper_does_not_say_has_no_number_and_no_answer_of_a_rule(life):
    meeting = life.begin(life.propose(), present=100)
    unsaid = life.choose(meeting, Chosen.SECRETARY, None, names=("Lò Thị Mơ",))
    assert (unsaid.agree, unsaid.why) == (None, {})
    with pytest.raises(Refused, match="từ 3 đến 5"):
        life.choose(meeting, Chosen.TELLERS, None, names=("Lò Thị Mơ",))
