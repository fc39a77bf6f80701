"""What the village's records said when a report was written, as paragraphs and tables of its paper. Vietnamese."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from dienhong.conferences.models import Part
from dienhong.documents.official import Align, Block, Column, DashList, Paragraph, Row, Table

Json = Mapping[str, Any]


def blocks_of(part: str, facts: Json) -> Iterator[Block]:
    """The figures behind one of the three reports."""
    if part == Part.HEAD:
        yield from _decisions(facts)
        yield from _funds(facts)
    yield DashList(tuple(lines_of(part, facts)))


def lines_of(part: str, facts: Json) -> Iterator[str]:
    """The figures in sentences: on paper, and on the page of everybody."""
    if part == Part.HEAD:
        yield from _head(facts)
    elif part == Part.FRONT:
        yield from _front(facts)
    else:
        yield from _board(facts)


def _decisions(facts: Json) -> Iterator[Block]:
    rows = facts["decisions"]
    if not rows:
        yield Paragraph("Trong năm chưa có việc nào được đưa ra các hộ bàn và quyết định.")
        return
    columns = (
        Column("Việc", 62),
        Column("Thông qua", 24, Align.CENTER),
        Column("Tán thành", 22, Align.CENTER),
        Column("Hiệu lực từ", 24, Align.CENTER),
        Column("Tình trạng", 40),
    )
    yield Table(columns, tuple(_decision(each) for each in rows), caption="Những việc các hộ đã bàn trong năm")


def _decision(each: Json) -> Row:
    agree = f"{each['agree']}/{each['households']} hộ" if each["agree"] is not None else "–"
    state = each["stage"]
    if each["received"] is not None:
        state = f"{state}; đã thu {_dotted(each['received'])} đồng, đã chi {_dotted(each['spent'])} đồng"
    return Row((each["title"], _day(each["passed_on"]), agree, _day(each["effective_on"]), state))


def _funds(facts: Json) -> Iterator[Block]:
    rows = facts["funds"]
    if not rows:
        return
    columns = (
        Column("Quỹ, khoản đóng góp", 62),
        Column("Đã thu (đồng)", 30, Align.RIGHT),
        Column("Ngày công", 20, Align.RIGHT),
        Column("Đã chi (đồng)", 30, Align.RIGHT),
        Column("Còn lại (đồng)", 30, Align.RIGHT),
    )
    cells = [Row((_fund(each), each["received"], each["labour_days"], each["spent"], each["left"])) for each in rows]
    yield Table(columns, tuple(cells), caption="Tiền và ngày công các hộ đóng góp, từ khi mở quỹ")


def _fund(each: Json) -> str:
    return f"{each['purpose']} (đã quyết toán)" if each["is_closed"] else str(each["purpose"])


def _head(facts: Json) -> Iterator[str]:
    rows = facts["decisions"]
    binding = sum(each["binds"] for each in rows)
    still = sum(each["is_open"] for each in rows)
    yield f"Các hộ đã bàn {len(rows)} việc: {binding} việc đang có hiệu lực, {still} việc chưa xong."
    yield from _earlier(facts)


def _front(facts: Json) -> Iterator[str]:
    yield (
        f"Đã họp {facts['meetings']} cuộc, phát phiếu {facts['ballot_rounds']} đợt, biểu quyết trực tuyến "
        f"{facts['online_rounds']} đợt (không kể hội nghị này)."
    )
    yield f"{facts['passed']} việc được thông qua, {facts['refused']} việc không được thông qua hoặc không công nhận."
    yield f"{facts['initiatives']} sáng kiến của người dân, trong đó {facts['put']} sáng kiến đã đưa ra bàn."
    yield _contests(facts)
    yield _disclosed(facts)


def _board(facts: Json) -> Iterator[str]:
    yield _contests(facts)
    yield _disclosed(facts)
    yield (
        f"{facts['funds']} quỹ của thôn đang mở: {facts['waiting_spendings']} khoản chi chờ người thứ hai đồng ý, "
        f"{facts['missing_receipts']} số biên lai giấy chưa được ghi vào sổ."
    )
    yield from _earlier(facts)


def _contests(facts: Json) -> str:
    found = facts["contests"]
    left = found["all"] - found["answered"]
    return (
        f"{found['all']} hộ kiến nghị về việc ghi nhận hộ mình khi biểu quyết: {found['right']} kiến nghị đúng, "
        f"{left} chưa được trả lời."
    )


def _disclosed(facts: Json) -> str:
    found = facts["disclosed"]
    return (
        f"Xã phải công khai {found['all']} nội dung riêng của thôn: {found['out']} đã công khai, "
        f"{found['overdue']} quá hạn chưa công khai."
    )


def _earlier(facts: Json) -> Iterator[str]:
    before = facts["earlier"]
    if before is None:
        return
    counted = {name: before[name] for name in ("done", "doing", "passed_on", "not", "open")}
    yield (
        f"Kiến nghị tại hội nghị năm {before['year']}: {sum(counted.values())} kiến nghị, {counted['done']} đã làm "
        f"xong, {counted['doing']} đang làm, {counted['passed_on']} đã chuyển nơi có thẩm quyền, {counted['not']} "
        f"không làm được, {counted['open']} chưa trả lời."
    )


def _day(text: str) -> str:
    return f"{date.fromisoformat(text):%d/%m/%Y}" if text else "–"


def _dotted(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")
