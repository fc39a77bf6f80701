"""What a file carries besides its pages: hidden sheets, comments, running heads, deleted words, properties.

A reader of pages leaves these out; who is about to publish the file must see them.
"""

import html
import re
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from lxml import etree

from dienhong.reading import media, pdf_text, xlsx_table
from dienhong.reading.encodings import decode
from dienhong.reading.limits import Limits
from dienhong.reading.package import Package, kind_of, pictures
from dienhong.reading.refusals import Refusal, Unreadable
from dienhong.reading.sheet_values import S

Found = tuple[str, str, int]

PARTS = (
    ("word/document", "thân văn bản, cả chữ ẩn và chữ đã xóa"),
    ("word/header", "đầu trang"),
    ("word/footer", "chân trang"),
    ("word/comments", "nhận xét bên lề"),
    ("word/footnotes", "chú thích"),
    ("word/endnotes", "chú thích"),
    ("xl/comments", "nhận xét"),
    ("xl/threadedComments", "nhận xét"),
    ("xl/drawings", "khung chữ"),
    ("xl/pivotCache", "dữ liệu lưu cùng bảng tổng hợp"),
    ("docProps/", "thuộc tính tệp"),
    ("", "phần đi kèm tệp"),
)
NOT_WORDS = re.compile(
    r"(?:^|/)(?:_rels/|\[Content_Types\]|styles|stylesWithEffects|theme|settings|webSettings|fontTable|numbering|"
    r"calcChain|sharedStrings|workbook|worksheets/|itemProps|printerSettings)"
)
BLOCKS = ("p", "comment", "threadedComment")  # the first that a part has
SPACES = {"tab": " ", "br": " ", "cr": " "}
EMBEDDED = re.compile(r"(?:^|/)(?:embeddings|activeX)/[^/]+$|vbaProject\.bin$|altChunk")
UNSEEN_FILES = "Có {n} tệp nhúng hoặc macro trong tệp: chưa xem được bên trong."
UNSEEN_ATTACHED = "Có {n} tệp đính kèm trong tệp PDF: chưa xem được bên trong."
UNSEEN_WEB = "Trang có {n} hình ảnh: chưa đọc được chữ bên trong."
TAG = re.compile(r"<(?!!--)[^<>]*>|<!--|-->")


def answer(data: bytes, *, limits: Limits, page: int) -> dict[str, Any]:  # noqa: ARG001 (one shape for all jobs)
    if data.startswith(b"PK"):
        package = Package(data, limits)
        media_type = kind_of(package)
        passages, unseen, pictured = _of_package(package, media_type, limits)
    elif b"%PDF-" in data[:1024]:
        media_type = media.PDF
        passages, unseen, pictured = _of_pdf(data, limits)
    else:
        media_type = media.HTML
        passages, unseen, pictured = *_of_web_page(data), []
    if sum(len(text) for text, _, _ in passages) > limits.characters:
        raise Unreadable(Refusal.TOO_MUCH_TEXT)
    return {"media_type": media_type, "passages": passages, "unseen": unseen, "pictured": pictured}


def _of_package(package: Package, media_type: str, limits: Limits) -> tuple[list[Found], list[str], list[int]]:
    if media_type == media.ODT:
        return [], [], []
    if media_type not in (media.DOCX, media.XLSX):
        raise Unreadable(Refusal.UNKNOWN_TYPE)
    passages = list(_sheets(package, limits)) if media_type == media.XLSX else []
    names = package.names()
    for name in names:
        if name.endswith(".xml") and not NOT_WORDS.search(name):
            part = next(said for start, said in PARTS if name.startswith(start))
            root = package.xml(name)
            texts = () if root is None else _texts(root)
            passages += [(text, part, row) for row, text in enumerate(texts, start=1) if text.strip()]
    embedded = sum(EMBEDDED.search(name) is not None for name in names)
    unseen = [UNSEEN_FILES.format(n=embedded)] if embedded else []
    return passages, unseen, list(range(1, len(pictures(names)) + 1))


def _sheets(package: Package, limits: Limits) -> Iterator[Found]:
    for name, hidden, grid in xlsx_table.Workbook(package, limits).every_sheet():
        part = f"trang tính ẩn «{name}»" if hidden else f"trang tính «{name}»"
        yield name, part, 0
        for row, cells in grid.rows.items():
            yield "\t".join(cells.get(column, "") for column in range(max(cells) + 1)), part, row
    for name in package.names():
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            for element in package.elements(name, S + "oddHeader", S + "oddFooter"):
                yield element.text or "", "đầu trang và chân trang khi in", 1


def _texts(root: etree._Element) -> Iterator[str]:
    """The words of each paragraph or comment; where there is none, of each element that holds words or a value."""
    named = [(_name(element), element) for element in root.iter()]
    said = {name for name, _ in named}
    block_name = next((name for name in BLOCKS if name in said), None)
    blocks = [element for name, element in named if name == block_name]
    for block in blocks:
        yield "".join(map(_said, block.iter()))
    if not blocks:
        for element in root.iter():
            yield element.text or "" if len(element) == 0 and element.text else element.get("v", "")


def _said(element: etree._Element) -> str:
    name = _name(element)
    return element.text or "" if name in ("t", "delText", "text") else SPACES.get(name, "")


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _of_pdf(data: bytes, limits: Limits) -> tuple[list[Found], list[str], list[int]]:
    """A page without readable text is a scan: a reader of pages has it recognised, its picture is not named here."""
    document = pdf_text.opened(data, limits)
    told = document.get_metadata_dict(skip_empty=True)
    passages = [(text, "thuộc tính tệp", row) for row, text in enumerate(told.values(), start=1)]
    pictured: list[int] = []
    for number in range(1, len(document) + 1):
        page = document[number - 1]
        passages += [(text, f"ghi chú ở trang {number}", row) for row, text in enumerate(_notes(page), start=1)]
        if pdf_text.has_text(page) and any(True for _ in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,))):
            pictured.append(number)
        page.close()
    attached = document.count_attachments()
    return passages, [UNSEEN_ATTACHED.format(n=attached)] if attached else [], pictured


def _notes(page: pypdfium2.PdfPage) -> Iterator[str]:
    """What the notes and form fields of a page say."""
    for at in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        note = pdfium.FPDFPage_GetAnnot(page.raw, at)
        for key in (b"Contents", b"V"):
            size = pdfium.FPDFAnnot_GetStringValue(note, key, None, 0)
            held = (pdfium.FPDF_WCHAR * (size // 2 + 1))()
            pdfium.FPDFAnnot_GetStringValue(note, key, held, size)
            said = bytes(held).decode("utf-16-le", "replace").rstrip("\x00")
            if said:
                yield said
        pdfium.FPDFPage_CloseAnnot(note)


def _of_web_page(data: bytes) -> tuple[list[Found], list[str]]:
    """The words of its source, hidden parts and comments too."""
    text = decode(data).text
    lines = enumerate(html.unescape(TAG.sub(" ", text)).split("\n"), start=1)
    pictures = len(re.findall(r"<(?:img|svg|canvas|video|object|embed|iframe)\b", text, re.IGNORECASE))
    passages = [(line.strip(), "mã nguồn của trang, cả phần ẩn", row) for row, line in lines if line.strip()]
    return passages, [UNSEEN_WEB.format(n=pictures)] if pictures else []
