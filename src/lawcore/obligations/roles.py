"""What a sentence does in its document, and the rule that says so."""

import re
from dataclasses import dataclass

from lawcore.obligations import bearers, phrases
from lawcore.obligations.goals import stated
from lawcore.obligations.model import Role
from lawcore.obligations.recurrence import recurrences
from lawcore.obligations.settings import Section, Setting, section_of

ASKS = frozenset({Role.TARGET, Role.DUTY, Role.ASSIGNMENT, Role.SUPERVISION, Role.HEADING, Role.FUNDING})

_THIS = r"(?:nghị quyết|quyết định|quy chế|quy định|văn bản|chương trình|kế hoạch)\s+(?:này|số)?"
_EFFECT = re.compile(
    rf"^(?:{_THIS}[^.;]*\b(?:có hiệu lực|hết hiệu lực|thay thế|được[^.;]*\bthông qua)"
    r"|bãi bỏ|thay thế\s+(?:nghị|quyết|điều)|kể từ ngày|ban hành kèm theo|điều khoản chuyển tiếp"
    r"|trường hợp các văn bản|các (?:văn bản|quy định)[^.]*(?:thay thế|trái với|hết hiệu lực))",
    re.IGNORECASE,
)
_EXPIRES = re.compile(r"\bhết hiệu lực\b|\bcó hiệu lực (?:thi hành|từ|kể từ)", re.IGNORECASE)
_SCOPE = re.compile(rf"^{_THIS}\s*(?:quy định|quyết định|áp dụng|điều chỉnh)", re.IGNORECASE)
_NO_DEFINITION = r"(?:căn cứ|cơ sở|một trong|một tiêu chí|tiêu chí|trách nhiệm|nhiệm vụ)"
_MEANS = re.compile(rf"^[“\"]?[^,.;]{{2,80}}[”\"]?\s+(?:là(?!\s+{_NO_DEFINITION})|được hiểu là)\s", re.IGNORECASE)
_FUNDS = re.compile(r"^(?:nguồn\s+)?(?:kinh phí|ngân sách|tài chính)\b", re.IGNORECASE)
_SUPERVISES = re.compile(r"\b(?:giám sát|phản biện)\b", re.IGNORECASE)
_OVERSEERS = re.compile(r"hội đồng nhân dân|hđnd|mặt trận|mttq|đại biểu|tổ chức chính trị", re.IGNORECASE)
_OF_THE_WHOLE = re.compile(
    r"\b(?:giám sát|tổ chức|triển khai|đôn đốc)[^;.]{0,40}\b(?:thực hiện|thi hành)\s+nghị quyết(?:\s+này)?"
    r"\s*(?:[.;,]|theo\b|tại\b|trên\b|$)",
    re.IGNORECASE,
)
_CARRIES_OUT = re.compile(
    r"\b(?:tổ chức|giám sát|đôn đốc)[^;.]{0,40}\b(?:thực hiện|thi hành)\s*(?:[.;]|$)", re.IGNORECASE
)
_CALLS = re.compile(r"^(?:giao|đề nghị|yêu cầu)\s", re.IGNORECASE)
_OBLIGES = re.compile(
    r"\b(?:phải|có trách nhiệm|chịu trách nhiệm|có nghĩa vụ|không được|nghiêm cấm|bị xử lý|được giao)\b",
    re.IGNORECASE,
)
_TASKS = frozenset({Section.MEASURES, Section.GOALS})
_SECTION_ROLES = {
    Section.DEFINITIONS: (Role.DEFINITION, "Thuộc điều, khoản giải thích từ ngữ"),
    Section.SCOPE: (Role.SCOPE, "Thuộc phần phạm vi, đối tượng"),
    Section.PRINCIPLES: (Role.PRINCIPLE, "Thuộc phần nguyên tắc, quan điểm"),
    Section.EFFECT: (Role.EFFECT, "Thuộc điều, khoản về hiệu lực, chuyển tiếp"),
}


@dataclass(frozen=True, slots=True)
class Reading:
    role: Role
    rule: str
    group: Section | None


def read(words: str, setting: Setting, *, leads: bool) -> Reading:
    """Class a sentence by its own words first, then by the section it stands in."""
    if _EFFECT.match(words) or (_EXPIRES.search(words) and setting.section is Section.ORGANISATION):
        return Reading(Role.EFFECT, "Nói về hiệu lực, bãi bỏ hoặc việc thông qua văn bản", setting.section)
    if any(percentage.aside is None for percentage in stated(words, setting)):
        return Reading(Role.TARGET, "Có tỷ lệ phần trăm phải đạt", setting.section)
    if leads:
        return _lead_in(words, setting)
    return _by_section(words, setting) or _by_words(words, setting)


def _lead_in(words: str, setting: Setting) -> Reading:
    if _CALLS.match(words):
        return Reading(Role.ASSIGNMENT, "Giao hoặc đề nghị thực hiện những việc nêu bên dưới", setting.section)
    return Reading(Role.HEADING, "Đề mục hoặc câu dẫn của phần bên dưới", section_of(words) or setting.section)


def _by_section(words: str, setting: Setting) -> Reading | None:
    if setting.section in _SECTION_ROLES:
        role, rule = _SECTION_ROLES[setting.section]
        return Reading(role, rule, setting.section)
    if _SCOPE.match(words):
        return Reading(Role.SCOPE, "Nói văn bản này quy định hoặc áp dụng cho ai", setting.section)
    if _FUNDS.match(words) or setting.section is Section.FUNDING:
        return Reading(Role.FUNDING, "Nói về nguồn kinh phí", setting.section)
    if setting.section is Section.ORGANISATION or _CALLS.match(words) or _on_the_whole(words, setting):
        return _organisation(words, setting)
    return None


def _on_the_whole(words: str, setting: Setting) -> bool:
    """Whether a sentence has the whole resolution carried out or supervised, in an article of its own."""
    return bool(_OF_THE_WHOLE.search(words)) or (setting.section is None and bool(_CARRIES_OUT.search(words)))


def _organisation(words: str, setting: Setting) -> Reading:
    first = bearers.opening(words)
    bearer = first.bearer or setting.bearer or ""
    if _OVERSEERS.search(bearer) and _SUPERVISES.search(words):
        return Reading(Role.SUPERVISION, "Hội đồng nhân dân, Mặt trận hoặc đoàn thể giám sát", setting.section)
    if bearer or phrases.VERB.match(words):
        return Reading(Role.ASSIGNMENT, "Giao việc tổ chức thực hiện", setting.section)
    return Reading(Role.OTHER, "Phần tổ chức thực hiện nhưng không giao việc cho ai", setting.section)


def _by_words(words: str, setting: Setting) -> Reading:
    """The first of the signs that the words show, from the surest to the weakest."""
    signs: tuple[tuple[bool, Role, str], ...] = (
        (bearers.opening(words).bearer is not None, Role.DUTY, "Nêu ai phải làm gì"),
        (_OBLIGES.search(words) is not None, Role.DUTY, "Có từ buộc thực hiện (phải, có trách nhiệm …)"),
        (bearers.acts(words), Role.DUTY, "Mở đầu bằng động từ chỉ việc phải làm"),
        (setting.section in _TASKS, Role.DUTY, "Thuộc phần mục tiêu, biện pháp, nhiệm vụ"),
        (bool(recurrences(words)), Role.DUTY, "Nêu việc làm định kỳ"),
        (_MEANS.match(words) is not None, Role.DEFINITION, "Nói một từ ngữ được hiểu thế nào"),
        (phrases.predicate(words) is not None, Role.DUTY, "Câu trong điều, khoản quy định một việc"),
    )
    for shown, role, rule in signs:
        if shown:
            return Reading(role, rule, setting.section)
    return Reading(Role.OTHER, "Không nhận ra việc phải làm", setting.section)
