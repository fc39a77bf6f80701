"""Time to read targets and duties from the provisions of a resolution, and how it grows with length.

    python benchmarks/proposals.py [FILE ...]

Each file is parsed once, untimed; what is timed is `find` alone, best of three, in processor time; each
round prints a dot when it ends. Without files a document of 300 pages is written from fictional clauses,
then one twice as long: about 40 seconds in all.
"""

import sys
from pathlib import Path
from time import process_time

from lawcore.obligations import Proposals, find
from lawcore.provisions import parse
from lawcore.provisions.model import Document, Line

ROUNDS = 3
CHARACTERS_A_PAGE = 2_500
PAGES = 300
CLAUSES = (
    "Hằng năm, 100% thôn, tổ dân phố họp đúng lịch và gửi biên bản về xã;",
    "Phấn đấu 95% kiến nghị của Nhân dân được trả lời đúng hạn; 90% hộ gia đình cử người dự họp.",
    "Ủy ban nhân dân xã mở lớp tập huấn cho Trưởng thôn định kỳ 6 tháng, hằng năm.",
    "Thường xuyên rà soát quy chế; kịp thời sửa đổi nội dung không còn phù hợp.",
)


def fictional(characters: int) -> Document:
    """A resolution of about so many characters: articles of ten clauses each."""
    lines = ["NGHỊ QUYẾT", "Về dân chủ ở cơ sở", "QUYẾT NGHỊ:"]
    written = article = 0
    while written < characters:
        article += 1
        lines.append(f"Điều {article}. Nhóm biện pháp thứ {article}")
        clauses = [f"{number}. {CLAUSES[number % len(CLAUSES)]}" for number in range(1, 11)]
        written += sum(map(len, clauses))
        lines.extend(clauses)
    return parse([Line(line) for line in lines])


def quickest(document: Document) -> tuple[float, Proposals]:
    """Processor time of the quickest of the rounds in seconds, and what was found."""
    times = []
    for _ in range(ROUNDS):
        start = process_time()
        proposals = find(document)
        times.append(process_time() - start)
        print(".", end="", flush=True)
    return min(times), proposals


def report(name: str, document: Document) -> float:
    """Print one row; returns the seconds."""
    length = sum(len(node.heading) + len(node.text) for node in document.walk())
    print(f"{name:28} {length:>9,} characters ", end="", flush=True)
    taken, proposals = quickest(document)
    print(
        f" {taken:8.3f} s {length / taken:>10,.0f} characters/s "
        f"{len(proposals.targets):>6} targets {len(proposals.duties):>6} duties"
    )
    return taken


def main(paths: list[str]) -> None:
    """Report each file named, or the fictional document and its double."""
    for path in paths:
        text = Path(path).read_text(encoding="utf-8")
        report(Path(path).name, parse([Line(line) for line in text.split("\n")]))
    if not paths:
        one = report(f"{PAGES} pages", fictional(PAGES * CHARACTERS_A_PAGE))
        two = report(f"{2 * PAGES} pages", fictional(2 * PAGES * CHARACTERS_A_PAGE))
        print(f"twice the length takes {two / one:.2f} times as long")


if __name__ == "__main__":
    main(sys.argv[1:])
