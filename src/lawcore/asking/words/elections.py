"""Village heads: elections, terms, dismissals."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

TITLES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "election.steps": ("Lịch một cuộc bầu cử Trưởng thôn", "Mọi việc phải làm trước và sau ngày bầu cử."),
        "election.in_time": ("Việc chuẩn bị bầu cử có kịp không", "So ngày đã làm với ngày muộn nhất."),
        "election.candidate_list": ("Danh sách ứng cử có đủ người không", "Số người trong danh sách chính thức."),
        "election.eligible": ("Có đủ điều kiện ứng cử Trưởng thôn không", "Tuổi, nơi ở và các trường hợp loại trừ."),
        "election.team_lawful": ("Tổ bầu cử có đúng thành phần không", "Ai làm tổ trưởng, ai không được tham gia."),
        "election.chair": ("Ai chủ trì cuộc họp bầu cử", "Tùy cuộc họp và ai đang giữ chức."),
        "election.chair_lawful": ("Người chủ trì có đúng không", "So người đã chủ trì với người phải chủ trì."),
        "election.form_allowed": ("Hình thức bầu cử có được dùng không", "Bầu tại cuộc họp hay bằng phát phiếu."),
        "election.enough_present": ("Số hộ dự có đủ để bầu không", "Có thể có người đạt quá một nửa hay không."),
        "election.elected": ("Có trúng cử không", "Quá một nửa tổng số hộ của thôn."),
        "village_head.takes_office": ("Trưởng thôn làm việc từ ngày nào", "Từ ngày được công nhận."),
        "village_head.term_ends": ("Nhiệm kỳ Trưởng thôn hết ngày nào", "Tính cả phần điều chỉnh của xã."),
        "acting_head.ends": ("Trưởng thôn lâm thời làm đến ngày nào", "Đến khi bầu được người mới, và không quá hạn."),
        "dismissal.can_begin": ("Có được đưa việc cho thôi ra thôn không", "Đơn, đề nghị hoặc kiến nghị của các hộ."),
        "dismissal.petition": ("Kiến nghị cho thôi có đủ hộ không", "Từ một nửa tổng số hộ trở lên."),
        "dismissal.agreed": ("Thôn có đồng ý cho thôi không", "Quá một nửa tổng số hộ của thôn."),
        "dismissal.decided_by": ("Ai quyết định việc cho thôi", "Sau khi thôn đã biểu quyết."),
        "deadline.election.recognition": ("Công nhận kết quả bầu Trưởng thôn", "Từ ngày nhận được kết quả."),
        "deadline.dismissal.recognition": ("Công nhận kết quả cho thôi Trưởng thôn", "Từ ngày nhận được quyết định."),
        "deadline.dismissal.new_election": ("Quyết định bầu Trưởng thôn mới", "Từ ngày công nhận việc cho thôi."),
        "latest.election.decision": ("Ra quyết định tổ chức bầu cử", "Trước ngày bầu cử."),
        "latest.election.candidates": ("Gửi biên bản danh sách ứng cử", "Trước ngày bầu cử."),
        "latest.election.team": ("Lập Tổ bầu cử", "Trước ngày bầu cử."),
        "latest.election.notice": ("Thông báo các quyết định đến Nhân dân", "Trước ngày bầu cử."),
        "latest.election.meeting_notice": ("Báo họp bầu cử cho các hộ", "Trước ngày bầu cử."),
        "latest.dismissal.meeting_notice": ("Báo họp việc cho thôi cho các hộ", "Trước ngày họp."),
        "minimum.election.day": ("Ngày bầu cử sớm nhất", "Từ ngày ra quyết định tổ chức bầu cử."),
    }
)
PARAMETERS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "born": ("Ngày sinh", "của người ứng cử"),
        "candidates": ("Số người ứng cử", "trong danh sách chính thức"),
        "election.team_lawful.candidates": ("Số thành viên đang ứng cử", "người ứng cử không được ở trong Tổ"),
        "chaired_by": ("Người đã chủ trì", "chức danh"),
        "citizen": ("Là công dân Việt Nam", "true hoặc false"),
        "disciplined": ("Đang bị kỷ luật", "true nếu đang trong thời gian bị kỷ luật"),
        "done_on": ("Ngày đã làm", "ngày việc chuẩn bị được làm xong"),
        "elected_on": ("Ngày bầu được người mới", "chưa bầu thì bỏ trống"),
        "election.team_lawful.front_agrees": ("Mặt trận cấp xã đã thống nhất", "trước khi lập Tổ"),
        "front_leads": ("Đại diện Ban công tác Mặt trận làm tổ trưởng", "true hoặc false"),
        "front_proposes": ("Trưởng ban công tác Mặt trận đề nghị", "true hoặc false"),
        "head_leads_front": ("Trưởng thôn kiêm Trưởng ban công tác Mặt trận", "true nếu một người giữ hai chức"),
        "household_members": ("Số thành viên đại diện hộ", "trong Tổ bầu cử"),
        "letter": ("Có đơn của Trưởng thôn", "đơn xin thôi"),
        "organisations": ("Số thành viên đại diện đoàn thể", "trong Tổ bầu cử"),
        "prosecuted": ("Đang bị truy cứu trách nhiệm hình sự", "true hoặc false"),
        "resident": ("Cư trú thường xuyên tại xã", "true hoặc false"),
        "same_village": ("Ở ngay trong thôn", "true hoặc false"),
        "serving": ("Đang chấp hành hình phạt hoặc biện pháp xử lý", "true hoặc false"),
        "shift_months": ("Số tháng điều chỉnh nhiệm kỳ", "số âm là rút ngắn"),
        "vacant": ("Đang khuyết Trưởng thôn", "true nếu chưa có Trưởng thôn"),
    }
)
CHOICES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "Decider": {
            "commune-recognises": "Ủy ban nhân dân cấp xã công nhận",
            "commune-with-front": "Ủy ban nhân dân cấp xã, sau khi thống nhất với Mặt trận",
        },
        "Preparation": {
            "decision": "quyết định tổ chức bầu cử",
            "candidates": "gửi danh sách ứng cử",
            "team": "lập Tổ bầu cử",
            "notice": "thông báo các quyết định",
            "meeting-notice": "báo họp cho các hộ",
        },
        "Meeting": {"election": "bầu Trưởng thôn", "dismissal": "cho thôi làm Trưởng thôn", "other": "việc khác"},
        "ElectionForm": {"meeting": "tại cuộc họp", "ballot": "phát phiếu", "online": "trực tuyến"},
        "Ground": {
            "own-wish": "tự xin thôi",
            "lost-trust": "không còn được tín nhiệm",
            "tasks-not-done": "không hoàn thành nhiệm vụ",
            "peoples-rights": "xâm phạm quyền làm chủ của Nhân dân",
            "corruption-waste": "tham ô, tham nhũng, lãng phí",
            "disobedience": "không chấp hành cấp trên",
            "breach-of-law": "vi phạm pháp luật",
            "petition": "các hộ kiến nghị",
        },
    }
)
