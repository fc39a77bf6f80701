"""The passages of a file: its pages, and what it carries besides them."""

from typing import Final

from dienhong import reading
from dienhong.disclosures.screening.findings import Passage, Screening
from dienhong.disclosures.screening.texts import screen
from dienhong.reading import LIMITS, Beside, Limits, Refusal, Source, Unreadable, media, ocr

NOT_CHECKED: Final = "Chưa kiểm tra được: {why}"
_FROM_PICTURES: Final = tuple(note.partition("{")[0] for note in (ocr.RECOGNISED, ocr.LEFT_OUT))


def screen_file(data: bytes, *, name: str = "", limits: Limits = LIMITS) -> Screening:
    """What must be looked at before a file is published: DOCX, PDF, XLSX, HTML, text, CSV, scans where OCR is there.

    Its pages, and all that it carries besides: hidden sheets, comments, running heads, deleted words, properties. Never
    raises for what is in the file: what could not be read is said in `unchecked`.
    """
    whys: list[str] = []
    source = _pages(data, name, limits, whys)
    beside = _beside(data, name, limits, whys)
    whys += beside.unseen
    on_pages = screen(_lines(source)).findings
    found = {(finding.kind, finding.value) for finding in on_pages}
    besides = screen(Passage(each.text, each.row, each.part) for each in beside.passages).findings
    new = (finding for finding in besides if (finding.kind, finding.value) not in found)
    return Screening((*on_pages, *new), tuple(dict.fromkeys(NOT_CHECKED.format(why=why) for why in whys)))


def _pages(data: bytes, name: str, limits: Limits, whys: list[str]) -> Source:
    try:
        source = reading.read_bytes(data, name=name, limits=limits)
    except Unreadable as refusal:
        if refusal.code is not Refusal.NOT_A_DOCUMENT:  # a workbook: its sheets stand besides
            whys.append(str(refusal))
        return Source("", ())
    whys += [note for note in source.notes if note.startswith(_FROM_PICTURES)]
    return source


def _beside(data: bytes, name: str, limits: Limits, whys: list[str]) -> Beside:
    try:
        return reading.read_beside(data, name=name, limits=limits)
    except Unreadable as refusal:
        whys.append(str(refusal))
        return Beside()


def _lines(source: Source) -> list[Passage]:
    """One passage for each line, and one for each row of a table."""
    passages: list[Passage] = []
    row: tuple[int, int] | None = None
    for number, line in enumerate(source.lines, start=1):
        text = line.text.replace("\t", " ")
        if source.media_type == media.CSV:
            text = text.replace(";", "\t").replace(",", "\t")
        if line.cell and line.cell[:2] == row:
            joined = passages.pop()
            passages.append(Passage(f"{joined.text}\t{text}", joined.number, page=joined.page))
        else:
            passages.append(Passage(text, number, page=line.page))
        row = line.cell[:2] if line.cell else None
    return passages
