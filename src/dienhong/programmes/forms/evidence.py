"""The form of a record: what its kind asks for, and little else."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from dienhong.foundations.choices import RowsField
from dienhong.foundations.days import DayField
from dienhong.programmes.actions.evidence import Report, Upload
from dienhong.programmes.forms.programmes import fresh_key
from dienhong.programmes.kinds import KINDS, Field, Kind, Shape
from dienhong.programmes.models import Evidence, RosterEntry, Task
from dienhong.resolutions.models import Provision
from lawcore.vietnamese import nfc

ACCEPTED = ".jpg,.jpeg,.png,.heic,.webp,.pdf,.doc,.docx,.xls,.xlsx,.odt,.mp3,.mp4,.zip,image/*"
PREFIX = "x_"  # typed fields of a kind, so that they never meet the common ones


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files, each no larger than the installation allows."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        files = [file for file in (data if isinstance(data, list | tuple) else [data]) if file]
        for file in files:
            if file.size > settings.DIENHONG_UPLOAD_LIMIT:
                raise forms.ValidationError(_("Có tệp quá lớn. Hãy chọn tệp dưới 30 MB."))
        return [super(FilesField, self).clean(file, initial) for file in files]


class EntriesField(RowsField):
    """Persons, boards or items by name, each with the organization it belongs to."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: RosterEntry) -> str:
        name = obj.person.name if obj.person else obj.label
        return f"{name}, {obj.organization}"


class ProvisionsField(RowsField):
    """Provisions by citation, resolution and first words; folded, for there are many and few need them."""

    widget = forms.CheckboxSelectMultiple
    folds = True

    def label_from_instance(self, obj: Provision) -> str:
        return f"{obj.at} ({obj.version.shown_number}): {Truncator(obj.text).chars(90)}"


class KindForm(forms.Form):
    """First step without a task: what kind of thing is reported."""

    kind = forms.ChoiceField(
        label=_("Báo cáo việc gì"),
        choices=[(code, kind.label) for code, kind in KINDS.items()],
        widget=forms.RadioSelect,
    )


class EvidenceForm(forms.Form):
    title = forms.CharField(label=_("Việc đã làm"), max_length=300)
    is_negative = forms.BooleanField(required=False)
    effective_on = DayField(label=_("Ngày thực hiện"))
    key = forms.CharField(widget=forms.HiddenInput, initial=fresh_key)

    def __init__(
        self,
        *args: Any,
        kind: Kind,
        entries: "QuerySet[RosterEntry]",
        provisions: "QuerySet[Provision]",
        brief: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        self.fields["effective_on"].label = str(kind.day)
        self.fields["is_negative"].label = str(kind.negative)
        for spec in kind.fields:
            self.fields[PREFIX + spec.name] = _field(spec)
        if kind.points_to is not None:
            self.fields["entries"] = EntriesField(
                label=_("Minh chứng này nói đến ai, nội dung nào"),
                queryset=entries,
                required=False,
            )
        self.fields["files"] = FilesField(
            label=_("Ảnh, văn bản kèm theo"),
            help_text=_("Chụp bằng điện thoại cũng được. Tối đa 10 tệp, mỗi tệp dưới 30 MB."),
            required=False,
            widget=ManyFiles(attrs={"accept": ACCEPTED}),
        )
        if not brief and provisions.exists():
            self.fields["provisions"] = ProvisionsField(
                label=_("Minh chứng này phục vụ thêm điều khoản nào"),
                queryset=provisions,
                required=False,
            )
        self.order_fields(
            [
                "title",
                *(PREFIX + f.name for f in kind.fields),
                "effective_on",
                "entries",
                "files",
                "is_negative",
                "provisions",
            ],
        )

    def report(self, *, tasks: Sequence[Task]) -> Report:
        """What the form says, with its files in chunks."""
        given = self.cleaned_data
        return Report(
            kind=str(self.kind.code),
            title=nfc(given["title"]),
            effective_on=given["effective_on"],
            is_negative=given["is_negative"],
            data=dict(self._typed()),
            tasks=tasks,
            provisions=list(given.get("provisions") or ()),
            entries=list(given.get("entries") or ()),
            files=[Upload(file.name, file.chunks()) for file in given["files"]],
        )

    def _typed(self) -> Iterator[tuple[str, str | int]]:
        for spec in self.kind.fields:
            value = self.cleaned_data.get(PREFIX + spec.name)
            if value not in {None, ""}:
                yield spec.name, value if isinstance(value, int) else str(value)

    def clean(self) -> dict[str, Any]:
        """What was not done needs no number, place or size of it."""
        cleaned = super().clean() or {}
        if cleaned.get("is_negative"):
            for name in list(self.errors):
                if name.startswith(PREFIX) and name != f"{PREFIX}due_on":
                    del self.errors[name]
        return cleaned


def _field(spec: Field) -> forms.Field:
    common: dict[str, Any] = {"label": spec.label, "required": spec.is_required, "help_text": spec.hint}
    match spec.shape:
        case Shape.NUMBER:
            box = forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-10"})
            return forms.IntegerField(min_value=0, max_value=10**13, widget=box, **common)
        case Shape.DAY:
            return DayField(**common)
        case Shape.CHOICE:
            return forms.ChoiceField(choices=[("", "—"), *spec.choices], **common)
        case _:
            return forms.CharField(max_length=500, **common)


class ReturnForm(forms.Form):
    reason = forms.CharField(
        label=_("Lý do trả lại, cần bổ sung gì"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def initial_of(evidence: Evidence) -> dict[str, Any]:
    """The form filled with a record, to correct it."""
    days = {spec.name for spec in KINDS[evidence.kind].fields if spec.shape == Shape.DAY}
    typed = {
        PREFIX + name: date.fromisoformat(value) if name in days else value for name, value in evidence.data.items()
    }
    return {
        "title": evidence.title,
        "effective_on": evidence.effective_on,
        "is_negative": evidence.is_negative,
        "entries": evidence.entries.all(),
        "provisions": evidence.provisions.all(),
        **typed,
    }
