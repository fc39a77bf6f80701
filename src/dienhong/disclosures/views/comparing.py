"""Two versions of one disclosure beside each other: words taken out and put in, files by name, size and hash."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from dienhong.disclosures import access, queries, shown
from dienhong.disclosures.models import Disclosure, Version
from dienhong.disclosures.views.desk import trail
from dienhong.foundations.requests import CivicRequest
from lawcore.comparison import Op, differences

MARKS = {Op.SAME: "=", Op.DROPPED: "-", Op.ADDED: "+"}


@dataclass(frozen=True, slots=True)
class Beside:
    """The two versions, the older first; `parts` are runs of words with their mark, none where no word differs."""

    before: Version
    after: Version
    parts: list[tuple[str, str]]
    is_same_text: bool
    is_same_file: bool


@require_safe
def public(request: CivicRequest, pk: int, one: int, other: int) -> HttpResponse:
    """For everybody: only versions that are shown now."""
    found = queries.public_disclosure(pk)
    beside = _beside(found, one, other, shown_only=True)
    place = found.item.plan.organization.locality
    steps = [
        (_("Biết"), reverse("heading-biet")),
        (_("Công khai"), reverse("disclosures:commune", args=[place.code])),
        (shown.public_title(found), reverse("disclosures:public", args=[pk])),
        (_("So sánh hai bản"), ""),
    ]
    return _page(request, found, beside, steps, title=shown.public_title(found))


@require_safe
def desk(request: CivicRequest, pk: int, one: int, other: int) -> HttpResponse:
    """For who works with it: any two versions that hold something."""
    found = queries.seen(pk, request.actor)
    beside = _beside(found, one, other, shown_only=False)
    steps = trail((found.title, reverse("disclosures:detail", args=[pk])), (_("So sánh hai bản"), ""))
    return _page(request, found, beside, steps, title=found.title)


def _page(
    request: CivicRequest, found: Disclosure, beside: Beside, steps: list[tuple[str, str]], *, title: str
) -> HttpResponse:
    context = {"disclosure": found, "beside": beside, "title": title, "trail": steps}
    return render(request, "disclosures/compare.html", context)


def _beside(found: Disclosure, one: int, other: int, *, shown_only: bool) -> Beside:
    before, after = (_version(found, number, shown_only=shown_only) for number in sorted((one, other)))
    if before.pk == after.pk:
        raise access.nothing()
    parts = [(MARKS[each.op], f"{each.text} ") for each in differences(before.text, after.text)]
    same_file = before.file_id == after.file_id
    return Beside(before, after, parts, before.text == after.text, same_file)


def _version(found: Disclosure, number: int, *, shown_only: bool) -> Version:
    version = next((each for each in found.versions.all() if each.number == number), None)
    if version is None or not version.has_content or version.is_erased:
        raise access.nothing()
    if shown_only and not queries.is_shown(version):
        raise access.nothing()
    return version
