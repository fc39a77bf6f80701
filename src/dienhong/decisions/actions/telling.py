"""Tell the commune or the Front that something of a village waits for them. No notice names anybody."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.decisions.models import (
    Body,
    Challenge,
    Division,
    Matter,
    Meeting,
    NameErasureProposal,
    Record,
    SentChallenge,
    Step,
)
from dienhong.decisions.queries import disclosed
from dienhong.foundations.actors import Role
from dienhong.foundations.clock import legal_day
from dienhong.notifications import actions as notifications
from dienhong.notifications.models import Notice
from dienhong.registry.models import Locality
from lawcore.ballots.effect import recogniser
from lawcore.ballots.matters import Who
from lawcore.disclosures.periods import changed


def to_recognise(matter: Matter, due_on: date) -> None:
    """LDC art. 21 cl. 2: to who recognises, with the last day."""
    who = recogniser(matter=matter.law, on=matter.begun_on).result
    role = Role.FRONT if who is Who.COMMUNE_FRONT else Role.OFFICER
    subject = _("%(village)s: chờ công nhận “%(title)s”")
    _tell(matter, role, matter.village.parent, subject, key=f"decision:await:{matter.pk}:{role}", due_on=due_on)


def to_fix_day(matter: Matter) -> None:
    """LDC art. 21 cl. 2: to the commune, which adds up its villages."""
    subject = _("%(village)s đã gửi kết quả việc toàn xã “%(title)s”")
    _tell(matter, Role.OFFICER, matter.village.parent, subject, key=f"decision:fix:{matter.pk}")


def to_disclose_end(matter: Matter, step: Step) -> None:
    """LDC art. 14 cl. 1: to the commune, whose disclosure of the decision is to say that it has ended."""
    found = disclosed.disclosure_of(matter)
    if found is None or found.is_closed:
        return
    subject = _("%(village)s: công khai việc quyết định “%(title)s” đã hết hiệu lực")
    url = reverse("decisions:publish-end", args=[matter.pk])
    due = changed(since=step.on).result
    _tell(matter, Role.OFFICER, matter.village.parent, subject, key=f"decision:end:{step.pk}", due_on=due, url=url)


def to_confirm(record: Record) -> None:
    """To the Front of the village: the signed page is there, the second account has to confirm."""
    matter = record.matter
    subject = _("%(village)s: trang đã ký của “%(title)s” chờ Mặt trận xác nhận")
    url = reverse("decisions:record", args=[matter.pk, record.version])
    key = f"decision:confirm:{record.pk}:{matter.village_id}"
    _tell(matter, Role.FRONT, matter.village, subject, key=key, url=url)


def to_decide(division: Division) -> None:
    """Decree 59/2023 art. 3 cl. 6: to the commune, which decides whether the village meets in parts."""
    village = division.meeting.village
    if village.parent is None:
        return
    notice = Notice(
        role=Role.OFFICER,
        locality=village.parent,
        subject=_("%(village)s báo phương án họp theo cụm, chờ xã quyết định") % {"village": village},
        link=reverse("decisions:meeting", args=[division.meeting_id]),
        due_on=None,
        key=f"decision:divide:{division.pk}",
    )
    notifications.notify([notice])


def of_calling_off(meeting: Meeting) -> None:
    """To the Front of the village and to the commune, who were to come; households hear it from the board and aloud."""
    day = legal_day(meeting.planned_at)
    subject = _("%(village)s không họp ngày %(day)s như đã báo") % {
        "village": meeting.village,
        "day": f"{day:%d/%m/%Y}",
    }
    places = ((Role.FRONT, meeting.village), (Role.OFFICER, meeting.village.parent))
    notifications.notify(
        Notice(
            role=role,
            locality=place,
            subject=subject[:200],
            text=meeting.why_off,
            link=reverse("decisions:meeting", args=[meeting.pk]),
            key=f"meeting:off:{meeting.pk}:{role}",
        )
        for role, place in places
        if place is not None
    )


_READ_BY = {Body.COMMITTEE: Role.OFFICER, Body.FRONT: Role.FRONT, Body.INSPECTION: Role.INSPECTOR}


def of_challenge(challenge: Challenge) -> None:
    """LDC art. 24 cl. 4: to the body that answers, and to the commune, which acts if it is right."""
    matter = challenge.matter
    subject = _("%(village)s: công dân kiến nghị về quyết định “%(title)s”")
    url = reverse("decisions:answer-challenge", args=[challenge.pk])
    for role in {_READ_BY[Body(challenge.body)], Role.OFFICER}:
        key = f"challenge:{challenge.pk}:{role}"
        _tell(matter, role, matter.village.parent, subject, key=key, due_on=challenge.until, url=url)


def of_sent(row: SentChallenge) -> None:
    """To the body that it was sent to, which asks who speaks. Without a name."""
    commune = row.matter.village.parent
    subject = _("%(village)s: kiến nghị gửi qua mạng về quyết định “%(title)s”, chờ xác minh")
    url = reverse("decisions:sent-challenge", args=[row.pk])
    role = _READ_BY[Body(row.body)]
    _tell(row.matter, role, commune, subject, key=f"petition:{row.pk}", due_on=row.until, url=url)


def of_erasure(proposal: NameErasureProposal) -> None:
    """To the commune, whose second person decides."""
    if proposal.village.parent is None:
        return
    notice = Notice(
        role=Role.OFFICER,
        locality=proposal.village.parent,
        subject=_("%(village)s: đề nghị xóa tên trong hồ sơ quyết định") % {"village": proposal.village},
        link=reverse("decisions:decide-erasure", args=[proposal.pk]),
        key=f"decision:erasure:{proposal.pk}",
    )
    notifications.notify([notice])


def of_reply(challenge: Challenge) -> None:
    """To the village, which reads the answer on the matter's page; to the commune where it has to act."""
    matter = challenge.matter
    subject = _("%(village)s: đã trả lời kiến nghị về quyết định “%(title)s”")
    for role, place in ((Role.VILLAGE_HEAD, matter.village), (Role.FRONT, matter.village)):
        _tell(matter, role, place, subject, key=f"challenge:{challenge.pk}:reply:{role}")
    _tell(matter, Role.OFFICER, matter.village.parent, subject, key=f"challenge:{challenge.pk}:reply:commune")


def _tell(
    matter: Matter,
    role: Role,
    place: Locality | None,
    subject: str,
    *,
    key: str,
    due_on: date | None = None,
    url: str = "",
) -> None:
    if place is None:
        return
    notice = Notice(
        role=role,
        locality=place,
        subject=(subject % {"village": matter.village, "title": matter.title})[:200],
        link=url or reverse("decisions:matter", args=[matter.pk]),
        due_on=due_on,
        key=key,
    )
    notifications.notify([notice])
