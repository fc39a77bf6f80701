"""Meetings, teams, ballot papers, signatures and the initiatives of citizens."""

from datetime import date

import pytest

from lawcore.answers import Refused
from lawcore.ballots import RULES, Choice, Matter, Scope, Who, admissible_by_dates
from lawcore.dated import NotYetInForce

DAY = date(2026, 6, 10)
LAW = "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15"
DECREE = "Nghị định số 59/2023/NĐ-CP"
BEFORE_DECREE = date(2023, 8, 14)


def ask(code, **question):
    """The answer, after checking what every answer must hold."""
    answer = RULES[code](**question)
    assert answer.rule == code
    assert set(question) <= set(answer.inputs)
    assert {key: answer.inputs[key] for key in question} == question
    return answer


@pytest.mark.parametrize(
    ("scope", "who", "words"),
    [
        (
            "village",
            Who.VILLAGE_HEAD,
            "Trưởng thôn đưa nội dung ra để Nhân dân bàn và quyết định, sau khi thống nhất với Trưởng ban công tác Mặt trận",
        ),
        ("commune", Who.COMMUNE_CHAIR, "sau khi thống nhất với Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam cấp xã"),
    ],
)
def test_who_proposes(scope, who, words):
    answer = ask("decision.proposer", scope=Scope(scope), matter=Matter("15.1"), on=DAY)
    assert answer.result is who
    assert words in answer.explanation
    assert "Công dân cũng có thể nêu sáng kiến" in answer.explanation
    assert answer.citation == f"khoản 1, 2 Điều 16 {LAW}"
    assert RULES["decision.proposer"](on=DAY).result is Who.VILLAGE_HEAD
    with pytest.raises(Refused):
        RULES["decision.proposer"](scope=Scope.COMMUNE, matter=Matter("15.6"), on=DAY)


@pytest.mark.parametrize(
    ("question", "who", "point", "words"),
    [
        ({"matter": "15.1"}, Who.VILLAGE_HEAD, "a", "cuộc họp bàn nội dung khoản 1 Điều 15"),
        ({"matter": "15.2"}, Who.VILLAGE_HEAD, "a", "Trưởng thôn triệu tập và chủ trì: "),
        ({"matter": "15.3"}, Who.VILLAGE_HEAD, "a", "khoản 3 Điều 15"),
        ({"matter": "15.5"}, Who.VILLAGE_HEAD, "a", "khoản 5 Điều 15"),
        ({"matter": "15.6", "same_person": True}, Who.VILLAGE_HEAD, "a", "khoản 6 Điều 15"),
        ({"matter": "15.4"}, Who.ELECTION_TEAM, "b", "Tổ bầu cử triệu tập và chủ trì: cuộc họp bầu Trưởng thôn."),
        ({"matter": "15.4", "vacant": True}, Who.ELECTION_TEAM, "b", "cuộc họp bầu Trưởng thôn."),
        ({"matter": "15.4", "dismissal": True}, Who.FRONT_HEAD, "c", "cho thôi làm Trưởng thôn."),
        (
            {"matter": "15.4", "dismissal": True, "same_person": True},
            Who.COMMUNE_CHAIR,
            "c",
            "thống nhất trước với Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam cấp xã",
        ),
        ({"matter": "15.6", "vacant": True}, Who.APPOINTED, "d", "công dân có uy tín cư trú tại thôn"),
        ({"matter": "15.1", "vacant": True, "same_person": True}, Who.APPOINTED, "d", "khuyết Trưởng thôn"),
    ],
)
def test_who_convenes_and_chairs(question, who, point, words):
    answer = ask("meeting.convener", **{**question, "matter": Matter(question["matter"])}, on=DAY)
    assert answer.result is who
    assert answer.explanation[0].isupper()
    assert answer.citation == f"khoản 1 Điều 18 {LAW}; điểm {point} khoản 1 Điều 3 {DECREE}"
    assert words in answer.explanation


def test_before_the_decree_the_law_named_the_convener_of_all_but_elections():
    assert ask("meeting.convener", matter=Matter("15.1"), on=BEFORE_DECREE).citation == f"khoản 1 Điều 18 {LAW}"
    vacant = ask("meeting.convener", matter=Matter("15.1"), vacant=True, on=BEFORE_DECREE)
    assert vacant.citation == f"khoản 1 Điều 18 {LAW}"
    for dismissal in (False, True):
        with pytest.raises(NotYetInForce):
            ask("meeting.convener", matter=Matter("15.4"), dismissal=dismissal, on=BEFORE_DECREE)


@pytest.mark.parametrize(
    ("households", "scattered", "allowed"),
    [
        (199, False, False),
        (200, False, True),
        (201, False, True),
        (199, True, True),
        (1, True, True),
        (500, True, True),
    ],
)
def test_clusters_from_two_hundred_households_or_where_dwellings_are_scattered(households, scattered, allowed):
    answer = ask("meeting.clusters_allowed", households=households, scattered=scattered, on=DAY)
    assert answer.result is allowed
    assert answer.citation == f"khoản 3 Điều 18 {LAW}; khoản 6 Điều 3 {DECREE}"
    before = ask("meeting.clusters_allowed", households=households, scattered=scattered, on=date(2023, 8, 14))
    assert (before.result, before.citation) == (allowed, f"khoản 3 Điều 18 {LAW}")


def test_clusters_are_explained():
    no = ask("meeting.clusters_allowed", households=199, on=DAY)
    assert no.explanation == "Không họp theo cụm: thôn có 199 hộ, dưới 200 hộ và sống tập trung."
    many = ask("meeting.clusters_allowed", households=200, on=DAY)
    assert many.explanation.startswith(
        "Có thể họp theo cụm: thôn có từ 200 hộ trở lên. Ủy ban nhân dân cấp xã quyết định"
    )
    scattered = ask("meeting.clusters_allowed", households=20, scattered=True, on=DAY)
    assert scattered.explanation.startswith("Có thể họp theo cụm: thôn sống không tập trung.")
    with pytest.raises(Refused, match="Tổng số hộ của thôn"):
        ask("meeting.clusters_allowed", households=0, on=DAY)


@pytest.mark.parametrize(
    ("matter", "needed"),
    [("15.1", True), ("15.2", True), ("15.3", True), ("15.4", False), ("15.5", False), ("15.6", False)],
)
def test_documents_go_ahead_of_the_meeting_for_clauses_one_to_three(matter, needed):
    answer = ask("meeting.documents_required", matter=Matter(matter), on=DAY)
    assert answer.result is needed
    assert answer.citation == f"khoản 4 Điều 3 {DECREE}"
    must = "phải" if needed else "không bắt buộc phải"
    assert answer.explanation == (
        f"Nội dung khoản {matter[-1]} Điều 15 {must} gửi tài liệu đến từng hộ trước cuộc họp."
    )


@pytest.mark.parametrize(
    ("present", "agree", "passed"),
    [(80, 40, False), (80, 41, True), (81, 40, False), (81, 41, True), (1, 1, True), (1, 0, False), (2, 1, False)],
)
@pytest.mark.parametrize(
    ("choice", "point", "called"),
    [("secretary", "a", "Thư ký cuộc họp"), ("method", "b", "Cách biểu quyết"), ("tellers", "c", "Ban kiểm phiếu")],
)
def test_the_meeting_chooses_by_more_than_half_of_those_present(present, agree, passed, choice, point, called):
    answer = ask("meeting.chosen", choice=Choice(choice), present=present, agree=agree, on=DAY)
    assert answer.result is passed
    assert answer.citation == f"điểm {point} khoản 5 Điều 3 {DECREE}"
    assert answer.explanation.startswith(called)


def test_the_choice_of_the_meeting_is_explained():
    answer = ask("meeting.chosen", choice=Choice.SECRETARY, present=80, agree=40, on=DAY)
    assert answer.explanation == (
        "Thư ký cuộc họp chưa được quyết định: 40 người đồng ý, cần ít nhất 41, quá một nửa trong 80 đại diện hộ có mặt."
    )
    assert (
        "Thư ký cuộc họp được quyết định: 41"
        in ask("meeting.chosen", choice=Choice.SECRETARY, present=80, agree=41, on=DAY).explanation
    )
    for present, agree in [(0, 0), (10, 11), (10, -1)]:
        with pytest.raises(Refused):
            ask("meeting.chosen", choice=Choice.SECRETARY, present=present, agree=agree, on=DAY)
    with pytest.raises(NotYetInForce):
        ask("meeting.chosen", choice=Choice.SECRETARY, present=10, agree=6, on=BEFORE_DECREE)


@pytest.mark.parametrize(("hands", "votes"), [(0, 0), (1, 1), (2, 1), (5, 1)])
def test_wife_and_husband_have_one_vote(hands, votes):
    answer = ask("meeting.votes_of_household", hands=hands, on=DAY)
    assert answer.result == votes
    assert answer.explanation == (
        f"Tính {votes} phiếu: mỗi hộ có một người đại diện và một phiếu; hộ này có {hands} người biểu quyết."
    )
    assert answer.citation == f"khoản 2 Điều 18 {LAW}; khoản 3 Điều 19 {LAW}"
    with pytest.raises(Refused):
        ask("meeting.votes_of_household", hands=-1, on=DAY)


@pytest.mark.parametrize(("members", "fits"), [(0, False), (2, False), (3, True), (4, True), (5, True), (6, False)])
@pytest.mark.parametrize(
    ("code", "called", "citation"),
    [
        ("meeting.tellers_size", "Ban kiểm phiếu", f"điểm c khoản 5 Điều 3 {DECREE}"),
        ("ballot.team_size", "Tổ phát phiếu lấy ý kiến", f"khoản 2 Điều 19 {LAW}; khoản 3 Điều 4 {DECREE}"),
        ("online.team_size", "Tổ lấy ý kiến biểu quyết trực tuyến", f"điểm b khoản 2 Điều 5 {DECREE}"),
    ],
)
def test_teams_have_three_to_five_members(members, fits, code, called, citation):
    answer = ask(code, members=members, on=DAY)
    assert answer.result is fits
    assert answer.citation == citation
    verdict = "đúng" if fits else "không đúng"
    assert answer.explanation == (
        f"{called} phải có từ 3 đến 5 người, kể cả người đứng đầu; {members} người là {verdict}."
    )
    with pytest.raises(Refused, match=f"Số người của {called}"):
        ask(code, members=-1, on=DAY)


def test_the_size_of_the_ballot_team_stands_in_the_law_itself():
    assert ask("ballot.team_size", members=3, on=BEFORE_DECREE).citation == f"khoản 2 Điều 19 {LAW}"
    by_law_alone = [ask("ballot.team_size", members=members, on=BEFORE_DECREE).result for members in range(2, 7)]
    assert by_law_alone == [False, True, True, True, False]


@pytest.mark.parametrize(
    ("leader", "fits"),
    [
        ("front_member", True),
        ("front_head", True),
        ("village_head", False),
        ("resident", False),
        ("commune_chair", False),
    ],
)
@pytest.mark.parametrize(
    ("code", "called", "citation"),
    [
        ("ballot.team_leader", "Tổ phát phiếu lấy ý kiến", f"khoản 3 Điều 4 {DECREE}"),
        ("online.team_leader", "Tổ lấy ý kiến biểu quyết trực tuyến", f"điểm b khoản 2 Điều 5 {DECREE}"),
    ],
)
def test_the_front_board_leads_the_team(leader, fits, code, called, citation):
    answer = ask(code, leader=Who(leader), on=DAY)
    assert answer.result is fits
    assert answer.citation == citation
    assert answer.explanation == (
        f"Tổ trưởng {called} phải là đại diện Ban công tác Mặt trận; {Who(leader).words} là "
        f"{'đúng' if fits else 'không đúng'}."
    )


@pytest.mark.parametrize(("representatives", "enough"), [(0, False), (1, False), (2, True), (3, True)])
@pytest.mark.parametrize(
    ("code", "citation"),
    [
        ("meeting.count_witnessed", f"điểm c khoản 5 Điều 3 {DECREE}"),
        ("ballot.count_witnessed", f"điểm a khoản 6 Điều 4 {DECREE}"),
    ],
)
def test_two_representatives_watch_the_count(representatives, enough, code, citation):
    answer = ask(code, representatives=representatives, on=DAY)
    assert (answer.result, answer.citation) == (enough, citation)
    assert answer.explanation == (
        f"{'Đủ' if enough else 'Chưa đủ'}: phải có 2 đại diện hộ gia đình chứng kiến việc kiểm phiếu, đã có "
        f"{representatives}."
    )
    with pytest.raises(Refused):
        ask(code, representatives=-1, on=DAY)


@pytest.mark.parametrize(("copies", "enough"), [(0, False), (2, False), (3, True), (4, True)])
def test_minutes_of_the_count_are_made_in_three_copies(copies, enough):
    answer = ask("meeting.minutes_copies", copies=copies, on=DAY)
    assert (answer.result, answer.citation) == (enough, f"điểm c khoản 5 Điều 3 {DECREE}")
    assert answer.explanation.startswith(
        f"{'Đủ' if enough else 'Chưa đủ'}: có {copies} bản, cần 3 bản biên bản kiểm phiếu"
    )
    with pytest.raises(Refused):
        ask("meeting.minutes_copies", copies=-1, on=DAY)


def test_one_paper_for_each_household():
    answer = ask("ballot.papers_needed", households=151, on=DAY)
    assert (answer.result, answer.citation) == (151, f"khoản 3 Điều 19 {LAW}")
    assert answer.explanation == "Phát 151 phiếu: mỗi hộ 1 phiếu, thôn có 151 hộ."
    assert ask("ballot.papers_needed", households=1, on=DAY).result == 1
    with pytest.raises(Refused):
        ask("ballot.papers_needed", households=0, on=DAY)


@pytest.mark.parametrize(
    ("scope", "sealed", "signed", "complete"),
    [
        ("commune", False, True, False),  # no hanging seal of the commune
        ("commune", True, False, True),
        ("village", True, False, False),  # not signed by the village head
        ("village", False, True, True),
        ("village", False, False, False),
    ],
)
def test_a_paper_bears_a_seal_or_a_signature(scope, sealed, signed, complete):
    answer = ask("ballot.paper_complete", scope=Scope(scope), sealed=sealed, signed=signed, on=DAY)
    assert (answer.result, answer.citation) == (complete, f"điểm b khoản 5 Điều 4 {DECREE}")
    head = "Phiếu đúng quy định, đã có" if complete else "Phiếu chưa đúng quy định, còn thiếu"
    mark = {
        "commune": "dấu treo của Ủy ban nhân dân cấp xã ở phía trên bên trái",
        "village": "chữ ký trực tiếp của Trưởng thôn ở góc phải phía dưới",
    }[scope]
    assert answer.explanation == f"{head} {mark}."
    assert not RULES["ballot.paper_complete"](scope=Scope(scope), on=DAY).result
    with pytest.raises(Refused):
        ask("ballot.paper_complete", scope=Scope.COMMUNE, matter=Matter("15.3"), on=DAY)


@pytest.mark.parametrize(
    ("households", "agree", "passed"),
    [
        (120, 60, False),
        (120, 61, True),
        (1, 1, True),
        (2, 1, False),
        (3, 2, True),
        (151, 75, False),
        (151, 76, True),
    ],
)
@pytest.mark.parametrize(
    ("code", "yes", "no", "agreeing", "citation"),
    [
        (
            "online.may_start",
            "Được mở",
            "Chưa được mở",
            "chọn biểu quyết trực tuyến",
            f"điểm c khoản 2 Điều 5 {DECREE}",
        ),
        (
            "online.adopted",
            "Thông qua",
            "Chưa thông qua",
            "đồng ý",  # 70 vote online and 60 agree: not enough of 120
            f"khoản 1 Điều 21 {LAW}; điểm b khoản 4 Điều 5 {DECREE}",
        ),
    ],
)
def test_online_needs_more_than_half_of_all_households_twice(
    households, agree, passed, code, yes, no, agreeing, citation
):
    answer = ask(code, households=households, agree=agree, on=DAY)
    assert (answer.result, answer.citation) == (passed, citation)
    least = households // 2 + 1
    assert answer.explanation == (
        f"{yes if passed else no}: có {agree} hộ {agreeing}, cần ít nhất {least} hộ, quá một nửa của {households} hộ "
        "trong thôn, không phải của số hộ đã biểu quyết."
    )
    for impossible in ({"households": 0, "agree": 0}, {"households": 5, "agree": 6}):
        with pytest.raises(Refused):
            ask(code, **impossible, on=DAY)


PARTS = (
    "has_time",
    "has_households",
    "has_present",
    "has_absent",
    "has_subject",
    "has_form",
    "has_outcome",
    "has_decision",
    "has_signatures",
)


@pytest.mark.parametrize(
    ("absent", "words"),
    [
        ("has_time", "thời gian bàn và quyết định"),
        ("has_households", "tổng số hộ"),
        ("has_present", "số người đại diện hộ có mặt"),
        ("has_absent", "số hộ không có người dự"),  # the households without a representative are not counted
        ("has_subject", "nội dung đã bàn"),
        ("has_form", "hình thức quyết định"),
        ("has_outcome", "kết quả biểu quyết hoặc tổng hợp phiếu"),
        ("has_decision", "nội dung quyết định"),
        ("has_signatures", "chữ ký"),
    ],
)
def test_a_decision_that_leaves_something_out_is_incomplete(absent, words):
    answer = ask("decision.complete", **{part: part != absent for part in PARTS}, on=DAY)
    assert not answer.result
    assert answer.explanation == f"Văn bản còn thiếu: {words}."
    assert answer.citation == f"khoản 2 Điều 20 {LAW}"


def test_a_decision_that_says_everything_is_complete():
    answer = ask("decision.complete", **dict.fromkeys(PARTS, True), on=DAY)
    assert answer.result
    assert answer.explanation == "Văn bản có đủ các nội dung chủ yếu."
    nothing = ask("decision.complete", on=DAY)
    assert not nothing.result
    assert nothing.explanation.count(";") == len(PARTS) - 1


SECOND, ONE = "second_member", "one_signature"


@pytest.mark.parametrize(
    (
        "village_head",
        "front_head",
        "representatives",
        "same_person",
        "front_member",
        "reading",
        "signed",
        "provisional",
    ),
    [
        (True, True, 2, False, False, SECOND, True, False),
        (True, True, 1, False, False, SECOND, False, False),  # only one representative signed
        (True, True, 0, False, True, SECOND, False, False),
        (True, True, 3, False, False, SECOND, True, False),
        (False, True, 2, False, False, SECOND, False, False),
        (True, False, 2, False, False, SECOND, False, False),
        (True, False, 2, False, True, SECOND, False, False),  # another member does not stand in for the head
        (True, True, 2, True, False, SECOND, False, True),
        (True, False, 2, True, True, SECOND, True, False),
        (False, True, 2, True, True, SECOND, True, False),
        (True, False, 2, True, False, ONE, True, True),
        (True, True, 2, True, True, ONE, True, False),
        (False, False, 2, True, True, SECOND, False, False),
        (False, False, 2, True, False, ONE, False, False),
        (True, True, 1, True, False, SECOND, False, False),
        (True, True, 1, True, False, ONE, False, False),
    ],
)
def test_who_must_sign(
    village_head, front_head, representatives, same_person, front_member, reading, signed, provisional
):
    answer = ask(
        "decision.signed",
        village_head=village_head,
        front_head=front_head,
        representatives=representatives,
        same_person=same_person,
        front_member=front_member,
        on=DAY,
        one_person_signs=reading,
    )
    assert (answer.result, answer.provisional) == (signed, provisional)
    assert bool(answer.assumptions) is same_person
    assert answer.citation == f"điểm g khoản 2 Điều 20 {LAW}"


@pytest.mark.parametrize(
    ("question", "explanation"),
    [
        (
            {"village_head": True, "front_head": True, "representatives": 2},
            "Đủ chữ ký của Trưởng thôn, Trưởng ban công tác Mặt trận và 2 đại diện hộ gia đình.",
        ),
        (
            {"village_head": False, "front_head": False, "representatives": 1},
            "Còn thiếu chữ ký của: Trưởng thôn; Trưởng ban công tác Mặt trận; 1 đại diện hộ gia đình.",
        ),
        (
            {"village_head": False, "front_head": False, "representatives": 0, "same_person": True},
            (
                "Còn thiếu chữ ký của: Trưởng thôn kiêm Trưởng ban công tác Mặt trận; 2 đại diện hộ gia đình; một thành viên "
                "khác của Ban công tác Mặt trận."
            ),
        ),
    ],
)
def test_missing_signatures_are_named(question, explanation):
    assert ask("decision.signed", **question, on=DAY).explanation == explanation


def test_unreadable_signatures_are_refused():
    with pytest.raises(Refused, match="Số đại diện hộ đã ký"):
        ask("decision.signed", village_head=True, front_head=True, representatives=-1, on=DAY)
    with pytest.raises(Refused, match="one_person_signs") as refusal:
        ask("decision.signed", village_head=True, front_head=True, representatives=2, on=DAY, one_person_signs="none")
    assert refusal.value.allowed == (SECOND, ONE)


COLLECTED = date(2026, 5, 1)


@pytest.mark.parametrize(
    ("households", "agree", "front_agrees", "admissible"),
    [
        (143, 14, False, False),  # fifteen are needed
        (143, 15, False, True),
        (143, 14, True, True),
        (100, 10, False, True),  # exactly a tenth
        (100, 9, False, False),
        (100, 5, True, True),  # too few, but the Front board agrees
        (101, 10, False, False),
        (101, 11, False, True),
        (1, 0, False, False),
        (1, 1, False, True),
        (50, 5, False, True),
        (51, 5, False, False),
        (51, 6, False, True),
    ],
)
def test_a_tenth_of_the_households_puts_an_initiative_to_the_community(households, agree, front_agrees, admissible):
    question = {"households": households, "on": DAY, "front_agrees": front_agrees}
    answer = ask("initiative.admissible", agree=agree, collected_on=COLLECTED, **question)
    assert answer.result is admissible
    assert answer.citation == f"khoản 3 Điều 16 {LAW}"
    by_dates = admissible_by_dates(consents=[COLLECTED] * agree, **question)
    assert (by_dates.result, by_dates.explanation) == (admissible, answer.explanation)
    assert by_dates.inputs["consents"] == (COLLECTED,) * agree


@pytest.mark.parametrize(
    ("collected_on", "until"),
    [
        (date(2025, 11, 30), date(2026, 2, 28)),  # February has no 30th
        (date(2025, 11, 28), date(2026, 2, 28)),
        (date(2026, 1, 15), date(2026, 4, 15)),
        (date(2026, 3, 10), date(2026, 6, 10)),
        (date(2026, 2, 28), date(2026, 5, 28)),
        (date(2026, 4, 30), date(2026, 7, 30)),
    ],
)
def test_a_consent_holds_three_months(collected_on, until):
    answer = ask("initiative.consent_until", collected_on=collected_on)
    assert answer.result == until
    assert answer.explanation == (
        f"Ý kiến đồng thuận ngày {collected_on:%d/%m/%Y} có giá trị 3 tháng, đến hết ngày {until:%d/%m/%Y}."
    )
    assert answer.citation == f"khoản 3 Điều 16 {LAW}"


@pytest.mark.parametrize(
    ("on", "admissible"), [(date(2026, 2, 27), True), (date(2026, 2, 28), True), (date(2026, 3, 1), False)]
)
def test_a_lapsed_consent_is_not_counted(on, admissible):
    question = {"households": 100, "agree": 10, "collected_on": date(2025, 11, 30)}
    assert ask("initiative.admissible", **question, on=on).result is admissible


def test_each_consent_lapses_by_itself():
    consents = [date(2026, 3, 9)] * 3 + [date(2026, 3, 10)] * 12
    answer = admissible_by_dates(households=143, consents=consents, on=DAY)
    assert not answer.result
    assert answer.explanation == (
        "Chưa phải đưa ra cộng đồng dân cư vì chưa đủ tỷ lệ và Ban công tác Mặt trận chưa tán thành. Có 12 hộ đồng thuận "
        "còn giá trị; cần ít nhất 15 hộ để đạt 10% của 143 hộ. Không tính 3 ý kiến đã hết giá trị sau 3 tháng."
    )
    assert admissible_by_dates(households=143, consents=[*consents[3:], DAY, DAY, DAY], on=DAY).result


def test_an_initiative_is_explained():
    enough = ask("initiative.admissible", households=100, agree=10, collected_on=DAY, on=DAY)
    assert enough.explanation == (
        "Trưởng thôn phải đưa ra cộng đồng dân cư, nếu không trái pháp luật và đạo đức xã hội. Có 10 hộ đồng thuận còn "
        "giá trị; cần ít nhất 10 hộ để đạt 10% của 100 hộ."
    )
    front = ask("initiative.admissible", households=100, agree=5, collected_on=DAY, on=DAY, front_agrees=True)
    assert front.explanation.startswith("Chưa đủ tỷ lệ nhưng Ban công tác Mặt trận tán thành")
    lapsed = ask("initiative.admissible", households=100, agree=5, collected_on=date(2025, 11, 30), on=DAY)
    assert lapsed.explanation.endswith(
        "Có 0 hộ đồng thuận còn giá trị; cần ít nhất 10 hộ để đạt 10% của 100 hộ. Ý kiến đồng thuận ngày 30/11/2025 có giá "
        "trị 3 tháng, đến hết ngày 28/02/2026."
    )


def test_impossible_initiatives_are_refused():
    late = {"households": 100, "agree": 10, "collected_on": date(2026, 6, 11), "on": DAY}
    with pytest.raises(Refused, match="Ngày lấy ý kiến 11/06/2026 sau ngày 10/06/2026 xem xét"):
        ask("initiative.admissible", **late)
    for counts in ({"households": 0, "agree": 0}, {"households": 5, "agree": 6}):
        with pytest.raises(Refused):
            ask("initiative.admissible", **counts, collected_on=DAY, on=DAY)
        with pytest.raises(Refused):
            admissible_by_dates(households=counts["households"], consents=[DAY] * counts["agree"], on=DAY)
    with pytest.raises(Refused, match="Có ý kiến đồng thuận sau ngày 10/06/2026 xem xét"):
        admissible_by_dates(households=5, consents=[DAY, date(2026, 6, 11)], on=DAY)
    with pytest.raises(NotYetInForce):
        ask("initiative.consent_until", collected_on=date(2023, 6, 30))
