"""Open a round, and draw its lots with a seed that did not exist when its frame was frozen."""

from datetime import date, datetime
from fractions import Fraction

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.documents import actions as documents
from dienhong.documents import queries as files
from dienhong.foundations.actors import SYSTEM, Actor
from dienhong.foundations.clock import legal_day
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.ledger import queries as sealed
from dienhong.registry.models import Locality
from dienhong.spot_checks import access, queries
from dienhong.spot_checks.access import Act
from dienhong.spot_checks.models import Drawing, Round, Sample
from lawcore import sampling

MOST_DRAWN = 200
"""More than that nobody walks to in one round: ours."""


@transaction.atomic
def open_round(
    *, wanted: queries.Wanted, size: int | None, percent: int | None, until: date, key: str, by: Actor, at: datetime
) -> Round:
    """Freeze what can be drawn, and how much will be, before anybody can know the lots. The same `key`: the same round.

    `size` is how many are drawn; where it is None, `percent` of the frame, rounded up.
    """
    body = access.body_of(by, wanted.locality)
    earlier = Round.objects.filter(key=key).first()
    if earlier is not None:
        return _same(earlier, wanted)
    on = legal_day(at)
    _check(wanted, until, on=on)
    units = queries.units(wanted, on=on)
    size = _size(len(units), size, percent)
    text = sampling.frame_text(units)
    frame = documents.store(data=text.encode(), name="khung.txt", by=by.key)
    opened = Round.objects.create(
        locality=wanted.locality,
        village=wanted.village,
        ways=wanted.ways,
        first=wanted.first,
        last=wanted.last,
        until=until,
        body=body,
        frame=frame,
        frame_size=len(units),
        size=size,
        key=key,
        recorded_by=by.key,
    )
    ledger.append(
        kind="round.opened",
        subject=_subject(opened),
        by=by.key,
        locality=wanted.locality.code,
        data={
            "frame": frame.sha256,
            "units": len(units),
            "size": size,
            "ways": wanted.ways,
            "from": wanted.first.isoformat(),
            "to": wanted.last.isoformat(),
            "village": wanted.village.code if wanted.village else "",
        },
    )
    return opened


@transaction.atomic
def draw(*, round: Round, by: Actor) -> Drawing:  # noqa: A002 - the field's own word
    """Draw the lots of a round, once. Whoever asks, and whenever, the same lots come.

    The seed is made of the root of the first checkpoint that holds the round's own opening: it stands fast from then
    on, and before then nobody could know it. Refused until the ledger is sealed, which takes half a minute.
    """
    access.check(by, Act.CHECK, round.locality)
    return _draw(round, by.key)


def draw_waiting(*, at: datetime) -> int:  # noqa: ARG001 - the worker tells every task the time
    """Every round whose opening is sealed; how many were drawn. Run by the worker: nobody can leave a draw undone."""
    drawn = 0
    for each in queries.waiting_to_draw():
        try:
            with transaction.atomic():
                _draw(each, SYSTEM.key)
        except NotSealed:
            continue
        drawn += 1
    return drawn


class NotSealed(Refused):
    """The round's opening waits for its place in the ledger."""


def _draw(round: Round, by: str) -> Drawing:  # noqa: A002 - the field's own word
    Round.objects.select_for_update(of=("self",)).get(pk=round.pk)  # two who draw at once wait for one another
    earlier = Drawing.objects.filter(round=round).first()
    if earlier is not None:
        return earlier
    opening = sealed.history(_subject(round)).filter(kind="round.opened").first()
    checkpoint = sealed.first_checkpoint_with(opening) if opening else None
    if checkpoint is None:
        raise NotSealed(_("Sổ cái chưa niêm phong đợt này, thường mất nửa phút. Hãy chờ rồi bấm lại."))
    root = bytes(checkpoint.root)
    seed = sampling.seed_of(root, _subject(round))
    units = sampling.units_of(files.read(round.frame.sha256).decode())
    drawn = sampling.draw(units, round.size, seed=seed)
    drawing = Drawing.objects.create(
        round=round, checkpoint_size=checkpoint.size, root=root.hex(), seed=seed, recorded_by=by
    )
    _keep(round, drawn)
    ledger.append(
        kind="round.drawn",
        subject=_subject(round),
        by=by,
        locality=round.locality.code,
        data={"checkpoint": checkpoint.size, "seed": seed, "units": list(drawn)},
    )
    return drawing


def _keep(round: Round, drawn: tuple[str, ...]) -> None:  # noqa: A002 - as above
    parted = [queries.parted(unit) for unit in drawn]
    villages = {each.code: each for each in Locality.objects.filter(code__in={code for _pk, code in parted if code})}
    for number, (unit, (posting, code)) in enumerate(zip(drawn, parted, strict=True), start=1):
        Sample.objects.create(round=round, number=number, unit=unit, posting_id=posting, village=villages.get(code))


def _subject(round: Round) -> str:  # noqa: A002 - as above
    return f"spot_checks.round:{round.pk}"


def _check(wanted: queries.Wanted, until: date, *, on: date) -> None:
    if wanted.last < wanted.first:
        raise Refused(_("Ngày cuối không được trước ngày đầu. Hãy xem lại hai ngày."))
    if until < on:
        raise Refused(_("Ngày kết thúc đợt không được trước hôm nay."))
    if wanted.village is not None and not wanted.village.path.startswith(wanted.locality.path):
        raise Refused(_("Thôn này không thuộc địa bàn đã chọn. Hãy chọn lại."))


def _size(whole: int, size: int | None, percent: int | None) -> int:
    if not whole:
        raise Refused(_("Trong kỳ này không có nơi nào được khai là đang công khai. Hãy chọn kỳ hoặc hình thức khác."))
    if size is None:
        if percent is None:
            raise Refused(_("Hãy ghi số nơi hoặc tỷ lệ phần trăm cần rút."))
        size = min(MOST_DRAWN, sampling.size_for(whole, Fraction(percent, 100)))
    if size > whole:
        raise Refused(_("Chỉ có %(whole)s nơi được khai, không rút được %(n)s nơi.") % {"whole": whole, "n": size})
    if not 1 <= size <= MOST_DRAWN:
        raise Refused(_("Mỗi đợt rút từ 1 đến %(most)s nơi.") % {"most": MOST_DRAWN})
    return size


def _same(earlier: Round, wanted: queries.Wanted) -> Round:
    asked = (wanted.locality.pk, wanted.village.pk if wanted.village else None, wanted.ways, wanted.first, wanted.last)
    if (earlier.locality_id, earlier.village_id, earlier.ways, earlier.first, earlier.last) != asked:
        raise Refused(_("Mã yêu cầu này đã dùng cho một đợt khác. Hãy tải lại trang và gửi lại."))
    return earlier
