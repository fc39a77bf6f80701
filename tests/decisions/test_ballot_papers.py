"""Ballots that nothing tells apart, counterfoils that stay, sheets to count on, minutes of a secret vote, slips."""

import io
import re
from datetime import date

import docx
import pypdfium2
import pytest

from dienhong.decisions import counting
from dienhong.decisions.models import Item
from dienhong.decisions.papers import ballots, facts, slips
from dienhong.decisions.papers import counting as counts
from dienhong.documents.cards import render_cards_docx, render_cards_html, render_cards_pdf
from dienhong.documents.official import Trace
from dienhong.documents.pdf import is_pdf_available, render_pdf_series
from dienhong.foundations.refusals import Refused
from lawcore.ballots.meetings import Choice as Chosen
from tests.decisions.conftest import a_village
from tests.decisions.test_papers import both, check, flat, in_docx, in_pdf

pytestmark = pytest.mark.django_db
needs_pango = pytest.mark.skipif(not is_pdf_available(), reason="no Pango")
ON = date(2026, 3, 9)
TRACE = Trace("ABCDE23456", "https://dan-chu.example/m/ABCDE23456/")
FIGURES = {
    "printed": 176,
    "unused": 64,
    "issued": 112,
    "replaced": 2,
    "handed_back": 1,
    "spoiled": 2,
    "missing": 1,
    "in_box": 108,
    "invalid": 3,
    "valid": 105,
    "agree": 100,
    "disagree": 4,
    "other": 1,
}
A_MM = 72 / 25.4  # points
WIDTH, DEPTH, LEFT, TOP = 200 * A_MM, 280 * A_MM, 5 * A_MM, 8.5 * A_MM  # of the cards of a page
A_HAIR = 0.05  # points: what rounding to a file's figures makes


@pytest.fixture
def secret(life):
    """A meeting of 110 households that votes in secret on its only matter, told from its tellers on."""
    meeting = life.begin(life.propose(), present=110)
    life.choose(meeting, Chosen.TELLERS, 100, names=("Đinh Công Tráng", "Lò Thị Mơ", "H'Bia Êban"))
    item = meeting.items.get()
    life.choose(meeting, Chosen.METHOD, 110, method=Item.Method.SECRET, item=item.pk)
    return Item.objects.select_related("meeting__village__parent", "meeting__roll", "matter").get(pk=item.pk)


def letters_of_cards(page, across, down):
    """For each card of a page its letters and where they stand on the card, in points."""
    words, height = page.get_textpage(), page.get_height()
    width, depth = WIDTH / across, DEPTH / down
    cards = [[] for _card in range(across * down)]
    for at in range(words.count_chars()):
        letter = words.get_text_range(at, 1)
        if not letter.strip():
            continue
        left, bottom, _right, _top = words.get_charbox(at)
        x, y = left - LEFT, height - bottom - TOP
        column, row = int(x // width), int(y // depth)
        cards[row * across + column].append((letter, x - column * width, y - row * depth))
    return cards


@needs_pango
@pytest.mark.parametrize(("asked", "across", "down"), [("Sửa đường?", 2, 4), ("Sửa đường? " * 30, 2, 2)])
def test_every_ballot_is_drawn_the_same(life, asked, across, down):
    meeting = life.begin(life.propose(asked=asked))
    item = meeting.items.get()
    sheet = ballots.ballots(facts.of_meeting(meeting, on=ON), item)
    assert (sheet.across, sheet.down) == (across, down)
    pages = list(pypdfium2.PdfDocument(render_cards_pdf(sheet)))
    assert len(pages) * across * down == len(sheet.cards)
    assert len({page.render(scale=2).to_pil().tobytes() for page in pages}) == 1
    first, *others = letters_of_cards(pages[0], across, down)
    assert len(first) > 100
    for card in others:
        assert [letter for letter, _x, _y in card] == [letter for letter, _x, _y in first]
        assert (
            max(
                abs(one - two)
                for here, there in zip(card, first, strict=True)
                for one, two in zip(here[1:], there[1:], strict=True)
            )
            < A_HAIR
        )


def test_every_ballot_is_the_same_bytes_in_word(secret):
    known = facts.of_meeting(secret.meeting, on=ON)
    sheet = ballots.ballots(known, secret)
    word = docx.Document(io.BytesIO(render_cards_docx(sheet)))
    cells = [str(cell._tc.xml) for row in word.tables[0].rows for cell in row.cells]
    assert len(cells) == ballots.printed(known, secret)
    assert len(set(cells)) == 1
    assert not word.inline_shapes
    assert len(set(sheet.cards)) == 1


def test_a_ballot_carries_no_number_code_or_day(secret):
    text = render_cards_html(ballots.ballots(facts.of_meeting(secret.meeting, on=ON), secret)).partition("<main>")[2]
    card = text.partition("</article>")[0].replace("Đông Hạ", "")
    assert not re.search(r"\d", re.sub(r"<[^>]+>", " ", card))
    assert "svg" not in card
    assert flat("Đánh dấu X vào một ô") in flat(card)


@pytest.mark.parametrize(
    ("households", "expected"), [(1, 8), (7, 8), (8, 16), (140, 152), (152, 160), (153, 168), (160, 168)]
)
def test_there_is_a_ballot_for_each_household_and_some_to_spare(commune, life, households, expected):
    item = Item(matter=life.propose(asked="Sửa đường?"))
    village = a_village(commune, f"thon-{households}", f"Thôn {households}", 1)
    known = facts.Facts(
        meeting=item, community=facts.Community.of(village), word="thôn", head="Trưởng thôn", items=(item,),
        households=tuple(facts.Household(n, n, "", "", "") for n in range(households)),
    )  # fmt: skip
    assert ballots.printed(known, item) == expected


@needs_pango
def test_counterfoils_are_numbered_and_say_nothing_of_the_ballot(secret):
    known = facts.of_meeting(secret.meeting, on=ON)
    made = ballots.counterfoils(known, secret, on=ON)
    count = ballots.printed(known, secret)
    check(made, {"first": "001", "last": f"{count:03}", "printed": f"Đã in {count} phiếu", "who": "Ban kiểm phiếu"})
    assert flat(f"{count + 1:03}") not in in_docx_of(made)
    assert "đônghạ87" not in in_docx_of(made)


def in_docx_of(made):
    return both(made)[0]


@needs_pango
def test_two_people_count_on_a_page_each_with_the_sums_to_fill(secret):
    known = facts.of_meeting(secret.meeting, on=ON)
    made = counts.tally_sheets(known, secret, printed=176, on=ON)
    assert len(made) == 2
    assert len(pypdfium2.PdfDocument(render_pdf_series(made))) == 2
    check(made[0], {str(name): str(name) for name in counting.IN_SECRET.values()})
    check(made[0], {"printed": "hệ thống đã in 176", "first": "thứ nhất", "signature": "Người kiểm đếm"})
    letters = counts.letters_of(secret)
    text = both(made[1])[1]
    assert letters["printed"] == "A"
    assert "a[]=c[]+b[]" in text
    assert "j[]=k[]+l[]+m[]" in text
    for line in ("c[]−d[]=sốhộđãđiểmdanh[]", "d[]khôngnhiềuhơnf[]", "h[]khôngnhiềuhơnsốhộđãđiểmdanh[]"):
        assert line in text
    assert flat("Thứ hai") in text


@needs_pango
def test_a_show_of_hands_is_counted_on_four_figures(life):
    meeting = life.begin(life.propose(), present=90)
    item = life.by_hands(meeting, meeting.items.get())
    made = counts.tally_sheets(facts.of_meeting(meeting, on=ON), item, printed=None, on=ON)
    text = both(made[0])[1]
    assert "b[]+c[]+d[]=a[]" in text
    assert "a[]khôngnhiềuhơnsốhộđãđiểmdanh[]" in text


@needs_pango
def test_the_minutes_of_a_secret_vote_say_all_that_form_02_asks(life, secret):
    for place in (1, 2):
        life.sheet(secret, place, agree=0, figures=FIGURES, note="một phiếu rơi xuống ao")
    life.close(secret, witnesses=("Sầm Văn Ổn", "Quàng Thị Yến"))
    check(
        counts.minutes(facts.of_meeting(secret.meeting, on=ON), secret, trace=TRACE, on=ON),
        {
            "name": "Biên bản kiểm phiếu",
            "meeting": "Cuộc họp của cộng đồng dân cư thôn Đông Hạ 19 giờ 30 ngày 08 tháng 3 năm 2026",
            "matter": "Đặt lịch quét dọn đường thôn",
            "tellers": "gồm 3 người",
            "head of the tellers": "Đinh Công Tráng, Trưởng ban",
            "a teller": "H'Bia Êban, thành viên",
            "witnesses": "Hai đại diện hộ gia đình chứng kiến việc kiểm phiếu",
            "a witness": "Ông/bà Quàng Thị Yến",
            "households": "Tổng số hộ của thôn Đông Hạ: 160 hộ",
            "present": "Số hộ có đại diện dự họp: 110 hộ",
            **{str(counting.IN_SECRET[key]): f"{counting.IN_SECRET[key]} {FIGURES[key]}" for key in counting.IN_SECRET},
            "share": "Tán thành 100 62,50%",
            "missing": "một phiếu rơi xuống ao",
            "two counts": "Lò Thị Mơ, Đinh Công Tráng",
            "result": "Kết luận: Thông qua: 100 hộ tán thành",
            "copies": "lập thành 03 bản",
            "to the commune": "gửi Ủy ban nhân dân, gửi Ủy ban Mặt trận Tổ quốc Việt Nam xã Bến Sậy",
            "places": "Trưởng ban kiểm phiếu",
            "witness places": "Đại diện hộ chứng kiến (ký, ghi rõ họ và tên) Sầm Văn Ổn",
            "mark": "Mẫu chưa đối chiếu bản gốc",
        },
    )


@needs_pango
def test_minutes_printed_before_the_count_leave_room(secret):
    text = both(counts.minutes(facts.of_meeting(secret.meeting, on=ON), secret, trace=TRACE, on=ON))[1]
    assert flat("Kết luận: .....") in text
    assert "62,50%" not in text


def test_a_show_of_hands_has_no_minutes_of_a_count(life):
    meeting = life.begin(life.propose(), present=90)
    item = life.by_hands(meeting, meeting.items.get())
    with pytest.raises(Refused, match="không bỏ phiếu kín"):
        counts.minutes(facts.of_meeting(meeting, on=ON), item, trace=TRACE, on=ON)


@needs_pango
def test_every_household_learns_how_it_was_recorded(life, village, head):
    meeting = life.begin(life.propose(), present=2)
    entry = meeting.roll.entries.get(number=3)
    life.tick(meeting, entry, by_name="Y Thuỳ Niê")
    life.close_short(meeting.items.get())
    over = life.end(meeting)
    known = facts.of_meeting(over, on=ON)
    traces = facts.traces_of_households(over, known.households, head)
    sheet = slips.slips(known, traces=traces)
    assert len(sheet.cards) == 160
    for text in (in_docx(render_cards_docx(sheet)), in_pdf(render_cards_pdf(sheet))):
        assert flat("Hộ ông/bà Đông Hạ 2 được ghi nhận có mặt, do Đông Hạ 2 đại diện.") in text
        assert flat("Hộ ông/bà Đông Hạ 3 được ghi nhận có mặt, do Y Thuỳ Niê đại diện.") in text
        assert flat("Hộ ông/bà Đông Hạ 4 được ghi nhận không có người đại diện dự họp.") in text
        assert flat(f"Mã của hộ: {traces[known.households[2].pk].printed_code}") in text
        assert flat("đến hết ngày 13/03/2026") in text
    codes = {card.code for card in sheet.cards}
    assert len(codes) == 160


def test_there_are_no_slips_before_the_meeting_is_over(life, head):
    meeting = life.begin(life.propose(), present=2)
    known = facts.of_meeting(meeting, on=ON)
    with pytest.raises(Refused, match="chưa kết thúc"):
        slips.slips(known, traces=facts.traces_of_households(meeting, known.households, head))
