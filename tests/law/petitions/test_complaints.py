"""Complaints: limits, acceptance, settlement, effect, and who may do what."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawcore.answers import Refused
from lawcore.dated import NotYetInForce
from lawcore.petitions import complaint_deadlines as due
from lawcore.petitions import complaint_discipline as discipline
from lawcore.petitions import complaints
from lawcore.petitions.amended import NOTE
from lawcore.petitions.complaints import NotAccepted, Outcome, Step
from lawcore.petitions.complexity import CRITERIA, complaint_is_complex
from lawcore.petitions.settlers import NO_DISTRICT, Settler

SINCE = date(2012, 7, 1)
OLD = date(2026, 6, 30)
NEW = date(2026, 7, 1)
LAW = "Luật Khiếu nại số 02/2011/QH13"
DECREE = "Nghị định số 155/2026/NĐ-CP"


@pytest.mark.parametrize(
    ("received", "accept_by", "version"),
    [
        (date(2026, 6, 10), date(2026, 6, 22), date(2012, 7, 1)),  # 10 ngày: thứ Bảy 20/6, chuyển sang thứ Hai
        (date(2026, 6, 30), date(2026, 7, 10), date(2012, 7, 1)),  # ngày cuối của quy định cũ
        (date(2026, 7, 1), date(2026, 7, 10), date(2026, 7, 1)),  # ngày đầu của quy định mới, 7 ngày làm việc
        (date(2026, 8, 12), date(2026, 8, 21), date(2026, 7, 1)),
        (date(2026, 8, 29), date(2026, 9, 11), date(2026, 7, 1)),  # qua kỳ nghỉ Quốc khánh 31/8 đến 02/9
        (date(2012, 7, 1), date(2012, 7, 11), date(2012, 7, 1)),
    ],
)
def test_a_complaint_is_accepted_in_ten_days_and_since_july_2026_in_seven_working_days(received, accept_by, version):
    found = due.acceptance(since=received)
    assert (found.result, found.version) == (accept_by, version)
    assert found.rule == "deadline.complaint.acceptance"
    assert not found.assumptions


def test_acceptance_since_july_2026_is_certain_and_cites_the_decree():
    found = due.acceptance(since=date(2026, 10, 12))
    assert not found.provisional
    assert found.citation == f"Điều 10 {DECREE}"
    assert "7 ngày làm việc" in found.explanation
    assert found.explanation.startswith("Người có thẩm quyền thụ lý khiếu nại, hoặc thông báo rõ lý do không thụ lý,")


def test_acceptance_before_cites_both_instances():
    assert due.acceptance(since=OLD).citation == f"Điều 27 {LAW}; khoản 1 Điều 36 {LAW}"


ORDINARY, COMPLEX, REMOTE = {}, {"complex": True}, {"remote": True}
BOTH = {"complex": True, "remote": True}


@pytest.mark.parametrize(
    ("rule", "case", "accepted", "decide_by"),
    [
        (due.first, ORDINARY, date(2026, 8, 21), date(2026, 9, 21)),  # 30 ngày: Chủ nhật 20/9
        (due.first, COMPLEX, date(2026, 8, 21), date(2026, 10, 5)),
        (due.first, REMOTE, date(2026, 8, 21), date(2026, 10, 5)),
        (due.first, BOTH, date(2026, 8, 21), date(2026, 10, 20)),
        (due.first, ORDINARY, date(2025, 3, 3), date(2025, 4, 2)),
        (due.second, ORDINARY, date(2026, 11, 5), date(2026, 12, 21)),  # 45 ngày: Chủ nhật 20/12
        (due.second, ORDINARY, date(2026, 8, 21), date(2026, 10, 5)),
        (due.second, COMPLEX, date(2026, 8, 21), date(2026, 10, 20)),
        (due.second, REMOTE, date(2026, 8, 21), date(2026, 10, 20)),
        (due.second, BOTH, date(2026, 8, 21), date(2026, 10, 30)),
    ],
)
def test_a_complaint_is_decided_by_its_instance_its_case_and_its_place(rule, case, accepted, decide_by):
    found = rule(since=accepted, **case)
    assert (found.result, found.version) == (decide_by, SINCE)


@pytest.mark.parametrize("rule", [due.first, due.second])
def test_figures_that_the_law_of_2026_may_have_changed_are_provisional(rule):
    before, after = rule(since=OLD), rule(since=NEW)
    assert (before.provisional, before.assumptions) == (False, ())
    assert (after.provisional, after.assumptions) == (True, (NOTE,))
    assert "Luật số 136/2025/QH15" in NOTE


def test_a_decision_cites_its_article_and_names_the_case():
    found = due.first(since=OLD, complex=True, remote=True)
    assert found.citation == f"Điều 28 {LAW}"
    assert found.rule == "deadline.complaint.first"
    assert found.inputs == {"since": OLD, "complex": True, "remote": True}
    assert found.explanation.startswith(
        "Ra quyết định giải quyết khiếu nại lần đầu (vụ việc phức tạp; vùng sâu, vùng xa đi lại khó khăn) chậm nhất"
    )
    found = due.second(since=OLD, remote=True)
    assert found.citation == f"Điều 37 {LAW}"
    assert found.rule == "deadline.complaint.second"
    assert found.inputs == {"since": OLD, "complex": False, "remote": True}
    assert found.explanation.startswith(
        "Ra quyết định giải quyết khiếu nại lần hai (vùng sâu, vùng xa đi lại khó khăn) chậm nhất"
    )


@pytest.mark.parametrize(
    ("rule", "code", "since", "by", "article", "words"),
    [
        (due.send_first, "send_first", date(2026, 9, 21), date(2026, 9, 24), f"Điều 32 {LAW}", "lần đầu"),
        (due.send_second, "send_second", date(2026, 12, 21), date(2026, 12, 28), f"khoản 1 Điều 41 {LAW}", "lần hai"),
        (due.documents, "documents", date(2026, 3, 2), date(2026, 3, 9), f"điểm đ khoản 1 Điều 12 {LAW}", "tài liệu"),
        (due.front, "front", date(2026, 3, 2), date(2026, 3, 9), f"khoản 2 Điều 66 {LAW}", "Mặt trận"),
        (due.suspension, "suspension", date(2026, 8, 28), date(2026, 9, 7), f"Điều 12 {DECREE}", "tạm đình chỉ"),
    ],
)
def test_papers_are_sent_in_time(rule, code, since, by, article, words):
    found = rule(since=since)
    assert (found.result, found.citation, found.rule) == (by, article, f"deadline.complaint.{code}")
    assert words in found.explanation
    assert f"chậm nhất ngày {by:%d/%m/%Y}" in found.explanation


def test_the_sending_of_decisions_is_provisional_after_the_amendment_but_that_of_suspensions_is_not():
    assert [rule(since=date(2026, 10, 5)).provisional for rule in (due.send_first, due.send_second)] == [True, True]
    assert not due.suspension(since=date(2026, 10, 5)).provisional


@pytest.mark.parametrize(
    ("known", "obstacle", "by"),
    [
        (date(2026, 1, 5), 0, date(2026, 4, 6)),  # 90 ngày: Chủ nhật 05/4
        (date(2026, 1, 6), 0, date(2026, 4, 6)),
        (date(2026, 1, 5), 10, date(2026, 4, 15)),  # 10 ngày nằm viện không tính
    ],
)
def test_a_complaint_may_be_made_for_ninety_days_without_the_days_of_an_obstacle(known, obstacle, by):
    found = due.limit(since=known, obstacle_days=obstacle)
    assert found.result == by
    assert found.citation == f"Điều 9 {LAW}"
    assert found.rule == "deadline.complaint.limit"
    assert found.inputs == {"since": known, "obstacle_days": obstacle}
    assert (f"đã cộng {obstacle} ngày có trở ngại" in found.explanation) is bool(obstacle)


def test_no_obstacle_and_no_remote_place_unless_they_are_said():
    assert due.limit(since=date(2026, 1, 6)).result == date(2026, 4, 6)
    assert due.to_second(since=date(2026, 3, 2)).result == date(2026, 4, 1)
    assert discipline.settlement(since=date(2026, 3, 2)).result == date(2026, 4, 1)


def test_a_negative_obstacle_is_refused():
    with pytest.raises(Refused, match="Số ngày có trở ngại"):
        due.limit(since=OLD, obstacle_days=-1)


@pytest.mark.parametrize(
    ("received", "remote", "by"),
    [
        (date(2026, 9, 25), False, date(2026, 10, 26)),  # Chủ nhật 25/10
        (date(2026, 9, 25), True, date(2026, 11, 9)),
        (date(2026, 3, 2), False, date(2026, 4, 1)),
    ],
)
def test_a_second_complaint_may_be_made_for_thirty_days_or_forty_five(received, remote, by):
    found = due.to_second(since=received, remote=remote)
    assert (found.result, found.citation, found.version) == (by, f"khoản 1 Điều 33 {LAW}", SINCE)
    assert found.rule == "deadline.complaint.to_second"
    assert found.inputs == {"since": received, "remote": remote}
    assert "phức tạp" not in found.explanation
    assert ("vùng sâu" in found.explanation) is remote


@pytest.mark.parametrize(
    ("asked", "decided", "expected", "clause"),
    [
        ({}, date(2026, 9, 21), date(2026, 10, 22), 1),  # hết ngày 21/10
        ({"remote": True}, date(2026, 9, 21), date(2026, 11, 6), 1),
        ({"second_instance": True}, date(2026, 9, 21), date(2026, 10, 22), 2),
        ({"second_instance": True, "remote": True}, date(2026, 9, 21), date(2026, 11, 6), 2),
        ({"second_instance": True, "complained_again": True}, date(2026, 9, 21), date(2026, 10, 22), 2),
        ({"complained_again": True}, date(2026, 9, 21), None, 1),
        ({}, date(2026, 2, 6), date(2026, 3, 9), 1),  # hết ngày Chủ nhật 08/3: ngày có hiệu lực không chuyển
    ],
)
def test_a_decision_binds_after_thirty_days_or_forty_five(asked, decided, expected, clause):
    found = due.effective(decided_on=decided, **asked)
    assert found.result == expected
    assert (found.citation, found.version) == (f"khoản {clause} Điều 44 {LAW}", SINCE)
    assert found.rule == "complaint.effective"
    assert found.provisional is (decided >= NEW)
    unset = {"second_instance": False, "remote": False, "complained_again": False}
    assert found.inputs == {"decided_on": decided, **unset, **asked}


def test_the_effect_is_explained():
    first = due.effective(decided_on=date(2026, 9, 21)).explanation
    assert "từ ngày 22/10/2026 nếu không có khiếu nại lần hai" in first
    assert "sau 30 ngày kể từ ngày ban hành 21/09/2026, tức là hết ngày 21/10/2026" in first
    second = due.effective(decided_on=date(2026, 9, 21), second_instance=True).explanation
    assert "nếu không có" not in second
    waiting = due.effective(decided_on=date(2026, 9, 21), complained_again=True).explanation
    assert "chờ quyết định lần hai" in waiting
    remote = due.effective(decided_on=date(2026, 9, 21), remote=True).explanation
    assert "Có hiệu lực pháp luật chậm nhất từ ngày 06/11/2026" in remote
    assert "sau không quá 45 ngày kể từ ngày ban hành" in remote
    assert "chậm nhất" not in first


@pytest.mark.parametrize(
    ("day", "by"),
    [(date(2026, 9, 15), date(2026, 9, 10)), (date(2026, 7, 6), date(2026, 7, 1))],
)
def test_a_dialogue_is_announced_five_days_before(day, by):
    found = due.dialogue(before=day)
    assert (found.result, found.citation, found.provisional) == (by, f"Điều 11 {DECREE}", False)
    assert found.rule == "latest.complaint.dialogue"
    assert "thời gian, địa điểm, nội dung" in found.explanation


def test_the_notice_of_a_dialogue_before_the_decree_is_not_known():
    with pytest.raises(NotYetInForce):
        due.dialogue(before=OLD)


RESUMED = {"since": date(2026, 8, 12), "suspended_on": date(2026, 8, 24), "resumed_on": date(2026, 9, 14)}


@pytest.mark.parametrize(
    ("asked", "by"),
    [
        ({}, date(2026, 10, 2)),  # 11/9 và 21 ngày tạm đình chỉ
        ({"resumed_clock": "restarts"}, date(2026, 10, 14)),
        ({"complex": True}, date(2026, 10, 19)),  # thứ Bảy 17/10
        ({"second_instance": True}, date(2026, 10, 19)),
        ({"second_instance": True, "complex": True, "remote": True}, date(2026, 11, 11)),
    ],
)
def test_a_suspension_lengthens_the_period_or_begins_it_anew(asked, by):
    found = due.resumed(**RESUMED, **asked)
    assert found.result == by
    assert found.provisional
    assert found.citation == f"Điều 12 {DECREE}"
    assert found.rule == "deadline.complaint.resumed"
    assert found.assumptions[1:] == (NOTE,)
    unset = {"second_instance": False, "complex": False, "remote": False, "resumed_clock": "continues"}
    assert found.inputs == {**RESUMED, **unset, **asked}


def test_how_a_suspension_was_counted_is_said():
    continues = due.resumed(**RESUMED)
    assert "(thời hạn 30 ngày, cộng 21 ngày tạm đình chỉ không tính vào thời hạn)" in continues.explanation
    assert "chạy tiếp số ngày còn lại" in continues.assumptions[0]
    restarts = due.resumed(**RESUMED, resumed_clock="restarts")
    assert "tính lại từ đầu" in restarts.explanation
    assert "tính lại đủ thời hạn" in restarts.assumptions[0]


def test_a_case_may_be_suspended_on_its_last_day_moved_off_a_day_off():
    asked = {"since": date(2026, 7, 2), "resumed_on": date(2026, 8, 10)}  # 30 ngày hết thứ Bảy 1/8, chuyển sang 3/8
    assert due.resumed(**asked, suspended_on=date(2026, 8, 3)).result == date(2026, 8, 10)
    with pytest.raises(Refused, match="đã hết thời hạn"):
        due.resumed(**asked, suspended_on=date(2026, 8, 4))


def test_a_case_accepted_before_the_amendment_keeps_its_period_when_resumed():
    found = due.resumed(since=date(2026, 6, 30), suspended_on=NEW, resumed_on=date(2026, 7, 2))
    assert found.result == date(2026, 7, 31)
    assert len(found.assumptions) == 1


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"suspended_on": date(2026, 8, 11)}, "đúng thứ tự"),
        ({"resumed_on": date(2026, 8, 23)}, "đúng thứ tự"),
        ({"suspended_on": date(2026, 9, 12)}, "đã hết thời hạn"),
        ({"resumed_clock": "stops"}, "Không có cách hiểu"),
    ],
)
def test_an_impossible_suspension_is_refused(changed, words):
    with pytest.raises(Refused, match=words):
        due.resumed(**{**RESUMED, **changed})


def test_the_first_and_the_last_possible_day_of_a_suspension():
    same = date(2026, 8, 12)
    assert due.resumed(since=same, suspended_on=same, resumed_on=same).result == date(2026, 9, 11)
    last = date(2026, 9, 11)
    assert due.resumed(since=same, suspended_on=last, resumed_on=last).result == last


def test_suspension_was_not_known_before_the_amendment():
    with pytest.raises(NotYetInForce):
        due.resumed(since=OLD, suspended_on=OLD, resumed_on=NEW)


@pytest.mark.parametrize(
    ("asked", "by", "words"),
    [
        ({}, date(2026, 3, 17), "lần đầu"),
        ({"dismissal": True}, date(2026, 3, 17), "lần đầu"),
        ({"second_instance": True}, date(2026, 3, 12), "lần hai"),
        ({"second_instance": True, "dismissal": True}, date(2026, 4, 1), "lần hai"),
        ({"obstacle_days": 2}, date(2026, 3, 19), "đã cộng 2 ngày có trở ngại"),
    ],
)
def test_discipline_is_complained_of_in_shorter_limits(asked, by, words):
    found = discipline.limit(since=date(2026, 3, 2), **asked)
    assert (found.result, found.citation, found.version) == (by, f"Điều 48 {LAW}", SINCE)
    assert found.rule == "deadline.complaint.discipline_limit"
    assert words in found.explanation
    assert ("trở ngại" in found.explanation) is ("obstacle_days" in asked)
    unset = {"second_instance": False, "dismissal": False, "obstacle_days": 0}
    assert found.inputs == {"since": date(2026, 3, 2), **unset, **asked}


def test_a_negative_obstacle_to_a_complaint_about_discipline_is_refused():
    with pytest.raises(Refused, match="Số ngày có trở ngại"):
        discipline.limit(since=OLD, obstacle_days=-1)


@pytest.mark.parametrize(("hard", "by"), [(False, date(2026, 4, 1)), (True, date(2026, 4, 16))])
def test_a_complaint_about_discipline_is_settled(hard, by):
    found = discipline.settlement(since=date(2026, 3, 2), complex=hard)
    assert (found.result, found.citation, found.version) == (by, f"Điều 50 {LAW}", SINCE)
    assert found.rule == "deadline.complaint.discipline"
    assert ("phức tạp" in found.explanation) is hard
    assert found.inputs == {"since": date(2026, 3, 2), "complex": hard}


def test_the_second_decision_about_discipline_is_sent():
    found = discipline.send_second(since=date(2026, 3, 2))
    assert (found.result, found.citation) == (date(2026, 3, 9), f"khoản 2 Điều 56 {LAW}")
    assert found.rule == "deadline.complaint.discipline_send"
    assert "về kỷ luật" in found.explanation


@pytest.mark.parametrize("case", NotAccepted)
def test_each_of_the_nine_cases_is_not_accepted(case):
    found = complaints.accepted(on=OLD, case=case)
    assert found.result is False
    assert case.words in found.explanation
    assert "nêu rõ lý do" in found.explanation
    assert found.inputs == {"on": OLD, "case": case}


def test_any_other_complaint_is_accepted():
    found = complaints.accepted(on=OLD)
    assert found.result is True
    assert found.citation == f"Điều 11 {LAW}; Điều 27 {LAW}"
    assert not found.provisional
    assert "Phải thụ lý" in found.explanation
    after = complaints.accepted(on=NEW)
    assert after.citation == f"Điều 11 {LAW}; Điều 10 {DECREE}"
    assert after.provisional


@pytest.mark.parametrize(
    ("case", "words"),
    [
        (NotAccepted.INTERNAL, "nội bộ"),
        (NotAccepted.NOT_CONCERNED, "không liên quan trực tiếp"),
        (NotAccepted.INCAPABLE, "chưa đủ năng lực"),
        (NotAccepted.UNLAWFUL_REPRESENTATIVE, "không hợp pháp"),
        (NotAccepted.UNSIGNED, "chữ ký"),
        (NotAccepted.TOO_LATE, "thời hiệu"),
        (NotAccepted.DECIDED_TWICE, "lần hai"),
        (NotAccepted.STOPPED, "đình chỉ"),
        (NotAccepted.IN_COURT, "Tòa án"),
    ],
)
def test_the_nine_cases_stand_in_the_order_of_the_law(case, words):
    assert words in case.words


@pytest.mark.parametrize(
    ("people", "signed", "appointed", "expected", "words"),
    [
        (5, 5, True, True, "Đủ điều kiện thụ lý: có đủ chữ ký của 5 người"),
        (5, 4, True, False, "thiếu chữ ký của 1 người."),
        (5, 5, False, False, "Chưa đủ điều kiện thụ lý: chưa có văn bản cử người đại diện."),
        (5, 0, False, False, "thiếu chữ ký của 5 người và chưa có văn bản"),
        (2, 2, True, True, "2 người"),
    ],
)
def test_a_group_signs_and_appoints_in_writing(people, signed, appointed, expected, words):
    found = complaints.group_accepted(on=NEW, people=people, signed=signed, appointed=appointed)
    assert found.result is expected
    assert words in found.explanation
    assert (found.citation, found.provisional) == (f"Điều 10 {DECREE}", False)
    assert found.inputs == {"on": NEW, "people": people, "signed": signed, "appointed": appointed}


def test_impossible_groups_are_refused():
    with pytest.raises(Refused, match="nhiều hơn"):
        complaints.group_accepted(on=NEW, people=5, signed=6, appointed=True)
    with pytest.raises(Refused, match="từ 1"):
        complaints.group_accepted(on=NEW, people=0, signed=0, appointed=True)
    with pytest.raises(Refused, match="Chỉ có một người"):
        complaints.group_accepted(on=NEW, people=1, signed=1, appointed=True)


@pytest.mark.parametrize(
    ("on", "second", "who", "provisional"),
    [
        (date(2020, 1, 1), False, Settler.COMMUNE_CHAIR, False),
        (NEW, False, Settler.COMMUNE_CHAIR, True),
        (date(2025, 6, 30), True, Settler.DISTRICT_CHAIR, False),
        (date(2025, 7, 1), True, Settler.PROVINCE_CHAIR, True),  # không còn cấp huyện
        (NEW, True, Settler.PROVINCE_CHAIR, True),
    ],
)
def test_the_commune_chair_settles_first_and_the_superior_next(on, second, who, provisional):
    found = complaints.settler(on=on, second_instance=second)
    assert (found.result, found.provisional) == (who, provisional)
    changes = [SINCE, date(2025, 7, 1), NEW] if second else [SINCE]
    assert found.version == max(day for day in changes if day <= on)
    assert found.explanation.startswith(who.words)
    assert ("lần hai" in found.explanation) is second
    assert (NO_DISTRICT in found.assumptions) is (who is Settler.PROVINCE_CHAIR)
    assert (NOTE in found.assumptions) is (on >= NEW)
    assert found.inputs == {"on": on, "second_instance": second}


def test_settlers_are_cited():
    assert complaints.settler(on=OLD).citation == f"Điều 17 {LAW}"
    cites = [complaints.settler(on=on, second_instance=True).citation for on in (date(2025, 6, 30), OLD, NEW)]
    assert cites == [f"khoản 2 Điều 18 {LAW}", f"khoản 1 Điều 7 {LAW}", f"khoản 1 Điều 7 {LAW}; Điều 14 {DECREE}"]


@pytest.mark.parametrize(
    ("on", "proxies", "notarised", "organisation", "valid", "words"),
    [
        (NEW, 1, True, False, True, "Hợp lệ"),
        (NEW, 2, True, False, False, "một nội dung chỉ được ủy quyền cho một người"),
        (NEW, 1, False, False, False, "công chứng hoặc chứng thực"),
        (NEW, 1, False, True, True, "Hợp lệ"),  # tổ chức ủy quyền: ký, đóng dấu
        (date(2026, 12, 31), 1, False, False, False, "công chứng"),
        (date(2027, 1, 1), 1, True, False, True, "Hợp lệ"),
        (date(2027, 1, 1), 1, False, True, True, "Hợp lệ"),
        (date(2027, 1, 1), 2, True, False, False, "cho một người"),
    ],
)
def test_one_matter_has_one_proxy(on, proxies, notarised, organisation, valid, words):
    found = complaints.proxy_valid(on=on, proxies=proxies, notarised=notarised, organisation=organisation)
    assert found.result is valid
    assert words in found.explanation
    assert found.explanation.startswith("Hợp lệ:" if valid else "Không hợp lệ:")
    assert not found.provisional
    asked = {"on": on, "proxies": proxies, "notarised": notarised, "organisation": organisation}
    assert found.inputs == {**asked, "proxy_certified": "certified"}
    assert found.assumptions == ()


@pytest.mark.parametrize(
    ("reading", "valid", "words", "assumed"),
    [
        ("certified", False, "Không hợp lệ: văn bản ủy quyền của cá nhân phải được chứng thực.", "chỉ quy định về"),
        ("neither", True, "Hợp lệ:", "hết hiệu lực cùng lúc"),
    ],
)
def test_whether_a_proxy_is_still_certified_when_notarising_lapses_is_open(reading, valid, words, assumed):
    found = complaints.proxy_valid(on=date(2027, 1, 1), proxy_certified=reading)
    assert (found.result, found.provisional) == (valid, True)
    assert words in found.explanation
    assert assumed in found.assumptions[0]
    before = complaints.proxy_valid(on=date(2026, 12, 31), proxy_certified=reading)
    assert (before.result, before.provisional) == (False, False)
    with pytest.raises(Refused, match="Không có cách hiểu"):
        complaints.proxy_valid(on=NEW, proxy_certified="both")


def test_a_proxy_is_one_person_at_least_and_by_default():
    assert complaints.proxy_valid(on=NEW, notarised=True).result is True
    assert complaints.proxy_valid(on=NEW).result is False
    with pytest.raises(Refused, match="từ 1"):
        complaints.proxy_valid(on=NEW, proxies=0)


def test_the_end_of_notarisation_is_cited():
    assert complaints.proxy_valid(on=NEW).citation == f"Điều 3 {DECREE}"
    assert complaints.proxy_valid(on=date(2027, 1, 1)).citation == f"Điều 3 {DECREE}; khoản 2 Điều 21 {DECREE}"


@pytest.mark.parametrize(
    ("on", "second", "differs", "required", "provisional", "cite"),
    [
        (OLD, True, False, True, False, f"Điều 39 {LAW}"),
        (NEW, True, False, True, False, f"Điều 39 {LAW}; Điều 11 {DECREE}"),
        (NEW, True, True, True, False, f"Điều 39 {LAW}; Điều 11 {DECREE}"),
        (OLD, False, True, True, False, f"khoản 1 Điều 30 {LAW}"),
        (NEW, False, True, True, True, f"khoản 1 Điều 30 {LAW}"),
        (OLD, False, False, False, False, f"khoản 1 Điều 30 {LAW}"),
    ],
)
def test_a_dialogue_is_always_held_in_second_instance(on, second, differs, required, provisional, cite):
    found = complaints.dialogue_required(on=on, second_instance=second, differs=differs)
    assert (found.result, found.provisional, found.citation) == (required, provisional, cite)
    assert found.version == (NEW if second and on >= NEW else SINCE)
    assert found.explanation.startswith("Phải" if required else "Không bắt buộc")
    assert ("luôn phải đối thoại" in found.explanation) is second
    assert second or ("còn khác nhau." in found.explanation)
    assert second or ("không còn khác nhau" in found.explanation) is not differs
    assert found.inputs == {"on": on, "second_instance": second, "differs": differs}


def test_a_dialogue_is_not_required_when_nothing_is_said():
    assert complaints.dialogue_required(on=OLD).result is False


@pytest.mark.parametrize(("copies", "enough"), [(0, False), (2, False), (3, True), (4, True)])
def test_the_minutes_of_a_dialogue_have_three_copies(copies, enough):
    found = complaints.minutes_complete(on=NEW, copies=copies)
    assert found.result is enough
    assert found.explanation.startswith("Đủ:" if enough else "Chưa đủ:")
    assert "ít nhất 3 bản" in found.explanation
    assert found.citation == f"Điều 11 {DECREE}"
    assert found.inputs == {"on": NEW, "copies": copies}


def test_copies_cannot_be_negative():
    with pytest.raises(Refused, match="Số bản biên bản đối thoại"):
        complaints.minutes_complete(on=NEW, copies=-1)


@pytest.mark.parametrize(
    ("on", "people", "withdraw", "outcome", "cite"),
    [
        (OLD, 1, 1, Outcome.STOPPED, f"Điều 10 {LAW}"),
        (OLD, 5, 5, Outcome.STOPPED, f"Điều 10 {LAW}"),
        (date(2026, 7, 10), 2, 2, Outcome.STOPPED, f"Điều 10 {LAW}; Điều 5 {DECREE}"),  # thụ lý từ 20/6, rút sau 1/7
        (NEW, 5, 5, Outcome.STOPPED, f"Điều 10 {LAW}; Điều 5 {DECREE}"),
        (NEW, 5, 4, Outcome.CONTINUES, f"Điều 5 {DECREE}"),
        (NEW, 5, 0, Outcome.CONTINUES, f"Điều 5 {DECREE}"),
    ],
)
def test_a_withdrawal_stops_the_case_only_when_all_withdraw(on, people, withdraw, outcome, cite):
    found = complaints.withdrawn(on=on, people=people, withdraw=withdraw)
    assert (found.result, found.citation, found.provisional) == (outcome, cite, False)
    assert found.version == (SINCE if on < NEW else NEW)
    remain = f"Tiếp tục giải quyết đối với {people - withdraw} người"
    assert (remain in found.explanation) is (outcome is Outcome.CONTINUES)
    assert ("Đình chỉ giải quyết" in found.explanation) is (outcome is Outcome.STOPPED)
    assert found.inputs == {"on": on, "people": people, "withdraw": withdraw}


@pytest.mark.parametrize(
    ("people", "withdraw", "provisional"),
    [
        (1, 1, True),  # Điều 10 của Luật đã sửa, chưa có lời văn
        (2, 2, False),  # Nghị định tự nêu việc nhiều người cùng rút
        (2, 1, False),
    ],
)
def test_one_persons_withdrawal_rests_on_the_amended_law(people, withdraw, provisional):
    found = complaints.withdrawn(on=NEW, people=people, withdraw=withdraw)
    assert (found.provisional, found.assumptions) == (provisional, (NOTE,) if provisional else ())
    if provisional:
        assert found.citation == f"Điều 10 {LAW}"


def test_withdrawals_that_cannot_be():
    with pytest.raises(Refused, match="nhiều hơn"):
        complaints.withdrawn(on=NEW, people=2, withdraw=3)
    with pytest.raises(Refused, match="từ 1"):
        complaints.withdrawn(on=NEW, people=0, withdraw=0)
    with pytest.raises(NotYetInForce):
        complaints.withdrawn(on=OLD, people=2, withdraw=1)
    assert complaints.withdrawn(on=OLD).result is Outcome.STOPPED


@pytest.mark.parametrize(
    ("accepted_on", "on", "step", "follows", "provisional", "words"),
    [
        (date(2026, 6, 20), date(2026, 7, 10), Step.WITHDRAWAL, True, False, "đang giải quyết theo quy định mới"),
        (date(2026, 6, 20), NEW, Step.SUSPENSION, True, False, "đang giải quyết"),
        (date(2026, 6, 20), NEW, Step.DIALOGUE, True, False, "đang giải quyết"),
        (date(2026, 6, 20), NEW, Step.TIME_LIMIT, False, True, "Nghị định chỉ chuyển việc rút khiếu nại"),
        (date(2026, 6, 20), OLD, Step.WITHDRAWAL, False, False, "trước ngày 01/07/2026"),
        (NEW, NEW, Step.TIME_LIMIT, True, False, "thụ lý từ ngày đó"),
        (OLD, OLD, Step.DIALOGUE, False, False, "trước ngày 01/07/2026"),
    ],
)
def test_open_cases_pass_to_the_new_text_for_three_steps(accepted_on, on, step, follows, provisional, words):
    found = complaints.follows_new_text(on=on, accepted_on=accepted_on, step=step)
    assert (found.result, found.provisional) == (follows, provisional)
    assert words in found.explanation
    assert found.explanation.startswith("Theo quy định mới" if follows else "Theo quy định cũ")
    assert found.inputs == {"on": on, "accepted_on": accepted_on, "step": step}


def test_the_transition_is_cited_and_a_step_does_not_come_before_acceptance():
    found = complaints.follows_new_text(on=NEW, accepted_on=OLD, step=Step.DIALOGUE)
    assert found.citation == f"khoản 1 Điều 21 {DECREE}; khoản 1 Điều 22 {DECREE}"
    with pytest.raises(Refused, match="trước ngày thụ lý"):
        complaints.follows_new_text(on=OLD, accepted_on=NEW, step=Step.DIALOGUE)


@pytest.mark.parametrize(
    ("asked", "criterion"),
    [
        ({"places": 2}, "hai địa điểm"),
        ({"contents": 2}, "hai nội dung"),
        ({"many_people": True}, "nhiều người"),
        ({"abroad": True}, "nước ngoài"),
        ({"many_bodies": True}, "nhiều cơ quan"),
        ({"bodies_differ": True}, "ý kiến khác nhau"),
        ({"evidence_conflicts": True}, "mâu thuẫn"),
    ],
)
def test_any_one_of_seven_criteria_makes_a_complaint_complex(asked, criterion):
    found = complaint_is_complex(on=NEW, **asked)
    assert found.result is True
    assert "có 1 tiêu chí (" in found.explanation
    assert criterion in found.explanation
    assert "lưu trong hồ sơ" in found.explanation
    assert (found.citation, found.provisional) == (f"Điều 2 {DECREE}", False)
    others = dict.fromkeys(("many_people", "abroad", "many_bodies", "bodies_differ", "evidence_conflicts"), False)
    assert found.inputs == {"on": NEW, "places": 1, "contents": 1, **others, **asked}


def test_a_complaint_with_no_criterion_is_not_complex_and_one_with_all_names_all():
    plain = complaint_is_complex(on=NEW)
    assert plain.result is False
    assert "chưa có tiêu chí nào" in plain.explanation
    everything = complaint_is_complex(
        on=NEW,
        places=3,
        contents=3,
        many_people=True,
        abroad=True,
        many_bodies=True,
        bodies_differ=True,
        evidence_conflicts=True,
    )
    assert "có 7 tiêu chí" in everything.explanation
    assert all(item.label in everything.explanation for item in CRITERIA)


def test_complexity_had_no_criteria_before_the_decree_and_needs_real_counts():
    with pytest.raises(NotYetInForce):
        complaint_is_complex(on=OLD, places=2)
    with pytest.raises(Refused, match="Số địa điểm phải xác minh"):
        complaint_is_complex(on=NEW, places=0)
    with pytest.raises(Refused, match="Số nội dung phải xác minh"):
        complaint_is_complex(on=NEW, contents=0)


days = st.dates(date(2013, 1, 1), date(2026, 6, 1))


@given(day=days, later=st.integers(0, 400), hard=st.booleans(), far=st.booleans())
@settings(max_examples=50)
def test_a_later_start_never_gives_an_earlier_end(day, later, hard, far):
    after = day + timedelta(days=later)
    for rule in (due.first, due.second):
        assert rule(since=after, complex=hard, remote=far).result >= rule(since=day, complex=hard, remote=far).result
    assert due.send_first(since=after).result >= due.send_first(since=day).result


@given(day=days)
@settings(max_examples=50)
def test_a_harder_case_and_a_farther_place_never_have_less_time(day):
    for rule in (due.first, due.second):
        plain = rule(since=day).result
        assert plain <= rule(since=day, complex=True).result <= rule(since=day, complex=True, remote=True).result
        assert plain <= rule(since=day, remote=True).result <= rule(since=day, complex=True, remote=True).result
        assert due.first(since=day).result <= due.second(since=day).result
