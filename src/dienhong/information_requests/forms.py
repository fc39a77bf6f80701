"""Shape of what is typed about requests for information."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from dienhong.disclosures.forms import VillageField, fresh_key
from dienhong.disclosures.uploads import ACCEPTED, KINDS_AND_SIZE, KnownFile
from dienhong.foundations.days import DayField
from dienhong.information_requests import asking
from dienhong.information_requests.actions import Answered, Asked
from dienhong.information_requests.models import Channel, ErasureProposal
from dienhong.information_requests.models.targets import MOST_DAYS
from dienhong.registry.models import Locality
from lawcore.petitions.information_refusals import Ground

LONG = 4_000


def _words(label: Any, rows: int = 4, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=LONG, widget=forms.Textarea(attrs={"rows": rows}), **more)


class Keyed(forms.Form):
    """Sent twice, done once."""

    key = forms.CharField(widget=forms.HiddenInput, initial=fresh_key, max_length=64)


class AskForm(Keyed):
    """Law 104/2016 art. 24 cl. 2. What its text asks of a person is asked only while it is in force."""

    wanted = _words(
        _("Ông bà muốn biết gì?"),
        5,
        help_text=_("Ghi tên văn bản, hồ sơ, tài liệu nếu biết. Không ghi số căn cước, số điện thoại ở đây."),
    )
    purpose = _words(_("Để làm gì?"), 2, required=False)
    name = forms.CharField(label=_("Họ và tên"), max_length=120, widget=forms.TextInput({"autocomplete": "name"}))
    address = forms.CharField(
        label=_("Nơi cư trú, địa chỉ"), max_length=300, widget=forms.TextInput({"autocomplete": "street-address"})
    )
    is_resident = forms.BooleanField(
        label=_("Người yêu cầu cư trú ở xã này"),
        required=False,
        initial=True,
        help_text=_("Người nơi khác hỏi được điều liên quan trực tiếp đến quyền, lợi ích của mình."),
    )
    identity_number = forms.CharField(
        label=_("Số căn cước hoặc hộ chiếu"),
        max_length=20,
        required=False,
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
    )
    phone = forms.CharField(
        label=_("Số điện thoại"),
        max_length=20,
        required=False,
        widget=forms.TextInput({"type": "tel", "inputmode": "tel", "autocomplete": "tel"}),
    )
    email = forms.EmailField(label=_("Thư điện tử"), required=False, widget=forms.EmailInput({"autocomplete": "email"}))
    channel = forms.ChoiceField(
        label=_("Nhận câu trả lời bằng cách nào?"),
        choices=[(value, capfirst(words)) for value, words in Channel.choices],
        initial=Channel.PORTAL,
        widget=forms.RadioSelect,
    )
    village = VillageField(
        label=_("Thôn, tổ dân phố"),
        empty_label=_("chọn khi nhận qua Trưởng thôn"),
    )
    consent = forms.BooleanField(
        label=_("Tôi đồng ý để xã giữ họ tên, địa chỉ, cách liên hệ này để trả lời"),
        help_text=_("Chỉ người được giao trả lời xem được. Không trang nào hiện tên người hỏi."),
        error_messages={"required": _("Xã cần giữ tên và địa chỉ thì mới trả lời được. Hãy đánh dấu đồng ý")},
    )

    def __init__(
        self, *args: Any, on: date, villages: Iterable[Locality], for_another: bool = False, **kwargs: Any
    ) -> None:
        """`for_another`: somebody writes down what a citizen says; what is missing is then asked for later."""
        super().__init__(*args, **kwargs)
        village = self.fields["village"]
        if isinstance(village, forms.ModelChoiceField):
            village.queryset = Locality.objects.filter(pk__in=[each.pk for each in villages]).order_by("path")
        must = asking.asks_identity(on)
        if for_another:
            for name, label in (
                ("wanted", _("Người dân muốn biết gì?")),
                ("consent", _("Người yêu cầu đồng ý để xã giữ thông tin này để trả lời")),
            ):
                self.fields[name].label = label
        if must:
            for name in ("identity_number", "purpose"):
                self.fields[name].required = not for_another

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "village" in self.fields and cleaned.get("channel") == Channel.VILLAGE_HEAD and not cleaned.get("village"):
            self.add_error("village", _("Hãy chọn thôn, tổ dân phố để Trưởng thôn đưa câu trả lời đến."))
        return cleaned

    def brought_to(self) -> Locality | None:
        """Whose head brings the answer; none where it is not brought."""
        given = self.cleaned_data
        found: Locality | None = given.get("village") if given["channel"] == Channel.VILLAGE_HEAD else None
        return found

    def asked(self) -> Asked:
        """What the form says."""
        given = self.cleaned_data
        names = ("name", "address", "wanted", "purpose", "identity_number", "phone", "email", "channel", "is_resident")
        return Asked(**{name: given[name] for name in names})


class PaperForm(AskForm):
    """A form on paper, entered by the officer."""

    received_on = DayField(
        label=_("Ngày nhận phiếu giấy"), help_text=_("Ngày thật sự nhận. Lúc nhập vào máy được ghi riêng.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, for_another=True, **kwargs)
        self.order_fields(["received_on"])


class CompleteForm(Keyed):
    wanted = _words(_("Phần bổ sung"), 5)
    purpose = _words(_("Để làm gì?"), 2, required=False)


class PaperCompleteForm(CompleteForm):
    came_on = DayField(label=_("Ngày nhận phần bổ sung"))


class DisputeForm(Keyed):
    words = _words(_("Chỗ nào không chính xác?"))


class CodeForm(forms.Form):
    ma = forms.CharField(
        label=_("Mã trên giấy biên nhận"),
        max_length=20,
        help_text=_("10 chữ và số, ví dụ 7KQ2M-9XTRA"),
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )


class AcceptForm(Keyed):
    simple = forms.TypedChoiceField(
        label=_("Thông tin này"),
        choices=[("1", _("Đơn giản, có sẵn, cung cấp được ngay")), ("0", _("Phải tập hợp hoặc hỏi nơi khác"))],
        coerce=lambda typed: typed == "1",
        initial="0",
        widget=forms.RadioSelect,
    )


class WordsForm(Keyed):
    """A word to who asks."""

    words = _words(_("Lời gửi người yêu cầu"))

    def __init__(self, *args: Any, label: Any, hint: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label, self.fields["words"].help_text = label, hint


class ExtendForm(Keyed):
    until = DayField(label=_("Trả lời chậm nhất ngày"))
    reason = _words(_("Lý do gia hạn"), 3)
    signer_post = forms.CharField(label=_("Chức vụ người ký"), max_length=120)
    signer_name = forms.CharField(label=_("Họ và tên người ký"), max_length=120)


class AnswerForm(Keyed):
    words = _words(_("Câu trả lời"), 8, required=False, help_text=_("Viết để người hỏi hiểu ngay."))
    file = KnownFile(
        label=_("Tệp kèm theo"),
        required=False,
        help_text=KINDS_AND_SIZE,
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPTED}),
    )
    given_on = DayField(label=_("Ngày trả lời"), help_text=_("Ngày giao, gửi bản giấy. Lúc nhập được ghi riêng."))
    letter_number = forms.IntegerField(
        label=_("Số văn bản trả lời"), required=False, min_value=1, help_text=_("Để trống nếu văn thư chưa cấp số.")
    )
    signer_post = forms.CharField(label=_("Chức vụ người ký"), max_length=120, required=False)
    signer_name = forms.CharField(label=_("Họ và tên người ký"), max_length=120, required=False)
    is_read = forms.BooleanField(
        label=_("Tôi đã đọc lại: không có bí mật nhà nước, không có dữ liệu của người khác"),
        error_messages={"required": _("Hãy đọc lại câu trả lời và tệp rồi xác nhận")},
    )

    def __init__(self, *args: Any, today: date | None, **kwargs: Any) -> None:
        """`today`: the answer is given on the page now, and no other day is asked for."""
        super().__init__(*args, **kwargs)
        self._today = today
        if today is not None:
            del self.fields["given_on"]

    def answered(self) -> Answered:
        """What the form says, with its file in chunks."""
        given, file = self.cleaned_data, self.cleaned_data["file"]
        return Answered(
            words=given["words"],
            given_on=given.get("given_on") or self._today or date.min,
            file_name=file.name if file else "",
            chunks=file.chunks() if file else None,
            letter_number=given["letter_number"],
            signer_post=given["signer_post"],
            signer_name=given["signer_name"],
            is_read=given["is_read"],
        )


class RefuseForm(AnswerForm):
    ground = forms.ChoiceField(
        label=_("Trường hợp được từ chối"),
        choices=[(each.value, capfirst(each.words)) for each in Ground],
        widget=forms.RadioSelect,
    )
    given = forms.IntegerField(
        label=_("Đã cung cấp thông tin này cho chính người này mấy lần"), min_value=0, max_value=1000, initial=0
    )
    good_reason = forms.BooleanField(label=_("Người yêu cầu có lý do chính đáng để hỏi lại"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label, self.fields["words"].required = _("Lý do từ chối"), True
        self.fields["signer_post"].required = self.fields["signer_name"].required = True
        self.order_fields(["ground", "given", "good_reason", "words"])


class ClearForm(forms.Form):
    reason = forms.CharField(
        label=_("Vì sao được cung cấp"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ví dụ: đây là dữ liệu của chính người hỏi; người có thông tin đã đồng ý bằng văn bản."),
    )


class ProposeErasureForm(forms.Form):
    ground = forms.ChoiceField(
        label=_("Vì sao xóa"),
        choices=[(value, capfirst(words)) for value, words in ErasureProposal.Ground.choices],
        widget=forms.RadioSelect,
    )


class TargetForm(Keyed):
    working_days = forms.IntegerField(
        label=_("Trả lời trong bao nhiêu ngày làm việc"),
        min_value=1,
        max_value=MOST_DAYS,
        widget=forms.NumberInput({"inputmode": "numeric"}),
    )
    starts_on = DayField(label=_("Áp dụng cho yêu cầu nhận từ ngày"))
    decision = forms.CharField(
        label=_("Theo văn bản nào của xã"),
        max_length=200,
        help_text=_("Ví dụ: Quy chế cung cấp thông tin ban hành kèm Quyết định số 20/QĐ-UBND."),
    )
