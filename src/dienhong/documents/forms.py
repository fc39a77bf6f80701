"""The form of a code typed from paper."""

from django import forms
from django.utils.translation import gettext_lazy as _

from dienhong.documents import queries


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Mã tra cứu"),
        max_length=20,
        help_text=_("Mười chữ và số in ở cuối trang đầu, ví dụ 7KQ2M-9XTRA. Chữ hoa hay chữ thường đều được."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        if queries.printed_form(code) is None:
            raise forms.ValidationError(
                _("Không có giấy tờ nào mang mã này. Xem lại từng chữ trên giấy; mã không có I, L, O, U, 0, 1.")
            )
        return code
