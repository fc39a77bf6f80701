"""A village at the end of a year: its conference at any point of its way."""

from datetime import date, datetime, timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest

from dienhong.conferences import actions
from dienhong.conferences.models import Agreement, Conference, Part, Proposal, Reply
from dienhong.decisions import actions as decisions
from dienhong.foundations.actors import Role
from tests.decisions.conftest import UTC, a_village, commune, folders, front, head, life, officer
from tests.registry.conftest import actor_in

__all__ = ["commune", "folders", "front", "head", "life", "officer", "village"]

PLANNED = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
MEETS = datetime(2026, 12, 6, 12, 30, tzinfo=UTC)  # 19:30 in Hà Nội, a Sunday
AFTER = MEETS + timedelta(days=2)
TOLD = date(2026, 11, 25)


@pytest.fixture
def village(commune):
    return a_village(commune, "ben-say-dong", "Đông Hạ", 12)


@pytest.fixture
def inspector(village):
    return actor_in(village, Role.INSPECTOR)


@pytest.fixture
def year(village, head, front):  # noqa: C901 - many short acts, one story
    """Everything with what does not matter filled in; every act gives the row as it then is."""

    def plan(*matters, at=MEETS, by=head, key=None, **parts):
        meeting = decisions.Planned(at, "Nhà văn hóa thôn", "Trần Văn Lực", "Trần Văn Lực, 0912 000 111")
        planned = actions.Planned(meeting, matters=matters, **parts)
        return actions.plan(village=village, planned=planned, key=key or uuid4().hex, by=by, at=PLANNED)

    def agree(found, *sides, on=date(2026, 11, 23), at=AFTER):
        for side in sides or Agreement.Side.values:
            actions.agree(conference=found, side=side, agreed_on=on, by=head, at=at)

    def tell(found, *, on=TOLD):
        at = datetime.combine(on, PLANNED.timetz())
        decisions.notify(meeting=found.meeting, notified_on=on, documents_on=None, by=head, at=at)
        return again(found)

    def begin(found, present=9):
        meeting = decisions.open_meeting(meeting=found.meeting, happened_at=MEETS, by=head, at=MEETS)
        for entry in meeting.roll.entries.order_by("number")[:present]:
            tick = decisions.Tick(entry=entry.pk, is_present=True, happened_at=MEETS)
            decisions.check_in(meeting=meeting, tick=tick, key=uuid4().hex, by=head, at=MEETS)
        return again(found)

    def report(found, *parts, by=head, **given):
        words = {"presenter": "Nguyễn Thị Hoa", "words": "Năm qua thôn làm được nhiều việc."} | given
        for part in parts or Part.values:
            actions.report(conference=found, part=part, key=uuid4().hex, by=by, at=PLANNED, **words)

    def propose(found, words="Sửa cống đầu ngõ 5", to=Proposal.To.COMMUNE, by=front, key=None):
        return actions.propose(conference=found, words=words, to=to, key=key or uuid4().hex, by=by)

    def reply(proposal, result=Reply.Result.DOING, *, by=head, on=date(2026, 12, 7), key=None, **parts):
        words = {"words": "Xã đã khảo sát"} | parts
        return actions.reply(
            proposal=proposal, result=result, replied_on=on, key=key or uuid4().hex, by=by, at=AFTER, **words
        )

    def end(found):
        decisions.close_meeting(
            meeting=found.meeting, happened_at=MEETS + timedelta(hours=2), by=head, at=MEETS + timedelta(hours=2)
        )
        return again(found)

    def write(found, *, by=head, key=None, reason="", **parts):
        said = {"secretary": "Lò Thị Mơ", "agreed": 9, "conclusion": "Nhất trí các báo cáo."} | parts
        return actions.write_minutes(
            conference=found, said=actions.Said(**said), key=key or uuid4().hex, by=by, at=AFTER, reason=reason
        )

    def held(*matters):
        found = plan(*matters)
        agree(found)
        found = begin(tell(found))
        report(found)
        propose(found)
        return end(found)

    def again(found):
        return Conference.objects.select_related("village__parent", "meeting__roll", "sending").get(pk=found.pk)

    return SimpleNamespace(**{name: value for name, value in locals().items() if callable(value)})
