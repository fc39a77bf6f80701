"""Passages in, findings out: line by line, with the words that stand before a number or head its column."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from dienhong.disclosures.screening import shapes
from dienhong.disclosures.screening.findings import (
    Finding,
    Kind,
    Passage,
    Screening,
    masked_address,
    masked_day,
    masked_name,
    masked_number,
)
from lawcore.vietnamese import nfc, without_invisible

NEARBY: Final = 60  # letters between a word such as "số tài khoản" and the number it explains
LOOK_BACK: Final = 40  # lines below the heading of a list that is printed without cells
LONGEST_LIST: Final = 500  # lines after its heading
LEAST_NAMES: Final = 2  # one name under a heading is its signer
LONGEST_HEADING: Final = 60  # letters, of a column; a line of headings is as long as a printed line
LONGEST_LINE: Final = 160

WORDS: Final = (
    (Kind.IDENTITY, shapes.IDENTITY_WORDS),
    (Kind.PHONE, shapes.PHONE_WORDS),
    (Kind.BANK_ACCOUNT, shapes.ACCOUNT_WORDS),
    (Kind.BIRTH, shapes.BIRTH_WORDS),
    (Kind.POOR_HOUSEHOLD, shapes.POOR_WORDS),
)
_NAME: Final = re.compile(shapes.NAME)
_NAME_OF_BORN: Final = re.compile(f"{shapes.NAME}|{shapes.SHORT_NAME}")


def screen_text(text: str) -> Screening:
    """What must be looked at in a text that somebody typed, a title or a script; lines are counted from 1."""
    return screen(Passage(line, number) for number, line in enumerate(text.split("\n"), start=1))


def screen(passages: Iterable[Passage]) -> Screening:
    """What must be looked at in passages, in their order."""
    page = _Page()
    findings = [finding for passage in passages for finding in page.look(passage)]
    return Screening((*findings, *page.lists()))


class _Page:
    """One pass over passages, keeping the headings above a line and the lists of names that are open."""

    def __init__(self) -> None:
        self._part: str | None = None
        self._columns: dict[int, Kind] = {}
        self._last_said: dict[Kind, int] = {}
        self._before = ""
        self._list: list[tuple[Passage, str]] | None = None
        self._list_ends = 0
        self._closed: list[list[tuple[Passage, str]]] = []
        self._lines = 0

    def look(self, passage: Passage) -> Iterator[Finding]:
        """The findings of one line or row; the passages of one part follow each other."""
        if passage.part != self._part:
            self._part, self._columns, self._last_said, self._before = passage.part, {}, {}, ""
            self._close_list()
        self._lines += 1
        text = nfc(without_invisible(passage.text))
        cells = text.split("\t")
        if len(cells) == 1:
            self._columns = {}
        found = _Line(passage, text, self._before)
        below = self._said_above() if len(cells) == 1 else None
        for column, cell in enumerate(cells):
            self._look_at_cell(found, self._columns.get(column), cell, below)
        found.birth(self._columns if len(cells) > 1 else {})
        self._poor(found, cells)
        self._head(cells)
        self._before = text
        yield from found.findings

    @staticmethod
    def _look_at_cell(found: "_Line", heading: Kind | None, cell: str, below: Kind | None) -> None:
        def kind_before(at: int) -> Kind | None:
            return _last_word(cell[max(0, at - NEARBY) : at]) or heading

        found.marks(cell)
        found.emails(cell)
        found.numbers(cell, kind_before, below=below)

    def _said_above(self) -> Kind | None:
        """Identity numbers under a heading some lines above, where the list has no cells."""
        said = self._last_said.get(Kind.IDENTITY)
        return Kind.IDENTITY if said is not None and self._lines - said <= LOOK_BACK else None

    def _head(self, cells: list[str]) -> None:
        """Remember the words that head a column or a list below."""
        for column, cell in enumerate(cells):
            said = _last_word(cell)
            if said is not None:
                if len(cell) <= LONGEST_LINE:
                    self._last_said[said] = self._lines
                if len(cells) > 1 and len(cell) <= LONGEST_HEADING and not re.search(r"\d{4}", cell):
                    self._columns[column] = said
            elif len(cells) > 1 and len(cell) <= LONGEST_HEADING and shapes.HELP_WORDS.search(cell):
                self._columns[column] = Kind.POOR_HOUSEHOLD

    def _poor(self, found: "_Line", cells: list[str]) -> None:
        """Names of poor households: in a sentence, in a row that says so, or below the heading of a list."""
        if shapes.LIST_HEADING.search(found.text):
            self._close_list()
            self._list, self._list_ends = [], self._lines + LONGEST_LIST
            return
        if self._list is not None and self._lines <= self._list_ends:
            listed = next(filter(None, map(shapes.LISTED.search, cells)), None)
            if listed:
                self._list.append((found.passage, listed["name"].strip()))
                return
        named = shapes.POOR_NAMED.search(found.text)
        name = (named["after"] or named["before"]) if named else self._name_in_row(cells)
        if name:
            found.add(Kind.POOR_HOUSEHOLD, name.strip(), masked_name)

    def _name_in_row(self, cells: list[str]) -> str | None:
        marked = any(
            shapes.POOR_CELL.fullmatch(cell) or (self._columns.get(column) is Kind.POOR_HOUSEHOLD and cell.strip())
            for column, cell in enumerate(cells)
        )
        names = (match[0] for match in map(_NAME.search, cells) if match)
        return next(names, None) if marked and len(cells) > 1 else None

    def _close_list(self) -> None:
        if self._list is not None and len(self._list) >= LEAST_NAMES:
            self._closed.append(self._list)
        self._list = None

    def lists(self) -> Iterator[Finding]:
        """One finding for each list of names, at its first name."""
        self._close_list()
        for names in self._closed:
            first, name = names[0]
            excerpt = f"{masked_name(name)} và {len(names) - 1} tên khác"
            yield Finding(Kind.POOR_HOUSEHOLD, excerpt, first.number, first.part, first.page, name)


def _last_word(text: str) -> Kind | None:
    """What the last of the explaining words in the text speaks of."""
    ends = [(max((match.end() for match in words.finditer(text)), default=-1), kind) for kind, words in WORDS]
    end, kind = max(ends, key=lambda pair: pair[0])
    return kind if end >= 0 else None


class _Line:
    """The findings of one line; a number is claimed once."""

    def __init__(self, passage: Passage, text: str, before: str) -> None:
        self.passage, self.text, self._before = passage, text, before
        self.findings: list[Finding] = []

    def add(self, kind: Kind, value: str, mask: Callable[[str], str]) -> None:
        at = self.passage
        self.findings.append(Finding(kind, mask(value), at.number, at.part, at.page, value))

    def marks(self, cell: str) -> None:
        for kind, shape in ((Kind.SECRET, shapes.SECRET), (Kind.NOT_YET, shapes.NOT_YET)):
            for match in shape.finditer(cell):
                self.add(kind, match[0].strip(), str)

    def emails(self, cell: str) -> None:
        for match in shapes.EMAIL.finditer(cell):
            if not match[0].lower().endswith(shapes.OFFICIAL_HOST):
                self.add(Kind.EMAIL, match[0], masked_address)

    def numbers(self, cell: str, kind_before: Callable[[int], Kind | None], *, below: Kind | None) -> None:
        """Phones by their shape; other long numbers by the word before them, or built as identity numbers."""
        rest = cell
        for match in shapes.PHONE.finditer(cell):
            if kind_before(match.start()) is not Kind.IDENTITY and _is_phone(match[0]):
                self.add(Kind.PHONE, match[0], masked_number)
                rest = rest[: match.start()] + "|" * len(match[0]) + rest[match.end() :]
        for match in (*shapes.IDENTITY.finditer(rest), *shapes.NUMBER.finditer(rest)):
            kind = _kind_of(_digits(match[0]), kind_before(match.start()), below)
            if kind is not None and match[0] not in {finding.value for finding in self.findings}:
                self.add(kind, match[0], masked_number)

    def birth(self, columns: dict[int, Kind]) -> None:
        """A day or year of birth beside a name: after "sinh", or in a column headed so."""
        named = _NAME_OF_BORN.search(self.text) or _NAME_OF_BORN.search(self._before)
        in_row = shapes.ANY_NAME.search(self.text)
        start = 0
        for column, cell in enumerate(self.text.split("\t")):
            headed = in_row and columns.get(column) is Kind.BIRTH
            for match in shapes.DAY.finditer(cell):
                before = self.text[max(0, start + match.start() - NEARBY) : start + match.start()]
                if headed or (named and _ends_with_birth(before)):
                    self.add(Kind.BIRTH, match[0], masked_day)
            start += len(cell) + 1


def _ends_with_birth(before: str) -> bool:
    """Whether the word just before, with nothing but signs between, speaks of birth."""
    last = None
    for last in shapes.BIRTH_WORDS.finditer(before):  # noqa: B007 (the last one is wanted)
        pass
    return last is not None and not re.search(r"\w", before[last.end() :])


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def _is_phone(text: str) -> bool:
    """A landline has 11 digits in all; a mobile number of the right shape is one."""
    digits = _digits(text)
    return not digits.startswith("02") or len(digits) == shapes.LANDLINE_DIGITS


def _kind_of(digits: str, said: Kind | None, below: Kind | None) -> Kind | None:
    """What a long number is, by the word before it, the heading above it or the way it is built."""
    short = shapes.OLD_IDENTITY_DIGITS <= len(digits) <= shapes.NEW_IDENTITY_DIGITS
    if said is Kind.IDENTITY and short:  # a spreadsheet drops leading zeros
        return Kind.IDENTITY
    if said is Kind.BANK_ACCOUNT:
        return Kind.BANK_ACCOUNT
    if said is Kind.PHONE and shapes.SHORT_PHONE.fullmatch(digits):
        return Kind.PHONE
    if len(digits) == shapes.NEW_IDENTITY_DIGITS and shapes.is_identity(digits):
        return Kind.IDENTITY
    if said is None and below is Kind.IDENTITY and len(digits) == shapes.OLD_IDENTITY_DIGITS:
        return Kind.IDENTITY
    return None
