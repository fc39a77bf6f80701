"""The papers of a ballot round and of the codes of an online vote: every element that the articles ask for."""

from io import BytesIO

import docx
import pytest
from django.urls import reverse

from dienhong.decisions import round_papers, round_slips
from dienhong.decisions.models import Matter, Passing, Slip
from dienhong.decisions.queries import codes
from dienhong.decisions.queries import online as online_queries
from dienhong.decisions.queries import rounds as queries
from dienhong.documents.cards import CardSheet, render_cards_docx, render_cards_pdf
from dienhong.documents.word import render_docx
from dienhong.ledger.models import Entry
from lawcore.ballots.matters import Scope
from tests.decisions.ballots import FIRST, rounds_of
from tests.decisions.conftest import DAY, a_village
from tests.decisions.online import online_of
from tests.decisions.test_pages import browser
from tests.decisions.test_round_pages import now

pytestmark = pytest.mark.django_db
assert browser, now  # fixtures
HOUSEHOLDS = 4


@pytest.fixture
def village(commune):
    return a_village(commune, "ben-say-dong", "Đông Hạ", HOUSEHOLDS)


@pytest.fixture
def rounds(life, head):
    return rounds_of(life, head)


def text_of(content):
    document = docx.Document(BytesIO(content))
    parts = [each.text for each in document.paragraphs]
    for table in document.tables:
        parts += [cell.text for row in table.rows for cell in row.cells]
    return "\n".join(parts)


def written(row, slug):
    made = round_papers.made(row, slug, on=DAY)
    return text_of(render_cards_docx(made) if isinstance(made, CardSheet) else render_docx(made))


def test_the_plan_has_the_contents_of_the_decree(rounds):
    text = written(rounds.plan(), "ke-hoach")
    for part in ("Mục đích", "Yêu cầu", "Nội dung", "Thành phần", "Thời gian", "Thời hạn", "Phân công", "Điều kiện"):
        assert part in text
    assert "chưa đối chiếu bản gốc" in text


def test_the_notice_says_what_when_and_who(rounds):
    text = written(rounds.announced(rounds.plan()), "thong-bao")
    for part in ("quét đoạn đường", "10/03/2026", "15/03/2026", "Vàng Thị Chở", "Tổ trưởng", "TRƯỞNG THÔN"):
        assert part in text


def test_secret_slips_are_alike_and_bear_no_number_name_or_code(rounds):
    row = rounds.begun()
    sheet = round_papers.made(row, "phieu", on=DAY)
    assert (len(sheet.cards), len(set(sheet.cards)), len(sheet.pages)) == (9, 1, 3)
    assert not sheet.cards[0].code
    text = written(row, "phieu")
    for part in ("Tán thành", "Không tán thành", "Ý kiến khác", "Hạn thu phiếu", "đánh dấu X", "ký trực tiếp"):
        assert part in text
    assert "Đông Hạ 1" not in text
    assert "Phiếu số" not in text
    foils = written(row, "cuong-phieu")
    assert codes.printed(queries.slip_code(row.slips.get(number=1))) in foils
    assert "Đông Hạ 1" in foils
    assert "Tán thành" not in foils


def test_a_named_slip_has_its_household_number_and_code_and_no_counterfoil(rounds):
    row = rounds.begun(named=True)
    text = written(row, "phieu")
    for number in range(1, HOUSEHOLDS + 1):
        assert f"Hộ số {number}: Đông Hạ {number}" in text
    assert text.count("PHIẾU LẤY Ý KIẾN CỦA HỘ GIA ĐÌNH") == 9
    assert codes.printed(queries.slip_code(row.slips.get(number=1))) in text
    assert "cuong-phieu" not in round_papers.papers_of(row)


@pytest.mark.parametrize(("named", "layouts"), [(False, round_slips.SECRET), (True, round_slips.NAMED)])
def test_the_longer_the_question_the_fewer_slips_to_a_sheet_and_it_stands_there_whole(rounds, named, layouts):
    row = rounds.begun(named=named)
    assert [each.across * each.down for each in layouts] == [4, 2, 1]
    for layout in layouts:
        length = min(layout.most, 2200)
        asked = ("góp công " * 300)[: length - 9] + "hết?"
        Matter.objects.filter(pk=row.matter_id).update(title="Sửa", asked=asked)
        found = type(row).objects.get()
        assert len(round_slips.question_of(found)) == length
        sheet = round_papers.made(found, "phieu", on=DAY)
        assert (sheet.across, sheet.down) == (layout.across, layout.down)
        assert any(each.text.endswith("hết?") for each in sheet.cards[0].lines)


def test_160_households_need_41_sheets_and_not_160(rounds):
    row = rounds.begun()
    row.slips.bulk_create(Slip(ballot_round=row, number=at, index=f"more {at}") for at in range(10, 165))
    sheet = round_papers.made(row, "phieu", on=DAY)
    assert (len(sheet.cards), len(sheet.pages)) == (164, 41)
    assert render_cards_pdf(sheet).startswith(b"%PDF")
    foils = round_papers.made(row, "cuong-phieu", on=DAY)
    assert (len(foils.cards), len(foils.pages)) == (164, 21)


def test_of_what_the_whole_commune_decides_the_slip_has_the_place_of_the_seal(rounds):
    row = rounds.begun()
    Matter.objects.filter(pk=row.matter_id).update(scope=Scope.COMMUNE.value)
    text = written(type(row).objects.get(), "phieu")
    assert "Chỗ đóng dấu treo của Ủy ban nhân dân cấp xã" in text
    assert "ký trực tiếp" not in text


def test_the_list_to_walk_with_has_every_household_on_its_route(rounds, head):
    text = written(rounds.begun(), "danh-sach")
    for number in range(1, HOUSEHOLDS + 1):
        assert f"Đông Hạ {number}" in text


def test_form_four_is_filled_from_what_was_counted(rounds):
    row = rounds.begun()
    rounds.walked(row, out=4, back=3)
    assert "Số phiếu đã in\n\n" in written(row, "bien-ban")
    rounds.closed(row)
    rounds.counted(row, agree=3)
    text = written(rounds.again(row), "bien-ban")
    for part in (
        "Vàng Thị Chở", "Lò Thị Mơ; Đinh Công Tráng", "Tổng số hộ gia đình: 4", "Số phiếu thu về trong hạn\n3",
        "Tán thành\n3", "Thông qua", "Hộ đi vắng", "chưa đối chiếu bản gốc",
    ):  # fmt: skip
        assert part in text


def test_codes_of_households_are_printed_by_who_holds_the_vote_and_that_is_written_down(
    browser, life, head, front, now
):
    row = online_of(life, head).voting()
    address = reverse("decisions:online-codes-docx", args=[row.pk])
    assert browser(head).get(address).status_code == 405
    assert not Entry.objects.filter(kind="online_round.coded").exists()
    found = browser(head).post(address)
    text = text_of(found.content)
    for entry in row.roll.entries.all():
        assert codes.printed(online_queries.household_code(row, entry)) in text
    assert "không phải bỏ phiếu kín" in text
    assert Entry.objects.filter(kind="online_round.coded", actor=head.key).count() == 1
    assert browser().post(address).status_code == 404


def test_papers_are_for_who_holds_the_round(browser, rounds, head, now):
    now(FIRST)
    row = rounds.begun()
    client = browser(head)
    shown = client.get(reverse("decisions:round", args=[row.pk])).content.decode()
    for slug in ("ke-hoach", "thong-bao", "danh-sach", "bien-ban"):
        address = reverse("decisions:round-docx", args=[row.pk, slug])
        assert address in shown
        assert client.get(address)["Content-Disposition"] == f'attachment; filename="{slug}-{row.pk}.docx"'
        assert browser().get(address).status_code == 404
    assert client.get(reverse("decisions:round-docx", args=[row.pk, "khac"])).status_code == 404
    assert client.get(reverse("decisions:round-pdf", args=[row.pk, "bien-ban"])).content.startswith(b"%PDF")


def test_who_prints_slips_and_counterfoils_is_written_down(browser, rounds, head, front, now):
    now(FIRST)
    row = rounds.begun()
    for slug in ("phieu", "cuong-phieu"):
        address = reverse("decisions:round-docx", args=[row.pk, slug])
        assert browser(head).get(address).url == reverse("decisions:round", args=[row.pk])
        assert f'action="{address}"' in browser(head).get(reverse("decisions:round", args=[row.pk])).content.decode()
        assert browser().post(address).status_code == 404
    assert not Entry.objects.filter(kind="slips.printed").exists()
    printed = browser(front).post(reverse("decisions:round-docx", args=[row.pk, "cuong-phieu"]))
    assert printed["Content-Disposition"] == f'attachment; filename="cuong-phieu-{row.pk}.docx"'
    assert "Đông Hạ 1" in text_of(printed.content)
    entry = Entry.objects.get(kind="slips.printed")
    assert (entry.actor, entry.subject) == (front.key, f"decisions.ballotround:{row.pk}")
    assert browser(head).post(reverse("decisions:round-pdf", args=[row.pk, "phieu"])).content.startswith(b"%PDF")
    assert Entry.objects.filter(kind="slips.printed", actor=head.key).count() == 1


def test_the_code_on_a_slip_shows_its_household_what_was_recorded(browser, rounds, head, now):
    now(FIRST)
    row = rounds.begun(named=True)
    rounds.walked(row, out=1, back=1)
    slip = row.slips.get(number=1)
    address = reverse("decisions:slip-page", args=[queries.slip_code(slip)])
    shown = browser().get(address)
    assert "đã thu trong hạn" in shown.content.decode()
    assert shown["Referrer-Policy"] == "no-referrer"
    entry = Passing.objects.order_by("pk")[0].entry_id
    there = reverse("decisions:round-household", args=[row.pk, entry])
    assert browser(head).get(address)["Location"] == there
    assert browser().get(reverse("decisions:slip-page", args=["7KQ2M9XTRA"])).status_code == 404
