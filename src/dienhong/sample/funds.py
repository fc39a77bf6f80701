"""The road's money: receipts on the phone and from a carbon book, spending with its bill, one slip put right."""

from datetime import date, datetime, timedelta

from dienhong.decisions.models import Matter
from dienhong.foundations.actors import Actor
from dienhong.foundations.clock import legal_day
from dienhong.funds import actions, queries
from dienhong.funds.models import Book, Fund, Relief
from dienhong.funds.queries import Standing
from dienhong.registry import queries as registry
from dienhong.registry.models import Locality, Person, User
from dienhong.sample.decisions import PHOTO
from lawcore.ballots.matters import Matter as Kind

ON_PHONE = 9
IN_BOOK = ((1, 9), (2, 10), (3, 11), (5, 12), (6, 13))
"""Leaf and household, counted from nought: leaf 4 is missing."""


def tell(place: Locality, *, at: datetime) -> None:
    """On the decision to pay for the road, once it binds; nothing where the sample has none."""
    road = Matter.objects.filter(
        village__path__startswith=place.path, kind=Kind.COMMUNE_WORKS.value, stage="in_force", fund=None
    ).order_by("pk")
    for matter in road[:1]:
        _fund(matter, at)


def _fund(matter: Matter, at: datetime) -> None:
    on = legal_day(at)
    head, front = (registry.actor_of(User.objects.get(username=name), on=on) for name in ("dong-ha", "mat-tran-thon"))
    keeper = Person.objects.filter(locality=matter.village, account=None).order_by("-pk")[0]
    opened = at - timedelta(days=10)
    fund = actions.open_fund(matter=matter, treasurer=keeper, key="sample fund", by=head, at=opened)
    rows = queries.standings(fund, on=on)
    poor = rows[-1].household
    actions.relieve(fund=fund, household=poor, level=0, ground=Relief.Ground.POOR, key="sample relief", by=head)
    day = legal_day(opened)
    for row in rows[:ON_PHONE]:
        _received(fund, row, row.left, day + timedelta(days=1), head, at)
    book = actions.hand_out_book(
        fund=fund, series="A", first=1, last=50, holder=keeper.name, given_on=day, key="sample book", by=head
    )
    for serial, which in IN_BOOK:
        _received(fund, rows[which], rows[which].left, day + timedelta(days=2), head, at, book=book, serial=serial)
    gift = actions.Given(received_on=day + timedelta(days=3), giver="Hội đồng hương tại thành phố", amount=2_000_000)
    actions.receive(fund=fund, given=gift, key="sample gift", by=head, at=at)
    work = actions.Given(received_on=day + timedelta(days=3), household=rows[0].household, kind="labour", days=2)
    actions.receive(fund=fund, given=work, key="sample days", by=head, at=at)
    wrong = fund.receipts.get(number=2)
    actions.cancel_receipt(receipt=wrong, reason="Ghi nhầm hộ, đã trả lại tiền", by=front)
    _spent(fund, 3_200_000, "40 bao xi măng", day + timedelta(days=4), head, at, front)
    _spent(fund, 1_150_000, "Thuê xe lu một buổi", day + timedelta(days=5), head, at, front)
    _spent(fund, 480_000, "Ván khuôn", day + timedelta(days=6), head, at, None)
    other = Person.objects.filter(locality=matter.village, account=None).exclude(pk=keeper.pk).order_by("-pk")[0]
    why = "Thủ quỹ xin nghỉ vì chuyển nơi ở"
    actions.propose_treasurer(fund=fund, to=other, reason=why, key="sample treasurer", by=head, at=at)
    actions.state(fund=fund, since=day.replace(day=1), until=on, key="sample month", by=head, at=at)


def _received(
    fund: Fund, row: Standing, amount: int, day: date, by: Actor, at: datetime, *, book: Book | None = None,
    serial: int | None = None,
) -> None:  # fmt: skip
    given = actions.Given(
        received_on=day, household=row.household, payer=row.name, amount=amount, book=book, serial=serial
    )
    actions.receive(fund=fund, given=given, key=f"sample {row.household.pk}", by=by, at=at)


def _spent(fund: Fund, amount: int, words: str, day: date, by: Actor, at: datetime, second: Actor | None) -> None:
    paid = actions.Paid(day, amount, words, "Cửa hàng vật liệu Hồng Phát", "hoa-don.png", [PHOTO])
    spending = actions.spend(fund=fund, paid=paid, key=f"sample {words}", by=by, at=at)
    if second is not None:
        actions.approve(spending=spending, by=second)
