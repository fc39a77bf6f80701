"""LDC art. 14 cl. 3: the report to the council on how information was disclosed, sent to the Front as well."""

from collections.abc import Iterator

from dienhong.disclosures.models import Statement
from dienhong.disclosures.papers.frame import Json, day, framed, hashed, issuer, place, replaced, short_day
from dienhong.disclosures.papers.sections import BY_CODE
from dienhong.disclosures.results import PRINTED, Counted, heading
from dienhong.documents.official import (
    Align,
    Annex,
    Block,
    Column,
    Heading,
    Level,
    OfficialDocument,
    Paragraph,
    Row,
    Table,
    paragraphs_of,
)
from dienhong.documents.spreadsheet import Sheet
from lawcore.sources import cited

LAW = "LDC art. 14 cl. 3"


def document_of(statement: Statement) -> OfficialDocument:
    shot = statement.snapshot
    word = shot["place"]["word"]
    rows = shot["rows"]
    return framed(
        statement,
        type_name="Báo cáo",
        subject=f"kết quả thực hiện công khai thông tin {shot['period']['name']}",
        addressed_to=(f"Hội đồng nhân dân {place(shot)}",),
        blocks=tuple(_blocks(statement)),
        recipients=(
            "Như trên",
            f"Thường trực Hội đồng nhân dân {word}",
            f"Ủy ban Mặt trận Tổ quốc Việt Nam {word} (để giám sát)",
            f"Chủ tịch, các Phó Chủ tịch Ủy ban nhân dân {word}",
            "Lưu: VT",
        ),
        annexes=(Annex("Từng nội dung đến hạn công khai trong kỳ", (_details(statement),), landscape=True),)
        if rows
        else (),
    )


def sheets_of(statement: Statement) -> tuple[Sheet, ...]:
    shot = statement.snapshot
    note = (f"{issuer(shot)}, {shot['period']['name']}; số liệu tính đến {short_day(shot['as_of'])}",)
    return (
        Sheet("Theo nhóm", "Kết quả theo nhóm nội dung", _groups(shot), note),
        Sheet("Từng nội dung", "Từng nội dung đến hạn công khai trong kỳ", _details(statement), note),
        Sheet("Quá hạn", "Nội dung quá hạn chưa công khai", _overdue(shot), note),
    )


def total(counts: Json) -> int:
    return sum(_count(counts, each) for each in Counted)


def _count(counts: Json, result: str) -> int:
    """How many; 0 in a paper signed before this result was told apart."""
    return int(counts.get(result, 0))


def _blocks(statement: Statement) -> Iterator[Block]:
    shot = statement.snapshot
    yield Paragraph(
        f"Thực hiện {cited(LAW)}, {issuer(shot)} báo cáo Hội đồng nhân dân {shot['place']['word']} "
        f"quá trình và kết quả "
        f"công khai thông tin {shot['period']['name']}; đồng thời gửi Ủy ban Mặt trận Tổ quốc Việt Nam "
        f"{shot['place']['word']} để giám sát."
    )
    yield Paragraph(
        f"Số liệu tính đến {day(shot['as_of'])}, tổng hợp từ ghi nhận công khai và bằng chứng của "
        f"từng nội dung. Nội dung "
        "quá hạn mà chưa ghi nhận được tính là chưa công khai."
    )
    yield from replaced(statement, "Báo cáo")
    yield Heading(Level.SECTION, "Tổ chức thực hiện")
    yield from _organised(shot)
    yield from _written(statement, "direction")
    yield Heading(Level.SECTION, "Kết quả công khai")
    yield from _results(shot)
    yield from _owed(shot)
    yield from _lists(shot)
    yield from _written(statement, "requests", heading=Level.CLAUSE)
    if any(statement.narrative.get(code, "").strip() for code in ("strengths", "weaknesses")):
        yield Heading(Level.SECTION, "Đánh giá chung")
        yield from _written(statement, "strengths", "weaknesses", heading=Level.CLAUSE)
    yield from _written(statement, "next", "proposals", heading=Level.SECTION)
    yield Paragraph(
        f"Trên đây là báo cáo kết quả thực hiện công khai thông tin {shot['period']['name']}, "
        f"{issuer(shot)} kính trình "
        f"Hội đồng nhân dân {shot['place']['word']} xem xét./."
    )


def _organised(shot: Json) -> Iterator[Block]:
    plan = shot["plan"]
    made = f"Kế hoạch số {plan['number']} {day(plan['dated'])}" if plan["number"] else "Kế hoạch chưa ban hành"
    has = [words for name, words in (("has_portal", "cổng hoặc trang thông tin điện tử"),
                                     ("has_radio", "hệ thống truyền thanh")) if shot[name]]  # fmt: skip
    means = f"đã có {' và '.join(has)}" if has else "chưa có trang thông tin điện tử và hệ thống truyền thanh"
    here = place(shot)[:1].upper() + place(shot)[1:]
    villages = f" có {shot['villages']} thôn, tổ dân phố," if shot["villages"] else ""
    yield Paragraph(
        f"Công khai thông tin năm {shot['year']} được thực hiện theo kế hoạch hằng năm ({made}). "
        f"{here}{villages} {means}."
    )


def _written(statement: Statement, *codes: str, heading: Level | None = None) -> Iterator[Block]:
    for code in codes:
        if paragraphs := paragraphs_of(statement.narrative.get(code, "")):
            if heading is not None:
                yield Heading(heading, BY_CODE[code].title)
            yield from paragraphs


def _results(shot: Json) -> Iterator[Block]:
    totals = shot["totals"]
    due = total(totals)
    yield Heading(Level.CLAUSE, "Kết quả chung")
    if not due:
        yield Paragraph("Trong kỳ không có nội dung nào đến hạn công khai.")
        return
    parts = [f"{totals['on_time']} nội dung {PRINTED[Counted.ON_TIME]}, đủ hình thức"]
    for each in tuple(Counted)[1:]:
        parts += [f"{totals[each]} nội dung {PRINTED[each]}"] if _count(totals, each) else []
    yield Paragraph(
        f"Trong kỳ có {due} nội dung đến hạn công khai, gồm: {'; '.join(parts)}. Trong kế hoạch còn "
        f"{shot['idle']} nội dung "
        "chưa phát sinh hoặc chưa được mở."
    )
    if shot["recorded_late"]:
        yield Paragraph(
            f"Trong số công khai đúng hạn, {shot['recorded_late']} nội dung được ghi nhận vào hệ "
            f"thống muộn hơn một ngày "
            "so với ngày khai đã công khai."
        )
    yield Heading(Level.CLAUSE, "Kết quả theo nhóm nội dung")
    yield _groups(shot)


def _groups(shot: Json) -> Table:
    rows = [
        Row((each["number"], each["label"], total(each), *(_count(each, name) for name in Counted)))
        for each in shot["groups"]
    ]
    rows.append(
        Row(("", "Cộng", total(shot["totals"]), *(_count(shot["totals"], name) for name in Counted)), strong=True)
    )
    return Table(
        columns=(
            Column("Khoản", 10, Align.CENTER),
            Column("Nội dung", 26),
            Column("Đến hạn", 8, Align.RIGHT),
            *(Column(heading(each), 9, Align.RIGHT) for each in Counted),
        ),
        rows=tuple(rows),
        note="Khoản là khoản của Điều 11 Luật Thực hiện dân chủ ở cơ sở.",
    )


def _owed(shot: Json) -> Iterator[Block]:
    yield Heading(Level.CLAUSE, "Nội dung quá hạn")
    if not shot["overdue"]:
        yield Paragraph(f"Tính đến {day(shot['as_of'])}, không có nội dung nào quá hạn mà chưa công khai.")
        return
    yield Paragraph(f"Tính đến {day(shot['as_of'])}, {len(shot['overdue'])} nội dung quá hạn mà chưa công khai:")
    yield _overdue(shot)


def _overdue(shot: Json) -> Table:
    return Table(
        columns=(
            Column("Mã", 10),
            Column("Nội dung", 30),
            Column("Hạn", 16, Align.CENTER),
            Column("Quá hạn (ngày)", 10, Align.RIGHT),
            Column("Lý do", 20),
            Column("Phụ trách", 14),
        ),
        rows=tuple(_late(each) for each in shot["overdue"]),
    )


def _late(each: Json) -> Row:
    owner = each["owner"] or "chưa giao"
    return Row((each["code"], each["title"], short_day(each["due"]), each["days"], _reason(each), owner))


def _reason(each: Json) -> str:
    parts = [f"chờ {each['waits_for']}" if each["waits_for"] else ""]
    parts += [_undone(each)]
    parts += [f"đóng ngày {short_day(each['closed'])}" if each.get("closed") else ""]
    parts += ["tồn từ kỳ trước" if each["carried"] else ""]
    parts += ["hạn là mục tiêu phục vụ" if each["is_target"] else ""]
    return "; ".join(part for part in parts if part) or "chưa ghi nhận lý do"


def _undone(each: Json) -> str:
    """How it counts, where that says more than that it is overdue."""
    if "result" in each:
        return "" if each["result"] == Counted.UNKNOWN else PRINTED[each["result"]]
    return PRINTED[Counted.NOT_AGAIN] if each["changed"] else ""  # of papers signed before that


def _lists(shot: Json) -> Iterator[Block]:
    if not shot["lists"]:
        return
    yield Heading(Level.CLAUSE, "Danh sách công khai theo quý")
    for each in shot["lists"]:
        if not each["number"]:
            yield Paragraph(f"Danh sách {each['period']}: chưa ký.")
            continue
        hung = f"niêm yết từ ngày {short_day(each['hung'])}" if each["hung"] else "chưa ghi nhận nơi niêm yết"
        yield Paragraph(f"Danh sách {each['period']}: Thông báo số {each['number']} {day(each['dated'])}, {hung}.")


def _details(statement: Statement) -> Table:
    return Table(
        columns=(
            Column("Mã", 9),
            Column("Nội dung", 46),
            Column("Phát sinh", 12, Align.CENTER),
            Column("Hạn", 12, Align.CENTER),
            Column("Công khai từ", 12, Align.CENTER),
            Column("Kết quả", 26),
        ),
        rows=tuple(_detail(each) for each in statement.snapshot["rows"]),
        note=hashed(statement),
    )


def _detail(each: Json) -> Row:
    days = (short_day(each["begun"]), short_day(each["due"]), short_day(each["public"]) or "–")
    return Row((each["code"], each["title"], *days, _result(each)))


def _result(each: Json) -> str:
    words = PRINTED[each["result"]]
    return f"{words} ({each['lacks']})" if each["result"] == "short" and each["lacks"] else words
