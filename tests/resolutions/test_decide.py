import pytest

from dienhong.foundations.refusals import NotAllowed, NotFound
from dienhong.ledger.models import Entry
from dienhong.resolutions import actions, queries
from dienhong.resolutions.models import Decision, Proposal

from .conftest import AT, actor_in

State = Proposal.State


def test_nothing_is_confirmed_until_an_officer_says_so(adopted):
    assert adopted.proposals.exists()
    assert not queries.confirmed(adopted).exists()


def test_a_confirmation_keeps_who_and_when(adopted, officer):
    proposal = actions.confirm(proposal_id=adopted.proposals.first().pk, by=officer, at=AT)
    stored = queries.confirmed(adopted).get()
    assert (stored.pk, stored.decided_by, stored.decided_at) == (proposal.pk, officer.key, AT)
    assert Entry.objects.filter(kind="proposal.confirmed", actor=officer.key).count() == 1


def test_confirming_twice_is_one_decision(adopted, officer):
    pk = adopted.proposals.first().pk
    actions.confirm(proposal_id=pk, by=officer, at=AT)
    actions.confirm(proposal_id=pk, by=officer, at=AT)
    assert Decision.objects.filter(proposal=pk).count() == 1


def test_a_rejection_keeps_the_proposal_and_its_reason(adopted, officer):
    pk = adopted.proposals.first().pk
    actions.reject(proposal_id=pk, reason=" đã nêu ở khoản 1 ", by=officer, at=AT)
    assert Proposal.objects.get(pk=pk).state == State.REJECTED
    assert Decision.objects.get(proposal=pk).reason == "đã nêu ở khoản 1"


def test_what_another_officer_decided_meanwhile_is_not_overwritten(adopted, officer, second_officer):
    pk = adopted.proposals.first().pk
    actions.reject(proposal_id=pk, reason="", by=second_officer, at=AT)
    with pytest.raises(actions.DecidedMeanwhile):
        actions.confirm(proposal_id=pk, by=officer, at=AT)
    assert Proposal.objects.get(pk=pk).decided_by == second_officer.key


def test_a_whole_article_is_confirmed_when_it_is_as_many_as_was_seen(adopted, officer):
    waiting = adopted.proposals.filter(provision__article_eid="art_3").count()
    done = actions.confirm_article(version_id=adopted.pk, article_eid="art_3", expected=waiting, by=officer, at=AT)
    assert done == waiting > 1
    assert set(queries.confirmed(adopted).values_list("provision__article_eid", flat=True)) == {"art_3"}


def test_a_whole_article_is_not_confirmed_when_the_number_has_changed(adopted, officer):
    with pytest.raises(actions.DecidedMeanwhile):
        actions.confirm_article(version_id=adopted.pk, article_eid="art_3", expected=1, by=officer, at=AT)
    assert not queries.confirmed(adopted).exists()


@pytest.mark.parametrize("verb", ["confirm", "reject"])
def test_only_an_officer_of_the_place_decides(adopted, stranger, commune, verb):
    chair = actor_in(commune, "chair")
    kwargs = {"proposal_id": adopted.proposals.first().pk, "at": AT} | ({"reason": ""} if verb == "reject" else {})
    with pytest.raises(NotFound):
        getattr(actions, verb)(by=stranger, **kwargs)
    with pytest.raises(NotAllowed):
        getattr(actions, verb)(by=chair, **kwargs)
    assert not Decision.objects.exists()


def test_a_proposal_that_is_not_there_is_not_found(adopted, officer):
    with pytest.raises(NotFound):
        actions.confirm(proposal_id=10**9, by=officer, at=AT)
