"""An online vote: only what the law admits, one answer of each household, paper before online, nothing doubled."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from dienhong.decisions import actions, audit, triggers
from dienhong.decisions.actions import votes
from dienhong.decisions.models import HouseholdKey, Mark, OnlineRound, OnlineStep, TeamSeat, Vote
from dienhong.decisions.queries import online as queries
from dienhong.foundations.actors import Role
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.ledger.models import Entry
from lawcore.ballots.matters import Form
from tests.decisions.conftest import AT, DAY, a_village
from tests.decisions.online import FORM, MATTER, POLL_UNTIL, SOON, TEAM, VOTE_UNTIL, online_of
from tests.registry.conftest import actor_in

pytestmark = pytest.mark.django_db
Channel = Vote.Channel
HOUSEHOLDS = 10


@pytest.fixture
def village(commune):
    return a_village(commune, "ben-say-dong", "Đông Hạ", HOUSEHOLDS)


@pytest.fixture
def online(life, head):
    return online_of(life, head)


@pytest.mark.parametrize("parts", [{"agreed_with": " "}, {"devices": ""}, {"agreed_on": DAY + timedelta(days=1)}])
def test_it_begins_with_the_front_and_with_devices(online, parts):
    with pytest.raises(Refused):
        online.agreed(**parts)
    assert not OnlineRound.objects.exists()


def test_a_matter_that_goes_another_way_is_not_voted_on_online(online, life):
    with pytest.raises(Refused, match="hình thức"):
        online.agreed(life.propose())


def test_commune_and_front_know_before_it_begins(online, head):
    row = online.agreed()
    with pytest.raises(Refused):
        actions.start_poll(online_round=row, polls_until=POLL_UNTIL, by=head, at=AT)
    with pytest.raises(Refused, match="chưa đến"):
        actions.report_online(online_round=row, to_commune=DAY, to_front=DAY + timedelta(days=1), by=head, at=AT)
    assert actions.report_online(online_round=row, to_commune=DAY, to_front=DAY, by=head, at=AT).stage == "reported"


@pytest.mark.parametrize(
    ("members", "why"),
    [
        (TEAM[:2], "từ 3 đến 5"),
        ((*TEAM, *(actions.Member(f"Người {n}", TeamSeat.HOUSEHOLD) for n in range(3))), "từ 3 đến 5"),
        ((actions.Member("A", TeamSeat.FRONT), actions.Member("B", TeamSeat.VILLAGE, leads=True), TEAM[2]), "Mặt trận"),
        ((TEAM[0], TEAM[1], actions.Member("B", TeamSeat.HOUSEHOLD)), "công nghệ thông tin"),
        ((*TEAM, actions.Member("B", TeamSeat.ORGANIZATION)), "đại diện hộ"),
    ],
)
def test_the_team_has_somebody_at_home_with_computers_and_is_led_by_the_front(online, members, why):
    with pytest.raises(Refused, match=why):
        online.teamed(members)


@pytest.mark.parametrize(("agree", "stage"), [(4, "form_declined"), (5, "form_declined"), (6, "form_chosen")])
def test_more_than_half_of_all_households_choose_the_form(online, life, agree, stage):
    row = online.chosen(online.polling(), agree)
    assert row.stage == stage
    assert life.again(row.matter).stage == ("by_online" if stage == "form_chosen" else "proposed")


def test_before_its_last_moment_the_first_vote_does_not_end_whoever_has_answered(online, head):
    row = online.polling()
    early = POLL_UNTIL - timedelta(seconds=1)
    with pytest.raises(Refused, match="Chưa hết hạn"):
        online.chosen(row, HOUSEHOLDS, at=early)
    online.answer(row, 6, Mark.DISAGREE, about=FORM, at=early, seen=1)
    assert actions.end_poll(online_round=row, by=head, at=POLL_UNTIL).stage == "form_chosen"


def test_after_it_was_declined_the_matter_goes_another_way_or_begins_again(online, life, head):
    row = online.chosen(online.polling(), 5)
    matter = life.again(row.matter)
    actions.choose_form(matter=matter, form=Form.ONLINE, key="again", by=head, at=AT)
    assert online.agreed(life.again(matter)).stage == "agreed"


def test_a_household_changes_its_answer_until_the_close(online):
    row = online.voting()
    first = online.answer(row, 1)
    second = online.answer(row, 1, Mark.DISAGREE, seen=1)
    assert (first.is_new, second.is_new, second.vote.turn) == (True, True, 2)
    assert online.counted(row) == {"agree": 0, "disagree": 1, "other": 0}
    assert first.vote.receipt != second.vote.receipt
    with pytest.raises(Refused, match="hết hạn"):
        online.answer(row, 1, seen=2, at=VOTE_UNTIL + timedelta(seconds=1))
    online.answer(row, 1, seen=2, at=VOTE_UNTIL)
    online.ended(row)
    with pytest.raises(Refused, match="không mở"):
        online.answer(row, 1, Mark.OTHER, seen=3)


def test_the_same_answer_again_is_told_so_and_the_same_key_with_another_body_refused(online):
    row = online.voting()
    first = online.answer(row, 1, key="one")
    assert online.answer(row, 1, key="one") == actions.Told(first.vote, is_new=False)
    assert online.answer(row, 1, key="two") == actions.Told(first.vote, is_new=False)
    for number, mark in ((1, Mark.DISAGREE), (2, Mark.AGREE)):
        with pytest.raises(Refused, match="câu trả lời khác"):
            online.answer(row, number, mark, key="one")
    assert Vote.objects.filter(about=MATTER).count() == 1


def test_who_answers_from_a_page_that_is_too_old_is_told_what_counts(online):
    row = online.voting()
    first = online.answer(row, 1)
    with pytest.raises(actions.Overtaken, match="Đồng ý") as overtaken:
        online.answer(row, 1, Mark.DISAGREE, seen=0)
    assert overtaken.value.first == first.vote


def test_paper_counts_before_what_came_online_whatever_came_last(online):
    row = online.voting()
    online.answer(row, 1, Mark.AGREE)
    online.typed(row, 1, Mark.DISAGREE, Channel.SLIP)
    with pytest.raises(actions.Overtaken, match="phiếu giấy"):
        online.answer(row, 1, Mark.AGREE, seen=2)
    assert online.counted(row)["disagree"] == 1
    online.typed(row, 1, Mark.OTHER, Channel.MEETING)
    assert online.counted(row) == {"agree": 0, "disagree": 0, "other": 1}
    for lower in (Channel.SLIP, Channel.ASSISTED):
        with pytest.raises(Refused, match="tính trước"):
            online.typed(row, 1, Mark.AGREE, lower)
    assert Vote.objects.filter(about=MATTER).count() == 3  # what no longer counts stays


def test_of_the_same_rank_the_newest_counts():
    def vote(turn, channel, answer):
        return Vote(turn=turn, channel=channel, answer=answer)

    newest = vote(3, Channel.ONLINE, "other")
    assert queries.counting_one([vote(1, Channel.ONLINE, "agree"), newest, vote(2, Channel.ONLINE, "agree")]) == newest
    own = vote(1, Channel.ONLINE, "agree")
    assert queries.counting_one([own, vote(2, Channel.ASSISTED, "other")]) is own
    slip = vote(1, Channel.SLIP, "agree")
    assert queries.counting_one([slip, newest]) is slip
    assert queries.counting_one([]) is None


def test_nobody_types_over_the_answer_of_a_household_and_it_may_answer_over_what_was_typed(online):
    row = online.voting()
    online.answer(row, 1, Mark.AGREE)
    with pytest.raises(Refused, match="hộ tự trả lời trên mạng"):
        online.typed(row, 1, Mark.DISAGREE, Channel.ASSISTED)
    online.typed(row, 2, Mark.DISAGREE, Channel.ASSISTED)
    online.answer(row, 2, Mark.AGREE, seen=1)
    online.typed(row, 3, Mark.AGREE, Channel.ASSISTED)
    assert online.answer(row, 3, Mark.AGREE).is_new  # in its own name, so that nobody types over it
    for number in (2, 3):
        with pytest.raises(Refused, match="hộ tự trả lời trên mạng"):
            online.typed(row, number, Mark.OTHER, Channel.ASSISTED)
    assert online.counted(row) == {"agree": 3, "disagree": 0, "other": 0}


def test_who_types_for_a_household_has_its_signed_slip(online, front):
    row = online.voting()
    with pytest.raises(Refused, match="ảnh phiếu"):
        online.typed(row, 1, Mark.AGREE, Channel.ASSISTED, photo=b"")
    with pytest.raises(Refused, match="nhập giúp"):
        online.typed(row, 1, Mark.AGREE, Channel.ONLINE)
    made = online.typed(row, 1, Mark.AGREE, Channel.ASSISTED, by=front).vote
    assert (made.recorded_by, made.file.size) == (front.key, 8)
    with pytest.raises(DatabaseError), transaction.atomic():
        Vote.objects.create(
            online_round=row, entry=made.entry, about=MATTER, turn=9, answer="agree", channel=Channel.SLIP,
            receipt="R", salt="s", happened_at=SOON, key="without", recorded_by="user:1",
        )  # fmt: skip


def test_one_key_is_one_slip_and_with_another_way_refused(online):
    row = online.voting()
    first = online.typed(row, 1, Mark.AGREE, Channel.SLIP, key="one")
    assert online.typed(row, 1, Mark.AGREE, Channel.SLIP, key="one") == actions.Told(first.vote, is_new=False)
    with pytest.raises(Refused, match="câu trả lời khác"):
        online.typed(row, 1, Mark.AGREE, Channel.MEETING, key="one")
    with pytest.raises(Refused, match="câu trả lời khác"):
        online.answer(row, 1, Mark.AGREE, key="one")


def test_a_slip_typed_twice_at_once_is_one_answer(online, monkeypatch):
    """The second waits for the round's row; when it has it, the first one is there."""
    row, first = online.voting(), []

    def waited(*given):
        if not first:
            first.append(None)
            first[0] = online.typed(row, 1, Mark.AGREE, Channel.SLIP, key="one")
        return locked(*given)

    locked = votes.locked
    monkeypatch.setattr(votes, "locked", waited)
    told = online.typed(row, 1, Mark.AGREE, Channel.SLIP, key="one")
    assert told == actions.Told(first[0].vote, is_new=False)
    assert Vote.objects.filter(about=MATTER).count() == 1


def test_the_households_are_asked_about_the_form_once(online, head):
    row = online.voting()
    before = (row.roll, row.polls_until)
    with pytest.raises(Refused, match="chỉ hỏi một lần"):
        actions.start_poll(online_round=row, polls_until=VOTE_UNTIL, by=head, at=SOON)
    row = OnlineRound.objects.get()
    assert (row.roll, row.polls_until, row.stage) == (*before, "voting")


@pytest.mark.parametrize(("typed", "much"), [(1, False), (2, False), (3, True)])
def test_who_typed_for_more_than_a_fifth_is_pointed_out(online, front, typed, much):
    row = online.voting()
    for number in range(1, 11):
        if number <= typed:
            online.typed(row, number, Mark.AGREE, Channel.ASSISTED, by=front)
        else:
            online.answer(row, number)
    (found,) = queries.typed_for(queries.effective(row, MATTER))
    assert (found.by, found.households, found.of, found.is_much) == (front.key, typed, 10, much)


@pytest.mark.parametrize(("households", "found"), [(3, []), (4, [4])])
def test_more_than_three_households_from_one_telephone_are_pointed_out(online, households, found):
    row = online.voting()
    for number in range(1, households + 1):
        online.answer(row, number, device="a")
    online.answer(row, 9, device="b")
    assert queries.crowded(queries.effective(row, MATTER)) == found


@pytest.mark.parametrize(("agree", "stage"), [(4, "failed"), (5, "failed"), (6, "passed")])
def test_more_than_half_of_all_households_agree(online, life, agree, stage):
    row = online.voting()
    for number in range(1, 8):
        online.answer(row, number, Mark.AGREE if number <= agree else Mark.DISAGREE)
    outcome = online.ended(row)
    assert (outcome.households, outcome.present, outcome.agree) == (HOUSEHOLDS, 7, agree)
    assert life.again(row.matter).stage == stage
    assert OnlineRound.objects.get().stage == stage


def test_it_ends_at_its_last_moment_even_when_all_have_answered(online):
    row = online.voting()
    for number in range(1, HOUSEHOLDS + 1):
        online.answer(row, number)
    early = VOTE_UNTIL - timedelta(seconds=1)
    with pytest.raises(Refused, match="Chưa hết hạn"):
        online.ended(row, at=early)
    online.answer(row, 1, Mark.DISAGREE, at=early, seen=1)
    assert online.ended(row, at=VOTE_UNTIL).agree == HOUSEHOLDS - 1


def test_the_record_names_who_took_part_and_not_what_each_said(online, life):
    row = online.voting()
    for number in range(1, 8):
        online.answer(row, number)
    online.answer(row, 8, Mark.OTHER, words="Nên làm vào chủ nhật")
    online.ended(row)
    content = life.record(life.again(row.matter)).content
    assert (content["form"], content["present"], content["absent"], content["agree"]) == ("online", 8, 2, 7)
    assert content["opinions"] == ["Nên làm vào chủ nhật"]
    assert [each["number"] for each in content["households_present"]] == list(range(1, 9))
    assert {key for each in content["households_present"] for key in each} == {"number", "name", "by"}


def test_the_ledger_holds_a_mark_of_the_answer_and_not_the_answer(online):
    row = online.voting()
    vote = online.answer(row, 1, Mark.DISAGREE, words="Không nên").vote
    payload = Entry.objects.filter(kind="vote.recorded").order_by("-pk")[0].payload.data
    assert payload["mark"] == actions.mark_of(vote)
    assert "disagree" not in str(payload)
    assert "Không nên" not in str(payload)


def test_a_code_opens_its_household_and_no_other_and_is_kept_nowhere(online):
    row = online.voting()
    one, two = row.roll.entries.order_by("number")[:2]
    code = queries.household_code(row, one)
    assert queries.by_code(code.lower()).entry == one
    assert queries.household_code(row, two) != code
    assert queries.by_code("7KQ2M-9XTRA") is None
    assert not HouseholdKey.objects.filter(index__icontains=code).exists()


def test_no_answer_is_changed_or_deleted(online):
    row = online.voting()
    vote = online.answer(row, 1).vote
    for change in (
        lambda: Vote.objects.filter(pk=vote.pk).update(answer="disagree"),
        lambda: Vote.objects.filter(pk=vote.pk)._raw_delete(using="default"),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_a_stranger_learns_nothing_and_an_inspector_types_nothing(online, commune, village):
    row = online.voting()
    stranger = actor_in(a_village(commune, "ben-say-doai", "Đoài", 3), Role.VILLAGE_HEAD)
    with pytest.raises(NotFound):
        queries.online_round(row.pk, stranger)
    with pytest.raises(NotFound):
        online.typed(row, 1, Mark.AGREE, Channel.SLIP, by=stranger)
    with pytest.raises(NotAllowed):
        online.typed(row, 1, Mark.AGREE, Channel.SLIP, by=actor_in(village, Role.INSPECTOR))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("how", ["one key", "many keys", "many answers"])
def test_two_hundred_answers_of_one_household_at_once_have_one_effect(online, how):
    row = online.voting()
    key_of = online.key_of(row, 1)
    marks = [*Mark] if how == "many answers" else [Mark.AGREE]

    def send(number):
        said = actions.Said(about=MATTER, answer=marks[number % len(marks)])
        key = "one" if how == "one key" else f"key-{number}"
        try:
            told = actions.answer(key_of=key_of, said=said, key=key, at=SOON)
        except actions.Overtaken as overtaken:
            return "told", overtaken.first.pk
        else:
            return ("new" if told.is_new else "told"), told.vote.pk
        finally:
            connection.close()

    at_once = 16 if connection.vendor == "postgresql" else 1  # SQLite in memory lets one at a time
    with ThreadPoolExecutor(at_once) as senders:
        ends = list(senders.map(send, range(200)))
    assert Counter(end for end, _vote in ends) == {"new": 1, "told": 199}
    assert {vote for _end, vote in ends} == {Vote.objects.get(about=MATTER).pk}


@pytest.mark.parametrize(
    ("attack", "code"),
    [
        (lambda: Vote.objects.filter(about=MATTER, channel="online").update(answer="disagree"), "row-changed"),
        (lambda: Vote.objects.filter(about=MATTER, channel="online").update(words="Rất đồng ý"), "row-changed"),
        (lambda: OnlineRound.objects.update(stage="passed"), "row-changed"),
        (lambda: OnlineRound.objects.update(votes_until=VOTE_UNTIL + timedelta(days=1)), "row-changed"),
        (lambda: OnlineStep.objects.filter(event="consent").update(on=DAY - timedelta(days=1)), "row-changed"),
        (lambda: OnlineStep.objects.filter(event="open").delete(), "row-gone"),
    ],
    ids=["an answer", "its words", "the result", "the last moment", "a step's day", "a step gone"],
)
def test_what_was_changed_after_it_was_sealed_is_found(online, attack, code):
    row = online.voting()
    online.answer(row, 1, words="Nên làm")
    online.typed(row, 2, Mark.DISAGREE, Channel.SLIP)
    online.ended(row)
    assert list(audit.findings()) == []
    triggers.remove(connection)
    try:
        attack()
    finally:
        triggers.install(connection)
    assert [each.code for each in audit.findings()] == [code]
