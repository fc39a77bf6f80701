"""What screening gives back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final

MASK: Final = "•"
KEPT: Final = 2  # digits left readable at each end of a masked number


class Kind(StrEnum):
    IDENTITY = "identity"
    PHONE = "phone"
    BANK_ACCOUNT = "bank-account"
    EMAIL = "email"
    BIRTH = "birth"
    POOR_HOUSEHOLD = "poor-household"
    SECRET = "secret"  # noqa: S105 (a kind of finding)
    NOT_YET = "not-yet"


ADVICE: Final[Mapping[Kind, str]] = MappingProxyType(
    {
        Kind.IDENTITY: "Có số giống số định danh, căn cước hoặc chứng minh nhân dân. Hãy xóa hoặc che trước khi đăng.",
        Kind.PHONE: "Có số điện thoại. Chỉ giữ số của cơ quan; số riêng của cá nhân hãy xóa hoặc che.",
        Kind.BANK_ACCOUNT: "Có số giống số tài khoản ngân hàng. Chỉ giữ tài khoản tiếp nhận chung; tài khoản của cá "
        "nhân hãy xóa hoặc che.",
        Kind.EMAIL: "Có địa chỉ thư điện tử. Chỉ giữ địa chỉ của cơ quan; địa chỉ riêng hãy xóa hoặc che.",
        Kind.BIRTH: "Có ngày hoặc năm sinh đi cùng họ tên. Hãy bỏ ngày sinh, trừ khi quy định bắt buộc công khai.",
        Kind.POOR_HOUSEHOLD: "Có tên hộ nghèo, cận nghèo hoặc người được trợ giúp. Chỉ đăng khi quy định bắt buộc công "
        "khai danh sách; nếu không, hãy chỉ nêu số hộ.",
        Kind.SECRET: "Có dấu chỉ độ mật. Hãy dừng lại: không đăng khi chưa có quyết định giải mật hoặc xác nhận rằng "
        "đây không phải bí mật nhà nước.",
        Kind.NOT_YET: "Có dấu hạn chế phổ biến. Hãy hỏi nơi ban hành và không đăng khi chưa được đồng ý.",
    }
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A line, or a row with its cells parted by tabs.

    `number` counts from 1 inside `part`, 0 is the part's own name; `part` says in Vietnamese where, "" is the text.
    """

    text: str
    number: int
    part: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at. `excerpt` is masked, so that it can be kept and shown.

    `value` is what was found, unmasked: it tells two findings of one run apart and is never stored nor shown.
    """

    kind: Kind
    excerpt: str
    number: int
    part: str = ""
    page: int | None = None
    value: str = field(default="", repr=False, compare=False)

    @property
    def place(self) -> str:
        """Where it stands, as an officer is told: "trang 3, dòng 12"."""
        page = f"trang {self.page}" if self.page else ""
        unit = "hàng" if self.part.startswith("trang tính") else "dòng"
        return ", ".join(filter(None, (self.part, page, f"{unit} {self.number}" if self.number else "tên")))

    @property
    def advice(self) -> str:
        """What to do, in one or two Vietnamese sentences."""
        return ADVICE[self.kind]


@dataclass(frozen=True, slots=True)
class Screening:
    """What was found, and in Vietnamese sentences what could not be looked into; `notes` on how far to trust it."""

    findings: tuple[Finding, ...] = ()
    unchecked: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def clear(self) -> bool:
        """Nothing found and nothing left unseen."""
        return not self.findings and not self.unchecked


def masked_number(text: str) -> str:
    """All but the outer digits hidden, the printed grouping kept: "0912 345 678" → "09•• ••• •78"."""
    places = [at for at, char in enumerate(text) if char.isdigit()]
    hidden = set(places[KEPT:-KEPT])
    return "".join(MASK if at in hidden else char for at, char in enumerate(text))


def masked_day(text: str) -> str:
    """A day with all digits hidden: "01/02/1985" → "••/••/••••"."""
    return "".join(MASK if char.isdigit() else char for char in text)


def masked_name(text: str) -> str:
    """The first letter of each word: "Nguyễn Văn An" → "N• V• A•"."""
    return " ".join(word[0] + MASK for word in text.split())


def masked_address(text: str) -> str:
    """The first letter and the host: "an.nguyen@gmail.com" → "a•••@gmail.com"."""
    return f"{text[0]}{MASK * 3}@{text.partition('@')[2]}"
