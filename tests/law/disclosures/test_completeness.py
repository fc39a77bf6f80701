"""Whether everything required is done, and what is missing."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawcore.answers import Refused
from lawcore.disclosures import Publisher, complete, complete_inside

ON = date(2026, 3, 2)
ALL = {
    "has_portal": True,
    "has_radio": True,
    "on_portal": True,
    "office_days": 30,
    "house_days": 30,
    "point_days": 30,
    "broadcast_days": 3,
    "sent_to_village_heads": True,
}


@pytest.mark.parametrize(
    ("item", "given", "done", "lacks"),
    [
        (7, {}, True, ()),
        (13, {"office_days": 30}, False, ("phải niêm yết thường xuyên",)),  # taken down after 30 days
        (13, {"still_posted": True}, True, ()),
        (4, {"still_posted": True, "house_days": 0, "point_days": 0}, True, ()),  # the office is enough for good
        (4, {"still_posted": True, "office_days": 0}, True, ()),
        (4, {"still_posted": False}, False, ("nay không còn niêm yết",)),
        (8, {"broadcast_days": 2}, False, ("mới phát truyền thanh 2 ngày, cần ít nhất 3 ngày liên tục",)),
        (8, {"broadcast_days": 4}, True, ()),
        (12, {"has_radio": False, "broadcast_days": 0}, True, ()),  # no radio, no broadcast
        (12, {"has_portal": False, "on_portal": False}, True, ()),
        (3, {"house_days": 0, "point_days": 0}, False, ("nhà văn hóa", "điểm sinh hoạt cộng đồng")),  # office only
        (3, {"broadcast_days": 0, "sent_to_village_heads": False}, True, ()),
        (9, {"sent_to_village_heads": False}, False, ("chưa gửi Trưởng thôn, Tổ trưởng tổ dân phố",)),
        (1, {"office_days": 29}, False, ("mới niêm yết 29 ngày tại trụ sở Hội đồng nhân dân, Ủy ban nhân dân",)),
        (1, {"house_days": 29}, False, ("mới niêm yết 29 ngày tại nhà văn hóa, cần ít nhất 30 ngày liên tục",)),
        (1, {"point_days": 29}, False, ("mới niêm yết 29 ngày tại điểm sinh hoạt cộng đồng",)),
        (1, {"office_days": 31}, True, ()),
        (1, {"on_portal": False}, False, ("chưa đăng trên cổng, trang thông tin điện tử",)),
        (1, {"office_days": 28}, False, ("mới niêm yết 28 ngày tại trụ sở",)),
        (1, {"office_days": 29, "posting_inclusive": "inclusive"}, True, ()),  # the day of posting counts
        (1, {"office_days": 28, "posting_inclusive": "inclusive"}, False, ("mới niêm yết 29 ngày tại trụ sở",)),
        (1, {"office_days": 29, "on_portal": False}, False, ("mới niêm yết 29 ngày", "chưa đăng trên cổng")),
        (14, {}, True, ()),
        (14, {"office_days": 0, "house_days": 0, "point_days": 0}, True, ()),
        (14, {"on_portal": False}, False, ("chưa đăng trên cổng",)),
        (14, {"office_days": 0, "other_content": "as_others"}, False, ("chưa niêm yết được ngày nào tại trụ sở",)),
        (14, {"office_days": 29, "other_content": "as_others"}, False, ("mới niêm yết 29 ngày tại trụ sở",)),
    ],
)
def test_commune(item, given, done, lacks):
    found = complete(item=item, on=ON, **{**ALL, **given})
    assert found.result is done
    assert found.explanation.count(";") == max(0, len(lacks) - 1)
    for lack in lacks:
        assert lack in found.explanation
    assert ("chưa công khai đủ: " in found.explanation) is not done
    assert ("đã công khai đủ các cách luật buộc." in found.explanation) is done
    assert (found.rule, found.version) == ("disclosure.complete", date(2023, 7, 1))
    assert found.assumptions


@pytest.mark.parametrize(
    ("item", "given", "open_question", "first_day"),
    [
        (1, {"office_days": 30}, False, False),
        (1, {"office_days": 29}, True, True),  # thirty days if the day of posting counts
        (1, {"office_days": 29, "posting_inclusive": "inclusive"}, True, True),
        (1, {"office_days": 28}, False, False),
        (1, {"office_days": 29, "on_portal": False}, False, False),  # not done by either reading
        (14, {}, False, False),  # done even if it has to be posted
        (14, {"on_portal": False}, False, False),
        (14, {"office_days": 0}, True, False),
        (14, {"office_days": 0, "other_content": "as_others"}, True, False),
        (14, {"office_days": 29}, True, True),
    ],
)
def test_only_what_a_reading_would_change_is_provisional(item, given, open_question, first_day):
    found = complete(item=item, on=ON, **{**ALL, **given})
    assert found.provisional is open_question
    assert any("(tham số posting_inclusive)" in each for each in found.assumptions) is first_day


@pytest.mark.parametrize(
    ("given", "done", "open_question", "says"),
    [
        ({"house_days": 0, "has_house": False}, True, False, ()),  # nobody can post where there is no house
        ({"house_days": 0, "has_house": True}, False, False, ()),
        ({"house_days": 0}, False, True, ("nhà văn hóa",)),  # not known: asked for, and said
        ({"point_days": 29, "has_point": None}, False, True, ("điểm sinh hoạt cộng đồng",)),
        ({"point_days": 30, "has_point": None}, True, False, ()),  # it hangs there anyway
        ({"house_days": 0, "point_days": 0}, False, True, ("nhà văn hóa", "điểm sinh hoạt cộng đồng")),
        ({"house_days": 0, "point_days": 0, "has_house": True}, False, False, ("điểm sinh hoạt cộng đồng",)),
        ({"house_days": 0, "has_house": None, "office_days": 0}, False, False, ("nhà văn hóa",)),  # short elsewhere
        ({"house_days": 0, "point_days": 0, "has_house": False, "has_point": False}, True, False, ()),
        ({"house_days": 29, "has_house": None, "posting_inclusive": "inclusive"}, True, True, ()),
    ],
)
def test_a_place_is_asked_for_where_a_village_has_it_and_the_unknown_is_said(given, done, open_question, says):
    found = complete(item=1, on=ON, **{**ALL, **given})
    assert (found.result, found.provisional) == (done, open_question)
    unknown = [each for each in found.assumptions if each.startswith("Chưa biết")]
    assert len(unknown) == len(says)
    for place, sentence in zip(says, unknown, strict=True):
        assert place in sentence
    assert found.inputs["has_house"] is given.get("has_house")


def test_what_hangs_at_the_office_for_good_does_not_ask_what_villages_have():
    found = complete(item=4, on=ON, **{**ALL, "still_posted": True, "house_days": 0, "point_days": 0})
    assert (found.result, found.provisional) == (True, False)
    assert not any(each.startswith("Chưa biết") for each in found.assumptions)


@pytest.mark.parametrize(
    ("given", "done"),
    [
        ({}, False),
        ({"office_days": 1}, True),
        ({"broadcast_days": 1}, True),
        ({"sent_to_village_heads": True}, True),
    ],
)
def test_other_content_without_a_portal_is_not_disclosed_by_doing_nothing(given, done):
    found = complete(item=14, has_portal=False, on=ON, **given)
    assert found.result is done
    assert ("chưa công khai bằng cách nào; phải theo văn bản hoặc quy chế" in found.explanation) is not done


@pytest.mark.parametrize(("ask", "given"), [(complete, ALL), (complete_inside, {"kind": "agency", "has_portal": True})])
def test_an_unknown_way_to_count_is_refused(ask, given):
    with pytest.raises(Refused) as refused:
        ask(item=1, on=ON, posting_inclusive="never", **given)
    assert refused.value.allowed == ("exclusive", "inclusive")


def test_nothing_done_lacks_everything():
    found = complete(item=11, has_portal=True, has_radio=True, on=ON)
    assert not found.result
    assert found.explanation.count(";") == 5
    assert found.explanation.count("chưa niêm yết được ngày nào") == 3
    assert "; chưa phát truyền thanh, cần ít nhất 3 ngày liên tục" in found.explanation
    assert found.inputs["office_days"] == found.inputs["broadcast_days"] == 0
    assert found.inputs["kind"] is Publisher.COMMUNE
    assert found.citation.startswith("khoản 11 Điều 11")


@pytest.mark.parametrize("name", ["office_days", "house_days", "point_days", "broadcast_days"])
def test_impossible_days(name):
    with pytest.raises(Refused, match="phải là số nguyên từ 0"):
        complete(item=7, on=ON, **{**ALL, name: -1})


@settings(max_examples=50)
@given(
    item=st.integers(1, 14),
    days=st.tuples(*[st.integers(0, 60)] * 4),
    flags=st.tuples(*[st.booleans()] * 3),
    more=st.integers(0, 3),
)
def test_more_days_never_undo_completeness(item, days, flags, more):
    names = ["office_days", "house_days", "point_days", "broadcast_days"]
    rest = dict(zip(["on_portal", "still_posted", "sent_to_village_heads"], flags, strict=True))
    before = dict(zip(names, days, strict=True))
    after = {**before, names[more]: before[names[more]] + 1}
    one, other = (
        complete(item=item, has_portal=True, has_radio=True, on=ON, **rest, **posted).result
        for posted in (before, after)
    )
    assert one <= other


@pytest.mark.parametrize("kind", [Publisher.AGENCY, Publisher.ENTERPRISE])
@pytest.mark.parametrize(
    ("given", "done", "lack"),
    [
        ({"has_portal": True, "portal_days": 20}, True, "đã công khai đủ"),
        (
            {"has_portal": True, "portal_days": 19},
            False,
            "mới đăng 19 ngày trên trang, hệ thống nội bộ, cần ít nhất 20",
        ),
        ({"has_portal": True, "portal_days": 21}, True, "đã công khai đủ"),
        ({"has_portal": True, "portal_days": 0, "all_in_writing": True}, False, "chưa đăng được ngày nào"),
        ({"has_portal": False, "headquarters_days": 20, "workplace_days": 20}, True, "đã công khai đủ"),
        ({"has_portal": False, "headquarters_days": 19, "workplace_days": 20}, False, "19 ngày tại trụ sở,"),
        ({"has_portal": False, "headquarters_days": 20, "workplace_days": 19}, False, "19 ngày tại nơi làm việc"),
        ({"has_portal": False, "all_in_writing": True}, True, "đã công khai đủ"),  # everybody had it in writing
        ({"has_portal": False}, False, "chưa niêm yết được ngày nào tại trụ sở, cần ít nhất 20 ngày"),
        ({"has_portal": False}, False, "chưa niêm yết được ngày nào tại nơi làm việc"),
        ({"has_portal": True}, False, "chưa đăng được ngày nào trên trang"),
        ({"has_portal": True, "portal_days": 19, "posting_inclusive": "inclusive"}, True, "đã công khai đủ"),
        ({"has_portal": True, "portal_days": 18, "posting_inclusive": "inclusive"}, False, "mới đăng 19 ngày"),
    ],
)
def test_inside(kind, given, done, lack):
    found = complete_inside(kind=kind, item=1, on=ON, **given)
    assert found.result is done
    assert lack in found.explanation
    assert found.rule == "disclosure.complete_inside"
    assert found.provisional is (19 in given.values())
    assert found.inputs["portal_days"] == given.get("portal_days", 0)
    assert found.inputs["headquarters_days"] == given.get("headquarters_days", 0)


def test_inside_is_not_for_communes():
    with pytest.raises(Refused) as refused:
        complete_inside(kind=Publisher.COMMUNE, item=1, has_portal=True, on=ON)
    assert refused.value.allowed == ("agency", "enterprise")


@pytest.mark.parametrize("name", ["portal_days", "headquarters_days", "workplace_days"])
def test_impossible_days_inside(name):
    with pytest.raises(Refused, match="phải là số nguyên từ 0"):
        complete_inside(kind=Publisher.AGENCY, item=1, has_portal=True, on=ON, **{name: -1})
