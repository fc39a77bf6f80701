"""Which rule implements which article, and where: `python -m lawcore.law_index household`.

Built from what stands beside the rules, so that it cannot go stale: docstrings that open with an article
("LDC art. 21 cl. 1: …", "Decree 61/2023 art. 15: …") and dated values (`Dated(Version(day, value, cite=…))`).
"""

import ast
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent
ARTICLE = re.compile(r"(?P<cite>(?:LDC|Civil Code|Law|Decree|Labour Code)[^:\n]*? art\.[^:\n]*): *(?P<words>[^\n]+)")


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One rule or legal value: its article, its name, where it stands, its first words or its value."""

    cite: str
    name: str
    file: str
    line: int
    words: str


def entries(root: Path = ROOT) -> Iterator[Entry]:
    """Every rule and dated value below a folder, in the order of the files."""
    for path in sorted(root.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        name = str(path.relative_to(root.parent))
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                yield from _rule(node, name)
            elif isinstance(node, ast.Assign):
                yield from _value(node, name)


def _rule(node: ast.FunctionDef | ast.ClassDef, file: str) -> Iterator[Entry]:
    match = ARTICLE.match(ast.get_docstring(node) or "")
    if match:
        yield Entry(match["cite"], node.name, file, node.lineno, match["words"])


def _value(node: ast.Assign, file: str) -> Iterator[Entry]:
    call = node.value
    target = node.targets[0]
    if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Dated"):
        return
    for version in call.args:
        if isinstance(version, ast.Call) and isinstance(target, ast.Name):
            cite = next((word.value for word in version.keywords if word.arg == "cite"), None)
            value = ", ".join(ast.unparse(argument) for argument in version.args)
            yield Entry(ast.literal_eval(cite) if cite else "", target.id, file, node.lineno, value)


def found(word: str, root: Path = ROOT) -> list[Entry]:
    """Entries whose article, name, file or words hold the word."""
    wanted = word.lower()
    return [
        entry for entry in entries(root) if wanted in f"{entry.cite} {entry.name} {entry.file} {entry.words}".lower()
    ]


def page(root: Path = ROOT) -> str:
    """docs/law-index.md, for people who do not open a terminal."""
    rows = [f"| {entry.cite} | `{entry.name}` | {entry.file} | {entry.words} |" for entry in sorted(entries(root))]
    head = ["# Rules by article", "", "Made by `make docs` from the code; LDC is Law 10/2022/QH15.", ""]
    return "\n".join([*head, "| article | name | file | what it says |", "|---|---|---|---|", *rows, ""])


def main(words: Sequence[str]) -> int:
    if list(words) == ["--page"]:
        sys.stdout.write(page())
        return 0
    lines = [
        f"{entry.cite:32} {entry.name:32} {entry.file}:{entry.line}  {entry.words}"
        for entry in sorted(found(" ".join(words)))
    ]
    sys.stdout.write("\n".join(lines) + ("\n" if lines else "Không có quy tắc nào nói đến từ này.\n"))
    return 0 if lines else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
