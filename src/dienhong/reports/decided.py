"""The part of a report about what households decided: table II, and the table of capital that they raised.

Figures are of the days of the period; those of the year are of the days from 1 January to its end, so that they are the
sum of the periods.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from dienhong.decisions.models import Matter, Outcome
from dienhong.documents.official import Align, Annex, CellValue, Column, Row, Table
from dienhong.funds import queries as funds
from dienhong.funds.models import Fund
from dienhong.programmes.models import Programme
from dienhong.registry.models import Locality
from lawcore.ballots.matters import Form
from lawcore.ballots.matters import Matter as Kind
from lawcore.indicators.periods import Period

Json = dict[str, Any]
OF_MONEY = frozenset({Kind.COMMUNE_WORKS.value, Kind.VILLAGE_MONEY.value})
FORMS = {Form.MEETING.value: "họp", Form.BALLOT.value: "phát phiếu", Form.ONLINE.value: "biểu quyết trực tuyến"}
RECEIVED = "Đã thu trong kỳ"


def take(programme: Programme, period: Period) -> Json:
    """What was put to the vote in the period, and what funds received in it. Six queries whatever the size.

    A commune is told matter by matter and fund by fund, a wider place commune by commune.
    """
    place = programme.locality
    matters, works = _matters(place, period), _works(place, period)
    if place.kind == Locality.Kind.COMMUNE:
        return {"matters": matters, "works": works, "communes": []}
    return {"matters": [], "works": [], "communes": _communes(matters, works)}


def _matters(place: Locality, period: Period) -> list[Json]:
    found = Outcome.objects.filter(
        matter__village__path__startswith=place.path, on__range=(period.first_day, period.last_day)
    ).select_related("matter__village__parent")
    last: dict[int, Outcome] = {each.matter_id: each for each in found.order_by("pk")}
    by_matter = dict(Fund.objects.filter(matter__in=last).values_list("matter_id", "pk"))
    received = funds.received_for(by_matter.values(), first=period.first_day, last=period.last_day)
    rows = sorted(last.values(), key=lambda each: (each.matter.village.path, each.on, each.pk))
    return [_matter(each, by_matter.get(each.matter_id), received) for each in rows]


def _matter(outcome: Outcome, fund: int | None, received: Mapping[int, Any]) -> Json:
    matter: Matter = outcome.matter
    came = received.get(fund) if fund is not None else None
    return {
        "village": str(matter.village),
        "commune": str(matter.village.parent or ""),
        "title": matter.title,
        "clause": matter.law.clause,
        "of_money": matter.kind in OF_MONEY,
        "value": matter.money_needed,
        "people": came.people if came else 0 if fund is not None else None,
        "days": came.days if came else 0 if fund is not None else None,
        "other": came.other if came else 0 if fund is not None else None,
        "form": outcome.form,
        "agree": outcome.agree,
        "households": outcome.households,
        "is_adopted": outcome.is_adopted,
    }


def _works(place: Locality, period: Period) -> list[Json]:
    since = date(period.year, 1, 1)
    found = list(funds.mobilised(place, first=since, last=period.last_day))
    ids = [each.pk for each in found]
    now = funds.received_for(ids, first=period.first_day, last=period.last_day)
    so_far = funds.received_for(ids, first=since, last=period.last_day)
    return [
        {
            "village": str(each.village),
            "commune": str(each.village.parent or ""),
            "work": each.purpose,
            "value": each.needed,
            **_told(now.get(each.pk)),
            "year_to_date": _told(so_far.get(each.pk)),
        }
        for each in found
    ]


def _told(received: Any) -> Json:
    return {name: getattr(received, name, 0) for name in ("people", "days", "other")}


def _communes(matters: Iterable[Json], works: Iterable[Json]) -> list[Json]:
    sums: dict[str, Json] = defaultdict(lambda: {"matters": 0, "adopted": 0, "people": 0, "year_to_date": 0})
    for each in matters:
        sums[each["commune"]]["matters"] += 1
        sums[each["commune"]]["adopted"] += int(each["is_adopted"])
    for each in works:
        sums[each["commune"]]["people"] += each["people"]
        sums[each["commune"]]["year_to_date"] += each["year_to_date"]["people"]
    return [{"commune": name, **row} for name, row in sorted(sums.items())]


def annexes(part: Mapping[str, Any]) -> Iterator[Annex]:
    """Table II and the table of capital, where anything was decided or raised."""
    if part["matters"]:
        yield Annex("Nhân dân bàn và quyết định trực tiếp", (_of_matters(part["matters"]),), landscape=True)
    if part["works"]:
        yield Annex("Huy động vốn của nhân dân", (_of_works(part["works"]),), landscape=True)
    if part["communes"]:
        yield Annex("Nhân dân bàn và quyết định trực tiếp, theo xã", (_of_communes(part["communes"]),))


def _of_matters(matters: list[Json]) -> Table:
    rows = [
        Row(
            (
                number,
                each["village"],
                f"{each['title']} ({each['clause']})",
                *_values(each),
                FORMS.get(each["form"], each["form"]),
                _result(each),
            )
        )
        for number, each in enumerate(matters, start=1)
    ]
    adopted = sum(each["is_adopted"] for each in matters)
    return Table(
        columns=(
            Column("TT", 4, Align.CENTER),
            Column("Thôn, tổ dân phố", 12),
            Column("Nội dung", 24),
            Column("Tổng giá trị (đồng)", 10, Align.RIGHT),
            Column("Ngân sách nhà nước", 9, Align.RIGHT, RECEIVED),
            Column("Tiền của dân", 9, Align.RIGHT, RECEIVED),
            Column("Ngày công", 6, Align.RIGHT, RECEIVED),
            Column("Khác", 8, Align.RIGHT, RECEIVED),
            Column("Hình thức", 8),
            Column("Kết quả", 14),
        ),
        rows=tuple(rows),
        caption=f"Các hộ đã biểu quyết {len(matters)} việc, thông qua {adopted} việc",
        note="Tổng giá trị là số cần theo quyết định; phần của dân là số quỹ đã thu. Dấu “–”: việc không thu tiền.",
    )


def _result(matter: Json) -> str:
    said = "thông qua" if matter["is_adopted"] else "không thông qua"
    return f"{said}: {matter['agree']}/{matter['households']} hộ tán thành"


def _values(matter: Json) -> tuple[CellValue, ...]:
    """Total, of the state, money of the people, days of labour, other; "–" where the matter is not about money."""
    if not matter["of_money"]:
        return ("–",) * 5
    return matter["value"], None, matter["people"], matter["days"], matter["other"]


def _of_works(works: list[Json]) -> Table:
    rows = [
        Row(
            (
                number,
                f"{each['work']} ({each['village']})",
                each["value"],
                *_received(each),
                *_received(each["year_to_date"]),
                None,
                "",
            )
        )
        for number, each in enumerate(works, start=1)
    ]
    names = ("people", "days", "other")
    now = [sum(each[name] for each in works) for name in names]
    so_far = [sum(each["year_to_date"][name] for each in works) for name in names]
    known = [each["value"] for each in works]
    total = sum(known) if None not in known else None
    rows.append(Row(("", "Cộng", total, *now, *so_far, None, ""), strong=True))
    year = "Lũy kế từ đầu năm"
    return Table(
        columns=(
            Column("TT", 4, Align.CENTER),
            Column("Công trình, cuộc vận động", 22),
            Column("Tổng giá trị (đồng)", 10, Align.RIGHT),
            *(
                Column(title, share, Align.RIGHT, group)
                for group in (RECEIVED, year)
                for title, share in (("Tiền của dân", 9), ("Ngày công", 6), ("Khác", 8))
            ),
            Column("Nhà nước hỗ trợ", 9, Align.RIGHT),
            Column("Ghi chú", 6),
        ),
        rows=tuple(rows),
        note="“Khác” gồm hiện vật quy ra tiền và tiền ủng hộ không theo hộ.",
    )


def _received(row: Mapping[str, int]) -> tuple[int, int, int]:
    return row["people"], row["days"], row["other"]


def _of_communes(communes: list[Json]) -> Table:
    names = ("matters", "adopted", "people", "year_to_date")
    rows = [
        Row((number, each["commune"], *(each[name] for name in names))) for number, each in enumerate(communes, start=1)
    ]
    rows.append(Row(("", "Cộng", *(sum(each[name] for each in communes) for name in names)), strong=True))
    return Table(
        columns=(
            Column("TT", 6, Align.CENTER),
            Column("Xã, phường", 30),
            Column("Việc đã biểu quyết", 14, Align.RIGHT),
            Column("Đã thông qua", 14, Align.RIGHT),
            Column("Dân góp trong kỳ (đồng)", 18, Align.RIGHT),
            Column("Lũy kế từ đầu năm (đồng)", 18, Align.RIGHT),
        ),
        rows=tuple(rows),
    )
