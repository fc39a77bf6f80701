"""The duties of a sentence: who, what, how often, by when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lawcore.obligations import bearers
from lawcore.obligations.model import Due, Role
from lawcore.obligations.percentages import percentages
from lawcore.obligations.recurrence import due, recurrences
from lawcore.obligations.roles import Reading
from lawcore.obligations.sentences import Stretch, clauses
from lawcore.obligations.settings import Setting
from lawcore.timelimits import Every

_RATES = re.compile(r"^(?:lấy|xem xét|sử dụng)\s+(?:mức độ|kết quả)\b", re.IGNORECASE)
_MUST = re.compile(r"^(?:đều\s+)?(?:phải|có trách nhiệm|chịu trách nhiệm|có nghĩa vụ)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Doing:
    """One duty as it stands in a sentence; `every` lists each of its recurrences."""

    words: Stretch
    bearer: str | None
    action: str
    every: tuple[Every, ...]
    due: Due | None
    rule: str


def doings(sentence: str, setting: Setting, reading: Reading, before: str | None) -> Iterator[Doing]:
    """The duties of a sentence, one for each part that has a verb of its own; offsets count in the sentence.

    `before` is who bore the duty of the sentence before in the same provision. It is taken up only
    by a bare modal ("phải …"); a part without a name takes the bearer of the part before it.
    """
    front = tuple(e for e in recurrences(sentence[: bearers.fronted(sentence)]) if e is not Every.CONTINUOUS)
    current: str | None = None
    for words in _parts(sentence):
        clause = words.of(sentence)
        opening = bearers.opening(clause)
        if opening.bearer is None:
            bearer, rule = _inherited(clause, setting, current, before)
        else:
            bearer, rule = opening.bearer, "Nêu tên ở đầu câu"
        current = bearer or current
        if _kept(clause, opening, reading):
            carried = front if opening.bearer is None else ()
            yield Doing(
                words=words,
                bearer=bearer,
                action=clause[opening.action :].strip(" ,;:.") or clause,
                every=recurrences(clause) or carried or setting.every,
                due=due(clause) or setting.due,
                rule=f"{reading.rule}. Chủ thể: {rule[0].lower()}{rule[1:]}",
            )


def _inherited(clause: str, setting: Setting, current: str | None, before: str | None) -> tuple[str | None, str]:
    if current:
        return current, "Theo vế trước trong câu"
    if before and bearers.continues(clause):
        return before, "Theo câu trước, vì câu này mở đầu bằng từ buộc thực hiện"
    if setting.bearer:
        return setting.bearer, "Theo câu dẫn hoặc đề mục ở trên"
    return None, "Văn bản không nói"


def _kept(clause: str, opening: bearers.Opening, reading: Reading) -> bool:
    """Headings ask only to rate by results; targets and funding ask beside their figure only where they oblige."""
    match reading.role:
        case Role.HEADING:
            return _RATES.match(clause) is not None
        case Role.TARGET:
            return (
                not any(percentages(clause))
                and opening.bearer is not None
                and bool(_MUST.match(clause[opening.action :]))
            )
        case Role.FUNDING:
            return opening.bearer is not None
        case Role.ASSIGNMENT:
            return opening.bearer is not None or bearers.of_lead_in(clause) is None
        case _:
            return True


def _parts(sentence: str) -> list[Stretch]:
    """The parts between semicolons, a part without a verb of its own joined to the one before."""
    parts: list[Stretch] = []
    for clause in clauses(sentence):
        if parts and not bearers.acts(clause.of(sentence)):
            parts[-1] = Stretch(parts[-1].start, clause.end)
        else:
            parts.append(clause)
    return parts
