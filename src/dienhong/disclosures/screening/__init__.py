"""What must be looked at before something is published: personal data and marks of secrecy, found by their shape.

Words    passage, finding, kind, excerpt, unchecked
Promise  a finding repeats nothing it found: its excerpt is masked; what was not looked into is said, never passed over
Order    file -> passages -> findings; a named person decides
"""

from dienhong.disclosures.screening.files import LARGE, screen_file, screen_open, screen_quickly
from dienhong.disclosures.screening.findings import ADVICE, Finding, Kind, Passage, Screening
from dienhong.disclosures.screening.texts import screen, screen_text

__all__ = [
    "ADVICE",
    "LARGE",
    "Finding",
    "Kind",
    "Passage",
    "Screening",
    "screen",
    "screen_file",
    "screen_open",
    "screen_quickly",
    "screen_text",
]
