"""What was printed on paper and taken into a telephone before a merger goes on working after it."""

from xml.etree import ElementTree as ET

import pytest

from dienhong.disclosures.models import Disclosure
from dienhong.information_requests import queries as requests
from dienhong.registry.actions import organizations
from dienhong.registry.actions.places import succeed
from dienhong.registry.models import Organization
from tests.programmes import places
from tests.reports.conftest import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def merge(register, commune, neighbour, province, today):
    """The two communes become one today."""

    def merged():
        by = places.actor(places.account("Danh bạ tỉnh", province, "registrar"))
        return succeed(
            predecessors=[commune.place, neighbour.place], code="xa-moi", word="xã", name="Đại An", on=today,
            act="Nghị quyết 6", by=by,
        )  # fmt: skip

    return merged


def names_of(code, village, year):
    yield from (f"/du-lieu/xa/{code}/", f"/du-lieu/xa/{code}/danh-muc.jsonld", f"/sitemap/xa/{code}.xml")
    yield from (f"/du-lieu/xa/{code}/{each}" for each in ("tin.atom", "niem-yet.ics", "han.ics"))
    yield f"/du-lieu/xa/{code}/noi-dung/2/tin.atom"
    yield from (f"/du-lieu/xa/{code}/thon/{village}/{each}" for each in ("tin.atom", "niem-yet.ics", "han.ics"))
    for kind in ("csv", "json", "csv-metadata.json"):
        yield f"/du-lieu/xa/{code}/cong-khai-{year}.{kind}"


def test_every_address_of_an_old_commune_leads_to_the_same_of_the_new_one(register, merge, commune):
    year = register.out.item.plan.year
    client, old, village = client_of(), commune.place.code, register.village.code
    before = list(names_of(old, village, year))
    assert all(client.get(each).status_code == 200 for each in before)
    merge()
    for old_one, new_one in zip(before, names_of("xa-moi", village, year), strict=True):
        led = client.get(old_one)
        assert (led.status_code, led.headers.get("Location")) == (302, new_one), old_one
        assert client.get(new_one).status_code == 200
    assert "Dự toán ngân sách" in client.get(f"/du-lieu/xa/{old}/tin.atom", follow=True).content.decode()
    for page in ("/cong-khai/xa/xa-moi/", "/du-lieu/xa/xa-moi/"):
        assert f"{commune.place}" in client.get(page).content.decode()


def test_a_village_that_was_merged_leads_on_too(register, commune, officer, today):
    code = register.code
    new = succeed(
        predecessors=commune.villages[:2], code="thon-moi", word="thôn", name="Đông Xuân", on=today, act="NQ 5",
        by=officer,
    )  # fmt: skip
    led = client_of().get(f"/du-lieu/xa/{code}/thon/{register.village.code}/niem-yet.ics")
    assert led.headers["Location"] == f"/du-lieu/xa/{code}/thon/{new.code}/niem-yet.ics"
    printed = client_of().get(f"/cong-khai/xa/{code}/?thon={register.village.pk}&nd=3")
    assert printed.headers["Location"] == f"/cong-khai/xa/{code}/?thon={new.pk}&nd=3"
    assert client_of().get(printed.headers["Location"]).status_code == 200


@pytest.mark.parametrize("code", ["khong-co", "xa-moi"])
def test_what_never_was_is_still_not_there(register, code):
    assert client_of().get(f"/du-lieu/xa/{code}/tin.atom").status_code == 404
    assert client_of().get(f"/du-lieu/xa/{register.code}/thon/khong-co/tin.atom").status_code == 404
    assert client_of().get(f"/du-lieu/xa/{register.code}/noi-dung/99/tin.atom").status_code == 404
    assert client_of().get(f"/cong-khai/xa/{register.code}/?thon=99999999999999999999").status_code == 200


def test_after_a_merger_the_committee_that_began_last_is_asked(merge, commune, neighbour, today, officer):
    old = commune.place.code
    asked = f"/hoi-thong-tin/hoi/{old}/?ve=1"
    new = merge()
    assert requests.committee_of(new.code, on=today).pk == commune.committee.pk  # the first that came with it
    by = places.actor(places.account("Danh bạ xã mới", new, "registrar"))
    founded = organizations.add_organization(
        locality=new, code="ubnd-moi", kind=Organization.Kind.COMMITTEE, name="Ủy ban nhân dân xã Đại An",
        valid_from=today, by=by,
    )  # fmt: skip
    assert requests.committee_of(new.code, on=today).pk == founded.pk
    assert [each.pk for each in requests.asked_committees(on=today, most=5)] == [founded.pk]
    assert client_of().get(f"/hoi-thong-tin/xa/{old}/").headers["Location"] == f"/hoi-thong-tin/xa/{new.code}/"
    assert client_of().get(asked).headers["Location"] == f"/hoi-thong-tin/hoi/{new.code}/?ve=1"
    about = Disclosure.objects.filter(public_on__isnull=False).first()
    assert requests.disclosure_asked(about.pk, founded).pk == about.pk


def test_the_map_says_when_something_last_changed_and_not_on_which_day_it_happened(register, taken_back):
    def changed():
        tree = ET.fromstring(client_of().get("/sitemap.xml").content)  # noqa: S314
        space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
        return {each.find(f"{space}loc").text: each.findtext(f"{space}lastmod") for each in tree}

    address = next(each for each in changed() if each.endswith(f"/{register.code}.xml"))
    first = changed()[address]
    assert "T" in first
    taken_back(register.out)
    assert changed()[address] >= first
