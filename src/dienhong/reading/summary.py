"""What `dienhong read` prints: a document's metadata, structure, proposals and findings as JSON values."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from lawcore.obligations import Duty, Proposals, Target
from lawcore.provisions.model import Annex, Document, DocumentRef, Finding, Kind, Metadata, Provision

Json = Mapping[str, Any]


def summary(document: Document, proposals: Proposals, notes: Sequence[str] = ()) -> dict[str, Any]:
    """The document as one JSON object. Every key is always there; what is absent is None, {} or [].

    `articles` holds the main body by printed number; an annexed regulation's are under `annexes`.
    """
    return {
        "metadata": _metadata(document.metadata),
        "articles": _articles(document.body),
        "annexes": [_annex(annex) for annex in document.annexes],
        "targets": [_target(target) for target in proposals.targets],
        "duties": [_duty(duty) for duty in proposals.duties],
        "findings": [_finding(finding) for finding in document.findings],
        "notes": list(notes),
    }


def _metadata(meta: Metadata) -> Json:
    return {
        "kind": meta.kind,
        "issuer": meta.issuer,
        "level": meta.level,
        "number": meta.number,
        "title": meta.title,
        "adopted_on": _day(meta.adopted_on),
        "effective_on": _day(meta.effective_on),
        "status": meta.status,
        "signer": meta.signer,
        "place": meta.place,
        "effective_text": meta.effective_text,
        "recipients": list(meta.recipients),
        "bases": [_reference(ref) for ref in meta.bases],
        "repeals": [_reference(ref) for ref in meta.repeals],
    }


def _reference(ref: DocumentRef) -> Json:
    return {
        "type": ref.type,
        "number": ref.number,
        "year": ref.year,
        "issuer": ref.issuer,
        "date": _day(ref.dated),
        "title": ref.title,
        "text": ref.text,
    }


def _annex(annex: Annex) -> Json:
    return {"title": annex.title, "articles": _articles(annex.body)}


def _articles(nodes: Iterable[Provision]) -> Json:
    return _numbered((("", node) for node in _outermost(nodes, Kind.ARTICLE)), _article)


def _outermost(nodes: Iterable[Provision], kind: Kind) -> Iterator[Provision]:
    for node in nodes:
        if node.kind is kind:
            yield node
        else:
            yield from _outermost(node.children, kind)


def _article(node: Provision) -> Json:
    return {
        "heading": node.heading or None,
        "clauses": _numbered(_clauses(node), _clause),
        "points": _points(node),
        "bullets": _bullets(node),
    }


def _clauses(node: Provision, section: str = "") -> Iterator[tuple[str, Provision]]:
    """The clauses of an article, each with the Roman section of the article it stands in."""
    for child in node.children:
        if child.kind is Kind.CLAUSE:
            yield section, child
        elif child.kind is Kind.SECTION:
            yield from _clauses(child, child.number)


def _clause(node: Provision) -> Json:
    return {"points": _points(node), "bullets": _bullets(node)}


def _points(node: Provision) -> Json:
    return _numbered((("", child) for child in node.children if child.kind is Kind.POINT), _point)


def _point(node: Provision) -> Json:
    return {"bullets": _bullets(node), "points": _points(node)}


def _bullets(node: Provision) -> int:
    return sum(child.kind is Kind.BULLET for child in node.children)


def _numbered(nodes: Iterable[tuple[str, Provision]], show: Any) -> Json:
    """Provisions by printed number; one whose number is taken gets its section's, or says which time it is."""
    shown: dict[str, Json] = {}
    times: Counter[str] = Counter()
    for section, node in nodes:
        key = node.number
        if key in shown and section:
            key = f"{section}.{key}"
        times[key] += 1
        shown[key if times[key] == 1 else f"{key} ({times[key]})"] = show(node)
    return shown


def _target(target: Target) -> Json:
    return {
        "at": target.source.at,
        "percent": _percent(target.percent),
        "every": target.every,
        "aspirational": target.aspirational,
        "text": target.text,
        "eid": target.source.eid,
    }


def _duty(duty: Duty) -> Json:
    return {
        "at": duty.source.at,
        "bearer": duty.bearer,
        "every": duty.every,
        "text": duty.text,
        "eid": duty.source.eid,
    }


def _finding(finding: Finding) -> Json:
    return {"code": finding.code, "at": finding.at, "message": finding.message}


def _percent(value: Decimal) -> int | float:
    """A JSON number: 100 rather than 100.0, 62.5 as it is."""
    return int(value) if value == value.to_integral_value() else float(value)


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None
