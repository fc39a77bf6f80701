"""What people bring by mistake: told what to do, or taken as what it is; nothing that was typed is lost."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from corpus import pages
from dienhong.disclosures import actions, queries
from dienhong.disclosures.models import Disclosure
from dienhong.foundations import clock
from dienhong.foundations.refusals import Refused
from dienhong.registry.actions.places import succeed
from dienhong.registry.models import Locality, Organization
from tests.programmes import places
from tests.reports.conftest import client_of

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def today():
    return clock.legal_day(clock.read())


def sent(commune, item, today, **changes):
    given = {
        "title": "Tiến độ đường", "event": "QĐ 5", "since_0": today.day, "since_1": today.month,
        "since_2": today.year, "text": "Dài 2 km", "key": str(uuid4()), "secret": "no", "not_yet": "no",
        "personal": "no",
    }  # fmt: skip
    return client_of(commune.officer).post(f"/cong-khai/viec/muc/{item.pk}/mo/", {**given, **changes})


def page(path, user=None, status=200):
    response = client_of(user).get(path)
    assert response.status_code == status
    return response.content.decode() if status == 200 else ""


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"since_2": "2199"}, "không được sau hôm nay"),
        ({"since_2": "226"}, "không có trong lịch"),
        ({"since_2": "1902"}, "gõ nhầm"),
        ({"since_0": "32"}, "ngày"),
        ({"title": " "}, "Tên nội dung"),
        ({"event": ""}, "phát sinh"),
        ({"text": ""}, "Hãy nhập nội dung công khai hoặc chọn tệp"),
    ],
)
def test_a_wrong_day_or_a_gap_is_told_and_the_rest_stays_typed(commune, plan, today, changes, why):
    response = sent(commune, plan.items.get(code="11.3.1"), today, **changes)
    text = response.content.decode()
    assert response.status_code == 422
    assert why in text
    assert ("Dài 2 km" in text) == ("text" not in changes)
    assert not Disclosure.objects.exists()


def test_the_same_title_and_day_under_another_content_is_asked_about_and_may_be_meant(commune, plan, today):
    sent(commune, plan.items.get(code="11.3.1"), today)
    again = sent(commune, plan.items.get(code="11.2.1"), today)
    text = again.content.decode()
    assert again.status_code == 422
    assert "đã mở công khai ở: Tiến độ đường (mục 11.3.1)" in text
    assert "Vẫn mở" in text
    assert "Dài 2 km" in text
    assert sent(commune, plan.items.get(code="11.2.1"), today, again="on").status_code == 302
    assert Disclosure.objects.count() == 2


def test_the_same_file_is_asked_about_wherever_it_is_until_it_was_withdrawn(commune, plan, today, officer):
    data = pages.pdf("<p>Dài 2 km")

    def bring(title, code):
        file = SimpleUploadedFile(f"{title}.pdf", data)
        return sent(commune, plan.items.get(code=code), today, title=title, file=file)

    bring("a", "11.3.1")
    for code in ("11.3.1", "11.2.1"):
        assert "đã mở công khai ở: a (mục 11.3.1)" in bring("b", code).content.decode()
    actions.withdraw(
        disclosure=Disclosure.objects.get(), reason="Nhầm", signer_post="Chủ tịch", signer_name="Hồ Văn Lành",
        is_owed_again=True, by=officer, on=places.ON,
    )  # fmt: skip
    assert bring("b", "11.2.1").status_code == 302


def test_another_commune_may_bring_the_same(commune, neighbour, plan, desk):
    desk.open(title="Dự toán")
    theirs = places.actor(neighbour.officer)
    other = actions.draft_plan(organization=neighbour.committee, year=2026, has_portal=True, has_radio=True, by=theirs)
    made = actions.open_disclosure(
        item=other.items.get(code="11.3.1"), title="Dự toán", content=desk.content(), key="k", by=theirs, at=places.AT
    )
    assert made.pk


def test_a_script_in_a_title_or_in_the_name_of_a_file_is_text(commune, plan, today):
    name = '"><script>alert(1)</script>\u202efdp.pdf'
    sent(
        commune, plan.items.get(code="11.3.1"), today, title="<img src=x onerror=alert(1)>\u200b",
        file=SimpleUploadedFile(name, pages.pdf("<p>x")),
    )  # fmt: skip
    made = Disclosure.objects.get()
    version = made.versions.get()
    assert made.title == "<img src=x onerror=alert(1)>"
    assert "\u202e" not in version.file_name
    text = page(f"/cong-khai/viec/{made.pk}/", commune.officer)
    assert "<script>alert" not in text
    assert "<img src=x" not in text
    served = client_of(commune.officer).get(f"/cong-khai/viec/{made.pk}/tep/1/")
    assert "\n" not in served["Content-Disposition"]
    assert served["X-Content-Type-Options"] == "nosniff"
    served.close()


def test_a_desk_file_is_for_who_works_there(commune, neighbour, plan, today):
    sent(commune, plan.items.get(code="11.3.1"), today, file=SimpleUploadedFile("a.pdf", pages.pdf("<p>x")))
    address = f"/cong-khai/viec/{Disclosure.objects.get().pk}/tep/1/"
    for user in (None, neighbour.officer):
        assert client_of(user).get(address).status_code == 404
    served = client_of(commune.chair).get(address)
    assert b"".join(served.streaming_content).startswith(b"%PDF")
    assert client_of(commune.chair).get(address.replace("/1/", "/2/")).status_code == 404


def test_the_reason_of_a_withdrawal_repeats_nobodys_data(desk, officer):
    with pytest.raises(Refused, match="đừng chép lại"):
        actions.withdraw(
            disclosure=desk.open(), reason="Nhầm số 0912 345 678", signer_post="Chủ tịch", signer_name="Hồ Văn Lành",
            is_owed_again=True, by=officer, on=places.ON,
        )  # fmt: skip


# Two versions beside each other.


@pytest.fixture
def changed(desk, officer):
    made = desk.open()
    desk.record(made)
    content = desk.content(text="Dự toán thu, chi năm 2026 đã điều chỉnh", file_name="b.txt", chunks=[b"khac"])
    made = actions.change(disclosure=made, content=content, key="c", by=officer, at=places.AT)
    desk.record(made)
    return made


def test_what_was_put_in_and_taken_out_is_marked_for_everybody(changed):
    text = page(f"/cong-khai/{changed.pk}/so-sanh/1/2/")
    assert "<ins>" in text
    assert "đã điều chỉnh" in text
    assert "thêm:" in text
    assert "b.txt" in text
    assert text.count("Bản 1") >= 1
    assert f"/cong-khai/{changed.pk}/so-sanh/1/2/" in page(f"/cong-khai/{changed.pk}/")


def test_only_what_is_shown_may_be_compared_by_everybody(changed, commune, neighbour, desk, officer):
    last = actions.change(disclosure=changed, content=desk.content(text="Ba"), key="d", by=officer, at=places.AT)
    address = f"/cong-khai/{last.pk}/so-sanh/1/3/"
    page(address, status=404)
    desk_address = f"/cong-khai/viec/{last.pk}/so-sanh/1/3/"
    assert "Ba" in page(desk_address, commune.officer)
    page(desk_address, neighbour.officer, status=404)
    page(desk_address, status=404)
    for wrong in ("1/1", "1/9", "0/1"):
        page(f"/cong-khai/viec/{last.pk}/so-sanh/{wrong}/", commune.officer, status=404)
    actions.withdraw(
        disclosure=last, reason="Nhầm", signer_post="Chủ tịch", signer_name="Hồ Văn Lành", is_owed_again=True,
        by=officer, on=places.ON,
    )  # fmt: skip
    page(f"/cong-khai/{last.pk}/so-sanh/2/3/", status=404)


def test_versions_that_differ_in_nothing_say_so(desk, officer, commune):
    made = desk.open()
    actions.change(disclosure=made, content=desk.content(), key="c", by=officer, at=places.AT)
    text = page(f"/cong-khai/viec/{made.pk}/so-sanh/1/2/", commune.officer)
    assert "giống hệt nhau" in text
    assert "không kèm tệp" in text


# Places that were merged: what was said, printed and hung before goes on working.


@pytest.fixture
def merged(commune, officer):
    """The first two villages become one, ten days on."""

    def merge(on=places.ON + 10 * DAY):
        return succeed(
            predecessors=commune.villages[:2], code="thon-moi", word="thôn", name="Đông Xuân", on=on,
            act="Nghị quyết 5", by=officer,
        )  # fmt: skip

    return merge


def test_what_concerned_a_village_is_found_by_what_it_became(desk, commune, merged):
    made = desk.open(title="Của thôn cũ", village=commune.villages[0])
    desk.record(made)
    village = merged()
    there = page(f"/cong-khai/?thon={village.pk}")
    assert "Của thôn cũ" in there
    assert "Của thôn cũ" not in page(f"/cong-khai/?thon={commune.villages[2].pk}")
    text = page(f"/cong-khai/{made.pk}/")
    assert f"{commune.villages[0]} (nay là {village})" in text


def test_what_still_has_to_hang_hangs_in_the_new_village_and_what_hung_counts(desk, commune, merged, officer):
    made = desk.open(title="Của thôn cũ", village=commune.villages[0])
    desk.record(made)
    desk.record(made, "posting", places=["office", "cultural-house", "community-point"], village=commune.villages[0])
    village = merged()
    fresh = queries.disclosure(made.pk)
    assert queries.villages(fresh, on=places.ON) == [commune.villages[0]]
    assert queries.villages(fresh, on=places.ON + 10 * DAY) == [village]
    assert queries.completeness(fresh, on=places.ON + 90 * DAY).result
    assert queries.to_tell(village, on=places.ON + 90 * DAY) == []


def test_the_head_of_the_new_village_is_told_what_the_old_one_was_not(desk, commune, merged):
    made = desk.open(title="Của thôn cũ", code="11.7.1", village=commune.villages[0])
    desk.record(made)
    (waiting,) = queries.to_tell(merged(), on=places.ON + 20 * DAY)
    assert waiting.disclosure.pk == made.pk


def test_opened_for_a_village_that_was_merged_away_it_is_accepted_and_says_what_it_became(commune, plan, today, merged):
    village = merged(on=today - 5 * DAY)
    item = plan.items.get(code="11.3.1")
    form = page(f"/cong-khai/viec/muc/{item.pk}/mo/", commune.officer)
    assert f"{commune.villages[0]} (nay là {village})" in form
    assert sent(commune, item, today, village=commune.villages[0].pk).status_code == 302
    made = Disclosure.objects.get()
    assert made.village == commune.villages[0]
    assert f"nay là {village}" in page(f"/cong-khai/viec/{made.pk}/", commune.officer)
    assert page(f"/cong-khai/viec/{made.pk}/ghi-nhan/", commune.officer).count(f">{village}<") >= 1


def test_addresses_of_a_merged_commune_lead_on_and_items_stay_where_they_are(desk, commune, neighbour, province):
    made = desk.open(title="Dự toán xã cũ")
    desk.record(made)
    old = commune.place.code
    by = places.actor(places.account("Danh bạ tỉnh", province, "registrar"))
    merged = succeed(
        predecessors=[commune.place, neighbour.place], code="xa-moi", word="xã", name="Đại An",
        on=places.ON + 10 * DAY, act="Nghị quyết 6", by=by,
    )  # fmt: skip
    led = client_of().get(f"/cong-khai/xa/{old}/")
    assert (led.status_code, led.headers["Location"]) == (302, "/cong-khai/xa/xa-moi/")
    assert "Dự toán xã cũ" in page("/cong-khai/xa/xa-moi/")
    assert "Dự toán thu, chi năm 2026" in page(f"/cong-khai/{made.pk}/")
    assert Organization.objects.get(pk=commune.committee.pk).locality == merged
    page("/cong-khai/xa/khong-co/", status=404)
    page(f"/cong-khai/xa/{province.code}/", status=404)


def test_a_village_of_another_commune_is_refused(desk, neighbour):
    with pytest.raises(Refused, match="không thuộc địa bàn"):
        desk.open(village=neighbour.villages[0])


def test_the_lineage_of_a_place_is_followed_to_its_end(commune, officer, merged):
    first = merged()
    last = succeed(
        predecessors=[first], code="thon-moi-nua", word="thôn", name="Đông", on=date(2026, 12, 1), act="NQ 9",
        by=officer,
    )  # fmt: skip
    assert set(queries.merged_villages(commune.place)) == {*(each.pk for each in commune.villages[:2]), first.pk}
    assert {each.pk for each in queries.merged_villages(commune.place).values()} == {last.pk}
    assert Locality.objects.filter(pk=last.pk, valid_to=None).exists()
