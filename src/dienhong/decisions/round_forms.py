"""Shape of what is typed about ballot rounds and online votes."""

from collections.abc import Iterable, Mapping
from datetime import datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dienhong.decisions import counting
from dienhong.decisions.actions import Member, Plan, Walk
from dienhong.decisions.forms import Keyed
from dienhong.decisions.models import Mark, Passing, TeamSeat, Visit, Vote
from dienhong.disclosures.uploads import ACCEPTED, KINDS_AND_SIZE, KnownFile
from dienhong.foundations.clock import VIETNAM
from dienhong.foundations.days import DayField

LONG = 2_000
MOST_MEMBERS = 5
MOST_PHOTO = 10 * 1024 * 1024
EVENING = time(17, 0)
NUMBER = {"inputmode": "numeric", "autocomplete": "off"}


def _words(label: Any, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=LONG, widget=forms.Textarea(attrs={"rows": 3}), **more)


def _hour(label: Any) -> forms.TimeField:
    return forms.TimeField(label=label, initial=EVENING, help_text=_("Ví dụ 17:00"), input_formats=["%H:%M", "%Hh%M"])


def moment(day: Any, hour: time) -> datetime:
    """The day and hour that somebody typed, as they are in Việt Nam."""
    return datetime.combine(day, hour, tzinfo=VIETNAM)


class UntilFields(forms.Form):
    """The last moment."""

    until_on = DayField(label=_("Hết hạn vào ngày"))
    until_at = _hour(_("Hết hạn lúc"))

    def until(self) -> datetime:
        """As one moment."""
        return moment(self.cleaned_data["until_on"], self.cleaned_data["until_at"])


class DaysForm(UntilFields):
    """The days of a round."""

    hands_out_on = DayField(label=_("Ngày bắt đầu phát phiếu"))
    field_order: tuple[str, ...] = ("hands_out_on", "until_on", "until_at")


class PlanForm(DaysForm, Keyed):
    """Decree 59/2023 art. 4 cl. 2."""

    is_named = forms.ChoiceField(
        label=_("Phiếu ghi tên hộ hay phiếu kín?"),
        choices=[("no", _("Phiếu kín: chỉ giữ số phiếu")), ("yes", _("Phiếu ghi tên hộ"))],
        initial="no",
        widget=forms.RadioSelect,
        help_text=_("Chọn rồi không đổi được. Phiếu kín: hệ thống không có chỗ nào giữ câu trả lời cạnh tên hộ."),
    )
    purpose = _words(_("Mục đích"))
    requirements = _words(_("Yêu cầu"))
    participants = _words(_("Thành phần lấy ý kiến"))
    assignment = _words(_("Phân công tổ chức thực hiện"))
    conditions = _words(_("Điều kiện bảo đảm"), help_text=_("In phiếu, hòm phiếu, phương tiện, kinh phí."))
    reserve = forms.IntegerField(
        label=_("Số phiếu dự phòng"), min_value=0, max_value=200, initial=10, widget=forms.TextInput(NUMBER)
    )
    planned_on = DayField(label=_("Ngày ban hành kế hoạch"))
    field_order = ("is_named", "purpose", "requirements", "participants", "hands_out_on", "until_on", "until_at",
                   "assignment", "conditions", "reserve", "planned_on")  # fmt: skip

    def plan(self) -> Plan:
        """As the action takes it."""
        given = self.cleaned_data
        texts = {name: given[name] for name in ("purpose", "requirements", "participants", "assignment", "conditions")}
        return Plan(
            **texts,
            hands_out_on=given["hands_out_on"],
            collects_until=self.until(),
            planned_on=given["planned_on"],
            is_named=given["is_named"] == "yes",
            reserve=given["reserve"],
        )


class SentForm(forms.Form):
    to_commune = DayField(label=_("Ngày gửi Chủ tịch Ủy ban nhân dân cấp xã"))
    to_front = DayField(label=_("Ngày gửi Chủ tịch Ủy ban Mặt trận Tổ quốc cấp xã"))


class TeamForm(forms.Form):
    """Up to five; the first leads."""

    def __init__(self, *args: Any, seats: Iterable[TeamSeat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(seat.value, seat.label) for seat in seats]
        for number in range(1, MOST_MEMBERS + 1):
            leads = _("Tổ trưởng: họ và tên") if number == 1 else _("Họ và tên")
            self.fields[f"name{number}"] = forms.CharField(label=leads, max_length=120, required=number == 1)
            self.fields[f"seat{number}"] = forms.ChoiceField(label=_("Đại diện cho"), choices=choices)

    def members(self) -> tuple[Member, ...]:
        """As the action takes them: rows without a name are left out."""
        given = self.cleaned_data
        return tuple(
            Member(given[f"name{number}"], TeamSeat(given[f"seat{number}"]), leads=number == 1)
            for number in range(1, MOST_MEMBERS + 1)
            if given[f"name{number}"].strip()
        )


class AnnounceForm(forms.Form):
    announced_on = DayField(label=_("Ngày công khai"))
    ways = forms.CharField(
        label=_("Bằng cách nào"), max_length=300, help_text=_("Ví dụ: niêm yết ở nhà văn hóa, loa, báo từng hộ.")
    )


class RoutesForm(forms.Form):
    """For every hamlet, which two walk it."""

    def __init__(self, *args: Any, hamlets: Iterable[str], pairs: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hamlets, self.pairs = list(hamlets), list(pairs)
        choices = [(str(at), f"{first} – {second}") for at, (first, second) in enumerate(self.pairs)]
        for at, name in enumerate(self.hamlets):
            self.fields[f"hamlet{at}"] = forms.ChoiceField(label=name or _("Chưa ghi xóm, ngõ"), choices=choices)

    def walks(self) -> list[Walk]:
        """As the action takes them: each pair with its hamlets."""
        of: dict[int, list[str]] = {}
        for at, name in enumerate(self.hamlets):
            of.setdefault(int(self.cleaned_data[f"hamlet{at}"]), []).append(name)
        return [Walk(tuple(names), *self.pairs[pair]) for pair, names in sorted(of.items())]


class BeginForm(forms.Form):
    is_marked = forms.BooleanField(label=_("Từng phiếu đã có chữ ký hoặc dấu treo theo quy định"), required=False)


class PassForm(Keyed):
    """A slip from hand to hand, from the list on paper."""

    to = forms.ChoiceField(label=_("Ghi nhận"), choices=Passing.To.choices, widget=forms.RadioSelect)
    happened_on = DayField(label=_("Ngày"), required=False, help_text=_("Để trống nếu vừa xong."))
    happened_at = forms.TimeField(label=_("Giờ"), required=False, input_formats=["%H:%M", "%Hh%M"])
    by_name = forms.CharField(
        label=_("Người nhận, nộp phiếu"),
        max_length=120,
        required=False,
        help_text=_("Chỉ ghi khi không phải người đại diện hộ."),
    )
    words = forms.CharField(label=_("Vì sao ghi lại"), max_length=200, required=False)

    def happened(self, at: datetime) -> datetime:
        """What the list says, or now."""
        day, hour = self.cleaned_data["happened_on"], self.cleaned_data["happened_at"]
        return moment(day, hour or EVENING) if day else at


class VisitForm(Keyed):
    """Somebody stood at a household's door in vain."""

    found = forms.ChoiceField(label=_("Ở nhà hộ này"), choices=Visit.Found.choices, widget=forms.RadioSelect)
    happened_on = DayField(label=_("Ngày"), required=False, help_text=_("Để trống nếu vừa xong."))
    words = forms.CharField(label=_("Ghi chú"), max_length=200, required=False)

    def happened(self, at: datetime) -> datetime:
        """What the list says, or now."""
        day = self.cleaned_data["happened_on"]
        return moment(day, EVENING) if day else at


class ReadForm(Keyed):
    """What a slip of a named round says."""

    answer = forms.ChoiceField(
        label=_("Trên phiếu ghi"),
        choices=[*Mark.choices, ("invalid", _("Phiếu không hợp lệ"))],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(label=_("Ý kiến khác của hộ"), max_length=500, required=False)


class CloseForm(forms.Form):
    first = forms.CharField(label=_("Đại diện hộ chứng kiến thứ nhất"), max_length=120)
    second = forms.CharField(label=_("Đại diện hộ chứng kiến thứ hai"), max_length=120)
    note = forms.CharField(label=_("Hộ nào chưa được phát phiếu, vì sao"), max_length=300, required=False)


class SheetForm(Keyed):
    """One of the two who counted."""

    counter = forms.CharField(label=_("Họ và tên người đếm"), max_length=120)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in counting.ON_SLIPS.items():
            self.fields[name] = forms.IntegerField(
                label=label, min_value=0, max_value=9_999, widget=forms.TextInput(NUMBER)
            )
        self.fields["note"] = forms.CharField(
            label=_("Vì sao có phiếu không thu về được"), max_length=300, required=False
        )

    def figures(self) -> Mapping[str, int]:
        """By the names of the count."""
        return {name: self.cleaned_data[name] for name in counting.ON_SLIPS}


class PublishedForm(forms.Form):
    published_on = DayField(label=_("Ngày niêm yết, thông báo kết quả"))


class AgreeForm(Keyed):
    """Decree 59/2023 art. 5 cl. 1."""

    agreed_with = forms.CharField(label=_("Người của Ban công tác Mặt trận đã thống nhất"), max_length=120)
    agreed_on = DayField(label=_("Ngày thống nhất"))
    devices = _words(
        _("Các hộ biểu quyết bằng gì"), help_text=_("Ví dụ: hộ nào cũng có điện thoại nối mạng; hộ không có thì…")
    )


class UntilForm(UntilFields):
    """Only the last moment."""


class AnnounceVoteForm(AnnounceForm, UntilFields):
    """Decree 59/2023 art. 5 cl. 3."""


class TypedForm(Keyed):
    """A household's signed slip, typed by somebody."""

    channel = forms.ChoiceField(
        label=_("Phiếu này đến bằng cách nào"),
        choices=[each for each in Vote.Channel.choices if each[0] != Vote.Channel.ONLINE],
        widget=forms.RadioSelect,
    )
    answer = forms.ChoiceField(label=_("Hộ trả lời"), choices=Mark.choices, widget=forms.RadioSelect)
    words = forms.CharField(label=_("Ý kiến khác của hộ"), max_length=500, required=False)
    photo = KnownFile(
        label=_("Ảnh phiếu có chữ ký đại diện hộ"),
        help_text=KINDS_AND_SIZE,
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPTED}),
    )

    def clean_photo(self) -> Any:
        """A photo, not a film."""
        photo = self.cleaned_data["photo"]
        if photo.size > MOST_PHOTO:
            raise forms.ValidationError(_("Ảnh quá lớn. Hãy chụp lại ở cỡ nhỏ hơn, dưới 10 MB."))
        return photo


class CodeForm(forms.Form):
    ma = forms.CharField(
        label=_("Mã trên phiếu của hộ"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        help_text=_("Mười chữ và số, ví dụ 7KQ2M-9XTRA."),
    )


class AnswerForm(Keyed):
    """A household's own answer. `seen` says which earlier answer the page showed."""

    answer = forms.ChoiceField(label=_("Hộ trả lời"), widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("Ý kiến khác (nếu có)"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=9_999)

    def __init__(self, *args: Any, about: Vote.About, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = {
            Vote.About.FORM: [
                (Mark.AGREE.value, _("Đồng ý biểu quyết trực tuyến")),
                (Mark.DISAGREE.value, _("Không đồng ý, nên họp hoặc phát phiếu")),
                (Mark.OTHER.value, _("Ý kiến khác")),
            ],
            Vote.About.MATTER: [
                (Mark.AGREE.value, _("Đồng ý")),
                (Mark.DISAGREE.value, _("Không đồng ý")),
                (Mark.OTHER.value, _("Ý kiến khác")),
            ],
        }
        field = self.fields["answer"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - as declared above
        field.choices = words[about]
