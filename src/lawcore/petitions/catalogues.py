"""What the texts on petitions list: cases, contents, forms, grounds, each entry in a few words of ours.

Words    item
Promise  every entry cites its article; the codes are the text's own letters and numbers where it has them
"""

from typing import Final

from lawcore.catalogues import Item
from lawcore.petitions.items import lettered, listed

NOT_ACCEPTED: Final[tuple[Item, ...]] = lettered(
    "Law 02/2011 art. 11",
    "cl. 1 2 3 4 5 6 7 8 9",
    "việc nội bộ, chỉ đạo điều hành, văn bản quy phạm, bí mật nhà nước",
    "không liên quan trực tiếp đến quyền, lợi ích của người khiếu nại",
    "người khiếu nại chưa đủ năng lực hành vi mà không có người đại diện",
    "người đại diện không hợp pháp",
    "đơn không có chữ ký hoặc điểm chỉ của người khiếu nại",
    "đã hết thời hiệu, thời hạn mà không có lý do chính đáng",
    "đã có quyết định giải quyết lần hai",
    "đã được báo đình chỉ mà quá 30 ngày không khiếu nại tiếp",
    "Tòa án đã thụ lý hoặc đã giải quyết",
)

GOOD_REASONS: Final[tuple[Item, ...]] = listed(
    "Decree 155/2026 art. 12",
    disaster="thiên tai, dịch bệnh, chiến tranh",
    away="tai nạn, ốm đau, đi công tác hoặc học tập ở nơi xa",
    sealed="hồ sơ, tài liệu của vụ việc đang bị tạm giữ, niêm phong",
)
"""Force majeure and obstacles that excuse from a dialogue; others that are proven count too."""

LETTER: Final[tuple[Item, ...]] = listed(
    "Law 02/2011 art. 8 cl. 2",
    day="ngày, tháng, năm khiếu nại",
    complainant="tên, địa chỉ người khiếu nại",
    against="tên, địa chỉ cơ quan, tổ chức, cá nhân bị khiếu nại",
    content="nội dung, lý do khiếu nại và tài liệu liên quan",
    request="yêu cầu giải quyết",
    signature="chữ ký hoặc điểm chỉ của người khiếu nại",
)

FIRST_DECISION: Final[tuple[Item, ...]] = listed(
    "Law 02/2011 art. 31 cl. 2",
    day="ngày, tháng, năm ra quyết định",
    sides="tên, địa chỉ người khiếu nại, người bị khiếu nại",
    content="nội dung khiếu nại",
    verified="kết quả xác minh",
    dialogue="kết quả đối thoại, nếu có",
    law="căn cứ pháp luật",
    conclusion="kết luận nội dung khiếu nại",
    outcome="giữ nguyên, sửa đổi hoặc hủy bỏ quyết định; chấm dứt hành vi",
    compensation="việc bồi thường thiệt hại, nếu có",
    next="quyền khiếu nại lần hai, quyền khởi kiện",
)

SECOND_DECISION: Final[tuple[Item, ...]] = lettered(
    "Law 02/2011 art. 40 cl. 2",
    "pt. a b c d đ e g h i k",
    "ngày, tháng, năm ra quyết định",
    "tên, địa chỉ người khiếu nại, người bị khiếu nại",
    "nội dung khiếu nại",
    "kết quả giải quyết lần đầu",
    "kết quả xác minh",
    "kết quả đối thoại",
    "căn cứ pháp luật",
    "kết luận khiếu nại đúng, đúng một phần hay sai, và yêu cầu tương ứng",
    "việc bồi thường thiệt hại, nếu có",
    "quyền khởi kiện",
)

PUBLICATION: Final[tuple[Item, ...]] = lettered(
    "Law 02/2011 art. 41 cl. 2",
    "pt. a b c",
    "công bố tại cuộc họp nơi người bị khiếu nại công tác",
    "niêm yết tại trụ sở hoặc nơi tiếp công dân",
    "thông báo trên phương tiện thông tin đại chúng",
)

ACCEPTANCE_CONDITIONS: Final[tuple[Item, ...]] = lettered(
    "Law 25/2018 art. 29 cl. 1",
    "pt. a b c d",
    "tố cáo bằng đơn hoặc trực tiếp, đúng hình thức, có chữ ký",
    "người tố cáo đủ năng lực hành vi hoặc có người đại diện",
    "vụ việc thuộc thẩm quyền giải quyết của nơi nhận",
    "có cơ sở để xác định người vi phạm và hành vi vi phạm",
)

PROHIBITED: Final[tuple[Item, ...]] = lettered(
    "Law 25/2018 art. 8",
    "cl. 1 2 3 4 5 6 7 8 9 10 11 12 13",
    "cản trở, gây khó khăn, phiền hà cho người tố cáo",
    "thiếu trách nhiệm, phân biệt đối xử khi giải quyết",
    "làm lộ danh tính người tố cáo",
    "làm mất, làm sai lệch hồ sơ, tài liệu",
    "không giải quyết, cố ý giải quyết sai, lợi dụng chức vụ",
    "không bảo vệ hoặc bảo vệ không đầy đủ người tố cáo",
    "can thiệp trái pháp luật, cản trở việc giải quyết",
    "đe dọa, mua chuộc, trả thù, trù dập, xúc phạm người tố cáo",
    "bao che người bị tố cáo",
    "cố ý tố cáo sai, xúi người khác tố cáo sai, mượn tên người khác",
    "mua chuộc, đe dọa, trả thù, xúc phạm người giải quyết",
    "lợi dụng tố cáo để chống Nhà nước, gây rối, vu khống",
    "đưa tin sai sự thật về việc tố cáo",
)

CONCLUSION_PUBLISHED: Final[tuple[Item, ...]] = lettered(
    "Law 25/2018 art. 40 cl. 2",
    "pt. a b c d",
    "công bố tại cuộc họp nơi người bị tố cáo công tác",
    "niêm yết tại trụ sở hoặc nơi tiếp công dân",
    "đăng trên cổng thông tin điện tử hoặc mạng nội bộ",
    "thông báo trên phương tiện thông tin đại chúng",
)

STOPPED: Final[tuple[Item, ...]] = lettered(
    "Law 25/2018 art. 34 cl. 3",
    "pt. a b c",
    "người tố cáo rút toàn bộ và không có căn cứ phải giải quyết tiếp",
    "người bị tố cáo chết, nội dung chỉ liên quan người đó",
    "vụ việc đã được giải quyết bằng bản án, quyết định có hiệu lực",
)

SUSPENDED: Final[tuple[Item, ...]] = lettered(
    "Law 25/2018 art. 34 cl. 1",
    "pt. a b",
    "đợi kết quả giải quyết của nơi khác hoặc vụ việc khác",
    "đợi giám định bổ sung, giám định lại",
)

SETTLED_AGAIN: Final[tuple[Item, ...]] = lettered(
    "Law 25/2018 art. 37 cl. 3",
    "pt. a b c",
    "xác minh hoặc kết luận thiếu chính xác, thiếu khách quan",
    "bỏ sót thông tin, tài liệu, chứng cứ quan trọng",
    "áp dụng không đúng pháp luật khi xác minh, kết luận",
)

DENUNCIATION_FILE: Final[tuple[Item, ...]] = lettered(
    "Law 25/2018 art. 39 cl. 1",
    "pt. a b c d đ e g h i",
    "đơn tố cáo; giấy tờ kiểm tra thông tin người tố cáo",
    "quyết định thụ lý; văn bản giao xác minh",
    "biên bản xác minh, kết quả giám định, chứng cứ thu được",
    "giải trình của người bị tố cáo và biên bản làm việc",
    "báo cáo kết quả xác minh, nếu giao người khác xác minh",
    "quyết định tạm đình chỉ, quyết định tiếp tục giải quyết",
    "kết luận nội dung tố cáo hoặc quyết định đình chỉ",
    "quyết định xử lý, văn bản kiến nghị xử lý",
    "tài liệu khác có liên quan",
)

REFUSED_RECEPTION: Final[tuple[Item, ...]] = (
    *lettered(
        "Law 42/2013 art. 9",
        "cl. 1 2 3",
        "người say, người mất khả năng nhận thức hoặc điều khiển hành vi",
        "người đe dọa, xúc phạm, vi phạm nội quy nơi tiếp công dân",
        "vụ việc đã giải quyết đúng, đã rà soát, thông báo mà vẫn kéo dài",
    ),
    *lettered(
        "Decree 154/2026 art. 4 cl. 1",
        "pt. a b c d đ e g h i k",
        "người mang vũ khí, chất nguy hiểm mà không gửi hoặc giao nộp",
        "người không chấp hành kiểm tra an ninh",
        "người tự ý ghi âm, ghi hình, phát trực tiếp khi không được phép",
        "người kích động, lôi kéo, gây rối trật tự",
        "người chưa đủ năng lực hành vi mà không có người đại diện",
        "người đại diện, người được ủy quyền không có giấy tờ chứng minh",
        "nội dung không phải khiếu nại, tố cáo, kiến nghị, phản ánh",
        "kiến nghị, phản ánh đã được trả lời, không có tình tiết mới",
        "đã có bản án, quyết định có hiệu lực, không được xem xét lại",
        "vụ việc đang được nơi khác thụ lý, giải quyết",
    ),
)

EXTRAORDINARY_RECEPTION: Final[tuple[Item, ...]] = lettered(
    "Law 42/2013 art. 18 cl. 3",
    "pt. a b",
    "vụ việc gay gắt, phức tạp, đông người hoặc liên quan nhiều cơ quan",
    "vụ việc có thể gây hậu quả nghiêm trọng nếu không chỉ đạo kịp thời",
)

RECEPTION_NOTICE: Final[tuple[Item, ...]] = lettered(
    "Law 42/2013 art. 24 cl. 2",
    "pt. a b c",
    "nơi tiếp công dân",
    "thời gian tiếp công dân thường xuyên",
    "lịch tiếp của người đứng đầu, thành phần dự, nội dung dự kiến",
)

ONLINE_RECEPTION: Final[tuple[Item, ...]] = lettered(
    "Decree 154/2026 art. 20",
    "cl. 1 2 3 4 5",
    "việc phức tạp, kéo dài, cần nhiều cơ quan ở nhiều nơi",
    "người ở vùng sâu, vùng xa, người già yếu, khuyết tật có nguyện vọng",
    "thiên tai, dịch bệnh, an ninh, trật tự gây khó cho tiếp trực tiếp",
    "tố cáo phức tạp mà người tố cáo không yêu cầu giữ kín danh tính",
    "vụ việc khác theo yêu cầu thực tiễn",
)

RECEPTION_BOOK: Final[tuple[Item, ...]] = listed(
    "Decree 154/2026 art. 27 cl. 1",
    number="số thứ tự",
    day="ngày tiếp",
    person="họ tên, địa chỉ",
    identity="số căn cước hoặc hộ chiếu",
    content="nội dung trình bày",
    kind="loại đơn",
    people="số người",
    handled_by="cơ quan đã giải quyết",
    ours="thuộc thẩm quyền",
    guided="hướng dẫn",
    accepted_by="cơ quan thụ lý",
    followed="theo dõi kết quả",
    note="ghi chú",
)

RECEPTION_ANSWERS: Final[tuple[Item, ...]] = lettered(
    "Law 42/2013 art. 28 cl. 1",
    "pt. a b c d",
    "đã được thụ lý để giải quyết",
    "cần thêm thời gian để xác minh trước khi thụ lý",
    "từ chối thụ lý vì không thuộc thẩm quyền hoặc không đủ điều kiện",
    "đã chuyển đến nơi có thẩm quyền giải quyết",
)

INSPECTED: Final[tuple[Item, ...]] = lettered(
    "LDC art. 30",
    "cl. 1 2",
    "việc thực hiện những nội dung Nhân dân đã bàn, quyết định",
    "việc thực hiện dân chủ, chính sách, pháp luật ở cấp xã",
)

INSPECTION_FORMS: Final[tuple[Item, ...]] = lettered(
    "LDC art. 31 cl. 1",
    "pt. a b c d",
    "qua lao động, sản xuất, học tập, sinh hoạt ở cộng đồng",
    "quan sát, tìm hiểu, giao tiếp với cán bộ và người dân",
    "tiếp cận thông tin công khai và báo cáo của chính quyền",
    "dự đối thoại, tiếp xúc cử tri, tiếp công dân, họp cộng đồng",
)

FEEDBACK_ADDRESSEES: Final[tuple[Item, ...]] = listed(
    "LDC art. 34 cl. 2",
    commune="chính quyền, cán bộ, công chức cấp xã",
    village="Trưởng thôn, Tổ trưởng tổ dân phố",
    front="Ban công tác Mặt trận ở thôn, tổ dân phố",
    unions="tổ chức, đoàn thể mà mình là thành viên",
    deputies="đại biểu Quốc hội, đại biểu Hội đồng nhân dân",
    boards="Ban Thanh tra nhân dân, Ban Giám sát đầu tư của cộng đồng",
)

COMMUNE_DUTIES: Final[tuple[Item, ...]] = lettered(
    "LDC art. 35 cl. 2",
    "pt. a b c d đ",
    "hệ thống đánh giá hài lòng, nhận góp ý, phản ánh, kiến nghị",
    "giải quyết, giải trình, trả lời kịp thời hoặc chuyển lên trên",
    "cùng Mặt trận ban hành quy chế thực hiện dân chủ",
    "điều kiện cho Ban Thanh tra nhân dân, Ban Giám sát đầu tư",
    "xử lý người cản trở, trả thù, trù dập",
)

RULE_FEEDBACK_CONTENT: Final[tuple[Item, ...]] = lettered(
    "Decree 20/2008 art. 5",
    "cl. 1 2 3 4 5 6 7 8",
    "vướng mắc do chậm trễ, gây phiền hà, làm không đúng quy định",
    "quy định không phù hợp với thực tế",
    "quy định không đồng bộ, không thống nhất",
    "quy định không hợp pháp",
    "quy định trái với điều ước quốc tế",
    "vấn đề khác về quy định hành chính",
    "phương án xử lý những phản ánh trên",
    "sáng kiến ban hành quy định mới",
)

RULE_FEEDBACK_FORMS: Final[tuple[Item, ...]] = lettered(
    "Decree 20/2008 art. 6",
    "cl. 1 2 3",
    "văn bản: đến nộp, gửi bưu chính, gửi qua mạng",
    "điện thoại: số chuyên dùng đã công bố",
    "phiếu lấy ý kiến, khi cơ quan muốn hỏi",
)

RULE_FEEDBACK_CRITERIA: Final[tuple[Item, ...]] = listed(
    "Decree 20/2008 art. 14 cl. 2 pt. c",
    necessary="sự cần thiết",
    lawful="tính hợp lý, hợp pháp",
    simple="tính đơn giản, dễ hiểu",
    feasible="tính khả thi",
    consistent="sự thống nhất với các quy định khác",
    treaties="sự phù hợp với điều ước quốc tế",
)

RULE_FEEDBACK_OUTCOMES: Final[tuple[Item, ...]] = lettered(
    "Decree 20/2008 art. 15",
    "cl. 1 2 3",
    "sửa đổi, bổ sung, bãi bỏ, hủy bỏ theo thẩm quyền",
    "kiến nghị nơi có thẩm quyền xem xét",
    "ban hành hoặc kiến nghị ban hành quy định mới",
)

RULE_FEEDBACK_PUBLISHED: Final[tuple[Item, ...]] = lettered(
    "Decree 20/2008 art. 19",
    "cl. 1 2 3 4",
    "đăng trên cổng, trang thông tin điện tử",
    "thông báo trên phương tiện thông tin đại chúng",
    "gửi công văn cho người phản ánh, kiến nghị",
    "hình thức khác",
)

INFORMATION_CLOSED: Final[tuple[Item, ...]] = lettered(
    "Law 104/2016 art. 6",
    "cl. 1 2",
    "thông tin thuộc bí mật nhà nước",
    "thông tin gây nguy hại, bí mật công tác, họp và tài liệu nội bộ",
)

INFORMATION_CONDITIONAL: Final[tuple[Item, ...]] = lettered(
    "Law 104/2016 art. 7",
    "cl. 1 2 3",
    "bí mật kinh doanh: khi chủ sở hữu đồng ý",
    "đời sống riêng tư, bí mật cá nhân, gia đình: khi người đó đồng ý",
    "không cần đồng ý khi cần vì lợi ích công cộng, sức khỏe cộng đồng",
)

INFORMATION_REFUSED: Final[tuple[Item, ...]] = lettered(
    "Law 104/2016 art. 28 cl. 1",
    "pt. a b c d đ e",
    "thông tin không được tiếp cận, hoặc chưa đủ điều kiện tiếp cận",
    "thông tin đã được công khai",
    "thông tin không thuộc trách nhiệm cung cấp",
    "đã cung cấp hai lần cho chính người này, thiếu lý do chính đáng",
    "vượt quá khả năng hoặc ảnh hưởng hoạt động bình thường của cơ quan",
    "người yêu cầu không trả chi phí in, sao, chụp, gửi",
)

INFORMATION_REQUEST: Final[tuple[Item, ...]] = lettered(
    "Law 104/2016 art. 24 cl. 2",
    "pt. a b c d",
    "họ tên, nơi cư trú, số giấy tờ tùy thân, cách liên hệ",
    "thông tin cần cung cấp: tên văn bản, hồ sơ, tài liệu",
    "hình thức cung cấp",
    "lý do, mục đích yêu cầu",
)
