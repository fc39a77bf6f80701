"""The index of rules finds what stands beside them and nothing else."""

from pathlib import Path

from lawcore import law_index

SOURCE = '''
HALF = Dated(Version(date(2023, 7, 1), Fraction(1, 2), cite="LDC art. 21 cl. 1"))

def adopted(tally):
    """LDC art. 21 cl. 1: adopted when enough of all households agree.

    More words.
    """

def helper():
    """Not a rule."""
'''


def test_rules_and_dated_values_are_found_with_file_and_line(tmp_path):
    (tmp_path / "ballots.py").write_text(SOURCE)
    entries = list(law_index.entries(tmp_path))
    assert {(entry.name, entry.line, entry.cite) for entry in entries} == {
        ("HALF", 2, "LDC art. 21 cl. 1"),
        ("adopted", 4, "LDC art. 21 cl. 1"),
    }


def test_a_word_finds_rules_by_article_name_and_words(tmp_path):
    (tmp_path / "ballots.py").write_text(SOURCE)
    assert [entry.name for entry in law_index.found("households", tmp_path)] == ["adopted"]
    assert len(law_index.found("art. 21", tmp_path)) == 2


def test_a_rule_is_found_by_what_people_call_its_indicator():
    for word in ("T3b", "hương ước", "huong uoc"):
        assert [entry.name for entry in law_index.found(word)] == ["has_reviewed_convention"]
    assert [entry.name for entry in law_index.found("quy chế")] == ["has_current_rules"]


def test_the_rules_of_this_library_are_indexed():
    names = {entry.name for entry in law_index.entries()}
    assert {"works_digitally", "has_current_rules", "has_reviewed_convention"} <= names


def test_the_printed_index_is_what_the_code_says():
    printed = Path(__file__).parents[2] / "docs" / "law-index.md"
    assert printed.read_text() == law_index.page(), "run `make docs`"
