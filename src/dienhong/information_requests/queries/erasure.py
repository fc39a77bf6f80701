"""Reads about erasing who asked: what waits for a second person, what was erased, who else holds the same file."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import ngettext

from dienhong.documents import queries as documents
from dienhong.documents.models import StoredFile
from dienhong.foundations.actors import Actor, Role
from dienhong.foundations.waiting import Waiting
from dienhong.information_requests import access
from dienhong.information_requests.models import Erasure, ErasureProposal, Request, Step
from dienhong.information_requests.queries.clock import DONE
from dienhong.information_requests.queries.places import where_may


def erasure(request: Request) -> Erasure | None:
    """That two people had it erased; None where nobody did."""
    return Erasure.objects.filter(request=request, is_approved=True).select_related("proposal").first()


def is_erased(request: Request) -> bool:
    """Whether who asked, what they asked and what they were told is gone."""
    return Erasure.objects.filter(request=request, is_approved=True).exists()


def can_be_erased(request: Request) -> bool:
    """Whether nobody waits for anything of it any more: until then its words are needed."""
    return request.stage in DONE


def proposal(pk: int, actor: Actor) -> ErasureProposal:
    """For who answers requests there. Raises NotFound for anybody else."""
    rows = ErasureProposal.objects.select_related("request__organization__locality", "decision")
    found = rows.filter(pk=pk).first()
    if found is None or not access.may(actor, access.Act.SEE, found.request.organization):
        raise access.nothing()
    return found


def proposal_waiting(request: Request) -> ErasureProposal | None:
    """The one that nobody has decided."""
    return ErasureProposal.objects.filter(request=request, decision__isnull=True).order_by("pk").first()


def files_of(request: Request) -> list[StoredFile]:
    """The files of its answers, each once."""
    return list(StoredFile.objects.filter(pk__in=Step.objects.filter(request=request).values("file")).order_by("pk"))


def is_held_elsewhere(file: StoredFile, request: Request) -> bool:
    """Whether something besides this request refers to these bytes; they stay as long as something does."""
    if Step.objects.filter(file=file).exclude(request=request).exists():
        return True
    return any(count for model, count in documents.holders(file).items() if model is not Step)


def waiting_for_second(actor: Actor, on: date) -> Iterator[Waiting]:
    """The proposals to erase that somebody else made, for who may decide them."""
    if not any(grant.role in {Role.OFFICER, Role.CHAIR} for grant in actor.grants):
        return
    mine = where_may(actor, access.Act.DECIDE_ERASURE, on=on)
    of_others = Q(request__organization__in=mine, decision__isnull=True) & ~Q(proposed_by=actor.key)
    found = list(ErasureProposal.objects.filter(of_others).order_by("pk").values_list("pk", flat=True))
    if found:
        number = len(found)
        title = ngettext(
            "Đề nghị xóa dữ liệu người hỏi: %(n)s chờ quyết định",
            "Đề nghị xóa dữ liệu người hỏi: %(n)s chờ quyết định",
            number,
        )
        yield Waiting(title % {"n": number}, reverse("information_requests:decide-erasure", args=[found[0]]))
