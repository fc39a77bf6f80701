"""Whether all that an item asks for is done, and what is still missing."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from typing import Final

from lawcore.answers import Answer, check_count, impossible
from lawcore.disclosures.items import Form, Place, Publisher
from lawcore.disclosures.obligations import Obligations, obligations
from lawcore.readings import OTHER_CONTENT, POSTING_DAYS


@dataclass(frozen=True, slots=True)
class _Done:
    """What a commune did for an item; `days` by place, without the day on which it was put up."""

    on_portal: bool
    days: Mapping[Place, int]
    still_posted: bool
    broadcast_days: int
    sent_to_village_heads: bool


_IN_VILLAGES: Final = (Place.CULTURAL_HOUSE, Place.COMMUNITY_POINT)
UNKNOWN_PLACE: Final = (
    "Chưa biết thôn, tổ dân phố nào cũng có {place} hay không; ở đây tính như có. "
    "Nếu không có thì không phải niêm yết ở đó."
)


def complete(
    *,
    item: int,
    has_portal: bool,
    has_radio: bool | None = None,
    on_portal: bool = False,
    office_days: int = 0,
    house_days: int = 0,
    point_days: int = 0,
    has_house: bool | None = None,
    has_point: bool | None = None,
    still_posted: bool = False,
    broadcast_days: int = 0,
    sent_to_village_heads: bool = False,
    on: date,
    other_content: str = OTHER_CONTENT.default,
    posting_inclusive: str = POSTING_DAYS.default,
) -> Answer[bool]:
    """LDC art. 13 cl. 1, 2, 3, 4: whether the commune has disclosed an item in every way that is required.

    Days are full consecutive days posted at the office, at the cultural houses, at the community points (each: the
    shortest of the villages that have one), without the day it was put up; `broadcast_days` days on which the radio
    repeated it. `has_house`, `has_point`: whether the villages have such a place; where none has, nobody can post
    there. None: not known of a village on which it depends; the place is then asked for, and the answer says so.
    """

    def asked(reading: str) -> Answer[Obligations]:
        return obligations(
            kind=Publisher.COMMUNE,
            item=item,
            has_portal=has_portal,
            has_radio=has_radio,
            on=on,
            other_content=reading,
        )

    chosen = asked(other_content)
    check_count(broadcast_days, "số ngày phát truyền thanh")
    days = {Place.OFFICE: office_days, Place.CULTURAL_HOUSE: house_days, Place.COMMUNITY_POINT: point_days}
    _check_days(days)
    done = _Done(on_portal, days, still_posted, broadcast_days, sent_to_village_heads)
    there = {Place.CULTURAL_HOUSE: has_house, Place.COMMUNITY_POINT: has_point}
    unknown = [place for place in _IN_VILLAGES if there[place] is None]
    absent = [place for place in _IN_VILLAGES if there[place] is False]
    readings = OTHER_CONTENT.choices if chosen.provisional else (other_content,)
    return _judged(
        "disclosure.complete",
        replace(chosen, result=_without(chosen.result, absent)),
        [
            _without(asked(each).result, [*absent, *missing])
            for each in readings
            for count in range(len(unknown) + 1)
            for missing in combinations(unknown, count)
        ],
        lambda owed, first: list(_lacking(owed, done, first)),
        posting_inclusive,
        {
            "on_portal": on_portal,
            "office_days": office_days,
            "house_days": house_days,
            "point_days": point_days,
            "has_house": has_house,
            "has_point": has_point,
            "still_posted": still_posted,
            "broadcast_days": broadcast_days,
            "sent_to_village_heads": sent_to_village_heads,
        },
        tuple(
            UNKNOWN_PLACE.format(place=place.words)
            for place in unknown
            if _is_short(chosen.result, done, place, int(posting_inclusive == "inclusive"))
        ),
    )


def complete_inside(
    *,
    kind: Publisher,
    item: int,
    has_portal: bool,
    portal_days: int = 0,
    headquarters_days: int = 0,
    workplace_days: int = 0,
    all_in_writing: bool = False,
    on: date,
    posting_inclusive: str = POSTING_DAYS.default,
) -> Answer[bool]:
    """LDC art. 48 cl. 1, 2; LDC art. 66 cl. 1, 2: whether an agency or enterprise has disclosed an item to its people.

    Days are full consecutive days, without the day it was put up. `has_portal`: there is an inner site or system.
    """
    if kind is Publisher.COMMUNE:
        raise impossible("Câu hỏi này dành cho cơ quan, đơn vị, doanh nghiệp.", allowed=("agency", "enterprise"))
    asked = obligations(kind=kind, item=item, has_portal=has_portal, all_in_writing=all_in_writing, on=on)
    check_count(portal_days, "số ngày đăng trên trang nội bộ")
    days = {Place.HEADQUARTERS: headquarters_days, Place.WORKPLACE: workplace_days}
    _check_days(days)
    return _judged(
        "disclosure.complete_inside",
        asked,
        [asked.result],
        lambda owed, first: list(_lacking_inside(owed, days, portal_days, first)),
        posting_inclusive,
        {
            "portal_days": portal_days,
            "headquarters_days": headquarters_days,
            "workplace_days": workplace_days,
        },
    )


def _without(owed: Obligations, places: Iterable[Place]) -> Obligations:
    """What is owed where these places do not exist."""
    return replace(owed, places=tuple(place for place in owed.places if place not in set(places)))


def _is_short(owed: Obligations, done: _Done, place: Place, first: int) -> bool:
    """Whether it has not hung there for as long as is asked."""
    return place in owed.places and done.days[place] + first < _least_days(owed)


def _check_days(days: Mapping[Place, int]) -> None:
    for place, number in days.items():
        check_count(number, f"số ngày niêm yết tại {place.words}")


def _lacking(owed: Obligations, done: _Done, first: int) -> Iterator[str]:
    """What a commune has not done; `first` is 1 where the day of posting counts."""
    yield from _lacking_posts(owed, done.days, first)
    if owed.for_good and not done.still_posted:
        yield f"phải niêm yết thường xuyên tại {Place.OFFICE.words}, nay không còn niêm yết"
    if Form.PORTAL in owed.forms and not done.on_portal:
        yield "chưa đăng trên cổng, trang thông tin điện tử"
    if owed.broadcast and done.broadcast_days < owed.broadcast.number:
        so_far = (
            f"mới phát truyền thanh {done.broadcast_days} ngày" if done.broadcast_days else "chưa phát truyền thanh"
        )
        yield f"{so_far}, cần ít nhất {owed.broadcast} liên tục"
    if Form.VILLAGE_HEAD in owed.forms and not done.sent_to_village_heads:
        yield "chưa gửi Trưởng thôn, Tổ trưởng tổ dân phố"
    if not owed.forms and not (any(done.days.values()) or done.broadcast_days or done.sent_to_village_heads):
        yield "chưa công khai bằng cách nào; phải theo văn bản hoặc quy chế quy định nội dung đó"


def _lacking_inside(owed: Obligations, days: Mapping[Place, int], portal_days: int, first: int) -> Iterator[str]:
    yield from _lacking_posts(owed, days, first)
    if Form.PORTAL in owed.forms and portal_days + first < _least_days(owed):
        so_far = f"mới đăng {portal_days + first} ngày" if portal_days else "chưa đăng được ngày nào"
        yield f"{so_far} trên trang, hệ thống nội bộ, cần ít nhất {owed.stays} liên tục"


def _lacking_posts(owed: Obligations, days: Mapping[Place, int], first: int) -> Iterator[str]:
    for place in owed.places:
        if days[place] + first < _least_days(owed):
            so_far = f"mới niêm yết {days[place] + first} ngày" if days[place] else "chưa niêm yết được ngày nào"
            yield f"{so_far} tại {place.words}, cần ít nhất {owed.stays} liên tục"


def _least_days(owed: Obligations) -> int:
    return owed.stays.number if owed.stays else 0


def _judged(
    rule: str,
    asked: Answer[Obligations],
    read: list[Obligations],
    lacking: Callable[[Obligations, int], list[str]],
    posting_inclusive: str,
    done: Mapping[str, object],
    unknown: tuple[str, ...] = (),
) -> Answer[bool]:
    """The answer by the readings chosen; provisional where what is owed by another one, `read`, changes it."""
    POSTING_DAYS.check(posting_inclusive)
    label = asked.result.label
    lacks = lacking(asked.result, int(posting_inclusive == "inclusive"))
    if lacks:
        because = f"“{label}” chưa công khai đủ: {'; '.join(lacks)}."
    else:
        because = f"“{label}” đã công khai đủ các cách luật buộc."
    first_day_decides = any(bool(lacking(owed, 0)) != bool(lacking(owed, 1)) for owed in read)
    outcomes = {bool(lacking(owed, first)) for owed in read for first in (0, 1)}
    return Answer(
        not lacks,
        rule,
        asked.citation,
        asked.version,
        because,
        {**asked.inputs, **done, "posting_inclusive": posting_inclusive},
        len(outcomes) > 1,
        (*asked.assumptions, *unknown, *((POSTING_DAYS.assumed(posting_inclusive),) if first_day_decides else ())),
    )
