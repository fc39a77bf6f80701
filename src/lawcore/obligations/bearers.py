"""Who bears a duty: the noun phrase as printed, from the clause or from the words above it."""

import re
from dataclasses import dataclass

from lawcore.obligations import phrases

_FRONTED = re.compile(
    r"""(?:
      (?:định\s+kỳ)?\s*(?:\([^)]*\)|(?:(?:ít\s+nhất|tối\s+thiểu)\s+)?(?:hằng|hàng|mỗi)\s+(?:năm|quý|tháng|tuần)
        (?:\s+(?:ít\s+nhất\s+)?(?:\d{1,2}|một|hai|ba)\s+lần)?|(?:0?[36]|sáu|ba)\s+tháng(?:\s+một\s+lần)?)
        (?:\s*(?:,|và|hoặc|-)\s*(?:(?:hằng|hàng)\s+)?(?:năm|quý|tháng))*
    | định\s+kỳ | thường\s+xuyên(?:,\s*liên\s+tục)? | kịp\s+thời | đồng\s+thời | riêng | từng\s+bước | tiếp\s+tục
    | (?:theo|trên\s+cơ\s+sở|căn\s+cứ|trong\s+phạm\s+vi|tùy\s+theo)\s+
      (?:chức\s+năng,?\s*(?:và\s+)?nhiệm\s+vụ(?:\s+được\s+giao)?|thẩm\s+quyền|[^,;.]{1,80}(?=,))
    | (?:trước|chậm\s+nhất|đến|trong|từ|khi|ngoài|cùng\s+với|bên\s+cạnh|để|nhằm|đối\s+với)\b[^,;.]{1,80}(?=,)
    | về\s+[^:;.]{1,80}:
    | (?:cuối|đầu)\s+(?:năm|quý|kỳ)
    )\s*,?\s*""",
    re.IGNORECASE | re.VERBOSE,
)
_CALL = re.compile(
    r"(?:giao\s+trách\s+nhiệm\s+cho|giao\s+cho|giao|đề\s+nghị|yêu\s+cầu|kiến\s+nghị|phân\s+công"
    r"|ủy\s+quyền(?:\s+cho)?|khuyến\s+khích)\s+",
    re.IGNORECASE,
)
_RESPONSIBILITY_OF = re.compile(
    r"(?:trách\s+nhiệm|nhiệm\s+vụ|nghĩa\s+vụ)(?:\s+(?:thi\s+hành|tổ\s+chức|thực\s+hiện))*\s+của\s+", re.IGNORECASE
)
_FOR = re.compile(r"(?:đối\s+với|về\s+phía)\s+", re.IGNORECASE)
_BARE_MODAL = re.compile(
    r"(?:phải|cần|có\s+trách\s+nhiệm|chịu\s+trách\s+nhiệm|có\s+nhiệm\s+vụ|có\s+nghĩa\s+vụ|không\s+được)(?!\w)",
    re.IGNORECASE,
)
_OFFENDER = re.compile(
    r"\bcó\s+(?:các\s+|những\s+)?(?:hành\s+vi|biểu\s+hiện)\b|\bbị\s+xử\s+lý\b|\bđược\s+(?:(?:đề\s+nghị|xét)\s+)?(?:khen\s+thưởng|biểu\s+dương)\b",
    re.IGNORECASE,
)
_SHORT_REST = 7  # words: "có trách nhiệm tổ chức thực hiện" leads in, a longer rest is a duty itself
_LIST_WORD = re.compile(r"^(?:và|hoặc|cùng)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Opening:
    """How a clause opens: who (None when nobody is named), and where what they do begins."""

    bearer: str | None
    action: int


def opening(clause: str) -> Opening:
    """Read the front of a clause: adverbials, a call ("Giao", "Đề nghị"), the bearer, the verb."""
    at = fronted(clause)
    call = _CALL.match(clause, at)
    who = fronted(clause, call.end()) if call else at
    if not phrases.HEAD.match(clause, who) or _organizes(clause, who) or _OFFENDER.search(clause):
        return Opening(None, at)
    verb = phrases.predicate(clause[who:])
    if verb is None or not _names_bodies(clause[who : who + verb]):
        return Opening(None, at)
    return Opening(_printed(clause[who : who + verb]), who + verb)


def _names_bodies(phrase: str) -> bool:
    """Whether each member of a list parted by semicolons is a body; else the list goes on to another matter."""
    return all(phrases.HEAD.match(member.strip()) for member in phrase.split(";")[1:] if member.strip())


def of_lead_in(text: str) -> str | None:
    """Who bears everything listed below a heading or lead-in; None when it names nobody.

    "Giao Ủy ban nhân dân xã", "Trách nhiệm của Trưởng thôn", "Các cơ quan, đơn vị có trách nhiệm:",
    or a bare noun phrase before a colon.
    """
    line = text.strip().rstrip(".:").strip()
    for mark in (_RESPONSIBILITY_OF, _CALL, _FOR):
        if match := mark.match(line):
            line = line[match.end() :]
            break
    if not phrases.HEAD.match(line) or _organizes(line, 0):
        return None
    verb = phrases.predicate(line)
    if verb is None:
        return _printed(line)
    return _printed(line[:verb]) if _hands_on(text, line[verb:]) else None


def acts(clause: str) -> bool:
    """Whether a clause says what to do: it names a bearer and a verb, or opens with a verb."""
    start = fronted(clause)
    begins = phrases.VERB.match(clause, start) or phrases.STRONG.match(clause, start)
    return start > 0 or begins is not None or opening(clause).bearer is not None


def continues(clause: str) -> bool:
    """Whether a clause opens with a bare modal ("phải …"), so that its bearer stands before it."""
    return _BARE_MODAL.match(clause, fronted(clause)) is not None


def _hands_on(text: str, rest: str) -> bool:
    return text.rstrip().endswith(":") or len(rest.split()) <= _SHORT_REST


def fronted(clause: str, at: int = 0) -> int:
    """Where the adverbials that open a clause end: "Hằng năm, ", "Theo chức năng, nhiệm vụ "."""
    while (match := _FRONTED.match(clause, at)) and match.end() > at:
        at = match.end()
    return at


def _organizes(clause: str, at: int) -> bool:
    """Whether "Tổ chức" opens the clause as a verb: it stands alone, before no name of a body."""
    if not re.match(r"tổ\s+chức(?!\w)", clause[at:], re.IGNORECASE):
        return False
    return not re.match(
        r"tổ\s+chức\s*(?:,|chính\s+trị|xã\s+hội|đoàn\s+thể|có\s+sử\s+dụng|công\s+đoàn|đảng|cơ\s+sở)",
        clause[at:],
        re.IGNORECASE,
    )


def _printed(phrase: str) -> str:
    return _LIST_WORD.sub("", " ".join(phrase.split()).rstrip(" ,;:"))
