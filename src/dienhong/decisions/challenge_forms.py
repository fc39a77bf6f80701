"""Shape of a citizen's petition against a decision as the body writes it down, and of the answer."""

from django import forms
from django.utils.translation import gettext_lazy as _

from dienhong.decisions.actions import Petition
from dienhong.decisions.forms import MOST_HOUSEHOLDS, Keyed, long_words
from dienhong.decisions.models import Body, Fault
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
