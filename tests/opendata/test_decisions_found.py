"""Programs find what villages decided: in the site map, in the catalogue of data sets, on the page itself."""

import json
import xml.etree.ElementTree as ET

import pytest
from django.core.cache import cache

from dienhong.decisions.models import Matter
from tests.decisions.conftest import commune, folders, front, head, life, officer, village
from tests.decisions.test_disclosing import committee, plan
from tests.decisions.test_pages import browser

__all__ = ["browser", "committee", "commune", "folders", "front", "head", "life", "officer", "plan", "village"]
pytestmark = pytest.mark.django_db
LOC, CHANGED = (f"{{http://www.sitemaps.org/schemas/sitemap/0.9}}{name}" for name in ("loc", "lastmod"))


@pytest.fixture(autouse=True)
def fresh():
    cache.clear()


def addresses(client, path):
    tree = ET.fromstring(client.get(path).content)  # noqa: S314
    return {each.findtext(LOC).removeprefix("http://localhost:8000"): each.findtext(CHANGED) for each in tree}


def test_the_site_map_leads_to_every_decision_and_to_nothing_still_open(browser, life, django_assert_max_num_queries):
    client = browser()
    assert "/sitemap/xa/ben-say/quyet-dinh.xml" not in addresses(client, "/sitemap.xml")
    sent = life.sent(life.passed())
    still_open = life.propose(title="Sân bóng")
    cache.clear()
    assert "/sitemap/xa/ben-say/quyet-dinh.xml" in addresses(client, "/sitemap.xml")
    with django_assert_max_num_queries(6):
        found = addresses(client, "/sitemap/xa/ben-say/quyet-dinh.xml")
    assert f"/ban-quyet-dinh/quyet-dinh/{still_open.pk}/" not in found
    assert "T" in found[f"/ban-quyet-dinh/quyet-dinh/{sent.pk}/"]
    assert all(client.get(each).status_code == 200 for each in found)
    assert client.get("/sitemap/xa/khong-co/quyet-dinh.xml").status_code == 404


def test_the_catalogue_names_the_register_of_each_year(browser, life, plan):
    client = browser()
    assert "quyet-dinh-2026" not in client.get("/du-lieu/danh-muc.jsonld").content.decode()
    life.sent(life.passed())
    for path in ("/du-lieu/xa/ben-say/danh-muc.jsonld", "/du-lieu/danh-muc.jsonld"):
        cache.clear()
        sets = json.loads(client.get(path).content)["dcat:dataset"]
        mine = next(each for each in sets if each["@id"].endswith("/ban-quyet-dinh/xa/ben-say/#du-lieu"))
        files = [each["dcat:downloadURL"]["@id"] for each in mine["dcat:distribution"]]
        assert [each.rsplit("/", 1)[1] for each in files] == ["quyet-dinh-2026.csv", "quyet-dinh-2026.json"]
        assert all(client.get(each.removeprefix("http://localhost:8000")).status_code == 200 for each in files)


def test_the_page_says_what_it_is_and_whether_it_binds(browser, life):
    matter = life.propose()
    page = f"/ban-quyet-dinh/quyet-dinh/{matter.pk}/"
    assert "schema.org" not in browser().get(page).content.decode()
    sent = life.sent(life.passed())
    page = f"/ban-quyet-dinh/quyet-dinh/{sent.pk}/"
    said = browser().get(page).content.decode()
    assert 'itemtype="https://schema.org/Legislation"' in said
    assert 'content="2026-03-08/.."' in said
    assert "https://schema.org/InForce" in said
    Matter.objects.filter(pk=sent.pk).update(stage="abolished")
    cache.clear()
    said = browser().get(page).content.decode()
    assert "https://schema.org/NotInForce" in said
    assert "2026-03-08/.." not in said
