"""Shape of what is typed into the registers; what may be entered is decided by the actions."""

from django import forms
from django.utils.translation import gettext_lazy as _

from dienhong.foundations.choices import RowsField
from dienhong.registry.models import Facility, ImportBatch, Locality, Organization, User


class ListFilter(forms.Form):
    tim = forms.CharField(label=_("Tìm, có dấu hay không dấu đều được"), required=False, max_length=80)


class LocalityForm(forms.Form):
    kind = forms.ChoiceField(label=_("Cấp"), choices=Locality.Kind.choices, initial=Locality.Kind.VILLAGE)
    word = forms.CharField(
        label=_("Từ gọi ở địa phương"), help_text=_("thôn, ấp, khóm, buôn, tổ dân phố…"), max_length=30
    )
    name = forms.CharField(label=_("Tên"), max_length=120)
    code = forms.SlugField(
        label=_("Mã"), help_text=_("Chữ không dấu, số và dấu gạch, ví dụ an-phu-thon-3."), max_length=40
    )
    valid_from = forms.DateField(label=_("Từ ngày"), help_text=_("ví dụ 01/07/2025"))

    def clean_code(self) -> str:
        code = str(self.cleaned_data["code"])
        if Locality.objects.filter(code=code).exists():
            raise forms.ValidationError(_("Mã này đã có. Hãy chọn mã khác."))
        return code


class SuccessionForm(forms.Form):
    predecessors = RowsField(
        label=_("Các địa bàn được sáp nhập hoặc đổi tên"),
        queryset=Locality.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )
    word = forms.CharField(label=_("Từ gọi mới"), max_length=30)
    name = forms.CharField(label=_("Tên mới"), max_length=120)
    code = forms.SlugField(label=_("Mã mới"), max_length=40)
    on = forms.DateField(label=_("Từ ngày"), help_text=_("ví dụ 01/07/2025"))
    act = forms.CharField(label=_("Văn bản quyết định"), help_text=_("số, ngày, cơ quan ban hành"), max_length=200)

    clean_code = LocalityForm.clean_code


class FacilitiesForm(forms.Form):
    """How many places to post notices at; a field left empty says nothing."""

    houses = forms.IntegerField(
        label=_("Số nhà văn hóa"),
        help_text=_("Không có thì ghi 0. Chưa biết thì để trống."),
        required=False,
        min_value=0,
        max_value=50,
    )
    points = forms.IntegerField(
        label=_("Số điểm sinh hoạt cộng đồng khác"),
        help_text=_("Không có thì ghi 0. Chưa biết thì để trống."),
        required=False,
        min_value=0,
        max_value=50,
    )
    since = forms.DateField(label=_("Có như vậy từ ngày"), help_text=_("ví dụ 01/07/2025"))

    def numbers(self) -> dict[str, int]:
        """The numbers that were given, by kind."""
        given = {Facility.Kind.CULTURAL_HOUSE: "houses", Facility.Kind.COMMUNITY_POINT: "points"}
        found = {str(kind): self.cleaned_data[name] for kind, name in given.items()}
        return {kind: number for kind, number in found.items() if number is not None}


class OrganizationForm(forms.Form):
    kind = forms.ChoiceField(label=_("Loại"), choices=Organization.Kind.choices)
    name = forms.CharField(label=_("Tên"), max_length=200)
    code = forms.SlugField(label=_("Mã định danh điện tử"), max_length=60)
    valid_from = forms.DateField(label=_("Từ ngày"), help_text=_("ví dụ 01/07/2025"))

    def clean_code(self) -> str:
        code = str(self.cleaned_data["code"])
        if Organization.objects.filter(code=code).exists():
            raise forms.ValidationError(_("Mã này đã có. Hãy xem lại trong danh bạ."))
        return code


class PersonForm(forms.Form):
    name = forms.CharField(label=_("Họ và tên"), max_length=120)
    birth_year = forms.IntegerField(label=_("Năm sinh"), required=False, min_value=1900, max_value=2100)
    identity_number = forms.RegexField(
        r"^(\d{9}|\d{12})$",
        label=_("Số định danh"),
        help_text=_("12 chữ số; được mã hóa, chỉ dùng để tránh nhập trùng."),
        required=False,
        error_messages={"invalid": _("Số định danh có 12 chữ số (chứng minh nhân dân cũ: 9).")},
    )
    phone = forms.RegexField(
        r"^(\+84|0)\d{9,10}$",
        label=_("Điện thoại"),
        required=False,
        error_messages={"invalid": _("Số điện thoại có 10 chữ số và bắt đầu bằng 0.")},
    )
    email = forms.EmailField(label=_("Thư điện tử"), required=False)


class PostForm(forms.Form):
    title = forms.CharField(label=_("Chức danh"), max_length=120)
    role = forms.ChoiceField(label=_("Việc được làm trên hệ thống"), required=False)
    organization = forms.ModelChoiceField(
        label=_("Của tổ chức"),
        queryset=Organization.objects.none(),
        required=False,
        empty_label=_("Cả địa bàn"),
    )
    starts_on = forms.DateField(label=_("Từ ngày"))
    ends_on = forms.DateField(label=_("Đến hết ngày"), required=False)

    def clean(self) -> None:
        first, last = self.cleaned_data.get("starts_on"), self.cleaned_data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("Ngày kết thúc trước ngày bắt đầu."))


def _temporary_password() -> forms.CharField:
    return forms.CharField(
        label=_("Mật khẩu tạm"),
        min_length=10,
        help_text=_("Ít nhất 10 ký tự; người dùng đổi khi đăng nhập lần đầu. Đưa tận tay, không gửi qua tin nhắn."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )


class AccountForm(forms.Form):
    username = forms.SlugField(
        label=_("Tên đăng nhập"),
        max_length=60,
        help_text=_("Chữ không dấu, số và dấu gạch, ví dụ truong-thon-dong-ha."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )
    password = _temporary_password()

    def clean_username(self) -> str:
        username = str(self.cleaned_data["username"])
        if User.objects.filter(username__iexact=username).exists():
            raise forms.ValidationError(_("Tên đăng nhập này đã có người dùng. Hãy chọn tên khác."))
        return username


class ResetForm(forms.Form):
    password = _temporary_password()


class ImportForm(forms.Form):
    register = forms.ChoiceField(label=_("Nhập vào"), choices=ImportBatch.Register.choices)
    table = forms.FileField(label=_("Tệp Excel hoặc CSV"), help_text=_("Theo tệp mẫu, giữ nguyên dòng tiêu đề."))


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Mã trên phiếu"),
        max_length=20,
        help_text=_("10 ký tự, không phân biệt chữ hoa chữ thường."),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "none"}),
    )
