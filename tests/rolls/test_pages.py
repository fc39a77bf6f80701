"""The pages: what everybody reads, what each role may do, how many questions to the database a page costs."""

import re

import pytest
from django.test import Client

from dienhong.registry.models import Locality
from dienhong.rolls import actions, queries
from dienhong.rolls.access import Act
from dienhong.rolls.actions import Objected
from dienhong.rolls.forms import FORMS
from dienhong.rolls.models import Change, Kind, Objection, Publication, Roll, Ruling
from tests.rolls.conftest import NAMES, add, client_of, household, new, part, proposed, today

MOST_OF_A_LIST, MOST_OF_A_DETAIL = 15, 20
DAY_BOXES = {"takes_effect_on_0": "2", "takes_effect_on_1": "3", "takes_effect_on_2": "2026"}


def here(place):
    return f"/danh-sach-ho/viec/{place.village.pk}/"


def sent(place, kind, who="head", **fields):
    data = {**DAY_BOXES, "ground": "seen", "key": kind, **fields}
    return client_of(getattr(place, who)).post(f"{here(place)}thay-doi/{kind}/", data)


@pytest.fixture
def listed(place):
    return actions.publish(village=place.village, days=7, by=place.head, on=today())


def text_of(response):
    return response.content.decode()


def test_the_public_list_names_the_representative_and_nothing_else(place, listed):
    response = Client().get(f"/danh-sach-ho/thon/{place.village.code}/")
    page = text_of(response)
    assert all(name in page for name in NAMES)
    for hidden in ("ngõ 2", "1960", "H001"):
        assert not re.search(rf"\b{hidden}\b", page)
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert Client().get(f"/danh-sach-ho/thon/{place.other.code}/").status_code == 404
    assert place.village.name in text_of(Client().get("/danh-sach-ho/"))


def test_the_villages_with_a_list_come_page_by_page_by_name_and_without_those_that_ended(place, listed, monkeypatch):
    add(place.other, "H001", "Lù Thị Mây", place.registrar)
    actions.publish(village=place.other, days=7, by=place.front, on=today())
    monkeypatch.setattr("dienhong.rolls.views.public.PER_PAGE", 1)
    first, second = (text_of(Client().get("/danh-sach-ho/", {"trang": n})) for n in (1, 2))
    assert sorted(("Đông Hạ" in first, "Đông Hạ" in second)) == [False, True]
    assert "Đoài" in text_of(Client().get("/danh-sach-ho/", {"tim": "doai"}))
    assert "Không có thôn, xã nào" in text_of(Client().get("/danh-sach-ho/", {"tim": "xyz"}))
    Locality.objects.filter(pk=place.village.pk).update(valid_to=today())
    assert [each.village for each in queries.listed_villages(on=today())] == [place.other]


def test_what_happens_after_the_list_does_not_change_it(place, listed):
    found = proposed(place, new("left", part("end", household(place, "H001"))))
    actions.confirm(change=found, by=place.front)
    assert NAMES[0] in text_of(Client().get(f"/danh-sach-ho/thon/{place.village.code}/"))


def test_anybody_objects_and_holds_a_receipt_without_what_was_written(place, listed):
    address = f"/danh-sach-ho/thon/{place.village.code}/phan-anh/"
    empty = Client().post(address, {"complaint": "twice", "key": "a"})
    assert (empty.status_code, Objection.objects.count()) == (422, 0)
    done = Client().post(address, {"complaint": "twice", "words": "bà Na ghi hai lần", "key": "a"})
    receipt = Client().get(done.headers["Location"])
    assert receipt.status_code == 200
    assert "bà Na" not in text_of(receipt)
    found = Objection.objects.get()
    desk = client_of(place.front)
    assert "bà Na" in text_of(desk.get(f"/danh-sach-ho/y-kien/{found.pk}/"))
    desk.post(f"/danh-sach-ho/y-kien/{found.pk}/", {"is_right": "0", "reason": "Hai hộ khác nhau, đã xem."})
    assert "Hai hộ khác nhau" in text_of(Client().get(done.headers["Location"]))
    assert Client().get("/danh-sach-ho/phan-anh/KHONGCO234/").status_code == 404


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_a_form_that_opens_on_the_household_of_its_link(place, kind):
    one = household(place, "H002")
    page = client_of(place.head).get(f"{here(place)}thay-doi/{kind}/?ho={one.pk}")
    assert page.status_code == 200
    if "household" in FORMS[kind].base_fields:
        assert re.search(rf'<option value="{one.pk}" selected', text_of(page))


@pytest.mark.parametrize(
    ("kind", "fields", "after"),
    [
        ("died", {"household": "H003"}, {"H003": None}),
        ("replaced", {"household": "H001", "name": "Lò Văn Quý"}, {"H001": "Lò Văn Quý"}),
        (
            "replaced",
            {"household": "H001", "other": "H002", "is_nominated": "on", "nominated": "số 3"},
            {"H001": NAMES[1], "H002": NAMES[1]},
        ),
        ("arrived", {"name": "Y Thị Én"}, {"H006": "Y Thị Én"}),
        ("founded", {"address": "xóm Mới"}, {"H006": None}),
        ("left", {"household": "H005"}, {"H005": "gone"}),
        ("ended", {"household": "H005"}, {"H005": "gone"}),
        (
            "split",
            {"household": "H004", "keeps": "on", "name_2": "Vũ Thị Na"},
            {"H004": "gone", "H006": NAMES[3], "H007": "Vũ Thị Na"},
        ),
        (
            "merged",
            {"first": "H001", "second": "H002", "keeps": "on"},
            {"H001": "gone", "H002": "gone", "H006": NAMES[0]},
        ),
        ("address", {"household": "H001", "address": "xóm Đình"}, {"H001": NAMES[0]}),
    ],
)
def test_from_the_form_to_the_registers(place, kind, fields, after):
    choices = {"household", "other", "first", "second"}
    fields = {name: household(place, value).pk if name in choices else value for name, value in fields.items()}
    told = sent(place, kind, **fields)
    assert told.status_code == 302, text_of(told)
    change = Change.objects.get()
    front = client_of(place.front)
    assert "Xác nhận" in text_of(front.get(f"/danh-sach-ho/thay-doi/{change.pk}/"))
    front.post(f"/danh-sach-ho/thay-doi/{change.pk}/xac-nhan/")
    now = {
        each.household.code: each.person.name if each.person else None
        for each in queries.members(place.village, on=today())
    }
    assert {code: now.get(code, "gone") for code in after} == after


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("replaced", {}),
        ("replaced", {"other": "H002"}),
        ("replaced", {"other": "H002", "is_nominated": "on"}),
        ("split", {"keeps": "on", "name_1": "Hai người"}),
        ("split", {"keeps": "on"}),
        ("died", {"ground": "other"}),
        ("died", {"takes_effect_on_2": "2199"}),
    ],
)
def test_what_is_missing_is_asked_for_and_nothing_is_told(place, kind, fields):
    fields = {name: household(place, value).pk if name == "other" else value for name, value in fields.items()}
    assert sent(place, kind, household=household(place, "H001").pk, **fields).status_code == 422
    assert not Change.objects.exists()


def test_who_told_it_sees_that_somebody_else_confirms(place):
    found = proposed(place, new("left", part("end", household(place, "H001"))), by=place.officer)
    own = client_of(place.officer)
    page = text_of(own.get(f"/danh-sach-ho/thay-doi/{found.pk}/"))
    assert "không tự xác nhận" in page
    own.post(f"/danh-sach-ho/thay-doi/{found.pk}/xac-nhan/")
    assert not Ruling.objects.exists()
    client_of(place.front).post(f"/danh-sach-ho/thay-doi/{found.pk}/khong/", {"reason": ""})
    assert not Ruling.objects.exists()
    client_of(place.front).post(f"/danh-sach-ho/thay-doi/{found.pk}/khong/", {"reason": "Chưa có giấy."})
    assert not Ruling.objects.get().is_confirmed


def test_a_roll_is_taken_shown_compared_and_taken_away_as_a_file(place, listed):
    found = proposed(place, new("left", part("end", household(place, "H001"))))
    actions.confirm(change=found, by=place.front)
    head = client_of(place.head)
    address = head.post(f"{here(place)}chot/moi/").headers["Location"]
    page = text_of(head.get(address))
    roll = Roll.objects.latest("pk")
    assert all(piece in page for piece in ("Nguyên vẹn", "H001", roll.digest[:16]))
    table = head.get(f"{address}?tep=csv").content.decode("utf-8-sig")
    assert NAMES[1] in table
    assert head.get(f"{address}?tep=xlsx").content[:2] == b"PK"
    assert head.get(f"{address}?so-voi={listed.roll_id}").status_code == 200
    assert head.get(f"{address}?so-voi=99999999999999999999").status_code == 200


@pytest.mark.parametrize("kind", ["docx"])
def test_the_list_is_printed_with_its_code(place, listed, kind):
    printed = client_of(place.head).post(f"/danh-sach-ho/niem-yet/{listed.pk}/in.{kind}")
    assert printed.content[:2] == b"PK"


@pytest.mark.parametrize("who", ["stranger", "reporter"])
def test_others_find_nothing(place, listed, who):
    found = proposed(place, new("left", part("end", household(place, "H001"))))
    objected, _code = actions.object_to(
        publication=listed, objected=Objected(complaint="died", line=1), key="k", on=today()
    )
    client = client_of(getattr(place, who))
    root = "/danh-sach-ho/"
    for path in (
        "",
        "so/",
        "thay-doi/",
        "thay-doi/died/",
        "niem-yet/",
        "phan-anh/",
        "phan-anh/ghi/",
        "chot/",
        "go-tay/",
    ):
        assert client.get(here(place) + path).status_code == 404, path
    for path in (f"thay-doi/{found.pk}/", f"y-kien/{objected.pk}/", f"chot/{listed.roll_id}/"):
        assert client.get(root + path).status_code == 404, path
    for path in (
        f"thay-doi/{found.pk}/xac-nhan/", f"thay-doi/{found.pk}/khong/", f"niem-yet/{listed.pk}/in.docx",
        f"y-kien/{objected.pk}/", f"y-kien/{objected.pk}/xoa-loi/", f"viec/{place.village.pk}/chot/moi/",
    ):  # fmt: skip
        assert client.post(root + path, {}).status_code == 404, path
    assert not Ruling.objects.exists()
    assert Publication.objects.count() == 1


def test_questions_to_the_database(place, listed, django_assert_max_num_queries):
    """However many households: the limits are for the whole page, session and frame included."""
    for number in range(60):
        proposed(place, new("arrived", part("begin", code=f"K{number:03}")), key=f"k{number}")
    found = proposed(place, new("left", part("end", household(place, "H001"))))
    objected, _code = actions.object_to(
        publication=listed, objected=Objected(complaint="died", line=1), key="k", on=today()
    )
    front = client_of(place.front)
    lists = ("/danh-sach-ho/", f"/danh-sach-ho/thon/{place.village.code}/", "/danh-sach-ho/viec/",
             f"{here(place)}so/", f"{here(place)}phan-anh/", f"{here(place)}chot/")  # fmt: skip
    details = (here(place), f"/danh-sach-ho/thay-doi/{found.pk}/", f"/danh-sach-ho/y-kien/{objected.pk}/",
               f"/danh-sach-ho/chot/{listed.roll_id}/", f"{here(place)}thay-doi/split/")  # fmt: skip
    for paths, most in ((lists, MOST_OF_A_LIST), (details, MOST_OF_A_DETAIL)):
        for path in paths:
            with django_assert_max_num_queries(most):
                assert front.get(path).status_code == 200


def test_a_large_village_is_shown_by_fifty(place):
    for number in range(6, 56):
        add(place.village, f"H{number:03}", f"Người {number}", place.registrar)
    head = client_of(place.head)
    first, second = (text_of(head.get(f"{here(place)}?trang={page}")) for page in (1, 2))
    assert ("H050" in first, "H051" in first, "H051" in second) == (True, False, True)
    assert "H033" in text_of(head.get(f"{here(place)}?tim=nguoi+33"))


def test_every_village_of_a_desk_is_found_page_by_page_and_by_name(place, monkeypatch):
    monkeypatch.setattr("dienhong.rolls.views.desk.PER_PAGE", 1)
    officer = client_of(place.officer)
    number = queries.villages(place.officer, Act.SEE, on=today()).count()
    pages = [text_of(officer.get("/danh-sach-ho/viec/", {"trang": n})) for n in range(1, number + 1)]
    assert number > 1
    assert all(f"{number} thôn" in each for each in pages)
    rows = [re.findall(r'href="/danh-sach-ho/viec/([0-9]+)/"', each) for each in pages]
    assert [len(each) for each in rows] == [1] * number
    assert len({each[0] for each in rows}) == number
    found = text_of(officer.get("/danh-sach-ho/viec/", {"tim": "dong ha"}))
    assert f'href="{here(place)}"' in found
    assert "Không có thôn, xã nào" in text_of(officer.get("/danh-sach-ho/viec/", {"tim": "xyz"}))
    assert officer.get("/danh-sach-ho/viec/", {"tim": "xyz"}).status_code == 200
    assert client_of(place.head).get("/danh-sach-ho/viec/").url == here(place)
