"""The commune Bến Sậy: 8 villages, 14 organizations, households, posts. Entered through the registers' own actions."""

import secrets
from dataclasses import dataclass
from datetime import date
from typing import Final

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.db import transaction

from dienhong.foundations.actors import SYSTEM, Actor, Grant, Role
from dienhong.registry.actions import households, organizations, people, places
from dienhong.registry.actions.people import Particulars
from dienhong.registry.models import Locality, Organization, Person, User
from dienhong.sample.people import Names

SINCE: Final = date(2025, 7, 1)
VILLAGES: Final = (
    ("dong-ha", "thôn", "Đông Hạ"), ("dong-thuong", "thôn", "Đông Thượng"), ("bai-say", "thôn", "Bãi Sậy"),
    ("cau-ngoi", "thôn", "Cầu Ngói"), ("go-mit", "thôn", "Gò Mít"), ("xom-lo", "thôn", "Xóm Lò"),
    ("buon-krai", "buôn", "Krai"), ("cho-ben", "tổ dân phố", "Chợ Bến"),
)  # fmt: skip
FACILITIES: Final = {"go-mit": (0, 1), "xom-lo": (0, 0), "buon-krai": (1, 2), "cho-ben": None}
"""Cultural houses and community points, where they are not one and none; None: nobody has said."""
ORGANIZATIONS: Final = (
    ("ubnd", "committee", "Ủy ban nhân dân xã Bến Sậy"),
    ("hdnd", "council", "Hội đồng nhân dân xã Bến Sậy"),
    ("mttq", "front", "Ủy ban Mặt trận Tổ quốc Việt Nam xã Bến Sậy"),
    ("van-phong", "agency", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã"),
    ("kinh-te", "agency", "Phòng Kinh tế"),
    ("van-hoa-xa-hoi", "agency", "Phòng Văn hóa - Xã hội"),
    ("hanh-chinh-cong", "public-unit", "Trung tâm Phục vụ hành chính công xã"),
    ("nong-dan", "socio-political", "Hội Nông dân xã"),
    ("phu-nu", "socio-political", "Hội Liên hiệp Phụ nữ xã"),
    ("thanh-nien", "socio-political", "Đoàn Thanh niên xã"),
    ("thcs", "public-unit", "Trường THCS Bến Sậy"),
    ("y-te", "public-unit", "Trạm Y tế xã Bến Sậy"),
)
# username, words, role, organization (its short code) or None for the whole commune
SIGN_INS: Final = (
    ("can-bo", "Cán bộ phụ trách dân chủ ở cơ sở", Role.OFFICER, None),
    ("chu-tich", "Chủ tịch Ủy ban nhân dân xã", Role.CHAIR, None),
    ("thcs", "Người báo cáo, Trường THCS Bến Sậy", Role.REPORTER, "thcs"),
    ("y-te", "Người báo cáo, Trạm Y tế xã", Role.REPORTER, "y-te"),
    ("dong-ha", "Trưởng thôn Đông Hạ", Role.VILLAGE_HEAD, "dong-ha"),
    ("mat-tran", "Chủ tịch Ủy ban Mặt trận xã", Role.FRONT, None),
    ("mat-tran-thon", "Trưởng ban công tác Mặt trận thôn Đông Hạ", Role.FRONT, "dong-ha"),
    ("thanh-tra", "Trưởng ban Thanh tra nhân dân xã", Role.INSPECTOR, None),
    ("dai-bieu", "Đại biểu Hội đồng nhân dân xã", Role.DELEGATE, None),
    ("danh-ba", "Người giữ danh bạ", Role.REGISTRAR, None),
    ("quan-tri", "Người quản trị tài khoản", Role.ADMINISTRATOR, None),
)


@dataclass(frozen=True, slots=True)
class SignIn:
    """One account to try: what to type, and the key of its one-time codes."""

    username: str
    title: str
    role: str
    password: str
    totp_key: str


def founder(place: Locality) -> Actor:
    """Who enters the sample: the installation itself, with every role over the place."""
    grants = tuple(Grant(role, place.pk, place.path) for role in Role)
    return Actor(key=SYSTEM.key, name=SYSTEM.name, grants=grants)


@transaction.atomic
def build() -> tuple[Locality, list[SignIn]]:
    """The commune with everything in its registers, and one sign-in per role."""
    names = Names(seed=2026)
    province = places.found_first_locality(
        code="lam-giang", kind="province", word="tỉnh", name="Lam Giang", valid_from=SINCE
    )
    commune = places.found_first_locality(
        code="ben-say", kind="commune", word="xã", name="Bến Sậy", valid_from=SINCE, parent=province
    )
    by = founder(commune)
    for code, kind, name in ORGANIZATIONS:
        organizations.add_organization(
            locality=commune, code=f"ben-say-{code}", kind=kind, name=name, valid_from=SINCE, by=by
        )
    for code, word, name in VILLAGES:
        _village(commune, code, word, name, names, by)
    return commune, [
        _sign_in(commune, username, title, role, organization, names, by)
        for username, title, role, organization in SIGN_INS
    ]


def _village(commune: Locality, code: str, word: str, name: str, names: Names, by: Actor) -> None:
    village = places.add_locality(
        parent=commune, code=f"ben-say-{code}-thon", kind="village", word=word, name=name, valid_from=SINCE, by=by
    )
    facilities = FACILITIES.get(code, (1, 0))
    if facilities is not None:
        numbers = dict(zip(("cultural-house", "community-point"), facilities, strict=True))
        places.state_facilities(village=village, numbers=numbers, since=SINCE, by=by)
    organization = organizations.add_organization(
        locality=village,
        code=f"ben-say-{code}",
        kind="village",
        name=f"{word[0].upper()}{word[1:]} {name}",
        valid_from=SINCE,
        by=by,
    )
    title = "Tổ trưởng tổ dân phố" if word == "tổ dân phố" else f"Trưởng {word} {name}"
    for post in (title, "Trưởng ban công tác Mặt trận"):
        person = _person(village, names, by)
        people.give_post(
            person=person, locality=village, organization=organization, title=post, role="", starts_on=SINCE, by=by
        )
    for number in range(1, names.count(18, 40) + 1):
        households.add_household(
            village=village,
            code=f"H{number:03}",
            address=f"ngõ {1 + number % 7}",
            representative=_person(village, names, by),
            valid_from=SINCE,
            by=by,
        )


def _person(place: Locality, names: Names, by: Actor, *, email: str = "") -> Person:
    particulars = Particulars(name=names.name(), birth_year=names.birth_year(), email=email)
    return people.add_person(locality=place, particulars=particulars, by=by)


def _sign_in(
    commune: Locality, username: str, title: str, role: Role, organization_code: str | None, names: Names, by: Actor
) -> SignIn:
    organization = (
        Organization.objects.select_related("locality").get(code=f"ben-say-{organization_code}")
        if organization_code
        else None
    )
    place = organization.locality if organization else commune
    person = _person(place, names, by, email=f"{username}@ben-say.example")
    people.give_post(
        person=person, locality=place, organization=organization, title=title, role=role, starts_on=SINCE, by=by
    )
    user = User(username=username, person=person)
    password = f"{username}-{secrets.token_hex(4)}"
    user.set_password(password)
    user.save()
    key = generate_totp_secret()
    TOTP.activate(user, key)
    return SignIn(username, title, role, password, key)
