"""Plain text and Markdown: one Line for each line, Markdown marks taken off and kept as bold."""

import re
from typing import Any

from dienhong.reading.encodings import decode
from dienhong.reading.limits import Limits
from dienhong.reading.source import Reading
from lawcore.provisions.model import Line

BOOKMARK = re.compile(r"\[bookmark: ?[^\]\n]{0,80}\]")
HEADING = re.compile(r"^ {0,3}#{1,6} +(?=\S)")
EMPHASIS = re.compile(r"(?<![\w*\\])(\*{1,3})(?=[\w\"“(‘'.…])([^*]{1,4000}?)(?<=[^\s*])\1(?![\w*])")
UNDERLINED = re.compile(r"(?<![\w\\])(_{1,2})(?=[^\W_]|[\"“(])([^_\n]{1,4000}?)(?<=[^\s_])\1(?!\w)")
BLANK = re.compile(r"\n[ \t]*\n")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])")
BREAK = re.compile(r"(?:<br ?/?>|\\)(?=\n)", re.IGNORECASE)
NEW_PAGE = "\x0c"


def answer(data: bytes, *, limits: Limits, page: int) -> dict[str, Any]:  # noqa: ARG001 (one shape for all jobs)
    return read(data).to_json()


def read(data: bytes) -> Reading:
    """The lines of `data`, whatever its encoding; a form feed begins a page."""
    decoded = decode(data)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    lines: list[Line] = []
    pages = text.removesuffix("\n").split(NEW_PAGE)
    for number, page in enumerate(pages, start=1):
        for line, bold in _unmarked(page):
            lines.append(Line(line, number if len(pages) > 1 else None, bold))
    return Reading(lines, decoded.notes)


def _unmarked(text: str) -> list[tuple[str, bool]]:
    """(line, bold) without Markdown's own characters. Emphasis may run over several lines of one paragraph."""
    text = BREAK.sub("", BOOKMARK.sub("", text))
    bold: set[int] = set()
    pieces: list[str] = []
    done, line = 0, 0
    for match in EMPHASIS.finditer(text):
        if BLANK.search(match[2]):
            continue
        before = text[done : match.start()]
        line += before.count("\n")
        pieces += [before, match[2]]
        over = match[2].count("\n")
        if len(match[1]) > 1 and _is_whole(text, match.start(), match.end()):
            bold |= set(range(line, line + over + 1))
        line += over
        done = match.end()
    pieces.append(text[done:])
    unmarked = []
    for at, printed in enumerate("".join(pieces).split("\n")):
        heading = HEADING.match(printed)
        words = printed[heading.end() :] if heading else printed
        words = ESCAPED.sub(r"\1", UNDERLINED.sub(r"\2", words))
        unmarked.append((words, at in bold or heading is not None))
    return unmarked


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands on the lines of text[start:end]."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    after = text[end : text.find("\n", end) if "\n" in text[end:] else len(text)]
    return not before.strip(" #\t") and not after.strip()
