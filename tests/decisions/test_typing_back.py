"""A meeting held on paper and typed back on one page: how many keys it takes, and that nothing half typed stays."""

from itertools import pairwise
from random import Random

import pytest
from django.urls import reverse

from dienhong.decisions import queries, ranges
from dienhong.decisions.models import Choice, Outcome, Presence, Sheet
from lawcore.ballots.matters import Matter as Kind
from tests.decisions.test_pages import browser, filled

pytestmark = pytest.mark.django_db
assert browser
MOST_KEYS = 250
HOUSEHOLDS = 160
CAME = 120


def as_typed(numbers):
    """The shortest way to write these numbers: "1-60 63 65-120"."""
    ordered = sorted(numbers)
    starts = [each for last, each in pairwise([-1, *ordered]) if each != last + 1]
    parts = []
    for start in starts:
        end = start
        while end + 1 in numbers:
            end += 1
        parts.append(str(start) if end == start else f"{start}-{end}" if end > start + 1 else f"{start} {end}")
    return " ".join(parts)


def by_rows(numbers):
    """The last digits of these numbers, ten households to a row."""
    rows = ["".join(str(each % 10) for each in sorted(numbers) if (each - 1) // 10 == row) for row in range(16)]
    return " ".join(row or "-" for row in rows)


def papers(random, came=CAME):
    """What one types of a meeting of 160 households with three items voted on by hands."""
    here = set(random.sample(range(1, HOUSEHOLDS + 1), came))
    away = set(range(1, HOUSEHOLDS + 1)) - here
    ways = {"present": as_typed(here), "absent": as_typed(away), "digits": by_rows(away)}
    shortest = min(ways, key=lambda each: len(ways[each]))
    lines = {shortest: ways[shortest]}
    secretary, one, two = (str(each) for each in random.sample(sorted(here), 3))
    typed = {**lines, "ended": "2115", "secretary": secretary, "counter_1": one, "counter_2": two}
    for position in (1, 2, 3):
        disagree, other = random.randint(0, 9), random.randint(0, 3)
        figures = f"{came} {came - disagree - other} {disagree} {other}"
        typed |= {f"item_{position}_first": figures, f"item_{position}_second": figures}
    return typed


def keys(typed, form):
    """Key presses: every character, Tab from field to field through the whole form, Enter at its end."""
    tabs = len(form.visible_fields()) - 1
    return sum(len(text) for text in typed.values()) + tabs + 1


@pytest.fixture
def meeting(life):
    matters = (life.propose(), life.propose(Kind.VILLAGE_MONEY), life.propose(Kind.CONVENTION))
    return life.notify(life.plan(*matters))


@pytest.fixture
def page(browser, head, meeting):
    client, url = browser(head), reverse("decisions:type-meeting", args=[meeting.pk])

    def send(typed):
        form = client.get(url).context["form"]
        shown = {name: form[name].value() or "" for name in form.fields}
        return client.post(url, {**shown, **typed})

    send.form = lambda: client.get(url).context["form"]
    return send


@pytest.mark.parametrize("came", [81, 107, 120, 150, 160])
def test_three_items_of_160_households_take_at_most_250_keys_whoever_came(page, came):
    form = page.form()
    pressed = [keys(papers(Random(seed), came), form) for seed in range(200)]  # noqa: S311 - the same papers again
    assert max(pressed) <= MOST_KEYS, max(pressed)


def test_what_was_typed_is_the_meeting_as_it_was_on_paper(page, life, meeting):
    typed = papers(Random(7))  # noqa: S311
    assert page(typed).status_code == 302
    assert life.again(meeting).stage == "closed"
    assert len(queries.present_numbers(meeting)) == CAME
    assert [each.is_adopted for each in Outcome.objects.order_by("pk")] == [True, True, True]
    assert {each.counter for each in Sheet.objects.all()} == {
        f"Đông Hạ {typed['counter_1']}",
        f"Đông Hạ {typed['counter_2']}",
    }
    assert all(each.entered_at is not None for each in Sheet.objects.all())
    assert Presence.objects.filter(entered_at=None).count() == 0


def test_typed_twice_it_is_one_meeting(browser, head, meeting):
    client, url = browser(head), reverse("decisions:type-meeting", args=[meeting.pk])
    form = client.get(url).context["form"]
    data = filled(form, **{name: form[name].value() or "" for name in form.fields} | papers(Random(7)))  # noqa: S311
    assert [client.post(url, data).status_code for _each in range(2)] == [302, 302]
    assert Sheet.objects.count() == 6


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"item_2_second": "120 100 20 0"}, "Việc số 2: Hai phiếu kiểm đếm chưa đủ hoặc chưa khớp"),
        ({"item_3_first": "120 100 20 1"}, "Việc số 3: Tán thành"),
        ({"item_1_first": "120 100"}, "đủ 4 số"),
        ({"item_1_first": "một trăm"}, "Chỉ gõ số"),
        ({"present": "", "absent": "", "digits": ""}, "đúng một dòng"),
        ({"present": "1-120", "absent": "121-160", "digits": ""}, "đúng một dòng"),
        ({"present": "", "absent": "", "digits": "1 2"}, "16 hàng mười hộ nhưng đã gõ 2 nhóm"),
        ({"present": "", "absent": "", "digits": "11" + " -" * 15}, "Không hiểu nhóm thứ 1"),
        ({"present": "1-161", "absent": "", "digits": ""}, "đến số 160"),
        ({"counter_2": "Đông Hạ 1", "counter_1": "1"}, "hai người khác nhau"),
        ({"ended": "1800"}, "Giờ kết thúc"),
    ],
)
def test_what_does_not_fit_is_named_and_nothing_is_written(page, life, meeting, wrong, why):
    answer = page({**papers(Random(7)), **wrong})  # noqa: S311
    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert life.again(meeting).stage == "notified"
    assert not Presence.objects.exists()
    assert not Choice.objects.exists()


def test_an_item_for_which_too_few_came_is_left_empty(page, life, meeting):
    typed = {**papers(Random(7)), "present": "1-90", "absent": "", "digits": ""}  # noqa: S311
    for position, figures in ((1, "90 85 5 0"), (2, ""), (3, "90 85 5 0")):
        typed |= {f"item_{position}_first": figures, f"item_{position}_second": figures}
    typed |= {"counter_1": "1", "counter_2": "2", "secretary": "3"}
    assert page(typed).status_code == 302
    assert [each.matter.stage for each in meeting.items.order_by("position")] == ["passed", "too_few", "passed"]


@pytest.mark.parametrize(
    ("typed", "most", "numbers"),
    [
        ("37 - 0", 30, [3, 7, 30]),
        ("-", 1, []),
        ("1", 1, [1]),
        ("- 5", 15, [15]),
        ("1234567890", 10, list(range(1, 11))),
    ],
)
def test_last_digits_of_each_row_of_ten(typed, most, numbers):
    assert ranges.last_digits(typed, most=most) == numbers


@pytest.mark.parametrize(("typed", "most"), [("- 6", 15), ("1", 11), ("1 1 1", 20), ("a", 5), ("33", 9), ("", 3)])
def test_digits_that_are_no_household_are_refused(typed, most):
    with pytest.raises(ranges.NotNumbers):
        ranges.last_digits(typed, most=most)


def test_a_secret_vote_on_paper_has_its_tellers_and_its_witnesses(page, meeting):
    typed = {**papers(Random(7)), "tellers": "7, 8, 9", "witnesses": "10, Sầm Văn Ổn", "item_1_method": "secret"}  # noqa: S311
    typed |= {"present": f"1-{CAME}", "absent": "", "digits": "", "secretary": "1", "counter_1": "2", "counter_2": "3"}
    typed["item_1_first"] = typed["item_1_second"] = f"{CAME} 0 {CAME} 0 0 0 0 {CAME} 0 {CAME} 110 8 2"
    for missing, why in (("tellers", "phải có Ban kiểm phiếu"), ("witnesses", "đã có 0")):
        answer = page({**typed, missing: ""})
        assert answer.status_code == 422
        assert why in answer.content.decode()
    assert page(typed).status_code == 302
    assert Outcome.objects.order_by("pk")[0].witnesses == ["Đông Hạ 10", "Sầm Văn Ổn"]
    assert Outcome.objects.order_by("pk")[1].witnesses == []


def test_how_many_raised_a_hand_is_what_the_paper_says_and_nothing_else(page):
    assert page({**papers(Random(7)), "tellers": "7, 8, 9", "raised": "- 100 118"}).status_code == 302  # noqa: S311
    found = {(each.what, each.item_id and each.item.position): each for each in Choice.objects.all()}
    assert {about: each.agree for about, each in found.items()} == {
        ("secretary", None): None, ("tellers", None): 100,
        ("method", 1): 118, ("method", 2): None, ("method", 3): None,
    }  # fmt: skip
    assert [bool(each.why) for each in found.values()] == [each.agree is not None for each in found.values()]


@pytest.mark.parametrize(
    ("raised", "why"),
    [("60", "Thư ký cuộc họp chưa được quyết định"), ("1 2 3 4 5 6", "nhiều nhất 5 số"), ("x", "giấy không ghi")],
)
def test_a_show_of_hands_that_was_no_majority_or_no_number_is_refused(page, raised, why):
    answer = page({**papers(Random(7)), "raised": raised})  # noqa: S311
    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert not Choice.objects.exists()


def test_a_paper_meeting_for_which_too_few_came_is_one_meeting_sent_twice(browser, head, meeting):
    client, url = browser(head), reverse("decisions:type-meeting", args=[meeting.pk])
    form = client.get(url).context["form"]
    typed = papers(Random(7)) | {  # noqa: S311
        "present": "1-20",
        "absent": "",
        "digits": "",
        "secretary": "1",
        "counter_1": "2",
        "counter_2": "3",
    }
    typed |= {f"item_{position}_{sheet}": "" for position in (1, 2, 3) for sheet in ("first", "second")}
    data = filled(form, **{name: form[name].value() or "" for name in form.fields} | typed)
    assert [client.post(url, data).status_code for _each in range(2)] == [302, 302]
    other = {**data, "key": "another"}
    assert client.post(url, other).status_code == 422
    assert [each.matter.stage for each in meeting.items.all()] == ["too_few"] * 3
