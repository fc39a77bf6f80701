import pytest

from dienhong.foundations.refusals import NotFound, Refused
from dienhong.resolutions import actions, queries
from dienhong.resolutions.models import Reading

from .conftest import AT


def test_a_provision_without_a_proposal_is_unseen_until_somebody_says_a_word(adopted, officer):
    row = queries.unseen(adopted).first()
    actions.note(provision_id=row.pk, outcome="no-duty", reason="chỉ nêu phạm vi", by=officer, at=AT)
    assert row not in queries.unseen(adopted)
    actions.note(provision_id=row.pk, outcome="reopened", reason="xem lại", by=officer, at=AT)
    assert row in queries.unseen(adopted)


def test_every_provision_of_the_body_has_a_proposal_a_word_or_is_listed(adopted):
    parents = set(adopted.provisions.exclude(parent=None).values_list("parent", flat=True))
    leaves = {row for row in adopted.provisions.filter(part="body") if row.pk not in parents}
    proposed = {proposal.provision for proposal in adopted.proposals.select_related("provision")}
    assert leaves <= proposed | set(queries.unseen(adopted))


def test_a_proposal_added_by_hand_takes_its_provision_off_the_list(adopted, officer):
    row = queries.unseen(adopted).first()
    terms = actions.Terms(kind="duty", action="niêm yết")
    actions.add(provision_id=row.pk, terms=terms, key="1" * 32, by=officer, at=AT)
    assert row not in queries.unseen(adopted)


def test_saying_the_same_twice_is_one_word(adopted, officer):
    row = queries.unseen(adopted).first()
    for _ in range(2):
        actions.note(provision_id=row.pk, outcome="no-duty", reason="phạm vi", by=officer, at=AT)
    assert Reading.objects.count() == 1


def test_a_word_needs_a_reason(adopted, officer):
    with pytest.raises(Refused, match="lý do"):
        actions.note(provision_id=queries.unseen(adopted).first().pk, outcome="no-duty", reason=" ", by=officer, at=AT)


def test_an_article_is_noted_with_the_machines_reasons(adopted, officer):
    article = queries.unseen(adopted).first().article_eid
    rows = list(queries.unseen(adopted).filter(article_eid=article))
    count = actions.note_unseen(
        version_id=adopted.pk, article_eid=article, expected=len(rows), reason="", by=officer, at=AT
    )
    assert count == len(rows)
    assert {reading.reason for reading in Reading.objects.all()} == {row.unassigned for row in rows}


def test_an_article_is_not_noted_when_the_number_has_changed(adopted, officer):
    article = queries.unseen(adopted).first().article_eid
    with pytest.raises(actions.DecidedMeanwhile):
        actions.note_unseen(version_id=adopted.pk, article_eid=article, expected=99, reason="", by=officer, at=AT)


def test_nobody_of_elsewhere_says_a_word(adopted, stranger):
    with pytest.raises(NotFound):
        actions.note(provision_id=adopted.provisions.first().pk, outcome="no-duty", reason="x", by=stranger, at=AT)
