"""Rows of a domain's tables, sealed: what an entry says of them, and whether they still are what it said.

An act puts `sealed(...)` into the data of its entry: each row it wrote stands there by its hash, so that a change of
the row shows. A row that a later act may change is sealed again by that act: the newest entry counts. Rows that belong
to one parent may be sealed together. No hash is made of a name: what a model declares as personal data is left out.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import groupby
from typing import Any, Final

from django.db.models import F, Field, Model, Q, QuerySet
from django.utils.translation import gettext as _

from dienhong.ledger.audit import Finding
from dienhong.ledger.canonical import JSON
from dienhong.ledger.models import Payload

ROWS: Final = "rows"
OURS: Final = frozenset({"id", "recorded_at"})
"""What the database itself fills in."""
TOGETHER: Final = timedelta(minutes=5)
"""A row and its entry are of one transaction: the database's clock cannot have gone on by more between them."""
CHUNK: Final = 2_000


@dataclass(frozen=True, slots=True)
class Together:
    """All rows of a model under one parent, sealed as one: none is added, taken away or changed without a trace."""

    model: type[Model]
    by: str
    parent: int

    @property
    def label(self) -> str:
        return _label_together(self.model, self.by, self.parent)

    @property
    def rows(self) -> "QuerySet[Model]":
        return self.model._default_manager.filter(**{self.by: self.parent})  # noqa: SLF001 - Django documents it


@dataclass(frozen=True, slots=True)
class Audited:
    """A model whose rows are compared with the ledger, each by itself or together under the parent `by`.

    `where`: only these; the others are no evidence, and whoever writes this says why.
    """

    model: type[Model]
    by: str = ""
    where: Q = field(default_factory=Q)

    @property
    def label(self) -> str:
        """How the names of these rows in entries begin: "decisions.sheet", "decisions.seat@meeting"."""
        name = self.model._meta.label_lower  # noqa: SLF001 - Django documents it
        return f"{name}@{self.by}" if self.by else name


def sealed(*written: Model | Together) -> dict[str, JSON]:
    """What the data of an entry says of these rows as they stand now; to be put in with `**` or `|`."""
    told: dict[str, JSON] = {}
    for each in written:
        if isinstance(each, Together):
            told[each.label] = _mark_together(mark(row) for row in each.rows)
        else:
            told[label(each)] = mark(each)
    return {ROWS: told}


def told_with(data: Mapping[str, JSON], *written: Model | Together) -> dict[str, Any]:
    """The same data, which may seal rows already, with these rows sealed too."""
    rows = data.get(ROWS, {})
    return {**data, ROWS: {**(rows if isinstance(rows, Mapping) else {}), **sealed(*written)[ROWS]}}  # type: ignore[dict-item]


def label(row: Model) -> str:
    """The name of a row in an entry: "decisions.sheet:7"."""
    return f"{row._meta.label_lower}:{row.pk}"  # noqa: SLF001 - Django documents it


def mark(row: Model, fields: Iterable[str] | None = None) -> str:
    """SHA-256, in hexadecimal, of the row's values as text: of these fields, or of all that are not personal data.

    A file stands by the hash of its content, besides its key.
    """
    wanted = set(fields) if fields is not None else None
    values: dict[str, Any] = {}
    for each in row._meta.concrete_fields:  # noqa: SLF001 - Django documents it
        if each.name in _left_out(type(row)) or (wanted is not None and each.name not in wanted):
            continue
        values[each.attname] = _plain(each.value_from_object(row))
        if _is_file(each):
            values[f"{each.name}.sha256"] = getattr(getattr(row, each.name), "sha256", None)
    return hashlib.sha256(json.dumps(values, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def file_fields(model: type[Model]) -> list[str]:
    """The names of a model's fields that are stored files."""
    return [each.name for each in model._meta.concrete_fields if _is_file(each)]  # noqa: SLF001


def findings(audited: Iterable[Audited]) -> Iterator[Finding]:
    """Rows that are not as they were sealed, are in no entry, or are gone. Reads all entries and all these tables."""
    audited = list(audited)
    told = _told({each.label for each in audited})
    for each in audited:
        yield from _together(each, told) if each.by else _one_by_one(each, told)
    for gone, said in sorted(told.items()):
        if said.mark != NONE:
            yield Finding("row-gone", gone, _("dòng đã ghi trong sổ cái nay không còn"))


@dataclass(slots=True)
class _Told:
    """What the newest entry says, and when the first one was recorded."""

    mark: str
    since: datetime
    last: datetime


def _told(labels: set[str]) -> dict[str, _Told]:
    """What entries say of rows whose names begin so. An erased payload says nothing and cannot be compared."""
    told: dict[str, _Told] = {}
    payloads = Payload.objects.filter(data__has_key=ROWS).order_by("pk")
    for data, at in payloads.values_list("data", "entry__recorded_at").iterator(CHUNK):
        for name, said in data[ROWS].items():
            if name.rpartition(":")[0] in labels:
                known = told.get(name)
                if known is None:
                    told[name] = _Told(said, at, at)
                else:
                    known.mark, known.last = said, at
    return told


def _one_by_one(audited: Audited, told: dict[str, _Told]) -> Iterator[Finding]:
    for row in _rows(audited).order_by("pk").iterator(CHUNK):
        said = told.pop(label(row), None)
        if said is None:
            yield Finding("not-sealed", label(row), _("dòng này không có trong sổ cái"))
        elif said.mark != mark(row):
            yield Finding("row-changed", label(row), _("dòng này không còn như lúc ghi"))
        elif _is_moved(row, said):
            yield _moved(label(row))


def _together(audited: Audited, told: dict[str, _Told]) -> Iterator[Finding]:
    rows = _rows(audited).annotate(sealed_under=F(audited.by)).order_by("sealed_under", "pk")
    for parent, group in groupby(rows.iterator(CHUNK), key=lambda row: row.sealed_under):
        name, members = _label_together(audited.model, audited.by, parent), list(group)
        said = told.pop(name, None)
        if said is None:
            yield Finding("not-sealed", name, _("các dòng này không có trong sổ cái"))
        elif said.mark != _mark_together(mark(row) for row in members):
            yield Finding("row-changed", name, _("các dòng này không còn như lúc ghi: bị sửa, thêm hoặc bớt"))
        elif any(_is_moved(row, said) for row in members):
            yield _moved(name)


def _rows(audited: Audited) -> "QuerySet[Any]":
    rows = audited.model._default_manager.filter(audited.where)  # noqa: SLF001
    return rows.select_related(*files) if (files := file_fields(audited.model)) else rows


def _is_moved(row: Model, said: _Told) -> bool:
    """Whether the recorded time is none at which the ledger heard of the row."""
    at = getattr(row, "recorded_at", None)
    return at is not None and not said.since - TOGETHER <= at <= said.last + TOGETHER


def _moved(where: str) -> Finding:
    return Finding("time-moved", where, _("giờ ghi nhận không còn như lúc ghi"))


def _label_together(model: type[Model], by: str, parent: int) -> str:
    return f"{model._meta.label_lower}@{by}:{parent}"  # noqa: SLF001


def _mark_together(marks: Iterable[str]) -> str:
    return hashlib.sha256("".join(sorted(marks)).encode()).hexdigest()


NONE: Final = _mark_together(())
"""What an entry says of a parent without rows, as of a meeting at which nothing is voted on."""


def _left_out(model: type[Model]) -> frozenset[str]:
    declared = getattr(model, "personal_data", None)
    personal: Mapping[str, Any] = declared.fields if declared else {}
    return OURS | personal.keys() | getattr(model, "erased_with_it", frozenset())


def _is_file(each: "Field[Any, Any]") -> bool:
    related = each.related_model
    return isinstance(related, type) and any(of.name == "sha256" for of in related._meta.concrete_fields)  # noqa: SLF001


def _plain(value: Any) -> Any:
    """A value as every database gives it back: moments in UTC, days as text, JSON as it is."""
    if hasattr(value, "astimezone"):
        return value.astimezone(UTC).isoformat()
    return value.isoformat() if hasattr(value, "isoformat") else value
