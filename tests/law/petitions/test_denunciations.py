"""Denunciations: limits, who settles, who may know the denouncer, what a withdrawal does."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawcore.answers import Refused
from lawcore.dated import NotYetInForce
from lawcore.petitions import denunciation_deadlines as due
from lawcore.petitions import denunciation_duties as duties
from lawcore.petitions import denunciations
from lawcore.petitions.amended import NOTE
from lawcore.petitions.complexity import Complexity, denunciation_complexity
from lawcore.petitions.denunciation_duties import Discipline
from lawcore.petitions.denunciations import Denounced, Handling, Withdrawal
from lawcore.petitions.settlers import NO_DISTRICT, Settler

SINCE = date(2019, 1, 1)
OLD = date(2026, 6, 30)
NEW = date(2026, 7, 1)
LAW = "Luật Tố cáo số 25/2018/QH14"
DECREE = "Nghị định số 31/2019/NĐ-CP"
AMENDING = "Nghị định số 156/2026/NĐ-CP"


@pytest.mark.parametrize(
    ("rule", "code", "since", "by", "article", "words"),
    [
        (due.acceptance, "acceptance", date(2026, 8, 3), date(2026, 8, 12), "khoản 1 Điều 24", "thụ lý"),
        (due.transfer, "transfer", date(2026, 8, 3), date(2026, 8, 10), "khoản 2 Điều 24", "thẩm quyền"),
        (due.forwarder, "forwarder", date(2026, 8, 3), date(2026, 8, 24), "khoản 2 Điều 26", "báo chí"),  # CN 23/8
        (due.forwarder, "forwarder", date(2026, 3, 3), date(2026, 3, 23), "khoản 2 Điều 26", "báo chí"),
        (due.notify, "notify", date(2026, 8, 12), date(2026, 8, 19), "khoản 3 Điều 29", "không lộ danh tính"),
        (due.resolution, "resolution", date(2026, 8, 12), date(2026, 9, 11), "khoản 1 Điều 30", "Giải quyết tố cáo"),
        (due.suspension, "suspension", date(2026, 3, 2), date(2026, 3, 9), "khoản 4 Điều 34", "tạm đình chỉ"),
        (due.conclusion, "conclusion", date(2026, 3, 2), date(2026, 3, 9), "khoản 3 Điều 35", "kết luận"),
        (due.action, "action", date(2026, 3, 2), date(2026, 3, 11), "khoản 1 Điều 36", "Xử lý theo kết luận"),
        (due.action_result, "result", date(2026, 3, 2), date(2026, 3, 9), "khoản 3 Điều 36", "kết quả xử lý"),
        (due.again, "again", date(2026, 3, 2), date(2026, 3, 23), "khoản 2 Điều 37", "tố cáo tiếp"),  # CN 22/3
        (due.again, "again", date(2026, 3, 3), date(2026, 3, 23), "khoản 2 Điều 37", "tố cáo tiếp"),
        (due.report_asked, "report_asked", date(2026, 3, 2), date(2026, 3, 9), "khoản 2 Điều 38", "yêu cầu báo cáo"),
        (due.report, "report", date(2026, 3, 2), date(2026, 3, 9), "khoản 3 Điều 38", "gửi báo cáo"),
        (due.publication, "publication", date(2026, 3, 2), date(2026, 3, 11), "khoản 1 Điều 40", "không lộ"),
    ],
)
def test_each_step_has_its_limit_and_its_article(rule, code, since, by, article, words):
    found = rule(since=since)
    assert (found.result, found.citation) == (by, f"{article} {LAW}")
    assert found.rule == f"deadline.denunciation.{code}"
    assert words in found.explanation
    assert f"chậm nhất ngày {by:%d/%m/%Y}" in found.explanation
    assert found.inputs["since"] == since


STEPS = [
    due.acceptance,
    due.transfer,
    due.forwarder,
    due.notify,
    due.resolution,
    due.suspension,
    due.conclusion,
    due.action,
    due.action_result,
    due.again,
    due.report_asked,
    due.report,
    due.publication,
]


@pytest.mark.parametrize("rule", STEPS)
def test_each_limit_is_certain_before_the_amendment_and_provisional_since(rule):
    assert (rule(since=date(2026, 3, 2)).provisional, rule(since=date(2026, 3, 2)).assumptions) == (False, ())
    assert (rule(since=NEW).provisional, rule(since=NEW).assumptions) == (True, (NOTE,))
    with pytest.raises(NotYetInForce):
        rule(since=date(2018, 12, 31))


@pytest.mark.parametrize(("many_places", "by"), [(False, date(2026, 8, 12)), (True, date(2026, 8, 17))])
def test_checking_in_many_places_gives_ten_working_days_in_all(many_places, by):
    found = due.acceptance(since=date(2026, 8, 3), many_places=many_places)
    assert (found.result, found.citation, found.version) == (by, f"khoản 1 Điều 24 {LAW}", SINCE)
    assert ("nhiều nơi" in found.explanation) is many_places
    assert found.inputs == {"since": date(2026, 8, 3), "many_places": many_places}


@pytest.mark.parametrize(
    ("extensions", "suspended", "by", "clauses", "words"),
    [
        (0, 0, date(2026, 9, 11), "khoản 1", "Giải quyết tố cáo chậm nhất"),
        (1, 0, date(2026, 10, 12), "khoản 1, 2", "gia hạn một lần, vì vụ việc phức tạp"),  # Chủ nhật 11/10
        (1, 1, date(2026, 10, 12), "khoản 1, 2", "đã cộng 1 ngày"),
        (2, 0, date(2026, 11, 10), "khoản 1, 3", "gia hạn hai lần, vì vụ việc đặc biệt phức tạp"),
        (0, 21, date(2026, 10, 2), "khoản 1", "đã cộng 21 ngày tạm đình chỉ"),  # tạm đình chỉ 24/8 đến 14/9
        (1, 21, date(2026, 11, 2), "khoản 1, 2", "đã cộng 21 ngày"),  # Chủ nhật 01/11
        (0, 1, date(2026, 9, 14), "khoản 1", "đã cộng 1 ngày"),  # thứ Bảy 12/9
    ],
)
def test_extensions_add_thirty_days_each_and_a_suspension_does_not_count(extensions, suspended, by, clauses, words):
    found = due.resolution(since=date(2026, 8, 12), extensions=extensions, suspended_days=suspended)
    assert (found.result, found.citation, found.version) == (by, f"{clauses} Điều 30 {LAW}", SINCE)
    assert words in found.explanation
    assert ("tạm đình chỉ" in found.explanation) is bool(suspended)
    assert ("gia hạn" in found.explanation) is bool(extensions)
    assert found.inputs == {"since": date(2026, 8, 12), "extensions": extensions, "suspended_days": suspended}


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"extensions": 3}, "nhiều hơn số lần được phép"),
        ({"extensions": -1}, "Số lần gia hạn"),
        ({"suspended_days": -1}, "Số ngày tạm đình chỉ"),
    ],
)
def test_impossible_extensions_and_suspensions_are_refused(asked, words):
    with pytest.raises(Refused, match=words):
        due.resolution(since=NEW, **asked)


@pytest.mark.parametrize(
    ("reading", "removable"),
    [({}, date(2026, 3, 18)), ({"posting_inclusive": "inclusive"}, date(2026, 3, 17))],
)
def test_a_posted_conclusion_stays_fifteen_days(reading, removable):
    found = due.posting(since=date(2026, 3, 2), **reading)
    assert (found.result, found.citation) == (removable, f"khoản 2 Điều 6 {DECREE}")
    assert found.rule == "minimum.denunciation.posting"
    assert found.provisional
    assert "15 ngày" in found.explanation
    assert found.inputs == {"since": date(2026, 3, 2), "posting_inclusive": "exclusive", **reading}
    assert len(found.assumptions) == 1


@pytest.mark.parametrize(
    ("asked", "level", "clause"),
    [
        ({}, Complexity.ORDINARY, "khoản 2"),
        ({"places": 1, "contents": 1}, Complexity.ORDINARY, "khoản 2"),
        ({"places": 2}, Complexity.COMPLEX, "khoản 2"),
        ({"contents": 2}, Complexity.COMPLEX, "khoản 2"),
        ({"abroad": True}, Complexity.COMPLEX, "khoản 2"),
        ({"places": 2, "contents": 2}, Complexity.SPECIAL, "khoản 3"),
        ({"many_people": True, "many_bodies": True}, Complexity.SPECIAL, "khoản 3"),
        ({"bodies_differ": True, "evidence_conflicts": True, "abroad": True}, Complexity.SPECIAL, "khoản 3"),
    ],
)
def test_one_criterion_makes_a_denunciation_complex_and_two_specially_complex(asked, level, clause):
    found = denunciation_complexity(on=NEW, **asked)
    assert (found.result, found.citation, found.version) == (level, f"{clause} Điều 3 {DECREE}", date(2019, 5, 28))
    assert found.rule == "denunciation.complexity"
    assert not found.provisional
    assert found.explanation.startswith(f"Vụ việc {level.words}:")
    others = dict.fromkeys(("many_people", "abroad", "many_bodies", "bodies_differ", "evidence_conflicts"), False)
    assert found.inputs == {"on": NEW, "places": 1, "contents": 1, **others, **asked}


@pytest.mark.parametrize(
    ("level", "allowed", "words"),
    [
        (Complexity.ORDINARY, 0, "Không được gia hạn"),
        (Complexity.COMPLEX, 1, "Được gia hạn 1 lần: vụ việc phức tạp"),
        (Complexity.SPECIAL, 2, "Được gia hạn 2 lần: vụ việc đặc biệt phức tạp"),
    ],
)
def test_complexity_decides_how_often_a_period_is_extended(level, allowed, words):
    found = denunciations.extensions_allowed(on=OLD, complexity=level)
    assert (found.result, found.citation) == (allowed, f"khoản 2, 3 Điều 30 {LAW}")
    assert words in found.explanation
    assert not found.provisional
    assert denunciations.extensions_allowed(on=NEW, complexity=level).provisional
    assert found.inputs == {"on": OLD, "complexity": level}


CONDITIONS = {"in_form": True, "capable": True, "competent": True, "grounded": True}


@pytest.mark.parametrize(
    ("changed", "accepted", "words"),
    [
        ({}, True, "đủ cả bốn điều kiện"),
        ({"in_form": False}, False, "đúng hình thức"),
        ({"capable": False}, False, "năng lực hành vi"),
        ({"competent": False}, False, "thuộc thẩm quyền"),
        ({"grounded": False}, False, "cơ sở để xác định"),
        ({"after_complaint": True}, False, "có chứng cứ để xác định người giải quyết khiếu nại vi phạm"),
        ({"after_complaint": True, "new_evidence": True}, True, "đủ cả bốn điều kiện"),
    ],
)
def test_a_denunciation_is_accepted_when_all_four_conditions_are_met(changed, accepted, words):
    found = denunciations.accepted(on=OLD, **{**CONDITIONS, **changed})
    assert found.result is accepted
    assert words in found.explanation
    assert ("báo ngay lý do" in found.explanation) is not accepted
    assert (found.citation, found.rule) == (f"khoản 1 Điều 29 {LAW}", "denunciation.accepted")
    assert not found.provisional
    assert found.inputs == {"on": OLD, **CONDITIONS, "after_complaint": False, "new_evidence": False, **changed}


def test_every_lacking_condition_is_named():
    lacking = dict.fromkeys(CONDITIONS, False)
    found = denunciations.accepted(on=NEW, **lacking)
    assert found.explanation.count(";") == 3
    assert found.provisional


@pytest.mark.parametrize(
    ("asked", "handling", "clause", "words"),
    [
        ({"identified": True}, Handling.AS_DENUNCIATION, "khoản 1 Điều 29", "Xử lý như tố cáo"),
        # giấu tên nhưng nêu rõ người vi phạm và có tài liệu: không phải tố cáo, vẫn kiểm tra hoặc chuyển
        (
            {"identified": False, "clear": True, "evidence": True},
            Handling.INSPECT_OR_FORWARD,
            "khoản 2 Điều 25",
            "kiểm",
        ),
        ({"identified": False, "clear": True}, Handling.NOT_PROCESSED, "khoản 1 Điều 25", "Không xử lý"),
        ({"identified": False, "evidence": True}, Handling.NOT_PROCESSED, "khoản 1 Điều 25", "Không xử lý"),
        ({"identified": False}, Handling.NOT_PROCESSED, "khoản 1 Điều 25", "Không xử lý"),
        ({"identified": True, "in_form": False}, Handling.NOT_PROCESSED, "khoản 1 Điều 25", "sai hình thức"),
        (
            {"identified": True, "in_form": False, "clear": True, "evidence": True},
            Handling.INSPECT_OR_FORWARD,
            "khoản 2 Điều 25",
            "thanh tra",
        ),
    ],
)
def test_what_comes_without_a_name_is_no_denunciation_but_may_be_inspected(asked, handling, clause, words):
    found = denunciations.anonymous(on=OLD, **asked)
    assert (found.result, found.citation, found.version) == (handling, f"{clause} {LAW}", SINCE)
    assert words in found.explanation
    assert (found.provisional, denunciations.anonymous(on=NEW, **asked).provisional) == (False, True)
    assert found.inputs == {"on": OLD, "in_form": True, "clear": False, "evidence": False, **asked}


@pytest.mark.parametrize(
    ("asked", "handling", "clause", "words"),
    [
        ({}, Handling.TRANSFER, 2, "Chuyển đến nơi có thẩm quyền"),
        ({"in_person": True}, Handling.GUIDE, 2, "Hướng dẫn"),
        ({"sent_to_competent": True}, Handling.NOT_PROCESSED, 3, "nơi có thẩm quyền đã nhận được"),
        ({"guided_before": True}, Handling.NOT_PROCESSED, 3, "đã hướng dẫn mà vẫn gửi"),
        ({"in_person": True, "guided_before": True}, Handling.NOT_PROCESSED, 3, "đã hướng dẫn"),
    ],
)
def test_a_denunciation_for_another_body_is_passed_on(asked, handling, clause, words):
    found = denunciations.not_competent(on=OLD, **asked)
    assert (found.result, found.citation, found.version) == (handling, f"khoản {clause} Điều 24 {LAW}", SINCE)
    assert words in found.explanation
    assert found.rule == "denunciation.not_competent"
    unset = dict.fromkeys(("in_person", "sent_to_competent", "guided_before"), False)
    assert found.inputs == {"on": OLD, **unset, **asked}


@pytest.mark.parametrize(
    ("denounced", "on", "who", "cite", "provisional"),
    [
        (Denounced.OFFICER, OLD, Settler.COMMUNE_CHAIR, "khoản 1 Điều 13", False),
        (Denounced.ASSIGNED, OLD, Settler.COMMUNE_CHAIR, "Điều 21", False),
        (Denounced.OFFICER, NEW, Settler.COMMUNE_CHAIR, "khoản 1 Điều 13", True),
        # tố cáo Chủ tịch xã gửi tại xã: không thuộc thẩm quyền của xã
        (Denounced.CHAIR, date(2025, 6, 30), Settler.DISTRICT_CHAIR, "điểm a khoản 2 Điều 13", False),
        (Denounced.CHAIR, date(2025, 7, 1), Settler.PROVINCE_CHAIR, "khoản 1 Điều 12", True),
        (Denounced.VICE_CHAIR, date(2025, 6, 30), Settler.DISTRICT_CHAIR, "điểm a khoản 2 Điều 13", False),
        (Denounced.VICE_CHAIR, NEW, Settler.PROVINCE_CHAIR, "khoản 1 Điều 12", True),
        (Denounced.COMMITTEE, date(2025, 6, 30), Settler.DISTRICT_CHAIR, "khoản 6 Điều 12", False),
        (Denounced.COMMITTEE, NEW, Settler.PROVINCE_CHAIR, "khoản 6 Điều 12", True),
    ],
)
def test_the_superior_settles_what_denounces_the_chair(denounced, on, who, cite, provisional):
    found = denunciations.settler(on=on, denounced=denounced)
    assert (found.result, found.citation, found.provisional) == (who, f"{cite} {LAW}", provisional)
    assert found.version == (date(2025, 7, 1) if who is Settler.PROVINCE_CHAIR else SINCE)
    assert found.explanation.startswith(f"{who.words} giải quyết:")
    assert ("phải chuyển đi" in found.explanation) is (who is not Settler.COMMUNE_CHAIR)
    assert (NO_DISTRICT in found.assumptions) is (who is Settler.PROVINCE_CHAIR)
    assert found.inputs == {"on": on, "denounced": denounced}


@pytest.mark.parametrize(
    ("denounced", "words"),
    [
        (Denounced.OFFICER, "trực tiếp quản lý"),
        (Denounced.CHAIR, "người đứng đầu, cấp phó"),
        (Denounced.COMMITTEE, "tố cáo cơ quan"),
    ],
)
def test_why_somebody_settles_is_said(denounced, words):
    assert words in denunciations.settler(on=NEW, denounced=denounced).explanation


@pytest.mark.parametrize(("declined", "words"), [(False, "Cấm tiết lộ họ tên"), (True, "đã tự tiết lộ hoặc từ chối")])
def test_a_denouncers_identity_is_told_to_nobody(declined, words):
    found = denunciations.may_disclose(on=OLD, declined=declined)
    assert found.result is declined
    assert words in found.explanation
    assert found.citation == f"khoản 3 Điều 8 {LAW}; khoản 2 Điều 47 {LAW}"
    assert found.inputs == {"on": OLD, "declined": declined}
    assert denunciations.may_disclose(on=OLD).result is False
    after = denunciations.may_disclose(on=NEW)
    assert (after.citation, after.provisional) == (f"khoản 3 Điều 8 {LAW}; Điều 6 {AMENDING}", False)


@pytest.mark.parametrize(
    ("asked", "on", "outcome", "cite", "words"),
    [
        ({}, OLD, Withdrawal.STOPPED, f"điểm a khoản 3 Điều 34 {LAW}", "Đình chỉ giải quyết"),
        ({"coerced": True}, OLD, Withdrawal.CONTINUES, f"khoản 3 Điều 33 {LAW}", "bị đe dọa"),
        (
            {"coerced": True},
            NEW,
            Withdrawal.CONTINUES,
            f"khoản 3 Điều 33 {LAW}; Điều 1 {AMENDING}",
            "Vẫn phải giải quyết: người tố cáo rút vì bị đe dọa, ép buộc, mua chuộc.",
        ),
        ({}, NEW, Withdrawal.STOPPED, f"điểm a khoản 3 Điều 34 {LAW}", "Đình chỉ giải quyết"),
        ({"concluded": True}, NEW, Withdrawal.TOO_LATE, f"khoản 1 Điều 33 {LAW}", "trước khi có kết luận"),
        ({"signs_of_violation": True}, OLD, Withdrawal.CONTINUES, f"khoản 3 Điều 33 {LAW}", "dấu hiệu vi phạm"),
        ({"slander": True}, OLD, Withdrawal.CONTINUES, f"khoản 3 Điều 33 {LAW}", "vu khống"),
        ({"all_withdrawn": False}, OLD, Withdrawal.CONTINUES, f"khoản 2 Điều 33 {LAW}", "phần còn lại"),
        ({"concluded": True}, OLD, Withdrawal.TOO_LATE, f"khoản 1 Điều 33 {LAW}", "trước khi có kết luận"),
        ({"concluded": True, "coerced": True}, OLD, Withdrawal.TOO_LATE, f"khoản 1 Điều 33 {LAW}", "trước khi"),
    ],
)
def test_a_withdrawal_under_threat_stops_nothing(asked, on, outcome, cite, words):
    found = denunciations.withdrawn(on=on, **asked)
    assert (found.result, found.citation) == (outcome, cite)
    assert found.version == (NEW if AMENDING in cite else SINCE)
    assert words in found.explanation
    assert found.provisional is (on >= NEW and AMENDING not in cite)  # Nghị định 156 tự nêu căn cứ giải quyết tiếp
    unset = {"concluded": False, "all_withdrawn": True, "signs_of_violation": False, "coerced": False, "slander": False}
    assert found.inputs == {"on": on, **unset, **asked}


@pytest.mark.parametrize(("members", "enough"), [(0, False), (1, False), (2, True), (3, True)])
def test_a_verification_team_has_two_members(members, enough):
    found = duties.team_valid(on=NEW, members=members)
    assert (found.result, found.citation) == (enough, f"khoản 1 Điều 10 {DECREE}")
    assert found.explanation.startswith("Đủ:" if enough else "Chưa đủ:")
    assert "ít nhất 2 người" in found.explanation
    assert found.inputs == {"on": NEW, "members": members}


@pytest.mark.parametrize(("copies", "enough"), [(1, False), (2, True)])
def test_minutes_of_a_verification_have_two_copies(copies, enough):
    found = duties.minutes_complete(on=NEW, copies=copies)
    assert (found.result, found.citation) == (enough, f"Điều 11 {DECREE}")
    assert found.explanation.startswith("Đủ:" if enough else "Chưa đủ:")
    assert "ít nhất 2 bản" in found.explanation
    assert found.inputs == {"on": NEW, "copies": copies}


def test_counts_of_duties_cannot_be_negative():
    with pytest.raises(Refused, match="Số thành viên"):
        duties.team_valid(on=NEW, members=-1)
    with pytest.raises(Refused, match="Số bản"):
        duties.minutes_complete(on=NEW, copies=-1)


@pytest.mark.parametrize(
    ("asked", "discipline", "words"),
    [
        ({}, Discipline.REPRIMAND, "khiển trách"),
        ({"leader": True}, Discipline.REPRIMAND, "khiển trách"),
        ({"injury": 30}, Discipline.REPRIMAND, "khiển trách"),
        ({"injury": 31}, Discipline.WARNING, "cảnh cáo, vì người tố cáo bị tổn thương từ 31% đến dưới 61%"),
        ({"injury": 60}, Discipline.WARNING, "cảnh cáo"),
        ({"injury": 31, "leader": True}, Discipline.REMOVAL, "cách chức, vì người tố cáo bị tổn thương từ 31%"),
        ({"injury": 60, "leader": True}, Discipline.REMOVAL, "cách chức"),
        ({"injury": 61}, Discipline.DISMISSAL, "buộc thôi việc hoặc bãi nhiệm"),
        ({"injury": 100, "leader": True}, Discipline.DISMISSAL, "từ 61% trở lên"),
        ({"death": True}, Discipline.DISMISSAL, "vì người tố cáo chết"),
    ],
)
def test_discipline_grows_with_what_the_denouncer_suffered(asked, discipline, words):
    found = duties.discipline(on=NEW, **asked)
    assert (found.result, found.citation, found.provisional) == (discipline, f"Điều 6 {AMENDING}", False)
    assert found.version == NEW
    assert words in found.explanation
    assert found.inputs == {"on": NEW, "injury": 0, "death": False, "leader": False, **asked}


def test_a_rate_of_injury_is_a_percentage():
    for injury in (-1, 101):
        with pytest.raises(Refused, match="Tỷ lệ tổn thương cơ thể"):
            duties.discipline(on=NEW, injury=injury)
    with pytest.raises(NotYetInForce):
        duties.discipline(on=OLD)


@pytest.mark.parametrize(
    ("accepted_on", "on", "follows", "cite"),
    [
        (date(2026, 6, 20), NEW, True, f"khoản 1 Điều 10 {AMENDING}"),
        (date(2026, 6, 20), OLD, False, f"Điều 30 {LAW}"),
        (NEW, NEW, True, f"khoản 1 Điều 10 {AMENDING}"),
    ],
)
def test_open_cases_pass_to_the_new_text(accepted_on, on, follows, cite):
    found = denunciations.follows_new_text(on=on, accepted_on=accepted_on)
    assert (found.result, found.citation, found.provisional) == (follows, cite, False)
    assert found.explanation.startswith("Theo quy định mới" if follows else "Theo quy định cũ")
    assert found.inputs == {"on": on, "accepted_on": accepted_on}


def test_a_step_does_not_come_before_acceptance():
    with pytest.raises(Refused, match="trước ngày thụ lý"):
        denunciations.follows_new_text(on=OLD, accepted_on=NEW)


days = st.dates(date(2019, 6, 1), date(2027, 12, 31))


@given(day=days, later=st.integers(0, 400), rule=st.sampled_from(STEPS))
@settings(max_examples=50)
def test_a_later_start_never_gives_an_earlier_end(day, later, rule):
    assert rule(since=day + timedelta(days=later)).result >= rule(since=day).result


@given(day=days, extensions=st.integers(0, 1), suspended=st.integers(0, 200))
@settings(max_examples=50)
def test_more_extensions_and_longer_suspensions_never_shorten(day, extensions, suspended):
    less = due.resolution(since=day, extensions=extensions, suspended_days=suspended).result
    assert due.resolution(since=day, extensions=extensions + 1, suspended_days=suspended).result > less
    assert due.resolution(since=day, extensions=extensions, suspended_days=suspended + 1).result >= less
