"""The same news in other lengths: for the portal, for Zalo, for the loudspeaker."""

import re
from dataclasses import dataclass
from typing import Final

from dienhong.disclosures import scripts
from dienhong.disclosures.models import Disclosure, Version
from dienhong.disclosures.scripts import Script
from dienhong.dissemination.papers import shortened

LONGEST_MESSAGE: Final = 320  # characters before the link: a phone shows them without "xem thêm"
_ENDS: Final = re.compile(r"(?<=[.!?])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Post:
    """What is pasted into the commune's own portal."""

    title: str
    text: str


def portal_post(version: Version, link: str) -> Post:
    """The whole text and the way to the page that stays."""
    lines = [version.text, f"({_bare(version.event)}, ngày {version.since:%d/%m/%Y})", f"Trang công khai: {link}"]
    return Post(version.disclosure.title, "\n\n".join(filter(None, lines)))


def message(version: Version, link: str) -> str:
    """A few lines for a chat, whole sentences as far as they fit, and the link."""
    title = version.disclosure.title
    place = str(version.disclosure.item.plan.organization.locality)
    text, is_cut = shortened(version.text, max(60, LONGEST_MESSAGE - len(title)))
    more = "Xem đủ" if is_cut or version.file_id else "Xem"
    return "\n".join(filter(None, [f"{place[:1].upper()}{place[1:]} thông báo: {title}", text, f"{more}: {link}"]))


def proposed_script(disclosure: Disclosure, version: Version) -> Script:
    """The script made from the record, to be read over and mended by an officer."""
    place = disclosure.item.plan.organization.locality
    return scripts.script(
        title=disclosure.title,
        issuer=f"Ủy ban nhân dân {place}",
        facts=[part for part in _ENDS.split(version.text) if part.strip()],
        where=f"bảng tin nhà văn hóa thôn, bảng tin {place} hoặc hỏi Trưởng thôn",
    )


def _bare(text: str) -> str:
    return text.strip().rstrip(".")
