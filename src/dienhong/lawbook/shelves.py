"""The book's order: topics in plain words, and under each what can be asked, counted, listed and followed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dienhong.lawbook.titles import title_of
from lawcore import asking
from lawcore.asking import Question
from lawcore.asking.topics import TOPICS
from lawcore.lifecycles import Lifecycle

KINDS: Final[Mapping[str, str]] = MappingProxyType({"deadline": "DEADLINES", "latest": "LATEST", "minimum": "MINIMUM"})
"""The three ways of counting days, with the table of each topic that holds them."""

NAMES: Final[Mapping[str, tuple[str | Promise, str | Promise]]] = MappingProxyType(
    {
        "ballots": (_("Dân bàn và quyết định"), _("Họp thôn, phát phiếu, biểu quyết; bao nhiêu hộ thì được.")),
        "conventions": (_("Hương ước, quy ước"), _("Soạn, lấy ý kiến, thông qua, công nhận, sửa, bỏ.")),
        "elections": (_("Bầu và cho thôi làm Trưởng thôn"), _("Chuẩn bị, bầu, công nhận, nhiệm kỳ, cho thôi.")),
        "boards": (
            _("Ban Thanh tra nhân dân, Ban Giám sát đầu tư"),
            _("Bao nhiêu người, ai được tham gia, làm việc và báo cáo thế nào."),
        ),
        "disclosures": (_("Công khai cho dân biết"), _("Việc gì phải công khai, ở đâu, từ ngày nào đến ngày nào.")),
        "consultations": (
            _("Hỏi ý kiến dân trước khi quyết định"),
            _("Việc gì phải hỏi, hỏi bao lâu, trả lời ra sao."),
        ),
        "conferences": (_("Hội nghị và đối thoại"), _("Ở thôn, ở xã, trong cơ quan và doanh nghiệp nhà nước.")),
        "petitions": (
            _("Khiếu nại, tố cáo, phản ánh, hỏi thông tin"),
            _("Có được thụ lý không, ai giải quyết, bao giờ phải trả lời."),
        ),
        "timelimits": (_("Ngày làm việc và ngày nghỉ"), _("Đếm ngày làm việc, các ngày nghỉ trong năm.")),
    }
)
"""Title and lead of each topic, by the name of its package."""


FREQUENT: Final = (
    (_("Thôn tôi cần bao nhiêu hộ tán thành?"), "decision.required"),
    (_("Đã đủ hộ tán thành để thông qua chưa?"), "decision.adopted"),
    (_("Sáng kiến của dân có phải đưa ra bàn không?"), "initiative.admissible"),
    (_("Bản niêm yết được gỡ từ ngày nào?"), "minimum.posting.commune"),
    (_("Xã phải công nhận quyết định của thôn trước ngày nào?"), "deadline.decision.recognition"),
    (_("Khiếu nại của tôi bao giờ phải được giải quyết?"), "deadline.complaint.first"),
)
"""What people ask most, in their words."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A list of the texts, with the number of its items."""

    code: str
    title: str
    size: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """A topic with what belongs to it. `counts`: the way of counting → its questions."""

    slug: str
    title: str | Promise
    lead: str | Promise
    rules: tuple[Question, ...]
    counts: Mapping[str, tuple[Question, ...]]
    catalogues: tuple[Catalogue, ...]
    lifecycles: tuple[Lifecycle, ...]


@cache
def shelves() -> tuple[Shelf, ...]:
    """Every topic in the order in which `lawcore` gives them; a topic without words here is called by its package."""
    return tuple(_shelf(topic) for topic in TOPICS)


def _shelf(topic: object) -> Shelf:
    name = str(getattr(topic, "__name__", "")).rpartition(".")[2]
    title, lead = NAMES.get(name, (name, ""))
    known, lists = asking.questions(), asking.catalogues()
    counts = {way: tuple(known[way].kinds[kind] for kind in getattr(topic, table, ())) for way, table in KINDS.items()}
    return Shelf(
        name,
        title,
        lead,
        tuple(known[code] for code in getattr(topic, "RULES", ())),
        MappingProxyType(counts),
        tuple(Catalogue(code, title_of(code), len(lists[code])) for code in getattr(topic, "CATALOGUES", ())),
        tuple(getattr(topic, "LIFECYCLES", ())),
    )


@cache
def asked() -> Mapping[str, Question]:
    """Every question that has a page: the rules, and each kind of deadline, latest day and minimum time by its code."""
    found: dict[str, Question] = {}
    for code, question in asking.questions().items():
        if question.kinds:
            found.update({each.code: each for each in question.kinds.values()})
        else:
            found[code] = question
    return MappingProxyType(found)


def question_of_move(code: str) -> Question | None:
    """The question behind the time limit that a move of a procedure names: a rule, or a kind without its way."""
    return next((asked()[each] for each in (code, *(f"{way}.{code}" for way in KINDS)) if each in asked()), None)
