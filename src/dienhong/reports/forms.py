"""Shape of what is typed about a report."""

from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from dienhong.foundations.days import DayField
from dienhong.programmes.models import Programme


class OpenForm(forms.Form):
    programme = forms.ModelChoiceField(label=_("Chương trình"), queryset=Programme.objects.none(), empty_label=None)
    period = forms.ChoiceField(label=_("Kỳ báo cáo"))
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)


class SectionForm(forms.Form):
    text = forms.CharField(label=_("Nội dung"), required=False, widget=forms.Textarea(attrs={"rows": 12}))
    edition = forms.IntegerField(widget=forms.HiddenInput)


class IssueForm(forms.Form):
    number = forms.IntegerField(
        label=_("Số văn bản"),
        min_value=1,
        max_value=99_999,
        help_text=_("Theo sổ văn bản đi của cơ quan. Chỉ ghi số, ví dụ 57."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    dated = DayField(label=_("Ngày ký"))
    post = forms.CharField(label=_("Chức vụ người ký"), max_length=120, initial="Chủ tịch")
    name = forms.CharField(label=_("Họ và tên người ký"), max_length=120)


class CorrectForm(forms.Form):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
