"""Papers of a conference as official documents: plan, three reports, minutes, the result for the commune.

Each says what was kept when it was written, so that it prints the same whatever changes later. Vietnamese always.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from dienhong.conferences.facts_told import blocks_of
from dienhong.conferences.models import Conference, Minutes, Part, Report
from dienhong.decisions.papers.frame import (
    Community,
    day_in_words,
    document,
    flat,
    grouped,
    labelled,
    moment,
    said,
    share,
    stripped,
    when,
)
from dienhong.documents.official import (
    Align,
    Block,
    Column,
    DashList,
    OfficialDocument,
    Paragraph,
    Row,
    Run,
    Signatures,
    Signer,
    Table,
    Trace,
)
from dienhong.foundations.clock import legal_day
from dienhong.registry.heads import head_of

HINT: Final = "(ký, ghi rõ họ và tên)"
PARTS: Final[Mapping[str, tuple[str, str]]] = {
    Part.HEAD: ("tình hình của {village} và kết quả thực hiện những việc các hộ đã quyết định, năm {year}", ""),
    Part.FRONT: ("thực hiện dân chủ ở {village} năm {year}", "Trưởng ban công tác Mặt trận"),
    Part.BOARD: ("kiểm tra, giám sát theo kiến nghị của người dân ở {village} năm {year}", "Ban Thanh tra nhân dân"),
}
STEPS: Final = (
    "Khai mạc, giới thiệu đại biểu, nội dung và thư ký.",
    "{head} báo cáo; đại diện Ban công tác Mặt trận báo cáo; thành viên Ban Thanh tra nhân dân báo cáo.",
    "Đại diện các hộ thảo luận, đề xuất, kiến nghị; người có trách nhiệm trả lời, giải trình.",
    "Thông qua các nội dung đã trình bày; biểu dương cá nhân, hộ gia đình; kết luận.",
)
Json = Mapping[str, Any]


def plan(conference: Conference, *, trace: Trace) -> OfficialDocument:
    """Decree 59/2023 art. 10 cl. 2: time, place, content, who does what; three bodies agree with it."""
    community, meeting = Community.of(conference.village), conference.meeting
    head, commune = head_of(conference.village), community.commune
    blocks: list[Block] = [
        labelled("1. Thời gian", "{hour}, {weekday} ngày {day}.".format(**when(meeting.planned_at))),
        labelled("2. Địa điểm", f"{stripped(meeting.place)}."),
        labelled("3. Chủ trì", f"{stripped(meeting.chair)}."),
        labelled("4. Thành phần", f"đại diện của tất cả các hộ gia đình trong {community.village}."),
    ]
    if conference.guests:
        blocks.append(labelled("Mời dự", f"{stripped(conference.guests)}."))
    blocks.append(Paragraph((Run("5. Nội dung, trình tự:", bold=True),)))
    blocks.append(DashList(tuple(each.format(head=head) for each in STEPS)))
    items = list(meeting.items.select_related("matter").order_by("position"))
    if items:
        titles = "; ".join(stripped(each.matter.title) for each in items)
        blocks.append(labelled("Việc đưa ra biểu quyết", f"{titles}."))
    arranged = f"{flat(conference.arranged)}" if conference.arranged else "……………………………………………………"
    blocks.append(labelled("6. Tổ chức thực hiện", arranged))
    return document(
        community,
        type_name="Kế hoạch",
        subject=f"tổ chức hội nghị định kỳ năm {conference.year} của cộng đồng dân cư {community.village}",
        sign="KH",
        on=legal_day(conference.recorded_at),
        blocks=(*blocks, _both(head)),
        recipients=(
            f"Ủy ban nhân dân {commune}",
            f"Ủy ban Mặt trận Tổ quốc Việt Nam {commune}",
            f"Ban Thanh tra nhân dân {commune}",
        ),
        trace=trace,
        compact=True,
    )


def report(found: Report, conference: Conference, *, trace: Trace) -> OfficialDocument:
    """LDC art. 33 cl. 3: the words of who reports, then what the village's records said that day."""
    community = Community.of(conference.village)
    subject, post = PARTS[found.part]
    until = date.fromisoformat(found.facts["until"])
    return document(
        community,
        type_name="Báo cáo",
        subject=subject.format(village=community.village, year=conference.year),
        sign="BC",
        on=until,
        blocks=(
            *(Paragraph(flat(line)) for line in found.words.splitlines() if line.strip()),
            Paragraph((Run(f"Số liệu trong sổ của {community.village} đến hết {day_in_words(until)}", bold=True),)),
            *blocks_of(found.part, found.facts),
            _digest(found.digest),
        ),
        signer=Signer(post or head_of(conference.village), found.presenter),
        trace=trace,
        compact=True,
    )


def minutes(found: Minutes, *, trace: Trace) -> OfficialDocument:
    """Decree 59/2023 art. 11 cl. 2: the nine steps as they were, by the secretary."""
    content = found.content
    community = Community(content["village"], content["commune"])
    signers = (Signer("Thư ký", content["secretary"]), Signer("Người chủ trì", content["chair"]))
    return document(
        community,
        type_name="Biên bản",
        subject=f"hội nghị định kỳ năm {content['year']} của cộng đồng dân cư {community.village}",
        sign="BB",
        on=date.fromisoformat(content["on"]),
        blocks=(*_held(found, content), Signatures(signers, hint=HINT)),
        trace=trace,
        compact=True,
    )


def result(found: Minutes, *, trace: Trace) -> OfficialDocument:
    """Decree 59/2023 art. 11 cl. 2: what the village head sends to commune and Front after it."""
    content = found.content
    community = Community(content["village"], content["commune"])
    commune = content["commune"]
    for_commune = [each for each in content["proposals"] if not each["reply"]]
    blocks: list[Block] = [
        Paragraph(
            f"Hội nghị định kỳ của cộng đồng dân cư {community.village} họp từ {moment(content['began'])}, tại "
            f"{stripped(content['place'])}. {_came(content)}"
        ),
        Paragraph(_passed(content)),
        *_proposals(content),
    ]
    if for_commune:
        numbers = ", ".join(str(each["number"]) for each in for_commune)
        blocks.append(Paragraph(f"Kiến nghị chưa có trả lời tại hội nghị: số {numbers}."))
    blocks.append(labelled("Kết luận", flat(content["conclusion"])))
    return document(
        community,
        type_name="Báo cáo",
        subject=f"kết quả hội nghị định kỳ năm {content['year']} của cộng đồng dân cư {community.village}",
        sign="BC",
        on=date.fromisoformat(content["on"]),
        blocks=blocks,
        addressed_to=(f"Ủy ban nhân dân {commune}", f"Ủy ban Mặt trận Tổ quốc Việt Nam {commune}"),
        signer=Signer(content["head"], content["chair"]),
        trace=trace,
        compact=True,
    )


def _held(found: Minutes, content: Json) -> Iterator[Block]:
    if found.version > 1:
        reason = f"Bản số {found.version}, thay bản số {found.version - 1}. Lý do: {stripped(found.reason)}."
        yield Paragraph((Run(reason, bold=True),))
    began, ended = moment(content["began"]), moment(content["ended"])
    yield labelled("1. Thời gian, địa điểm", f"từ {began} đến {ended}, tại {stripped(content['place'])}.")
    yield labelled("2. Chủ trì, thư ký", f"chủ trì: {content['chair']}; thư ký: {content['secretary']}.")
    yield labelled("3. Thành phần", _came(content))
    if content["guests"]:
        yield labelled("Được mời dự", f"{stripped(content['guests'])}.")
    yield Paragraph((Run("4. Các báo cáo đã trình bày:", bold=True),))
    yield DashList(
        tuple(
            f"{Part(each['part']).label}: {each['presenter']} trình bày (bản số {each['version']})."
            for each in content["reports"]
        )
        or ("Không có báo cáo nào được ghi.",)
    )
    for each in content["decided"]:
        yield Paragraph(f"Đã biểu quyết: {stripped(each['title'])} ({each['stage'].lower()}; có biên bản riêng).")
    yield Paragraph((Run("5. Đề xuất, kiến nghị của các hộ và trả lời:", bold=True),))
    yield from _proposals(content)
    yield labelled("6. Thông qua", _passed(content))
    if content["praised"]:
        yield labelled("7. Biểu dương", flat(content["praised"]))
    yield labelled("8. Kết luận" if content["praised"] else "7. Kết luận", flat(content["conclusion"]))
    yield _digest(found.digest)


def _came(content: Json) -> str:
    present, whole = content["present"], content["households"]
    return f"{present}/{whole} hộ có người đại diện dự ({share(present, whole)})."


def _passed(content: Json) -> str:
    return f"{content['agreed']}/{content['present']} hộ dự hội nghị đồng ý với các nội dung đã trình bày."


def _proposals(content: Json) -> Iterator[Block]:
    rows = content["proposals"]
    if not rows:
        yield Paragraph("Các hộ không nêu kiến nghị nào.")
        return
    columns = (
        Column("Số", 10, Align.CENTER),
        Column("Kiến nghị, đề xuất", 70),
        Column("Nơi trả lời", 35),
        Column("Trả lời", 60),
    )
    cells = [Row((str(each["number"]), each["words"], each["to"], each["reply"] or "chưa trả lời")) for each in rows]
    yield Table(columns, tuple(cells))


def _digest(digest: str) -> Paragraph:
    return Paragraph((Run(f"Mã băm của bản này: {grouped(digest)}; đọc là: {said(digest)}.", italic=True),))


def _both(head: str) -> Signatures:
    return Signatures((Signer("Trưởng ban công tác Mặt trận"), Signer(head)), hint=HINT)
