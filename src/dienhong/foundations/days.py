"""A day in three boxes, as people say it: nobody scrolls a calendar to 1962."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class DayWidget(forms.MultiWidget):
    """Day, month, year; each box has its own label."""

    template_name = "foundations/forms/widgets/day.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        box = {"inputmode": "numeric", "autocomplete": "off", "class": "govuk-input"}
        super().__init__([forms.TextInput({**box, "maxlength": length}) for length in "224"], attrs)

    def decompress(self, value: Any) -> list[Any]:
        return [value.day, value.month, value.year] if isinstance(value, date) else [None, None, None]


class DayField(forms.MultiValueField):
    """A `date`, or None when it may be left out."""

    widget = DayWidget

    def __init__(self, **kwargs: Any) -> None:
        wrong = {"invalid": _("Nhập số, ví dụ 27 3 2026")}
        fields = (
            forms.IntegerField(min_value=1, max_value=31, error_messages=wrong),
            forms.IntegerField(min_value=1, max_value=12, error_messages=wrong),
            forms.IntegerField(min_value=1900, max_value=2200, error_messages=wrong),
        )
        messages = {
            "required": _("Nhập đủ ngày, tháng, năm"),
            "incomplete": _("Nhập đủ ngày, tháng, năm"),
            "invalid": _("Ngày này không có trong lịch. Hãy xem lại ngày, tháng, năm"),
        }
        super().__init__(fields, **{**kwargs, "error_messages": messages | kwargs.get("error_messages", {})})

    def clean(self, value: Any) -> date | None:
        """One message for the whole day, whichever box is wrong."""
        try:
            return super().clean(value)  # type: ignore[no-any-return]
        except forms.ValidationError as wrong:
            empty = not any(value or ())
            code = "required" if empty else "incomplete" if not all(value) else "invalid"
            raise forms.ValidationError(self.error_messages[code], code=code) from wrong

    def compress(self, data_list: list[Any]) -> date | None:
        if not data_list:
            return None
        day, month, year = data_list
        try:
            return date(year, month, day)
        except (TypeError, ValueError) as wrong:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from wrong
