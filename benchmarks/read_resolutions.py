"""How fast a resolution is read, beside bluebell-akn on the same structure in the same run.

    python benchmarks/read_resolutions.py

Reads the written fixtures, and the five real resolutions where DIENHONG_DOCUMENTS names their folder.
Exit 1 when a promise is not kept: twice bluebell's characters a second for parsing to the tree,
at most 1 s for each document (2 s as a command), and time in proportion to length up to 600 pages.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bluebell.parser import AkomaNtosoParser

from dienhong.reading import read_lines
from dienhong.reading.summary import summary
from lawcore.obligations import find
from lawcore.provisions import parse
from lawcore.provisions.model import Document, Kind, Line, Provision

FIXTURES = Path(__file__).parent.parent / "tests" / "documents"
ROUNDS = 7
PAGE = 1800  # characters of an A4 page set in the official layout
TIMES_FASTER = 2.0
MOST_SECONDS = 1.0
MOST_SECONDS_AS_A_COMMAND = 2.0
MOST_GROWTH = 1.35  # seconds for each character at 600 pages against 75 pages

KEYWORDS = {
    Kind.PART: "PART",
    Kind.CHAPTER: "CHAP",
    Kind.SECTION: "SEC",
    Kind.SUBSECTION: "SUBSEC",
    Kind.ARTICLE: "ART",
    Kind.CLAUSE: "PARA",
    Kind.POINT: "POINT",
    Kind.BULLET: "INDENT",
}


def best(job: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The shortest CPU time of the job in seconds: what it takes when nothing else disturbs it."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        job()
        times.append(time.process_time() - start)
    return min(times)


def bluebell_text(document: Document) -> str:
    """The same structure in bluebell's input language."""
    lines = ["PREFACE", *(f"  {escaped(node.text)}" for node in document.front)]
    lines += ["PREAMBLE", *(f"  {escaped(node.text)}" for node in document.preamble), "BODY", ""]
    lines += [line for node in document.body for line in rendered(node, 0)]
    lines += ["CONCLUSIONS", *(f"  {escaped(node.text)}" for node in document.closing)]
    return "\n".join(lines) + "\n"


def rendered(node: Provision, depth: int) -> Iterator[str]:
    margin = "  " * depth
    keyword = KEYWORDS.get(node.kind)
    if keyword is None:
        yield f"{margin}{escaped(node.text)}"
        return
    heading = f" - {escaped(node.heading)}" if node.heading else ""
    yield f"{margin}{keyword} {node.number or node.label}{heading}"
    if node.text:
        yield f"{margin}  {escaped(node.text)}"
    for child in node.children:
        yield from rendered(child, depth + 1)


def escaped(text: str) -> str:
    for mark in ("\\", "**", "//", "__", "{{", "[["):
        text = text.replace(mark, "\\" + mark)
    return text


def against_bluebell(paths: Sequence[Path]) -> float:
    """Our characters a second over bluebell's, on all documents together."""
    print(f"{'document':28} {'chars':>7} {'ours M/s':>9} {'bluebell M/s':>13} {'ratio':>6}")
    ours_total = theirs_total = 0.0
    for path in paths:
        source = read_lines(path).lines
        text = bluebell_text(parse(source))
        size = sum(len(line.text) + 1 for line in source)
        ours = best(lambda source=source: parse(source))
        theirs = best(lambda text=text: AkomaNtosoParser("/akn/vn/act/2025/1").parse(text, "act"), rounds=3)
        ours_total += ours / size
        theirs_total += theirs / len(text)
        ratio = (theirs / len(text)) / (ours / size)
        print(f"{path.stem:28} {size:7} {size / ours / 1e6:9.2f} {len(text) / theirs / 1e6:13.2f} {ratio:6.1f}")
    print(f"in all: {theirs_total / ours_total:.1f} times bluebell's characters a second\n")
    return theirs_total / ours_total


def long_document(pages: int) -> list[Line]:
    """A resolution of so many pages, with chapters, clauses, points and dashes."""
    lines = ["HỘI ĐỒNG NHÂN DÂN TỈNH NON", "NGHỊ QUYẾT", "Về việc chung", "QUYẾT NGHỊ:"]
    size, article = 0, 0
    sentence = "Ủy ban nhân dân xã niêm yết kế hoạch, tiếp nhận ý kiến của các hộ và trả lời trong mười lăm ngày"
    while size < pages * PAGE:
        article += 1
        block = [f"Chương {article // 10 + 1}", "VIỆC CHUNG"] if article % 10 == 1 else []
        block += [f"Điều {article}. Việc thứ {article}"]
        for clause in range(1, 4):
            block += [
                f"{clause}. {sentence}:",
                f"a) {sentence};",
                f"- {sentence};",
                f"b) {sentence} theo khoản",
                f"{clause}. {sentence}.",
            ]
        lines += block
        size += sum(map(len, block))
    return [Line(line) for line in [*lines, "CHỦ TỊCH", "Lê Thị Tám"]]


def growth() -> float:
    """Time for each character of 600 pages over that of 75 pages: 1.0 is linear."""
    each: list[float] = []
    for pages in (75, 150, 300, 600):
        source = long_document(pages)
        size = sum(len(line.text) for line in source)
        seconds = best(lambda source=source: parse(source))
        each.append(seconds / size)
        print(f"{pages:4} pages {size:9} characters {seconds * 1000:8.1f} ms {size / seconds / 1e6:6.2f} M/s")
    print(f"growth for each character from 75 to 600 pages: {each[-1] / each[0]:.2f}\n")
    return each[-1] / each[0]


def whole(paths: Sequence[Path]) -> tuple[float, float]:
    """The longest time to read, parse, propose and show one document; and as a command, start included."""
    inside = outside = 0.0
    for path in paths:
        start = time.perf_counter()
        document = parse(read_lines(path).lines)
        summary(document, find(document))
        middle = time.perf_counter()
        command = [sys.executable, "-m", "dienhong.site.cli", "read", str(path), "--json"]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 (our own command)
        end = time.perf_counter()
        print(f"{path.name:32} in process {middle - start:6.3f} s   as a command {end - middle:6.3f} s")
        inside, outside = max(inside, middle - start), max(outside, end - middle)
    return inside, outside


def main() -> int:
    folder = os.environ.get("DIENHONG_DOCUMENTS")
    paths = sorted(Path(folder).glob("*.txt")) if folder else sorted(FIXTURES.glob("*.txt"))
    print(
        "DIENHONG_DOCUMENTS is not set: the written fixtures stand in\n" if not folder else f"{len(paths)} documents\n"
    )
    ratio = against_bluebell(paths)
    grown = growth()
    inside, outside = whole(paths)
    kept = {
        f"at least {TIMES_FASTER} times bluebell: {ratio:.1f}": ratio >= TIMES_FASTER,
        f"linear (at most {MOST_GROWTH}): {grown:.2f}": grown <= MOST_GROWTH,
        f"at most {MOST_SECONDS} s each: {inside:.3f}": inside <= MOST_SECONDS,
        f"at most {MOST_SECONDS_AS_A_COMMAND} s as a command: {outside:.3f}": outside <= MOST_SECONDS_AS_A_COMMAND,
    }
    print()
    for promise, held in kept.items():
        print(("kept    " if held else "BROKEN  ") + promise)
    return 0 if all(kept.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
