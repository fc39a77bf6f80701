"""The index of rules finds what stands beside them and nothing else."""

import runpy
from pathlib import Path

import pytest

from lawcore import law_index

SOURCE = '''
HALF: Final = Dated(Version(date(2023, 7, 1), Fraction(1, 2), cite="LDC art. 21 cl. 1"))
LIMIT = Dated(
    Version(date(2012, 7, 1), days(10), cite="Law 02/2011 art. 27"),
    Version(date(2026, 7, 1), working_days(7), cite="Decree 155/2026 art. 10"),
)

def adopted(tally):
    """LDC art. 21 cl. 1: adopted when enough of all households agree.

    More words.
    """
    return helper(tally)

def helper(tally):
    """Not a rule."""
    return tally > HALF

def bare():
    """LDC art. 8 cl. 2, 11; nowhere art. x: cites what nobody can read."""
'''


def test_rules_and_dated_values_are_found_with_file_and_line(tmp_path):
    (tmp_path / "ballots.py").write_text(SOURCE)
    entries = list(law_index.entries(tmp_path))
    assert {(entry.name, entry.line, entry.cite) for entry in entries} == {
        ("HALF", 2, "LDC art. 21 cl. 1"),
        ("LIMIT", 3, "Law 02/2011 art. 27; Decree 155/2026 art. 10"),
        ("adopted", 8, "LDC art. 21 cl. 1"),
        ("bare", 19, "LDC art. 8 cl. 2, 11; nowhere art. x"),
    }


def test_a_value_says_what_holds_since_when(tmp_path):
    (tmp_path / "ballots.py").write_text(SOURCE)
    words = {entry.name: entry.words for entry in law_index.entries(tmp_path)}
    assert words["HALF"] == "1/2 từ 01/07/2023"
    assert words["LIMIT"] == "10 ngày từ 01/07/2012; 7 ngày làm việc từ 01/07/2026"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("None", "từ 01/07/2023"),  # một quy tắc bằng lời, không có con số
        ("value=True", "True từ 01/07/2023"),
        ("frozenset({Matter.COMMUNE_WORKS, Matter.VILLAGE_MONEY})", "commune works, village money từ 01/07/2023"),
        ("frozenset(Matter)", "Matter từ 01/07/2023"),
        ('{"has_reason": "lý do", Ground.WISH: Extent.PART}', "has_reason: lý do, wish: part từ 01/07/2023"),
        ("(3, 5)", "3, 5 từ 01/07/2023"),
        ("date(2023, 12, 31)", "31/12/2023 từ 01/07/2023"),
        ("Side(24, None)", "Side(24, None) từ 01/07/2023"),
    ],
)
def test_a_value_is_said_without_the_signs_of_code(tmp_path, value, said):
    (tmp_path / "a.py").write_text(f'A = Dated(Version(date(2023, 7, 1), {value}, cite="LDC art. 21 cl. 1"))')
    (entry,) = law_index.entries(tmp_path)
    assert entry.words == said


def test_a_rule_shows_the_values_it_rests_on_also_through_a_helper(tmp_path):
    (tmp_path / "ballots.py").write_text(SOURCE)
    (adopted,) = law_index.found("households", tmp_path)
    assert [value.name for value in adopted.values] == ["HALF"]
    shown = law_index.line(adopted).splitlines()
    assert "adopted when enough" in shown[0]
    assert "ballots.py:2  1/2 từ 01/07/2023" in shown[1]


def test_an_article_is_found_as_officials_write_it(tmp_path):
    (tmp_path / "ballots.py").write_text(SOURCE)
    assert [entry.name for entry in law_index.found("khoan 1 dieu 21", tmp_path)] == ["adopted"]
    (bare,) = law_index.found("nobody", tmp_path)
    assert bare.citation == bare.cite


def test_the_command_prints_what_it_finds_and_says_when_it_finds_nothing(capsys):
    assert law_index.main(["decision.required"]) == 0
    assert "lawcore/ballots/thresholds.py" in capsys.readouterr().out
    assert law_index.main(["zzzz"]) == 1
    assert capsys.readouterr().out == law_index.NOTHING


def test_the_file_itself_is_the_command(capsys, monkeypatch):
    monkeypatch.setattr("sys.argv", ["law_index", "zzzz"])
    with pytest.raises(SystemExit, match="1"):
        runpy.run_path(law_index.__file__, run_name="__main__")
    assert capsys.readouterr().out == law_index.NOTHING


def test_files_without_law_are_not_read(tmp_path):
    (tmp_path / "broken.py").write_text("def (")
    assert list(law_index.entries(tmp_path)) == []


def test_a_word_finds_rules_by_article_name_and_words(tmp_path):
    (tmp_path / "ballots.py").write_text(SOURCE)
    assert [entry.name for entry in law_index.found("households", tmp_path)] == ["adopted"]
    assert [entry.name for entry in law_index.found("HALF", tmp_path)] == ["HALF"]
    assert [entry.name for entry in law_index.found("art. 21", tmp_path)] == ["adopted"]  # it shows HALF below it


def test_a_rule_is_found_by_what_people_call_its_indicator():
    for word in ("T3b", "hương ước", "huong uoc"):
        assert "has_reviewed_convention" in {entry.name for entry in law_index.found(word)}
    assert "has_current_rules" in {entry.name for entry in law_index.found("quy chế")}


def test_a_rule_is_found_by_its_title_and_by_what_it_is_for():
    for word in ("decision.required", "so tan thanh toi thieu", "bao nhiêu hộ hoặc thôn"):
        assert "required" in {entry.name for entry in law_index.found(word)}


def test_the_rules_of_this_library_are_indexed():
    names = {entry.name for entry in law_index.entries()}
    assert {"works_digitally", "has_current_rules", "has_reviewed_convention"} <= names


def test_the_printed_index_is_what_the_code_says():
    printed = Path(__file__).parents[2] / "docs" / "law-index.md"
    assert printed.read_text() == law_index.page(), "run `make docs`"
