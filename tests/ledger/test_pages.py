import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dienhong.ledger import actions, kinds, queries
from dienhong.ledger.words import words_of
from lawcore.vietnamese import search_folded

pytestmark = pytest.mark.django_db

HERE = "xa-an-lac"


@pytest.fixture
def sealed(append, at):
    made = [append(HERE, kind="duty.assigned", claimed_on=at.date()) for _ in range(5)]
    actions.seal_new(at)
    return made


def test_an_empty_ledger_says_when_the_first_entry_will_be_sealed(client):
    page = client.get("/so-cai/")
    assert page.status_code == 200
    assert "chậm nhất một phút" in page.content.decode()


def test_the_first_page_lists_every_locality_with_its_eight_words(client, sealed):
    page = client.get("/so-cai/").content.decode()
    assert " ".join(queries.stamp(HERE).words) in page
    assert "Toàn hệ thống" in page


def test_the_first_page_asks_the_database_little_however_many_localities(client, append, at):
    for number in range(60):
        append(f"xa-{number}")
    actions.seal_new(at)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get("/so-cai/").status_code == 200
    assert len(asked) <= 6


def test_the_page_of_a_locality_shows_entries_and_the_stamp(client, sealed):
    page = client.get(f"/so-cai/{HERE}/").content.decode()
    assert "Giao nhiệm vụ" in page
    assert "<svg" in page
    assert queries.stamp(HERE).root_hex[:32] in page


def test_an_entry_is_shown_with_its_proof(client, sealed):
    page = client.get(f"/so-cai/{HERE}/muc/{sealed[3].pk}/").content.decode()
    shown = queries.inclusion(sealed[3])
    assert all(each.hex()[:32] in page for each in (shown.leaf, *shown.path))


def test_an_entry_that_waits_says_so(client, sealed, append):
    page = client.get(f"/so-cai/{HERE}/muc/{append(HERE).pk}/").content.decode()
    assert "Đang chờ niêm phong" in page


def test_a_late_record_shows_the_gap(client, append, at):
    entry = append(HERE, claimed_on=at.date().replace(year=at.year - 1))
    page = client.get(f"/so-cai/{HERE}/muc/{entry.pk}/").content.decode()
    assert "ghi nhận muộn 36" in page


def test_the_payload_is_not_shown(client, append, at):
    entry = append(HERE, data={"title": "Dự toán thu chi"})
    actions.seal_new(at)
    assert "Dự toán" not in client.get(f"/so-cai/{HERE}/muc/{entry.pk}/").content.decode()


def test_the_address_in_the_qr_code_compares_the_printed_root(client, sealed):
    stamp = queries.stamp(HERE)
    address = stamp.url.partition("/so-cai")[2]
    assert "Khớp với bản in" in client.get(f"/so-cai{address}").content.decode()
    assert "KHÔNG khớp" in client.get(f"/so-cai/{HERE}/{stamp.size}/?goc={'0' * 64}").content.decode()
    assert "bản in" not in client.get(f"/so-cai/{HERE}/{stamp.size}/").content.decode()


def test_eight_words_find_their_checkpoint_with_and_without_marks(client, sealed):
    words = queries.stamp(HERE).words
    for said in (" ".join(words), search_folded(" ".join(words)).upper()):
        page = client.get("/so-cai/doi-chieu/", {"tu": said}).content.decode()
        assert "Khớp với một điểm niêm phong" in page
        assert "5 mục" in page


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("một hai ba", "Đã gõ 3 từ"),
        ("an an an an an an an xyzzy", "“xyzzy” không phải từ đối chiếu"),
        (" ".join(words_of(b"\1" * 32)), "Không có điểm niêm phong nào"),
    ],
)
def test_words_that_find_nothing_are_answered_with_what_to_do(client, sealed, said, answer):
    assert answer in client.get("/so-cai/doi-chieu/", {"tu": said}).content.decode()


def test_the_checkpoint_is_a_file_to_keep(client, sealed):
    answer = client.get(f"/so-cai/{HERE}/5/diem-niem-phong.txt")
    assert answer.content.decode() == queries.latest(HERE).note
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert "attachment" in answer["Content-Disposition"]


@pytest.mark.parametrize("address", ["/so-cai/so-cai.jsonl", f"/so-cai/{HERE}/so-cai.jsonl"])
def test_the_export_is_streamed(client, sealed, address):
    answer = client.get(address)
    lines = b"".join(answer.streaming_content).decode().splitlines()
    assert lines[0].startswith('{"type":"export"')
    assert lines[-1].startswith('{"type":"end"')


@pytest.mark.parametrize(
    "address",
    [
        "khong-co/",
        "khong-co/so-cai.jsonl",
        f"{HERE}/99/",
        f"{HERE}/99/diem-niem-phong.txt",
        f"{HERE}/muc/0/",
        "khac/muc/1/",
    ],
)
def test_what_is_not_there_answers_404(client, sealed, address):
    assert client.get(f"/so-cai/{address}").status_code == 404


def test_pages_are_for_reading_only(client):
    assert client.post("/so-cai/").status_code == 405


def test_a_kind_is_said_in_vietnamese_or_shown_as_it_is():
    assert kinds.said("duty.assigned") == "Giao nhiệm vụ"
    assert kinds.said("zebra.painted") == "zebra.painted"
