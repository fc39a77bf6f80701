"""What a new version of a text does to the targets and duties read from the old one."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from lawcore.comparison import Comparison, similarity
from lawcore.obligations.model import Duty, Proposals, Target

_ALIKE = 0.4

Proposal = TypeVar("Proposal", Target, Duty)


class Effect(StrEnum):
    TARGET_ADDED = "target-added"
    TARGET_DROPPED = "target-dropped"
    TARGET_VALUE = "target-value"
    TARGET_RECURRENCE = "target-recurrence"
    TARGET_STRENGTH = "target-strength"  # "phấn đấu" put in or taken out
    TARGET_CITATION = "target-citation"
    DUTY_ADDED = "duty-added"
    DUTY_DROPPED = "duty-dropped"
    DUTY_BEARER = "duty-bearer"
    DUTY_RECURRENCE = "duty-recurrence"
    DUTY_WORDING = "duty-wording"
    DUTY_CITATION = "duty-citation"


@dataclass(frozen=True, slots=True)
class Consequence:
    """One effect on one proposal; `explanation` is a Vietnamese sentence for the officer."""

    effect: Effect
    before: Target | Duty | None
    after: Target | Duty | None
    explanation: str


def effects(comparison: Comparison, before: Proposals, after: Proposals) -> tuple[Consequence, ...]:
    """The consequences of a new version, targets first; what stays as it was has none."""
    address = {p.before.eid: p.after.eid for p in comparison.pairs if p.before and p.after}
    targets, new_targets = _paired(before.targets, after.targets, address)
    duties, new_duties = _paired(before.duties, after.duties, address)
    return (
        *(c for old, new in targets for c in _of_target(old, new)),
        *(_added(Effect.TARGET_ADDED, new, f"Thêm chỉ tiêu {new.percent}%") for new in new_targets),
        *(c for old, new in duties for c in _of_duty(old, new)),
        *(_added(Effect.DUTY_ADDED, new, "Thêm việc phải làm") for new in new_duties),
    )


def _paired(
    old: Sequence[Proposal], new: Sequence[Proposal], address: dict[str, str]
) -> tuple[list[tuple[Proposal, Proposal | None]], list[Proposal]]:
    """Each old proposal with the most alike of the paired provision, None where it was dropped; and those added."""
    pairs: list[tuple[Proposal, Proposal | None]] = []
    waiting: dict[str, list[Proposal]] = defaultdict(list)
    for proposal in new:
        waiting[proposal.source.eid].append(proposal)
    for proposal in old:
        free = waiting[address.get(proposal.source.eid, "")]
        best = max(free, key=lambda other: similarity(proposal.text, other.text), default=None)
        if best is None or similarity(proposal.text, best.text) < _ALIKE:
            pairs.append((proposal, None))
        else:
            free.remove(best)
            pairs.append((proposal, best))
    return pairs, [proposal for left in waiting.values() for proposal in left]


def _of_target(old: Target, new: Target | None) -> Iterator[Consequence]:
    if new is None:
        yield _dropped(Effect.TARGET_DROPPED, old, f"Bỏ chỉ tiêu {old.percent}%")
    else:
        if (old.percent, old.upto, old.comparison) != (new.percent, new.upto, new.comparison):
            yield _changed(Effect.TARGET_VALUE, old, new, f"Mức phải đạt đổi từ {old.percent}% thành {new.percent}%")
        if (old.every, old.due) != (new.every, new.due):
            yield _changed(Effect.TARGET_RECURRENCE, old, new, "Kỳ tính của chỉ tiêu thay đổi")
        if old.aspirational != new.aspirational:
            words = "Chỉ tiêu chuyển thành “phấn đấu”" if new.aspirational else "Chỉ tiêu không còn là “phấn đấu”"
            yield _changed(Effect.TARGET_STRENGTH, old, new, words)
        if old.source.at != new.source.at:
            yield _changed(Effect.TARGET_CITATION, old, new, "Chỉ tiêu chuyển chỗ")


def _of_duty(old: Duty, new: Duty | None) -> Iterator[Consequence]:
    if new is None:
        yield _dropped(Effect.DUTY_DROPPED, old, "Bỏ việc phải làm")
    else:
        if old.bearer != new.bearer:
            who = f"Chủ thể đổi từ {old.bearer or 'không nêu'} thành {new.bearer or 'không nêu'}"
            yield _changed(Effect.DUTY_BEARER, old, new, who)
        if (old.every, old.due) != (new.every, new.due):
            yield _changed(Effect.DUTY_RECURRENCE, old, new, "Định kỳ hoặc thời hạn thay đổi")
        if old.action.split() != new.action.split():
            yield _changed(Effect.DUTY_WORDING, old, new, "Nội dung việc phải làm thay đổi")
        if old.source.at != new.source.at:
            yield _changed(Effect.DUTY_CITATION, old, new, "Việc phải làm chuyển chỗ")


def _added(effect: Effect, new: Target | Duty, words: str) -> Consequence:
    return Consequence(effect, None, new, f"{words} ({new.source.at})")


def _dropped(effect: Effect, old: Target | Duty, words: str) -> Consequence:
    return Consequence(effect, old, None, f"{words} ({old.source.at})")


def _changed(effect: Effect, old: Target | Duty, new: Target | Duty, words: str) -> Consequence:
    return Consequence(effect, old, new, f"{words} ({old.source.at}, nay là {new.source.at})")
