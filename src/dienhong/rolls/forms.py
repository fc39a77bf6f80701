"""Shape of what is typed about households: what happened, what is wrong with a list, the book from its photograph."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from dienhong.foundations.days import DayField
from dienhong.registry.models import Household, Person
from dienhong.rolls.actions import NewChange, NewPart, Objected
from dienhong.rolls.actions.listing import MOST_DAYS, USUAL_DAYS
from dienhong.rolls.models import Change, Complaint, Ground, Kind, Step
from dienhong.rolls.queries import Member

JPEG, PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
BLOCKS = 4  # households that one splits into, on one page
NAME = {"autocomplete": "off", "spellcheck": "false"}


def fresh_key() -> str:
    return str(uuid4())


def _name(label: Any, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=120, required=False, widget=forms.TextInput(NAME), **more)


def _year() -> forms.IntegerField:
    return forms.IntegerField(
        label=_("Năm sinh, nếu biết"),
        required=False,
        min_value=1900,
        max_value=2100,
        widget=forms.TextInput({"inputmode": "numeric", "maxlength": "4"}),
    )


def _address() -> forms.CharField:
    return forms.CharField(
        label=_("Xóm, ngõ, số nhà"), max_length=160, required=False, help_text=_("Không hiện trên danh sách niêm yết.")
    )


class ChangeForm(forms.Form):
    """What every change has; each kind adds its households."""

    takes_effect_on = DayField(label=_("Ngày xảy ra"))
    ground = forms.ChoiceField(
        label=_("Căn cứ"), widget=forms.RadioSelect, choices=[(each.value, capfirst(each.label)) for each in Ground]
    )
    ground_words = forms.CharField(
        label=_("Số, ngày của giấy tờ; hoặc ghi rõ căn cứ"),
        max_length=300,
        required=False,
        help_text=_("Không ghi tên người ở đây."),
    )
    key = forms.CharField(widget=forms.HiddenInput, initial=fresh_key, max_length=64)

    def __init__(self, *args: Any, members: Sequence[Member], codes: Sequence[str], kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.members = {each.household.pk: each for each in members}
        self.codes, self.kind = list(codes), kind
        choices = [("", _t("chọn hộ")), *((pk, label_of(each)) for pk, each in self.members.items())]
        for name in [name for name, each in self.fields.items() if isinstance(each, forms.TypedChoiceField)]:
            field = self.fields[name]
            if isinstance(field, forms.TypedChoiceField):
                field.choices = choices
        own = [name for name in self.fields if name not in ChangeForm.base_fields]
        self.order_fields([*own, *ChangeForm.base_fields])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("ground") == Ground.OTHER and not cleaned.get("ground_words", "").strip():
            self.add_error("ground_words", _t("Hãy ghi rõ căn cứ là gì."))
        return cleaned

    def change(self) -> NewChange:
        """What the form proposes."""
        given = self.cleaned_data
        return NewChange(
            kind=self.kind,
            takes_effect_on=given["takes_effect_on"],
            ground=given["ground"],
            ground_words=given["ground_words"],
            parts=tuple(self.parts()),
        )

    def parts(self) -> Iterable[NewPart]:
        raise NotImplementedError

    def chosen(self, name: str = "household") -> Household:
        return self.members[self.cleaned_data[name]].household

    def speaker(self, name: str) -> Person | None:
        return self.members[self.cleaned_data[name]].person


def label_of(member: Member) -> str:
    """A household in a list of choices: its code and who speaks for it."""
    return f"{member.household.code} – {member.person.name if member.person else _t('chưa có người đại diện')}"


def _household(label: Any, **more: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, coerce=int, empty_value=None, **more)


class EndForm(ChangeForm):
    household = _household(_("Hộ nào"))

    def parts(self) -> Iterable[NewPart]:
        yield NewPart(step=Step.END, household=self.chosen())


class DiedForm(ChangeForm):
    household = _household(
        _("Hộ có người đại diện mất"),
        help_text=_("Hộ vẫn được tính, ghi là chưa có người đại diện cho đến khi hộ cử người khác."),
    )

    def parts(self) -> Iterable[NewPart]:
        yield NewPart(step=Step.VACATE, household=self.chosen())


class ReplacedForm(ChangeForm):
    household = _household(_("Hộ nào"))
    name = _name(_("Họ và tên người đại diện mới"))
    birth_year = _year()
    is_nominated = forms.BooleanField(
        label=_("Hộ không có người đủ năng lực hành vi dân sự; các thành viên thống nhất đề cử, ủy nhiệm"),
        required=False,
        help_text=_("Khoản 2 Điều 18 Luật số 10/2022/QH15. Chỉ khi đó mới chọn được người đang đại diện hộ khác."),
    )
    other = _household(_("Người được đề cử đang đại diện hộ"), required=False)
    nominated = forms.CharField(
        label=_("Giấy đề cử, ủy nhiệm: số, ngày"), max_length=200, required=False, help_text=_("Không ghi tên người.")
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("is_nominated") and not cleaned.get("nominated"):
            self.add_error("nominated", _t("Hãy ghi giấy đề cử, ủy nhiệm của các thành viên trong hộ."))
        if cleaned.get("other") and not cleaned.get("is_nominated"):
            self.add_error("other", _t("Mỗi người đại diện một hộ, trừ khi được đề cử, ủy nhiệm như ở trên."))
        if not cleaned.get("name", "").strip() and not cleaned.get("other"):
            self.add_error("name", _t("Hãy ghi người đại diện mới."))
        return cleaned

    def parts(self) -> Iterable[NewPart]:
        given = self.cleaned_data
        yield NewPart(
            step=Step.REPRESENT,
            household=self.chosen(),
            person=self.speaker("other") if given["other"] else None,
            name=given["name"],
            birth_year=given["birth_year"],
            nominated=given["nominated"] if given["is_nominated"] else "",
        )


class BeginForm(ChangeForm):
    name = _name(_("Họ và tên người đại diện"), help_text=_("Chưa có thì để trống."))
    birth_year = _year()
    address = _address()

    def parts(self) -> Iterable[NewPart]:
        given = self.cleaned_data
        yield NewPart(
            step=Step.BEGIN,
            code=self.codes[0],
            address=given["address"],
            name=given["name"],
            birth_year=given["birth_year"],
        )


class SplitForm(ChangeForm):
    """One household into two to four; who spoke for it may go on in the first."""

    household = _household(_("Hộ tách ra"))
    keeps = forms.BooleanField(
        label=_("Người đại diện hiện nay đại diện hộ mới thứ nhất"), required=False, initial=True
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own: dict[str, forms.Field] = {}
        for number in range(1, BLOCKS + 1):
            what = {"n": number, "code": self.codes[number - 1]}
            optional = _t(" (nếu có)") if number > 2 else ""  # noqa: PLR2004 - two are the least
            own[f"name_{number}"] = _name(
                _t("Hộ mới thứ %(n)s, mã %(code)s: người đại diện") % what + optional,
                help_text=_("Để trống nếu người đại diện hiện nay đại diện hộ này.") if number == 1 else "",
            )
            own[f"address_{number}"] = _address()
        self.fields.update(own)
        self.order_fields(["household", "keeps", *own, *ChangeForm.base_fields])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("keeps") and cleaned.get("name_1", "").strip():
            self.add_error("name_1", _t("Đã chọn người đại diện hiện nay cho hộ này. Hãy bỏ trống, hoặc bỏ đánh dấu."))
        if not any(cleaned.get(f"{field}_2", "").strip() for field in ("name", "address")):
            self.add_error("name_2", _t("Hãy ghi hộ mới thứ hai."))
        return cleaned

    def parts(self) -> Iterable[NewPart]:
        given = self.cleaned_data
        yield NewPart(step=Step.END, household=self.chosen())
        old = self.chosen().address
        for number in range(1, BLOCKS + 1):
            name, address = given[f"name_{number}"].strip(), given[f"address_{number}"].strip()
            person = self.speaker("household") if number == 1 and given["keeps"] else None
            if number == 1 or name or address:
                yield NewPart(
                    step=Step.BEGIN, code=self.codes[number - 1], address=address or old, person=person, name=name
                )


class MergedForm(ChangeForm):
    """Two to four households into one."""

    first = _household(_("Hộ thứ nhất"))
    second = _household(_("Hộ thứ hai"))
    third = _household(_("Hộ thứ ba, nếu có"), required=False)
    fourth = _household(_("Hộ thứ tư, nếu có"), required=False)
    keeps = forms.BooleanField(label=_("Người đại diện của hộ thứ nhất đại diện hộ mới"), required=False, initial=True)
    name = _name(_("Hoặc người khác: họ và tên"))
    birth_year = _year()
    address = _address()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("keeps") and cleaned.get("name", "").strip():
            self.add_error("name", _t("Đã chọn người đại diện của hộ thứ nhất. Hãy bỏ trống ô này, hoặc bỏ đánh dấu."))
        return cleaned

    def parts(self) -> Iterable[NewPart]:
        given = self.cleaned_data
        for name in ("first", "second", "third", "fourth"):
            if given[name]:
                yield NewPart(step=Step.END, household=self.chosen(name))
        yield NewPart(
            step=Step.BEGIN,
            code=self.codes[0],
            address=given["address"] or self.chosen("first").address,
            person=self.speaker("first") if given["keeps"] else None,
            name=given["name"],
            birth_year=given["birth_year"],
        )


class AddressForm(ChangeForm):
    household = _household(_("Hộ nào"))
    address = _address()

    def parts(self) -> Iterable[NewPart]:
        yield NewPart(step=Step.ADDRESS, household=self.chosen(), address=self.cleaned_data["address"])


FORMS: dict[str, type[ChangeForm]] = {
    Kind.DIED: DiedForm,
    Kind.REPLACED: ReplacedForm,
    Kind.ARRIVED: BeginForm,
    Kind.FOUNDED: BeginForm,
    Kind.LEFT: EndForm,
    Kind.SPLIT: SplitForm,
    Kind.MERGED: MergedForm,
    Kind.ENDED: EndForm,
    Kind.ADDRESS: AddressForm,
}


class RefuseForm(forms.Form):
    reason = forms.CharField(
        label=_("Lý do không xác nhận"), max_length=300, widget=forms.Textarea({"rows": 3}),
        help_text=_("Người báo đọc được. Không ghi tên người."),
    )  # fmt: skip


class PublishForm(forms.Form):
    days = forms.IntegerField(
        label=_("Nhận phản ánh trong bao nhiêu ngày"),
        min_value=1,
        max_value=MOST_DAYS,
        initial=USUAL_DAYS,
        widget=forms.TextInput({"inputmode": "numeric", "maxlength": "2"}),
        help_text=_("Là cách làm của hệ thống này, không phải thời hạn luật định. Phản ánh đến sau vẫn được nhận."),
    )


class ObjectionForm(forms.Form):
    complaint = forms.ChoiceField(label=_("Sai ở chỗ nào"), widget=forms.RadioSelect, choices=Complaint.choices)
    line = forms.IntegerField(
        label=_("Số thứ tự trong danh sách, nếu có"),
        required=False,
        min_value=1,
        max_value=9_999,
        widget=forms.TextInput({"inputmode": "numeric", "maxlength": "4"}),
    )
    words = forms.CharField(
        label=_("Nói rõ thêm"),
        max_length=600,
        required=False,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("Chỉ người xem xét đọc được. Không cần ghi tên, số điện thoại của ông bà."),
    )
    key = forms.CharField(widget=forms.HiddenInput, initial=fresh_key, max_length=64)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("complaint") and not cleaned.get("line") and not cleaned.get("words", "").strip():
            self.add_error("words", _t("Hãy ghi số thứ tự trong danh sách, hoặc nói rõ hộ nào."))
        return cleaned

    def objected(self) -> Objected:
        given = self.cleaned_data
        return Objected(complaint=given["complaint"], line=given["line"], words=given["words"])


class BroughtForm(ObjectionForm):
    """The same, written down by who was told or given a paper."""

    received_on = DayField(label=_("Ngày nhận phản ánh"))
    field_order = ("complaint", "line", "words", "received_on")


class AnswerForm(forms.Form):
    is_right = forms.TypedChoiceField(
        label=_("Phản ánh có đúng không"),
        coerce=lambda value: value == "1",
        choices=[("1", _("Đúng, danh sách được sửa")), ("0", _("Không đúng, giữ nguyên danh sách"))],
        widget=forms.RadioSelect,
    )
    change = forms.TypedChoiceField(
        label=_("Thay đổi đã báo để sửa, nếu có"), required=False, coerce=int, empty_value=None
    )
    reason = forms.CharField(
        label=_("Kết quả xem xét"),
        max_length=400,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Người phản ánh đọc được. Không ghi tên người."),
    )

    def __init__(self, *args: Any, changes: Iterable[Change], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["change"]
        if isinstance(field, forms.TypedChoiceField):
            field.choices = [
                ("", _t("không có")),
                *((each.pk, f"{each.get_kind_display()}, {each.takes_effect_on:%d/%m/%Y}") for each in changes),
            ]


class PhotoField(forms.FileField):
    """A photograph by its bytes, no larger than the installation allows."""

    widget = forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png"})

    def clean(self, data: Any, initial: Any = None) -> Any:
        file = super().clean(data, initial)
        if not file:
            return file
        limit = settings.DIENHONG_UPLOAD_LIMIT
        if file.size > limit:
            raise forms.ValidationError(_t("Ảnh quá lớn. Hãy chụp lại nhỏ hơn, hoặc từng trang một."))
        if not file.read(len(PNG)).startswith((JPEG, PNG)):
            raise forms.ValidationError(_t("Hãy chọn ảnh JPG hoặc PNG."))
        file.seek(0)
        return file


class StartTypingForm(forms.Form):
    photo = PhotoField(
        label=_("Ảnh trang sổ hộ"),
        required=False,
        help_text=_("Ảnh hiện cạnh bảng khi gõ và khi người thứ hai đối chiếu; nhập xong thì ảnh được xóa."),
    )
