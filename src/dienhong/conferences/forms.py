"""Shape of what is typed about a conference: few boxes, on a small telephone, without scripts."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dienhong.conferences.actions import Planned, Said
from dienhong.conferences.models import Agreement, Proposal, Reply
from dienhong.decisions.forms import MOST_HOUSEHOLDS, Keyed, PlanForm, long_words
from dienhong.foundations.days import DayField


class ConferenceForm(PlanForm):
    """When and where, who is invited besides the households, who does what."""

    guests = forms.CharField(
        label=_("Mời thêm ai"), max_length=300, required=False,
        help_text=_("Ví dụ: đại diện Ủy ban nhân dân xã, Công an xã. Ghi cơ quan, không ghi tên người."),
    )  # fmt: skip
    arranged = long_words(
        _("Phân công chuẩn bị"), required=False, help_text=_("Ai chuẩn bị báo cáo, ai đưa giấy mời, ai lo hội trường.")
    )

    def __init__(self, *args: Any, ids: Iterable[int], **kwargs: Any) -> None:
        chosen = list(ids)
        super().__init__(*args, ids=chosen, **kwargs)
        self.fields["on"].label = _("Ngày hội nghị")
        self.fields["on"].help_text = _("Cuối năm; báo triệu tập từng hộ trước ít nhất 5 ngày.")
        self.fields["hour"].label = _("Giờ bắt đầu")
        if not chosen:
            del self.fields["matters"]
        else:
            self.fields["matters"].required = False
            self.fields["matters"].label = _("Việc cần biểu quyết luôn tại hội nghị")

    def plan(self) -> Planned:
        """As the action takes it."""
        given = self.cleaned_data
        return Planned(self.planned(), given["guests"], given["arranged"], tuple(given.get("matters") or ()))


class AgreeForm(forms.Form):
    """Who agreed with the plan, and when."""

    side = forms.ChoiceField(label=_("Nơi đã thống nhất kế hoạch"), widget=forms.RadioSelect, choices=[])
    agreed_on = DayField(label=_("Ngày thống nhất"))

    def __init__(self, *args: Any, done: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        side, there = self.fields["side"], set(done)
        if isinstance(side, forms.ChoiceField):
            side.choices = [(value, words) for value, words in Agreement.Side.choices if value not in there]


class ReportForm(Keyed):
    presenter = forms.CharField(label=_("Người trình bày"), max_length=120)
    words = long_words(
        _("Lời báo cáo"), rows=10,
        help_text=_("Viết ngắn, dễ nghe. Các con số bên dưới được máy lấy từ sổ của thôn và in kèm."),
    )  # fmt: skip


class ProposalForm(Keyed):
    words = forms.CharField(
        label=_("Kiến nghị, đề xuất"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ghi việc, không ghi tên người nêu. Mọi người đều đọc được."),
    )  # fmt: skip
    to = forms.ChoiceField(label=_("Nơi trả lời"), choices=Proposal.To.choices, widget=forms.RadioSelect)


class ReplyForm(Keyed):
    result = forms.ChoiceField(label=_("Kết quả"), choices=Reply.Result.choices, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("Trả lời"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Đã làm gì, vì sao chưa làm, chuyển đi đâu. Mọi người đều đọc được."),
    )  # fmt: skip
    replied_on = DayField(label=_("Ngày trả lời"))


class MinutesForm(Keyed):
    """What the secretary adds; the rest is there already."""

    secretary = forms.CharField(label=_("Thư ký hội nghị"), max_length=120)
    agreed = forms.IntegerField(
        label=_("Số hộ đồng ý với các báo cáo"), min_value=0, max_value=MOST_HOUSEHOLDS,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )  # fmt: skip
    praised = long_words(
        _("Biểu dương"), required=False, help_text=_("Cá nhân, hộ có nhiều đóng góp. Chỉ in trong biên bản.")
    )
    conclusion = long_words(_("Kết luận của người chủ trì"), rows=4)
    reason = forms.CharField(label=_("Vì sao lập lại biên bản"), max_length=300)

    def __init__(self, *args: Any, again: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not again:
            del self.fields["reason"]

    def said(self) -> Said:
        """As the action takes it."""
        given = self.cleaned_data
        return Said(given["secretary"], given["agreed"], given["conclusion"], given["praised"])


class SendForm(forms.Form):
    sent_on = DayField(label=_("Ngày gửi"))
