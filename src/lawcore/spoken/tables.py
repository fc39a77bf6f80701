"""What is written short and read long."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

ABBREVIATIONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "UBND": "Ủy ban nhân dân",
        "HĐND": "Hội đồng nhân dân",
        "MTTQ": "Mặt trận Tổ quốc",
        "TTND": "Thanh tra nhân dân",
        "GSĐTCCĐ": "Giám sát đầu tư của cộng đồng",
        "TTHC": "thủ tục hành chính",
        "TDP": "tổ dân phố",
        "TP": "thành phố",
        "BHYT": "bảo hiểm y tế",
        "BHXH": "bảo hiểm xã hội",
        "CCCD": "căn cước công dân",
        "GPMB": "giải phóng mặt bằng",
        "QSDĐ": "quyền sử dụng đất",
        "SDĐ": "sử dụng đất",
        "NTM": "nông thôn mới",
        "NSNN": "ngân sách nhà nước",
        "KT-XH": "kinh tế, xã hội",
        "QP-AN": "quốc phòng, an ninh",
        "THCS": "trung học cơ sở",
        "THPT": "trung học phổ thông",
        "VNĐ": "đồng",
        "VND": "đồng",
    }
)

UNITS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "%": "phần trăm",
        "đ": "đồng",
        "m2": "mét vuông",
        "m²": "mét vuông",
        "m3": "mét khối",
        "m³": "mét khối",
        "km": "ki-lô-mét",
        "m": "mét",
        "ha": "héc-ta",
        "kg": "ki-lô-gam",
    }
)
"""What stands shortened right after a number."""
