"""Papers of a request as official documents: the form as it was filled in, its receipt, the letter that answers it."""

from collections.abc import Iterator
from datetime import date

from dienhong.documents.official import (
    Block,
    DashList,
    Issuer,
    OfficialDocument,
    Paragraph,
    Run,
    Signer,
    Trace,
    paragraphs_of,
)
from dienhong.foundations.clock import VIETNAM, legal_day
from dienhong.information_requests.models import Request, Step, Timing
from dienhong.registry.models import Locality

CITED_DEMOCRACY = "khoản 2 Điều 14 Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15"
NOT_LAW = "mục tiêu phục vụ của xã, không phải hạn luật định"
RIGHTS = (
    "Không đồng ý với việc trả lời thì người yêu cầu có quyền khiếu nại, khởi kiện theo quy định của pháp luật về "
    "khiếu nại và tố tụng hành chính."
)


def form(request: Request, *, trace: Trace) -> OfficialDocument:
    """The request with who asks, for the commune's own file: nobody else is given it."""
    who = request.requester
    identified = [
        f"Họ và tên: {who.name}",
        f"Nơi cư trú, địa chỉ: {who.address}",
        f"Số căn cước, hộ chiếu: {who.identity_number or 'không ghi'}",
        f"Điện thoại, thư điện tử: {', '.join(filter(None, (who.phone, who.email))) or 'không ghi'}",
    ]
    blocks: list[Block] = [Paragraph((Run("1. Người yêu cầu", bold=True),)), DashList(tuple(identified))]
    for submission in request.submissions.all():
        head = "2. Thông tin được yêu cầu" if submission.number == 1 else f"Bổ sung ngày {submission.came_on:%d/%m/%Y}"
        blocks += [Paragraph((Run(head, bold=True),)), *paragraphs_of(submission.wanted)]
        if submission.purpose:
            blocks.append(Paragraph(f"Lý do, mục đích: {submission.purpose}"))
    blocks += [
        Paragraph((Run("3. Cách nhận thông tin", bold=True),)),
        Paragraph(_sentence(request.get_channel_display())),
    ]
    blocks += [Paragraph((Run("4. Tiếp nhận", bold=True),)), *_times(request)]
    return _document(
        request,
        type_name="Phiếu",
        subject="yêu cầu cung cấp thông tin",
        sign="PYC",
        blocks=tuple(blocks),
        trace=trace,
        dated=request.received_on,
    )


def receipt(request: Request, *, trace: Trace) -> OfficialDocument:
    """For whoever asked: when it came in, by when it is answered, how to follow it. It names nobody."""
    blocks = (
        Paragraph(
            f"{request.organization} đã nhận một yêu cầu cung cấp thông tin mang mã {trace.printed_code}. "
            "Người giữ giấy này xem được kết quả bằng cách quét hình QR hoặc nhập mã ở cuối trang."
        ),
        *_times(request),
        Paragraph(f"Cách nhận câu trả lời: {request.get_channel_display()}."),
        Paragraph(
            "Hãy giữ giấy này cẩn thận: ai có mã đều xem được câu trả lời. Trang kết quả không ghi tên người hỏi."
        ),
    )
    return _document(
        request,
        type_name="Giấy biên nhận",
        subject="yêu cầu cung cấp thông tin",
        sign="GBN",
        blocks=blocks,
        trace=trace,
        dated=legal_day(request.created_at),
    )


def letter(request: Request, step: Step, *, trace: Trace) -> OfficialDocument:
    """The answer, the refusal, the extension as an official letter; a draft until it has a number and a signer."""
    signer = Signer(post=step.signer_post, name=step.signer_name) if step.signer_name else None
    return OfficialDocument(
        issuer=_issuer(request.organization.locality),
        type_name="",
        subject=_SUBJECTS[step.event],
        sign="UBND",
        place=request.organization.locality.name,
        prepared_on=step.on,
        blocks=tuple(_letter(request, step, trace)),
        number=step.letter_number,
        dated=step.on if step.letter_number else None,
        addressed_to=(f"Người yêu cầu cung cấp thông tin, mã {trace.printed_code}",),
        signer=signer,
        recipients=("Như trên", "Lưu: VT"),
        trace=trace,
        issued=step.letter_number is not None and signer is not None,
    )


_SUBJECTS = {
    "find_valid": "tiếp nhận yêu cầu cung cấp thông tin",
    "ask_completion": "bổ sung yêu cầu cung cấp thông tin",
    "point_elsewhere": "hướng dẫn đến nơi có thông tin",
    "announce": "thời hạn giải quyết yêu cầu cung cấp thông tin",
    "extend": "gia hạn cung cấp thông tin",
    "provide": "cung cấp thông tin theo yêu cầu",
    "refuse": "từ chối cung cấp thông tin",
    "correct": "đính chính, cung cấp lại thông tin",
    "confirm": "trả lời về thông tin đã cung cấp",
}
LETTERS = frozenset(_SUBJECTS)


def _letter(request: Request, step: Step, trace: Trace) -> Iterator[Block]:
    day = f"ngày {request.received_on:%d/%m/%Y}"
    yield Paragraph(f"{request.organization} nhận yêu cầu cung cấp thông tin mã {trace.printed_code} {day}.")
    match step.event:
        case "refuse":
            yield Paragraph(f"Về yêu cầu này, {request.organization} từ chối cung cấp: {step.get_ground_display()}.")
        case "extend":
            yield Paragraph(f"Thời hạn trả lời được gia hạn đến hết ngày {step.due_on:%d/%m/%Y}, vì lý do sau:")
        case "find_valid" | "announce" if step.due_on:
            yield Paragraph(f"Yêu cầu hợp lệ và sẽ được trả lời chậm nhất ngày {step.due_on:%d/%m/%Y}.")
        case _:
            pass
    yield from paragraphs_of(step.words)
    if step.file is not None:
        yield Paragraph(f"Kèm theo: tệp {step.file_name}, mã băm {step.file.sha256[:16]}.")
    if step.event in {"refuse", "extend", "provide", "confirm", "correct"}:
        yield Paragraph(RIGHTS)


def _times(request: Request) -> tuple[Block, ...]:
    recorded = request.created_at.astimezone(VIETNAM)
    lines = [
        f"Ngày nhận: {request.received_on:%d/%m/%Y}",
        f"Ghi vào máy lúc: {recorded:%H:%M ngày %d/%m/%Y}",
        f"Cách gửi: {request.get_came_display()}",
        _due(request),
    ]
    return (DashList(tuple(lines)),)


def _due(request: Request) -> str:
    if request.due_on is None:
        return f"Trả lời: chưa có hạn; cung cấp theo {CITED_DEMOCRACY}"
    if request.timing == Timing.TARGET:
        return f"Trả lời chậm nhất ngày {request.due_on:%d/%m/%Y} ({NOT_LAW})"
    return f"Trả lời chậm nhất ngày {request.due_on:%d/%m/%Y} (Luật Tiếp cận thông tin số 104/2016/QH13)"


def _document(
    request: Request,
    *,
    type_name: str,
    subject: str,
    sign: str,
    blocks: tuple[Block, ...],
    trace: Trace,
    dated: date,
) -> OfficialDocument:
    return OfficialDocument(
        issuer=_issuer(request.organization.locality),
        type_name=type_name,
        subject=subject,
        sign=sign,
        place=request.organization.locality.name,
        prepared_on=dated,
        blocks=blocks,
        dated=dated,
        trace=trace,
        issued=True,
    )


def _issuer(place: Locality) -> Issuer:
    return Issuer(("ỦY BAN NHÂN DÂN", f"{place.word} {place.name}".upper()))


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
