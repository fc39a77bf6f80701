"""Forms of a programme, its plan and its assignments."""

from typing import Any
from uuid import uuid4

from django import forms
from django.db.models import QuerySet
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from dienhong.foundations.choices import RowsField
from dienhong.foundations.days import DayField
from dienhong.programmes.models import Duty, Programme
from dienhong.registry import queries as registry
from dienhong.registry.models import Organization
from dienhong.resolutions.models import EVERY_NAMES
from lawcore.timelimits import Every

FIRST_YEAR, LAST_YEAR = 2020, 2100


def fresh_key() -> str:
    return str(uuid4())


class OpenForm(forms.Form):
    opens_on = DayField(
        label=_("Chương trình bắt đầu từ ngày"),
        help_text=_("Thường là ngày nghị quyết có hiệu lực."),
    )
    closes_on = DayField(
        label=_("Kết thúc ngày"), required=False, help_text=_("Để trống nếu nghị quyết không ghi thời hạn.")
    )
    key = forms.CharField(widget=forms.HiddenInput, initial=fresh_key)


class YearForm(forms.Form):
    year = forms.IntegerField(
        label=_("Năm"),
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-4"}),
    )


class WindowForm(forms.Form):
    """When the programme wants its reports."""

    every = forms.ChoiceField(
        label=_("Loại báo cáo"),
        choices=[(every.value, EVERY_NAMES[every]) for every in Every if every != Every.CONTINUOUS],
    )
    days_after_end = forms.IntegerField(
        label=_("Số ngày so với ngày cuối kỳ"),
        help_text=_("Số âm là trước ngày cuối kỳ: -16 với kỳ 6 tháng đầu năm là ngày 14/6."),
        min_value=-60,
        max_value=120,
        widget=forms.TextInput(attrs={"inputmode": "text", "class": "govuk-input--width-4"}),
    )
    clause = forms.CharField(
        label=_("Căn cứ"),
        help_text=_("Điều khoản hoặc văn bản quy định thời hạn này."),
        max_length=300,
    )


KINDS_OF_MANY = (
    ("", _("Chọn từng đơn vị ở dưới")),
    (Organization.Kind.VILLAGE, _("Tất cả thôn, tổ dân phố")),
    (Organization.Kind.COMMITTEE, _("Tất cả Ủy ban nhân dân")),
    (Organization.Kind.AGENCY, _("Tất cả cơ quan")),
    (Organization.Kind.PUBLIC_UNIT, _("Tất cả đơn vị sự nghiệp công lập")),
    (Organization.Kind.STATE_ENTERPRISE, _("Tất cả doanh nghiệp nhà nước")),
    (Organization.Kind.FRONT, _("Tất cả Ủy ban Mặt trận Tổ quốc")),
    (Organization.Kind.SOCIO_POLITICAL, _("Tất cả tổ chức chính trị - xã hội")),
    (Organization.Kind.COUNCIL, _("Tất cả Hội đồng nhân dân")),
    ("all", _("Tất cả cơ quan, tổ chức và thôn")),
)
MOST_CHOICES = 400


class AssignForm(forms.Form):
    """A duty given to all organizations of a kind, or to those ticked."""

    kind = forms.ChoiceField(label=_("Giao cho"), choices=KINDS_OF_MANY, required=False)
    organizations = RowsField(
        label=_("Đơn vị"),
        queryset=Organization.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    starts_on = DayField(label=_("Giao từ ngày"))

    def __init__(
        self, *args: Any, programme: Programme, duty: Duty | None = None, text: str = "", **kwargs: Any
    ) -> None:
        """`text` narrows the list to the organizations whose name holds it: a province has more than fit.

        Whoever has the duty already is not offered; without a duty everybody is.
        """
        super().__init__(*args, **kwargs)
        on = kwargs["initial"]["on"]
        self.within = registry.organizations(programme.locality, on=on)
        found = registry.organizations(programme.locality, on=on, text=text)
        free = found.exclude(assignments__duty=duty, assignments__ends_on__isnull=True) if duty else found
        field = self.fields["organizations"]
        assert isinstance(field, forms.ModelMultipleChoiceField)  # noqa: S101 - declared above
        field.queryset = free
        self.too_many = free.count() > MOST_CHOICES
        if self.too_many:
            del self.fields["organizations"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("kind") and not cleaned.get("organizations"):
            self.add_error("kind", _("Chọn một loại đơn vị, hoặc đánh dấu ít nhất một đơn vị."))
        return cleaned

    def chosen(self) -> list[Organization]:
        """The organizations meant, each with its locality."""
        kind = self.cleaned_data["kind"]
        if kind == "all":
            return list(self.within)
        if kind:
            return list(self.within.filter(kind=kind))
        return list(self.cleaned_data["organizations"].select_related("locality"))


class DutiesField(RowsField):
    """Duties to tick: what is to be done, where the text says so, and by whom if it names somebody."""

    def label_from_instance(self, obj: Duty) -> str:
        line = f"{obj.provision.at}: {Truncator(obj.action).chars(200)}"
        return f"{line} ({obj.bearer})" if obj.bearer else line


class AssignManyForm(AssignForm):
    """Several duties given at once to the same organizations."""

    duties = DutiesField(
        label=_("Nhiệm vụ"),
        queryset=Duty.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Đánh dấu ít nhất một nhiệm vụ.")},
    )
    field_order = ("duties", "kind", "organizations", "starts_on")

    def __init__(self, *args: Any, duties: QuerySet[Duty], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["duties"]
        assert isinstance(field, forms.ModelMultipleChoiceField)  # noqa: S101 - declared above
        field.queryset = duties
