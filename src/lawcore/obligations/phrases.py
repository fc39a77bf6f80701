"""Where a Vietnamese clause turns from who to what: verbs, modals, and the nouns that bear duties.

A closed list, because the drafting language of councils is one. A word is a verb here only where
the grammar around it lets it be: not in a name ("Ban Giám sát"), not after a word that makes it a
noun ("công tác tuyên truyền"), not inside a relative clause ("người được giao nhiệm vụ …").
"""

import re

_VERBS = """
bàn, báo cáo, bảo đảm, đảm bảo, ban hành, bầu, biên soạn, biểu dương, bố trí, bồi dưỡng, bổ sung, bãi bỏ,
cải cách, cam kết, cập nhật, chấm điểm, chấn chỉnh, chấp hành, chỉ đạo, chịu, chú trọng, chủ trì, chuẩn bị,
chuyển, chống, có biện pháp, có kế hoạch, công bố, công khai, công nhận, cụ thể hóa, cụ thể hoá, cung cấp,
củng cố, cử, duy trì, đa dạng hóa, đánh giá, đào tạo, đăng, đăng ký, đăng tải, đạt, đầu tư, đẩy mạnh, đề
cao, đề nghị, đề ra, đề xuất, điều chỉnh, điều chuyển, đổi mới, đôn đốc, đối thoại, đóng góp, đưa, động
viên, gắn, giao ban, giải quyết, giải trình, giám sát, giáo dục, giữ, gửi, gương mẫu, hình thành, hòa giải,
hoàn thành, hoàn thiện, họp, hỗ trợ, huy động, hướng dẫn, kết hợp, kết nối, khai thác, khắc phục, khen
thưởng, khuyến khích, kiểm tra, kiện toàn, kiến nghị, lãnh đạo, lập, lắng nghe, lấy, lồng ghép, lựa chọn,
lưu trữ, mở, mở rộng, mở lớp, nâng cao, nâng cấp, nắm, ngăn chặn, nghiên cứu, nhân rộng, niêm yết, ổn định,
phát động, phát hành, phát hiện, phát huy, phát triển, phân bổ, phân công, phê duyệt, phổ biến, phòng ngừa,
phối hợp, phục vụ, quan tâm, quán triệt, quản lý, quy định, quyết định, sinh hoạt, rà soát, sắp xếp, sơ kết, sử dụng,
sửa đổi, tăng cường, tập huấn, tập trung, tham dự, tham gia, tham mưu, thành lập, thanh tra, thẩm định, theo
dõi, thi hành, thiết lập, thông báo, thông qua, thống kê, thu, thực hiện, tiếp, tiếp công dân, tiếp nhận,
tiếp thu, tiếp xúc, tiến hành, tìm hiểu, tọa đàm, tôn trọng, tôn vinh, tổ chức, tổng hợp, tổng kết, tạo, tạo
điều kiện, trang bị, trả lời, trao đổi, triển khai, trình, tuân thủ, tuyên truyền, ứng dụng, ưu tiên, vận
dụng, vận động, vận hành, xem xét, xét, xây dựng, xác định, xin ý kiến, xử lý, học tập, bảo vệ, bảo quản,
biểu quyết, bỏ phiếu, chấm, chăm lo, chọn, dán, dành, điều hành, đọc, đóng, ghi, góp ý, khảo sát, kiểm
phiếu, ký, mời, nêu, nghe, nhắc nhở, nhận, nhập, niêm phong, nộp, phát, quyết toán, thảo luận, thanh toán,
thu hồi, treo, ủng hộ, viết, xếp, xếp loại, thay thế, tự kiểm tra, tự đánh giá, tự giác, tiết kiệm, tăng,
giảm, từng bước
"""
_STRONG = """
phải, cần, có trách nhiệm, chịu trách nhiệm, có nhiệm vụ, có nghĩa vụ, không được, nghiêm cấm, được quyền,
có quyền, chủ động, tích cực, gương mẫu, thường xuyên, kịp thời, nghiêm túc, kiên quyết, căn cứ, theo chức
năng, theo thẩm quyền, theo nhiệm vụ, theo phạm vi, trên cơ sở, trong phạm vi, tiếp tục, tự giác, nếu, định
kỳ, hằng năm, hàng năm, hằng quý, hàng quý, hằng tháng, hàng tháng, mỗi năm, mỗi quý, mỗi tháng, trước ngày,
chậm nhất, đồng thời, nêu cao, tùy, bám sát, khi, hoàn thành, có kế hoạch, chịu
"""
_HEADS = """
Ủy ban, Uỷ ban, UBND, HĐND, MTTQ, UBMTTQ, Hội đồng, Thường trực, Chủ tịch, Phó Chủ tịch, Mặt trận, Liên
đoàn, Công đoàn, Đoàn Thanh niên, Đoàn thanh niên, Hội, Ban, các Ban, Tổ, các Tổ, Đại biểu, các đại biểu,
Sở, các Sở, Cơ quan, Đơn vị, Địa phương, Thủ trưởng, Người đứng đầu, Hiệu trưởng, Lãnh đạo, Trưởng, Bí thư, Cấp ủy, Chi
bộ, Đảng ủy, Chính quyền, Công an, Quân sự, Phòng, Văn phòng, Trung tâm, Trạm, Trường, Bệnh viện, Doanh
nghiệp, Cán bộ, Công chức, Viên chức, Người lao động, Đảng viên, Đoàn viên, Hội viên, Công dân, Hộ gia đình,
Nhân dân, Người dân, Cử tri, Cộng đồng dân cư, Thôn, Ấp, Khóm, Buôn, Bản, Tổ dân phố, Xã, Phường, Tổ chức
chính trị, Tổ chức xã hội, Tổ chức đoàn thể, Tổ chức có sử dụng, Tổ chức công đoàn, Tổ chức, Người được
giao, Người hoạt động, Đài, Thành viên, Hội nghị, Kho bạc, Thanh tra, Tòa án, Viện kiểm sát, Ngành, Đoàn
thể, Tập thể, Cá nhân, Đội ngũ, Nhà trường, Bộ phận, Giám đốc, Hệ thống truyền thanh, Đài truyền thanh, Đoàn
kiểm tra, Đoàn thanh tra, Khu phố, Khu dân cư, Chi cục, Cục, Hợp tác xã, Chủ đầu tư, Ban Quản lý, Ngân hàng,
Bưu điện
"""


def _alternatives(words: str) -> str:
    listed = {word.strip() for word in words.replace("\n", " ").split(",")} - {""}
    longest_first = sorted(listed, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)


VERB = re.compile(rf"(?:{_alternatives(_VERBS)})(?!\w)", re.IGNORECASE)
_HAS = r"có(?!\s+(?:sử dụng|thẩm quyền|liên quan|công|uy tín|vốn|đông|điều kiện|nhu cầu|hoàn cảnh|tên|đủ|số))"
_DOES = r"làm(?!\s+(?:công tác|việc|nhiệm vụ))"
_ONLY = r"chỉ(?!\s+(?:đạo|tiêu|số|thị|huy))"
STRONG = re.compile(rf"(?:{_alternatives(_STRONG)}|{_HAS}|{_DOES}|{_ONLY})(?!\w)", re.IGNORECASE)
HEAD = re.compile(
    rf"(?:(?:các|những|mỗi|từng|toàn thể|tất cả)\s+)?(?:{_alternatives(_HEADS)})(?!\w)",
    re.IGNORECASE,
)

# A verb after one of these is a noun, or belongs to a relative clause.
_NOMINAL = re.compile(
    r"(?:công tác|việc|về|đến|người|được|cơ sở|trong|để|nhằm|có|làm|của|ban|hội đồng|trung tâm|chức năng|nhiệm vụ|"
    r"kỹ năng|kết quả|chất lượng|hoạt động|sự|quy chế|kế hoạch|đội|tổ|phòng|bộ phận|thẩm quyền|phong trào|thi đua,?|"
    r"chuyên trách|các|những|phụ trách|cho|sở|giám sát|đoàn|phục vụ|tiếp công|công|cuộc|kỳ|phiên|buổi|khoản|phiếu|"
    r"lãnh đạo,|bị|viện|nhà|nơi|chuyên đề|đời sống)$",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\b(?:cán bộ|công chức|viên chức) (?:lãnh đạo|quản lý)$", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\b(?:được\s+giao|phụ\s+trách|làm\s+công\s+tác|theo\s+dõi|tham\s+mưu|thực\s+thi|được\s+phân\s+công|tham\s+gia)\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"(?:đều\s+|sẽ\s+)?được\s+(?!giao|phân\s+công|cử|bầu|tín\s+nhiệm|công\s+nhận|quyết\s+định|xin\s+ý\s+kiến)"
    rf"(?:{_alternatives(_VERBS)})(?!\w)",
    re.IGNORECASE,
)
_ORGANIZE = re.compile(r"tổ\s+chức(?!\w)", re.IGNORECASE)
_NOUN_BEFORE_ORGANIZATION = re.compile(r"(?:,|\bvà|\bcác|\bnhững|\bmỗi|\btừng|\bhoặc)\s*$", re.IGNORECASE)
_LONGEST_NAME = 600  # characters; no list of bodies is longer
_WORD = re.compile(r"\w+(?:/\w+)*")


def predicate(text: str) -> int | None:
    """The offset where a clause that opens with who turns to what; None when it never does.

    "Các cơ quan, đơn vị phối hợp …" → the offset of "phối hợp". Inside a relative clause
    ("người được giao nhiệm vụ tổ chức …") only a modal ends the noun phrase ("phải", "chủ động").
    """
    text = text[:_LONGEST_NAME]
    for word in _WORD.finditer(text):
        at = word.start()
        before = text[:at]
        if not before.strip() or _inside_brackets(before):
            continue
        if STRONG.match(text, at) or _PASSIVE.match(text, at):
            return at
        if not _RELATIVE.search(before) and _is_verb(text, at, before.rstrip()):
            return at
    return None


def _is_verb(text: str, at: int, before: str) -> bool:
    found = VERB.match(text, at)
    if found is None or text[at].isupper() or _NOMINAL.search(before) or _TITLE.search(text[: found.end()]):
        return False
    if not _ORGANIZE.match(text, at):
        return not before.endswith(",")
    return not _NOUN_BEFORE_ORGANIZATION.search(before)


def _inside_brackets(before: str) -> bool:
    return before.count("(") > before.count(")")
