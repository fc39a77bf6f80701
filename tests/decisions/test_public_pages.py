"""What everybody sees: a village's page, a decision, the register, calendar and feeds; never a household's name."""

import csv
import json
import re
from datetime import date
from io import StringIO

import pytest
from django.test import Client
from django.urls import reverse
from lxml import etree

from dienhong.decisions import actions
from dienhong.decisions.actions import Money
from dienhong.decisions.models import Matter, Meeting, Vote
from dienhong.decisions.queries import public
from dienhong.ledger.models import QUIET, Entry
from dienhong.registry.actions import places
from dienhong.registry.models import Succession
from dienhong.rolls.models import Entry as OnRoll
from lawcore.ballots.matters import Matter as Kind
from tests.decisions.ballots import rounds_of
from tests.decisions.conftest import AT, a_village
from tests.decisions.online import online_of

pytestmark = pytest.mark.django_db
LARGEST = 100_000  # bytes of a page


@pytest.fixture
def visitor(settings, monkeypatch):
    """Somebody without an account, on the day of the story."""
    monkeypatch.setattr("dienhong.foundations.clock.read", lambda: AT)
    return Client(raise_request_exception=True)


def text_of(client, url):
    response = client.get(url)
    assert response.status_code == 200, url
    return response.content.decode()


def test_the_only_commune_is_opened_at_once(visitor, life, commune):
    assert "Chưa thôn nào" in text_of(visitor, reverse("decisions:index"))
    life.propose()
    assert visitor.get(reverse("decisions:index")).url == reverse("decisions:commune", args=[commune.code])
    assert "1 việc đang bàn" in text_of(visitor, reverse("decisions:commune", args=[commune.code]))


def test_a_village_page_says_when_it_meets_what_binds_and_what_is_asked(visitor, life, village):
    life.sent(life.passed())
    matter = life.propose(title="Sửa nhà văn hóa")
    meeting = life.notify(life.plan(matter))
    text = text_of(visitor, reverse("decisions:village", args=[village.code]))
    assert "19:30 ngày 08/03/2026" in text
    assert "Nhà văn hóa thôn" in text
    assert "110/160 hộ tán thành" in text
    assert "1/2026" in text
    assert reverse("decisions:meeting-ics", args=[village.code, meeting.pk]) in text
    assert "0912 000 111" not in text
    assert len(text.encode()) < LARGEST


def test_a_meeting_nobody_was_told_of_is_not_shown(visitor, life, village):
    life.plan(life.propose())
    text = text_of(visitor, reverse("decisions:village", args=[village.code]))
    assert "Chưa báo cuộc họp nào" in text


def test_a_village_without_anything_has_a_page_and_an_unknown_one_has_none(visitor, village):
    assert "Chưa có quyết định nào" in text_of(visitor, reverse("decisions:village", args=[village.code]))
    assert visitor.get(reverse("decisions:village", args=["khong-co"])).status_code == 404
    assert visitor.get(reverse("decisions:commune", args=[village.code])).status_code == 404


def test_search_needs_no_diacritics(visitor, life, village):
    life.propose(title="Sửa nhà văn hóa")
    life.propose(title="Đổ bê tông ngõ ba")
    text = text_of(visitor, reverse("decisions:village", args=[village.code]) + "?tim=do+be+tong")
    assert "Đổ bê tông ngõ ba" in text
    assert "Sửa nhà văn hóa" not in text


def test_a_part_of_a_village_page_has_its_newest_only(visitor, life, village, monkeypatch):
    monkeypatch.setattr(public, "FIRST", 2)
    old = life.propose(title="Việc cũ nhất")
    life.propose(title="Việc ở giữa")
    life.propose(title="Việc mới nhất")
    url = reverse("decisions:village", args=[village.code])
    text = text_of(visitor, url)
    assert old.title not in text
    assert text.index("Việc mới nhất") < text.index("Việc ở giữa")
    assert "Tìm thấy 3 việc" in text_of(visitor, url + "?tim=viec")
    parts = public.of_village([village.pk], {"coming": public.OPEN, "binds": public.BINDS})
    assert [each.title for each in parts["coming"]] == ["Việc mới nhất", "Việc ở giữa"]
    assert parts["binds"] == []


def test_a_decision_explains_its_result_by_the_law_in_words(visitor, life, village):
    matter = life.sent(life.passed())
    text = text_of(visitor, reverse("decisions:public", args=[matter.pk]))
    assert "Thông qua: 110 hộ tán thành" in text
    assert "khoản 1 Điều 21" in text
    assert "từ ngày 08/03/2026" in text
    digest = matter.records.get().digest
    assert " ".join(digest[at : at + 4] for at in range(0, 64, 4)) in text
    assert "người chủ trì cuộc họp" in text


def test_a_corrected_record_shows_why(visitor, life):
    matter = life.sent(life.passed())
    life.record(matter, reason="Ghi nhầm địa điểm")
    text = text_of(visitor, reverse("decisions:public", args=[matter.pk]))
    assert "Bản thứ 2" in text
    assert "Lý do sửa: Ghi nhầm địa điểm" in text


def test_a_matter_not_yet_voted_on_says_what_the_law_asks(visitor, life):
    matter = life.propose()
    text = text_of(visitor, reverse("decisions:public", args=[matter.pk]))
    assert "81 trong 160 hộ" in text
    assert visitor.get(reverse("decisions:public", args=[matter.pk + 1])).status_code == 404


def test_lineage_is_shown_on_both_sides(visitor, life):
    old = life.sent(life.passed())
    new = life.propose(title="Quét dọn hai lần một tuần", amends=old)
    assert "Quét dọn hai lần một tuần" in text_of(visitor, reverse("decisions:public", args=[old.pk]))
    assert old.title in text_of(visitor, reverse("decisions:public", args=[new.pk]))


def test_after_a_merger_old_addresses_lead_to_the_new_village_with_the_old_decisions(visitor, life, village, commune):
    other = a_village(commune, "ben-say-tay", "Tây Hạ", 2)
    matter = life.sent(life.passed())
    new = _succeed(commune, village, other)
    for name in ("decisions:village", "decisions:register", "decisions:atom", "decisions:calendar"):
        led = visitor.get(reverse(name, args=[village.code]) + "?nam=2026")
        assert led.status_code == 302
        assert led.url == reverse(name, args=[new.code]) + "?nam=2026"
    text = text_of(visitor, reverse("decisions:village", args=[new.code]))
    assert matter.title in text
    assert "Đông Hạ" in text
    assert visitor.get(reverse("opendata:village-decisions", args=[village.code, 2026, "csv"])).status_code == 302


def _succeed(commune, *old):
    new = places.found_first_locality(
        code="ben-say-ha", kind="village", word="thôn", name="Hạ", valid_from=date(2026, 3, 2), parent=commune
    )
    for each in old:
        each.valid_to = date(2026, 3, 2)
        each.save()
        Succession.objects.create(predecessor=each, successor=new, on=date(2026, 3, 2), act="NQ 9/2026")
    return new


def test_the_register_has_what_was_voted_down_too_and_not_what_is_open(visitor, life, village):
    life.sent(life.passed())
    lost = life.propose(title="Nuôi chim chung")
    meeting = life.begin(lost, present=90)
    life.vote(meeting, agree=10, disagree=80)
    life.propose(title="Chưa biểu quyết")
    text = text_of(visitor, reverse("decisions:register", args=[village.code]))
    assert "Năm 2026: 2 việc" in text
    assert "Nuôi chim chung" in text
    assert "Chưa biểu quyết" not in text


def test_the_register_is_a_file_with_a_dictionary(visitor, life, village, commune):
    matter = life.sent(life.passed())
    url = reverse("opendata:village-decisions", args=[village.code, 2026, "csv"])
    response = visitor.get(url)
    rows = list(csv.DictReader(StringIO(b"".join(response.streaming_content).decode())))
    assert [(each["number"], each["agree"], each["households"], each["adopted"]) for each in rows] == [
        ("1", "110", "160", "1")
    ]
    assert rows[0]["record_sha256"] == matter.records.get().digest
    told = json.loads(visitor.get(f"{url}-metadata.json").content)
    assert [each["name"] for each in told["tableSchema"]["columns"]] == list(rows[0])
    assert url in text_of(visitor, reverse("decisions:register", args=[village.code]))
    dictionary = text_of(visitor, reverse("opendata:decisions-dictionary"))
    assert all(f"<code>{name}</code>" in dictionary for name in rows[0])
    whole = visitor.get(reverse("opendata:decisions", args=[commune.code, 2026, "json"]))
    assert json.loads(b"".join(whole.streaming_content))[0]["id"] == matter.pk
    assert visitor.get(reverse("opendata:decisions", args=[commune.code, 2025, "csv"])).status_code == 404


def test_meetings_are_a_calendar_also_when_called_off(visitor, life, village, head):
    meeting = life.notify(life.plan(life.propose()))
    text = text_of(visitor, reverse("decisions:calendar", args=[village.code]))
    assert "DTSTART:20260308T123000Z" in text
    assert "LOCATION:Nhà văn hóa thôn" in text
    assert "DTEND" not in text
    actions.call_off(meeting=meeting, reason="Mưa bão", by=head, at=AT)
    one = text_of(visitor, reverse("decisions:meeting-ics", args=[village.code, meeting.pk]))
    assert "STATUS:CANCELLED" in one
    assert "0912 000 111" not in one


def test_another_villages_meeting_is_not_under_this_one(visitor, life, village, commune):
    other = a_village(commune, "ben-say-tay", "Tây Hạ", 2)
    meeting = life.notify(life.plan(life.propose()))
    assert visitor.get(reverse("decisions:meeting-ics", args=[other.code, meeting.pk])).status_code == 404


def test_the_feed_has_decisions_not_proposals(visitor, life, village, commune):
    life.sent(life.passed())
    life.propose(title="Chưa biểu quyết")
    for name, code in (("decisions:atom", village.code), ("decisions:commune-atom", commune.code)):
        feed = etree.fromstring(visitor.get(reverse(name, args=[code])).content)
        titles = feed.xpath("//a:entry/a:title/text()", namespaces={"a": "http://www.w3.org/2005/Atom"})
        assert titles == ["thôn Đông Hạ: Đặt lịch quét dọn đường thôn"]
        assert "Niêm yết" not in etree.tostring(feed, encoding="unicode")


def _addresses(village, commune):
    matter, meeting = Matter.objects.order_by("pk").first(), Meeting.objects.order_by("pk").first()
    names = ("village", "register", "calendar", "atom")
    yield from (reverse(f"decisions:{name}", args=[village.code]) for name in names)
    yield from (
        reverse(f"decisions:{name}", args=[commune.code]) for name in ("commune", "commune-register", "commune-atom")
    )
    yield reverse("decisions:public", args=[matter.pk])
    yield reverse("decisions:meeting-ics", args=[village.code, meeting.pk])
    for kind in ("csv", "json"):
        yield reverse("opendata:village-decisions", args=[village.code, 2026, kind])


def test_no_household_is_named_anywhere(visitor, life, village, commune):
    life.sent(life.passed())
    names = set(OnRoll.objects.values_list("name", flat=True))
    assert len(names) == 160
    for url in _addresses(village, commune):
        response = visitor.get(url)
        assert response.status_code == 200, url
        content = b"".join(response.streaming_content) if response.streaming else response.content
        said = content.decode()
        found = {name for name in names if re.search(rf"{re.escape(name)}(?!\d)", said)}
        assert not found, (url, found)
        assert "Lò Thị Mơ" not in said  # who counted, who signed for the households
        assert "Nguyễn Văn Thuận" not in said


@pytest.mark.parametrize(("name", "most"), [("village", 15), ("register", 15), ("commune", 15)])
@pytest.mark.parametrize("number", [1, 12])
def test_lists_ask_few_questions(visitor, life, village, commune, name, most, number, django_assert_max_num_queries):
    for _each in range(number):
        life.propose()
    life.sent(life.passed(agree=81))
    code = commune.code if name == "commune" else village.code
    url = reverse(f"decisions:{name}", args=[code]) + "?x=1"  # never kept
    visitor.get(url)
    with django_assert_max_num_queries(most):
        assert visitor.get(url).status_code == 200


def test_a_decision_asks_few_questions(visitor, life, django_assert_max_num_queries):
    matter = life.sent(life.passed())
    url = reverse("decisions:public", args=[matter.pk]) + "?x=1"
    visitor.get(url)
    with django_assert_max_num_queries(20):
        visitor.get(url)


def test_a_kept_page_changes_with_the_next_act(visitor, life, village):
    url = reverse("decisions:village", args=[village.code])
    life.propose(title="Việc thứ nhất")
    assert "Việc thứ nhất" in text_of(visitor, url)
    life.propose(title="Việc thứ hai")
    assert "Việc thứ hai" in text_of(visitor, url)


def test_pages_for_everybody_tell_nothing_of_ticks_slips_and_answers_and_are_kept_over_them(
    visitor, life, village, head
):
    walk, online = rounds_of(life, head), online_of(life, head)
    meeting, row, poll = life.begin(life.propose(), present=1), walk.begun(), online.polling()
    found = [meeting.items.get().matter_id, row.matter_id, poll.matter_id]
    addresses = [reverse(f"decisions:{name}", args=[village.code]) for name in ("village", "register", "calendar")]
    addresses += [reverse("decisions:public", args=[each]) for each in found]
    drawn = {each: text_of(visitor, f"{each}?x=1") for each in addresses}
    stands, last = public.acts([village.code]), Entry.objects.latest("pk").pk
    life.tick(meeting, meeting.roll.entries.get(number=2))
    walk.give(row, 1)
    online.answer(poll, 1, about=Vote.About.FORM)
    assert set(Entry.objects.filter(pk__gt=last).values_list("kind", flat=True)) == set(QUIET)
    assert public.acts([village.code]) == stands
    assert {each: text_of(visitor, f"{each}?x=1") for each in addresses} == drawn
    life.propose()
    assert public.acts([village.code]) != stands


def test_a_matter_of_money_says_how_much(visitor, life):
    matter = life.propose(Kind.VILLAGE_MONEY, money=Money("Làm đường", 80_000_000, 500_000, "hộ nghèo"))
    text = text_of(visitor, reverse("decisions:public", args=[matter.pk]))
    assert "500.000 đồng" in text
    assert "hộ nghèo" in text
