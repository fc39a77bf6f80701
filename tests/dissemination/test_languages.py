"""A second text and a voice: one person brings it, another named person stands for it, and only then is it public."""

import unicodedata

import pytest
from django.db import DatabaseError, connection, transaction

from dienhong.disclosures import queries as published
from dienhong.dissemination import actions, queries
from dienhong.dissemination.actions.languages import Words
from dienhong.dissemination.models import Ruling, SecondText, Voice
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.ledger.models import Entry
from tests.dissemination.conftest import KHMER
from tests.programmes import places

pytestmark = pytest.mark.django_db
EDE = "Buôn sang Êđê: mnuih buôn sang dưi thâo, ƀuôn ala"


def shown(disclosure):
    return [each.text.text for each in queries.shown_texts(published.disclosure(disclosure.pk))]


def heard(disclosure):
    return [each.voice.pk for each in queries.shown_voices(published.disclosure(disclosure.pk))]


def test_a_text_is_shown_once_a_named_person_approved_it_and_not_before(desk):
    found = desk.open()
    text = desk.propose(found)
    assert shown(found) == []
    desk.approved(text)
    assert shown(found) == [KHMER]


def test_before_the_vietnamese_is_out_and_after_it_was_withdrawn_nothing_is_given_out(desk):
    found = desk.open(out=False)
    desk.approved(desk.propose(found))
    desk.approved(desk.keep(found))
    assert (shown(found), heard(found)) == ([], [])
    desk.publish(found)
    assert (len(shown(found)), len(heard(found))) == (1, 1)
    desk.withdraw(found)
    assert (shown(found), heard(found)) == ([], [])


def test_who_proposed_it_does_not_approve_it(desk, officer, second):
    text = desk.propose(desk.open())
    with pytest.raises(NotAllowed, match="không tự duyệt"):
        actions.approve(thing=text, post="Công chức", by=officer)
    ruling = actions.approve(thing=text, post="giáo viên tiếng Khmer", by=second)
    assert (ruling.person_name, ruling.is_own) == ("Công chức thứ hai", True)


@pytest.mark.parametrize("name", ["Thạch Sô Phia", "thach so phia", "Công chức"])
def test_an_officer_may_not_write_down_the_translator_or_the_proposer_as_approver(desk, officer, name):
    text = desk.propose(desk.open())
    with pytest.raises(Refused, match="không tự duyệt"):
        actions.write_down_approval(thing=text, name=name, post="giáo viên", note="đã đọc", by=officer)


@pytest.mark.parametrize(("name", "post", "note"), [("", "sư cả", "ký"), ("An", " ", "ký"), ("An", "sư cả", " ")])
def test_an_approval_has_a_name_a_post_and_a_way(desk, officer, name, post, note):
    text = desk.propose(desk.open())
    with pytest.raises(Refused):
        actions.write_down_approval(thing=text, name=name, post=post, note=note, by=officer)
    assert not Ruling.objects.exists()


def test_the_head_of_a_village_of_the_commune_approves_and_strangers_do_not(desk, commune, neighbour):
    text = desk.propose(desk.open())
    with pytest.raises(NotFound):
        actions.approve(thing=text, post="Trưởng thôn", by=places.actor(neighbour.head))
    with pytest.raises(NotFound):
        actions.write_down_approval(
            thing=text, name="Ai đó", post="sư cả", note="ký", by=places.actor(neighbour.officer)
        )
    assert actions.approve(thing=text, post="Trưởng ấp", by=places.actor(commune.head)).is_approved


def test_taken_back_it_is_gone_from_that_moment_and_who_decided_stays(desk, officer):
    found = desk.open()
    text = desk.approved(desk.propose(found))
    voice = desk.approved(desk.keep(found))
    for thing in (text, voice):
        with pytest.raises(Refused, match="lý do"):
            actions.take_back(thing=thing, name="Hồ Văn Lành", post="Chủ tịch", note=" ", by=officer)
        actions.take_back(thing=thing, name="Hồ Văn Lành", post="Chủ tịch", note="Dịch sai số tiền", by=officer)
    assert (shown(found), heard(found)) == ([], [])
    assert [each.is_approved for each in text.rulings.order_by("pk")] == [True, False]


def test_what_nobody_approved_cannot_be_taken_back(desk, officer):
    with pytest.raises(Refused, match="chưa được duyệt"):
        actions.take_back(thing=desk.propose(desk.open()), name="A", post="B", note="C", by=officer)


def test_a_changed_vietnamese_text_makes_the_old_second_text_visibly_old(desk):
    found = desk.open()
    desk.approved(desk.propose(found))
    desk.change(found)
    (each,) = queries.shown_texts(published.disclosure(found.pk))
    assert (each.is_old, each.text.version.number) == (True, 1)


def test_the_newest_approved_one_of_each_language_is_shown(desk):
    found = desk.open()
    desk.approved(desk.propose(found))
    newer = desk.approved(desk.propose(found, "សេចក្តីជូនដំណឹង"))
    desk.propose(found, "chưa duyệt")
    desk.approved(desk.propose(found, EDE, language="rad"))
    assert sorted(shown(found)) == sorted([newer.text, EDE])
    assert newer.number == 2


def test_sent_twice_it_is_one_and_a_key_of_another_disclosure_is_refused(desk):
    found, other = desk.open(), desk.open("Danh mục thủ tục", code="11.13.1")
    assert desk.propose(found, key="k").pk == desk.propose(found, key="k").pk
    assert desk.keep(found, key="v").pk == desk.keep(found, key="v").pk
    for again in (lambda: desk.propose(other, key="k"), lambda: desk.keep(other, key="v")):
        with pytest.raises(Refused, match="Mã yêu cầu"):
            again()


def test_approving_twice_is_one_ruling(desk):
    text = desk.approved(desk.approved(desk.propose(desk.open())))
    assert text.rulings.count() == 1


def test_personal_data_in_the_words_stops_them(desk):
    with pytest.raises(Refused, match="09"):
        desk.propose(desk.open(), f"{KHMER} 0912 345 678")


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"language": "vi"}, "thứ tiếng"),
        ({"language": "xx"}, "thứ tiếng"),
        ({"text": "  "}, "lời dịch"),
        ({"translator_name": " "}, "người dịch"),
        ({"text": "a" * 20_001}, "quá dài"),
    ],
)
def test_what_is_no_second_text_is_refused_in_words(desk, officer, changes, why):
    given = {"language": "km", "text": KHMER, "translator_name": "Thạch Sô Phia", **changes}
    with pytest.raises(Refused, match=why):
        actions.propose_text(disclosure=desk.open(), words=Words(**given), key="k", by=officer)


def test_another_communes_officer_finds_nothing(desk, neighbour):
    stranger = places.actor(neighbour.officer)
    found = desk.open()
    for act in (lambda: desk.propose(found, by=stranger), lambda: desk.keep(found, by=stranger)):
        with pytest.raises(NotFound):
            act()


def test_a_front_member_sees_it_and_may_not_make_it(desk, commune):
    with pytest.raises(NotAllowed):
        desk.propose(desk.open(), by=places.actor(commune.front_member))


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("words", ["ƀuôn ala", "buon ala", "ƁUÔN ALA", "Êđê", KHMER])
def test_a_citizen_finds_it_by_words_of_the_second_text_however_they_are_typed(desk, plan, words, form):
    found = desk.open()
    desk.approved(desk.propose(found, unicodedata.normalize("NFD", EDE), language="rad"))
    desk.approved(desk.propose(found))
    place = plan.organization.locality
    typed = unicodedata.normalize(form, words)
    assert [each.pk for each in published.public(place, text=typed, topic=None, village=None)] == [found.pk]


def test_words_that_were_taken_back_find_nothing(desk, plan, officer):
    found = desk.open()
    text = desk.approved(desk.propose(found, EDE, language="rad"))
    actions.take_back(thing=text, name="A", post="B", note="sai", by=officer)
    place = plan.organization.locality
    assert not published.public(place, text="ƀuôn", topic=None, village=None).exists()
    assert published.public(place, text="phi ve sinh", topic=None, village=None).exists()


def test_a_voice_reads_words_of_the_same_version_and_language(desk, officer):
    found = desk.open()
    old = desk.propose(found)
    with pytest.raises(Refused, match="không khớp"):
        desk.keep(found, text=old)
    desk.change(found)
    with pytest.raises(Refused, match="bản trước"):
        desk.keep(found, text=old, language="km")


def test_every_act_is_in_the_ledger_without_a_name(desk, officer):
    found = desk.open()
    desk.approved(desk.propose(found))
    desk.approved(desk.keep(found))
    kinds = set(Entry.objects.values_list("kind", flat=True))
    assert {"second_text.proposed", "second_text.approved", "voice.kept", "voice.approved"} <= kinds
    kept = str(list(Entry.objects.values_list("payload__data", flat=True)))
    assert not [name for name in ("Thạch", "Danh Lung", "Hoa") if name in kept]


@pytest.mark.parametrize("model", [SecondText, Voice, Ruling])
def test_the_database_refuses_to_change_or_delete(desk, model):
    found = desk.open()
    desk.approved(desk.propose(found))
    desk.approved(desk.keep(found))
    table = model._meta.db_table
    for statement in (f"UPDATE {table} SET recorded_by = 'x'", f"DELETE FROM {table}"):  # noqa: S608 - our own name
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_a_village_head_does_not_approve_what_they_may_not_yet_read(desk, commune):
    found = desk.open(out=False)
    text = desk.propose(found)
    with pytest.raises(NotFound):
        actions.approve(thing=text, post="Trưởng ấp", by=places.actor(commune.head))
    desk.publish(found)
    assert actions.approve(thing=text, post="Trưởng ấp", by=places.actor(commune.head)).is_approved
