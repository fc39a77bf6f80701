"""Shape of what is typed about village decisions."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from dienhong.decisions import perhead
from dienhong.decisions.actions import Money, Part, Planned, Proposed
from dienhong.decisions.counting import BY_HAND, IN_SECRET
from dienhong.decisions.models import Cluster, Item, Kinds, Matter, Origin, Paper
from dienhong.decisions.ranges import NotNumbers, numbers
from dienhong.disclosures.forms import fresh_key
from dienhong.foundations.clock import VIETNAM
from dienhong.foundations.days import DayField
from dienhong.foundations.refusals import Refused
from lawcore.ballots.effect import Ground, Remedy
from lawcore.ballots.matters import Form
from lawcore.ballots.matters import Matter as Kind

LONG = 2_000
WITNESSES = ("first", "second")
ORDINARY = tuple(each for each in Kinds.choices if each[0] != Kinds.VILLAGE_HEAD.value)
"""The kinds that the village head puts and convenes (LDC art. 18 cl. 1)."""
OTHERWISE = _("Việc bầu, cho thôi làm Trưởng thôn, Tổ trưởng theo trình tự riêng, không đưa ra ở đây.")
MOST_MONEY = 10**12
MOST_HOUSEHOLDS = 99_999
FORMS = (
    (Form.MEETING.value, _("Họp các hộ")),
    (Form.BALLOT.value, _("Phát phiếu lấy ý kiến từng hộ")),
    (Form.ONLINE.value, _("Biểu quyết trực tuyến")),
)


def long_words(label: Any, rows: int = 3, **more: Any) -> forms.CharField:
    """Several lines of words."""
    return forms.CharField(label=label, max_length=LONG, widget=forms.Textarea(attrs={"rows": rows}), **more)


def _money(label: Any, **more: Any) -> forms.IntegerField:
    box = forms.TextInput({"inputmode": "numeric", "autocomplete": "off"})
    return forms.IntegerField(label=label, min_value=1, max_value=MOST_MONEY, required=False, widget=box, **more)


class Keyed(forms.Form):
    """Sent twice, done once."""

    key = forms.CharField(widget=forms.HiddenInput, initial=fresh_key, max_length=64)


class NothingForm(Keyed):
    """A button that does one thing, once."""


class MoneyFields(forms.Form):
    """What households are asked to give; only for matters of clause 1 and 2."""

    money_for = forms.CharField(label=_("Tiền đóng góp dùng vào việc gì"), max_length=300, required=False)
    per_household = _money(_("Mức mỗi hộ đóng góp nhiều nhất (đồng)"), help_text=_("Ghi liền, ví dụ 500000"))
    money_needed = _money(_("Tổng số tiền cần (đồng)"))
    exempt = forms.CharField(
        label=_("Hộ được miễn, giảm"), max_length=300, required=False, help_text=_("Ví dụ: hộ nghèo, hộ neo đơn.")
    )

    def money(self) -> Money:
        """As the action takes it."""
        given = self.cleaned_data
        return Money(given["money_for"], given["money_needed"], given["per_household"], given["exempt"])


class ProposeForm(MoneyFields, Keyed):
    """LDC art. 16: what is put to the households, once agreed with the Front."""

    kind = forms.ChoiceField(
        label=_("Đây là việc gì?"), choices=ORDINARY, widget=forms.RadioSelect, help_text=OTHERWISE
    )
    title = forms.CharField(label=_("Tên việc"), max_length=200, help_text=_("Ví dụ: Đổ bê tông đường ngõ 3"))
    asked = long_words(
        _("Câu hỏi để các hộ tán thành hoặc không"), help_text=_("Viết trọn câu, ai đọc cũng hiểu mình quyết định gì.")
    )
    reason = long_words(_("Vì sao cần bàn"), required=False)
    agreed_with = forms.CharField(label=_("Người của Mặt trận đã thống nhất"), max_length=120)
    agreed_on = DayField(label=_("Ngày thống nhất"))
    paper = forms.ChoiceField(label=_("Quyết định sẽ ghi thành"), choices=[*Paper.choices], initial=Paper.MINUTES)
    amends = forms.ModelChoiceField(
        label=_("Sửa đổi, thay thế quyết định nào"), queryset=Matter.objects.none(), required=False,
        empty_label=_("không, đây là việc mới"),
    )  # fmt: skip

    def __init__(self, *args: Any, amendable: Iterable[int] = (), kinds: Iterable[str] = (), **kwargs: Any) -> None:
        """`amendable`: ids of decisions that bind; `kinds`: only these, where not all may be put."""
        super().__init__(*args, **kwargs)
        self.order_fields(["kind", "title", "asked", "reason", "money_for", "per_household", "money_needed", "exempt"])
        amends, kind = self.fields["amends"], self.fields["kind"]
        ids = list(amendable)
        if ids and isinstance(amends, forms.ModelChoiceField):
            amends.queryset = Matter.objects.filter(pk__in=ids).order_by("-pk")
        else:
            del self.fields["amends"]
        if isinstance(kind, forms.ChoiceField):
            only = set(kinds)
            kind.choices = [
                (value, f"{words} ({Kind(value).clause})") for value, words in ORDINARY if not only or value in only
            ]

    def clean(self) -> dict[str, Any]:
        """LDC art. 15 cl. 1, 2 counts households: wording per head is refused beside its box."""
        given = super().clean() or {}
        if given.get("kind") in {Kind.COMMUNE_WORKS.value, Kind.VILLAGE_MONEY.value}:
            for name in ("title", "asked", "money_for", "exempt"):
                if found := perhead.words_in(given.get(name) or ""):
                    said = gettext("Luật tính theo hộ, không thu theo đầu người. Hãy sửa chữ “%(words)s”.")
                    self.add_error(name, said % {"words": "”, “".join(found)})
        return given

    def proposed(self, origin: Origin) -> Proposed:
        """As the action takes it."""
        given = self.cleaned_data
        return Proposed(
            kind=Kind(given["kind"]),
            title=given["title"],
            asked=given["asked"],
            reason=given["reason"],
            agreed_with=given["agreed_with"],
            agreed_on=given["agreed_on"],
            origin=origin,
            paper=Paper(given["paper"]),
            money=self.money(),
            amends=given.get("amends"),
        )


class ChooseFormForm(Keyed):
    form = forms.ChoiceField(label=_("Hình thức"), choices=FORMS, initial=Form.MEETING.value, widget=forms.RadioSelect)


class SendForm(Keyed):
    sent_on = DayField(label=_("Ngày gửi xã và Mặt trận xã"))


class RecogniseForm(Keyed):
    recognised_on = DayField(label=_("Ngày ký quyết định công nhận"))
    paper = forms.CharField(
        label=_("Số, ngày của quyết định công nhận"), max_length=200, help_text=_("Ví dụ: 45/QĐ-UBND ngày 12/3/2026")
    )


class RefuseForm(Keyed):
    refused_on = DayField(label=_("Ngày trả lời bằng văn bản"))
    reason = long_words(_("Lý do không công nhận"))


class FixDayForm(Keyed):
    effective_on = DayField(label=_("Có hiệu lực từ ngày"))
    paper = forms.CharField(label=_("Theo văn bản nào của xã"), max_length=200)


class RemedyForm(Keyed):
    ground = forms.ChoiceField(
        label=_("Căn cứ"),
        choices=[
            (Ground.UNLAWFUL.value, _("Trái pháp luật hoặc trái đạo đức xã hội")),
            (Ground.PROCEDURE.value, _("Sai trình tự, thủ tục")),
        ],
        widget=forms.RadioSelect,
    )
    remedy = forms.ChoiceField(
        label=_("Xã làm gì"),
        choices=[
            (Remedy.ABOLISH.value, pgettext_lazy("decision", "Bãi bỏ")),
            (Remedy.ASK.value, _("Đề nghị cộng đồng dân cư sửa đổi, bổ sung, thay thế")),
        ],
        widget=forms.RadioSelect,
    )
    reason = long_words(_("Lý do"))


class CallOffForm(Keyed):
    """Why there is no meeting, for everybody to read."""

    reason = forms.CharField(
        label=_("Vì sao không họp như đã báo"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ai cũng đọc được trên trang của thôn, trên thông báo. Không ghi tên người, bệnh tật của ai."),
    )


class WhenForm(Keyed):
    """Day, hour, place, who leads, whom to ask."""

    on = DayField(label=_("Ngày họp"), help_text=_("Báo trước ít nhất 2 ngày."))
    hour = forms.TimeField(
        label=_("Giờ họp"),
        input_formats=("%H:%M", "%H.%M", "%Hh%M", "%Hg%M", "%H"),
        help_text=_("Ví dụ 19:30"),
        widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={"invalid": _("Viết giờ như 19:30")},
    )
    place = forms.CharField(label=_("Địa điểm"), max_length=200)
    chair = forms.CharField(label=_("Người chủ trì"), max_length=120)
    contact = forms.CharField(label=_("Hỏi ai, số điện thoại"), max_length=160, required=False)

    def planned(self) -> Planned:
        """As the action takes it, in the time of Việt Nam."""
        given = self.cleaned_data
        at = datetime.combine(given["on"], given["hour"], tzinfo=VIETNAM)
        return Planned(at, given["place"], given["chair"], given["contact"])


class MoveForm(WhenForm, CallOffForm):
    """Another day for the same matters, and why."""

    field_order = ("reason", "on", "hour", "place", "chair", "contact")


class PlanForm(WhenForm):
    """LDC art. 18: when and where, which matters in which order."""

    matters = forms.ModelMultipleChoiceField(
        label=_("Đưa ra cuộc họp những việc nào"),
        queryset=Matter.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Hãy chọn ít nhất một việc")},
    )
    field_order = ("matters",)

    def __init__(self, *args: Any, ids: Iterable[int], **kwargs: Any) -> None:
        """`ids`: the matters of this village that wait for a meeting."""
        super().__init__(*args, **kwargs)
        matters = self.fields["matters"]
        if isinstance(matters, forms.ModelMultipleChoiceField):
            matters.queryset = Matter.objects.filter(pk__in=list(ids)).order_by("pk")


class NotifyForm(Keyed):
    notified_on = DayField(label=_("Ngày đã báo cho các hộ và niêm yết"))
    documents_on = DayField(
        label=_("Ngày tài liệu đã đến từng hộ"),
        required=False,
        help_text=_("Bắt buộc khi bàn việc thuộc khoản 1, 2, 3 Điều 15; việc khác để trống."),
    )


class ClustersForm(Keyed):
    """One line for each part: its name, a colon, the numbers of its households."""

    lines = long_words(
        _("Mỗi cụm một dòng: tên cụm, dấu hai chấm, số hộ"),
        5,
        help_text=_("Ví dụ: Xóm Trên: 1-60 63. Dòng sau: Xóm Dưới: 61 62 64-160"),
    )
    scattered = forms.BooleanField(
        label=_("Dân cư sống không tập trung"), required=False, help_text=_("Chỉ cần đánh dấu khi thôn dưới 200 hộ.")
    )

    def parts(self, most: int) -> list[Part]:
        """As the action takes them. Refused for a line that nobody can read."""
        found = []
        for line in self.cleaned_data["lines"].splitlines():
            if not line.strip():
                continue
            name, colon, typed = line.partition(":")
            if not colon:
                raise Refused(_("Dòng “%(line)s” thiếu dấu hai chấm sau tên cụm.") % {"line": line.strip()})
            try:
                found.append(Part(name.strip(), numbers(typed, most=most)))
            except NotNumbers as wrong:
                raise Refused(str(wrong)) from wrong
        return found


class DecideForm(Keyed):
    agrees = forms.TypedChoiceField(
        label=_("Xã quyết định"),
        choices=[("1", _("Đồng ý cho họp theo các cụm này")), ("0", _("Không đồng ý"))],
        coerce=lambda typed: typed == "1",
        widget=forms.RadioSelect,
    )
    words = forms.CharField(label=_("Lý do, lời dặn"), max_length=300, required=False)


class SheetOfPresence(Keyed):
    """The printed sheet of signatures, typed back."""

    present = forms.CharField(
        label=_("Số các hộ có mặt"),
        required=False,
        max_length=LONG,
        help_text=_("Ví dụ: 1-60 63 65-120. Hộ không ghi ở đây được coi là vắng."),
        widget=forms.TextInput({"inputmode": "text", "autocomplete": "off"}),
    )


class OtherPersonForm(Keyed):
    number = forms.IntegerField(label=_("Số của hộ"), min_value=1, widget=forms.TextInput({"inputmode": "numeric"}))
    by_name = forms.CharField(label=_("Họ và tên người đến thay mặt hộ"), max_length=120)


class ElectForm(Keyed):
    """Secretary or tellers: names and how many raised a hand for them."""

    names = long_words(_("Họ và tên, mỗi người một dòng"), 3)
    agree = forms.IntegerField(label=_("Số hộ đồng ý"), min_value=0, widget=forms.TextInput({"inputmode": "numeric"}))


class MethodForm(Keyed):
    method = forms.ChoiceField(
        label=_("Biểu quyết bằng cách nào"), choices=Item.Method.choices, initial="hands", widget=forms.RadioSelect
    )
    agree = forms.IntegerField(
        label=_("Số hộ đồng ý cách này"), min_value=0, widget=forms.TextInput({"inputmode": "numeric"})
    )


class CountForm(Keyed):
    """The sheet of one person who counted."""

    def __init__(self, *args: Any, secret: bool, clusters: Iterable[Cluster] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parts = [(each.pk, each.name) for each in clusters]
        if parts:
            self.fields["cluster"] = forms.TypedChoiceField(label=_("Cụm"), choices=parts, coerce=int)
        self.fields["counter"] = forms.CharField(label=_("Họ và tên người đếm"), max_length=120)
        self.names = IN_SECRET if secret else BY_HAND
        for name, words in self.names.items():
            self.fields[name] = forms.IntegerField(
                label=words,
                min_value=0,
                max_value=MOST_HOUSEHOLDS,
                widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
            )
        if secret:
            self.fields["note"] = forms.CharField(
                label=_("Vì sao có phiếu không thu về được"), max_length=300, required=False
            )

    def figures(self) -> dict[str, int]:
        """As the action takes them."""
        return {name: self.cleaned_data[name] for name in self.names}


class ResultForm(Keyed):
    """Both sheets agree: the result. Of a secret vote with who watched the count."""

    def __init__(self, *args: Any, secret: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if secret:
            words = (_("Đại diện hộ thứ nhất chứng kiến kiểm phiếu"), _("Đại diện hộ thứ hai chứng kiến kiểm phiếu"))
            for name, label in zip(WITNESSES, words, strict=True):
                self.fields[name] = forms.CharField(label=label, max_length=120)

    def witnesses(self) -> tuple[str, ...]:
        """As the action takes them; none of a show of hands."""
        return tuple(self.cleaned_data[name] for name in WITNESSES if name in self.fields)


class WriteForm(Keyed):
    read_back = forms.BooleanField(label=_("Đã đọc lại cho các hộ nghe trước khi ký"), required=False)


class CorrectForm(WriteForm):
    reason = forms.CharField(label=_("Vì sao sửa"), max_length=300)
