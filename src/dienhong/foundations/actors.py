"""Who acts. An actor is a value made once per request; access tables and actions take it as it is."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a post lets its holder do. The words users see are in `ROLE_NAMES`."""

    OFFICER = "officer"  # the commune or provincial officer in charge of grassroots democracy
    CHAIR = "chair"  # the chair of the People's Committee or head of an organization: signs
    REPORTER = "reporter"  # reports for one organization
    VILLAGE_HEAD = "village-head"
    FRONT = "front"  # the Fatherland Front and its working committees
    INSPECTOR = "inspector"  # a member of the People's Inspection Board
    DELEGATE = "delegate"  # a council delegate
    REGISTRAR = "registrar"  # keeps the registers of places, organizations, people
    ADMINISTRATOR = "administrator"  # grants roles, never to oneself


@dataclass(frozen=True, slots=True)
class Grant:
    """A role held today: over a locality and all below it, or for one organization of it."""

    role: Role
    locality_id: int
    path: str  # materialised path of the locality, "/1/5/"; a grant covers every path that starts so
    organization_id: int | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A person acting, or nobody (`key` ""). `key` is the pseudonym the ledger keeps: "user:12"."""

    key: str
    name: str
    user_id: int | None = None
    grants: tuple[Grant, ...] = ()

    @property
    def is_known(self) -> bool:
        return self.user_id is not None

    @property
    def account_id(self) -> int:
        """The account that acts. Whoever passed an access table has one."""
        if self.user_id is None:
            raise LookupError("nobody acts")
        return self.user_id

    def holds(self, *roles: Role, path: str, organization_id: int | None = None) -> bool:
        """One of these roles over the place at `path` (and, for an organization's role, that organization)."""
        return any(
            grant.role in roles
            and path.startswith(grant.path)
            and (grant.organization_id is None or grant.organization_id == organization_id)
            for grant in self.grants
        )


NOBODY = Actor(key="", name="")
SYSTEM = Actor(key="system", name="Hệ thống")
