"""The percentages of a sentence: which are goals, what they ask of whom, and which are no goals."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lawcore.obligations import phrases
from lawcore.obligations.model import Due
from lawcore.obligations.percentages import Percentage, percentages
from lawcore.obligations.recurrence import due, recurrences
from lawcore.obligations.sentences import Stretch, clauses, split
from lawcore.obligations.settings import Section, Setting
from lawcore.timelimits import Every

_STRIVE = re.compile(r"\bphấn\s+đấu\b", re.IGNORECASE)
_STRIVE_FOR_ALL = re.compile(r"\bphấn\s+đấu\b[^;%]{0,80}:", re.IGNORECASE)
_FRONTED = re.compile(r"^(?:[-+*•\s]*)(?:[^,;:%]{0,60})[,:]")

_MONEY = r"(?:kinh phí|chi phí|mức|giá trị|học phí|tiền|nguồn (?:kinh phí|vốn|thu)|dự toán|lương|vốn|định mức|tổng)"
_POINTS = r"(?:tổng\s+)?(?:số\s+)?điểm\b"
_ASIDES: tuple[tuple[str, re.Pattern[str], bool], ...] = (
    ("Kết quả đã đạt, không phải chỉ tiêu", re.compile(r"\b(?:đã đạt|đạt được|mới đạt|chỉ đạt)\b[^,;%]{0,30}<%>", re.I), True),
    ("Mức xuất phát để so sánh, không phải chỉ tiêu", re.compile(r"\bso với\b[^,;]{0,40}<%>|\btừ (?:mức )?<%>[^,;%]{0,30}(?<!trở )\blên\b", re.I), True),
    ("Tỷ lệ tán thành hoặc tham dự là điều kiện, không phải chỉ tiêu", re.compile(
        r"<%>[^.;]{0,120}\b(?:tán thành|đồng ý|biểu quyết|bỏ phiếu|dự họp|tham dự|có mặt)\b"
        r"|\b(?:tán thành|đồng ý|biểu quyết|nhất trí|tham dự|có mặt)\b[^.;]{0,60}<%>", re.I), False),
    ("Tỷ lệ chi hoặc hỗ trợ, không phải chỉ tiêu", re.compile(
        rf"<%>\s*(?:tổng\s+)?{_MONEY}|\b(?:hỗ trợ|mức chi|mức hỗ trợ|đối ứng|trích)\b[^,;.%]{{0,40}}<%>", re.I), False),
    ("Trọng số hoặc ngưỡng điểm, không phải chỉ tiêu", re.compile(
        rf"<%>\s*{_POINTS}|\bchiếm\b[^,;.%]{{0,20}}<%>", re.I), False),
)  # fmt: skip
_NOT_GOALS = {
    Section.SCOPE: "Nêu trong phần phạm vi, đối tượng, không phải chỉ tiêu",
    Section.DEFINITIONS: "Nêu trong phần giải thích từ ngữ, không phải chỉ tiêu",
    Section.FUNDING: "Tỷ lệ kinh phí, không phải chỉ tiêu",
}
_RATE_OF = re.compile(r"\b(?:tỷ|tỉ)\s+lệ\s+(?:số\s+)?", re.IGNORECASE)
_AFTER_POPULATION = re.compile(
    r"[,\s]*\b(?:phải\s+|cần\s+)?(?:đạt|là|chiếm|tối thiểu|ít nhất|trên|từ|không)\b.*$", re.IGNORECASE
)
_COUNTED = re.compile(r"^\s*(?:trở lên\s*|tổng\s+)?(?:số\s+)?(?:các\s+)?", re.IGNORECASE)
_SUBJECT = re.compile(
    r"\b(?:thành viên ban (?:thanh tra nhân dân|giám sát đầu tư (?:của )?cộng đồng)"
    r"|trưởng ban (?:công tác mặt trận|nhân dân (?:ấp|khóm))|tổ trưởng tổ dân phố|trưởng (?:thôn|ấp|bản|buôn|khóm|khu phố)"
    r"|tổ soạn thảo hương ước, quy ước|người (?:được giao|đứng đầu|hoạt động|làm công tác)[^,;]*"
    r"|ủy ban nhân dân(?: (?:các )?(?:cấp\s\w+|xã|phường|tỉnh))?|hội đồng nhân dân(?: [^,;]*)?"
    r"|(?:các )?tổ chức (?:chính trị ?-? ?xã hội|xã hội|đoàn thể|có sử dụng lao động)|đơn vị sự nghiệp(?: công lập)?"
    r"|tổ dân phố|hộ gia đình|người lao động|người dân|hương ước|quy ước|cơ quan|đơn vị|địa phương|tổ chức|doanh nghiệp"
    r"|cán bộ|công chức|viên chức|đảng viên|nội dung|thủ tục hành chính|trường học|hộ|thôn|ấp|khóm|buôn|bản|xã|phường)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A percentage, the words that belong to it, and what governs it; `aside` when it is no goal."""

    percentage: Percentage
    words: Stretch
    every: Every | None
    due: Due | None
    aspirational: bool
    aside: str | None
    rule: str


def stated(text: str, sentence: Stretch, setting: Setting) -> Iterator[Stated]:
    """Each percentage of a sentence. Its words run to the next percentage, or to the sentence's end."""
    found = [p for p in percentages(text) if sentence.start <= p.start < sentence.end]
    starts = [_start(text, sentence, found, i) for i in range(len(found))]
    for percentage, start, end in zip(found, starts, [*starts[1:], sentence.end], strict=False):
        yield _stated(text, sentence, setting, percentage, Stretch(start, _trim(text, start, end)))


def population(text: str, goal: Stated) -> str | None:
    """Who or what is counted: after the percentage, or after "tỷ lệ", up to the verb; None when neither says."""
    before = text[goal.words.start : goal.percentage.start]
    rated = _RATE_OF.search(before)
    after = text[goal.percentage.end : goal.words.end]
    counted = before[rated.end() :] if rated else after[_width(_COUNTED, after) :]
    if not counted[:1].isalnum():
        return None
    verb = phrases.predicate(counted)
    return _one_line(counted[:verb] if verb else _AFTER_POPULATION.sub("", counted))


def subjects(text: str, goal: Stated) -> tuple[str, ...]:
    """The kinds of persons, bodies or things named before the verbs of a target, each once, as printed."""
    named: dict[str, str] = {}
    for clause in clauses(text, Stretch(goal.percentage.end, goal.words.end)) or ():
        words = clause.of(text)
        verb = phrases.predicate(words)
        for found in _SUBJECT.finditer(words[:verb] if verb else words):
            named.setdefault(found.group().lower(), _one_line(found.group()) or "")
    return tuple(named.values()) or _only(population(text, goal))


def extent(text: str, goal: Stated) -> str:
    """The words of a target with the sentences after it that state no percentage of their own."""
    later = [p.start for p in percentages(text) if p.start > goal.percentage.start]
    end = len(text)
    for sentence in split(text):
        if sentence.start >= goal.words.end and any(sentence.start <= p < sentence.end for p in later):
            end = sentence.start
            break
    else:
        end = goal.words.end if any(p < goal.words.end for p in later) else end
    blocked = any(goal.words.end <= p < end for p in later)
    return text[goal.words.start : goal.words.end if blocked else end]


def _stated(text: str, sentence: Stretch, setting: Setting, percentage: Percentage, words: Stretch) -> Stated:
    clause = _clause(text, sentence, percentage)
    before = text[clause.start : percentage.start]
    front = text[sentence.start : percentage.start] if _fronts(text, sentence) else ""
    own = text[min(clause.start, words.start) : words.end]
    every = recurrences(own) or recurrences(front) or setting.every
    strives = bool(_STRIVE.search(before) or _STRIVE_FOR_ALL.search(text[sentence.start : percentage.start]))
    return Stated(
        percentage=percentage,
        words=words,
        every=every[0] if every else None,
        due=due(own) or due(front) or setting.due,
        aspirational=strives or setting.aspirational,
        aside=_aside(text, clause, percentage, setting),
        rule=_rule(setting, strives=strives),
    )


def _rule(setting: Setting, *, strives: bool) -> str:
    where = "nêu trong phần mục tiêu" if setting.section is Section.GOALS else "nêu trong phần quy định phải thực hiện"
    governed = ", có “phấn đấu” đứng trước" if strives or setting.aspirational else ""
    return f"Tỷ lệ phần trăm {where}{governed}"


def _aside(text: str, clause: Stretch, percentage: Percentage, setting: Setting) -> str | None:
    if setting.section in _NOT_GOALS:
        return _NOT_GOALS[setting.section]
    marked = f"{text[clause.start : percentage.start]}<%>{text[percentage.end : clause.end]}"
    main_goal = setting.section is Section.GOALS and not any(
        clause.start <= p.start < percentage.start for p in percentages(text)
    )
    for reason, pattern, even_among_goals in _ASIDES:
        if (even_among_goals or not main_goal) and pattern.search(marked):
            return reason
    return None


def _clause(text: str, sentence: Stretch, percentage: Percentage) -> Stretch:
    for clause in clauses(text, sentence):
        if clause.start <= percentage.start < clause.end:
            return clause
    return sentence


def _start(text: str, sentence: Stretch, found: list[Percentage], index: int) -> int:
    """Where the words of a percentage begin: with its clause, or at itself when it shares the clause."""
    clause = _clause(text, sentence, found[index])
    shares = index > 0 and found[index - 1].start >= clause.start
    if shares:
        return found[index].start
    return sentence.start if index == 0 else clause.start


def _fronts(text: str, sentence: Stretch) -> bool:
    """Whether the sentence opens with an adverbial set off by a comma or colon ("Hằng năm, …")."""
    return _FRONTED.match(text[sentence.start : sentence.end]) is not None


def _trim(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip(" ;,\n\t\xa0"))


def _width(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.match(text)
    return match.end() if match else 0


def _one_line(phrase: str) -> str | None:
    return " ".join(phrase.split()).strip(" ,;:.") or None


def _only(phrase: str | None) -> tuple[str, ...]:
    return (phrase,) if phrase else ()
