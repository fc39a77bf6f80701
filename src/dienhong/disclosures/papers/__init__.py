"""The papers that the chair signs, as official documents and as tables: from their own row alone, so always the same.

The text is Vietnamese always: it is printed.
"""

from dienhong.disclosures.models import Statement
from dienhong.disclosures.papers import plan, quarterly, report
from dienhong.disclosures.papers.sections import BY_CODE, SECTIONS, Section, proposed
from dienhong.documents.official import OfficialDocument
from dienhong.documents.spreadsheet import Sheet

__all__ = ["BY_CODE", "SECTIONS", "Section", "document_of", "file_name", "proposed", "sheets_of", "usual_sign"]

SIGNS = {Statement.Kind.PLAN: "KH", Statement.Kind.LIST: "TB", Statement.Kind.REPORT: "BC"}
NAMES = {Statement.Kind.PLAN: "ke-hoach-cong-khai", Statement.Kind.LIST: "danh-sach-cong-khai"}


def document_of(statement: Statement) -> OfficialDocument:
    """What it says in the layout of Decree 30/2020/NĐ-CP; marked DỰ THẢO until it is signed."""
    match statement.kind:
        case Statement.Kind.PLAN:
            return plan.document_of(statement)
        case Statement.Kind.LIST:
            return quarterly.document_of(statement)
        case _:
            return report.document_of(statement)


def sheets_of(statement: Statement) -> tuple[Sheet, ...]:
    """Its tables with one fact to a cell, to work on."""
    match statement.kind:
        case Statement.Kind.PLAN:
            return plan.sheets_of(statement)
        case Statement.Kind.LIST:
            return quarterly.sheets_of(statement)
        case _:
            return report.sheets_of(statement)


def usual_sign(kind: str, publisher: str) -> str:
    """What follows the number of a commune's committee, "TB-UBND"; the first part only for another organization."""
    first = SIGNS[Statement.Kind(kind)]
    return f"{first}-UBND" if publisher == "commune" else first


def file_name(statement: Statement, suffix: str) -> str:
    """Without diacritics: "danh-sach-cong-khai-2026-09.docx"; a later version says which it is."""
    name = NAMES.get(Statement.Kind(statement.kind), "bao-cao-cong-khai")
    version = f"-ban-{statement.version}" if statement.version > 1 else ""
    when = f"{statement.period_end:%Y}" if statement.kind == Statement.Kind.PLAN else f"{statement.period_end:%Y-%m}"
    return f"{name}-{when}{version}.{suffix}"
