"""A household ballot round: what is refused before, during and after, and the law at each boundary."""

from datetime import timedelta
from random import Random

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from dienhong.decisions import actions, audit, counting, triggers
from dienhong.decisions.actions import slips
from dienhong.decisions.models import BallotRound, BallotStep, Passing, Slip, SlipAnswer, TeamSeat
from dienhong.decisions.queries import rounds as queries
from dienhong.foundations.actors import Role
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.ledger.models import Entry
from lawcore.ballots.matters import Form
from lawcore.ballots.matters import Matter as Kind
from tests.decisions.ballots import AFTER, FIRST, HANDS_OUT, TEAM, UNTIL, rounds_of
from tests.decisions.conftest import AT, DAY, MEETS, a_village
from tests.registry.conftest import actor_in

pytestmark = pytest.mark.django_db
To = Passing.To


@pytest.fixture
def village(commune):
    return a_village(commune, "ben-say-dong", "Đông Hạ", 20)


@pytest.fixture
def rounds(life, head):
    return rounds_of(life, head)


def test_the_matter_of_a_failed_meeting_goes_on_without_retyping(life, rounds, head):
    matter = life.propose(Kind.CONVENTION)
    meeting = life.begin(matter, present=5)
    actions.close_short(item=meeting.items.get(), key="short", by=head, at=MEETS)
    life.end(meeting)
    with pytest.raises(Refused, match="hình thức"):
        rounds.plan(matter)
    actions.choose_form(matter=life.again(matter), form=Form.BALLOT, key="ballots", by=head, at=MEETS)
    row = rounds.plan(matter)
    assert (row.matter, row.stage, row.village) == (matter, "planned", matter.village)
    with pytest.raises(Refused, match="đã có kế hoạch"):
        rounds.plan(matter)


@pytest.mark.parametrize(
    "parts",
    [
        {"purpose": " "},
        {"conditions": ""},
        {"planned_on": DAY + timedelta(days=1)},
        {"hands_out_on": DAY},
        {"collects_until": FIRST - timedelta(days=1)},
        {"collects_until": FIRST + timedelta(days=91)},
        {"reserve": 201},
    ],
)
def test_a_plan_that_lacks_something_is_refused(rounds, parts):
    with pytest.raises(Refused):
        rounds.plan(**parts)
    assert not BallotRound.objects.exists()


@pytest.mark.parametrize(("days", "late"), [(1, 0), (2, 0), (3, 1)])
def test_the_plan_goes_to_both_chairs_two_days_after_it_at_the_latest(rounds, head, days, late):
    row, sent = rounds.plan(), DAY + timedelta(days=days)
    actions.send_plan(ballot_round=row, to_commune=DAY, to_front=sent, by=head, at=AT + timedelta(days=5))
    step = row.steps.get(event="send_plan")
    assert (step.due_on, step.on) == (DAY + timedelta(days=2), sent)
    entry = Entry.objects.get(kind="ballot_round.submitted")
    assert entry.payload.data["late"] == late


@pytest.mark.parametrize(
    ("members", "why"),
    [
        (TEAM[:2], "từ 3 đến 5"),
        ((*TEAM, *(actions.Member(f"Người {n}", TeamSeat.VILLAGE) for n in range(3))), "từ 3 đến 5"),
        ((actions.Member("A", TeamSeat.FRONT), *TEAM[1:]), "Tổ trưởng"),
        ((actions.Member("A", TeamSeat.FRONT), actions.Member("B", TeamSeat.VILLAGE, leads=True), TEAM[2]), "Mặt trận"),
        ((TEAM[0], TEAM[1], actions.Member("B", TeamSeat.VILLAGE)), "chính trị - xã hội"),
        ((TEAM[0], TEAM[1], actions.Member("trần văn lực", TeamSeat.ORGANIZATION)), "mỗi người một lần"),
    ],
)
def test_the_team_is_three_to_five_of_three_bodies_led_by_the_front(rounds, members, why):
    with pytest.raises(Refused, match=why):
        rounds.teamed(rounds.plan(), members)


@pytest.mark.parametrize("members", [3, 5])
def test_a_team_of_three_and_of_five_fits(rounds, members):
    more = tuple(actions.Member(f"Người {n}", TeamSeat.ORGANIZATION) for n in range(members - 3))
    assert len(rounds.teamed(rounds.plan(), (*TEAM, *more)).team) == members


def test_two_days_before_is_in_time_and_one_day_is_not_until_the_days_change(rounds, head):
    row = rounds.plan()
    with pytest.raises(Refused, match="muộn hơn"):
        rounds.announced(row, on=HANDS_OUT - timedelta(days=1))
    later = HANDS_OUT + timedelta(days=1)
    actions.change_days(ballot_round=row, hands_out_on=later, collects_until=UNTIL, by=head)
    assert rounds.announced(row, on=HANDS_OUT - timedelta(days=1)).stage == "announced"
    with pytest.raises(Refused, match="đã công khai"):
        actions.change_days(ballot_round=row, hands_out_on=later, collects_until=UNTIL, by=head)


def test_two_days_before_the_hand_out_is_the_last_day(rounds):
    assert rounds.announced(rounds.plan(), on=HANDS_OUT - timedelta(days=2)).stage == "announced"


def test_roll_and_pads_are_made_when_the_round_opens_and_stay(rounds, village, head):
    row = rounds.opened(rounds.plan())
    assert (row.roll.households, row.slips.count()) == (20, 25)
    village.households.filter(code="20").update(valid_to=DAY)
    assert actions.open_round(ballot_round=row, by=head, at=AT).roll == row.roll
    one, two = row.slips.order_by("number")[:2]
    assert queries.slip_code(one) == queries.slip_code(Slip.objects.get(pk=one.pk)) != queries.slip_code(two)
    assert queries.slip_code(one) not in one.index


def test_nothing_is_handed_out_before_its_day_nor_without_seal_or_signature(rounds, head):
    row = rounds.opened(rounds.plan())
    with pytest.raises(Refused, match="Chưa đến ngày"):
        actions.begin_round(ballot_round=row, is_marked=True, by=head, at=FIRST - timedelta(days=1))
    with pytest.raises(Refused, match="chữ ký trực tiếp"):
        actions.begin_round(ballot_round=row, is_marked=False, by=head, at=FIRST)
    with pytest.raises(Refused, match="chưa bắt đầu"):
        rounds.give(row, 1)
    assert actions.begin_round(ballot_round=row, is_marked=True, by=head, at=FIRST).stage == "collecting"


def test_a_route_is_walked_by_two_of_different_bodies_and_every_hamlet_once(rounds, head):
    row = rounds.opened(rounds.plan())
    all_of_them = tuple(f"Xóm {number}" for number in range(4))

    def walk(hamlets, first="Vàng Thị Chở", second="Trần Văn Lực"):
        return actions.set_routes(ballot_round=row, walks=[actions.Walk(hamlets, first, second)], by=head)

    with pytest.raises(Refused, match="đúng một tuyến"):
        walk(all_of_them[:3])
    with pytest.raises(Refused, match="hai người"):
        walk(all_of_them, second="Vàng Thị Chở")
    with pytest.raises(Refused, match="hai người"):
        walk(all_of_them, second="Người ngoài")
    walked = walk(all_of_them)
    assert len(queries.on_route(walked.routes[0], queries.lines(row))) == 20


def test_a_household_has_one_slip_and_another_only_for_a_spoiled_one(rounds):
    row = rounds.begun()
    first = rounds.give(row, 7)
    assert first.slip.number == 7
    with pytest.raises(Refused, match="như vậy rồi"):
        rounds.give(row, 7)
    with pytest.raises(Refused, match="đã được phát phiếu"):
        rounds.give(row, 7, slip=row.slips.get(number=21).pk)
    rounds.give(row, 7, To.SPOILED)
    second = rounds.give(row, 7)
    assert second.slip.number == 21
    with pytest.raises(Refused, match="hỏng"):
        rounds.give(row, 7, To.COLLECTED, slip=first.slip_id)
    rounds.give(row, 7, To.COLLECTED)
    pads = queries.pads(row)
    assert (pads["issued"], pads["spoiled"], pads["replaced"], pads["collected"], pads["missing"]) == (2, 1, 1, 1, 0)
    assert pads["printed"] == pads["issued"] + pads["unused"] == 25


def test_a_slip_of_another_household_is_not_handed_out_nor_one_handed_out_before(rounds):
    row = rounds.begun()
    with pytest.raises(Refused, match="in cho hộ khác"):
        rounds.give(row, 7, slip=row.slips.get(number=8).pk)
    spare = row.slips.get(number=25).pk
    rounds.give(row, 7, slip=spare)
    with pytest.raises(Refused, match="đã phát cho hộ khác"):
        rounds.give(row, 8, slip=spare)


def test_the_reserve_ends(rounds):
    row = rounds.begun(reserve=1)
    rounds.give(row, 1)
    rounds.give(row, 1, To.SPOILED)
    rounds.give(row, 1)
    rounds.give(row, 1, To.SPOILED)
    with pytest.raises(Refused, match="hết phiếu dự phòng"):
        rounds.give(row, 1)


def test_what_was_recorded_by_mistake_is_taken_back_with_its_reason_and_stays_readable(rounds):
    row = rounds.begun()
    rounds.give(row, 1)
    rounds.give(row, 1, To.COLLECTED)
    with pytest.raises(Refused, match="bị nhầm"):
        rounds.give(row, 1, To.OUT)
    rounds.give(row, 1, To.OUT, words="Bấm nhầm hộ bên cạnh")
    rounds.give(row, 1, To.UNUSED, words="Chưa phát, bấm nhầm")
    assert queries.pads(row)["issued"] == 0
    assert rounds.give(row, 1).slip.number == 1
    assert Passing.objects.count() == 5


@pytest.mark.parametrize(("after", "to"), [(-1, To.COLLECTED), (0, To.COLLECTED), (1, To.LATE)])
def test_what_comes_after_the_last_moment_is_shown_and_not_counted(rounds, after, to):
    row = rounds.begun()
    rounds.give(row, 1)
    made = rounds.give(row, 1, To.COLLECTED, at=UNTIL + timedelta(seconds=after))
    assert made.to == to
    assert queries.pads(row)["late"] == (to == To.LATE)


def test_while_it_is_counted_only_late_slips_come(rounds):
    row = rounds.begun()
    rounds.walked(row, out=3, back=1)
    rounds.closed(row)
    assert rounds.give(row, 2, To.COLLECTED, at=UNTIL - timedelta(hours=1)).to == To.LATE
    with pytest.raises(Refused, match="nộp muộn"):
        rounds.give(row, 3, To.SPOILED, at=AFTER)


def test_one_key_is_one_passing_and_with_another_household_refused(rounds):
    row = rounds.begun()
    first = rounds.give(row, 1, key="one")
    assert rounds.give(row, 1, key="one") == first
    with pytest.raises(Refused, match="lần ghi khác"):
        rounds.give(row, 2, key="one")
    assert Passing.objects.count() == 1


def test_the_count_waits_for_the_last_moment_or_the_last_slip_and_two_witnesses(rounds, commune, head):
    row = rounds.begun()
    rounds.walked(row, out=20, back=19)
    with pytest.raises(Refused, match="chưa nộp phiếu"):
        rounds.closed(row, at=UNTIL - timedelta(seconds=1))
    rounds.give(row, 20, To.HANDED_BACK)
    for wrong in (("Lò Thị Mơ",), ("Lò Thị Mơ", "lò thị mơ"), ("Lò Thị Mơ", "Hà Thị Lan")):
        with pytest.raises(Refused, match="chứng kiến"):
            rounds.closed(row, witnesses=wrong, at=UNTIL - timedelta(days=2))
    assert rounds.closed(row, at=UNTIL - timedelta(days=2), note="").stage == "counting"


def test_the_second_of_two_taps_at_once_is_the_first_one(rounds, monkeypatch):
    """The second waits for the round's row; when it has it, the first one is there."""
    row, first = rounds.begun(), []

    def waited(*given):
        if not first:
            first.append(None)
            first[0] = rounds.give(row, 1, key="one")
        return locked(*given)

    locked = slips.locked
    monkeypatch.setattr(slips, "locked", waited)
    assert rounds.give(row, 1, key="one") == first[0]
    assert Passing.objects.count() == 1


def test_a_slip_told_as_late_that_came_in_time_is_one_passing_however_often_it_is_sent(rounds):
    row = rounds.begun()
    rounds.give(row, 1)
    made = rounds.give(row, 1, To.LATE, key="one")
    assert made.to == To.COLLECTED
    assert rounds.give(row, 1, To.LATE, key="one") == made


def test_a_household_whose_slip_was_spoiled_has_until_the_last_moment_for_another(rounds):
    row = rounds.begun()
    rounds.walked(row, out=20, back=19)
    rounds.give(row, 20, To.SPOILED)
    with pytest.raises(Refused, match="chưa nộp phiếu"):
        rounds.closed(row, at=UNTIL - timedelta(days=2))
    rounds.give(row, 20)
    rounds.give(row, 20, To.COLLECTED)
    assert rounds.closed(row, at=UNTIL - timedelta(days=2)).stage == "counting"


def test_a_household_that_got_no_slip_is_explained(rounds):
    row = rounds.begun()
    rounds.walked(row, out=19, back=19)
    with pytest.raises(Refused, match="Còn 1 hộ"):
        rounds.closed(row, note=" ")
    assert rounds.closed(row).stage == "counting"


@pytest.mark.parametrize(
    ("kind", "agree", "stage"),
    [
        (Kind.SELF_GOVERNMENT, 9, "failed"),
        (Kind.SELF_GOVERNMENT, 10, "failed"),  # exactly half of 20
        (Kind.SELF_GOVERNMENT, 11, "passed"),
    ],
)
def test_more_than_half_of_all_households_not_of_those_who_answered(life, rounds, kind, agree, stage):
    outcome = rounds.whole(agree=agree, kind=kind)
    assert (outcome.matter.stage, outcome.households, outcome.present) == (stage, 20, agree)
    assert outcome.matter.ballot_round.stage == stage
    assert life.again(outcome.matter).passed_on == (outcome.on if stage == "passed" else None)


@pytest.mark.parametrize(("agree", "stage"), [(5, "failed"), (6, "passed"), (7, "passed")])
def test_exactly_two_thirds_of_all_households_suffice_for_money(life, rounds, village, head, agree, stage):
    village.households.filter(code__gt="009").update(valid_to=DAY - timedelta(days=1))
    matter = life.propose(Kind.VILLAGE_MONEY)
    meeting = life.begin(matter, present=2)
    actions.close_short(item=meeting.items.get(), key="short", by=head, at=MEETS)
    life.end(meeting)
    actions.choose_form(matter=life.again(matter), form=Form.BALLOT, key="b", by=head, at=MEETS)
    row = rounds.begun(rounds.plan(matter))
    assert row.roll.households == 9
    rounds.walked(row, out=9, back=9)
    rounds.closed(row)
    assert rounds.counted(row, agree=agree, disagree=9 - agree).matter.stage == stage


def test_two_sheets_that_differ_settle_nothing_and_one_person_is_not_two(rounds, head):
    row = rounds.begun()
    rounds.walked(row, out=20, back=12)
    with pytest.raises(Refused, match="kiểm phiếu"):
        rounds.sheet(row, 1, rounds.figures(row, agree=10))
    rounds.closed(row)
    rounds.sheet(row, 1, rounds.figures(row, agree=10))
    with pytest.raises(Refused, match="hai người"):
        rounds.sheet(row, 2, rounds.figures(row, agree=10), counter="lò văn hặc")
    rounds.sheet(row, 2, rounds.figures(row, agree=9))
    with pytest.raises(Refused, match="chưa khớp"):
        actions.settle_round(ballot_round=row, key="s", by=head)
    rounds.sheet(row, 2, rounds.figures(row, agree=10))
    outcome = actions.settle_round(ballot_round=row, key="s", by=head)
    assert outcome.agree == 10
    assert actions.settle_round(ballot_round=row, key="s", by=head) == outcome


def test_a_count_that_is_not_what_the_lists_say_is_refused(rounds):
    row = rounds.begun()
    rounds.walked(row, out=20, back=12)
    rounds.closed(row)
    right = rounds.figures(row, agree=10)
    with pytest.raises(Refused, match="danh sách phát, thu ghi 12"):
        rounds.sheet(row, 1, right | {"collected": 13, "missing": 7, "valid": 13, "other": 3})
    with pytest.raises(Refused, match="vì sao"):
        rounds.sheet(row, 1, right, note="")


def test_a_slip_that_came_late_after_the_count_is_counted_in_again(rounds, head):
    row = rounds.begun()
    rounds.walked(row, out=20, back=12)
    rounds.closed(row)
    for place in (1, 2):
        rounds.sheet(row, place, rounds.figures(row, agree=10))
    rounds.give(row, 13, To.LATE, at=AFTER)
    with pytest.raises(Refused, match="nộp muộn"):
        actions.settle_round(ballot_round=row, key="s", by=head)
    assert rounds.counted(row, agree=10).present == 12


def slip_count(random):
    """A true count of a round, with what the lists say."""
    households = random.randint(1, 200)
    spoiled = random.randint(0, 3)
    kept = random.randint(0, households)
    parts = sorted(random.randint(0, kept) for _each in range(3))
    collected, handed_back, late, missing = (
        parts[0], parts[1] - parts[0], parts[2] - parts[1], kept - parts[2],
    )  # fmt: skip
    issued, unused = kept + spoiled, random.randint(0, 20)
    pads = {
        "printed": issued + unused, "unused": unused, "issued": issued, "replaced": spoiled, "collected": collected,
        "handed_back": handed_back, "spoiled": spoiled, "late": late, "missing": missing,
    }  # fmt: skip
    invalid = random.randint(0, collected)
    agree = random.randint(0, collected - invalid)
    disagree = random.randint(0, collected - invalid - agree)
    other = collected - invalid - agree - disagree
    answers = {"invalid": invalid, "valid": collected - invalid, "agree": agree, "disagree": disagree, "other": other}
    return pads | answers, pads, households


def test_of_ten_thousand_counts_of_slips_no_single_wrong_figure_passes():
    random = Random(20_000)  # noqa: S311 - the same counts again
    for _each in range(10_000):
        figures, pads, households = slip_count(random)
        assert counting.faults_of_slips(figures, pads=pads, households=households, note="đi vắng") == []
        wrong = random.choice(sorted(figures))
        changed = {**figures, wrong: figures[wrong] + random.choice((-10, -1, 1, 10))}
        assert counting.faults_of_slips(changed, pads=pads, households=households, note="đi vắng"), (figures, changed)


CHOICES = {"agree", "disagree", "answer", "choice", "mark", "vote"}
NAMED = {"SlipAnswer", "Vote"}
"""Where an answer stands beside a household: in rounds by name, and online, where the law has it by name."""


def test_no_table_holds_a_choice_beside_a_household_but_those_of_named_votes():
    beside = set()
    for model in apps.get_app_config("decisions").get_models():
        fields = {each.name: each for each in model._meta.fields}
        holds = CHOICES & {part for name in fields for part in name.split("_")}
        whose = {each.related_model.__name__ for each in fields.values() if each.is_relation and each.related_model} & {
            "Entry",
            "Household",
            "Person",
            "Slip",
            "Passing",
            "Presence",
        }
        if holds and whose:
            beside.add(model.__name__)
    assert beside == NAMED


def test_the_database_itself_refuses_an_answer_of_a_secret_round(rounds, head):
    row = rounds.begun()
    rounds.give(row, 1)
    rounds.give(row, 1, To.COLLECTED)
    slip = row.slips.get(number=1)
    with pytest.raises(Refused, match="phiếu kín"):
        actions.type_answer(slip=slip, read=actions.Read("agree"), key="a", by=head)
    with pytest.raises(DatabaseError), transaction.atomic():
        SlipAnswer.objects.create(slip=slip, answer="agree", receipt="X", key="x", recorded_by="user:1")
    with pytest.raises(DatabaseError), transaction.atomic():
        BallotRound.objects.filter(pk=row.pk).update(is_named=True)
    assert not SlipAnswer.objects.exists()


def test_in_a_named_round_the_typed_answers_are_what_was_counted(rounds, head):
    row = rounds.begun(named=True)
    rounds.walked(row, out=20, back=3)
    rounds.closed(row)
    read = ("agree", "agree", "disagree")
    for number, answer in enumerate(read, start=1):
        made = actions.type_answer(
            slip=row.slips.get(number=number), read=actions.Read(answer), key=f"a{number}", by=head
        )
        assert len(made.receipt) == 10
    with pytest.raises(Refused, match="đã thu"):
        actions.type_answer(slip=row.slips.get(number=9), read=actions.Read("agree"), key="b", by=head)
    with pytest.raises(Refused, match="không khớp"):
        rounds.counted(row, agree=3)
    assert rounds.counted(row, agree=2, disagree=1).agree == 2


def test_the_decision_is_written_confirmed_and_sent_as_any_other(life, rounds):
    outcome = rounds.whole(agree=14)
    record = life.record(life.again(outcome.matter))
    content = record.content
    assert (content["form"], content["households"], content["present"], content["absent"]) == ("ballot", 20, 14, 6)
    assert content["witnesses"] == ["Lò Thị Mơ", "Đinh Công Tráng"]
    assert {each["counter"] for each in content["sheets"]} == {"Lò Văn Hặc", "Quàng Thị Nhung"}
    assert len(content["households_present"]) == 14
    assert not any("agree" in each for each in content["households_present"])


def test_the_five_days_run_from_the_end_of_the_round(life, rounds):
    matter = life.sent(rounds.whole(agree=14).matter, on=UNTIL.date() + timedelta(days=3))
    step = matter.steps.get(event="send")
    assert matter.passed_on == UNTIL.date()
    assert (matter.stage, str(step.due_on)) == ("in_force", "2026-03-20")


def test_the_result_is_made_known(rounds, head):
    row = rounds.whole(agree=14).matter.ballot_round
    with pytest.raises(Refused, match="công khai kết quả"):
        actions.publish_result(ballot_round=row, published_on=DAY, by=head, at=AFTER)
    day = AFTER.date()
    assert actions.publish_result(ballot_round=row, published_on=day, by=head, at=AFTER).stage == "published"


def test_a_stranger_learns_nothing_and_an_inspector_only_looks(rounds, commune, village):
    row = rounds.begun()
    stranger = actor_in(a_village(commune, "ben-say-doai", "Đoài", 3), Role.VILLAGE_HEAD)
    with pytest.raises(NotFound):
        queries.ballot_round(row.pk, stranger)
    with pytest.raises(NotFound):
        rounds.give(row, 1, by=stranger)
    inspector = actor_in(village, Role.INSPECTOR)
    assert queries.ballot_round(row.pk, inspector) == row
    with pytest.raises(NotAllowed):
        rounds.give(row, 1, by=inspector)


def test_nothing_of_a_round_is_changed_afterwards(rounds):
    row = rounds.begun()
    rounds.give(row, 1)
    for rows in (Passing.objects.all(), Slip.objects.all(), row.steps.all()):
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(recorded_at=AT)
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.filter(pk=rows.order_by("-pk")[0].pk)._raw_delete(using="default")


def test_a_round_is_read_in_few_questions(rounds, django_assert_max_num_queries):
    row = queries.ballot_rounds(actor_in(rounds.begun().village, Role.INSPECTOR)).get()
    with django_assert_max_num_queries(6):
        assert len(queries.lines(row)) == 20
        queries.pads(row)


def test_whatever_of_a_round_was_changed_after_it_was_sealed_is_found(rounds):
    row = rounds.begun(named=True)
    rounds.walked(row, out=20, back=3)
    rounds.closed(row)
    slip = row.slips.get(number=1)
    actions.type_answer(slip=slip, read=actions.Read("agree"), key="a", by=actor_in(row.village, Role.VILLAGE_HEAD))
    for number in (2, 3):
        actions.type_answer(
            slip=row.slips.get(number=number),
            read=actions.Read("agree"),
            key=f"a{number}",
            by=actor_in(row.village, Role.VILLAGE_HEAD),
        )
    outcome = rounds.counted(row, agree=3)
    assert list(audit.findings()) == []
    triggers.remove(connection)
    try:
        Passing.objects.filter(pk=Passing.objects.order_by("-pk")[0].pk).update(to=To.OUT)
        SlipAnswer.objects.filter(slip=slip).update(answer="disagree")
        type(outcome).objects.filter(pk=outcome.pk).update(agree=2)
    finally:
        triggers.install(connection)
    assert {each.code for each in audit.findings()} >= {"row-changed"}
    assert len([each for each in audit.findings() if each.code == "row-changed"]) == 3


@pytest.mark.parametrize(
    ("attack", "code"),
    [
        (lambda: BallotRound.objects.update(stage="passed"), "row-changed"),
        (lambda: BallotRound.objects.update(collects_until=AFTER), "row-changed"),
        (lambda: BallotRound.objects.update(closed_at=UNTIL - timedelta(days=1)), "row-changed"),
        (lambda: BallotRound.objects.update(reserve=9), "row-changed"),
        (lambda: BallotStep.objects.filter(event="announce").update(on=DAY - timedelta(days=1)), "row-changed"),
        (lambda: BallotStep.objects.filter(event="close").delete(), "row-gone"),
    ],
    ids=["the result", "the last moment", "the close", "the reserve", "a step's day", "a step gone"],
)
def test_a_round_that_was_changed_after_its_close_is_found(rounds, attack, code):
    rounds.whole(agree=5)
    assert list(audit.findings()) == []
    triggers.remove(connection)
    try:
        attack()
    finally:
        triggers.install(connection)
    assert [each.code for each in audit.findings()] == [code]
