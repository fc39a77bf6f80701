from uuid import uuid4

import pytest

from dienhong.documents import queries as documents
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.ledger.models import Entry
from dienhong.reading import Refusal, Unreadable
from dienhong.resolutions import actions
from dienhong.resolutions.models import Version

from .conftest import AT, actor_in, enter
from .texts import ADOPTED, DRAFT


def send(place, by, data=b"text", key=None, work_id=None, name="a.txt"):
    return actions.upload(place_id=place.pk, work_id=work_id, data=data, name=name, key=key or uuid4(), by=by)


def test_the_bytes_are_kept_whole_and_the_text_is_read(commune, officer, plain_reader):
    version = enter(commune, officer, ADOPTED)
    assert documents.read(version.source.sha256) == ADOPTED.encode()
    assert version.stage == Version.Stage.READ
    assert (version.status, version.number) == ("adopted", "07/2026/NQ-HĐND")
    assert version.provisions.filter(eid="art_3__para_1__point_b").exists()


def test_uploading_is_in_the_ledger_with_the_hash(commune, officer, plain_reader):
    version = enter(commune, officer, DRAFT)
    kinds = list(
        Entry.objects.filter(subject=f"resolutions.version:{version.pk}").order_by("pk").values_list("kind", flat=True)
    )
    assert sorted(kinds) == ["resolution.read", "resolution.uploaded"]


def test_the_same_form_sent_twice_is_one_version(commune, officer, plain_reader):
    key = uuid4()
    first = send(commune, officer, DRAFT.encode(), key=key)
    second = send(commune, officer, DRAFT.encode(), key=key)
    assert second.version.pk == first.version.pk
    assert Version.objects.count() == 1


def test_the_same_file_in_the_same_place_leads_to_the_first(commune, officer, plain_reader):
    first = send(commune, officer, DRAFT.encode())
    second = send(commune, officer, DRAFT.encode(), name="other-name.txt")
    assert (second.version.pk, second.known) == (first.version.pk, True)


def test_the_same_file_in_two_places_is_two_resolutions(commune, other_commune, officer, stranger, plain_reader):
    first = send(commune, officer, DRAFT.encode())
    second = send(other_commune, stranger, DRAFT.encode())
    assert second.version.pk != first.version.pk
    assert second.version.source_id == first.version.source_id


def test_a_second_text_becomes_the_next_version_of_the_work(draft, officer, commune):
    later = enter(commune, officer, ADOPTED, work=draft.work)
    assert (later.work_id, later.ordinal) == (draft.work_id, 2)


def test_a_file_that_cannot_be_read_is_kept_with_one_sentence_that_says_what_to_do(commune, officer, monkeypatch):
    def refuse(data, *, name=""):
        raise Unreadable(Refusal.PASSWORD)

    monkeypatch.setattr("dienhong.reading.read_bytes", refuse)
    version = Version.objects.get(pk=send(commune, officer, b"secret").version.pk)
    assert version.stage == Version.Stage.UNREADABLE
    assert version.message == str(Unreadable(Refusal.PASSWORD))
    assert documents.read(version.source.sha256) == b"secret"
    assert not version.provisions.exists()


def test_an_unreadable_file_is_read_again_on_request(commune, officer, monkeypatch, request):
    def refuse(data, *, name=""):
        raise Unreadable(Refusal.NO_OCR)

    monkeypatch.setattr("dienhong.reading.read_bytes", refuse)
    version = send(commune, officer, DRAFT.encode()).version
    request.getfixturevalue("plain_reader")
    actions.retry(version_id=version.pk, by=officer, at=AT)
    version.refresh_from_db()
    assert (version.stage, version.message) == (Version.Stage.READ, "")


def test_a_mistake_of_the_parser_leaves_a_message_and_no_half_of_the_text(commune, officer, plain_reader, monkeypatch):
    monkeypatch.setattr("lawcore.obligations.find", lambda document: 1 / 0)
    version = Version.objects.get(pk=send(commune, officer, DRAFT.encode()).version.pk)
    assert version.stage == Version.Stage.UNREADABLE
    assert "Thử lại" in version.message
    assert not version.provisions.exists()


def test_reading_twice_writes_once(draft):
    before = draft.provisions.count()
    actions.read(version_id=draft.pk)
    assert draft.provisions.count() == before


def test_an_empty_file_is_refused(commune, officer):
    with pytest.raises(Refused, match="rỗng"):
        send(commune, officer, b"")


def test_a_file_above_the_limit_is_refused_before_it_is_kept(commune, officer, settings):
    settings.DIENHONG_UPLOAD_LIMIT = 3
    with pytest.raises(Refused, match="lớn hơn"):
        send(commune, officer, b"abcd")
    assert not Version.objects.exists()


def test_an_officer_of_elsewhere_does_not_find_the_place(commune, stranger):
    with pytest.raises(NotFound):
        send(commune, stranger)


def test_a_delegate_may_not_upload(commune):
    delegate = actor_in(commune, "delegate")
    with pytest.raises(NotAllowed):
        send(commune, delegate)


def test_a_version_is_not_added_to_a_work_of_another_place(draft, other_commune, stranger):
    with pytest.raises(NotFound):
        send(other_commune, stranger, work_id=draft.work_id)
