"""Figures for the Front, the board, a delegate and the chair: each opens to its list, each line to its evidence."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dienhong.disclosures import actions as disclosures
from dienhong.foundations.waiting import waiting_for
from dienhong.registry import queries as registry
from tests.programmes import places
from tests.reports.conftest import client_of

pytestmark = pytest.mark.django_db


def page(client, path, status=200):
    response = client.get(path)
    assert response.status_code == status
    return response.content.decode()


def asked(client, path):
    with CaptureQueriesContext(connection) as queries_asked:
        assert client.get(path).status_code == 200
    return len(queries_asked)


@pytest.fixture
def watchers(commune):
    return (commune.front_member, commune.inspector, commune.delegate, commune.chair, commune.officer)


@pytest.fixture
def four(claim):
    """One in every way, one that lacks a form, one overdue, one not due yet."""
    return (
        claim("Đủ cả", ago=20),
        claim("Thiếu hình thức", ago=20, code="11.2.2", forms=("portal",)),
        claim("Quá hạn", ago=40, code="11.3.1", out=False),
        claim("Chưa đến hạn", ago=0, code="11.7.1", out=False),
    )


def test_who_may_see_opens_each_figure_to_its_list_and_each_line_to_its_page(four, watchers):
    for user in watchers:
        browser = client_of(user)
        text = page(browser, "/doi-chieu/")
        assert "1/3" in text
        assert "1 chưa công khai" in text
        links = {link.replace("&amp;", "&") for link in re.findall(r'href="(/doi-chieu/danh-sach/[^"]*)"', text)}
        assert any("xem=short" in link for link in links)
        for link in links:
            page(browser, link)
        shown = page(browser, "/doi-chieu/danh-sach/?xem=short")
        assert f"/cong-khai/viec/{four[1].pk}/" in shown
        assert "Đủ cả" not in shown
        page(browser, f"/cong-khai/viec/{four[1].pk}/")


@pytest.mark.parametrize("by", ["noi-dung", "co-quan", "ky"])
def test_every_grouping_adds_up_and_downloads_as_a_table(four, commune, by):
    browser = client_of(commune.front_member)
    file = browser.get(f"/doi-chieu/?theo={by}&tep=csv").content.decode("utf-8-sig")
    lines = [line.split(",") for line in file.strip().split("\r\n")[1:]]
    last = lines if by != "ky" else lines[-1:]  # the year is the sum of its quarters
    assert sum(int(line[-8]) for line in last) == 3
    assert sum(int(line[-7]) for line in last) == 1
    assert browser.get(f"/doi-chieu/?theo={by}&tep=xlsx").content.startswith(b"PK")


def test_chosen_days_narrow_every_figure(four, commune, today):
    browser = client_of(commune.inspector)
    long_ago = "ky=ngay&tu_0=1&tu_1=1&tu_2=2020&den_0=31&den_1=12&den_2=2020"
    assert "Chưa có nội dung nào đến hạn" in page(browser, f"/doi-chieu/?{long_ago}")
    due = four[2].due_on
    day = f"ky=ngay&tu_0={due.day}&tu_1={due.month}&tu_2={due.year}&den_0={due.day}&den_1={due.month}&den_2={due.year}"
    assert "0/1" in page(browser, f"/doi-chieu/?{day}")
    assert "Quá hạn" in page(browser, f"/doi-chieu/danh-sach/?{day}")
    backwards = "ky=ngay&tu_0=2&tu_1=1&tu_2=2026&den_0=1&den_1=1&den_2=2026"
    assert "Ngày cuối không được trước ngày đầu" in page(browser, f"/doi-chieu/?{backwards}")


@pytest.mark.parametrize("query", ["ky=x", "nd=abc", "xem=zzz", "loai=%00", "trang=-1", "co-quan=x", "tu_0=99"])
def test_a_wrong_address_still_shows_the_page(four, commune, query):
    for path in ("/doi-chieu/", "/doi-chieu/danh-sach/", "/doi-chieu/qua-han/"):
        assert client_of(commune.delegate).get(f"{path}?{query}").status_code == 200


def test_another_communes_inspector_sees_nothing_of_it(four, neighbour, commune):
    browser = client_of(neighbour.inspector)
    assert "Chưa có nội dung nào đến hạn" in page(browser, "/doi-chieu/")
    assert "Quá hạn</a>" not in page(browser, "/doi-chieu/qua-han/")
    for path in ("/doi-chieu/", "/doi-chieu/danh-sach/", "/doi-chieu/qua-han/"):
        assert browser.get(f"{path}?co-quan={commune.committee.pk}").status_code == 404
    assert client_of().get("/doi-chieu/").status_code == 302


def test_the_chair_sees_whose_it_is_since_when_and_what_it_waits_for(four, commune, officer, today):
    late = four[2]
    post = commune.officer.person.posts.get()
    disclosures.own(item=late.item, owner=post, by=officer)
    disclosures.hold(disclosure=late, waits_for="Sở Tài chính duyệt quyết toán", by=officer)
    text = page(client_of(commune.chair), "/doi-chieu/qua-han/")
    days = (today - late.due_on).days
    for words in (post.title, "Sở Tài chính duyệt quyết toán", f"{days} ngày", f"/cong-khai/viec/{late.pk}/"):
        assert words in text
    assert late.title in page(client_of(commune.chair), f"/doi-chieu/qua-han/?nguoi={post.pk}")
    assert late.title in page(client_of(commune.chair), f"/doi-chieu/qua-han/?co-quan={commune.committee.pk}")
    file = client_of(commune.chair).get("/doi-chieu/qua-han/?tep=csv").content.decode("utf-8-sig")
    assert f"{late.due_on:%d/%m/%Y},{days}," in file


def test_what_nobody_was_given_is_listed_as_such(four, commune):
    browser = client_of(commune.chair)
    assert "Chưa giao ai phụ trách" in page(browser, "/doi-chieu/qua-han/")
    assert four[2].title in page(browser, "/doi-chieu/qua-han/?nguoi=chua-giao")


def test_a_line_of_the_chairs_day_leads_there_and_nobody_elses(four, commune, today):
    line = "Công khai quá hạn: 1 nội dung"
    assert line in page(client_of(commune.chair), "/viec-cua-toi/")
    for user in (commune.front_member, commune.officer, commune.head):
        told = waiting_for(registry.actor_of(user, on=today), on=today)
        assert line not in [each.title for each in told]


def test_a_province_sees_every_commune_and_opens_one(four, claim, province, commune, neighbour):
    other = places.actor(neighbour.officer)
    claim("Của xã kia", ago=40, unit=neighbour.committee, by=other, out=False)
    front = client_of(places.account("Mặt trận tỉnh", province, places.Role.FRONT))
    text = page(front, "/doi-chieu/?theo=co-quan")
    assert commune.committee.name in text
    assert neighbour.committee.name in text
    one = page(front, f"/doi-chieu/?co-quan={neighbour.committee.pk}")
    assert "0/1" in one


def test_budgets_hold_whatever_their_number(claim, commune, province):
    for n in range(12):
        claim(f"Việc {n}", ago=30 + n, code=f"11.{1 + n % 7}.1", out=bool(n % 3))
    first = {}
    for user in (commune.front_member, places.account("Mặt trận tỉnh", province, places.Role.FRONT)):
        browser = client_of(user)
        for by in ("noi-dung", "co-quan", "ky"):
            first[by] = asked(browser, f"/doi-chieu/?theo={by}")
            assert first[by] <= 10
        assert asked(browser, "/doi-chieu/danh-sach/") <= 15
        assert asked(browser, "/doi-chieu/qua-han/") <= 15
    for n in range(12, 24):
        claim(f"Việc {n}", ago=30 + n, code=f"11.{1 + n % 7}.1", out=bool(n % 3))
    for by, before in first.items():
        assert asked(browser, f"/doi-chieu/?theo={by}") == before
