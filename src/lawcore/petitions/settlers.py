"""Who settles what is complained of, or denounced, at a commune."""

from typing import Final

from lawcore.petitions.choices import Choice


class Settler(Choice):
    """Who settles a complaint or a denunciation."""

    COMMUNE_CHAIR = "commune-chair", "Chủ tịch Ủy ban nhân dân cấp xã"
    DISTRICT_CHAIR = "district-chair", "Chủ tịch Ủy ban nhân dân cấp huyện"
    PROVINCE_CHAIR = "province-chair", "Chủ tịch Ủy ban nhân dân cấp tỉnh"


NO_DISTRICT: Final = (
    "Từ ngày 01/7/2025 không còn cấp huyện; suy ra cấp trên trực tiếp của Chủ tịch Ủy ban nhân dân cấp xã là "
    "Chủ tịch Ủy ban nhân dân cấp tỉnh, chưa có lời văn để đối chiếu."
)
