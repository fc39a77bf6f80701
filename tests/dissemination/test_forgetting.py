"""What was made of a version goes with it when two people had it erased, and not otherwise."""

import pytest
from django.db import DatabaseError, connection, transaction

from dienhong.disclosures import actions as disclosures
from dienhong.disclosures import queries
from dienhong.dissemination import actions
from dienhong.dissemination.models import Ruling, Script, SecondText, Voice
from dienhong.documents import store
from dienhong.ledger.models import Payload
from tests.dissemination.conftest import KHMER, MP3

pytestmark = pytest.mark.django_db
TABLES = (Ruling, Voice, SecondText, Script)


@pytest.fixture
def spread(desk):
    made = desk.open()
    text = desk.approved(desk.propose(made, file_name="dich.txt", data=KHMER.encode()))
    voice = desk.approved(desk.keep(made, language="km", text=text))
    return made, text, voice


def erase(made, officer, second, today, *, is_approved=True):
    proposal = disclosures.propose_erasure(
        version=queries.newest(made), ground="contact", with_title=False, by=officer, on=today
    )
    disclosures.decide_erasure(
        proposal=proposal, is_approved=is_approved, reason="" if is_approved else "Không phải", by=second
    )


def test_nothing_stays_of_what_was_made_from_erased_content(
    spread, officer, second, today, django_capture_on_commit_callbacks
):
    made, text, voice = spread
    hashes = [text.text_sha256, text.file.sha256, voice.file.sha256]
    with django_capture_on_commit_callbacks(execute=True):
        erase(made, officer, second, today)
        actions.forget(version_id=text.version_id)
    assert not any(model.objects.exists() for model in TABLES)
    assert not any(store.path_of(each).exists() for each in hashes[1:])
    kept = "".join(str(each.data) for each in Payload.objects.all())
    assert not any(each in kept for each in hashes)
    assert "ស" not in queries.disclosure(made.pk).search


def test_another_disclosure_keeps_its_words(desk, spread, officer, second, today):
    other = desk.open("Nơi khác", code="11.2.1")
    desk.approved(desk.propose(other, text=f"{KHMER} 2"))
    desk.keep(other, MP3 + b"\x00")
    erase(spread[0], officer, second, today)
    assert [model.objects.count() for model in TABLES] == [1, 1, 1, 0]


def test_decided_against_nothing_goes(spread, officer, second, today):
    made, text, _voice = spread
    erase(made, officer, second, today, is_approved=False)
    actions.forget(version_id=text.version_id)
    assert [model.objects.count() for model in TABLES] == [2, 1, 1, 0]
    for model in TABLES[:3]:
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {model._meta.db_table}")  # noqa: S608 - our own names
