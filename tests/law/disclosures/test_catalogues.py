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


def test_which_items_are_posted_for_good_and_which_are_spoken():
    assert [item.code for item in ITEMS if item.posted is Posted.FOR_GOOD] == ["11.4", "11.13"]
    assert [item.code for item in ITEMS if item.posted is Posted.BY_REGULATION] == ["11.14"]
    assert [item.code for item in ITEMS if item.spoken] == ["11.7", "11.8", "11.9", "11.10", "11.11", "11.12"]


def test_forms_that_need_something_say_so():
    conditions = {way.code: way.when for way in CATALOGUES["disclosure.commune.forms"] if way.when}
    assert set(conditions) == {Form.PORTAL, Form.RADIO, Form.RECEPTION, Form.NETWORK}
    assert conditions[Form.RADIO] == "nếu có hệ thống truyền thanh"
    enterprise = {way.code: way.when for way in CATALOGUES["disclosure.enterprise.forms"] if way.when}
    assert "Công đoàn" in enterprise[Form.NETWORK]
    assert [way.code for way in CATALOGUES["disclosure.commune.notices"] if way.when] == ["social-network"]


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
