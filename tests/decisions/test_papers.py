"""The papers of a meeting: every element that the articles require, in DOCX and in PDF; what they never show."""

import io
import re
from dataclasses import replace
from datetime import date

import docx
import pypdfium2
import pytest

from dienhong.decisions import actions, codes
from dienhong.decisions.models import Matter, Record
from dienhong.decisions.papers import decision, facts, invitations, signing_in
from dienhong.documents.models import PrintedForm
from dienhong.documents.official import PageBreak, Table, Trace
from dienhong.documents.pdf import is_pdf_available, render_pdf, render_pdf_series
from dienhong.documents.word import render_docx, render_docx_series
from dienhong.foundations.actors import Role
from dienhong.foundations.refusals import Refused
from dienhong.ledger.models import Entry as LedgerEntry
from dienhong.ledger.words import words_of
from dienhong.registry.models import Locality, Post, User
from lawcore.ballots.matters import Matter as Kind
from tests.decisions.conftest import DAY

pytestmark = pytest.mark.django_db
needs_pango = pytest.mark.skipif(not is_pdf_available(), reason="no Pango")
ON = date(2026, 3, 4)
ROAD = {
    "title": "Góp tiền bê tông hóa đường ngõ xóm",
    "asked": "Mỗi hộ góp 500.000 đồng để đổ bê tông 1,2 km đường trong năm 2026.",
    "money": actions.Money(per_household=500_000, needed=80_000_000, purpose="đường ngõ xóm", exempt="hộ nghèo"),
}


def in_docx(content):
    """All words of a DOCX on one line: body, tables, headers and footers."""
    opened = docx.Document(io.BytesIO(content))
    parts = [opened.element.body]
    for section in opened.sections:
        parts += [each._element for each in (section.footer, section.first_page_footer)]
    return flat(" ".join(node.text or "" for part in parts for node in part.iter() if node.tag.endswith("}t")))


def in_pdf(content):
    """All words of a PDF on one line."""
    return flat(" ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content)))


def flat(text):
    return re.sub(r"\s+", "", text).replace("\ufffe", "").replace("\u00ad", "").casefold()


def both(document):
    """The words of a document as DOCX and as PDF."""
    if isinstance(document, list):
        return in_docx(render_docx_series(document)), in_pdf(render_pdf_series(document))
    return in_docx(render_docx(document)), in_pdf(render_pdf(document))


def check(document, checklist):
    """Every element of the checklist stands in both formats."""
    for text in both(document):
        missing = [name for name, words in checklist.items() if flat(words) not in text]
        assert not missing


@pytest.fixture
def told(life):
    """A meeting of which the households have been told: a matter that costs money and one of self-government."""
    return life.notify(life.plan(life.propose(Kind.COMMUNE_WORKS, **ROAD), life.propose()))


@pytest.fixture
def passed(life):
    """A record of the matter that costs money, passed by hands."""
    matter = life.passed(Kind.COMMUNE_WORKS, agree=110, **ROAD)
    return life.record(matter, read_back=True)


TRACE = Trace("ABCDE23456", "https://dan-chu.example/m/ABCDE23456/")


@needs_pango
def test_an_invitation_says_all_that_form_01_asks(told, head):
    known = facts.of_meeting(told, on=ON)
    traces = facts.traces_of_households(told, known.households, head)
    made = invitations.households(known, traces=traces, on=ON)
    assert len(made) == 160
    own = traces[known.households[86].pk]
    check(
        made[86],
        {
            "to whom": "Kính gửi: Hộ ông/bà Đông Hạ 87",
            "its hamlet": "087, Xóm 3",
            "about what": "bàn và quyết định 2 việc của thôn Đông Hạ",
            "time": "19 giờ 30, Chủ nhật ngày 08/03/2026",
            "place": "Địa điểm: Nhà văn hóa thôn",
            "who chairs": "Chủ trì: Trần Văn Lực",
            "who attends": "Trưởng thôn, Ban công tác Mặt trận và đại diện của từng hộ gia đình",
            "agenda 1": "Việc 1: Góp tiền bê tông hóa đường ngõ xóm",
            "agenda 2": "Việc 2: Đặt lịch quét dọn đường thôn",
            "contact": "Liên hệ: Trần Văn Lực, 0912 000 111",
            "documents": "Tài liệu: tài liệu của việc 1 được gửi đến từng hộ",
            "its own code": own.printed_code,
            "motto": "Độc lập - Tự do - Hạnh phúc",
            "who convenes": "Trưởng thôn",
            "mark": "Mẫu chưa đối chiếu bản gốc của Phụ lục Nghị định 59/2023/NĐ-CP",
        },
    )
    assert len(pypdfium2.PdfDocument(render_pdf(made[86]))) == 1


@needs_pango
def test_the_invitation_for_the_board_names_no_household(told, head):
    known = facts.of_meeting(told, on=ON)
    trace = facts.trace_of_meeting(told, head)
    made = invitations.board(known, trace=trace, on=ON)
    check(made, {"to all": "Đại diện các hộ gia đình thôn Đông Hạ", "code": trace.printed_code})
    assert "đônghạ87" not in both(made)[0]
    assert PrintedForm.objects.get(code=trace.code).path == "/ban-quyet-dinh/thon/ben-say-dong/"


def test_households_are_invited_before_the_roll_is_frozen_too(life, head):
    meeting = life.plan(life.propose())
    known = facts.of_meeting(meeting, on=ON)
    assert len(known.households) == 160
    assert not known.is_frozen
    traces = facts.traces_of_households(meeting, known.households, head)
    assert "đônghạ87" in in_docx(render_docx(invitations.households(known, traces=traces, on=ON)[86]))
    told = life.notify(meeting)
    later = facts.of_meeting(told, on=ON)
    assert facts.traces_of_households(told, later.households, head) == traces


def test_the_codes_of_all_households_are_one_entry_of_the_ledger_and_name_nobody(told, head):
    known = facts.of_meeting(told, on=ON)
    first = facts.traces_of_households(told, known.households, head)
    assert facts.traces_of_households(told, known.households, head) == first
    entry = LedgerEntry.objects.get(kind="papers.coded")
    assert "Đông Hạ" not in str(entry.payload)
    assert first[known.households[0].pk].code not in str(entry.payload)
    form = PrintedForm.objects.get(code=first[known.households[0].pk].code)
    assert form.path == f"/ban-quyet-dinh/ho/{form.code}/"
    assert codes.read_subject(form.subject) == (told.pk, known.households[0].pk)
    assert len({each.code for each in first.values()}) == 160


def test_the_loudspeaker_says_it_in_words_and_in_ninety_seconds(life):
    matters = [life.propose(title=f"Việc thứ {n} của thôn: {'sửa đường ' * 15}"[:199]) for n in range(1, 6)]
    script = invitations.spoken(facts.of_meeting(life.notify(life.plan(*matters)), on=ON))
    assert script.seconds <= 90
    assert script.fits
    assert not script.unspoken
    assert not re.search(r"\d", script.text)
    assert "mười chín giờ ba mươi phút" in script.text
    assert "Nhà văn hóa thôn" in script.text
    assert "Trưởng thôn Đông Hạ" in script.text
    assert "thôn thôn" not in script.text


def test_the_message_ends_with_its_link(told, head):
    trace = facts.trace_of_meeting(told, head)
    text = invitations.message(facts.of_meeting(told, on=ON), trace=trace)
    assert text.splitlines()[-1].endswith(trace.url)
    assert "1. Góp tiền bê tông hóa đường ngõ xóm" in text
    assert "Đông Hạ 87" not in text


@needs_pango
def test_the_sign_in_sheet_has_every_household_its_code_and_the_digest_on_every_page(told, head):
    known = facts.of_meeting(told, on=ON)
    made = signing_in.sheet(known, trace=facts.trace_of_meeting(told, head), on=ON)
    check(made, {f"household {n}": f"Đông Hạ {n}" for n in (1, 2, 80, 159, 160)})
    said = " ".join(words_of(bytes.fromhex(told.roll.digest)))
    check(made, {"digest": f"Danh sách {said}", "who came": "Người đến thay", "signature": "Ký tên"})
    pages = pypdfium2.PdfDocument(render_pdf(made))
    for number, page in enumerate(pages, start=1):
        text = flat(page.get_textpage().get_text_range())
        assert flat(said) in text
        assert f"trang{number}/{len(pages)}" in text
    word = docx.Document(io.BytesIO(render_docx(made)))
    assert len(word.inline_shapes) == 160
    drawn = [each for each in word.element.body.iter() if each.tag.endswith("}docPr")]
    assert len({each.get("id") for each in drawn}) == 160


def test_an_open_code_ticks_one_household_of_one_meeting():
    code = codes.open_code(12, 87)
    assert code.startswith("H12-087-")
    assert re.fullmatch(r"H12-087-[A-Z0-9]{2}", code)
    assert code[-2:] != codes.open_code(12, 78)[-2:]  # two figures changed places
    assert code[-2:] != codes.open_code(13, 87)[-2:]


def test_there_is_no_sign_in_sheet_before_the_roll_is_frozen(life, head):
    meeting = life.plan(life.propose())
    with pytest.raises(Refused, match="chưa chốt"):
        signing_in.sheet(facts.of_meeting(meeting, on=ON), trace=TRACE, on=ON)


@needs_pango
def test_the_decision_has_every_element_of_article_20(passed):
    content = passed.content
    made = decision.document_of(passed, trace=TRACE)
    check(
        made,
        {
            "kind of paper": "Biên bản cuộc họp",
            "a) when": "từ 19 giờ 30 ngày 08 tháng 3 năm 2026 đến 20 giờ 30 ngày 08 tháng 3 năm 2026",
            "where": "tại Nhà văn hóa thôn",
            "chair": "chủ trì: Trần Văn Lực",
            "secretary": "thư ký:",
            "b) all households": "tổng số 160 hộ",
            "b) present": "có đại diện dự: 110 hộ",
            "b) absent": "không có đại diện dự: 50 hộ",
            "c) what was discussed": f"4. Nội dung bàn: {ROAD['title']}. {ROAD['asked']}",
            "money": "mức đóng góp mỗi hộ không quá 500.000 đồng",
            "d) how": "họp cộng đồng dân cư, biểu quyết bằng giơ tay",
            "đ) agreed": "Tán thành 110 68,75%",
            "đ) disagreed": "Không tán thành 0 0,00%",
            "counters": "Người kiểm đếm: Lò Thị Mơ, Đinh Công Tráng",
            "e) what was decided": f"7. Nội dung quyết định: cộng đồng dân cư thôn Đông Hạ thông qua việc {ROAD['title']}",
            "why": content["why"]["explanation"],
            "g) village head": "Trưởng thôn (ký, ghi rõ họ và tên)",
            "g) Front": "Trưởng ban công tác Mặt trận (ký, ghi rõ họ và tên)",
            "g) households": "Đại diện hộ gia đình (ký, ghi rõ họ và tên) Đại diện hộ gia đình (ký, ghi rõ họ và tên)",
            "read back": "đã được đọc lại cho những người có mặt",
            "sent": "trong 05 ngày làm việc kể từ ngày 08 tháng 3 năm 2026",
            "version": "Bản số 1",
            "digest": passed.digest,
            "digest said": " ".join(words_of(bytes.fromhex(passed.digest))),
            "roll": " ".join(words_of(bytes.fromhex(content["roll"]))),
            "households present, first": "1. Đông Hạ 1",
            "households present, last": "110. Đông Hạ 110",
            "code": "Mã tra cứu: ABCDE-23456",
            "recipients": "Ủy ban Mặt trận Tổ quốc Việt Nam xã Bến Sậy",
            "mark": "Mẫu chưa đối chiếu bản gốc",
        }
        | {"signatures side by side": "Đại diện hộ gia đình"},
    )


def test_the_decision_is_the_same_whatever_changes_later(passed, village):
    before = render_docx(decision.document_of(passed, trace=TRACE))
    Locality.objects.filter(pk=village.pk).update(name="Tây Hạ", word="buôn")
    Matter.objects.update(title="Khác", asked="Khác", paper="resolution")
    assert render_docx(decision.document_of(Record.objects.get(pk=passed.pk), trace=TRACE)) == before


@pytest.mark.parametrize(
    ("paper", "name"),
    [
        ("resolution", "Nghị quyết"),
        ("minutes", "Biên bản cuộc họp"),
        ("memorandum", "Bản ghi nhớ"),
        ("agreement", "Bản thỏa thuận"),
    ],
)
def test_each_kind_of_paper_has_its_name(life, paper, name):
    record = life.record(life.passed(agree=90, paper=paper))
    made = decision.document_of(record, trace=TRACE)
    assert made.type_name == name
    assert "[ ] đã đọc" in " ".join(str(each) for each in made.blocks).replace("   ", " ")


def test_a_correction_says_its_reason_and_what_it_replaces(life, passed):
    again = life.record(Matter.objects.get(pk=passed.matter_id), reason="Ghi sai tên thư ký")
    text = in_docx(render_docx(decision.document_of(again, trace=TRACE)))
    assert flat("Bản số 2, thay bản số 1. Lý do sửa: Ghi sai tên thư ký.") in text


def test_where_one_person_heads_both_another_member_of_the_front_signs(life, village, head):
    person = User.objects.get(pk=head.user_id).person
    Post.objects.create(
        person=person, locality=village, role=Role.FRONT, title="Trưởng ban công tác Mặt trận", starts_on=DAY
    )
    record = life.record(life.passed(agree=90))
    assert record.content["heads_both"] is True
    text = in_docx(render_docx(decision.document_of(record, trace=TRACE)))
    assert flat("Trưởng thôn đồng thời là Trưởng ban công tác Mặt trận") in text
    assert flat("Thành viên khác của Ban công tác Mặt trận (ký") in text


def test_the_villages_own_words_stand_on_its_papers(life, village, head):
    Locality.objects.filter(pk=village.pk).update(word="tổ dân phố", name="5")
    meeting = life.notify(life.plan(life.propose(title="Sửa đèn đường")))
    meeting.village.refresh_from_db()
    known = facts.of_meeting(meeting, on=ON)
    text = in_docx(render_docx(invitations.board(known, trace=facts.trace_of_meeting(meeting, head), on=ON)))
    assert flat("Tổ trưởng tổ dân phố 5 kính mời") in text
    assert "thôn5" not in text
    assert "Tổ trưởng tổ dân phố 5" in invitations.spoken(known).text.replace("năm", "5")


NAMES = ("H'Bia Niê Kdăm", "Y Thŏ Êban", "សុខ សុភា", "Nguyễn Thị Bích Hường " * 9, "<b>A</b> & B")


@needs_pango
def test_names_of_every_people_and_length_are_printed_whole(told, head):
    known = facts.of_meeting(told, on=ON)
    named = tuple(
        replace(each, name=NAMES[each.number - 1].strip()) for each in known.households if each.number <= len(NAMES)
    )
    known = replace(known, households=named)
    made = signing_in.sheet(known, trace=facts.trace_of_meeting(told, head), on=ON)
    text = in_docx(render_docx(made))
    assert not [name for name in NAMES if flat(name) not in text]
    traces = facts.traces_of_households(told, known.households, head)
    letters = invitations.households(known, traces=traces, on=ON)
    assert len(pypdfium2.PdfDocument(render_pdf_series(letters))) == len(NAMES)
    printed = in_pdf(render_pdf_series(letters))
    assert not [name for name in NAMES if name.isascii() and flat(name) not in printed]
    assert flat(NAMES[3]) in printed


def test_five_hundred_households_have_a_line_each(told, head):
    known = facts.of_meeting(told, on=ON)
    first = known.households[0]
    many = tuple(replace(first, number=n, name=f"Hộ thứ {n}") for n in range(1, 501))
    word = render_docx(signing_in.sheet(replace(known, households=many), trace=TRACE, on=ON))
    opened = docx.Document(io.BytesIO(word))
    assert len(opened.tables[1].rows) == 501
    assert len(opened.inline_shapes) == 500


def test_each_cluster_signs_on_its_own_sheets(told, head):
    known = facts.of_meeting(told, on=ON)
    parts = tuple(facts.Part(n, f"Cụm {n}", "Nhà bà Mơ", "Y Thŏ") for n in (1, 2))
    seated = tuple(replace(each, cluster=1 if each.number <= 100 else 2) for each in known.households)
    made = signing_in.sheet(replace(known, parts=parts, households=seated), trace=TRACE, on=ON)
    tables = [each for each in made.blocks if isinstance(each, Table)]
    assert [each.caption for each in tables] == ["Cụm 1: 100 hộ", "Cụm 2: 60 hộ"]
    assert [len(each.rows) for each in tables] == [100, 60]
    assert sum(isinstance(each, PageBreak) for each in made.blocks) == 1
