"""How a consultation goes from its plan to the report to the council."""

from typing import Final

from lawcore.lifecycles import Lifecycle, Move

CONSULTATION: Final = Lifecycle(
    "consultation",
    "Lấy ý kiến Nhân dân",
    states={
        "planned": "đã lập kế hoạch",
        "plan_sent": "đã gửi kế hoạch",
        "open": "đang lấy ý kiến",
        "synthesising": "đang tổng hợp",
        "explained": "đã tổng hợp, giải trình",
        "waiting_explanation": "chờ cấp trên giải trình",
        "published": "đã công khai kết quả",
        "closed": "đã báo cáo Hội đồng nhân dân",
    },
    events={
        "send": "gửi kế hoạch đến Hội đồng nhân dân và Mặt trận",
        "publish_content": "công khai nội dung lấy ý kiến",
        "give_opinion": "nhận thêm ý kiến",
        "close": "kết thúc nhận ý kiến",
        "explain": "tổng hợp, giải trình, tiếp thu",
        "report_up": "báo cáo cơ quan cấp trên",
        "publish": "công khai kết quả và giải trình",
        "report": "báo cáo Hội đồng nhân dân, gửi Mặt trận",
    },
    moves=(
        Move("planned", "send", "plan_sent", "LDC art. 28 cl. 1", guard="kế hoạch nêu đủ năm nội dung"),
        Move("plan_sent", "publish_content", "open", "LDC art. 28 cl. 2"),
        Move("open", "give_opinion", "open", "LDC art. 26 cl. 1"),
        Move(
            "open",
            "close",
            "synthesising",
            "LDC art. 28 cl. 2",
            guard="đã đủ 20 ngày kể từ ngày công khai nội dung, trừ khi luật khác ấn định",
            deadline="minimum.consultation",
        ),
        Move("synthesising", "explain", "explained", "LDC art. 28 cl. 3"),
        Move("explained", "report_up", "waiting_explanation", "LDC art. 28 cl. 4", guard="cấp trên quyết định"),
        Move(
            "explained",
            "publish",
            "published",
            "LDC art. 28 cl. 3; LDC art. 11 cl. 11",
            guard="quyết định khác ý kiến đa số thì đã nêu lý do",
            deadline="deadline.consultation.result",
        ),
        Move(
            "waiting_explanation",
            "publish",
            "published",
            "LDC art. 28 cl. 4",
            guard="cấp trên đã gửi giải trình về xã",
            deadline="deadline.consultation.result",
        ),
        Move("published", "report", "closed", "LDC art. 28 cl. 5"),
    ),
)

LIFECYCLES: Final = (CONSULTATION,)
