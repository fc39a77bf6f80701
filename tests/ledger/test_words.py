import os
import unicodedata

import pytest

from dienhong.ledger.words import NotWords, listed, same_words, words_of
from lawcore.vietnamese import search_folded


def test_the_list_has_1024_words_that_stay_apart_without_their_marks():
    assert len(listed()) == 1024
    assert len({search_folded(word) for word in listed()}) == 1024


def test_no_two_words_differ_by_i_and_y_alone_after_a_consonant():
    folded = {search_folded(word) for word in listed()}
    assert not {
        word
        for word in folded
        if word[-1] == "y" and word[-2:-1] not in {"u", "a", "o", ""} and word[:-1] + "i" in folded
    }


def test_every_word_is_short_lower_case_and_composed():
    for word in listed():
        assert 1 <= len(word) <= 7
        assert word == word.lower() == unicodedata.normalize("NFC", word)
        assert word.isalpha()


def test_a_root_gives_eight_words_and_always_the_same():
    assert words_of(b"\0" * 32) == (listed()[0],) * 8
    assert words_of(b"\xff" * 32) == (listed()[1023],) * 8
    first = (1 << 246).to_bytes(32, "big")
    assert words_of(first) == (listed()[1], *(listed()[0],) * 7)


def test_words_written_without_marks_still_name_the_root():
    root = os.urandom(32)
    assert same_words([search_folded(word).upper() for word in words_of(root)], root)
    assert not same_words(words_of(root)[::-1], root) or words_of(root) == words_of(root)[::-1]


def test_another_root_has_other_words():
    root = os.urandom(32)
    other = bytes([root[0] ^ 1, *root[1:]])
    assert not same_words(words_of(root), other)


@pytest.mark.parametrize("said", [["an"] * 7, ["an"] * 7 + ["chuwngr"], []])
def test_what_is_not_eight_words_of_the_list_is_refused(said):
    with pytest.raises(NotWords):
        same_words(said, b"\0" * 32)
