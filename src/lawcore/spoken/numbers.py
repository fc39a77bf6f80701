"""Numbers and days in words, as they are read in the north ("linh") or in the south ("lẻ")."""

from datetime import date
from decimal import Decimal
from re import fullmatch
from types import MappingProxyType
from typing import Final, Literal

Zero = Literal["linh", "lẻ"]
"""How a zero in the tens is said: 105 is "một trăm linh năm" or "một trăm lẻ năm"."""

LARGEST: Final = 10**18 - 1
DIGITS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_GROUPS: Final = ((10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn"), (1, ""))
_THOUSAND: Final = 10**3
_FIVE: Final = MappingProxyType({5: "lăm"})
_AFTER_TWENTY: Final = MappingProxyType({1: "mốt", 4: "tư", 5: "lăm"})
_LONGEST_FRACTION: Final = 3  # digits after the comma that are still read as one number
_APRIL: Final = 4
_ROMAN: Final = MappingProxyType({"I": 1, "V": 5, "X": 10})
ROMAN_FORM: Final = r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})"


def number(value: int, *, zero: Zero = "linh") -> str:
    """A whole number: 1140500 → "một triệu một trăm bốn mươi nghìn năm trăm". ValueError from 10^18 on."""
    if abs(value) > LARGEST:
        raise ValueError(f"a number of at most 18 digits is read, not {value}")
    if value < 0:
        return f"âm {number(-value, zero=zero)}"
    said: list[str] = []
    rest = value
    for size, name in _GROUPS:
        count, rest = divmod(rest, size)
        if count:
            said.append(number(count, zero=zero) if count >= _THOUSAND else _group(count, zero, led=bool(said)))
            said.append(name)
    return " ".join(filter(None, said)) or DIGITS[0]


def _group(count: int, zero: Zero, *, led: bool) -> str:
    """Up to three digits; `led` says that larger ones were said before, so that an empty place is said too."""
    hundreds, rest = divmod(count, 100)
    tens, ones = divmod(rest, 10)
    said = [DIGITS[hundreds], "trăm"] if hundreds or led else []
    if tens:
        said += ["mười"] if tens == 1 else [DIGITS[tens], "mươi"]
    elif ones and said:
        said.append(zero)
    if ones:
        changed = _AFTER_TWENTY if tens > 1 else _FIVE if tens else {}
        said.append(changed.get(ones, DIGITS[ones]))
    return " ".join(said)


def digits(text: str) -> str:
    """Each digit by itself, as telephone numbers and codes are read: "0912" → "không chín một hai"."""
    return " ".join(DIGITS[int(char)] for char in text if char.isdecimal())


def decimal(value: Decimal | int, *, zero: Zero = "linh") -> str:
    """12.5 → "mười hai phẩy năm"; zeros right after the comma are said one by one."""
    whole, _, fraction = f"{abs(Decimal(value)):f}".partition(".")
    said = number(int(whole), zero=zero)
    if fraction:
        said = f"{said} phẩy {_fraction(fraction, zero)}"
    return f"âm {said}" if value < 0 else said


def _fraction(fraction: str, zero: Zero) -> str:
    rest = fraction.lstrip("0")
    if not rest or len(rest) > _LONGEST_FRACTION:
        return digits(fraction)
    return " ".join([*[DIGITS[0]] * (len(fraction) - len(rest)), number(int(rest), zero=zero)])


def money(amount: Decimal | int, *, zero: Zero = "linh") -> str:
    """An amount in đồng: 1140500 → "một triệu một trăm bốn mươi nghìn năm trăm đồng"."""
    return f"{decimal(amount, zero=zero)} đồng"


def percent(value: Decimal | int, *, zero: Zero = "linh") -> str:
    """12.5 → "mười hai phẩy năm phần trăm"."""
    return f"{decimal(value, zero=zero)} phần trăm"


def month(count: int, *, zero: Zero = "linh") -> str:
    """11 → "tháng mười một"; 4 → "tháng tư"."""
    return "tháng tư" if count == _APRIL else f"tháng {number(count, zero=zero)}"


def day(value: date, *, zero: Zero = "linh") -> str:
    """30/11/2026 → "ngày ba mươi tháng mười một năm hai nghìn không trăm hai mươi sáu"."""
    year = number(value.year, zero=zero)
    return f"ngày {number(value.day, zero=zero)} {month(value.month, zero=zero)} năm {year}"


def roman(text: str) -> int:
    """The number of a Roman numeral up to XXXIX. ValueError for any other text."""
    if not fullmatch(ROMAN_FORM, text):
        raise ValueError(f"not a Roman numeral up to XXXIX: {text!r}")
    values = [_ROMAN[letter] for letter in text]
    after = [*values[1:], 0]
    return sum(-value if following > value else value for value, following in zip(values, after, strict=True))
