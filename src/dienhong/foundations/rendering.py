"""Forms as our pages draw them: label, hint, error, and in words whether an answer is required."""

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.forms.widgets import Input
from django.utils.translation import gettext as _

# The first class that fits gives the class of the control; widgets not listed are drawn as Django draws them.
_CONTROLS: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxSelectMultiple, "govuk-checkboxes__input"),  # before its parent class
    (forms.RadioSelect, "govuk-radios__input"),
    (forms.CheckboxInput, "govuk-checkboxes__input"),
    (forms.Select, "govuk-select"),
    (forms.Textarea, "govuk-textarea"),
    (forms.FileInput, ""),
    (forms.HiddenInput, ""),
    (Input, "govuk-input"),
)
_CHOICES = (forms.RadioSelect, forms.CheckboxSelectMultiple)


def _what_to_do(field: forms.Field) -> str:
    if isinstance(field, forms.FileField):
        return _("Hãy chọn một tệp")
    if isinstance(field, forms.BooleanField):
        return _("Hãy đánh dấu vào ô này")
    return _("Hãy chọn một mục") if isinstance(field, forms.ChoiceField) else _("Hãy điền mục này")


class PageField(BoundField):
    """A field that knows how it is laid out, what to say when it is left empty, and where its error link leads."""

    def __init__(self, form: forms.BaseForm, field: forms.Field, name: str) -> None:
        super().__init__(form, field, name)
        if field.error_messages.get("required") == forms.Field.default_error_messages["required"]:
            field.error_messages["required"] = _what_to_do(field)

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        widget = widget or self.field.widget
        built = super().build_widget_attrs(attrs, widget)
        control = next((css for kind, css in _CONTROLS if isinstance(widget, kind)), "")
        classes = [control, str(widget.attrs.get("class", ""))]
        if self.errors and control in {"govuk-input", "govuk-select", "govuk-textarea"}:
            classes.append(f"{control}--error")
        if joined := " ".join(filter(None, classes)):
            built["class"] = joined
        built.pop("required", None)  # said in words; the browser's own bubbles speak another language
        if self.field.required and not self.use_fieldset:
            built["aria-required"] = "true"
        return built

    @property
    def layout(self) -> str:
        """How the field is drawn: "choices", "checkbox", "hidden", "file" or "line"."""
        widget = self.field.widget
        if self.is_hidden:
            return "hidden"
        if isinstance(widget, _CHOICES):
            return "choices"
        if isinstance(widget, forms.CheckboxInput):
            return "checkbox"
        return "file" if isinstance(widget, forms.FileInput) else "line"

    @property
    def folds(self) -> bool:
        """Whether the field is drawn behind its own label: a long list of choices that few people need."""
        return self.layout == "choices" and bool(getattr(self.field, "folds", False))

    @property
    def first_id(self) -> str:
        """The id of the first control, where the link of an error leads."""
        if self.use_fieldset and self.subwidgets:
            return f"{self.auto_id}_0"
        return str(self.id_for_label or self.auto_id)


class PageFormRenderer(TemplatesSetting):
    """The project's FORM_RENDERER."""

    form_template_name = "foundations/forms/form.html"
    field_template_name = "foundations/forms/field.html"
    bound_field_class = PageField
