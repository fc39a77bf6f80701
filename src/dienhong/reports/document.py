"""The report as an official document: figures from its snapshot, words from its narrative. Vietnamese always."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from dienhong.documents.official import (
    Block,
    DashList,
    Heading,
    Issuer,
    Level,
    OfficialDocument,
    Paragraph,
    Signer,
    Trace,
    paragraphs_of,
    printed,
)
from dienhong.reports import annexes, wording
from dienhong.reports.models import Report
from dienhong.reports.sections import BY_CODE, RECIPIENTS

Json = Mapping[str, Any]


def document_of(report: Report) -> OfficialDocument:
    """What the report says, as a draft until it is numbered; from its own row alone, so always the same bytes."""
    shot = report.snapshot
    place, named = _place(shot), shot["resolution"]
    return OfficialDocument(
        issuer=Issuer(name=("Ủy ban nhân dân", place)),
        type_name="Báo cáo",
        subject=f"kết quả thực hiện {named['name']} {named['about']} {shot['period']['name']}",
        sign="BC-UBND",
        place=shot["place"]["name"],
        prepared_on=date.fromisoformat(shot["as_of"]),
        blocks=tuple(_blocks(report)),
        number=report.number,
        dated=report.dated,
        addressed_to=(f"Hội đồng nhân dân {place}",),
        signer=Signer(
            post=report.signer_post or "Chủ tịch", name=report.signer_name, authority=("TM. Ủy ban nhân dân",)
        ),
        recipients=recipients_of(report),
        annexes=tuple(annexes.annexes(shot, report.snapshot_hash)),
        trace=_trace(report),
        issued=report.stage != Report.Stage.DRAFT,
    )


def recipients_of(report: Report) -> tuple[str, ...]:
    """Who gets the report: the lines people wrote, otherwise those to whom such a report usually goes."""
    lines = report.narrative.get(RECIPIENTS, "").splitlines()
    written = tuple(line.strip().lstrip("-").strip(" ;.") for line in lines if line.strip(" -;."))
    return written or usual_recipients(report.snapshot)


def usual_recipients(shot: Json) -> tuple[str, ...]:
    word = shot["place"]["word"]
    return (
        "Như trên",
        f"Thường trực Hội đồng nhân dân {word}",
        f"Các Ban của Hội đồng nhân dân {word}",
        f"Ủy ban Mặt trận Tổ quốc Việt Nam {word}",
        f"Chủ tịch, các Phó Chủ tịch Ủy ban nhân dân {word}",
        "Lưu: VT",
    )


def _place(shot: Json) -> str:
    return f"{shot['place']['word']} {shot['place']['name']}"


def _trace(report: Report) -> Trace | None:
    kept = report.trace
    return Trace(kept["code"], kept["url"], tuple(kept["words"])) if kept else None


def _blocks(report: Report) -> Iterator[Block]:
    shot = report.snapshot
    yield from _opening(shot)
    yield from _written(report, "setting", "direction")
    yield Heading(Level.SECTION, "Kết quả thực hiện")
    yield from _targets(shot)
    yield from _duties(shot)
    yield from _evidence(shot["evidence"])
    if any(report.narrative.get(code, "").strip() for code in ("strengths", "weaknesses")):
        yield Heading(Level.SECTION, "Đánh giá chung")
        yield from _written(report, "strengths", "weaknesses", level=Level.CLAUSE)
    yield from _written(report, "next", "requests")
    yield Paragraph(
        f"Trên đây là báo cáo kết quả thực hiện {shot['resolution']['name']} {shot['period']['name']}, "
        f"Ủy ban nhân dân {_place(shot)} kính trình Hội đồng nhân dân {shot['place']['word']} xem xét./."
    )


def _opening(shot: Json) -> Iterator[Block]:
    named = shot["resolution"]
    yield Paragraph(
        f"Thực hiện {named['name']} {named['adopted']} {named['about']}, Ủy ban nhân dân {_place(shot)} "
        f"báo cáo kết quả {shot['period']['name']} như sau:"
    )
    as_of = wording.day(date.fromisoformat(shot["as_of"]))
    yield Paragraph(
        f"Số liệu trong báo cáo tính đến {as_of}, tổng hợp từ minh chứng do các cơ quan, đơn vị báo cáo "
        "và đã được kiểm tra. Nội dung chưa có đơn vị báo cáo được ghi là chưa có số liệu."
        + (" Số liệu kỳ trước lấy từ " + _previous(shot["previous"]) + "." if shot["previous"] else "")
    )


def _previous(previous: Json) -> str:
    return f"Báo cáo số {previous['number']:02d}/BC-UBND ({previous['period']})"


def _written(report: Report, *codes: str, level: Level = Level.SECTION) -> Iterator[Block]:
    for code in codes:
        if paragraphs := paragraphs_of(report.narrative.get(code, "")):
            yield Heading(level, BY_CODE[code].title)
            yield from paragraphs


def _targets(shot: Json) -> Iterator[Block]:
    yield Heading(Level.CLAUSE, "Kết quả thực hiện các mục tiêu")
    targets = shot["targets"]
    if not targets:
        yield Paragraph("Nghị quyết không đặt mục tiêu theo tỷ lệ; kết quả được theo dõi qua từng nhiệm vụ.")
        return
    figures = [figure for target in targets for figure in target["figures"]]
    unmeasured = sum(not target["figures"] for target in targets)
    text = f"Nghị quyết đặt ra {len(targets)} mục tiêu"
    if figures:
        text += f", được đo bằng {len(figures)} chỉ tiêu: {wording.verdicts(figures, as_of=shot['as_of'])}"
    if unmeasured:
        text += f"; {unmeasured} mục tiêu chưa chọn được cách đo"
    yield Paragraph(f"{text}. Cụ thể như sau:")
    yield annexes.targets(shot)


def _duties(shot: Json) -> Iterator[Block]:
    yield Heading(Level.CLAUSE, "Kết quả thực hiện các nhiệm vụ")
    under_way = [duty for duty in shot["duties"] if wording.total(duty["counts"])]
    if not under_way:
        yield Paragraph("Trong kỳ chưa có nhiệm vụ nào được giao cho đơn vị thực hiện.")
        return
    yield Paragraph(_all_tasks(under_way, len(shot["duties"])))
    order = list(wording.TOPICS)
    ranked = sorted(under_way, key=lambda duty: order.index(duty["topic"]))
    for topic, group in groupby(ranked, key=lambda duty: str(duty["topic"])):
        yield Heading(Level.POINT, wording.TOPICS[topic])
        yield DashList(tuple(_duty(duty, shot) for duty in group))
    if idle := [duty["at"] for duty in shot["duties"] if not wording.total(duty["counts"])]:
        places = wording.listed(dict.fromkeys(idle))
        yield Paragraph(f"Nhiệm vụ tại {places} chưa giao đơn vị thực hiện hoặc không có việc trong kỳ.")


def _all_tasks(duties: Sequence[Json], of: int) -> str:
    names = ("open", "submitted", "returned", "done", "unmet", "overdue")
    counts = {name: sum(duty["counts"][name] for duty in duties) for name in names}
    parts = [f"đã thực hiện {printed(counts['done'])} việc"]
    parts += [f"{printed(counts['unmet'])} việc không thực hiện"] if counts["unmet"] else []
    parts += [f"{printed(wording.waiting(counts))} việc chưa có số liệu"] if wording.waiting(counts) else []
    late = f", trong đó {printed(counts['overdue'])} việc đã quá hạn" if counts["overdue"] else ""
    return (
        f"Nghị quyết giao {of} nhiệm vụ, trong đó {len(duties)} nhiệm vụ có việc trong kỳ, tương ứng "
        f"{printed(wording.total(counts))} việc của các đơn vị (mỗi nhiệm vụ của một đơn vị trong một kỳ tính là "
        f"một việc). Đến nay {'; '.join(parts)}{late}. Kết quả cụ thể như sau (chi tiết tại Phụ lục I và Phụ lục II):"
    )


def _duty(duty: Json, shot: Json) -> str:
    of = "" if duty["period"] == shot["period"]["name"] else f", số liệu {duty['period']}"
    return f"{wording.deed(duty)} ({duty['at']}{of}): {wording.standing(duty)}"


def _evidence(evidence: Json) -> Iterator[Block]:
    yield Heading(Level.CLAUSE, "Minh chứng làm căn cứ cho số liệu")
    if not any(evidence[name] for name in ("accepted", "waiting", "returned")):
        yield Paragraph("Trong kỳ chưa có đơn vị nào gửi minh chứng.")
        return
    kinds = "; ".join(f"{wording.small(kind['name'])}: {printed(kind['n'])}" for kind in evidence["kinds"])
    yield Paragraph(
        f"Trong kỳ, {printed(evidence['accepted'])} minh chứng đã được kiểm tra và chấp nhận"
        f"{f' ({kinds})' if kinds else ''}; {printed(evidence['waiting'])} minh chứng đang chờ kiểm tra; "
        f"{printed(evidence['returned'])} minh chứng trả lại đơn vị để bổ sung."
    )
