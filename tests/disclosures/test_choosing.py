"""Where many communes are kept: which one is asked first; search tells nothing of what is not out."""

import re

import pytest

from dienhong.disclosures import actions
from dienhong.disclosures.queries import clock
from dienhong.disclosures.views import desk
from tests.disclosures.test_pages import asked, current, made, now, page, today
from tests.programmes import places
from tests.reports.conftest import client_of

__all__ = ["current", "made", "now", "today"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def two(made, neighbour, today):
    other = places.actor(neighbour.officer)
    actions.draft_plan(organization=neighbour.committee, year=today.year, has_portal=True, has_radio=True, by=other)
    return made("Làm đường liên thôn")


def test_one_commune_is_shown_at_once(made, commune):
    made("Dự toán")
    assert "Chọn xã" not in page(client_of(), "/cong-khai/")


def test_of_several_the_reader_chooses_or_searches_by_name(two, commune, neighbour):
    both = page(client_of(), "/cong-khai/")
    for each in (commune, neighbour):
        assert f"/cong-khai/xa/{each.place.code}/" in both
    for words in ("binh yen", "Bình Yên", "bình yên sông trà"):
        found = page(client_of(), f"/cong-khai/?tim={words}")
        assert f"/cong-khai/xa/{neighbour.place.code}/" in found
        assert f"/cong-khai/xa/{commune.place.code}/" not in found
    assert "Chọn xã khác" in page(client_of(), f"/cong-khai/xa/{commune.place.code}/")
    assert client_of().get("/cong-khai/xa/khong-co/").status_code == 404


def test_what_any_commune_has_out_is_found_in_all_of_them(two, made):
    made("Chưa đăng bao giờ", code="11.7.1", out=False)
    for words in ("duong lien thon", "đường liên thôn"):
        assert f"/cong-khai/{two.pk}/" in page(client_of(), f"/cong-khai/?tim={words}")
    assert "Không tìm thấy xã hay nội dung nào" in page(client_of(), "/cong-khai/?tim=chua dang bao gio")
    assert "Không tìm thấy xã hay nội dung nào" in page(client_of(), "/cong-khai/?tim=khong co gi nhu vay")


@pytest.mark.parametrize("query", ["tim=%00", "tim=a", "tim=" + "x" * 400, "trang=-3", "trang=x"])
def test_a_strange_question_still_gets_the_page(two, query):
    assert client_of().get(f"/cong-khai/?{query}").status_code == 200


def test_choosing_costs_the_same_for_more_communes(two, commune, province, today):
    before = asked(client_of(), "/cong-khai/?tim=duong")
    for name in ("Ba", "Bốn"):
        more = places.Commune(province, name)
        by = places.actor(more.officer)
        actions.draft_plan(organization=more.committee, year=today.year, has_portal=True, has_radio=True, by=by)
    assert asked(client_of(), "/cong-khai/?tim=duong") == before <= 15


def test_words_of_what_is_not_out_or_was_taken_back_find_nothing(made, officer, commune):
    secret = made("Hộ ông Nguyễn Văn Tám", out=False)
    taken = made("Danh sách hộ bà Trần Thị Chín", code="11.7.1")
    actions.withdraw(
        disclosure=taken,
        reason="Nhầm",
        signer_post="Chủ tịch",
        signer_name="Hồ Văn Lành",
        is_owed_again=True,
        by=officer,
        on=places.ON,
    )
    for words in ("nguyen van tam", "tran thi chin"):
        assert "Không tìm thấy nội dung nào" in page(client_of(), f"/cong-khai/?tim={words}")
    assert f"/cong-khai/{secret.pk}/" in page(client_of(), f"/cong-khai/?tim={secret.item.label[:20]}")


def test_of_two_pages_each_shows_its_own(made, today):
    for number in range(21):
        made(f"Việc số {number:02d}", out=True, ago=3)
    first, second = page(client_of(), "/cong-khai/"), page(client_of(), "/cong-khai/?trang=2")
    shown = [{number for number in range(21) if f"Việc số {number:02d}" in text} for text in (first, second)]
    assert [len(each) for each in shown] == [20, 1]
    assert not shown[0] & shown[1]


def heading(text):
    return re.search(r"<caption[^>]*>([^<]*)", text)[1].strip()


@pytest.mark.parametrize("head", [0, 3, 8, 9])
@pytest.mark.parametrize(("there", "said"), [(2, "2 nội dung"), (3, "3 nội dung"), (4, "Hơn 3 nội dung")])
def test_more_than_a_search_lists_is_said_to_be_more(made, commune, monkeypatch, there, said, head):
    """However many are looked through one by one before the index is asked, the same is found in the same order."""
    monkeypatch.setattr(clock, "MOST_FOUND", 3)
    monkeypatch.setattr(clock, "HEAD", head)
    monkeypatch.setattr(desk, "PER_PAGE", 2)
    titles = [f"Sửa kênh mương {number}" for number in range(there)]
    for number, title in enumerate(titles):
        made(title, ago=9 - 2 * number)
        made(f"Thanh lý bàn ghế {number}", code="11.6.4", ago=8 - 2 * number)
    officer = client_of(commune.officer)
    for words in ("kênh mương", "kenh muong", "MUONG sua"):
        pages = (1, 2) if there > 2 else (1,)
        shown = [page(officer, f"/cong-khai/viec/?tim={words}&trang={number}") for number in pages]
        assert {heading(each).split(";")[0] for each in shown} == {said}
        assert [title for each in shown for title in titles if title in each] == titles[:3]
        assert ("trong hơn 3" in shown[0]) is (there > 3)
        assert "Thanh lý bàn ghế" not in "".join(shown)
    assert heading(page(officer, "/cong-khai/viec/")) == f"{2 * there} nội dung"
    assert heading(page(client_of(), "/cong-khai/?tim=kenh muong")) == f"{there} nội dung"  # of a commune, all
    assert "Không có nội dung nào ở đây" in page(officer, "/cong-khai/viec/?tim=khong co gi nhu vay")
