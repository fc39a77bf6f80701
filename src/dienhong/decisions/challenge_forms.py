"""Shape of a citizen's petition against a decision as the body writes it down, and of the answer."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from dienhong.decisions.actions import Petition, Sent
from dienhong.decisions.forms import MOST_HOUSEHOLDS, Keyed, long_words
from dienhong.decisions.models import Body, Fault, NameErasureProposal, Verification
from dienhong.foundations.days import DayField


class ChallengeForm(Keyed):
    """`bodies`: those for which who fills it in may write."""

    fault = forms.ChoiceField(label=_("Công dân cho rằng quyết định"), choices=Fault.choices, widget=forms.RadioSelect)
    body = forms.ChoiceField(label=_("Cơ quan nhận và trả lời"), choices=Body.choices, widget=forms.RadioSelect)
    received_on = DayField(label=_("Ngày nhận"))
    name = forms.CharField(label=_("Họ và tên người kiến nghị"), max_length=120)
    address = forms.CharField(label=_("Địa chỉ, điện thoại"), max_length=200, required=False)
    words = long_words(
        _("Lời kiến nghị"), 5, help_text=_("Ghi như đơn hoặc như lời nói. Chỉ cơ quan nhận và xã đọc được.")
    )
    households = forms.IntegerField(
        label=_("Số hộ khác cùng ký"),
        min_value=0,
        max_value=MOST_HOUSEHOLDS,
        required=False,
        help_text=_("Luật không đòi hộ nào cùng ký; một công dân là đủ."),
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )

    def __init__(self, *args: object, bodies: list[str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        body = self.fields["body"]
        if isinstance(body, forms.ChoiceField):
            body.choices = [(value, words) for value, words in Body.choices if value in bodies]
            body.initial = bodies[0] if len(bodies) == 1 else None

    def petition(self) -> Petition:
        """As the action takes it."""
        given = self.cleaned_data
        return Petition(
            fault=Fault(given["fault"]),
            body=Body(given["body"]),
            name=given["name"],
            words=given["words"],
            received_on=given["received_on"],
            address=given["address"],
            households=given["households"] or 0,
        )


class SendForm(Keyed):
    """LDC art. 24 cl. 4: what a citizen sends; without an account."""

    fault = forms.ChoiceField(
        label=_("Ông bà cho rằng quyết định này"), choices=Fault.choices, widget=forms.RadioSelect
    )
    body = forms.ChoiceField(label=_("Gửi đến cơ quan nào?"), choices=Body.choices, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("Lời kiến nghị"),
        max_length=4_000,
        widget=forms.Textarea({"rows": 6}),
        help_text=_("Sai chỗ nào, ông bà thấy, biết điều gì. Chỉ cơ quan nhận và Ủy ban nhân dân xã đọc được."),
    )
    name = forms.CharField(label=_("Họ và tên"), max_length=120, widget=forms.TextInput({"autocomplete": "name"}))
    address = forms.CharField(
        label=_("Nơi cư trú"), max_length=200, widget=forms.TextInput({"autocomplete": "street-address"})
    )
    phone = forms.CharField(
        label=_("Số điện thoại hoặc cách gặp ông bà"),
        max_length=100,
        help_text=_("Cơ quan nhận gọi hoặc gặp để biết đúng là ông bà kiến nghị. Chưa xác minh thì chưa được tính."),
        widget=forms.TextInput({"autocomplete": "tel"}),
    )
    hides_name = forms.BooleanField(
        label=_("Không cho người của thôn biết tên tôi"),
        required=False,
        help_text=_("Người của cơ quan nhận ở chính thôn ấy cũng không xem được; cơ quan nhận phải giữ kín."),
    )
    consent = forms.BooleanField(
        label=_("Tôi đồng ý để cơ quan nhận giữ họ tên, địa chỉ, cách liên hệ này để xác minh và trả lời"),
        error_messages={"required": _("Cơ quan nhận phải biết ai kiến nghị. Hãy đánh dấu đồng ý")},
    )

    def sent(self) -> Sent:
        """As the action takes it."""
        given = self.cleaned_data
        return Sent(
            fault=Fault(given["fault"]),
            body=Body(given["body"]),
            name=given["name"],
            address=given["address"],
            phone=given["phone"],
            words=given["words"],
            hides_name=given["hides_name"],
        )


class VerifyForm(forms.Form):
    is_confirmed = forms.TypedChoiceField(
        label=_("Đúng người gửi kiến nghị không"),
        coerce=lambda value: value == "1",
        choices=[
            ("1", _("Đúng: kiến nghị được tính từ ngày gửi và phải trả lời")),
            ("0", _("Không đúng hoặc không liên hệ được: không tính")),
        ],
        widget=forms.RadioSelect,
    )
    how = forms.ChoiceField(
        label=_("Đã xác minh bằng cách nào"),
        choices=[(value, capfirst(words)) for value, words in Verification.How.choices],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Vì sao không tính"),
        max_length=300,
        required=False,
        help_text=_("Ghi khi không tính. Người gửi đọc được bằng mã biên nhận. Không ghi tên người."),
    )


class EraseForm(forms.Form):
    ground = forms.ChoiceField(
        label=_("Vì sao xóa"),
        choices=[(value, capfirst(words)) for value, words in NameErasureProposal.Ground.choices],
        widget=forms.RadioSelect,
    )


class ReplyForm(forms.Form):
    is_founded = forms.TypedChoiceField(
        label=_("Kiến nghị có cơ sở không"),
        coerce=lambda value: value == "1",
        choices=[
            ("1", _("Có cơ sở: Ủy ban nhân dân cấp xã xem xét bãi bỏ, đề nghị sửa đổi (Điều 22)")),
            ("0", _("Không có cơ sở: quyết định giữ nguyên")),
        ],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Kết quả xem xét"),
        max_length=500,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("Ai cũng đọc được trên trang của quyết định. Không ghi tên người kiến nghị."),
    )


class UpholdForm(Keyed):
    reason = long_words(_("Vì sao giữ nguyên quyết định"), help_text=_("Ai cũng đọc được. Không ghi tên người."))
