"""Shape of what is typed about periods, rounds and findings."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from dienhong.disclosures.forms import fresh_key
from dienhong.disclosures.uploads import KnownFile
from dienhong.foundations.days import DayField
from dienhong.registry.models import Locality
from dienhong.spot_checks.actions import Seen
from dienhong.spot_checks.models import Result, Ways
from dienhong.spot_checks.queries import Wanted
from lawcore.indicators.periods import Period, periods_of
from lawcore.timelimits import Every

OWN_DAYS = "ngay"
USUAL_PERCENT = 5  # what a round draws unless its opener wants otherwise: ours
YEARS_BACK = 1  # ours: the year before is still asked about in spring


def periods(on: date) -> list[tuple[str, Period]]:
    """What one can choose: this year, its halves and quarters that have begun, then the year before."""
    found = []
    for year in range(on.year, on.year - YEARS_BACK - 1, -1):
        for every in (Every.YEAR, Every.HALF_YEAR, Every.QUARTER):
            found += [
                (f"{year}-{every.value}-{each.number}", each)
                for each in periods_of(every, year)
                if each.first_day <= on
            ]
    return found


class PeriodForm(forms.Form):
    """A period by name, or days of one's own."""

    ky = forms.ChoiceField(label=_("Kỳ"), required=False)
    tu = DayField(label=_("Từ ngày"), required=False)
    den = DayField(label=_("Đến hết ngày"), required=False)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.periods = dict(periods(on))
        choices = [(code, capfirst(each.label)) for code, each in self.periods.items()]
        field = self.fields["ky"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [*choices, (OWN_DAYS, _("Tự chọn ngày ở dưới"))]
        self.first_choice = choices[0][0]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("tu"), cleaned.get("den")
        if first and last and last < first:
            self.add_error("den", _("Ngày cuối không được trước ngày đầu. Hãy xem lại hai ngày."))
        return cleaned

    def days(self) -> tuple[date | None, date | None]:
        """First and last day asked for; a period by name unless days were chosen."""
        given = self.cleaned_data if self.is_bound and self.is_valid() else {}
        if given.get("ky") == OWN_DAYS:
            return given.get("tu"), given.get("den")
        period = self.periods[given.get("ky") or self.first_choice]
        return period.first_day, period.last_day

    def year(self, on: date) -> int:
        """The year in which the period asked for begins."""
        return (self.days()[0] or on).year


def offered(field: forms.Field, choices: Iterable[tuple[Any, Any]]) -> None:
    """Give a field of choices what there is to choose."""
    if isinstance(field, forms.ChoiceField):
        field.choices = list(choices)


class RoundForm(forms.Form):
    """What is looked at, and how much of it."""

    locality = forms.TypedChoiceField(label=_("Địa bàn"), coerce=int)
    ways = forms.ChoiceField(label=_("Đối chiếu những gì"), choices=Ways.choices, widget=forms.RadioSelect)
    first = DayField(label=_("Khai đã công khai từ ngày"))
    last = DayField(label=_("đến hết ngày"))
    village = forms.TypedChoiceField(label=_("Chỉ trong một thôn"), required=False, coerce=int, empty_value=None)
    size = forms.IntegerField(
        label=_("Số nơi rút"),
        required=False,
        min_value=1,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text=_("Để trống thì rút theo tỷ lệ dưới đây."),
    )
    percent = forms.IntegerField(
        label=_("Hoặc rút bao nhiêu phần trăm"),
        required=False,
        min_value=1,
        max_value=100,
        initial=USUAL_PERCENT,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text=_("Làm tròn lên. Mẫu càng nhỏ thì càng ít nói được về toàn bộ."),
    )
    until = DayField(label=_("Đi xem xong trước hết ngày"))
    key = forms.CharField(widget=forms.HiddenInput, initial=fresh_key, max_length=64)

    def __init__(self, *args: Any, places: Iterable[Locality], villages: Iterable[Locality], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = {each.pk: each for each in places}
        self.villages = {each.pk: each for each in villages}
        offered(self.fields["locality"], ((pk, str(each)) for pk, each in self.places.items()))
        offered(
            self.fields["village"],
            [("", _("tất cả các thôn")), *((pk, str(each)) for pk, each in self.villages.items())],
        )

    def wanted(self) -> Wanted:
        """What the form says is looked at."""
        given = self.cleaned_data
        return Wanted(
            locality=self.places[given["locality"]],
            village=self.villages[given["village"]] if given["village"] else None,
            ways=given["ways"],
            first=given["first"],
            last=given["last"],
        )


class SeenForm(forms.Form):
    """What was seen, on a phone, in as few touches as possible."""

    result = forms.ChoiceField(label=_("Đã thấy gì"), choices=Result.choices, widget=forms.RadioSelect)
    photo = KnownFile(
        label=_("Chụp ảnh"),
        required=False,
        help_text=_("Chụp nơi niêm yết, tránh chụp rõ mặt người."),
        widget=forms.ClearableFileInput(attrs={"accept": "image/*", "capture": "environment"}),
    )
    checked_on = DayField(label=_("Ngày đến xem"))
    note = forms.CharField(
        label=_("Ghi chú"), required=False, max_length=300, help_text=_("Ví dụ: thiếu trang 2; bản ngày 05/3 vẫn treo.")
    )
    key = forms.CharField(widget=forms.HiddenInput, initial=fresh_key, max_length=64)

    def seen(self) -> Seen:
        """What the form says."""
        given, photo = self.cleaned_data, self.cleaned_data["photo"]
        return Seen(
            result=given["result"],
            checked_on=given["checked_on"],
            note=given["note"],
            photo_name=photo.name if photo else "",
            photo=photo.chunks() if photo else None,
        )


class ReplyForm(forms.Form):
    """What the unit says to a finding."""

    text = forms.CharField(
        label=_("Trả lời"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Ví dụ: đã treo lại ngày nào, ở đâu; vì sao bị gỡ. Người dân cũng đọc được."),
    )
    photo = KnownFile(
        label=_("Ảnh kèm theo"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": "image/*"}),
    )
    key = forms.CharField(widget=forms.HiddenInput, initial=fresh_key, max_length=64)
