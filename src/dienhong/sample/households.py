"""Lists of households as villages keep them: published, objected to, changed by two people, taken again."""

from datetime import date, datetime, timedelta

from dienhong.foundations.actors import Actor
from dienhong.foundations.clock import legal_day
from dienhong.registry import queries as registry
from dienhong.registry.models import Locality, User
from dienhong.rolls import actions, queries
from dienhong.rolls.actions import NewChange, NewPart, Objected
from dienhong.rolls.models import Change, Complaint, Ground, Kind, Step

TOLD_IN = "ben-say-dong-ha-thon"
TYPED_IN = "ben-say-cho-ben-thon"
DAYS = 7


def tell(place: Locality, *, officer: Actor, at: datetime) -> None:
    """Every village but one has its list; one lives through a month of changes, the last is still being typed."""
    on = legal_day(at)
    head, front = (registry.actor_of(User.objects.get(username=name), on=on) for name in ("dong-ha", "mat-tran-thon"))
    for village in registry.places_below([place.path], kinds=[Locality.Kind.VILLAGE], on=on):
        is_told = village.code == TOLD_IN
        if village.code == TYPED_IN:
            _typed(village, officer, on)
            continue
        actions.publish(
            village=village,
            days=DAYS,
            by=head if is_told else officer,
            on=on - timedelta(days=DAYS + 3) if is_told else on,
        )
        if is_told:
            _month(village, head=head, front=front, on=on)


def _month(village: Locality, *, head: Actor, front: Actor, on: date) -> None:
    members = queries.members(village, on=on)
    first, second, third, fourth, fifth = (each.household for each in members[:5])
    codes = queries.next_codes(village, 3)
    person = members[1].person
    died = _told(village, head, on, Kind.DIED, Ground.DEATH_PAPER, NewPart(step=Step.VACATE, household=first))
    actions.confirm(change=died, by=front)
    split = _told(
        village, head, on, Kind.SPLIT, Ground.HOUSEHOLD_WORD,
        NewPart(step=Step.END, household=second),
        NewPart(step=Step.BEGIN, code=codes[0], address=second.address, person=person),
        NewPart(step=Step.BEGIN, code=codes[1], address="ngõ 9", name="Lò Thị Bưởi", birth_year=1998),
    )  # fmt: skip
    actions.confirm(change=split, by=front)
    left = _told(village, head, on, Kind.LEFT, Ground.SEEN, NewPart(step=Step.END, household=third))
    actions.refuse(change=left, reason="Hộ đi làm xa theo mùa, vẫn cư trú ở thôn.", by=front)
    arrived = _told(
        village, head, on, Kind.ARRIVED, Ground.RESIDENCE_PAPER,
        NewPart(step=Step.BEGIN, code=codes[2], address="ngõ 3", name="Y Ngọc Sen", birth_year=1979),
    )  # fmt: skip
    actions.confirm(change=arrived, by=front)
    _told(
        village, head, on, Kind.REPLACED, Ground.MEMBERS_AGREED,
        NewPart(step=Step.REPRESENT, household=fourth, name="Hoàng Thu Vân", birth_year=1988),
    )  # fmt: skip
    _told(village, front, on, Kind.ENDED, Ground.SEEN, NewPart(step=Step.END, household=fifth))
    published = queries.latest_list(village)
    if published is None:
        return
    told, _code = actions.object_to(
        publication=published,
        objected=Objected(complaint=Complaint.DIED, line=1, words="Bác ấy mất tháng trước."),
        key="sample 1",
        on=on,
    )
    actions.answer(
        objection=told, is_right=True, reason="Đã có trích lục khai tử; danh sách đã sửa.", by=head, change=died
    )
    actions.object_to(
        publication=published,
        objected=Objected(complaint=Complaint.MISSING, words="Thiếu hộ mới làm nhà cạnh trạm bơm."),
        key="sample 2",
        on=on,
        by=head,
        received_on=on - timedelta(days=1),
    )
    actions.take(village=village, on=on, by=head)


def _typed(village: Locality, officer: Actor, on: date) -> None:
    """Two pages of the exercise book: one waits for the second person, one is still being typed."""
    for rows, is_done in (
        ((("Danh Thị Oanh", "hẻm 1"), ("Kim Văn Khế", ""), ("", "hẻm 2"), ("Trần Thu Mận", "")), True),
        ((("Phạm Hữu Dũng", "hẻm 3"),), False),
    ):
        typing = actions.start(village=village, photo=None, photo_name="", by=officer)
        actions.keep_rows(typing=typing, rows=dict(enumerate(rows, start=1)), by=officer)
        if is_done:
            actions.hand_over(typing=typing, by=officer, on=on)


def _told(village: Locality, by: Actor, on: date, kind: str, ground: str, *parts: NewPart) -> Change:
    change = NewChange(kind=kind, takes_effect_on=on - timedelta(days=4), ground=ground, parts=parts)
    return actions.propose(village=village, change=change, key=f"sample {kind}", by=by, on=on)
