"""The head of a village by the name that the law and its people use."""

import pytest

from dienhong.registry.heads import head_of
from dienhong.registry.models import Locality


@pytest.mark.parametrize(
    ("word", "head"),
    [
        ("thôn", "Trưởng thôn"),
        ("buôn", "Trưởng buôn"),
        ("Khu phố", "Trưởng khu phố"),
        ("tổ dân phố", "Tổ trưởng tổ dân phố"),
        ("Tổ dân phố ", "Tổ trưởng tổ dân phố"),
    ],
)
def test_the_head_is_named_by_the_villages_own_word(word, head):
    assert head_of(Locality(word=word, name="số 3")) == head
