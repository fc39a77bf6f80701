"""A report of a commune that exists nowhere, long enough to show every part of the layout."""

from datetime import date
from decimal import Decimal

from dienhong.documents.official import (
    Align,
    Annex,
    Column,
    DashList,
    Heading,
    Issuer,
    Level,
    OfficialDocument,
    Paragraph,
    Row,
    Run,
    Signer,
    Table,
    Trace,
)

VILLAGES = ("Suối Đá", "Gò Mây", "Bến Tre Xanh", "Đồi Chè", "Buôn Ja Rai", "Cây Gạo", "Hòn Lúa", "Vàm Rạch")
TRACE = Trace(
    code="7KQ2M9XTRA",
    url="https://danchu.suoimay.example/m/7KQ2M9XTRA/",
    words=("chè", "gạo", "sông", "núi", "đồng", "mây", "lúa", "tre"),
)


def progress(rows=VILLAGES):
    return Table(
        columns=(
            Column("STT", 8, Align.CENTER),
            Column("Thôn, buôn", 24),
            Column("Có quy ước", 12, Align.CENTER, group="Quy ước, hương ước"),
            Column("Đã rà soát", 12, Align.CENTER, group="Quy ước, hương ước"),
            Column("Số hộ", 12, Align.RIGHT),
            Column("Tỷ lệ hộ dự họp (%)", 14, Align.RIGHT),
            Column("Rà soát gần nhất", 20, Align.CENTER),
        ),
        rows=(
            *(
                Row((
                    number, name, "Có", "Đã rà soát" if number % 3 else None, 1100 + number * 37,
                    Decimal("81.5") + number % 18 if number % 4 else None, date(2026, 3, number % 28 + 1) if number % 3 else None,
                ))
                for number, name in enumerate(rows, start=1)
            ),
            Row(("", "Toàn xã", len(rows), 6, 10132, None, ""), strong=True),
        ),
        caption="Bảng 1. Quy ước và hội nghị thôn, buôn năm 2026",
        note="Số liệu chốt ngày 15/11/2026; ô ghi “chưa có số liệu” là thôn, buôn chưa gửi báo cáo.",
    )  # fmt: skip


def report(**changes):
    values = {
        "issuer": Issuer(name=("Ủy ban nhân dân", "xã Suối Mây")),
        "type_name": "Báo cáo",
        "subject": "kết quả thực hiện Nghị quyết về dân chủ ở cơ sở năm 2026",
        "sign": "BC-UBND",
        "place": "Suối Mây",
        "prepared_on": date(2026, 11, 20),
        "addressed_to": ("Hội đồng nhân dân xã Suối Mây",),
        "bases": ("Căn cứ Nghị quyết số 12/2026/NQ-HĐND của Hội đồng nhân dân xã Suối Mây",),
        "blocks": (
            Paragraph("Ủy ban nhân dân xã báo cáo kết quả một năm làm theo nghị quyết như sau:"),
            Heading(Level.SECTION, "Chỉ đạo, điều hành"),
            Heading(Level.CLAUSE, "Ban hành kế hoạch"),
            Paragraph(
                (Run("Trong năm, xã đã giao "), Run("58 việc", bold=True), Run(" cho 20 đơn vị, gồm cả 8 thôn, buôn.")),
                citation="khoản 1 Điều 3",
            ),
            Heading(Level.POINT, "Việc đã xong"),
            Paragraph("Có 41 việc xong đúng hạn, 9 việc xong muộn, 8 việc đang làm. " * 3, citation="điểm a khoản 2 Điều 3"),
            Heading(Level.POINT, "Việc còn lại"),
            DashList(("Rà soát quy ước của buôn Ja Rai", "Lập danh sách hộ của thôn Vàm Rạch", "Gửi biên bản hội nghị")),
            Heading(Level.CLAUSE, "Tuyên truyền bằng tiếng dân tộc"),
            Paragraph("Tiếng Ê Đê có các chữ ƀ Ƀ, ĕ Ĕ, ŏ Ŏ, ư̆ Ư̆, č Č, ñ Ñ; ví dụ: ƀuôn sang, čih hră, ñu, mă bruă."),
            Paragraph("Tiếng Khmer: សេចក្តីជូនដំណឹង អំពីការប្រជុំភូមិ ថ្ងៃទី១៥ ខែវិច្ឆិកា ត្រូវបានអានតាមឧគ្ឃោសនសព្ទ។"),
            Heading(Level.SECTION, "Kết quả theo từng mục tiêu"),
            Paragraph("Số liệu của từng thôn, buôn ghi trong bảng dưới đây."),
            progress(),
            Heading(Level.SECTION, "Đánh giá chung"),
            *(Paragraph("Việc công khai đã thành nếp ở cả tám thôn, buôn; người dân biết hỏi ai và hỏi khi nào. " * 3),) * 4,
            Heading(Level.SECTION, "Đề nghị"),
            Paragraph("Đề nghị Hội đồng nhân dân xã xem xét, cho ý kiến về ba việc còn vướng nêu trên."),
        ),
        "signer": Signer(authority=("TM. Ủy ban nhân dân", "KT. Chủ tịch"), post="Phó Chủ tịch", name="Lê Thị Hạ Vy"),
        "recipients": (
            "Như trên",
            "Thường trực Đảng ủy xã",
            "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã Suối Mây",
            "Các Ban của Hội đồng nhân dân xã",
            "Trưởng các thôn, buôn",
            "Lưu: VT, VHXH (03b)",
        ),
        "annexes": (Annex("Danh sách thôn, buôn và số liệu chi tiết", (progress(VILLAGES * 6),), landscape=True),),
        "trace": TRACE,
    }  # fmt: skip
    return OfficialDocument(**(values | changes))
