"""The four kinds of board."""

from enum import StrEnum


class Kind(StrEnum):
    """A People's Inspection Board of a commune, agency or state enterprise; or one that supervises an investment."""

    COMMUNE = "commune"
    AGENCY = "agency"
    ENTERPRISE = "enterprise"
    INVESTMENT = "investment"

    @property
    def words(self) -> str:
        """In Vietnamese: "Ban Thanh tra nhân dân ở xã"."""
        return _WORDS[self]


_WORDS = {
    Kind.COMMUNE: "Ban Thanh tra nhân dân ở xã",
    Kind.AGENCY: "Ban Thanh tra nhân dân ở cơ quan, đơn vị",
    Kind.ENTERPRISE: "Ban Thanh tra nhân dân ở doanh nghiệp nhà nước",
    Kind.INVESTMENT: "Ban Giám sát đầu tư của cộng đồng",
}
