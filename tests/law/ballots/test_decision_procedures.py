"""The time limits, lists and lifecycles of community decisions."""

import inspect
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawcore.ballots import CATALOGUES, DEADLINES, LATEST, LIFECYCLES, RULES
from lawcore.dated import NotYetInForce
from lawcore.lifecycles import NotAllowed
from lawcore.sources import cited

LAW = "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15"
DECREE = "Nghị định số 59/2023/NĐ-CP"


@pytest.mark.parametrize(
    ("kind", "since", "last"),
    [
        ("decision.to_commune", date(2026, 2, 13), date(2026, 2, 27)),  # the last working day before Tết
        ("decision.to_commune", date(2026, 6, 8), date(2026, 6, 15)),
        ("decision.to_commune", date(2026, 6, 10), date(2026, 6, 17)),
        ("decision.to_commune", date(2026, 6, 13), date(2026, 6, 19)),
        ("decision.recognition", date(2026, 4, 23), date(2026, 5, 5)),  # over 27/4, 30/4, 01/5
        ("decision.recognition", date(2026, 6, 10), date(2026, 6, 17)),
        ("ballot.plan", date(2026, 6, 9), date(2026, 6, 11)),
        ("ballot.plan", date(2026, 6, 11), date(2026, 6, 15)),  # the second day is a Saturday
        ("ballot.plan", date(2026, 6, 12), date(2026, 6, 15)),
    ],
)
def test_by_when(kind, since, last):
    answer = DEADLINES[kind](since=since)
    assert answer.result == last
    assert answer.rule == f"deadline.{kind}"
    assert answer.inputs == {"since": since}


@pytest.mark.parametrize(
    ("kind", "before", "latest"),
    [
        ("meeting.notice", date(2026, 6, 14), date(2026, 6, 12)),
        ("meeting.notice", date(2026, 3, 1), date(2026, 2, 27)),
        ("meeting.documents", date(2026, 6, 14), date(2026, 6, 12)),
        ("meeting.documents", date(2026, 6, 16), date(2026, 6, 14)),  # a Sunday does not move it
        ("ballot.announcement", date(2026, 6, 10), date(2026, 6, 8)),  # announced on 09/6 is late
    ],
)
def test_at_latest_before(kind, before, latest):
    answer = LATEST[kind](before=before)
    assert answer.result == latest
    assert answer.rule == f"latest.{kind}"
    assert answer.inputs == {"before": before}


@pytest.mark.parametrize(
    ("function", "day", "citation", "does"),
    [
        (
            DEADLINES["decision.to_commune"],
            "since",
            f"khoản 3 Điều 20 {LAW}; điểm d khoản 5 Điều 3 {DECREE}; khoản 7 Điều 4 {DECREE}",
            "Gửi quyết định đến Ủy ban nhân dân và Ủy ban Mặt trận Tổ quốc Việt Nam cấp xã chậm nhất ngày ",
        ),
        (
            DEADLINES["decision.recognition"],
            "since",
            f"khoản 2 Điều 21 {LAW}",
            "Cấp xã ra quyết định công nhận hoặc trả lời bằng văn bản, nêu rõ lý do không công nhận chậm nhất ngày ",
        ),
        (
            DEADLINES["ballot.plan"],
            "since",
            f"khoản 2 Điều 4 {DECREE}",
            "Gửi kế hoạch phát phiếu đến Chủ tịch Ủy ban nhân dân và Chủ tịch Ủy ban Mặt trận Tổ quốc cấp xã chậm nhất",
        ),
        (
            LATEST["meeting.notice"],
            "before",
            f"khoản 3 Điều 3 {DECREE}",
            "Báo cho người dự họp và niêm yết thông tin cuộc họp chậm nhất ngày ",
        ),
        (
            LATEST["meeting.documents"],
            "before",
            f"khoản 4 Điều 3 {DECREE}",
            "Gửi tài liệu họp đến từng hộ (khi bàn nội dung khoản 1, 2, 3 Điều 15) chậm nhất ngày ",
        ),
        (
            LATEST["ballot.announcement"],
            "before",
            f"khoản 2 Điều 19 {LAW}; khoản 4 Điều 4 {DECREE}",
            "Công khai nội dung, thời điểm, thời hạn và Tổ phát phiếu trước ngày bắt đầu phát phiếu chậm nhất ngày ",
        ),
    ],
)
def test_each_limit_says_what_is_due_and_cites(function, day, citation, does):
    answer = function(**{day: date(2026, 6, 10)})
    assert answer.citation == citation
    assert answer.explanation.startswith(does)


def test_limits_of_the_law_are_older_than_those_of_the_decree():
    early = date(2023, 8, 14)
    assert DEADLINES["decision.to_commune"](since=early).citation == f"khoản 3 Điều 20 {LAW}"
    assert DEADLINES["decision.to_commune"](since=early).result == date(2023, 8, 21)
    assert LATEST["ballot.announcement"](before=early).citation == f"khoản 2 Điều 19 {LAW}"
    assert LATEST["ballot.announcement"](before=early).result == date(2023, 8, 12)
    for kind in ("meeting.notice", "meeting.documents"):
        with pytest.raises(NotYetInForce):
            LATEST[kind](before=early)
    with pytest.raises(NotYetInForce):
        DEADLINES["ballot.plan"](since=early)


@given(st.dates(date(2023, 9, 1), date(2028, 12, 31)), st.integers(1, 20))
@settings(max_examples=30, deadline=None)
def test_a_later_start_never_gives_an_earlier_deadline(since, more):
    later = date.fromordinal(since.toordinal() + more)
    for function in DEADLINES.values():
        assert since < function(since=since).result <= function(since=later).result


@pytest.mark.parametrize(
    ("code", "codes"),
    [
        ("decision.matters", ["15.1", "15.2", "15.3", "15.4", "15.5", "15.6"]),
        ("decision.forms", ["a", "b", "c"]),
        ("decision.content", ["a", "b", "c", "d", "đ", "e", "g"]),
        ("decision.documents", ["resolution", "minutes", "memorandum", "agreement"]),
        ("decision.signatures", ["village_head", "front_head", "representatives"]),
        ("decision.change_grounds", ["a", "b", "c"]),
        ("decision.duties", ["plan", "council", "publish", "execute", "supervise", "attend", "challenge"]),
        ("decision.templates", ["01", "02", "03", "04"]),
        ("initiative.methods", ["meeting", "writing", "other"]),
        ("meeting.steps", ["a", "b", "c", "d", "đ"]),
        ("meeting.notice", ["invitation", "household", "loudspeaker", "phone", "app", "posting"]),
        ("meeting.cluster_plan", ["number", "chairs", "when_and_where", "tasks", "sums"]),
        ("ballot.cases", ["a", "b", "c"]),
        ("ballot.plan", ["purpose", "subject", "participants", "time", "tasks", "means"]),
        ("ballot.team", ["front", "village", "organizations"]),
        ("ballot.announcement", ["subject", "moment", "limit", "team"]),
        ("ballot.paper", ["title", "subject", "options", "other", "limit", "mark"]),
        ("online.conditions", ["a", "b", "c"]),
        ("online.team", ["front", "village", "households", "skilled"]),
        ("online.options", ["agree", "disagree", "other"]),
        ("online.member", ["name", "address"]),
        (
            "online.minutes",
            ["start", "end", "voted", "agree", "disagree", "other", "screenshot", "voters"],
        ),
    ],
)
def test_lists_hold_what_their_article_lists(code, codes):
    assert [item.code for item in CATALOGUES[code]] == codes
    for item in CATALOGUES[code]:
        assert cited(item.cite)
        assert item.label[0].isupper()
        assert not item.label.endswith(".")
        assert len(item.label.split()) <= 15


def test_every_list_is_known_here():
    assert len(CATALOGUES) == 22


@pytest.mark.parametrize(
    ("code", "item", "label", "cite"),
    [
        ("decision.matters", 2, "Nội dung hương ước, quy ước", "LDC art. 15 cl. 3"),
        ("decision.content", 4, "Kết quả biểu quyết hoặc tổng hợp phiếu", "LDC art. 20 cl. 2 pt. đ"),
        ("decision.forms", 2, "Biểu quyết trực tuyến", "LDC art. 17 cl. 1 pt. c"),
        ("decision.change_grounds", 1, "Sai trình tự, thủ tục thông qua", "LDC art. 22 cl. 1 pt. b"),
        ("ballot.team", 0, "Đại diện Ban công tác Mặt trận, làm Tổ trưởng", "Decree 59/2023 art. 4 cl. 3"),
        ("online.member", 1, "Địa chỉ thường trú", "Decree 59/2023 art. 5 cl. 2 pt. c"),
    ],
)
def test_items_cite_their_own_point(code, item, label, cite):
    found = CATALOGUES[code][item]
    assert (found.label, found.cite) == (label, cite)


PAIRS = [(each, state, event) for each in LIFECYCLES for state in each.states for event in each.events]


def test_the_procedures():
    assert [each.code for each in LIFECYCLES] == ["decision", "ballot_round", "online_round", "initiative"]
    assert [each.start for each in LIFECYCLES] == ["draft", "chosen", "agreed", "collecting"]
    assert [sorted(each.final) for each in LIFECYCLES] == [
        ["abolished", "amended", "failed", "refused"],
        ["ended", "sent"],
        ["failed", "form_declined", "sent"],
        ["put", "refused", "returned"],
    ]
    assert len(PAIRS) > 600


@pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=lambda each: each.code)
def test_what_is_in_the_table_happens_and_nothing_else(lifecycle):
    table = {(move.state, move.event): move for move in lifecycle.moves}
    for state in lifecycle.states:
        for event in lifecycle.events:
            if (state, event) in table:
                assert lifecycle.after(state, event) is table[state, event]
            else:
                with pytest.raises(NotAllowed):
                    lifecycle.after(state, event)


@pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=lambda each: each.code)
def test_every_event_is_used_and_every_limit_is_known(lifecycle):
    assert {move.event for move in lifecycle.moves} == set(lifecycle.events)
    limits = {move.deadline for move in lifecycle.moves} - {""}
    assert limits <= set(DEADLINES) | set(LATEST)


def walk(lifecycle, *events):
    state = lifecycle.start
    for event in events:
        state = lifecycle.after(state, event).to
    return state


def test_the_ways_of_a_decision():
    decision = LIFECYCLES[0]
    meeting = ("propose_village", "choose_meeting", "notify", "open")
    sent = ("adopt", "sign", "send")
    assert walk(decision, *meeting, *sent, "take_effect") == "in_force"
    assert walk(decision, *meeting, *sent, "await", "recognise") == "in_force"
    assert walk(decision, *meeting, *sent, "await", "refuse") == "refused"
    assert walk(decision, *meeting, "find_too_few", "choose_ballot", *sent, "await") == "awaiting"
    assert walk(decision, *meeting, "find_too_few", "choose_meeting", "notify", "open", "reject") == "failed"
    assert walk(decision, "propose_commune", "choose_ballot", *sent, "fix_day", "challenge", "abolish") == "abolished"
    assert walk(decision, "propose_initiative", "choose_online", "decline_online", "choose_meeting") == "by_meeting"
    assert walk(decision, "propose_village", "choose_online", *sent, "take_effect", "ask_change", "amend") == "amended"
    with pytest.raises(NotAllowed):
        walk(decision, *meeting, "reject", "choose_ballot")  # enough came, so no ballot after it


def test_the_ways_of_the_rounds_and_the_initiative():
    _, ballot, online, initiative = LIFECYCLES
    prepared = ("plan", "send_plan", "set_team", "announce", "hand_out", "return_ballot", "return_ballot", "close")
    assert walk(ballot, *prepared, "adopt", "publish", "send") == "sent"
    assert walk(ballot, *prepared, "reject", "publish") == "ended"
    asked = ("report", "set_team", "poll")
    assert walk(online, *asked, "decline") == "form_declined"
    opened = ("consent", "announce", "open", "vote", "close")
    assert walk(online, *asked, *opened, "adopt", "publish", "send") == "sent"
    assert walk(online, *asked, *opened, "reject") == "failed"
    assert walk(initiative, "collect", "collect", "submit", "put") == "put"
    assert walk(initiative, "submit_with_front", "refuse") == "refused"
    assert walk(initiative, "return") == "returned"


@pytest.mark.parametrize("code", RULES)
def test_a_rule_opens_with_its_article(code):
    assert cited(RULES[code].__doc__.partition(":")[0])


@pytest.mark.parametrize("code", RULES)
def test_what_is_not_said_is_taken_as_not_so(code):
    defaults = [each.default for each in inspect.signature(RULES[code]).parameters.values()]
    assert True not in [each for each in defaults if isinstance(each, bool)]
