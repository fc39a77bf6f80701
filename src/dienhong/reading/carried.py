"""What a file carries besides its pages, its pictures recognised where that is asked for."""

import tempfile
from pathlib import PurePath
from typing import BinaryIO

from dienhong.reading import jail, media, ocr
from dienhong.reading.cleaning import clean
from dienhong.reading.files import Progress, head_of, no_progress
from dienhong.reading.limits import LIMITS, Limits
from dienhong.reading.refusals import Refusal, Unreadable
from dienhong.reading.source import Beside, Passage

OLD_FORMAT = "Định dạng cũ: chưa xem được đầu trang, chân trang, nhận xét và thuộc tính của tệp."
UNSEEN_PICTURES = "Có {n} hình ảnh trong tệp: chưa đọc được chữ bên trong."
UNSEEN_ON_PAGES = "Có hình ảnh ở trang {pages}: chưa đọc được chữ bên trong."
PICTURE = "hình ảnh số {n}"
ON_PAGE = "hình ảnh ở trang {n}"


def read_beside(data: bytes, *, name: str = "", limits: Limits = LIMITS) -> Beside:
    """What an upload carries besides its pages: all sheets, comments, running heads, deleted words, properties.

    The whole of a workbook is given here, hidden sheets too; of plain text and pictures there is nothing beside.
    Raises Unreadable.
    """
    with tempfile.TemporaryFile() as file:
        file.write(data)
        return read_beside_open(file, name=name, limits=limits)


def read_beside_open(
    file: BinaryIO,
    *,
    name: str = "",
    limits: Limits = LIMITS,
    pictures: bool = False,
    progress: Progress = no_progress,
) -> Beside:
    """As read_beside, for a file that is open and stands on the disk.

    With `pictures`, the words in them are recognised as those of scanned pages are; what could not be recognised is
    in `unseen`. `progress` may raise Unreadable to end it. Raises Unreadable.
    """
    file.seek(0)
    found = media.of(head_of(file, limits), PurePath(name).suffix.lower())
    if found in (media.OLE, media.RTF):
        return Beside(unseen=(OLD_FORMAT,))
    if found not in (media.PACKAGE, media.PDF, media.HTML):
        return Beside()
    answer = jail.run("beside", file, limits=limits)
    passages = [Passage(_clean_cells(text), part, row) for text, part, row in answer["passages"]]
    unseen = [OLD_FORMAT] if answer["media_type"] == media.ODT else list(answer["unseen"])
    pictured = [int(number) for number in answer["pictured"]]
    on_pages = answer["media_type"] == media.PDF
    left = _recognised(file, pictured, limits, progress, passages, on_pages=on_pages) if pictures else pictured
    if left:
        pages = ", ".join(map(str, left))
        unseen.insert(0, (UNSEEN_ON_PAGES if on_pages else UNSEEN_PICTURES).format(pages=pages, n=len(left)))
    return Beside(tuple(passages), tuple(unseen))


def _recognised(
    file: BinaryIO, pictured: list[int], limits: Limits, progress: Progress, into: list[Passage], *, on_pages: bool
) -> list[int]:
    """Words of the pictures, put into `into`; the numbers of those that could not be looked into."""
    part = ON_PAGE if on_pages else PICTURE
    left: list[int] = []
    for at, number in enumerate(pictured, start=1):
        if at > limits.ocr_pages:
            return left + pictured[at - 1 :]
        try:
            lines = [clean(line.text) for line in ocr.of_page(file, limits, number)]
        except Unreadable as refusal:
            if refusal.code is Refusal.NO_OCR:
                return pictured
            left.append(number)
            continue
        into += [Passage(text, part.format(n=number), row) for row, text in enumerate(lines, start=1) if text.strip()]
        try:
            progress(at, len(pictured))
        except Unreadable:
            return left + pictured[at:]
    return left


def _clean_cells(text: str) -> str:
    return "\t".join(clean(cell) for cell in text.split("\t"))
