"""Village conventions, from the proposal to their recognition."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawcore.answers import Refused
from lawcore.conventions import MINIMUM, RULES, Form
from lawcore.dated import NotYetInForce

DAY = date(2026, 6, 10)
LAW = "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15"
DECREE = "Nghị định số 61/2023/NĐ-CP"


def ask(code, **question):
    """The answer, after checking what every answer must hold."""
    answer = RULES[code](**question)
    assert answer.rule == code
    assert {key: answer.inputs[key] for key in question} == question
    assert answer.version == date(2023, 8, 16)
    return answer


# Proposal and drafting


@pytest.mark.parametrize(
    ("households", "agree", "front_agrees", "admissible"),
    [
        (143, 14, False, False),
        (143, 15, False, True),
        (143, 14, True, True),
        (100, 10, False, True),
        (100, 9, False, False),
        (1, 1, False, True),
        (1, 0, False, False),
        (51, 5, False, False),
        (51, 6, False, True),
    ],
)
def test_a_tenth_of_the_households_puts_a_convention_to_the_community(households, agree, front_agrees, admissible):
    question = {"households": households, "agree": agree, "front_agrees": front_agrees}
    answer = ask("convention.proposal_admissible", **question, on=DAY)
    assert (answer.result, answer.citation) == (admissible, f"khoản 3 Điều 7 {DECREE}")
    needed = -(-households // 10)
    assert answer.explanation.endswith(
        f". Có {agree} hộ đồng thuận; cần ít nhất {needed} hộ để đạt 10% của {households} hộ."
    )


def test_a_proposal_is_explained():
    def because(agree, *, front_agrees):
        question = {"households": 100, "agree": agree, "front_agrees": front_agrees}
        return ask("convention.proposal_admissible", **question, on=DAY).explanation

    assert because(10, front_agrees=False).startswith("Trưởng thôn đưa ra cộng đồng dân cư bàn và quyết định.")
    assert because(5, front_agrees=True).startswith("Chưa đủ tỷ lệ nhưng Ban công tác Mặt trận tán thành")
    assert because(5, front_agrees=False).startswith("Chưa phải đưa ra vì chưa đủ tỷ lệ")
    for counts in ({"households": 0, "agree": 0}, {"households": 5, "agree": 6}):
        with pytest.raises(Refused):
            ask("convention.proposal_admissible", **counts, on=DAY)


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("meeting", "họp cộng đồng dân cư"),
        ("ballot", "phát phiếu lấy ý kiến từng hộ"),
        ("online", "biểu quyết trực tuyến"),  # for collecting support, not for adopting
    ],
)
def test_support_may_be_collected_in_every_form(form, words):
    answer = ask("convention.support_form_allowed", form=Form(form), on=DAY)
    assert (answer.result, answer.citation) == (True, f"khoản 2 Điều 7 {DECREE}")
    assert answer.explanation == (
        f"Được: có thể lấy ý kiến về đề xuất bằng cách {words}. Riêng việc thông qua hương ước, quy ước thì không được "
        "biểu quyết trực tuyến."
    )


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("against_law", "trái pháp luật"),
        ("restates_law", "chép lại điều pháp luật đã quy định"),
        ("against_belief", "tự do tín ngưỡng, tôn giáo"),
        ("against_customs", "trái đạo đức xã hội"),
        ("replaces_penalties", "phạt thay cho xử lý theo pháp luật"),
    ],
)
def test_what_a_convention_may_not_say(fault, words):
    answer = ask("convention.content_allowed", **{fault: True}, on=DAY)
    assert not answer.result
    assert words in answer.explanation
    assert answer.explanation.startswith("Không được đưa vào hương ước, quy ước vì nội dung ")
    assert answer.citation == f"khoản 1, 3, 4 Điều 4 {DECREE}; khoản 4 Điều 5 {DECREE}"
    assert sum(bool(answer.inputs[each]) for each in answer.inputs if each != "on") == 1


def test_what_a_convention_may_say():
    answer = ask("convention.content_allowed", on=DAY)
    assert answer.result
    assert answer.explanation == "Được đưa vào: chưa thấy điều gì mà Nghị định không cho phép."


@pytest.mark.parametrize(
    ("vietnamese", "translated", "allowed", "explanation"),
    [
        (
            False,  # only in Ê Đê
            False,
            False,
            "Chưa đúng quy định: phải có bản tiếng Việt; việc dịch ra tiếng dân tộc do cộng đồng dân cư quyết định.",
        ),
        (False, True, False, "Chưa đúng quy định: phải có bản tiếng Việt; kèm bản dịch ra tiếng dân tộc."),
        (True, True, True, "Đúng quy định: đã có bản tiếng Việt; kèm bản dịch ra tiếng dân tộc."),
        (
            True,
            False,
            True,
            "Đúng quy định: đã có bản tiếng Việt; việc dịch ra tiếng dân tộc do cộng đồng dân cư quyết định.",
        ),
    ],
)
def test_a_convention_is_in_vietnamese(vietnamese, translated, allowed, explanation):
    answer = ask("convention.language_allowed", vietnamese=vietnamese, translated=translated, on=DAY)
    assert (answer.result, answer.explanation) == (allowed, explanation)
    assert answer.citation == f"khoản 4, 5 Điều 6 {DECREE}"


@pytest.mark.parametrize(
    ("area", "elder", "speaks", "complete", "words"),
    [
        (True, False, True, False, "còn thiếu: già làng, trưởng bản. Đây là căn cứ tạm ngừng toàn bộ"),  # no elder
        (True, True, False, False, "còn thiếu: người biết tiếng dân tộc. "),
        (True, False, False, False, "già làng, trưởng bản; người biết tiếng dân tộc"),
        (True, True, True, True, "có đủ thành viên bắt buộc"),
        (False, False, False, True, "có đủ thành viên bắt buộc"),
    ],
)
def test_the_drafting_team_where_ethnic_minorities_live(area, elder, speaks, complete, words):
    question = {"ethnic_minority_area": area, "elder": elder, "speaks_language": speaks}
    answer = ask("convention.team_complete", **question, on=DAY)
    assert (answer.result, answer.citation) == (complete, f"khoản 2 Điều 8 {DECREE}")
    assert words in answer.explanation


@pytest.mark.parametrize(("forms", "enough"), [(0, False), (1, True), (2, True), (4, True)])
def test_opinions_are_asked_in_at_least_one_form(forms, enough):
    answer = ask("convention.opinions_asked", forms=forms, on=DAY)
    assert (answer.result, answer.citation) == (enough, f"khoản 2 Điều 9 {DECREE}")
    assert answer.explanation == (
        f"{'Đủ' if enough else 'Chưa đủ'}: ngoài niêm yết, phải lấy ý kiến bằng ít nhất 1 trong 4 hình thức; đã dùng {forms}."
    )


def test_there_are_four_forms_of_asking():
    for forms in (5, -1):
        with pytest.raises(Refused):
            ask("convention.opinions_asked", forms=forms, on=DAY)


# Posting


@pytest.mark.parametrize(
    ("since", "exclusive", "inclusive"),
    [
        (date(2026, 3, 1), date(2026, 4, 1), date(2026, 3, 31)),
        (date(2026, 2, 1), date(2026, 3, 4), date(2026, 3, 3)),
        (date(2026, 6, 10), date(2026, 7, 11), date(2026, 7, 10)),
    ],
)
def test_a_draft_is_posted_for_thirty_days(since, exclusive, inclusive):
    answer = MINIMUM["posting.convention"](since=since)
    assert (answer.result, answer.provisional, answer.rule) == (exclusive, True, "minimum.posting.convention")
    assert answer.citation == f"khoản 1 Điều 9 {DECREE}"
    assert answer.explanation.startswith(
        f"Dự thảo hương ước, quy ước được gỡ và đưa ra biểu quyết sớm nhất ngày {exclusive:%d/%m/%Y}: "
    )
    assert answer.assumptions[0].startswith("Ngày bắt đầu niêm yết có tính vào thời hạn tối thiểu không: không tính")
    assert answer.inputs == {"since": since, "posted_days": None, "posting_inclusive": "exclusive"}
    assert MINIMUM["posting.convention"](since=since, posting_inclusive="inclusive").result == inclusive


@pytest.mark.parametrize(
    ("posted_days", "first"), [(30, date(2026, 4, 1)), (31, date(2026, 4, 2)), (45, date(2026, 4, 16))]
)
def test_the_community_may_choose_a_longer_posting(posted_days, first):
    assert MINIMUM["posting.convention"](since=date(2026, 3, 1), posted_days=posted_days).result == first


def test_the_community_may_not_choose_a_shorter_posting():
    for posted_days in (29, 0, -1):
        with pytest.raises(Refused, match="Số ngày niêm yết phải là số nguyên từ 30"):
            MINIMUM["posting.convention"](since=date(2026, 3, 1), posted_days=posted_days)
    with pytest.raises(Refused):
        MINIMUM["posting.convention"](since=date(2026, 3, 1), posting_inclusive="both")


@pytest.mark.parametrize(
    ("voted_on", "allowed", "provisional"),
    [
        (date(2026, 3, 1), False, False),
        (date(2026, 3, 30), False, False),  # posted on 01/3, voted on 30/3: too early
        (date(2026, 3, 31), False, True),  # the day on which the readings differ
        (date(2026, 4, 1), True, False),  # safe
        (date(2026, 5, 1), True, False),
    ],
)
def test_the_vote_comes_after_the_posting(voted_on, allowed, provisional):
    answer = ask("convention.may_vote", since=date(2026, 3, 1), voted_on=voted_on)
    assert (answer.result, answer.provisional) == (allowed, provisional)
    assert answer.explanation.startswith(
        f"{'Đã niêm yết đủ' if allowed else 'Chưa niêm yết đủ'} vào ngày {voted_on:%d/%m/%Y}: niêm yết ngày 01/03/2026, "
    )
    assert answer.citation == f"khoản 1 Điều 9 {DECREE}"
    assert answer.assumptions == MINIMUM["posting.convention"](since=date(2026, 3, 1)).assumptions


def test_the_vote_in_the_other_reading():
    last = {"since": date(2026, 3, 1), "voted_on": date(2026, 3, 31)}
    other = ask("convention.may_vote", **last, posting_inclusive="inclusive")
    assert (other.result, other.provisional) == (True, True)
    assert "có tính" in other.assumptions[0]
    longer = ask("convention.may_vote", since=date(2026, 3, 1), voted_on=date(2026, 4, 1), posted_days=40)
    assert (longer.result, longer.provisional) == (False, False)
    for impossible in ({"posted_days": 29}, {"posting_inclusive": "both"}):
        with pytest.raises(Refused):
            ask("convention.may_vote", since=date(2026, 3, 1), voted_on=date(2026, 4, 1), **impossible)
    with pytest.raises(Refused, match="Ngày biểu quyết 28/02/2026 trước ngày niêm yết 01/03/2026"):
        ask("convention.may_vote", since=date(2026, 3, 1), voted_on=date(2026, 2, 28))


# Adoption and recognition


@pytest.mark.parametrize(
    ("households", "least"),
    [(1, 1), (2, 2), (3, 2), (50, 26), (51, 26), (100, 51), (150, 76), (151, 76), (200, 101)],
)
def test_more_than_half_of_all_households_come_and_more_than_half_agree(households, least):
    quorum = ask("convention.quorum", households=households, on=DAY)
    assert (quorum.result, quorum.citation) == (least, f"điểm a khoản 1 Điều 10 {DECREE}")
    assert quorum.explanation == (
        f"Phải có đại diện của ít nhất {least} hộ dự họp, quá một nửa của {households} hộ trong thôn."
    )
    for number, enough in [(least - 1, False), (least, True), (households, True)]:
        met = ask("convention.quorum_met", households=households, present=number, on=DAY)
        assert (met.result, met.citation) == (enough, quorum.citation)
        adopted = ask("convention.adopted", households=households, agree=number, on=DAY)
        assert (adopted.result, adopted.citation) == (enough, f"khoản 1 Điều 21 {LAW}; Điều 10 {DECREE}")


def test_half_of_the_households_present_cannot_vote_on_a_convention():
    half = ask("convention.quorum_met", households=200, present=100, on=DAY)
    assert not half.result
    assert half.explanation == (
        "Không đủ điều kiện biểu quyết; được chuyển sang phát phiếu: 100 hộ có đại diện dự họp. Phải có đại diện của ít "
        "nhất 101 hộ dự họp, quá một nửa của 200 hộ trong thôn."
    )
    enough = ask("convention.quorum_met", households=200, present=101, on=DAY)
    assert enough.explanation.startswith("Đủ điều kiện biểu quyết: 101 hộ có đại diện dự họp. ")


def test_adoption_is_explained():
    assert ask("convention.adopted", households=200, agree=100, on=DAY).explanation == (
        "Chưa thông qua: có 100 hộ tán thành, cần ít nhất 101, quá một nửa của 200 hộ trong thôn."
    )
    assert ask("convention.adopted", households=200, agree=101, on=DAY).explanation.startswith("Thông qua: có 101 hộ")


@pytest.mark.parametrize(
    ("code", "counts"),
    [
        ("convention.quorum", {"households": 0}),
        ("convention.quorum_met", {"households": 10, "present": 11}),
        ("convention.adopted", {"households": 10, "agree": 11}),
        ("convention.adopted", {"households": 10, "agree": -1}),
    ],
)
def test_impossible_counts_are_refused(code, counts):
    with pytest.raises(Refused):
        ask(code, **counts, on=DAY)
    with pytest.raises(NotYetInForce):
        ask("convention.quorum", households=10, on=date(2023, 8, 15))


@given(st.integers(1, 5000), st.data())
@settings(max_examples=30, deadline=None)
def test_one_more_household_never_undoes_adoption(households, data):
    agree = data.draw(st.integers(0, households - 1))
    before = ask("convention.adopted", households=households, agree=agree, on=DAY).result
    assert ask("convention.adopted", households=households, agree=agree + 1, on=DAY).result or not before


@pytest.mark.parametrize(
    ("form", "after_failed_meeting", "allowed", "citation", "words"),
    [
        ("meeting", False, True, f"khoản 1 Điều 10 {DECREE}", "thông qua tại cuộc họp"),
        ("meeting", True, True, f"khoản 1 Điều 10 {DECREE}", "thông qua tại cuộc họp"),
        ("ballot", False, False, f"điểm a khoản 2 Điều 10 {DECREE}", "phải họp trước"),  # put straight to ballots
        ("ballot", True, True, f"điểm a khoản 2 Điều 10 {DECREE}", "không đủ số hộ dự"),
        ("online", False, False, f"khoản 2 Điều 17 {LAW}; khoản 1, 2 Điều 10 {DECREE}", "biểu quyết trực tuyến"),
        ("online", True, False, f"khoản 2 Điều 17 {LAW}; khoản 1, 2 Điều 10 {DECREE}", "biểu quyết trực tuyến"),
    ],
)
def test_a_convention_is_adopted_at_a_meeting_or_by_ballots_after_it(
    form, after_failed_meeting, allowed, citation, words
):
    question = {"form": Form(form), "after_failed_meeting": after_failed_meeting}
    answer = ask("convention.vote_form_allowed", **question, on=DAY)
    assert (answer.result, answer.citation) == (allowed, citation)
    assert answer.explanation.startswith("Được: " if allowed else "Không được: ")
    assert words in answer.explanation


SECOND, ONE = "second_member", "one_signature"


@pytest.mark.parametrize(
    ("village_head", "front_head", "representatives", "same_person", "member", "reading", "signed", "provisional"),
    [
        (True, True, 2, False, False, SECOND, True, False),
        (True, True, 3, False, False, SECOND, True, False),
        (True, True, 1, False, False, SECOND, False, False),
        (False, True, 2, False, False, SECOND, False, False),
        (True, False, 2, False, True, SECOND, False, False),
        (True, False, 2, True, False, SECOND, False, True),
        (False, True, 2, True, True, SECOND, True, False),
        (True, False, 2, True, False, ONE, True, True),
        (False, False, 2, True, True, ONE, False, False),
        (True, True, 0, True, False, SECOND, False, False),
    ],
)
def test_who_signs_a_convention(
    village_head, front_head, representatives, same_person, member, reading, signed, provisional
):
    answer = ask(
        "convention.signed",
        village_head=village_head,
        front_head=front_head,
        representatives=representatives,
        same_person=same_person,
        front_member=member,
        on=DAY,
        one_person_signs=reading,
    )
    assert (answer.result, answer.provisional, bool(answer.assumptions)) == (signed, provisional, same_person)
    assert answer.citation == f"khoản 1 Điều 6 {DECREE}"


@pytest.mark.parametrize(
    ("question", "explanation"),
    [
        ({"village_head": True, "front_head": True, "representatives": 2}, "Đủ chữ ký trên hương ước, quy ước."),
        (
            {"village_head": False, "front_head": False, "representatives": 0},
            "Còn thiếu chữ ký của: Trưởng thôn; Trưởng ban công tác Mặt trận; 2 đại diện hộ gia đình.",
        ),
        (
            {"village_head": False, "front_head": False, "representatives": 2, "same_person": True},
            "Còn thiếu chữ ký của: Trưởng thôn kiêm Trưởng ban công tác Mặt trận; một thành viên khác của Ban công tác Mặt trận.",
        ),
    ],
)
def test_missing_signatures_are_named(question, explanation):
    assert ask("convention.signed", **question, on=DAY).explanation == explanation


def test_unreadable_signatures_are_refused():
    both = {"village_head": True, "front_head": True}
    with pytest.raises(Refused, match="Số đại diện hộ đã ký"):
        ask("convention.signed", **both, representatives=-1, on=DAY)
    with pytest.raises(Refused, match="Không có cách hiểu “all” cho tham số one_person_signs") as refusal:
        ask("convention.signed", **both, representatives=2, on=DAY, one_person_signs="all")
    assert refusal.value.allowed == (SECOND, ONE)


@pytest.mark.parametrize(
    ("lacking", "words"),
    [("has_request", "văn bản đề nghị"), ("has_minutes", "nghị quyết hoặc biên bản"), ("has_draft", "dự thảo")],
)
def test_an_incomplete_dossier_starts_no_time_limit(lacking, words):
    parts = ("has_request", "has_minutes", "has_draft")
    answer = ask("convention.dossier_complete", **{part: part != lacking for part in parts}, on=DAY)
    assert not answer.result
    assert answer.explanation.startswith(f"Hồ sơ còn thiếu: {words}")
    assert answer.explanation.endswith(". Thời hạn công nhận chưa bắt đầu.")
    full = ask("convention.dossier_complete", **dict.fromkeys(parts, True), on=DAY)
    assert (full.result, full.explanation) == (True, "Hồ sơ đề nghị công nhận đã đủ.")
    assert full.citation == f"khoản 4 Điều 11 {DECREE}"
    assert not ask("convention.dossier_complete", on=DAY).result


@pytest.mark.parametrize(
    ("unmet", "words"),
    [
        ("content_fits", "nội dung trong phạm vi cho phép"),
        ("form_fits", "đúng hình thức văn bản"),
        ("principles_kept", "đúng nguyên tắc"),
        ("procedure_kept", "đúng trình tự đề xuất"),
    ],
)
def test_recognition_needs_every_condition(unmet, words):
    conditions = ("content_fits", "form_fits", "principles_kept", "procedure_kept")
    answer = ask("convention.recognisable", **{each: each != unmet for each in conditions}, on=DAY)
    assert not answer.result
    assert answer.explanation.startswith(f"Chưa đủ điều kiện công nhận, vì chưa: {words}")
    assert answer.explanation.endswith(". Phải trả lời bằng văn bản, nêu rõ lý do.")
    met = ask("convention.recognisable", **dict.fromkeys(conditions, True), on=DAY)
    assert (met.result, met.explanation) == (True, "Đủ điều kiện để Ủy ban nhân dân cấp xã công nhận.")
    assert met.citation == f"khoản 2 Điều 11 {DECREE}"
    assert not ask("convention.recognisable", on=DAY).result


PASSED, RECOGNISED = date(2026, 3, 1), date(2026, 3, 10)


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ({"passed_on": PASSED, "recognised_on": RECOGNISED}, RECOGNISED),
        ({"passed_on": PASSED, "recognised_on": PASSED}, PASSED),
        ({"recognised_on": RECOGNISED}, RECOGNISED),
        ({"passed_on": PASSED}, None),
        ({}, None),
    ],
)
def test_a_convention_binds_from_its_recognition(question, day):
    answer = ask("convention.effective", **question)
    assert (answer.result, answer.provisional) == (day, False)
    assert answer.citation == f"khoản 2 Điều 21 {LAW}; khoản 5 Điều 11 {DECREE}"
    if day:
        assert answer.explanation == (
            f"Có hiệu lực từ ngày {day:%d/%m/%Y}, là ngày Ủy ban nhân dân cấp xã ra quyết định công nhận."
        )
    else:
        assert answer.explanation == "Chưa có hiệu lực: Ủy ban nhân dân cấp xã chưa ra quyết định công nhận."


def test_recognition_before_adoption_is_refused():
    with pytest.raises(Refused, match="Ngày công nhận 28/02/2026 trước ngày thông qua 01/03/2026"):
        ask("convention.effective", passed_on=PASSED, recognised_on=date(2026, 2, 28))
    for step in ("passed_on", "recognised_on"):
        with pytest.raises(NotYetInForce):
            ask("convention.effective", **{step: date(2023, 6, 30)})


@pytest.mark.parametrize(
    ("code", "question", "result", "citation"),
    [
        ("convention.adopted", {"households": 10, "agree": 5}, False, f"khoản 1 Điều 21 {LAW}"),
        ("convention.adopted", {"households": 10, "agree": 6}, True, f"khoản 1 Điều 21 {LAW}"),
        ("convention.vote_form_allowed", {"form": Form.ONLINE}, False, f"khoản 2 Điều 17 {LAW}"),
    ],
)
def test_what_the_law_itself_says_binds_before_the_decree(code, question, result, citation):
    for day in (date(2023, 7, 1), date(2023, 8, 15)):
        answer = RULES[code](**question, on=day)
        assert (answer.result, answer.citation, answer.version) == (result, citation, date(2023, 7, 1))
    assert DECREE in RULES[code](**question, on=date(2023, 8, 16)).citation
    with pytest.raises(NotYetInForce):
        RULES[code](**question, on=date(2023, 6, 30))


def test_a_convention_recognised_before_the_decree_binds_by_the_law():
    answer = RULES["convention.effective"](recognised_on=date(2023, 8, 15))
    assert (answer.result, answer.citation) == (date(2023, 8, 15), f"khoản 2 Điều 21 {LAW}")
