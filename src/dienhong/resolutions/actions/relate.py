"""A document that a resolution names is one known here: repealed, replaced, amended or relied on."""

from django.db import transaction
from django.utils.translation import gettext as _

from dienhong.foundations.actors import Actor
from dienhong.foundations.refusals import NotFound, Refused
from dienhong.resolutions import access
from dienhong.resolutions.access import Act
from dienhong.resolutions.actions.decide import locked_version, sign
from dienhong.resolutions.models import Relation, Work


@transaction.atomic
def relate(*, relation_id: int, work_id: int | None, by: Actor) -> Relation:
    """Say which work a named document is; None takes the link back."""
    relation = Relation.objects.filter(pk=relation_id).first()
    if relation is None:
        raise NotFound(_("Không tìm thấy văn bản được viện dẫn này."))
    version = locked_version(relation.version_id, by, Act.RELATE)
    relation.target = _target(work_id, version.work_id, by)
    relation.save(update_fields=["target"])
    sign("resolution.related", version, by, {"relation": relation.relation, "text": relation.number, "work": work_id})
    return relation


@transaction.atomic
def state(*, version_id: int, kind: str, work_id: int, by: Actor) -> Relation:
    """Say that this version repeals, replaces or amends a work known here, where the text names it otherwise."""
    version = locked_version(version_id, by, Act.RELATE)
    target = _target(work_id, version.work_id, by)
    relation, made = Relation.objects.get_or_create(
        version=version,
        relation=Relation.Kind(kind),
        target=target,
        defaults={"text": target.title if target else ""},
    )
    if made:
        sign("resolution.related", version, by, {"relation": kind, "text": "", "work": work_id})
    return relation


def _target(work_id: int | None, own: int, by: Actor) -> Work | None:
    if work_id is None:
        return None
    if work_id == own:
        raise Refused(_("Một nghị quyết không tự bãi bỏ hay thay thế chính nó. Hãy chọn nghị quyết khác."))
    work = Work.objects.select_related("locality").filter(pk=work_id).first()
    if work is None or not access.may(by, Act.SEE, access.place_of_work(work)):
        raise NotFound(_("Không tìm thấy nghị quyết này."))
    return work
