"""Papers of a fund as official documents: the receipt, the month's sheet for the board, the closing statement."""

from collections.abc import Mapping

from django.utils import translation

from dienhong.documents.official import (
    Align,
    Block,
    Column,
    DashList,
    Issuer,
    OfficialDocument,
    Paragraph,
    Row,
    Run,
    Scan,
    Signer,
    Table,
    Trace,
)
from dienhong.funds import queries, shown
from dienhong.funds.models import Fund, Receipt, Statement
from dienhong.registry.heads import head_of
from lawcore.spoken import money

MOST_SPENDINGS = 25
"""Spendings that are listed on one sheet for the board; the QR leads to the rest."""


def receipt(found: Receipt, fund: Fund, *, trace: Trace | None) -> OfficialDocument:
    """For who paid: number, who, how much in figures and words, for what, by which decision."""
    with translation.override("vi"):
        place = f"{fund.village}"
        lines = [
            f"Người nộp: {found.payer or found.giver or '........................'}",
            f"Hộ số: {found.household.code}" if found.household else "Ủng hộ, không phải đóng góp theo hộ",
            f"Nội dung: {fund.purpose}" + (f" ({found.words})" if found.words else ""),
            f"Căn cứ: quyết định “{fund.matter.title}” của cộng đồng dân cư, ngày {_day(fund.matter.passed_on)}",
            f"Ngày nhận: {_day(found.received_on)}",
        ]
        if found.book is not None:
            lines.append(f"Biên lai giấy: quyển {found.book.series}, số {found.serial}")
        blocks: list[Block] = [
            DashList(tuple(lines)),
            Paragraph((Run(f"Đã nhận: {shown.in_figures(found)}", bold=True),)),
        ]
        blocks.append(Paragraph(f"Bằng chữ: {shown.in_words(found)}."))
        if (cancelled := getattr(found, "cancellation", None)) is not None:
            said = f"BIÊN LAI NÀY ĐÃ HỦY ngày {cancelled.recorded_at:%d/%m/%Y}: {cancelled.reason}"
            blocks.insert(0, Paragraph((Run(said, bold=True),)))
        blocks.append(Paragraph("Quét hình QR hoặc nhập mã ở cuối trang để tự xem biên lai này đã được ghi vào quỹ."))
        return OfficialDocument(
            issuer=_issuer(fund),
            type_name="Biên lai",
            subject=f"thu của {place}",
            sign="BL",
            place=fund.village.name,
            prepared_on=found.received_on,
            dated=found.received_on,
            number=found.number,
            blocks=tuple(blocks),
            signer=Signer(post="Người thu tiền"),
            trace=trace,
            issued=True,
        )


def statement(found: Statement, fund: Fund, *, trace: Trace | None) -> OfficialDocument:
    """The sheet of a month for the board, in large letters, or the closing statement to read at the meeting."""
    with translation.override("vi"):
        closing = found.kind == Statement.Kind.CLOSING
        blocks: list[Block] = [
            Paragraph((Run(f"{fund.purpose[:1].upper()}{fund.purpose[1:]}.", bold=True),)),
            Paragraph(_based(fund)),
            _sums(found),
        ]
        spent = _spent(found, fund)
        if spent.rows:
            blocks.append(spent)
        if closing:
            blocks += _left(found)
        if trace is not None:
            blocks.append(
                Scan(
                    trace.url,
                    ("Xem từng khoản chi có ảnh", "Quét hình bên. Hộ nào cũng tự xem được biên lai của mình."),
                )
            )
        head = head_of(fund.village)
        return OfficialDocument(
            issuer=_issuer(fund),
            type_name="Quyết toán" if closing else "Công khai",
            subject="thu, chi quỹ của cộng đồng" if closing else f"thu, chi quỹ tháng {found.until:%m/%Y}",
            sign="CKTC",
            place=fund.village.name,
            prepared_on=found.until,
            dated=found.until,
            blocks=tuple(blocks),
            signer=Signer(post=head),
            trace=trace,
            issued=True,
            large=not closing,
        )


def _based(fund: Fund) -> str:
    level = f"Mỗi hộ nộp nhiều nhất {shown.dotted(fund.per_household)} đồng. " if fund.per_household else ""
    exempt = f"Miễn, giảm: {fund.exempt}. " if fund.exempt else ""
    since = f"Theo quyết định “{fund.matter.title}”, có hiệu lực từ {_day(fund.matter.effective_on)}."
    return f"{since} {level}{exempt}".strip()


def _sums(found: Statement) -> Table:
    period, total = found.figures["period"], found.figures["total"]
    closing = found.kind == Statement.Kind.CLOSING
    rows = (
        ("Thu của các hộ (đồng)", "from_households"),
        ("Ủng hộ bằng tiền (đồng)", "from_others"),
        ("Hiện vật, quy ra tiền (đồng)", "goods"),
        ("Ngày công", "labour_days"),
        ("Đã chi (đồng)", "spent"),
        ("Chi chờ người thứ hai đồng ý (đồng)", "waiting"),
    )
    head = [Column("Nội dung", 44)]
    head += [] if closing else [Column("Trong tháng", 28, Align.RIGHT)]
    head.append(Column("Cả quỹ" if closing else "Từ khi mở quỹ", 28, Align.RIGHT))

    def row(words: str, name: str, *, strong: bool = False) -> Row:
        values = (total[name],) if closing else (period[name], total[name])
        return Row((words, *values), strong=strong)

    lines = [
        row(words, name) for words, name in rows if period[name] or total[name] or name in {"from_households", "spent"}
    ]
    left = (total["left"],) if closing else ("", total["left"])
    lines.append(Row(("Còn lại trong quỹ (đồng)", *left), strong=True))
    return Table(tuple(head), tuple(lines), note=_paid(total))


def _paid(total: Mapping[str, int]) -> str:
    return (
        f"Đã có {shown.dotted(total['households_paid'])}/{shown.dotted(total['households'])} hộ nộp. "
        f"Còn lại bằng chữ: {money(total['left'])}."
    )


def _spent(found: Statement, fund: Fund) -> Table:
    rows = [
        each
        for each in queries.approved_spendings(fund).order_by("paid_on", "number")
        if found.since <= each.paid_on <= found.until and each.recorded_at <= found.recorded_at
    ][:MOST_SPENDINGS]
    return Table(
        (Column("Ngày", 20, Align.CENTER), Column("Chi việc gì", 52), Column("Số tiền (đồng)", 28, Align.RIGHT)),
        tuple(Row((each.paid_on, each.words, each.amount)) for each in rows),
        caption="Các khoản đã chi",
    )


def _left(found: Statement) -> list[Block]:
    left = found.figures["total"]["left"]
    if not left:
        return [Paragraph("Quỹ không còn tiền và đã đóng.")]
    decided = f"“{found.surplus.title}”" if found.surplus else "........................"
    return [
        Paragraph(f"Số tiền còn lại {shown.dotted(left)} đồng dùng theo quyết định {decided} của cộng đồng dân cư.")
    ]


def _issuer(fund: Fund) -> Issuer:
    commune = fund.village.parent
    return Issuer((f"{fund.village}".upper(),), (f"{commune}".upper(),) if commune else ())


def _day(day: object) -> str:
    return f"{day:%d/%m/%Y}" if day else "........"
