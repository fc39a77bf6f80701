"""Forget what was made of a version whose personal data two people had erased: scripts, second texts, voices."""

from django.db import transaction

from dienhong.disclosures import actions as disclosures
from dienhong.disclosures.models import Erasure
from dienhong.dissemination.actions.locked import locked
from dienhong.dissemination.models import Ruling, Script, SecondText, Voice
from dienhong.dissemination.queries import approved_words
from dienhong.documents import actions as documents
from dienhong.ledger import actions as ledger
from dienhong.ledger.models import Entry


@transaction.atomic
def forget(*, version_id: int) -> None:
    """The words made from it, the recordings, who approved them, what the ledger said of them. Safe to run twice."""
    erasure = Erasure.objects.filter(version=version_id, is_approved=True).select_related("version", "proposal").first()
    if erasure is None:
        return
    disclosure = locked(erasure.version.disclosure)
    texts, voices = SecondText.objects.filter(version=version_id), Voice.objects.filter(version=version_id)
    scripts = Script.objects.filter(version=version_id)
    files = [each.file for each in texts.select_related("file") if each.file]
    files += [each.file for each in voices.select_related("file")]
    subjects = [
        f"dissemination.{name}:{pk}"
        for name, rows in (("secondtext", texts), ("voice", voices), ("script", scripts))
        for pk in rows.values_list("pk", flat=True)
    ]
    for entry in Entry.objects.filter(subject__in=subjects, payload__isnull=False).order_by("pk"):
        ledger.erase_payload(entry=entry, by=erasure.decided_by, ground=erasure.proposal.ground)
    Ruling.objects.filter(text__in=texts).delete()
    Ruling.objects.filter(voice__in=voices).delete()
    for rows in (voices, texts, scripts):
        rows.delete()
    for each in files:
        documents.discard(stored=each)
    disclosures.find_also_by(disclosure=disclosure, words=approved_words(disclosure))
