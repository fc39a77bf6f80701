"""What components need that templates cannot say themselves."""

from dataclasses import dataclass

from django import template
from django.forms import Form
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from dienhong.foundations.statuses import STATUSES, Status

register = template.Library()


@dataclass(frozen=True, slots=True)
class Parts:
    """A figure in its three parts. Shares are widths to draw ("79.03%"), never numbers to print."""

    met: int
    missed: int
    unknown: int
    total: int
    met_width: str
    missed_width: str
    missed_from: str
    unknown_width: str
    unknown_from: str


@register.simple_tag
def parts_of(met: int, total: int, unknown: int) -> Parts:
    """Met, missed and unknown of a total; a total of 0 is drawn as an empty bar."""
    missed = total - met - unknown
    if min(met, missed, unknown) < 0:
        raise ValueError(f"{met} met and {unknown} unknown do not fit a total of {total}")

    def width(count: int) -> str:
        return f"{100 * count / total:.2f}%" if total else "0%"

    return Parts(
        met, missed, unknown, total, width(met), width(missed), width(met), width(unknown), width(met + missed)
    )


@register.filter
def grouped(count: int) -> str:
    """1204 as "1.204" in Vietnamese; only for people to read, never in an address."""
    return number_format(count, force_grouping=True)


@register.simple_tag
def status_of(kind: str) -> Status:
    """The words, tone and sign of a state; an unknown name is a mistake of the page."""
    return STATUSES[kind]


@register.simple_tag
def errors_of(form: Form) -> list[tuple[str, str]]:
    """Each error of a form with the address of the field to correct ("" for the form as a whole)."""
    found = [("", str(error)) for error in form.non_field_errors()]
    if any(field.errors for field in form.hidden_fields()):  # nobody can correct what is not seen
        found.append(("", _("Trang đã cũ. Hãy tải lại trang rồi làm lại.")))
    for field in form.visible_fields():
        found += [(f"#{field.first_id}", f"{field.label}: {error}") for error in field.errors]  # type: ignore[attr-defined]
    return found
