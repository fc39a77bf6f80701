"""Which registers an indicator of a family may count over, and which it starts with."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dienhong.programmes.kinds import OF_TOPIC, OTHER
from dienhong.registry.models import Organization
from dienhong.resolutions.models import Proposal
from lawcore.indicators import FAMILIES, Population


class Register(StrEnum):
    """A list somebody can be on. The first four are read from the registers of places and organizations."""

    ORGANIZATIONS = "organizations"
    ORGANIZATIONS_AND_VILLAGES = "organizations-villages"
    VILLAGES = "villages"
    COUNCILS = "councils"
    PERSONS = "persons"  # everybody on one of the four lists below, once
    LAW_IMPLEMENTERS = "law-implementers"
    BOARD_MEMBERS = "board-members"
    VILLAGE_HEADS = "village-heads"
    DRAFTING_TEAMS = "drafting-teams"
    BOARDS = "boards"
    ITEMS = "items"


NAMES: Mapping[Register, str | Promise] = {
    Register.ORGANIZATIONS: _("Cơ quan, tổ chức, đơn vị"),
    Register.ORGANIZATIONS_AND_VILLAGES: _("Cơ quan, tổ chức, đơn vị và thôn"),
    Register.VILLAGES: _("Thôn, tổ dân phố"),
    Register.COUNCILS: _("Hội đồng nhân dân"),
    Register.PERSONS: _("Tất cả người phải được bồi dưỡng"),
    Register.LAW_IMPLEMENTERS: _("Người được giao thực hiện pháp luật về dân chủ ở cơ sở"),
    Register.BOARD_MEMBERS: _("Thành viên Ban Thanh tra nhân dân, Ban Giám sát đầu tư của cộng đồng"),
    Register.VILLAGE_HEADS: _("Trưởng thôn, Trưởng ban công tác Mặt trận"),
    Register.DRAFTING_TEAMS: _("Tổ soạn thảo hương ước, quy ước"),
    Register.BOARDS: _("Ban Thanh tra nhân dân, Ban Giám sát đầu tư của cộng đồng"),
    Register.ITEMS: _("Nội dung phải công khai"),
}
POPULATIONS: Mapping[Population, tuple[Register, ...]] = {
    Population.ORGANIZATIONS: (Register.ORGANIZATIONS, Register.ORGANIZATIONS_AND_VILLAGES),
    Population.VILLAGES: (Register.VILLAGES,),
    Population.COUNCILS: (Register.COUNCILS,),
    Population.PERSONS: (
        Register.PERSONS,
        Register.LAW_IMPLEMENTERS,
        Register.BOARD_MEMBERS,
        Register.VILLAGE_HEADS,
        Register.DRAFTING_TEAMS,
    ),
    Population.BOARDS: (Register.BOARDS,),
    Population.ITEMS: (Register.ITEMS,),
}
VILLAGE_WORDS = re.compile(r"\b(?:thôn|ấp|khóm|buôn|tổ dân phố)\b", re.IGNORECASE)
PERSONS = POPULATIONS[Population.PERSONS][1:]
ENTERED = (*PERSONS, Register.BOARDS, Register.ITEMS)  # kept by the programme, entry by entry
BODIES = (
    Organization.Kind.COMMITTEE,
    Organization.Kind.AGENCY,
    Organization.Kind.PUBLIC_UNIT,
    Organization.Kind.STATE_ENTERPRISE,
    Organization.Kind.FRONT,
    Organization.Kind.SOCIO_POLITICAL,
)
ORGANIZATION_KINDS: Mapping[Register, tuple[str, ...]] = {
    Register.ORGANIZATIONS: BODIES,
    Register.ORGANIZATIONS_AND_VILLAGES: (*BODIES, Organization.Kind.VILLAGE),
    Register.VILLAGES: (Organization.Kind.VILLAGE,),
    Register.COUNCILS: (Organization.Kind.COUNCIL,),
}


@dataclass(frozen=True, slots=True)
class Proposed:
    """An indicator a target starts with."""

    family: str
    population: Register


def proposed(proposal: Proposal) -> Iterator[Proposed]:
    """The indicators of the families the officer confirmed with the target, each over its usual register.

    A target that names villages beside the bodies counts them too.
    """
    for code in proposal.families:
        if code not in FAMILIES:
            continue
        register = POPULATIONS[FAMILIES[code].population][0]
        if register == Register.ORGANIZATIONS and VILLAGE_WORDS.search(proposal.text):
            register = Register.ORGANIZATIONS_AND_VILLAGES
        yield Proposed(code, register)


def registers_of(family: str) -> tuple[Register, ...]:
    """Over which registers an indicator of this family may be counted."""
    return POPULATIONS[FAMILIES[family].population] if family in FAMILIES else ()


def populations_that_hold(register: Register) -> tuple[Register, ...]:
    """The registers a change of this one is felt in: its own, and that of all persons for a list of persons."""
    return (register, Register.PERSONS) if register in PERSONS else (register,)


def evidence_kind_of(topic: str) -> str:
    """The kind of evidence a task of a duty of this topic opens with."""
    return str(OF_TOPIC.get(topic, OTHER))
