"""The lists of what is disclosed and how: complete, in order, in few words of our own."""

import pytest

from lawcore.disclosures import CATALOGUES, Form, Notice, Place, Posted, Publisher
from lawcore.disclosures.commune import ITEMS
from lawcore.sources import cited

MOST_WORDS = 15


@pytest.mark.parametrize(
    ("code", "count", "first", "last"),
    [
        ("disclosure.commune", 14, "LDC art. 11 cl. 1", "LDC art. 11 cl. 14"),
        ("disclosure.commune.forms", 10, "LDC art. 12 cl. 1 pt. a", "LDC art. 12 cl. 1 pt. k"),
        ("disclosure.commune.notices", 6, "LDC art. 13 cl. 4", "LDC art. 13 cl. 4"),
        ("disclosure.agency", 12, "LDC art. 46 cl. 1", "LDC art. 46 cl. 12"),
        ("disclosure.agency.forms", 7, "LDC art. 47 cl. 1 pt. a", "LDC art. 47 cl. 1 pt. g"),
        ("disclosure.enterprise", 8, "LDC art. 64 cl. 1 pt. a", "LDC art. 64 cl. 1 pt. h"),
        ("disclosure.enterprise.encouraged", 1, "LDC art. 64 cl. 2", "LDC art. 64 cl. 2"),
        ("disclosure.enterprise.forms", 8, "LDC art. 65 cl. 1 pt. a", "LDC art. 65 cl. 1 pt. h"),
    ],
)
def test_every_list_is_whole(code, count, first, last):
    items = CATALOGUES[code]
    assert (len(items), items[0].cite, items[-1].cite) == (count, first, last)
    assert len({item.code for item in items}) == len({item.label for item in items}) == count


def test_there_is_no_other_list():
    assert len(CATALOGUES) == 8


@pytest.mark.parametrize("item", [item for items in CATALOGUES.values() for item in items], ids=lambda item: item.cite)
def test_labels_are_short_and_cite(item):
    labels = [item.label, *(part.label for part in getattr(item, "parts", ()))]
    assert all(0 < len(label.split()) <= MOST_WORDS for label in labels)
    assert cited(item.cite).endswith("Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15")


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("11.1", 3),
        ("11.2", 7),  # estimate, decided, quarter, six months, year, settlement, audit
        ("11.3", 5),
        ("11.4", 3),
        ("11.5", 3),
        ("11.6", 5),
        ("11.7", 4),
        ("11.8", 3),
        ("11.9", 4),
        ("11.10", 2),
        ("11.11", 4),
        ("11.12", 3),
        ("11.13", 2),
        ("11.14", 0),
    ],
)
def test_items_that_hold_several_things_are_broken_down(code, parts):
    item = next(item for item in ITEMS if item.code == code)
    assert [part.code for part in item.parts] == [f"{code}.{number}" for number in range(1, parts + 1)]


WRITTEN = (Form.PORTAL, Form.POSTING)
THREE = (Place.OFFICE, Place.CULTURAL_HOUSE, Place.COMMUNITY_POINT)


@pytest.mark.parametrize(
    ("numbers", "forms", "places", "posted", "least"),
    [
        ((1, 2, 3, 5, 6), WRITTEN, THREE, Posted.FOR_A_TIME, "minimum.posting.commune"),
        (
            (7, 8, 9, 10, 11, 12),
            (*WRITTEN, Form.RADIO, Form.VILLAGE_HEAD),
            THREE,
            Posted.FOR_A_TIME,
            "minimum.posting.commune",
        ),
        ((4, 13), WRITTEN, (Place.OFFICE,), Posted.FOR_GOOD, ""),
        ((14,), (Form.PORTAL,), (), Posted.BY_REGULATION, ""),
    ],
)
def test_what_each_content_of_a_commune_asks_for(numbers, forms, places, posted, least):
    for number in numbers:
        item = ITEMS[number - 1]
        assert item.code == f"11.{number}"
        assert (item.forms, item.places, item.posted, item.least) == (forms, places, posted, least)


@pytest.mark.parametrize(
    ("code", "least"),
    [("disclosure.agency", "minimum.posting.agency"), ("disclosure.enterprise", "minimum.posting.enterprise")],
)
def test_what_each_content_inside_asks_for(code, least):
    for item in CATALOGUES[code]:
        assert (item.forms, item.places) == (WRITTEN, (Place.HEADQUARTERS, Place.WORKPLACE))
        assert (item.posted, item.least) == (Posted.FOR_A_TIME, least)


def test_what_is_only_encouraged_asks_for_nothing():
    (item,) = CATALOGUES["disclosure.enterprise.encouraged"]
    assert (item.forms, item.places, item.posted, item.least) == ((), (), Posted.BY_REGULATION, "")


def test_forms_that_need_something_say_so():
    conditions = {way.code: way.when for way in CATALOGUES["disclosure.commune.forms"] if way.when}
    assert set(conditions) == {Form.PORTAL, Form.RADIO, Form.RECEPTION, Form.NETWORK}
    assert conditions[Form.RADIO] == "nếu có hệ thống truyền thanh"
    enterprise = {way.code: way.when for way in CATALOGUES["disclosure.enterprise.forms"] if way.when}
    assert "Công đoàn" in enterprise[Form.NETWORK]
    notices = CATALOGUES["disclosure.commune.notices"]
    assert [way.code for way in notices if way.when] == ["social-network"]
    assert [way.label for way in notices[:2]] == [
        "Báo tại cuộc họp của cộng đồng dân cư",
        "Báo khi tổ chức, đoàn thể trong thôn họp, sinh hoạt",
    ]


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        (Publisher.COMMUNE, "chính quyền cấp xã"),
        (Publisher.AGENCY, "cơ quan, đơn vị"),
        (Publisher.ENTERPRISE, "doanh nghiệp nhà nước"),
        (Place.HEADQUARTERS, "trụ sở"),
        (Notice.IN_PERSON, "báo trực tiếp đến từng hộ"),
    ],
)
def test_choices_have_words(choice, words):
    assert choice.words == words
