"""A plan and its items; what was disclosed, in which versions; where it hung, came down; what was signed about it."""

from dienhong.disclosures.models.content import Disclosure, Version, Withdrawal
from dienhong.disclosures.models.erasure import Erasure, ErasureProposal
from dienhong.disclosures.models.gate import Clearance, GateAnswer, HeldUpload, Screening
from dienhong.disclosures.models.notebooks import Notebook
from dienhong.disclosures.models.plans import FIELD_UNITS, Item, Plan
from dienhong.disclosures.models.postings import WAYS, Posting, Reader, Removal
from dienhong.disclosures.models.statements import Delivery, Hanging, Statement, TakenDown

__all__ = [
    "FIELD_UNITS",
    "WAYS",
    "Clearance",
    "Delivery",
    "Disclosure",
    "Erasure",
    "ErasureProposal",
    "GateAnswer",
    "Hanging",
    "HeldUpload",
    "Item",
    "Notebook",
    "Plan",
    "Posting",
    "Reader",
    "Removal",
    "Screening",
    "Statement",
    "TakenDown",
    "Version",
    "Withdrawal",
]
