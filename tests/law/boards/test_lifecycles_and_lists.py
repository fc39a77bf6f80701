"""Every step of an inspection and of the supervision of an investment, and the lists about boards."""

import pytest

from lawcore.boards import CATALOGUES, DEADLINES, LATEST, LIFECYCLES, Kind
from lawcore.boards.lifecycle import INSPECTION, SUPERVISION
from lawcore.lifecycles import NotAllowed
from lawcore.sources import cited

INSPECTION_GOES = {
    ("planned", "announce"): "announced",
    ("announced", "inspect"): "inspected",
    ("inspected", "conclude"): "concluded",
    ("concluded", "recommend"): "recommended",
    ("concluded", "report"): "reported",
    ("recommended", "confirm"): "confirmed",
    ("confirmed", "send"): "waiting",
    ("waiting", "answer"): "answered",
    ("waiting", "urge"): "urged",
    ("urged", "answer"): "answered",
    ("urged", "raise"): "raised",
    ("answered", "raise"): "raised",
    ("answered", "report"): "reported",
    ("raised", "report"): "reported",
}
SUPERVISION_GOES = {
    ("founded", "announce"): "announced",
    ("announced", "supervise"): "supervising",
    ("supervising", "recommend"): "recommended",
    ("supervising", "recommend_stop"): "recommended",
    ("supervising", "report"): "reported",
    ("recommended", "confirm"): "confirmed",
    ("confirmed", "send"): "waiting",
    ("waiting", "answer"): "supervising",
    ("waiting", "urge"): "urged",
    ("urged", "answer"): "supervising",
    ("reported", "resume"): "supervising",
    ("reported", "dissolve"): "dissolved",
}


@pytest.mark.parametrize(("lifecycle", "goes"), [(INSPECTION, INSPECTION_GOES), (SUPERVISION, SUPERVISION_GOES)])
def test_every_pair_of_state_and_event(lifecycle, goes):
    for state in lifecycle.states:
        for event in lifecycle.events:
            if (state, event) in goes:
                assert lifecycle.after(state, event).to == goes[state, event]
            else:
                with pytest.raises(NotAllowed):
                    lifecycle.after(state, event)


def test_where_the_procedures_begin_and_end():
    assert (INSPECTION.start, INSPECTION.final) == ("planned", {"reported"})
    assert (SUPERVISION.start, SUPERVISION.final) == ("founded", {"dissolved"})
    assert LIFECYCLES == (INSPECTION, SUPERVISION)


def test_nothing_is_sent_that_the_front_has_not_confirmed():
    for lifecycle in LIFECYCLES:
        with pytest.raises(NotAllowed, match="Mặt trận xã xác nhận kiến nghị"):
            lifecycle.after("recommended", "send")


@pytest.mark.parametrize(
    ("lifecycle", "state", "event", "deadline"),
    [
        (INSPECTION, "planned", "announce", "latest.inspection.plan"),
        (INSPECTION, "waiting", "answer", "deadline.board.reply"),
        (INSPECTION, "urged", "answer", "deadline.board.reply"),
        (INSPECTION, "waiting", "urge", ""),
        (SUPERVISION, "founded", "announce", "latest.supervision.notice"),
        (SUPERVISION, "waiting", "answer", "deadline.board.reply"),
        (SUPERVISION, "urged", "answer", "deadline.board.reply"),
        (SUPERVISION, "reported", "dissolve", ""),
    ],
)
def test_which_deadline_each_step_has(lifecycle, state, event, deadline):
    assert lifecycle.after(state, event).deadline == deadline


def test_every_deadline_named_is_a_rule():
    known = {f"deadline.{kind}" for kind in DEADLINES} | {f"latest.{kind}" for kind in LATEST}
    assert {move.deadline for each in LIFECYCLES for move in each.moves if move.deadline} <= known


@pytest.mark.parametrize(
    ("code", "lines", "article"),
    [
        ("board.tasks.commune", "1 2 3 4 5 6 7", "Điều 38"),
        ("board.tasks.agency", "1 2 3 4 5 6 7", "Điều 61"),
        ("board.tasks.enterprise", "1 2 3 4 5 6", "Điều 78"),
        ("board.tasks.investment", "a b c", "khoản 1 Điều 43"),
        ("board.powers.investment", "a b c d đ", "khoản 2 Điều 43"),
    ],
)
def test_the_lists_follow_the_numbers_of_the_law(code, lines, article):
    assert [item.code for item in CATALOGUES[code]] == lines.split()
    for item in CATALOGUES[code]:
        assert f"{article} Luật Thực hiện dân chủ ở cơ sở" in cited(item.cite)
        assert f" {item.code} " in f" {cited(item.cite)} "


@pytest.mark.parametrize(
    ("kind", "cite"),
    [
        (Kind.COMMUNE, "Decree 59/2023 art. 14 cl. 1 pt. a"),
        (Kind.AGENCY, "Decree 59/2023 art. 22 cl. 1 pt. a"),
        (Kind.ENTERPRISE, "Decree 59/2023 art. 26 cl. 1 pt. a"),
        (Kind.INVESTMENT, "Decree 59/2023 art. 18 cl. 1"),
    ],
)
def test_a_plan_has_seven_parts(kind, cite):
    items = CATALOGUES[f"board.plan.{kind}"]
    assert len(items) == 7
    assert {item.cite for item in items} == {cite}


def test_the_lists_of_rhythms_are_those_of_today():
    codes = {code: [item.code for item in items] for code, items in CATALOGUES.items() if "rhythm" in code}
    assert codes == {
        "board.rhythm.commune.plan": ["quarter", "half-year", "year", "term"],
        "board.rhythm.commune.report": ["quarter", "half-year", "year", "term", "on-request", "incident"],
        "board.rhythm.agency.plan": ["quarter", "half-year", "year"],
        "board.rhythm.agency.report": ["quarter", "half-year", "year", "term", "on-request", "conference"],
        "board.rhythm.enterprise.plan": ["quarter", "half-year", "year"],
        "board.rhythm.enterprise.report": ["quarter", "half-year", "year", "on-request", "conference"],
        "board.rhythm.investment.plan": ["project"],
        "board.rhythm.investment.report": ["periodic", "on-request"],
    }
    assert CATALOGUES["board.rhythm.commune.plan"][0].label == "Hằng quý"


def test_which_projects_get_a_board_of_their_own():
    items = CATALOGUES["board.projects.investment"]
    assert [item.code for item in items] == ["public", "partnership", "community", "donor"]
    assert {item.cite for item in items} == {"LDC art. 41 cl. 1"}


def test_standards_name_what_excludes():
    assert [item.code for item in CATALOGUES["board.standards.commune"]] == [
        "permanent_resident",
        "commune_official",
        "non_specialised",
        "character",
    ]
    assert "non_specialised" not in {item.code for item in CATALOGUES["board.standards.investment"]}


def test_labels_are_short_and_cite():
    for items in CATALOGUES.values():
        assert items
        for item in items:
            assert 0 < len(item.label.split()) <= 15
            assert cited(item.cite)
