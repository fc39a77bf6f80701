"""Whether all that an item asks for is done, and what is still missing."""

from collections.abc import Iterator, Mapping
from datetime import date

from lawcore.answers import Answer, check_count, impossible
from lawcore.disclosures.items import Form, Place, Publisher
from lawcore.disclosures.obligations import Obligations, obligations
from lawcore.readings import OTHER_CONTENT


def complete(
    *,
    item: int,
    has_portal: bool,
    has_radio: bool | None = None,
    on_portal: bool = False,
    office_days: int = 0,
    house_days: int = 0,
    point_days: int = 0,
    still_posted: bool = False,
    broadcast_days: int = 0,
    sent_to_village_heads: bool = False,
    on: date,
    other_content: str = OTHER_CONTENT.default,
) -> Answer[bool]:
    """LDC art. 13 cl. 1, 2, 3, 4: whether the commune has disclosed an item in every way that is required.

    Days are full consecutive days posted at the office, at the cultural houses, at the community points (each: the
    shortest of the villages), without the day it was put up; `broadcast_days` days on which the radio repeated it.
    """
    asked = obligations(
        kind=Publisher.COMMUNE,
        item=item,
        has_portal=has_portal,
        has_radio=has_radio,
        on=on,
        other_content=other_content,
    )
    check_count(broadcast_days, "số ngày phát truyền thanh")
    posted = {Place.OFFICE: office_days, Place.CULTURAL_HOUSE: house_days, Place.COMMUNITY_POINT: point_days}
    for place, number in posted.items():
        check_count(number, f"số ngày niêm yết tại {place.words}")
    owed = asked.result
    lacking = list(_lacking_posts(owed, posted))
    if owed.for_good and not still_posted:
        lacking.append(f"phải niêm yết thường xuyên tại {Place.OFFICE.words}, nay không còn niêm yết")
    if Form.PORTAL in owed.forms and not on_portal:
        lacking.append("chưa đăng trên cổng, trang thông tin điện tử")
    if owed.broadcast and broadcast_days < owed.broadcast.number:
        lacking.append(f"mới phát truyền thanh {broadcast_days} ngày, cần ít nhất {owed.broadcast} liên tục")
    if Form.VILLAGE_HEAD in owed.forms and not sent_to_village_heads:
        lacking.append("chưa gửi Trưởng thôn, Tổ trưởng tổ dân phố")
    done = {
        "on_portal": on_portal,
        "office_days": office_days,
        "house_days": house_days,
        "point_days": point_days,
        "still_posted": still_posted,
        "broadcast_days": broadcast_days,
        "sent_to_village_heads": sent_to_village_heads,
    }
    return _judged("disclosure.complete", asked, lacking, done)


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
) -> Answer[bool]:
    """LDC art. 48 cl. 1, 2; LDC art. 66 cl. 1, 2: whether an agency or enterprise has disclosed an item to its people.

    Days are full consecutive days, without the day it was put up. `has_portal`: there is an inner site or system.
    """
    if kind is Publisher.COMMUNE:
        raise impossible("Câu hỏi này dành cho cơ quan, đơn vị, doanh nghiệp.", allowed=("agency", "enterprise"))
    asked = obligations(kind=kind, item=item, has_portal=has_portal, all_in_writing=all_in_writing, on=on)
    check_count(portal_days, "số ngày đăng trên trang nội bộ")
    posted = {Place.HEADQUARTERS: headquarters_days, Place.WORKPLACE: workplace_days}
    for place, number in posted.items():
        check_count(number, f"số ngày niêm yết tại {place.words}")
    owed = asked.result
    lacking = list(_lacking_posts(owed, posted))
    if Form.PORTAL in owed.forms and portal_days < _least_days(owed):
        lacking.append(f"mới đăng {portal_days} ngày trên trang, hệ thống nội bộ, cần ít nhất {owed.stays} liên tục")
    done = {
        "portal_days": portal_days,
        "headquarters_days": headquarters_days,
        "workplace_days": workplace_days,
    }
    return _judged("disclosure.complete_inside", asked, lacking, done)


def _lacking_posts(owed: Obligations, posted: Mapping[Place, int]) -> Iterator[str]:
    for place in owed.places:
        if posted[place] < _least_days(owed):
            yield f"mới niêm yết {posted[place]} ngày tại {place.words}, cần ít nhất {owed.stays} liên tục"


def _least_days(owed: Obligations) -> int:
    return owed.stays.number if owed.stays else 0


def _judged(rule: str, asked: Answer[Obligations], lacking: list[str], done: Mapping[str, object]) -> Answer[bool]:
    label = asked.result.label
    if lacking:
        because = f"“{label}” chưa công khai đủ: {'; '.join(lacking)}."
    else:
        because = f"“{label}” đã công khai đủ các cách luật buộc."
    return Answer(
        not lacking,
        rule,
        asked.citation,
        asked.version,
        because,
        {**asked.inputs, **done},
        asked.provisional,
        asked.assumptions,
    )
