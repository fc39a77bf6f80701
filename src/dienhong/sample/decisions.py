"""A year of one village: a road paid by all, streets swept, a meeting to which too few came, an initiative.

Days are counted back from the day on which the sample is loaded, so that what waits there is fresh: one decision to be
sent, one to be signed, one meeting to come. The village is told with the households that its roll has.
"""

from base64 import b64decode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from dienhong.decisions import actions, queries
from dienhong.decisions.models import Body, Confirmation, Consent, Fault, Item, Matter, Meeting
from dienhong.foundations.actors import Actor
from dienhong.foundations.clock import VIETNAM, legal_day
from dienhong.ledger.rows import label
from dienhong.registry import queries as registry
from dienhong.registry.models import Locality, User
from dienhong.rolls.models import Entry
from lawcore.ballots.matters import Form
from lawcore.ballots.matters import Matter as Kind
from lawcore.ballots.meetings import Choice as Chosen

CODE: Final = "ben-say-dong-ha-thon"
BOTH: Final = 2
NO_MONEY: Final = actions.Money()
EVENING: Final = time(19, 30)
PHOTO: Final = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
ROAD: Final = actions.Money("đổ bê tông 340 m đường ngõ 3", 68_000_000, 500_000, "hộ nghèo, hộ neo đơn")


@dataclass(frozen=True, slots=True)
class Told:
    """One village and who acts in it."""

    village: Locality
    head: Actor
    front: Actor

    def put(self, kind: Kind, title: str, asked: str, at: datetime, money: actions.Money = NO_MONEY) -> Matter:
        """Proposed by the head with the Front, to be decided by a meeting."""
        proposed = actions.Proposed(
            kind=kind, title=title, asked=asked, agreed_with=self.front.name, agreed_on=legal_day(at), money=money
        )
        matter = actions.propose(village=self.village, proposed=proposed, key=f"sample {title}", by=self.head, at=at)
        actions.choose_form(matter=matter, form=Form.MEETING, key=f"sample {title} form", by=self.head, at=at)
        return Matter.objects.get(pk=matter.pk)

    def called(self, matters: Sequence[Matter], at: datetime, *, days: int) -> Meeting:
        """Planned and told of on the same day, so many days ahead, with documents in every household."""
        on = legal_day(at)
        evening = datetime.combine(on + timedelta(days=days), EVENING, tzinfo=VIETNAM)
        planned = actions.Planned(evening, "Nhà văn hóa thôn", self.head.name, f"{self.head.name}, Trưởng thôn")
        meeting = actions.plan_meeting(
            village=self.village, matters=matters, planned=planned, key=f"sample {evening}", by=self.head, at=at
        )
        return actions.notify(meeting=meeting, notified_on=on, documents_on=on, by=self.head, at=at)

    def begun(self, meeting: Meeting, *, absent: int) -> Meeting:
        """Opened on time; all but the last households of the roll came, and chose a secretary."""
        at = meeting.planned_at
        meeting = actions.open_meeting(meeting=meeting, happened_at=at, by=self.head, at=at)
        entries = list(Entry.objects.filter(roll=meeting.roll_id).exclude(name="").order_by("number"))
        here = entries[: len(entries) - absent]
        actions.check_in_sheet(
            meeting=meeting,
            numbers=[each.number for each in here],
            happened_at=at,
            key=f"sample {meeting.pk} p",
            by=self.head,
            at=at,
        )
        elected = actions.Elected(Chosen.SECRETARY, len(here), (here[0].name,))
        actions.choose(meeting=meeting, elected=elected, key=f"sample {meeting.pk} s", by=self.head, at=at)
        return meeting

    def by_hands(self, item: Item, *, sheets: int = 2, against: int = 1) -> None:
        """Hands are chosen and counted; with both sheets the result is told."""
        meeting, own = item.meeting, f"sample {item.pk}"
        present = len(queries.present_numbers(meeting))
        elected = actions.Elected(Chosen.METHOD, present, method=Item.Method.HANDS, item=item.pk)
        actions.choose(meeting=meeting, elected=elected, key=f"{own} m", by=self.head, at=meeting.planned_at)
        figures = {"present": present, "agree": present - against, "disagree": against, "other": 0}
        for place in range(1, sheets + 1):
            name = Entry.objects.filter(roll=meeting.roll_id).order_by("number")[place].name or f"Người đếm {place}"
            actions.enter_sheet(
                item=item, place=place, counter=name, figures=figures, key=f"{own} {place}", by=self.head
            )
        if sheets == BOTH:
            actions.close_item(item=item, key=f"{own} end", by=self.head, at=meeting.planned_at)

    def signed(self, matter: Matter, at: datetime, *, both: bool = True) -> Matter:
        """Written, signed on paper, confirmed from one account or two."""
        own = f"sample {matter.pk}"
        matter = Matter.objects.get(pk=matter.pk)
        record = actions.write(matter=matter, key=f"{own} r", by=self.head, at=at, read_back=True)
        page = actions.Page(
            "bien-ban-da-ky.png",
            [PHOTO],
            village_head=True,
            front_head=True,
            representatives=("Lò Thị Mơ", "Y Ngọc Sen"),
        )
        actions.add_page(record=record, page=page, key=f"{own} p", by=self.head, at=at)
        actions.confirm(record=record, confirmed_as=Confirmation.As.CHAIR, by=self.head, at=at)
        if both:
            actions.confirm(record=record, confirmed_as=Confirmation.As.FRONT, by=self.front, at=at)
        return Matter.objects.get(pk=matter.pk)


def tell(place: Locality, *, at: datetime) -> None:
    """Everything goes through the actions, with the days on which it is said to have happened."""
    village = registry.places_below([place.path], kinds=[Locality.Kind.VILLAGE], on=legal_day(at)).get(code=CODE)
    head, front = (
        registry.actor_of(User.objects.get(username=name), on=legal_day(at)) for name in ("dong-ha", "mat-tran-thon")
    )
    told = Told(village, head, front)
    _road_and_streets(told, at)
    _too_few(told, at)
    _tonight(told, at)
    _to_come(told, at)
    _moved(told, at)
    _initiatives(told, at)
    chair = registry.actor_of(User.objects.get(username="chu-tich"), on=legal_day(at))
    _everywhere(place, chair, front, at)


def _everywhere(place: Locality, chair: Actor, front: Actor, at: datetime) -> None:
    """What the commune's chair put to every village today."""
    proposed = actions.Proposed(
        kind=Kind.COMMUNE_WORKS,
        title="Góp công, góp tiền nạo vét mương liên thôn",
        asked="Mỗi hộ góp nhiều nhất 100.000 đồng để nạo vét mương liên thôn. Ông, bà có tán thành không?",
        agreed_with=front.name,
        agreed_on=legal_day(at),
        money=actions.Money("nạo vét 2,4 km mương liên thôn", 150_000_000, 100_000, "hộ nghèo"),
    )
    actions.propose_everywhere(commune=place, proposed=proposed, key="sample everywhere", by=chair, at=at)


def _road_and_streets(told: Told, at: datetime) -> None:
    """One evening three weeks ago: the road is in force, sweeping waits to be sent, benches wait for the Front."""
    then = at - timedelta(days=21)
    road = told.put(
        Kind.COMMUNE_WORKS, "Đóng góp đổ bê tông đường ngõ 3",
        "Mỗi hộ đóng góp nhiều nhất 500.000 đồng để đổ bê tông đường ngõ 3. Ông, bà có tán thành không?", then, ROAD,
    )  # fmt: skip
    streets = told.put(
        Kind.SELF_GOVERNMENT, "Nội quy quét dọn đường thôn",
        "Sáng thứ bảy mỗi hộ quét đoạn đường trước nhà. Ông, bà có tán thành không?", then,
    )  # fmt: skip
    benches = told.put(
        Kind.SELF_GOVERNMENT, "Đặt ghế đá ở sân nhà văn hóa",
        "Thôn đặt bốn ghế đá ở sân nhà văn hóa. Ông, bà có tán thành không?", then,
    )  # fmt: skip
    meeting = told.begun(told.called([road, streets, benches], then, days=5), absent=3)
    for item in meeting.items.select_related("matter", "meeting").order_by("position"):
        told.by_hands(item)
    ended = meeting.planned_at + timedelta(hours=1)
    actions.close_meeting(meeting=meeting, happened_at=ended, by=told.head, at=ended)
    road = told.signed(road, at)
    sent_on = legal_day(meeting.planned_at) + timedelta(days=2)
    actions.send(matter=road, sent_on=sent_on, key=f"sample {road.pk} sent", by=told.head, at=at)
    actions.disclose(matter_id=road.pk, at=at)  # as the worker does soon after
    told.signed(streets, at)
    told.signed(benches, at, both=False)


def _too_few(told: Told, at: datetime) -> None:
    """Last week: the village's own rules could not be voted on."""
    then = at - timedelta(days=8)
    rules = told.put(
        Kind.CONVENTION, "Sửa hương ước thôn",
        "Thông qua bản hương ước đã niêm yết ở nhà văn hóa. Ông, bà có tán thành không?", then,
    )  # fmt: skip
    meeting = told.called([rules], then, days=4)
    households = meeting.roll.households if meeting.roll else 0
    meeting = told.begun(meeting, absent=households - households // 3)
    item = meeting.items.select_related("matter", "meeting").get()
    actions.close_short(item=item, key=f"sample {item.pk} short", by=told.head, at=meeting.planned_at)
    ended = meeting.planned_at + timedelta(hours=1)
    actions.close_meeting(meeting=meeting, happened_at=ended, by=told.head, at=ended)


def _tonight(told: Told, at: datetime) -> None:
    """A meeting that is going on: one sheet is in, one item is not begun."""
    then = at - timedelta(days=4)
    well = told.put(
        Kind.VILLAGE_MONEY, "Chi quỹ thôn sửa giếng làng",
        "Chi 12 triệu đồng từ quỹ thôn để sửa giếng làng. Ông, bà có tán thành không?", then,
    )  # fmt: skip
    games = told.put(
        Kind.SELF_GOVERNMENT, "Lịch giải bóng chuyền của thôn",
        "Tổ chức giải bóng chuyền vào ngày 2 tháng 9. Ông, bà có tán thành không?", then,
    )  # fmt: skip
    meeting = told.begun(told.called([well, games], then, days=3), absent=5)
    told.by_hands(meeting.items.select_related("matter", "meeting").get(position=1), sheets=1)


def _to_come(told: Told, at: datetime) -> None:
    """A meeting told of today, in two parts if the commune agrees."""
    trees = told.put(
        Kind.SELF_GOVERNMENT, "Trồng cây bóng mát dọc mương",
        "Mỗi hộ trồng và chăm hai cây dọc mương trước nhà. Ông, bà có tán thành không?", at,
    )  # fmt: skip
    meeting = told.called([trees], at, days=5)
    numbers = list(Entry.objects.filter(roll=meeting.roll_id).order_by("number").values_list("number", flat=True))
    half = len(numbers) // 2
    parts = [actions.Part("Xóm Trên", numbers[:half]), actions.Part("Xóm Dưới", numbers[half:])]
    actions.report_clusters(
        meeting=meeting, parts=parts, scattered=True, key=f"sample {meeting.pk} parts", by=told.head, at=at
    )


def _moved(told: Told, at: datetime) -> None:
    """A meeting that a storm moves by a week; nobody was told of the new day yet."""
    pond = told.put(
        Kind.SELF_GOVERNMENT, "Nạo vét ao làng",
        "Mỗi hộ góp một buổi nạo vét ao làng. Ông, bà có tán thành không?", at,
    )  # fmt: skip
    meeting = told.called([pond], at, days=6)
    planned = actions.Planned(
        meeting.planned_at + timedelta(days=7), meeting.place, told.head.name, f"{told.head.name}, Trưởng thôn"
    )
    actions.move_meeting(
        meeting=meeting,
        planned=planned,
        reason="Dự báo mưa bão, đường vào nhà văn hóa ngập",
        key="sample moved",
        by=told.head,
        at=at,
    )


def petition(place: Locality, *, at: datetime) -> None:
    """Two petitions against the road, once its money is collected: one answered, one that waits."""
    road = Matter.objects.filter(village__path__startswith=place.path, stage="in_force").order_by("pk").first()
    if road is None or road.effective_on is None:
        return
    on = legal_day(at)
    officer, inspector = (registry.actor_of(User.objects.get(username=name), on=on) for name in ("can-bo", "thanh-tra"))
    first = actions.Petition(
        Fault.PROCEDURE, Body.COMMITTEE, "Bà Lò Thị Mơ", "Xóm tôi không thấy giấy mời họp.", on - timedelta(days=6)
    )
    made = actions.challenge(matter=road, petition=first, key="sample petition 1", by=officer, at=at)
    reason = "Giấy mời đã niêm yết ở nhà văn hóa và đọc trên loa trước bốn ngày; sổ phát giấy mời có chữ ký của hộ."
    actions.answer_challenge(challenge=made, is_founded=False, reason=reason, by=officer, at=at)
    second = actions.Petition(
        Fault.UNLAWFUL, Body.INSPECTION, "Ông Y Ngọc Sen", "Mức đóng góp của hộ già yếu quá cao.",
        on - timedelta(days=1), households=4,
    )  # fmt: skip
    actions.challenge(matter=road, petition=second, key="sample petition 2", by=inspector, at=at)
    actions.propose_name_erasure(subject=label(made), ground="asked", by=officer)
    for number, words in enumerate(("Tôi không thấy ai đọc lại biên bản.", "Hộ mới tách không được mời."), start=1):
        sent = actions.Sent(
            Fault.PROCEDURE, Body.COMMITTEE, "Chị Vừ Thị Dính", "Ngõ 5, thôn Đông Hạ", "0900 000 000", words, number > 1
        )
        row = actions.send_challenge(matter=road, sent=sent, key=f"sample sent {number}", at=at)
        if number == 1:
            actions.verify(sent=row, is_confirmed=True, how="phone", reason="", by=officer, at=at)


def _initiatives(told: Told, at: datetime) -> None:
    """One that the village will decide on, one for which consents are collected."""
    on = legal_day(at)
    households = list(registry.households(told.village, on=on).values_list("pk", flat=True))
    for title, asked, days, number, is_put in (
        ("Đèn đường ngõ 5", "Thôn lắp ba đèn đường ở ngõ 5. Ông, bà có tán thành không?", 30, 6, True),
        ("Tủ sách ở nhà văn hóa", "Thôn mở tủ sách ở nhà văn hóa. Ông, bà có tán thành không?", 100, 2, False),
    ):
        wish = actions.Wish(Kind.SELF_GOVERNMENT, title, asked, "Bà Lò Thị Mơ")
        then = at - timedelta(days=days)
        begun = actions.begin_initiative(village=told.village, wish=wish, key=f"sample {title}", by=told.head, at=then)
        given = actions.Given(households[:number], legal_day(then), Consent.Way.LIST)
        actions.consent(initiative=begun, given=given, key=f"sample {title} list", by=told.head, at=then)
        if is_put:
            backing = actions.Backing(told.front.name, on)
            actions.put_initiative(initiative=begun, backing=backing, key=f"sample {title} put", by=told.head, at=at)
