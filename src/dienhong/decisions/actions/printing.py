"""Ask for a paper that takes long, make it when its turn comes, give its file up after some days."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from dienhong.decisions import access
from dienhong.decisions.access import Act
from dienhong.decisions.actions import steps
from dienhong.decisions.models import Meeting, Printing
from dienhong.decisions.papers import catalogue
from dienhong.documents import actions as documents
from dienhong.documents.pdf import PdfUnavailable
from dienhong.foundations import clock, events
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused

KEPT_FOR = timedelta(days=7)
PATIENCE = timedelta(minutes=10)
"""Who asks again while the same paper is being made waits for that one."""


@transaction.atomic
def ask_paper(*, meeting: Meeting, paper: str, kind: str, by: Actor, at: datetime) -> Printing:
    """Have a paper made by the worker; whoever may have it may ask. Refused where it cannot be yet."""
    wanted = catalogue.PAPERS.get(paper)
    if wanted is None or kind not in catalogue.MEDIA:
        raise access.nothing()
    meeting = steps.locked_meeting(meeting, by, act_of(wanted))
    check_ready(wanted, meeting)
    under_way = Printing.objects.filter(
        meeting=meeting, paper=paper, kind=kind, made_at__isnull=True, trouble="", asked_at__gt=at - PATIENCE
    )
    earlier = under_way.order_by("-pk").first()
    if earlier is not None:
        return earlier
    printing = Printing.objects.create(meeting=meeting, paper=paper, kind=kind, asked_by=by.key, asked_at=at)
    steps.sign_meeting("papers.asked", meeting, by, {"paper": paper, "kind": kind}, key=f"printing:{printing.pk}")
    events.publish("meeting.paper_asked", printing_id=printing.pk)
    return printing


def act_of(paper: catalogue.Paper) -> Act:
    """What who gets the paper must be allowed: to see the meeting; to hold it, where it bears households' codes."""
    return Act.HOLD if paper.has_codes else Act.SEE


@transaction.atomic
def note_paper_opened(*, meeting: Meeting, paper: catalogue.Paper, kind: str, by: Actor) -> Meeting:
    """Who had the private codes of all households in hand: written down each time."""
    meeting = steps.locked_meeting(meeting, by, act_of(paper))
    check_ready(paper, meeting)
    steps.sign_meeting("paper.opened", meeting, by, {"paper": paper.slug, "kind": kind})
    return meeting


def check_ready(paper: catalogue.Paper, meeting: Meeting) -> None:
    """Refused where there is no such paper before its time, or of a meeting that is off."""
    if paper.is_off != (meeting.stage == Meeting.Stage.CALLED_OFF):
        raise Refused(
            _("Cuộc họp này vẫn họp như đã báo.")
            if paper.is_off
            else _("Cuộc họp này không họp nên không có giấy này.")
        )
    if paper.needs_roll and meeting.roll_id is None:
        raise Refused(_("Danh sách hộ chưa chốt. Hãy báo họp trước rồi mới in được giấy này."))
    if paper.needs_end and meeting.stage != Meeting.Stage.CLOSED:
        raise Refused(_("Cuộc họp chưa kết thúc nên chưa có giấy này."))


def make_paper(*, printing_id: int, at: datetime) -> Printing:
    """The file of a paper that was asked for. No transaction is open while it is made; run again it does no harm."""
    printing = Printing.objects.select_related("meeting__village__parent", "meeting__roll").get(pk=printing_id)
    if printing.made_at is not None:
        return printing
    by, trouble, data = Actor(key=printing.asked_by, name=""), "", b""
    try:
        with override("vi"):
            paper = catalogue.PAPERS[printing.paper]
            data = catalogue.rendered(
                catalogue.make(paper, printing.meeting, by, on=clock.legal_day(printing.asked_at)), printing.kind
            )
    except (PdfUnavailable, Refused) as reason:
        trouble = str(reason)[:300]
    return _finish(printing, data, trouble, at=at)


@transaction.atomic
def _finish(printing: Printing, data: bytes, trouble: str, *, at: datetime) -> Printing:
    printing = Printing.objects.select_for_update(of=("self",)).get(pk=printing.pk)
    if printing.made_at is not None:
        return printing
    if data:
        name = f"{printing.paper}.{printing.kind}"
        printing.file = documents.store(data=data, name=name, by=printing.asked_by)
    printing.trouble, printing.made_at = trouble, at
    printing.save(update_fields=["file", "trouble", "made_at"])
    return printing


def forget_papers(*, at: datetime) -> int:
    """Give up the files of papers made more than a week ago; how many."""
    old = Printing.objects.filter(file__isnull=False, made_at__lt=at - KEPT_FOR).select_related("file")
    count = 0
    for printing in old.order_by("pk"):
        with transaction.atomic():
            file, printing.file = printing.file, None
            printing.save(update_fields=["file"])
        if file is not None:
            documents.discard(stored=file)
        count += 1
    return count
