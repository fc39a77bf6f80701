"""A commune whose villages met, voted in every form, collected money and corrected themselves; all of it sealed.

Built once and looked at by whoever holds the database and not the signing key: `forged_records`.
"""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

from dienhong.decisions import actions as decisions
from dienhong.decisions.models import Consent, Mark, Matter, Passing, Vote
from dienhong.decisions.models.contests import Error
from dienhong.decisions.queries import entries
from dienhong.foundations.actors import Actor, Role
from dienhong.funds import actions as funds
from dienhong.ledger import actions as ledger
from dienhong.ledger import queries
from dienhong.registry.actions import places
from dienhong.registry.models import Person, User
from dienhong.rolls import actions as rolls
from lawcore.ballots.matters import Form
from lawcore.ballots.matters import Matter as Kind
from lawcore.ballots.meetings import Choice as Chosen
from tests.decisions.ballots import rounds_of
from tests.decisions.conftest import AT, DAY, MEETS, a_village, life_of
from tests.decisions.online import MATTER, online_of
from tests.decisions.test_own_entry import printed
from tests.registry.conftest import actor_in

HERE = "ben-say-dong"
HOUSEHOLDS = 9
SINCE = date(2025, 7, 1)
OPENED = datetime(2026, 3, 20, 3, 0, tzinfo=UTC)
LATER = datetime(2026, 4, 20, 3, 0, tzinfo=UTC)
MONEY = decisions.Money("Bê tông hóa đường thôn", 40_000_000, 300_000, "hộ nghèo")


def build():
    """Everything, sealed; the checkpoint of the village that a citizen saved."""
    province = places.found_first_locality(
        code="lam-giang", kind="province", word="tỉnh", name="Lam Giang", valid_from=SINCE
    )
    commune = places.found_first_locality(
        code="ben-say", kind="commune", word="xã", name="Bến Sậy", valid_from=SINCE, parent=province
    )
    village, other, _third = (
        a_village(commune, f"ben-say-{code}", name, HOUSEHOLDS)
        for code, name in (("dong", "Đông Hạ"), ("doai", "Đoài Thượng"), ("tay", "Tây Lâm"))
    )
    assert village.code == HERE
    world = SimpleNamespace(commune=commune, village=village, officer=actor_in(commune, Role.OFFICER))
    world.head, world.front = actor_in(village, Role.VILLAGE_HEAD), actor_in(village, Role.FRONT)
    world.life = life_of(village, world.head, world.front)
    _list(world)
    passed = _meeting(world)
    _clusters(world)
    _ballots(world)
    _online(world)
    _everywhere(world, other)
    _fund(world, passed)
    seal()
    world.earlier = queries.latest(HERE).size
    _contest(world, passed)
    seal()
    world.checkpoint = queries.latest(HERE).note
    return world


def seal():
    """As the worker does, with the present as its clock: the database's clock set the recorded times."""
    ledger.seal_new(datetime.now(UTC))  # noqa: TID251


def _list(world):
    """A list that everybody may read, an objection with its answer, a change by two."""
    published = rolls.publish(village=world.village, days=7, by=world.head, on=DAY)
    objected = rolls.Objected(complaint="wrong-person", line=2, words="Cụ đã chuyển đi")
    objection, _code = rolls.object_to(publication=published, objected=objected, key="o", on=DAY)
    part = rolls.NewPart(step="address", household=world.village.households.get(code="002"), address="Xóm 9")
    change = rolls.NewChange(kind="address", takes_effect_on=DAY, ground="seen", parts=[part])
    found = rolls.propose(village=world.village, change=change, key="c", by=world.head, on=DAY)
    rolls.confirm(change=found, by=world.front)
    rolls.answer(objection=objection, is_right=True, reason="Đã sửa địa chỉ", by=world.front, change=found)


def _meeting(world):
    """Two matters in one meeting: money that passes and is sent, another that fails."""
    life = world.life
    passed = life.propose(Kind.COMMUNE_WORKS, money=MONEY, title="Góp tiền làm đường")
    failed = life.propose(Kind.VILLAGE_MONEY, title="Mua loa")
    meeting = life.begin(passed, failed, present=8)
    life.choose(meeting, Chosen.SECRETARY, 8, names=("Lò Thị Mơ",))
    life.vote(meeting, agree=7, disagree=1)
    life.vote(meeting, agree=4, disagree=4, position=2)
    life.end(meeting)
    return life.sent(Matter.objects.get(pk=passed.pk))


def _clusters(world):
    """A citizen's initiative, with consents, decided in two parts of the village."""
    life, head = world.life, world.head
    wish = decisions.Wish(Kind.SELF_GOVERNMENT, "Đèn đường ngõ 3", "Lắp đèn ở ngõ 3?", "Lò Thị Mơ")
    initiative = decisions.begin_initiative(village=world.village, wish=wish, key="i", by=head, at=AT)
    households = list(world.village.households.order_by("code").values_list("pk", flat=True)[:3])
    given = decisions.Given(households, DAY, Consent.Way.LIST)
    decisions.consent(initiative=initiative, given=given, key="consent", by=head, at=AT)
    backing = decisions.Backing("Nguyễn Văn Thuận", DAY)
    matter = decisions.put_initiative(initiative=initiative, backing=backing, key="put", by=head, at=AT)
    meeting = life.notify(life.plan(matter))
    parts = [decisions.Part("Xóm Trên", range(1, 5)), decisions.Part("Xóm Dưới", range(5, HOUSEHOLDS + 1))]
    division = decisions.report_clusters(meeting=meeting, parts=parts, scattered=True, key="d", by=head, at=AT)
    clusters = decisions.divide(division=division, agrees=True, by=world.officer, at=AT)
    meeting = decisions.open_meeting(meeting=meeting, happened_at=MEETS, by=head, at=MEETS)
    life.come(meeting, 8)
    item = life.by_hands(meeting, meeting.items.get())
    for cluster in clusters:
        for place in (1, 2):
            life.sheet(item, place, agree=4, cluster=cluster.pk)
    life.close(item)
    life.end(meeting)


def _ballots(world):
    """Slips with names, each typed from its paper."""
    told = rounds_of(world.life, world.head)
    row = told.begun(told.plan(named=True))
    told.walked(row, out=HOUSEHOLDS, back=8)
    collected = Passing.objects.filter(ballot_round=row, to=Passing.To.COLLECTED).select_related("slip")
    for number, passing in enumerate(collected.order_by("pk")):
        read = decisions.Read("agree" if number else "disagree")
        decisions.type_answer(slip=passing.slip, read=read, key=f"read-{number}", by=world.head)
    told.closed(row)
    told.counted(row, agree=7, disagree=1)


def _online(world):
    told = online_of(world.life, world.head)
    row = told.voting()
    for number in range(1, 7):
        told.answer(row, number, Mark.AGREE if number < 6 else Mark.DISAGREE, about=MATTER)
    told.typed(row, 7, Mark.AGREE, Vote.Channel.SLIP)
    told.ended(row)


def _everywhere(world, other):
    """What the commune put to all of its villages: two of the three agree, so the commune fixes the day."""
    proposed = decisions.Proposed(
        kind=Kind.COMMUNE_WORKS, title="Cầu Bến Sậy", asked="Mỗi hộ góp một công?", agreed_with="Hà Văn Thuận",
        agreed_on=DAY,
    )  # fmt: skip
    under = decisions.propose_everywhere(commune=world.commune, proposed=proposed, key="k", by=world.officer, at=AT)
    head = actor_in(other, Role.VILLAGE_HEAD)
    there = life_of(other, head, actor_in(other, Role.FRONT))
    for life, village, by in ((world.life, world.village, world.head), (there, other, head)):
        matter = under.matters.get(village=village)
        decisions.choose_form(matter=matter, form=Form.MEETING, key=f"form-{matter.pk}", by=world.officer, at=AT)
        planned = decisions.Planned(MEETS, "Nhà văn hóa thôn", "Trần Văn Lực")
        meeting = decisions.plan_meeting(
            village=village, matters=[matter], planned=planned, key=f"meeting-{matter.pk}", by=by, at=AT
        )
        meeting = decisions.open_meeting(meeting=life.notify(meeting), happened_at=MEETS, by=by, at=MEETS)
        life.come(meeting, HOUSEHOLDS)
        life.vote(meeting, agree=8, disagree=1)
        life.end(meeting)
        life.sent(Matter.objects.get(pk=matter.pk))
    decisions.fix_day_everywhere(
        under=under, effective_on=date(2026, 4, 1), paper="12/TB-UBND", key="day", by=world.officer
    )


def _fund(world, matter):
    person = Person.objects.create(name="Cầm Thị Ngân", locality=world.village, search="cam thi ngan")
    user = User.objects.create(username="thu-quy", person=person)
    keeper = Actor(key=f"user:{user.pk}", name=person.name, user_id=user.pk)
    fund = funds.open_fund(matter=matter, treasurer=person, key="fund", by=world.head, at=OPENED)
    households = list(world.village.households.order_by("code"))
    funds.relieve(fund=fund, household=households[8], level=0, ground="poor", key="relief", by=world.head)
    book = funds.hand_out_book(
        fund=fund, series="A", first=1, last=50, holder="Cầm Thị Ngân", given_on=OPENED.date(), key="b", by=world.head
    )
    for number in range(6):
        paper = {"book": book, "serial": number} if number else {}
        given = funds.Given(received_on=date(2026, 4, 1), household=households[number], amount=300_000, **paper)
        receipt = funds.receive(fund=fund, given=given, key=f"receipt-{number}", by=keeper, at=LATER)
    funds.cancel_receipt(receipt=receipt, reason="Ghi nhầm hộ", by=world.front)
    for number, amount in enumerate((400_000, 500_000)):
        paid = funds.Paid(
            date(2026, 4, 10), amount, "Mua xi măng", "Cửa hàng Hồng Phát", "hoa-don.jpg", [b"%d" % number]
        )
        spending = funds.spend(fund=fund, paid=paid, key=f"spending-{number}", by=keeper, at=LATER)
        funds.approve(spending=spending, by=world.front)
    funds.state(fund=fund, since=date(2026, 4, 1), until=date(2026, 4, 15), key="april", by=keeper, at=LATER)


def _contest(world, matter):
    """A household that was there and was not noted: the Front finds it right, so a second record is written."""
    meeting = matter.items.get().meeting
    absent = meeting.roll.entries.get(number=HOUSEHOLDS).household_id
    own = entries.own(printed(meeting, absent))
    contest = decisions.contest(own=own, error=Error.NOT_NOTED, key="contest", on=date(2026, 3, 12))
    decisions.answer_contest(
        contest=contest, is_right=True, reason="Có tên trong danh sách ký", by=world.front, at=MEETS + timedelta(days=5)
    )
