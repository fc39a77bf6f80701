"""The shape of what an officer sends; never the law."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from dienhong.foundations.days import DayField
from dienhong.resolutions.actions import Terms
from dienhong.resolutions.actions.upload import MEGABYTE
from dienhong.resolutions.models import EVERY_NAMES, FAMILY_NAMES, TOPIC_NAMES, Proposal, Reading, Relation, Version

FORMATS = ".docx,.doc,.odt,.rtf,.pdf,.txt,.md,.html,.htm,.png,.jpg,.jpeg"
PASTED_NAME = "van-ban-dan.txt"
ANY = [("", _("Tất cả"))]
EVERY = [(every.value, name) for every, name in EVERY_NAMES.items()]
TOPICS = [(topic.value, name) for topic, name in TOPIC_NAMES.items()]
FAMILIES = [(code, f"{code}: {name}") for code, name in FAMILY_NAMES]


class KeyedForm(forms.Form):
    """A form that may be sent twice and is acted on once."""

    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["key"].initial = uuid4


class UploadForm(KeyedForm):
    """A file or pasted text; one of the two."""

    place = forms.TypedChoiceField(label=_("Nơi tổ chức thực hiện"), coerce=int)
    file = forms.FileField(
        label=_("Tệp văn bản"),
        required=False,
        help_text=_("DOCX, PDF, DOC, TXT, HTML hoặc ảnh chụp. Hệ thống giữ nguyên tệp gốc."),
        widget=forms.ClearableFileInput(attrs={"accept": FORMATS}),
    )
    text = forms.CharField(
        label=_("Hoặc dán toàn văn vào đây"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        strip=False,
    )

    def __init__(self, *args: Any, places: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["place"]
        field.choices = places  # type: ignore[attr-defined]
        if len(places) == 1:
            field.initial = places[0][0]

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        most = settings.DIENHONG_UPLOAD_LIMIT
        if file and file.size > most:  # nothing of it was kept: the size is all that is known
            raise forms.ValidationError(
                _("Tệp lớn hơn %(limit)s MB. Hãy giảm dung lượng ảnh hoặc tách tệp rồi gửi lại."),
                params={"limit": most // MEGABYTE},
            )
        return file

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("file") and (said.get("text") or "").strip():
            self.add_error("text", _("Đã chọn tệp thì để trống ô này, hoặc bỏ tệp để dùng phần dán."))
        if not said.get("file") and not (said.get("text") or "").strip() and "file" not in self.errors:
            self.add_error("file", _("Hãy chọn tệp văn bản, hoặc dán toàn văn vào ô bên dưới."))
        return said

    def content(self) -> tuple[bytes, str]:
        """The bytes to keep and the name they came under."""
        file = self.cleaned_data["file"]
        if file:
            return file.read(), file.name
        return self.cleaned_data["text"].encode(), PASTED_NAME


class TermsForm(KeyedForm):
    """What a proposal says. `seen` is the state that the officer's page showed."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    kind = forms.ChoiceField(label=_("Loại"), choices=Proposal.Kind.choices, widget=forms.RadioSelect)
    bearer = forms.CharField(label=_("Ai thực hiện"), required=False, help_text=_("Như văn bản ghi."))
    action = forms.CharField(label=_("Việc phải làm"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    percent = forms.DecimalField(
        label=_("Tỷ lệ (%)"), required=False, min_value=0, max_value=1000, decimal_places=3, max_digits=7,
        localize=True, help_text=_("Như văn bản ghi, chỉ dùng cho mục tiêu."),
    )  # fmt: skip
    population = forms.CharField(
        label=_("Tính trên"),
        required=False,
        help_text=_("Những ai, những gì phải đạt tỷ lệ này."),
    )
    aspirational = forms.BooleanField(label=_("Văn bản ghi “phấn đấu”"), required=False)
    every = forms.ChoiceField(label=_("Bao lâu một lần"), required=False)
    by_date = DayField(label=_("Chậm nhất ngày"), required=False)
    topic = forms.ChoiceField(label=_("Nhóm việc"), required=False)
    families = forms.MultipleChoiceField(
        label=_("Đo bằng chỉ tiêu"),
        choices=FAMILIES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["every"].choices = [("", _("Văn bản không nêu")), *EVERY]  # type: ignore[attr-defined]
        self.fields["topic"].choices = [("", _("Chưa xếp nhóm")), *TOPICS]  # type: ignore[attr-defined]

    @classmethod
    def of(cls, proposal: Proposal) -> "TermsForm":
        columns = Terms.of(proposal).columns()
        return cls(initial=columns | {"seen": proposal.state})

    def terms(self, proposal: Proposal | None = None) -> Terms:
        """What was typed; the reach of a range ("từ 90 đến 95%") stays as it was read."""
        said = self.cleaned_data
        is_target = said["kind"] == Proposal.Kind.TARGET
        read = Terms.of(proposal) if proposal is not None and proposal.percent == said["percent"] else None
        return Terms(
            kind=said["kind"],
            percent=said["percent"] if is_target else None,
            upto=read.upto if read and is_target else None,
            comparison=read.comparison if read and is_target else "",
            every=said["every"],
            aspirational=said["aspirational"],
            population=said["population"],
            bearer=said["bearer"],
            action=said["action"],
            topic=said["topic"],
            families=tuple(said["families"]) if is_target else (),
            by_date=said["by_date"],
        )


class SplitForm(KeyedForm):
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    text = forms.CharField(
        label=_("Lời của điều khoản"), widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Xuống dòng ở chỗ cần tách. Không thêm, bớt hay sửa chữ."),
    )  # fmt: skip

    def pieces(self) -> list[str]:
        return [line for line in self.cleaned_data["text"].splitlines() if line.strip()]


class MergeForm(KeyedForm):
    proposal = forms.TypedMultipleChoiceField(coerce=int)

    def __init__(self, *args: Any, ids: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["proposal"].choices = [(pk, pk) for pk in ids]  # type: ignore[attr-defined]


class NoteForm(forms.Form):
    outcome = forms.ChoiceField(label=_("Điều khoản này"), choices=Reading.Outcome.choices, widget=forms.RadioSelect)
    reason = forms.CharField(label=_("Lý do"), widget=forms.Textarea(attrs={"rows": 2}))


class CountForm(forms.Form):
    """An act on as many things as the officer's page showed."""

    article = forms.CharField(required=False, max_length=160)
    expected = forms.IntegerField(min_value=0)
    reason = forms.CharField(required=False)


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Lý do"), required=False, max_length=500)


class BlanksForm(forms.Form):
    """What the text left blank, from the signed original; only what is blank is asked."""

    title = forms.CharField(
        label=_("Tên nghị quyết"),
        help_text=_("Tệp không có dòng tên nên hệ thống đang gọi theo tên tệp."),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    number = forms.CharField(label=_("Số, ký hiệu"), required=False, max_length=60)
    adopted_on = DayField(label=_("Ngày thông qua"), required=False)
    effective_on = DayField(label=_("Ngày có hiệu lực"), required=False)
    adopted = forms.BooleanField(label=_("Đây là bản Hội đồng nhân dân đã thông qua"), required=False)

    def __init__(self, *args: Any, version: Version, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("title", "number", "adopted_on", "effective_on"):
            if version.metadata.get(name):
                del self.fields[name]
            elif name == "title":
                self.fields[name].initial = version.work.title
            else:
                self.fields[name].initial = getattr(version, name)
        if version.status == Version.Status.ADOPTED:
            del self.fields["adopted"]


class RelationForm(forms.Form):
    """Which work known here a named document is; empty takes the link back."""

    work = forms.TypedChoiceField(
        label=_("Là nghị quyết nào trong hệ thống"), coerce=int, required=False, empty_value=None
    )

    def __init__(self, *args: Any, works: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["work"].choices = [("", _("Chưa có trong hệ thống")), *works]  # type: ignore[attr-defined]


class StateRelationForm(forms.Form):
    """A relation that the text does not name in a way the machine could read."""

    kind = forms.ChoiceField(
        label=_("Văn bản này"),
        choices=[choice for choice in Relation.Kind.choices if choice[0] != Relation.Kind.BASED_ON],
    )
    work = forms.TypedChoiceField(label=_("Nghị quyết"), coerce=int)

    def __init__(self, *args: Any, works: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["work"].choices = works  # type: ignore[attr-defined]


class ReviewFilter(forms.Form):
    """Which proposals the review page shows. Every field may be empty."""

    dieu = forms.ChoiceField(label=_("Điều"), required=False)
    loai = forms.ChoiceField(label=_("Loại"), required=False, choices=[*ANY, *Proposal.Kind.choices])
    chu_de = forms.ChoiceField(label=_("Nhóm việc"), required=False)
    trang_thai = forms.ChoiceField(label=_("Tình trạng"), required=False)

    def __init__(self, *args: Any, articles: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        states = [choice for choice in Proposal.State.choices if choice[0] != Proposal.State.SUPERSEDED]
        self.fields["dieu"].choices = [*ANY, *articles]  # type: ignore[attr-defined]
        self.fields["chu_de"].choices = [*ANY, *TOPICS]  # type: ignore[attr-defined]
        self.fields["trang_thai"].choices = [*ANY, *states]  # type: ignore[attr-defined]

    def columns(self) -> dict[str, str]:
        """The filled fields as conditions on proposals, the article excepted."""
        self.is_valid()
        names = {"loai": "kind", "chu_de": "topic", "trang_thai": "state"}
        return {column: self.cleaned_data[name] for name, column in names.items() if self.cleaned_data.get(name)}
