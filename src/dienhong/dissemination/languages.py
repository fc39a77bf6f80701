"""The languages of Vietnam in which a second text or a voice may stand, by their BCP 47 codes."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

VIETNAMESE: Final = "vi"
NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "km": "Khmer",
        "rad": "Ê Đê",
        "jra": "Gia Rai",
        "bdq": "Ba Na",
        "sed": "Xơ Đăng",
        "kpm": "Cơ Ho",
        "mng": "Mnông",
        "tyz": "Tày",
        "nut": "Nùng",
        "blt": "Thái (Thái Đen)",
        "twh": "Thái (Thái Trắng)",
        "mtq": "Mường",
        "hmn": "H’Mông",
        "mww": "H’Mông Trắng",
        "ium": "Dao",
        "cjm": "Chăm (miền Đông)",
        "cja": "Chăm (miền Tây)",
        "rog": "Raglai",
        "hre": "Hrê",
        "bru": "Bru – Vân Kiều",
        "ktv": "Cơ Tu",
        "crw": "Chơ Ro",
        "stt": "Xtiêng",
        "kjg": "Khơ Mú",
        "yue": "Hoa (Quảng Đông)",
    }
)
OWN_NAMES: Final[Mapping[str, str]] = MappingProxyType({"km": "ភាសាខ្មែរ"})
"""How its readers write the name, where we are sure of it."""
CHOICES: Final = tuple(NAMES.items())
SPOKEN: Final = ((VIETNAMESE, "Tiếng Việt"), *CHOICES)


def name_of(code: str) -> str:
    """The name of the language, "Tiếng Khmer" for "km"; the code itself where we have no name."""
    return dict(SPOKEN)[code] if code == VIETNAMESE else f"Tiếng {NAMES.get(code, code)}"


def own_name_of(code: str) -> str:
    """The name in its own letters; empty where we are not sure of it."""
    return OWN_NAMES.get(code, "")
