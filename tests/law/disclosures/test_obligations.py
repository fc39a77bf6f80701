"""What must be done for each item."""

from datetime import date

import pytest

from lawcore.answers import Refused
from lawcore.dated import NotYetInForce
from lawcore.disclosures import Form, Place, Publisher, obligations
from lawcore.timelimits import days, working_days

ON = date(2026, 3, 2)
COMMUNE, AGENCY, ENTERPRISE = Publisher.COMMUNE, Publisher.AGENCY, Publisher.ENTERPRISE
PORTAL, POSTING, RADIO, HEAD = Form.PORTAL, Form.POSTING, Form.RADIO, Form.VILLAGE_HEAD
THREE = (Place.OFFICE, Place.CULTURAL_HOUSE, Place.COMMUNITY_POINT)

WRITTEN = ((PORTAL, POSTING), THREE, days(30), False, None)
SPOKEN = ((PORTAL, POSTING, RADIO, HEAD), THREE, days(30), False, days(3))
FOR_GOOD = ((PORTAL, POSTING), (Place.OFFICE,), None, True, None)


def asked(kind, item, **given):
    return obligations(kind=kind, item=item, on=ON, **{"has_portal": True, **given})


def shape(owed):
    return owed.forms, owed.places, owed.stays, owed.for_good, owed.broadcast


@pytest.mark.parametrize(
    ("item", "expected", "clauses"),
    [
        (1, WRITTEN, "1, 2"),
        (2, WRITTEN, "1, 2"),
        (3, WRITTEN, "1, 2"),
        (4, FOR_GOOD, "1, 2"),  # rules on democracy: for good, at the office only
        (5, WRITTEN, "1, 2"),
        (6, WRITTEN, "1, 2"),
        (7, SPOKEN, "1, 2, 3, 4"),
        (8, SPOKEN, "1, 2, 3, 4"),
        (9, SPOKEN, "1, 2, 3, 4"),
        (10, SPOKEN, "1, 2, 3, 4"),
        (11, SPOKEN, "1, 2, 3, 4"),
        (12, SPOKEN, "1, 2, 3, 4"),
        (13, FOR_GOOD, "1, 2"),  # administrative procedures
        (14, ((PORTAL,), (), None, False, None), "1, 2"),  # no form in the law but the portal
    ],
)
def test_commune(item, expected, clauses):
    found = asked(COMMUNE, item, has_radio=True)
    assert shape(found.result) == expected
    assert found.result.item == f"11.{item}"
    assert found.result.within == working_days(5)
    law = "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15"
    assert found.citation == f"khoản {item} Điều 11 {law}; khoản 3 Điều 12 {law}; khoản {clauses} Điều 13 {law}"
    assert (found.rule, found.version) == ("disclosure.obligations", date(2023, 7, 1))
    assert found.provisional is (item == 14)
    assert found.assumptions[0] == (
        "Trừ bí mật nhà nước, thông tin pháp luật chưa cho công khai, và khi pháp luật có quy định khác về thời điểm, "
        "cách công khai nội dung này."
    )


@pytest.mark.parametrize(
    ("item", "has_portal", "has_radio", "forms", "broadcast"),
    [
        (12, True, False, (PORTAL, POSTING, HEAD), None),  # a commune without a radio need not broadcast
        (12, False, True, (POSTING, RADIO, HEAD), days(3)),  # nor use a portal that is not there
        (12, False, False, (POSTING, HEAD), None),
        (6, True, True, (PORTAL, POSTING), None),  # not by radio even where there is one
        (6, True, None, (PORTAL, POSTING), None),
        (6, False, None, (POSTING,), None),
        (13, False, None, (POSTING,), None),
        (14, False, None, (), None),
    ],
)
def test_only_what_the_commune_has(item, has_portal, has_radio, forms, broadcast):
    owed = asked(COMMUNE, item, has_portal=has_portal, has_radio=has_radio).result
    assert (owed.forms, owed.broadcast) == (forms, broadcast)


@pytest.mark.parametrize(
    ("kind", "has_portal", "in_writing", "forms", "places", "stays", "clause"),
    [
        (AGENCY, True, False, (PORTAL,), (), days(20), "khoản 1 Điều 48"),
        (AGENCY, True, True, (PORTAL,), (), days(20), "khoản 1 Điều 48"),  # writing frees from posting only
        (AGENCY, False, False, (POSTING,), (Place.HEADQUARTERS, Place.WORKPLACE), days(20), "khoản 2 Điều 48"),
        (AGENCY, False, True, (Form.ALL_IN_WRITING,), (), None, "khoản 2 Điều 48"),
        (ENTERPRISE, True, False, (PORTAL,), (), days(20), "khoản 1 Điều 66"),
        (ENTERPRISE, True, True, (PORTAL,), (), days(20), "khoản 1 Điều 66"),
        (ENTERPRISE, False, False, (POSTING,), (Place.HEADQUARTERS, Place.WORKPLACE), days(20), "khoản 2 Điều 66"),
        (ENTERPRISE, False, True, (Form.ALL_IN_WRITING,), (), None, "khoản 2 Điều 66"),
    ],
)
def test_inside(kind, has_portal, in_writing, forms, places, stays, clause):
    found = asked(kind, 3, has_portal=has_portal, all_in_writing=in_writing)
    assert shape(found.result) == (forms, places, stays, False, None)
    assert clause in found.citation
    within = {AGENCY: (working_days(5), "khoản 2 Điều 47"), ENTERPRISE: (days(15), "khoản 2 Điều 65")}[kind]
    assert (found.result.within, within[1] in found.citation) == (within[0], True)
    assert found.citation.startswith("khoản 3 Điều 46" if kind is AGENCY else "điểm c khoản 1 Điều 64")
    assert not found.provisional


ADDED_BY_COMMUNES = ("letter", "dialogue", "reception", "organisations", "network", "other")
ADDED_INSIDE = ("conference", "all-in-writing", "section-heads", "union")


@pytest.mark.parametrize(
    ("kind", "item", "has_portal", "has_radio", "may_add"),
    [
        (COMMUNE, 7, True, True, ADDED_BY_COMMUNES),
        (COMMUNE, 7, True, False, ADDED_BY_COMMUNES),  # what is not there cannot be added
        (COMMUNE, 1, True, True, ("radio", "village-head", *ADDED_BY_COMMUNES)),
        (COMMUNE, 1, True, None, ("radio", "village-head", *ADDED_BY_COMMUNES)),
        (COMMUNE, 1, False, False, ("village-head", *ADDED_BY_COMMUNES)),
        (AGENCY, 1, True, None, ("posting", *ADDED_INSIDE, "other")),
        (AGENCY, 1, False, None, (*ADDED_INSIDE, "other")),
        (ENTERPRISE, 1, True, None, ("posting", *ADDED_INSIDE, "network", "other")),
        (ENTERPRISE, 1, False, None, (*ADDED_INSIDE, "network", "other")),
    ],
)
def test_other_forms_may_be_added(kind, item, has_portal, has_radio, may_add):
    assert asked(kind, item, has_portal=has_portal, has_radio=has_radio).result.may_add == may_add


@pytest.mark.parametrize(
    ("kind", "item", "given", "because"),
    [
        (
            COMMUNE,
            7,
            {"has_radio": True},
            (
                "“Chính sách hỗ trợ, trợ cấp, tín dụng, nhà ở, bảo hiểm, an sinh” phải đăng trên cổng, trang thông "
                "tin điện tử của xã; niêm yết ít nhất 30 ngày liên tục tại trụ sở Hội đồng nhân dân, Ủy ban nhân dân, "
                "tại nhà văn hóa, tại điểm sinh hoạt cộng đồng; phát trên truyền thanh xã ít nhất 3 ngày liên tục; gửi Trưởng thôn, Tổ "
                "trưởng tổ dân phố để báo cho Nhân dân. Công khai chậm nhất 5 ngày làm việc kể từ ngày có quyết định, văn bản."
            ),
        ),
        (
            COMMUNE,
            13,
            {"has_portal": False},
            (
                "“Thủ tục hành chính và thủ tục giải quyết công việc của xã” phải niêm yết thường xuyên tại trụ sở "
                "Hội đồng nhân dân, Ủy ban nhân dân và cập nhật khi có thay đổi. Công khai chậm nhất 5 ngày làm việc kể "
                "từ ngày có quyết định, văn bản."
            ),
        ),
        (
            COMMUNE,
            14,
            {"has_portal": False},
            (
                "“Nội dung khác theo pháp luật và quy chế dân chủ của xã” phải công khai theo văn bản hoặc quy chế "
                "quy định nội dung đó, vì xã chưa có cổng, trang thông tin điện tử. Công khai chậm nhất 5 ngày làm việc kể từ ngày có "
                "quyết định, văn bản."
            ),
        ),
        (
            AGENCY,
            2,
            {},
            (
                "“Kế hoạch công tác năm, quý, tháng” phải đăng trên trang, hệ thống thông tin nội bộ ít nhất 20 "
                "ngày liên tục. Công khai chậm nhất 5 ngày làm việc kể từ ngày có quyết định, văn bản."
            ),
        ),
        (
            ENTERPRISE,
            7,
            {"has_portal": False},
            (
                "“Quy chế thực hiện dân chủ của doanh nghiệp” phải niêm yết ít nhất 20 ngày liên tục tại trụ sở, "
                "tại nơi làm việc của bộ phận liên quan. Công khai chậm nhất 15 ngày kể từ ngày có quyết định, văn bản."
            ),
        ),
        (
            ENTERPRISE,
            7,
            {"has_portal": False, "all_in_writing": True},
            (
                "“Quy chế thực hiện dân chủ của doanh nghiệp” phải báo bằng văn bản đến toàn thể người trong cơ "
                "quan, doanh nghiệp (nên không phải niêm yết). Công khai chậm nhất 15 ngày kể từ ngày có quyết định, văn bản."
            ),
        ),
    ],
)
def test_explanations(kind, item, given, because):
    assert asked(kind, item, **given).explanation == because


def test_other_content_can_be_read_as_posted():
    owed = asked(COMMUNE, 14, other_content="as_others")
    assert shape(owed.result) == WRITTEN
    assert owed.provisional
    assert owed.assumptions[-1].endswith("có, như các nội dung phải niêm yết khác (tham số other_content).")
    assert shape(asked(COMMUNE, 4, other_content="as_others").result) == FOR_GOOD


def test_special_areas_follow_rules_not_read_here():
    found = asked(COMMUNE, 1, special_area=True)
    assert found.provisional
    assert "quy định riêng của Chính phủ" in found.assumptions[1]
    assert not asked(AGENCY, 1, special_area=True).provisional


@pytest.mark.parametrize(
    ("kind", "item", "given", "message"),
    [
        (COMMUNE, 0, {}, "Số thứ tự nội dung phải là số nguyên từ 1"),
        (COMMUNE, 15, {}, "Chỉ có 14 nội dung phải công khai, không có nội dung thứ 15."),
        (AGENCY, 13, {}, "Chỉ có 12 nội dung"),
        (ENTERPRISE, 9, {}, "Chỉ có 8 nội dung"),
        (COMMUNE, 7, {}, "Còn thiếu thông tin xã có hệ thống truyền thanh hay không (has_radio)."),
        (COMMUNE, 1, {"other_content": "never"}, "Không có cách hiểu “"),
    ],
)
def test_refusals(kind, item, given, message):
    with pytest.raises(Refused) as refused:
        asked(kind, item, **given)
    assert message in str(refused.value)
    assert refused.value.allowed


def test_before_the_law():
    with pytest.raises(NotYetInForce):
        obligations(kind=COMMUNE, item=1, has_portal=True, on=date(2023, 6, 30))
    assert obligations(kind=COMMUNE, item=1, has_portal=True, on=date(2023, 7, 1)).result.item == "11.1"


def test_the_inputs_are_kept():
    assert asked(AGENCY, 1).inputs == {
        "kind": AGENCY,
        "item": 1,
        "has_portal": True,
        "has_radio": None,
        "all_in_writing": False,
        "special_area": False,
        "on": ON,
        "other_content": "by_regulation",
    }


def test_an_answer_is_plain_json():
    result = asked(COMMUNE, 8, has_radio=True).as_json()["result"]
    assert result["broadcast"] == {"number": 3, "unit": "day"}
    assert result["forms"] == ["portal", "posting", "radio", "village-head"]
    assert result["places"] == ["office", "cultural-house", "community-point"]
