"""Figures as pages show them: in words, each number with the address of its list."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from dienhong.disclosures import asking
from dienhong.disclosures.queries import Counted, Figures
from dienhong.disclosures.results import title
from lawcore.disclosures import Publisher
from lawcore.indicators.periods import periods_of
from lawcore.timelimits import Every

RECORDED_LATE = "ghi-muon"
CODES = (*Counted, RECORDED_LATE)
"""What a line of figures counts, column by column; the words are those of `disclosures.results`."""
FIELDS: Mapping[str, str] = {code: "recorded_late" if code == RECORDED_LATE else code for code in CODES}


def words(code: str) -> str:
    """What a column counts."""
    return _("Ghi nhận muộn") if code == RECORDED_LATE else title(code)


@dataclass(frozen=True, slots=True)
class Count:
    """One number of a line and the list behind it."""

    words: str
    n: int
    href: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table of figures. `href` narrows the page to it, where that says more."""

    label: str
    note: str
    href: str
    figures: Figures
    all_href: str
    counts: tuple[Count, ...]


def line(label: str, figures: Figures, asked: Mapping[str, object], *, note: str = "", href: str = "") -> Line:
    """A line whose numbers open to their lists; `asked` is what narrows those lists."""
    here = reverse("spot_checks:list")
    counts = tuple(
        Count(
            words(code),
            getattr(figures, FIELDS[code]),
            f"{here}?{urlencode({**asked, 'xem': code})}",
        )
        for code in CODES
    )
    return Line(label, note, href, figures, f"{here}?{urlencode(asked)}", counts)


def contents(groups: Mapping[tuple[str, int], Figures], asked: Mapping[str, object]) -> list[Line]:
    """By the content of the article, in its order; the kind of publisher is named where there are several."""
    kinds = {kind for kind, _number in groups}
    headings = {kind: asking.contents(kind) for kind in kinds}
    return [
        line(
            f"{number}. {headings[kind][number - 1].label}",
            figures,
            {**asked, "loai": kind, "nd": number},
            note=capfirst(Publisher(kind).words) if len(kinds) > 1 else "",
        )
        for (kind, number), figures in groups.items()
    ]


def organizations(
    groups: Mapping[tuple[int, str, str, str], Figures], asked: Mapping[str, object], here: str
) -> list[Line]:
    """By organization, those with most that is not done first."""
    worst = sorted(groups.items(), key=lambda pair: (-_undone(pair[1]), pair[0][1], pair[0][0]))
    places = {(word, name) for _pk, _name, word, name in groups}
    return [
        line(
            name,
            figures,
            {**asked, "co-quan": pk},
            note=f"{word} {place}" if len(places) > 1 else "",
            href=f"{here}?{urlencode({**asked, 'co-quan': pk})}",
        )
        for (pk, name, word, place), figures in worst
    ]


def _undone(figures: Figures) -> int:
    return figures.total - figures.on_time


def periods(groups: Mapping[tuple[int, int], Figures], asked: Mapping[str, object], *, year: int) -> list[Line]:
    """Quarters, halves and the whole of a year, as sums of its months."""
    found = []
    for every in (Every.QUARTER, Every.HALF_YEAR, Every.YEAR):
        for period in periods_of(every, year):
            months = [
                figures
                for (of_year, month), figures in groups.items()
                if date(of_year, month, 1) in period  # whole months
            ]
            if months:
                named = {**asked, "ky": f"{year}-{every.value}-{period.number}"}
                found.append(line(capfirst(period.label), sum(months, Figures()), named))
    return found


def header(first: str) -> list[str]:
    """The columns of a table of figures, `first` naming its lines."""
    return [first, _("Đã đến hạn"), *(words(code) for code in CODES)]


def cells(lines: Iterable[Line]) -> Iterable[Sequence[str | int]]:
    """The lines as a spreadsheet takes them."""
    for each in lines:
        label = f"{each.label} ({each.note})" if each.note else each.label
        yield (label, each.figures.total, *(count.n for count in each.counts))
