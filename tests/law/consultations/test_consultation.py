"""Plan, ways, time, hearing those concerned, reasons, report."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawcore.answers import Refused
from lawcore.consultations import (
    DEADLINES,
    MINIMUM,
    Asker,
    Way,
    hearing_required,
    long_enough,
    may_sign,
    plan_complete,
    plan_sent,
    reason_required,
    report_due,
    way_allowed,
)
from lawcore.dated import NotYetInForce
from lawcore.sources import cited

ON = date(2026, 7, 1)
STATED = {"content": True, "form": True, "way": True, "time_limit": True, "responsibility": True}


@pytest.mark.parametrize(("kind", "article"), [(Asker.COMMUNE, "28"), (Asker.AGENCY, "55")])
@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ((), "Kế hoạch đã nêu đủ năm nội dung luật buộc."),
        (("content",), "Kế hoạch còn thiếu: nội dung lấy ý kiến."),
        (("form",), "Kế hoạch còn thiếu: hình thức lấy ý kiến."),
        (("way",), "Kế hoạch còn thiếu: cách thức thực hiện."),
        (("time_limit",), "Kế hoạch còn thiếu: thời hạn triển khai."),
        (("responsibility",), "Kế hoạch còn thiếu: trách nhiệm tổ chức thực hiện."),
        (("form", "time_limit"), "Kế hoạch còn thiếu: hình thức lấy ý kiến; thời hạn triển khai."),
    ],
)
def test_what_a_plan_states(kind, article, missing, words):
    found = plan_complete(kind=kind, on=ON, **{**STATED, **dict.fromkeys(missing, False)})
    assert found.result is (not missing)
    assert found.explanation == words
    assert (found.rule, found.citation) == ("consultation.plan_complete", cited(f"LDC art. {article} cl. 1"))


def test_a_whole_plan_is_complete():
    assert plan_complete(kind=Asker.COMMUNE, on=ON, **STATED).result is True
    with pytest.raises(Refused) as refused:
        plan_complete(kind=Asker.ENTERPRISE, on=ON, **STATED)
    assert refused.value.allowed == ("commune", "agency")


@pytest.mark.parametrize(
    ("council", "front", "sent", "words"),
    [
        (True, True, True, "đã gửi đủ nơi"),
        (True, False, False, "chưa gửi đến Ủy ban Mặt trận Tổ quốc Việt Nam cấp xã."),
        (False, True, False, "chưa gửi đến Hội đồng nhân dân xã."),
        (False, False, False, "chưa gửi đến Hội đồng nhân dân xã và Ủy ban Mặt trận Tổ quốc Việt Nam cấp xã."),
    ],
)
def test_to_whom_a_plan_goes(council, front, sent, words):
    found = plan_sent(sent_to_council=council, sent_to_front=front, on=ON)
    assert found.result is sent
    assert words in found.explanation
    assert "Luật không ấn định phải gửi trước bao nhiêu ngày." in found.explanation
    assert (found.rule, found.citation) == ("consultation.plan_sent", cited("LDC art. 28 cl. 1"))


@pytest.mark.parametrize(
    ("item", "way", "available", "allowed", "word"),
    [
        (1, Way.DIALOGUE, True, True, "một hoặc nhiều cách"),
        (1, Way.MEETING, True, True, "cuộc họp của cộng đồng dân cư"),
        (7, Way.BALLOT, False, True, "phiếu lấy ý kiến"),
        (1, Way.BOX, True, True, "hòm thư"),
        (1, Way.BOX, False, False, "xã chưa có phương tiện này"),
        (1, Way.PORTAL, False, False, "xã chưa có phương tiện này"),
        (1, Way.NETWORK, False, False, "xã chưa có phương tiện này"),
        (1, Way.FRONT, False, True, "Mặt trận"),
        (8, Way.ADDRESSED, True, True, "đối tượng thi hành"),
        (7, Way.ADDRESSED, True, False, "chỉ dùng cho khoản 8 Điều 25"),
        (9, Way.ADDRESSED, True, False, "chỉ dùng cho khoản 8 Điều 25"),
        (8, Way.BALLOT, True, True, "phiếu"),
    ],
)
def test_which_way_fits_which_matter(item, way, available, allowed, word):
    found = way_allowed(item=item, way=way, available=available, on=ON)
    assert found.result is allowed
    assert word in found.explanation
    assert found.explanation.startswith("Được" if allowed else "Không được")
    cite = "LDC art. 26 cl. 1 pt. h" if way is Way.ADDRESSED else "LDC art. 26 cl. 1"
    assert (found.rule, found.citation) == ("consultation.way_allowed", cited(cite))
    assert len(found.assumptions) == 1
    assert way_allowed(item=item, way=way, on=ON).inputs["available"] is True


@pytest.mark.parametrize("item", [0, 10])
def test_article_25_has_nine_clauses(item):
    with pytest.raises(Refused) as refused:
        way_allowed(item=item, way=Way.BALLOT, on=ON)
    assert refused.value.allowed


@pytest.mark.parametrize(
    ("since", "closes"),
    [
        (date(2026, 7, 1), date(2026, 7, 21)),  # Wednesday; twenty full days after it
        (date(2026, 2, 10), date(2026, 3, 2)),
        (date(2026, 4, 10), date(2026, 4, 30)),  # a holiday does not move it
        (date(2023, 7, 1), date(2023, 7, 21)),
    ],
)
def test_earliest_close(since, closes):
    found = MINIMUM["consultation"](since=since)
    assert (found.result, found.rule) == (closes, "minimum.consultation")
    assert found.citation == cited("LDC art. 28 cl. 2")
    assert found.explanation.startswith("Việc lấy ý kiến được kết thúc sớm nhất ngày")
    assert not found.provisional
    assert found.inputs == {"since": since, "by_other_law": None}


@pytest.mark.parametrize(
    ("since", "closed_on", "enough"),
    [
        (date(2026, 7, 1), date(2026, 7, 20), False),  # one day too short
        (date(2026, 7, 1), date(2026, 7, 21), True),
        (date(2026, 7, 1), date(2026, 7, 22), True),
        (date(2026, 7, 1), date(2026, 7, 1), False),
    ],
)
def test_long_enough(since, closed_on, enough):
    found = long_enough(since=since, closed_on=closed_on)
    assert (found.result, found.rule) == (enough, "consultation.long_enough")
    assert found.explanation.startswith("Đủ thời gian: " if enough else "Chưa đủ thời gian: ")
    assert "21/07/2026" in found.explanation
    assert found.inputs == {"since": since, "by_other_law": None, "closed_on": closed_on}
    assert found.citation == cited("LDC art. 28 cl. 2")


def test_another_law_can_set_the_time():
    since, fixed = date(2026, 7, 1), date(2026, 8, 15)
    found = MINIMUM["consultation"](since=since, by_other_law=fixed)
    assert (found.result, found.rule, found.citation) == (fixed, "minimum.consultation", cited("LDC art. 28 cl. 2"))
    assert "pháp luật khác đã ấn định thời hạn" in found.explanation
    assert found.inputs["by_other_law"] == fixed
    assert not long_enough(since=since, closed_on=date(2026, 8, 14), by_other_law=fixed).result
    assert long_enough(since=since, closed_on=fixed, by_other_law=fixed).result
    assert MINIMUM["consultation"](since=since, by_other_law=since).result == since
    with pytest.raises(Refused, match="không thể trước ngày công khai"):
        MINIMUM["consultation"](since=since, by_other_law=date(2026, 6, 30))
    with pytest.raises(Refused, match="trước ngày công khai nội dung"):
        long_enough(since=since, closed_on=date(2026, 6, 30))


@pytest.mark.parametrize(
    ("binds", "secret", "penalty", "asked", "required", "word"),
    [
        (True, False, False, True, True, "Phải để công dân, hoặc người được ủy quyền, trình bày"),
        (True, False, False, False, False, "vẫn phải báo trước"),
        (True, False, True, True, False, "quyết định xử phạt vi phạm hành chính"),  # fines are excepted
        (True, True, False, True, False, "bí mật nhà nước"),
        (False, False, False, True, False, "không đặt nghĩa vụ"),
        (False, True, True, False, False, "không đặt nghĩa vụ"),
    ],
)
def test_who_must_be_heard(binds, secret, penalty, asked, required, word):
    found = hearing_required(binds=binds, secret=secret, penalty=penalty, asked=asked, on=ON)
    assert found.result is required
    assert word in found.explanation
    assert (found.rule, found.citation) == ("consultation.hearing_required", cited("LDC art. 27 cl. 1"))
    assert found.inputs == {"binds": binds, "secret": secret, "penalty": penalty, "asked": asked, "on": ON}


@pytest.mark.parametrize(
    ("informed", "asked", "heard", "filed", "allowed", "word"),
    [
        (True, True, True, True, True, "đã nghe công dân trình bày và lưu đủ hồ sơ"),
        (True, True, False, True, False, "công dân yêu cầu mà chưa được trình bày ý kiến"),  # a defect
        (True, False, False, False, True, "Được ký: đã báo trước, công dân không yêu cầu trình bày ý kiến."),
        (True, False, True, True, True, "đã nghe công dân trình bày và lưu đủ hồ sơ"),  # heard without asking
        (False, False, False, False, False, "chưa báo cho công dân biết"),
        (True, True, True, False, False, "chưa lưu ý kiến và giải trình"),
        (True, False, True, False, False, "chưa lưu ý kiến và giải trình"),
        (False, True, False, False, False, "chưa báo cho công dân biết; công dân yêu cầu mà chưa"),
    ],
)
def test_when_the_commune_may_sign(informed, asked, heard, filed, allowed, word):
    facts = {"informed": informed, "asked": asked, "heard": heard, "filed": filed}
    found = may_sign(binds=True, on=ON, **facts)
    assert found.result is allowed
    assert word in found.explanation
    assert found.explanation.startswith("Được ký: " if allowed else "Chưa được ký, sai thủ tục: ")
    assert (found.rule, found.citation) == ("consultation.may_sign", cited("LDC art. 27 cl. 1, 3"))
    assert found.inputs == {"binds": True, "secret": False, "penalty": False, **facts, "on": ON}


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ({"binds": True, "penalty": True}, "xử phạt vi phạm hành chính"),
        ({"binds": True, "secret": True}, "bí mật nhà nước"),
        ({"binds": False}, "không đặt nghĩa vụ"),
    ],
)
def test_where_no_hearing_is_owed_nothing_hinders_signing(given, word):
    found = may_sign(informed=False, asked=True, heard=False, filed=False, on=ON, **given)
    assert found.result is True
    assert "Điều 27 không áp dụng" in found.explanation
    assert word in found.explanation


@pytest.mark.parametrize(
    ("opinions", "against", "agree", "received", "expressed"),
    [
        (100, 51, 49, True, True),
        (100, 50, 50, False, False),  # exactly half is no majority
        (100, 50, 49, False, True),  # more than those who agree, not more than half
        (100, 49, 51, False, False),
        (101, 51, 50, True, True),
        (101, 50, 51, False, False),
        (1, 1, 0, True, True),
        (1, 0, 1, False, False),
        (2, 1, 1, False, False),
        (3, 2, 1, True, True),
        (3, 1, 0, False, True),
        (3, 1, 1, False, False),
        (50, 26, 0, True, True),
        (51, 26, 25, True, True),
        (51, 25, 26, False, False),
    ],
)
def test_reasons_against_the_majority(opinions, against, agree, received, expressed):
    counts = {"opinions": opinions, "against": against, "agree": agree}
    found = reason_required(**counts, on=ON)
    other = reason_required(**counts, majority_opinion="expressed", on=ON)
    assert (found.result, other.result) == (received, expressed)
    assert found.provisional is other.provisional is (received is not expressed)
    assert (found.rule, found.citation) == ("consultation.reason_required", cited("LDC art. 28 cl. 4"))
    assert found.explanation.startswith("Phải giải trình" if received else "Không buộc nêu lý do")
    assert f"{against} trong {opinions} ý kiến khác với quyết định, {agree} ý kiến như" in found.explanation
    assert "luôn phải công khai" in found.explanation
    assert "quá một nửa tổng số ý kiến nhận được (tham số majority_opinion)" in found.assumptions[0]
    assert "bên nhiều hơn" in other.assumptions[0]
    assert "cấp trên quyết định" in found.assumptions[1]
    assert found.inputs == {**counts, "majority_opinion": "received", "on": ON}


@pytest.mark.parametrize(
    ("opinions", "against", "agree"), [(0, 0, 0), (10, -1, 0), (10, 0, -1), (10, 6, 5), (10, 11, 0)]
)
def test_impossible_opinions(opinions, against, agree):
    with pytest.raises(Refused):
        reason_required(opinions=opinions, against=against, agree=agree, on=ON)


def test_all_sides_may_fill_the_opinions():
    assert reason_required(opinions=10, against=6, agree=4, on=ON).result
    with pytest.raises(Refused) as refused:
        reason_required(opinions=10, against=6, agree=4, majority_opinion="loudest", on=ON)
    assert refused.value.allowed == ("received", "expressed")


@settings(max_examples=50)
@given(opinions=st.integers(1, 300), data=st.data(), choice=st.sampled_from(["received", "expressed"]))
def test_one_more_against_never_frees_from_giving_reasons(opinions, data, choice):
    against = data.draw(st.integers(0, opinions - 1))
    agree = data.draw(st.integers(0, opinions - 1 - against))
    one, more = (
        reason_required(opinions=opinions, against=number, agree=agree, majority_opinion=choice, on=ON).result
        for number in (against, against + 1)
    )
    assert one <= more


def test_report_to_the_nearest_session():
    found = report_due(since=date(2026, 7, 21), session=date(2026, 12, 10))
    assert (found.result, found.citation) == (date(2026, 12, 10), cited("LDC art. 28 cl. 5"))
    assert found.rule == "consultation.report_due"
    assert "kỳ họp thường lệ gần nhất, ngày 10/12/2026" in found.explanation
    assert "Mặt trận Tổ quốc" in found.explanation
    assert found.inputs == {"since": date(2026, 7, 21), "session": date(2026, 12, 10)}
    assert report_due(since=ON, session=ON).result == ON
    with pytest.raises(Refused, match="Kỳ họp ngày 30/06/2026 diễn ra trước ngày có kết quả 01/07/2026"):
        report_due(since=ON, session=date(2026, 6, 30))


@pytest.mark.parametrize(
    ("kind", "cite", "who"),
    [
        (
            "consultation.result",
            "LDC art. 28 cl. 3; LDC art. 11 cl. 11; LDC art. 12 cl. 3",
            "Ủy ban nhân dân cấp xã công khai kết quả tổng hợp, giải trình, tiếp thu ý kiến chậm nhất ngày 10/08/2026",
        ),
        (
            "consultation.agency_result",
            "LDC art. 55 cl. 1; LDC art. 46 cl. 10; LDC art. 47 cl. 2",
            "Người đứng đầu cơ quan, đơn vị công khai kết quả tổng hợp, giải trình, tiếp thu ý kiến chậm nhất ngày",
        ),
    ],
)
def test_results_are_published_within_five_working_days(kind, cite, who):
    found = DEADLINES[kind](since=date(2026, 8, 3))
    assert (found.result, found.rule, found.citation) == (date(2026, 8, 10), f"deadline.{kind}", cited(cite))
    assert found.explanation.startswith(who)


EARLY = date(2023, 6, 30)


@pytest.mark.parametrize(
    "asked",
    [
        lambda: plan_complete(kind=Asker.COMMUNE, on=EARLY, **STATED),
        lambda: plan_sent(sent_to_council=True, sent_to_front=True, on=EARLY),
        lambda: way_allowed(item=1, way=Way.BALLOT, on=EARLY),
        lambda: MINIMUM["consultation"](since=EARLY),
        lambda: hearing_required(binds=True, asked=True, on=EARLY),
        lambda: may_sign(binds=True, informed=True, asked=True, heard=True, filed=True, on=EARLY),
        lambda: reason_required(opinions=1, against=1, agree=0, on=EARLY),
        lambda: report_due(since=EARLY, session=ON),
        lambda: DEADLINES["consultation.result"](since=EARLY),
        lambda: DEADLINES["consultation.agency_result"](since=EARLY),
    ],
)
def test_before_the_law(asked):
    with pytest.raises(NotYetInForce):
        asked()


def test_a_decision_is_no_secret_and_no_fine_unless_said():
    assert hearing_required(binds=True, asked=True, on=ON).result
    assert not may_sign(binds=True, informed=True, asked=True, heard=False, filed=False, on=ON).result


def test_a_fine_never_needs_this_hearing():
    for secret, asked in product((True, False), repeat=2):
        assert not hearing_required(binds=True, secret=secret, penalty=True, asked=asked, on=ON).result
