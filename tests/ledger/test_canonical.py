import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dienhong.ledger.canonical import NotCanonical, canonical

TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXT,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(TEXT.map(lambda t: unicodedata.normalize("NFC", t)), inner)
    ),
    max_leaves=12,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"b": 1, "a": [True, None, "x"]}, '{"a":[true,null,"x"],"b":1}'),
        ({"\U0001f600": 1, "\ufb33": 2}, '{"\u05d3\u05bc":2,"\U0001f600":1}'),  # NFC takes U+FB33 apart
        ({"\U0001f600": 1, "\uff41": 2}, '{"\U0001f600":1,"\uff41":2}'),  # by UTF-16 code unit, not by code point
        ('\u0007\n"\\/', '"\\u0007\\n\\"\\\\/"'),
        ("Việt", '"Việt"'),
    ],
)
def test_each_value_has_one_text(value, text):
    assert canonical(value).decode() == text


def test_a_name_typed_in_two_ways_is_one_name():
    composed, decomposed = "Nguyễn", unicodedata.normalize("NFD", "Nguyễn")
    assert composed != decomposed
    assert canonical({composed: composed}) == canonical({decomposed: decomposed})


def test_two_keys_that_are_one_in_nfc_are_refused():
    with pytest.raises(NotCanonical, match="NFC"):
        canonical({"ế": 1, unicodedata.normalize("NFD", "ế"): 2})


@pytest.mark.parametrize("value", [1.5, 2.0, float("nan"), 2**53, -(2**53), b"x", {1}, {1: 2}, "\ud83d", "\0"])
def test_what_machines_write_differently_is_refused(value):
    with pytest.raises(NotCanonical):
        canonical(value)


@given(VALUES)
def test_reading_back_and_writing_again_changes_nothing(value):
    text = canonical(value)
    assert canonical(json.loads(text)) == text
    assert unicodedata.is_normalized("NFC", text.decode())
