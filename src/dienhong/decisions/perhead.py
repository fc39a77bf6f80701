"""Words that count people where the law counts households (LDC art. 15 cl. 1, 2; art. 21 cl. 1)."""

import re
from typing import Final

_PER_HEAD: Final = re.compile(
    r"(?:(?<!\w)(?:mỗi|từng|theo|một|trên) |/ ?)(?:khẩu|nhân khẩu|đầu người|người dân|đầu khẩu)(?!\w)"
    r"|(?<!\w)(?:nhân khẩu|bình quân đầu người|trẻ sơ sinh|trẻ mới sinh|lao động chính)(?!\w)",
    re.IGNORECASE,
)


def words_in(*texts: str) -> list[str]:
    """The wordings per head in the texts, each once, in small letters and in the order in which they stand."""
    found = (match.group().strip().lower() for text in texts for match in _PER_HEAD.finditer(text))
    return list(dict.fromkeys(found))
