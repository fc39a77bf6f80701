"""A small invented commune and its neighbour, and accounts with one role each."""

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import uuid4

from dienhong.documents.models import StoredFile
from dienhong.foundations.actors import Role
from dienhong.registry import queries as registry
from dienhong.registry.models import Locality, Organization, Person, Post, User
from dienhong.resolutions.models import Proposal, Provision, Version, Work
from lawcore.vietnamese import search_folded

SINCE = date(2025, 7, 1)
ON = date(2026, 5, 20)
AT = datetime(2026, 5, 20, 3, 0, tzinfo=UTC)


def locality(kind, word, name, parent=None):
    row = Locality.objects.create(
        code=f"{kind}-{uuid4().hex[:8]}",
        kind=kind,
        word=word,
        name=name,
        parent=parent,
        path="",
        search=search_folded(name),
        valid_from=SINCE,
    )
    row.path = f"{parent.path if parent else '/'}{row.pk}/"
    row.save(update_fields=["path"])
    return row


def organization(kind, name, place):
    return Organization.objects.create(
        code=f"{kind}-{uuid4().hex[:8]}",
        kind=kind,
        name=name,
        locality=place,
        search=search_folded(name),
        valid_from=SINCE,
    )


def person(name, place):
    return Person.objects.create(name=name, locality=place, search=search_folded(name))


def account(name, place, role, unit=None):
    who = person(name, place)
    user = User.objects.create(username=f"{role}-{uuid4().hex[:8]}", person=who)
    Post.objects.create(person=who, locality=place, organization=unit, title=name, role=role, starts_on=SINCE)
    return user


def actor(user, on=ON):
    return registry.actor_of(user, on=on)


class Commune:
    """A commune of three villages, its committee, a school, the Front and the council."""

    def __init__(self, province, name):
        self.place = locality("commune", "xã", name, province)
        self.villages = [locality("village", "thôn", f"{name} {n}", self.place) for n in ("Thượng", "Trung", "Hạ")]
        self.village_units = [organization("village", f"Thôn {place.name}", place) for place in self.villages]
        self.committee = organization("committee", f"Ủy ban nhân dân xã {name}", self.place)
        self.school = organization("public-unit", f"Trường tiểu học {name}", self.place)
        self.front = organization("front", f"Ủy ban Mặt trận Tổ quốc Việt Nam xã {name}", self.place)
        self.council = organization("council", f"Hội đồng nhân dân xã {name}", self.place)
        self.officer = account("Công chức", self.place, Role.OFFICER)
        self.second_officer = account("Công chức thứ hai", self.place, Role.OFFICER)
        self.chair = account("Chủ tịch", self.place, Role.CHAIR)
        self.front_member = account("Mặt trận", self.place, Role.FRONT)
        self.inspector = account("Thanh tra nhân dân", self.place, Role.INSPECTOR)
        self.delegate = account("Đại biểu", self.place, Role.DELEGATE)
        self.reporter = account("Thư ký trường", self.place, Role.REPORTER, self.school)
        self.head = account("Trưởng thôn Thượng", self.villages[0], Role.VILLAGE_HEAD, self.village_units[0])


def version(place, status="adopted", work=None, ordinal=1):
    work = work or Work.objects.create(locality=place, kind="Nghị quyết", title="Bảo đảm thực hiện dân chủ ở cơ sở")
    stored = StoredFile.objects.create(sha256=uuid4().hex * 2, size=10, media_type="text/plain")
    return Version.objects.create(
        work=work,
        locality=place,
        ordinal=ordinal,
        source=stored,
        file_name="nghi-quyet.txt",
        key=uuid4(),
        status=status,
        stage="read",
        number="12/2026/NQ-HĐND",
        uploaded_by="user:1",
    )


def provision(version, eid, at, text, order, parent=None, kind="paragraph"):
    return Provision.objects.create(
        version=version,
        eid=eid,
        at=at,
        text=text,
        order=order,
        parent=parent,
        part="body",
        depth=0 if parent is None else parent.depth + 1,
        kind=kind,
        first_line=order,
        last_line=order,
    )


def proposal(provision, kind, text, **fields):
    given = {"state": "confirmed", "decided_by": "user:1", "decided_at": AT, **fields}
    return Proposal.objects.create(
        version=provision.version,
        provision=provision,
        kind=kind,
        text=text,
        sentence=fields.pop("sentence", 1) if "sentence" in fields else 1,
        start=0,
        end=len(text),
        parser="test",
        **{key: value for key, value in given.items() if key != "sentence"},
    )


def resolution(place, status="adopted", work=None, ordinal=1):
    """A version with one target of two families, a training duty and a half-yearly report."""
    made = version(place, status, work, ordinal)
    article = provision(made, "art_1", "Điều 1", "Mục tiêu và biện pháp.", 1, kind="article")
    first = provision(made, "art_1__para_1", "khoản 1 Điều 1", "Hằng năm 100% cơ quan tuyên truyền.", 2, article)
    second = provision(made, "art_1__para_2", "khoản 2 Điều 1", "Cử người học hằng năm.", 3, article)
    third = provision(made, "art_1__para_3", "khoản 3 Điều 1", "Báo cáo định kỳ 6 tháng.", 4, article)
    provision(made, "art_1__para_4", "khoản 4 Điều 1", "Phát huy tinh thần tự giác.", 5, article)
    proposal(first, "target", "100% cơ quan tuyên truyền", percent=Decimal(100), every="year", families=["T1"])
    proposal(second, "duty", "Cử người học", action="Cử người học lớp bồi dưỡng", every="year", topic="training")
    proposal(third, "duty", "Báo cáo", action="Báo cáo kết quả thực hiện", every="half-year", topic="organisation")
    return made
