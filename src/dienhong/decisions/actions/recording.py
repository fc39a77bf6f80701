"""Write the decision down from what happened; have it signed by hand, confirmed from two accounts; put it right."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from dienhong.decisions import access, published
from dienhong.decisions.access import Act
from dienhong.decisions.actions import steps, telling
from dienhong.decisions.actions.steps import NOW, Hours
from dienhong.decisions.models import Confirmation, Matter, Meeting, Record, SignedPage
from dienhong.decisions.queries.contents import content_of, digest_of
from dienhong.documents import actions as documents
from dienhong.foundations import clock
from dienhong.foundations.actors import Actor, Role
from dienhong.foundations.refusals import NotAllowed, Refused
from dienhong.ledger.rows import sealed
from dienhong.registry import queries as registry
from dienhong.registry.models import User
from lawcore.ballots.documents import signed
from lawcore.vietnamese import nfc

BOTH = 2
WRITTEN = frozenset({"passed", "signed", "sent", "awaiting", "in_force"})
"""Stages at which a record may be written or put right."""


@transaction.atomic
def write(
    *, matter: Matter, key: str, by: Actor, at: datetime, reason: str = "", read_back: bool = False, hours: Hours = NOW
) -> Record:
    """LDC art. 20 cl. 1, 2: the written decision, filled from what happened. A later one needs its `reason`.

    The same `key` is the same version. `read_back`: it was read aloud to those present.
    """
    steps.locked(matter, by, Act.HOLD)
    return put_right(matter=matter, key=key, by=by, at=at, reason=reason, read_back=read_back, hours=hours)


def put_right(
    *, matter: Matter, key: str, by: Actor, at: datetime, reason: str = "", read_back: bool = False, hours: Hours = NOW
) -> Record:
    """The record as `write` makes it, for who may have one made anew without holding the vote: access was checked."""
    matter = steps.locked(matter, by, Act.SEE)
    earlier = Record.objects.filter(key=key).first()
    if earlier is not None:
        if earlier.matter_id != matter.pk:
            raise Refused(_("Mã gửi này đã dùng cho việc khác. Hãy mở lại trang rồi gửi lại."))
        return earlier
    if matter.stage not in WRITTEN:
        raise Refused(_("Việc này chưa được thông qua nên chưa lập được quyết định."))
    outcome = matter.outcomes.order_by("-pk").first()
    if outcome is None:
        raise Refused(_("Chưa có kết quả biểu quyết."))
    if outcome.item is not None and outcome.item.meeting.stage != Meeting.Stage.CLOSED:
        raise Refused(_("Hãy kết thúc cuộc họp trước khi lập biên bản."))
    version = matter.records.count() + 1
    if version > 1 and not reason.strip():
        raise Refused(_("Bản sửa phải ghi lý do. Bản cũ vẫn được giữ nguyên."))
    content = {
        **content_of(matter, outcome),
        "heads_both": heads_both(matter, on=clock.legal_day(at)),
        "version": version,
        "salt": secrets.token_hex(16),
    }
    record = Record.objects.create(
        matter=matter,
        version=version,
        content=content,
        digest=digest_of(content),
        reason=nfc(reason).strip(),
        read_back=read_back,
        happened_at=hours.happened_at,
        entered_at=hours.entered_at,
        key=key,
        recorded_by=by.key,
    )
    data = {"version": version, "digest": record.digest, **sealed(record)}
    steps.sign("record.written", matter, by, data, key=f"record:{key}")
    steps.publish(matter, by, published.of_record(record))
    return record


@dataclass(frozen=True, slots=True)
class Page:
    """The signed paper, photographed; who signed it by hand."""

    file_name: str
    chunks: Iterable[bytes]
    village_head: bool
    front_head: bool
    representatives: tuple[str, ...]
    front_member: bool = False


@transaction.atomic
def add_page(*, record: Record, page: Page, key: str, by: Actor, at: datetime, hours: Hours = NOW) -> SignedPage:
    """LDC art. 20 cl. 2 pt. g: the photo of the paper that village head, Front head and two households signed."""
    matter = steps.locked(record.matter, by, Act.HOLD)
    earlier = SignedPage.objects.filter(key=key).first()
    if earlier is not None:
        if earlier.record_id != record.pk:
            raise Refused(_("Mã gửi này đã dùng cho việc khác. Hãy mở lại trang rồi gửi lại."))
        return earlier
    _newest(record)
    names = [nfc(each).strip() for each in page.representatives if each.strip()]
    why = signed(
        village_head=page.village_head,
        front_head=page.front_head,
        representatives=len(set(names)),
        same_person=heads_both(matter, on=clock.legal_day(at)),
        front_member=page.front_member,
        on=matter.begun_on,
    )
    if not why.result:
        raise Refused(why.explanation)
    stored = documents.store(data=b"".join(page.chunks), name=page.file_name, by=by.key)
    made = SignedPage.objects.create(
        record=record,
        file=stored,
        file_name=page.file_name[:200],
        village_head=page.village_head,
        front_head=page.front_head,
        front_member=page.front_member,
        representatives=names,
        why=why.stored(),
        happened_at=hours.happened_at,
        entered_at=hours.entered_at,
        key=key,
        recorded_by=by.key,
    )
    data = {"version": record.version, "file": stored.sha256, **sealed(made)}
    steps.sign("page.added", matter, by, data, key=f"page:{key}")
    steps.publish(matter, by, published.of_page(made))
    telling.to_confirm(record)
    return made


def heads_both(matter: Matter, *, on: date) -> bool:
    """Whether one person is that day village head and head of the village's Front board, which the law allows."""
    heads = registry.posts_on(on).filter(locality=matter.village)
    village_heads = set(heads.filter(role=Role.VILLAGE_HEAD).values_list("person", flat=True))
    return heads.filter(role=Role.FRONT, person__in=village_heads).exists()


@transaction.atomic
def confirm(*, record: Record, confirmed_as: Confirmation.As, by: Actor, at: datetime) -> Confirmation:
    """One of the two who say, each from their own account, that the record tells what happened.

    Who chaired confirms as chair; the head of the Front board as Front, or, where that is the same person, another
    member of the board. The second confirmation makes the decision signed, once its signed page is there.
    """
    matter = steps.locked(record.matter, by, Act.SEE)
    _newest(record)
    village_side = confirmed_as == Confirmation.As.CHAIR
    access.check(by, Act.CONFIRM_AS_CHAIR if village_side else Act.CONFIRM_AS_FRONT, matter.village)
    same = heads_both(matter, on=clock.legal_day(at))
    if confirmed_as == Confirmation.As.FRONT and same:
        raise Refused(
            _("Trưởng thôn đồng thời là Trưởng ban công tác Mặt trận: một thành viên khác của Ban xác nhận thay.")
        )
    if confirmed_as == Confirmation.As.FRONT_MEMBER and not same:
        raise Refused(_("Việc này do Trưởng ban công tác Mặt trận xác nhận."))
    person = User.objects.get(pk=by.account_id).person
    earlier = Confirmation.objects.filter(record=record, person=person).first()
    if earlier is not None:
        if earlier.confirmed_as == confirmed_as:
            return earlier
        raise NotAllowed(_("Anh/chị đã xác nhận rồi. Phía bên kia phải do người khác xác nhận bằng tài khoản của họ."))
    if not record.pages.exists():
        raise Refused(_("Hãy chụp và gửi trang biên bản đã ký trước khi xác nhận."))
    try:
        with transaction.atomic():
            made = Confirmation.objects.create(
                record=record, confirmed_as=confirmed_as, person=person, recorded_by=by.key
            )
    except IntegrityError as error:
        raise Refused(_("Phía này đã có người xác nhận.")) from error
    told = {"version": record.version, "as": str(confirmed_as), "digest": record.digest, **sealed(made)}
    steps.sign("record.confirmed", matter, by, told)
    steps.publish(matter, by, published.of_confirmation(made))
    if matter.stage == "passed" and record.confirmations.count() == BOTH:
        page = record.pages.order_by("-pk")[0]
        steps.advance(
            matter,
            "sign",
            on=clock.legal_day(at),
            key=f"record:{record.pk}:sign",
            by=by,
            data={"version": record.version, "digest": record.digest, "file": page.file.sha256},
            file=page.file,
        )
        matter.save(update_fields=["stage"])
    return made


def _newest(record: Record) -> None:
    if Record.objects.filter(matter=record.matter_id, version__gt=record.version).exists():
        raise Refused(_("Đã có bản mới hơn của biên bản này. Hãy mở bản mới nhất."))
