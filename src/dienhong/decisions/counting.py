"""What must add up on the sheet of a count, by hands or on paper. Pure: no database, no clock.

Every figure stands in at least one equality, so a single figure that was misread never passes; two sheets of two people
catch what adds up and is wrong all the same.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

Figures = Mapping[str, int]
FEWEST_BALLOTS: Final = 5
"""Ours: a part in which fewer households voted in secret tells too much of each of them."""

BY_HAND: Final = MappingProxyType(
    {
        "present": gettext_lazy("Số hộ có mặt lúc biểu quyết"),
        "agree": gettext_lazy("Tán thành"),
        "disagree": gettext_lazy("Không tán thành"),
        "other": gettext_lazy("Không có ý kiến, ý kiến khác"),
    }
)
"""Figures of a show of hands, in the order in which they are counted."""
IN_SECRET: Final = MappingProxyType(
    {
        "printed": gettext_lazy("Số phiếu đã in"),
        "unused": gettext_lazy("Số phiếu chưa phát, còn lại"),
        "issued": gettext_lazy("Số phiếu đã phát"),
        "replaced": gettext_lazy("Trong đó phát lại do phiếu hỏng"),
        "handed_back": gettext_lazy("Số phiếu trả lại, không bỏ vào hòm"),
        "spoiled": gettext_lazy("Số phiếu hỏng đã thu lại"),
        "missing": gettext_lazy("Số phiếu không thu về được"),
        "in_box": gettext_lazy("Số phiếu trong hòm"),
        "invalid": gettext_lazy("Phiếu không hợp lệ"),
        "valid": gettext_lazy("Phiếu hợp lệ"),
        "agree": gettext_lazy("Tán thành"),
        "disagree": gettext_lazy("Không tán thành"),
        "other": gettext_lazy("Phiếu trắng, ý kiến khác"),
    }
)
"""Figures of a secret vote on paper, in the order of the count."""
ON_SLIPS: Final = MappingProxyType(
    {
        "printed": gettext_lazy("Số phiếu đã in"),
        "unused": gettext_lazy("Số phiếu chưa phát, còn lại"),
        "issued": gettext_lazy("Số phiếu đã phát"),
        "replaced": gettext_lazy("Trong đó phát lại do phiếu hỏng"),
        "collected": gettext_lazy("Số phiếu thu về trong hạn"),
        "handed_back": gettext_lazy("Số phiếu hộ trả lại, không cho ý kiến"),
        "spoiled": gettext_lazy("Số phiếu hỏng đã thu lại"),
        "late": gettext_lazy("Số phiếu thu sau hạn, không tính"),
        "missing": gettext_lazy("Số phiếu không thu về được"),
        "invalid": gettext_lazy("Phiếu không hợp lệ"),
        "valid": gettext_lazy("Phiếu hợp lệ"),
        "agree": gettext_lazy("Tán thành"),
        "disagree": gettext_lazy("Không tán thành"),
        "other": gettext_lazy("Ý kiến khác"),
    }
)
"""Figures of a household ballot round, in the order of the count."""


CHECKED_IN: Final = "checked_in"
"""Stands in an identity for the number of households that were ticked."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Two sums that must be equal, or the first no larger; "-name" is taken away. A page may check it without us.

    `words` says what to look at again; it is given both sums, %(left)d and %(right)d.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    words: str | Promise
    equal: bool = True

    def holds(self, sums: tuple[int, int]) -> bool:
        """Whether the two sums may stand beside each other."""
        left, right = sums
        return left == right if self.equal else left <= right

    def sums(self, figures: Figures) -> tuple[int, int]:
        """Both sums; `figures` holds CHECKED_IN too."""
        return _sum(self.left, figures), _sum(self.right, figures)


def _sum(names: tuple[str, ...], figures: Figures) -> int:
    return sum(-figures[name[1:]] if name.startswith("-") else figures[name] for name in names)


OF_HANDS: Final = (
    Identity(
        ("agree", "disagree", "other"),
        ("present",),
        gettext_lazy(
            "Tán thành + không tán thành + không có ý kiến là %(left)d, nhưng số hộ có mặt lúc biểu quyết là "
            "%(right)d. Hãy đếm lại."
        ),
    ),
    Identity(
        ("present",),
        (CHECKED_IN,),
        gettext_lazy(
            "Số hộ biểu quyết (%(left)d) nhiều hơn số hộ đã điểm danh (%(right)d). Hãy điểm danh cho đủ hoặc đếm lại."
        ),
        equal=False,
    ),
)
OF_A_SECRET_VOTE: Final = (
    Identity(
        ("printed",),
        ("issued", "unused"),
        gettext_lazy("Số phiếu đã in phải bằng số đã phát cộng số chưa phát: %(left)d khác %(right)d. Hãy đếm lại."),
    ),
    Identity(
        ("issued",),
        ("in_box", "handed_back", "spoiled", "missing"),
        gettext_lazy(
            "Số phiếu đã phát phải bằng số trong hòm, trả lại, hỏng và không thu về cộng lại: %(left)d khác %(right)d. "
            "Hãy đếm lại."
        ),
    ),
    Identity(
        ("in_box",),
        ("valid", "invalid"),
        gettext_lazy(
            "Số phiếu trong hòm phải bằng số hợp lệ cộng số không hợp lệ: %(left)d khác %(right)d. Hãy đếm lại."
        ),
    ),
    Identity(
        ("valid",),
        ("agree", "disagree", "other"),
        gettext_lazy(
            "Số phiếu hợp lệ phải bằng tán thành, không tán thành và phiếu trắng: %(left)d khác %(right)d. Hãy đếm lại."
        ),
    ),
    Identity(
        ("issued", "-replaced"),
        (CHECKED_IN,),
        gettext_lazy("Số phiếu phát lần đầu (%(left)d) phải bằng số hộ đã điểm danh (%(right)d): mỗi hộ một phiếu."),
    ),
    Identity(
        ("replaced",),
        ("spoiled",),
        gettext_lazy("Phát lại %(left)d phiếu nhưng chỉ thu %(right)d phiếu hỏng."),
        equal=False,
    ),
    Identity(
        ("in_box",),
        (CHECKED_IN,),
        gettext_lazy("Số phiếu trong hòm (%(left)d) nhiều hơn số hộ đã điểm danh (%(right)d)."),
        equal=False,
    ),
)
HOUSEHOLDS: Final = "households"
"""Stands in an identity for the number of households on the roll."""
LISTED: Final = "listed."
"""Before the name of a figure: what the lists of a ballot round say of it."""
OF_SLIPS: Final = (
    Identity(
        ("printed",),
        ("issued", "unused"),
        gettext_lazy("Số phiếu đã in phải bằng số đã phát cộng số chưa phát: %(left)d khác %(right)d. Hãy đếm lại."),
    ),
    Identity(
        ("issued",),
        ("collected", "handed_back", "spoiled", "late", "missing"),
        gettext_lazy(
            "Số phiếu đã phát phải bằng số thu trong hạn, trả lại, hỏng, thu sau hạn và không thu về cộng lại: "
            "%(left)d khác %(right)d. Hãy đếm lại."
        ),
    ),
    Identity(
        ("collected",),
        ("valid", "invalid"),
        gettext_lazy("Số phiếu thu về phải bằng số hợp lệ cộng số không hợp lệ: %(left)d khác %(right)d. Hãy đếm lại."),
    ),
    Identity(
        ("valid",),
        ("agree", "disagree", "other"),
        gettext_lazy(
            "Số phiếu hợp lệ phải bằng tán thành, không tán thành và ý kiến khác: %(left)d khác %(right)d. Hãy đếm lại."
        ),
    ),
    Identity(
        ("collected",),
        (HOUSEHOLDS,),
        gettext_lazy("Số phiếu thu về (%(left)d) nhiều hơn tổng số hộ (%(right)d)."),
        equal=False,
    ),
)
UNEXPLAINED: Final = gettext_lazy(
    "Có %(left)d phiếu không thu về được: hãy ghi rõ vì sao, điều này được đưa vào biên bản."
)
"""Ballots that did not come back need a note."""
EXPLAINED: Final = "missing"


def table(*, secret: bool) -> dict[str, Any]:
    """The figures of a sheet and what must hold, in plain values: what a telephone checks without a signal."""
    names = IN_SECRET if secret else BY_HAND
    return {
        "figures": [[name, str(words)] for name, words in names.items()],
        "identities": [_plain(each) for each in (OF_A_SECRET_VOTE if secret else OF_HANDS)],
        "explained": {"figure": EXPLAINED, "words": str(UNEXPLAINED)} if secret else None,
    }


def _plain(each: Identity) -> dict[str, Any]:
    return {"left": list(each.left), "right": list(each.right), "equal": each.equal, "words": str(each.words)}


def faults(figures: Figures, *, secret: bool, checked_in: int, note: str = "") -> list[str]:
    """What does not add up, each in a sentence that says which figures to look at again; empty when all does.

    `checked_in` is how many households were ticked; `note` the words that explain ballots that did not come back.
    """
    names = IN_SECRET if secret else BY_HAND
    unknown = sorted(set(figures) ^ set(names))
    if unknown:
        return [_("Còn thiếu hoặc thừa số liệu: %(which)s.") % {"which": ", ".join(unknown)}]
    negative = [str(names[key]) for key in names if figures[key] < 0]
    if negative:
        return [_("Số liệu không thể âm: %(which)s.") % {"which": ", ".join(negative)}]
    return list(_unequal({**figures, CHECKED_IN: checked_in}, secret=secret, note=note))


def _unequal(figures: Figures, *, secret: bool, note: str) -> Iterator[str]:
    for each in OF_A_SECRET_VOTE if secret else OF_HANDS:
        sums = each.sums(figures)
        if not each.holds(sums):
            yield str(each.words) % {"left": sums[0], "right": sums[1]}
    if secret and figures[EXPLAINED] and not note.strip():
        yield str(UNEXPLAINED) % {"left": figures[EXPLAINED]}


def faults_of_slips(figures: Figures, *, pads: Figures, households: int, note: str = "") -> list[str]:
    """What does not add up on the sheet of a ballot round; empty when all does.

    `pads` is what the lists say of every slip, by the names of ON_SLIPS up to "missing"; `households` all of the roll;
    `note` the words that explain slips that did not come back.
    """
    unknown = sorted(set(figures) ^ set(ON_SLIPS))
    if unknown:
        return [_("Còn thiếu hoặc thừa số liệu: %(which)s.") % {"which": ", ".join(unknown)}]
    negative = [str(ON_SLIPS[key]) for key in ON_SLIPS if figures[key] < 0]
    if negative:
        return [_("Số liệu không thể âm: %(which)s.") % {"which": ", ".join(negative)}]
    return list(_of_slips(figures, pads, households, note))


def _of_slips(figures: Figures, pads: Figures, households: int, note: str) -> Iterator[str]:
    all_of_them = {**figures, HOUSEHOLDS: households, **{LISTED + name: number for name, number in pads.items()}}
    for each in (*OF_SLIPS, *_as_listed(pads)):
        sums = each.sums(all_of_them)
        if not each.holds(sums):
            yield str(each.words) % {"left": sums[0], "right": sums[1]}
    if figures[EXPLAINED] and not note.strip():
        yield str(UNEXPLAINED) % {"left": figures[EXPLAINED]}


def _as_listed(names: Iterable[str]) -> tuple[Identity, ...]:
    """What is counted of the slips is what the lists of handing out and collecting say."""
    words = _("“%(name)s” đếm được %(left)s, nhưng danh sách phát, thu ghi %(right)s. Hãy đối chiếu lại.")
    filled = {"left": "%(left)d", "right": "%(right)d"}
    return tuple(Identity((name,), (LISTED + name,), words % {"name": ON_SLIPS[name], **filled}) for name in names)


def table_of_slips(names: Iterable[str]) -> dict[str, Any]:
    """The sheet of a ballot round, as `table` is of a meeting; `names` are the figures that the lists know."""
    return {
        "figures": [[name, str(words)] for name, words in ON_SLIPS.items()],
        "identities": [_plain(each) for each in (*OF_SLIPS, *_as_listed(names))],
        "explained": {"figure": EXPLAINED, "words": str(UNEXPLAINED)},
    }


def taking_part(figures: Figures, *, secret: bool) -> int:
    """How many households gave an answer, valid or not."""
    return figures["in_box"] if secret else figures["present"]


def parts_are_shown(parts: Collection[Figures], *, secret: bool) -> bool:
    """Whether a secret vote may be told part by part, and not only for the whole village.

    Not where in any part fewer than five households voted or all of them said the same: whoever knows who was there
    would know what each chose. All parts are then hidden together, or the sum would give the hidden one away.
    """
    if not secret:
        return True
    return all(
        each["valid"] >= FEWEST_BALLOTS and max(each[name] for name in ("agree", "disagree", "other")) < each["valid"]
        for each in parts
    )
