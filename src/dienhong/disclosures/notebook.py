"""From the rows of an officer's notebook to what was made public, how, where and when: words, not law."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from dienhong.disclosures.models import WAYS
from dienhong.registry.models import Locality
from dienhong.registry.rows import parse_day
from lawcore.disclosures import Form, Place
from lawcore.vietnamese import nfc, search_folded

COLUMNS = (
    "Mã nội dung",
    "Tên nội dung",
    "Việc phát sinh",
    "Ngày phát sinh",
    "Lời công khai",
    "Hình thức",
    "Nơi niêm yết",
    "Thôn",
    "Từ ngày",
    "Đến ngày",
    "Ghi chú",
)
REQUIRED = frozenset({"Mã nội dung", "Tên nội dung", "Việc phát sinh", "Ngày phát sinh", "Hình thức", "Từ ngày"})
LONGEST = 300  # letters of a title, of an event, of a note
NO_TEXT = "Ghi theo sổ theo dõi của cơ quan; toàn văn ở nơi đã công khai."
_SEVERAL = re.compile(r"[;,\n]+")
_FORMS = (
    ("niem yet", Form.POSTING),
    ("cong thong tin", Form.PORTAL),
    ("cong dien tu", Form.PORTAL),
    ("cong dich vu", Form.PORTAL),
    ("trang thong tin", Form.PORTAL),
    ("trang dien tu", Form.PORTAL),
    ("trang web", Form.PORTAL),
    ("website", Form.PORTAL),
    ("truyen thanh", Form.RADIO),
    ("loa", Form.RADIO),
    ("truong thon", Form.VILLAGE_HEAD),
    ("to truong", Form.VILLAGE_HEAD),
    ("van ban den", Form.LETTER),
    ("doi thoai", Form.DIALOGUE),
    ("mang xa hoi", Form.NETWORK),
    ("zalo", Form.NETWORK),
)
_PLACES = (
    ("tru so", Place.OFFICE),
    ("uy ban", Place.OFFICE),
    ("nha van hoa", Place.CULTURAL_HOUSE),
    ("diem sinh hoat", Place.COMMUNITY_POINT),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One row: something made public in one way. Rows of one code, title and day are one thing."""

    number: int
    code: str
    title: str
    event: str
    since: date
    text: str
    form: str
    places: tuple[str, ...]
    village: Locality | None
    claimed_on: date
    last_on: date | None
    note: str

    @property
    def thing(self) -> tuple[str, str, date]:
        return self.code, self.title, self.since


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong in which row, and what to do."""

    number: int
    message: str


def missing_columns(header: Sequence[str]) -> list[str]:
    """Columns that must be there and are not, compared without case and diacritics."""
    have = {search_folded(name) for name in header}
    return [name for name in COLUMNS if name in REQUIRED and search_folded(name) not in have]


def lines(
    header: Sequence[str], rows: Iterable[tuple[int, Sequence[str]]], *, villages: Sequence[Locality]
) -> tuple[list[Line], list[Mistake]]:
    """Every row as a line or as its mistakes; rows without a word are passed over."""
    at = {search_folded(name): position for position, name in enumerate(header)}
    named = {search_folded(village.name): village for village in villages}
    found: list[Line] = []
    mistakes: list[Mistake] = []
    for number, row in rows:
        cells = {name: _cell(row, at.get(search_folded(name))) for name in COLUMNS}
        if not any(cells.values()):
            continue
        problems = list(_problems(cells, named))
        mistakes += [Mistake(number, each) for each in problems]
        if not problems:
            found.append(_line(number, cells, named))
    return found, mistakes


def _cell(row: Sequence[str], position: int | None) -> str:
    return nfc(row[position]).strip() if position is not None and position < len(row) else ""


def _problems(cells: Mapping[str, str], villages: Mapping[str, Locality]) -> Iterable[str]:
    for name in COLUMNS:
        if name in REQUIRED and not cells[name]:
            yield _("Cột “%(column)s” còn trống.") % {"column": name}
    yield from _too_long(cells)
    for name in ("Ngày phát sinh", "Từ ngày", "Đến ngày"):
        if cells[name] and parse_day(cells[name]) is None:
            yield _("Cột “%(column)s”: “%(cell)s” không phải là ngày. Hãy ghi như 05/09/2026.") % {
                "column": name,
                "cell": cells[name][:40],
            }
    if cells["Hình thức"] and _form(cells["Hình thức"]) is None:
        yield _(
            "Không rõ hình thức “%(cell)s”. Ví dụ: niêm yết, cổng thông tin điện tử, truyền thanh, Trưởng thôn."
        ) % {"cell": cells["Hình thức"][:60]}
    for word in _split(cells["Nơi niêm yết"]):
        if _place(word) is None:
            yield _("Không rõ nơi “%(cell)s”. Ví dụ: trụ sở, nhà văn hóa, điểm sinh hoạt cộng đồng.") % {
                "cell": word[:60]
            }
    if cells["Thôn"] and _village(cells["Thôn"], villages) is None:
        yield _("Không có thôn “%(cell)s” trong danh bạ. Để trống khi là tất cả các thôn.") % {
            "cell": cells["Thôn"][:60]
        }


def _too_long(cells: Mapping[str, str]) -> Iterable[str]:
    for name in ("Tên nội dung", "Việc phát sinh"):
        if len(cells[name]) > LONGEST:
            yield _("Cột “%(column)s” dài quá %(most)s chữ cái. Hãy viết ngắn lại.") % {"column": name, "most": LONGEST}


def _line(number: int, cells: Mapping[str, str], villages: Mapping[str, Locality]) -> Line:
    since, claimed = parse_day(cells["Ngày phát sinh"]), parse_day(cells["Từ ngày"])
    form = _form(cells["Hình thức"])
    if since is None or claimed is None or form is None:
        raise ValueError("a row with mistakes makes no line")
    places = tuple(place for word in _split(cells["Nơi niêm yết"]) if (place := _place(word)))
    return Line(
        number=number,
        code=cells["Mã nội dung"],
        title=cells["Tên nội dung"],
        event=cells["Việc phát sinh"],
        since=since,
        text=cells["Lời công khai"] or NO_TEXT,
        form=form,
        places=places if form == Form.POSTING else (),
        village=_village(cells["Thôn"], villages),
        claimed_on=claimed,
        last_on=parse_day(cells["Đến ngày"]),
        note=cells["Ghi chú"][:LONGEST],
    )


def _split(cell: str) -> list[str]:
    return [word.strip() for word in _SEVERAL.split(cell) if word.strip()]


def _form(cell: str) -> str | None:
    """The way that a cell names, by whole words: without tone marks "công", "cộng" and "cổng" look alike."""
    folded = search_folded(cell)
    for form, label in WAYS.items():
        if folded in {form, search_folded(label)}:
            return form
    if re.search(r"\bcổng\b", cell.lower()):
        return Form.PORTAL.value
    return next((form.value for words, form in _FORMS if re.search(rf"\b{words}\b", folded)), None)


def _place(word: str) -> str | None:
    folded = search_folded(word)
    return next((place.value for words, place in _PLACES if words in folded), None)


def _village(cell: str, villages: Mapping[str, Locality]) -> Locality | None:
    folded = search_folded(cell)
    return villages.get(folded) or next((each for name, each in villages.items() if folded.endswith(f" {name}")), None)
