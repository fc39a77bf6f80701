"""Whose council issued a resolution, seen from the place that is about to carry it out."""

from collections.abc import Collection
from typing import Final

from lawcore.provisions.model import Finding
from lawcore.vietnamese import search_folded

_COUNCIL: Final = "hoi dong nhan dan "


def issued_elsewhere(
    issuer: str, *, here: str, own: Collection[str] = (), above: Collection[str] = ()
) -> Finding | None:
    """What the officer of the place `here` should know: the resolution is of another place's council.

    Places are named with their word, "xã Bến Sậy". `own` are the names the place had before, `above` the places
    it lies in: what their councils decide is carried out here. None for the place's own resolution and for
    what no People's Council issued. Diacritics do not count: a name spelled two ways is a finding of its own.
    """
    folded = search_folded(issuer)
    if not folded.startswith(_COUNCIL):
        return None
    place = folded.removeprefix(_COUNCIL)
    if place in {search_folded(name) for name in (here, *own)}:
        return None
    if place in {search_folded(name) for name in above}:
        return Finding("issued-above", None, f"Nghị quyết do {issuer} ban hành; {here} là nơi tổ chức thực hiện.")
    return Finding(
        "issued-elsewhere",
        None,
        f"Nghị quyết do {issuer} ban hành, không phải Hội đồng nhân dân {here}. "
        "Hãy kiểm tra lại tệp và địa bàn đã chọn.",
    )
