"""What a telephone recorded at the doors of a ballot round, act by act: each calls what the pages call."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from django.db.models import Q
from django.utils.translation import gettext as _

from dienhong.decisions.access import Act
from dienhong.decisions.actions import round_counts, rounds, slips
from dienhong.decisions.actions.taking import Conflict, Intake, Same, Taking
from dienhong.decisions.models import BallotRound, Passing, PhoneEvent, Slip, SlipAnswer, SlipSheet
from dienhong.decisions.queries import rounds as queries
from dienhong.foundations.refusals import Refused
from lawcore.vietnamese import nfc, search_folded

To = Passing.To
Result = PhoneEvent.Result


def _kept_as(taking: Taking[BallotRound]) -> PhoneEvent.Result | None:
    """After the count nothing enters; during it only what is counted. What rests on something kept aside is kept too.

    An answer of a secret round is kept nowhere, not even for a person to decide.
    """
    row, event = taking.held, taking.event
    if event.kind == "answer" and not row.is_named:
        return None
    if PhoneEvent.objects.filter(key__in=event.after, late__isnull=False).exists():
        return Result.CONFLICT
    is_over = row.stage not in queries.BEFORE_COUNT and event.kind != "paper"
    is_counted = row.stage == "counting" and event.kind in {"slip", "visit"}
    return Result.LATE if is_over or is_counted else None


def _begin(taking: Taking[BallotRound]) -> None:
    if taking.held.opened_at is not None:
        raise Same
    rounds.begin_round(
        ballot_round=taking.held,
        is_marked=taking.event.data["is_marked"],
        by=taking.by,
        at=taking.at,
        happened_at=taking.moment,
    )


def _slip(taking: Taking[BallotRound]) -> Slip:
    found = taking.held.slips.filter(number=taking.event.data["slip"]).first()
    if found is None:
        raise Refused(_("Không có phiếu số này trong tập phiếu của đợt."))
    return found


def _pass(taking: Taking[BallotRound]) -> None:
    data, row, slip = taking.event.data, taking.held, _slip(taking)
    if data["to"] not in To.values:
        raise Refused(_("Hãy chọn: đã phát, đã thu, hỏng, hộ trả lại, hay ghi nhầm."))
    given = slips.Pass(
        entry=data["entry"],
        to=To(data["to"]),
        happened_at=taking.event.happened_at,
        slip=slip.pk,
        words=data["words"],
        device=taking.phone.device,
        entered_at=taking.event.entered_at,
        by_name=data["by_name"],
        moment=taking.moment,
    )
    _compare(taking, slip, slips.late_or(given, row))
    if row.stage == "counting" and given.at <= row.collects_until:
        raise Refused(_("Đang kiểm phiếu: phiếu này về sau khi đã khép. Hãy báo Tổ trưởng Tổ phát phiếu."))
    slips.pass_slip(ballot_round=row, given=given, key=taking.key, by=taking.by, at=taking.latest)


TAKEN_BACK: Final = frozenset({To.UNUSED, To.OUT})
"""Where a slip comes to lie when what was recorded of it before turns out a mistake."""


def _compare(taking: Taking[BallotRound], slip: Slip, to: Passing.To) -> None:
    """What others recorded of this household or slip, and this telephone did not know of: the same, or a contradiction.

    Where all of it leads to where the telephone believed the slip to be, it goes on from there.
    """
    data = taking.event.data
    seen = taking.event.seen.get("passing", 0)
    of_either = Passing.objects.filter(ballot_round=taking.held).filter(Q(entry=data["entry"]) | Q(slip=slip))
    others = of_either.filter(pk__gt=seen).exclude(device=taking.phone.device)
    unknown = list(others.select_related("slip", "entry").order_by("pk"))
    if not unknown:
        return
    said = (data["entry"], slip.pk, to)
    for at, each in enumerate(unknown):
        later = (other for other in unknown[at + 1 :] if other.slip_id == slip.pk)
        if (each.entry_id, each.slip_id, each.to) == said and not any(other.to in TAKEN_BACK for other in later):
            raise Same
    newest = unknown[-1]
    is_of_both = (newest.entry_id, newest.slip_id) == (data["entry"], slip.pk)
    if is_of_both and (data["before"] or To.UNUSED) == newest.to:
        return
    there = {"household": newest.entry.number, "slip_there": newest.slip.number, "there": To(newest.to).label}
    raise Conflict(
        _(
            "Máy khác đã ghi hộ số %(household)d, phiếu số %(slip_there)d: %(there)s; máy này ghi phiếu số %(slip)d: "
            "%(here)s. Hãy xem số trên phiếu, hỏi lại hộ rồi ghi lại."
        )
        % {**there, "slip": slip.number, "here": to.label}
    )


def _visit(taking: Taking[BallotRound]) -> None:
    data = taking.event.data
    call = slips.Call(
        entry=data["entry"],
        found=data["found"],
        happened_at=taking.event.happened_at,
        words=data["words"],
        device=taking.phone.device,
        entered_at=taking.event.entered_at,
    )
    slips.note_visit(ballot_round=taking.held, call=call, key=taking.key, by=taking.by, at=taking.latest)


def _answer(taking: Taking[BallotRound]) -> None:
    data, slip = taking.event.data, _slip(taking)
    read = slips.Read(data["answer"], data["words"])
    newest = SlipAnswer.objects.filter(slip=slip).order_by("-pk").first()
    if newest is not None and taking.is_of_another(newest.key) and not taking.knew("answer", newest.pk):
        if (newest.answer, newest.words) == (read.answer, nfc(read.words).strip()):
            raise Same
        raise Conflict(
            _("Máy khác đã nhập phiếu số %(slip)d là “%(there)s”. Hãy xem lại tờ phiếu rồi nhập lại.")
            % {"slip": slip.number, "there": newest.get_answer_display()}
        )
    slips.type_answer(slip=slip, read=read, key=taking.key, by=taking.by)


def _end(taking: Taking[BallotRound]) -> None:
    row, data = taking.held, taking.event.data
    if row.closed_at is not None:
        there = {search_folded(each) for each in row.witnesses}
        if there == {search_folded(each) for each in data["names"]}:
            raise Same
        raise Conflict(
            _("Máy khác đã ghi hết hạn thu và người chứng kiến là %(names)s. Hãy đối chiếu với biên bản giấy.")
            % {"names": ", ".join(row.witnesses)}
        )
    round_counts.close_round(
        ballot_round=row,
        witnesses=data["names"],
        note=data["note"],
        by=taking.by,
        at=taking.at,
        happened_at=taking.moment,
    )


def _count(taking: Taking[BallotRound]) -> None:
    data = taking.event.data
    newest = SlipSheet.objects.filter(ballot_round=taking.held, place=data["place"]).order_by("-pk").first()
    if newest is not None and taking.is_of_another(newest.key):
        if (newest.counter, newest.figures) == (nfc(data["counter"]).strip(), data["figures"]):
            raise Same
        if not taking.knew("sheet", newest.pk):
            raise Conflict(
                _("Máy khác đã nhập phiếu đếm thứ %(place)d (người đếm: %(counter)s), số liệu khác.")
                % {"place": newest.place, "counter": newest.counter}
            )
    round_counts.enter_slip_sheet(
        ballot_round=taking.held,
        place=data["place"],
        counter=data["counter"],
        figures=data["figures"],
        key=taking.key,
        by=taking.by,
        note=data["note"],
        entered_at=taking.event.entered_at,
    )


def _settle(taking: Taking[BallotRound]) -> None:
    """The result was said aloud from the figures on the telephone: other figures here must not make another result."""
    agreed = queries.agreed_slips(taking.held)
    if agreed is not None and agreed != taking.event.data["figures"]:
        raise Conflict(_("Kết quả đã công bố theo máy này khác với hai phiếu kiểm đếm ở máy chủ. Hãy đối chiếu lại."))
    if taking.held.stage not in queries.BEFORE_COUNT:
        raise Same
    round_counts.settle_round(ballot_round=taking.held, key=taking.key, by=taking.by, hours=taking.hours)


def _paper(taking: Taking[BallotRound]) -> None:
    round_counts.add_count_page(
        ballot_round=taking.held, photo=taking.event.photo, key=taking.key, by=taking.by, hours=taking.hours
    )


_ACTS: Final[Mapping[str, Callable[[Taking[BallotRound]], None]]] = MappingProxyType(
    {
        "begin": _begin,
        "slip": _pass,
        "visit": _visit,
        "answer": _answer,
        "end": _end,
        "count": _count,
        "settle": _settle,
        "paper": _paper,
    }
)
INTAKE: Final[Intake[BallotRound]] = Intake(
    lock=lambda row, by: rounds.locked(row, by, Act.HOLD),
    acts=_ACTS,
    kept_as=_kept_as,
    sign=lambda kind, row, by, data, key: rounds.sign(row, kind, by, data, key=key),
)
