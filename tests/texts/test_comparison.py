"""Two versions of a text, and what the new one does to targets and duties."""

from itertools import chain

import pytest
from drafting import resolution
from hypothesis import given
from hypothesis import strategies as st

from lawcore.comparison import Change, Op, compare, differences
from lawcore.obligations import Effect, effects, find

OLD = """Điều 1. Mục tiêu
1. 90% thôn họp đúng lịch và gửi biên bản về xã.
2. Phấn đấu 80% hộ gia đình cử người dự các cuộc họp thôn.
Điều 2. Các biện pháp
1. Ủy ban nhân dân xã mở lớp tập huấn cho Trưởng thôn hằng năm.
2. Các cơ quan niêm yết lịch tiếp công dân tại trụ sở.
3. Kiểm tra việc niêm yết tại nhà văn hóa của từng thôn.
"""
NEW = """Điều 1. Mục tiêu
1. 95% thôn họp đúng lịch và gửi biên bản về xã.
2. 80% hộ gia đình cử người dự các cuộc họp thôn.
Điều 2. Các biện pháp
1. Khen thưởng những người tham gia đóng góp nhiều sáng kiến hay.
2. Ủy ban nhân dân xã mở lớp tập huấn cho Trưởng thôn hằng quý.
3. Các cơ quan niêm yết lịch tiếp công dân tại trụ sở.
"""


def changes(old, new):
    return {
        (pair.change, pair.before and pair.before.eid, pair.after and pair.after.eid)
        for pair in compare(resolution(old), resolution(new)).pairs
    }


def test_provisions_are_paired_by_their_words_not_their_numbers():
    assert changes(OLD, NEW) == {
        (Change.KEPT, "art_1", "art_1"),
        (Change.CHANGED, "art_1__para_1", "art_1__para_1"),
        (Change.CHANGED, "art_1__para_2", "art_1__para_2"),
        (Change.KEPT, "art_2", "art_2"),
        (Change.ADDED, None, "art_2__para_1"),
        (Change.CHANGED, "art_2__para_1", "art_2__para_2"),
        (Change.MOVED, "art_2__para_2", "art_2__para_3"),
        (Change.DROPPED, "art_2__para_3", None),
    }


def numbers_paired(old, new):
    """The clauses of both versions as paired, with the number of each; the article is left out."""
    pairs = compare(resolution(f"Điều 1. Việc\n{old}"), resolution(f"Điều 1. Việc\n{new}")).pairs[1:]
    return [(pair.change, pair.before and pair.before.number, pair.after and pair.after.number) for pair in pairs]


def test_of_two_provisions_the_more_alike_became_the_new_one():
    old = "1. Thôn niêm yết lịch họp.\n2. Thôn niêm yết kết quả thu tại nhà văn hóa của thôn.\n"
    new = "1. Thôn niêm yết kết quả thu, chi tại nhà văn hóa của thôn.\n"
    assert numbers_paired(old, new) == [(Change.DROPPED, "1", None), (Change.CHANGED, "2", "1")]


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        # một nửa chung là đủ ở nơi khác, một phần tư ở cùng chỗ
        ("Họp thôn đông.", "Việc khác hẳn.\n2. Họp thôn tây.", [(Change.ADDED, None, "1"), (Change.CHANGED, "1", "2")]),
        ("Họp thôn đông.", "Họp xã tây.", [(Change.CHANGED, "1", "1")]),
        ("Họp thôn đông vui.", "Họp xã tây buồn.", [(Change.DROPPED, "1", None), (Change.ADDED, None, "1")]),
    ],
)
def test_how_much_two_provisions_must_share_to_be_one(old, new, pairs):
    assert numbers_paired(f"1. {old}\n", f"1. {new}\n") == pairs


def test_words_that_every_provision_shares_pair_none_of_them():
    old = "".join(f"{n}. Thôn {n} niêm yết kết quả vào tháng {n}.\n" for n in range(1, 46))
    new = "1. Xã họp trước.\n" + "".join(
        f"{n + 1}. Thôn {n} niêm yết ngay kết quả vào tháng {n}.\n" for n in range(1, 46)
    )
    assert numbers_paired(old, new) == [
        (Change.ADDED, None, "1"),
        *((Change.CHANGED, str(n), str(n + 1)) for n in range(1, 46)),
    ]


def test_a_text_compared_with_itself_is_kept_whole():
    assert {change for change, _, _ in changes(OLD, OLD)} == {Change.KEPT}


def test_the_words_changed_are_shown():
    (pair,) = (p for p in compare(resolution(OLD), resolution(NEW)).pairs if p.after and p.after.eid == "art_1__para_1")
    assert [(run.op, run.text) for run in pair.words] == [
        (Op.DROPPED, "90%"),
        (Op.ADDED, "95%"),
        (Op.SAME, "thôn họp đúng lịch và gửi biên bản về xã."),
    ]


def test_the_new_version_says_what_becomes_of_targets_and_duties():
    old, new = resolution(OLD), resolution(NEW)
    found = [(c.effect, c.explanation) for c in effects(compare(old, new), find(old), find(new))]
    assert [effect for effect, _ in found] == [
        Effect.TARGET_VALUE,
        Effect.TARGET_STRENGTH,
        Effect.DUTY_RECURRENCE,
        Effect.DUTY_WORDING,
        Effect.DUTY_CITATION,
        Effect.DUTY_CITATION,
        Effect.DUTY_DROPPED,
        Effect.DUTY_ADDED,
    ]
    assert found[0][1] == "Mức phải đạt đổi từ 90% thành 95% (khoản 1 Điều 1, nay là khoản 1 Điều 1)"


def test_an_unchanged_text_has_no_consequences():
    document = resolution(OLD)
    assert effects(compare(document, document), find(document), find(document)) == ()


CLAUSES = st.lists(
    st.text(alphabet=st.sampled_from("họp thôn xã dân chủ niêm yết báo cáo "), min_size=3, max_size=40).filter(
        str.strip
    ),
    min_size=1,
    max_size=8,
)


@given(CLAUSES, CLAUSES)
def test_every_provision_of_both_versions_stands_in_exactly_one_pair(old, new):
    before, after = (
        resolution("Điều 1. Việc\n" + "".join(f"{n}. {words.strip()}\n" for n, words in enumerate(clauses, 1)))
        for clauses in (old, new)
    )
    pairs = compare(before, after).pairs
    for document, side in ((before, "before"), (after, "after")):
        nodes = [id(node) for node in chain.from_iterable(top.walk() for top in document.body)]
        paired = [id(getattr(pair, side)) for pair in pairs if getattr(pair, side)]
        assert sorted(nodes) == sorted(paired)


WORDS = st.lists(st.sampled_from(["họp", "thôn", "xã", "90%", "hằng", "năm;"]), max_size=30).map(" ".join)


@given(WORDS, WORDS)
def test_differences_give_back_both_texts(before, after):
    runs = differences(before, after)
    assert " ".join(r.text for r in runs if r.op is not Op.ADDED) == before
    assert " ".join(r.text for r in runs if r.op is not Op.DROPPED) == after


@pytest.mark.parametrize(("before", "after"), [("", ""), ("", "một hai"), ("một hai", "")])
def test_an_empty_side_is_all_added_or_all_dropped(before, after):
    assert {run.op for run in differences(before, after)} == (
        {Op.ADDED} if after else {Op.DROPPED} if before else set()
    )


OTHER = """Điều 1. Mục tiêu
1. Hằng năm, 90% thôn họp đúng lịch và gửi biên bản về xã.
2. 100% khoản thu được niêm yết công khai tại nhà văn hóa.
Điều 2. Các biện pháp
1. Trung tâm Chính trị mở lớp tập huấn cho Trưởng thôn hằng năm.
"""


def test_targets_come_and_go_and_duties_change_hands():
    old, new = resolution(OLD), resolution(OTHER)
    found = {c.effect: c.explanation for c in effects(compare(old, new), find(old), find(new))}
    assert found[Effect.TARGET_RECURRENCE].startswith("Kỳ tính của chỉ tiêu thay đổi")
    assert found[Effect.TARGET_DROPPED] == "Bỏ chỉ tiêu 80% (khoản 2 Điều 1)"
    assert found[Effect.TARGET_ADDED] == "Thêm chỉ tiêu 100% (khoản 2 Điều 1)"
    assert found[Effect.DUTY_BEARER].startswith("Chủ thể đổi từ Ủy ban nhân dân xã thành Trung tâm Chính trị")


def test_a_target_that_moves_keeps_its_value():
    old = resolution("Điều 1. Mục tiêu\n1. 90% thôn họp đúng lịch hằng quý.\n")
    new = resolution("Điều 1. Mục tiêu\n1. Giữ nếp họp đều.\n2. 90% thôn họp đúng lịch hằng quý.\n")
    first = next(iter(effects(compare(old, new), find(old), find(new))))
    assert first.effect is Effect.TARGET_CITATION


def test_changes_of_one_kind_are_listed_and_a_renumbered_provision_is_told():
    comparison = compare(resolution(OLD), resolution(NEW))
    (moved,) = comparison.of(Change.MOVED)
    assert moved.is_renumbered
    assert not any(pair.is_renumbered for pair in comparison.of(Change.KEPT))
    assert not any(pair.is_renumbered for pair in comparison.of(Change.ADDED))
