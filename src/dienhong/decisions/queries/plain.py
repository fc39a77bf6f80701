"""What the law asks of a matter in one plain sentence with its articles, put together from the rules' answers."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from dienhong.decisions import posts
from dienhong.decisions.models import Item, Kinds, Matter
from dienhong.registry import queries as registry
from dienhong.registry.models import Locality
from lawcore.answers import Answer
from lawcore.ballots.effect import effective, recogniser
from lawcore.ballots.forms import form_allowed
from lawcore.ballots.matters import COMMUNE_MATTERS, Form, Scope
from lawcore.ballots.matters import Matter as Kind
from lawcore.ballots.meetings import convener
from lawcore.ballots.thresholds import required

ACT = re.compile(r"(?:Luật|Nghị định|Bộ luật) ")


@dataclass(frozen=True, slots=True)
class Plain:
    """One sentence, the articles it rests on ("khoản 1 Điều 21 …; …"), the answers behind it."""

    sentence: str
    citation: str
    answers: tuple[Answer[object], ...]


def sentence(
    kind: Kind, *, households: int, on: date, village: Locality | None = None, scope: Scope = Scope.VILLAGE
) -> Plain:
    """LDC art. 18 cl. 1, art. 21: how many of all households must agree, who convenes, who recognises, since when.

    Refused of lawcore for no household. For a matter of the whole commune the sentence says that the commune adds up.
    """
    word = village.word if village is not None else _("thôn")
    need = required(matter=kind, households=households, on=on)
    who = convener(matter=kind, on=on)
    recognised = recogniser(matter=kind, on=on)
    binds = effective(matter=kind, scope=scope)
    said = {
        "need": need.result,
        "all": households,
        "word": word,
        "who": posts.words_of(who.result, village),
        "by": recognised.result.words if recognised.result else "",
    }
    if scope is Scope.COMMUNE and kind in COMMUNE_MATTERS.on(on):
        text = _(
            "%(word)s này tán thành khi ít nhất %(need)d trong %(all)d hộ đồng ý, tại cuộc họp do %(who)s triệu tập "
            "hoặc bằng phiếu; xã cộng kết quả các thôn rồi ấn định ngày có hiệu lực."
        )
    elif recognised.result is None:
        text = _(
            "Được thông qua khi ít nhất %(need)d trong %(all)d hộ của %(word)s tán thành, tại cuộc họp do %(who)s "
            "triệu tập; không cần ai công nhận, có hiệu lực từ ngày thông qua."
        )
    else:
        text = _(
            "Được thông qua khi ít nhất %(need)d trong %(all)d hộ của %(word)s tán thành, tại cuộc họp do %(who)s "
            "triệu tập; chỉ có hiệu lực từ ngày %(by)s công nhận."
        )
    written = text % said
    answers: tuple[Answer[object], ...] = (need, who, recognised, binds)
    return Plain(written[0].upper() + written[1:], _together(each.citation for each in answers), answers)


def _together(citations: Iterable[str]) -> str:
    """Each act once with all its provisions: "khoản 1 Điều 21, khoản 1 Điều 18 Luật …; khoản 1 Điều 3 Nghị định …"."""
    acts: dict[str, dict[str, None]] = {}
    for part in "; ".join(citations).split("; "):
        found = ACT.search(part)
        at = found.start() if found else len(part)
        acts.setdefault(part[at:], {})[part[:at].strip()] = None
    return "; ".join(f"{', '.join(provisions)} {act}".strip() for act, provisions in acts.items())


def items_of(matter: Matter) -> list[Item]:
    """Where it was put to the vote, the newest first, each with its meeting and roll."""
    return list(matter.items.select_related("meeting__roll").order_by("-pk"))


def of_matter(matter: Matter, *, on: date, items: Sequence[Item] | None = None) -> Plain | None:
    """The sentence for one matter, by the law of the day it began; None while the village has no known household.

    The base is the roll of its last meeting once it was taken, before that the register of today. `items` are those of
    `items_of`, where they are known. At most two queries.
    """
    rolls = (each.meeting.roll for each in (items_of(matter) if items is None else items))
    roll = next((each for each in rolls if each is not None), None)
    households = roll.households if roll is not None else registry.households(matter.village, on=on).count()
    if not households:
        return None
    return sentence(
        matter.law, households=households, on=matter.begun_on, village=matter.village, scope=Scope(matter.scope)
    )


@dataclass(frozen=True, slots=True)
class OfKind:
    """A kind of matter in words with its clause, and what the law asks of it in this village."""

    kind: Kind
    words: str
    plain: Plain | None


def kinds(village: Locality, *, on: date) -> list[OfKind]:
    """All six kinds for a village, by its households of today. One query."""
    households = registry.households(village, on=on).count()
    return [
        OfKind(
            kind,
            str(Kinds(kind.value).label),
            sentence(kind, households=households, on=on, village=village) if households else None,
        )
        for kind in Kind
    ]


def forms(matter: Matter) -> list[tuple[str, Answer[bool]]]:
    """Each form in words with whether the law admits it for this matter now."""
    words = {Form.MEETING: _("Họp"), Form.BALLOT: _("Phát phiếu"), Form.ONLINE: _("Trực tuyến")}
    return [
        (
            word,
            form_allowed(
                matter=matter.law,
                form=form,
                scope=Scope(matter.scope),
                after_failed_meeting=matter.stage == "too_few",
                on=matter.begun_on,
            ),
        )
        for form, word in words.items()
    ]
