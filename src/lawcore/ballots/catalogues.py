"""The lists of LDC art. 15 to 24 and Decree 59/2023 art. 3 to 5, in short words of our own."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from lawcore.catalogues import Item


def _items(cite: str, **labels: str) -> tuple[Item, ...]:
    """One item for each lettered point of a clause, or for each named part of one."""
    return tuple(Item(code, label, cite) for code, label in labels.items())


def _points(clause: str, *labels: str) -> tuple[Item, ...]:
    """The points of a clause in the order of the Vietnamese alphabet: a, b, c, d, đ, e, g."""
    return tuple(Item(point, label, f"{clause} pt. {point}") for point, label in zip("abcdđeg", labels, strict=False))


_MATTERS: Final = (
    Item("15.1", "Chủ trương và mức đóng góp xây dựng hạ tầng, công trình công cộng", "LDC art. 15 cl. 1"),
    Item("15.2", "Thu, chi, quản lý khoản đóng góp, kinh phí, tài sản của cộng đồng", "LDC art. 15 cl. 2"),
    Item("15.3", "Nội dung hương ước, quy ước", "LDC art. 15 cl. 3"),
    Item("15.4", "Bầu, cho thôi làm Trưởng thôn, Tổ trưởng tổ dân phố", "LDC art. 15 cl. 4"),
    Item(
        "15.5",
        "Bầu, cho thôi Ban Thanh tra nhân dân, Ban Giám sát đầu tư cộng đồng",
        "LDC art. 15 cl. 5",
    ),
    Item("15.6", "Việc tự quản khác trong cộng đồng dân cư", "LDC art. 15 cl. 6"),
)
_NOTICE: Final = _items(
    "Decree 59/2023 art. 3 cl. 3",
    invitation="Giấy mời",
    household="Thông báo trực tiếp đến từng hộ",
    loudspeaker="Truyền thanh của thôn",
    phone="Điện thoại",
    app="Ứng dụng mạng xã hội mà thôn đã thống nhất",
    posting="Luôn kèm niêm yết tại nhà văn hóa, điểm sinh hoạt cộng đồng",
)
_CLUSTERS: Final = _items(
    "Decree 59/2023 art. 3 cl. 6",
    number="Số cụm dân cư",
    chairs="Người chủ trì hoặc được ủy quyền ở từng cụm",
    when_and_where="Thời gian, địa điểm họp từng cụm",
    tasks="Phân công thực hiện",
    sums="Cách báo cáo và cộng kết quả cho cả thôn",
)
_BALLOT_PLAN: Final = _items(
    "Decree 59/2023 art. 4 cl. 2",
    purpose="Mục đích, yêu cầu",
    subject="Nội dung lấy ý kiến",
    participants="Thành phần",
    time="Thời gian, thời hạn lấy ý kiến",
    tasks="Phân công thực hiện",
    means="Điều kiện bảo đảm",
)
_BALLOT_TEAM: Final = _items(
    "Decree 59/2023 art. 4 cl. 3",
    front="Đại diện Ban công tác Mặt trận, làm Tổ trưởng",
    village="Đại diện thôn",
    organizations="Đại diện tổ chức chính trị - xã hội ở thôn",
)
_BALLOT_ANNOUNCEMENT: Final = _items(
    "LDC art. 19 cl. 2",
    subject="Nội dung lấy ý kiến",
    moment="Thời điểm phát phiếu",
    limit="Thời hạn lấy ý kiến",
    team="Thành phần Tổ phát phiếu",
)
_BALLOT_PAPER: Final = _items(
    "Decree 59/2023 art. 4 cl. 5 pt. b",
    title="Tiêu đề phiếu",
    subject="Nội dung lấy ý kiến",
    options="Các phương án chọn và cách chọn",
    other="Ý kiến khác, nếu có",
    limit="Thời hạn thu phiếu",
    mark="Dấu treo của Ủy ban nhân dân cấp xã hoặc chữ ký của Trưởng thôn",
)
_ONLINE_TEAM: Final = _items(
    "Decree 59/2023 art. 5 cl. 2 pt. b",
    front="Đại diện Ban công tác Mặt trận, làm Tổ trưởng",
    village="Đại diện thôn",
    households="Đại diện hộ gia đình",
    skilled="Người thành thạo công nghệ thông tin",
)
_ONLINE_OPTIONS: Final = _items(
    "Decree 59/2023 art. 5 cl. 2 pt. d",
    agree="Đồng ý",
    disagree="Không đồng ý",
    other="Ý kiến khác",
)
_ONLINE_MEMBER: Final = _items(
    "Decree 59/2023 art. 5 cl. 2 pt. c",
    name="Họ và tên",
    address="Địa chỉ thường trú",
)
_ONLINE_MINUTES: Final = _items(
    "Decree 59/2023 art. 5 cl. 4 pt. a",
    start="Thời gian bắt đầu",
    end="Thời gian kết thúc",
    voted="Tổng số đại diện hộ đã biểu quyết",
    agree="Số đại diện hộ đồng ý",
    disagree="Số hộ không đồng ý",
    other="Ý kiến khác, nếu có",
    screenshot="Bản chụp kết quả",
    voters="Danh sách đại diện hộ đã biểu quyết",
)
_DOCUMENTS: Final = _items(
    "LDC art. 20 cl. 1",
    resolution="Nghị quyết",
    minutes="Biên bản cuộc họp",
    memorandum="Bản ghi nhớ",
    agreement="Bản thỏa thuận",
)
_SIGNATURES: Final = _items(
    "LDC art. 20 cl. 2 pt. g",
    village_head="Trưởng thôn, Tổ trưởng tổ dân phố",
    front_head="Trưởng ban công tác Mặt trận",
    representatives="Hai đại diện hộ gia đình",
)
_INITIATIVE: Final = _items(
    "LDC art. 16 cl. 3",
    meeting="Lấy ý kiến ngay tại cuộc họp của cộng đồng dân cư",
    writing="Văn bản đồng ý của đại diện hộ",
    other="Hình thức khác phù hợp với nơi ở",
)
_FORMS_59: Final = (
    Item("01", "Thông tin, giấy mời họp", "Decree 59/2023 art. 3 cl. 3"),
    Item("02", "Biên bản kiểm phiếu tại cuộc họp", "Decree 59/2023 art. 3 cl. 5 pt. c"),
    Item("03", "Quyết định của cộng đồng dân cư", "Decree 59/2023 art. 3 cl. 5 pt. d"),
    Item("04", "Biên bản kiểm phiếu lấy ý kiến hộ gia đình", "Decree 59/2023 art. 4 cl. 6 pt. a"),
)
_DUTIES: Final = (
    Item("plan", "Ủy ban nhân dân cấp xã lập kế hoạch cho việc toàn xã", "LDC art. 23 cl. 1"),
    Item("council", "Báo cáo Hội đồng nhân dân tại kỳ họp thường lệ gần nhất", "LDC art. 23 cl. 1"),
    Item("publish", "Trưởng thôn công khai kết quả biểu quyết, lấy phiếu", "LDC art. 23 cl. 2"),
    Item("execute", "Trưởng thôn tổ chức thực hiện, báo cáo Nhân dân và cấp xã", "LDC art. 23 cl. 2"),
    Item("supervise", "Mặt trận Tổ quốc cấp xã hướng dẫn và giám sát", "LDC art. 23 cl. 3"),
    Item("attend", "Thành viên hộ có ý kiến khác được đăng ký dự họp", "LDC art. 24 cl. 2"),
    Item("challenge", "Công dân được kiến nghị khi quyết định sai trình tự hoặc trái luật", "LDC art. 24 cl. 4"),
)

CATALOGUES: Final[Mapping[str, tuple[Item, ...]]] = MappingProxyType(
    {
        "decision.matters": _MATTERS,
        "decision.forms": _points(
            "LDC art. 17 cl. 1",
            "Họp cộng đồng dân cư",
            "Phát phiếu lấy ý kiến từng hộ",
            "Biểu quyết trực tuyến",
        ),
        "decision.content": _points(
            "LDC art. 20 cl. 2",
            "Thời gian bàn và quyết định",
            "Tổng số hộ, số đại diện có mặt, số hộ không có người dự",
            "Nội dung đã bàn",
            "Hình thức quyết định",
            "Kết quả biểu quyết hoặc tổng hợp phiếu",
            "Nội dung quyết định",
            "Chữ ký của Trưởng thôn, Trưởng ban công tác Mặt trận, hai đại diện hộ",
        ),
        "decision.documents": _DOCUMENTS,
        "decision.signatures": _SIGNATURES,
        "decision.change_grounds": _points(
            "LDC art. 22 cl. 1",
            "Trái pháp luật, trái thuần phong, mỹ tục, đạo đức xã hội",
            "Sai trình tự, thủ tục thông qua",
            "Cộng đồng dân cư thấy cần thiết",
        ),
        "decision.duties": _DUTIES,
        "decision.templates": _FORMS_59,
        "initiative.methods": _INITIATIVE,
        "meeting.steps": _points(
            "LDC art. 18 cl. 4",
            "Nêu lý do, nội dung; cử thư ký",
            "Trình bày nội dung cần xem xét",
            "Thảo luận",
            "Tổng hợp ý kiến, chọn cách biểu quyết và biểu quyết",
            "Công bố kết quả, kết luận cuộc họp",
        ),
        "meeting.notice": _NOTICE,
        "meeting.cluster_plan": _CLUSTERS,
        "ballot.cases": _points(
            "Decree 59/2023 art. 4 cl. 1",
            "Chủ tịch cấp xã chọn phát phiếu cho việc toàn xã",
            "Đã họp nhưng không đủ số hộ dự để có thể thông qua",
            "Việc tự quản khác, Trưởng thôn và Mặt trận ở thôn thống nhất phát phiếu",
        ),
        "ballot.plan": _BALLOT_PLAN,
        "ballot.team": _BALLOT_TEAM,
        "ballot.announcement": _BALLOT_ANNOUNCEMENT,
        "ballot.paper": _BALLOT_PAPER,
        "online.conditions": _points(
            "Decree 59/2023 art. 5 cl. 1",
            "Trưởng thôn và Mặt trận ở thôn thống nhất không cần họp, phát phiếu",
            "Quá một nửa tổng số đại diện hộ chọn hình thức trực tuyến",
            "Các hộ có thiết bị nối mạng để biểu quyết",
        ),
        "online.team": _ONLINE_TEAM,
        "online.options": _ONLINE_OPTIONS,
        "online.member": _ONLINE_MEMBER,
        "online.minutes": _ONLINE_MINUTES,
    }
)
"""By code. Each list is in the order of its provision."""
