"""The lists of matters, ways and parts of a plan: complete, in order, in few words of our own."""

from itertools import product

import pytest

from lawcore.consultations import CATALOGUES, LIFECYCLES, Asker, Way
from lawcore.lifecycles import NotAllowed
from lawcore.sources import cited

MOST_WORDS = 15


@pytest.mark.parametrize(
    ("code", "count", "first", "last"),
    [
        ("consultation.commune", 9, "LDC art. 25 cl. 1", "LDC art. 25 cl. 9"),
        ("consultation.commune.ways", 8, "LDC art. 26 cl. 1 pt. a", "LDC art. 26 cl. 1 pt. h"),
        ("consultation.agency", 11, "LDC art. 53 cl. 1", "LDC art. 53 cl. 11"),
        ("consultation.agency.ways", 6, "LDC art. 54 cl. 1", "LDC art. 54 cl. 6"),
        ("consultation.enterprise", 6, "LDC art. 71 cl. 1 pt. a", "LDC art. 71 cl. 1 pt. e"),
        ("consultation.enterprise.on_request", 2, "LDC art. 71 cl. 2 pt. a", "LDC art. 71 cl. 2 pt. b"),
        ("consultation.enterprise.ways", 5, "LDC art. 72 cl. 1", "LDC art. 72 cl. 5"),
        ("consultation.plan", 5, "LDC art. 28 cl. 1; LDC art. 55 cl. 1", "LDC art. 28 cl. 1; LDC art. 55 cl. 1"),
    ],
)
def test_every_list_is_whole(code, count, first, last):
    items = CATALOGUES[code]
    assert (len(items), items[0].cite, items[-1].cite) == (count, first, last)
    assert len({item.code for item in items}) == len({item.label for item in items}) == count
    assert all(0 < len(item.label.split()) <= MOST_WORDS and cited(item.cite) for item in items)


def test_there_is_no_other_list():
    assert len(CATALOGUES) == 8


def test_what_depends_on_something_says_so():
    conditions = {item.code: item.when for items in CATALOGUES.values() for item in items if item.when}
    assert set(conditions) == {"box", "network", "addressed", "53.9", "54.6", "72.5"}
    assert conditions["addressed"] == "chỉ với nội dung ở khoản 8 Điều 25"


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        (Asker.COMMUNE, "Ủy ban nhân dân cấp xã"),
        (Asker.AGENCY, "người đứng đầu cơ quan, đơn vị"),
        (Asker.ENTERPRISE, "doanh nghiệp nhà nước"),
        (Way.MEETING, "cuộc họp của cộng đồng dân cư"),
        (Way.FRONT, "qua Ban công tác Mặt trận, tổ chức chính trị - xã hội"),
    ],
)
def test_choices_have_words(choice, words):
    assert choice.words == words


MOVES = {
    ("planned", "send"): ("plan_sent", "LDC art. 28 cl. 1", ""),
    ("plan_sent", "publish_content"): ("open", "LDC art. 28 cl. 2", ""),
    ("open", "give_opinion"): ("open", "LDC art. 26 cl. 1", ""),
    ("open", "close"): ("synthesising", "LDC art. 28 cl. 2", "minimum.consultation"),
    ("synthesising", "explain"): ("explained", "LDC art. 28 cl. 3", ""),
    ("explained", "report_up"): ("waiting_explanation", "LDC art. 28 cl. 4", ""),
    ("explained", "publish"): (
        "published",
        "LDC art. 28 cl. 3; LDC art. 11 cl. 11",
        "deadline.consultation.result",
    ),
    ("waiting_explanation", "publish"): ("published", "LDC art. 28 cl. 4", "deadline.consultation.result"),
    ("published", "report"): ("closed", "LDC art. 28 cl. 5", ""),
}


def test_every_move_of_a_consultation():
    (consultation,) = LIFECYCLES
    assert (consultation.code, consultation.start, consultation.final) == ("consultation", "planned", {"closed"})
    for state, event in product(consultation.states, consultation.events):
        if expected := MOVES.get((state, event)):
            move = consultation.after(state, event)
            assert (move.to, move.cite, move.deadline) == expected
        else:
            with pytest.raises(NotAllowed):
                consultation.after(state, event)


def test_guards_of_a_consultation():
    guards = {(move.state, move.event): move.guard for move in LIFECYCLES[0].moves if move.guard}
    assert "20 ngày" in guards["open", "close"]
    assert "khác ý kiến đa số" in guards["explained", "publish"]
    assert set(guards) == {
        ("planned", "send"),
        ("open", "close"),
        ("explained", "report_up"),
        ("explained", "publish"),
        ("waiting_explanation", "publish"),
    }
