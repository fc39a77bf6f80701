from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

import pytest

from dienhong.foundations.refusals import NotFound, Refused
from dienhong.resolutions import actions, queries
from dienhong.resolutions.models import Decision, Proposal

from .conftest import AT

State = Proposal.State


def a_duty(version):
    return version.proposals.filter(kind="duty").order_by("pk").first()


def edit(proposal, officer, *, key=None, confirm=False, seen=State.PROPOSED, **changes):
    terms = replace(actions.Terms.of(proposal), **changes)
    return actions.edit(
        proposal_id=proposal.pk, seen=seen, terms=terms, confirm=confirm, key=key or uuid4(), by=officer, at=AT
    )


def test_an_edit_makes_a_new_proposal_and_keeps_the_old_one(adopted, officer):
    old = a_duty(adopted)
    new = edit(old, officer, bearer="Chủ tịch Ủy ban nhân dân xã")
    old.refresh_from_db()
    assert (old.state, new.state, new.origin_id) == (State.SUPERSEDED, State.PROPOSED, old.pk)
    assert (new.bearer, new.text, new.provision_id) == ("Chủ tịch Ủy ban nhân dân xã", old.text, old.provision_id)
    assert old.bearer != new.bearer


def test_an_edit_may_be_confirmed_at_once(adopted, officer):
    new = edit(a_duty(adopted), officer, confirm=True, topic="inspection")
    assert list(queries.confirmed(adopted)) == [new]


def test_who_confirmed_what_was_later_edited_is_kept(adopted, officer, second_officer):
    old = a_duty(adopted)
    actions.confirm(proposal_id=old.pk, by=second_officer, at=AT)
    edit(old, officer, seen=State.CONFIRMED, bearer="khác")
    steps = [(step.state, step.by) for step in Decision.objects.filter(proposal=old).order_by("pk")]
    assert steps == [(State.CONFIRMED, second_officer.key), (State.SUPERSEDED, officer.key)]


def test_the_same_edit_sent_twice_is_one_proposal(adopted, officer):
    old, key = a_duty(adopted), uuid4()
    assert edit(old, officer, key=key, bearer="a").pk == edit(old, officer, key=key, bearer="a").pk
    assert old.outcomes.count() == 1


def test_an_edit_of_what_changed_meanwhile_is_refused(adopted, officer, second_officer):
    old = a_duty(adopted)
    actions.confirm(proposal_id=old.pk, by=second_officer, at=AT)
    with pytest.raises(actions.DecidedMeanwhile):
        edit(old, officer, bearer="khác")
    assert not old.outcomes.exists()


def test_a_target_without_a_percentage_and_a_duty_without_an_action_are_refused(adopted, officer):
    with pytest.raises(Refused, match="tỷ lệ"):
        edit(a_duty(adopted), officer, kind="target", percent=None)
    with pytest.raises(Refused, match="việc cần làm"):
        edit(a_duty(adopted), officer, action=" ")


def test_a_duty_becomes_a_target_when_the_officer_reads_it_so(adopted, officer):
    new = edit(a_duty(adopted), officer, kind="target", percent=Decimal(80))
    new.refresh_from_db()
    assert (new.kind, new.percent) == ("target", Decimal(80))


def test_a_split_keeps_every_word_and_its_place(adopted, officer):
    old = a_duty(adopted)
    words = old.text.split()
    pieces = [" ".join(words[:4]), " ".join(words[4:])]
    new = actions.split(proposal_id=old.pk, seen=State.PROPOSED, pieces=pieces, key=uuid4(), by=officer, at=AT)
    source = getattr(old.provision, old.part)
    assert [source[each.start : each.end] for each in new] == [each.text for each in new]
    assert " ".join(each.text for each in new).split() == words
    assert [each.action for each in new] == [each.text for each in new]


@pytest.mark.parametrize(
    "spoil", [lambda w: [" ".join(w)], lambda w: [" ".join(w[1:]), w[0]], lambda w: [w[0], "thêm"]]
)
def test_a_split_that_loses_adds_or_moves_a_word_is_refused(adopted, officer, spoil):
    old = a_duty(adopted)
    with pytest.raises(Refused, match="đủ lời"):
        actions.split(
            proposal_id=old.pk, seen=State.PROPOSED, pieces=spoil(old.text.split()), key=uuid4(), by=officer, at=AT
        )
    assert Proposal.objects.get(pk=old.pk).state == State.PROPOSED


def test_the_same_split_sent_twice_is_one_split(adopted, officer):
    old, key = a_duty(adopted), uuid4()
    words = old.text.split()
    kwargs = {"pieces": [words[0], " ".join(words[1:])], "key": key, "by": officer, "at": AT}
    first = actions.split(proposal_id=old.pk, seen=State.PROPOSED, **kwargs)
    assert actions.split(proposal_id=old.pk, seen=State.PROPOSED, **kwargs) == first


def in_article_3(version):
    return list(version.proposals.filter(kind="duty", provision__article_eid="art_3").order_by("pk")[:2])


def test_a_merge_has_the_words_of_all_and_replaces_them(adopted, officer):
    old = in_article_3(adopted)
    ids = [each.pk for each in old]
    new = actions.merge(version_id=adopted.pk, proposal_ids=ids, key=uuid4(), by=officer, at=AT)
    assert new.text == "\n".join(each.text for each in old)
    assert set(Proposal.objects.filter(merged_into=new).values_list("pk", flat=True)) == set(ids)
    assert set(Proposal.objects.filter(pk__in=ids).values_list("state", flat=True)) == {State.SUPERSEDED}


def test_only_proposals_of_one_kind_and_article_are_merged(adopted, officer):
    target = adopted.proposals.filter(kind="target").first()
    with pytest.raises(Refused, match="cùng loại"):
        actions.merge(
            version_id=adopted.pk,
            proposal_ids=[target.pk, a_duty(adopted).pk],
            key=uuid4(),
            by=officer,
            at=AT,
        )


def test_one_proposal_alone_is_not_merged(adopted, officer):
    with pytest.raises(Refused, match="ít nhất hai"):
        actions.merge(version_id=adopted.pk, proposal_ids=[a_duty(adopted).pk], key=uuid4(), by=officer, at=AT)


def test_an_officer_adds_what_the_machine_did_not_see(adopted, officer):
    row = adopted.provisions.get(eid="art_1")
    terms = actions.Terms(kind="duty", action="niêm yết Nghị quyết", bearer="thôn")
    new = actions.add(provision_id=row.pk, terms=terms, key=uuid4(), by=officer, at=AT)
    assert (new.state, new.parser, new.provision_id) == (State.PROPOSED, "officer", row.pk)


def test_nobody_of_elsewhere_words_a_proposal_otherwise(adopted, stranger):
    old = a_duty(adopted)
    with pytest.raises(NotFound):
        edit(old, stranger, bearer="khác")
    with pytest.raises(NotFound):
        actions.split(proposal_id=old.pk, seen="proposed", pieces=["a", "b"], key=uuid4(), by=stranger, at=AT)
    with pytest.raises(NotFound):
        actions.merge(version_id=adopted.pk, proposal_ids=[old.pk], key=uuid4(), by=stranger, at=AT)
    with pytest.raises(NotFound):
        actions.add(provision_id=old.provision_id, terms=actions.Terms("duty"), key=uuid4(), by=stranger, at=AT)
