"""An online vote told in few words: every act with what does not matter filled in."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from uuid import uuid4

from dienhong.decisions import actions
from dienhong.decisions.models import HouseholdKey, Mark, TeamSeat, Vote
from dienhong.decisions.queries import online as queries
from lawcore.ballots.matters import Form
from tests.decisions.conftest import AT, DAY

POLL_UNTIL = datetime(2026, 3, 6, 10, 0, tzinfo=UTC)
VOTE_UNTIL = datetime(2026, 3, 10, 10, 0, tzinfo=UTC)
SOON = AT + timedelta(hours=1)
TEAM = (
    actions.Member("Vàng Thị Chở", TeamSeat.FRONT, leads=True),
    actions.Member("Trần Văn Lực", TeamSeat.VILLAGE),
    actions.Member("Cà Văn Dũng", TeamSeat.SKILLED),
)
FORM, MATTER = Vote.About.FORM, Vote.About.MATTER


def online_of(life, head):  # noqa: C901 - many short acts, one story
    """The acts of an online vote by the village head, and a household's own answers."""

    def agreed(matter=None, **parts):
        if matter is None:
            matter = life.propose()
            actions.choose_form(matter=matter, form=Form.ONLINE, key=uuid4().hex, by=head, at=AT)
        given = {"agreed_with": "Vàng Thị Chở", "agreed_on": DAY, "devices": "Hộ nào cũng có điện thoại"} | parts
        return actions.agree_online(matter=matter, key=uuid4().hex, by=head, at=AT, **given)

    def teamed(members=TEAM):
        row = actions.report_online(online_round=agreed(), to_commune=DAY, to_front=DAY, by=head, at=AT)
        return actions.set_online_team(online_round=row, members=members, on=DAY, by=head)

    def polling():
        return actions.start_poll(online_round=teamed(), polls_until=POLL_UNTIL, by=head, at=AT)

    def key_of(row, number):
        return HouseholdKey.objects.select_related("online_round", "entry").get(online_round=row, entry__number=number)

    def answer(row, number, mark=Mark.AGREE, *, about=MATTER, at=SOON, key=None, **parts):
        said = actions.Said(about=about, answer=mark, **parts)
        return actions.answer(key_of=key_of(row, number), said=said, key=key or uuid4().hex, at=at)

    def chosen(row, number, *, at=POLL_UNTIL):
        for each in range(1, number + 1):
            answer(row, each, about=FORM)
        return actions.end_poll(online_round=row, by=head, at=at)

    def voting():
        row = polling()
        row = chosen(row, row.roll.households // 2 + 1)
        return actions.announce_online(
            online_round=row, announced_on=DAY, ways="Nhóm của thôn, loa", votes_until=VOTE_UNTIL, by=head, at=AT
        )

    def typed(row, number, mark, channel, *, by=head, at=SOON, photo=b"\xff\xd8 photo", key=None):
        return actions.type_for_household(
            online_round=row,
            entry=row.roll.entries.get(number=number),
            said=actions.Said(about=MATTER, answer=mark),
            slip=actions.SignedSlip(channel, at, "phieu.jpg", [photo] if photo else []),
            key=key or uuid4().hex,
            by=by,
            at=at,
        )

    def ended(row, *, at=VOTE_UNTIL):
        return actions.close_online(online_round=row, key=uuid4().hex, by=head, at=at)

    def counted(row):
        return queries.tally(queries.effective(row, MATTER))

    return SimpleNamespace(**{name: value for name, value in locals().items() if callable(value)})
