"""Draft the year's plan from the law's list, add what the place adds, say whose each content is."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.disclosures import access, asking
from dienhong.disclosures.models import Item, Plan
from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import Refused
from dienhong.ledger import actions as ledger
from dienhong.registry.models import Organization, Post
from lawcore.sources import cited
from lawcore.vietnamese import nfc, search_folded


@transaction.atomic
def draft_plan(*, organization: Organization, year: int, has_portal: bool, has_radio: bool, by: Actor) -> Plan:
    """LDC art. 14 cl. 1: the plan of a year, every content of the organization's kind in it. Again: the same plan."""
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
    Item.objects.bulk_create(
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
    )
    ledger.append(
        kind="plan.created",
        subject=f"disclosures.plan:{plan.pk}",
        by=by.key,
        locality=organization.locality.code,
        data={"organization": organization.code, "year": year, "contents": plan.items.count()},
    )
    return plan


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
    earlier = plan.items.filter(is_local=True, label=label).first()
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


def _asked(plan: Plan, number: int, on: date) -> object:
    answer = asking.obligations(plan.kind, number, has_portal=plan.has_portal, has_radio=plan.has_radio, on=on)
    return answer.stored()
