"""The public pages: never empty, no dead link, lean."""

import re

import pytest
from django.test import Client

from dienhong.site.rights import HEADINGS


@pytest.mark.parametrize("slug", list(HEADINGS))
def test_a_heading_shows_rights_and_whom_to_ask(client, db, slug):
    page = client.get(f"/{slug}/").content.decode()
    assert str(HEADINGS[slug].whom) in page
    for right in HEADINGS[slug].rights:
        assert str(right.text) in page
        assert str(right.article) in page


@pytest.mark.parametrize("address", ["/", *(f"/{slug}/" for slug in HEADINGS)])
def test_no_link_of_a_public_page_is_dead(client: Client, db, address):
    page = client.get(address).content.decode()
    links = {link for link in re.findall(r'href="(/[^"#?]*)', page) if not link.startswith("/tinh/")}
    assert links
    dead = {link: client.get(link).status_code for link in links if client.get(link).status_code >= 400}
    assert dead == {}


def test_english_is_one_click_away(client, db):
    client.post("/ngon-ngu/setlang/", {"language": "en", "next": "/"})
    assert '<html lang="en"' in client.get("/").content.decode()


@pytest.mark.parametrize("address", ["/khong-co/", "/nghi-quyet/999999/"])
def test_what_is_not_there_says_so_in_vietnamese(client, db, address):
    response = client.get(address)
    assert response.status_code == 404
    assert "Không có trang này" in response.content.decode()


def test_every_page_carries_the_strict_policy(client, db):
    policy = client.get("/")["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
