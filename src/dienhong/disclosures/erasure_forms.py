"""Shape of what is said about personal data that is to be erased. No free words on what it is: they would repeat it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dienhong.disclosures.models import ErasureProposal, Version


class ProposeErasureForm(forms.Form):
    number = forms.TypedChoiceField(label=_("Bản có dữ liệu cá nhân"), coerce=int, widget=forms.RadioSelect)
    ground = forms.ChoiceField(
        label=_("Loại dữ liệu"), choices=ErasureProposal.Ground.choices, widget=forms.RadioSelect
    )
    with_title = forms.BooleanField(
        label=_("Tên nội dung cũng có dữ liệu cá nhân"),
        required=False,
        help_text=_("Khi xóa, tên được thay bằng tên mục trong kế hoạch."),
    )

    def __init__(self, *args: Any, versions: Iterable[Version], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        number = self.fields["number"]
        if isinstance(number, forms.TypedChoiceField):
            number.choices = [
                (each.number, gettext("Bản %(n)s, ngày %(day)s") % {"n": each.number, "day": f"{each.since:%d/%m/%Y}"})
                for each in versions
            ]
            number.initial = number.choices[0][0]


class DecideErasureForm(forms.Form):
    word = forms.ChoiceField(
        label=_("Quyết định"),
        choices=[("erase", _("Xóa, không lấy lại được")), ("keep", _("Không xóa"))],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Vì sao không xóa"),
        required=False,
        max_length=300,
        help_text=_("Chỉ ghi khi không xóa. Đừng chép lại dữ liệu cá nhân."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("word") == "keep" and not cleaned.get("reason", "").strip():
            self.add_error("reason", _("Hãy ghi vì sao không xóa."))
        return cleaned
