"""Files that must be refused or read within the limits. Seeded; the large ones are made, never stored.

Each maker returns (name, bytes). CASES: name -> (maker, the codes it may be refused with; None: it may be read).
"""

import io
import random
import struct
import zipfile
import zlib

from corpus import word

MB = 1024 * 1024
SENTENCE = "Điều 1. Nghị quyết này quy định việc thực hiện dân chủ ở cơ sở tại xã Bình Minh. "
ENTITY_BOMB = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "cười">' + "".join(
    f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(9)
)


def _random(seed):
    return random.Random(seed)  # noqa: S311 (to make the same file again)


def _text(count):
    return [f"{at}. {SENTENCE}" for at in range(1, count + 1)]


def empty():
    return "rong.docx", b""


def only_spaces():
    return "trang.txt", b" \n\t\n" * 100


def truncated_docx(seed=1):
    whole = word.typed(_text(200))
    return "cat.docx", whole[: _random(seed).randrange(100, len(whole) - 30)]


def wrong_checksum():
    whole = bytearray(word.typed(_text(200)))
    at = whole.index(b"word/document.xml") + 400
    whole[at : at + 4] = b"\x00\x01\x02\x03"
    return "sai-crc.docx", bytes(whole)


def ole_encrypted():
    directory = "EncryptedPackage".encode("utf-16-le") + b"\x00" * 200 + "EncryptionInfo".encode("utf-16-le")
    return "mat-khau.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 1000 + directory + b"\x00" * 1000


def zip_encrypted():
    whole = bytearray(word.typed(_text(3)))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = whole.find(signature)
        while at >= 0:
            whole[at + offset] |= 1
            at = whole.find(signature, at + 1)
    return "zip-khoa.docx", bytes(whole)


def external_entity():
    declaration = '<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return "xxe.docx", word.document("<w:p><w:r><w:t>a&x;b</w:t></w:r></w:p>", declaration=declaration)


def parameter_entity():
    declaration = '<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p.dtd"> %p;]>'
    return "xxe-tham-so.docx", word.document(word.paragraph("a"), declaration=declaration)


def billion_laughs():
    return "ty-tieng-cuoi.docx", word.document("<w:p><w:r><w:t>&j;</w:t></w:r></w:p>", declaration=ENTITY_BOMB + "]>")


def laughs_in_attribute():
    body = '<w:p><w:pPr><w:pStyle w:val="&j;"/></w:pPr></w:p>'
    return "cuoi-thuoc-tinh.docx", word.document(body, declaration=ENTITY_BOMB + "]>")


def zip_bomb():
    return "bom.docx", word.document(word.paragraph("a" * (300 * MB)))


def lying_zip_bomb():
    """The directory says 1,000 bytes; the stream unpacks to 200 MB."""
    body = word.document(word.paragraph(" " * (200 * MB)))
    whole = bytearray(body)
    at = whole.rindex(b"PK\x01\x02")
    struct.pack_into("<I", whole, at + 24, 1000)
    at = whole.rindex(b"PK\x03\x04")
    struct.pack_into("<I", whole, at + 22, 1000)
    return "bom-noi-doi.docx", bytes(whole)


def many_members():
    return "nhieu-tep.docx", word.document("", parts={f"word/media/{at}.txt": "" for at in range(20_000)})


def duplicate_members():
    file = io.BytesIO(word.typed(["Bản một"]))
    with zipfile.ZipFile(file, "a") as archive, _quiet():
        archive.writestr("word/document.xml", "<w:document/>")
    return "trung-ten.docx", file.getvalue()


def _quiet():
    import warnings  # noqa: PLC0415

    caught = warnings.catch_warnings()
    warnings.simplefilter("ignore")
    return caught


def slipping_names():
    return "zip-slip.docx", word.document(word.paragraph(SENTENCE), parts={"../../../../tmp/x.txt": "x", "/etc/x": "y"})


def macros():
    return "macro.docm", word.document(word.paragraph(SENTENCE), parts={"word/vbaProject.bin": b"\xcc" * 100})


def external_template():
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" '
        'Target="http://127.0.0.1:9/mau.xml" TargetMode="External"/></Relationships>'
    )
    return "mau-ngoai.docx", word.document(word.paragraph(SENTENCE), parts={"word/_rels/document.xml.rels": relations})


def empty_runs():
    return "run-rong.docx", word.document(f"<w:p>{'<w:r><w:t/></w:r>' * 100_000}{word.run(SENTENCE)}</w:p>")


def empty_paragraphs():
    return "doan-rong.docx", word.document("<w:p/>" * 100_000 + word.paragraph(SENTENCE))


def nested_tables():
    open_, close = "<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>"
    return "bang-long.docx", word.document(open_ * 10_000 + word.paragraph("sâu") + close * 10_000)


def long_text_node():
    return "mot-doan-dai.docx", word.document(word.paragraph(SENTENCE * 300_000))


def style_loop():
    styles = (
        f'<w:styles xmlns:w="{word.W_NS}"><w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
    )
    body = word.paragraph(SENTENCE, '<w:pStyle w:val="A"/>')
    return "kieu-vong.docx", word.document(body, parts={"word/styles.xml": styles})


def no_main_part():
    return "thieu-than.docx", word.package({"[Content_Types].xml": word.TYPES, "word/other.xml": "<a/>"})


def table_only():
    return "chi-bang.docx", word.document(word.table([["TT", "Nội dung"], ["1", SENTENCE]]))


def spreadsheet():
    return "bang-tinh.docx", word.package({"[Content_Types].xml": word.TYPES, "xl/workbook.xml": "<workbook/>"})


def plain_zip():
    return "nen.zip", word.package({"a.txt": "xin chào"})


def garbage():
    return "rac.txt", _random(7).randbytes(200_000)


def program():
    return "chuong-trinh.txt", b"\x7fELF\x02\x01\x01" + _random(8).randbytes(50_000)


def nul_text():
    return "nul.txt", (SENTENCE + "\x00" * 50).encode() * 20


def russian_bytes():
    return "nga.txt", ("Постановление о порядке осуществления народовластия на местах. " * 50).encode("cp1251")


def giant_text():
    return "lon.txt", (SENTENCE * 20 + "\n").encode() * 8_000


def giant_file():
    return "qua-lon.pdf", b"%PDF-1.7\n" + b"\x00" * (80 * MB)


def mark_flood():
    return "dau-chong.txt", ("a" + "\u0301" * 500_000 + "\n" + SENTENCE).encode()


def star_flood():
    return "sao.txt", ("*a" * 400_000 + "\n" + "**b " * 200_000).encode()


def pdf(objects, *, root=1, extra=b""):
    """A PDF of numbered objects (bytes), with a right cross-reference table."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d /Root %d 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, extra, start)
    return bytes(out)


def stream(content, *, unpacked=None):
    packed = zlib.compress(content if unpacked is None else unpacked, 9)
    return b"<</Length %d /Filter /FlateDecode>>\nstream\n%s\nendstream" % (len(packed), packed)


FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def _one_page(content, *, box=b"[0 0 595 842]"):
    page = b"<</Type/Page/Parent 2 0 R/MediaBox %s/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>" % box
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return [b"<</Type/Catalog/Pages 2 0 R>>", pages, page, content, FONT]


def truncated_pdf():
    whole = pdf(_one_page(stream(b"BT /F1 12 Tf 50 700 Td (Nghi quyet) Tj ET")))
    return "cat.pdf", whole[: len(whole) // 3]


def locked_pdf():
    lock = b"<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>" % (b"00" * 32, b"11" * 32)
    return "khoa.pdf", pdf([*_one_page(stream(b"BT (a) Tj ET")), lock], extra=b"/Encrypt 6 0 R /ID[<00><00>]")


def pdf_header_only():
    return "dau.pdf", b"%PDF-1.7\n" + _random(3).randbytes(5000)


def pdf_flate_bomb():
    return "bom.pdf", pdf(_one_page(stream(b"", unpacked=b"BT /F1 12 Tf (a) Tj ET\n" * (10 * MB))))


def pdf_space_bomb():
    return "bom-trang.pdf", pdf(_one_page(stream(b"", unpacked=b" " * (900 * MB))))


def pdf_page_loop():
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000>>"]
    return "vong.pdf", pdf(objects)


def pdf_million_pages():
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    kids = b"3 0 R " * 1_000_000
    return "trieu-trang.pdf", pdf(
        [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count 1000000>>" % kids, page]
    )


def pdf_huge_box():
    return "trang-khong-lo.pdf", pdf(_one_page(stream(b"0 0 100 100 re f"), box=b"[0 0 20000000 20000000]"))


def pdf_form_loop():
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>/Length 20>>\nstream\n/X Do /X Do /X Do   \nendstream"
    objects = _one_page(stream(b"/X Do"))
    objects[2] = objects[2].replace(b"/Font<<", b"/XObject<</X 6 0 R>>/Font<<")
    return "form-vong.pdf", pdf([*objects, form])


def pixel_flood():
    """A PNG that says 65,535 by 65,535."""
    head = struct.pack(">IIBBBBB", 65535, 65535, 8, 0, 0, 0, 0)
    body = zlib.compress(b"\x00" * 10_000_000, 9)

    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    return "diem-anh.png", b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def broken_image():
    return "hong.jpg", b"\xff\xd8\xff\xe0" + _random(5).randbytes(3000)


def heic():
    return "anh.heic", b"\x00\x00\x00\x18ftypheic" + b"\x00" * 3000


def html_deep():
    return "sau.html", ("<html><body>" + "<div>" * 10_000 + SENTENCE).encode()


def html_entities():
    return "thuc-the.html", ENTITY_BOMB.replace("DOCTYPE a", "DOCTYPE html").encode() + b"]><html><body><p>&j;</p>"


def html_long():
    return "dai.html", ("<html><body><p>" + "a " * 8_000_000).encode()


def broken_doc():
    return "hong.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + _random(9).randbytes(
        20_000
    )


def deep_rtf():
    return "sau.rtf", b"{\\rtf1 " + b"{" * 200_000


READ = None
CASES = {
    maker.__name__: (maker, frozenset(codes))
    for maker, codes in (
        (empty, ["empty"]),
        (only_spaces, ["no-text"]),
        (truncated_docx, ["broken"]),
        (wrong_checksum, ["broken"]),
        (ole_encrypted, ["password"]),
        (zip_encrypted, ["password"]),
        (external_entity, ["unsafe-xml"]),
        (parameter_entity, ["unsafe-xml"]),
        (billion_laughs, ["unsafe-xml"]),
        (laughs_in_attribute, ["unsafe-xml"]),
        (zip_bomb, ["bomb"]),
        (lying_zip_bomb, ["bomb", "broken"]),
        (many_members, ["bomb"]),
        (duplicate_members, ["duplicate-member"]),
        (slipping_names, [READ]),
        (macros, [READ]),
        (external_template, [READ]),
        (empty_runs, [READ]),
        (empty_paragraphs, [READ]),
        (nested_tables, ["too-deep"]),
        (long_text_node, ["too-heavy", "too-much-text"]),
        (style_loop, [READ]),
        (no_main_part, ["broken"]),
        (table_only, [READ]),
        (spreadsheet, ["not-a-document"]),
        (plain_zip, ["unknown-type"]),
        (garbage, ["binary"]),
        (program, ["binary"]),
        (nul_text, ["binary"]),
        (russian_bytes, ["encoding"]),
        (giant_text, ["too-much-text"]),
        (giant_file, ["too-large"]),
        (mark_flood, [READ]),
        (star_flood, [READ]),
        (truncated_pdf, ["broken"]),
        (locked_pdf, ["password"]),
        (pdf_header_only, ["broken"]),
        (pdf_flate_bomb, ["too-heavy", "too-much-text"]),
        (pdf_space_bomb, ["too-heavy", "no-text"]),
        (pdf_page_loop, ["broken", "too-many-pages", "no-text"]),
        (pdf_million_pages, ["too-many-pages"]),
        (pdf_huge_box, ["ocr-failed", "no-text", "no-ocr", "too-heavy"]),
        (pdf_form_loop, ["broken", "no-text", "no-ocr", "too-heavy", "ocr-failed"]),
        (pixel_flood, ["ocr-failed", "no-ocr", "too-heavy"]),
        (broken_image, ["ocr-failed", "no-ocr"]),
        (heic, ["image-type"]),
        (html_deep, ["too-deep"]),
        (html_entities, [READ, "no-text"]),
        (html_long, ["too-heavy", "too-much-text"]),
        (broken_doc, ["office-failed", "no-office"]),
        (deep_rtf, ["office-failed", "no-office", "no-text", "too-heavy"]),
    )
}
