"""In which form a matter may be decided, and since when what is decided binds."""

from datetime import date

import pytest

from lawcore.answers import Refused
from lawcore.ballots import RULES, Form, Ground, Matter, Remedy, Scope, Who
from lawcore.dated import NotYetInForce

DAY = date(2026, 6, 10)
LAW = "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15"
DECREE = "Nghị định số 59/2023/NĐ-CP"
form_allowed = RULES["decision.form_allowed"]
effective = RULES["decision.effective"]
recogniser = RULES["decision.recogniser"]
overdue = RULES["decision.recognition_overdue"]
remedy_allowed = RULES["decision.remedy_allowed"]


@pytest.mark.parametrize(
    ("matter", "form", "scope", "after_failed_meeting", "allowed", "provisional"),
    [
        ("15.1", "meeting", "village", False, True, False),
        ("15.2", "meeting", "village", False, True, False),
        ("15.3", "meeting", "village", False, True, False),
        ("15.4", "meeting", "village", False, True, False),
        ("15.5", "meeting", "village", False, True, False),
        ("15.6", "meeting", "village", False, True, False),
        ("15.1", "meeting", "commune", False, True, False),
        ("15.2", "meeting", "commune", False, True, False),
        ("15.3", "meeting", "village", True, True, False),
        ("15.1", "online", "village", False, False, False),
        ("15.2", "online", "village", False, False, False),  # a vote online on spending
        ("15.3", "online", "village", False, False, False),
        ("15.4", "online", "village", True, False, False),
        ("15.5", "online", "village", False, False, False),
        ("15.6", "online", "village", False, True, False),
        ("15.6", "online", "village", True, True, False),
        ("15.1", "online", "commune", False, False, False),
        ("15.1", "ballot", "commune", False, True, False),  # the chair chooses ballots for the whole commune
        ("15.2", "ballot", "commune", False, True, False),
        ("15.2", "ballot", "commune", True, True, False),
        ("15.1", "ballot", "village", False, False, True),
        ("15.2", "ballot", "village", False, False, True),  # a village fund, no meeting held: the texts differ
        ("15.3", "ballot", "village", False, False, False),  # a convention put straight to ballots
        ("15.4", "ballot", "village", False, False, False),
        ("15.5", "ballot", "village", False, False, False),
        ("15.6", "ballot", "village", False, True, False),
        ("15.1", "ballot", "village", True, True, False),
        ("15.2", "ballot", "village", True, True, False),
        ("15.3", "ballot", "village", True, True, False),
        ("15.4", "ballot", "village", True, True, False),
        ("15.5", "ballot", "village", True, True, False),
        ("15.6", "ballot", "village", True, True, False),
    ],
)
def test_which_form_the_law_admits(matter, form, scope, after_failed_meeting, allowed, provisional):
    answer = form_allowed(
        matter=Matter(matter),
        form=Form(form),
        scope=Scope(scope),
        after_failed_meeting=after_failed_meeting,
        on=DAY,
    )
    assert (answer.result, answer.provisional) == (allowed, provisional)
    assert answer.rule == "decision.form_allowed"
    assert answer.explanation.startswith("Được: " if allowed else "Không được: ")
    assert bool(answer.assumptions) is provisional
    assert answer.inputs == {
        "matter": matter,
        "form": form,
        "scope": scope,
        "after_failed_meeting": after_failed_meeting,
        "on": DAY,
        "bal_case_c_scope": "decree",
    }


@pytest.mark.parametrize(
    ("matter", "form", "scope", "after_failed_meeting", "citation", "words"),
    [
        ("15.3", "meeting", "village", False, f"điểm a khoản 1 Điều 17 {LAW}", "mọi nội dung của Điều 15"),
        ("15.1", "online", "village", False, f"khoản 2 Điều 17 {LAW}; khoản 1, 2 Điều 5 {DECREE}", "khoản 6 Điều 15"),
        (
            "15.6",
            "online",
            "village",
            False,
            f"khoản 2 Điều 17 {LAW}; khoản 1, 2 Điều 5 {DECREE}",
            "báo cáo cấp xã, và quá một nửa tổng số hộ phải chọn hình thức trực tuyến. Các hộ phải có thiết bị nối mạng",
        ),
        (
            "15.1",
            "ballot",
            "commune",
            False,
            f"điểm a khoản 1 Điều 19 {LAW}; điểm a khoản 1 Điều 4 {DECREE}",
            "Chủ tịch Ủy ban nhân dân cấp xã được chọn",
        ),
        (
            "15.4",
            "ballot",
            "village",
            True,
            f"điểm b khoản 1 Điều 19 {LAW}; điểm b khoản 1 Điều 4 {DECREE}",
            "ít hơn số hộ phải tán thành",
        ),
        ("15.4", "ballot", "village", False, f"khoản 2 Điều 17 {LAW}", "nội dung khoản 4 Điều 15 phải đưa ra cuộc họp"),
        (
            "15.6",
            "ballot",
            "village",
            False,
            f"điểm c khoản 1 Điều 19 {LAW}; điểm c khoản 1 Điều 4 {DECREE}",
            "sau khi thống nhất với Ban công tác Mặt trận",
        ),
        (
            "15.2",
            "ballot",
            "village",
            False,
            f"điểm c khoản 1 Điều 19 {LAW}; điểm c khoản 1 Điều 4 {DECREE}",
            "còn Luật không giới hạn như vậy",
        ),
    ],
)
def test_the_form_is_judged_by_its_own_provision(matter, form, scope, after_failed_meeting, citation, words):
    answer = form_allowed(
        matter=Matter(matter), form=Form(form), scope=Scope(scope), after_failed_meeting=after_failed_meeting, on=DAY
    )
    assert answer.citation == citation
    assert words in answer.explanation


@pytest.mark.parametrize(
    ("matter", "allowed", "provisional"),
    [("15.1", True, True), ("15.2", True, True), ("15.3", False, False), ("15.6", True, False)],
)
def test_by_the_law_alone_a_village_may_choose_ballots_for_its_money(matter, allowed, provisional):
    answer = form_allowed(matter=Matter(matter), form=Form.BALLOT, on=DAY, bal_case_c_scope="law")
    assert (answer.result, answer.provisional) == (allowed, provisional)
    if provisional:
        assert answer.assumptions == (
            (
                "Phát phiếu khi chưa họp áp dụng cho nội dung nào của thôn: theo Luật, cả nội dung khoản 1 và khoản 2 Điều 15 "
                "(tham số bal_case_c_scope)."
            ),
        )


def test_before_the_decree_the_law_alone_decided_on_ballots():
    before = form_allowed(matter=Matter("15.2"), form=Form.BALLOT, on=date(2023, 8, 14))
    assert (before.result, before.provisional, before.version) == (True, False, date(2023, 7, 1))
    after = form_allowed(matter=Matter("15.2"), form=Form.BALLOT, on=date(2023, 8, 15))
    assert (after.result, after.provisional, after.version) == (False, True, date(2023, 8, 15))
    online = form_allowed(matter=Matter("15.6"), form=Form.ONLINE, on=date(2023, 8, 14))
    assert (online.result, online.citation) == (True, f"khoản 2 Điều 17 {LAW}")
    chair = form_allowed(matter=Matter("15.1"), form=Form.BALLOT, scope=Scope.COMMUNE, on=date(2023, 8, 14))
    assert (chair.result, chair.citation) == (True, f"điểm a khoản 1 Điều 19 {LAW}")
    failed = form_allowed(matter=Matter("15.1"), form=Form.BALLOT, after_failed_meeting=True, on=date(2023, 8, 14))
    assert (failed.result, failed.citation) == (True, f"điểm b khoản 1 Điều 19 {LAW}")
    with pytest.raises(NotYetInForce):
        form_allowed(matter=Matter("15.2"), form=Form.MEETING, on=date(2023, 6, 30))


def test_impossible_forms_are_refused():
    with pytest.raises(Refused, match="không có phạm vi toàn xã") as refusal:
        form_allowed(matter=Matter("15.6"), form=Form.ONLINE, scope=Scope.COMMUNE, on=DAY)
    assert refusal.value.allowed == ("village",)
    with pytest.raises(Refused, match="Không có cách hiểu “both” cho tham số bal_case_c_scope") as refusal:
        form_allowed(matter=Matter("15.6"), form=Form.BALLOT, on=DAY, bal_case_c_scope="both")
    assert (refusal.value.code, refusal.value.allowed) == ("impossible-value", ("decree", "law"))


PASSED, SENT, RECOGNISED = date(2026, 3, 1), date(2026, 3, 6), date(2026, 3, 10)


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ({"matter": "15.1", "passed_on": PASSED}, PASSED),  # waits for no recognition
        ({"matter": "15.2", "passed_on": PASSED}, PASSED),
        ({"matter": "15.6", "passed_on": PASSED}, PASSED),  # in force from 01/3 though sent on 06/3
        ({"matter": "15.6", "passed_on": PASSED, "recognised_on": RECOGNISED}, PASSED),
        ({"matter": "15.6"}, None),
        ({"matter": "15.3", "passed_on": PASSED, "recognised_on": RECOGNISED}, RECOGNISED),
        ({"matter": "15.4", "passed_on": PASSED, "recognised_on": RECOGNISED}, RECOGNISED),
        ({"matter": "15.5", "passed_on": PASSED, "recognised_on": RECOGNISED}, RECOGNISED),
        ({"matter": "15.3", "recognised_on": RECOGNISED}, RECOGNISED),
        ({"matter": "15.3", "passed_on": PASSED, "recognised_on": PASSED}, PASSED),
        ({"matter": "15.3", "passed_on": PASSED}, None),  # the commune is silent: nothing is recognised
        ({"matter": "15.4", "passed_on": PASSED}, None),
        ({"matter": "15.5", "passed_on": PASSED}, None),
        ({"matter": "15.1", "scope": Scope.COMMUNE, "passed_on": PASSED}, None),
        ({"matter": "15.1", "scope": Scope.COMMUNE, "passed_on": PASSED, "commune_decided_on": RECOGNISED}, RECOGNISED),
        ({"matter": "15.2", "scope": Scope.COMMUNE, "passed_on": PASSED, "commune_decided_on": PASSED}, PASSED),
        ({"matter": "15.2", "scope": Scope.COMMUNE, "passed_on": PASSED, "recognised_on": RECOGNISED}, None),
    ],
)
def test_since_when_a_decision_binds(question, day):
    answer = effective(**{**question, "matter": Matter(question["matter"])})
    assert (answer.result, answer.provisional, answer.assumptions) == (day, False, ())
    assert (answer.rule, answer.citation) == ("decision.effective", f"khoản 2 Điều 21 {LAW}")
    assert answer.version == date(2023, 7, 1)
    assert answer.inputs == {
        "scope": "village",
        "passed_on": None,
        "recognised_on": None,
        "commune_decided_on": None,
        **question,
    }


@pytest.mark.parametrize(
    ("question", "explanation"),
    [
        (
            {"matter": Matter("15.6"), "passed_on": PASSED},
            "Có hiệu lực từ ngày 01/03/2026, là ngày cộng đồng dân cư thông qua, không cần công nhận.",
        ),
        ({"matter": Matter("15.6")}, "Chưa có hiệu lực: chưa có ngày cộng đồng dân cư thông qua."),
        (
            {"matter": Matter("15.5"), "recognised_on": RECOGNISED},
            "Có hiệu lực từ ngày 10/03/2026, là ngày Ủy ban Mặt trận Tổ quốc Việt Nam cấp xã ra quyết định công nhận.",
        ),
        (
            {"matter": Matter("15.4"), "passed_on": PASSED},
            "Chưa có hiệu lực: Ủy ban nhân dân cấp xã chưa ra quyết định công nhận; không trả lời không phải là công nhận.",
        ),
        (
            {"matter": Matter("15.1"), "scope": Scope.COMMUNE, "commune_decided_on": RECOGNISED},
            "Có hiệu lực từ ngày 10/03/2026, là ngày Ủy ban nhân dân cấp xã ấn định.",
        ),
        (
            {"matter": Matter("15.1"), "scope": Scope.COMMUNE},
            (
                "Chưa có hiệu lực: Ủy ban nhân dân cấp xã chưa ấn định ngày có hiệu lực trên cơ sở tổng hợp kết quả của các "
                "thôn."
            ),
        ),
    ],
)
def test_effect_is_explained(question, explanation):
    assert effective(**question).explanation == explanation


@pytest.mark.parametrize("later", ["recognised_on", "commune_decided_on"])
def test_nothing_happens_before_the_vote(later):
    with pytest.raises(Refused, match="Ngày 28/02/2026 trước ngày thông qua 01/03/2026"):
        effective(matter=Matter("15.1"), passed_on=PASSED, **{later: date(2026, 2, 28)})


def test_effect_of_what_the_law_does_not_know_is_refused():
    with pytest.raises(Refused, match="không có phạm vi toàn xã"):
        effective(matter=Matter("15.3"), scope=Scope.COMMUNE, passed_on=PASSED)
    for step in ("passed_on", "recognised_on", "commune_decided_on"):
        with pytest.raises(NotYetInForce):
            effective(matter=Matter("15.3"), **{step: date(2023, 6, 30)})


@pytest.mark.parametrize(
    ("matter", "who", "provisional", "words"),
    [
        ("15.1", None, True, "khoản 1 Điều 15 không cần công nhận"),
        ("15.2", None, True, "khoản 2 Điều 15 không cần công nhận"),
        ("15.3", Who.COMMUNE_COMMITTEE, False, "Ủy ban nhân dân cấp xã ra quyết định công nhận"),
        ("15.4", Who.COMMUNE_COMMITTEE, False, "Ủy ban nhân dân cấp xã ra quyết định công nhận"),
        ("15.5", Who.COMMUNE_FRONT, False, "Ủy ban Mặt trận Tổ quốc Việt Nam cấp xã ra quyết định công nhận"),
        ("15.6", None, True, "khoản 6 Điều 15 không cần công nhận"),
    ],
)
def test_who_recognises(matter, who, provisional, words):
    answer = recogniser(matter=Matter(matter), on=DAY)
    assert (answer.result, answer.provisional, bool(answer.assumptions)) == (who, provisional, provisional)
    assert words in answer.explanation
    assert (answer.rule, answer.citation) == ("decision.recogniser", f"khoản 2 Điều 21 {LAW}")
    assert answer.inputs == {"matter": matter, "on": DAY, "recognised_matters": "three_to_five"}


def test_read_widely_the_commune_recognises_everything_else():
    answer = recogniser(matter=Matter("15.6"), on=DAY, recognised_matters="every")
    assert (answer.result, answer.provisional) == (Who.COMMUNE_COMMITTEE, True)
    assert "mọi quyết định" in answer.assumptions[0]
    front = recogniser(matter=Matter("15.5"), on=DAY, recognised_matters="every")
    assert (front.result, front.provisional) == (Who.COMMUNE_FRONT, False)
    with pytest.raises(Refused, match="recognised_matters"):
        recogniser(matter=Matter("15.6"), on=DAY, recognised_matters="some")


@pytest.mark.parametrize(
    ("on", "late"),
    [
        (date(2026, 3, 2), False),
        (date(2026, 3, 9), False),  # the fifth working day
        (date(2026, 3, 10), True),
        (date(2026, 3, 16), True),  # silent for ten working days
    ],
)
def test_recognition_is_late_after_the_fifth_working_day(on, late):
    answer = overdue(since=date(2026, 3, 2), seen_on=on)
    assert answer.result is late
    assert answer.explanation.startswith(
        ("Đã quá hạn" if late else "Còn trong hạn") + "; không trả lời không phải là công nhận. Cấp xã ra quyết định"
    )
    assert (answer.rule, answer.citation) == ("decision.recognition_overdue", f"khoản 2 Điều 21 {LAW}")
    assert answer.inputs == {"since": date(2026, 3, 2), "seen_on": on}
    assert not answer.provisional


def test_recognition_is_not_late_before_the_decision_came():
    with pytest.raises(Refused, match="trước ngày nhận quyết định 02/03/2026"):
        overdue(since=date(2026, 3, 2), seen_on=date(2026, 3, 1))


@pytest.mark.parametrize(
    ("ground", "remedy", "allowed"),
    [
        ("unlawful", "abolish", True),
        ("unlawful", "ask_to_amend", False),  # contrary to law: it must be abolished
        ("unlawful", "community_changes", True),
        ("procedure", "abolish", True),
        ("procedure", "ask_to_amend", True),
        ("procedure", "community_changes", True),
        ("wish", "abolish", False),
        ("wish", "ask_to_amend", False),
        ("wish", "community_changes", True),
    ],
)
def test_what_may_be_done_about_a_decision(ground, remedy, allowed):
    answer = remedy_allowed(ground=Ground(ground), remedy=Remedy(remedy), on=DAY)
    assert answer.result is allowed
    assert answer.explanation.startswith("Được: " if allowed else "Không được: ")
    assert (answer.rule, answer.citation) == ("decision.remedy_allowed", f"khoản 1, 2, 3 Điều 22 {LAW}")
    assert answer.inputs == {"ground": ground, "remedy": remedy, "on": DAY}


@pytest.mark.parametrize(
    ("ground", "words"),
    [("unlawful", "phải bãi bỏ"), ("procedure", "bãi bỏ hoặc đề nghị"), ("wish", "cộng đồng dân cư tự sửa đổi")],
)
def test_the_remedy_is_explained_by_its_ground(ground, words):
    assert words in remedy_allowed(ground=Ground(ground), remedy=Remedy.COMMUNITY, on=DAY).explanation
