"""What a paragraph or a run looks like once Word's styles are resolved, as far as words depend on it."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from dienhong.reading.word_names import W, switch, value

DEEPEST_CHAIN = 20  # basedOn


@dataclass(frozen=True, slots=True)
class Look:
    """None: not said here, look at the next style."""

    bold: bool | None = None
    hidden: bool | None = None
    capitals: bool | None = None
    font: str | None = None

    def over(self, base: "Look") -> "Look":
        return Look(
            base.bold if self.bold is None else self.bold,
            base.hidden if self.hidden is None else self.hidden,
            base.capitals if self.capitals is None else self.capitals,
            base.font if self.font is None else self.font,
        )


NO_LOOK = Look()


def look_of(properties: etree._Element | None) -> Look:
    """The look a w:rPr says itself."""
    if properties is None:
        return NO_LOOK
    fonts = properties.find(W + "rFonts")
    font = None if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi")
    return Look(switch(properties, "b"), switch(properties, "vanish"), switch(properties, "caps"), font)


@dataclass(frozen=True, slots=True)
class Listed:
    """A paragraph's place in a list; level None when only its style says so."""

    num_id: str
    level: int | None


class Styles:
    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._looks: dict[str, Look] = {}
        self._defaults = NO_LOOK
        self._default_paragraph = ""
        for style in () if root is None else root.iterfind(W + "style"):
            identity = style.get(W + "styleId", "")
            self._styles[identity] = style
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true", "on"):
                self._default_paragraph = identity
        if root is not None:
            self._defaults = look_of(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))

    def style_lists(self) -> dict[str, str]:
        """Numbering style -> numId."""
        found = {}
        for identity, style in self._styles.items():
            num_id = value(style.find(f"{W}pPr/{W}numPr"), "numId")
            if style.get(W + "type") == "numbering" and num_id:
                found[identity] = num_id
        return found

    def paragraph_look(self, style: str | None) -> Look:
        return self.look(style or self._default_paragraph).over(self._defaults)

    def look(self, style: str | None) -> Look:
        """The look of a style with all it is based on."""
        if not style:
            return NO_LOOK
        if style not in self._looks:
            look = NO_LOOK
            for element in self._chain(style):
                look = look.over(look_of(element.find(W + "rPr")))
            self._looks[style] = look
        return self._looks[style]

    def listed(self, style: str | None) -> tuple[Listed, str] | None:
        """The list a paragraph style belongs to, and the style that says so."""
        for element in self._chain(style or self._default_paragraph):
            listed = listed_of(element.find(W + "pPr"))
            if listed is not None:
                return listed, element.get(W + "styleId", "")
        return None

    def breaks_page_before(self, style: str | None) -> bool:
        said = (switch(element.find(W + "pPr"), "pageBreakBefore") for element in self._chain(style or ""))
        return next((broken for broken in said if broken is not None), False)

    def has_borders(self, style: str | None) -> bool:
        """Whether a table style draws lines."""
        return any(draws_lines(element.find(W + "tblPr")) for element in self._chain(style or ""))

    def _chain(self, style: str) -> Iterator[etree._Element]:
        for _ in range(DEEPEST_CHAIN):
            element = self._styles.get(style)
            if element is None:
                return
            yield element
            style = value(element, "basedOn") or ""


def listed_of(properties: etree._Element | None) -> Listed | None:
    """What a w:pPr says of its list; numId "0" takes the paragraph out of any."""
    element = None if properties is None else properties.find(W + "numPr")
    num_id = value(element, "numId")
    if num_id is None:
        return None
    level = value(element, "ilvl")
    return Listed(num_id, int(level) if level and level.isdecimal() else None)


def draws_lines(properties: etree._Element | None) -> bool:
    """Whether a w:tblPr draws any border."""
    borders = None if properties is None else properties.find(W + "tblBorders")
    if borders is None:
        return False
    return any(edge.get(W + "val") not in ("nil", "none") for edge in borders)
