"""Draft the year's plan from the law's list, add what the place adds, say whose each content is."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.disclosures import access, asking, queries
from dienhong.disclosures.actions.gate import open_words
from dienhong.disclosures.actions.repeating import repeat
from dienhong.disclosures.models import Disclosure, Item, Plan
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.registry.models import Organization, Post
from lawcore.sources import cited
from lawcore.vietnamese import nfc, search_folded


@transaction.atomic
def draft_plan(*, organization: Organization, year: int, has_portal: bool, has_radio: bool, by: Actor) -> Plan:
    """LDC art. 14 cl. 1: the plan of a year, every content of the organization's kind in it. Again: the same plan.

    What the plan of the year before said of whose each content is, of the days of the law of the field and of the
    place's own contents is carried over.
    """
    access.check(by, access.Act.PLAN, organization)
    kind = asking.KINDS.get(organization.kind)
    if kind is None:
        raise Refused(_("Cơ quan, tổ chức này không thuộc diện lập kế hoạch công khai theo Luật."))
    earlier = Plan.objects.filter(organization=organization, year=year).first()
    if earlier is not None:
        return earlier
    begins = date(year, 1, 1)
    plan = Plan.objects.create(
        organization=organization, year=year, kind=kind, has_portal=has_portal, has_radio=has_radio, created_by=by.key
    )
    drafted = [
        Item(
            plan=plan,
            code=part.code,
            number=number,
            label=part.label,
            search=search_folded(f"{item.label} {part.label}"),
            clause=cited(item.cite),
            asked=_asked(plan, number, begins),
        )
        for number, item, part in asking.parts(kind)
    ]
    Item.objects.bulk_create([*drafted, *_carried_over(plan, drafted, on=begins)])
    ledger.append(
        kind="plan.created",
        subject=f"disclosures.plan:{plan.pk}",
        by=by.key,
        locality=organization.locality.code,
        data={"organization": organization.code, "year": year, "contents": plan.items.count()},
    )
    return plan


def _carried_over(plan: Plan, drafted: Sequence[Item], *, on: date) -> list[Item]:
    """The place's own contents of last year's plan; owners and days of the field are set on what was drafted."""
    last = Plan.objects.filter(organization=plan.organization, year=plan.year - 1).first()
    if last is None:
        return []
    before = {each.code: each for each in last.items.select_related("owner")}
    for item in drafted:
        if item.code in before:
            _as_before(item, before[item.code], on=on)
    own = [each for each in before.values() if each.is_local and each.removed_on is None]
    made = [
        Item(
            plan=plan,
            code=each.code,
            number=each.number,
            label=each.label,
            search=each.search,
            clause=each.clause,
            is_local=True,
            asked=_asked(plan, each.number, on),
        )
        for each in own
    ]
    for item, each in zip(made, own, strict=True):
        _as_before(item, each, on=on)
    return made


def _as_before(item: Item, before: Item, *, on: date) -> None:
    """An owner whose post has ended by then is not carried over."""
    owner = before.owner
    if owner is not None and (owner.ends_on is None or owner.ends_on >= on):
        item.owner = owner
    item.field_days, item.field_unit, item.field_clause = before.field_days, before.field_unit, before.field_clause


@transaction.atomic
def add_local(*, plan: Plan, label: str, clause: str, number: int, by: Actor) -> Item:
    """A content that the place adds, by which clause; disclosed as the content `number` of the article is."""
    organization = plan.organization
    access.check(by, access.Act.PLAN, organization)
    label, clause = nfc(label).strip(), nfc(clause).strip()
    if not label or not clause:
        raise Refused(_("Hãy ghi nội dung và điều khoản nói phải công khai nội dung đó."))
    if not 1 <= number <= len(asking.contents(plan.kind)):
        raise Refused(_("Hãy chọn nội dung của Luật mà nội dung này thuộc về."))
    earlier = plan.items.filter(is_local=True, label=label, removed_on__isnull=True).first()
    if earlier is not None:
        return earlier
    item = Item.objects.create(
        plan=plan,
        code=f"dp.{plan.items.filter(is_local=True).count() + 1}",
        number=number,
        label=label,
        search=search_folded(label),
        clause=clause,
        is_local=True,
        asked=_asked(plan, number, date(plan.year, 1, 1)),
    )
    ledger.append(
        kind="item.added",
        subject=f"disclosures.item:{item.pk}",
        by=by.key,
        locality=organization.locality.code,
        data={"organization": organization.code, "year": plan.year, "number": number},
    )
    return item


@transaction.atomic
def edit_local(*, item: Item, label: str, clause: str, number: int, by: Actor) -> Item:
    """Mends what the place added, until it stands in a signed plan: from there on it is told by a new addition."""
    access.check(by, access.Act.PLAN, item.plan.organization)
    label, clause = nfc(label).strip(), nfc(clause).strip()
    if not item.is_local:
        raise Refused(_("Nội dung này theo danh mục của Luật nên không sửa được."))
    if item.removed_on is not None:
        raise Refused(_("Nội dung này đã bỏ khỏi kế hoạch nên không sửa được."))
    if queries.is_in_signed_plan(item):
        raise Refused(_("Nội dung này đã có trong kế hoạch đã ký. Hãy bổ sung nội dung mới rồi trình ký bản thay thế."))
    if not label or not clause:
        raise Refused(_("Hãy ghi nội dung và điều khoản nói phải công khai nội dung đó."))
    if not 1 <= number <= len(asking.contents(item.plan.kind)):
        raise Refused(_("Hãy chọn nội dung của Luật mà nội dung này thuộc về."))
    item.label, item.clause, item.number = label, clause, number
    item.search = search_folded(label)
    item.asked = _asked(item.plan, number, date(item.plan.year, 1, 1))
    item.save(update_fields=["label", "clause", "number", "search", "asked"])
    for each in Disclosure.objects.select_for_update().filter(item=item).order_by("pk"):
        repeat(each)  # of another content, other ways may be required
    ledger.append(
        kind="item.edited",
        subject=f"disclosures.item:{item.pk}",
        by=by.key,
        locality=item.plan.organization.locality.code,
        data={"year": item.plan.year, "number": number},
    )
    return item


@transaction.atomic
def remove_local(*, item: Item, reason: str, by: Actor, on: date) -> Item:
    """Takes what the place added out of the plan again, before anything was opened under it; what it was is kept.

    The law's own contents stay. Where the plan is signed, the chair signs it anew without it (LDC art. 14 cl. 1).
    Removed again: the same.
    """
    access.check(by, access.Act.PLAN, item.plan.organization)
    rows = Item.objects.select_for_update(of=("self",)).select_related("plan__organization__locality")
    item = rows.get(pk=item.pk)
    if item.removed_on is not None:
        return item
    if not item.is_local:
        raise Refused(_("Nội dung này theo danh mục của Luật nên không bỏ được."))
    if item.disclosures.exists():
        raise Refused(_("Đã mở công khai ở nội dung này nên không bỏ được nữa."))
    if not reason.strip():
        raise Refused(_("Hãy ghi vì sao bỏ nội dung này."))
    item.removed_on, item.removed_because, item.removed_by = on, open_words(reason), by.key
    item.save(update_fields=["removed_on", "removed_because", "removed_by"])
    ledger.append(
        kind="item.removed",
        subject=f"disclosures.item:{item.pk}",
        by=by.key,
        locality=item.plan.organization.locality.code,
        data={"year": item.plan.year, "number": item.number, "code": item.code},
        claimed_on=on,
    )
    return item


@transaction.atomic
def own(*, item: Item, owner: Post | None, by: Actor) -> Item:
    """Whose task the content is."""
    organization = item.plan.organization
    access.check(by, access.Act.PLAN, organization)
    if owner is not None and not owner.locality.path.startswith(organization.locality.path):
        raise Refused(_("Chức danh này không thuộc địa bàn của kế hoạch."))
    item.owner = owner
    item.save(update_fields=["owner"])
    ledger.append(
        kind="item.owned",
        subject=f"disclosures.item:{item.pk}",
        by=by.key,
        locality=organization.locality.code,
        data={"post": owner.pk if owner else None},
    )
    return item


@transaction.atomic
def follow_field(*, item: Item, days: int | None, unit: str, clause: str, by: Actor) -> Item:
    """LDC art. 12 cl. 3, 47 cl. 2, 65 cl. 2: the law of the field sets the days, by this clause; None: no such law.

    It counts for what begins from now on; a clock that runs is not moved.
    """
    organization = item.plan.organization
    access.check(by, access.Act.PLAN, organization)
    clause = nfc(clause).strip() if days is not None else ""
    if days is not None and not clause:
        raise Refused(_("Hãy ghi điều khoản của luật chuyên ngành định số ngày này."))
    item.field_days, item.field_unit, item.field_clause = days, unit if days is not None else "", clause
    item.save(update_fields=["field_days", "field_unit", "field_clause"])
    ledger.append(
        kind="item.timed",
        subject=f"disclosures.item:{item.pk}",
        by=by.key,
        locality=organization.locality.code,
        data={"days": days, "unit": item.field_unit, "clause": clause},
    )
    return item


def _asked(plan: Plan, number: int, on: date) -> object:
    answer = asking.obligations(plan.kind, number, has_portal=plan.has_portal, has_radio=plan.has_radio, on=on)
    return answer.stored()
