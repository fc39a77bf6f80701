"""A village of 160 households, its head, its Front, its commune; a meeting at any point of its way."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest

from dienhong.decisions import actions, counting, queries
from dienhong.decisions.models import Confirmation, Item, Matter, Meeting
from dienhong.foundations.actors import Role
from dienhong.ledger import keys
from dienhong.registry.actions import places
from dienhong.registry.models import Household, Mandate, Person
from lawcore.ballots.matters import Form
from lawcore.ballots.matters import Matter as Kind
from lawcore.ballots.meetings import Choice as Chosen
from tests.registry.conftest import actor_in

DAY = date(2026, 3, 2)
AT = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)
MEETS = datetime(2026, 3, 8, 12, 30, tzinfo=UTC)  # 19:30 in Hà Nội, a Sunday


@pytest.fixture(autouse=True)
def folders(settings, tmp_path):
    settings.DIENHONG_FILES = tmp_path / "files"
    settings.DIENHONG_KEY_FILE = tmp_path / "keys" / "ledger.key"
    keys.create()


@pytest.fixture
def commune(db):
    province = places.found_first_locality(
        code="lam-giang", kind="province", word="tỉnh", name="Lam Giang", valid_from=date(2025, 7, 1)
    )
    return places.found_first_locality(
        code="ben-say", kind="commune", word="xã", name="Bến Sậy", valid_from=date(2025, 7, 1), parent=province
    )


def a_village(commune, code, name, households):
    village = places.found_first_locality(
        code=code, kind="village", word="thôn", name=name, valid_from=date(2025, 7, 1), parent=commune
    )
    people = Person.objects.bulk_create(
        Person(name=f"{name} {number}", locality=village, search=f"{name} {number}")
        for number in range(1, households + 1)
    )
    rows = Household.objects.bulk_create(
        Household(code=f"{number:03}", locality=village, address=f"Xóm {number % 4}", valid_from=date(2025, 7, 1))
        for number in range(1, households + 1)
    )
    Mandate.objects.bulk_create(
        Mandate(household=household, person=person, starts_on=date(2025, 7, 1))
        for household, person in zip(rows, people, strict=True)
    )
    return village


@pytest.fixture
def village(commune):
    return a_village(commune, "ben-say-dong", "Đông Hạ", 160)


@pytest.fixture
def head(village):
    return actor_in(village, Role.VILLAGE_HEAD)


@pytest.fixture
def front(village):
    return actor_in(village, Role.FRONT)


@pytest.fixture
def officer(commune):
    return actor_in(commune, Role.OFFICER)


@pytest.fixture
def commune_front(commune):
    return actor_in(commune, Role.FRONT)


@pytest.fixture
def life(village, head, front):
    """The acts of this village."""
    assert Meeting.objects.count() == 0
    return life_of(village, head, front)


def life_of(village, head, front):  # noqa: C901, PLR0915 - many short acts, one story
    """Everything with what does not matter filled in; every act gives the row as it then is."""

    def propose(kind=Kind.SELF_GOVERNMENT, *, by=head, **parts):
        given = {
            "kind": kind,
            "title": "Đặt lịch quét dọn đường thôn",
            "asked": "Mỗi hộ quét đoạn đường trước nhà vào sáng thứ bảy. Ông, bà có tán thành không?",
            "agreed_with": "Nguyễn Văn Thuận",
            "agreed_on": DAY,
        } | parts
        return actions.propose(village=village, proposed=actions.Proposed(**given), key=uuid4().hex, by=by, at=AT)

    def plan(*matters, at=MEETS):
        for each in matters:
            actions.choose_form(matter=each, form=Form.MEETING, key=uuid4().hex, by=head, at=AT)
        planned = actions.Planned(at, "Nhà văn hóa thôn", "Trần Văn Lực", "Trần Văn Lực, 0912 000 111")
        return actions.plan_meeting(village=village, matters=matters, planned=planned, key=uuid4().hex, by=head, at=AT)

    def notify(meeting, *, on=DAY):
        return actions.notify(meeting=meeting, notified_on=on, documents_on=on, by=head, at=AT)

    def begin(*matters, present=0):
        meeting = actions.open_meeting(meeting=notify(plan(*matters)), happened_at=MEETS, by=head, at=MEETS)
        come(meeting, present)
        return meeting

    def come(meeting, number, *, by=head):
        for entry in meeting.roll.entries.order_by("number")[:number]:
            tick(meeting, entry, by=by)

    def tick(meeting, entry, *, is_present=True, key=None, by=head, at=MEETS, **parts):
        given = actions.Tick(entry=entry.pk, is_present=is_present, happened_at=at, **parts)
        return actions.check_in(meeting=meeting, tick=given, key=key or uuid4().hex, by=by, at=at)

    def choose(meeting, what, agree, **parts):
        elected = actions.Elected(what=what, agree=agree, **parts)
        return actions.choose(meeting=meeting, elected=elected, key=uuid4().hex, by=head, at=MEETS)

    def by_hands(meeting, item):
        present = len(queries.present_numbers(meeting))
        choose(meeting, Chosen.METHOD, present, method=Item.Method.HANDS, item=item.pk)
        return Item.objects.get(pk=item.pk)

    def sheet(item, place, *, agree, disagree=0, other=0, counter=None, **parts):
        figures = {"present": agree + disagree + other, "agree": agree, "disagree": disagree, "other": other}
        return actions.enter_sheet(
            item=item,
            place=place,
            counter=counter or ("Lò Thị Mơ", "Đinh Công Tráng")[place - 1],
            figures=parts.pop("figures", figures),
            key=parts.pop("key", None) or uuid4().hex,
            by=parts.pop("by", head),
            **parts,
        )

    def in_secret(meeting, item, *, tellers=("Vi Văn Thắng", "Lương Thị Út", "Bùi Đình Đệ")):
        present = len(queries.present_numbers(meeting))
        if tellers:
            choose(meeting, Chosen.TELLERS, present, names=tellers)
        choose(meeting, Chosen.METHOD, present, method=Item.Method.SECRET, item=item.pk)
        return Item.objects.get(pk=item.pk)

    def secret_sheets(item, *, agree, disagree=0):
        cast = agree + disagree
        figures = dict.fromkeys(counting.IN_SECRET, 0) | {
            "printed": cast, "issued": cast, "in_box": cast, "valid": cast, "agree": agree, "disagree": disagree,
        }  # fmt: skip
        return [sheet(item, place, agree=0, figures=figures) for place in (1, 2)]

    def close(item, **parts):
        return actions.close_item(item=item, key=parts.pop("key", None) or uuid4().hex, by=head, at=MEETS, **parts)

    def close_short(item):
        return actions.close_short(item=item, key=uuid4().hex, by=head, at=MEETS)

    def vote(meeting, *, agree, disagree=0, other=0, position=1):
        item = by_hands(meeting, meeting.items.get(position=position))
        for place in (1, 2):
            sheet(item, place, agree=agree, disagree=disagree, other=other)
        return close(item)

    def end(meeting):
        ended = MEETS + timedelta(hours=1)
        return actions.close_meeting(meeting=meeting, happened_at=ended, by=head, at=ended)

    def passed(kind=Kind.SELF_GOVERNMENT, *, agree=None, **parts):
        agree = agree or min(110, village.households.count())
        matter = propose(kind, **parts)
        meeting = begin(matter, present=agree)
        vote(meeting, agree=agree)
        end(meeting)
        return Matter.objects.get(pk=matter.pk)

    def record(matter, **parts):
        return actions.write(matter=matter, key=uuid4().hex, by=head, at=MEETS, **parts)

    def page(record, **parts):
        given = {
            "file_name": "bien-ban.jpg",
            "chunks": [b"\xff\xd8\xff\xe0 photo"],
            "village_head": True,
            "front_head": True,
            "representatives": ("Lò Thị Mơ", "Đinh Công Tráng"),
        } | parts
        return actions.add_page(record=record, page=actions.Page(**given), key=uuid4().hex, by=head, at=MEETS)

    def signed(matter):
        made = record(matter)
        page(made)
        actions.confirm(record=made, confirmed_as=Confirmation.As.CHAIR, by=head, at=MEETS)
        actions.confirm(record=made, confirmed_as=Confirmation.As.FRONT, by=front, at=MEETS)
        return Matter.objects.get(pk=matter.pk)

    def sent(matter, *, on=date(2026, 3, 10)):
        actions.send(matter=signed(matter), sent_on=on, key=uuid4().hex, by=head, at=MEETS + timedelta(days=20))
        return Matter.objects.get(pk=matter.pk)

    def again(row):
        return type(row).objects.get(pk=row.pk)

    return SimpleNamespace(**{name: value for name, value in locals().items() if callable(value)})
