"""The metadata block of an Akoma Ntoso document: FRBR identification, and our own fields."""

import re
from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import Final, TypeVar

from lxml import etree

from lawcore.provisions.model import Level, Metadata, Status
from lawcore.vietnamese import search_folded

NAMESPACE: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN: Final = "urn:dienhong:metadata:1"
_SOURCE: Final = "#dienhong"
_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_Code = TypeVar("_Code", bound=StrEnum)
_KEPT: Final = tuple(field.name for field in fields(Metadata) if field.name not in {"recipients", "bases", "repeals"})


def clean(text: str) -> str:
    """The text as XML can hold it: for a character that it forbids, one that says so."""
    return _FORBIDDEN.sub("\ufffd", text)


def meta(metadata: Metadata, *, on: date, annex: int = 0, title: str | None = None) -> etree._Element:
    """The `meta` element of the document (annex 0) or of one of its annexes."""
    block = etree.Element(_tag("meta"))
    identification = etree.SubElement(block, _tag("identification"), source=_SOURCE)
    work = _work(metadata, on)
    part = f"!annex_{annex}" if annex else "!main"
    expression = f"{work}/vie@{(metadata.adopted_on or on).isoformat()}"
    day = (metadata.adopted_on, "adoption") if metadata.adopted_on else (on, "export")
    element = _level(identification, "FRBRWork", work, part, day, alias=title or metadata.title)
    etree.SubElement(element, _tag("FRBRcountry"), value="vn")
    if metadata.number:
        etree.SubElement(element, _tag("FRBRnumber"), value=clean(metadata.number))
    element = _level(identification, "FRBRExpression", expression, part, day)
    etree.SubElement(element, _tag("FRBRlanguage"), language="vie")
    _level(identification, "FRBRManifestation", f"{expression}.akn", part, (on, "export"))
    if not annex:
        references = etree.SubElement(block, _tag("references"), source=_SOURCE)
        _organization(references, "council", metadata.issuer or "")
        _organization(references, "dienhong", "Diên Hồng")
        kept = etree.SubElement(etree.SubElement(block, _tag("proprietary"), source=_SOURCE), f"{{{OWN}}}document")
        for name in _KEPT:
            value = getattr(metadata, name)
            if value is not None:
                kept.set(name, value.isoformat() if isinstance(value, date) else clean(str(value)))
    return block


def metadata_of(act: etree._Element) -> Metadata:
    """The fields that `meta` kept."""
    kept = act.find(f"{_tag('meta')}/{_tag('proprietary')}/{{{OWN}}}document")
    told = {} if kept is None else {str(name): str(value) for name, value in kept.attrib.items()}
    return Metadata(
        kind=told.get("kind"),
        issuer=told.get("issuer"),
        level=_code(Level, told.get("level")),
        number=told.get("number"),
        title=told.get("title"),
        adopted_on=_day(told.get("adopted_on")),
        effective_on=_day(told.get("effective_on")),
        status=_code(Status, told.get("status")) or Status.ADOPTED,
        signer=told.get("signer"),
        place=told.get("place"),
        effective_text=told.get("effective_text"),
    )


def title_of_annex(attachment: etree._Element) -> str:
    alias = attachment.find(f".//{_tag('FRBRWork')}/{_tag('FRBRalias')}")
    return "" if alias is None else str(alias.get("value", ""))


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _work(metadata: Metadata, on: date) -> str:
    """/akn/vn/act/nghi-quyet/2025/12-2025-nq-hdnd: kind, year and number without diacritics."""
    kind = _slug(metadata.kind or "van-ban")
    year = (metadata.adopted_on or on).year
    return f"/akn/vn/act/{kind}/{year}/{_slug(metadata.number or 'chua-co-so')}"


def _slug(text: str) -> str:
    return "-".join("".join(char if char.isalnum() else " " for char in search_folded(text)).split())


def _level(
    identification: etree._Element, name: str, uri: str, part: str, day: tuple[date, str], alias: str | None = None
) -> etree._Element:
    element = etree.SubElement(identification, _tag(name))
    etree.SubElement(element, _tag("FRBRthis"), value=f"{uri}/{part}")
    etree.SubElement(element, _tag("FRBRuri"), value=uri)
    if alias:
        etree.SubElement(element, _tag("FRBRalias"), name="title", value=clean(alias))
    etree.SubElement(element, _tag("FRBRdate"), date=day[0].isoformat(), name=day[1])
    author = "#dienhong" if name == "FRBRManifestation" else "#council"
    etree.SubElement(element, _tag("FRBRauthor"), href=author)
    return element


def _organization(references: etree._Element, eid: str, name: str) -> None:
    href = f"/akn/ontology/organization/vn/{_slug(name) or eid}"
    etree.SubElement(references, _tag("TLCOrganization"), eId=eid, href=href, showAs=clean(name))


def _code(kind: type[_Code], value: str | None) -> _Code | None:
    return kind(value) if value else None


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
