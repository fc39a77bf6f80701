"""Where the texts are silent, differ from each other, or can be read in two ways: each a named choice with a default.

A rule that rests on one of them takes it as an argument, is provisional, and says so among its assumptions.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from lawcore.answers import impossible


@dataclass(frozen=True, slots=True)
class Reading:
    """An open question of the texts: what is asked, where, each choice in Vietnamese, and which one is taken."""

    code: str
    asks: str
    cite: str
    choices: Mapping[str, str]
    default: str

    def check(self, choice: str) -> None:
        """Refuses a way of reading that is not among those known."""
        if choice not in self.choices:
            raise impossible(
                f"Không có cách hiểu “{choice}” cho tham số {self.code}. {self.asks}?", allowed=self.choices
            )

    def assumed(self, choice: str | None = None) -> str:
        """One sentence for the assumptions of an answer."""
        return f"{self.asks}: {self.choices[choice or self.default]} (tham số {self.code})."


def reading(code: str, asks: str, *, cite: str, default: str, **choices: str) -> Reading:
    """A reading whose choices are given as `name="câu tiếng Việt"`; the default is one of them."""
    if default not in choices:
        raise ValueError(f"{default!r} is no choice of {code}")
    return Reading(code, asks, cite, MappingProxyType(choices), default)


POSTING_DAYS: Final = reading(
    "posting_inclusive",
    "Ngày bắt đầu niêm yết có tính vào thời hạn tối thiểu không",
    cite="LDC art. 13 cl. 2",
    default="exclusive",
    exclusive="không tính, nên gỡ muộn hơn một ngày cho an toàn",
    inclusive="có tính",
)
BALLOT_WITHOUT_MEETING: Final = reading(
    "bal_case_c_scope",
    "Phát phiếu khi chưa họp áp dụng cho nội dung nào của thôn",
    cite="LDC art. 19 cl. 1 pt. c; Decree 59/2023 art. 4 cl. 1 pt. c",
    default="decree",
    decree="theo Nghị định, chỉ nội dung tự quản khác (khoản 6 Điều 15)",
    law="theo Luật, cả nội dung khoản 1 và khoản 2 Điều 15",
)
VILLAGE_APPROVES: Final = reading(
    "village_approves",
    "Khi nào một thôn được tính là tán thành trong việc của cả xã",
    cite="LDC art. 21 cl. 1",
    default="own_two_thirds",
    own_two_thirds="khi thôn đó đạt tỷ lệ hai phần ba tổng số hộ của mình",
    own_majority="khi quá một nửa tổng số hộ của thôn đó tán thành",
)
OTHER_CONTENT: Final = reading(
    "other_content",
    "Nội dung khác (khoản 14 Điều 11) có phải niêm yết không",
    cite="LDC art. 11 cl. 14; LDC art. 13",
    default="by_regulation",
    by_regulation="theo văn bản hoặc quy chế quy định nội dung đó; Luật chỉ buộc đăng cổng, trang thông tin điện tử",
    as_others="có, như các nội dung phải niêm yết khác",
)
CHANGED_INFORMATION: Final = reading(
    "changed_information",
    "Công khai “kịp thời” phần thông tin thay đổi là khi nào",
    cite="LDC art. 14 cl. 1",
    default="as_new",
    as_new="trong thời hạn như công khai lần đầu; đây là mục tiêu phục vụ, không phải hạn luật định",
    same_day="ngay trong ngày thay đổi; đây là mục tiêu phục vụ, không phải hạn luật định",
)
QUARTERLY_LIST: Final = reading(
    "quarterly_list",
    "Danh sách nội dung đã công khai trong quý phải niêm yết khi nào",
    cite="LDC art. 13 cl. 2",
    default="five_days",
    five_days="trong 5 ngày làm việc sau khi hết quý; đây là mục tiêu phục vụ, không phải hạn luật định",
    quarter_end="ngay ngày cuối quý; đây là mục tiêu phục vụ, không phải hạn luật định",
)
PERIOD_FIGURES: Final = reading(
    "period_figures",
    "Số liệu của quý, 6 tháng, năm phải công khai khi nào, khi luật chuyên ngành chưa được ghi ở đây",
    cite="LDC art. 12 cl. 3",
    default="five_days",
    five_days="trong 5 ngày làm việc sau khi hết kỳ; đây là mục tiêu phục vụ, không phải hạn luật định",
    period_end="ngay ngày cuối kỳ; đây là mục tiêu phục vụ, không phải hạn luật định",
)
MAJORITY_OPINION: Final = reading(
    "majority_opinion",
    "“Đa số” ý kiến của Nhân dân được tính trên số nào",
    cite="LDC art. 28 cl. 4",
    default="received",
    received="quá một nửa tổng số ý kiến nhận được",
    expressed="bên nhiều hơn trong số ý kiến nói rõ đồng ý hay không đồng ý",
)
CONFERENCE_REPORT: Final = reading(
    "conference_report",
    "Báo cáo kết quả hội nghị định kỳ gửi trong bao lâu sau hội nghị",
    cite="Decree 59/2023 art. 11 cl. 2",
    default="five_days",
    five_days="5 ngày làm việc; đây là mục tiêu phục vụ, không phải hạn luật định",
    same_day="ngay trong ngày họp; đây là mục tiêu phục vụ, không phải hạn luật định",
)
STAFF_BALLOT: Final = reading(
    "staff_ballot",
    "Phiếu gửi thay hội nghị được thông qua theo tỷ lệ nào",
    cite="LDC art. 50 cl. 2; LDC art. 68 cl. 2",
    default="of_all",
    of_all="quá một nửa tổng số người của cơ quan, đơn vị, doanh nghiệp tán thành",
    of_returned="quá một nửa số phiếu thu về tán thành",
)
ELECTION_TIE: Final = reading(
    "election_tie",
    "Không ai được quá một nửa số hộ, kể cả khi hai người bằng phiếu, thì làm gì tiếp",
    cite="Decree 59/2023 art. 3 cl. 5 pt. d",
    default="re_election",
    re_election="ghi lý do vào biên bản để Ủy ban nhân dân cấp xã quyết định bầu lại, vì văn bản không có vòng hai",
    second_round="bầu tiếp ngay tại cuộc họp giữa hai người nhiều phiếu nhất, nếu hướng dẫn của xã có nêu",
)
HEAD_RESIDENCE: Final = reading(
    "head_residence",
    "Người ứng cử Trưởng thôn phải cư trú thường xuyên ở đâu",
    cite="Decree 185/2026 art. 7 cl. 1",
    default="commune",
    commune="trên địa bàn xã, phường, đặc khu, nên người ở thôn khác cùng xã cũng được",
    village="ngay tại thôn bầu Trưởng thôn",
)
ACTING_HEAD_BEFORE: Final = reading(
    "acting_head_before",
    "Trưởng thôn lâm thời được cử trước ngày 26/5/2026 có bị giới hạn 06 tháng không",
    cite="Decree 185/2026 art. 4 cl. 2",
    default="until_elected",
    until_elected="không, làm đến khi bầu được Trưởng thôn mới",
    six_months="có, 06 tháng kể từ ngày được cử",
)
DEPUTIES_BELOW_NINE: Final = reading(
    "deputies_below_nine",
    "Ban Thanh tra nhân dân ở cơ quan, doanh nghiệp dưới 09 người có mấy Phó Trưởng ban",
    cite="Decree 59/2023 art. 21 cl. 3; Decree 59/2023 art. 25 cl. 2",
    default="one",
    one="một, vì mức hai người chỉ viết cho Ban từ 09 người trở lên",
    two="không quá hai, như Ban từ 09 người trở lên",
)
RELATIVES: Final = reading(
    "relatives",
    "Những ai là người thân khi xét thành viên Ban Giám sát đầu tư của cộng đồng",
    cite="LDC art. 42 cl. 2",
    default="with_in_laws",
    close="vợ, chồng, cha, mẹ, con, anh, chị, em ruột",
    with_in_laws="vợ, chồng, cha, mẹ, con, anh, chị, em ruột và cha, mẹ, con, anh, chị, em bên vợ, bên chồng",
    any_relative="mọi người có họ hàng",
)
BOARD_DISMISSAL: Final = reading(
    "board_dismissal",
    "Ai quyết định cho thôi thành viên Ban Thanh tra nhân dân ở xã",
    cite="LDC art. 36 cl. 2; Decree 59/2023 art. 13 cl. 1",
    default="village",
    village="theo Luật, thôn đã bầu người đó quyết định, Mặt trận xã đề nghị",
    front="theo Nghị định, Mặt trận xã quyết định khi Ban công tác Mặt trận ở thôn đề nghị",
)
BOARD_MAJORITY: Final = reading(
    "board_majority",
    "“Đa số” của Ban được tính trên số nào",
    cite="Decree 59/2023 art. 12 cl. 3; Decree 59/2023 art. 16 cl. 3",
    default="of_members",
    of_members="quá một nửa tổng số thành viên",
    of_present="quá một nửa số thành viên dự họp",
)
FRONT_CONFIRMS: Final = reading(
    "front_confirms",
    "Kiến nghị của Ban Thanh tra nhân dân ở xã phải được Mặt trận xã xác nhận lúc nào",
    cite="LDC art. 40 cl. 2 pt. d",
    default="before_sending",
    before_sending="trước khi gửi đi, như kiến nghị của Ban Giám sát đầu tư của cộng đồng",
    any_time="lúc nào cũng được, kể cả sau khi gửi",
)
UNION_ABSENT: Final = reading(
    "union_absent",
    "Nơi không còn tổ chức Công đoàn thì ai làm phần việc của Ban Chấp hành Công đoàn",
    cite="LDC art. 62 cl. 1; LDC art. 63 cl. 2; LDC art. 79 cl. 1",
    default="designated",
    designated="người hoặc bộ phận được cơ quan, doanh nghiệp giao, cho đến khi có hướng dẫn được đối chiếu ở đây",
    upper_union="Công đoàn cấp trên trực tiếp",
)
RECOGNISED_MATTERS: Final = reading(
    "recognised_matters",
    "Quyết định nào của cộng đồng dân cư cần được công nhận",
    cite="LDC art. 21 cl. 2",
    default="three_to_five",
    three_to_five="chỉ quyết định về nội dung khoản 3, 4 và 5 Điều 15",
    every="mọi quyết định gửi đến cấp xã",
)
ONE_PERSON_SIGNS: Final = reading(
    "one_person_signs",
    "Ai ký khi Trưởng thôn đồng thời là Trưởng ban công tác Mặt trận",
    cite="LDC art. 20 cl. 2 pt. g; Decree 61/2023 art. 6 cl. 1",
    default="second_member",
    second_member="người đó ký và thêm một thành viên Ban công tác Mặt trận ký",
    one_signature="một chữ ký của người đó mang cả hai tư cách là đủ",
)
PROPOSAL_BREACH: Final = reading(
    "proposal_breach",
    "Chỉ sai ở bước đề xuất (Điều 7) thì hương ước, quy ước có bị tạm ngừng không",
    cite="Decree 61/2023 art. 12 cl. 1 pt. a",
    default="as_written",
    as_written="không, vì căn cứ tạm ngừng chỉ nêu Điều 8, 9 và 10",
    any_breach="có, như mọi vi phạm trình tự, thủ tục",
)
RESUMED_CLOCK: Final = reading(
    "resumed_clock",
    "Sau khi tạm đình chỉ, thời hạn giải quyết khiếu nại chạy tiếp hay tính lại từ đầu",
    cite="Decree 155/2026 art. 12",
    default="continues",
    continues="chạy tiếp số ngày còn lại, thời gian tạm đình chỉ không tính",
    restarts="tính lại đủ thời hạn từ ngày có quyết định tiếp tục giải quyết",
)
FEW_REPRESENTATIVES: Final = reading(
    "few_representatives",
    "Nhóm dưới năm người cùng một nội dung cử mấy người đại diện",
    cite="Law 42/2013 art. 29",
    default="one",
    one="một người, vì Luật không định số cho nhóm này",
    as_five="một hoặc hai người, như nhóm từ năm đến mười người",
)
UNLISTED_REFUSAL: Final = reading(
    "unlisted_refusal",
    "Từ chối tiếp theo điểm a và điểm i khoản 1 Điều 4 Nghị định số 154/2026/NĐ-CP báo cho công dân thế nào",
    cite="Decree 154/2026 art. 4 cl. 2",
    default="spoken",
    spoken="giải thích trực tiếp, như các trường hợp khác",
    written="thông báo bằng văn bản",
)
PROMPT_REPLY: Final = reading(
    "prompt_reply",
    "Trả lời phản ánh, kiến nghị của Nhân dân “kịp thời” là trong bao lâu",
    cite="LDC art. 35 cl. 2 pt. b",
    default="ten_days",
    ten_days="10 ngày làm việc; đây là mục tiêu phục vụ, không phải hạn luật định",
    no_date="không tính thành ngày, vì Luật không định số ngày",
)
PROXY_CERTIFIED: Final = reading(
    "proxy_certified",
    "Từ ngày 01/01/2027 văn bản ủy quyền khiếu nại của cá nhân có còn phải chứng thực không",
    cite="Decree 155/2026 art. 21 cl. 2",
    default="certified",
    certified="có, vì chỉ quy định về công chứng hết hiệu lực",
    neither="không, vì quy định về công chứng, chứng thực hết hiệu lực cùng lúc",
)
