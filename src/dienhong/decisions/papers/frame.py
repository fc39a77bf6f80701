"""What the papers of a meeting share: the community that issues them, days and hours in words, shares, the digest."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Final

from dienhong.documents.official import Block, Issuer, OfficialDocument, Paragraph, Run, Signatures, month_in_figures
from dienhong.foundations.clock import VIETNAM
from dienhong.ledger.words import words_of
from dienhong.registry.models import Locality

WEEKDAYS: Final = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "Chủ nhật")
DIGEST_SHOWN: Final = 16
GROUP: Final = 8
COMMUNE_WORDS: Final = ("xã ", "phường ", "đặc khu ", "thị trấn ")


@dataclass(frozen=True, slots=True)
class Community:
    """Whose paper it is, by the names that the paper prints: "thôn Đông Hạ" of "xã Bến Sậy"."""

    village: str
    commune: str

    @classmethod
    def of(cls, village: Locality) -> "Community":
        return cls(str(village), str(village.parent or ""))

    @property
    def issuer(self) -> Issuer:
        return Issuer(name=(self.village,), superior=(self.commune,) if self.commune else ())

    @property
    def place(self) -> str:
        """Where it is dated: the commune without its word, as Decree 30/2020 has it."""
        named = self.commune or self.village
        return next((named.removeprefix(word) for word in COMMUNE_WORDS if named.startswith(word)), named)


def document(
    community: Community,
    *,
    type_name: str,
    subject: str,
    sign: str,
    on: date,
    blocks: Iterable[Block],
    mark: str = "",
    **parts: object,
) -> OfficialDocument:
    """The official document around what a paper says, its mark as the last sloping line above the signatures."""
    said = list(blocks)
    if mark:
        before = next((at for at, block in enumerate(said) if isinstance(block, Signatures)), len(said))
        said.insert(before, Paragraph((Run(mark, italic=True),)))
    return OfficialDocument(
        issuer=community.issuer,
        type_name=type_name,
        subject=subject,
        sign=sign,
        place=community.place,
        prepared_on=on,
        blocks=tuple(said),
        issued=True,
        **parts,  # type: ignore[arg-type]
    )


def labelled(label: str, text: str) -> Paragraph:
    """A line with its bold label: "Địa điểm: Nhà văn hóa"."""
    return Paragraph((Run(f"{label}: ", bold=True), Run(text)))


def when(at: datetime) -> Mapping[str, str]:
    """The blanks hour, weekday and day of a moment, in Hanoi's time."""
    local = at.astimezone(VIETNAM)
    hour = f"{local:%H} giờ {local:%M}" if local.minute else f"{local:%H} giờ"
    return {"hour": hour, "weekday": WEEKDAYS[local.weekday()], "day": f"{local:%d/%m/%Y}"}


def moment(iso: str) -> str:
    """A kept moment as minutes say it: "19 giờ 30 ngày 08 tháng 3 năm 2026"; dots where it is not known."""
    if not iso:
        return "...... giờ ...... ngày ...... tháng ...... năm ......"
    at = datetime.fromisoformat(iso)
    return f"{at:%H} giờ {at:%M} {day_in_words(at.date())}"


def day_in_words(on: date) -> str:
    return f"ngày {on.day:02d} tháng {month_in_figures(on.month)} năm {on.year}"


def share(part: int, whole: int) -> str:
    """A share of all households with two decimals, cut and never rounded up: "66,66%"."""
    if not whole:
        return ""
    hundredths = Fraction(part * 10_000, whole).__floor__()
    return f"{hundredths // 100},{hundredths % 100:02d}%"


def said(digest: str) -> str:
    """A SHA-256 as eight words that are read aloud."""
    return " ".join(words_of(bytes.fromhex(digest))) if digest else ""


def grouped(digest: str) -> str:
    """The whole of a SHA-256 in groups of eight, between which a line may break."""
    return " ".join(digest[at : at + GROUP] for at in range(0, len(digest), GROUP))


def shown(digest: str) -> str:
    """The first figures of a SHA-256, as a paper shows them."""
    return digest[:DIGEST_SHOWN]


def flat(text: str) -> str:
    """The text on one line."""
    return " ".join(str(text).split())


def stripped(text: str) -> str:
    """The text on one line without the full stop that the sentence around it brings."""
    return flat(text).rstrip(".")


def shortened(text: str, most: int) -> str:
    """The text on one line, cut between words where it is longer than `most` characters."""
    whole = flat(text)
    return whole if len(whole) <= most else f"{whole[:most].rsplit(' ', 1)[0]} …"
