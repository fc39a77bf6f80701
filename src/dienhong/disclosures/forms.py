"""Shape of what is typed about plans, disclosures and postings."""

from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any
from uuid import uuid4

from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from dienhong.disclosures import asking
from dienhong.disclosures.actions import Content, Told
from dienhong.foundations.days import DayField
from dienhong.registry.models import Locality, Post
from lawcore.disclosures import Form, Notice, Place, Publisher
from lawcore.disclosures.obligations import FORMS

ACCEPTED = ".pdf,.docx,.xlsx,.jpg,.jpeg,.png"
BEGINS = {
    ".pdf": b"%PDF",
    ".docx": b"PK",
    ".xlsx": b"PK",
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
    ".png": b"\x89PNG",
}


def fresh_key() -> str:
    return str(uuid4())


class KnownFile(forms.FileField):
    """One file that is what its name says, no larger than the installation allows."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        file = super().clean(data, initial)
        if not file:
            return file
        if file.size > settings.DIENHONG_UPLOAD_LIMIT:
            raise forms.ValidationError(_("Tệp quá lớn. Hãy chọn tệp dưới 30 MB."))
        begins = BEGINS.get(PurePath(file.name).suffix.lower())
        head = file.read(8)
        file.seek(0)
        if begins is None:
            raise forms.ValidationError(_("Hãy chọn tệp PDF, DOCX, XLSX, JPG hoặc PNG."))
        if not head.startswith(begins):
            raise forms.ValidationError(_("Tệp này không đúng loại như tên của nó. Hãy mở thử và lưu lại."))
        return file


class VillageField(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic in the stubs only
    """One village, or none for all of them."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Locality.objects.none(), required=False, **kwargs)


class PlanForm(forms.Form):
    has_portal = forms.BooleanField(label=_("Có cổng hoặc trang thông tin điện tử"), required=False, initial=True)
    has_radio = forms.BooleanField(label=_("Có hệ thống truyền thanh"), required=False, initial=True)


class LocalForm(forms.Form):
    label = forms.CharField(label=_("Nội dung phải công khai thêm"), max_length=300)
    clause = forms.CharField(
        label=_("Theo điều khoản nào"),
        max_length=200,
        help_text=_("Ví dụ: khoản 2 Điều 5 Quy chế thực hiện dân chủ của xã."),
    )
    number = forms.TypedChoiceField(label=_("Công khai như nội dung nào của Luật"), coerce=int)

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        contents = asking.contents(kind)
        number = self.fields["number"]
        if isinstance(number, forms.TypedChoiceField):
            number.choices = [(n, f"{n}. {each.label}") for n, each in enumerate(contents, start=1)]
            number.initial = len(contents)


class OwnerForm(forms.Form):
    owner = forms.ModelChoiceField(
        label=_("Người phụ trách"), queryset=Post.objects.none(), required=False, empty_label=_("chưa giao")
    )

    def __init__(self, *args: Any, posts: "QuerySet[Post] | None", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owner = self.fields["owner"]
        if posts is not None and isinstance(owner, forms.ModelChoiceField):
            owner.queryset = posts


class ContentForm(forms.Form):
    """A change: what happened, and the new content."""

    event = forms.CharField(
        label=_("Quyết định, văn bản hoặc việc làm phát sinh"),
        max_length=300,
        help_text=_("Ví dụ: Quyết định số 15/QĐ-UBND; kết thúc quý II; kết thúc lấy ý kiến."),
    )
    since = DayField(label=_("Ngày ký, ngày phát sinh"), help_text=_("Hạn công khai tính từ ngày này."))
    text = forms.CharField(
        label=_("Nội dung công khai"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Viết ngắn, dễ hiểu. Văn bản đầy đủ thì kèm tệp."),
    )
    file = KnownFile(
        label=_("Tệp kèm theo"),
        required=False,
        help_text=_("PDF, DOCX, XLSX, JPG hoặc PNG, dưới 30 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPTED}),
    )
    is_cleared = forms.BooleanField(
        label=_("Tôi đã đọc lại: không có bí mật nhà nước, thông tin chưa được công khai, dữ liệu cá nhân"),
        error_messages={"required": _("Hãy đọc lại nội dung và tệp rồi xác nhận")},
    )
    key = forms.CharField(widget=forms.HiddenInput, initial=fresh_key, max_length=64)

    def content(self) -> Content:
        """What the form says, with its file in chunks."""
        given, file = self.cleaned_data, self.cleaned_data["file"]
        return Content(
            event=given["event"],
            since=given["since"],
            text=given["text"],
            file_name=file.name if file else "",
            chunks=file.chunks() if file else None,
            is_cleared=given["is_cleared"],
        )


class OpenForm(ContentForm):
    title = forms.CharField(label=_("Tên nội dung"), max_length=300)
    village = VillageField(label=_("Thôn liên quan"), empty_label=_("cả xã"))

    def __init__(self, *args: Any, villages: Iterable[Locality], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["village"], villages)
        self.order_fields(["title", "event", "since", "village", "text", "file", "is_cleared"])


class RecordForm(forms.Form):
    form = forms.ChoiceField(label=_("Hình thức"), widget=forms.RadioSelect)
    places = forms.MultipleChoiceField(label=_("Niêm yết ở đâu"), required=False, widget=forms.CheckboxSelectMultiple)
    village = VillageField(label=_("Thôn"), empty_label=_("tất cả các thôn"))
    claimed_on = DayField(label=_("Ngày thực hiện"))
    last_on = DayField(label=_("Ngày phát cuối"), required=False, help_text=_("Chỉ ghi khi phát truyền thanh."))
    note = forms.CharField(label=_("Ghi chú"), required=False, max_length=300)
    proof = KnownFile(
        label=_("Ảnh, bản chụp làm bằng chứng"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPTED}),
    )
    key = forms.CharField(widget=forms.HiddenInput, initial=fresh_key, max_length=64)

    def __init__(
        self, *args: Any, kind: str, places: Sequence[str], villages: Iterable[Locality], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        _choose(self.fields["form"], [(str(way.code), way.label) for way in FORMS[Publisher(kind)]])
        _choose(self.fields["places"], [(each, capfirst(Place(each).words)) for each in places])
        _offer(self.fields["village"], villages)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("form") == Form.POSTING and not cleaned.get("places"):
            self.add_error("places", _("Hãy chọn nơi niêm yết."))
        return cleaned

    def told(self) -> Told:
        """What the form says; the places count for a posting only."""
        given, proof = self.cleaned_data, self.cleaned_data["proof"]
        return Told(
            form=given["form"],
            claimed_on=given["claimed_on"],
            places=given["places"] if given["form"] == Form.POSTING else (),
            village=given["village"],
            last_on=given["last_on"] if given["form"] == Form.RADIO else None,
            note=given["note"],
            proof_name=proof.name if proof else "",
            proof=proof.chunks() if proof else None,
        )


POST = "treo"


class PassOnForm(forms.Form):
    """What a village head did, in as few touches as possible."""

    what = forms.ChoiceField(label=_("Đã làm gì"), widget=forms.RadioSelect)
    claimed_on = DayField(label=_("Ngày làm"))
    proof = KnownFile(
        label=_("Chụp ảnh bảng tin, cuộc họp"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": "image/*", "capture": "environment"}),
    )
    note = forms.CharField(
        label=_("Ghi chú"), required=False, max_length=300, help_text=_("Ví dụ: đọc tại buổi họp thôn, 42 hộ dự.")
    )
    key = forms.CharField(widget=forms.HiddenInput, initial=fresh_key, max_length=64)

    def __init__(self, *args: Any, places: Sequence[str], tells: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hang = [(each, _("Đã treo tại %(place)s") % {"place": Place(each).words}) for each in places]
        tell = [(each.value, capfirst(each.words)) for each in Notice] if tells else []
        _choose(self.fields["what"], [*tell, *hang])

    def told(self, village: Locality) -> Told:
        """What the form says of this village."""
        given, proof = self.cleaned_data, self.cleaned_data["proof"]
        hangs = given["what"] in set(Place)
        return Told(
            form=Form.POSTING if hangs else Form.VILLAGE_HEAD,
            claimed_on=given["claimed_on"],
            places=(given["what"],) if hangs else (),
            village=village,
            notice="" if hangs else given["what"],
            note=given["note"],
            proof_name=proof.name if proof else "",
            proof=proof.chunks() if proof else None,
        )


class RemoveForm(forms.Form):
    claimed_on = DayField(label=_("Ngày gỡ"))
    reason = forms.CharField(
        label=_("Lý do"), required=False, max_length=300, help_text=_("Bắt buộc khi gỡ trước khi đủ ngày.")
    )


class ClearForm(forms.Form):
    reason = forms.CharField(
        label=_("Vì sao được công khai"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ví dụ: quy định buộc công khai danh sách này; số điện thoại là của cơ quan."),
    )


class HoldForm(forms.Form):
    waits_for = forms.CharField(
        label=_("Đang chờ"),
        required=False,
        max_length=300,
        help_text=_("Ví dụ: chờ Sở Tài chính phê duyệt quyết toán. Để trống khi không còn chờ."),
    )


class WithdrawForm(forms.Form):
    reason = forms.CharField(label=_("Lý do rút"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))
    signer_post = forms.CharField(label=_("Chức vụ người quyết định"), max_length=120)
    signer_name = forms.CharField(label=_("Họ và tên người quyết định"), max_length=120)
    is_owed_again = forms.BooleanField(
        label=_("Phải công khai lại bản đúng"),
        required=False,
        initial=True,
        help_text=_("Bỏ chọn khi quyết định đã bị bãi bỏ, không còn phải công khai."),
    )


class PublicFilter(forms.Form):
    """What a citizen looks for; nothing of it is required."""

    tim = forms.CharField(label=_("Tìm, có dấu hay không dấu đều được"), required=False, max_length=100)
    nd = forms.TypedChoiceField(label=_("Nội dung của Luật"), required=False, coerce=int, empty_value=None)
    thon = VillageField(label=_("Thôn"), empty_label=_("cả xã"))

    def __init__(self, *args: Any, contents: Sequence[Any], villages: Iterable[Locality], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(
            self.fields["nd"],
            [("", _("tất cả")), *((n, f"{n}. {each.label}") for n, each in enumerate(contents, start=1))],
        )
        _offer(self.fields["thon"], villages)


def _choose(field: forms.Field, choices: list[tuple[Any, Any]]) -> None:
    if isinstance(field, forms.ChoiceField):
        field.choices = choices


def _offer(field: forms.Field, villages: Iterable[Locality]) -> None:
    if isinstance(field, forms.ModelChoiceField):
        field.queryset = Locality.objects.filter(pk__in=[each.pk for each in villages]).order_by("path")
