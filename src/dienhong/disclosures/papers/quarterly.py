"""LDC art. 13 cl. 2: the list of what was disclosed in a quarter, with ways and time, to be put up where all pass.

A list is no kind of administrative document of its own (Decree 30/2020/NĐ-CP art. 7): it goes out as a notice.
"""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from dienhong.disclosures.models import Statement
from dienhong.disclosures.papers.frame import Json, framed, hashed, issuer, place, replaced, short_day
from dienhong.documents.official import (
    Align,
    Block,
    CellValue,
    Column,
    OfficialDocument,
    Paragraph,
    Row,
    Table,
)
from dienhong.documents.spreadsheet import Sheet
from lawcore.sources import cited

LAW = "LDC art. 13 cl. 2"


def document_of(statement: Statement) -> OfficialDocument:
    shot = statement.snapshot
    word = shot["place"]["word"]
    return framed(
        statement,
        type_name="Thông báo",
        subject=f"danh sách các nội dung đã công khai trong {shot['period']['name']}",
        blocks=tuple(_blocks(statement)),
        recipients=(
            f"Thường trực Hội đồng nhân dân {word}",
            f"Ủy ban Mặt trận Tổ quốc Việt Nam {word}",
            "Trưởng thôn, Tổ trưởng tổ dân phố (để niêm yết)",
            "Lưu: VT",
        ),
    )


def sheets_of(statement: Statement) -> tuple[Sheet, ...]:
    """One way of one content to a row."""
    shot = statement.snapshot
    columns = (
        Column("Mã", 7),
        Column("Nội dung", 34),
        Column("Hình thức", 20),
        Column("Nơi", 24),
        Column("Từ ngày", 11, Align.CENTER),
        Column("Đến hết ngày", 11, Align.CENTER),
        Column("Không gỡ trước ngày", 11, Align.CENTER),
        Column("Đã gỡ ngày", 11, Align.CENTER),
        Column("Ghi nhận muộn (ngày)", 10, Align.RIGHT),
        Column("Ghi chú", 18),
    )
    rows = tuple(_sheet_row(row, line) for row in shot["rows"] for line in row["lines"])
    title = f"Danh sách các nội dung đã công khai trong {shot['period']['name']}"
    return (Sheet("Danh sách", title, Table(columns, rows, note=hashed(statement)), (issuer(shot),)),)


def _sheet_row(row: Json, line: Json) -> Row:
    note = f"đã rút ngày {short_day(row['withdrawn'])}" if row["withdrawn"] else "gỡ sớm" if line["early"] else ""
    return Row(
        (
            row["code"],
            named(row),
            line["way"],
            line["where"],
            _day(line["from"]),
            _day(line["to"]),
            _day(line["until"]),
            _day(line["removed"]),
            line["late"],
            note,
        )
    )


def _day(iso: str) -> CellValue:
    return date.fromisoformat(iso) if iso else ""


def _blocks(statement: Statement) -> Iterator[Block]:
    shot = statement.snapshot
    rows = shot["rows"]
    yield Paragraph(
        f"Thực hiện {cited(LAW)}, {issuer(shot)} thông báo danh sách các nội dung đã công khai trong "
        f"{shot['period']['name']} (từ ngày {short_day(shot['period']['start'])} đến ngày "
        f"{short_day(shot['period']['end'])}) như sau:"
    )
    yield from replaced(statement, "Thông báo")
    if rows:
        yield _table(statement)
    else:
        yield Paragraph(f"Trong {shot['period']['name']} không ghi nhận nội dung nào được công khai.")
    yield Paragraph(
        "Nội dung đầy đủ và bằng chứng xem tại địa chỉ in ở cuối trang đầu hoặc quét mã QR. Ai chưa thấy nội dung phải "
        f"công khai thì hỏi Ủy ban nhân dân {shot['place']['word']} hoặc Trưởng thôn, Tổ trưởng tổ dân phố."
    )
    yield Paragraph(
        "Danh sách này được niêm yết tại trụ sở Hội đồng nhân dân, Ủy ban nhân dân, tại nhà văn hóa "
        "và các điểm sinh hoạt "
        f"cộng đồng ở các thôn, tổ dân phố của {place(shot)}./."
    )


def _table(statement: Statement) -> Table:
    rows = [
        Row((number, named(row), "\n".join(ways(row))))
        for number, row in enumerate(statement.snapshot["rows"], start=1)
    ]
    return Table(
        columns=(
            Column("TT", 6, Align.CENTER),
            Column("Nội dung đã công khai", 36),
            Column("Hình thức, nơi và thời gian công khai", 58),
        ),
        rows=tuple(rows),
        note=hashed(statement),
    )


def named(row: Json) -> str:
    """The content as it is told; a later version says so, what was withdrawn says since when."""
    words = row["title"]
    if row["number"] > 1:
        words += f" (bản {row['number']})"
    if row["withdrawn"]:
        words += f" (đã rút ngày {short_day(row['withdrawn'])})"
    return str(words)


def ways(row: Json) -> Iterator[str]:
    """Each way in a line, places of the same days together: "Niêm yết tại nhà văn hóa ở các thôn: từ 05/03/2026"."""
    lines = sorted(row["lines"], key=lambda each: (each["way"], _time(each)))
    for (way, time), same in groupby(lines, key=lambda each: (each["way"], _time(each))):
        where = _where(list(same))
        yield f"- {way}{f' tại {where}' if where else ''}: {time}"


def _where(lines: list[Json]) -> str:
    """Places of one village together: "trụ sở xã; nhà văn hóa, điểm sinh hoạt cộng đồng ở các thôn"."""
    groups: dict[str, dict[str, None]] = {}
    for each in lines:
        if each["place"] or each["at"]:
            groups.setdefault(each["at"], {})[each["place"]] = None
    parts = []
    for at, named in groups.items():
        places = ", ".join(place for place in named if place)
        parts.append(f"{places} ở {at}" if places and at else places or at)
    return "; ".join(parts)


def _time(line: Json) -> str:
    begin = f"từ {short_day(line['from'])}"
    if line["removed"]:
        return f"{begin}, gỡ {short_day(line['removed'])}" + (" (trước khi đủ ngày)" if line["early"] else "")
    if line["to"]:
        return f"{begin} đến hết {short_day(line['to'])}"
    if line["until"]:
        return f"{begin}, không gỡ trước {short_day(line['until'])}"
    return begin
