"""Shape of what is typed about a village's money: few boxes, on a small telephone, without scripts."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dienhong.decisions.forms import MOST_MONEY, Keyed
from dienhong.decisions.models import Matter
from dienhong.disclosures.uploads import KINDS_AND_SIZE, KnownFile
from dienhong.foundations.days import DayField
from dienhong.funds.models import Receipt, Relief
from dienhong.registry.models import Person

LEAVES = 10
"""Leaves of a carbon book that are typed on one page."""
MOST_DAYS = 10_000
SHORT_DAY = re.compile(r"(\d{1,2})[/. -](\d{1,2})(?:[/. -](\d{4}))?")


class AmountField(forms.IntegerField):
    """Whole đồng as people write them: "300000", "300.000", "300 000"."""

    widget = forms.TextInput

    def __init__(self, *, least: int = 1, **kwargs: Any) -> None:
        box = forms.TextInput({"inputmode": "numeric", "autocomplete": "off"})
        super().__init__(min_value=least, max_value=MOST_MONEY, widget=box, **kwargs)

    def to_python(self, value: Any) -> int | None:
        if isinstance(value, str):
            value = re.sub(r"[.,\s\u00a0]|đ(?:ồng)?$", "", value.strip().lower())
        return super().to_python(value)


def _short(label: Any, length: int, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=length, **more)


class OpenForm(Keyed):
    """Who keeps the money: chosen among the people that a search found."""

    treasurer = forms.ModelChoiceField(
        label=_("Thủ quỹ"), queryset=Person.objects.none(), widget=forms.RadioSelect, empty_label=None,
        help_text=_("Không phải Trưởng thôn, Tổ trưởng; có tài khoản thì tự ghi thu, chi trên điện thoại."),
    )  # fmt: skip

    def __init__(self, *args: Any, people: Iterable[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["treasurer"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = Person.objects.filter(pk__in=list(people)).order_by("search", "pk")


class TreasurerForm(OpenForm):
    """Another treasurer, and why."""

    reason = _short(_("Vì sao đổi thủ quỹ"), 300, help_text=_("Chỉ người giữ quỹ và người giám sát đọc được."))


class ConfirmForm(Keyed):
    """Nothing but the button."""


class RelieveForm(Keyed):
    level = AmountField(label=_("Mức của hộ này (đồng)"), least=0, help_text=_("Ghi 0 nếu được miễn."))
    ground = forms.ChoiceField(
        label=_("Vì sao được giảm, miễn"), widget=forms.RadioSelect,
        choices=[
            (value, capfirst(str(words))) for value, words in Relief.Ground.choices if value != Relief.Ground.MISTAKE
        ],
    )  # fmt: skip
    words = _short(_("Ghi thêm"), 300, required=False, help_text=_("Chỉ người giữ quỹ và người giám sát đọc được."))


class ReceiveForm(Keyed):
    """Money of a household: one touch when the proposed amount is right."""

    amount = AmountField(label=_("Số tiền (đồng)"))
    payer = _short(_("Người nộp"), 120, required=False)
    received_on = DayField(label=_("Ngày thu"))


class OtherForm(Keyed):
    """What is not money of a household's level: labour, goods, or something from a giver."""

    kind = forms.ChoiceField(
        label=_("Nhận gì"), choices=[(value, capfirst(str(words))) for value, words in Receipt.Kind.choices],
        widget=forms.RadioSelect, initial=Receipt.Kind.MONEY.value,
    )  # fmt: skip
    amount = AmountField(label=_("Số tiền, hoặc giá trị hiện vật hai bên thống nhất (đồng)"), required=False)
    days = forms.IntegerField(
        label=_("Số ngày công"), required=False, min_value=1, max_value=MOST_DAYS,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )  # fmt: skip
    words = _short(_("Là gì"), 200, required=False, help_text=_("Ví dụ: 2 m³ cát, san nền nhà văn hóa."))
    received_on = DayField(label=_("Ngày nhận"))


class GiftForm(OtherForm):
    """From somebody who is no household of the village."""

    giver = _short(_("Ai ủng hộ"), 160, help_text=_("Người, tổ chức không phải hộ của quỹ này."))
    field_order = ("giver",)


class BookForm(Keyed):
    series = _short(_("Ký hiệu quyển"), 20, help_text=_("In ở bìa quyển, ví dụ A hoặc 2026/01."))
    first = forms.IntegerField(label=_("Từ số"), min_value=1, max_value=10**7)
    last = forms.IntegerField(label=_("Đến số"), min_value=1, max_value=10**7)
    holder = _short(_("Giao cho ai giữ"), 120)
    given_on = DayField(label=_("Ngày giao"))


@dataclass(frozen=True, slots=True)
class Leaf:
    """One leaf as it was typed; `household` is the number of the household."""

    row: int
    serial: int
    household: str
    amount: int
    payer: str
    on: date


class LeavesForm(Keyed):
    """Leaves of a carbon book, one row each; a row without a household is left out."""

    def __init__(self, *args: Any, serials: Sequence[int], amount: int | None, on: date, **kwargs: Any) -> None:
        """`serials` are proposed, row by row; `amount` is proposed for each; `on` gives the year of a short day."""
        super().__init__(*args, **kwargs)
        self.on = on
        for row in range(LEAVES):
            serial = serials[row] if row < len(serials) else None
            self.fields[f"serial_{row}"] = forms.IntegerField(
                label=_("Số biên lai"), required=False, min_value=1, max_value=10**7, initial=serial,
                widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
            )  # fmt: skip
            self.fields[f"household_{row}"] = forms.CharField(
                label=_("Hộ số"), required=False, max_length=30, widget=forms.TextInput({"autocomplete": "off"})
            )
            self.fields[f"amount_{row}"] = AmountField(label=_("Số tiền"), required=False, initial=amount)
            self.fields[f"on_{row}"] = forms.CharField(
                label=_("Ngày"), required=False, max_length=10, initial=f"{on:%d/%m}",
                widget=forms.TextInput({"autocomplete": "off"}),
            )  # fmt: skip
            self.fields[f"payer_{row}"] = forms.CharField(
                label=_("Người nộp"), required=False, max_length=120, widget=forms.TextInput({"autocomplete": "off"})
            )

    @property
    def rows(self) -> Iterator[list[Any]]:
        """The boxes of each row, bound."""
        for row in range(LEAVES):
            yield [self[f"{name}_{row}"] for name in ("serial", "household", "amount", "on", "payer")]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        self.leaves = [leaf for row in range(LEAVES) if (leaf := self._leaf(row, given)) is not None]
        if not self.leaves and not self.errors:
            self.add_error(None, gettext("Hãy ghi ít nhất một biên lai."))
        return given

    def _leaf(self, row: int, given: dict[str, Any]) -> Leaf | None:
        household = (given.get(f"household_{row}") or "").strip()
        if not household:
            return None
        serial, amount = given.get(f"serial_{row}"), given.get(f"amount_{row}")
        on = self._day(given.get(f"on_{row}") or "")
        if serial is None and f"serial_{row}" not in self.errors:
            self.add_error(f"serial_{row}", gettext("Ghi số biên lai."))
        if amount is None and f"amount_{row}" not in self.errors:
            self.add_error(f"amount_{row}", gettext("Ghi số tiền."))
        if on is None:
            self.add_error(f"on_{row}", gettext("Ghi ngày, ví dụ 5/4."))
        if serial is None or amount is None or on is None:
            return None
        return Leaf(row, serial, household, amount, (given.get(f"payer_{row}") or "").strip(), on)

    def _day(self, text: str) -> date | None:
        match = SHORT_DAY.fullmatch(text.strip())
        if match is None:
            return None
        try:
            return date(int(match[3] or self.on.year), int(match[2]), int(match[1]))
        except ValueError:
            return None


class SpendForm(Keyed):
    amount = AmountField(label=_("Số tiền (đồng)"))
    words = _short(
        _("Chi việc gì"), 300, help_text=_("Mọi người đọc được. Ghi việc, không ghi họ tên ai. Ví dụ: 40 bao xi măng.")
    )
    payee = _short(_("Ai nhận tiền"), 160, help_text=_("Không hiện công khai."))
    photo = KnownFile(
        label=_("Ảnh hóa đơn hoặc việc đã làm"), help_text=KINDS_AND_SIZE,
        widget=forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png,.pdf", "capture": "environment"}),
    )  # fmt: skip
    paid_on = DayField(label=_("Ngày chi"))


class CancelForm(Keyed):
    reason = forms.CharField(
        label=_("Vì sao hủy"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Dòng đã hủy bị gạch ngang và vẫn giữ. Số đúng được ghi thành dòng mới."),
    )  # fmt: skip


class TakeBackForm(Keyed):
    reason = forms.CharField(
        label=_("Vì sao sửa"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Hộ trở về mức chung. Dòng ghi nhầm vẫn giữ; chỉ người giữ quỹ và người giám sát đọc được."),
    )  # fmt: skip


class StateForm(Keyed):
    """A month that is over."""

    month = forms.ChoiceField(label=_("Tháng nào"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, months: Sequence[tuple[date, date]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.months = {f"{first:%Y-%m}": (first, last) for first, last in months}
        field = self.fields["month"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [
                (code, gettext("Tháng %(m)s") % {"m": f"{first:%m/%Y}"}) for code, (first, _l) in self.months.items()
            ]
        if months:
            field.initial = f"{months[-1][0]:%Y-%m}"


class CloseForm(Keyed):
    surplus = forms.ModelChoiceField(
        label=_("Số tiền còn lại dùng theo quyết định nào của cộng đồng"), queryset=Matter.objects.none(),
        required=False, empty_label=_("không còn tiền"),
    )  # fmt: skip

    def __init__(self, *args: Any, choices: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["surplus"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = choices


class CodeForm(forms.Form):
    ma = forms.CharField(label=_("Mã trên biên lai"), max_length=20, help_text=_("10 chữ và số, ví dụ 7KQ2M-9XTRA."))
