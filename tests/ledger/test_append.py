import hashlib
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection, transaction

from dienhong.ledger import actions, canonical, queries
from dienhong.ledger.models import Entry, Payload, Pending
from dienhong.ledger.privacy import PersonalDataRefused

pytestmark = pytest.mark.django_db


def test_an_entry_carries_what_was_said_and_a_commitment_to_the_rest(append):
    entry = append(data={"title": "Công khai dự toán", "pages": 3}, claimed_on=date(2026, 3, 5))
    payload = Payload.objects.get(entry=entry)
    stored = Entry.objects.get(pk=entry.pk)
    assert (stored.kind, stored.subject, stored.actor) == ("posting.published", "disclosures.posting:7", "user:1")
    assert stored.claimed_on == date(2026, 3, 5)
    text = '{"pages":3,"title":"Công khai dự toán"}'.encode()
    assert stored.commitment == hashlib.sha256(bytes(payload.salt) + text).hexdigest()
    assert len(payload.salt) == 32


def test_the_same_payload_twice_gives_two_commitments(append):
    assert append().commitment != append().commitment


def test_the_recorded_time_is_read_back_from_the_clock_of_the_database(append):
    entry = append()
    assert abs(datetime.now(UTC) - entry.recorded_at) < timedelta(minutes=1)  # noqa: TID251
    assert Entry.objects.get(pk=entry.pk).recorded_at == entry.recorded_at


def test_a_recorded_time_assigned_in_python_is_overridden():
    long_ago = datetime(2020, 1, 1, tzinfo=UTC)
    entry = Entry(locality="xa", kind="a.b", subject="a.b:1", actor="user:1", commitment="0" * 64)
    entry.recorded_at = long_ago
    entry.save(force_insert=True)
    assert Entry.objects.get(pk=entry.pk).recorded_at > long_ago + timedelta(days=365)
    Entry.objects.bulk_create(
        [Entry(locality="xa", kind="a.b", subject="a.b:2", actor="u", commitment="0" * 64, recorded_at=long_ago)]
    )
    assert Entry.objects.get(subject="a.b:2").recorded_at > long_ago + timedelta(days=365)


def test_every_entry_waits_to_be_sealed_from_its_first_moment(append):
    entry = append()
    assert Pending.objects.get().entry == entry


@pytest.mark.django_db(transaction=True)
def test_appending_outside_a_transaction_is_a_mistake():
    with pytest.raises(actions.NotInTransaction):
        actions.append(kind="a.b", subject="a.b:1", by="user:1", locality="xa", data={})


def test_an_act_that_fails_leaves_no_entry(append):
    def act():
        with transaction.atomic():
            append()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        act()
    assert not Entry.objects.exists()
    assert not Pending.objects.exists()


def test_a_repetition_with_the_same_key_returns_the_first_entry(append):
    first = append(key="phone-7f3a")
    assert append(key="phone-7f3a") == first
    assert append(key="phone-7f3a", locality="xa-binh-yen") != first
    assert Entry.objects.count() == 2


@pytest.mark.parametrize("other", [{"data": {"title": "b"}}, {"subject": "a.b:9"}, {"kind": "a.b"}])
def test_a_key_with_another_content_is_refused(append, other):
    append(key="phone-7f3a")
    with pytest.raises(actions.KeyReused, match="tải lại"):
        append(key="phone-7f3a", **other)


@pytest.mark.django_db(transaction=True)
def test_one_key_sent_many_times_at_once_has_one_effect(append):
    def send(_number):
        try:
            return append(key="phone-7f3a").pk
        finally:
            connection.close()

    at_once = 8 if connection.vendor == "postgresql" else 1  # SQLite in memory lets one at a time
    with ThreadPoolExecutor(at_once) as senders:
        entries = set(senders.map(send, range(24)))
    assert len(entries) == Entry.objects.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "published"},
        {"kind": "Posting.Published"},
        {"subject": "posting 7"},
        {"subject": "disclosures.posting:"},
        {"locality": ""},
        {"locality": "xã an lạc"},
        {"locality": "../he-thong"},
        {"by": "Nguyễn Văn A"},
        {"by": ""},
    ],
)
def test_parts_that_have_not_the_agreed_form_are_refused(append, wrong):
    with pytest.raises(ValueError, match="form"):
        append(**wrong)


@pytest.mark.parametrize("value", [0.5, 2**53, {"a": 1.0}, [b"x"], "half \ud800", "nul \0", {1: "a"}, object()])
def test_data_without_one_exact_text_is_refused(append, value):
    with pytest.raises(canonical.NotCanonical):
        append(data={"value": value})
    assert not Entry.objects.exists()


def test_personal_data_is_refused_before_anything_is_written(append):
    with pytest.raises(PersonalDataRefused, match="số định danh cá nhân"):
        append(data={"note": "CCCD 001099012345"})
    assert not Entry.objects.exists()


def test_the_history_of_a_subject_is_read_in_order(append):
    entries = [append(kind=f"posting.{verb}") for verb in ("drafted", "published", "withdrawn")]
    append(subject="disclosures.posting:8")
    assert [entry.kind for entry in queries.history("disclosures.posting:7")] == [entry.kind for entry in entries]
