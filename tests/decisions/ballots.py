"""A ballot round told in few words: every act with what does not matter filled in."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from uuid import uuid4

from dienhong.decisions import actions
from dienhong.decisions.models import BallotRound, Matter, Passing, TeamSeat
from dienhong.decisions.queries import rounds as queries
from lawcore.ballots.matters import Form
from lawcore.ballots.matters import Matter as Kind
from tests.decisions.conftest import AT, DAY

HANDS_OUT = date(2026, 3, 10)
FIRST = datetime(2026, 3, 10, 1, 0, tzinfo=UTC)
UNTIL = datetime(2026, 3, 15, 10, 0, tzinfo=UTC)
AFTER = UNTIL + timedelta(hours=1)
TEAM = (
    actions.Member("Vàng Thị Chở", TeamSeat.FRONT, leads=True),
    actions.Member("Trần Văn Lực", TeamSeat.VILLAGE),
    actions.Member("Hà Thị Lan", TeamSeat.ORGANIZATION),
)


def rounds_of(life, head):  # noqa: C901 - many short acts, one story
    """The acts of a ballot round by the village head."""

    def plan(matter=None, *, kind=Kind.SELF_GOVERNMENT, named=False, at=AT, **parts):
        if matter is None:
            matter = life.propose(kind)
            actions.choose_form(matter=matter, form=Form.BALLOT, key=uuid4().hex, by=head, at=AT)
        given = {
            "purpose": "Lấy ý kiến từng hộ",
            "requirements": "Đúng hộ, đủ hộ",
            "participants": "Toàn thể các hộ trong thôn",
            "assignment": "Mỗi tuyến hai người",
            "conditions": "In phiếu, hòm phiếu",
            "hands_out_on": HANDS_OUT,
            "collects_until": UNTIL,
            "planned_on": DAY,
            "is_named": named,
            "reserve": 5,
        } | parts
        matter = Matter.objects.get(pk=matter.pk)
        return actions.plan_round(matter=matter, plan=actions.Plan(**given), key=uuid4().hex, by=head, at=at)

    def teamed(row, members=TEAM):
        row = actions.send_plan(ballot_round=row, to_commune=DAY, to_front=DAY, by=head, at=AT)
        return actions.set_team(ballot_round=row, members=members, on=DAY, by=head)

    def announced(row, *, on=DAY):
        at = max(AT, datetime(on.year, on.month, on.day, 3, tzinfo=UTC))
        return actions.announce(
            ballot_round=teamed(row), announced_on=on, ways="Niêm yết nhà văn hóa, loa", by=head, at=at
        )

    def opened(row, *, at=AT):
        return actions.open_round(ballot_round=announced(row), by=head, at=at)

    def begun(row=None, **parts):
        return actions.begin_round(ballot_round=opened(row or plan(**parts)), is_marked=True, by=head, at=FIRST)

    def entry(row, number):
        return row.roll.entries.get(number=number)

    def give(row, number, to=Passing.To.OUT, *, at=FIRST, key=None, by=head, **parts):
        given = actions.Pass(entry=entry(row, number).pk, to=to, happened_at=at, **parts)
        return actions.pass_slip(
            ballot_round=row, given=given, key=key or uuid4().hex, by=by, at=parts.pop("seen_at", at)
        )

    def walked(row, *, out, back):
        """Slips handed to the first `out` households, `back` of them collected."""
        for number in range(1, out + 1):
            give(row, number)
        for number in range(1, back + 1):
            give(row, number, Passing.To.COLLECTED)

    def closed(row, *, witnesses=("Lò Thị Mơ", "Đinh Công Tráng"), at=AFTER, note="Hộ đi vắng dài ngày"):
        return actions.close_round(ballot_round=row, witnesses=witnesses, by=head, at=at, note=note)

    def figures(row, *, agree, disagree=0, invalid=0):
        pads = queries.pads(row)
        valid = pads["collected"] - invalid
        rest = valid - agree - disagree
        return pads | {"invalid": invalid, "valid": valid, "agree": agree, "disagree": disagree, "other": rest}

    def sheet(row, place, counted, **parts):
        names = ("Lò Văn Hặc", "Quàng Thị Nhung")
        return actions.enter_slip_sheet(
            ballot_round=row,
            place=place,
            counter=parts.pop("counter", names[place - 1]),
            figures=counted,
            key=parts.pop("key", None) or uuid4().hex,
            by=head,
            note=parts.pop("note", "Hộ đi vắng, không gặp được"),
        )

    def counted(row, **parts):
        for place in (1, 2):
            sheet(row, place, figures(row, **parts))
        return actions.settle_round(ballot_round=row, key=uuid4().hex, by=head)

    def whole(*, agree, back=None, kind=Kind.SELF_GOVERNMENT, disagree=0, matter=None, named=False):
        row = begun(plan(matter, kind=kind, named=named))
        walked(row, out=row.roll.households, back=agree + disagree if back is None else back)
        closed(row)
        return counted(row, agree=agree, disagree=disagree)

    def again(row):
        return BallotRound.objects.get(pk=row.pk)

    return SimpleNamespace(**{name: value for name, value in locals().items() if callable(value)})
