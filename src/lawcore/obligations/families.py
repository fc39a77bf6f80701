"""Which families of indicators could measure a target, guessed from its words, clause by clause."""

import re

from lawcore.obligations.model import Topic
from lawcore.obligations.sentences import clauses, split

_TRAINING = re.compile(r"bồi dưỡng|tập huấn|đào tạo", re.IGNORECASE)
_STAFF = re.compile(r"^[^;]{0,60}?\b(?:cán bộ|công chức|viên chức|người lao động)\b[^;]{0,200}\bgiao\b", re.IGNORECASE)
_ROSTER = re.compile(r"thanh tra nhân dân|giám sát đầu tư|trưởng (?:thôn|ấp|bản|buôn)|mặt trận", re.IGNORECASE)
_WITHOUT_TRAINING = (
    ("T1", r"tuyên truyền|phổ biến,? giáo dục pháp luật|quán triệt"),
    ("T2", r"công nghệ thông tin|chuyển đổi số|trực tuyến|nền tảng số|dịch vụ công"),
    ("T3a", r"quy chế (?:thực hiện |về )?(?:thực hiện )?dân chủ"),
    ("T3b", r"(?:hương ước|quy ước)"),
    ("T4", r"ban thanh tra nhân dân|ban giám sát đầu tư"),
    ("T6", r"(?:nội dung|thông tin)\b[^;]{0,120}\bcông khai|công khai[^;]{0,120}\b(?:nội dung|thông tin|danh mục)"),
    ("T7", r"hội đồng nhân dân[^;]{0,80}\bban hành[^;]{0,80}nghị quyết"),
)
_PATTERNS = tuple((code, re.compile(words, re.IGNORECASE)) for code, words in _WITHOUT_TRAINING)
_TOPICS = {
    "T1": Topic.COMMUNICATION,
    "T2": Topic.TECHNOLOGY,
    "T3a": Topic.RESPONSIBILITY,
    "T3b": Topic.RESPONSIBILITY,
    "T4": Topic.RESPONSIBILITY,
    "T5": Topic.TRAINING,
    "T5b": Topic.TRAINING,
    "T6": Topic.RESPONSIBILITY,
    "T7": Topic.ORGANISATION,
}


def families(text: str) -> tuple[str, ...]:
    """Codes of the families, in the order of the text: rules and conventions are ("T3a", "T3b").

    Training wins over what is trained: a course on conventions measures training. Disclosure
    beside communication is part of T1, whose indicator includes it.
    """
    found: dict[str, None] = {}
    for sentence in split(text):
        whole = sentence.of(text)
        training = any(_TRAINING.search(clause.of(whole)) for clause in clauses(whole))
        if training:
            found[_training(whole)] = None
            continue
        for code in _codes(whole):
            found[code] = None
    if "T1" in found:
        found.pop("T6", None)
    return tuple(found)


def topic_of_families(codes: tuple[str, ...]) -> Topic | None:
    return _TOPICS[codes[0]] if codes else None


def _codes(text: str) -> list[str]:
    first = {code: match.start() for code, words in _PATTERNS if (match := words.search(text))}
    return sorted(first, key=lambda code: first[code])


def _training(text: str) -> str:
    return "T5b" if _STAFF.search(text) and not _ROSTER.search(text) else "T5"
