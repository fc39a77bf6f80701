"""A household answers online, or somebody types its signed slip; one answer of each household counts."""

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.decisions.access import Act
from dienhong.decisions.actions.online import locked, locked_row
from dienhong.decisions.models import HouseholdKey, Mark, OnlineRound, Vote
from dienhong.decisions.queries import online as queries
from dienhong.documents import actions as documents
from dienhong.documents import codes
from dienhong.documents.models import StoredFile
from dienhong.foundations import clock
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.ledger.canonical import canonical
from dienhong.ledger.rows import sealed
from dienhong.rolls.models import Entry
from lawcore.vietnamese import nfc

About, Channel = Vote.About, Vote.Channel
STAGE = {About.FORM: "polling", About.MATTER: "voting"}


class Overtaken(Refused):
    """Another answer of the same household was first; `first` is that one. Who sent this is told so."""

    def __init__(self, message: str, first: Vote) -> None:
        super().__init__(message)
        self.first = first


@dataclass(frozen=True, slots=True)
class Said:
    """An answer. `seen` is the turn of the household's answer that its page showed, 0 for none yet."""

    about: Vote.About
    answer: Mark
    words: str = ""
    seen: int = 0
    device: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """The answer that counts now, and whether this sending made it; otherwise it was there before."""

    vote: Vote
    is_new: bool


@dataclass(frozen=True, slots=True)
class SignedSlip:
    """What a household signed, photographed; how it came and when."""

    channel: Vote.Channel
    happened_at: datetime
    file_name: str
    chunks: Iterable[bytes]


@transaction.atomic
def answer(*, key_of: HouseholdKey, said: Said, key: str, at: datetime) -> Told:
    """Decree 59/2023 art. 5 cl. 2 pt. c, d, cl. 3: the household's own answer, by its code, changeable until the close.

    Sent many times at once it has one effect. Raises Overtaken for who was second with another answer.
    """
    row = locked_row(key_of.online_round)
    earlier = Vote.objects.filter(key=key).first()
    if earlier is not None:
        return _same(earlier, key_of.online_round_id, key_of.entry_id, said, Channel.ONLINE)
    _check_open(row, said.about, at, at)
    entry = key_of.entry
    before = queries.of_household(row, entry.pk, said.about)
    counts = queries.counting_one(before)
    if counts is not None:
        _check_own(counts, said, before[-1].turn)
        if counts.channel == Channel.ONLINE and (counts.answer, counts.words) == (said.answer, _words(said)):
            return Told(counts, is_new=False)
    turn = before[-1].turn + 1 if before else 1
    by = f"household:{entry.household_id}"
    return Told(_write(row, entry, said, Channel.ONLINE, turn, key, by, at, None), is_new=True)


def _check_own(counts: Vote, said: Said, last: int) -> None:
    if queries.RANK[Channel(counts.channel)] > queries.RANK[Channel.ONLINE]:
        raise Overtaken(
            _("Hộ đã nộp phiếu giấy có chữ ký. Phiếu giấy được tính, nên không trả lời lại trên mạng được nữa."),
            counts,
        )
    if said.seen != last and (counts.answer, counts.words) != (said.answer, _words(said)):
        raise Overtaken(
            _("Hộ đã có câu trả lời khác gửi trước: “%(answer)s”. Muốn đổi thì chọn và gửi lại một lần nữa.")
            % {"answer": counts.said},
            counts,
        )


@transaction.atomic
def type_for_household(
    *, online_round: OnlineRound, entry: Entry, said: Said, slip: SignedSlip, key: str, by: Actor, at: datetime
) -> Told:
    """Somebody types what a household said on a slip that it signed: another event than its own answer.

    A paper given at a meeting counts before a collected slip, and that before what came online.
    """
    row = locked(online_round, by, Act.HOLD)
    earlier = Vote.objects.filter(key=key).first()
    if earlier is not None:
        return _same(earlier, online_round.pk, entry.pk, said, slip.channel)
    if slip.channel == Channel.ONLINE:
        raise Refused(_("Hãy chọn: nhập giúp, phiếu thu tại hộ, hay phiếu nộp tại cuộc họp."))
    _check_open(row, said.about, slip.happened_at, at)
    if entry.roll_id != row.roll_id:
        raise Refused(_("Hộ này không có trong danh sách đã chốt cho đợt biểu quyết."))
    data = b"".join(slip.chunks)
    if not data:
        raise Refused(_("Hãy chụp và gửi ảnh phiếu có chữ ký của đại diện hộ."))
    stored = documents.store(data=data, name=slip.file_name, by=by.key)
    before = queries.of_household(row, entry.pk, said.about)
    counts = queries.counting_one(before)
    if counts is not None and queries.RANK[Channel(counts.channel)] > queries.RANK[slip.channel]:
        raise Refused(
            _("Hộ này đã có phiếu được tính trước phiếu này: %(channel)s.") % {"channel": counts.get_channel_display()}
        )
    turn = before[-1].turn + 1 if before else 1
    made = _write(row, entry, said, slip.channel, turn, key, by.key, slip.happened_at, stored)
    return Told(made, is_new=True)


def _same(earlier: Vote, online_round: int, entry: int, said: Said, channel: Vote.Channel) -> Told:
    mine = (online_round, entry, str(said.about), str(said.answer), _words(said), str(channel))
    there = (earlier.online_round_id, earlier.entry_id, earlier.about, earlier.answer, earlier.words, earlier.channel)
    if there != mine:
        raise Refused(_("Mã gửi này đã dùng cho một câu trả lời khác. Hãy tải lại trang rồi gửi lại."))
    return Told(earlier, is_new=False)


def _check_open(row: OnlineRound, about: Vote.About, happened_at: datetime, at: datetime) -> None:
    until = row.polls_until if about == About.FORM else row.votes_until
    if row.stage != STAGE[about] or until is None:
        raise Refused(_("Việc này hiện không mở để trả lời: chưa mở hoặc đã kết thúc."))
    if happened_at > until:
        raise Refused(_("Đã hết hạn trả lời."))
    if happened_at > at:
        raise Refused(_("Giờ nộp phiếu nằm ở tương lai. Hãy kiểm tra lại."))


def _words(said: Said) -> str:
    return nfc(said.words).strip()[:500]


def _write(
    row: OnlineRound,
    entry: Entry,
    said: Said,
    channel: Vote.Channel,
    turn: int,
    key: str,
    by: str,
    happened_at: datetime,
    stored: StoredFile | None,
) -> Vote:
    vote = Vote.objects.create(
        online_round=row,
        entry=entry,
        about=said.about,
        turn=turn,
        answer=said.answer,
        words=_words(said),
        channel=channel,
        file=stored,
        device=said.device[:64],
        receipt=codes.new_code(),
        salt=secrets.token_hex(16),
        happened_at=happened_at,
        key=key,
        recorded_by=by,
    )
    ledger.append(
        kind="vote.recorded",
        subject=f"decisions.vote:{vote.pk}",
        by=by,
        locality=row.village.code,
        data={
            "round": row.pk,
            "about": str(said.about),
            "turn": turn,
            "channel": str(channel),
            "mark": mark_of(vote),
            **sealed(vote),
            "file": stored.sha256 if stored else "",
        },
        claimed_on=clock.legal_day(happened_at),
        key=f"vote:{key}",
    )
    return vote


def mark_of(vote: Vote) -> str:
    """What the ledger keeps of an answer: SHA-256 over salt, entry, answer and words, in hexadecimal."""
    return hashlib.sha256(canonical([vote.salt, vote.entry_id, vote.answer, vote.words])).hexdigest()
