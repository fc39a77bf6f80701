"""What the commune discloses: most of it in time, some late, some overdue, one changed, one withdrawn."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from dienhong.disclosures import actions
from dienhong.disclosures.actions import Content, Told
from dienhong.disclosures.models import Disclosure, Plan
from dienhong.documents.official import Align, Column, Row, Table
from dienhong.documents.spreadsheet import Sheet, render_xlsx
from dienhong.foundations.actors import Actor
from dienhong.foundations.clock import legal_day
from dienhong.registry import queries as registry
from dienhong.registry.models import Locality, Organization, Post, User
from dienhong.sample import signing

CHANGED: Final = Table(
    columns=(
        Column("Nội dung (triệu đồng)", 50),
        Column("Đã giao", 25, Align.RIGHT),
        Column("Điều chỉnh", 25, Align.RIGHT),
    ),
    rows=(Row(("Tổng thu", 8420, 8960)), Row(("Tổng chi", 8420, 8960)), Row(("Đường liên thôn", 1900, 2440))),
)
EVERYWHERE: Final = ("office", "cultural-house", "community-point")


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing: its content, the event, how many days ago it happened, after how many days it was out, and how."""

    code: str
    title: str
    event: str
    text: str
    ago: int
    out_after: int | None
    forms: tuple[str, ...] = ("portal", "posting")
    village: str = ""


THINGS: Final = (
    Thing(
        "11.2.2",
        "Dự toán ngân sách xã được Hội đồng nhân dân quyết định",
        "Nghị quyết số 11/NQ-HĐND",
        "Tổng thu 8.420 triệu đồng, tổng chi 8.420 triệu đồng; chi đầu tư đường liên thôn 1.900 triệu đồng.",
        70,
        2,
    ),
    Thing(
        "11.3.1",
        "Đường liên thôn Đông Hạ – Bãi Sậy: vốn, nhà thầu, tiến độ",
        "Quyết định số 45/QĐ-UBND",
        "Dài 1,2 km, vốn 1.900 triệu đồng, làm trong 120 ngày. Ban Giám sát đầu tư của cộng đồng theo dõi.",
        55,
        9,
        village="dong-ha",
    ),
    Thing(
        "11.7.4",
        "Kết quả hỗ trợ nhà ở đợt I",
        "Quyết định số 52/QĐ-UBND",
        "Sáu hộ được hỗ trợ, mỗi hộ 60 triệu đồng, theo kết quả bình xét ở thôn. Danh sách xem tại bảng tin của thôn.",
        40,
        3,
        ("portal", "posting", "radio", "village-head"),
    ),
    Thing(
        "11.13.1",
        "Danh mục thủ tục hành chính của xã",
        "Quyết định công bố số 9/QĐ-UBND",
        "Thủ tục, giấy tờ phải nộp, thời gian giải quyết và lệ phí; nộp tại Trung tâm Phục vụ hành chính công xã.",
        80,
        4,
    ),
    Thing(
        "11.12.1",
        "Mức thu phí vệ sinh môi trường",
        "Nghị quyết số 14/NQ-HĐND",
        "Mỗi hộ 20.000 đồng một tháng từ quý sau. Hộ nghèo, cận nghèo được miễn.",
        12,
        3,
        ("portal", "radio", "village-head"),
    ),
    Thing(
        "11.11.3",
        "Tổng hợp ý kiến nhân dân về đề án cấp nước sạch",
        "Kết thúc lấy ý kiến",
        "412 ý kiến; 371 tán thành. Ý kiến về giá nước và đoạn ống qua Gò Mít đã được giải trình.",
        9,
        2,
        ("portal", "posting", "village-head"),
    ),
    Thing(
        "11.5.3",
        "Các khoản dân đóng góp làm nhà văn hóa thôn Gò Mít",
        "Thôn họp quyết định",
        "Thu 86 triệu đồng, chi 79 triệu đồng, còn 7 triệu đồng gửi tiết kiệm.",
        20,
        5,
        village="go-mit",
    ),
    Thing(
        "11.6.4",
        "Thanh lý bàn ghế hội trường cũ",
        "Quyết định số 61/QĐ-UBND",
        "Bán đấu giá 40 bộ bàn ghế, giá khởi điểm 6 triệu đồng.",
        14,
        None,
    ),
    Thing(
        "11.9.1",
        "Chỉ tiêu, tiêu chuẩn gọi công dân nhập ngũ",
        "Kế hoạch số 70/KH-UBND",
        "Xã được giao 12 công dân. Tiêu chuẩn, thời gian khám sức khỏe có trong kế hoạch kèm theo.",
        4,
        None,
    ),
    Thing(
        "11.8.2",
        "Nhận hàng hỗ trợ sau bão: thời gian, thủ tục",
        "Thông báo số 31/TB-UBND",
        "Nhận tại nhà văn hóa thôn, sáng thứ Bảy. Ai không đến được, gọi số điện thoại 0912 345 678.",
        2,
        None,
    ),
    Thing(
        "11.1.3",
        "Kết quả phát triển kinh tế - xã hội chín tháng",
        "Báo cáo số 95/BC-UBND",
        "Trồng mới 14 ha cây ăn quả, thêm 31 hộ dùng nước sạch, giảm 9 hộ nghèo.",
        1,
        None,
    ),
)


def tell(place: Locality, *, officer: Actor, at: datetime) -> None:
    """The plan of this year and what was done about it, in days before `at`."""
    committee = Organization.objects.select_related("locality").get(code="ben-say-ubnd")
    plan = actions.draft_plan(
        organization=committee, year=legal_day(at).year, has_portal=True, has_radio=True, by=officer
    )
    actions.add_local(
        plan=plan,
        label="Thu, chi Quỹ vì người nghèo của xã",
        clause="khoản 1 Điều 4 Quy chế thực hiện dân chủ của xã",
        number=5,
        by=officer,
    )
    owner = Post.objects.get(title="Cán bộ phụ trách dân chủ ở cơ sở")
    for item in plan.items.filter(number__in=(2, 3, 7)).select_related("plan__organization__locality"):
        actions.own(item=item, owner=owner, by=officer)
    made = {each.code: _tell_one(each, plan, place, officer, at) for each in THINGS}
    _change(made["11.2.2"], officer, at)
    _withdraw(made["11.5.3"], officer, at)
    _erase(plan, officer, at)
    _wait_for_the_quarter(plan, officer, at)
    actions.settle_all(at=at)
    signing.tell(Plan.objects.select_related("organization__locality").get(pk=plan.pk), officer=officer, at=at)


def _erase(plan: Plan, officer: Actor, at: datetime) -> None:
    """A list that went out with somebody's number on it: withdrawn at once, erased by two people."""
    on = legal_day(at)
    chair = registry.actor_of(User.objects.get(username="chu-tich"), on=on)
    disclosure = actions.open_disclosure(
        item=plan.items.select_related("plan__organization__locality").get(code="11.7.2"),
        title="Danh sách nhận gạo hỗ trợ giáp hạt",
        content=Content(
            event="Quyết định số 57/QĐ-UBND",
            since=on - timedelta(days=18),
            text="Hộ bà Lý Thị Mẫu, số định danh 001185012345, được hỗ trợ 15 kg gạo mỗi người.",
            is_cleared=True,
        ),
        key=_key("erased"),
        by=officer,
        at=at,
    )
    actions.clear(disclosure=disclosure, reason="Danh sách phải công khai theo quyết định hỗ trợ", by=chair)
    told = Told(form="portal", claimed_on=on - timedelta(days=16))
    actions.record(disclosure=disclosure, told=told, key=_key("erased portal"), by=officer, at=at)
    proposal = actions.propose_erasure(
        version=disclosure.versions.get(), ground="identity", with_title=False, by=officer, on=on
    )
    actions.decide_erasure(proposal=proposal, is_approved=True, by=chair)


def _wait_for_the_quarter(plan: Plan, officer: Actor, at: datetime) -> None:
    """The figures of the last quarter are owed since it ended, and wait for somebody."""
    on = legal_day(at)
    actions.start_periods_of(plan=plan, on=on, first=on - timedelta(days=100))
    owed = Disclosure.objects.filter(item__plan=plan, item__code="11.2.3").order_by("-begun_on").first()
    if owed is not None:
        actions.hold(disclosure=owed, waits_for="phòng Kinh tế đối chiếu số liệu với Kho bạc", by=officer)


def _tell_one(one: Thing, plan: Plan, place: Locality, officer: Actor, at: datetime) -> Disclosure:
    since = legal_day(at) - timedelta(days=one.ago)
    villages = registry.localities(place, on=legal_day(at))
    village = villages.get(code=f"ben-say-{one.village}-thon") if one.village else None
    disclosure = actions.open_disclosure(
        item=plan.items.select_related("plan__organization__locality").get(code=one.code),
        title=one.title,
        content=Content(event=one.event, since=since, text=one.text, is_cleared=True),
        key=_key(one.code),
        village=village,
        by=officer,
        at=at,
    )
    for form in one.forms if one.out_after is not None else ():
        day = since + timedelta(days=one.out_after or 0)
        told = Told(
            form=form,
            claimed_on=day,
            places=EVERYWHERE if form == "posting" else (),
            village=village if form == "posting" else None,
            last_on=day + timedelta(days=2) if form == "radio" else None,
        )
        actions.record(disclosure=disclosure, told=told, key=_key(f"{one.code} {form}"), by=officer, at=at)
    return disclosure


def _change(disclosure: Disclosure, officer: Actor, at: datetime) -> None:
    content = Content(
        event="Nghị quyết số 16/NQ-HĐND điều chỉnh dự toán",
        since=legal_day(at) - timedelta(days=11),
        text="Tổng thu 8.960 triệu đồng, tổng chi 8.960 triệu đồng; thêm 540 triệu đồng cho đường liên thôn.",
        file_name="dieu-chinh-du-toan.xlsx",
        chunks=[render_xlsx([Sheet("Điều chỉnh", "Điều chỉnh dự toán ngân sách xã", CHANGED)])],
        is_cleared=True,
    )
    actions.change(disclosure=disclosure, content=content, key=_key("change"), by=officer, at=at)


def _withdraw(disclosure: Disclosure, officer: Actor, at: datetime) -> None:
    actions.withdraw(
        disclosure=disclosure,
        reason="Số chi ghi nhầm, thôn đang lập lại bảng thu chi.",
        signer_post="Chủ tịch Ủy ban nhân dân xã",
        signer_name="Hồ Văn Lành",
        is_owed_again=True,
        by=officer,
        on=legal_day(at),
    )


def _key(name: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"sample:disclosure:{name}"))
