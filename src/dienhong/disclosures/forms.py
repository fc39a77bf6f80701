"""Shape of what is typed about plans, disclosures and postings."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dienhong.disclosures import asking
from dienhong.disclosures.actions import Content, Told
from dienhong.disclosures.models import FIELD_UNITS, GateAnswer, HeldUpload, Version
from dienhong.disclosures.uploads import ACCEPTED, KINDS_AND_SIZE, KnownFile
from dienhong.documents import queries as documents
from dienhong.foundations.days import DayField
from dienhong.registry.models import Locality, Post
from lawcore.disclosures import Form, Place, Publisher
from lawcore.disclosures.obligations import FORMS

NONE, LAWFUL, SOME = "no", "lawful", "yes"
STOPS = {
    "secret": _("Hãy dừng lại: không đăng khi chưa có quyết định giải mật hoặc xác nhận không phải bí mật nhà nước."),
    "not_yet": _("Hãy hỏi nơi ban hành; chỉ đăng khi đã được phép, hoặc bỏ phần đó đi."),
    "personal": _("Hãy xóa hoặc che dữ liệu cá nhân rồi đăng bản đã che."),
}


def fresh_key() -> str:
    return str(uuid4())


class VillageField(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic in the stubs only
    """One village, or none for all of them. `became`: what a village that was merged is called now, by its id."""

    became: Mapping[int, Locality] = {}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Locality.objects.none(), required=False, **kwargs)

    def label_from_instance(self, obj: Locality) -> str:
        now = self.became.get(obj.pk)
        return gettext("%(village)s (nay là %(now)s)") % {"village": obj, "now": now} if now else str(obj)


class NotebookForm(forms.Form):
    table = forms.FileField(
        label=_("Sổ theo dõi, tệp Excel hoặc CSV"),
        help_text=_("Theo tệp mẫu, giữ nguyên dòng tiêu đề."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
    )

    def clean_table(self) -> Any:
        table = self.cleaned_data["table"]
        if table.size > settings.DIENHONG_UPLOAD_LIMIT:
            raise forms.ValidationError(_("Tệp quá lớn. Hãy tách thành nhiều tệp nhỏ hơn."))
        return table


class EnterForm(forms.Form):
    is_cleared = forms.BooleanField(
        label=_("Tôi đã đọc lại cả sổ: không có bí mật nhà nước, thông tin chưa được công khai, dữ liệu cá nhân"),
        error_messages={"required": _("Hãy đọc lại cả sổ rồi xác nhận")},
    )


class PlanForm(forms.Form):
    has_portal = forms.BooleanField(label=_("Có cổng hoặc trang thông tin điện tử"), required=False, initial=True)
    has_radio = forms.BooleanField(label=_("Có hệ thống truyền thanh"), required=False, initial=True)


class RemoveLocalForm(forms.Form):
    reason = forms.CharField(label=_("Lý do"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))


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


class FieldForm(forms.Form):
    """How many days the law of the field gives, and which clause says so; nothing where there is none."""

    days = forms.IntegerField(label=_("Số ngày"), required=False, min_value=0, max_value=366)
    unit = forms.ChoiceField(label=_("Tính theo"), choices=FIELD_UNITS, widget=forms.RadioSelect)
    clause = forms.CharField(
        label=_("Theo điều khoản nào"),
        required=False,
        max_length=200,
        help_text=_("Ví dụ: khoản 2 Điều 15 Thông tư về công khai ngân sách."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("days") is not None and not str(cleaned.get("clause", "")).strip():
            self.add_error("clause", _("Hãy ghi điều khoản của luật chuyên ngành định số ngày này."))
        return cleaned


class ContentForm(forms.Form):
    """A change: what happened, and the new content. `started` is a clock that runs already: it is not asked again."""

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
        help_text=KINDS_AND_SIZE,
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPTED}),
    )
    secret = forms.ChoiceField(
        label=GateAnswer.Question.SECRET.label,
        choices=[(NONE, _("Không có")), (SOME, _("Có, hoặc chưa chắc"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Hãy trả lời sau khi đọc lại nội dung và tệp")},
    )
    not_yet = forms.ChoiceField(
        label=GateAnswer.Question.NOT_YET.label,
        choices=[(NONE, _("Không có")), (SOME, _("Có, hoặc chưa chắc"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Hãy trả lời sau khi đọc lại nội dung và tệp")},
    )
    personal = forms.ChoiceField(
        label=GateAnswer.Question.PERSONAL.label,
        help_text=_("Số định danh, điện thoại, ngày sinh, tài khoản; danh sách hộ nghèo, người được hỗ trợ."),
        choices=[
            (NONE, _("Không có")),
            (LAWFUL, _("Có, và quy định buộc công khai")),
            (SOME, _("Có, hoặc chưa chắc")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Hãy trả lời sau khi đọc lại nội dung và tệp")},
    )
    personal_ground = forms.CharField(
        label=_("Quy định nào buộc công khai dữ liệu cá nhân này"),
        required=False,
        max_length=300,
        help_text=_("Chỉ ghi khi chọn câu thứ hai. Người thứ hai sẽ xem và quyết định."),
    )
    key = forms.CharField(widget=forms.HiddenInput, initial=fresh_key, max_length=64)

    def __init__(self, *args: Any, started: Version | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.started = started
        if started is not None:
            del self.fields["event"], self.fields["since"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name, why in STOPS.items():
            if cleaned.get(name) == SOME:
                self.add_error(name, why)
        if cleaned.get("personal") == LAWFUL and not cleaned.get("personal_ground", "").strip():
            self.add_error("personal_ground", _("Hãy ghi điều khoản buộc công khai"))
        return cleaned

    def content(self, held: HeldUpload | None = None) -> Content:
        """What the form says, with its file in chunks; or the file that came with an earlier sending of the form."""
        given, file = self.cleaned_data, self.cleaned_data["file"]
        chunks = file.chunks() if file else documents.chunks_of(held.file) if held else None
        return Content(
            event=self.started.event if self.started else given["event"],
            since=self.started.since if self.started else given["since"],
            text=given["text"],
            file_name=file.name if file else held.file_name if held else "",
            chunks=chunks,
            is_cleared=True,
            is_again=given.get("again", False),
            personal_ground=given["personal_ground"] if given["personal"] == LAWFUL else "",
        )


class OpenForm(ContentForm):
    title = forms.CharField(label=_("Tên nội dung"), max_length=300)
    village = VillageField(label=_("Thôn liên quan"), empty_label=_("cả xã"))

    def __init__(self, *args: Any, villages: Iterable[Locality], became: Mapping[int, Locality], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        village = self.fields["village"]
        if isinstance(village, VillageField):
            village.queryset = Locality.objects.filter(pk__in=[*(each.pk for each in villages), *became])
            village.queryset = village.queryset.order_by("valid_to", "path")
            village.became = became
        if self.data.get("again"):
            self.ask_again()
        self.order_fields(["title", "event", "since", "village", "text", "file"])

    def ask_again(self) -> None:
        """Whether it is meant, though the same is disclosed elsewhere: asked only where it is."""
        self.fields["again"] = forms.BooleanField(
            label=_("Vẫn mở"), required=False, help_text=_("Tôi biết nơi kia đã công khai; đây là việc khác.")
        )


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
        help_text=_("Ví dụ: Sở Tài chính phê duyệt quyết toán. Để trống khi không còn chờ."),
    )


class WithdrawForm(forms.Form):
    reason = forms.CharField(label=_("Lý do"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))
    signer_post = forms.CharField(label=_("Chức vụ người quyết định"), max_length=120)
    signer_name = forms.CharField(label=_("Họ và tên người quyết định"), max_length=120)
    is_owed_again = forms.BooleanField(
        label=_("Phải công khai lại bản đúng"),
        required=False,
        initial=True,
        help_text=_("Bỏ chọn khi quyết định đã bị bãi bỏ, không còn phải công khai."),
    )

    def __init__(self, *args: Any, has_content: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_content:
            self.fields["is_owed_again"].widget = forms.HiddenInput()
            self.fields["is_owed_again"].disabled = True
            self.fields["is_owed_again"].initial = False


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
