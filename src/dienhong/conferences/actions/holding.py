"""At the conference and after it: proposals and what became of them, the minutes, the result sent."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.conferences import access
from dienhong.conferences.access import REPLIES, Act
from dienhong.conferences.actions.preparing import digest_of
from dienhong.conferences.actions.signing import locked, sign
from dienhong.conferences.models import Conference, Minutes, Proposal, Reply, Sending, SignedMinutes
from dienhong.conferences.queries.content import content_of
from dienhong.decisions import queries as decisions
from dienhong.decisions.models import Meeting
from dienhong.disclosures.screening import screen_text
from dienhong.documents import actions as documents
from dienhong.foundations import clock
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from lawcore.vietnamese import nfc

HELD = frozenset({Meeting.Stage.OPEN, Meeting.Stage.CLOSED})


@transaction.atomic
def propose(*, conference: Conference, words: str, to: str, key: str, by: Actor) -> Proposal:
    """Decree 59/2023 art. 11 cl. 2 pt. đ: what households asked for, with its number. Everybody may read the words."""
    conference = locked(conference, by, Act.HOLD)
    earlier = Proposal.objects.filter(key=key).first()
    if earlier is not None:
        return earlier
    if conference.meeting.stage not in HELD:
        raise Refused(_("Hội nghị chưa khai mạc nên chưa ghi kiến nghị được."))
    if to not in Proposal.To.values:
        raise Refused(_("Hãy chọn nơi trả lời kiến nghị."))
    made = Proposal.objects.create(
        conference=conference,
        number=conference.proposals.count() + 1,
        words=_open(words),
        to=to,
        key=key,
        recorded_by=by.key,
    )
    sign("proposal.recorded", conference, by, {"number": made.number, "to": to}, made, key=f"proposal:{key}")
    return made


@transaction.atomic
def reply(*, proposal: Proposal, result: str, words: str, replied_on: date, key: str, by: Actor, at: datetime) -> Reply:
    """Decree 59/2023 art. 11 cl. 2 pt. e: what became of a proposal. A later word stands above the earlier ones."""
    act = REPLIES.get(proposal.to)
    if act is None:
        raise access.nothing()
    conference = locked(proposal.conference, by, act)
    earlier = Reply.objects.filter(key=key).first()
    if earlier is not None:
        return earlier
    if result not in Reply.Result.values:
        raise Refused(_("Hãy chọn kết quả."))
    if replied_on > clock.legal_day(at):
        raise Refused(_("Ngày trả lời chưa đến. Hãy kiểm tra lại ngày."))
    opened_at = conference.meeting.opened_at
    if opened_at is not None and replied_on < clock.legal_day(opened_at):
        raise Refused(_("Ngày trả lời trước ngày hội nghị. Hãy kiểm tra lại ngày."))
    made = Reply.objects.create(
        proposal=proposal, result=result, words=_open(words), replied_on=replied_on, key=key, recorded_by=by.key
    )
    data = {"number": proposal.number, "result": result}
    sign("proposal.answered", conference, by, data, made, on=replied_on, key=f"reply:{key}")
    return made


def _open(words: str) -> str:
    """Words that everybody reads: personal data in them is refused."""
    words = nfc(words).strip()
    if not words:
        raise Refused(_("Hãy ghi nội dung."))
    found = screen_text(words).findings
    if found:
        raise Refused(
            _("Lời này hiện với mọi người nên không ghi %(what)s. Hãy ghi việc, không ghi người.")
            % {"what": found[0].excerpt}
        )
    return words


@dataclass(frozen=True, slots=True)
class Said:
    """What the secretary adds to what the system knows."""

    secretary: str
    agreed: int
    conclusion: str
    praised: str = ""


@transaction.atomic
def write_minutes(
    *, conference: Conference, said: Said, key: str, by: Actor, at: datetime, reason: str = ""
) -> Minutes:
    """Decree 59/2023 art. 11 cl. 2: the minutes, once the meeting is over. A correction is a new version, with why."""
    conference = locked(conference, by, Act.HOLD)
    earlier = Minutes.objects.filter(key=key).first()
    if earlier is not None:
        return earlier
    if conference.meeting.stage != Meeting.Stage.CLOSED:
        raise Refused(_("Hãy kết thúc hội nghị trước khi lập biên bản."))
    version = conference.minutes.count() + 1
    if version > 1 and not reason.strip():
        raise Refused(_("Bản sửa phải ghi lý do. Bản cũ vẫn được giữ nguyên."))
    if not said.secretary.strip() or not said.conclusion.strip():
        raise Refused(_("Hãy ghi thư ký và kết luận của hội nghị."))
    present = len(decisions.present_numbers(conference.meeting))
    if said.agreed > present:
        raise Refused(_("Chỉ có %(n)d hộ dự hội nghị. Hãy kiểm tra lại số hộ đồng ý.") % {"n": present})
    words = {
        "secretary": nfc(said.secretary).strip(),
        "praised": nfc(said.praised).strip(),
        "conclusion": nfc(said.conclusion).strip(),
    }
    content = {
        **content_of(conference, present=present, agreed=said.agreed, on=clock.legal_day(at)),
        **words,
        "version": version,
        "salt": secrets.token_hex(16),
    }
    made = Minutes.objects.create(
        conference=conference,
        version=version,
        present=present,
        agreed=said.agreed,
        reason=nfc(reason).strip(),
        content=content,
        digest=digest_of(content),
        key=key,
        recorded_by=by.key,
        **words,
    )
    data = {"version": version, "digest": made.digest, "present": present, "agreed": said.agreed}
    sign("conference_minutes.written", conference, by, data, made, key=f"conference-minutes:{key}")
    return made


@transaction.atomic
def add_page(*, minutes: Minutes, file_name: str, chunks: Iterable[bytes], key: str, by: Actor) -> SignedMinutes:
    """Decree 59/2023 art. 11 cl. 2 pt. a: the minutes as secretary and chair signed them, photographed.

    Only of the newest version; one `key` is one photo.
    """
    conference = locked(minutes.conference, by, Act.HOLD)
    earlier = SignedMinutes.objects.filter(key=key).first()
    if earlier is not None:
        if earlier.minutes_id != minutes.pk:
            raise Refused(_("Mã gửi này đã dùng cho việc khác. Hãy mở lại trang rồi gửi lại."))
        return earlier
    if conference.minutes.filter(version__gt=minutes.version).exists():
        raise Refused(_("Đã có bản mới hơn của biên bản này. Hãy mở bản mới nhất."))
    stored = documents.store(data=b"".join(chunks), name=file_name, by=by.key)
    made = SignedMinutes.objects.create(
        minutes=minutes, file=stored, file_name=file_name[:200], key=key, recorded_by=by.key
    )
    data = {"version": minutes.version, "file": stored.sha256}
    sign("page.added", conference, by, data, made, key=f"conference-page:{key}")
    return made


@transaction.atomic
def send(*, conference: Conference, sent_on: date, by: Actor, at: datetime) -> Sending:
    """Decree 59/2023 art. 11 cl. 2: the result goes to commune and Front in writing, once there are minutes."""
    conference = locked(conference, by, Act.PLAN)
    earlier = Sending.objects.filter(conference=conference).first()
    if earlier is not None:
        return earlier
    if not conference.minutes.exists():
        raise Refused(_("Hãy lập biên bản trước khi gửi báo cáo kết quả."))
    closed_at = conference.meeting.closed_at
    if sent_on > clock.legal_day(at) or (closed_at is not None and sent_on < clock.legal_day(closed_at)):
        raise Refused(_("Ngày gửi phải từ ngày hội nghị đến hôm nay. Hãy kiểm tra lại ngày."))
    made = Sending.objects.create(conference=conference, sent_on=sent_on, recorded_by=by.key)
    sign("conference.sent", conference, by, {}, made, on=sent_on, key=f"conference:{conference.pk}:sent")
    return made
