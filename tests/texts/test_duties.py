"""Duties read from sentences: who, what, how often, by when; and what inherits from above."""

import pytest
from drafting import resolution, under_measures

from lawcore.obligations import Role, Topic, find, unassigned
from lawcore.obligations.bearers import of_lead_in


def duties(*sentences):
    return find(under_measures(*sentences)).duties


@pytest.mark.parametrize(
    ("sentence", "bearer"),
    [
        ("Ủy ban nhân dân xã tổ chức đối thoại với Nhân dân.", "Ủy ban nhân dân xã"),
        ("Giao Ủy ban nhân dân xã ban hành kế hoạch.", "Ủy ban nhân dân xã"),
        ("Đề nghị Mặt trận Tổ quốc xã vận động Nhân dân.", "Mặt trận Tổ quốc xã"),
        ("Hằng quý, các cơ quan, tổ chức thực hiện công khai.", "các cơ quan, tổ chức"),
        ("Các cơ quan, đơn vị tổ chức tuyên truyền.", "Các cơ quan, đơn vị"),
        ("Người được giao nhiệm vụ tổ chức thực hiện quy chế phải báo cáo.",
         "Người được giao nhiệm vụ tổ chức thực hiện quy chế"),
        ("Ban Giám sát đầu tư của cộng đồng gửi kiến nghị.", "Ban Giám sát đầu tư của cộng đồng"),
        ("Cán bộ lãnh đạo, quản lý gương mẫu thực hiện.", "Cán bộ lãnh đạo, quản lý"),
        ("Trưởng thôn đọc thông báo tại cuộc họp.", "Trưởng thôn"),
        ("Tổ chức hội nghị đối thoại.", None),
        ("Tăng cường trách nhiệm của Ủy ban nhân dân xã.", None),
        ("Cán bộ có hành vi cản trở thì bị xử lý kỷ luật.", None),
        ("Mọi khoản thu phải được công khai.", None),
    ],
)  # fmt: skip
def test_the_bearer_is_the_noun_phrase_as_printed(sentence, bearer):
    assert duties(sentence)[0].bearer == bearer


@pytest.mark.parametrize(
    ("line", "bearer"),
    [
        ("Giao Ủy ban nhân dân xã:", "Ủy ban nhân dân xã"),
        ("Trách nhiệm của Trưởng thôn", "Trưởng thôn"),
        ("Đối với Trưởng thôn:", "Trưởng thôn"),
        ("Các cơ quan, đơn vị có trách nhiệm:", "Các cơ quan, đơn vị"),
        ("Ủy ban nhân dân xã có trách nhiệm tổ chức thực hiện", "Ủy ban nhân dân xã"),
        ("Ủy ban nhân dân xã mở lớp tập huấn cho Trưởng thôn hằng năm.", None),  # một việc, không phải câu dẫn
        ("Tổ chức hội nghị:", None),
        ("Việc chung:", None),
    ],
)
def test_who_a_lead_in_names(line, bearer):
    assert of_lead_in(line) == bearer


def test_a_lead_in_names_the_bearer_of_all_below_it():
    proposals = find(
        resolution("Điều 1. Tổ chức thực hiện\n1. Giao Ủy ban nhân dân xã\na) Lập kế hoạch;\nb) Báo cáo hằng năm.\n")
    )
    assert [(duty.bearer, duty.every) for duty in proposals.duties] == [
        ("Ủy ban nhân dân xã", None),
        ("Ủy ban nhân dân xã", "year"),
    ]


def test_the_heading_of_an_article_names_the_bearer_of_its_clauses():
    proposals = find(resolution("Điều 1. Trách nhiệm của Trưởng thôn\n1. Ghi biên bản.\n2. Gửi biên bản về xã.\n"))
    assert [duty.bearer for duty in proposals.duties] == ["Trưởng thôn", "Trưởng thôn"]


def test_a_bare_modal_takes_up_the_bearer_of_the_sentence_before():
    read = duties("Thủ trưởng cơ quan chịu trách nhiệm ban hành quy chế. Phải công khai kết quả. Nghiên cứu sửa đổi.")
    assert [duty.bearer for duty in read] == ["Thủ trưởng cơ quan", "Thủ trưởng cơ quan", None]


@pytest.mark.parametrize(
    ("sentence", "every"),
    [
        ("Hằng năm, xây dựng kế hoạch.", ["year"]),
        ("Báo cáo định kỳ 06 tháng một lần.", ["half-year"]),
        ("Định kỳ 6 tháng, hàng năm, rà soát quy chế.", ["half-year", "year"]),
        ("Định kỳ (hàng quý, tháng) giao ban.", ["quarter", "month"]),
        ("Thường xuyên, liên tục tuyên truyền.", ["continuous"]),
        ("Hằng quý, 6 tháng, năm báo cáo kết quả.", ["quarter", "half-year", "year"]),
        ("Mỗi tháng một lần, họp thôn.", ["month"]),
        ("Mở ít nhất 02 lớp; kiểm tra 01 lần/năm.", [None, "year"]),
        ("Bố trí dự toán chi thường xuyên.", [None]),
        ("Trong 6 tháng, hoàn thành việc sắp xếp.", [None]),
        ("Hai năm một lần, tổng kết.", [None]),
        ("Kịp thời khen thưởng.", [None]),
    ],
)
def test_how_often_a_duty_returns(sentence, every):
    assert [duty.every for duty in duties(sentence)] == every


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("Báo cáo trước ngày 15 tháng 12 hằng năm.", (None, 12, 15)),
        ("Hoàn thành chậm nhất ngày 31/01/2027.", (2027, 1, 31)),
        ("Hoàn thành trong quý I/2026.", (2026, 3, 31)),
        ("Hoàn thành trong quý II/2026.", (2026, 6, 30)),
        ("Hoàn thành trong quý III/2026.", (2026, 9, 30)),
        ("Hoàn thành trong quý IV/2026.", (2026, 12, 31)),
        ("Hoàn thành trong quý 2/2026.", (2026, 6, 30)),
        ("Hoàn thành trước tháng 2 năm 2027.", (2027, 2, 28)),
        ("Đến năm 2030, hoàn thiện cơ sở dữ liệu.", (2030, 12, 31)),
        ("Trả lời trong thời hạn 05 ngày làm việc kể từ ngày nhận.", (None, None, None)),
    ],
)
def test_the_last_day_of_a_duty(sentence, due):
    stated = duties(sentence)[0].due
    assert (stated.year, stated.month, stated.day) == due


@pytest.mark.parametrize("due", ["ngày 31 tháng 02 hằng năm", "tháng 13 năm 2027"])
def test_a_day_that_no_calendar_has_is_not_guessed(due):
    assert duties(f"Báo cáo trước {due}.")[0].due is None


def test_parts_with_a_verb_of_their_own_are_duties_of_their_own():
    read = duties("Tập huấn cho Trưởng thôn; thành viên Ban Thanh tra nhân dân; rà soát quy chế hằng năm.")
    assert [(duty.text, duty.every) for duty in read] == [
        ("Tập huấn cho Trưởng thôn; thành viên Ban Thanh tra nhân dân;", None),
        ("rà soát quy chế hằng năm.", "year"),
    ]


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("Điều 1. Phạm vi\n1. Nghị quyết này quy định việc họp thôn.\n", Role.SCOPE),
        ("Điều 1. Giải thích từ ngữ\n1. Hộp thư là nơi nhận góp ý.\n", Role.DEFINITION),
        ("Điều 1. Nguyên tắc\n1. Việc của dân phải để dân biết.\n", Role.PRINCIPLE),
        ("Điều 1. Kinh phí\n1. Kinh phí do ngân sách xã bảo đảm.\n", Role.FUNDING),
        ("Điều 1. Tổ chức thực hiện\n1. Giao Ủy ban nhân dân xã thực hiện.\n", Role.ASSIGNMENT),
        ("Điều 1. Tổ chức thực hiện\n1. Đại biểu Hội đồng nhân dân giám sát việc thực hiện.\n", Role.SUPERVISION),
        ("Điều 1. Hiệu lực\n1. Nghị quyết này có hiệu lực từ ngày ký.\n", Role.EFFECT),
        ("Điều 1. Các biện pháp\n1. Đẩy mạnh đối thoại.\n", Role.DUTY),
        ("Điều 1. Việc họp\n1. Nghị quyết này áp dụng cho mọi thôn.\n", Role.SCOPE),
        ("Điều 1. Việc họp\n1. Giao Trưởng thôn ghi biên bản.\n", Role.ASSIGNMENT),
        ("Điều 1. Việc họp\n1. Buổi họp kín là buổi chỉ đại diện hộ dự.\n", Role.DEFINITION),
        ("Điều 1. Tổ chức thực hiện\n1. Như trên.\n", Role.OTHER),
        ("Điều 1. Việc họp\n1. Như trên.\n", Role.OTHER),
    ],
)
def test_a_sentence_is_classed_by_its_words_and_its_section(body, role):
    assert find(resolution(body)).sentences[-1].role is role


@pytest.mark.parametrize(
    ("heading", "topic"),
    [
        ("Bồi dưỡng, tập huấn", Topic.TRAINING),
        ("Tuyên truyền, phổ biến pháp luật", Topic.COMMUNICATION),
        ("Nâng cao trách nhiệm, nêu gương", Topic.RESPONSIBILITY),
        ("Ứng dụng công nghệ thông tin", Topic.TECHNOLOGY),
        ("Biểu dương, khen thưởng và xử lý vi phạm", Topic.COMMENDATION),
        ("Kiểm tra, giữ gìn kỷ cương", Topic.INSPECTION),
    ],
)
def test_the_topic_is_that_of_the_group(heading, topic):
    proposals = find(resolution(f"Điều 1. Các biện pháp\n1. {heading}:\na) Thực hiện đúng kế hoạch.\n"))
    assert proposals.duties[-1].topic is topic


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("Tăng cường kiểm tra việc niêm yết.", Topic.INSPECTION),
        ("Hằng năm, các cơ quan kiểm tra quy chế.", Topic.INSPECTION),
        ("Khen thưởng tập thể có nhiều sáng kiến.", Topic.COMMENDATION),
    ],
)
def test_under_commendation_and_handling_what_examines_is_inspection(sentence, topic):
    (duty,) = find(resolution(f"Điều 1. Các biện pháp\n1. Khen thưởng và xử lý:\na) {sentence}\n")).duties
    assert duty.topic is topic


def test_the_title_of_an_annex_asks_for_nothing():
    proposals = find(
        resolution(
            "Điều 1. Ban hành quy chế.\nCHỦ TỊCH\nLê Thị Tám\nQUY CHẾ\nTổ chức họp thôn\n1. Trưởng thôn đọc biên bản.\n"
        )
    )
    in_annex = [(each.source.eid, each.role) for each in proposals.sentences if each.source.eid.startswith("att_1")]
    assert in_annex == [("att_1__al_1", Role.HEADING), ("att_1__al_2", Role.HEADING), ("att_1__para_1", Role.DUTY)]


def test_what_expires_is_told_where_the_resolution_is_carried_out_and_is_a_duty_elsewhere():
    proposals = find(
        resolution(
            "Điều 1. Tổ chức thực hiện\n1. Quy chế cũ hết hiệu lực từ ngày ký.\n"
            "Điều 2. Các biện pháp\n1. Trưởng thôn niêm yết văn bản hết hiệu lực.\n"
        )
    )
    assert [each.role for each in proposals.sentences] == [Role.HEADING, Role.EFFECT, Role.HEADING, Role.DUTY]


def test_a_stamp_amid_the_duties_says_nothing():
    proposals = find(resolution("Điều 1. Việc\n1. Giao Trưởng thôn ghi biên bản.\nDỰ THẢO\n2. Đọc lại biên bản.\n"))
    assert [sentence.text for sentence in proposals.sentences] == [
        "Việc",
        "Giao Trưởng thôn ghi biên bản.",
        "Đọc lại biên bản.",
    ]


def test_a_provision_left_unassigned_has_the_reason_of_its_first_sentence_below_the_heading():
    document = resolution(
        "Điều 1. Nguyên tắc\n1. Việc của dân để dân biết. Lời dân được ghi.\nĐiều 2. Kinh phí\nDo xã bảo đảm.\n"
    )
    assert [(left.at, left.reason) for left in unassigned(document, find(document))] == [
        ("Điều 1", "Đề mục"),
        ("khoản 1 Điều 1", "Nguyên tắc, không giao việc và không đặt chỉ tiêu"),
        ("Điều 2", "Đề mục"),
        ("Điều 2", "Nguồn kinh phí"),
    ]


def test_nothing_is_left_unassigned_unseen():
    document = resolution(
        "Điều 1. Nguyên tắc\n1. Việc của dân phải để dân biết.\nĐiều 2. Các biện pháp\n1. Đẩy mạnh đối thoại.\n"
        "Điều 3. Hiệu lực\nNghị quyết này có hiệu lực từ ngày ký.\n"
    )
    proposals = find(document)
    seen = {item.source.eid for item in (*proposals.targets, *proposals.duties)}
    left = {item.eid for item in unassigned(document, proposals)}
    with_words = {node.eid for top in document.body for node in top.walk() if node.heading or node.text}
    assert seen | left == with_words
    assert not seen & left
    assert all(item.reason for item in unassigned(document, proposals))
