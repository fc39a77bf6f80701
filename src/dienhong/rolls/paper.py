"""The list of a village as a sheet for the board: what it says."""

from collections.abc import Sequence

from django.conf import settings

from dienhong.documents.official import (
    Align,
    Column,
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
from dienhong.registry.heads import head_of
from dienhong.rolls import shown
from dienhong.rolls.models import Entry, Publication

PRACTICE = "thời gian nhận phản ánh là cách làm của hệ thống này, không phải thời hạn luật định"


def listed(published: Publication, entries: Sequence[Entry], *, trace: Trace) -> OfficialDocument:
    """Numbers and names, nothing else of a household; until when to say what is wrong, and how."""
    village, roll = published.village, published.roll
    columns = (
        Column("Số thứ tự", 8, Align.CENTER),
        Column("Người đại diện hộ", 42),
        Column("Số thứ tự", 8, Align.CENTER),
        Column("Người đại diện hộ", 42),
    )
    half = (len(entries) + 1) // 2
    cells = [(str(each.number), shown.speaker(each)) for each in entries] + [("", "")] * (2 * half - len(entries))
    rows = tuple(Row((*left, *right)) for left, right in zip(cells[:half], cells[half:], strict=True))
    site = settings.DIENHONG_URL.partition("://")[2].rstrip("/")
    return OfficialDocument(
        issuer=Issuer(name=(str(village).upper(),), superior=(str(village.parent).upper(),) if village.parent else ()),
        type_name="Danh sách",
        subject=f"hộ gia đình của {village}, ngày {published.listed_on:%d/%m/%Y}",
        sign="DS",
        place=village.name,
        prepared_on=published.listed_on,
        dated=published.listed_on,
        blocks=(
            Paragraph(
                (
                    Run(f"{roll.households} hộ. ", bold=True),
                    Run("Số hộ này là căn cứ tính tỷ lệ tán thành (khoản 1, 2 Điều 21 Luật số 10/2022/QH15)."),
                )
            ),
            Table(columns, rows),
            Paragraph(
                (
                    Run("Thiếu hộ, thừa hộ, sai người đại diện? ", bold=True),
                    Run(
                        f"Xin báo trước hết ngày {published.open_until:%d/%m/%Y} với {head_of(village)}, Ban công tác "
                        f"Mặt trận, hoặc quét mã dưới đây ({PRACTICE})."
                    ),
                )
            ),
            Scan(
                trace.url,
                (
                    "Quét mã để xem danh sách, phản ánh chỗ sai",
                    f"Không quét được: vào {site}/m/ gõ mã {trace.printed_code}",
                    f"Tám từ đối chiếu: {shown.eight_words(roll.digest)}",
                ),
            ),
        ),
        signer=Signer(head_of(village)),
        issued=True,
    )
