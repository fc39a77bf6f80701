"""DOCX files written part by part, so that a test can put anything in them."""

import io
import re
import zipfile
from xml.sax.saxutils import escape

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W_NS}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{WORD_TYPE}.document.main+xml"/>'
    + "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{WORD_TYPE}.{part}+xml"/>'
        for part in ("numbering", "styles", "footnotes", "comments")
    )
    + "</Types>"
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def relations(targets):
    """A .rels part: kind of relation -> target."""
    said = "".join(
        f'<Relationship Id="rId{at}" Type="{RELATION}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets.items(), start=1)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{said}</Relationships>'


LABELS = (
    (0, re.compile(r"^(Điều \d+[.:]) *")),
    (1, re.compile(r"^(\d+\.) +")),
    (2, re.compile(r"^([a-e]\)) +")),
    (3, re.compile(r"^(-) +")),
)


def document(body, *, parts=None, declaration='<?xml version="1.0" encoding="UTF-8"?>'):
    """The bytes of a DOCX around the XML of a body; `parts`: member name -> text or bytes."""
    main = f"{declaration}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    parts = parts or {}
    inside = {kind: f"{kind}.xml" for kind in ("numbering", "styles", "footnotes") if f"word/{kind}.xml" in parts}
    frame = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": relations(inside),
        "word/document.xml": main,
    }
    return package(frame | parts)


def package(parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def run(text, properties=""):
    looks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(content, properties=""):
    """A paragraph of one run of text, or of the XML given (anything that begins with "<")."""
    inside = content if content.startswith("<") else run(content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def listed(content, num_id, level=0):
    return paragraph(content, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>')


def table(rows, *, borders=True):
    edge = "single" if borders else "nil"
    lines = "".join(f'<w:{side} w:val="{edge}"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    body = "".join(f"<w:tr>{''.join(f'<w:tc>{paragraph(c)}</w:tc>' for c in row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr><w:tblBorders>{lines}</w:tblBorders></w:tblPr>{body}</w:tbl>"


def level(at, form, text, *, start=1, more=""):
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def numbering(abstracts, nums):
    """numbering.xml: `abstracts` id -> XML of its levels, `nums` id -> (abstract id, XML of overrides)."""
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{key}">{levels}</w:abstractNum>' for key, levels in abstracts.items()
    )
    names = "".join(
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'
        for key, (abstract, overrides) in nums.items()
    )
    return f'<w:numbering xmlns:w="{W_NS}">{lists}{names}</w:numbering>'


def typed(lines):
    """A DOCX of `lines` with every label typed by hand."""
    return document("".join(paragraph(line) for line in lines))


RESOLUTION_LEVELS = (
    level(0, "decimal", "Điều %1.")
    + level(1, "decimal", "%2.")
    + level(2, "lowerLetter", "%3)")
    + level(3, "bullet", "\uf0b7")
)


def numbered(lines):
    """A DOCX of `lines` in which Word numbers wherever the printed label is the one it would count to."""
    counts = [0, 0, 0]
    body = []
    for line in lines:
        at, text = _counted(line, counts)
        body.append(paragraph(line) if at is None else listed(text or "<w:r/>", 1, at))
    parts = {"word/numbering.xml": numbering({"0": RESOLUTION_LEVELS}, {"1": ("0", "")})}
    return document("".join(body), parts=parts)


def _counted(line, counts):
    for at, pattern in LABELS:
        match = pattern.match(line)
        if match is None:
            continue
        if at == 3:
            return at, line[match.end() :]
        if at and not all(counts[:at]):
            return None, line
        following = [*counts[:at], counts[at] + 1, *([0] * (2 - at))]
        wanted = (f"Điều {following[at]}.", f"{following[at]}.", f"{chr(96 + following[at])})")[at]
        if match[1] != wanted:
            return None, line
        counts[:] = following
        return at, line[match.end() :]
    return None, line
