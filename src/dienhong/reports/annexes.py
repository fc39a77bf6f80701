"""The tables of a report: targets in the body, duties and units as annexes."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dienhong.documents.official import Align, Annex, CellValue, Column, Row, Table
from dienhong.reports import decided, disclosed, wording

Json = Mapping[str, Any]
COUNTED = "Số đối tượng"
TASKS = "Số việc trong kỳ"


def goal(target: Json) -> str:
    value = target["value"].replace(".", ",")
    return f"phấn đấu {value}%" if target["aspirational"] else f"{value}%"


def targets(snapshot: Json) -> Table:
    """A row for each indicator and period it was counted in; a row without figures where nothing measures it."""
    previous = snapshot["previous"]
    rows = [row for target in snapshot["targets"] for row in _target_rows(target, snapshot)]
    return Table(
        columns=(
            Column("Căn cứ", 14),
            Column("Nội dung đo", 33),
            Column("Mục tiêu", 11, Align.CENTER),
            Column("Tổng số", 10, Align.RIGHT, COUNTED),
            Column("Đạt", 9, Align.RIGHT, COUNTED),
            Column("Chưa đạt", 10, Align.RIGHT, COUNTED),
            Column("Chưa có số liệu", 11, Align.RIGHT, COUNTED),
            *([Column("Kỳ trước", 11, Align.CENTER)] if previous else []),
            Column("Kết luận", 14),
        ),
        rows=tuple(rows),
        caption="Kết quả thực hiện các mục tiêu",
        note="Đối tượng được miễn theo quy định không tính vào tổng số. Chưa có số liệu không có nghĩa là chưa đạt."
        + (f" Cột kỳ trước ghi số đạt trên tổng số của báo cáo {previous['period']}." if previous else ""),
    )


def _target_rows(target: Json, snapshot: Json) -> Iterator[Row]:
    compared = bool(snapshot["previous"])
    if not target["figures"]:
        cells = (target["at"], target["text"], goal(target), None, None, None, None)
        yield Row((*cells, *(["–"] if compared else []), "chưa chọn cách đo"))
    for figure in target["figures"]:
        yield Row(
            (
                target["at"],
                wording.measured(figure),
                goal(target),
                *_counts(figure),
                *([_previous(figure)] if compared else []),
                wording.verdict(figure, as_of=snapshot["as_of"]),
            )
        )


def _counts(figure: Json) -> tuple[CellValue, ...]:
    if figure["verdict"] == "not-counted":
        return (None,) * 4
    return wording.counted(figure), figure["achieved"], figure["not_achieved"], figure["unknown"]


def _previous(figure: Json) -> str:
    before = figure["previous"]
    return wording.share(before["achieved"], wording.counted(before)) if before else "–"


def annexes(snapshot: Json, snapshot_hash: str) -> Iterator[Annex]:
    """The duties with their clauses, and every unit with what it was given."""
    if snapshot["duties"]:
        yield Annex("Kết quả từng nhiệm vụ", (_duties(snapshot, snapshot_hash),), landscape=True)
    if snapshot["units"]:
        yield Annex("Kết quả của từng đơn vị", (_units(snapshot["units"]),))
    if "disclosure" in snapshot:  # reports issued before it was counted have none
        yield from disclosed.annexes(snapshot["disclosure"])
    if "decided" in snapshot:  # as above
        yield from decided.annexes(snapshot["decided"])


def _duties(snapshot: Json, snapshot_hash: str) -> Table:
    previous, is_later = snapshot["previous"], not snapshot["period"]["start"].endswith("-01-01")
    return Table(
        columns=(
            Column("TT", 5, Align.CENTER),
            Column("Căn cứ", 14),
            Column("Nhiệm vụ", 38),
            Column("Kỳ số liệu", 12),
            Column("Tổng số", 7, Align.RIGHT, TASKS),
            Column("Đã thực hiện", 8, Align.RIGHT, TASKS),
            Column("Không thực hiện", 8, Align.RIGHT, TASKS),
            Column("Chưa có số liệu", 8, Align.RIGHT, TASKS),
            Column("Quá hạn", 7, Align.RIGHT, TASKS),
            *([Column("Lũy kế từ đầu năm", 10, Align.CENTER)] if is_later else []),
            *([Column("Kỳ trước", 10, Align.CENTER)] if previous else []),
        ),
        rows=tuple(
            Row(
                (
                    number,
                    duty["at"],
                    wording.deed(duty),
                    *_tasks(duty),
                    *([_done(duty["year_to_date"])] if is_later else []),
                    *([_done(duty["previous"])] if previous else []),
                )
            )
            for number, duty in enumerate(snapshot["duties"], start=1)
        ),
        note=f"{_explained(previous, is_later=is_later)}Mã băm SHA-256 của toàn bộ số liệu báo cáo: {snapshot_hash}.",
    )


def _explained(previous: Json | None, *, is_later: bool) -> str:
    columns = ["lũy kế từ đầu năm"] if is_later else []
    columns += [f"kỳ trước ({previous['period']})"] if previous else []
    return f"Cột {wording.listed(columns)} ghi số việc đã thực hiện trên tổng số. " if columns else ""


def _tasks(duty: Json) -> tuple[CellValue, ...]:
    counts = duty["counts"]
    if not duty["periods"]:
        return ("không có việc", *["–"] * 5)
    return (
        duty["period"],
        wording.total(counts),
        counts["done"],
        counts["unmet"],
        wording.waiting(counts),
        counts["overdue"],
    )


def _done(counts: Json | None) -> str:
    return wording.share(counts["done"], wording.total(counts)) if counts and wording.total(counts) else "–"


def _units(units: Iterable[Json]) -> Table:
    listed = list(units)
    rows = [
        Row((number, unit["name"], wording.total(unit), unit["done"], unit["unmet"], wording.waiting(unit)))
        for number, unit in enumerate(listed, start=1)
    ]
    summed = {name: sum(unit[name] for unit in listed) for name in ("open", "submitted", "returned", "done", "unmet")}
    rows.append(
        Row(
            ("", "Cộng", wording.total(summed), summed["done"], summed["unmet"], wording.waiting(summed)),
            strong=True,
        )
    )
    return Table(
        columns=(
            Column("TT", 6, Align.CENTER),
            Column("Đơn vị", 44),
            Column("Tổng số", 11, Align.RIGHT, TASKS),
            Column("Đã thực hiện", 13, Align.RIGHT, TASKS),
            Column("Không thực hiện", 13, Align.RIGHT, TASKS),
            Column("Chưa có số liệu", 13, Align.RIGHT, TASKS),
        ),
        rows=tuple(rows),
    )
