"""What of a decision's file can be erased, what the law keeps, what waits for a second person."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dienhong.decisions import access
from dienhong.decisions.models import (
    Challenge,
    Choice,
    Consent,
    Item,
    Matter,
    NameErasure,
    NameErasureProposal,
    Outcome,
    Passing,
    Presence,
    SentChallenge,
    Sheet,
    SignedPage,
    SlipSheet,
    Visit,
)
from dienhong.decisions.queries import public
from dienhong.foundations import clock
from dienhong.foundations.actors import Actor
from dienhong.foundations.waiting import Waiting
from dienhong.ledger.rows import label
from dienhong.registry.models import Locality
from lawcore.ballots.meetings import Choice as Chosen

DIGESTED = ("petition.digested",)
"""Entries of the ledger that are nothing but a keyed hash of words: erased with them."""
SENT = {"name": "", "address": "", "phone": "", "words": "", "digest": ""}
NOBODY = "-"
PETITION = {"name": NOBODY, "address": "", "words": NOBODY}


SIGNED = "Luật số 10/2022/QH15, Điều 20 khoản 2 điểm g"
COUNTED = "Nghị định số 59/2023/NĐ-CP, Điều 3 khoản 5 điểm c"
COLLECTED = "Nghị định số 59/2023/NĐ-CP, Điều 4"
"""By what the names stand on a signed paper: the decision, the minutes of a secret count, those of a ballot round."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A table whose rows can be emptied of names: what such a row is, of which village, what then stands in it.

    `names` reads who stands in a row; `cite` is the article that has a signed paper bear these names, of a row for
    which there is one: who counted hands, and who kept the minutes, no text read here asks for by name.
    """

    model: type[Model]
    words: Any
    matter: str  # the path from the row to the matter whose file it stands in
    village: Callable[[Any], Locality]
    values: Mapping[str, Any]
    names: Callable[[Any], str] = lambda _row: ""
    cite: Callable[[Any], str] = lambda _row: ""
    waits: Callable[[Any], bool] = lambda _row: False  # whether the data are needed still


def _is_open(row: SentChallenge) -> bool:
    found = getattr(row, "verification", None)
    return found is None or (found.challenge is not None and _is_unanswered(found.challenge))


def _is_unanswered(row: Challenge) -> bool:
    return getattr(row, "reply", None) is None


def _who_came(row: Presence | Passing | Consent) -> str:
    """Empty says that the representative on the roll came: what is erased must not become that."""
    return "" if row.by_name == NOBODY else row.by_name


KINDS: Mapping[str, Kind] = {
    "decisions.sentchallenge": Kind(
        SentChallenge,
        gettext_lazy("Kiến nghị gửi qua mạng"),
        "matter",
        lambda row: row.matter.village,
        SENT,
        waits=_is_open,
    ),
    "decisions.challenge": Kind(
        Challenge,
        gettext_lazy("Kiến nghị về quyết định"),
        "matter",
        lambda row: row.matter.village,
        PETITION,
        waits=_is_unanswered,
    ),
    "decisions.presence": Kind(
        Presence,
        gettext_lazy("Người đến thay mặt hộ"),
        "meeting__items__matter",
        lambda row: row.meeting.village,
        {"by_name": NOBODY},
        _who_came,
    ),
    "decisions.passing": Kind(
        Passing,
        gettext_lazy("Người nhận, nộp phiếu thay hộ"),
        "ballot_round__matter",
        lambda row: row.ballot_round.village,
        {"by_name": NOBODY},
        _who_came,
    ),
    "decisions.visit": Kind(
        Visit,
        gettext_lazy("Ghi chú lần đến nhà"),
        "ballot_round__matter",
        lambda row: row.ballot_round.village,
        {"words": ""},
        lambda row: str(row.words),
    ),
    "decisions.consent": Kind(
        Consent,
        gettext_lazy("Người thay mặt hộ đồng thuận sáng kiến"),
        "initiative__matter",
        lambda row: row.initiative.village,
        {"by_name": NOBODY},
        _who_came,
    ),
    "decisions.choice": Kind(
        Choice,
        gettext_lazy("Thư ký, Ban kiểm phiếu"),
        "meeting__items__matter",
        lambda row: row.meeting.village,
        {"names": []},
        lambda row: ", ".join(row.names),
        cite=lambda row: COUNTED if row.what == Chosen.TELLERS else "",
    ),
    "decisions.sheet": Kind(
        Sheet,
        gettext_lazy("Người đếm"),
        "item__matter",
        lambda row: row.item.meeting.village,
        {"counter": NOBODY},
        lambda row: "" if row.counter == NOBODY else str(row.counter),
        cite=lambda row: COUNTED if row.item.method == Item.Method.SECRET else "",
    ),
    "decisions.slipsheet": Kind(
        SlipSheet,
        gettext_lazy("Người kiểm phiếu"),
        "ballot_round__matter",
        lambda row: row.ballot_round.matter.village,
        {"counter": NOBODY},
        lambda row: "" if row.counter == NOBODY else str(row.counter),
        cite=lambda _row: COLLECTED,
    ),
    "decisions.outcome": Kind(
        Outcome,
        gettext_lazy("Đại diện hộ chứng kiến kiểm phiếu"),
        "matter",
        lambda row: row.matter.village,
        {"witnesses": []},
        lambda row: ", ".join(row.witnesses),
        cite=lambda _row: COUNTED,
    ),
    "decisions.signedpage": Kind(
        SignedPage,
        gettext_lazy("Đại diện hộ đã ký"),
        "record__matter",
        lambda row: row.record.matter.village,
        {"representatives": []},
        lambda row: ", ".join(row.representatives),
        cite=lambda _row: SIGNED,
    ),
}


@dataclass(frozen=True, slots=True)
class Subject:
    """A row whose names may go: its name in the ledger, what it is, its village."""

    name: str
    kind: Kind
    row: Any
    village: Locality


def subject(name: str) -> Subject:
    """The row of such a name. Raises NotFound."""
    table, _colon, pk = name.rpartition(":")
    kind = KINDS.get(table)
    row = kind.model._default_manager.filter(pk=int(pk)).first() if kind is not None and _is_number(pk) else None  # noqa: SLF001
    if kind is None or row is None:
        raise access.nothing()
    online = getattr(row, "came_online", None)
    if isinstance(row, Challenge) and online is not None:  # what counts goes with what was sent
        return subject(label(online.sent))
    return Subject(name, kind, row, kind.village(row))


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 16  # noqa: PLR2004 - as a database holds


def is_erased(found: Subject) -> bool:
    """Whether two people had it erased."""
    return NameErasure.objects.filter(subject=found.name, is_approved=True).exists()


def why_not(found: Subject) -> str | None:
    """Why the names of this row cannot be erased now; None where they can."""
    if is_erased(found):
        return _("Dữ liệu này đã được xóa.")
    if found.kind.waits(found.row):
        return _("Kiến nghị này chưa xong. Hãy xác minh, trả lời rồi đề nghị xóa.")
    if isinstance(found.row, SentChallenge | Challenge):
        return None
    if (kept := _kept_by_law(found.kind, found.row)) is not None:
        return kept
    rows = found.kind.model._default_manager.filter(pk=found.row.pk)  # noqa: SLF001
    matters = Matter.objects.filter(pk__in=rows.values(found.kind.matter))
    return _going_on() if any(_is_going_on(each) for each in matters) else None


def _is_going_on(matter: Matter) -> bool:
    """Whether who came, counted or signed is needed still: nothing is decided, or a petition waits for its answer."""
    return matter.stage in public.OPEN or matter.challenges.filter(reply=None).exists()


def _going_on() -> str:
    return _("Việc này chưa xong hoặc còn kiến nghị chưa trả lời: tên còn cần để kiểm tra. Xong rồi hãy đề nghị xóa.")


def _kept_by_law(kind: Kind, row: Any) -> str | None:
    """Why a signed paper keeps these names: what the texts ask of it. How long, only the setting says."""
    if not (cite := kind.cite(row)):
        return None
    years: int | None = settings.DIENHONG_SIGNED_NAMES_YEARS
    if years is None:
        return _(
            "Giấy tờ đã ký phải có họ tên này (%(cite)s) nên không xóa. Các văn bản ấy không ghi giữ bao lâu; nơi đã "
            "có quy định về lưu trữ thì người cài đặt ghi số năm."
        ) % {"cite": cite}
    if clock.legal_day(row.recorded_at).year + years >= clock.legal_day(clock.read()).year:
        return _("Giấy tờ đã ký phải có họ tên này (%(cite)s); nơi này giữ %(years)s năm.") % {
            "cite": cite,
            "years": years,
        }
    return None


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a matter's file that names somebody, and why it cannot be erased; "" where it can."""

    subject: str
    words: str
    names: str
    on: date
    why_not: str


def of_matter(matter: Matter) -> list[Line]:
    """Whoever is named in the file of a matter besides who petitions. A query for each kind."""
    found = []
    going_on = _going_on() if _is_going_on(matter) else ""
    for name, kind in KINDS.items():
        if name in {"decisions.sentchallenge", "decisions.challenge"}:
            continue
        rows: QuerySet[Any] = kind.model._default_manager.filter(**{kind.matter: matter})  # noqa: SLF001
        for row in rows.select_related(*(("item",) if kind.model is Sheet else ())).order_by("pk"):
            names = kind.names(row)
            if names:
                why = _kept_by_law(kind, row) or going_on
                found.append(Line(label(row), str(kind.words), names, clock.legal_day(row.recorded_at), why))
    return found


def emptied(found: Subject) -> Iterator[tuple[QuerySet[Any], Mapping[str, Any]]]:
    """The rows to empty, with what then stands in each: a petition that counts goes with what was sent."""
    yield found.kind.model._default_manager.filter(pk=found.row.pk), found.kind.values  # noqa: SLF001
    if isinstance(found.row, SentChallenge):
        yield Challenge.objects.filter(came_online__sent=found.row), PETITION


def proposal(pk: int, actor: Actor) -> NameErasureProposal:
    """For who decides such things there. Raises NotFound."""
    found = NameErasureProposal.objects.select_related("village__parent", "decision").filter(pk=pk).first()
    if found is None or not access.may_recognise(actor, found.village, front=False):
        raise access.nothing()
    return found


def waiting_name_erasures(actor: Actor, _on: date) -> Iterator[Waiting]:
    """What somebody else proposed to erase, for who may decide. One query, none for others."""
    communes = access.communes(actor)
    if not communes:
        return
    waiting = NameErasureProposal.objects.filter(village__parent__in=communes, decision__isnull=True)
    for each in waiting.exclude(proposed_by=actor.key).select_related("village__parent").order_by("pk"):
        yield Waiting(
            _("Đề nghị xóa tên trong hồ sơ quyết định chờ quyết định"),
            reverse("decisions:decide-erasure", args=[each.pk]),
            str(each.village),
        )
