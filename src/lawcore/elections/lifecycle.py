"""How an election and a dismissal go, step by step."""

from types import MappingProxyType
from typing import Final

from lawcore.lifecycles import Lifecycle, Move

_HALF: Final = "quá một nửa tổng số hộ của thôn tán thành"
_SEND: Final = "deadline.decision.to_commune"

ELECTION: Final = Lifecycle(
    code="election",
    name="Bầu Trưởng thôn",
    states=MappingProxyType(
        {
            "due": "cần bầu Trưởng thôn",
            "acting": "có Trưởng thôn lâm thời, chờ bầu",
            "called": "đã có quyết định tổ chức bầu",
            "listed": "đã có danh sách chính thức người ứng cử",
            "team_set": "đã có Tổ bầu cử",
            "announced": "đã thông báo các quyết định đến thôn",
            "invited": "đã mời họp",
            "ballots": "phát phiếu vì cuộc họp không đủ người",
            "elected": "có người trúng cử",
            "sent": "đã gửi kết quả, chờ xã công nhận",
            "no_winner": "không có người trúng cử",
            "again": "phải bầu lại",
            "refused": "xã không công nhận",
            "in_office": "Trưởng thôn chính thức hoạt động",
        }
    ),
    events=MappingProxyType(
        {
            "appoint_acting": "cử Trưởng thôn lâm thời",
            "decide": "quyết định tổ chức bầu",
            "list": "gửi danh sách chính thức người ứng cử",
            "set_team": "thành lập Tổ bầu cử",
            "announce": "thông báo, niêm yết các quyết định",
            "invite": "thông báo cuộc họp bầu",
            "elect": "có người được bầu",
            "elect_nobody": "không ai được bầu",
            "too_few": "không đủ số hộ dự họp",
            "send": "gửi kết quả về xã",
            "recognise": "công nhận người trúng cử",
            "order_again": "quyết định bầu lại",
            "refuse": "trả lời không công nhận, nêu lý do",
        }
    ),
    moves=(
        Move(
            "due",
            "appoint_acting",
            "acting",
            "Decree 59/2023 art. 9 cl. 3; Decree 185/2026 art. 4 cl. 2",
            guard="xã đã thống nhất với Mặt trận xã",
        ),
        Move("due", "decide", "called", "Decree 59/2023 art. 6 cl. 1 pt. a", deadline="latest.election.decision"),
        Move("acting", "decide", "called", "Decree 59/2023 art. 6 cl. 1 pt. a", deadline="latest.election.decision"),
        Move(
            "called",
            "list",
            "listed",
            "Decree 59/2023 art. 6 cl. 2",
            guard="chi ủy đã có ý kiến, danh sách có ít nhất một người",
            deadline="latest.election.candidates",
        ),
        Move(
            "listed",
            "set_team",
            "team_set",
            "Decree 59/2023 art. 6 cl. 1 pt. b",
            guard="đã thống nhất với Mặt trận xã, không ai trong Tổ đang ứng cử",
            deadline="latest.election.team",
        ),
        Move(
            "team_set", "announce", "announced", "Decree 59/2023 art. 6 cl. 1 pt. b", deadline="latest.election.notice"
        ),
        Move(
            "announced", "invite", "invited", "Decree 59/2023 art. 3 cl. 3", deadline="latest.election.meeting_notice"
        ),
        Move("invited", "elect", "elected", "LDC art. 21 cl. 1; Decree 59/2023 art. 7", guard=_HALF),
        Move(
            "invited", "elect_nobody", "no_winner", "Decree 59/2023 art. 3 cl. 5 pt. d", guard="không ai được quá nửa"
        ),
        Move(
            "invited",
            "too_few",
            "ballots",
            "LDC art. 19 cl. 1 pt. b; Decree 59/2023 art. 4 cl. 1 pt. b",
            guard="số hộ dự không quá một nửa tổng số hộ",
        ),
        Move("ballots", "elect", "elected", "LDC art. 21 cl. 1; Decree 59/2023 art. 4 cl. 6 pt. b", guard=_HALF),
        Move(
            "ballots", "elect_nobody", "no_winner", "Decree 59/2023 art. 4 cl. 6 pt. b", guard="không ai được quá nửa"
        ),
        Move("elected", "send", "sent", "LDC art. 20 cl. 3; Decree 59/2023 art. 3 cl. 5 pt. d", deadline=_SEND),
        Move("no_winner", "order_again", "again", "Decree 59/2023 art. 3 cl. 5 pt. d", guard="biên bản nêu rõ lý do"),
        Move("sent", "recognise", "in_office", "Decree 59/2023 art. 8", deadline="deadline.election.recognition"),
        Move("sent", "order_again", "again", "Decree 59/2023 art. 8", deadline="deadline.election.recognition"),
        Move("sent", "refuse", "refused", "Decree 59/2023 art. 8", deadline="deadline.election.recognition"),
        Move("again", "decide", "called", "Decree 59/2023 art. 6 cl. 1 pt. a", deadline="latest.election.decision"),
    ),
)

DISMISSAL: Final = Lifecycle(
    code="dismissal",
    name="Cho thôi làm Trưởng thôn",
    states=MappingProxyType(
        {
            "in_office": "đang làm Trưởng thôn",
            "petitioned": "các hộ đã kiến nghị cho thôi",
            "requested": "đã đề nghị Chủ tịch Ủy ban nhân dân cấp xã",
            "convened": "đã mời họp thôn",
            "ballots": "phát phiếu vì cuộc họp không đủ người",
            "agreed": "thôn tán thành cho thôi",
            "not_agreed": "thôn chưa thống nhất",
            "sent": "đã gửi quyết định, chờ xã công nhận",
            "stays": "tiếp tục làm Trưởng thôn",
            "dismissed": "đã thôi làm Trưởng thôn",
            "acting": "có Trưởng thôn lâm thời",
            "election_called": "đã quyết định bầu Trưởng thôn mới",
        }
    ),
    events=MappingProxyType(
        {
            "ask_to_leave": "Trưởng thôn gửi đơn xin thôi",
            "petition": "các hộ kiến nghị",
            "propose": "Trưởng ban công tác Mặt trận đề nghị",
            "convene": "mời họp thôn để cho thôi",
            "agree": "thôn tán thành",
            "disagree": "thôn không đạt tỷ lệ tán thành",
            "too_few": "không đủ số hộ dự họp",
            "send": "gửi quyết định về xã",
            "recognise": "công nhận kết quả cho thôi",
            "refuse": "trả lời không công nhận, nêu lý do",
            "commune_dismisses": "xã quyết định cho thôi",
            "commune_keeps": "xã quyết định không cho thôi",
            "appoint_acting": "cử Trưởng thôn lâm thời",
            "decide_election": "quyết định bầu Trưởng thôn mới",
        }
    ),
    moves=(
        Move("in_office", "ask_to_leave", "requested", "Decree 59/2023 art. 9 cl. 1 pt. a", guard="đơn nêu rõ lý do"),
        Move(
            "in_office",
            "petition",
            "petitioned",
            "Decree 59/2023 art. 9 cl. 1 pt. b",
            guard="từ một nửa tổng số hộ trở lên",
        ),
        Move(
            "in_office",
            "propose",
            "requested",
            "Decree 59/2023 art. 9 cl. 1 pt. b",
            guard="có một trong các lý do của luật",
        ),
        Move("petitioned", "propose", "requested", "Decree 59/2023 art. 9 cl. 1 pt. b"),
        Move(
            "requested",
            "convene",
            "convened",
            "Decree 59/2023 art. 3 cl. 1 pt. c; Decree 59/2023 art. 3 cl. 3",
            guard="Trưởng ban công tác Mặt trận chủ trì; nếu cùng là một người thì Chủ tịch xã chủ trì",
            deadline="latest.dismissal.meeting_notice",
        ),
        Move("convened", "agree", "agreed", "LDC art. 21 cl. 1; Decree 59/2023 art. 9 cl. 2", guard=_HALF),
        Move("convened", "disagree", "not_agreed", "Decree 59/2023 art. 9 cl. 3"),
        Move(
            "convened",
            "too_few",
            "ballots",
            "LDC art. 19 cl. 1 pt. b; Decree 59/2023 art. 4 cl. 1 pt. b",
            guard="số hộ dự không quá một nửa tổng số hộ",
        ),
        Move("ballots", "agree", "agreed", "LDC art. 21 cl. 1; Decree 59/2023 art. 4 cl. 6 pt. b", guard=_HALF),
        Move("ballots", "disagree", "not_agreed", "Decree 59/2023 art. 4 cl. 6 pt. b; Decree 59/2023 art. 9 cl. 3"),
        Move("agreed", "send", "sent", "LDC art. 20 cl. 3; Decree 59/2023 art. 3 cl. 5 pt. d", deadline=_SEND),
        Move(
            "sent", "recognise", "dismissed", "Decree 59/2023 art. 9 cl. 3", deadline="deadline.dismissal.recognition"
        ),
        Move("sent", "refuse", "stays", "Decree 59/2023 art. 9 cl. 3", deadline="deadline.dismissal.recognition"),
        Move(
            "not_agreed",
            "commune_dismisses",
            "dismissed",
            "Decree 59/2023 art. 9 cl. 3",
            guard="đã thống nhất với Mặt trận xã",
        ),
        Move(
            "not_agreed",
            "commune_keeps",
            "stays",
            "Decree 59/2023 art. 9 cl. 3",
            guard="đã thống nhất với Mặt trận xã",
        ),
        Move(
            "dismissed",
            "appoint_acting",
            "acting",
            "Decree 59/2023 art. 9 cl. 3; Decree 185/2026 art. 4 cl. 2",
            guard="xã đã thống nhất với Mặt trận xã",
        ),
        Move(
            "dismissed",
            "decide_election",
            "election_called",
            "Decree 59/2023 art. 9 cl. 3",
            deadline="deadline.dismissal.new_election",
        ),
        Move(
            "acting",
            "decide_election",
            "election_called",
            "Decree 59/2023 art. 9 cl. 3",
            deadline="deadline.dismissal.new_election",
        ),
    ),
)
