"""A citizen petitions through the public page; the body verifies who speaks; two people erase who it was."""

from datetime import UTC, date, datetime

import pytest
from django.core.cache import cache
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from dienhong.decisions import actions, audit
from dienhong.decisions.models import Body, Challenge, Fault, Matter, SentChallenge, Verification
from dienhong.decisions.queries import challenges, erasing
from dienhong.foundations.actors import Role
from dienhong.foundations.refusals import NotAllowed, NotFound, Refused
from dienhong.ledger.models import Entry, Payload
from dienhong.notifications.models import Notice
from dienhong.registry.models import User
from tests.registry.conftest import actor_in
from tests.reports.conftest import client_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 23, 3, 0, tzinfo=UTC)  # a Monday
ON = date(2026, 3, 23)
WHO, WORDS, PHONE = "Đinh Thị Kín", "Họp không báo trước cho xóm tôi", "0912 345 678"


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch):
    monkeypatch.setattr("dienhong.foundations.clock.read", lambda: NOW)
    cache.clear()


@pytest.fixture
def decision(life):
    """In force since 8 March 2026."""
    return life.sent(life.passed())


@pytest.fixture
def chair(commune):
    return actor_in(commune, Role.CHAIR)


def client(actor):
    return client_of(User.objects.get(pk=actor.account_id))


def send(matter, key="k", **parts):
    given = {
        "fault": Fault.PROCEDURE, "body": Body.COMMITTEE, "name": WHO, "address": "Xóm 3", "phone": PHONE,
        "words": WORDS,
    } | parts  # fmt: skip
    return actions.send_challenge(matter=matter, sent=actions.Sent(**given), key=key, at=NOW)


def verify(sent, by, *, confirmed=True, how="phone", reason=""):
    return actions.verify(sent=sent, is_confirmed=confirmed, how=how, reason=reason, by=by, at=NOW)


def again(sent):
    return SentChallenge.objects.get(pk=sent.pk)


def erased(subject, first, second):
    proposal = actions.propose_name_erasure(subject=subject, ground="asked", by=first)
    return actions.decide_name_erasure(proposal=proposal, is_approved=True, by=second)


def test_sent_it_does_not_count_until_its_body_knows_who_speaks(decision, officer):
    sent = send(decision)
    assert send(decision).pk == sent.pk
    for other in ({"words": "Lời khác"}, {"body": Body.FRONT}):
        with pytest.raises(Refused, match="Muốn gửi lời khác"):
            send(decision, **other)
    assert (sent.sent_on, sent.until) == (ON, date(2026, 4, 6))
    assert Matter.objects.get(pk=decision.pk).stage == "in_force"
    assert challenges.of_matter(decision, on=ON) == []
    made = verify(sent, officer)
    assert verify(sent, officer).pk == made.pk
    with pytest.raises(Refused, match="kết luận khác"):
        verify(sent, officer, confirmed=False, how="nobody", reason="Không có người này")
    assert Matter.objects.get(pk=decision.pk).stage == "challenged"
    [told] = challenges.of_matter(decision, on=ON)
    assert (told.challenge.pk, told.challenge.came_online.sent_id) == (made.challenge_id, sent.pk)
    assert (made.challenge.received_on, made.challenge.name, made.challenge.words) == (ON, WHO, WORDS)


def test_one_that_nobody_answers_for_says_why_and_changes_nothing(decision, officer):
    sent = send(decision)
    with pytest.raises(Refused, match="vì sao chưa nhận"):
        verify(sent, officer, confirmed=False, how="nobody")
    with pytest.raises(Refused, match="bằng cách nào"):
        verify(sent, officer, how="nobody")
    with pytest.raises(Refused, match="bằng cách nào"):
        verify(sent, officer, how="dream")
    verify(sent, officer, confirmed=False, how="nobody", reason="Gọi ba lần không ai nghe")
    assert Matter.objects.get(pk=decision.pk).stage == "in_force"
    assert not Challenge.objects.exists()
    page = Client().get(reverse("decisions:sent-status", args=[challenges.code_of(sent)])).content.decode()
    assert "Gọi ba lần không ai nghe" in page


@pytest.mark.parametrize("part", ["name", "phone", "words"])
def test_without_who_how_to_reach_them_or_words_it_is_refused(decision, part):
    with pytest.raises(Refused, match="Hãy ghi họ tên"):
        send(decision, **{part: " "})


def test_only_against_what_binds(life):
    with pytest.raises(Refused, match="đang có hiệu lực"):
        send(life.propose())
    assert not SentChallenge.objects.exists()


def test_only_its_body_reads_and_verifies(decision, officer, commune, head, front, village):
    to_front, board = actor_in(commune, Role.FRONT), actor_in(commune, Role.INSPECTOR)
    near = actor_in(village, Role.INSPECTOR)
    sent = send(decision, body=Body.INSPECTION, hides_name=True)
    assert challenges.sent(sent.pk, board).pk == sent.pk
    for other in (officer, to_front, head, front, near):
        with pytest.raises(NotFound):
            challenges.sent(sent.pk, other)
    for other in (officer, to_front, head):
        with pytest.raises(NotAllowed):
            verify(sent, other)
    seen = send(decision, key="k2", body=Body.INSPECTION)
    assert challenges.sent(seen.pk, near).pk == seen.pk
    verify(sent, board)
    counted = Challenge.objects.get()
    assert challenges.challenge(counted.pk, board).pk == counted.pk
    with pytest.raises(NotFound):  # hidden from the village stays hidden when it counts
        challenges.challenge(counted.pk, near)
    waits = [each.title for each in challenges.waiting_challenges(board, ON)]
    assert "Kiến nghị gửi qua mạng về quyết định, chưa xác minh người gửi" in waits
    assert list(challenges.waiting_challenges(officer, ON)) == []


def test_no_page_no_notice_and_no_entry_names_who_it_was(decision, officer, head):
    sent = send(decision)
    verify(sent, officer)
    told = " ".join(str(each) for each in Payload.objects.values_list("data", flat=True))
    told += " ".join(f"{each.subject} {each.text}" for each in Notice.objects.all())
    code = challenges.code_of(sent)
    for page in ("sent-status", "sent-receipt"):
        told += Client().get(reverse(f"decisions:{page}", args=[code])).content.decode()
    told += Client().get(reverse("decisions:public", args=[decision.pk])).content.decode()
    told += client(head).get(reverse("decisions:matter", args=[decision.pk])).content.decode()
    assert "gửi qua mạng, đã xác minh" in told
    assert not any(each in told for each in (WHO, PHONE, "Xóm 3"))
    assert not any(code in str(each) for each in Payload.objects.values_list("data", flat=True))


def test_words_with_a_telephone_in_them_are_not_repeated_to_who_holds_the_code(decision):
    sent = send(decision, words=f"Gọi tôi số {PHONE}")
    page = Client().get(reverse("decisions:sent-status", args=[challenges.code_of(sent)])).content.decode()
    assert PHONE not in page
    assert "có thể có thông tin riêng" in page


def test_from_the_public_page_to_the_answer(decision, officer, django_assert_max_num_queries):
    visitor, url = Client(), reverse("decisions:send-challenge", args=[decision.pk])
    assert url in visitor.get(reverse("decisions:public", args=[decision.pk])).content.decode()
    form = visitor.get(url).context["form"]
    given = {
        "key": form["key"].value(), "fault": "procedure", "body": "committee", "words": WORDS, "name": WHO,
        "address": "Xóm 3", "phone": PHONE, "hides_name": "on",
    }  # fmt: skip
    refused = visitor.post(url, given)
    assert (refused.status_code, SentChallenge.objects.count()) == (422, 0)
    assert "Hãy đánh dấu đồng ý" in refused.content.decode()
    sent = visitor.post(url, {**given, "consent": "on"})
    row = SentChallenge.objects.get()
    assert sent.url == reverse("decisions:sent-receipt", args=[challenges.code_of(row)])
    assert visitor.post(url, {**given, "consent": "on"}).url == sent.url
    receipt = visitor.get(sent.url)
    assert receipt["X-Robots-Tag"] == "noindex, nofollow"
    work = client(officer)
    page = work.get(reverse("decisions:matter", args=[decision.pk])).content.decode()
    there = reverse("decisions:sent-challenge", args=[row.pk])
    assert there in page
    assert "Chờ xác minh người gửi" in page
    opened = work.get(there).content.decode()
    assert WHO in opened
    assert PHONE in opened
    assert "không cho người của thôn biết tên" in opened
    assert work.post(there, {"is_confirmed": "1", "how": "met"}).url == there
    answer = reverse("decisions:answer-challenge", args=[Challenge.objects.get().pk])
    assert "Gửi qua mạng." in work.get(answer).content.decode()
    work.post(answer, {"is_founded": "0", "reason": "Có báo trên loa hai lần."})
    status = reverse("decisions:sent-status", args=[challenges.code_of(row)])
    with django_assert_max_num_queries(20):
        text = visitor.get(status).content.decode()
    assert "Có báo trên loa hai lần." in text


def test_a_code_that_opens_nothing_and_too_many_of_them(decision):
    visitor = Client()
    for _time in range(40):
        assert visitor.get(reverse("decisions:sent-status", args=["AAAAAAAAAA"])).status_code == 404
    assert visitor.get(reverse("decisions:sent-status", args=["AAAAAAAAAA"])).status_code == 429


def test_who_sends_too_often_is_told_so(decision):
    visitor, url = Client(), reverse("decisions:send-challenge", args=[decision.pk])
    for _time in range(40):
        assert visitor.post(url, {"key": "x"}).status_code == 422
    assert visitor.post(url, {"key": "x"}).status_code == 429


def test_two_people_erase_who_sent_it_and_the_ledger_still_tells_of_it(decision, officer, chair):
    sent = send(decision)
    subject = f"decisions.sentchallenge:{sent.pk}"
    with pytest.raises(Refused, match="chưa xong"):
        actions.propose_name_erasure(subject=subject, ground="asked", by=officer)
    counted = verify(sent, officer).challenge
    actions.answer_challenge(challenge=counted, is_founded=False, reason="Đã báo đủ.", by=officer, at=NOW)
    with pytest.raises(DatabaseError), transaction.atomic():
        SentChallenge.objects.update(name="", address="", phone="", words="", digest="")
    proposal = actions.propose_name_erasure(subject=f"decisions.challenge:{counted.pk}", ground="asked", by=officer)
    assert proposal.subject == subject
    with pytest.raises(Refused, match="không tự quyết định"):
        actions.decide_name_erasure(proposal=proposal, is_approved=True, by=officer)
    assert erasing.proposal(proposal.pk, chair).pk == proposal.pk
    assert [each.note for each in erasing.waiting_name_erasures(chair, ON)] == [str(decision.village)]
    actions.decide_name_erasure(proposal=proposal, is_approved=True, by=chair)
    row, counted = again(sent), Challenge.objects.get()
    assert (row.name, row.address, row.phone, row.words, row.digest) == ("", "", "", "", "")
    assert (counted.name, counted.address, counted.words) == ("-", "", "-")
    assert not Entry.objects.filter(kind="petition.digested", payload__isnull=False).exists()
    assert Entry.objects.filter(kind="petition.sent", payload__isnull=False).count() == 1
    assert [each for each in audit.findings() if "challenge" in each.where or "erasure" in each.where] == []
    page = Client().get(reverse("decisions:sent-status", args=[challenges.code_of(row)])).content.decode()
    assert "Đã xóa dữ liệu cá nhân" in page
    with pytest.raises(Refused, match="đã được xóa"):
        actions.propose_name_erasure(subject=subject, ground="asked", by=officer)


def test_kept_it_says_why_and_can_be_proposed_again(decision, officer, chair, head):
    sent = send(decision)
    verify(sent, officer, confirmed=False, how="nobody", reason="Không ai nghe")
    subject = f"decisions.sentchallenge:{sent.pk}"
    for by in (head, actor_in(decision.village.parent, Role.FRONT)):
        with pytest.raises(NotAllowed):
            actions.propose_name_erasure(subject=subject, ground="asked", by=by)
    proposal = actions.propose_name_erasure(subject=subject, ground="asked", by=officer)
    with pytest.raises(Refused, match="vì sao không xóa"):
        actions.decide_name_erasure(proposal=proposal, is_approved=False, by=chair)
    actions.decide_name_erasure(proposal=proposal, is_approved=False, reason="Đang có khiếu nại", by=chair)
    assert again(sent).name == WHO
    assert actions.propose_name_erasure(subject=subject, ground="asked", by=officer).pk != proposal.pk


def test_rows_are_only_added(decision, officer):
    verify(send(decision), officer)
    for model in (SentChallenge, Verification):
        for change in (lambda rows: rows.update(recorded_at=NOW), lambda rows: rows.delete()):
            with pytest.raises(DatabaseError), transaction.atomic():
                change(model.objects.all())
