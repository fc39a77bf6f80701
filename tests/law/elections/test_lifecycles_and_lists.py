"""Every step of an election and of a dismissal, and the lists about village heads."""

import pytest

from lawcore.elections import CATALOGUES, DEADLINES, LATEST, LIFECYCLES, Ground
from lawcore.elections.lifecycle import DISMISSAL, ELECTION
from lawcore.lifecycles import NotAllowed
from lawcore.sources import cited

ELECTION_GOES = {
    ("due", "appoint_acting"): "acting",
    ("due", "decide"): "called",
    ("acting", "decide"): "called",
    ("called", "list"): "listed",
    ("listed", "set_team"): "team_set",
    ("team_set", "announce"): "announced",
    ("announced", "invite"): "invited",
    ("invited", "elect"): "elected",
    ("invited", "elect_nobody"): "no_winner",
    ("invited", "too_few"): "ballots",
    ("ballots", "elect"): "elected",
    ("ballots", "elect_nobody"): "no_winner",
    ("elected", "send"): "sent",
    ("sent", "recognise"): "in_office",
    ("sent", "order_again"): "again",
    ("sent", "refuse"): "refused",
    ("no_winner", "order_again"): "again",
    ("again", "decide"): "called",
}
DISMISSAL_GOES = {
    ("in_office", "ask_to_leave"): "requested",
    ("in_office", "petition"): "petitioned",
    ("in_office", "propose"): "requested",
    ("petitioned", "propose"): "requested",
    ("requested", "convene"): "convened",
    ("convened", "agree"): "agreed",
    ("convened", "disagree"): "not_agreed",
    ("convened", "too_few"): "ballots",
    ("ballots", "agree"): "agreed",
    ("ballots", "disagree"): "not_agreed",
    ("agreed", "send"): "sent",
    ("sent", "recognise"): "dismissed",
    ("sent", "refuse"): "stays",
    ("not_agreed", "commune_dismisses"): "dismissed",
    ("not_agreed", "commune_keeps"): "stays",
    ("dismissed", "appoint_acting"): "acting",
    ("dismissed", "decide_election"): "election_called",
    ("acting", "decide_election"): "election_called",
}


@pytest.mark.parametrize(("lifecycle", "goes"), [(ELECTION, ELECTION_GOES), (DISMISSAL, DISMISSAL_GOES)])
def test_every_pair_of_state_and_event(lifecycle, goes):
    for state in lifecycle.states:
        for event in lifecycle.events:
            if (state, event) in goes:
                assert lifecycle.after(state, event).to == goes[state, event]
            else:
                with pytest.raises(NotAllowed):
                    lifecycle.after(state, event)


def test_where_the_procedures_begin_and_end():
    assert (ELECTION.start, ELECTION.final) == ("due", {"in_office", "refused"})
    assert (DISMISSAL.start, DISMISSAL.final) == ("in_office", {"stays", "election_called"})
    assert LIFECYCLES == (ELECTION, DISMISSAL)


@pytest.mark.parametrize(
    ("lifecycle", "state", "event", "deadline"),
    [
        (ELECTION, "due", "decide", "latest.election.decision"),
        (ELECTION, "acting", "decide", "latest.election.decision"),
        (ELECTION, "again", "decide", "latest.election.decision"),
        (ELECTION, "called", "list", "latest.election.candidates"),
        (ELECTION, "listed", "set_team", "latest.election.team"),
        (ELECTION, "team_set", "announce", "latest.election.notice"),
        (ELECTION, "announced", "invite", "latest.election.meeting_notice"),
        (ELECTION, "elected", "send", "deadline.decision.to_commune"),
        (ELECTION, "sent", "recognise", "deadline.election.recognition"),
        (ELECTION, "sent", "order_again", "deadline.election.recognition"),
        (ELECTION, "sent", "refuse", "deadline.election.recognition"),
        (ELECTION, "no_winner", "order_again", ""),
        (DISMISSAL, "requested", "convene", "latest.dismissal.meeting_notice"),
        (DISMISSAL, "agreed", "send", "deadline.decision.to_commune"),
        (DISMISSAL, "sent", "recognise", "deadline.dismissal.recognition"),
        (DISMISSAL, "sent", "refuse", "deadline.dismissal.recognition"),
        (DISMISSAL, "dismissed", "decide_election", "deadline.dismissal.new_election"),
        (DISMISSAL, "acting", "decide_election", "deadline.dismissal.new_election"),
        (DISMISSAL, "not_agreed", "commune_dismisses", ""),  # the texts state none
    ],
)
def test_which_deadline_each_step_has(lifecycle, state, event, deadline):
    assert lifecycle.after(state, event).deadline == deadline


def test_every_deadline_named_is_a_rule():
    known = {f"deadline.{kind}" for kind in DEADLINES} | {f"latest.{kind}" for kind in LATEST}
    named = {move.deadline for each in LIFECYCLES for move in each.moves if move.deadline}
    assert named - known == {"deadline.decision.to_commune"}  # of the decisions of the community


def test_what_the_front_must_agree_to():
    for lifecycle, state, event in (
        (ELECTION, "due", "appoint_acting"),
        (ELECTION, "listed", "set_team"),
        (DISMISSAL, "not_agreed", "commune_dismisses"),
        (DISMISSAL, "not_agreed", "commune_keeps"),
        (DISMISSAL, "dismissed", "appoint_acting"),
    ):
        assert "đã thống nhất với Mặt trận xã" in lifecycle.after(state, event).guard


@pytest.mark.parametrize(
    ("code", "lines", "article"),
    [
        ("village_head.standards", "1 2 3 4 5", "Điều 7"),
        ("village_head.running_the_village", "a b c d đ e", "khoản 1 Điều 6"),
        ("village_head.tasks_by_law", "a b c d đ e g h", "khoản 2 Điều 6"),
        ("village_head.powers", "a b c d", "khoản 3 Điều 6"),
    ],
)
def test_the_lists_follow_the_letters_of_the_decree(code, lines, article):
    assert [item.code for item in CATALOGUES[code]] == lines.split()
    for item in CATALOGUES[code]:
        assert f"{article} Nghị định số 185/2026/NĐ-CP" in cited(item.cite)
        assert f" {item.code} " in f" {cited(item.cite)} "


def test_the_grounds_are_those_of_the_rule():
    assert [item.code for item in CATALOGUES["dismissal.grounds"]] == list(Ground)
    assert {item.cite for item in CATALOGUES["dismissal.grounds"]} == {
        "Decree 59/2023 art. 9 cl. 1 pt. a",
        "Decree 59/2023 art. 9 cl. 1 pt. b",
    }


def test_labels_are_short():
    for items in CATALOGUES.values():
        assert all(0 < len(item.label.split()) <= 15 for item in items)
