"""Site maps (sitemaps.org 0.9) and the words for search engines."""

from collections.abc import Iterable
from datetime import date, datetime

from lxml import etree

from dienhong.foundations.clock import VIETNAM

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST = 50_000
"""Addresses that one file may hold, by the protocol."""

When = datetime | date | None


def index(maps: Iterable[tuple[str, When]]) -> bytes:
    """The map of maps."""
    return _written("sitemapindex", "sitemap", maps)


def one(pages: Iterable[tuple[str, When]]) -> bytes:
    """The pages of one part of the site, with when each last changed."""
    return _written("urlset", "url", pages)


def _written(root: str, each: str, entries: Iterable[tuple[str, When]]) -> bytes:
    tree = etree.Element(f"{{{NAMESPACE}}}{root}", nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    for address, changed in entries:
        entry = etree.SubElement(tree, f"{{{NAMESPACE}}}{each}")
        etree.SubElement(entry, f"{{{NAMESPACE}}}loc").text = address
        if changed is not None:
            etree.SubElement(entry, f"{{{NAMESPACE}}}lastmod").text = _moment(changed)
    return etree.tostring(tree, encoding="utf-8", xml_declaration=True)


def _moment(changed: datetime | date) -> str:
    if isinstance(changed, datetime):
        return changed.astimezone(VIETNAM).isoformat(timespec="seconds")
    return changed.isoformat()


def robots(site: str) -> str:
    """What search engines may read: what everybody may, not the desks."""
    closed = ["/cong-khai/viec/", "/cong-khai/thon/", "/dang-nhap/", "/tai-khoan/", "/danh-ba/", "/viec-cua-toi/"]
    closed += ["/ban-quyet-dinh/viec/", "/ban-quyet-dinh/hop/", "/quy-thon/viec/", "/hoi-nghi-thon/"]
    lines = ["User-agent: *", *(f"Disallow: {each}" for each in closed), "", f"Sitemap: {site}/sitemap.xml"]
    return "\n".join(lines) + "\n"
