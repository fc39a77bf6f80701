"""Lists about the boards, in our own short words, each line with its article."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from lawcore.boards.kinds import Kind
from lawcore.boards.rhythm import RHYTHMS
from lawcore.catalogues import Item


def _items(article: str, *labels: tuple[str, str]) -> tuple[Item, ...]:
    """Lines that the text itself letters or numbers: ("1", "…") of "LDC art. 38 cl." becomes cl. 1."""
    return tuple(Item(code, label, f"{article} {code}") for code, label in labels)


COMMUNE_TASKS: Final = _items(
    "LDC art. 38 cl.",
    ("1", "Kiểm tra quyết định của dân; giám sát chính sách, pháp luật, dân chủ"),
    ("2", "Kiến nghị xử lý dấu hiệu vi phạm, theo dõi kiến nghị"),
    ("3", "Yêu cầu xã cung cấp thông tin, tài liệu"),
    ("4", "Xem xét, xác minh vụ việc theo kiến nghị"),
    ("5", "Kiến nghị khắc phục thiếu sót, bảo đảm quyền lợi, biểu dương"),
    ("6", "Dự họp Hội đồng, Ủy ban nhân dân xã về việc liên quan"),
    ("7", "Tiếp nhận kiến nghị, phản ánh"),
)
AGENCY_TASKS: Final = _items(
    "LDC art. 61 cl.",
    ("1", "Kiểm tra quyết định tập thể; giám sát chính sách, pháp luật, dân chủ"),
    ("2", "Kiến nghị xử lý dấu hiệu vi phạm, theo dõi kiến nghị"),
    ("3", "Yêu cầu người đứng đầu cung cấp thông tin, tài liệu"),
    ("4", "Xem xét, xác minh vụ việc theo đề nghị"),
    ("5", "Kiến nghị khắc phục thiếu sót, bảo đảm quyền lợi, biểu dương"),
    ("6", "Dự họp của cơ quan, đơn vị về việc liên quan"),
    ("7", "Tiếp nhận kiến nghị, phản ánh"),
)
ENTERPRISE_TASKS: Final = _items(
    "LDC art. 78 cl.",
    ("1", "Kiểm tra quyết định tập thể; giám sát pháp luật về dân chủ"),
    ("2", "Kiến nghị xử lý dấu hiệu vi phạm, theo dõi kiến nghị"),
    ("3", "Yêu cầu doanh nghiệp cung cấp thông tin, tài liệu"),
    ("4", "Xem xét, xác minh vụ việc theo đề nghị"),
    ("5", "Kiến nghị khắc phục thiếu sót, bảo đảm quyền lợi, biểu dương"),
    ("6", "Tiếp nhận kiến nghị, phản ánh"),
)
INVESTMENT_TASKS: Final = _items(
    "LDC art. 43 cl. 1 pt.",
    ("a", "Theo dõi quy hoạch, đất đai, môi trường, đền bù, tiến độ, công khai"),
    ("b", "Với dự án dân góp, vốn xã: kỹ thuật, vật tư, nghiệm thu, quyết toán"),
    ("c", "Phát hiện tổn hại, tác động xấu, lãng phí, thất thoát"),
)
INVESTMENT_PROJECTS: Final = (
    Item("public", "Chương trình, dự án đầu tư công trên địa bàn xã", "LDC art. 41 cl. 1"),
    Item("partnership", "Dự án đối tác công tư trên địa bàn xã", "LDC art. 41 cl. 1"),
    Item("community", "Dự án bằng vốn, công sức của cộng đồng", "LDC art. 41 cl. 1"),
    Item("donor", "Dự án do tổ chức, cá nhân tài trợ trực tiếp cho xã", "LDC art. 41 cl. 1"),
)
INVESTMENT_POWERS: Final = _items(
    "LDC art. 43 cl. 2 pt.",
    ("a", "Hỏi cơ quan nhà nước về quy hoạch, kế hoạch sử dụng đất"),
    ("b", "Yêu cầu cơ quan nhà nước trả lời"),
    ("c", "Yêu cầu chủ đầu tư trả lời, cung cấp thông tin dự án"),
    ("d", "Nhận phản ánh của dân, chuyển đi, báo lại trả lời"),
    ("đ", "Phản ánh vi phạm nghiêm trọng, kiến nghị xử lý, cả đình chỉ"),
)


def _plan(cite: str) -> tuple[Item, ...]:
    """What every plan of a board holds, by the provision of its kind of board."""
    return (
        Item("purpose", "Mục đích", cite),
        Item("requirements", "Yêu cầu", cite),
        Item("content", "Nội dung", cite),
        Item("time", "Thời gian", cite),
        Item("funds", "Kinh phí", cite),
        Item("organisation", "Tổ chức thực hiện", cite),
        Item("conditions", "Các điều kiện bảo đảm khác", cite),
    )


COMMUNE_STANDARDS: Final = (
    Item("permanent_resident", "Công dân thường trú trên địa bàn", "LDC art. 37 cl. 2"),
    Item("commune_official", "Không là cán bộ, công chức cấp xã", "LDC art. 37 cl. 2"),
    Item("non_specialised", "Không hoạt động không chuyên trách ở xã, ở thôn", "LDC art. 37 cl. 2"),
    Item("character", "Đạo đức, uy tín, sức khỏe, hiểu biết, tự nguyện", "LDC art. 37 cl. 1"),
)
AGENCY_STANDARDS: Final = (
    Item("works_here", "Đang công tác tại cơ quan, đơn vị", "LDC art. 60 cl. 2"),
    Item("leads", "Không là người đứng đầu, cấp phó, kế toán trưởng", "LDC art. 60 cl. 2"),
    Item("character", "Đạo đức, uy tín, sức khỏe, hiểu biết, tự nguyện", "LDC art. 60 cl. 2"),
)
ENTERPRISE_STANDARDS: Final = (
    Item("works_here", "Đang làm việc trong doanh nghiệp", "LDC art. 77 cl. 2"),
    Item("leads", "Không là người đại diện, lãnh đạo, điều hành, kế toán trưởng", "LDC art. 77 cl. 2"),
    Item("character", "Đạo đức, uy tín, sức khỏe, hiểu biết, tự nguyện", "LDC art. 77 cl. 2"),
)
INVESTMENT_STANDARDS: Final = (
    Item("permanent_resident", "Công dân thường trú trên địa bàn", "LDC art. 42 cl. 2"),
    Item("commune_official", "Không là cán bộ, công chức cấp xã", "LDC art. 42 cl. 2"),
    Item("relation", "Không có người thân quyết định, làm hay giám sát dự án", "LDC art. 42 cl. 2"),
    Item("character", "Đạo đức, trung thực, uy tín, sức khỏe, hiểu biết, tự nguyện", "LDC art. 42 cl. 1"),
)


def _rhythms() -> Mapping[str, tuple[Item, ...]]:
    """How often each board plans and reports today, as lists."""
    return {
        f"board.rhythm.{kind}.{paper}": tuple(
            Item(each.value, f"{each.words[0].upper()}{each.words[1:]}", law.versions[-1].cite)
            for each in law.versions[-1].value
        )
        for (kind, paper), law in RHYTHMS.items()
    }


CATALOGUES: Final[Mapping[str, tuple[Item, ...]]] = MappingProxyType(
    {
        f"board.tasks.{Kind.COMMUNE}": COMMUNE_TASKS,
        f"board.tasks.{Kind.AGENCY}": AGENCY_TASKS,
        f"board.tasks.{Kind.ENTERPRISE}": ENTERPRISE_TASKS,
        f"board.tasks.{Kind.INVESTMENT}": INVESTMENT_TASKS,
        f"board.powers.{Kind.INVESTMENT}": INVESTMENT_POWERS,
        f"board.projects.{Kind.INVESTMENT}": INVESTMENT_PROJECTS,
        f"board.standards.{Kind.COMMUNE}": COMMUNE_STANDARDS,
        f"board.standards.{Kind.AGENCY}": AGENCY_STANDARDS,
        f"board.standards.{Kind.ENTERPRISE}": ENTERPRISE_STANDARDS,
        f"board.standards.{Kind.INVESTMENT}": INVESTMENT_STANDARDS,
        f"board.plan.{Kind.COMMUNE}": _plan("Decree 59/2023 art. 14 cl. 1 pt. a"),
        f"board.plan.{Kind.AGENCY}": _plan("Decree 59/2023 art. 22 cl. 1 pt. a"),
        f"board.plan.{Kind.ENTERPRISE}": _plan("Decree 59/2023 art. 26 cl. 1 pt. a"),
        f"board.plan.{Kind.INVESTMENT}": _plan("Decree 59/2023 art. 18 cl. 1"),
        **_rhythms(),
    }
)
