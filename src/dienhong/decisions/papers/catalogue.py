"""Which papers a meeting has, by the word that stands in their address; each made and put into its formats."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dienhong.decisions.models import Item, Meeting
from dienhong.decisions.papers import ballots, calling_off, counting, invitations, signing_in, slips
from dienhong.decisions.papers.facts import Facts, of_meeting, trace_of_meeting, traces_of_households
from dienhong.documents.cards import CardSheet, render_cards_docx, render_cards_html, render_cards_pdf
from dienhong.documents.official import OfficialDocument
from dienhong.documents.page import render_html, render_html_series
from dienhong.documents.pdf import render_pdf, render_pdf_series
from dienhong.documents.word import render_docx, render_docx_series
from dienhong.foundations.actors import Actor

Made: TypeAlias = "OfficialDocument | list[OfficialDocument] | CardSheet"
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF: Final = "application/pdf"
MEDIA: Final[Mapping[str, str]] = {"docx": DOCX, "pdf": PDF}


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of a meeting. `is_long`: made by the worker; `needs_roll`: there is none before the roll is frozen.

    `has_codes`: it bears the private code of every household, so only who holds the meeting gets it, on record.
    `is_off`: of a meeting that was called off, which has no other paper.
    """

    slug: str
    name: str | Promise
    use: str | Promise
    make: Callable[[Facts, Actor, date], Made]
    is_long: bool = False
    needs_roll: bool = False
    needs_end: bool = False
    has_codes: bool = False
    is_off: bool = False


@dataclass(frozen=True, slots=True)
class ItemPaper:
    """A paper of one item of the agenda. `secret`: only where the vote is secret."""

    slug: str
    name: str | Promise
    make: Callable[[Facts, Item, Actor, date], Made]
    secret: bool = True


def _board(facts: Facts, by: Actor, on: date) -> Made:
    return invitations.board(facts, trace=trace_of_meeting(facts.meeting, by), on=on)


def _households(facts: Facts, by: Actor, on: date) -> Made:
    return invitations.households(facts, traces=traces_of_households(facts.meeting, facts.households, by), on=on)


def _off(facts: Facts, by: Actor, on: date) -> Made:
    return calling_off.board(facts, trace=trace_of_meeting(facts.meeting, by), on=on)


def _sign_in(facts: Facts, by: Actor, on: date) -> Made:
    return signing_in.sheet(facts, trace=trace_of_meeting(facts.meeting, by), on=on)


def _slips(facts: Facts, by: Actor, _on: date) -> Made:
    return slips.slips(facts, traces=traces_of_households(facts.meeting, facts.households, by))


def _ballots(facts: Facts, item: Item, _by: Actor, _on: date) -> Made:
    return ballots.ballots(facts, item)


def _counterfoils(facts: Facts, item: Item, _by: Actor, on: date) -> Made:
    return ballots.counterfoils(facts, item, on=on)


def _tally(facts: Facts, item: Item, _by: Actor, on: date) -> Made:
    number = ballots.printed(facts, item) if item.method == Item.Method.SECRET else None
    return counting.tally_sheets(facts, item, printed=number, on=on)


def _minutes(facts: Facts, item: Item, by: Actor, on: date) -> Made:
    return counting.minutes(facts, item, trace=trace_of_meeting(facts.meeting, by), on=on)


PAPERS: Final[Mapping[str, Paper]] = {
    each.slug: each
    for each in (
        Paper("giay-moi-niem-yet", _("Giấy mời để niêm yết"), _("Treo ở nhà văn hóa, bảng tin."), _board),
        Paper(
            "giay-moi-tung-ho",
            _("Giấy mời từng hộ"),
            _("Mỗi hộ một tờ, có tên, xóm và mã riêng của hộ."),
            _households,
            is_long=True,
            has_codes=True,
        ),
        Paper(
            "danh-sach-ky-ten",
            _("Danh sách ký tên"),
            _("Cả danh sách đã chốt, mỗi hộ một mã để quét khi điểm danh."),
            _sign_in,
            is_long=True,
            needs_roll=True,
        ),
        Paper(
            "giay-bao-tung-ho",
            _("Giấy báo từng hộ sau họp"),
            _("Hộ được ghi nhận có mặt hay vắng, ai đại diện, và cách báo sai."),
            _slips,
            is_long=True,
            needs_roll=True,
            needs_end=True,
            has_codes=True,
        ),
        Paper(
            "thong-bao-khong-hop",
            _("Thông báo không họp"),
            _("Treo thay giấy mời ở nhà văn hóa, bảng tin."),
            _off,
            is_off=True,
        ),
    )
}
ITEM_PAPERS: Final[Mapping[str, ItemPaper]] = {
    each.slug: each
    for each in (
        ItemPaper("phieu-kin", _("Phiếu kín"), _ballots),
        ItemPaper("cuong-phieu", _("Cuống phiếu có số"), _counterfoils),
        ItemPaper("phieu-kiem-dem", _("Phiếu kiểm đếm, hai người"), _tally, secret=False),
        ItemPaper("bien-ban-kiem-phieu", _("Biên bản kiểm phiếu"), _minutes),
    )
}


def make(paper: Paper, meeting: Meeting, by: Actor, *, on: date) -> Made:
    """The paper as it is now. Raises Refused where it cannot be yet."""
    return paper.make(of_meeting(meeting, on=on), by, on)


def make_for_item(paper: ItemPaper, item: Item, by: Actor, *, on: date) -> Made:
    """The paper of one item as it is now. Raises Refused where it cannot be."""
    return paper.make(of_meeting(item.meeting, on=on), item, by, on)


def rendered(made: Made, kind: str) -> bytes:
    """The bytes of a paper as "docx" or "pdf". Raises PdfUnavailable without Pango."""
    match made:
        case CardSheet():
            return render_cards_docx(made) if kind == "docx" else render_cards_pdf(made)
        case OfficialDocument():
            return render_docx(made) if kind == "docx" else render_pdf(made)
        case _:
            return render_docx_series(made) if kind == "docx" else render_pdf_series(made)


def page(made: Made, *, back: str) -> str:
    """The paper as a page to print from the browser."""
    match made:
        case CardSheet():
            return render_cards_html(made, back=back)
        case OfficialDocument():
            return render_html(made, back=back)
        case _:
            return render_html_series(made, back=back)
