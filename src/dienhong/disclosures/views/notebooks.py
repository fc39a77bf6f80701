"""The officer's notebook comes in: template, reading, preview with its mistakes, the officer's word."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dienhong.disclosures import access, actions, queries
from dienhong.disclosures.access import Act
from dienhong.disclosures.forms import EnterForm, NotebookForm
from dienhong.disclosures.models import Notebook, Plan
from dienhong.disclosures.notebook import COLUMNS
from dienhong.disclosures.views.desk import trail
from dienhong.foundations.downloads import as_file
from dienhong.foundations.refusals import Refused
from dienhong.foundations.requests import CivicRequest
from dienhong.foundations.told import told_on
from dienhong.reading import Unreadable

SHOWN = 100


def bring(request: CivicRequest, pk: int) -> HttpResponse:
    """Chooses the table; an empty one with the right header and every content of the plan is there to fill in."""
    plan = queries.plan(pk, request.actor)
    access.check(request.actor, Act.PUBLISH, plan.organization)
    if request.GET.get("tep") == "mau":
        rows = ((each.code, "", "", "", "", "", "", "", "", "", each.label) for each, _opened in queries.items(plan))
        return as_file("xlsx", f"so-cong-khai-{plan.year}", COLUMNS, rows)
    form = NotebookForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        table = form.cleaned_data["table"]
        with told_on(form, "table"):
            try:
                found = actions.bring_notebook(plan=plan, chunks=table.chunks(), file_name=table.name, by=request.actor)
            except Unreadable as unreadable:
                raise Refused(str(unreadable)) from unreadable
            return redirect("disclosures:notebook", found.pk)
    context = {
        "form": form,
        "plan": plan,
        "trail": trail((str(plan.year), reverse("disclosures:plan", args=[pk])), (_("Nhập sổ theo dõi"), "")),
    }
    return render(request, "disclosures/notebook_bring.html", context, status=422 if form.errors else 200)


def notebook(request: CivicRequest, pk: int) -> HttpResponse:
    """What entering it does, row by row; the officer enters it or mends the table."""
    found = Notebook.objects.select_related("plan__organization__locality", "file").filter(pk=pk).first()
    if found is None:
        raise access.nothing()
    plan: Plan = queries.plan(found.plan_id, request.actor)
    access.check(request.actor, Act.PUBLISH, plan.organization)
    form = EnterForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            result = actions.enter_notebook(
                notebook=found, is_cleared=form.cleaned_data["is_cleared"], by=request.actor, at=request.at
            )
            messages.success(request, _("Đã nhập %(n)s dòng của sổ.") % {"n": result.entered})
            return redirect("disclosures:desk")
    tried = None if found.entered is not None else actions.try_notebook(notebook=found, by=request.actor, at=request.at)
    context = {
        "notebook": found,
        "plan": plan,
        "form": form,
        "tried": tried,
        "mistakes": tried.mistakes[:SHOWN] if tried else (),
        "trail": trail((str(plan.year), reverse("disclosures:plan", args=[plan.pk])), (_("Nhập sổ theo dõi"), "")),
    }
    return render(request, "disclosures/notebook.html", context, status=422 if form.errors else 200)
