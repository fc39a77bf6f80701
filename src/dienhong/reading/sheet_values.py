"""Numbers of a spreadsheet as the text their owner sees: dates, padded codes, plain numbers."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import isfinite

from lxml import etree

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
BUILT_IN_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
NOT_CODE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h|hh|m|mm|s|ss\])[^\]]*\]', re.IGNORECASE)
PADDED = re.compile(r"0{2,30}")
EPOCH_1900 = datetime(1899, 12, 30)  # noqa: DTZ001 (a day in a sheet has no zone); counts the false 29/2/1900
EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
FALSE_LEAP_DAY = 60  # serial 60 is 29/2/1900, which never was; days before it stand one later
LAST_SERIAL = 2_958_466  # 31/12/9999
EXACT = 10**15  # whole numbers below are kept exactly by a double


@dataclass(frozen=True, slots=True)
class Format:
    """How a cell shows a number. `epoch` is given for dates only; `digits` for codes padded with zeros."""

    epoch: datetime | None = None
    digits: int = 0


PLAIN = Format()


class Formats:
    """The formats of a workbook by cell style."""

    def __init__(self, root: etree._Element | None, *, since_1904: bool) -> None:
        self._epoch = EPOCH_1904 if since_1904 else EPOCH_1900
        self._formats: list[Format] = []
        if root is None:
            return
        codes = {said.get("numFmtId", ""): said.get("formatCode", "") for said in root.iter(S + "numFmt")}
        for style in root.iterfind(f"{S}cellXfs/{S}xf"):
            identity = style.get("numFmtId", "0")
            self._formats.append(self._format(identity, codes.get(identity, "")))

    def of(self, style: int) -> Format:
        return self._formats[style] if 0 <= style < len(self._formats) else PLAIN

    def _format(self, identity: str, code: str) -> Format:
        bare = NOT_CODE.sub("", code.partition(";")[0])
        if PADDED.fullmatch(bare):
            return Format(digits=len(bare))
        built_in = not code and identity.isdecimal() and int(identity) in BUILT_IN_DATES
        dated = built_in or re.search(r"[ydmhs]", bare, re.IGNORECASE) is not None
        return Format(epoch=self._epoch) if dated and "general" not in bare.lower() else PLAIN


def shown(value: str, form: Format) -> str:
    """The stored number `value` as text; as it stands when it is none."""
    try:
        number = float(value)
    except ValueError:
        return value
    if form.epoch is not None and 0 <= number < LAST_SERIAL:
        return _day(number, form.epoch)
    if not isfinite(number):
        return value
    whole = number.is_integer() and abs(number) < EXACT
    return str(int(number)).zfill(form.digits) if whole else repr(number)


def _day(serial: float, epoch: datetime) -> str:
    days, fraction = divmod(serial, 1)
    moment = epoch + timedelta(days=days, seconds=round(fraction * 86400))
    if epoch == EPOCH_1900 and days <= FALSE_LEAP_DAY:
        if days == FALSE_LEAP_DAY:
            return "29/02/1900"
        moment += timedelta(days=1)
    clock = moment.strftime("%H:%M") if fraction else ""
    return clock if days == 0 and clock else f"{date(moment.year, moment.month, moment.day)} {clock}".rstrip()
