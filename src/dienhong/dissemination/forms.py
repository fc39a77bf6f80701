"""Shape of what is typed about scripts, second texts, voices, letters."""

import re
from datetime import time
from pathlib import PurePath
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from dienhong.disclosures import scripts
from dienhong.dissemination import sounds
from dienhong.dissemination.languages import CHOICES, SPOKEN, name_of
from dienhong.dissemination.models import Script, SecondText
from dienhong.foundations.days import DayField
from dienhong.registry.models import Locality
from lawcore.vietnamese import sort_key

TEXT_FILES = (".docx", ".pdf", ".txt")
LARGEST_TEXT_FILE = 10 * 1024 * 1024
MOST_TIMES = 6
_TIME = re.compile(r"^(\d{1,2})(?:[:hg.](\d{2}))?[hg]?$")


def fresh_key() -> str:
    return str(uuid4())


class TimesField(forms.CharField):
    """Times of the day as people write them: "5h30, 17:00" → 05:30 and 17:00."""

    def clean(self, value: Any) -> list[time]:
        found = []
        for part in re.split(r"[,;\s]+", (super().clean(value) or "").lower().strip(" ,;")):
            match = _TIME.match(part)
            if match is None:
                raise forms.ValidationError(_("Ghi giờ như 5:30, 17:00; nhiều giờ thì cách nhau bằng dấu phẩy."))
            try:
                found.append(time(int(match[1]), int(match[2] or 0)))
            except ValueError as wrong:
                raise forms.ValidationError(_("Giờ này không có. Ghi từ 0:00 đến 23:59.")) from wrong
        if len(found) > MOST_TIMES:
            raise forms.ValidationError(_("Nhiều nhất sáu giờ phát một ngày."))
        return sorted(set(found))


class ScriptForm(forms.Form):
    text = forms.CharField(
        label=_("Lời đọc"),
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=_("Mỗi câu một dòng, con số viết bằng chữ. Bấm “Tính giây” để xem đọc hết bao lâu."),
    )
    first_on = DayField(label=_("Phát từ ngày"))
    last_on = DayField(
        label=_("Đến hết ngày"),
        required=False,
        help_text=_("Để trống thì phát đủ số ngày liền nhau Luật đòi. Ghi ngày sớm hơn cũng được kéo cho đủ."),
    )
    times = TimesField(label=_("Giờ phát mỗi ngày"), initial="5:30, 17:00", max_length=60)
    key = forms.CharField(widget=forms.HiddenInput, initial=fresh_key, max_length=64)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        first, last = given.get("first_on"), given.get("last_on")
        if first and last and last < first:
            self.add_error("last_on", _("Ngày cuối không được trước ngày đầu."))
        return given

    @property
    def seconds(self) -> int:
        """How long the words as they stand in the form take."""
        return scripts.estimate(str(self["text"].value() or ""))


class BroadcastForm(forms.Form):
    first_on = DayField(label=_("Đã phát từ ngày"))
    last_on = DayField(label=_("Đến hết ngày"), help_text=_("Chỉ ghi đến ngày đã phát."))
    note = forms.CharField(label=_("Ghi chú"), required=False, max_length=300)


class TextForm(forms.Form):
    language = forms.ChoiceField(label=_("Thứ tiếng"))
    text = forms.CharField(
        label=_("Lời dịch"), required=False, widget=forms.Textarea(attrs={"rows": 10}), max_length=40_000
    )
    file = forms.FileField(
        label=_("Hoặc chọn tệp"),
        required=False,
        help_text=_("DOCX, PDF hoặc TXT, dưới 10 MB. Lời được đọc ra từ tệp; hãy xem lại trước khi nhờ duyệt."),
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(TEXT_FILES)}),
    )
    translator_name = forms.CharField(label=_("Họ và tên người dịch"), max_length=120)
    key = forms.CharField(widget=forms.HiddenInput, initial=fresh_key, max_length=64)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self.fields["language"], sorted(CHOICES, key=lambda each: sort_key(each[1])))

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file and PurePath(file.name).suffix.lower() not in TEXT_FILES:
            raise forms.ValidationError(_("Hãy chọn tệp DOCX, PDF hoặc TXT."))
        if file and file.size > LARGEST_TEXT_FILE:
            raise forms.ValidationError(_("Tệp quá lớn. Hãy chọn tệp dưới 10 MB."))
        return file

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and bool(given.get("text", "").strip()) == bool(given.get("file")):
            self.add_error("text", _("Hãy gõ lời dịch, hoặc chọn một tệp: một trong hai."))
        return given


class VoiceForm(forms.Form):
    language = forms.ChoiceField(label=_("Thứ tiếng"), choices=SPOKEN)
    read = forms.ChoiceField(label=_("Đọc theo"), required=False)
    reader_name = forms.CharField(label=_("Họ và tên người đọc"), max_length=120)
    file = forms.FileField(
        label=_("Bản ghi âm"),
        help_text=_(
            "MP3, M4A, OGG hoặc WAV, dưới 12 MB; ghi bằng điện thoại là được. Người thật đọc, không dùng giọng máy."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": sounds.ACCEPTED}),
    )
    key = forms.CharField(widget=forms.HiddenInput, initial=fresh_key, max_length=64)

    def __init__(self, *args: Any, script: Script | None, texts: list[SecondText], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._script, self._texts = script, {f"text-{each.pk}": each for each in texts}
        offered: list[tuple[str, Any]] = [("", _("nội dung công khai"))]
        if script is not None:
            offered.append(("script", _("lời phát thanh, bản %(n)s") % {"n": script.number}))
        offered += [(key, f"{name_of(each.language)}, {each.number}") for key, each in self._texts.items()]
        _choose(self.fields["read"], offered)

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > sounds.LARGEST:
            raise forms.ValidationError(sounds.TOO_LARGE)
        data = file.read()
        if sounds.kind_of(data) is None:
            raise forms.ValidationError(sounds.NOT_A_SOUND)
        return data

    @property
    def script(self) -> Script | None:
        return self._script if self.cleaned_data["read"] == "script" else None

    @property
    def text(self) -> SecondText | None:
        return self._texts.get(self.cleaned_data["read"])


class OwnApprovalForm(forms.Form):
    post = forms.CharField(
        label=_("Chức danh, vai trò của tôi"),
        max_length=120,
        help_text=_("Ví dụ: Trưởng ấp; Trưởng ban công tác Mặt trận; giáo viên."),
    )


class ApprovalForm(forms.Form):
    name = forms.CharField(label=_("Họ và tên người duyệt"), max_length=120)
    post = forms.CharField(
        label=_("Chức danh, vai trò"),
        max_length=120,
        help_text=_("Ví dụ: người có uy tín, sư cả, già làng, giáo viên."),
    )
    note = forms.CharField(
        label=_("Đã duyệt thế nào"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Ví dụ: đọc và ký trên bản in ngày 12/8; nghe hết bản ghi âm tại chùa."),
    )


class TakeBackForm(forms.Form):
    name = forms.CharField(label=_("Họ và tên người quyết định"), max_length=120)
    post = forms.CharField(label=_("Chức danh, vai trò"), max_length=120)
    note = forms.CharField(label=_("Lý do ngừng dùng"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))


class LettersForm(forms.Form):
    village = forms.ModelChoiceField(label=_("Thôn"), queryset=Locality.objects.none(), empty_label=None)
    how = forms.ChoiceField(label=_("Địa chỉ"), widget=forms.RadioSelect)
    count = forms.IntegerField(
        label=_("Số thư"), required=False, min_value=1, max_value=500, help_text=_("Chỉ ghi khi để trống địa chỉ.")
    )
    key = forms.CharField(widget=forms.HiddenInput, initial=fresh_key, max_length=64)

    def __init__(self, *args: Any, villages: list[Locality], may_address: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        village = self.fields["village"]
        if isinstance(village, forms.ModelChoiceField):
            village.queryset = Locality.objects.filter(pk__in=[each.pk for each in villages]).order_by("path")
        named = [("named", _("Mỗi hộ trong danh bạ một thư, ghi sẵn tên chủ hộ"))] if may_address else []
        _choose(self.fields["how"], [*named, ("blank", _("Để trống địa chỉ, ghi tay"))])
        self.initial.setdefault("how", "named" if may_address else "blank")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("how") == "blank" and not given.get("count") and "count" not in self.errors:
            self.add_error("count", _("Hãy ghi số thư cần in."))
        return given


def _choose(field: forms.Field, choices: list[tuple[Any, Any]]) -> None:
    if isinstance(field, forms.ChoiceField):
        field.choices = choices
