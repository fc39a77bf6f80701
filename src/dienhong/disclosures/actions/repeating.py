"""What a row repeats of its newest version is written by whatever changes it, in the same transaction."""

from dienhong.disclosures import queries
from dienhong.disclosures.models import Disclosure


def repeat(disclosure: Disclosure) -> None:
    """Tells anew, from the postings, what figures are counted from. The row is held by the caller."""
    told = queries.repeated(Disclosure.objects.filter(pk=disclosure.pk))[disclosure.pk]
    for name, value in told._asdict().items():
        setattr(disclosure, name, value)
    disclosure.save(update_fields=list(told._fields))
