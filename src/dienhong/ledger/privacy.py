"""What never enters the ledger: data that points at a person more surely than a pseudonym.

A payload can be erased, but the ledger's other columns cannot, and copies of a payload travel. So
entries name persons by the key of their row, and this guard stops the obvious slips.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from dienhong.foundations.refusals import Refused
from dienhong.ledger.canonical import JSON


class PersonalDataRefused(Refused):
    """An entry would have carried an identity number, a phone number, an e-mail address or a person's name."""


# Identifiers of rows and files, taken out first: their digits are nobody's number.
MACHINE = re.compile(r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b[0-9a-f]{32,}\b", re.IGNORECASE)
ALONE = r"(?<![\w.,/-]){}(?![\w/-])"
PATTERNS: Mapping[str, re.Pattern[str]] = {
    "số định danh cá nhân": re.compile(ALONE.format(r"(?:\d{12}|0\d{2}(?:[ .-]\d{3}){3})")),
    "số chứng minh nhân dân": re.compile(ALONE.format(r"\d{9}")),
    "số điện thoại": re.compile(ALONE.format(r"(?:\+?84|0)[ .-]?[2-9](?:[ .-]?\d){8,9}")),
    "địa chỉ thư điện tử": re.compile(r"[^\s@<>:]+@[^\s@<>]+\.[a-z]{2,}", re.IGNORECASE),
}
PERSONAL_KEYS = frozenset(
    {"full_name", "person_name", "ho_ten", "ho_va_ten", "birth_date", "birthday", "ngay_sinh"}
    | {"identity_number", "id_number", "cccd", "cmnd", "phone", "phone_number", "so_dien_thoai"}
    | {"email", "home_address", "dia_chi", "password"}
)


def refuse_personal(data: Mapping[str, JSON]) -> None:
    """Raise PersonalDataRefused where the data holds a personal key or text in the form of a personal number."""
    for path, key, text in _texts(data, ""):
        if key.casefold() in PERSONAL_KEYS:
            raise PersonalDataRefused(
                f"Sổ cái không nhận dữ liệu cá nhân: mục “{path}”. Hãy ghi mã của bản ghi thay cho dữ liệu đó."
            )
        found = personal_in(text)
        if found:
            raise PersonalDataRefused(
                f"Sổ cái không nhận {found} (mục “{path}”). Hãy ghi mã của bản ghi; số tiền thì ghi dạng số nguyên."
            )


def personal_in(text: str) -> str | None:
    """What kind of personal number or address the text holds, in Vietnamese, or None."""
    rest = MACHINE.sub(" ", text)
    return next((name for name, pattern in PATTERNS.items() if pattern.search(rest)), None)


def _texts(value: JSON, path: str, key: str = "") -> Iterator[tuple[str, str, str]]:
    """Every (path, key, text) of the value; numbers and empty places count for their key only."""
    if isinstance(value, Mapping):
        for name, each in value.items():
            yield from _texts(each, f"{path}.{name}" if path else name, name)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for place, each in enumerate(value):
            yield from _texts(each, f"{path}[{place}]", key)
    else:
        yield path, key, value if isinstance(value, str) else ""
