"""One Vietnamese word, two meanings: each place has the English of its own meaning."""

import pytest
from django.utils.translation import gettext, override, pgettext


@pytest.mark.parametrize(
    ("context", "word", "english"),
    [
        ("slip", "Đã phát", "Handed out"),
        ("decision", "Bãi bỏ", "Abolish"),
        ("typed list", "Đối chiếu", "Compare"),
        ("button", "Niêm yết", "Post"),
        ("receipt", "Của", "From"),
        ("tick", "Bỏ", "Untick"),
        ("matter", "Việc", "Matter"),
        ("labour", "Ngày công", "Days of labour"),
    ],
)
def test_a_word_is_said_in_english_as_it_is_meant_there(context, word, english):
    with override("en"):
        assert pgettext(context, word) == english
        assert gettext(word) != english


def test_a_roll_is_frozen():
    with override("en"):
        assert gettext("Chốt danh sách") == "Freeze the roll"
