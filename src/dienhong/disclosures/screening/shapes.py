"""The shapes of personal data and of marks of secrecy, and the shapes that look alike and are none."""

import re
from typing import Final

from lawcore.vietnamese import LOWER, UPPER

KINH: Final = (
    "An|Âu|Bạch|Bành|Bùi|Cao|Châu|Chu|Chử|Cù|Doãn|Dư|Dương|Đàm|Đan|Đào|Đặng|Đậu|Điền|Đinh|Đoàn|Đỗ|Đồng|Đổng|Đường|"
    "Giang|Giáp|Hà|Hàn|Hoa|Hoàng|Hồ|Hồng|Huỳnh|Hứa|Kiều|Kim|Khổng|Khuất|Khúc|La|Lã|Lại|Lâm|Lê|Liêu|Liễu|Lò|Lộ|Lục|Lư|Lữ|"
    "Lương|Lưu|Lý|Ma|Mã|Mạc|Mai|Nghiêm|Ngô|Ngụy|Nguyễn|Ninh|Nông|Ông|Phạm|Phan|Phí|Phó|Phùng|Phương|Quách|Quản|Quan|Sầm|"
    "Sơn|Tạ|Tăng|Tiêu|Thái|Thân|Thạch|Tô|Tôn|Tống|Trà|Trang|Trần|Triệu|Trịnh|Trương|Từ|Văn|Vi|Viên|Võ|Vũ|Vương|Danh|Vàng|"
    "Giàng|Thào|Sùng|Lầu|Hạng|Lường|Quàng|Cầm|Tòng"
)
HIGHLAND: Final = (
    "Y|A|H['’]?|Siu|Ksor|Kpă|Kpa|Rơ|Rmah|Rah|Rcom|Rchom|Nay|Puih|Đinh|Bh['’]?|Niê|Êban|Ayun|Kbuôr|Ya|Ka|K['’]"
)
_WORD: Final = rf"[{UPPER}][{LOWER}{UPPER}'’]*"
NAME: Final = (
    rf"(?<![\w.-])(?:(?:{KINH}|{KINH.upper()})(?:\s{_WORD}){{2,4}}"
    rf"|(?:{HIGHLAND}|{HIGHLAND.upper()})(?:\s{_WORD}){{1,3}}"
    rf"|(?:(?<=[Ôô]ng )|(?<=[Bb]à )){_WORD}(?:\s{_WORD}){{1,4}})(?!\w)"
)
"""A personal name: a known family name with two more words, a highland name, or what follows "ông" or "bà"."""
SHORT_NAME: Final = rf"(?<![\w.-])(?:{KINH}|{KINH.upper()})\s{_WORD}"
"""Also a family name with one word, "Nguyễn An": enough where "sinh ngày" stands beside it."""
ANY_NAME: Final = re.compile(rf"(?<!\w){_WORD}(?:\s{_WORD})+")
"""Two words in capitals: enough in a row of a table with a column of births."""

_S: Final = "[ .-]"
_STARTS: Final = r"(?<![\w.,/+-])"
_ENDS: Final = r"(?!\w|[.,:-]\d|/|\s?(?:đồng|đ\b|triệu|tỷ|tỉ|VN[DĐ]))"
_PHONE_STARTS: Final = r"(?<![\w.,+])(?<!\d-)"
_PHONE_ENDS: Final = r"(?!\w|[.,:]\d|/(?![0(+])|\s?(?:đồng|triệu|tỷ|tỉ))"
_MOBILE: Final = (
    rf"0[35789](?:\d{{8}}|\d\d{_S}\d{{3}}{_S}\d{{3}}|\d{_S}\d{{3}}{_S}\d{{4}}|\d{_S}\d{{4}}{_S}\d{{3}}"
    rf"|\d\d{_S}\d\d{_S}\d\d{_S}\d\d|\d\d{_S}\d{{6}}|\d{_S}\d{{7}})"
)
_LANDLINE: Final = rf"\(?02(?:[48]\)?{_S}{{0,2}}\d{{4}}|\d\d\)?{_S}{{0,2}}\d{{3}}(?:\d{_S}|{_S})?){_S}?\d{{3,4}}"

PHONE: Final = re.compile(
    rf"{_PHONE_STARTS}(?:(?:\(?\+84\)?|0084){_S}?(?:\(0\))?[235789](?:{_S}?\d){{8,9}}|{_MOBILE}|{_LANDLINE}){_PHONE_ENDS}"
)
LANDLINE_DIGITS: Final = 11
IDENTITY: Final = re.compile(rf"{_STARTS}(?:\d{{12}}|\d{{3}} \d{{3}} \d{{3}} \d{{3}}|\d{{3}} \d{{3}} \d{{6}}){_ENDS}")
NUMBER: Final = re.compile(rf"{_STARTS}(?:\d{{8,19}}|\d{{3,4}}(?: \d{{3,4}}){{2,4}}){_ENDS}")
"""A long number that only the word beside it explains."""
OLD_IDENTITY_DIGITS: Final = 9
NEW_IDENTITY_DIGITS: Final = 12
SHORT_PHONE: Final = re.compile(r"[35789]\d{8}")  # a spreadsheet drops the leading zero

PROVINCES: Final = frozenset((
    1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37, 38, 40, 42, 44,
    45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77, 79, 80, 82, 83, 84, 86, 87, 89,
    91, 92, 93, 94, 95, 96,
))  # fmt: skip
"""Where a birth was registered; the codes of merged provinces stay on cards."""
CENTURIES: Final = "0123"  # man or woman, born in the 1900s or the 2000s
LATEST_YEAR: Final = 60  # of the 2000s


def is_identity(digits: str) -> bool:
    """Whether 12 digits are built as a personal identity number: province, sex and century, year of birth."""
    early = digits[3] in "01" or int(digits[4:6]) <= LATEST_YEAR
    return int(digits[:3]) in PROVINCES and digits[3] in CENTURIES and early


IDENTITY_WORDS: Final = re.compile(
    r"\b(?:CCCD|CMND|CMTND)\b|căn cước|chứng minh (?:nhân dân|thư)|định danh cá nhân|số định danh", re.IGNORECASE
)
PHONE_WORDS: Final = re.compile(r"\b(?:điện thoại|SĐT|ĐT|di động|Zalo)\b", re.IGNORECASE)
ACCOUNT_WORDS: Final = re.compile(
    r"tài khoản|\b(?:STK|số TK|ngân hàng|Vietcombank|Agribank|BIDV|VietinBank|Techcombank|MB ?Bank|Sacombank)\b",
    re.IGNORECASE,
)
EMAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
OFFICIAL_HOST: Final = ".gov.vn"

DAY: Final = re.compile(r"(?<![\d/.-])(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d\d-\d\d|(?:19|20)\d{2})(?![\d/])")
BIRTH_WORDS: Final = re.compile(
    r"\b(?i:ngày|năm)(?:[,/ ]{0,3}(?i:tháng|năm)){0,2}\s{1,3}(?i:sinh)\b|\bSN\b|[,;(]\s*(?i:sinh)\s*:?\s*$|"
    rf"(?:^|[,;(:\t–-]\s*|(?<!\w)[{UPPER}][{LOWER}{UPPER}]*\s[{UPPER}][{LOWER}{UPPER}]*\s)(?i:sinh)\s+(?:ngày|năm)"
)

_POOR: Final = r"(?i:(?:hộ|diện)\s+(?:gia đình\s+)?(?:cận\s+)?nghèo)"
POOR_CELL: Final = re.compile(r"\W*(?i:(?:(?:thuộc\s+)?(?:hộ|diện)\s+)?(?:hộ\s+)?(?:cận\s+)?nghèo)\W*")
POOR_WORDS: Final = re.compile(_POOR)
POOR_NAMED: Final = re.compile(
    rf"{_POOR}[\s:,(–-]{{0,3}}(?:(?:của\s)?(?i:ông|bà|anh|chị)\s)?(?P<after>{NAME})"
    rf"|(?P<before>{NAME})(?:[\s,(–-]|(?:là|thuộc|gia đình)(?!\w)|(?i:thôn|tổ|ấp|buôn|làng)\s[^\s,;.]+){{1,12}}{_POOR}"
)
_HELPED: Final = (
    r"nghèo|bảo trợ|trợ (?:cấp|giúp)|khuyết tật|mồ côi|người có công|bệnh nhân|cai nghiện|thụ hưởng|"
    r"(?:được|nhận|hưởng) (?:hỗ trợ|gạo|quà|nhà)"
)
LIST_HEADING: Final = re.compile(rf"danh sách[^.;]{{0,80}}(?:{_HELPED})", re.IGNORECASE)
"""A list of people by what they need or are given: as much about them as their number."""
HELP_WORDS: Final = re.compile(r"\b(?:mức|số tiền|hình thức) (?:trợ cấp|hỗ trợ|trợ giúp)\b", re.IGNORECASE)
LISTED: Final = re.compile(rf"^\W*(?:\d{{1,4}}\W+)?(?:(?:[Hh]ộ|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị)\s){{0,2}}(?P<name>{NAME})")

SECRET: Final = re.compile(
    r"(?<!\w)(?<!ĐỘ )(?:TUYỆT|TỐI)\s{1,3}MẬT(?!\w)|^\W*MẬT\W*$|"
    r"\b(?i:(?:độ|dấu)\s+mật\s*:\s*(?:tuyệt mật|tối mật|mật))\b"
)
NOT_YET: Final = re.compile(
    r"KHÔNG PHỔ BIẾN|KHÔNG ĐƯỢC PHỔ BIẾN|LƯU HÀNH NỘI BỘ|TÀI LIỆU NỘI BỘ|THU HỒI SAU (?:HỘI NGHỊ|CUỘC HỌP|KHI HỌP)"
)
