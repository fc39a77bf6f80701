"""What has to be disclosed, by whom, in which ways and where: the words of the catalogues."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from lawcore.timelimits import Every


class Publisher(StrEnum):
    """Who discloses: the commune to everybody, an agency or a state enterprise to its own people."""

    COMMUNE = "commune"
    AGENCY = "agency"
    ENTERPRISE = "enterprise"

    @property
    def words(self) -> str:
        """In Vietnamese: "chính quyền cấp xã"."""
        return _PUBLISHERS[self]


_PUBLISHERS = {
    Publisher.COMMUNE: "chính quyền cấp xã",
    Publisher.AGENCY: "cơ quan, đơn vị",
    Publisher.ENTERPRISE: "doanh nghiệp nhà nước",
}


class Form(StrEnum):
    """The ways of disclosing (LDC art. 12, 47, 65). ALL_IN_WRITING reaches every member of staff."""

    POSTING = "posting"
    PORTAL = "portal"
    RADIO = "radio"
    VILLAGE_HEAD = "village-head"
    LETTER = "letter"
    DIALOGUE = "dialogue"
    RECEPTION = "reception"
    ORGANISATIONS = "organisations"
    NETWORK = "network"
    CONFERENCE = "conference"
    ALL_IN_WRITING = "all-in-writing"
    SECTION_HEADS = "section-heads"
    UNION = "union"
    OTHER = "other"


class Place(StrEnum):
    """Where something is posted."""

    OFFICE = "office"
    CULTURAL_HOUSE = "cultural-house"
    COMMUNITY_POINT = "community-point"
    HEADQUARTERS = "headquarters"
    WORKPLACE = "workplace"

    @property
    def words(self) -> str:
        """In Vietnamese: "nhà văn hóa"."""
        return _PLACES[self]


_PLACES = {
    Place.OFFICE: "trụ sở Hội đồng nhân dân, Ủy ban nhân dân",
    Place.CULTURAL_HOUSE: "nhà văn hóa",
    Place.COMMUNITY_POINT: "điểm sinh hoạt cộng đồng",
    Place.HEADQUARTERS: "trụ sở",
    Place.WORKPLACE: "nơi làm việc của bộ phận liên quan",
}


class Notice(StrEnum):
    """How a village head tells the people (LDC art. 13 cl. 4)."""

    MEETING = "meeting"
    ORGANISATIONS = "organisations"
    IN_PERSON = "in-person"
    LETTER = "letter"
    MESSAGE = "message"
    SOCIAL_NETWORK = "social-network"

    @property
    def words(self) -> str:
        """In Vietnamese: "nhắn tin đến đại diện hộ"."""
        return _NOTICES[self]


_NOTICES = {
    Notice.MEETING: "báo tại cuộc họp của cộng đồng dân cư",
    Notice.ORGANISATIONS: "báo khi tổ chức, đoàn thể trong thôn họp, sinh hoạt",
    Notice.IN_PERSON: "báo trực tiếp đến từng hộ",
    Notice.LETTER: "gửi văn bản đến từng hộ",
    Notice.MESSAGE: "nhắn tin đến đại diện hộ",
    Notice.SOCIAL_NETWORK: "đăng trên mạng xã hội của thôn",
}


class Posted(StrEnum):
    """For how long an item of the commune stays posted: for a time, for good, or as its own regulation says."""

    FOR_A_TIME = "for-a-time"
    FOR_GOOD = "for-good"
    BY_REGULATION = "by-regulation"


class Figures(NamedTuple):
    """The name of a part that holds the figures of every such period."""

    label: str
    every: Every


@dataclass(frozen=True, slots=True)
class Part:
    """One of several things that an item holds: each is published when it is there.

    `every` where the article asks for the figures of each such period; None where an event brings it.
    """

    code: str
    label: str
    every: Every | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One content to be disclosed; `parts` where it holds several.

    `forms` are the required ways, each where there is one: a portal, a radio, inside an agency or enterprise posting
    only without an inner site. All ways of the list of forms are allowed besides. `places` is where it is posted,
    `posted` for how long, `least` the code of the rule that says the shortest time, "" for none.
    """

    code: str
    label: str
    cite: str
    parts: tuple[Part, ...] = ()
    forms: tuple[Form, ...] = ()
    places: tuple[Place, ...] = ()
    posted: Posted = Posted.BY_REGULATION
    least: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """One way of disclosing. `when` is its condition in Vietnamese, "" for none."""

    code: str
    label: str
    cite: str
    when: str = ""


def parts(code: str, held: Iterable[str | Figures]) -> tuple[Part, ...]:
    """The things that an item holds, numbered in the order of the article."""
    numbered = ((f"{code}.{number}", each) for number, each in enumerate(held, start=1))
    return tuple(Part(at, *each) if isinstance(each, Figures) else Part(at, each) for at, each in numbered)
