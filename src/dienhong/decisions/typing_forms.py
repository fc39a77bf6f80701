"""Shape of a whole meeting typed back from its papers: few keys, nothing guessed."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dienhong.decisions.actions import OnPaper, Voted
from dienhong.decisions.forms import Keyed
from dienhong.decisions.models import Item
from dienhong.decisions.ranges import NotNumbers, last_digits, numbers

SHEETS = ("first", "second")
OFFICERS = ("secretary", "tellers")
PLAIN = {"autocomplete": "off"}
HOURS = ("%H:%M", "%H.%M", "%H%M", "%Hh%M", "%H")


def _line(label: Any, *, length: int = 200, required: bool = False, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, max_length=length, required=required, help_text=help_text, widget=forms.TextInput(PLAIN)
    )


class TypedForm(Keyed):
    """Households, people and figures by their numbers on the printed sheets; names are typed only of strangers."""

    present = _line(gettext_lazy("Số các hộ có mặt"), length=2_000, help_text=gettext_lazy("Ví dụ: 1-60 63 65-120"))
    absent = _line(
        gettext_lazy("hoặc số các hộ vắng"),
        length=2_000,
        help_text=gettext_lazy("Chỉ điền một trong ba dòng, dòng nào ngắn hơn."),
    )
    digits = _line(
        gettext_lazy("hoặc chữ số cuối của các hộ vắng, mỗi hàng mười hộ một nhóm"),
        length=2_000,
        help_text=gettext_lazy("Hàng không ai vắng thì gõ dấu -. Ví dụ 37 - 0: vắng hộ 3, 7 và 30."),
    )
    began = forms.TimeField(
        label=gettext_lazy("Khai mạc lúc"), input_formats=HOURS, widget=forms.TextInput(PLAIN),
        error_messages={"invalid": gettext_lazy("Viết giờ như 19:30")},
    )  # fmt: skip
    ended = forms.TimeField(
        label=gettext_lazy("Kết thúc lúc"), input_formats=HOURS, widget=forms.TextInput(PLAIN),
        error_messages={"invalid": gettext_lazy("Viết giờ như 21:15")},
    )  # fmt: skip
    secretary = _line(
        gettext_lazy("Thư ký"), help_text=gettext_lazy("Gõ số của hộ hoặc họ tên. Mục nào về người cũng vậy.")
    )
    tellers = _line(gettext_lazy("Ban kiểm phiếu"), help_text=gettext_lazy("Nếu có; cách nhau bằng dấu phẩy."))
    witnesses = _line(
        gettext_lazy("Hai đại diện hộ chứng kiến kiểm phiếu"), help_text=gettext_lazy("Chỉ khi bỏ phiếu kín.")
    )
    raised = _line(
        gettext_lazy("Số hộ giơ tay chọn thư ký, Ban kiểm phiếu, rồi cách biểu quyết từng việc"),
        help_text=gettext_lazy("Cách nhau một dấu cách; giấy không ghi thì gõ dấu - hoặc để trống."),
    )
    counter_1 = _line(gettext_lazy("Người đếm thứ nhất"), required=True)
    counter_2 = _line(gettext_lazy("Người đếm thứ hai"), required=True)

    def __init__(self, *args: Any, items: Sequence[Item], names: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items, self.names = items, names
        for item in items:
            own = f"item_{item.position}"
            self.fields[f"{own}_method"] = forms.ChoiceField(
                label=f"{item.position}. {item.matter.title}", choices=Item.Method.choices, initial=Item.Method.HANDS
            )
            for sheet, words in zip(SHEETS, (_("Phiếu thứ nhất"), _("Phiếu thứ hai")), strict=True):
                self.fields[f"{own}_{sheet}"] = _line(
                    _("%(sheet)s, việc %(n)d") % {"sheet": words, "n": item.position},
                    help_text=_("Các số theo thứ tự đã in, cách nhau một dấu cách. Để trống khi không đủ hộ dự.")
                    if item == items[0] and sheet == SHEETS[0]
                    else "",
                )
            self.fields[f"{own}_note"] = _line(
                _("Việc %(n)d: vì sao có phiếu không thu về được (nếu có)") % {"n": item.position}, length=300
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        filled = [name for name in ("present", "absent", "digits") if cleaned.get(name, "").strip()]
        if len(filled) != 1:
            self.add_error("present", _("Hãy điền đúng một dòng: các hộ có mặt hoặc các hộ vắng."))
            return cleaned
        (field,) = filled
        read = last_digits if field == "digits" else numbers
        try:
            typed = set(read(cleaned[field], most=max(self.names, default=0)))
        except NotNumbers as wrong:
            self.add_error(field, str(wrong))
        else:
            cleaned["here"] = typed if field == "present" else set(self.names) - typed
        for item in self.items:
            for sheet in SHEETS:
                self._clean_sheet(f"item_{item.position}_{sheet}", cleaned)
        self._clean_raised(cleaned)
        for name in ("secretary", "counter_1", "counter_2"):
            cleaned[name] = self._person(name, cleaned.get(name, ""))
        for name in ("tellers", "witnesses"):
            cleaned[name] = [self._person(name, each) for each in cleaned.get(name, "").split(",")]
        return cleaned

    def _clean_sheet(self, name: str, cleaned: dict[str, Any]) -> None:
        parts = cleaned.get(name, "").split()
        if all(each.isascii() and each.isdecimal() and len(each) <= len("99999") for each in parts):
            cleaned[name] = tuple(int(each) for each in parts)
        else:
            self.add_error(name, _("Chỉ gõ số, cách nhau một dấu cách."))

    def _clean_raised(self, cleaned: dict[str, Any]) -> None:
        """How many raised a hand, in the order of what was chosen; None where the paper does not say it."""
        most = len(OFFICERS) + len(self.items)
        parts = cleaned.get("raised", "").split()
        known = [each == "-" or (each.isascii() and each.isdecimal() and len(each) <= len("99999")) for each in parts]
        if not all(known) or len(parts) > most:
            self.add_error(
                "raised",
                _("Gõ nhiều nhất %(most)d số, cách nhau một dấu cách; giấy không ghi thì gõ dấu -.") % {"most": most},
            )
            parts = []
        said = [None if each == "-" else int(each) for each in parts]
        cleaned["raised"] = [*said, *[None] * (most - len(said))]

    def _person(self, field: str, typed: str) -> str:
        """A name as it is; the name of the household's representative for a number of the roll."""
        said = typed.strip()
        if not said.isdecimal():
            return said
        found = self.names.get(int(said), "")
        if not found:
            self.add_error(field, _("Hộ số %(n)s không có tên người đại diện trong danh sách.") % {"n": said})
        return found

    def on_paper(self, *, began: datetime, ended: datetime) -> OnPaper:
        """As the action takes it."""
        given = self.cleaned_data
        return OnPaper(
            began=began,
            ended=ended,
            present=given["here"],
            secretary=given["secretary"],
            tellers=tuple(each for each in given["tellers"] if each),
            witnesses=tuple(each for each in given["witnesses"] if each),
            counters=(given["counter_1"], given["counter_2"]),
            for_secretary=given["raised"][0],
            for_tellers=given["raised"][1],
            items=[
                Voted(
                    each.position,
                    given[f"item_{each.position}_method"],
                    given[f"item_{each.position}_first"],
                    given[f"item_{each.position}_second"],
                    given[f"item_{each.position}_note"],
                    hands,
                )
                for each, hands in zip(self.items, given["raised"][len(OFFICERS) :], strict=True)
            ],
        )
