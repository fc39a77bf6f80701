"""What the words above a sentence give it: the section it stands in, and what it inherits."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from lawcore.obligations import bearers
from lawcore.obligations.model import Due, Topic
from lawcore.obligations.recurrence import due, recurrences
from lawcore.obligations.topics import topic_of
from lawcore.timelimits import Every


class Section(StrEnum):
    SCOPE = "scope"
    DEFINITIONS = "definitions"
    PRINCIPLES = "principles"
    GOALS = "goals"
    MEASURES = "measures"
    FUNDING = "funding"
    ORGANISATION = "organisation"
    EFFECT = "effect"


_OPENS = re.compile(
    r"^(?:(?:thông qua|quy định|ban hành|quyết định|về|các|nội dung|những|một số|chung|cụ thể)\s+)*", re.IGNORECASE
)
_ORGANISES = (
    r"tổ chức (?:triển khai )?(?:thực hiện|thi hành)\b(?! dân chủ)|trách nhiệm (?:thi hành|tổ chức|thực hiện)"
    r"|điều khoản thi hành|hiệu lực[^.;]*(?:trách nhiệm|tổ chức)|giao\b"
)
_SECTIONS = tuple(
    (section, re.compile(words, re.IGNORECASE))
    for section, words in (
        (Section.SCOPE, r"(?:phạm vi(?: điều chỉnh| áp dụng)?|đối tượng(?: điều chỉnh| áp dụng)?)\b"),
        (Section.DEFINITIONS, r"giải thích (?:từ ngữ|thuật ngữ)"),
        (Section.PRINCIPLES, r"nguyên tắc|quan điểm|mục đích,? yêu cầu"),
        (Section.GOALS, r"mục tiêu|chỉ tiêu|phấn đấu\b[^.]*(?:mục tiêu|chỉ tiêu|như sau|:)"),
        (Section.FUNDING, r"(?:nguồn |bảo đảm |cơ chế )?(?:kinh phí|ngân sách|tài chính)"),
        (Section.ORGANISATION, _ORGANISES),
        (Section.EFFECT, r"(?:điều khoản |quy định )?(?:hiệu lực|chuyển tiếp|bãi bỏ)"),
        (Section.MEASURES, r"(?:biện pháp|nhiệm vụ|giải pháp)"),
    )
)
_ASPIRATION = re.compile(r"\bphấn\s+đấu\b", re.IGNORECASE)
_FRONT = re.compile(r"^[^,:;]{0,40}(?:[,:]|$)")


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for everything below a heading or lead-in until another says otherwise."""

    section: Section | None = None
    topic: Topic | None = None
    bearer: str | None = None
    every: tuple[Every, ...] = ()
    due: Due | None = None
    aspirational: bool = False

    def under(self, words: str) -> "Setting":
        """The setting below a heading or lead-in with these words."""
        section = section_of(words)
        below = replace(self, section=section or self.section, bearer=bearers.of_lead_in(words) or self.bearer)
        if section is not None and section is not self.section:
            below = replace(below, topic=None, every=(), due=None, aspirational=False)
        return below.timed_by(words).grouped_by(words)

    def timed_by(self, words: str) -> "Setting":
        """A goal's heading times what it heads; elsewhere only words in front of a lead-in do."""
        front = _FRONT.match(words.strip())
        scope = words if self.section is Section.GOALS else (front.group() if front else "")
        return replace(
            self,
            every=recurrences(scope) or self.every,
            due=due(scope) or self.due,
            aspirational=self.aspirational or (self.section is Section.GOALS and bool(_ASPIRATION.search(words))),
        )

    def grouped_by(self, words: str) -> "Setting":
        """The topic of the group that a heading opens; the outermost group holds for all below it."""
        if self.section in (Section.SCOPE, Section.DEFINITIONS, Section.PRINCIPLES):
            return replace(self, topic=None)
        if self.section is Section.FUNDING:
            return replace(self, topic=Topic.FUNDING)
        if self.section in (Section.ORGANISATION, Section.EFFECT):
            return replace(self, topic=Topic.ORGANISATION)
        if section_of(words) is not None:
            return self
        return replace(self, topic=self.topic or topic_of(words))


def section_of(words: str) -> Section | None:
    """The section a heading opens, judged by how it begins."""
    line = words.strip()
    start = _OPENS.match(line)
    rest = line[start.end() :] if start else line
    for section, pattern in _SECTIONS:
        if pattern.match(line) or pattern.match(rest):
            return section
    return None
