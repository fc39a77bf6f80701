"""Changes, rolls and digests as pages show them: in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from dienhong.foundations.clock import legal_day
from dienhong.foundations.downloads import Cell
from dienhong.ledger.words import words_of
from dienhong.registry.actions.people import ERASED
from dienhong.rolls import queries
from dienhong.rolls.models import Change, Entry, Part, Roll, Step

NOBODY = "–"


@dataclass(frozen=True, slots=True)
class Shown:
    """A change in words: its sign, what it does line by line, by how many days it was told late."""

    change: Change
    sign: str
    state: str | Promise
    lines: list[str]
    late: int


def change(found: Change) -> Shown:
    """What was proposed and what became of it."""
    ruling = getattr(found, "ruling", None)
    sign, state = ("draft", _("Chờ người thứ hai xác nhận"))
    if ruling is not None:
        sign, state = ("confirmed", _("Đã xác nhận")) if ruling.is_confirmed else ("rejected", _("Không xác nhận"))
    late = (legal_day(found.recorded_at) - found.takes_effect_on).days
    return Shown(found, sign, state, [line(each) for each in found.parts.all()], max(0, late))


def line(part: Part) -> str:
    """What a part does to one household."""
    who = _who(part)
    match part.step:
        case Step.BEGIN:
            said = _("Hộ mới %(code)s, %(who)s") % {"code": part.code, "who": who or _("chưa có người đại diện")}
        case Step.REPRESENT:
            said = _("Hộ %(code)s: người đại diện mới là %(who)s") % {"code": _code(part), "who": who}
        case Step.VACATE:
            said = _("Hộ %(code)s: người đại diện đã mất") % {"code": _code(part)}
        case Step.ADDRESS:
            said = _("Hộ %(code)s: địa chỉ là %(address)s") % {"code": _code(part), "address": part.address or NOBODY}
        case _:
            said = _("Hộ %(code)s không còn là hộ của thôn") % {"code": _code(part)}
    if part.nominated:
        said += _("; được các thành viên đề cử, ủy nhiệm theo %(paper)s") % {"paper": part.nominated}
    return said


def _code(part: Part) -> str:
    return part.household.code if part.household else part.code


def _who(part: Part) -> str:
    effect = getattr(part, "effect", None)
    person = part.person or (effect.person if effect else None)
    if person is not None:
        return str(person.name)
    return f"{part.name} ({part.birth_year})" if part.birth_year else part.name


def speaker(entry: Entry) -> str:
    """Who spoke for the household of a roll: the name, nobody, or that it was erased."""
    if entry.name:
        return entry.name
    return ERASED if not entry.salt else _("chưa có người đại diện")


def eight_words(digest: str) -> str:
    """The digest as people read it aloud."""
    return " ".join(words_of(bytes.fromhex(digest)))


def in_four(digest: str) -> str:
    """The digest in pieces that a narrow screen can break."""
    return " ".join(digest[start : start + 16] for start in range(0, len(digest), 16))


def table(roll: Roll) -> tuple[list[str], Iterable[tuple[Cell, ...]]]:
    """A roll as a spreadsheet takes it, with the mark that stands for each line in the digest."""
    header = [_("TT"), _("Mã hộ"), _("Người đại diện"), _("Địa chỉ"), _("Dấu của dòng (SHA-256)")]
    found = queries.entries(roll)
    return header, [(each.number, each.household.code, speaker(each), each.address, each.mark) for each in found]
