"""What must be done for an item: the ways, the places, how long; and whether all of it is done."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Final

from lawcore.answers import Answer, check_count, impossible, missing
from lawcore.disclosures import commune, inside, periods
from lawcore.disclosures.items import Form, Item, Place, Posted, Publisher
from lawcore.readings import OTHER_CONTENT
from lawcore.sources import cited
from lawcore.timelimits import Period

ITEMS: Final = {
    Publisher.COMMUNE: commune.ITEMS,
    Publisher.AGENCY: inside.AGENCY_ITEMS,
    Publisher.ENTERPRISE: inside.ENTERPRISE_ITEMS,
}
FORMS: Final = {
    Publisher.COMMUNE: commune.FORMS,
    Publisher.AGENCY: inside.AGENCY_FORMS,
    Publisher.ENTERPRISE: inside.ENTERPRISE_FORMS,
}
OTHER_LAW: Final = (
    "Trừ bí mật nhà nước, thông tin pháp luật chưa cho công khai, và khi pháp luật có quy định khác về thời điểm, cách "
    "công khai nội dung này."
)
SPECIAL_AREA: Final = "Vùng này theo quy định riêng của Chính phủ, chưa đọc được; ở đây áp dụng quy định chung."


@dataclass(frozen=True, slots=True)
class Obligations:
    """What an item asks for. `forms` are required, `may_add` allowed besides where they exist.

    `stays` is how long it stays posted, or on the inner site, at least; None when no time is set. `for_good` means it
    stays and is updated. `broadcast` is for how many days the radio repeats it; `within` when it must first be out.
    """

    item: str
    label: str
    forms: tuple[Form, ...]
    places: tuple[Place, ...]
    stays: Period | None
    for_good: bool
    broadcast: Period | None
    within: Period
    may_add: tuple[str, ...]


def obligations(
    *,
    kind: Publisher,
    item: int,
    has_portal: bool,
    has_radio: bool | None = None,
    all_in_writing: bool = False,
    special_area: bool = False,
    on: date,
    other_content: str = OTHER_CONTENT.default,
) -> Answer[Obligations]:
    """LDC art. 13 cl. 1, 2, 3, 4; LDC art. 48 cl. 1, 2; LDC art. 66 cl. 1, 2: what must be done to disclose an item.

    `item` is its number in art. 11, 46 or 64 cl. 1; `has_portal` whether the commune has a portal or site, the agency
    or enterprise an inner site or system. `has_radio` matters to items 7 to 12 of a commune; `all_in_writing`, that
    every member of staff got it in writing, to an agency or enterprise without an inner site.
    """
    found = item_of(kind, item)
    if kind is Publisher.COMMUNE:
        owed, cite = _of_commune(found, has_portal=has_portal, has_radio=has_radio, on=on, other_content=other_content)
    else:
        owed, cite = _of_inside(kind, found, has_portal=has_portal, all_in_writing=all_in_writing, on=on)
    assumptions = [OTHER_LAW]
    unread = special_area and kind is Publisher.COMMUNE
    if unread:
        assumptions.append(SPECIAL_AREA)
    if found.posted is Posted.BY_REGULATION:
        assumptions.append(OTHER_CONTENT.assumed(other_content))
    return Answer(
        owed,
        "disclosure.obligations",
        cited(cite),
        periods.WITHIN[kind].version_on(on).since,
        f"“{found.label}” phải {_told(owed)}. Công khai chậm nhất {owed.within} kể từ ngày có quyết định, văn bản.",
        {
            "kind": kind,
            "item": item,
            "has_portal": has_portal,
            "has_radio": has_radio,
            "all_in_writing": all_in_writing,
            "special_area": special_area,
            "on": on,
            "other_content": other_content,
        },
        provisional=unread or found.posted is Posted.BY_REGULATION,
        assumptions=tuple(assumptions),
    )


def item_of(kind: Publisher, item: int) -> Item:
    """The item with this number in its article; refused when the article has fewer."""
    check_count(item, "số thứ tự nội dung", least=1)
    items = ITEMS[kind]
    if item > len(items):
        raise impossible(
            f"Chỉ có {len(items)} nội dung phải công khai, không có nội dung thứ {item}.",
            allowed=(f"1…{len(items)}",),
        )
    return items[item - 1]


def _of_commune(
    item: Item, *, has_portal: bool, has_radio: bool | None, on: date, other_content: str
) -> tuple[Obligations, str]:
    OTHER_CONTENT.check(other_content)
    if Form.RADIO in item.forms and has_radio is None:
        raise missing("has_radio", "thông tin xã có hệ thống truyền thanh hay không")
    if item.posted is Posted.BY_REGULATION and other_content == "as_others":
        item = replace(item, forms=commune.WRITTEN, places=commune.PLACES, posted=Posted.FOR_A_TIME)
    absent = tuple(form for form, there in {Form.PORTAL: has_portal, Form.RADIO: has_radio}.items() if there is False)
    forms = tuple(form for form in item.forms if form not in absent)
    owed = Obligations(
        item.code,
        item.label,
        forms,
        item.places,
        periods.COMMUNE_POSTED_FOR.on(on) if item.posted is Posted.FOR_A_TIME else None,
        item.posted is Posted.FOR_GOOD,
        periods.BROADCAST_FOR.on(on) if Form.RADIO in forms else None,
        periods.COMMUNE_WITHIN.on(on),
        _others(Publisher.COMMUNE, forms, absent),
    )
    clauses = "cl. 1, 2, 3, 4" if Form.VILLAGE_HEAD in forms else "cl. 1, 2"
    return owed, f"{item.cite}; LDC art. 12 cl. 3; LDC art. 13 {clauses}"


def _of_inside(
    kind: Publisher, item: Item, *, has_portal: bool, all_in_writing: bool, on: date
) -> tuple[Obligations, str]:
    form = Form.PORTAL if has_portal else Form.ALL_IN_WRITING if all_in_writing else Form.POSTING
    owed = Obligations(
        item.code,
        item.label,
        (form,),
        item.places if form is Form.POSTING else (),
        None if form is Form.ALL_IN_WRITING else periods.POSTED_FOR[kind].on(on),
        for_good=False,
        broadcast=None,
        within=periods.WITHIN[kind].on(on),
        may_add=_others(kind, (form,), () if has_portal else (Form.PORTAL,)),
    )
    clause = "cl. 1" if has_portal else "cl. 2"
    ways = "LDC art. 47 cl. 2; LDC art. 48" if kind is Publisher.AGENCY else "LDC art. 65 cl. 2; LDC art. 66"
    return owed, f"{item.cite}; {ways} {clause}"


@cache
def _others(kind: Publisher, required: tuple[Form, ...], absent: tuple[Form, ...]) -> tuple[str, ...]:
    return tuple(way.code for way in FORMS[kind] if way.code not in required and way.code not in absent)


def _told(owed: Obligations) -> str:
    return "; ".join(_way(owed, form) for form in owed.forms) or (
        "công khai theo văn bản hoặc quy chế quy định nội dung đó, vì xã chưa có cổng, trang thông tin điện tử"
    )


def _way(owed: Obligations, form: Form) -> str:
    match form:
        case Form.PORTAL if owed.stays and not owed.places:
            return f"đăng trên trang, hệ thống thông tin nội bộ ít nhất {owed.stays} liên tục"
        case Form.PORTAL:
            return "đăng trên cổng, trang thông tin điện tử của xã"
        case Form.POSTING:
            return _posting(owed)
        case Form.RADIO:
            return f"phát trên truyền thanh xã ít nhất {owed.broadcast} liên tục"
        case Form.VILLAGE_HEAD:
            return "gửi Trưởng thôn, Tổ trưởng tổ dân phố để báo cho Nhân dân"
        case _:
            return "báo bằng văn bản đến toàn thể người trong cơ quan, doanh nghiệp (nên không phải niêm yết)"


def _posting(owed: Obligations) -> str:
    where = ", tại ".join(place.words for place in owed.places)
    if owed.for_good:
        return f"niêm yết thường xuyên tại {where} và cập nhật khi có thay đổi"
    return f"niêm yết ít nhất {owed.stays} liên tục tại {where}"
