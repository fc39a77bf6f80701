"""What is missing or contradictory in a document: listed for an officer, never guessed."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from lawcore.provisions.citations import cite, mentions_in
from lawcore.provisions.metadata import Described
from lawcore.provisions.model import Document, Finding, Kind, Provision, Status
from lawcore.provisions.spelling import spellings
from lawcore.vietnamese import POINT_LETTERS, search_folded

_UNKNOWN: Final = re.compile("[\ufffd\ue000-\uf8ff\u00d0\u00f0]")
_NUMBERED: Final = frozenset({Kind.ARTICLE, Kind.CLAUSE, Kind.POINT})
_OTHER_DOCUMENT: Final = re.compile(
    r"\b(?:Luật|Bộ luật|Nghị định|Thông tư|Pháp lệnh|Hiến pháp|Điều lệ|Quyết định|Nghị quyết số|Quy chế|Quy định số)\b"
)
_NAMES: Final = {Kind.ARTICLE: "Điều", Kind.CLAUSE: "khoản", Kind.POINT: "điểm"}


def examine(document: Document, described: Described) -> Iterator[Finding]:
    """Every finding, in the order a reader meets what it is about."""
    for check in _CHECKS:
        yield from check(document, described)


def _genre(document: Document, described: Described) -> Iterator[Finding]:
    meta = document.metadata
    if _is_resolution(document):
        return
    if meta.kind is None:
        yield Finding("other-genre", None, "Không nhận ra đây là loại văn bản gì. Hãy kiểm tra lại tệp đã chọn.")
        return
    whose = f" của {meta.issuer}" if meta.issuer else ""
    yield Finding(
        "other-genre",
        None,
        f"Văn bản này là {meta.kind}{whose}, không phải nghị quyết của Hội đồng nhân dân. "
        "Hãy kiểm tra trước khi đưa vào chương trình.",
    )
    del described


def _number(document: Document, described: Described) -> Iterator[Finding]:
    if document.metadata.number is None and _is_resolution(document):
        if described.number_printed:
            yield Finding("number-blank", None, "Số của nghị quyết còn để trống. Hãy điền khi có số chính thức.")
        else:
            yield Finding("number-missing", None, "Văn bản không có dòng ghi số. Hãy bổ sung theo bản đã ký.")


def _adoption(document: Document, described: Described) -> Iterator[Finding]:
    adoption, letterhead = described.adoption, described.letterhead_day
    printed = adoption or letterhead
    if printed is None:
        if _is_resolution(document):
            yield Finding("adoption-day-missing", None, "Văn bản không ghi ngày thông qua. Hãy bổ sung theo bản đã ký.")
    elif printed.blank:
        yield Finding(
            "adoption-day-blank", None, "Ngày thông qua còn để trống. Hãy điền khi nghị quyết được thông qua."
        )
    elif printed.impossible:
        yield Finding(
            "adoption-day-impossible", None, "Ngày thông qua không có trong lịch. Hãy đối chiếu với bản đã ký."
        )
    elif adoption and letterhead and letterhead.day and adoption.day != letterhead.day:
        yield Finding(
            "adoption-day-two",
            None,
            f"Văn bản ghi hai ngày khác nhau: đầu văn bản là {letterhead.day:%d/%m/%Y}, câu thông qua là "
            f"{adoption.day:%d/%m/%Y}. Hãy xác định ngày đúng.",
        )


def _effect(document: Document, described: Described) -> Iterator[Finding]:
    meta, effect = document.metadata, described.effect
    if effect and effect.blank:
        yield Finding("effect-blank", None, "Ngày có hiệu lực còn để trống. Hãy điền theo bản chính thức.")
    elif effect and effect.impossible:
        yield Finding(
            "effect-impossible", None, "Ngày có hiệu lực không có trong lịch. Hãy đối chiếu với bản chính thức."
        )
    elif meta.effective_text is None and _is_resolution(document):
        yield Finding(
            "effect-missing", None, "Nghị quyết không nói có hiệu lực từ ngày nào. Hãy xác định ngày hiệu lực."
        )
    elif effect is None and meta.effective_text is not None:
        todo = (
            f"tính ra là {meta.effective_on:%d/%m/%Y}. Hãy xác nhận ngày này."
            if meta.effective_on
            else "không ghi ngày cụ thể. Hãy xác định ngày hiệu lực."
        )
        yield Finding("effect-without-day", None, f"Nghị quyết có hiệu lực “{meta.effective_text}”, {todo}")
    if meta.adopted_on and meta.effective_on and meta.effective_on < meta.adopted_on:
        yield Finding(
            "effect-before-adoption", None, "Ngày có hiệu lực trước ngày thông qua. Hãy đối chiếu lại hai ngày."
        )


def _names(document: Document, described: Described) -> Iterator[Finding]:
    issuer = described.issuer
    if issuer is None:
        if _is_resolution(document):
            yield Finding("issuer-missing", None, "Không tìm thấy tên Hội đồng nhân dân ban hành. Hãy bổ sung.")
        return
    if not issuer.locality:
        return
    for other, node in spellings(document, issuer.unit, issuer.locality):
        at = cite(document, node) if node.kind is not Kind.ALINEA or "__art_" in f"__{node.eid}" else None
        yield Finding(
            "name-two-spellings",
            at,
            f"Tên {issuer.unit} được viết theo hai cách: “{issuer.locality}” và “{other}”. "
            "Hãy đối chiếu với bản gốc và dùng một cách viết.",
        )


def _signature(document: Document, described: Described) -> Iterator[Finding]:
    del described
    meta = document.metadata
    if _is_resolution(document) and meta.status is Status.ADOPTED and meta.signer is None:
        yield Finding("signer-missing", None, "Không thấy tên người ký. Hãy bổ sung theo bản đã ký.")


def _bases(document: Document, described: Described) -> Iterator[Finding]:
    del described
    numbers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for ref in document.metadata.bases:
        if ref.type in {"Luật", "Bộ luật", "Pháp lệnh"} and ref.title and ref.number:
            numbers[ref.type, search_folded(ref.title)].add(ref.number)
    for ref in document.metadata.bases:
        found = numbers.pop((ref.type, search_folded(ref.title or "")), set())
        if len(found) > 1:
            yield Finding(
                "basis-two-numbers",
                None,
                f"{ref.type} {ref.title} được dẫn với các số khác nhau: {', '.join(sorted(found))}. "
                "Hãy xác định số đúng.",
            )


def _numbering(document: Document, described: Described) -> Iterator[Finding]:
    del described
    parts: list[Sequence[Provision]] = [document.body, *(annex.body for annex in document.annexes)]
    for part in parts:
        yield from _gaps(document, _articles(part), None)
        for outer in part:
            for node in outer.walk():
                yield from _gaps(document, [child for child in node.children if child.kind is Kind.CLAUSE], node)
                yield from _gaps(document, [child for child in node.children if child.kind is Kind.POINT], node)
                if node.kind in _NUMBERED and _occurrence(node.eid) > 1:
                    yield Finding(
                        "number-twice",
                        cite(document, node),
                        f"Số “{node.label}” được dùng hai lần. Hãy kiểm tra lại cách đánh số.",
                    )


def _articles(nodes: Sequence[Provision]) -> list[Provision]:
    return [node for outer in nodes for node in outer.walk() if node.kind is Kind.ARTICLE]


def _gaps(document: Document, nodes: Sequence[Provision], parent: Provision | None) -> Iterator[Finding]:
    """Numbers left out between one provision and the next of its kind, and before the first."""
    before = 0
    for node in nodes:
        place = _position(node)
        if place is None:
            continue
        for missing in range(before + 1, place)[:_MOST_MISSING]:
            number = POINT_LETTERS[missing - 1] if node.kind is Kind.POINT else str(missing)
            name = f"{_NAMES[node.kind]} {number}"
            inside = f" {cite(document, parent)}" if parent and parent.kind in _NUMBERED else ""
            code = {Kind.ARTICLE: "article-missing", Kind.CLAUSE: "clause-missing"}.get(node.kind, "point-missing")
            where = cite(document, parent) if parent and parent.kind in _NUMBERED else None
            yield Finding(code, where, f"Không có {name}{inside}: số thứ tự nhảy cóc. Hãy đối chiếu với bản gốc.")
        before = max(before, place)


_MOST_MISSING: Final = 5


def _position(node: Provision) -> int | None:
    """The place a plain number or letter claims; None for "11a", "1.1" and other inserted numbers."""
    if node.kind is Kind.POINT:
        return POINT_LETTERS.find(node.number) + 1 or None
    return int(node.number) if node.number.isdigit() else None


def _occurrence(eid: str) -> int:
    return int(eid.rpartition("__")[2].split("_")[2]) if eid.rpartition("__")[2].count("_") > 1 else 1


def _absent(document: Document, described: Described) -> Iterator[Finding]:
    """Provisions that the document cites as its own and does not have."""
    del described
    eids = {node.eid for node in document.walk()}
    if "art_1" not in eids or not _is_resolution(document):
        return
    for part in document.body:
        for node in part.walk():
            text = node.text or node.heading
            if "iều " not in text or _AMENDS.search(text):
                continue
            for mention in mentions_in(text, within=node.eid):
                own = mention.of is None and not _OTHER_DOCUMENT.search(text)
                this = mention.of == "này" and text[mention.end :].lstrip().startswith(_THIS_DOCUMENT)
                articles = {eid.partition("__")[0] for eid in mention.eids if eid.startswith("art_")}
                for eid in sorted(articles - eids) if own or this else ():
                    number = eid.removeprefix("art_")
                    yield Finding(
                        "article-absent",
                        cite(document, node),
                        f"Văn bản dẫn Điều {number} nhưng không có Điều {number}. Hãy kiểm tra lại nội dung dẫn chiếu.",
                    )


_AMENDS: Final = re.compile(r"sửa đổi|bổ sung|bãi bỏ|thay thế|^[“\"]", re.IGNORECASE)
_THIS_DOCUMENT: Final = ("Nghị quyết này", "của Nghị quyết này", "Quy định này", "Luật này", "Nghị định này")


def _empty(document: Document, described: Described) -> Iterator[Finding]:
    del described
    articles = _articles(document.body)
    for node in articles:
        if not node.text and all(child.kind is Kind.STAMP for child in node.children):
            yield Finding(
                "article-empty", cite(document, node), f"{cite(document, node)} chưa có nội dung. Hãy bổ sung."
            )
    if not articles and _is_resolution(document):
        yield Finding("no-articles", None, "Văn bản không chia thành Điều. Hãy kiểm tra lại cách đọc.")


def _letters(document: Document, described: Described) -> Iterator[Finding]:
    del described
    found = Counter(_UNKNOWN.findall("".join(node.heading or node.text for node in document.walk())))
    if found:
        letters = ", ".join(f"U+{ord(char):04X}" for char in sorted(found))
        yield Finding(
            "letters-unknown",
            None,
            f"Văn bản có {found.total()} ký tự lạ ({letters}), có thể do phông chữ cũ. "
            "Hãy chuyển sang Unicode rồi đọc lại.",
        )


def _is_resolution(document: Document) -> bool:
    """Whether it is a resolution of a People's Council, or may be one whose council is not named."""
    meta = document.metadata
    council = meta.issuer is None or meta.issuer.lower().startswith("hội đồng nhân dân")
    return meta.kind == "Nghị quyết" and council


_CHECKS: Final[tuple[Callable[[Document, Described], Iterator[Finding]], ...]] = (
    _genre,
    _number,
    _adoption,
    _effect,
    _names,
    _signature,
    _bases,
    _numbering,
    _absent,
    _empty,
    _letters,
)
