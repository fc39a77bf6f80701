"""Several rows of a table chosen on a form."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

LONGEST_NUMBER = 18  # digits of a row's number that every database can hold


class RowsField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # generic in the stubs only
    """Rows by number; one longer than any table holds is no choice here, where the database would break on it."""

    def clean(self, value: Any) -> Any:
        for said in value if isinstance(value, list | tuple) else ():
            if len(str(said)) > LONGEST_NUMBER:
                raise ValidationError(
                    self.error_messages["invalid_choice"], code="invalid_choice", params={"value": str(said)[:40]}
                )
        return super().clean(value)
