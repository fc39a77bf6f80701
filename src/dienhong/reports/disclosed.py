"""The part of a report about disclosure: table I, item by item for a commune, body by body for a wider place."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from dienhong.disclosures import queries as disclosures
from dienhong.disclosures.models import Disclosure, Posting
from dienhong.disclosures.results import Counted, heading
from dienhong.disclosures.shown import public_title
from dienhong.documents.official import Align, Annex, Column, Row, Table
from dienhong.programmes.models import Programme
from dienhong.registry import queries as registry
from dienhong.registry.models import Locality, Organization
from dienhong.reports import wording
from lawcore.disclosures import Form, Publisher
from lawcore.indicators.periods import Period

Json = dict[str, Any]
WAYS = {
    Form.POSTING: "Niêm yết",
    Form.PORTAL: "Cổng, trang điện tử",
    Form.RADIO: "Truyền thanh",
    Form.VILLAGE_HEAD: "Qua Trưởng thôn",
}
OTHER = "Hình thức khác"
HOW = "Hình thức, từ ngày"


def take(programme: Programme, period: Period, *, on: date) -> Json:
    """What was due in the period, as known on this day: each thing of a commune, or the figures of each body."""
    units = Organization.objects.filter(registry.within(programme.locality)).order_by("pk")
    due = disclosures.due(units, on=on, first=period.first_day, last=period.last_day)
    if programme.locality.kind == Locality.Kind.COMMUNE:
        return {"items": [_item(each) for each in disclosures.listed(due)], "units": []}
    by_unit = disclosures.by_organization(due)
    return {"items": [], "units": [_unit(key, figures) for key, figures in sorted(by_unit.items(), key=_by_place)]}


def _by_place(row: tuple[tuple[int, str, str, str], disclosures.Figures]) -> tuple[str, str, int]:
    (pk, name, _word, place), _figures = row
    return place, name, pk


def _unit(key: tuple[int, str, str, str], figures: disclosures.Figures) -> Json:
    _pk, name, word, place = key
    return {"name": name, "place": f"{word} {place}", **{each: getattr(figures, each) for each in Counted}}


def _item(disclosure: Disclosure) -> Json:
    newest = disclosures.newest(disclosure)
    postings = list(newest.postings.all()) if getattr(newest, "withdrawal", None) is None else []
    return {
        "code": disclosure.item.code,
        "title": _title(disclosure),
        "unit": disclosure.item.plan.organization.name,
        "ways": _ways(postings),
        "until": max((day.isoformat() for each in postings if (day := _last_day(each))), default=""),
        "due": disclosure.due_on.isoformat(),
        "counted": disclosure.counted,  # type: ignore[attr-defined]  # what `due` found says how it counts
    }


def _title(disclosure: Disclosure) -> str:
    """What everybody may read: a report is public. What a body discloses inside stays there."""
    if disclosure.item.plan.kind != Publisher.COMMUNE:
        return disclosure.item.label
    return public_title(disclosure)


def _ways(postings: list[Posting]) -> dict[str, str]:
    """The first day of each way, as ISO text; ways beside the four of the table together."""
    days: dict[str, str] = {}
    for each in postings:
        way = each.form if each.form in set(WAYS) else "other"
        days[way] = min(days.get(way, "9999"), each.claimed_on.isoformat())
    return days


def _last_day(posting: Posting) -> date | None:
    removal = getattr(posting, "removal", None)
    return removal.claimed_on if removal else posting.last_on


def annexes(part: Mapping[str, Any]) -> Iterator[Annex]:
    """Table I, where anything was due."""
    if part["items"]:
        yield Annex("Kết quả thực hiện công khai", (_of_items(part["items"]),), landscape=True)
    if part["units"]:
        yield Annex("Kết quả thực hiện công khai theo cơ quan, đơn vị", (_of_units(part["units"]),), landscape=True)


def _of_items(items: list[Json]) -> Table:
    several = len({each["unit"] for each in items}) > 1
    return Table(
        columns=(
            Column("TT", 4, Align.CENTER),
            Column("Mã số", 7),
            Column("Nội dung", 27),
            *(Column(label, 9, Align.CENTER, HOW) for label in (*WAYS.values(), OTHER)),
            Column("Đến ngày", 8, Align.CENTER),
            Column("Hạn công khai", 8, Align.CENTER),
            Column("Kết quả", 10),
        ),
        rows=tuple(
            Row(
                (
                    number,
                    each["code"],
                    f"{each['title']} ({each['unit']})" if several else each["title"],
                    *(_day(each["ways"].get(way)) for way in (*WAYS, "other")),
                    _day(each["until"]),
                    _day(each["due"]),
                    heading(each["counted"]),
                )
            )
            for number, each in enumerate(items, start=1)
        ),
        caption=_caption([{name: each["counted"] == name for name in Counted} for each in items]),
        note="Ngày của hình thức là ngày người ghi nhận khai; lúc máy chủ ghi nhận xem ở hồ sơ từng nội dung. "
        "Cột “Đến ngày” để trống khi chưa gỡ.",
    )


def _of_units(units: list[Json]) -> Table:
    rows = [
        Row((number, each["name"], each["place"], _total(each), *(each.get(name, 0) for name in Counted)))
        for number, each in enumerate(units, start=1)
    ]
    summed = {name.value: sum(each.get(name, 0) for each in units) for name in Counted}
    rows.append(Row(("", "Cộng", "", _total(summed), *summed.values()), strong=True))
    return Table(
        columns=(
            Column("TT", 5, Align.CENTER),
            Column("Cơ quan, đơn vị", 28),
            Column("Địa bàn", 15),
            Column("Đến hạn", 8, Align.RIGHT),
            *(Column(heading(each), 8, Align.RIGHT, "Số nội dung") for each in Counted),
        ),
        rows=tuple(rows),
        caption=_caption(units),
    )


def _caption(rows: list[Json]) -> str:
    done, total = sum(each["on_time"] for each in rows), sum(_total(each) for each in rows)
    return f"Công khai đúng hạn, đủ hình thức: {wording.share(done, total)} nội dung đến hạn trong kỳ"


def _total(row: Mapping[str, int]) -> int:
    return sum(row.get(name, 0) for name in Counted)  # a report issued before a result was told apart lacks it


def _day(iso: str | None) -> str:
    return f"{date.fromisoformat(iso):%d/%m/%y}" if iso else ""
