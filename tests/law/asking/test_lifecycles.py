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
PAIRS = [
    pytest.param(each, state, event, id=f"{each.code}: {state} {event}")
    for each in (SAMPLE, *BY_CODE.values())
    for state in each.states
    for event in each.events
]


@pytest.mark.parametrize(("lifecycle", "state", "event"), PAIRS)
def test_every_pair_of_state_and_event(lifecycle, state, event):
    allowed = {move.event: move for move in lifecycle.moves if move.state == state}
    if event in allowed:
        assert lifecycle.after(state, event) is allowed[event]
        assert cited(allowed[event].cite)
        return
    with pytest.raises(NotAllowed) as refusal:
        lifecycle.after(state, event)
    assert set(refusal.value.allowed) == set(allowed)
    assert lifecycle.states[state] in str(refusal.value)
    assert all(lifecycle.events[other] in str(refusal.value) for other in allowed)


def test_codes_are_used_once():
    assert len(BY_CODE) == len(asking.lifecycles())


@pytest.mark.parametrize("lifecycle", BY_CODE.values(), ids=lambda each: each.code)
def test_every_time_limit_is_a_rule(lifecycle):
    for move in lifecycle.moves:
        assert not move.deadline or drawing.time_limit(move.deadline)


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


def test_the_printed_pages_are_what_the_code_says():
    pages = {f"{code}.md": drawing.page(lifecycle) for code, lifecycle in BY_CODE.items()}
    printed = {path.name: path.read_text(encoding="utf-8") for path in PRINTED.glob("*.md")}
    assert printed == pages, "run `make docs`"
