"""From the rows of a table to what is to be entered: every mistake is named with its row and column.

Pure: what the register already knows comes in as `Known`, nothing is asked of the database here.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from dienhong.foundations.actors import Role
from dienhong.registry.models import ImportBatch, Organization
from lawcore.vietnamese import nfc, search_folded

Register = ImportBatch.Register
Cells = Mapping[str, str]

COLUMNS: Mapping[str, tuple[str, ...]] = {
    Register.LOCALITIES: (
        "Mã",
        "Cấp",
        "Từ gọi",
        "Tên",
        "Mã cấp trên",
        "Từ ngày",
        "Số nhà văn hóa",
        "Số điểm sinh hoạt cộng đồng",
    ),
    Register.ORGANIZATIONS: ("Mã định danh", "Loại", "Tên", "Mã địa bàn", "Từ ngày"),
    Register.PEOPLE: (
        "Họ và tên",
        "Năm sinh",
        "Số định danh",
        "Điện thoại",
        "Thư điện tử",
        "Mã địa bàn",
        "Chức danh",
        "Vai trò",
        "Mã tổ chức",
        "Từ ngày",
        "Đến ngày",
    ),
    Register.HOUSEHOLDS: (
        "Mã hộ",
        "Mã thôn",
        "Địa chỉ",
        "Người đại diện",
        "Năm sinh",
        "Số định danh",
        "Điện thoại",
        "Từ ngày",
    ),
}
REQUIRED: Mapping[str, frozenset[str]] = {
    Register.LOCALITIES: frozenset({"Mã", "Cấp", "Từ gọi", "Tên", "Mã cấp trên", "Từ ngày"}),
    Register.ORGANIZATIONS: frozenset({"Mã định danh", "Loại", "Tên", "Mã địa bàn", "Từ ngày"}),
    Register.PEOPLE: frozenset({"Họ và tên", "Mã địa bàn"}),
    Register.HOUSEHOLDS: frozenset({"Mã hộ", "Mã thôn", "Người đại diện", "Từ ngày"}),
}
MAY_BE_BLANK: Mapping[str, frozenset[str]] = {Register.HOUSEHOLDS: frozenset({"Người đại diện", "Từ ngày"})}
"""Columns that must be there although a cell of theirs may be empty: a household may have nobody who speaks for it."""
FORMER: Mapping[str, Mapping[str, str]] = {
    Register.HOUSEHOLDS: {
        "chu ho": "Người đại diện",
        "ho ten chu ho": "Người đại diện",
        "ho va ten chu ho": "Người đại diện",
        "ten chu ho": "Người đại diện",
        "dai dien ho": "Người đại diện",
        "ho va ten nguoi dai dien": "Người đại diện",
        "so ho": "Mã hộ",
        "so so ho khau": "Mã hộ",
        "ma so ho": "Mã hộ",
        "xom": "Địa chỉ",
        "noi o": "Địa chỉ",
        "dia chi thuong tru": "Địa chỉ",
        "so cmnd": "Số định danh",
        "cmnd": "Số định danh",
        "so cccd": "Số định danh",
        "cccd": "Số định danh",
        "so can cuoc": "Số định danh",
        "so dien thoai": "Điện thoại",
        "sdt": "Điện thoại",
        "ma xom": "Mã thôn",
        "ngay vao so": "Từ ngày",
    },
}
"""What older lists call the same column."""
FACILITIES = {"cultural-house": "Số nhà văn hóa", "community-point": "Số điểm sinh hoạt cộng đồng"}
MOST_FACILITIES = 50
LONGEST_CODE = 30
LOCALITY_KINDS = {
    "tinh": "province",
    "thanh pho": "province",
    "xa": "commune",
    "phuong": "commune",
    "dac khu": "commune",
    "cap tinh": "province",
    "cap xa": "commune",
    "thon": "village",
}
ORGANIZATION_KINDS = {
    "uy ban nhan dan": "committee",
    "ubnd": "committee",
    "co quan": "agency",
    "don vi su nghiep": "public-unit",
    "don vi su nghiep cong lap": "public-unit",
    "doanh nghiep nha nuoc": "state-enterprise",
    "mat tran": "front",
    "mat tran to quoc": "front",
    "to chuc chinh tri - xa hoi": "socio-political",
    "hoi dong nhan dan": "council",
    "hdnd": "council",
    "thon": "village",
    "thon, to dan pho": "village",
}
ROLE_WORDS = {
    "can bo phu trach": Role.OFFICER,
    "nguoi dung dau": Role.CHAIR,
    "nguoi bao cao": Role.REPORTER,
    "truong thon": Role.VILLAGE_HEAD,
    "mat tran": Role.FRONT,
    "thanh tra nhan dan": Role.INSPECTOR,
    "dai bieu": Role.DELEGATE,
    "nguoi giu danh ba": Role.REGISTRAR,
}
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,39}\Z", re.ASCII)
_DAY = re.compile(
    r"(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}))(?:[ T]00:00(?::00)?)?\Z", re.ASCII
)
_IDENTITY = re.compile(r"(?:\d{9}|\d{12})\Z", re.ASCII)
_DEAD = re.compile(r"†|\b(?:da mat|da chet|chet|qua doi|tu tran)\b")
_PHONE = re.compile(r"(?:\+84|0)\d{9,10}\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong in one cell, in words. `row` counts as the spreadsheet does, the header being row 1."""

    row: int
    column: str
    message: str


@dataclass(frozen=True, slots=True)
class Known:
    """What the register holds already: codes of places and organizations, hashes of identity numbers."""

    localities: frozenset[str]
    organizations: frozenset[str]
    households: frozenset[tuple[str, str]] = frozenset()
    identities: frozenset[str] = frozenset()
    identity_of: Callable[[str], str] = str
    listed: frozenset[str] = frozenset()  # villages whose list of households was published
    dead: frozenset[str] = frozenset()  # hashes of identity numbers, as `identities`
    represents: frozenset[str] = frozenset()


@dataclass(slots=True)
class Checked:
    """Rows ready to enter, and the mistakes. Only a table without a mistake is entered, whole."""

    rows: list[dict[str, str]] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)


def parse_day(text: str) -> date | None:
    """31/12/2026, 31.12.2026 or 2026-12-31; None for a day that does not exist or a two-digit year."""
    match = _DAY.match(text.strip())
    if not match:
        return None
    year, month, day = (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def missing_columns(register: str, header: Sequence[str]) -> list[str]:
    """Columns that must be there and are not, compared without case and diacritics."""
    have = set(_places(register, header))
    return [name for name in COLUMNS[register] if name in REQUIRED[register] and search_folded(name) not in have]


def _places(register: str, header: Sequence[str]) -> dict[str, int]:
    """Where each column stands; of an older name for a column only where the present one is missing."""
    former = FORMER.get(register, {})
    found: dict[str, int] = {}
    for index, name in enumerate(header):
        if (folded := search_folded(name).strip()) in former:
            found.setdefault(search_folded(former[folded]), index)
    return found | {search_folded(name).strip(): index for index, name in enumerate(header)}


def named(
    register: str, header: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[int]
) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row as {column: text}, with its number in the spreadsheet."""
    place = _places(register, header)
    for number, row in zip(numbers, rows, strict=True):
        cells = {}
        for name in COLUMNS[register]:
            index = place.get(search_folded(name))
            cells[name] = nfc(row[index]).strip() if index is not None and index < len(row) else ""
        yield number, cells


def check_rows(register: str, rows: Sequence[tuple[int, dict[str, str]]], known: Known) -> Checked:
    """Every row against the rules of its register; a mistake in one row does not hide those of the others."""
    checked = Checked()
    seen: dict[str, int] = {}
    codes = {cells["Mã"] for _number, cells in rows} if register == Register.LOCALITIES else set()
    for number, cells in rows:
        found = [Mistake(number, column, message) for column, message in _look(register, cells, known, codes)]
        found += [
            Mistake(number, column, _same(register, column) % {"row": seen[identity]})
            for column, identity in _identities(register, cells)
            if identity in seen
        ]
        for _column, identity in _identities(register, cells):
            seen.setdefault(identity, number)
        checked.mistakes += found
        if not found:
            checked.rows.append(cells)
    return checked


def _same(register: str, column: str) -> str:
    """What to say of a row that repeats an earlier one."""
    if register == Register.HOUSEHOLDS and column == "Số định danh":
        return _("Người này đã đại diện hộ ở dòng %(row)s. Mỗi người đại diện một hộ: hãy xem lại.")
    if register == Register.HOUSEHOLDS and column == "Người đại diện":
        return _("Cùng tên, năm sinh, địa chỉ với dòng %(row)s: một hộ ghi hai lần? Hãy bỏ một dòng.")
    return _("Trùng với dòng %(row)s.")


def _identities(register: str, cells: Cells) -> Iterator[tuple[str, str]]:
    """What makes a row the same as another: a code, an identity number."""
    if register == Register.LOCALITIES:
        yield "Mã", f"code:{cells['Mã']}"
    elif register == Register.ORGANIZATIONS:
        yield "Mã định danh", f"code:{cells['Mã định danh']}"
    elif register == Register.HOUSEHOLDS:
        yield "Mã hộ", f"household:{cells['Mã thôn']}/{cells['Mã hộ']}"
        if cells["Số định danh"]:
            yield "Số định danh", f"identity:{cells['Số định danh']}"
        if cells["Người đại diện"] and cells["Địa chỉ"] and cells["Năm sinh"]:
            who = search_folded(f"{cells['Người đại diện']}/{cells['Năm sinh']}/{cells['Địa chỉ']}")
            yield "Người đại diện", f"same:{cells['Mã thôn']}/{who}"
    if cells.get("Số định danh") and register == Register.PEOPLE:
        yield "Số định danh", f"identity:{cells['Số định danh']}/{cells['Chức danh']}"


def _look(register: str, cells: Cells, known: Known, codes: set[str]) -> Iterator[tuple[str, str]]:
    for column in COLUMNS[register]:
        if column in REQUIRED[register] - MAY_BE_BLANK.get(register, frozenset()) and not cells[column]:
            yield column, _("Ô này không được để trống.")
        if "\ufffd" in cells[column]:
            yield column, _("Có chữ không đọc được. Hãy lưu lại tệp bằng phông Unicode.")
    yield from _days(cells)
    yield from _person(cells)
    if register == Register.LOCALITIES:
        yield from _locality(cells, known, codes)
    elif register == Register.ORGANIZATIONS:
        yield from _organization(cells, known)
    elif register == Register.PEOPLE:
        yield from _posted(cells, known)
    else:
        yield from _household(cells, known)


def _days(cells: Cells) -> Iterator[tuple[str, str]]:
    for column in ("Từ ngày", "Đến ngày"):
        if cells.get(column) and parse_day(cells[column]) is None:
            yield (
                column,
                _("“%(day)s” không phải là ngày. Viết ngày/tháng/năm, ví dụ 31/12/2026.") % {"day": cells[column]},
            )
    first, last = parse_day(cells.get("Từ ngày", "")), parse_day(cells.get("Đến ngày", ""))
    if first and last and last < first:
        yield "Đến ngày", _("Ngày kết thúc trước ngày bắt đầu.")


def _person(cells: Cells) -> Iterator[tuple[str, str]]:
    if cells.get("Số định danh") and not _IDENTITY.match(cells["Số định danh"]):
        yield "Số định danh", _("Số định danh có 12 chữ số (chứng minh nhân dân cũ: 9). Hãy để ô ở dạng văn bản.")
    phone = cells.get("Điện thoại", "").replace(" ", "").replace(".", "")
    if phone and not _PHONE.match(phone):
        yield "Điện thoại", _("Số điện thoại có 10 chữ số và bắt đầu bằng 0. Hãy để ô ở dạng văn bản.")
    year = cells.get("Năm sinh", "")
    if year and not (year.isascii() and year.isdigit() and 1900 <= int(year) <= 2100):  # noqa: PLR2004
        yield "Năm sinh", _("Năm sinh có 4 chữ số.")


def _locality(cells: Cells, known: Known, codes: set[str]) -> Iterator[tuple[str, str]]:
    if cells["Mã"] and not _CODE.match(cells["Mã"]):
        yield "Mã", _("Mã chỉ gồm chữ không dấu, số, dấu gạch và dấu chấm.")
    if cells["Mã"] in known.localities:
        yield "Mã", _("Mã này đã có trong danh bạ.")
    if cells["Cấp"] and search_folded(cells["Cấp"]) not in LOCALITY_KINDS:
        yield "Cấp", _("Viết một trong: tỉnh, xã, thôn.")
    if cells["Mã cấp trên"] and cells["Mã cấp trên"] not in known.localities | codes:
        yield "Mã cấp trên", _("Chưa có địa bàn nào mang mã này.")

    for column in FACILITIES.values():
        if cells[column] and (number_of(cells[column]) is None or locality_kind_or_none(cells["Cấp"]) != "village"):
            yield column, _("Ghi một số từ 0 đến 50, cho thôn, tổ dân phố; chưa biết thì để trống.")


def _organization(cells: Cells, known: Known) -> Iterator[tuple[str, str]]:
    if cells["Mã định danh"] in known.organizations:
        yield "Mã định danh", _("Mã này đã có trong danh bạ.")
    if cells["Loại"] and search_folded(cells["Loại"]) not in ORGANIZATION_KINDS:
        kinds = ", ".join(str(kind.label) for kind in Organization.Kind)
        yield "Loại", _("Viết một trong: %(kinds)s.") % {"kinds": kinds}
    if cells["Mã địa bàn"] and cells["Mã địa bàn"] not in known.localities:
        yield "Mã địa bàn", _("Chưa có địa bàn nào mang mã này.")


def _posted(cells: Cells, known: Known) -> Iterator[tuple[str, str]]:
    if cells["Mã địa bàn"] and cells["Mã địa bàn"] not in known.localities:
        yield "Mã địa bàn", _("Chưa có địa bàn nào mang mã này.")
    if cells["Mã tổ chức"] and cells["Mã tổ chức"] not in known.organizations:
        yield "Mã tổ chức", _("Chưa có tổ chức nào mang mã này.")
    if cells["Vai trò"] and search_folded(cells["Vai trò"]) not in ROLE_WORDS:
        yield (
            "Vai trò",
            _(
                "Viết một trong: cán bộ phụ trách, người đứng đầu, người báo cáo, trưởng thôn, Mặt trận, "
                "thanh tra nhân dân, đại biểu, người giữ danh bạ; hoặc để trống."
            ),
        )
    if cells["Chức danh"] and not cells["Từ ngày"]:
        yield "Từ ngày", _("Có chức danh thì phải có ngày bắt đầu.")
    if cells["Số định danh"] and known.identity_of(cells["Số định danh"]) in known.identities:
        yield (
            "Số định danh",
            _("Người này đã có trong danh bạ. Hãy bỏ dòng này và bổ sung chức danh ở trang của người đó."),
        )


def _household(cells: Cells, known: Known) -> Iterator[tuple[str, str]]:
    if cells["Mã thôn"] and cells["Mã thôn"] not in known.localities:
        yield "Mã thôn", _("Chưa có thôn nào mang mã này.")
    if cells["Mã thôn"] in known.listed:
        yield (
            "Mã thôn",
            _("Danh sách hộ của thôn này đã niêm yết. Hãy báo từng thay đổi ở trang Danh sách hộ, kèm căn cứ."),
        )
    if len(cells["Mã hộ"]) > LONGEST_CODE:
        yield "Mã hộ", _("Mã hộ dài nhất 30 ký tự.")
    if (cells["Mã thôn"], cells["Mã hộ"]) in known.households:
        yield "Mã hộ", _("Hộ này đã có trong danh bạ.")
    number = known.identity_of(cells["Số định danh"]) if cells["Số định danh"] else ""
    if _DEAD.search(search_folded(cells["Người đại diện"])) or number in known.dead:
        yield (
            "Người đại diện",
            _("Người này được ghi là đã mất. Ghi người khác, hoặc để trống ô này: hộ vẫn được tính, chưa có đại diện."),
        )
    elif number and number in known.represents:
        yield "Số định danh", _("Người này đang đại diện một hộ khác trong danh bạ. Mỗi người đại diện một hộ.")
    if not cells["Người đại diện"] and (number or cells["Năm sinh"] or cells["Điện thoại"]):
        yield "Người đại diện", _("Có năm sinh, số định danh hoặc điện thoại thì phải có tên người đại diện.")


def number_of(text: str) -> int | None:
    """A count of places to post at; None for what is none."""
    text = text.removesuffix(".0")  # a spreadsheet's whole number
    return int(text) if text.isascii() and text.isdigit() and int(text) <= MOST_FACILITIES else None


def locality_kind_or_none(word: str) -> str | None:
    return LOCALITY_KINDS.get(search_folded(word))


def locality_kind(word: str) -> str:
    return LOCALITY_KINDS[search_folded(word)]


def organization_kind(word: str) -> str:
    return ORGANIZATION_KINDS[search_folded(word)]


def role_of(word: str) -> str:
    return ROLE_WORDS[search_folded(word)].value if word else ""
