"""The percentages of a sentence: which are goals, what they ask of whom, and which are no goals."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from lawcore.obligations import phrases
from lawcore.obligations.model import Due
from lawcore.obligations.percentages import Percentage, percentages
from lawcore.obligations.recurrence import due, recurrences
from lawcore.obligations.sentences import Stretch, clauses
from lawcore.obligations.settings import Section, Setting
from lawcore.timelimits import Every

_REACH = 250  # characters around a percentage, or from the front of a sentence, that can govern it
_STRIVE = re.compile(r"\bphấn\s+đấu\b", re.IGNORECASE)
_STRIVE_FOR_ALL = re.compile(r"\bphấn\s+đấu\b[^;%]{0,80}:", re.IGNORECASE)
_FRONTED = re.compile(r"^(?:[-+*•\s]*)(?:[^,;:%]{0,60})[,:]")

_MONEY = (
    r"(?:(?:nguồn )?kinh phí|chi phí|mức|giá(?: đất| trị)?|(?:số )?(?:lệ )?phí|số (?:thu|tiền)|học phí|tiền|nguồn thu"
    r"|dự toán|lương|vốn|định mức|tổng (?:mức|chi|thu|vốn|dự toán|kinh phí|giá trị|số (?:chi|thu|vốn|tiền)))\b"
)
_POINTS = r"(?:tổng\s+)?(?:số\s+)?điểm\b"
_AGREES = r"(?:tán thành|đồng ý|biểu quyết|bỏ phiếu|nhất trí)"
_ATTENDS = r"(?:dự họp|tham dự|có mặt)"
_ONLY_IF = r"\b(?:khi|nếu|chỉ|hợp lệ|điều kiện)\b"
_VOTE = (
    rf"<%>[^.;]{{0,120}}\b{_AGREES}\b|\b{_AGREES}\b[^.;]{{0,60}}<%>"
    rf"|{_ONLY_IF}[^.;]{{0,60}}<%>[^.;]{{0,120}}\b{_ATTENDS}\b|<%>[^.;]{{0,120}}\b{_ATTENDS}\b[^.;]{{0,60}}{_ONLY_IF}"
)
_SUBSIDY = r"(?:hỗ trợ|mức chi|mức hỗ trợ|đối ứng|trích)"
# Why a percentage is no goal, the words around it ("<%>" stands for it), and whether even the
# first percentage of a clause among the goals is none when they match.
_ASIDES: tuple[tuple[str, re.Pattern[str], bool], ...] = tuple(
    (reason, re.compile(words, re.IGNORECASE), even_a_goal)
    for reason, words, even_a_goal in (
        (
            "Kết quả đã đạt, không phải chỉ tiêu",
            r"\b(?:đã đạt|đạt được|mới đạt|chỉ đạt)\b[^,;%]{0,30}<%>",
            True,
        ),
        (
            "Mức xuất phát để so sánh, không phải chỉ tiêu",
            r"\bso với\b[^,;]{0,40}<%>|\btừ (?:mức )?<%>[^,;%]{0,30}(?<!trở )\blên\b",
            True,
        ),
        (
            "Điều kiện để họp hoặc để quyết định có giá trị, không phải chỉ tiêu",
            r"\b(?:tiến hành|hợp lệ|có giá trị|được thông qua)\s+khi\b[^,;.]{0,40}<%>",
            True,
        ),
        (
            "Ngưỡng để điều chỉnh, không phải chỉ tiêu",
            r"\b(?:khi|nếu)\b[^,;.]{0,60}\b(?:biến động|chênh lệch|tăng|giảm|vượt)\b[^,;.]{0,30}<%>",
            False,
        ),
        (
            "Tỷ lệ tán thành hoặc tham dự là điều kiện, không phải chỉ tiêu",
            rf"{_VOTE}|<%>[^,.;]{{0,20}}\bphiếu\b[^.;]{{0,60}}\b(?:thì|mới|được)\b",
            False,
        ),
        (
            "Tỷ lệ chi hoặc hỗ trợ, không phải chỉ tiêu",
            rf"<%>\s*(?:tổng\s+)?{_MONEY}|\b{_SUBSIDY}\b[^,;.%]{{0,40}}<%>",
            False,
        ),
        (
            "Trọng số hoặc ngưỡng điểm, không phải chỉ tiêu",
            rf"<%>\s*{_POINTS}|\bchiếm\b[^,;.%]{{0,20}}<%>",
            False,
        ),
    )
)
_CONDITION = re.compile(r"\b(?:với|khi|nếu)\s+(?:có\s+)?(?:trên\s+|hơn\s+|từ\s+|ít\s+nhất\s+)?<%>", re.IGNORECASE)
_NOT_GOALS = {
    Section.SCOPE: "Nêu trong phần phạm vi, đối tượng, không phải chỉ tiêu",
    Section.DEFINITIONS: "Nêu trong phần giải thích từ ngữ, không phải chỉ tiêu",
    Section.FUNDING: "Tỷ lệ kinh phí, không phải chỉ tiêu",
}
_RATED = re.compile(r"\b(?:tỷ|tỉ)\s+lệ\b", re.IGNORECASE)
_RATE_OF = re.compile(r"\b(?:tỷ|tỉ)\s+lệ\s+(?:số\s+)?", re.IGNORECASE)
_AFTER_POPULATION = re.compile(
    r"[,\s]*\b(?:phải\s+|cần\s+)?(?:đạt|là|chiếm|tối thiểu|ít nhất|trên|từ|không)\b.*$", re.IGNORECASE
)
_COUNTED = re.compile(r"^\s*(?:trở lên\s*|tổng\s+)?(?:số\s+)?(?:các\s+)?", re.IGNORECASE)
_AND_LAST = re.compile(r"[ ,]+(?:và|hoặc)$", re.IGNORECASE)
_SUBJECT = re.compile(
    r"\b(?:thành viên ban (?:thanh tra nhân dân|giám sát đầu tư (?:của )?cộng đồng)"
    r"|trưởng ban (?:công tác mặt trận|nhân dân (?:ấp|khóm))|tổ trưởng tổ dân phố"
    r"|trưởng (?:thôn|ấp|bản|buôn|khóm|khu phố)"
    r"|tổ soạn thảo hương ước, quy ước|người (?:được giao|đứng đầu|hoạt động|làm công tác)[^,;]*"
    r"|ủy ban nhân dân(?: (?:các )?(?:cấp\s\w+|xã|phường|tỉnh))?|hội đồng nhân dân(?: [^,;]*)?"
    r"|(?:các )?tổ chức (?:chính trị ?-? ?xã hội|xã hội|đoàn thể|có sử dụng lao động)"
    r"|đơn vị sự nghiệp(?: công lập)?"
    r"|tổ dân phố|hộ gia đình|người lao động|người dân|hương ước|quy ước|cơ quan|đơn vị|địa phương"
    r"|tổ chức(?! thực hiện| triển khai)"
    r"|doanh nghiệp|cán bộ|công chức|viên chức|đảng viên|nội dung|thủ tục hành chính|trường học"
    r"|hộ|thôn|ấp|khóm|buôn|bản|xã|phường)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A percentage of a sentence, the words that belong to it, and what governs it.

    Offsets count in the sentence. `aside` says why the percentage is no goal, None when it is one.
    """

    percentage: Percentage
    words: Stretch
    every: Every | None
    due: Due | None
    aspirational: bool
    aside: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class _Seen:
    """A percentage in its clause: where the clause's first one stands, and whether "phấn đấu" reaches it."""

    percentage: Percentage
    clause: Stretch
    head: int
    start: int
    strives: bool

    @property
    def is_first(self) -> bool:
        return self.head == self.percentage.start


def stated(sentence: str, setting: Setting) -> Iterator[Stated]:
    """Each percentage of a sentence. Its words run to the next percentage, or to the sentence's end."""
    seen = _seen(sentence)
    ends = [*(one.start for one in seen[1:]), len(sentence)]
    front = sentence[:_REACH]
    fronted = front[: seen[0].percentage.start] if seen and _FRONTED.match(front) else ""
    all_strive = bool(_STRIVE_FOR_ALL.search(front)) or setting.aspirational
    for one, end in zip(seen, ends, strict=False):
        words = Stretch(one.start, _trim(sentence, one.start, end))
        opening = sentence[one.clause.start : min(one.head, one.clause.start + _REACH)]
        own = f"{opening} {words.of(sentence)}"
        every = recurrences(own) or recurrences(fronted) or setting.every
        strives = one.strives or all_strive
        yield Stated(
            percentage=one.percentage,
            words=words,
            every=every[0] if every else None,
            due=due(own) or due(fronted) or setting.due,
            aspirational=strives,
            aside=_aside(sentence, one, setting),
            rule=_rule(setting, strives=strives),
        )


def _seen(sentence: str) -> list[_Seen]:
    """The percentages of a sentence; "phấn đấu" reaches those after it in the same clause."""
    seen: list[_Seen] = []
    found = tuple(percentages(sentence))
    parts = clauses(sentence) if found else ()
    for percentage in found:
        clause = _holder(parts, percentage)
        last = seen[-1] if seen and seen[-1].clause == clause else None
        begin = last.percentage.end if last else clause.start
        here = bool(_STRIVE.search(sentence, begin, percentage.start))
        seen.append(
            _Seen(
                percentage,
                clause,
                head=last.head if last else percentage.start,
                start=_start(sentence, percentage, clause, last) if seen else 0,
                strives=here or (last is not None and last.strives),
            )
        )
    return seen


def population(sentence: str, goal: Stated) -> str | None:
    """Who or what is counted: after the percentage, or after "tỷ lệ", up to the verb; None when neither says."""
    rated = _RATE_OF.search(sentence, goal.words.start, goal.percentage.start)
    after = sentence[goal.percentage.end : goal.words.end]
    counted = sentence[rated.end() : goal.percentage.start] if rated else after[_width(_COUNTED, after) :]
    if not counted[:1].isalnum():
        return None
    verb = phrases.predicate(counted)
    return _one_line(counted[:verb] if verb else _AFTER_POPULATION.sub("", counted))


def subjects(sentence: str, goal: Stated) -> tuple[str, ...]:
    """The kinds of persons, bodies or things named before the verbs of a target, each once, as printed."""
    named: dict[str, str] = {}
    asked = sentence[goal.percentage.end : goal.words.end]
    for clause in clauses(asked):
        words = clause.of(asked)
        verb = phrases.predicate(words)
        for found in _SUBJECT.finditer(words[:verb] if verb else words):
            named.setdefault(found.group().lower(), _one_line(found.group()) or "")
    return tuple(named.values()) or _only(population(sentence, goal))


def _rule(setting: Setting, *, strives: bool) -> str:
    where = "nêu trong phần mục tiêu" if setting.section is Section.GOALS else "nêu trong phần quy định phải thực hiện"
    return f"Tỷ lệ phần trăm {where}" + (", có “phấn đấu” đứng trước" if strives else "")


def _aside(sentence: str, one: _Seen, setting: Setting) -> str | None:
    """Why a percentage is no goal.

    Among goals the first of a clause is one unless it tells of the past, and so is a later one
    unless it is put as a condition ("với trên 50% …").
    """
    if setting.section in _NOT_GOALS:
        return _NOT_GOALS[setting.section]
    before = sentence[max(one.clause.start, one.percentage.start - _REACH) : one.percentage.start]
    after = sentence[one.percentage.end : min(one.clause.end, one.percentage.end + _REACH)]
    marked = f"{before}<%>{after}"
    is_goal = setting.section is Section.GOALS and (one.is_first or not _CONDITION.search(marked))
    for reason, pattern, even_a_goal in _ASIDES:
        if (even_a_goal or not is_goal) and pattern.search(marked):
            return reason
    return None


def _holder(parts: tuple[Stretch, ...], percentage: Percentage) -> Stretch:
    """The clause that holds a percentage."""
    return parts[max(0, bisect_right(parts, percentage.start, key=lambda part: part.start) - 1)]


def _start(sentence: str, percentage: Percentage, clause: Stretch, last: _Seen | None) -> int:
    """Where the words of a percentage begin: with its clause, or where it shares the clause, with its "tỷ lệ"."""
    if last is None:
        return clause.start
    rated = _RATED.search(sentence, last.percentage.end, percentage.start)
    return rated.start() if rated else percentage.start


def _trim(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip(" ;,\n\t\xa0"))


def _width(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.match(text)
    return match.end() if match else 0


def _one_line(phrase: str) -> str | None:
    return _AND_LAST.sub("", " ".join(phrase.split()).strip(" ,;:.")) or None


def _only(phrase: str | None) -> tuple[str, ...]:
    return (phrase,) if phrase else ()
