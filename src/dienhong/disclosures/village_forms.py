"""Shape of what a village head records, in as few touches as possible: put up, told, broadcast."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.dates import WEEKDAYS
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from dienhong.disclosures.actions import Told
from dienhong.disclosures.forms import fresh_key
from dienhong.disclosures.models import Reader
from dienhong.disclosures.uploads import KnownFile
from dienhong.foundations.clock import VIETNAM
from dienhong.foundations.days import DayField
from dienhong.registry.models import Locality
from lawcore.disclosures import Form, Notice, Place

DAYS_BACK = 7
"""How many days of broadcasting can be ticked, today being one."""
BELIEVABLE = range(1970, 2200)
"""Years of a telephone's clock that a database holds; what it says is kept as it is, right or wrong."""


def entered_at(text: str) -> datetime | None:
    """The moment that a telephone says, "2026-11-20T19:05:00+07:00"; without a zone it is meant as ours."""
    try:
        said = datetime.fromisoformat(text)
    except ValueError:
        return None
    if said.year not in BELIEVABLE:
        return None
    return said if said.tzinfo else said.replace(tzinfo=VIETNAM)


class DaysField(forms.MultipleChoiceField):
    """Days that were ticked, as dates. A list kept on a telephone is older than its answer: any day is a choice."""

    widget = forms.CheckboxSelectMultiple

    def valid_value(self, value: Any) -> bool:
        try:
            date.fromisoformat(str(value))
        except ValueError:
            return False
        return True

    def clean(self, value: Any) -> list[date]:
        return sorted({date.fromisoformat(each) for each in super().clean(value)})


class DoneForm(forms.Form):
    """What the three have in common. `prefix` says which one was sent."""

    claimed_on = DayField(label=_("Ngày làm"))
    proof = KnownFile(
        label=_("Chụp ảnh"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": "image/*", "capture": "environment"}),
    )
    picked = KnownFile(
        label=_("Hoặc chọn ảnh đã chụp"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": "image/*"}),
    )
    note = forms.CharField(label=_("Ghi chú"), required=False, max_length=300)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1, max_value=32_767)
    key = forms.CharField(widget=forms.HiddenInput, initial=fresh_key, max_length=64)

    def told(self, request: HttpRequest, village: Locality) -> Told:
        """What was done in this village, by which clock it was typed, and whether it waited for a signal."""
        given = self.cleaned_data
        proof = given.get("proof") or given.get("picked")
        return Told(
            village=village,
            note=given["note"],
            version=given["version"],
            proof_name=proof.name if proof else "",
            proof=proof.chunks() if proof else None,
            entered_at=entered_at(request.POST.get("entered_at", "")),
            by_sync=request.POST.get("by_sync") == "1",
            **self.what(),
        )

    def what(self) -> dict[str, Any]:
        """Form, day and what else is its own."""
        raise NotImplementedError


class HangForm(DoneForm):
    prefix = "treo"
    places = forms.MultipleChoiceField(label=_("Đã treo ở đâu"), widget=forms.CheckboxSelectMultiple)
    field_order = ("places", "claimed_on", "proof", "picked", "note")

    def __init__(self, *args: Any, places: Sequence[str], unsure: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["claimed_on"].label = _("Ngày treo")
        offered = self.fields["places"]
        if isinstance(offered, forms.MultipleChoiceField):
            offered.choices = [(each, _place(each, is_unsure=each in unsure)) for each in places]
        self.fields["note"].widget = forms.HiddenInput()

    def what(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {"form": Form.POSTING, "places": tuple(given["places"]), "claimed_on": given["claimed_on"]}


def _place(place: str, *, is_unsure: bool) -> str:
    words = capfirst(Place(place).words)
    return _("%(place)s (nếu thôn có)") % {"place": words} if is_unsure else words


class TellForm(DoneForm):
    prefix = "bao"
    notice = forms.ChoiceField(
        label=_("Đã báo bằng cách nào"),
        widget=forms.RadioSelect,
        choices=[(each.value, capfirst(each.words)) for each in Notice],
    )
    reader = forms.ChoiceField(
        label=_("Ai đọc tại cuộc họp"),
        help_text=_("Chỉ ghi chức danh, không ghi tên."),
        required=False,
        choices=[("", _("chọn chức danh")), *Reader.choices],
    )
    households = forms.IntegerField(label=_("Số hộ dự họp"), required=False, min_value=1, max_value=9_999)
    is_agreed = forms.BooleanField(
        label=_("Thôn đã thống nhất dùng mạng xã hội này để báo tin"),
        required=False,
        help_text=_("Chỉ cần khi báo qua Zalo, Facebook. Thôn chưa thống nhất thì cách này chưa được tính."),
    )
    field_order = (
        "notice", "claimed_on", "reader", "households", "note", "is_agreed", "proof", "picked",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["claimed_on"].label = _("Ngày báo, ngày họp")
        self.fields["note"].label = _("Cuộc họp nào, ở đâu")
        self.fields["households"].widget.attrs["inputmode"] = "numeric"

    def what(self) -> dict[str, Any]:
        given = self.cleaned_data
        at_meeting = given["notice"] in {Notice.MEETING, Notice.ORGANISATIONS}
        return {
            "form": Form.VILLAGE_HEAD,
            "notice": given["notice"],
            "claimed_on": given["claimed_on"],
            "reader": given["reader"] if at_meeting else "",
            "households": given["households"] if at_meeting else None,
            "is_agreed": given["is_agreed"] if given["notice"] == Notice.SOCIAL_NETWORK else None,
        }


class PlayForm(DoneForm):
    prefix = "loa"
    days = DaysField(label=_("Loa đã phát những ngày nào"), error_messages={"required": _("Chọn ngày đã phát loa")})
    field_order = ("days", "note")

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        days = [on - timedelta(days=back) for back in range(DAYS_BACK)]
        self.fields["days"].choices = [(each.isoformat(), _day(each)) for each in days]  # type: ignore[attr-defined]
        for name in ("claimed_on", "proof", "picked"):
            del self.fields[name]

    def what(self) -> dict[str, Any]:
        days = self.cleaned_data["days"]
        return {"form": Form.RADIO, "claimed_on": days[0], "days": tuple(days)}


def _day(day: date) -> str:
    return f"{capfirst(str(WEEKDAYS[day.weekday()]))} {day:%d/%m}"


FORMS: Mapping[str, type[DoneForm]] = MappingProxyType({"treo": HangForm, "bao": TellForm, "loa": PlayForm})
"""By the prefix that comes with what was sent."""


def sent(request: HttpRequest) -> str:
    """Which of the forms was sent; "" for none that there is."""
    return next((name for name in FORMS if f"{name}-key" in request.POST), "")
