"""Percentages read as targets: value, recurrence, “phấn đấu”, population, families, and what is no goal."""

from decimal import Decimal
from time import process_time

import pytest
from drafting import resolution, under_goals, under_measures
from hypothesis import given
from hypothesis import strategies as st

from lawcore.obligations import Comparison, Role, find
from lawcore.obligations.percentages import percentages
from lawcore.provisions.model import Document, Kind, Metadata, Provision, Span


def read(*goals, heading="Mục tiêu"):
    return find(under_goals(*goals, heading=heading)).targets


@pytest.mark.parametrize(
    ("words", "percent", "upto", "comparison"),
    [
        ("95% thôn họp đúng lịch.", "95", None, ">="),
        ("95 % thôn họp đúng lịch.", "95", None, ">="),
        ("95\u00a0% thôn họp đúng lịch.", "95", None, ">="),
        ("95,5 % thôn họp đúng lịch.", "95.5", None, ">="),
        ("95.5% thôn họp đúng lịch.", "95.5", None, ">="),
        ("Tỷ lệ thôn họp đúng lịch đạt 100 phần trăm.", "100", None, ">="),
        ("Một trăm phần trăm thôn họp đúng lịch.", "100", None, ">="),
        ("Chín mươi lăm phần trăm thôn họp đúng lịch.", "95", None, ">="),
        ("Trên 90% thôn họp đúng lịch.", "90", None, ">"),
        ("Có hơn 90% thôn họp đúng lịch.", "90", None, ">"),
        ("Từ 90% thôn trở lên họp đúng lịch.", "90", None, ">="),
        ("Trên 90% trở lên số thôn họp đúng lịch.", "90", None, ">="),
        ("Ít nhất 90% thôn họp đúng lịch.", "90", None, ">="),
        ("Không quá 5% đơn thư quá hạn.", "5", None, "<="),
        ("Dưới 5% đơn thư quá hạn.", "5", None, "<="),
        ("80 - 90% thôn họp đúng lịch.", "80", "90", ">="),
        ("Từ 80% đến 90% thôn họp đúng lịch.", "80", "90", ">="),
    ],
)
def test_a_percentage_is_read_with_its_value_and_comparison(words, percent, upto, comparison):
    (target,) = read(words)
    assert target.percent == Decimal(percent)
    assert target.upto == (Decimal(upto) if upto else None)
    assert target.comparison == Comparison(comparison)


def test_two_thirds_is_no_percentage():
    assert read("Ít nhất 2/3 hộ gia đình dự họp.") == ()


def test_each_percentage_stated_is_a_target_in_the_order_of_the_text():
    targets = read("100% thôn có bảng tin; 90% hộ dự họp. 85% kiến nghị được trả lời và 70% hộ hài lòng.")
    assert [target.percent for target in targets] == [100, 90, 85, 70]
    assert {target.source.at for target in targets} == {"khoản 1 Điều 1"}
    assert [target.source.sentence for target in targets] == [1, 1, 2, 2]


@pytest.mark.parametrize(
    ("words", "aspirational"),
    [
        ("Phấn đấu 100% thôn có bảng tin; 90% hộ dự họp.", [True, False]),
        ("Phấn đấu 100% thôn có bảng tin và 90% hộ dự họp.", [True, True]),
        ("100% thôn có bảng tin, phấn đấu 90% hộ dự họp.", [False, True]),
        ("Phấn đấu: 100% thôn có bảng tin; 90% hộ dự họp.", [True, True]),
        ("Phấn đấu đến năm 2027 có 95% thôn có bảng tin. 90% hộ dự họp.", [True, False]),
        ("Tỷ lệ hộ dự họp phấn đấu đạt 95%.", [True]),
        ("100% thôn có bảng tin.", [False]),
    ],
)
def test_a_target_is_aspirational_where_phan_dau_governs_its_percentage(words, aspirational):
    assert [target.aspirational for target in read(words)] == aspirational


def test_phan_dau_in_the_heading_governs_all_below_it():
    targets = read("100% thôn có bảng tin.", "90% hộ dự họp.", heading="Mục tiêu phấn đấu")
    assert [target.aspirational for target in targets] == [True, True]


@pytest.mark.parametrize(
    ("heading", "words", "every"),
    [
        ("Mục tiêu", "100% thôn có bảng tin.", None),
        ("Mục tiêu", "Hằng năm, 100% thôn họp.", "year"),
        ("Mục tiêu", "Hàng năm có 100% thôn họp.", "year"),
        ("Mục tiêu hằng năm", "100% thôn họp.", "year"),
        ("Mục tiêu hằng năm", "100% thôn họp mỗi quý.", "quarter"),
        ("Mục tiêu", "100% cơ quan báo cáo định kỳ 6 tháng.", "half-year"),
        ("Mục tiêu", "100% thôn đọc bản tin hằng tháng.", "month"),
        ("Mục tiêu", "100% cơ quan thường xuyên công khai.", "continuous"),
        ("Mục tiêu", "100% cơ quan bảo đảm dự toán chi thường xuyên.", None),
    ],
)
def test_how_often_a_target_is_owed_comes_from_its_words_or_the_heading(heading, words, every):
    (target,) = read(words, heading=heading)
    assert target.every == every


def test_an_unnumbered_lead_in_governs_the_provisions_after_it():
    (target,) = find(resolution("Điều 1. Mục tiêu\nPhấn đấu hằng năm:\n1. 95% thôn họp đúng lịch.\n")).targets
    assert (target.percent, target.every, target.aspirational) == (95, "year", True)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("không phần trăm", 0), ("một phần trăm", 1), ("hai phần trăm", 2), ("ba phần trăm", 3), ("bốn phần trăm", 4),
        ("năm phần trăm", 5), ("sáu phần trăm", 6), ("bảy phần trăm", 7), ("bẩy phần trăm", 7), ("tám phần trăm", 8),
        ("chín phần trăm", 9), ("hai mươi mốt phần trăm", 21), ("hai mươi tư phần trăm", 24), ("mười phần trăm", 10), ("mười hai phần trăm", 12), ("hai mươi phần trăm", 20),
        ("chín mươi lăm phần trăm", 95), ("một trăm phần trăm", 100), ("một trăm linh năm phần trăm", 105),
        ("một trăm lẻ bảy phần trăm", 107), ("một trăm hai mươi phần trăm", 120),
    ],
)  # fmt: skip
def test_a_percentage_may_be_written_in_words(words, value):
    (percentage,) = percentages(f"đạt {words} thôn")
    assert (percentage.value, percentage.upto, percentage.comparison) == (value, None, Comparison.AT_LEAST)


def test_an_adverbial_before_the_first_percentage_holds_for_the_sentence_not_beyond_it():
    targets = read("Hằng năm, 100% thôn họp; 90% hộ dự. 80% hộ hài lòng.")
    assert [target.every for target in targets] == ["year", "year", None]


def test_a_heading_without_a_section_leaves_what_the_headings_above_gave():
    body = "Điều 1. Mục tiêu hằng năm\n1. Việc của thôn:\na) 100% thôn họp.\n"
    (target,) = find(resolution(body)).targets
    assert target.every == "year"


def test_a_last_day_at_the_front_holds_for_the_sentence_and_that_of_the_heading_elsewhere():
    targets = read(
        "Đến năm 2028, 90% thôn có bảng tin; 80% hộ dự họp.", "70% hộ góp ý.", heading="Mục tiêu đến năm 2030"
    )
    assert [target.due.year for target in targets] == [2028, 2028, 2030]


@pytest.mark.parametrize(
    ("heading", "words", "rule"),
    [
        ("Mục tiêu", "90% hộ dự họp.", "Tỷ lệ phần trăm nêu trong phần mục tiêu"),
        ("Mục tiêu", "Phấn đấu 90% hộ dự họp.", "Tỷ lệ phần trăm nêu trong phần mục tiêu, có “phấn đấu” đứng trước"),
        ("Nguyên tắc", "90% hộ dự họp.", "Tỷ lệ phần trăm nêu trong phần quy định phải thực hiện"),
    ],
)
def test_a_target_says_by_what_rule_it_was_found(heading, words, rule):
    (target,) = read(words, heading=heading)
    assert (target.source.rule, target.subjects) == (rule, ("hộ",))


@pytest.mark.parametrize(
    ("heading", "reason"),
    [
        ("Phạm vi", "Nêu trong phần phạm vi, đối tượng, không phải chỉ tiêu"),
        ("Giải thích từ ngữ", "Nêu trong phần giải thích từ ngữ, không phải chỉ tiêu"),
        ("Kinh phí", "Tỷ lệ kinh phí, không phải chỉ tiêu"),
    ],
)
def test_a_percentage_where_nothing_is_asked_is_set_aside_with_its_reason(heading, reason):
    proposals = find(under_goals("90% hộ dự họp.", heading=heading))
    assert proposals.targets == ()
    assert [(aside.percent, aside.source.rule) for aside in proposals.asides] == [(90, reason)]


def test_a_duty_beside_a_target_is_proposed_too():
    proposals = find(under_goals("100% thôn họp đúng lịch; Trưởng thôn phải ghi biên bản."))
    assert [target.percent for target in proposals.targets] == [100]
    assert [(duty.bearer, duty.goal) for duty in proposals.duties] == [("Trưởng thôn", True)]


def test_a_target_keeps_its_last_day():
    (target,) = read("Đến năm 2028, 90% thôn có nhóm báo tin.")
    assert (target.due.year, target.due.month, target.due.day) == (2028, 12, 31)


@pytest.mark.parametrize(
    ("words", "population"),
    [
        ("100% cơ quan, đơn vị công khai đúng hạn.", "cơ quan, đơn vị"),
        ("100% cán bộ được giao nhiệm vụ phải tham gia tập huấn.", "cán bộ được giao nhiệm vụ"),
        ("90% kiến nghị của Nhân dân được trả lời đúng hạn.", "kiến nghị của Nhân dân"),
        ("Tỷ lệ xã, phường mở lớp đạt 100%.", "xã, phường"),
        ("Ít nhất 80% số hộ gia đình tham dự họp thôn.", "hộ gia đình"),
        ("Đạt 100%.", None),
    ],
)
def test_the_population_is_what_is_counted(words, population):
    (target,) = read(words)
    assert target.population == population


@pytest.mark.parametrize(
    ("words", "families"),
    [
        ("100% cơ quan tuyên truyền pháp luật và công khai các nội dung theo quy định.", ("T1",)),
        ("100% cơ quan làm việc trên nền tảng số.", ("T2",)),
        ("100% cơ quan ban hành quy chế thực hiện dân chủ; hương ước của thôn được rà soát.", ("T3a", "T3b")),
        ("100% xã bảo đảm điều kiện cho Ban Thanh tra nhân dân hoạt động.", ("T4",)),
        ("100% thành viên Ban Thanh tra nhân dân được bồi dưỡng về hương ước.", ("T5",)),
        ("100% công chức được giao nhiệm vụ tham gia tập huấn.", ("T5b",)),
        ("100% nội dung phải công khai được niêm yết.", ("T6",)),
        ("100% Hội đồng nhân dân cấp xã ban hành nghị quyết.", ("T7",)),
        ("100% hộ có đèn trước cổng.", ()),
    ],
)
def test_families_are_guessed_from_the_words(words, families):
    assert read(words)[0].families == families


def test_a_sentence_after_a_target_without_a_percentage_adds_its_family():
    (target,) = read("100% cơ quan ban hành quy chế dân chủ. Hội đồng nhân dân các cấp ban hành nghị quyết riêng.")
    assert target.families == ("T3a", "T7")


@pytest.mark.parametrize(
    "words",
    [
        "Việc đóng góp chỉ tiến hành khi trên 50% số hộ tán thành.",
        "Cuộc họp hợp lệ khi có ít nhất 50% đại diện hộ tham dự.",
        "Ngân sách xã hỗ trợ 70% kinh phí mua sắm.",
        "Thôn đạt từ 80% tổng số điểm trở lên được xếp loại tốt.",
        "Tiêu chí công khai chiếm 20% tổng điểm.",
    ],
)
def test_a_threshold_a_share_of_cost_or_a_weight_is_set_aside_with_its_reason(words):
    proposals = find(under_measures(words))
    assert proposals.targets == ()
    assert len(proposals.asides) == 1
    assert "không phải chỉ tiêu" in proposals.asides[0].source.rule


def test_attendance_wished_for_is_a_goal_even_among_measures():
    assert [t.percent for t in find(under_measures("Vận động ít nhất 90% hộ gia đình tham dự họp thôn.")).targets] == [
        90
    ]


def test_a_condition_beside_a_goal_is_set_aside():
    proposals = find(under_goals("100% thôn họp bàn với trên 50% số hộ nhất trí."))
    assert [target.percent for target in proposals.targets] == [100]
    assert [aside.percent for aside in proposals.asides] == [50]


def test_what_was_reached_before_is_no_goal_beside_the_goal():
    proposals = find(under_goals("Tăng tỷ lệ hộ dự họp từ 70% (năm 2024) lên 85%."))
    assert [target.percent for target in proposals.targets] == [85]
    assert [aside.percent for aside in proposals.asides] == [70]


def test_percentages_of_the_preamble_are_not_proposed():
    front = "NGHỊ QUYẾT\nVề dân chủ\nNăm 2025 đạt 85% thôn họp; căn cứ Luật Thực hiện dân chủ ở cơ sở;\nQUYẾT NGHỊ:\n"
    proposals = find(resolution("Điều 1. Mục tiêu\n1. 100% thôn họp.\n", front=front))
    assert [target.percent for target in proposals.targets] == [100]


def test_the_source_leads_back_to_the_words():
    document = under_goals("Hằng năm, phấn đấu 100% thôn họp; 90% hộ dự họp.")
    clause = document.body[0].children[0]
    for target in find(document).targets:
        assert target.source.eid == clause.eid
        assert clause.text[target.source.start : target.source.end] == target.text


NAMES = st.sampled_from(
    ["cơ quan, đơn vị", "thôn, tổ dân phố", "hộ gia đình", "cán bộ, công chức", "kiến nghị của Nhân dân"]
)
ACTS = st.sampled_from(
    ["công khai đúng hạn", "được tập huấn", "ban hành quy chế", "họp mỗi quý", "thực hiện nghiêm quy định"]
)
OPENINGS = st.sampled_from(["", "Hằng năm, ", "Phấn đấu ", "Hằng năm, phấn đấu có ", "Đến năm 2027, "])
GOAL = st.builds(lambda opening, who, act: f"{opening}100% {who} {act}", OPENINGS, NAMES, ACTS)


@given(st.lists(GOAL, min_size=1, max_size=6), st.sampled_from(["; ", ". ", ";\n", ", "]))
def test_no_100_percent_is_missed_however_goals_are_joined(goals, joint):
    proposals = find(under_goals(joint.join(goals).replace("\n", " ") + "."))
    assert [target.percent for target in proposals.targets] == [100] * len(goals)


@given(st.lists(GOAL, min_size=1, max_size=3))
def test_every_sentence_with_100_percent_under_measures_is_a_target_too(goals):
    proposals = find(under_measures(*(goal + "." for goal in goals)))
    assert [sentence.role for sentence in proposals.sentences[1:]] == [Role.TARGET] * len(goals)
    assert len(proposals.targets) == len(goals)


@given(st.text(max_size=200))
def test_any_text_is_read_without_failing_and_percent_signs_after_figures_are_seen(words):
    found = list(percentages(f"{words} 100% thôn"))
    assert found[-1].value == 100 or found[-1].upto == 100


@pytest.mark.parametrize(
    "words",
    [
        "100% cơ quan công khai, " * 800,
        "100% cơ quan công khai; " * 800,
        "một " * 20_000,
        "(" * 40_000,
        "6 tháng, " * 6_000,
        "cán bộ công chức bồi dưỡng " * 3_000 + "100%",
    ],
)
def test_an_endless_sentence_is_read_in_seconds(words):
    clause = Provision(Kind.CLAUSE, "art_1__para_1", "1", "1.", "", words, Span(1, 1))
    article = Provision(Kind.ARTICLE, "art_1", "1", "Điều 1.", "Mục tiêu", "", Span(1, 1), (clause,))
    start = process_time()
    find(Document(Metadata(), (), (), (article,), ()))
    assert process_time() - start < 5
