"""Which group of measures words belong to: the group whose word stands first."""

import re

from lawcore.obligations.model import Topic

_WORDS = {
    Topic.TRAINING: "bồi dưỡng | tập huấn | đào tạo | nâng cao năng lực | nâng cao trình độ",
    Topic.COMMUNICATION: """tuyên truyền | loa | bản tin | tờ rơi | công tác thông tin | thông tin, | truyền thông
        | truyền thanh | phổ biến | giáo dục pháp luật | quán triệt | tìm hiểu pháp luật | tiếp cận thông tin""",
    Topic.RESPONSIBILITY: """trách nhiệm | lãnh đạo, chỉ đạo | nêu gương
        | gương mẫu | người đứng đầu | mức độ thực hiện dân chủ | quy chế
        | hương ước | quy ước | công khai | minh bạch | đối thoại | tiếp công dân | tiếp dân | ban thanh tra
        | ban giám sát | lấy ý kiến | hội nghị | quyền của | quyền làm chủ | kiến nghị | phản ánh | góp ý | ý kiến | họp
        | niêm yết | trả lời | đóng góp | khiếu nại | biên bản | tán thành | bảng tin | báo cáo
        | nghe dân | thu chi | thu, chi
        | đơn thư | đơn gửi | bàn và quyết định""",
    Topic.TECHNOLOGY: """công nghệ | chuyển đổi số | máy tính | đường truyền | nhắn tin | nền tảng số | thiết bị
        | internet | phương tiện kỹ thuật | hạ tầng | cổng thông tin | trang thông tin | trực tuyến | dữ liệu
        | chính quyền số | chính quyền điện tử""",
    Topic.COMMENDATION: "biểu dương | khen thưởng | thi đua | tôn vinh | điển hình | xử lý",
    Topic.INSPECTION: """kiểm tra | thanh tra | giám sát | kỷ luật | kỷ cương | phiền hà | sách nhiễu | phòng ngừa
        | ngăn chặn | theo dõi, đánh giá""",
    Topic.FUNDING: "kinh phí | ngân sách",
    Topic.ORGANISATION: "tổ chức thực hiện | triển khai thực hiện nghị quyết | điều khoản thi hành",
}
_PATTERNS = {
    topic: re.compile(rf"\b(?:{'|'.join(re.escape(word.strip()) for word in words.split('|'))})", re.IGNORECASE)
    for topic, words in _WORDS.items()
}
_DEMOCRACY = re.compile(r"\b(?:dân chủ|nhân dân|người dân)\b", re.IGNORECASE)
_EXAMINES = re.compile(
    r"""(?:[^,;]{0,40},\s*)?(?:(?:các\s)?cơ\squan[^;]{0,20})?
    (?:tăng\scường|thực\shiện|chủ\sđộng|đẩy\smạnh|thường\sxuyên|định\skỳ|tổ\schức|[^;]{0,30}xây\sdựng\skế\shoạch)?
    \s*(?:công\stác\s+)?(?:kiểm\stra|thanh\stra|tự\skiểm\stra)""",
    re.IGNORECASE | re.VERBOSE,
)


def topic_of(text: str) -> Topic | None:
    """The topic whose word stands first in the text; None when no word of any topic does."""
    first = {topic: found.start() for topic, words in _PATTERNS.items() if (found := words.search(text))}
    return min(first, key=lambda topic: first[topic]) if first else None


def topic_of_act(text: str) -> Topic | None:
    """The topic of a duty or target that stands under no group.

    One that speaks of democracy and the people only is responsibility, the widest group.
    """
    return topic_of(text) or (Topic.RESPONSIBILITY if _DEMOCRACY.search(text) else None)


def topic_within(text: str, group: Topic | None) -> Topic | None:
    """The topic of a sentence under the heading of a group.

    It is the group's own, but commendation and handling is often headed together with
    inspection: there a sentence that sets out to examine is inspection.
    """
    if group is Topic.COMMENDATION and _EXAMINES.match(text):
        return Topic.INSPECTION
    return group or topic_of_act(text)
