"""The report as an official document: figures from its snapshot, words from its narrative. Vietnamese always."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import Any, Final

from dienhong.documents.official import (
    Align,
    Annex,
    Block,
    Column,
    Heading,
    Issuer,
    Level,
    OfficialDocument,
    Paragraph,
    Row,
    Signer,
    Table,
    Trace,
)
from dienhong.reports.models import Report
from dienhong.reports.sections import BY_CODE
from lawcore.indicators import periods
from lawcore.timelimits import Every

TOPICS: Final[Mapping[str, str]] = {
    "training": "Đào tạo, bồi dưỡng",
    "communication": "Thông tin, tuyên truyền",
    "responsibility": "Trách nhiệm, nêu gương",
    "technology": "Công nghệ thông tin và điều kiện bảo đảm",
    "commendation": "Khen thưởng, xử lý",
    "inspection": "Kiểm tra, kỷ luật, kỷ cương",
    "funding": "Kinh phí",
    "organisation": "Tổ chức thực hiện",
    "": "Nhiệm vụ khác",
}
VERDICTS: Final[Mapping[str, str]] = {
    "met": "đạt",
    "not-met": "không đạt",
    "open": "chưa đủ số liệu để kết luận",
    "no-population": "không có đối tượng phải tính",
}


def document_of(report: Report) -> OfficialDocument:
    """What the report says, as a draft until it is issued. The same report is always the same bytes."""
    locality = report.locality
    issued = report.stage != Report.Stage.DRAFT
    return OfficialDocument(
        issuer=Issuer(name=("Ủy ban nhân dân", str(locality))),
        type_name="Báo cáo",
        subject=f"kết quả thực hiện {_resolution(report)} {period_name(report)}",
        sign="BC-UBND",
        place=locality.name,
        prepared_on=date.fromisoformat(report.snapshot["as_of"]),
        blocks=tuple(_blocks(report)),
        number=report.number,
        dated=report.dated,
        addressed_to=(f"Hội đồng nhân dân {locality}",),
        signer=Signer(
            post=report.signer_post or "Chủ tịch", name=report.signer_name, authority=("TM. Ủy ban nhân dân",)
        ),
        recipients=("Như trên", "Thường trực Hội đồng nhân dân", "Ủy ban Mặt trận Tổ quốc Việt Nam", "Lưu: VT"),
        annexes=tuple(_annexes(report)),
        trace=_trace(report),
        issued=issued,
    )


def period_name(report: Report) -> str:
    return periods.period_on(Every(report.every), report.period_start).label


def _resolution(report: Report) -> str:
    version = report.programme.version
    number = f"Nghị quyết số {version.number}" if version.number else "Nghị quyết"
    dated = f" ngày {version.adopted_on:%d/%m/%Y}" if version.adopted_on else ""
    return f"{number}{dated} về dân chủ ở cơ sở"


def _trace(report: Report) -> Trace | None:
    kept = report.trace
    return Trace(kept["code"], kept["url"], tuple(kept["words"])) if kept else None


def _blocks(report: Report) -> Iterator[Block]:
    as_of = date.fromisoformat(report.snapshot["as_of"])
    yield Paragraph(
        f"Thực hiện {_resolution(report)}, Ủy ban nhân dân {report.locality} báo cáo kết quả {period_name(report)}. "
        f"Số liệu tính đến ngày {as_of:%d/%m/%Y}, lấy từ minh chứng các đơn vị đã gửi và đã được kiểm tra; "
        "nơi chưa báo cáo ghi là chưa có số liệu."
    )
    yield from _written(report, "setting", "direction")
    yield Heading(Level.SECTION, "Kết quả thực hiện")
    yield from _targets(report.snapshot["targets"])
    yield from _duties(report.snapshot["duties"])
    yield from _records(report.snapshot["evidence"])
    if any(report.narrative.get(code, "").strip() for code in ("strengths", "weaknesses")):
        yield Heading(Level.SECTION, "Đánh giá chung")
        yield from _written(report, "strengths", "weaknesses", level=Level.CLAUSE)
    yield from _written(report, "next", "requests")
    yield Paragraph(f"Mã băm của số liệu báo cáo: {report.snapshot_hash[:16]}… (SHA-256).")


def _written(report: Report, *codes: str, level: Level = Level.SECTION) -> Iterator[Block]:
    for code in codes:
        text = report.narrative.get(code, "").strip()
        if text:
            yield Heading(level, BY_CODE[code].title)
            yield from (Paragraph(line.strip()) for line in text.splitlines() if line.strip())


def _targets(targets: list[dict[str, Any]]) -> Iterator[Block]:
    yield Heading(Level.CLAUSE, "Các mục tiêu")
    if not targets:
        yield Paragraph("Nghị quyết không đặt mục tiêu bằng tỷ lệ; kết quả được theo dõi qua nhiệm vụ.")
        return
    rows = []
    for target in targets:
        goal = f"{'phấn đấu ' if target['aspirational'] else ''}{_figure(target['value'])}%"
        if not target["measures"]:
            rows.append(Row((target["at"], "chưa chọn cách đo", goal, None, None, None, "chưa kết luận")))
        rows += [
            Row(
                (
                    target["at"],
                    measure["name"],
                    goal,
                    measure["achieved"] if _counted(measure) else None,
                    measure["not_achieved"] if _counted(measure) else None,
                    measure["unknown"] if _counted(measure) else None,
                    VERDICTS[measure["verdict"]],
                )
            )
            for measure in target["measures"]
        ]
    yield Table(
        columns=(
            Column("Căn cứ", 16),
            Column("Nội dung đo", 30),
            Column("Mục tiêu", 10, Align.CENTER),
            Column("Đạt", 8, Align.RIGHT),
            Column("Chưa đạt", 8, Align.RIGHT),
            Column("Chưa có số liệu", 10, Align.RIGHT),
            Column("Kết luận", 18),
        ),
        rows=tuple(rows),
        caption="Kết quả các mục tiêu",
        note="Đối tượng được miễn theo điều khoản không tính vào mẫu số. Chưa có số liệu không phải là chưa đạt.",
    )


def _counted(measure: Mapping[str, Any]) -> bool:
    return bool(measure["achieved"] + measure["not_achieved"] + measure["unknown"])


def _figure(value: str) -> str:
    return value.replace(".", ",")


def _duties(duties: list[dict[str, Any]]) -> Iterator[Block]:
    yield Heading(Level.CLAUSE, "Các nhiệm vụ")
    order = list(TOPICS)
    ranked = sorted(duties, key=lambda duty: order.index(duty["topic"]))
    for topic, group in groupby(ranked, key=lambda duty: str(duty["topic"])):
        yield Paragraph(TOPICS[topic] + ":")
        for duty in group:
            yield Paragraph(f"- {duty['action'].rstrip('.;')}: {_progress(duty)}.", citation=duty["at"])


def _progress(duty: Mapping[str, Any]) -> str:
    total = sum(duty[name] for name in ("open", "submitted", "returned", "done", "unmet"))
    if not total:
        return "không có việc đến kỳ" if duty["topic"] else "chưa giao hoặc không có việc đến kỳ"
    parts = [f"{duty['done']}/{total} việc đã thực hiện"]
    waiting = duty["open"] + duty["submitted"] + duty["returned"]
    if duty["unmet"]:
        parts.append(f"{duty['unmet']} không thực hiện")
    if waiting:
        parts.append(f"{waiting} chưa có số liệu")
    if duty["overdue"]:
        parts.append(f"{duty['overdue']} quá hạn")
    return ", ".join(parts)


def _records(evidence: Mapping[str, int]) -> Iterator[Block]:
    yield Heading(Level.CLAUSE, "Minh chứng")
    yield Paragraph(
        f"Trong kỳ có {evidence['accepted']} minh chứng đã được chấp nhận, {evidence['waiting']} đang chờ kiểm tra, "
        f"{evidence['returned']} bị trả lại để bổ sung."
    )


def _annexes(report: Report) -> Iterator[Annex]:
    units = report.snapshot["units"]
    if not units:
        return
    rows = tuple(
        Row((number, unit["name"], _total(unit), unit["done"], unit["unmet"], _waiting(unit)))
        for number, unit in enumerate(units, start=1)
    )
    table = Table(
        columns=(
            Column("TT", 5, Align.CENTER),
            Column("Đơn vị", 45),
            Column("Tổng số việc", 12, Align.RIGHT),
            Column("Đã thực hiện", 12, Align.RIGHT),
            Column("Không thực hiện", 12, Align.RIGHT),
            Column("Chưa có số liệu", 12, Align.RIGHT),
        ),
        rows=rows,
    )
    yield Annex("KẾT QUẢ THEO TỪNG ĐƠN VỊ", (table,))


def _waiting(unit: Mapping[str, Any]) -> int:
    return int(unit["open"] + unit["submitted"] + unit["returned"])


def _total(unit: Mapping[str, Any]) -> int:
    return int(unit["done"] + unit["unmet"]) + _waiting(unit)
