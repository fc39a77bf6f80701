"""From python-docx's document to bytes that are the same each time."""

import hashlib
import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime, time
from pathlib import Path
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from dienhong.documents.official import OfficialDocument
from dienhong.documents.word.markup import KHMER_FONT, element

ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
FONTS = Path(__file__).parent.parent / "static" / "documents" / "fonts"
OBFUSCATED_BYTES = 32
KEY_BYTES = 16
WORD_URI, WORD_2013 = "http://schemas.microsoft.com/office/word", "15"  # no "compatibility mode" in the title bar
FONT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
UNUSED_PARTS = ("/thumbnail", "/extended-properties", "/stylesWithEffects", "/customXml", "/numbering", "/webSettings")
FONT_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
KEPT_STYLES = {"Normal", "Default Paragraph Font", "Normal Table", "No List", "header", "footer"}
# The order the schema demands; python-docx keeps it only for what it knows.
RUN_ORDER = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline",
    "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing",
    "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText",
    "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath",
)  # fmt: skip
CELL_ORDER = (
    "cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar",
    "textDirection", "tcFitText", "vAlign", "hideMark",
)  # fmt: skip


def packed(word: Document, document: OfficialDocument, *, khmer: bool) -> bytes:
    """The file: fixed times, the schema's order, our properties and, for Khmer text, the Khmer font inside."""
    _set_properties(word, document)
    _drop_unused_parts(word)
    _write_settings(word, embeds_fonts=khmer)
    if khmer:
        _embed_khmer_font(word)
    for root in roots(word):
        _put_in_order(root, "w:rPr", RUN_ORDER)
        _put_in_order(root, "w:tcPr", CELL_ORDER)
    raw = io.BytesIO()
    word.save(raw)
    return _with_fixed_times(raw)


def keep_only_our_styles(word: Document) -> None:
    """Leave out the template's hundred styles, so that Word offers the officer those of this layout."""
    sheet = word.styles.element
    for style in list(sheet.findall(qn("w:style"))):
        name = style.find(qn("w:name")).get(qn("w:val"))
        if name not in KEPT_STYLES and name not in {f"heading {level}" for level in range(1, 6)}:
            sheet.remove(style)
            continue
        for link in style.findall(qn("w:link")):
            style.remove(link)


def _set_properties(word: Document, document: OfficialDocument) -> None:
    moment = datetime.combine(document.dated or document.prepared_on, time())
    core = word.core_properties
    core.title, core.subject = document.title, document.number_line.replace("\u00a0", "…")
    core.author = core.last_modified_by = document.issuer.in_words
    core.category, core.language = document.type_name or "Công văn", "vi-VN"
    core.keywords, core.comments = document.trace.printed_code if document.trace else "", ""
    core.content_status = "Đã ban hành" if document.issued else "Dự thảo"
    core.created = core.modified = moment
    core.revision = 1


def _drop_unused_parts(word: Document) -> None:
    """What the template brings and nobody needs: its thumbnail, a second copy of the styles, the name of its maker."""
    for relations in (word.part.package.rels, word.part.rels):
        for key in [key for key, relation in relations.items() if relation.reltype.endswith(UNUSED_PARTS)]:
            del relations[key]


def _write_settings(word: Document, *, embeds_fonts: bool) -> None:
    """Vietnamese settings in place of the template's, in the order of the schema."""
    settings = word.settings.element
    for old in list(settings):
        settings.remove(old)
    settings.append(element("w:zoom", percent="100"))
    if embeds_fonts:
        settings.append(element("w:embedTrueTypeFonts"))
    settings.append(element("w:defaultTabStop", val="720"))
    settings.append(element("w:characterSpacingControl", val="doNotCompress"))
    compatibility = element("w:compat")
    compatibility.append(element("w:compatSetting", name="compatibilityMode", uri=WORD_URI, val=WORD_2013))
    settings.append(compatibility)
    settings.append(element("w:themeFontLang", val="vi-VN", bidi="km-KH"))
    settings.append(element("w:decimalSymbol", val=","))
    settings.append(element("w:listSeparator", val=";"))


def _embed_khmer_font(word: Document) -> None:
    """Put the Khmer letters into the file: few Windows machines have a Khmer serif.

    ECMA-376 part 4 § 2.8.1: the first 32 bytes are exclusive-ored with the reversed font key.
    """
    package = word.part.package
    table = next(
        relation.target_part for relation in word.part.rels.values() if relation.reltype == RELATIONSHIP_TYPE.FONT_TABLE
    )
    font = parse_xml(f'<w:font {nsdecls("w", "r")} w:name="{KHMER_FONT}"><w:family w:val="roman"/></w:font>')
    for number, (tag, face) in enumerate((("w:embedRegular", "Regular"), ("w:embedBold", "Bold")), start=1):
        data = (FONTS / f"NotoSerifKhmer-{face}.ttf").read_bytes()
        key = hashlib.sha256(data).digest()[:KEY_BYTES]
        name = PackURI(f"/word/fonts/font{number}.odttf")
        part = Part(name, FONT_TYPE, _obfuscated(data, key), package)
        embedded = element(tag, fontKey=_guid(key))
        embedded.set(qn("r:id"), table.relate_to(part, FONT_RELATION))
        font.append(embedded)
    root = parse_xml(table.blob)
    root.append(font)
    table._blob = _serialised(root)  # noqa: SLF001  the font table is a plain part to python-docx


def _obfuscated(data: bytes, key: bytes) -> bytes:
    mask = (key[::-1] * (OBFUSCATED_BYTES // KEY_BYTES))[:OBFUSCATED_BYTES]
    return bytes(a ^ b for a, b in zip(data, mask, strict=False)) + data[OBFUSCATED_BYTES:]


def _guid(key: bytes) -> str:
    digits = key.hex().upper()
    return f"{{{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}}}"


def _serialised(root: Any) -> bytes:
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True))


def roots(word: Document) -> Iterator[Any]:
    """The body, the styles, and the headers and footers that are not those of the section before."""
    yield word.element
    yield word.styles.element
    for section in word.sections:
        for piece in (section.header, section.first_page_header, section.footer, section.first_page_footer):
            if not piece.is_linked_to_previous:
                yield piece._element  # noqa: SLF001  python-docx gives the parts no other way


def _put_in_order(root: Any, tag: str, order: Sequence[str]) -> None:
    rank = {qn(f"w:{name}"): position for position, name in enumerate(order)}
    for properties in root.iter(qn(tag)):
        properties[:] = sorted(properties, key=lambda child: rank.get(child.tag, len(rank)))


def _with_fixed_times(raw: io.BytesIO) -> bytes:
    fixed = io.BytesIO()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, ZIP_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same bytes on every system
            target.writestr(entry, source.read(name))
    return fixed.getvalue()
