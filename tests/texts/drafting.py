"""Documents built for tests of obligations, from a few lines of text."""

from lawcore.provisions import parse, words, words_of
from lawcore.provisions.model import Line

FRONT = "HỘI ĐỒNG NHÂN DÂN XÃ THỬ NGHIỆM\nNGHỊ QUYẾT\nVề dân chủ ở cơ sở\nCăn cứ Luật Thực hiện dân chủ ở cơ sở;\nQUYẾT NGHỊ:\n"


def resolution(body, *, front=FRONT):
    """A council resolution with this body."""
    return parse([Line(line) for line in (front + body).split("\n")])


def under_goals(*points, heading="Mục tiêu"):
    """A resolution whose first article states these goals as clauses."""
    clauses = "\n".join(f"{number}. {words}" for number, words in enumerate(points, start=1))
    return resolution(f"Điều 1. {heading}\n{clauses}\n")


def under_measures(*sentences):
    """A resolution whose first article lists these measures as clauses."""
    clauses = "\n".join(f"{number}. {words}" for number, words in enumerate(sentences, start=1))
    return resolution(f"Điều 1. Các biện pháp\n{clauses}\n")


def body_of(text):
    """A resolution with these lines below its enacting formula; no word of them is lost on the way."""
    source = [Line(line) for line in f"NGHỊ QUYẾT\nVề việc chung\nQUYẾT NGHỊ:\n{text}".split("\n")]
    document = parse(source)
    assert words(document) == words_of(source)
    return document


def eids(nodes):
    """The addresses of these provisions and of all below them, in order."""
    return [node.eid for outer in nodes for node in outer.walk()]
