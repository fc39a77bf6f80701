"""A lifecycle drawn for people: a Mermaid diagram and a table, in Vietnamese (docs/lifecycles)."""

from collections.abc import Iterator

from lawcore.asking.questions import BY_KIND, questions
from lawcore.lifecycles import Lifecycle, Move
from lawcore.sources import cited


def page(lifecycle: Lifecycle) -> str:
    """docs/lifecycles/<code>.md."""
    return "\n".join(
        [
            f"# {lifecycle.name}",
            "",
            "Trang này do `make docs` viết từ mã nguồn. Việc không có trong bảng thì chưa được làm ở bước đó.",
            "",
            "```mermaid",
            *_diagram(lifecycle),
            "```",
            "",
            "| ở bước | khi | điều kiện | sang bước | căn cứ | thời hạn |",
            "|---|---|---|---|---|---|",
            *(_row(lifecycle, move) for move in lifecycle.moves),
            "",
        ]
    )


def time_limit(code: str) -> str:
    """What a move's time limit is called, with its code; KeyError for a code that no rule has.

    A code is that of a rule, or a kind of `deadline`, `latest` or `minimum`.
    """
    known = questions()
    for rule in BY_KIND:
        kind = code.removeprefix(f"{rule}.")
        if kind in known[rule].kinds:
            return f"{known[rule].kinds[kind].title} (`{rule} kind={kind}`)"
    return f"{known[code].title} (`{code}`)"


def _diagram(lifecycle: Lifecycle) -> Iterator[str]:
    yield "stateDiagram-v2"
    for state, words in lifecycle.states.items():
        yield f'    state "{_label(words)}" as {_id(state)}'
    yield f"    [*] --> {_id(lifecycle.start)}"
    for move in lifecycle.moves:
        yield f"    {_id(move.state)} --> {_id(move.to)}: {_label(lifecycle.events[move.event])}"
    for state in lifecycle.states:
        if state in lifecycle.final:
            yield f"    {_id(state)} --> [*]"


def _id(state: str) -> str:
    """A name that Mermaid takes for no word of its own."""
    return "s_" + "".join(letter if letter.isalnum() else "_" for letter in state)


def _label(words: str) -> str:
    """Words without the signs that Mermaid reads."""
    return words.replace('"', "”").replace(":", ",").replace(";", ",")


def _row(lifecycle: Lifecycle, move: Move) -> str:
    cells = (
        lifecycle.states[move.state],
        lifecycle.events[move.event],
        move.guard,
        lifecycle.states[move.to],
        cited(move.cite),
        time_limit(move.deadline) if move.deadline else "",
    )
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
