"""Rows chosen on a form."""

import pytest
from django.core.exceptions import ValidationError

from dienhong.foundations.choices import RowsField
from dienhong.registry.models import Locality


@pytest.fixture
def place(db):
    return Locality.objects.create(
        code="lam-giang", kind="province", word="tỉnh", name="Lam Giang", valid_from="2025-07-01", path="/1/"
    )


def test_rows_are_chosen_by_their_numbers(place):
    assert list(RowsField(Locality.objects.all()).clean([str(place.pk)])) == [place]


@pytest.mark.parametrize("said", ["9" * 20, "9" * 5000, "2", "²", "abc", "\x00"])
def test_a_number_of_no_row_is_no_choice(place, said):
    field = RowsField(Locality.objects.exclude(pk=2))
    with pytest.raises(ValidationError):
        field.clean([said])
