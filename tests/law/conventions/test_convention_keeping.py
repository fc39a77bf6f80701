"""The time limits of conventions, and what becomes of them once in force; their lists and their procedure."""

import inspect
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawcore.answers import Refused
from lawcore.conventions import CATALOGUES, DEADLINES, LIFECYCLES, MINIMUM, RULES, Extent
from lawcore.dated import NotYetInForce
from lawcore.lifecycles import NotAllowed
from lawcore.sources import cited

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


# Time limits of the commune


@pytest.mark.parametrize(
    ("kind", "since", "last"),
    [
        ("convention.dossier", date(2026, 6, 10), date(2026, 6, 17)),
        ("convention.recognition", date(2026, 12, 28), date(2027, 1, 5)),
        ("convention.send", date(2026, 6, 10), date(2026, 6, 12)),
        ("convention.send", date(2026, 6, 11), date(2026, 6, 15)),
        ("convention.suspension", date(2026, 9, 4), date(2026, 9, 9)),  # a remark received on Friday 04/9
        ("convention.abolition", date(2026, 9, 4), date(2026, 9, 11)),
    ],
)
def test_by_when(kind, since, last):
    answer = DEADLINES[kind](since=since)
    assert (answer.result, answer.rule, answer.inputs) == (last, f"deadline.{kind}", {"since": since})


@pytest.mark.parametrize(
    ("kind", "citation", "does", "first"),
    [
        (
            "convention.dossier",
            f"khoản 3 Điều 20 {LAW}; điểm a khoản 3 Điều 11 {DECREE}",
            "Trưởng thôn gửi hồ sơ đề nghị công nhận hương ước, quy ước đến Ủy ban nhân dân cấp xã",
            date(2023, 7, 1),  # Luật đã định thời hạn này trước Nghị định
        ),
        (
            "convention.recognition",
            f"khoản 2 Điều 21 {LAW}; điểm b khoản 3 Điều 11 {DECREE}",
            "Ủy ban nhân dân cấp xã công nhận hương ước, quy ước hoặc trả lời bằng văn bản, nêu rõ lý do",
            date(2023, 7, 1),
        ),
        (
            "convention.send",
            f"điểm a khoản 1 Điều 18 {DECREE}",
            "Ủy ban nhân dân cấp xã gửi hương ước, quy ước đã công nhận cho Trưởng thôn và Mặt trận Tổ quốc cấp xã",
            date(2023, 8, 16),
        ),
        (
            "convention.suspension",
            f"khoản 2 Điều 12 {DECREE}",
            "Ủy ban nhân dân cấp xã tạm ngừng hương ước, quy ước hoặc trả lời là phản ánh không có cơ sở",
            date(2023, 8, 16),
        ),
        (
            "convention.abolition",
            f"khoản 3 Điều 14 {DECREE}",
            "Ủy ban nhân dân cấp xã bãi bỏ hương ước, quy ước hoặc trả lời là phản ánh không có cơ sở",
            date(2023, 8, 16),
        ),
    ],
)
def test_each_limit_says_what_is_due_and_cites(kind, citation, does, first):
    answer = DEADLINES[kind](since=DAY)
    assert answer.citation == citation
    assert answer.explanation.startswith(f"{does} chậm nhất ngày ")
    assert DEADLINES[kind](since=first).citation == citation.partition("; ")[0]
    assert DEADLINES[kind](since=date(2023, 8, 16)).citation == citation
    with pytest.raises(NotYetInForce):
        DEADLINES[kind](since=first - timedelta(days=1))


@given(st.dates(date(2023, 9, 1), date(2028, 12, 31)), st.integers(1, 20))
@settings(max_examples=30, deadline=None)
def test_a_later_start_never_gives_an_earlier_limit(since, more):
    later = date.fromordinal(since.toordinal() + more)
    for function in (*DEADLINES.values(), *MINIMUM.values()):
        assert since < function(since=since).result <= function(since=later).result


# In force


@pytest.mark.parametrize(
    ("procedure", "proposal", "principles", "reading", "extent", "provisional", "words"),
    [
        (True, False, False, "as_written", Extent.WHOLE, False, "Tạm ngừng toàn bộ: sai trình tự, thủ tục"),
        (True, True, True, "as_written", Extent.WHOLE, False, "Tạm ngừng toàn bộ: sai trình tự, thủ tục"),
        (False, False, True, "as_written", Extent.PART, False, "Tạm ngừng một phần: có nội dung trái mục đích"),
        (False, False, False, "as_written", None, False, "Không tạm ngừng: không thấy căn cứ tạm ngừng"),
        (False, True, False, "as_written", None, True, "Không tạm ngừng: không thấy căn cứ tạm ngừng"),
        (False, True, True, "as_written", Extent.PART, True, "Tạm ngừng một phần"),
        (False, True, False, "any_breach", Extent.WHOLE, True, "Tạm ngừng toàn bộ"),
        (False, False, True, "any_breach", Extent.PART, False, "Tạm ngừng một phần"),
    ],
)
def test_how_far_a_suspension_reaches(procedure, proposal, principles, reading, extent, provisional, words):
    answer = ask(
        "convention.suspension_extent",
        procedure_breached=procedure,
        proposal_breached=proposal,
        against_principles=principles,
        on=DAY,
        proposal_breach=reading,
    )
    assert (answer.result, answer.provisional, bool(answer.assumptions)) == (extent, provisional, provisional)
    assert answer.citation == f"khoản 1 Điều 12 {DECREE}"
    assert answer.explanation.startswith(words)
    with pytest.raises(Refused, match="proposal_breach"):
        ask("convention.suspension_extent", on=DAY, proposal_breach="never")


@pytest.mark.parametrize(
    ("has_reason", "has_limit", "explanation"),
    [
        (True, False, "Quyết định tạm ngừng còn thiếu: thời hạn hoàn tất việc làm lại hoặc sửa đổi."),  # no time limit
        (False, True, "Quyết định tạm ngừng còn thiếu: lý do tạm ngừng."),
        (True, True, "Quyết định tạm ngừng đã nêu lý do và thời hạn."),
    ],
)
def test_a_suspension_gives_its_reason_and_a_time_limit(has_reason, has_limit, explanation):
    answer = ask("convention.suspension_complete", has_reason=has_reason, has_limit=has_limit, on=DAY)
    assert (answer.result, answer.explanation) == (has_reason and has_limit, explanation)
    assert answer.citation == f"khoản 3 Điều 12 {DECREE}"
    assert not ask("convention.suspension_complete", on=DAY).result


@pytest.mark.parametrize(
    ("on", "recognised_on", "suspended"),
    [
        (date(2026, 6, 9), None, False),
        (date(2026, 6, 10), None, True),  # from the day of signing
        (date(2027, 6, 10), None, True),
        (date(2026, 7, 31), date(2026, 8, 1), True),
        (date(2026, 8, 1), date(2026, 8, 1), False),
        (date(2026, 8, 2), date(2026, 8, 1), False),
        (date(2026, 6, 9), date(2026, 8, 1), False),
    ],
)
def test_a_suspension_lasts_from_signing_to_recognition(on, recognised_on, suspended):
    answer = ask("convention.suspended", since=DAY, recognised_on=recognised_on, seen_on=on)
    assert (answer.result, answer.citation) == (suspended, f"khoản 5 Điều 12 {DECREE}")
    until = "đến khi được công nhận lại" + (" ngày 01/08/2026" if recognised_on else "")
    assert answer.explanation == (
        f"Ngày {on:%d/%m/%Y} {'đang' if suspended else 'không'} tạm ngừng: quyết định có hiệu lực từ ngày ký 10/06/2026 "
        f"{until}."
    )
    with pytest.raises(Refused, match="Ngày công nhận lại 09/06/2026 trước ngày ký tạm ngừng 10/06/2026"):
        ask("convention.suspended", since=DAY, recognised_on=date(2026, 6, 9), seen_on=on)
    assert not ask("convention.suspended", since=DAY, recognised_on=DAY, seen_on=DAY).result


@pytest.mark.parametrize(
    ("question", "extent", "words"),
    [
        ({"unlawful": True}, Extent.WHOLE, "Bãi bỏ toàn bộ: nội dung trái pháp luật"),
        ({"unlawful": True, "redone": True}, Extent.WHOLE, "Bãi bỏ toàn bộ: nội dung trái pháp luật"),
        ({"ratio_failed": True}, Extent.WHOLE, "Bãi bỏ toàn bộ: không đủ tỷ lệ thông qua mà không biểu quyết lại"),
        ({"ratio_failed": True, "redone": True}, None, "Không bãi bỏ: chưa có căn cứ bãi bỏ"),
        (
            {"suspended_extent": Extent.WHOLE, "limit_passed": True},
            Extent.WHOLE,
            "Bãi bỏ toàn bộ: bị tạm ngừng toàn bộ",
        ),
        (
            {"suspended_extent": Extent.PART, "limit_passed": True},
            Extent.PART,
            "Bãi bỏ một phần: bị tạm ngừng một phần",
        ),
        ({"suspended_extent": Extent.WHOLE}, None, "Không bãi bỏ"),
        ({"suspended_extent": Extent.PART}, None, "Không bãi bỏ"),
        ({"suspended_extent": Extent.WHOLE, "limit_passed": True, "redone": True}, None, "Không bãi bỏ"),
        ({"suspended_extent": Extent.PART, "limit_passed": True, "redone": True}, None, "Không bãi bỏ"),
        ({"limit_passed": True}, None, "Không bãi bỏ"),
        ({}, None, "Không bãi bỏ: chưa có căn cứ bãi bỏ; trả lời người phản ánh bằng văn bản."),
    ],
)
def test_how_far_an_abolition_reaches(question, extent, words):
    answer = ask("convention.abolition_extent", **question, on=DAY)
    assert (answer.result, answer.citation) == (extent, f"khoản 1, 2 Điều 14 {DECREE}")
    assert answer.explanation.startswith(words)


@pytest.mark.parametrize(
    ("posted", "forms", "enough"),
    [(True, 0, False), (True, 1, True), (True, 6, True), (False, 1, False), (False, 6, False)],
)
def test_a_convention_is_made_known_by_posting_and_one_more_form(posted, forms, enough):
    answer = ask("convention.made_known", posted=posted, forms=forms, on=DAY)
    assert (answer.result, answer.citation) == (enough, f"khoản 1 Điều 15 {DECREE}")
    assert answer.explanation == (
        f"{'Đã phổ biến đúng' if enough else 'Phổ biến chưa đủ'}: phải niêm yết và dùng ít nhất 1 hình thức khác; "
        f"{'đã' if posted else 'chưa'} niêm yết, đã dùng {forms} hình thức khác."
    )
    for impossible in (7, -1):
        with pytest.raises(Refused):
            ask("convention.made_known", posted=posted, forms=impossible, on=DAY)


def test_the_yearly_review():
    usual = ask("convention.review_day", year=2026)
    assert (usual.result, usual.citation) == (date(2026, 11, 18), f"điểm a khoản 4 Điều 15 {DECREE}")
    assert usual.explanation == (
        "Rà soát, đánh giá hương ước, quy ước ngày 18/11/2026, là Ngày hội đại đoàn kết toàn dân tộc."
    )
    agreed = ask("convention.review_day", year=2026, agreed_on=date(2026, 9, 2))
    assert agreed.result == date(2026, 9, 2)
    assert agreed.explanation.endswith("ngày 02/09/2026, là ngày cộng đồng dân cư đã thống nhất.")
    assert ask("convention.review_day", year=2023).result == date(2023, 11, 18)
    with pytest.raises(Refused, match="Ngày đã thống nhất 02/09/2025 không thuộc năm 2026"):
        ask("convention.review_day", year=2026, agreed_on=date(2025, 9, 2))
    assert ask("convention.review_day", year=9999).result == date(9999, 11, 18)
    for year in (1, 2022):
        with pytest.raises(NotYetInForce):
            ask("convention.review_day", year=year)


def test_the_provinces_report_is_late_on_the_thirtieth_of_november():
    answer = ask("convention.province_report", year=2026)
    assert (answer.result, answer.citation) == (date(2026, 11, 29), f"khoản 3 Điều 16 {DECREE}")
    assert answer.explanation == (
        "Ủy ban nhân dân cấp tỉnh báo cáo trước ngày 30/11/2026, tức chậm nhất ngày 29/11/2026."
    )


@pytest.mark.parametrize("code", ["convention.review_day", "convention.province_report"])
@pytest.mark.parametrize("year", [0, -1, 10_000, 99_999_999])
def test_impossible_years_are_refused(code, year):
    with pytest.raises(Refused):
        ask(code, year=year)


@pytest.mark.parametrize(
    ("recognised_on", "fits", "day", "words"),
    [
        (
            date(2019, 5, 1),
            False,
            date(2023, 12, 30),
            "phải được thay thế trước ngày 31/12/2023, tức chậm nhất ngày 30/12",
        ),
        (date(2019, 5, 1), True, None, "thì tiếp tục thực hiện"),
        (date(2023, 8, 15), False, date(2023, 12, 30), "không phù hợp nguyên tắc phải được thay thế"),
        (date(2023, 8, 16), False, None, "Được công nhận từ ngày 16/08/2023 trở đi"),
        (date(2024, 1, 1), True, None, "không thuộc diện chuyển tiếp"),
    ],
)
def test_old_conventions_were_to_be_replaced(recognised_on, fits, day, words):
    answer = ask("convention.replace_by", recognised_on=recognised_on, fits_principles=fits)
    assert (answer.result, answer.citation) == (day, f"khoản 1, 2 Điều 24 {DECREE}")
    assert words in answer.explanation


# Lists and the procedure


@pytest.mark.parametrize(
    ("code", "codes"),
    [
        ("convention.content", ["1", "2", "3", "4", "5"]),
        (
            "convention.forbidden",
            ["against_law", "restates_law", "against_belief", "against_customs", "replaces_penalties"],
        ),
        ("convention.form", ["writing", "signatures", "seal", "name", "structure", "language", "translation"]),
        ("convention.steps", ["propose", "draft", "post", "adopt", "recognise", "make_known", "review"]),
        ("convention.team", ["organizations", "respected", "knowing", "elder", "speaker"]),
        ("convention.support_forms", ["a", "b", "c"]),
        ("convention.opinion_forms", ["a", "b", "c", "d"]),
        ("convention.dossier", ["a", "b", "c"]),
        ("convention.conditions", ["a", "b"]),
        ("convention.suspension_grounds", ["a", "b", "c"]),
        ("convention.abolition_grounds", ["a", "b", "c", "2"]),
        ("convention.channels", ["a", "b", "c", "d", "đ", "e"]),
        ("convention.yearly", ["community", "commune", "village_head", "province"]),
        ("convention.statistics", ["a", "b", "c", "d", "đ"]),
        ("convention.templates", ["01", "02", "03", "04", "05"]),
    ],
)
def test_lists_hold_what_their_article_lists(code, codes):
    assert [item.code for item in CATALOGUES[code]] == codes
    for item in CATALOGUES[code]:
        assert cited(item.cite).endswith(DECREE)
        assert item.label[0].isupper()
        assert not item.label.endswith(".")
        assert len(item.label.split()) <= 15


def test_items_cite_their_own_clause_and_point():
    assert len(CATALOGUES) == 15
    assert CATALOGUES["convention.content"][3].cite == "Decree 61/2023 art. 5 cl. 4"
    assert CATALOGUES["convention.channels"][4].cite == "Decree 61/2023 art. 15 cl. 1 pt. đ"


CONVENTION = LIFECYCLES[0]


def test_what_is_in_the_table_happens_and_nothing_else():
    table = {(move.state, move.event): move for move in CONVENTION.moves}
    for state in CONVENTION.states:
        for event in CONVENTION.events:
            if (state, event) in table:
                assert CONVENTION.after(state, event) is table[state, event]
            else:
                with pytest.raises(NotAllowed):
                    CONVENTION.after(state, event)
    assert {move.event for move in CONVENTION.moves} == set(CONVENTION.events)
    assert {move.deadline for move in CONVENTION.moves} - {""} == set(DEADLINES) | set(MINIMUM)
    assert (CONVENTION.start, CONVENTION.final) == (
        "idea",
        {"not_adopted", "refused", "abolished_whole", "abolished_part"},
    )


def walk(*events):
    state = CONVENTION.start
    for event in events:
        state = CONVENTION.after(state, event).to
    return state


def test_the_ways_of_a_convention():
    drafted = ("set_team", "post", "consult", "meet")
    recognised = ("adopt", "send", "recognise", "hand_over", "make_known")
    in_use = ("propose", *drafted, *recognised)
    assert walk(*in_use, "review", "answer") == "in_use"
    assert walk("propose_by_residents", *drafted, "find_too_few", "hand_out", *recognised) == "in_use"
    assert walk("propose", *drafted, "find_too_few", "meet", "reject") == "not_adopted"
    assert walk("propose", *drafted, "find_too_few", "hand_out", "reject") == "not_adopted"
    assert walk("propose", *drafted, "adopt", "send", "refuse") == "refused"
    assert walk(*in_use, "suspend_whole", "redo", *drafted[1:], *recognised) == "in_use"
    assert walk(*in_use, "suspend_part", "redo") == "drafting"
    assert walk(*in_use, "suspend_whole", "abolish_whole") == "abolished_whole"
    assert walk(*in_use, "suspend_part", "abolish_part") == "abolished_part"
    assert walk(*in_use, "abolish_whole") == "abolished_whole"
    assert walk(*in_use, "change", "set_team") == "drafting"
    with pytest.raises(NotAllowed):
        walk("propose", *drafted, "hand_out")  # no ballots before a meeting that too few attended


@pytest.mark.parametrize(
    "rule", [*RULES.values(), *DEADLINES.values(), *MINIMUM.values()], ids=lambda rule: rule.__name__
)
def test_a_rule_opens_with_its_article(rule):
    assert cited(rule.__doc__.partition(": ")[0])


@pytest.mark.parametrize("code", RULES)
def test_what_is_not_said_is_taken_as_not_so(code):
    defaults = [each.default for each in inspect.signature(RULES[code]).parameters.values()]
    assert True not in [each for each in defaults if isinstance(each, bool)]
