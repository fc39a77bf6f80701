"""A table of a procedure that cannot be right is refused when it is made."""

import pytest

from lawcore.lifecycles import Lifecycle, Move, NotAllowed
from lawcore.sources import UnknownSource

STATES = {"begun": "đã bắt đầu", "done": "đã xong"}
EVENTS = {"finish": "làm xong"}
FINISH = Move("begun", "finish", "done", "LDC art. 20 cl. 3")


def procedure(*moves, states=STATES):
    return Lifecycle("sample", "Thủ tục mẫu", states, EVENTS, moves)


@pytest.mark.parametrize(
    "move",
    [
        Move("never", "finish", "done", "LDC art. 20 cl. 3"),
        Move("begun", "finish", "never", "LDC art. 20 cl. 3"),
        Move("begun", "never", "done", "LDC art. 20 cl. 3"),
    ],
)
def test_a_move_names_only_what_is_listed(move):
    with pytest.raises(ValueError, match=f"sample: {move.state} --{move.event}--> {move.to} names what is not listed"):
        procedure(FINISH, move)


def test_one_event_leads_to_one_state():
    with pytest.raises(ValueError, match="sample: one event leads from one state to two"):
        procedure(FINISH, Move("begun", "finish", "begun", "LDC art. 20 cl. 3"))


def test_every_state_can_be_reached():
    with pytest.raises(ValueError, match="sample: never reached: lost, missing"):
        procedure(FINISH, states={**STATES, "missing": "đã mất", "lost": "đã lạc"})


def test_every_move_cites_what_can_be_read():
    with pytest.raises(UnknownSource, match="nowhere"):
        procedure(Move("begun", "finish", "done", "nowhere art. 1"))


def test_the_first_state_is_the_start_and_what_nothing_leaves_is_the_end():
    made = procedure(FINISH)
    assert (made.start, made.final) == ("begun", {"done"})
    assert made.after("begun", "finish").to == "done"


def test_what_the_table_does_not_hold_is_not_allowed_and_what_it_holds_is_named():
    made = procedure(FINISH)
    with pytest.raises(NotAllowed, match=r"Thủ tục mẫu đang ở bước “đã xong”.*Thủ tục đã kết thúc") as ended:
        made.after("done", "finish")
    assert ended.value.allowed == ()
    with pytest.raises(NotAllowed, match=r"chưa thể “bỏ”.*Bước được làm tiếp: làm xong") as refused:
        made.after("begun", "bỏ")
    assert refused.value.allowed == ("finish",)
