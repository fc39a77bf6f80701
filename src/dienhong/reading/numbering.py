"""The list labels Word prints and does not store: "1.", "a)", "Điều 3.", "II.1", "-".

Word keeps a count for each abstract list and level; a paragraph names a list (w:num) and a level.
A level counts on until a paragraph of a higher level comes; a list with w:startOverride begins anew
the first time it is met.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from dienhong.reading.word_names import W, number, switch, value

LEVELS = 9
DEEPEST_CHAIN = 10  # styles that point to lists that point to styles
PLACEHOLDER = re.compile(r"%([1-9])")
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. `restart`: the level (from 1) after which it begins anew, 0 for never."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    legal: bool = False  # all its numbers in decimal
    restart: int | None = None
    style: str | None = None


@dataclass(slots=True)
class Abstract:
    """A list definition and where its counting stands."""

    levels: dict[int, Level]
    style_link: str | None = None
    counts: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class Numbered:
    """A w:num: an abstract list with its own overrides."""

    abstract: str
    starts: dict[int, int]
    levels: dict[int, Level]
    begun: set[int] = field(default_factory=set)


class Numbering:
    """The lists of one document; `label` must be asked in the order of the text."""

    def __init__(self, root: etree._Element | None, style_lists: Mapping[str, str] | None = None) -> None:
        """`style_lists`: numbering style -> numId, for lists defined by reference to a style."""
        self._abstracts: dict[str, Abstract] = {}
        self._nums: dict[str, Numbered] = {}
        self._style_lists = style_lists or {}
        if root is not None:
            self._read(root)

    def _read(self, root: etree._Element) -> None:
        for element in root.iterfind(W + "abstractNum"):
            identity = element.get(W + "abstractNumId", "")
            levels = dict(_level(child) for child in element.iterfind(W + "lvl"))
            self._abstracts[identity] = Abstract(levels, value(element, "numStyleLink"))
        for element in root.iterfind(W + "num"):
            starts, levels = {}, {}
            for override in element.iterfind(W + "lvlOverride"):
                at = number(override.get(W + "ilvl")) or 0
                start = number(value(override, "startOverride"))
                if start is not None:
                    starts[at] = start
                levels.update(_level(child) for child in override.iterfind(W + "lvl"))
            num_id = element.get(W + "numId", "")
            self._nums[num_id] = Numbered(value(element, "abstractNumId") or "", starts, levels)

    def level_of_style(self, num_id: str, style: str) -> int:
        """The level that list `num_id` links to paragraph style `style`; 0 when it links none."""
        found = self._find(num_id)
        if found is None:
            return 0
        numbered, abstract = found
        levels = abstract.levels | numbered.levels
        return next((at for at, level in levels.items() if level.style == style), 0)

    def label(self, num_id: str, at: int) -> str:
        """Count one more paragraph of list `num_id` at level `at` (from 0): its printed label, "" for none."""
        found = self._find(num_id)
        if found is None or not 0 <= at < LEVELS:
            return ""
        numbered, abstract = found
        levels = abstract.levels | numbered.levels
        self._count(numbered, abstract, levels, at)
        return _printed(levels, abstract.counts, at)

    def _find(self, num_id: str) -> tuple[Numbered, Abstract] | None:
        numbered = self._nums.get(num_id)
        for _ in range(DEEPEST_CHAIN):
            abstract = None if numbered is None else self._abstracts.get(numbered.abstract)
            if numbered is None or abstract is None:
                return None
            if abstract.levels or abstract.style_link is None:
                return numbered, abstract
            numbered = self._nums.get(self._style_lists.get(abstract.style_link, ""))
        return None

    @staticmethod
    def _count(numbered: Numbered, abstract: Abstract, levels: Mapping[int, Level], at: int) -> None:
        counts = abstract.counts
        start = numbered.starts.get(at, levels.get(at, Level()).start)
        if at in numbered.starts and at not in numbered.begun:
            counts.pop(at, None)
        numbered.begun.add(at)
        counts[at] = counts[at] + 1 if at in counts else start
        for above in range(at):
            counts.setdefault(above, numbered.starts.get(above, levels.get(above, Level()).start))
        for below in range(at + 1, LEVELS):
            restart = levels.get(below, Level()).restart
            if restart is None or at < restart:
                counts.pop(below, None)


def _level(element: etree._Element) -> tuple[int, Level]:
    start = number(value(element, "start"))
    formatted = element.find(W + "numFmt")
    if formatted is None:  # Word wraps formats older versions do not know
        formatted = next(element.iter(W + "numFmt"), None)
    level = Level(
        start=1 if start is None else start,
        format="decimal" if formatted is None else formatted.get(W + "val", "decimal"),
        text=value(element, "lvlText") or "",
        suffix=value(element, "suff") or "tab",
        legal=bool(switch(element, "isLgl")),
        restart=number(value(element, "lvlRestart")),
        style=value(element, "pStyle"),
    )
    return number(element.get(W + "ilvl")) or 0, level


def _printed(levels: Mapping[int, Level], counts: Mapping[int, int], at: int) -> str:
    level = levels.get(at, Level())
    if level.format == "bullet":
        return "+" if level.text.strip() == "+" else "-"
    if level.format == "none":
        return level.text if not PLACEHOLDER.search(level.text) else ""

    def shown(match: re.Match[str]) -> str:
        above = int(match[1]) - 1
        style = levels.get(above, Level())
        if level.legal and style.format != "none":
            style = replace(style, format="decimal")
        return in_format(counts.get(above, style.start), style.format)

    return PLACEHOLDER.sub(shown, level.text).strip()


def in_format(count: int, style: str) -> str:
    """`count` as Word prints it in number format `style`; decimal for formats not used in Vietnam."""
    if style in ("lowerLetter", "upperLetter"):
        letters = _letters(count)
        return letters.upper() if style == "upperLetter" else letters
    if style in ("lowerRoman", "upperRoman"):
        roman = _roman(count)
        return roman.upper() if style == "upperRoman" else roman
    if style == "decimalZero":
        return f"{count:02d}"
    return "" if style == "none" else str(count)


def _letters(count: int) -> str:
    """From a to z, then aa, bb … zz, aaa: Word's way, with no đ."""
    if not 1 <= count <= 26 * 30:
        return str(count)
    turns, letter = divmod(count - 1, 26)
    return chr(ord("a") + letter) * (turns + 1)


def _roman(count: int) -> str:
    if not 1 <= count < 4000:  # noqa: PLR2004 (Roman numerals end there)
        return str(count)
    roman = ""
    for worth, letters in ROMAN:
        times, count = divmod(count, worth)
        roman += letters * times
    return roman
