"""Put a matter to the people, and choose in which form they decide (LDC art. 16, 17)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.decisions import access, published
from dienhong.decisions.access import Act
from dienhong.decisions.actions import steps
from dienhong.decisions.models import CommuneMatter, Matter, Origin, Paper, Step
from dienhong.foundations import clock
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.ledger.actions import bind
from dienhong.ledger.rows import mark, sealed
from dienhong.registry import queries as registry
from dienhong.registry.models import Locality
from lawcore.answers import Answer
from lawcore.answers import Refused as NotLawful
from lawcore.ballots.forms import form_allowed
from lawcore.ballots.matters import COMMUNE_MATTERS, Form, Scope, Who
from lawcore.ballots.matters import Matter as Kind
from lawcore.ballots.meetings import convener
from lawcore.vietnamese import nfc

EVENTS = {
    Origin.VILLAGE_HEAD: "propose_village",
    Origin.COMMUNE_CHAIR: "propose_commune",
    Origin.INITIATIVE: "propose_initiative",
}
CHOOSES = {Form.MEETING: "choose_meeting", Form.BALLOT: "choose_ballot", Form.ONLINE: "choose_online"}
PUT = (
    *("village", "kind", "scope", "title", "asked", "reason", "origin", "agreed_on", "begun_on", "amends", "under"),
    *("paper", "per_household", "money_needed", "money_for", "exempt", "key", "recorded_by"),
)
"""What of a matter stands once it was put to the people."""
WITH_MONEY = frozenset({Kind.COMMUNE_WORKS, Kind.VILLAGE_MONEY})


@dataclass(frozen=True, slots=True)
class Money:
    """What households are asked to give, in whole đồng: at most `per_household` each; who gives nothing or less."""

    purpose: str = ""
    needed: int | None = None
    per_household: int | None = None
    exempt: str = ""


NO_MONEY = Money()


@dataclass(frozen=True, slots=True)
class Proposed:
    """A matter as it is put. `agreed_with` is who of the Front agreed, `agreed_on` when.

    `asked` is the sentence that households agree or disagree with.
    """

    kind: Kind
    title: str
    asked: str
    agreed_with: str
    agreed_on: date
    origin: Origin = Origin.VILLAGE_HEAD
    scope: Scope = Scope.VILLAGE
    reason: str = ""
    paper: Paper = Paper.MINUTES
    money: Money = NO_MONEY
    amends: Matter | None = None


@transaction.atomic
def propose(*, village: Locality, proposed: Proposed, key: str, by: Actor, at: datetime) -> Matter:
    """LDC art. 16 cl. 1, 2, 3: once agreed with the Front, the matter is put to the people, once for one `key`."""
    access.check(by, Act.PROPOSE, village)
    if proposed.origin == Origin.COMMUNE_CHAIR:
        raise Refused(_("Việc có phạm vi toàn xã được đưa ra mọi thôn cùng lúc, từ trang việc toàn xã."))
    if proposed.origin == Origin.INITIATIVE:
        raise Refused(_("Sáng kiến được đưa ra bàn từ trang của sáng kiến, khi đã đủ hộ đồng thuận."))
    return put(village=village, proposed=proposed, key=key, by=by, at=at)


def put(
    *,
    village: Locality,
    proposed: Proposed,
    key: str,
    by: Actor,
    at: datetime,
    under: CommuneMatter | None = None,
    why: Iterable[Answer[object]] = (),
) -> Matter:
    """The matter of one village with its first step, whoever put it; access was checked. Refused as `propose` is."""
    steps.lock_village(village)
    earlier = Matter.objects.filter(key=key).first()
    if earlier is not None:
        if earlier.village_id != village.pk:
            raise Refused(_("Mã gửi này đã dùng cho việc khác. Hãy mở lại trang rồi gửi lại."))
        return earlier
    on = clock.legal_day(at)
    _check(village, proposed, on)
    money = proposed.money
    matter = Matter.objects.create(
        village=village,
        kind=proposed.kind.value,
        scope=proposed.scope.value,
        title=nfc(proposed.title).strip(),
        asked=nfc(proposed.asked).strip(),
        reason=nfc(proposed.reason).strip(),
        origin=proposed.origin,
        agreed_with=nfc(proposed.agreed_with).strip(),
        agreed_on=proposed.agreed_on,
        paper=proposed.paper,
        per_household=money.per_household,
        money_needed=money.needed,
        money_for=nfc(money.purpose).strip(),
        exempt=nfc(money.exempt).strip(),
        under=under,
        amends=proposed.amends,
        begun_on=on,
        key=key,
        recorded_by=by.key,
    )
    data = {"kind": matter.kind, "scope": matter.scope, "matter": mark(matter, PUT)}
    steps.advance(matter, EVENTS[proposed.origin], on=on, key=f"{key}:put", by=by, why=why, data=data)
    matter.save(update_fields=["stage"])
    steps.publish(matter, by, published.of_matter(matter))
    return matter


def check_ordinary(kind: Kind, *, on: date) -> None:
    """LDC art. 18 cl. 1; Decree 59/2023 art. 3 cl. 1 pt. b, c: refused where the village head may not convene.

    Choosing a village head is the election team's, removing one the Front head's, each by steps of its own.
    """
    if convener(matter=kind, on=on).result is not Who.VILLAGE_HEAD:
        raise Refused(
            _(
                "Việc bầu, cho thôi làm Trưởng thôn, Tổ trưởng tổ dân phố không do Trưởng thôn, Tổ trưởng triệu tập và "
                "chủ trì mà theo trình tự riêng (khoản 1 Điều 18 Luật Thực hiện dân chủ ở cơ sở; điểm b, c khoản 1 "
                "Điều 3 và Điều 6 đến Điều 9 Nghị định 59/2023/NĐ-CP). Hãy làm theo trình tự đó, không đưa ra ở đây."
            )
        )


def _check(village: Locality, proposed: Proposed, on: date) -> None:
    check_ordinary(proposed.kind, on=on)
    if village.kind != Locality.Kind.VILLAGE:
        raise Refused(_("Việc của cộng đồng dân cư phải thuộc một thôn, tổ dân phố."))
    if not proposed.title.strip() or not proposed.asked.strip():
        raise Refused(_("Hãy ghi tên việc và câu hỏi để các hộ biểu quyết."))
    if not proposed.agreed_with.strip():
        raise Refused(_("Hãy ghi người của Mặt trận đã thống nhất đưa việc này ra bàn."))
    if proposed.agreed_on > on:
        raise Refused(_("Ngày thống nhất với Mặt trận chưa đến. Hãy kiểm tra lại ngày."))
    if proposed.scope is Scope.COMMUNE and proposed.origin is Origin.VILLAGE_HEAD:
        raise Refused(_("Việc có phạm vi toàn xã do Chủ tịch Ủy ban nhân dân cấp xã đưa ra (khoản 1 Điều 16)."))
    money = proposed.money
    if proposed.kind not in WITH_MONEY and (money.per_household or money.needed):
        raise Refused(_("Chỉ việc thuộc khoản 1, 2 Điều 15 mới quyết định được mức đóng góp."))
    if money.per_household and not money.purpose.strip():
        raise Refused(_("Hãy ghi tiền đóng góp dùng vào việc gì."))
    if proposed.amends is not None and proposed.amends.village_id != village.pk:
        raise Refused(_("Quyết định được sửa đổi, thay thế phải là của chính thôn này."))


@transaction.atomic
def propose_everywhere(*, commune: Locality, proposed: Proposed, key: str, by: Actor, at: datetime) -> CommuneMatter:
    """LDC art. 16 cl. 1, art. 21 cl. 1: the commune's chair puts it to every village; each decides its own matter."""
    access.check_commune(by, commune)
    earlier = CommuneMatter.objects.filter(key=key).first()
    if earlier is not None:
        if earlier.commune_id != commune.pk:
            raise Refused(_("Mã gửi này đã dùng cho việc khác. Hãy mở lại trang rồi gửi lại."))
        return earlier
    on = clock.legal_day(at)
    if proposed.kind not in COMMUNE_MATTERS.on(on):
        raise Refused(_("Chỉ việc thuộc khoản 1, 2 Điều 15 mới do các thôn toàn xã cùng quyết định."))
    villages = list(registry.places_below([commune.path], kinds=[Locality.Kind.VILLAGE], on=on))
    if not villages:
        raise Refused(_("Xã chưa có thôn, tổ dân phố nào trong danh bạ."))
    each_village = replace(proposed, origin=Origin.COMMUNE_CHAIR, scope=Scope.COMMUNE, amends=None)
    _check(villages[0], each_village, on)
    made = CommuneMatter.objects.create(
        commune=commune,
        kind=proposed.kind.value,
        title=nfc(proposed.title).strip(),
        asked=nfc(proposed.asked).strip(),
        agreed_with=nfc(proposed.agreed_with).strip(),
        agreed_on=proposed.agreed_on,
        begun_on=on,
        key=key,
        recorded_by=by.key,
    )
    ledger.append(
        kind="commune_matter.proposed",
        subject=f"decisions.communematter:{made.pk}",
        by=by.key,
        locality=commune.code,
        data={"kind": made.kind, "villages": len(villages), **sealed(made)},
        claimed_on=on,
        key=f"commune-matter:{key}",
    )
    bind(published.of_commune_matter(made), by=by.key, locality=commune.code)
    for village in villages:
        put(village=village, proposed=each_village, key=f"{key}:{village.pk}", by=by, at=at, under=made)
    return made


@transaction.atomic
def choose_form(*, matter: Matter, form: Form, key: str, by: Actor, at: datetime, words: str = "") -> Step:
    """LDC art. 17; art. 19 cl. 1: meeting, ballots or online, where the law admits it for this matter."""
    matter = steps.locked(matter, by, Act.SEE)
    access.check_choice(by, matter)
    check_ordinary(matter.law, on=matter.begun_on)
    try:
        allowed = form_allowed(
            matter=matter.law,
            form=form,
            scope=Scope(matter.scope),
            after_failed_meeting=matter.stage == "too_few",
            on=matter.begun_on,
        )
    except NotLawful as refusal:
        raise Refused(str(refusal)) from refusal
    if not allowed.result:
        raise Refused(allowed.explanation)
    step = steps.advance(
        matter,
        CHOOSES[form],
        on=clock.legal_day(at),
        key=key,
        by=by,
        why=[allowed],
        words=words,
        data={"form": form.value},
    )
    matter.form = form.value
    matter.save(update_fields=["stage", "form"])
    return step
