"""The conference of the year of one village: held twelve days ago, one proposal still unanswered."""

from datetime import datetime, time, timedelta
from typing import Final

from dienhong.conferences import actions
from dienhong.conferences.models import Agreement, Conference, Part, Proposal, Reply
from dienhong.decisions import actions as decisions
from dienhong.foundations.actors import Actor
from dienhong.foundations.clock import VIETNAM, legal_day
from dienhong.registry import queries as registry
from dienhong.registry.models import Locality, User
from dienhong.rolls.models import Entry
from dienhong.sample.decisions import CODE, PHOTO

EVENING: Final = time(19, 0)
AHEAD: Final = timedelta(days=14)
AGO: Final = timedelta(days=12)
WORDS: Final = {
    Part.HEAD: """Năm qua thôn làm xong đường ngõ 3 và giữ nếp quét đường sáng thứ bảy.
Việc còn dở là ghế đá ở nhà văn hóa; hương ước chưa biểu quyết được vì thiếu hộ dự.""",
    Part.FRONT: "Các cuộc họp đều báo trước, đếm hai phiếu và niêm yết kết quả tại nhà văn hóa.",
    Part.BOARD: "Ban đã xem sổ quỹ, ảnh hóa đơn và bản niêm yết ở thôn; kiến nghị được theo đến cùng.",
}
PRESENTERS: Final = {Part.FRONT: "Bùi Văn Thế", Part.BOARD: "Hà Thị Liễu"}
PROPOSALS: Final = (
    ("Xã cho nạo vét cống đầu ngõ 5, mưa là ngập.", Proposal.To.COMMUNE, Reply.Result.PASSED_ON,
     "Xã đã chuyển đơn vị quản lý thủy lợi, sẽ trả lời thôn bằng văn bản."),
    ("Đặt thêm thùng rác ở sân nhà văn hóa.", Proposal.To.VILLAGE, Reply.Result.DONE, "Thôn đã đặt hai thùng."),
    ("Đọc số thu, chi quỹ đường trên loa mỗi tháng.", Proposal.To.VILLAGE, None, ""),
)  # fmt: skip


def tell(place: Locality, *, at: datetime) -> None:
    """Everything goes through the actions, with the days on which it is said to have happened."""
    on = legal_day(at)
    village = Locality.objects.select_related("parent").get(code=CODE, path__startswith=place.path)
    head = registry.actor_of(User.objects.get(username="dong-ha"), on=on)
    then = at - AGO - AHEAD
    evening = datetime.combine(legal_day(then + AHEAD), EVENING, tzinfo=VIETNAM)
    meeting = decisions.Planned(evening, "Nhà văn hóa thôn", head.name, f"{head.name}, Trưởng thôn")
    planned = actions.Planned(meeting, "Ủy ban nhân dân, Mặt trận xã", "Chi hội phụ nữ lo nước uống, tổ 2 kê ghế.")
    found = actions.plan(village=village, planned=planned, key="sample conference", by=head, at=then)
    actions.agree(conference=found, side=Agreement.Side.COMMITTEE, agreed_on=legal_day(then), by=head, at=at)  # a paper
    for side, username in ((Agreement.Side.FRONT, "mat-tran"), (Agreement.Side.BOARD, "thanh-tra")):
        body = registry.actor_of(User.objects.get(username=username), on=on)
        actions.agree_itself(conference=found, side=side, by=body, at=then)
    for part, words in WORDS.items():
        presenter = PRESENTERS.get(part, head.name)
        actions.report(
            conference=found, part=part, presenter=presenter, words=words, key=f"sample {part}", by=head, at=at
        )
    decisions.notify(meeting=found.meeting, notified_on=legal_day(then), documents_on=None, by=head, at=then)
    _held(found, head, at)


def _held(found: Conference, head: Actor, at: datetime) -> None:
    meeting = decisions.open_meeting(meeting=found.meeting, happened_at=found.meeting.planned_at, by=head, at=at)
    numbers = list(Entry.objects.filter(roll=meeting.roll_id).exclude(name="").values_list("number", flat=True))
    here = sorted(numbers)[:-4]
    decisions.check_in_sheet(
        meeting=meeting, numbers=here, happened_at=meeting.planned_at, key="sample conference p", by=head, at=at
    )
    for words, to, result, answer in PROPOSALS:
        made = actions.propose(conference=found, words=words, to=to, key=f"sample {words}"[:64], by=head)
        if result is not None:
            actions.reply(
                proposal=made, result=result, words=answer, replied_on=legal_day(at), key=f"sample {made.number}",
                by=head, at=at,
            )  # fmt: skip
    decisions.close_meeting(meeting=meeting, happened_at=meeting.planned_at + timedelta(hours=2), by=head, at=at)
    said = actions.Said(
        "Lò Thị Mơ", len(here), "Hội nghị nhất trí với ba báo cáo.", "Các hộ ngõ 3 đã hiến đất mở đường."
    )
    minutes = actions.write_minutes(conference=found, said=said, key="sample minutes", by=head, at=at)
    actions.add_page(minutes=minutes, file_name="bien-ban-da-ky.png", chunks=[PHOTO], key="sample page", by=head)
