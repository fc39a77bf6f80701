"""The text inside one paragraph of a DOCX: runs, tracked changes, fields, breaks, text boxes."""

from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree

from dienhong.reading.legacy import family_of_font, from_legacy_font
from dienhong.reading.word_names import MC, A, M, V, W, value
from dienhong.reading.word_styles import Look, Styles, look_of

Segment = tuple[str, Look]
PAGE_END = "\x0c"  # as Word last laid it out: may fall inside a sentence
LINE_BREAK = "\n"
PAGE_BREAK = LINE_BREAK + PAGE_END  # typed: ends the line too
WRAPPERS = {
    W + name
    for name in (
        "hyperlink",
        "smartTag",
        "ins",
        "moveTo",
        "fldSimple",
        "bdo",
        "dir",
        "customXml",
        "sdtContent",
        "sdt",
        "ruby",
        "rubyBase",
    )
}
DROPPED = {W + "del", W + "moveFrom"}
TEXT_OF = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": LINE_BREAK,
    W + "noBreakHyphen": "-",
    W + "lastRenderedPageBreak": PAGE_END,
}
PICTURES = {W + "drawing", W + "pict", W + "object"}
IMAGES = (A + "blip", V + "imagedata")
SYMBOLS = {"F0A8": "□", "F06F": "□", "F0FE": "☒", "F0B7": "-", "F0A7": "-", "F0E0": "→", "F0B3": "≥", "F0A3": "≤"}


class Runs:
    """Reads paragraphs in order; fields may begin in one and end in another."""

    def __init__(self, styles: Styles, counts: Counter[str]) -> None:
        self.footnotes: list[str] = []
        self.endnotes: list[str] = []
        self._styles = styles
        self._counts = counts
        self._fields: list[bool] = []  # of each open field: whether its result has begun
        self._boxes: list[etree._Element] = []
        self._word_art: list[str] = []

    def of(self, paragraph: etree._Element, look: Look) -> list[Segment]:
        """The visible text, piece by piece, of one look each."""
        segments = [segment for segment in self._inside(paragraph, look) if segment[0]]
        return self._unicode(segments)

    def take_boxes(self) -> list[etree._Element]:
        """The text boxes anchored in what was read since the last call."""
        boxes, self._boxes = self._boxes, []
        return boxes

    def take_word_art(self) -> list[str]:
        """The words drawn as art since the last call: "DỰ THẢO" across a page."""
        words, self._word_art = self._word_art, []
        return words

    def _inside(self, parent: etree._Element, look: Look) -> Iterator[Segment]:
        for child in parent:
            tag = child.tag
            if tag == W + "r":
                yield from self._run(child, look)
            elif tag in DROPPED:
                self._counts["changes"] += 1
            elif tag in WRAPPERS:
                self._counts["changes"] += int(tag in (W + "ins", W + "moveTo"))
                yield from self._inside(child, look)
            elif tag == MC + "AlternateContent":
                yield from self._inside(_chosen(child), look)
            elif tag in (M + "oMath", M + "oMathPara"):
                yield "".join(text.text or "" for text in child.iter(M + "t")), look

    def _run(self, run: etree._Element, look: Look) -> Iterator[Segment]:
        properties = run.find(W + "rPr")
        if properties is not None:
            styled = self._styles.look(value(properties, "rStyle")).over(look)
            look = look_of(properties).over(styled)
        if look.hidden:
            self._counts["hidden"] += int(any(text.text for text in run.iter(W + "t")))
            return
        for child in run:
            text = self._text(child)
            if text:
                yield (text.upper() if look.capitals else text), look

    def _text(self, element: etree._Element) -> str:
        tag = element.tag
        if tag == W + "fldChar":
            self._field(element.get(W + "fldCharType", ""))
        elif not all(self._fields):
            return ""
        elif tag == W + "t":
            return (element.text or "").replace("\n", " ")
        elif tag in TEXT_OF:
            return TEXT_OF[tag]
        elif tag == W + "br":
            return PAGE_BREAK if element.get(W + "type") == "page" else LINE_BREAK
        elif tag == W + "sym":
            return SYMBOLS.get(element.get(W + "char", "").upper(), "")
        else:
            self._anchored(element)
        return ""

    def _anchored(self, element: etree._Element) -> None:
        """What stands in a run without being its text."""
        if element.tag == MC + "AlternateContent":
            for child in _chosen(element):
                self._anchored(child)
        elif element.tag in PICTURES:
            self._boxes += _outermost_boxes(element)
            self._word_art += word_art_in(element)
            self._counts["pictures"] += sum(True for tag in IMAGES for _ in element.iter(tag))
        elif element.tag == W + "footnoteReference":
            self.footnotes.append(element.get(W + "id", ""))
        elif element.tag == W + "endnoteReference":
            self.endnotes.append(element.get(W + "id", ""))
        elif element.tag == W + "commentReference":
            self._counts["comments"] += 1

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _unicode(self, segments: list[Segment]) -> list[Segment]:
        """Runs set in a TCVN3 or VNI font hold that font's bytes: neighbours of one font are converted together."""
        if not any(family_of_font(look.font) for _, look in segments):
            return segments
        converted: list[Segment] = []
        for text, look in _joined(segments):
            new = from_legacy_font(text, look.font)
            self._counts["legacy"] += int(new != text)
            converted.append((new, look))
        return converted


def _joined(segments: Iterable[Segment]) -> Iterator[Segment]:
    pending: Segment | None = None
    for text, look in segments:
        if pending is not None and pending[1] == look:
            pending = (pending[0] + text, look)
            continue
        if pending is not None:
            yield pending
        pending = (text, look)
    if pending is not None:
        yield pending


def _chosen(alternates: etree._Element) -> etree._Element:
    """The first choice Word would print, or the fallback: never both."""
    choice = alternates.find(MC + "Choice")
    fallback = alternates.find(MC + "Fallback")
    if choice is not None:
        return choice
    return alternates if fallback is None else fallback


def _outermost_boxes(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == W + "txbxContent":
            yield child
        elif child.tag == MC + "AlternateContent":
            yield from _outermost_boxes(_chosen(child))
        else:
            yield from _outermost_boxes(child)


def word_art_in(element: etree._Element) -> list[str]:
    """The strings of WordArt in a picture."""
    return [said for art in element.iter(V + "textpath") if (said := art.get("string", "").strip())]


def split_lines(segments: list[Segment]) -> list[list[Segment]]:
    """The printed lines of a paragraph: cut at line breaks; a page break stays as a piece of its own."""
    lines: list[list[Segment]] = [[]]
    for text, look in segments:
        for at, part in enumerate(text.split(LINE_BREAK)):
            if at:
                lines.append([])
            before, *after = part.split(PAGE_END)
            lines[-1].append((before, look))
            for rest in after:
                lines[-1] += [(PAGE_END, look), (rest, look)]
    return [[piece for piece in line if piece[0]] for line in lines]


def bold_of(pieces: list[Segment]) -> bool:
    """Whether every visible word of the line is bold."""
    visible = [bool(look.bold) for text, look in pieces if text.strip()]
    return bool(visible) and all(visible)
