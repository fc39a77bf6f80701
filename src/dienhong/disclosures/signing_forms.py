"""Shape of what is typed about the papers that the chair signs."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from dienhong.disclosures.actions import Hung, Reviewed, Signature
from dienhong.disclosures.forms import VillageField, fresh_key
from dienhong.disclosures.models import Delivery
from dienhong.disclosures.uploads import ACCEPTED, KnownFile
from dienhong.foundations.days import DayField
from dienhong.registry.models import Locality
from lawcore.disclosures import Place
from lawcore.indicators.periods import Period


class SignatureForm(forms.Form):
    """Number, day, signer. `reason` where a signed paper is replaced."""

    number = forms.IntegerField(
        label=_("Số văn bản"),
        min_value=1,
        max_value=99_999,
        help_text=_("Theo sổ văn bản đi của cơ quan. Chỉ ghi số, ví dụ 57."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    sign = forms.CharField(label=_("Ký hiệu"), max_length=30, help_text=_("Phần sau số, ví dụ TB-UBND."))
    dated = DayField(label=_("Ngày ký"))
    post = forms.CharField(label=_("Chức vụ người ký"), max_length=120, initial=_("Chủ tịch"))
    name = forms.CharField(label=_("Họ và tên người ký"), max_length=120)
    reason = forms.CharField(
        label=_("Vì sao ký bản mới thay bản trước"),
        max_length=300,
        required=False,  # the verb asks for it: sent twice, the first signature is found by its key
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Phải ghi; in trên văn bản. Bản trước vẫn được giữ."),
    )
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
    key = forms.CharField(widget=forms.HiddenInput, initial=fresh_key, max_length=64)

    def __init__(self, *args: Any, replaces: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not replaces:
            del self.fields["reason"]

    def given(self) -> Signature:
        given = self.cleaned_data
        return Signature(given["number"], given["sign"], given["dated"], given["post"], given["name"])

    def reviewed(self) -> Reviewed:
        given = self.cleaned_data
        return Reviewed(given["seen"], given["key"], given.get("reason", ""))


class OpenReportForm(forms.Form):
    period = forms.ChoiceField(label=_("Kỳ báo cáo"), widget=forms.RadioSelect)
    session_on = DayField(
        label=_("Ngày khai mạc kỳ họp thường lệ gần nhất của Hội đồng nhân dân"),
        help_text=_("Luật buộc báo cáo tại kỳ họp này, đồng thời gửi Mặt trận Tổ quốc."),
    )
    key = forms.CharField(widget=forms.HiddenInput, initial=fresh_key, max_length=64)

    def __init__(self, *args: Any, periods: Sequence[Period], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.periods = {f"{each.every.value}-{each.number}": each for each in periods}
        period = self.fields["period"]
        if isinstance(period, forms.ChoiceField):
            period.choices = [(code, capfirst(each.label)) for code, each in self.periods.items()]


class WordsForm(forms.Form):
    text = forms.CharField(label=_("Nội dung"), required=False, widget=forms.Textarea(attrs={"rows": 12}))
    edition = forms.IntegerField(widget=forms.HiddenInput)


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Lý do"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))
    key = forms.CharField(widget=forms.HiddenInput, initial=fresh_key, max_length=64)


class DeliverForm(forms.Form):
    recipient = forms.ChoiceField(label=_("Gửi đến"), choices=Delivery.Recipient.choices, widget=forms.RadioSelect)
    claimed_on = DayField(label=_("Ngày gửi"))
    received_by = forms.CharField(
        label=_("Người nhận"), max_length=120, required=False, help_text=_("Họ tên người ký nhận, nếu có.")
    )


class HangForm(forms.Form):
    places = forms.MultipleChoiceField(label=_("Niêm yết ở đâu"), widget=forms.CheckboxSelectMultiple)
    village = VillageField(label=_("Thôn"), empty_label=_("tất cả các thôn"))
    claimed_on = DayField(label=_("Ngày niêm yết"))
    proof = KnownFile(
        label=_("Ảnh, bản chụp làm bằng chứng"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPTED}),
    )
    key = forms.CharField(widget=forms.HiddenInput, initial=fresh_key, max_length=64)

    def __init__(self, *args: Any, places: Sequence[Place], villages: Iterable[Locality], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field, village = self.fields["places"], self.fields["village"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = [(each.value, capfirst(each.words)) for each in places]
        if isinstance(village, forms.ModelChoiceField):
            village.queryset = Locality.objects.filter(pk__in=[each.pk for each in villages]).order_by("path")

    def hung(self) -> Hung:
        given, proof = self.cleaned_data, self.cleaned_data["proof"]
        return Hung(
            places=given["places"],
            claimed_on=given["claimed_on"],
            village=given["village"],
            proof_name=proof.name if proof else "",
            proof=proof.chunks() if proof else None,
        )
