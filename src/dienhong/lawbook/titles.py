"""What each list of the texts is called. The words are those of the law's own matters and stay Vietnamese."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

BALLOTS: Final = {
    "decision.matters": "Những việc dân bàn và quyết định",
    "decision.forms": "Các hình thức dân bàn và quyết định",
    "decision.content": "Quyết định của cộng đồng phải ghi những gì",
    "decision.documents": "Quyết định được ghi thành văn bản nào",
    "decision.signatures": "Ai ký quyết định của cộng đồng",
    "decision.change_grounds": "Khi nào quyết định bị sửa đổi, bãi bỏ",
    "decision.duties": "Ai làm gì để thực hiện quyết định",
    "decision.templates": "Các mẫu giấy tờ họp và lấy phiếu",
    "initiative.methods": "Các cách lấy ý kiến cho sáng kiến của dân",
    "meeting.steps": "Các bước của một cuộc họp thôn",
    "meeting.notice": "Các cách báo tin họp thôn",
    "meeting.cluster_plan": "Kế hoạch họp theo cụm dân cư gồm những gì",
    "ballot.cases": "Khi nào được phát phiếu lấy ý kiến",
    "ballot.plan": "Kế hoạch phát phiếu gồm những gì",
    "ballot.team": "Tổ phát phiếu gồm những ai",
    "ballot.announcement": "Trước khi phát phiếu phải báo những gì",
    "ballot.paper": "Trên phiếu lấy ý kiến phải có những gì",
    "online.conditions": "Điều kiện biểu quyết trực tuyến",
    "online.team": "Tổ biểu quyết trực tuyến gồm những ai",
    "online.options": "Biểu quyết trực tuyến có những lựa chọn nào",
    "online.member": "Người biểu quyết trực tuyến phải ghi những gì",
    "online.minutes": "Biên bản biểu quyết trực tuyến gồm những gì",
}
CONVENTIONS: Final = {
    "convention.content": "Hương ước có thể quy định những gì",
    "convention.forbidden": "Hương ước không được có những gì",
    "convention.form": "Hương ước phải có hình thức thế nào",
    "convention.steps": "Các bước xây dựng hương ước",
    "convention.team": "Tổ soạn thảo hương ước gồm những ai",
    "convention.support_forms": "Các cách lấy ý kiến ủng hộ đề xuất hương ước",
    "convention.opinion_forms": "Các cách lấy ý kiến vào dự thảo hương ước",
    "convention.dossier": "Hồ sơ đề nghị công nhận hương ước",
    "convention.conditions": "Điều kiện công nhận hương ước",
    "convention.suspension_grounds": "Khi nào hương ước bị tạm ngừng",
    "convention.abolition_grounds": "Khi nào hương ước bị bãi bỏ",
    "convention.channels": "Các cách phổ biến hương ước",
    "convention.yearly": "Việc hằng năm về hương ước",
    "convention.statistics": "Báo cáo về hương ước gồm những gì",
    "convention.templates": "Các mẫu văn bản về hương ước",
}
ELECTIONS: Final = {
    "village_head.standards": "Tiêu chuẩn của Trưởng thôn",
    "village_head.running_the_village": "Trưởng thôn làm gì cho việc tự quản",
    "village_head.tasks_by_law": "Trưởng thôn làm gì theo pháp luật",
    "village_head.powers": "Quyền của Trưởng thôn",
    "dismissal.grounds": "Khi nào Trưởng thôn được cho thôi",
}
BOARDS: Final = {
    "board.tasks.commune": "Nhiệm vụ của Ban Thanh tra nhân dân ở xã",
    "board.tasks.agency": "Nhiệm vụ của Ban Thanh tra nhân dân ở cơ quan, đơn vị",
    "board.tasks.enterprise": "Nhiệm vụ của Ban Thanh tra nhân dân ở doanh nghiệp nhà nước",
    "board.tasks.investment": "Nhiệm vụ của Ban Giám sát đầu tư của cộng đồng",
    "board.powers.investment": "Quyền của Ban Giám sát đầu tư của cộng đồng",
    "board.projects.investment": "Cộng đồng giám sát những dự án nào",
    "board.standards.commune": "Tiêu chuẩn thành viên Ban Thanh tra nhân dân ở xã",
    "board.standards.agency": "Tiêu chuẩn thành viên Ban Thanh tra nhân dân ở cơ quan, đơn vị",
    "board.standards.enterprise": "Tiêu chuẩn thành viên Ban Thanh tra nhân dân ở doanh nghiệp",
    "board.standards.investment": "Tiêu chuẩn thành viên Ban Giám sát đầu tư của cộng đồng",
    "board.plan.commune": "Kế hoạch của Ban Thanh tra nhân dân ở xã gồm những gì",
    "board.plan.agency": "Kế hoạch của Ban Thanh tra nhân dân ở cơ quan gồm những gì",
    "board.plan.enterprise": "Kế hoạch của Ban Thanh tra nhân dân ở doanh nghiệp gồm những gì",
    "board.plan.investment": "Kế hoạch giám sát đầu tư gồm những gì",
    "board.rhythm.commune.plan": "Ban Thanh tra nhân dân ở xã lập kế hoạch khi nào",
    "board.rhythm.commune.report": "Ban Thanh tra nhân dân ở xã báo cáo khi nào",
    "board.rhythm.agency.plan": "Ban Thanh tra nhân dân ở cơ quan lập kế hoạch khi nào",
    "board.rhythm.agency.report": "Ban Thanh tra nhân dân ở cơ quan báo cáo khi nào",
    "board.rhythm.enterprise.plan": "Ban Thanh tra nhân dân ở doanh nghiệp lập kế hoạch khi nào",
    "board.rhythm.enterprise.report": "Ban Thanh tra nhân dân ở doanh nghiệp báo cáo khi nào",
    "board.rhythm.investment.plan": "Ban Giám sát đầu tư lập kế hoạch khi nào",
    "board.rhythm.investment.report": "Ban Giám sát đầu tư báo cáo khi nào",
}
DISCLOSURES: Final = {
    "disclosure.commune": "Những nội dung xã phải công khai",
    "disclosure.commune.forms": "Các hình thức công khai của xã",
    "disclosure.commune.notices": "Trưởng thôn báo cho dân bằng cách nào",
    "disclosure.agency": "Những nội dung cơ quan, đơn vị phải công khai",
    "disclosure.agency.forms": "Các hình thức công khai trong cơ quan, đơn vị",
    "disclosure.enterprise": "Những nội dung doanh nghiệp nhà nước phải công khai",
    "disclosure.enterprise.encouraged": "Nội dung doanh nghiệp được khuyến khích công khai",
    "disclosure.enterprise.forms": "Các hình thức công khai trong doanh nghiệp nhà nước",
}
CONSULTATIONS: Final = {
    "consultation.commune": "Những việc xã phải hỏi ý kiến dân",
    "consultation.commune.ways": "Các cách xã lấy ý kiến dân",
    "consultation.agency": "Những việc cơ quan phải hỏi ý kiến người làm việc",
    "consultation.agency.ways": "Các cách tham gia ý kiến trong cơ quan, đơn vị",
    "consultation.enterprise": "Những việc doanh nghiệp nhà nước phải hỏi người lao động",
    "consultation.enterprise.on_request": "Những việc hỏi người lao động khi tổ chức công đoàn yêu cầu",
    "consultation.enterprise.ways": "Các cách tham gia ý kiến trong doanh nghiệp",
    "consultation.plan": "Kế hoạch lấy ý kiến gồm những gì",
}
CONFERENCES: Final = {
    "conference.village.plan": "Kế hoạch hội nghị thôn gồm những gì",
    "conference.village.plan_to": "Kế hoạch hội nghị thôn gửi đến đâu",
    "conference.village.notice": "Báo họp hội nghị thôn phải nêu những gì",
    "conference.village.notice_ways": "Các cách báo họp hội nghị thôn",
    "conference.village.attendees": "Ai dự hội nghị thôn",
    "conference.village.reports": "Ai báo cáo tại hội nghị thôn",
    "conference.village.steps": "Các bước của hội nghị thôn",
    "conference.agency.matters": "Những việc hội nghị cơ quan, đơn vị quyết định",
    "conference.agency.contents": "Nội dung hội nghị cơ quan, đơn vị hằng năm",
    "conference.agency.steps": "Các bước của hội nghị cơ quan, đơn vị",
    "conference.enterprise.matters": "Những việc người lao động quyết định",
}
PETITIONS: Final = {
    "petition.complex": "Thế nào là vụ việc phức tạp",
    "complaint.letter": "Đơn khiếu nại phải ghi những gì",
    "complaint.not_accepted": "Những khiếu nại không được thụ lý",
    "complaint.good_reasons": "Lý do chính đáng khi khiếu nại trễ hạn",
    "complaint.first_decision": "Quyết định giải quyết lần đầu phải có những gì",
    "complaint.second_decision": "Quyết định giải quyết lần hai phải có những gì",
    "complaint.published": "Các cách công khai quyết định giải quyết khiếu nại",
    "denunciation.conditions": "Điều kiện thụ lý tố cáo",
    "denunciation.prohibited": "Những việc bị cấm khi giải quyết tố cáo",
    "denunciation.suspended": "Khi nào tạm đình chỉ giải quyết tố cáo",
    "denunciation.stopped": "Khi nào đình chỉ giải quyết tố cáo",
    "denunciation.settled_again": "Khi nào giải quyết lại tố cáo",
    "denunciation.file": "Hồ sơ giải quyết tố cáo",
    "denunciation.published": "Các cách công khai kết luận tố cáo",
    "reception.refused": "Khi nào được từ chối tiếp công dân",
    "reception.extraordinary": "Khi nào phải tiếp công dân đột xuất",
    "reception.notice": "Thông báo tiếp công dân phải nêu những gì",
    "reception.online": "Những việc được tiếp công dân trực tuyến",
    "reception.book": "Sổ tiếp công dân phải ghi những gì",
    "reception.answers": "Trả lời người đến nơi tiếp công dân thế nào",
    "feedback.rule_content": "Phản ánh về quy định có thể nêu những gì",
    "feedback.rule_forms": "Các cách gửi phản ánh về quy định",
    "feedback.rule_criteria": "Quy định bị phản ánh được xét theo những gì",
    "feedback.rule_outcomes": "Phản ánh về quy định được xử lý ra sao",
    "feedback.rule_published": "Các cách công khai kết quả xử lý phản ánh",
    "feedback.inspected": "Những việc dân kiểm tra, giám sát",
    "feedback.inspection_forms": "Dân kiểm tra, giám sát bằng cách nào",
    "feedback.addressees": "Dân gửi kiến nghị, phản ánh đến đâu",
    "feedback.commune_duties": "Xã phải làm gì với kiến nghị, phản ánh",
    "information.request": "Phiếu yêu cầu cung cấp thông tin phải ghi những gì",
    "information.closed": "Thông tin công dân không được tiếp cận",
    "information.conditional": "Thông tin được tiếp cận khi có điều kiện",
    "information.refused": "Khi nào được từ chối cung cấp thông tin",
}
CATALOGUES: Final[Mapping[str, str]] = MappingProxyType(
    BALLOTS | CONVENTIONS | ELECTIONS | BOARDS | DISCLOSURES | CONSULTATIONS | CONFERENCES | PETITIONS
)


def title_of(catalogue: str) -> str:
    """What a list is called. One that has no title yet is called by its code, and a test says so."""
    return CATALOGUES.get(catalogue, catalogue)
