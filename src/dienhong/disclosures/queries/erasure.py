"""Reads about erasing personal data: what waits for a second person, what remains, who else holds the same file."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from dienhong.disclosures import access
from dienhong.disclosures.models import Disclosure, Erasure, ErasureProposal, HeldUpload, Posting, Version
from dienhong.documents import queries as documents
from dienhong.documents.models import StoredFile
from dienhong.foundations.actors import Actor
from dienhong.registry.models import Organization, Post


def proposal(pk: int, actor: Actor) -> ErasureProposal:
    """For who works with its disclosure. Raises NotFound for anybody else."""
    found = (
        ErasureProposal.objects.select_related(
            "version__file", "version__disclosure__item__plan__organization__locality", "decision"
        )
        .filter(pk=pk)
        .first()
    )
    if found is None or not access.may(actor, access.Act.SEE, found.version.disclosure.item.plan.organization):
        raise access.nothing()
    return found


def proposals_waiting(disclosure: Disclosure) -> list[ErasureProposal]:
    """Those that nobody has decided, oldest first."""
    found = ErasureProposal.objects.filter(version__disclosure=disclosure, decision__isnull=True)
    return list(found.select_related("version").order_by("pk"))


def erasures(disclosure: Disclosure) -> dict[int, Erasure]:
    """What was erased, by the number of the version."""
    found = Erasure.objects.filter(version__disclosure=disclosure, is_approved=True)
    return {each.version.number: each for each in found.select_related("version", "proposal").order_by("pk")}


def can_be_erased(disclosure: Disclosure) -> list[Version]:
    """The versions that still hold something, newest first."""
    return [each for each in disclosure.versions.all() if each.has_content and not each.is_erased]


def files_of(version: Version) -> list[StoredFile]:
    """Its own file and the pictures that prove its postings, each once."""
    proofs = StoredFile.objects.filter(pk__in=version.postings.filter(proof__isnull=False).values("proof"))
    own = [version.file] if version.file else []
    return own + [each for each in proofs.order_by("pk") if not own or each.pk != own[0].pk]


def others_holding(file: StoredFile, version: Version) -> list[str]:
    """What else refers to these bytes, in words; they stay on the disk as long as something does."""
    here = [
        _("bản %(n)s của nội dung %(title)s") % {"n": each.number, "title": each.disclosure.title}
        for each in Version.objects.filter(file=file).exclude(pk=version.pk).select_related("disclosure").order_by("pk")
    ]
    if Posting.objects.filter(proof=file).exclude(version=version).exists():
        here.append(_("bằng chứng của một lần niêm yết khác"))
    ours = {Version, Posting, HeldUpload}
    counted = documents.holders(file)
    return here + [
        _("phần khác của hệ thống (%(name)s)") % {"name": model._meta.verbose_name}  # noqa: SLF001 - public in all but name
        for model, count in counted.items()
        if count and model not in ours
    ]


def post_of(actor: Actor, organization: Organization, *, on: date) -> str:
    """By which post the actor works for this organization, "" when it cannot be told."""
    held = Post.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=on), starts_on__lte=on).exclude(role="")
    held = held.filter(person__account=actor.user_id).select_related("locality")
    titles: Iterable[str] = (
        each.title
        for each in held.order_by("pk")
        if organization.locality.path.startswith(each.locality.path) and each.organization_id in {None, organization.pk}
    )
    return next(iter(titles), "")
