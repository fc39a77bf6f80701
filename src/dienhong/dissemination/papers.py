"""The papers about a disclosure: the notice for the board, the operator's sheet, the letter. What they say."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings

from dienhong.disclosures import asking
from dienhong.disclosures.models import Disclosure, Version
from dienhong.dissemination.languages import name_of
from dienhong.dissemination.models import Script, SecondText
from dienhong.documents.official import (
    BLANK,
    Align,
    Block,
    Column,
    Issuer,
    OfficialDocument,
    Paragraph,
    Row,
    Run,
    Scan,
    Sheet,
    Signer,
    Table,
    Trace,
    paragraphs_of,
)
from dienhong.registry.models import Organization
from lawcore.disclosures import Place

FITS = 900  # characters of running text on one page, with head, code and signature; A3 is A4 enlarged
FITS_LARGE = 400  # in large print
TAKEN = 200  # by the head and the last line of a second text, in characters
A_LINE = 70  # characters; what a title or an act takes beyond one is taken from the text
LEAST = 60
WIDER = {"km": 2.2}  # letters that take more room, above each other and since lines break between phrases only
WIDER_LATIN = 1.25  # the sans serif that sets their marks rightly
HALF = 2  # where no sentence ends after half of the room, words are cut
BOX = "[   ]"
DOTS = "…" * 24
TYPE_NAME = "Thông báo"
OF_EACH_COMMITTEE = "TB-UBND"
OF_OTHERS = "TB"


@dataclass(frozen=True, slots=True)
class Addressee:
    """To whom a letter goes; all of it empty for a letter whose address is written by hand."""

    name: str = ""
    household: str = ""
    address: str = ""


def notice(
    disclosure: Disclosure,
    version: Version,
    *,
    texts: Sequence[SecondText],
    trace: Trace,
    sheet: Sheet,
    on: date,
    is_draft: bool,
) -> OfficialDocument:
    """What hangs on the board: what was decided, from when to when, where all of it can be read."""
    length = len(version.text) + len(disclosure.title) - A_LINE + sum(len(each.text) + TAKEN for each in texts)
    fits, beside = _fits(version, texts)
    return _document(
        disclosure,
        (
            *_content(version, fits),
            Paragraph((Run("Căn cứ: ", bold=True), Run(f"{_bare(version.event)}, ngày {version.since:%d/%m/%Y}."))),
            _hangs(disclosure, on),
            *_second_texts(texts, beside),
            _scan(version, trace),
        ),
        on=on,
        is_draft=is_draft,
        sheet=sheet,
        large=sheet is Sheet.A3 and length <= FITS_LARGE,
    )


def letters(
    disclosure: Disclosure,
    version: Version,
    *,
    to: Iterable[Addressee],
    texts: Sequence[SecondText],
    trace: Trace,
    on: date,
) -> list[OfficialDocument]:
    """One letter a household, each a sheet of its own."""
    fits, beside = _fits(version, texts)
    return [
        _document(
            disclosure,
            (*_content(version, fits), *_second_texts(texts, beside), _scan(version, trace)),
            on=on,
            addressed_to=(_to(each),),
        )
        for each in to
    ]


def operators_sheet(disclosure: Disclosure, script: Script, *, trace: Trace, on: date) -> OfficialDocument:
    """For whoever reads it over the radio: the words in large letters, a box to tick for every broadcast."""
    spoken = [Paragraph((Run(line),)) for line in script.text.splitlines()]
    columns = (
        Column("Ngày", 22, Align.CENTER),
        *(Column(f"{each} đã phát", 18, Align.CENTER) for each in script.times),
        Column("Người phát ký", 30),
    )
    days = (script.first_on + timedelta(days=ahead) for ahead in range((script.last_on - script.first_on).days + 1))
    rows = tuple(Row((each, *([BOX] * len(script.times)), "")) for each in days)
    organization = disclosure.item.plan.organization
    return OfficialDocument(
        issuer=_issuer(organization),
        type_name="Lời phát thanh",
        subject=disclosure.title,
        sign="LPT",
        place=organization.locality.name,
        prepared_on=on,
        blocks=(
            Paragraph((Run(f"Đọc chậm, rõ, khoảng {script.seconds} giây. Bản lời thứ {script.number}.", italic=True),)),
            *spoken,
            Table(
                columns,
                rows,
                caption="Đánh dấu vào ô ngay sau khi phát",
                note="Phát xong ngày cuối, gửi lại phiếu này.",
            ),
        ),
        trace=trace,
        issued=True,
        large=True,
    )


def shortened(text: str, most: int) -> tuple[str, bool]:
    """The text, or its first sentences as far as they fit; and whether something was left out."""
    if len(text) <= most:
        return text, False
    kept = text[:most]
    ends = max(kept.rfind(mark) for mark in (". ", ".\n", "! ", "? ", "; ", "\n"))
    if ends > most // HALF:
        return kept[: ends + 1].rstrip(" ;\n"), True
    return f"{kept.rsplit(' ', 1)[0]} …", True


def _document(
    disclosure: Disclosure,
    blocks: Iterable[Block],
    *,
    on: date,
    is_draft: bool = False,
    sheet: Sheet = Sheet.A4,
    large: bool = False,
    addressed_to: tuple[str, ...] = (),
) -> OfficialDocument:
    organization = disclosure.item.plan.organization
    committee = organization.kind == Organization.Kind.COMMITTEE
    return OfficialDocument(
        issuer=_issuer(organization),
        type_name=TYPE_NAME,
        subject=disclosure.title,
        sign=OF_EACH_COMMITTEE if committee else OF_OTHERS,
        place=organization.locality.name,
        prepared_on=on,
        blocks=tuple(blocks),
        addressed_to=addressed_to,
        signer=Signer("Chủ tịch", authority=("TM. Ủy ban nhân dân",)) if committee else Signer("Thủ trưởng đơn vị"),
        issued=not is_draft,
        sheet=sheet,
        large=large,
    )


def _fits(version: Version, texts: Sequence[SecondText]) -> tuple[int, int]:
    """How many characters of the Vietnamese and of each second text one page holds: what one leaves others have."""
    beyond = sum(max(0, len(line) - A_LINE) for line in (version.disclosure.title, version.event))
    room = FITS - beyond - TAKEN * len(texts)
    share = max(LEAST, room // (1 + len(texts)))
    return share, max(LEAST, (room - min(len(version.text), share)) // max(1, len(texts)))


def _issuer(organization: Organization) -> Issuer:
    if organization.kind == Organization.Kind.COMMITTEE:
        return Issuer(name=("Ủy ban nhân dân", str(organization.locality)))
    return Issuer(name=(organization.name,))


def _content(version: Version, fits: int) -> list[Paragraph]:
    text, is_cut = shortened(version.text, fits)
    found = list(paragraphs_of(text))
    if is_cut:
        found.append(Paragraph((Run("Trên đây là phần đầu. Toàn văn: quét mã ở dưới.", italic=True),)))
    elif version.file_id:
        found.append(Paragraph((Run("Văn bản kèm theo: quét mã ở dưới để mở.", italic=True),)))
    return found


def _hangs(disclosure: Disclosure, on: date) -> Paragraph:
    """Where and for how long. The day it is put up is written by hand: nobody knows it when the sheet is printed."""
    asked = disclosure.item.asked["result"]
    places = ", ".join(Place(each).words for each in asked["places"])
    kind = disclosure.item.plan.kind
    if asked["for_good"]:
        stays = "Niêm yết thường xuyên."
    elif asking.stays_for_a_time(kind, disclosure.item.number) and asked["places"]:
        days = (asking.first_day_down(kind, since=on).result - on).days - 1
        stays = f"Treo đủ {days} ngày, chưa được gỡ sớm hơn."
    else:
        stays = ""
    written = f"từ ngày{BLANK}tháng{BLANK}năm {on.year}"
    return Paragraph(
        (Run("Niêm yết: ", bold=True), Run(f"{written}{f', tại {places}' if places else ''}. {stays}".rstrip()))
    )


def _second_texts(texts: Sequence[SecondText], fits: int) -> list[Paragraph]:
    found = []
    for each in texts:
        text, is_cut = shortened(each.text, int(fits / WIDER.get(each.language, WIDER_LATIN)))
        found.append(Paragraph((Run(f"{name_of(each.language)}", bold=True),)))
        found += [Paragraph(line.text, language=each.language) for line in paragraphs_of(text)]
        if is_cut:
            found.append(Paragraph((Run(f"{name_of(each.language)}, toàn văn: quét mã.", italic=True),)))
    return found


def _scan(version: Version, trace: Trace) -> Scan:
    sha = version.text_sha256 or (version.file.sha256 if version.file else "")
    site = settings.DIENHONG_URL.partition("://")[2].rstrip("/")
    return Scan(
        trace.url,
        (
            "Quét mã để xem toàn văn, nghe đọc, hỏi thêm",
            f"Không quét được: vào {site}/m/ gõ mã dưới đây, hoặc hỏi Trưởng thôn.",
            f"Mã {trace.printed_code} · bản {version.number} · mã băm {sha[:8]} {sha[8:16]}",
        ),
    )


def _to(to: Addressee) -> str:
    if not to.name and not to.household:
        return f"Hộ ông/bà {DOTS}"
    known = [f"Hộ ông/bà {to.name}" if to.name else "Gia đình", f"mã hộ {to.household}" if to.household else ""]
    return ", ".join(filter(None, [*known, to.address]))


def _bare(text: str) -> str:
    return text.strip().rstrip(".")
