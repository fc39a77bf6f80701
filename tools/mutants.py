"""Changes lawcore one sign at a time and sees whether a test notices. Used by `make mutants`.

    python tools/mutants.py sample    a thousand drawn from all of lawcore, at least 90 % noticed
    python tools/mutants.py exact     every comparison and number of ballots, timelimits and calendar, all noticed

Each module has its share of the thousand by the changes that can be made to it; lists of words have none. Each change
runs the tests of its own module in a forked process; a run that takes too long has noticed. What cannot be noticed is
explained in tools/mutants_explained.toml.
"""

import argparse
import ast
import importlib.machinery
import importlib.util
import os
import random
import re
import signal
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import CodeType

import hypothesis
import pytest

ROOT = Path(__file__).parents[1]
LAWCORE = ROOT / "src" / "lawcore"
TESTS = ROOT / "tests"
EXPLAINED = Path(__file__).with_name("mutants_explained.toml")
EXACT = ("ballots", "timelimits", "calendar")
MODULES = tuple(sorted({path.relative_to(LAWCORE).with_suffix("").parts[0] for path in LAWCORE.rglob("*.py")}))
TESTED_BY = {
    "comparison": ("texts/test_comparison.py",),
    "indicators": ("law/test_measures.py", "law/test_families.py", "law/test_reporting_periods.py"),
    "merkle": ("verification",),
    "signatures": ("law/ballots/test_*.py", "law/conventions/test_*.py"),
    "obligations": (
        *("texts/test_sentences.py", "texts/test_duties.py", "texts/test_targets.py"),
        *("texts/test_labelled_sentences.py", "texts/test_comparison.py", "reading/test_summary.py"),
        "reading/test_unseen_resolutions.py::test_it_is_read_as_a_person_reads_it",
    ),
    "provisions": (
        *("law/test_citations.py", "law/test_official_citations.py", "texts/test_issued_elsewhere.py"),
        *("texts/test_provisions_[fmnrs]*.py", "reading/test_summary.py"),
        "reading/test_unseen_resolutions.py::test_it_is_read_as_a_person_reads_it",
        *("reading/test_any_layout.py", "texts/test_provisions_keep_words.py"),
    ),
}
"""What tests a module where that is not tests/law/<module> or tests/law/test_<module>.py alone."""
DAYS_IN_FORCE = "law/test_versions.py"
EXACT_KINDS = frozenset({"comparison", "number"})
SAMPLE = 1000
SAMPLE_TARGET, EXACT_TARGET = 0.90, 1.0
NOTICED = tuple(
    int(code) for code in (pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.INTERRUPTED, pytest.ExitCode.USAGE_ERROR)
)
"""A test fails, a file of tests cannot be imported, or its conftest cannot; a run without a change is green before."""

COMPARISONS = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="}
COMPARISONS |= {"is not": "is", "is": "is not", "not in": "in", "in": "not in"}
COMPARISON = re.compile(r"<=|>=|==|!=|<|>|\bis\s+not\b|\bnot\s+in\b|\bis\b|\bin\b")
SUMS: dict[type[ast.operator], tuple[str, str]] = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "//"),
    ast.FloorDiv: ("//", "*"),
    ast.Mod: ("%", "*"),
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of one file: the text from `start` to `end` becomes `after`."""

    path: Path
    kind: str
    line: int
    start: int
    end: int
    before: str
    after: str

    @property
    def module(self) -> str:
        return self.path.relative_to(LAWCORE).with_suffix("").parts[0]

    def source(self) -> str:
        text = self.path.read_text(encoding="utf-8")
        return text[: self.start] + self.after + text[self.end :]

    def key(self) -> tuple[str, str, str, str]:
        """What names the change in the explanations; the number of the line is not part of it."""
        text = self.path.read_text(encoding="utf-8").splitlines()[self.line - 1].strip()
        return str(self.path.relative_to(LAWCORE)), text, self.before, self.after

    def __str__(self) -> str:
        file, text, before, after = self.key()
        return f"lawcore/{file}:{self.line}: {before} → {after}    {text}"


class Finder(ast.NodeVisitor):
    """Collects the changes of one file. Words, annotations and decorators are left alone."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.text = path.read_text(encoding="utf-8")
        self.starts = [0]
        for line in self.text.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))
        self.lines = self.text.splitlines()
        self.found: list[Mutant] = []

    def place(self, line: int, column: int) -> int:
        """The offset in the text; the tree counts columns in bytes."""
        return self.starts[line - 1] + len(self.lines[line - 1].encode()[:column].decode())

    def begin(self, node: ast.expr | ast.stmt) -> int:
        return self.place(node.lineno, node.col_offset)

    def stop(self, node: ast.expr | ast.stmt) -> int:
        return self.place(node.end_lineno or node.lineno, node.end_col_offset or 0)

    def add(self, kind: str, start: int, end: int, *after: str) -> None:
        before, line = self.text[start:end], self.text.count("\n", 0, start) + 1
        self.found.extend(Mutant(self.path, kind, line, start, end, before, each) for each in after)

    def between(self, kind: str, left: ast.expr, right: ast.expr, sign: re.Pattern[str], swap: dict[str, str]) -> None:
        """Swaps the sign that stands between two operands."""
        first = self.stop(left)
        if match := sign.search(self.text, first, self.begin(right)):
            self.add(kind, match.start(), match.end(), swap[" ".join(match[0].split())])

    def visit_Compare(self, node: ast.Compare) -> None:
        for left, right in zip([node.left, *node.comparators], node.comparators, strict=False):
            self.between("comparison", left, right, COMPARISON, COMPARISONS)
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        word, other = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        for left, right in zip(node.values, node.values[1:], strict=False):
            self.between("and-or", left, right, re.compile(rf"\b{word}\b"), {word: other})
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        if type(node.op) in SUMS and not any(_is_text(side) for side in (node.left, node.right)):
            sign, other = SUMS[type(node.op)]
            self.between("arithmetic", node.left, node.right, re.compile(re.escape(sign)), {sign: other})
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not):
            self.add("not", self.begin(node), self.begin(node.operand), "")
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, bool):
            self.add("boolean", self.begin(node), self.stop(node), str(not node.value))
        elif isinstance(node.value, int):
            near = (node.value + 1, node.value - 1) if node.value else (1,)
            self.add("number", self.begin(node), self.stop(node), *map(str, near))

    def visit_Return(self, node: ast.Return) -> None:
        if node.value and not (isinstance(node.value, ast.Constant) and node.value.value is None):
            self.add("return", self.begin(node.value), self.stop(node.value), "None")
        self.generic_visit(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Left alone: words for people."""

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value:
            self.visit(node.value)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for each in (*node.args.defaults, *node.args.kw_defaults, *node.body):
            if each is not None:
                self.visit(each)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        for each in node.body:
            self.visit(each)


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def mutants(modules: Sequence[str]) -> Iterator[Mutant]:
    """Every change that can be made to some modules."""
    for module in modules:
        for path in (LAWCORE / f"{module}.py", *sorted((LAWCORE / module).rglob("*.py"))):
            if path.exists():
                finder = Finder(path)
                finder.visit(ast.parse(finder.text))
                yield from finder.found


def drawn(every: Sequence[Mutant], count: int, seed: int) -> list[Mutant]:
    """So many of them, from each module in proportion to its changes; the same seed draws the same."""
    by_module: dict[str, list[Mutant]] = {}
    for mutant in every:
        by_module.setdefault(mutant.module, []).append(mutant)
    count = min(count, len(every))
    whole = {module: len(found) * count // len(every) for module, found in by_module.items()}
    nearest = sorted(by_module, key=lambda module: whole[module] - len(by_module[module]) * count / len(every))
    for module in nearest[: count - sum(whole.values())]:
        whole[module] += 1
    draws = {module: random.Random(f"{seed} {module}") for module in by_module}  # noqa: S311 - to be drawn again
    return [mutant for module, found in by_module.items() for mutant in draws[module].sample(found, whole[module])]


def tests_of(module: str) -> list[str]:
    """The files and folders that test a module, quick ones first; ends here when there are none."""
    named = TESTED_BY.get(module, (f"law/{module}", f"law/test_{module}.py"))
    parted = [each.partition("::") for each in named]
    found = [f"{path}{mark}{test}" for files, mark, test in parted for path in sorted(TESTS.glob(files))]
    if not found:
        sys.exit(f"no tests of lawcore/{module} are known: name them in TESTED_BY")
    return [*found, str(TESTS / DAYS_IN_FORCE)] if (TESTS / "law" / module).is_dir() else found


class _Loader(importlib.machinery.SourceFileLoader):
    """Loads a file with one change."""

    def __init__(self, name: str, mutant: Mutant) -> None:
        super().__init__(name, str(mutant.path))
        self.mutant = mutant

    def get_code(self, fullname: str) -> CodeType:
        return compile(self.mutant.source(), fullname, "exec", dont_inherit=True)


class _Changed:
    """Finds the changed module first; every other is found as always."""

    def __init__(self, mutant: Mutant) -> None:
        parts = mutant.path.relative_to(LAWCORE.parent).with_suffix("").parts
        self.name = ".".join(parts).removesuffix(".__init__")
        self.mutant = mutant

    def find_spec(self, name: str, *_where: object) -> importlib.machinery.ModuleSpec | None:
        if name != self.name:
            return None
        loader = _Loader(name, self.mutant)
        return importlib.util.spec_from_file_location(name, self.mutant.path, loader=loader)


def run(module: str, mutant: Mutant | None, seconds: float) -> int:
    """Starts the module's tests in a child process, with a change or none; its process id."""
    child = os.fork()
    if child:
        return child
    code = int(pytest.ExitCode.INTERNAL_ERROR)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds)  # the end of a change that never ends
        silent = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(silent, stream)
        if mutant:
            sys.meta_path.insert(0, _Changed(mutant))
        code = int(pytest.main(_arguments(module)))
    finally:
        os._exit(code)


def _arguments(module: str) -> list[str]:
    return [
        *("-x", "-q", "-c", os.devnull, f"--rootdir={ROOT}"),
        *("-p", "no:cacheprovider", "-p", "_hypothesis_pytestplugin"),
        *(
            "-W",
            "error",
            "-W",
            "ignore::pytest.PytestAssertRewriteWarning",
            "-W",
            "ignore::pytest.PytestUnknownMarkWarning",
        ),
        *("--hypothesis-profile=mutants", "--hypothesis-seed=0"),
        *tests_of(module),
    ]


def ended(status: int) -> int | None:
    """A child's exit code; None when it ran out of time."""
    return None if os.WIFSIGNALED(status) else os.waitstatus_to_exitcode(status)


def limits(modules: set[str]) -> dict[str, float]:
    """Seconds that a change may take, by module, from a run without one; ends here when that run is not green."""
    found = {}
    for module in sorted(modules):
        begin = time.monotonic()
        _, status = os.waitpid(run(module, None, 600), 0)
        if ended(status) != 0:
            sys.exit(f"the tests of lawcore/{module} are not green without a change: nothing can be measured")
        found[module] = 10 + 3 * (time.monotonic() - begin)
    return found


def survivors(chosen: Sequence[Mutant], workers: int) -> list[Mutant]:
    """The changes that no test noticed."""
    limit = limits({each.module for each in chosen})
    waiting, running, missed = list(reversed(chosen)), dict[int, Mutant](), []
    while waiting or running:
        while waiting and len(running) < workers:
            mutant = waiting.pop()
            running[run(mutant.module, mutant, limit[mutant.module])] = mutant
        process, status = os.wait()
        mutant = running.pop(process)
        code = ended(status)
        if code == 0:
            missed.append(mutant)
        elif code is not None and code not in NOTICED:
            sys.exit(f"the tests did not run, exit code {code}: {mutant}")
        done = len(chosen) - len(waiting) - len(running)
        print(f"\r{done} of {len(chosen)}, not noticed {len(missed)}", end="", flush=True, file=sys.stderr)
    print(file=sys.stderr)
    return missed


def explained() -> dict[tuple[str, str, str, str], str]:
    """The changes that no test can notice, with the reason."""
    rows = tomllib.loads(EXPLAINED.read_text(encoding="utf-8")).get("explained", [])
    return {(row["file"], row["line"], row["before"], row["after"]): row["because"] for row in rows}


def report(chosen: Sequence[Mutant], missed: Sequence[Mutant], target: float) -> bool:
    """Prints the share of noticed changes by module and what was not noticed; whether the target is reached."""
    reasons = explained()
    known = [each for each in missed if each.key() in reasons]
    open_ones = [each for each in missed if each.key() not in reasons]
    made, left = Counter(each.module for each in chosen), Counter(each.module for each in open_ones)
    for module, number in sorted(made.items()):
        print(f"{module:16} {number - left[module]:5} of {number:5} noticed  {1 - left[module] / number:7.1%}")
    for each in open_ones:
        print(f"NOT NOTICED {each}")
    for each in known:
        print(f"explained   {each}: {reasons[each.key()]}")
    score = 1 - len(open_ones) / len(chosen)
    print(f"{'all':16} {score:.1%} noticed or explained of {len(chosen)}, target {target:.0%}")
    return score >= target


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mode", choices=("sample", "exact"))
    parser.add_argument("--count", type=int, help=f"draw only so many; without it: {SAMPLE}, or all of the exact ones")
    parser.add_argument("--seed", type=int, default=2023, help="another seed draws others")
    parser.add_argument("--module", action="append", choices=MODULES, help="only this module; may be repeated")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]
    phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
    hypothesis.settings.register_profile("mutants", deadline=None, database=None, phases=phases)
    if options.mode == "exact":
        every = [each for each in mutants(options.module or EXACT) if each.kind in EXACT_KINDS]
        count, target = options.count or len(every), EXACT_TARGET
    else:
        every = list(mutants(options.module or MODULES))
        count, target = options.count or SAMPLE, SAMPLE_TARGET
    if not every:
        sys.exit("nothing to change")
    chosen = drawn(every, count, options.seed)
    return 0 if report(chosen, survivors(chosen, options.workers), target) else 1


if __name__ == "__main__":
    sys.exit(main())
