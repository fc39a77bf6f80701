"""The words of village conventions: how the people are asked, how far a decision about one reaches, list items."""

from enum import StrEnum


class Form(StrEnum):
    """How the households are asked."""

    MEETING = "meeting"
    BALLOT = "ballot"
    ONLINE = "online"

    @property
    def words(self) -> str:
        """In Vietnamese, within a sentence: "họp cộng đồng dân cư"."""
        return {
            Form.MEETING: "họp cộng đồng dân cư",
            Form.BALLOT: "phát phiếu lấy ý kiến từng hộ",
            Form.ONLINE: "biểu quyết trực tuyến",
        }[self]


class Extent(StrEnum):
    """Whether a suspension or an abolition reaches the whole convention or a part."""

    WHOLE = "whole"
    PART = "part"

    @property
    def words(self) -> str:
        """In Vietnamese, within a sentence: "toàn bộ"."""
        return {Extent.WHOLE: "toàn bộ", Extent.PART: "một phần"}[self]
