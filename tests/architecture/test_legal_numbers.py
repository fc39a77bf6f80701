"""A legal number lives in a dated value with its article: `NAME: Final = Dated(Version(day, value, cite=…))`.

In the files of the topics no other number stands than 0 and 1, and no number is written as text for a program.
"""

import ast
from pathlib import Path

import pytest

LAWCORE = Path(__file__).parents[2] / "src" / "lawcore"
TOPICS = (
    "ballots",
    "conventions",
    "elections",
    "boards",
    "disclosures",
    "consultations",
    "conferences",
    "petitions",
)
FILES = sorted(path for topic in TOPICS for path in (LAWCORE / topic).rglob("*.py"))
PLAIN = frozenset({0, 1})
NUMBER_MAKERS = frozenset({"int", "float", "complex", "Fraction", "Decimal"})


def faults(text, name):
    """Every number outside the dated values at the top of the module, with its line."""
    tree = ast.parse(text)
    dated = {id(call) for statement in tree.body for call in _dated_below(statement)}
    found = []

    def look(node):
        if id(node) in dated:
            return
        if isinstance(node, ast.Constant) and _is_number(node.value) and node.value not in PLAIN:
            found.append((node.lineno, f"the number {node.value!r} outside Dated(Version(…))"))
        if _is_call_of(node, NUMBER_MAKERS):
            found.extend(
                (word.lineno, f"the number {word.value!r} written as text")
                for word in node.args
                if isinstance(word, ast.Constant) and isinstance(word.value, str)
            )
        for child in ast.iter_child_nodes(node):
            look(child)

    look(tree)
    return [f"{name}:{line}: {what}" for line, what in sorted(found)]


def _dated_below(statement):
    if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None:
        yield from (node for node in ast.walk(statement.value) if _is_dated(node))


def _is_dated(node):
    return _is_call_of(node, {"Dated"})


def _is_call_of(node, names):
    if not isinstance(node, ast.Call):
        return False
    function = node.func
    return (function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")) in names


def _is_number(value):
    return isinstance(value, int | float | complex) and not isinstance(value, bool)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(LAWCORE)))
def test_numbers_of_the_law_are_dated(path):
    found = faults(path.read_text(encoding="utf-8"), f"lawcore/{path.relative_to(LAWCORE)}")
    assert not found, "\n".join(found)


HEAD = "NAME: Final = Dated(Version(date(2023, 7, 1), Fraction(2, 3), cite='LDC art. 21 cl. 1'))\n"


@pytest.mark.parametrize(
    "line",
    [
        "",
        "MANY = {'a': Dated(Version(date(2023, 7, 1), days(30), cite='x'))}",
        "def rule(n): return n + 1 if n > 0 else -1",
        "def rule(n): return f'{n:02d} và {n:>12}'",
        "def rule(day): return f'{day:%d/%m/%Y}'",
        "def rule(n): return n[1:], n[:-1], n is True",
        "def longer(law): return Dated(*(Version(each.since, each.value, each.cite) for each in law.versions))",
        "def rule(n): return 'khoản 3 Điều 20', Matter('15.3')",
    ],
)
def test_what_is_no_legal_number_passes(line):
    assert faults(HEAD + line, "x.py") == []


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("def rule(n): return n > 5", "the number 5 "),
        ("def rule(n): return -2 * n", "the number 2 "),
        ("def rule(n): return n[3:]", "the number 3 "),
        ("def rule(n): return 0.5", "the number 0.5 "),
        ("def rule(n, least=2): return n", "the number 2 "),
        ("HALF = Fraction(1, 2)", "the number 2 "),
        ("def rule(n): return f'{n + 30}'", "the number 30 "),
        ("def rule(n): return int('7')", "the number '7' written as text"),
        ("HALF = Fraction('1/2')", "the number '1/2' written as text"),
        ("FIRST = date(2023, 7, 1)", "the number 7 "),
        ("def rule(n): return Dated(Version(date(2023, 7, 1), n, cite='x'))", "the number 7 "),
    ],
)
def test_a_number_elsewhere_is_named_with_its_file_and_line(line, what):
    found = faults(HEAD + line, "lawcore/ballots/x.py")
    assert found
    assert all(each.startswith("lawcore/ballots/x.py:2: ") for each in found)
    assert any(what in each for each in found)
