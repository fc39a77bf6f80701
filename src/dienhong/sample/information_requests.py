"""What people of the commune asked: waiting, answered, late, refused, incomplete, stopped, erased; its own target."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from dienhong.disclosures.models import Disclosure
from dienhong.foundations.actors import Actor
from dienhong.foundations.clock import legal_day
from dienhong.information_requests import actions
from dienhong.information_requests.actions import Answered, Asked
from dienhong.information_requests.models import Came, Channel, Request
from dienhong.registry import queries as registry
from dienhong.registry.models import Locality, Organization, User


@dataclass(frozen=True, slots=True)
class Question:
    """One request: who asks what, how many days ago, how the answer is wanted, about which content of the plan."""

    name: str
    wanted: str
    ago: int = 0
    channel: str = Channel.OFFICE
    purpose: str = "Để biết"
    code: str = ""
    came: str = Came.PAPER


QUESTIONS: Final = {
    "waits": Question(
        "Lương Thị Sen", "Biên bản nghiệm thu đường liên thôn Đông Hạ – Bãi Sậy", 9, code="11.3.1",
        purpose="Đường mới làm đã lún, muốn biết ai nghiệm thu",
    ),
    "owed": Question("Bùi Văn Tám", "Số thu, chi ngân sách xã quý vừa qua", 3, Channel.POST, code="11.2.3"),
    "answered": Question("Hà Thị Lụa", "Lịch thu gom rác của tổ dân phố Chợ Bến", 12),
    "late": Question("Đỗ Văn Khoát", "Danh sách công trình thôn Gò Mít làm trong năm", 15, Channel.VILLAGE_HEAD),
    "refused": Question("Phan Văn Trực", "Biên bản họp giao ban nội bộ của Ủy ban nhân dân xã", 7),
    "incomplete": Question("Tô Thị Nhài", "Giấy tờ về đất", 6),
    "elsewhere": Question("Mạc Văn Rộng", "Quy hoạch đường tỉnh đi qua xã", 5),
    "withdrawn": Question("Vi Thị Hợi", "Danh sách hộ vay vốn của Hội Nông dân", 8),
    "stopped": Question("Khúc Văn Đang", "Hồ sơ hỗ trợ nhà ở của gia đình tôi", 4),
    "helped": Question(
        "Triệu Thị Mận", "Mức thu phí vệ sinh môi trường có miễn cho hộ cận nghèo không",
        channel=Channel.VILLAGE_HEAD, code="11.12.1", came=Came.VILLAGE_HEAD,
    ),
    "today": Question("Âu Văn Thành", "Kế hoạch sửa trạm bơm Cầu Ngói", channel=Channel.PORTAL, came=Came.PORTAL),
    "disputed": Question("Lê Thị Thoan", "Số hộ được hỗ trợ nhà ở đợt I", 10, code="11.7.4"),
}  # fmt: skip


def tell(place: Locality, *, officer: Actor, at: datetime) -> None:
    """The target, then each request as far as it went, in days before `at`."""
    committee = Organization.objects.select_related("locality").get(locality=place, kind=Organization.Kind.COMMITTEE)
    on = legal_day(at)
    chair = registry.actor_of(User.objects.get(username="chu-tich"), on=on)
    actions.set_target(
        organization=committee,
        working_days=5,
        starts_on=on - timedelta(days=30),
        decision="Quyết định số 20/QĐ-UBND ban hành Quy chế cung cấp thông tin",
        key=_key("target"),
        by=chair,
        on=on - timedelta(days=30),
    )
    made = {name: _ask(name, each, committee, officer, at) for name, each in QUESTIONS.items()}
    actions.accept(request=made["waits"], simple=False, key=_key("accept"), by=officer, at=at)
    _answer(
        made["answered"],
        "answered",
        "Thứ Ba và thứ Sáu hằng tuần, từ 17 giờ, theo Kế hoạch số 12/KH-UBND.",
        9,
        officer,
        at,
    )
    _answer(
        made["late"],
        "late",
        "Hai công trình: mương nội đồng và sân nhà văn hóa; chi tiết trong bảng kèm theo.",
        2,
        officer,
        at,
    )
    actions.refuse(
        request=made["refused"],
        ground="closed",
        answered=_signed("Biên bản họp nội bộ là thông tin công dân không được tiếp cận.", _back(at, 5)),
        given=0,
        good_reason=False,
        key=_key("refuse"),
        by=officer,
        at=at,
    )
    for name, act, words in (
        ("incomplete", actions.ask_completion, "Hãy ghi rõ thửa đất nào, giấy tờ gì, năm nào."),
        (
            "elsewhere",
            actions.point_elsewhere,
            "Sở Xây dựng tỉnh Lam Giang giữ quy hoạch này; hỏi bộ phận một cửa của Sở.",
        ),
        ("withdrawn", actions.withdraw, "Người hỏi đến trụ sở rút yêu cầu, đã ký vào sổ."),
    ):
        act(request=made[name], words=words, key=_key(f"{name} words"), by=officer, at=at)
    _answer(
        made["stopped"],
        "stopped",
        "Gia đình đã nhận 60 triệu đồng; liên hệ số 0912 345 678 để lấy hồ sơ.",
        0,
        officer,
        at,
    )
    _answer(made["disputed"], "disputed", "Năm hộ được hỗ trợ.", 6, officer, at)
    actions.dispute(
        request=made["disputed"], words="Bảng tin của thôn ghi sáu hộ.", key=_key("dispute"), by=officer, at=at
    )
    proposal = actions.propose_erasure(request=made["elsewhere"], ground="asked", by=officer)
    actions.decide_erasure(proposal=proposal, is_approved=True, by=chair)
    actions.propose_erasure(request=made["withdrawn"], ground="asked", by=officer)


def _ask(name: str, one: Question, committee: Organization, officer: Actor, at: datetime) -> Request:
    on = legal_day(at)
    head = registry.actor_of(User.objects.get(username="dong-ha"), on=on)
    is_brought = one.channel == Channel.VILLAGE_HEAD
    village = Locality.objects.get(pk=head.grants[0].locality_id) if is_brought else None
    disclosure = Disclosure.objects.filter(item__code=one.code, item__plan__organization=committee).first()
    asked = Asked(name=one.name, address="xã Bến Sậy", wanted=one.wanted, purpose=one.purpose, channel=one.channel)
    return actions.submit(
        organization=committee,
        asked=asked,
        came=one.came,
        received_on=_back(at, one.ago),
        key=_key(name),
        by=head if one.came == Came.VILLAGE_HEAD else officer,
        at=at,
        disclosure=disclosure,
        village=village,
    )


def _answer(request: Request, name: str, words: str, ago: int, officer: Actor, at: datetime) -> None:
    answered = _signed(words, _back(at, ago))
    actions.provide(request=request, answered=answered, key=_key(f"{name} answer"), by=officer, at=at)


def _signed(words: str, on: date) -> Answered:
    return Answered(words, on, is_read=True, signer_post="Chủ tịch", signer_name="Hồ Văn Lành")


def _back(at: datetime, days: int) -> date:
    return legal_day(at) - timedelta(days=days)


def _key(name: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"sample:information-request:{name}"))
