"""The verb `dienhong law`: what can be asked of the law, an answer, where a rule stands. No settings, no database."""

import gc
import json
import unicodedata
from collections.abc import Sequence
from datetime import date
from typing import BinaryIO

from lawcore import asking, law_index
from lawcore.answers import Answer, Json, Refused
from lawcore.asking.speaking import spoken

REFUSED = 2
"""The exit code for a question that cannot be answered."""

NOTHING_FOUND = 1
"""The exit code of a search that finds no rule."""

AS_JSON = "--json"


def show_all(*, as_json: bool, out: BinaryIO) -> int:
    """`dienhong law list`: every rule with its keys and their allowed values."""
    _print(_json(asking.summary()) if as_json else _all_for_people(), out)
    return 0


def ask(arguments: Sequence[str], *, as_json: bool, today: date, out: BinaryIO, messages: BinaryIO) -> int:
    """`dienhong law ask RULE key=value …`: the answer, also "no", is 0; a refusal is 2.

    `--json` may stand anywhere. With it a refusal, too, is one JSON object of `out`; without it, words of `messages`.
    """
    as_json = as_json or AS_JSON in arguments
    rule, *values = [each for each in arguments if each != AS_JSON] or [""]
    try:
        answer = asking.ask(rule, asking.typed(values), today)
    except Refused as refusal:
        if as_json:
            error: Json = {"code": refusal.code, "message": str(refusal), "allowed": list(refusal.allowed)}
            _print(_json({"error": error}), out)
        else:
            _print(f"{refusal}\n", messages)
        return REFUSED
    _print(_json(answer.as_json()) if as_json else _for_people(answer), out)
    return 0


def search(words: Sequence[str], *, as_json: bool, out: BinaryIO) -> int:
    """`dienhong law search TEXT`: the rules that speak of it, the numbers they rest on, their articles and lines."""
    gc.disable()  # reading the code makes many small objects, all needed to the end
    try:
        found = law_index.found(" ".join(words))
    finally:
        gc.enable()
    if as_json:
        _print(_json([_entry(each) for each in found]), out)
    else:
        _print("\n".join(_entry_for_people(each) for each in found) or law_index.NOTHING, out)
    return 0 if found else NOTHING_FOUND


def _entry(entry: law_index.Entry) -> Json:
    return {
        "code": entry.code,
        "title": entry.called,
        "article": entry.cite,
        "citation": entry.citation,
        "name": entry.name,
        "says": entry.words,
        "file": entry.file,
        "line": entry.line,
        "values": [_entry(each) for each in entry.values],
    }


def _entry_for_people(entry: law_index.Entry) -> str:
    """What the rule is called and asked as, its numbers, their articles, where each is written."""
    head = f"{entry.called} ({entry.code})" if entry.code else entry.called or f"{entry.name}: {entry.words}"
    values = [f"    {each.words}, {each.citation}  {each.file}:{each.line} {each.name}" for each in entry.values]
    return "\n".join([head, f"    {entry.citation}", *values, f"    {entry.file}:{entry.line} {entry.name}", ""])


def _json(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _print(text: str, out: BinaryIO) -> None:
    out.write(unicodedata.normalize("NFC", text).encode())
    out.flush()


def _for_people(answer: Answer[object]) -> str:
    lines = [
        answer.explanation,
        "",
        f"Kết quả: {spoken(answer.result)}".replace(": \n", ":\n", 1),
        f"Căn cứ: {answer.citation}",
        f"Quy định áp dụng từ ngày {answer.version:%d/%m/%Y}",
    ]
    if answer.provisional:
        lines.append("Kết quả tạm tính: có thể đổi khi có quyết định hoặc văn bản mới.")
    lines.extend(f"Giả định: {each}" for each in answer.assumptions)
    return "\n".join(lines) + "\n"


def _all_for_people() -> str:
    lines = ["Hỏi: dienhong law ask MÃ khóa=giá trị …   (thêm --json cho máy đọc)", ""]
    for question in asking.questions().values():
        lines.extend(_question_for_people(question, question.code))
        for kind, each in question.kinds.items():
            lines.extend(_question_for_people(each, f"{question.code} kind={kind}"))
    lines.extend(["", "Danh mục: " + ", ".join(asking.catalogues())])
    return "\n".join(lines) + "\n"


def _question_for_people(question: asking.Question, typed: str) -> list[str]:
    keys = [f"    {_key_for_people(each)}" for each in question.parameters.values()] if not question.kinds else []
    return [f"{typed}  {question.title}. {question.purpose}", *keys]


def _key_for_people(parameter: asking.Parameter) -> str:
    must = "" if parameter.required else " [tùy trường hợp]"
    default = f" [mặc định {parameter.default}]" if parameter.default else must
    allowed = f": {' | '.join(parameter.choices)}" if parameter.choices else ""
    return f"{parameter.name}{allowed}  {parameter.label} ({parameter.hint}){default}"
