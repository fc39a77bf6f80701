"""Forms of the registers an indicator counts over, and of its exemptions."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dienhong.foundations.days import DayField
from dienhong.programmes.models import Programme, Target
from dienhong.programmes.queries.families import NAMES, PERSONS, Register, registers_of
from dienhong.registry import queries as registry
from dienhong.registry.models import Organization, Person
from lawcore.indicators import FAMILIES

CLAUSE = _("Điều khoản quy định")


class EntryForm(forms.Form):
    """One person, board or item added by hand."""

    organization = forms.ModelChoiceField(label=_("Thuộc đơn vị"), queryset=Organization.objects.none())
    person = forms.ModelChoiceField(label=_("Người"), queryset=Person.objects.none())
    label = forms.CharField(label=_("Tên gọi"), max_length=200)
    due_on = DayField(label=_("Hạn công khai"))
    clause = forms.CharField(label=CLAUSE, help_text=_("Vì sao được tính, ví dụ: khoản 2 Điều 3."), max_length=300)
    starts_on = DayField(label=_("Tính từ ngày"))

    def __init__(self, *args: Any, programme: Programme, register: Register, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        place, on = programme.locality, kwargs["initial"]["starts_on"]
        _choose_from(self, "organization", registry.organizations(place, on=on))
        if register in PERSONS:
            _choose_from(self, "person", registry.people(place))
            del self.fields["label"]
        else:
            del self.fields["person"]
        if register != Register.ITEMS:
            del self.fields["due_on"]


def _choose_from(form: forms.Form, name: str, rows: Any) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - declared above
    field.queryset = rows


class EndForm(forms.Form):
    on = DayField(label=_("Tính đến hết ngày"))


class TableForm(forms.Form):
    table = forms.FileField(label=_("Bảng XLSX hoặc CSV"))
    clause = forms.CharField(label=CLAUSE, max_length=300)
    starts_on = DayField(label=_("Tính từ ngày"))


class MeasureForm(forms.Form):
    """One more way to measure a target: a family and the register it is counted over."""

    measure = forms.ChoiceField(label=_("Đo bằng"))

    def __init__(self, *args: Any, target: Target, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        used = set(target.indicators.filter(dropped_on__isnull=True).values_list("family", "population"))
        field = self.fields["measure"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = [
            (f"{family.code}|{register.value}", f"{family.code} · {gettext(family.name)} · {NAMES[register]}")
            for family in FAMILIES.values()
            for register in registers_of(family.code)
            if (family.code, register.value) not in used
        ]

    def chosen(self) -> tuple[str, Register]:
        family, _bar, register = self.cleaned_data["measure"].partition("|")
        return family, Register(register)


class ExemptForm(forms.Form):
    clause = forms.CharField(label=_("Miễn tính theo điều khoản, văn bản nào"), max_length=300)
    reason = forms.CharField(label=_("Lý do"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
    starts_on = DayField(label=_("Từ ngày"))
    ends_on = DayField(label=_("Đến hết ngày"), required=False)


class ReopenForm(forms.Form):
    reason = forms.CharField(label=_("Lý do mở lại"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
