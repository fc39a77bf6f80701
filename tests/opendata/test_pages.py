"""The pages of open data, and what the public pages tell feed readers and search engines."""

import re

import pytest
from django.core.cache import caches
from django.core.files.uploadedfile import SimpleUploadedFile
from lxml import html

from dienhong.disclosures import actions
from tests.disclosures.test_pages import asked, page
from tests.reports.conftest import client_of

pytestmark = pytest.mark.django_db
SITE = "http://localhost:8000"


@pytest.fixture
def pages(register):
    return ["/du-lieu/", f"/du-lieu/xa/{register.code}/", "/du-lieu/tu-dien/"]


def test_pages_cost_at_most_15_queries_and_weigh_little(pages):
    for path in pages:
        assert asked(client_of(), path) <= 15
        assert len(client_of().get(path).content) < 100_000


def test_every_link_of_them_opens(pages):
    for path in pages:
        tree = html.fromstring(page(client_of(), path))
        links = {each for each in tree.xpath("//main//a/@href") if each.startswith("/")}
        links |= set(tree.xpath("//link[@rel='alternate']/@href"))
        assert links or "tu-dien" in path
        for each in links:
            assert client_of().get(each).status_code == 200, each


def test_the_public_page_names_its_feeds_for_readers_and_for_people(register):
    path = f"/cong-khai/xa/{register.code}/"
    tree = html.fromstring(page(client_of(), f"{path}?thon={register.village.pk}&nd=3"))
    feeds = tree.xpath("//link[@rel='alternate'][@type='application/atom+xml']/@href")
    assert len(feeds) == 3
    for each in feeds:
        assert client_of().get(each).status_code == 200
    assert tree.xpath("//link[@rel='canonical']/@href") == [SITE + path]
    assert tree.xpath("//a[normalize-space()='Theo dõi']/@href") == [f"/du-lieu/xa/{register.code}/"]
    assert tree.xpath("//meta[@name='description']/@content")[0]


def props(tree, kind):
    found = tree.xpath(f"//*[@itemtype='https://schema.org/{kind}']")
    return [
        {each.get("itemprop"): each.get("content") or each.get("href") for each in one.xpath("./*[@itemprop]")}
        for one in found
    ]


def test_a_search_engine_reads_who_published_what_when(register, officer, now, today):
    upload = SimpleUploadedFile("du-toan.txt", "Thu chi năm nay".encode())
    actions.change(
        disclosure=register.out, key="doi-1", by=officer, at=now,
        content=actions.Content(
            event="QĐ 2", since=today, text="Lời", file_name="du-toan.txt", chunks=upload.chunks(), is_cleared=True
        ),
    )  # fmt: skip
    told = actions.Told(form="portal", claimed_on=today)
    actions.record(disclosure=register.out, told=told, key="doi-2", by=officer, at=now)
    tree = html.fromstring(page(client_of(), f"/cong-khai/{register.out.pk}/"))
    (web,), (publisher,), (law,), (file,) = (
        props(tree, kind) for kind in ("WebPage", "GovernmentOrganization", "Legislation", "MediaObject")
    )
    assert (web["name"], web["url"]) == ("Dự toán ngân sách", f"{SITE}/cong-khai/{register.out.pk}/")
    assert web["datePublished"] == today.isoformat()
    assert publisher["name"].startswith("Ủy ban nhân dân")
    assert "Điều 11" in law["name"] or "Điều 12" in law["name"]
    assert re.fullmatch("[0-9a-f]{64}", file["sha256"])
    served = client_of().get(file["contentUrl"].removeprefix(SITE))
    assert served.status_code == 200
    served.close()


def test_of_what_is_not_out_a_search_engine_reads_the_content_only(register):
    for each in (register.owed, register.gone):
        text = page(client_of(), f"/cong-khai/{each.pk}/")
        assert each.title not in text
        (web,) = props(html.fromstring(text), "WebPage")
        assert (web["name"], web.get("datePublished")) == (each.item.label, None)


def test_kept_feeds_and_pages_are_new_after_every_act(register, taken_back, settings):
    memory = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "test-open"}
    settings.CACHES = {**settings.CACHES, "pages": memory}
    caches["pages"].clear()
    paths = [f"/du-lieu/xa/{register.code}/{file}" for file in ("tin.atom", "niem-yet.ics")]
    paths.append(f"/sitemap/xa/{register.code}.xml")
    for path in paths:
        client_of().get(path)
        assert asked(client_of(), path) <= 3
        assert f"/cong-khai/{register.out.pk}/".encode() in client_of().get(path).content
    taken_back(register.out)
    for path in paths:
        assert f"/cong-khai/{register.out.pk}/".encode() not in client_of().get(path).content
    caches["pages"].clear()
