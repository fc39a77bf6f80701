"""Two households of one village say by the code on their paper that their entry is wrong; the Front answered one."""

from datetime import datetime, timedelta
from typing import Final

from dienhong.decisions import actions
from dienhong.decisions.codes import HOUSEHOLD_KIND, HOUSEHOLD_PATH, subject_of
from dienhong.decisions.models import Meeting
from dienhong.decisions.models.contests import Error
from dienhong.decisions.queries import entries
from dienhong.documents import actions as documents
from dienhong.foundations.clock import legal_day
from dienhong.registry import queries as registry
from dienhong.registry.models import Locality, User
from dienhong.sample.decisions import CODE

ABOUT: Final = ((2, Error.WRONG_PERSON), (3, Error.NOT_THERE))
FOUND: Final = "Danh sách dự họp có chữ ký của người đại diện hộ; hai hộ ngồi cạnh xác nhận."


def tell(place: Locality, *, at: datetime) -> None:
    """The day after the village's first meeting, by the households themselves; answered by the village's Front."""
    ended = Meeting.objects.filter(village__code=CODE, village__path__startswith=place.path, is_yearly=False)
    meeting = ended.filter(stage=Meeting.Stage.CLOSED).order_by("planned_at", "pk").first()
    if meeting is None or meeting.roll is None:
        return
    front = registry.actor_of(User.objects.get(username="mat-tran-thon"), on=legal_day(at))
    head = registry.actor_of(User.objects.get(username="dong-ha"), on=legal_day(at))
    for number, error in ABOUT:
        entry = meeting.roll.entries.get(number=number)
        subject = subject_of(meeting.pk, entry.household_id)
        forms = documents.issue_codes(
            kind=HOUSEHOLD_KIND,
            subjects=[subject],
            path=HOUSEHOLD_PATH,
            locality=meeting.village.code,
            about=f"decisions.meeting:{meeting.pk}",
            by=head.key,
        )
        own = entries.own(forms[subject].code)
        if own is None or own.ended_on is None:
            continue
        on = own.ended_on + timedelta(days=1)
        made = actions.contest(own=own, error=error, key="sample", on=on)
        if error is Error.NOT_THERE:
            actions.answer_contest(contest=made, is_right=False, reason=FOUND, by=front, at=at)
