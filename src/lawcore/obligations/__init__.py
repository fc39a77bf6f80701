"""From provisions to proposals: who shall do what, how often, and which percentage is to be reached.

Words    proposal, target, duty, bearer, recurrence, sentence, role, topic, aside
Promise  a proposal keeps its place in the text and the rule that read it; nothing is proposed
         without words that say it, and every sentence of the body is classed
Order    sentences → percentages, recurrence, bearers → settings (what is inherited) → roles → find
"""

from lawcore.obligations.effects import Consequence, Effect, effects
from lawcore.obligations.find import find, unassigned
from lawcore.obligations.model import (
    PARSER,
    Aside,
    Comparison,
    Due,
    Duty,
    Part,
    Proposals,
    Role,
    Sentence,
    Source,
    Target,
    Topic,
    Unassigned,
)

__all__ = [
    "PARSER",
    "Aside",
    "Comparison",
    "Consequence",
    "Due",
    "Duty",
    "Effect",
    "Part",
    "Proposals",
    "Role",
    "Sentence",
    "Source",
    "Target",
    "Topic",
    "Unassigned",
    "effects",
    "find",
    "unassigned",
]
