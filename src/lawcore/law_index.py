"""Which rule implements which article, and where: `python -m lawcore.law_index household`.

Built from what stands beside the rules, so that it cannot go stale: docstrings that open with an article
("LDC art. 21 cl. 1: …", "Decree 61/2023 art. 15: …"), dated values (`Dated(Version(day, value, cite=…))`), and
what people call the indicator that a rule decides (`Family("T3b", "Rà soát hương ước, quy ước", …)`).
"""

import ast
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lawcore.vietnamese import search_folded

ROOT = Path(__file__).parent
ARTICLE = re.compile(r"(?P<cite>(?:LDC|Civil Code|Law|Decree|Labour Code)[^:\n]*? art\.[^:\n]*): *(?P<words>[^\n]+)")


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One rule or legal value: its article, its name, where it stands, its first words or its value.

    `called` is what people call it in Vietnamese, with its code; "" for what has no name of its own.
    """

    cite: str
    name: str
    file: str
    line: int
    words: str
    called: str = ""


def entries(root: Path = ROOT) -> Iterator[Entry]:
    """Every rule and dated value below a folder, in the order of the files."""
    for path in sorted(root.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        name = str(path.relative_to(root.parent))
        called = dict(_families(tree))
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                yield from _rule(node, name, called.get(node.name, ""))
            elif isinstance(node, ast.Assign):
                yield from _value(node, name)


def _families(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """The function that judges an indicator, with the indicator's code and name."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(
                func=ast.Name(id="Family"),
                args=[ast.Constant(value=str(code)), ast.Constant(value=str(name)), *_, ast.Name(id=judge)],
            ):
                yield judge, f"{code} {name}"


def _rule(node: ast.FunctionDef | ast.ClassDef, file: str, called: str) -> Iterator[Entry]:
    match = ARTICLE.match(ast.get_docstring(node) or "")
    if match:
        yield Entry(match["cite"], node.name, file, node.lineno, match["words"], called)


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
    """Entries whose article, name, file or words hold the word; typed with or without diacritics."""
    wanted = search_folded(word)
    return [
        each
        for each in entries(root)
        if wanted in search_folded(f"{each.cite} {each.name} {each.file} {each.words} {each.called}")
    ]


def page(root: Path = ROOT) -> str:
    """docs/law-index.md, for people who do not open a terminal."""
    rows = [
        f"| {each.cite} | {each.called} | `{each.name}` | {each.file} | {each.words} |"
        for each in sorted(entries(root))
    ]
    head = ["# Rules by article", "", "Made by `make docs` from the code; LDC is Law 10/2022/QH15.", ""]
    return "\n".join(
        [*head, "| article | indicator | name | file | what it says |", "|---|---|---|---|---|", *rows, ""]
    )


def main(words: Sequence[str]) -> int:
    if list(words) == ["--page"]:
        sys.stdout.write(page())
        return 0
    lines = [
        f"{each.cite:32} {each.name:32} {each.file}:{each.line}  {each.words}"
        + (f"  [{each.called}]" if each.called else "")
        for each in sorted(found(" ".join(words)))
    ]
    sys.stdout.write("\n".join(lines or ["Không có quy tắc nào nói đến từ này. Mọi quy tắc: docs/law-index.md"]) + "\n")
    return 0 if lines else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
