"""On request, through the village head, to the council; and the way of an item."""

from datetime import date
from itertools import product

import pytest

from lawcore.answers import Refused
from lawcore.dated import NotYetInForce
from lawcore.disclosures import LIFECYCLES, Notice, Publisher, notice_valid, owed_on_request, report_due
from lawcore.lifecycles import NotAllowed
from lawcore.sources import cited

ON = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("form", "agreed", "lawful", "valid", "word"),
    [
        (Notice.MEETING, False, True, True, "báo tại cuộc họp"),
        (Notice.ORGANISATIONS, False, True, True, "tổ chức, đoàn thể"),
        (Notice.IN_PERSON, False, True, True, "trực tiếp đến từng hộ"),
        (Notice.LETTER, False, True, True, "văn bản đến từng hộ"),
        (Notice.MESSAGE, False, False, True, "nhắn tin đến đại diện hộ"),
        (Notice.SOCIAL_NETWORK, False, True, False, "chưa thống nhất chọn"),  # a group nobody agreed on
        (Notice.SOCIAL_NETWORK, True, True, True, "đã được cộng đồng dân cư thống nhất chọn"),
        (Notice.SOCIAL_NETWORK, True, False, False, "hoạt động hợp pháp"),
        (Notice.SOCIAL_NETWORK, False, False, False, "hoạt động hợp pháp"),
    ],
)
def test_how_a_village_head_may_tell(form, agreed, lawful, valid, word):
    found = notice_valid(form=form, agreed=agreed, lawful=lawful, on=ON)
    assert found.result is valid
    assert word in found.explanation
    assert found.explanation.startswith("Được: " if valid else "Không được: ")
    assert (found.rule, found.citation) == ("disclosure.notice_valid", cited("LDC art. 13 cl. 4"))
    assert found.inputs == {"form": form, "agreed": agreed, "lawful": lawful, "on": ON}


def test_a_network_counts_only_when_agreed():
    assert not notice_valid(form=Notice.SOCIAL_NETWORK, on=ON).result
    assert notice_valid(form=Notice.SOCIAL_NETWORK, agreed=True, on=ON).result


@pytest.mark.parametrize(
    ("kind", "cite"),
    [
        (Publisher.COMMUNE, "LDC art. 14 cl. 2"),
        (Publisher.AGENCY, "LDC art. 48 cl. 4"),
        (Publisher.ENTERPRISE, "LDC art. 66 cl. 4"),
    ],
)
@pytest.mark.parametrize(
    ("in_period", "published", "reachable", "owed", "word"),
    [
        (True, False, True, True, "mà chưa được công khai"),
        (False, True, True, True, "đã hết thời hạn công khai"),
        (False, False, False, True, "đã hết thời hạn công khai"),
        (True, True, False, True, "lý do bất khả kháng"),
        (True, True, True, False, "tự xem được"),
    ],
)
def test_on_request(kind, cite, in_period, published, reachable, owed, word):
    found = owed_on_request(kind=kind, in_period=in_period, published=published, reachable=reachable, on=ON)
    assert found.result is owed
    assert word in found.explanation
    assert found.explanation.startswith("Phải cung cấp" if owed else "Không buộc cung cấp")
    assert (found.rule, found.citation) == ("disclosure.owed_on_request", cited(cite))


def test_what_is_disclosed_can_be_reached_unless_said_otherwise():
    assert not owed_on_request(kind=Publisher.COMMUNE, in_period=True, published=True, on=ON).result


def test_report_to_the_nearest_session():
    found = report_due(since=date(2026, 12, 1), session=date(2026, 12, 10))
    assert (found.result, found.citation) == (date(2026, 12, 10), cited("LDC art. 14 cl. 3"))
    assert found.rule == "disclosure.report_due"
    assert "kỳ họp thường lệ gần nhất, ngày 10/12/2026" in found.explanation
    assert "Mặt trận Tổ quốc" in found.explanation
    assert found.inputs == {"since": date(2026, 12, 1), "session": date(2026, 12, 10)}
    assert report_due(since=date(2026, 12, 10), session=date(2026, 12, 10)).result == date(2026, 12, 10)
    with pytest.raises(Refused, match="Kỳ họp ngày 30/11/2026 diễn ra trước"):
        report_due(since=date(2026, 12, 1), session=date(2026, 11, 30))


def test_before_the_law():
    early = date(2023, 6, 30)
    with pytest.raises(NotYetInForce):
        notice_valid(form=Notice.MEETING, on=early)
    with pytest.raises(NotYetInForce):
        owed_on_request(kind=Publisher.AGENCY, in_period=True, published=True, on=early)
    with pytest.raises(NotYetInForce):
        report_due(since=early, session=early)


MOVES = {
    ("due", "publish"): ("up", "LDC art. 12 cl. 3", "deadline.disclosure.commune"),
    ("due", "request"): ("due", "LDC art. 14 cl. 2", ""),
    ("up", "complete"): ("satisfied", "LDC art. 13 cl. 1, 2, 3, 4", ""),
    ("up", "keep"): ("permanent", "LDC art. 13 cl. 2", ""),
    ("up", "remove_early"): ("due", "LDC art. 13 cl. 2", ""),
    ("up", "change"): ("changed", "LDC art. 14 cl. 1", ""),
    ("up", "request"): ("up", "LDC art. 14 cl. 2", ""),
    ("satisfied", "change"): ("changed", "LDC art. 14 cl. 1", ""),
    ("satisfied", "remove"): ("archived", "LDC art. 13 cl. 2", ""),
    ("permanent", "change"): ("changed", "LDC art. 13 cl. 2", ""),
    ("permanent", "remove_early"): ("due", "LDC art. 13 cl. 2", ""),
    ("changed", "update"): ("up", "LDC art. 14 cl. 1", "deadline.disclosure.change"),
    ("archived", "request"): ("archived", "LDC art. 14 cl. 2", ""),
}


def test_every_move_of_an_item():
    (item,) = LIFECYCLES
    assert (item.code, item.start, item.final) == ("disclosure_item", "due", frozenset())
    for state, event in product(item.states, item.events):
        if expected := MOVES.get((state, event)):
            move = item.after(state, event)
            assert (move.to, move.cite, move.deadline) == expected
        else:
            with pytest.raises(NotAllowed):
                item.after(state, event)


def test_guards_of_an_item():
    guards = {(move.state, move.event): move.guard for move in LIFECYCLES[0].moves if move.guard}
    assert "nội dung 4 và 13" in guards["up", "keep"]
    assert "không được gỡ" in guards["permanent", "remove_early"]
    assert "tính lại từ đầu" in guards["up", "remove_early"]
