"""Which rule implements which article, and where: `python -m lawcore.law_index household`.

Built from what stands beside the rules, so that it cannot go stale: docstrings that open with an article
("LDC art. 21 cl. 1: …", "Decree 61/2023 art. 15: …"), dated values (`Dated(Version(day, value, cite=…))`), the
Vietnamese titles of the rules that can be asked, and what people call the indicator that a rule decides
(`Family("T3b", "Rà soát hương ước, quy ước", …)`).
"""

import ast
import itertools
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from lawcore import asking
from lawcore.sources import UnknownSource, cited
from lawcore.vietnamese import search_folded

ROOT = Path(__file__).parent
ARTICLE = re.compile(r"(?P<cite>(?:LDC|Civil Code|Law|Decree|Labour Code)[^:\n]*? art\.[^:\n]*): *(?P<words>[^\n]+)")
NOTHING: Final = "Không có quy tắc nào nói đến từ này. Mọi quy tắc: docs/law-index.md\n"
_UNITS: Final = {"working_days": "ngày làm việc", "days": "ngày", "months": "tháng", "years": "năm"}


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One rule or legal value: its article, its name, where it stands, its first words or its value.

    `code`, `called` and `purpose` are how it is asked, what people call it and what it is for, in Vietnamese; "" for
    what has none. `values` are the legal values that a rule rests on.
    """

    cite: str
    name: str
    file: str
    line: int
    words: str
    code: str = ""
    called: str = ""
    purpose: str = ""
    values: tuple["Entry", ...] = ()

    @property
    def citation(self) -> str:
        """The article as officials write it; as it stands in the code where the short form is a wider one."""
        try:
            return cited(self.cite)
        except UnknownSource:
            return self.cite


class _File(NamedTuple):
    rules: tuple[Entry, ...]
    values: tuple[Entry, ...]


def entries(root: Path = ROOT) -> Iterator[Entry]:
    """Every rule and dated value below a folder, in the order of the files; the values of a rule: see `found`."""
    for path in _files(root):
        file = _read(path, root)
        yield from file.rules
        yield from file.values


@cache
def _files(root: Path) -> tuple[Path, ...]:
    """The files that can hold a rule or a value; reading the tree of every file would be slow."""
    return tuple(
        path
        for path in sorted(root.rglob("*.py"))
        if "Dated(" in (text := path.read_text(encoding="utf-8")) or ARTICLE.search(text)
    )


@cache
def _read(path: Path, root: Path) -> _File:
    """What a file holds. Its tree is let go at once: keeping all of them doubles the time of a search."""
    text, file = path.read_text(encoding="utf-8"), str(path.relative_to(root.parent))
    tree = ast.parse(text)
    families = dict(_families(tree, text))
    values = (_value(name, value, file) for name, value in _statements(tree, text, "Dated("))
    return _File(tuple(_rules(tree, file, families)), tuple(itertools.chain.from_iterable(values)))


def _statements(tree: ast.Module, text: str, sign: str) -> Iterator[tuple[str, ast.expr]]:
    """Name and value of each assignment of a module whose text holds a sign: quicker than to walk the tree."""
    lines = text.splitlines()
    for node in tree.body:
        if any(sign in line for line in lines[node.lineno - 1 : node.end_lineno]):
            match node:
                case ast.Assign(targets=[ast.Name(id=name)], value=ast.expr() as value):
                    yield name, value
                case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                    yield name, value


def _rules(tree: ast.Module, file: str, families: Mapping[str, str]) -> Iterator[Entry]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and (match := ARTICLE.match(ast.get_docstring(node) or "")):
            asked = _asked().get((file, node.name), ("", families.get(node.name, ""), ""))
            yield Entry(match["cite"], node.name, file, node.lineno, match["words"], *asked)


@cache
def _asked() -> dict[tuple[str, str], tuple[str, str, str]]:
    """File and name of the function of each question, with its codes, title and purpose."""
    found: dict[tuple[str, str], tuple[str, str, str]] = {}
    for top in asking.questions().values():
        for each in top.kinds.values() or (top,):
            place = each.function.__module__.replace(".", "/") + ".py", each.function.__name__
            code, called, purpose = found.get(place, ("", each.title, each.purpose))
            found[place] = (f"{code} {each.code}".strip(), called, purpose)
    return found


def _families(tree: ast.Module, text: str) -> Iterator[tuple[str, str]]:
    """The function that judges an indicator, with the indicator's code and name."""
    for _, value in _statements(tree, text, "Family("):
        for call in ast.walk(value):
            match call:
                case ast.Call(
                    func=ast.Name(id="Family"),
                    args=[ast.Constant(value=str(code)), ast.Constant(value=str(name)), *_, ast.Name(id=judge)],
                ):
                    yield judge, f"{code} {name}"


def _value(name: str, value: ast.expr, file: str) -> Iterator[Entry]:
    for call in ast.walk(value):
        match call:
            case ast.Call(func=ast.Name(id="Dated"), args=[ast.Call(func=ast.Name(id="Version")), *_] as versions):
                given = [each for each in versions if isinstance(each, ast.Call)]
                cites = [_said(word.value) for each in given for word in each.keywords if word.arg == "cite"]
                words = "; ".join(_version(each) for each in given)
                yield Entry("; ".join(dict.fromkeys(cites)), name, file, call.lineno, words)


def _version(call: ast.Call) -> str:
    """What a version says: "2/3 từ 01/07/2023" of `Version(date(2023, 7, 1), Fraction(2, 3), cite=…)`.

    A rule in words, without a figure, has the value None: only its first day is said.
    """
    named = [word.value for word in call.keywords if word.arg == "value"]
    since, value, *_ = [*call.args, *named, ast.Constant(None), ast.Constant(None)]
    return f"{_said(value)} từ {_said(since)}".strip()


def _said(value: ast.expr) -> str:
    """A value without the signs of code: "3, 5" of `(3, 5)`, "village money" of `Matter.VILLAGE_MONEY`."""
    match value:
        case ast.Call(func=ast.Name(id=made_by), args=given):
            return _made(made_by, given) or ast.unparse(value)
        case ast.Set(elts=parts) | ast.Tuple(elts=parts):
            return ", ".join(map(_said, parts))
        case ast.Dict(keys=keys, values=values):
            return ", ".join(f"{_said(key)}: {_said(each)}" for key, each in zip(keys, values, strict=True) if key)
        case ast.Attribute(attr=name):
            return name.replace("_", " ").lower()
        case ast.Constant(value=None | str() as text):
            return text or ""
        case _:
            return ast.unparse(value)


def _made(made_by: str, given: list[ast.expr]) -> str:
    """A fraction, a period, a day or a set in words; "" for what is made otherwise."""
    words = [_said(each) for each in given]
    match made_by, words:
        case "Fraction", [over, under]:
            return f"{over}/{under}"
        case "date", [year, month, day]:
            return f"{day:0>2}/{month:0>2}/{year}"
        case "frozenset", [members]:
            return members
        case unit, [number] if unit in _UNITS:
            return f"{number} {_UNITS[unit]}"
        case _:
            return ""


def found(word: str, root: Path = ROOT) -> list[Entry]:
    """Rules, with the values they rest on, then other values, that hold the word; with or without diacritics."""
    wanted = search_folded(word)
    hits = [
        replace(each, values=_resting_on(each, root))
        for each in sorted(entries(root))
        if wanted in search_folded(" ".join(_searched(each)))
    ]
    shown = {value for each in hits for value in each.values}
    return sorted((each for each in hits if each not in shown), key=lambda each: not each.code)


def _resting_on(entry: Entry, root: Path) -> tuple[Entry, ...]:
    """The dated values of its folder that a rule uses, also through the other functions of its file."""
    path = root.parent / entry.file
    near, names = _values_near(path, root), _names(path)
    waiting, seen = [entry.name], set[str]()
    while waiting:
        used = names.get(waiting.pop(), frozenset()) - seen
        seen |= used
        waiting.extend(used)
    return tuple(near[name] for name in sorted(seen) if name in near)


@cache
def _values_near(path: Path, root: Path) -> Mapping[str, Entry]:
    """The values of a file and of the other files of its folder, by name; its own first."""
    files = [file for file in _files(root) if file.parent == path.parent and file != path]
    return {value.name: value for file in (*files, path) for value in _read(file, root).values}


@cache
def _names(path: Path) -> Mapping[str, frozenset[str]]:
    """The names that each function or class of a file uses."""
    return {
        node.name: frozenset(each.id for each in ast.walk(node) if isinstance(each, ast.Name))
        for node in ast.parse(path.read_bytes()).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    }


def _searched(entry: Entry) -> tuple[str, ...]:
    return (entry.cite, entry.citation, entry.name, entry.file, entry.words, entry.code, entry.called, entry.purpose)


def line(entry: Entry) -> str:
    """An entry as a terminal shows it: the rule, its values, their articles, file and line."""
    called = f"  [{entry.code} {entry.called}]".replace("[ ", "[") if entry.called else ""
    head = f"{entry.cite:32} {entry.name:32} {entry.file}:{entry.line}  {entry.words}{called}"
    return "\n".join([head, *(f"    {line(each)}" for each in entry.values)])


def page(root: Path = ROOT) -> str:
    """docs/law-index.md, for people who do not open a terminal."""
    rows = [
        f"| {each.cite} | {_codes(each)} | {each.called} | `{each.name}` | {each.file} | {each.words} |"
        for each in sorted(entries(root))
    ]
    head = ["# Rules by article", "", "Made by `make docs` from the code; LDC is Law 10/2022/QH15.", ""]
    return "\n".join(
        [*head, "| article | asked as | called | name | file | what it says |", "|---|---|---|---|---|---|", *rows, ""]
    )


def _codes(entry: Entry) -> str:
    return ", ".join(f"`{code}`" for code in entry.code.split())


def main(words: Sequence[str]) -> int:
    hits = found(" ".join(words))
    sys.stdout.write("".join(f"{line(each)}\n" for each in hits) or NOTHING)
    return 0 if hits else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
