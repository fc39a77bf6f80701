"""Every procedure, at every step, with every event: what the table says happens, everything else is not allowed."""

from pathlib import Path

import pytest

from lawcore import asking
from lawcore.asking import drawing
from lawcore.lifecycles import Lifecycle, Move, NotAllowed
from lawcore.sources import cited

PRINTED = Path(__file__).parents[3] / "docs" / "lifecycles"
SAMPLE = Lifecycle(
    "sample",
    "Thủ tục mẫu",
    {"begun": "đã bắt đầu", "done-well": 'đã "xong": tốt'},
    {"finish": "làm xong"},
    (Move("begun", "finish", "done-well", "LDC art. 20 cl. 3", guard="đủ | hồ sơ"),),
)
BY_CODE = {each.code: each for each in asking.lifecycles()}
EVERY = pytest.mark.parametrize("lifecycle", [SAMPLE, *BY_CODE.values()], ids=lambda each: each.code)


@EVERY
def test_every_pair_of_state_and_event_goes_where_the_table_says_or_is_not_allowed(lifecycle):
    table = {(move.state, move.event): move for move in lifecycle.moves}
    for state in lifecycle.states:
        here = {event for at, event in table if at == state}
        for event in lifecycle.events:
            if event in here:
                assert lifecycle.after(state, event) is table[state, event]
            else:
                check_not_allowed(lifecycle, state, event, here)


def check_not_allowed(lifecycle, state, event, here):
    with pytest.raises(NotAllowed) as refusal:
        lifecycle.after(state, event)
    assert set(refusal.value.allowed) == here, (state, event)
    assert lifecycle.states[state] in str(refusal.value)
    assert all(lifecycle.events[other] in str(refusal.value) for other in here)


@EVERY
def test_every_move_cites_and_every_time_limit_is_a_rule(lifecycle):
    for move in lifecycle.moves:
        assert cited(move.cite)
        assert not move.deadline or drawing.time_limit(move.deadline)


def test_codes_are_used_once():
    assert len(BY_CODE) == len(asking.lifecycles())


def test_a_diagram_names_states_events_start_and_end():
    assert drawing.page(SAMPLE).split("```")[1].splitlines() == [
        "mermaid",
        "stateDiagram-v2",
        '    state "đã bắt đầu" as s_begun',
        '    state "đã ”xong”, tốt" as s_done_well',
        "    [*] --> s_begun",
        "    s_begun --> s_done_well: làm xong",
        "    s_done_well --> [*]",
    ]


def test_the_table_has_a_row_for_each_move_with_its_article():
    row = drawing.page(SAMPLE).splitlines()[-1]
    assert row == (
        '| đã bắt đầu | làm xong | đủ / hồ sơ | đã "xong": tốt '
        "| khoản 3 Điều 20 Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15 |  |"
    )


def test_a_time_limit_is_a_rule_or_a_kind_of_one():
    assert drawing.time_limit("decision.recognition") == (
        "Công nhận quyết định của thôn (`deadline kind=decision.recognition`)"
    )
    assert drawing.time_limit("latest.meeting.notice").endswith("(`latest kind=meeting.notice`)")
    assert drawing.time_limit("initiative.consent_until").endswith("(`initiative.consent_until`)")
    with pytest.raises(KeyError):
        drawing.time_limit("no.rule")


def test_the_printed_pages_are_what_the_code_says():
    pages = {f"{code}.md": drawing.page(lifecycle) for code, lifecycle in BY_CODE.items()}
    printed = {path.name: path.read_text(encoding="utf-8") for path in PRINTED.glob("*.md")}
    assert printed == pages, "run `make docs`"
