"""The registers a programme counts over: who is in them and why, adding, ending, importing a table."""

import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dienhong.foundations.downloads import as_file, wanted
from dienhong.foundations.refusals import NotFound, Refused
from dienhong.foundations.requests import CivicRequest
from dienhong.foundations.told import told_on
from dienhong.programmes import access, register_rows
from dienhong.programmes.access import Act
from dienhong.programmes.actions import register as registering
from dienhong.programmes.actions.register import NewEntry
from dienhong.programmes.forms.registers import EndForm, EntryForm, TableForm
from dienhong.programmes.models import Programme
from dienhong.programmes.queries import programmes, registers
from dienhong.programmes.queries.families import ENTERED, NAMES, ORGANIZATION_KINDS, Register
from dienhong.programmes.views.lists import paged
from dienhong.programmes.views.programmes import trail
from dienhong.reading import Unreadable, read_table
from dienhong.registry.models import Organization, Person

SALT = "programmes.register-import"
VALID_FOR = 3600  # seconds between preview and decision


def overview(request: CivicRequest, pk: int) -> HttpResponse:
    programme = programmes.programme(pk, request.actor, Act.SEE)
    sizes = registers.sizes(programme, Register, on=request.on)
    context = {
        "programme": programme,
        "sizes": [(size, NAMES[size.register]) for size in sizes],
        "trail": trail(programme, (_("Danh sách được tính"), "")),
    }
    return render(request, "programmes/registers.html", context)


def _register(name: str) -> Register:
    if name not in {known.value for known in Register}:
        raise NotFound(_("Không có danh sách này."))
    return Register(name)


def register(request: CivicRequest, pk: int, name: str) -> HttpResponse:
    """Who is on a register today and why; those that ended are kept below with `?tat-ca`."""
    programme = programmes.programme(pk, request.actor, Act.SEE)
    which = _register(name)
    is_entered = which in ENTERED or which == Register.PERSONS
    everybody = "tat-ca" in request.GET
    rows: Any = (
        registers.entries(programme, which, on=None if everybody else request.on)
        if is_entered
        else registers.organizations(programme, which, on=request.on)
    )
    if kind := wanted(request):
        return _file(kind, name, rows, is_entered=is_entered)
    form = None
    may_manage = access.may(request.actor, Act.MANAGE, access.place_of(programme))
    if may_manage and which in ENTERED:
        form = EntryForm(request.POST or None, programme=programme, register=which, initial={"starts_on": request.on})
        if request.method == "POST" and form.is_valid() and _added(request, programme, which, form):
            return redirect(f"/chuong-trinh/{pk}/danh-sach/{name}/")
    context = {
        "programme": programme,
        "register": which,
        "name": NAMES[which],
        "is_entered": is_entered,
        "has_due": which == Register.ITEMS,
        "page": paged(request, rows),
        "everybody": everybody,
        "form": form,
        "may_manage": may_manage,
        "kinds": [str(Organization.Kind(kind).label) for kind in ORGANIZATION_KINDS.get(which, ())],
        "trail": trail(
            programme, (_("Danh sách được tính"), f"/chuong-trinh/{pk}/danh-sach/"), (str(NAMES[which]), "")
        ),
    }
    return render(request, "programmes/register.html", context, status=422 if form and form.errors else 200)


def _file(kind: str, name: str, rows: Any, *, is_entered: bool) -> HttpResponse:
    if not is_entered:
        return as_file(kind, name, [_("Mã"), _("Tên"), _("Địa bàn")], ((r.code, r.name, str(r.locality)) for r in rows))
    header = [_("Tên"), _("Đơn vị"), _("Điều khoản"), _("Từ ngày"), _("Đến ngày"), _("Hạn")]
    lines = (
        (r.person.name if r.person else r.label, r.organization.name, r.clause, r.starts_on, r.ends_on, r.due_on)
        for r in rows
    )
    return as_file(kind, name, header, lines)


def _added(request: CivicRequest, programme: Programme, which: Register, form: EntryForm) -> bool:
    given = form.cleaned_data
    entry = NewEntry(given["organization"], given.get("person"), given.get("label", ""), given.get("due_on"))
    with told_on(form):
        registering.add(
            programme=programme,
            register=which,
            entries=[entry],
            clause=given["clause"],
            starts_on=given["starts_on"],
            by=request.actor,
            at=request.at,
        )
        messages.success(request, _("Đã thêm vào danh sách; mẫu số đã được tính lại."))
        return True
    return False


def end(request: CivicRequest, pk: int, entry_id: int) -> HttpResponse:
    programme = programmes.programme(pk, request.actor, Act.MANAGE)
    entry = programme.roster.select_related("programme__locality", "organization", "person").filter(pk=entry_id).first()
    if entry is None:
        raise NotFound(_("Không tìm thấy nội dung này."))
    form = EndForm(request.POST or None, initial={"on": request.on})
    if request.method == "POST" and form.is_valid():
        registering.end(entry=entry, on=form.cleaned_data["on"], by=request.actor, at=request.at)
        messages.success(request, _("Đã ghi ngày kết thúc; mẫu số đã được tính lại."))
        return redirect(f"/chuong-trinh/{pk}/danh-sach/{entry.population}/")
    context = {"programme": programme, "entry": entry, "form": form, "trail": trail(programme, (_("Thôi tính"), ""))}
    return render(request, "programmes/register_end.html", context, status=422 if form.errors else 200)


def import_table(request: CivicRequest, pk: int, name: str) -> HttpResponse:
    """Reads a table in its own process and shows what would be entered and every mistake; enters nothing."""
    programme = programmes.programme(pk, request.actor, Act.MANAGE)
    which = _register(name)
    if which not in ENTERED:
        raise NotFound(_("Danh sách này lấy từ danh bạ."))
    form = TableForm(request.POST or None, request.FILES or None, initial={"starts_on": request.on})
    context: dict[str, Any] = {
        "programme": programme,
        "register": which,
        "name": NAMES[which],
        "form": form,
        "columns": register_rows.columns(which),
        "trail": trail(
            programme, (str(NAMES[which]), f"/chuong-trinh/{pk}/danh-sach/{name}/"), (_("Nhập từ bảng"), "")
        ),
    }
    if request.method == "POST" and form.is_valid():
        try:
            checked = register_rows.check(programme, which, _table(form.cleaned_data["table"]))
        except Unreadable as unreadable:
            form.add_error("table", str(unreadable))
        else:
            kept = {
                "programme": pk,
                "register": name,
                "clause": form.cleaned_data["clause"],
                "starts_on": form.cleaned_data["starts_on"].isoformat(),
                "lines": [(x.organization_id, x.person_id, x.label, x.due_on) for x in checked.lines],
            }
            context |= {"checked": checked, "kept": signing.dumps(kept, salt=SALT, compress=True)}
    return render(request, "programmes/register_import.html", context, status=422 if form.errors else 200)


def _table(upload: Any) -> Any:
    """The upload as a table, read from a file that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"table{Path(upload.name).suffix.lower()[:8]}"
        with path.open("wb") as file:
            for chunk in upload.chunks():
                file.write(chunk)
        return read_table(path)


@require_POST
def enter_table(request: CivicRequest, pk: int, name: str) -> HttpResponse:
    """Enters the rows shown before, all or none."""
    programme = programmes.programme(pk, request.actor, Act.MANAGE)
    which = _register(name)
    try:
        kept = signing.loads(request.POST.get("kept", ""), salt=SALT, max_age=VALID_FOR)
    except signing.BadSignature as wrong:
        raise Refused(_("Bản xem trước đã quá một giờ. Hãy tải bảng lên lại.")) from wrong
    if (kept["programme"], kept["register"]) != (pk, name):
        raise NotFound(_("Không tìm thấy nội dung này."))
    units = Organization.objects.select_related("locality").in_bulk([line[0] for line in kept["lines"]])
    people = Person.objects.in_bulk([line[1] for line in kept["lines"] if line[1]])
    entries = [
        NewEntry(units[unit], people.get(person), label, date.fromisoformat(due) if due else None)
        for unit, person, label, due in kept["lines"]
    ]
    n = registering.add(
        programme=programme,
        register=which,
        entries=entries,
        clause=kept["clause"],
        starts_on=date.fromisoformat(kept["starts_on"]),
        by=request.actor,
        at=request.at,
    )
    messages.success(request, _("Đã nhập %(n)s dòng; mẫu số đã được tính lại.") % {"n": n})
    return redirect(f"/chuong-trinh/{pk}/danh-sach/{name}/")
