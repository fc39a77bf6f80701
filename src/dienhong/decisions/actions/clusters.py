"""Meet in parts: the village head reports how, the commune decides (LDC art. 18 cl. 3; Decree 59/2023 art. 3 cl. 6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from dienhong.decisions import access
from dienhong.decisions.access import Act
from dienhong.decisions.actions import steps, telling
from dienhong.decisions.models import Cluster, Division, Meeting, Seat
from dienhong.foundations import clock
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import NotAllowed, Refused
from dienhong.ledger.canonical import JSON
from dienhong.ledger.rows import Together, sealed
from lawcore.ballots.meetings import clusters_allowed
from lawcore.vietnamese import nfc

FEWEST_CLUSTERS = 2


@dataclass(frozen=True, slots=True)
class Part:
    """A cluster as it is planned: the numbers on the roll of its households, where it meets, who leads."""

    name: str
    numbers: Sequence[int]
    place: str = ""
    chair: str = ""


@transaction.atomic
def report_clusters(
    *, meeting: Meeting, parts: Sequence[Part], scattered: bool, key: str, by: Actor, at: datetime
) -> Division:
    """Decree 59/2023 art. 3 cl. 6: the head reports the parts to the commune; every household in one of them."""
    earlier = Division.objects.filter(key=key).first()
    if earlier is not None:
        if earlier.meeting_id != meeting.pk:
            raise Refused(_("Mã gửi này đã dùng cho việc khác. Hãy mở lại trang rồi gửi lại."))
        return earlier
    meeting = steps.locked_meeting(meeting, by, Act.PROPOSE)
    if meeting.roll is None or meeting.stage != Meeting.Stage.NOTIFIED:
        raise Refused(_("Hãy báo họp trước rồi mới chia cụm, vì lúc đó danh sách hộ mới được chốt."))
    allowed = clusters_allowed(
        households=meeting.roll.households, scattered=scattered, on=clock.legal_day(meeting.planned_at)
    )
    if not allowed.result:
        raise Refused(allowed.explanation)
    if meeting.clusters.exists() or meeting.divisions.filter(is_approved__isnull=True).exists():
        raise Refused(_("Cuộc họp này đã chia cụm hoặc đang chờ xã quyết định."))
    seated = [number for part in parts for number in part.numbers]
    on_roll = set(meeting.roll.entries.values_list("number", flat=True))
    if len(parts) < FEWEST_CLUSTERS or len(seated) != len(set(seated)) or set(seated) != on_roll:
        raise Refused(_("Mỗi hộ trong danh sách phải ở đúng một cụm, và phải có ít nhất hai cụm."))
    names = [nfc(part.name).strip() for part in parts]
    if not all(names) or len({each.casefold() for each in names}) != len(names):
        raise Refused(_("Mỗi cụm phải có tên riêng."))
    on = clock.legal_day(at)
    try:
        with transaction.atomic():
            made = Division.objects.create(
                meeting=meeting,
                parts=[
                    {
                        "name": name,
                        "place": nfc(part.place).strip(),
                        "chair": nfc(part.chair).strip(),
                        "numbers": sorted(part.numbers),
                    }
                    for name, part in zip(names, parts, strict=True)
                ],
                scattered=scattered,
                why=allowed.stored(),
                reported_on=on,
                key=key,
                recorded_by=by.key,
            )
    except IntegrityError as error:
        raise Refused(_("Cuộc họp này đã chia cụm hoặc đang chờ xã quyết định.")) from error
    data = {"clusters": [len(part.numbers) for part in parts], **sealed(made)}
    steps.sign_meeting("division.proposed", meeting, by, data, on=on, key=f"division:{key}")
    telling.to_decide(made)
    return made


@transaction.atomic
def divide(*, division: Division, agrees: bool, by: Actor, at: datetime, words: str = "") -> list[Cluster]:
    """Decree 59/2023 art. 3 cl. 6: the commune decides; once it agrees, the village meets in these parts.

    Not the village itself: somebody whose post covers the commune. A refusal has its reason.
    """
    meeting = steps.locked_meeting(division.meeting, by, Act.SEE)
    if not access.may_recognise(by, meeting.village, front=False):
        raise NotAllowed(_("Phương án họp theo cụm do Ủy ban nhân dân cấp xã quyết định."))
    division = Division.objects.select_for_update().get(pk=division.pk)
    if division.is_approved is not None:
        if division.is_approved == agrees:
            return list(meeting.clusters.order_by("pk"))
        raise Refused(_("Xã đã quyết định về phương án này."))
    if meeting.stage != Meeting.Stage.NOTIFIED or meeting.roll is None:
        raise Refused(_("Cuộc họp đã khai mạc hoặc đã báo không họp nên không chia cụm được nữa."))
    if not agrees and not words.strip():
        raise Refused(_("Không đồng ý chia cụm thì hãy ghi lý do để thôn sửa phương án."))
    on = clock.legal_day(at)
    division.is_approved, division.decided_on, division.decided_by = agrees, on, by.key
    division.words = nfc(words).strip()[:300]
    division.save(update_fields=["is_approved", "decided_on", "decided_by", "words"])
    made = _clusters(meeting, division) if agrees else []
    data = {"clusters": [len(part["numbers"]) for part in division.parts], **_sealed(division, meeting)}
    verb = "divided" if agrees else "refused"
    kind = "meeting.divided" if agrees else f"division.{verb}"
    steps.sign_meeting(kind, meeting, by, data, on=on, key=f"division:{division.pk}:{verb}")
    return made


def _sealed(division: Division, meeting: Meeting) -> dict[str, JSON]:
    """The commune's word; with a yes the parts, who meets in which, and the meeting that is now in parts."""
    if not division.is_approved:
        return sealed(division)
    return sealed(division, meeting, *(Together(model, "meeting", meeting.pk) for model in (Cluster, Seat)))


def _clusters(meeting: Meeting, division: Division) -> list[Cluster]:
    entries = {each.number: each for each in meeting.roll.entries.all()} if meeting.roll else {}
    made = []
    for part in division.parts:
        cluster = Cluster.objects.create(meeting=meeting, name=part["name"], place=part["place"], chair=part["chair"])
        Seat.objects.bulk_create(
            Seat(cluster=cluster, meeting=meeting, entry=entries[number]) for number in part["numbers"]
        )
        made.append(cluster)
    meeting.in_clusters = True
    meeting.save(update_fields=["in_clusters"])
    return made
