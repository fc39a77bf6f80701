"""Shape of what a household types about its entry, and of the Front's answer."""

from django import forms
from django.utils.translation import gettext_lazy as _

from dienhong.decisions.models.contests import Error
from dienhong.disclosures.forms import fresh_key


class CodeForm(forms.Form):
    ma = forms.CharField(
        label=_("Mã trên giấy mời họp hoặc trên phiếu của hộ"),
        max_length=20,
        help_text=_("Mười chữ và số, ví dụ 7KQ2M-9XTRA"),
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"}),
    )


class ContestForm(forms.Form):
    error = forms.ChoiceField(label=_("Ghi sai điều gì?"), choices=Error.choices, widget=forms.RadioSelect)
    key = forms.CharField(widget=forms.HiddenInput, initial=fresh_key, max_length=40)


class AnswerForm(forms.Form):
    is_right = forms.TypedChoiceField(
        label=_("Kiến nghị có đúng không"),
        coerce=lambda value: value == "1",
        choices=[("1", _("Đúng: lập bản sửa của biên bản")), ("0", _("Không đúng: giữ nguyên biên bản"))],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Kết quả xem xét"),
        max_length=240,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Hộ đọc được; nếu đúng thì thành lý do sửa, ai cũng đọc được. Không ghi tên người."),
    )
