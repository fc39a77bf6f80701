"""Who may stand, who sits on the team, who chairs, in which form."""

from datetime import date

import pytest

from lawcore.answers import Refused
from lawcore.dated import NotYetInForce
from lawcore.elections import RULES, Chair, ElectionForm, Meeting, eligible

DAY = date(2026, 6, 28)
LAW = "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15"
DECREE = "Nghị định số 59/2023/NĐ-CP"
FIT = {
    "born": date(1980, 1, 1),
    "citizen": True,
    "resident": True,
    "disciplined": False,
    "prosecuted": False,
    "serving": False,
}


@pytest.mark.parametrize(
    ("born", "fit"),
    [
        (date(2005, 6, 28), True),  # 21 on the election day
        (date(2005, 6, 29), False),  # 20: one day short
        (date(2005, 6, 27), True),
        (date(1950, 1, 1), True),  # no upper limit
    ],
)
def test_a_candidate_is_twenty_one_on_the_election_day(born, fit):
    found = eligible(**{**FIT, "born": born}, on=DAY)
    assert found.result is fit
    assert ("chưa đủ 21 tuổi" in found.explanation) is (not fit)


def test_the_explanation_says_the_age_and_when_it_is_reached():
    found = eligible(**{**FIT, "born": date(2005, 6, 29)}, on=DAY)
    assert "mới 20 tuổi" in found.explanation
    assert "29/06/2026" in found.explanation
    assert "mới 20 tuổi" in eligible(born=date(2005, 7, 1), on=DAY).explanation
    assert "mới 20 tuổi" in eligible(born=date(2006, 6, 28), on=DAY).explanation  # on the birthday
    assert "mới 19 tuổi" in eligible(born=date(2006, 6, 29), on=DAY).explanation


def test_born_on_29_february_comes_of_age_on_the_28th():
    leap = {**FIT, "born": date(2008, 2, 29)}
    assert eligible(**leap, on=date(2029, 2, 28)).result
    assert not eligible(**leap, on=date(2029, 2, 27)).result


def test_a_fit_candidate():
    found = eligible(**FIT, on=DAY)
    assert found.result is True
    assert found.rule == "election.eligible"
    assert found.citation == "khoản 1, 5 Điều 7 Nghị định số 185/2026/NĐ-CP"
    assert found.version == date(2026, 5, 26)
    assert found.explanation.startswith("Đủ những tiêu chuẩn kiểm tra được")
    assert not found.provisional
    assert "Sức khỏe, phẩm chất" in found.assumptions[0]
    assert found.assumptions[1:] == ("Coi như người ứng cử cư trú ngay tại thôn bầu Trưởng thôn vì chưa nêu khác.",)
    assert eligible(**FIT, same_village=True, on=DAY).assumptions == found.assumptions[:1]
    assert eligible(**{**FIT, "serving": True}, on=DAY).assumptions == found.assumptions[:1]


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        ({"citizen": False}, "không phải công dân Việt Nam"),
        ({"resident": False}, "không cư trú thường xuyên tại xã"),
        ({"disciplined": True}, "xử lý kỷ luật"),
        ({"prosecuted": True}, "truy cứu trách nhiệm hình sự"),
        ({"serving": True}, "bản án, quyết định của Tòa án"),
    ],
)
def test_each_standard_excludes_alone(fact, words):
    found = eligible(**{**FIT, **fact}, on=DAY)
    assert found.result is False
    assert found.explanation.startswith("Không đủ tiêu chuẩn ứng cử")
    assert words in found.explanation
    assert ";" not in found.explanation


def test_every_fault_is_named_at_once():
    found = eligible(born=date(2010, 1, 1), citizen=False, prosecuted=True, on=DAY)
    assert found.result is False
    for words in ("chưa đủ 21 tuổi", "không phải công dân", "truy cứu trách nhiệm hình sự"):
        assert words in found.explanation


@pytest.mark.parametrize("key", ["born", "citizen", "resident", "disciplined", "prosecuted", "serving"])
def test_what_nobody_looked_at_is_no_yes(key):
    with pytest.raises(Refused) as refused:
        eligible(**{**FIT, key: None}, on=DAY)
    assert refused.value.code == "missing-key"
    assert refused.value.allowed == (key,)


def test_somebody_of_another_village_of_the_commune_may_stand_with_a_warning():
    found = eligible(**FIT, same_village=False, on=DAY)
    assert found.result is True
    assert found.provisional
    assert "head_residence" in found.assumptions[1]
    strict = eligible(**FIT, same_village=False, head_residence="village", on=DAY)
    assert strict.result is False
    assert strict.provisional
    assert "không cư trú tại thôn" in strict.explanation
    assert "ngay tại thôn" in strict.assumptions[1]


def test_the_village_does_not_matter_to_who_is_excluded_anyway():
    assert not eligible(**{**FIT, "serving": True}, same_village=False, on=DAY).provisional
    both = eligible(**{**FIT, "serving": True}, same_village=False, head_residence="village", on=DAY)
    assert both.result is False
    assert not both.provisional
    assert not eligible(**FIT, same_village=True, on=DAY).provisional


def test_by_the_stricter_reading_the_village_must_be_said():
    with pytest.raises(Refused) as refused:
        eligible(**FIT, head_residence="village", on=DAY)
    assert refused.value.allowed == ("same_village",)


def test_impossible_candidates_are_refused():
    with pytest.raises(Refused, match="sau ngày bầu"):
        eligible(**{**FIT, "born": date(2026, 6, 29)}, on=DAY)
    assert eligible(**{**FIT, "born": DAY}, on=DAY).result is False
    with pytest.raises(Refused) as refused:
        eligible(**FIT, head_residence="province", on=DAY)
    assert refused.value.allowed == ("commune", "village")


def test_the_standards_bind_since_26_may_2026():
    assert eligible(**FIT, on=date(2026, 5, 26)).result
    with pytest.raises(NotYetInForce):
        eligible(**FIT, on=date(2026, 5, 25))


@pytest.mark.parametrize(("candidates", "valid"), [(0, False), (1, True), (2, True), (7, True)])
def test_one_candidate_is_enough(candidates, valid):
    found = RULES["election.candidate_list"](candidates=candidates, on=DAY)
    assert found.result is valid
    assert found.rule == "election.candidate_list"
    assert found.citation == f"khoản 2 Điều 6 {DECREE}"
    assert found.explanation.startswith("Danh sách hợp lệ" if valid else "Danh sách chưa hợp lệ")
    assert f"có {candidates} người, cần ít nhất 1 người" in found.explanation


@pytest.mark.parametrize(
    ("values", "chair", "citation", "words"),
    [
        ({"kind": Meeting.ELECTION}, Chair.ELECTION_TEAM, "điểm b khoản 1 Điều 3", "Tổ bầu cử"),
        ({"kind": Meeting.ELECTION, "vacant": True}, Chair.ELECTION_TEAM, "điểm b khoản 1 Điều 3", "Tổ bầu cử"),
        ({"kind": Meeting.DISMISSAL}, Chair.FRONT_HEAD, "điểm c khoản 1 Điều 3", "Trưởng ban công tác Mặt trận ở thôn"),
        (
            # the village head is also the Front's head: the commune's chair, once the Front's chair agreed
            {"kind": Meeting.DISMISSAL, "head_leads_front": True},
            Chair.COMMUNE_CHAIR,
            "điểm c khoản 1 Điều 3",
            "thống nhất trước với Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam cấp xã",
        ),
        ({"kind": Meeting.OTHER}, Chair.VILLAGE_HEAD, "điểm a khoản 1 Điều 3", "Trưởng thôn triệu tập"),
        ({"kind": Meeting.OTHER, "vacant": True}, Chair.APPOINTED, "điểm d khoản 1 Điều 3", "chỉ định"),
    ],
)
def test_who_calls_and_chairs(values, chair, citation, words):
    found = RULES["election.chair"](**values, on=DAY)
    assert found.result is chair
    assert found.rule == "election.chair"
    assert found.citation == f"khoản 1 Điều 18 {LAW}; {citation} {DECREE}"
    assert words in found.explanation
    assert "triệu tập và chủ trì" in found.explanation


def test_before_the_decree_the_law_names_the_head_and_the_appointed():
    early = date(2023, 7, 1)
    assert RULES["election.chair"](kind=Meeting.OTHER, on=early).citation == f"khoản 1 Điều 18 {LAW}"
    assert RULES["election.chair"](kind=Meeting.OTHER, vacant=True, on=early).citation == f"khoản 1 Điều 18 {LAW}"
    with pytest.raises(NotYetInForce):
        RULES["election.chair"](kind=Meeting.ELECTION, on=early)


def test_where_there_is_no_head_nobody_is_dismissed():
    with pytest.raises(Refused, match="khuyết Trưởng thôn"):
        RULES["election.chair"](kind=Meeting.DISMISSAL, vacant=True, on=DAY)


@pytest.mark.parametrize("chaired_by", list(Chair))
def test_the_election_of_a_successor_is_chaired_by_the_team_alone(chaired_by):
    found = RULES["election.chair_lawful"](kind=Meeting.ELECTION, chaired_by=chaired_by, on=DAY)
    assert found.result is (chaired_by is Chair.ELECTION_TEAM)
    assert found.rule == "election.chair_lawful"
    assert found.citation == f"khoản 1 Điều 18 {LAW}; điểm b khoản 1 Điều 3 {DECREE}"
    assert found.version == date(2023, 8, 15)
    assert found.inputs["chaired_by"] is chaired_by
    assert found.inputs["kind"] is Meeting.ELECTION
    assert "Tổ bầu cử triệu tập và chủ trì" in found.explanation


def test_the_head_who_chairs_the_election_of_a_successor_is_named():
    found = RULES["election.chair_lawful"](kind=Meeting.ELECTION, chaired_by=Chair.VILLAGE_HEAD, on=DAY)
    assert found.explanation.startswith("Sai người chủ trì: cuộc họp này không do Trưởng thôn chủ trì.")
    right = RULES["election.chair_lawful"](
        kind=Meeting.DISMISSAL, chaired_by=Chair.COMMUNE_CHAIR, head_leads_front=True, on=DAY
    )
    assert right.result is True
    assert RULES["election.chair_lawful"](kind=Meeting.DISMISSAL, chaired_by=Chair.FRONT_HEAD, on=DAY).result
    assert RULES["election.chair_lawful"](kind=Meeting.OTHER, chaired_by=Chair.VILLAGE_HEAD, on=DAY).result
    assert right.explanation.startswith("Đúng người chủ trì. ")


@pytest.mark.parametrize(
    ("form", "after_failed_meeting", "allowed", "words"),
    [
        (ElectionForm.MEETING, False, True, "tại cuộc họp"),
        (ElectionForm.MEETING, True, True, "tại cuộc họp"),
        (ElectionForm.BALLOT, False, False, "chỉ phát phiếu sau khi thôn đã họp mà không đủ số hộ dự"),
        (ElectionForm.BALLOT, True, True, "thôn đã họp mà không đủ số hộ dự để có thể đạt tỷ lệ nên được phát phiếu"),
        (ElectionForm.ONLINE, False, False, "công việc tự quản khác"),
        (ElectionForm.ONLINE, True, False, "công việc tự quản khác"),
    ],
)
def test_a_meeting_or_ballots_after_one_never_online(form, after_failed_meeting, allowed, words):
    found = RULES["election.form_allowed"](form=form, after_failed_meeting=after_failed_meeting, on=DAY)
    assert found.result is allowed
    assert found.rule == "election.form_allowed"
    assert found.citation == f"khoản 2 Điều 17 {LAW}; điểm b khoản 1 Điều 19 {LAW}"
    assert words in found.explanation
    assert found.explanation.startswith("Được:" if allowed else "Không được:")


def test_no_meeting_failed_unless_somebody_says_so():
    assert RULES["election.form_allowed"](form=ElectionForm.BALLOT, on=DAY).result is False


TEAM = {"front_leads": True, "organisations": 2, "household_members": 2, "candidates": 0, "front_agrees": True}


def test_a_team_as_it_must_be():
    found = RULES["election.team_lawful"](**TEAM, on=DAY)
    assert found.result is True
    assert found.rule == "election.team_lawful"
    assert found.citation == f"điểm b khoản 1 Điều 6 {DECREE}"
    assert found.explanation.startswith("Tổ bầu cử đúng thành phần")
    assert "không định số người" in found.assumptions[0]
    assert RULES["election.team_lawful"](**{**TEAM, "organisations": 1, "household_members": 1}, on=DAY).result


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        ({"front_leads": False}, "Tổ trưởng không phải đại diện Ban công tác Mặt trận"),
        ({"candidates": 1}, "1 thành viên đang ứng cử"),
        ({"organisations": 0}, "không có đại diện tổ chức đoàn thể"),
        ({"household_members": 0}, "không có đại diện hộ gia đình"),
        ({"front_agrees": False}, "chưa thống nhất với Ủy ban Mặt trận Tổ quốc Việt Nam cấp xã"),
    ],
)
def test_each_fault_of_a_team_is_named(fact, words):
    found = RULES["election.team_lawful"](**{**TEAM, **fact}, on=DAY)
    assert found.result is False
    assert words in found.explanation
    assert ";" not in found.explanation


def test_all_faults_of_a_team_are_named_together():
    found = RULES["election.team_lawful"](front_leads=False, candidates=2, on=DAY)
    assert "Tổ trưởng không phải" in found.explanation
    assert "; 2 thành viên đang ứng cử" in found.explanation


@pytest.mark.parametrize("key", list(TEAM))
def test_a_team_is_judged_whole(key):
    with pytest.raises(Refused) as refused:
        RULES["election.team_lawful"](**{**TEAM, key: None}, on=DAY)
    assert refused.value.code == "missing-key"
    assert refused.value.allowed == (key,)


@pytest.mark.parametrize("key", ["organisations", "household_members", "candidates"])
def test_a_team_has_no_negative_members(key):
    with pytest.raises(Refused) as refused:
        RULES["election.team_lawful"](**{**TEAM, key: -1}, on=DAY)
    assert refused.value.code == "impossible-value"
