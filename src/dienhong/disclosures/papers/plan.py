"""LDC art. 14 cl. 1: the plan of a year as a document; every content with ways, time, length, who is responsible."""

from collections.abc import Iterator
from itertools import groupby

from dienhong.disclosures.models import Statement
from dienhong.disclosures.papers.frame import (
    CLAUSES,
    Json,
    clause,
    framed,
    hashed,
    is_commune,
    issuer,
    place,
    replaced,
)
from dienhong.documents.official import (
    Annex,
    Block,
    Column,
    DashList,
    Heading,
    Level,
    OfficialDocument,
    Paragraph,
    Row,
    Table,
)
from dienhong.documents.spreadsheet import Sheet
from lawcore.sources import cited

ARTICLES = {"commune": "LDC art. 14 cl. 1", "agency": "LDC art. 48", "enterprise": "LDC art. 66"}


def document_of(statement: Statement) -> OfficialDocument:
    shot = statement.snapshot
    return framed(
        statement,
        type_name="Kế hoạch",
        subject=f"công khai thông tin năm {shot['year']}",
        blocks=tuple(_blocks(statement)),
        recipients=_recipients(shot),
        annexes=(Annex("Nội dung công khai, hình thức, thời điểm, thời hạn và trách nhiệm thực hiện",
                       (_table(statement),), landscape=True),),
    )  # fmt: skip


def sheets_of(statement: Statement) -> tuple[Sheet, ...]:
    """One content to a row, the heading of its group in a column of its own."""
    shot = statement.snapshot
    table = Table(
        columns=(
            Column("Mã", 6),
            Column("Nhóm nội dung", 22),
            Column("Nội dung", 26),
            Column("Hình thức", 20),
            Column("Nơi niêm yết", 18),
            Column("Hạn công khai", 18),
            Column("Thời gian công khai", 18),
            Column("Phụ trách", 14),
            Column("Căn cứ", 22),
        ),
        rows=tuple(
            Row(
                (
                    each["code"],
                    f"{each['number']}. {each['heading']}",
                    each["label"],
                    each["forms"],
                    each["places"],
                    each["due"],
                    each["stays"],
                    each["owner"],
                    each["clause"],
                )
            )
            for each in shot["items"]
        ),
        note=hashed(statement),
    )
    return (Sheet("Kế hoạch", f"Kế hoạch công khai thông tin năm {shot['year']}", table, (issuer(shot),)),)


def _blocks(statement: Statement) -> Iterator[Block]:
    shot = statement.snapshot
    kind = shot["organization"]["kind"]
    law = cited(ARTICLES[kind])
    yield Paragraph(
        f"Thực hiện {law}, {issuer(shot)} ban hành Kế hoạch công khai thông tin năm {shot['year']} như sau:"
    )
    yield from replaced(statement, "Kế hoạch")
    yield Heading(Level.SECTION, "Mục đích, yêu cầu")
    audience = "Nhân dân" if is_commune(shot) else "cán bộ, công chức, viên chức, người lao động"
    yield Paragraph(
        f"Bảo đảm {audience} được biết kịp thời, đầy đủ, chính xác những nội dung phải công khai; "
        "mỗi nội dung có người phụ trách, có hạn, có hình thức và có bằng chứng đã công khai."
    )
    yield Paragraph(
        "Không công khai bí mật nhà nước, thông tin pháp luật chưa cho công khai và dữ liệu cá nhân không thuộc "
        "diện phải công khai."
    )
    yield Heading(Level.SECTION, "Nội dung công khai")
    yield from _contents(shot)
    yield Heading(Level.SECTION, "Hình thức, thời điểm và thời hạn công khai")
    yield DashList(tuple(_ways(shot)))
    yield Heading(Level.SECTION, "Tổ chức thực hiện")
    yield from _doing(shot)


def _contents(shot: Json) -> Iterator[Block]:
    items = shot["items"]
    local = sum(each["is_local"] for each in items)
    groups = len({each["number"] for each in items})
    more = f", trong đó {local} nội dung do địa phương, đơn vị xác định thêm" if local else ""
    yield Paragraph(
        f"Kế hoạch có {len(items)} nội dung thuộc {groups} nhóm{more}. Từng nội dung với hình thức, "
        f"nơi niêm yết, hạn, thời "
        "gian công khai và người phụ trách được nêu tại Phụ lục."
    )


def _ways(shot: Json) -> Iterator[str]:
    here = "của xã" if is_commune(shot) else "nội bộ"
    portal = "đã có, đăng đầy đủ các nội dung" if shot["has_portal"] else "chưa có"
    yield f"Cổng, trang thông tin điện tử {here}: {portal}"
    if is_commune(shot):
        yield (
            "Hệ thống truyền thanh của xã: "
            + ("đã có, phát các nội dung thuộc nhóm phải phát thanh" if shot["has_radio"] else "chưa có")
        )
    yield "Hạn công khai tính theo ngày làm việc nơi Luật quy định như vậy, từ ngày ký quyết định, văn bản"
    yield "Thời gian niêm yết không tính ngày bắt đầu niêm yết; gỡ sớm thì niêm yết lại từ đầu"
    yield "Nội dung đã công khai mà thay đổi thì phần thay đổi được công khai lại kịp thời"


def _doing(shot: Json) -> Iterator[Block]:
    if not is_commune(shot):
        yield Paragraph(
            "Người được giao phụ trách từng nội dung tại Phụ lục tổ chức công khai đúng hình thức, đúng hạn, lưu bằng "
            "chứng và chịu trách nhiệm trước người đứng đầu."
        )
        yield Paragraph(f"Trên đây là Kế hoạch công khai thông tin năm {shot['year']}, các bộ phận thực hiện./.")
        return
    yield Paragraph(
        f"Chủ tịch Ủy ban nhân dân {shot['place']['word']} chỉ đạo thực hiện Kế hoạch, kiểm tra, đôn đốc và báo cáo Ủy "
        "ban nhân dân về kết quả."
    )
    yield Paragraph(
        "Người phụ trách từng nội dung tại Phụ lục tổ chức công khai đúng hình thức, đúng hạn và lưu bằng chứng."
    )
    yield Paragraph(
        "Trưởng thôn, Tổ trưởng tổ dân phố niêm yết tại nhà văn hóa, điểm sinh hoạt cộng đồng và "
        "thông báo đến Nhân dân "
        "những nội dung được gửi đến."
    )
    yield Paragraph(
        "Hết mỗi quý, danh sách các nội dung đã công khai được lập và niêm yết. Kết quả thực hiện "
        "được báo cáo Hội đồng "
        f"nhân dân {shot['place']['word']} tại kỳ họp thường lệ gần nhất, đồng thời gửi Ủy ban Mặt "
        f"trận Tổ quốc Việt Nam "
        f"{shot['place']['word']} để giám sát."
    )
    yield Paragraph(
        f"Trên đây là Kế hoạch công khai thông tin năm {shot['year']} của Ủy ban nhân dân "
        f"{place(shot)}, yêu cầu các tổ "
        "chức, cá nhân liên quan thực hiện./."
    )


def _recipients(shot: Json) -> tuple[str, ...]:
    if not is_commune(shot):
        return ("Các bộ phận trực thuộc", "Lưu: VT")
    word = shot["place"]["word"]
    return (
        f"Thường trực Hội đồng nhân dân {word}",
        f"Ủy ban Mặt trận Tổ quốc Việt Nam {word}",
        f"Chủ tịch, các Phó Chủ tịch Ủy ban nhân dân {word}",
        "Người phụ trách các nội dung",
        "Trưởng thôn, Tổ trưởng tổ dân phố",
        "Lưu: VT",
    )


def _table(statement: Statement) -> Table:
    rows: list[Row] = []
    for heading, mine in groupby(statement.snapshot["items"], key=lambda each: (each["number"], each["heading"])):
        rows.append(Row((f"{heading[0]}. {heading[1]}", *[""] * 6), strong=True, across=True))
        rows += [_row(each) for each in mine]
    return Table(
        columns=(
            Column("Mã", 8),
            Column("Nội dung", 24),
            Column("Hình thức, nơi niêm yết", 30),
            Column("Hạn công khai", 17),
            Column("Thời gian công khai", 16),
            Column("Phụ trách", 13),
            Column("Căn cứ", 11),
        ),
        rows=tuple(rows),
        note=f"Ngày ký là ngày ký quyết định, văn bản về nội dung. {CLAUSES} {hashed(statement)}",
    )


def _row(each: Json) -> Row:
    ways = each["forms"]
    if each["places"]:
        ways = ways.replace("niêm yết", f"niêm yết tại {each['places']}", 1)
    return Row(
        (
            each["code"],
            each["label"],
            ways or "theo quy định của nội dung đó",
            each["due"],
            each["stays"] or "theo quy định của nội dung đó",
            each["owner"] or "chưa giao",
            clause(each["clause"]),
        )
    )
