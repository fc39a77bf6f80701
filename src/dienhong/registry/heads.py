"""What people call the head of a given village: "Trưởng thôn", "Trưởng buôn", "Tổ trưởng tổ dân phố"."""

from dienhong.registry.models import Locality


def head_of(village: Locality) -> str:
    """The village head in the village's own word (LDC art. 2; Decree 185/2026 art. 4)."""
    word = village.word.strip().lower()
    return f"Tổ trưởng {word}" if word.startswith("tổ ") else f"Trưởng {word}"
