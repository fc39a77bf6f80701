"""Names of WordprocessingML, as lxml writes them."""

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
V = "{urn:schemas-microsoft-com:vml}"


def value(parent: etree._Element | None, name: str) -> str | None:
    """The w:val of the child `name`; None without the child, "" without the attribute."""
    child = None if parent is None else parent.find(W + name)
    return None if child is None else child.get(W + "val", "")


def number(text: str | None) -> int | None:
    """A whole number as Word writes it, None for anything else."""
    try:
        return None if text is None else int(text)
    except ValueError:
        return None


def switch(parent: etree._Element | None, name: str) -> bool | None:
    """An on/off property: None when it is not said."""
    said = value(parent, name)
    return None if said is None else said not in ("0", "false", "off", "none")
