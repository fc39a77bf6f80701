"""What every one of the papers has: who issues it, who signs, how it is numbered, where it came from."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from dienhong.disclosures.models import Statement
from dienhong.documents.official import (
    Annex,
    Block,
    Issuer,
    OfficialDocument,
    Paragraph,
    Signer,
    Trace,
    month_in_figures,
)

Json = Mapping[str, Any]
OF_THE_LAW = " Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15"
CLAUSES = f"Điều khoản không ghi tên văn bản là của{OF_THE_LAW}."
HEAD = "Chủ tịch"


def framed(
    statement: Statement,
    *,
    type_name: str,
    subject: str,
    blocks: tuple[Block, ...],
    recipients: tuple[str, ...],
    addressed_to: tuple[str, ...] = (),
    annexes: tuple[Annex, ...] = (),
) -> OfficialDocument:
    """The document around what this paper says."""
    shot = statement.snapshot
    return OfficialDocument(
        issuer=Issuer(name=issuer_lines(shot)),
        type_name=type_name,
        subject=subject,
        sign=statement.sign,
        place=shot["place"]["name"],
        prepared_on=date.fromisoformat(shot["as_of"]),
        blocks=blocks,
        number=statement.number,
        dated=statement.dated,
        addressed_to=addressed_to,
        signer=_signer(statement),
        recipients=recipients,
        annexes=annexes,
        trace=_trace(statement),
        issued=statement.is_signed,
    )


def is_commune(shot: Json) -> bool:
    return bool(shot["organization"]["kind"] == "commune")


def issuer_lines(shot: Json) -> tuple[str, ...]:
    return ("Ủy ban nhân dân", place(shot)) if is_commune(shot) else (shot["organization"]["name"],)


def issuer(shot: Json) -> str:
    """As a sentence names it: "Ủy ban nhân dân xã Bến Sậy"."""
    return " ".join(issuer_lines(shot))


def place(shot: Json) -> str:
    return f"{shot['place']['word']} {shot['place']['name']}"


def _signer(statement: Statement) -> Signer:
    post = statement.signer_post or HEAD
    authority: tuple[str, ...] = ()
    if is_commune(statement.snapshot):
        deputy = (f"KT. {HEAD}",) if post.lower().startswith("phó") else ()
        authority = ("TM. Ủy ban nhân dân", *deputy)
    return Signer(post=post, name=statement.signer_name, authority=authority)


def _trace(statement: Statement) -> Trace | None:
    kept = statement.trace
    return Trace(kept["code"], kept["url"], tuple(kept["words"])) if kept else None


def replaced(statement: Statement, type_name: str) -> Iterator[Block]:
    """Which earlier paper this one stands instead of, and why."""
    before = statement.snapshot.get("replaces")
    if before:
        yield Paragraph(
            f"{type_name} này thay thế {type_name} số {before['number']} {day(before['dated'])} của "
            f"{issuer(statement.snapshot)}. Lý do: {statement.reason.rstrip('.')}."
        )


def day(iso: str) -> str:
    """A day as the body of an official document writes it."""
    on = date.fromisoformat(iso)
    return f"ngày {on.day:02d} tháng {month_in_figures(on.month)} năm {on.year}"


def short_day(iso: str) -> str:
    """In a table: 05/03/2026; "" for none."""
    return f"{date.fromisoformat(iso):%d/%m/%Y}" if iso else ""


def clause(text: str) -> str:
    """A clause of the law without the law's name, which a note below the table gives."""
    return text.replace(OF_THE_LAW, "")


def hashed(statement: Statement) -> str:
    return f"Mã băm SHA-256 của số liệu: {statement.snapshot_hash}."
