"""A citizen's initiative: begin it, note each household's consent, put it to the village (LDC art. 16 cl. 3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.decisions import access, queries
from dienhong.decisions.access import Act
from dienhong.decisions.actions.proposing import NO_MONEY, Money, Proposed, check_ordinary, put
from dienhong.decisions.actions.steps import lock_village
from dienhong.decisions.models import Consent, Initiative, Matter, Origin, Paper
from dienhong.foundations import clock
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import NotAllowed, Refused
from dienhong.ledger import actions as ledger
from dienhong.ledger.rows import sealed
from dienhong.registry import queries as registry
from dienhong.registry.models import Household, Locality
from lawcore.ballots.initiatives import consent_until
from lawcore.ballots.matters import Matter as Kind
from lawcore.vietnamese import nfc


@dataclass(frozen=True, slots=True)
class Wish:
    """What a citizen wants to be put to the village. `asked` is the sentence that households will decide on."""

    kind: Kind
    title: str
    asked: str
    proposed_by: str
    reason: str = ""


@transaction.atomic
def begin_initiative(*, village: Locality, wish: Wish, key: str, by: Actor, at: datetime) -> Initiative:
    """LDC art. 16 cl. 3: written down by village head or Front, so that consents can be collected."""
    access.check(by, Act.HOLD, village)
    lock_village(village)
    earlier = Initiative.objects.filter(key=key).first()
    if earlier is not None:
        if earlier.village_id != village.pk:
            raise Refused(_("Mã gửi này đã dùng cho việc khác. Hãy mở lại trang rồi gửi lại."))
        return earlier
    if not wish.title.strip() or not wish.asked.strip() or not wish.proposed_by.strip():
        raise Refused(_("Hãy ghi tên sáng kiến, câu hỏi để các hộ biểu quyết và người nêu sáng kiến."))
    on = clock.legal_day(at)
    check_ordinary(wish.kind, on=on)
    made = Initiative.objects.create(
        village=village,
        kind=wish.kind.value,
        title=nfc(wish.title).strip(),
        asked=nfc(wish.asked).strip(),
        reason=nfc(wish.reason).strip(),
        proposed_by=nfc(wish.proposed_by).strip(),
        begun_on=on,
        key=key,
        recorded_by=by.key,
    )
    _sign("initiative.opened", made, by, {"kind": made.kind, **sealed(made)}, on)
    return made


@dataclass(frozen=True, slots=True)
class Given:
    """Consents of one sheet or one visit: households by their ids, the day, how they were given."""

    households: Sequence[int]
    given_on: date
    way: Consent.Way
    by_name: str = ""


@transaction.atomic
def consent(*, initiative: Initiative, given: Given, key: str, by: Actor, at: datetime) -> list[Consent]:
    """LDC art. 16 cl. 3: these households agree. One whose consent still counts cannot consent again."""
    initiative = _locked(initiative, by)
    earlier = list(Consent.objects.filter(initiative=initiative, key__startswith=f"{key}:").order_by("pk"))
    if earlier:
        return earlier
    on = clock.legal_day(at)
    if not given.households:
        raise Refused(_("Hãy chọn ít nhất một hộ đã đồng ý."))
    if given.given_on > on:
        raise Refused(_("Ngày hộ đồng ý chưa đến. Hãy kiểm tra lại ngày."))
    if given.way not in Consent.Way.values:
        raise Refused(_("Hãy chọn hộ đồng ý bằng cách nào."))
    here = {each.pk: each for each in registry.households(initiative.village, on=on)}
    if not set(given.households) <= set(here):
        raise Refused(_("Có hộ không thuộc danh sách hộ của thôn này."))
    until = consent_until(collected_on=given.given_on).result
    taken = {
        each.household_id
        for each in initiative.consents.filter(household__in=given.households, given_on__lte=until)
        if given.given_on <= consent_until(collected_on=each.given_on).result
    }
    if taken:
        codes = ", ".join(sorted(here[each].code for each in taken))
        raise Refused(_("Mỗi hộ đồng thuận một lần. Đã ghi cho hộ: %(codes)s.") % {"codes": codes})
    return [_given(initiative, here[each], given, f"{key}:{each}", by) for each in dict.fromkeys(given.households)]


def _given(initiative: Initiative, household: Household, given: Given, key: str, by: Actor) -> Consent:
    """One household's consent, signed with its mark."""
    made = Consent.objects.create(
        initiative=initiative,
        household=household,
        given_on=given.given_on,
        way=str(given.way),
        by_name=nfc(given.by_name).strip() if len(given.households) == 1 else "",
        key=key,
        recorded_by=by.key,
    )
    data = {"way": made.way, **sealed(made)}
    _sign("consent.recorded", initiative, by, data, given.given_on, key=f"consent:{key}")
    return made


@dataclass(frozen=True, slots=True)
class Backing:
    """Who of the Front agreed that it is put to the village, and when; `front_agrees` although too few consented."""

    agreed_with: str
    agreed_on: date
    front_agrees: bool = False
    paper: Paper = Paper.MINUTES
    money: Money = NO_MONEY


@transaction.atomic
def put_initiative(*, initiative: Initiative, backing: Backing, key: str, by: Actor, at: datetime) -> Matter:
    """LDC art. 16 cl. 3: with a tenth of all households, or with the Front, it becomes a matter of the village."""
    initiative = _locked(initiative, by, Act.PROPOSE, is_open=False)
    if initiative.matter is not None:
        return initiative.matter
    _check_open(initiative)
    judged = queries.support(initiative, on=clock.legal_day(at), front_agrees=backing.front_agrees)
    if judged is None:
        raise Refused(_("Chưa có hộ nào trong danh sách của thôn. Hãy nhập danh sách hộ trước."))
    if not judged.result:
        raise Refused(judged.explanation)
    matter = put(
        village=initiative.village,
        proposed=Proposed(
            kind=Kind(initiative.kind),
            title=initiative.title,
            asked=initiative.asked,
            reason=initiative.reason,
            agreed_with=backing.agreed_with,
            agreed_on=backing.agreed_on,
            origin=Origin.INITIATIVE,
            paper=backing.paper,
            money=backing.money,
        ),
        key=key,
        by=by,
        at=at,
        why=[judged],
    )
    initiative.matter = matter
    initiative.save(update_fields=["matter"])
    data = {"matter": matter.pk, **sealed(initiative)}
    _sign("initiative.submitted", initiative, by, data, clock.legal_day(at))
    return matter


@transaction.atomic
def drop_initiative(
    *, initiative: Initiative, ground: Initiative.Ground, reason: str, by: Actor, at: datetime
) -> Initiative:
    """LDC art. 16 cl. 3: laid aside with its ground and reason; it stays on file.

    With enough households it must be put to the village: then only what was withdrawn, or is against law or good
    morals, is laid aside, and by the Front, not by the village head alone.
    """
    initiative = _locked(initiative, by, is_open=False)
    if initiative.closed_on is not None:
        return initiative
    _check_open(initiative)
    if not reason.strip():
        raise Refused(_("Hãy ghi vì sao sáng kiến này dừng lại."))
    day = clock.legal_day(at)
    supported = queries.support(initiative, on=day)
    is_owed = supported is not None and supported.result
    if is_owed and ground == Initiative.Ground.UNSUPPORTED:
        raise Refused(
            _(
                "Sáng kiến đã có đủ hộ đồng thuận nên phải đưa ra bàn. Chỉ dừng khi người nêu rút lại, hoặc trái pháp "
                "luật, trái thuần phong, mỹ tục và đạo đức xã hội (khoản 3 Điều 16)."
            )
        )
    village = initiative.village
    if is_owed and (access.heads(by, village) or not access.may(by, Act.CONFIRM_AS_FRONT, village)):
        raise NotAllowed(
            _("Sáng kiến đã có đủ hộ đồng thuận: việc dừng do Ban công tác Mặt trận ghi từ tài khoản của Mặt trận.")
        )
    initiative.closed_on, initiative.closed_for = day, nfc(reason).strip()[:300]
    initiative.closed_ground = str(ground)
    initiative.save(update_fields=["closed_on", "closed_for", "closed_ground"])
    data = {"ground": str(ground), "enough": is_owed, **sealed(initiative)}
    _sign("initiative.closed", initiative, by, data, initiative.closed_on)
    return initiative


def _locked(initiative: Initiative, by: Actor, act: Act = Act.HOLD, *, is_open: bool = True) -> Initiative:
    rows = Initiative.objects.select_for_update(of=("self",)).select_related("village", "matter__village")
    row = rows.get(pk=initiative.pk)
    access.check(by, act, row.village)
    if is_open:
        _check_open(row)
    return row


def _check_open(initiative: Initiative) -> None:
    if initiative.matter_id is not None or initiative.closed_on is not None:
        raise Refused(_("Sáng kiến này đã được đưa ra bàn hoặc đã dừng, không ghi thêm được."))


def _sign(
    kind: str, initiative: Initiative, by: Actor, data: Mapping[str, Any], on: date, key: str | None = None
) -> None:
    ledger.append(
        kind=kind,
        subject=f"decisions.initiative:{initiative.pk}",
        by=by.key,
        locality=initiative.village.code,
        data=data,
        claimed_on=on,
        key=key,
    )
